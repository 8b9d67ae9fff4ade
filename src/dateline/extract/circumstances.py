"""When and where: times and places go to the occurrence that they are said of.

The parser's attachment is not trusted. A time or place that depends on an occurrence's own words is its own. One that
hangs further down goes up to the nearest predicate of reporting or event only if it is a day, or a city that stands in
one row with a day or a gathering; the gathering in that row is then attested on that day, and located there.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import Context
from dateline.extract.drafts import SPEECH, Draft, labelled
from dateline.lexicon import Grammar, Label
from dateline.model import ACTOR_KINDS, PLACE_KINDS, Form, Kind, Mention, Predicate, Tense, Time

BOUNDS = frozenset(
    {"before", "after", "by", "until", "till", "since", "for", "ahead", "following", "between", "towards"}
)
"""Prepositions with which a time is no time of the occurrence itself."""
RETROSPECTIVE = frozenset({"recall", "remember", "commemorate"})
"""Verbs of speaking whose object lies further back than what is said of it."""
DAYS = 14
"""So many days in a row are still when something takes place, rather than a period."""
PLACED = frozenset({"in", "at"})
DIRECT = frozenset({"npadvmod", "poss", "compound", "advmod", "nmod", "nummod", "tmod", "amod"})


def attach(context: Context, grammar: Grammar, drafts: list[Draft]) -> None:
    """Give the drafts their times and places."""
    anchors = _anchors(context, grammar, drafts)
    for time in context.times:
        _attach_time(context, time, anchors)
    for mention in context.mentions:
        if mention.kind in (Kind.CITY, Kind.PLACE) and mention.form is Form.NAME:
            _attach_place(context, mention, anchors)
    for draft in drafts:
        _hand_down(context, draft)


def _hand_down(context: Context, draft: Draft) -> None:
    """Give a gathering what is said of those who come to it: "leaders met in Lima on Monday for a summit"."""
    host = draft.governor
    comes = host is not None and host.class_name in ("Meeting", "Participation") and not host.is_complete()
    if host is None or not comes or draft.class_name != "Gathering" or draft.first.relation not in ("for", "at"):
        return
    draft.times.extend(host.times)
    for role, label, kinds in (("location", "in", PLACE_KINDS), ("attendee", "subject", ACTOR_KINDS)):
        for argument in labelled(host.first, [Label(label)]):
            draft.fill(role, [entity.ref for entity in context.entities_of(argument, kinds)], argument.span)


def _anchors(context: Context, grammar: Grammar, drafts: list[Draft]) -> dict[int, Draft]:
    anchors: dict[int, Draft] = {}
    for draft in drafts:
        for predicate in draft.predicates:
            anchors[predicate.head] = draft
    for draft in drafts:
        for predicate in draft.predicates:
            if predicate.support is not None:
                anchors.setdefault(predicate.support, draft)
    by_index = {predicate.index: draft for draft in drafts for predicate in draft.predicates}
    for predicate in context.predicates:
        staged = next((by_index[i] for i in _staged(grammar, predicate) if i in by_index), None)
        if staged is not None:
            anchors.setdefault(predicate.head, staged)
    return anchors


def _staged(grammar: Grammar, predicate: Predicate) -> Iterator[int]:
    """Yield the predicates that a verb says to take place: "the forum … planned to be held in May"."""
    takes_place = predicate.part == "verb" and (predicate.lemma in grammar.staging | grammar.happening)
    for argument in predicate.arguments if takes_place else ():
        if argument.label in ("subject", "object") and argument.predicate is not None:
            yield argument.predicate


def _climb(context: Context, start: int, anchors: dict[int, Draft]) -> tuple[Draft, bool] | None:
    """Return the nearest draft above a token, and whether the token is its own dependent.

    A finite clause that is no occurrence stops the climb: what is in it belongs to it.
    """
    for steps, ancestor in enumerate(context.tree.ancestors(start)):
        if ancestor in anchors:
            return anchors[ancestor], steps <= 1 and _is_direct(context, start, steps)
        predicate = context.by_token.get(ancestor)
        if predicate is not None and predicate.part == "verb" and predicate.tense is not Tense.NONE:
            return None
    return None


def _is_direct(context: Context, start: int, steps: int) -> bool:
    token = context.parse.tokens[start]
    return token.dep == "pobj" if steps == 1 else token.dep in DIRECT


def _preposition(context: Context, head: int) -> int | None:
    token = context.parse.tokens[head]
    return token.head if token.dep == "pobj" else None


def _attach_time(context: Context, time: Time, anchors: dict[int, Draft]) -> None:
    preposition = _preposition(context, time.head)
    if preposition is not None and _is_bound(context, preposition):
        return
    found = _climb(context, _over_place(context, time.head), anchors)
    if found is None:
        return
    draft, direct = found
    past = _recalled(context, draft, time)
    if past is not None:
        past.times.append((time, True))
        past.spans.append(time.span)
        return
    if not direct and time.begin != time.end:
        return
    host = _host(draft) if time.begin == time.end else None
    if host is not None:
        draft.times.append((time, False))
        draft = host
    if draft.class_name == "Participation" and draft.events:
        for role, inner in draft.events:
            if role == "event":
                inner.times.append((time, time.begin != time.end or draft.first.tense is Tense.FUTURE))
        return
    if _is_ahead(context, draft, time):
        _hand_on(draft, time)
        return
    draft.times.append((time, True))
    draft.spans.append(time.span)
    for gathering in _row(context, preposition, anchors):
        if gathering is not draft:
            gathering.times.append((time, False))


def _over_place(context: Context, head: int) -> int:
    """Return the place on which the parser hangs the date behind it: "in Lima May 3"; else the date's own head."""
    above = context.parse.tokens[head].head
    placed = above < head and any(m.kind in PLACE_KINDS for m in context.by_head.get(above, ()))
    return above if placed else head


def _recalled(context: Context, draft: Draft, time: Time) -> Draft | None:
    """Return what somebody speaks of that the time dates: several days, or the day of what is called to mind."""
    if draft.class_name not in SPEECH or (time.begin == time.end and draft.first.lemma not in RETROSPECTIVE):
        return None
    begin = draft.first.trigger[-1].begin
    spoken = [inner for role, inner in draft.events if role in ("about", "event", "responds_to")]
    before = [inner for inner in spoken if begin < inner.first.trigger[-1].begin < time.span.begin]
    return before[-1] if len(before) == 1 else None


def _is_ahead(context: Context, draft: Draft, time: Time) -> bool:
    """Tell whether a time lies after the report though the act that it hangs on is told in the past."""
    published = context.article.published
    return published is not None and draft.first.tense is Tense.PAST and time.begin > published


def _hand_on(draft: Draft, time: Time) -> None:
    """Give a time ahead to what the act is about: "proposed a summit in 2026" dates the summit."""
    for role, inner in draft.events:
        if role in ("event", "about"):
            inner.times.append((time, True))


def _is_bound(context: Context, preposition: int) -> bool:
    token = context.parse.tokens[preposition]
    planned = token.lemma == "for" and context.parse.tokens[token.head].lemma in ("plan", "schedule", "set", "slate")
    return token.lemma in BOUNDS and not planned


def _host(draft: Draft) -> Draft | None:
    """Return the act that is dated by the day beside the gathering at which it was done: "said at the forum on …"."""
    inside = draft.class_name == "Gathering" and draft.first.relation in ("at", "during") and not draft.first.support
    acts = draft.governor is not None and draft.governor.class_name not in ("Gathering", "Participation", "Visit")
    return draft.governor if inside and acts else None


def _row(context: Context, preposition: int | None, anchors: dict[int, Draft]) -> Iterator[Draft]:
    """Yield the gatherings that stand in one row of prepositional phrases with this one."""
    if preposition is None:
        return
    for sibling in context.tree.dependents(context.parse.tokens[preposition].head, "prep"):
        for inner in context.tree.dependents(sibling.index, "pobj"):
            found = anchors.get(inner.index)
            if found is not None and found.class_name == "Gathering":
                yield found


def _attach_place(context: Context, mention: Mention, anchors: dict[int, Draft]) -> None:
    preposition = _preposition(context, mention.head)
    if preposition is None or mention.entity is None or context.parse.tokens[preposition].lemma not in PLACED:
        return
    found = _climb(context, mention.head, anchors)
    if found is None:
        return
    draft, direct = found
    gatherings = [each for each in _row(context, preposition, anchors) if each is not draft]
    if direct or gatherings or _has_day(context, preposition):
        if draft.class_name != "Participation":
            draft.fill("location", [mention.entity], mention.span)
        for gathering in gatherings:
            gathering.fill("location", [mention.entity], mention.span)


def _has_day(context: Context, preposition: int) -> bool:
    """Tell whether a day, or days in a row, stand beside a place or carry it: "on May 3 in Lima"."""
    above = context.parse.tokens[preposition].head
    siblings = context.tree.dependents(above, "prep", "npadvmod")
    heads = {inner for sibling in siblings for inner in (sibling.index, *context.tree.children[sibling.index])}
    return any(time.head in heads | {above} and (time.end - time.begin).days < DAYS for time in context.times)
