"""The frame interpreter: predicates and the lexicon's frames become drafts with filled roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.context import Context
from dateline.extract.drafts import (
    ABOARD,
    ASIDE,
    BASES,
    BODY_KINDS,
    COMPLEMENTS,
    JUDGEMENT,
    OCCURRENCES,
    ROLE_KINDS,
    SPEECH,
    Draft,
    labelled,
)
from dateline.lexicon import Frame, Label, Lexicon
from dateline.model import ACTOR_KINDS, Argument, Form, Kind, Mention, Predicate, Ref, Tense

BESIDE = {
    ("location", "compound"): frozenset({Kind.CITY}),
    ("location", "subject"): frozenset({Kind.CITY}),
    ("organizer", "compound"): BODY_KINDS,
}
"""What a word may be to the gathering beside it: "the Lima summit", "Lima hosted", "the African Union summit"."""
_NUMBERED = 2
"""Words of a numbered assembly's name: "7th Assembly"."""
BEARING = frozenset({"Request", "Commitment", "Criticism", "Agreement", "Decision"})
"""Classes of acts whose evidence holds what they bear on: what is asked, promised, signed."""
TALKING = frozenset({Kind.PERSON, Kind.DELEGATION})
UNREPRESENTED = frozenset({"Meeting", "Visit", "Gathering", "Participation"})
"""Classes that nobody does on behalf of somebody."""
HOSTING = frozenset({"host", "organize", "organise", "convene", "arrange"})


def interpret(context: Context, lexicon: Lexicon) -> list[Draft]:
    """Return a draft for each predicate that evokes a frame; what its frame requires is checked later."""
    drafts = _without_light_verbs([draft for p in context.predicates for draft in _evoke(context, lexicon, p)])
    by_index = {draft.first.index: draft for draft in drafts}
    by_support = {d.first.support: d for d in drafts if d.first.support is not None and d.first.part == "light"}
    for draft in drafts:
        _link(context, draft, by_index, by_support)
    return drafts


def _without_light_verbs(drafts: list[Draft]) -> list[Draft]:
    """Drop the frames of verbs that are light to a noun with a frame: "reiterated the invitation" is one act.

    So is "sent a message of condolence", which the last noun tells.
    """
    light = {(draft.first.support, draft.first.head) for draft in drafts if draft.first.part == "light"}
    supports = {support for support, _ in light}
    return [d for d in drafts if d.first.head not in supports and not light & _held(d.first)]


def _held(predicate: Predicate) -> set[tuple[int | None, int]]:
    """Return what a light verb's noun may only hold, each with the verb."""
    inner = [a.head for a in predicate.arguments if a.label == "of"] if predicate.part == "light" else []
    return {(predicate.support, head) for head in inner}


def _evoke(context: Context, lexicon: Lexicon, predicate: Predicate) -> Iterator[Draft]:
    frames = _frames(context, lexicon, predicate)
    drafts = [_fill(context, frame, predicate) for frame in frames]
    complete = [draft for draft in drafts if draft.is_complete()]
    yield from (complete or drafts)[:1]


def _frames(context: Context, lexicon: Lexicon, predicate: Predicate) -> list[Frame]:
    labels = {argument.label for argument in predicate.arguments}
    part = "verb" if predicate.part == "verb" else "noun"
    found = [frame for lemma in _keys(context, predicate, labels) for frame in lexicon.match(part, lemma)]
    if part == "noun" and any(m.kind is Kind.GATHERING and m.name for m in context.by_head.get(predicate.head, ())):
        series = any(m.entity is not None and m.entity.kind == "series" for m in context.by_head[predicate.head])
        found = (
            []
            if series or _acts(context, predicate.head) or _is_term(context, predicate.head)
            else [f for f in lexicon.frames if f.class_name == "Gathering" and _is_carried(f, predicate)][:1]
        )
    words = {_lemma(context, a) for a in predicate.arguments if a.label == "compound"}
    found = [f for f in found if f.class_name != JUDGEMENT and not f.without & labels and not f.compounds & words]
    return [frame for frame in found if _has_object(context, frame, predicate) and _is_carried(frame, predicate)]


def _is_carried(frame: Frame, predicate: Predicate) -> bool:
    """Tell whether a noun goes with its light verb: one "holds" a vote, and does not "give" it."""
    return predicate.part != "light" or not frame.light or predicate.lemma.rsplit(" ", 1)[0] in frame.light


def _keys(context: Context, predicate: Predicate, labels: set[str]) -> list[str]:
    """Return what a predicate may be listed under, the most telling first: "speak highly", "speak with", "speak"."""
    if predicate.part != "verb":
        noun = predicate.lemma.rsplit(" ", 1)[-1]
        return [*(f"{_lemma(context, a)} {noun}" for a in predicate.arguments if a.label == "compound"), noun]
    beside = [_lemma(context, a) for a in predicate.arguments if a.label == "object"]
    beside += [token.lemma for token in context.tree.dependents(predicate.head, "advmod")]
    own = labels - {"on", "upon"} if "object" in labels else labels  # "called a conference on Monday" calls on nobody
    return [*(f"{predicate.lemma} {each}" for each in (*beside, *sorted(own, reverse=True))), predicate.lemma]


def _has_object(context: Context, frame: Frame, predicate: Predicate) -> bool:
    """Tell whether the object is of the kind that the frame asks for: "signed a treaty", not "signed a book".

    Of "a note of protest" either noun will do.
    """
    if not frame.objects:
        return True
    labels = ("object", "object.of") if predicate.part == "verb" else ("of",)
    kinds = {Kind.WORK, *(Kind(kind) for kind in frame.kinds.get("object", ()))}
    found = [a for a in predicate.arguments if a.label in labels]
    return any(_lemma(context, a) in frame.objects or kinds & context.kinds(a.head) for a in found)


def _acts(context: Context, head: int) -> bool:
    """Tell whether what is named like a gathering acts like a body anywhere in the report: "the Forum opened …"."""
    named = {m.entity for m in context.by_head[head]}
    heads = {m.head for m in context.mentions if m.entity in named and m.form is Form.NAME}
    return any(
        a.label == "subject" and a.head in heads and _is_deed(context, p)
        for p in context.predicates
        for a in p.arguments
    )


def _is_term(context: Context, head: int) -> bool:
    """Tell whether a numbered assembly is a parliament's term: "the 7th Assembly" beside "the National Assembly"."""
    names = [m.name.casefold().split() for m in context.by_head[head] if m.name]
    numbered = [words[-1] for words in names if len(words) == _NUMBERED and words[0][0].isdigit()]
    houses = (e.name.casefold().split() for e in context.entities.values() if e.kind is Kind.LEGISLATURE and e.name)
    return bool(numbered) and any(numbered[0] in house for house in houses)


def _is_deed(context: Context, predicate: Predicate) -> bool:
    has_object = any(a.label == "object" and _lemma(context, a) != "place" for a in predicate.arguments)
    return predicate.part == "verb" and predicate.tense is not Tense.NONE and has_object


def _lemma(context: Context, argument: Argument) -> str:
    return context.parse.tokens[argument.head].lemma


def _fill(context: Context, frame: Frame, predicate: Predicate) -> Draft:
    draft = Draft(frame, [predicate])
    gathering = [m for m in context.by_head.get(predicate.head, ()) if m.kind is Kind.GATHERING]
    if gathering and frame.class_name == "Gathering":
        draft.entity = gathering[0].entity
        draft.spans.append(gathering[0].span)
        draft.fill("organizer", _named_in(context, gathering[0]))
    for argument in labelled(predicate, BASES):
        draft.fill("basis", [e.ref for e in context.entities_of(argument, [Kind.WORK])], argument.span)
    if frame.class_name not in UNREPRESENTED:
        for argument in labelled(predicate, [Label("on behalf of")]):
            bodies = context.entities_of(argument, ACTOR_KINDS - {Kind.PERSON})
            draft.fill("on_behalf_of", [entity.ref for entity in bodies], argument.span)
    for role, labels in frame.roles.items():
        if role == "content":
            draft.contents.extend(_contents(context, predicate, labels, frame.class_name == "Commitment"))
        else:
            _fill_role(context, draft, role, labels)
    if frame.class_name in BEARING:
        draft.spans.extend(a.span for a in predicate.arguments if a.label in COMPLEMENTS)
    _no_reflexive(draft)
    return draft


def _named_in(context: Context, gathering: Mention) -> list[Ref]:
    """Return the body whose gathering a name says it is: "Gulf Cooperation Council (GCC) Summit"; none of several."""
    inside = (m for m in context.mentions if m.entity is not None and gathering.span.covers(m.span))
    bodies = [m.entity for m in inside if m.entity in context.entities and _convenes(context.entities[m.entity].kind)]
    found = list(dict.fromkeys(ref for ref in bodies if ref is not None))
    return found if len(found) == 1 else []


def _convenes(kind: Kind) -> bool:
    return kind in (Kind.INTERGOVERNMENTAL, Kind.LEGISLATURE)


def _no_reflexive(draft: Draft) -> None:
    """Take whoever acts out of whom it is done to: without "himself", "him" is somebody else."""
    acting = draft.roles.get("agent", ())
    for role in ("recipient", "on_behalf_of"):
        if role in draft.roles:
            draft.roles[role] = [ref for ref in draft.roles[role] if ref not in acting]


def _fill_role(context: Context, draft: Draft, role: str, labels: tuple[Label, ...]) -> None:
    kinds = draft.frame.kinds.get(role)
    allowed = frozenset(Kind(k) for k in kinds) if kinds else ROLE_KINDS.get(role, ACTOR_KINDS)
    if role in OCCURRENCES:
        return
    between = [a for a in draft.first.arguments if a.label == "between"]
    arguments = list(labelled(draft.first, labels))
    for argument in arguments:
        if (argument in between and len(between) == 1) or _is_swallowed(context, argument, arguments):
            continue
        if between and argument.label == "subject" and _hosts(draft.first):
            continue
        entities = context.entities_of(_antecedent(context, draft.first, argument), allowed)
        if draft.class_name == "Gathering" and (role, argument.label) in BESIDE:
            entities = tuple(e for e in entities if e.kind in BESIDE[role, argument.label])
        if _is_matter(context, draft, argument):
            entities = tuple(e for e in entities if e.kind in TALKING)
        if role == "resulting_organization":
            entities = tuple(e for e in entities if "authority" not in e.rule)  # what is listed exists already
        draft.fill(role, [entity.ref for entity in entities], argument.span)


def _is_matter(context: Context, draft: Draft, argument: Argument) -> bool:
    """Tell whether what stands after "with" may be part of what people discuss: "discussed trade with Peru"."""
    talked_over = draft.first.part == "verb" and any(a.label == "object" for a in draft.first.arguments)
    persons = any(context.entities[ref].kind in TALKING for ref in draft.roles.get("attendee", ()))
    return draft.class_name == "Meeting" and talked_over and persons and argument.label.endswith("with")


def _hosts(predicate: Predicate) -> bool:
    """Tell whether a subject only brings others together: "hosted talks between …"."""
    return predicate.part == "light" and predicate.lemma.split(" ")[0] in HOSTING


def _antecedent(context: Context, predicate: Predicate, argument: Argument) -> Argument:
    """Return whom a "who" stands for: a person or a group, not the body that ends the phrase before it."""
    relative = context.tree.child(predicate.head if predicate.support is None else predicate.support, "nsubj")
    if relative is None or relative.lemma != "who" or argument.label != "subject":
        return argument
    for head in (argument.head, *context.tree.ancestors(argument.head)):
        if any(context.is_kind(head, kind) for kind in (Kind.PERSON, Kind.DELEGATION)):
            return replace(argument, head=head)
        if context.parse.tokens[head].dep not in ("pobj", "prep", "appos", "conj"):
            break
    return replace(argument, head=relative.index)


def _is_swallowed(context: Context, argument: Argument, arguments: list[Argument]) -> bool:
    """Tell whether a state belongs to the phrase before it: "the ministers of Peru, Chile and Fiji" are no states."""
    before = [a for a in arguments if a.label == argument.label and a.head < argument.head]
    if not before or not context.entities_of(argument, [Kind.STATE]):
        return False
    owners = (t for a in before[:1] for t in context.tree.dependents(a.head, "prep") if t.lemma in ("of", "from"))
    inner = (context.tree.child(owner.index, "pobj") for owner in owners)
    return any(token is not None and context.is_kind(token.index, Kind.STATE) for token in inner)


def _contents(context: Context, predicate: Predicate, labels: tuple[Label, ...], infinitive: bool) -> list[Argument]:
    found = list(labelled(predicate, labels))
    clauses = [a for a in found if a.label == "clause" and _is_proposition(context, a, infinitive)]
    return clauses or [a for a in found if a.label != "clause" and not _is_thing(context, a)]


def _is_thing(context: Context, argument: Argument) -> bool:
    """Tell whether an argument names something or a time, and so says nothing."""
    return context.is_named(argument.head) or any(time.head == argument.head for time in context.times)


def _is_proposition(context: Context, argument: Argument, infinitive: bool) -> bool:
    """Tell whether a clause says something of its own: a finite one, or for a commitment an infinitive."""
    inner = context.by_token.get(argument.head)
    if inner is None or inner.part != "verb":
        return any(True for _ in context.tree.dependents(argument.head, "nsubj", "nsubjpass", "expl", "aux"))
    return infinitive or inner.tense is not Tense.NONE or inner.modality is not None


def _headed(by_index: dict[int, Draft], by_support: dict[int, Draft], argument: Argument) -> Draft | None:
    """Return the occurrence that an argument tells: by its own head, or as that verb's object."""
    own = by_index.get(argument.predicate) if argument.predicate is not None else None
    return own or by_support.get(argument.head)


def _link(context: Context, draft: Draft, by_index: dict[int, Draft], by_support: dict[int, Draft]) -> None:
    """Link the occurrences that stand in a role of the draft, or around it."""
    for role, labels in draft.frame.roles.items():
        if role in OCCURRENCES:
            for argument in labelled(draft.first, labels):
                inner = _headed(by_index, by_support, argument)
                if inner is not None and inner is not draft:
                    draft.events.append((role, inner))
                    draft.spans.append(argument.span)
                    told = argument.label != "clause"
                    draft.contents = [each for each in draft.contents if not (told and each.head == argument.head)]
                elif inner is None and role == "about":
                    _concern(context, draft, argument, by_index)
    _enclose(context, draft, by_index)
    governor = draft.first.governor
    while governor is not None and governor not in by_index:
        governor = context.predicates[governor].governor
    draft.governor = by_index.get(governor) if governor is not None else None


def _concern(context: Context, draft: Draft, argument: Argument, by_index: dict[int, Draft]) -> None:
    """Link the cooperation that a phrase speaks of further down: "ways to enhance cooperation between …"."""
    for inner in by_index.values():
        trigger = inner.first.trigger[-1]
        if inner.class_name == "Cooperation" and argument.span.covers(trigger):
            draft.events.append(("about", inner))
            draft.spans.append(argument.span)


def _enclose(context: Context, draft: Draft, by_index: dict[int, Draft]) -> None:
    """Link the occurrence inside which the draft took place, by its own preposition or by one that was hung lower."""
    for argument in labelled(draft.first, [Label(name) for name in ABOARD]):
        outer = by_index.get(argument.predicate) if argument.predicate is not None else None
        _inside(draft, outer)
        if outer is not None and argument.label in ASIDE:
            draft.beside.append(outer)
    if draft.first.relation in ABOARD and draft.class_name == "Gathering":
        governor = draft.first.governor
        while governor is not None and governor not in by_index:
            predicate = context.predicates[governor]
            governor = predicate.governor if predicate.tense is Tense.NONE else None
        if governor is not None:
            _inside(_between(by_index[governor], draft, by_index) or by_index[governor], draft)


def _between(act: Draft, gathering: Draft, by_index: dict[int, Draft]) -> Draft | None:
    """Return the meeting that a speech is about, at the gathering behind it: "noted their meeting during the forum"."""
    if act.class_name not in SPEECH:
        return None
    begin, end = act.first.trigger[-1].begin, gathering.first.trigger[0].begin
    told = (d for d in by_index.values() if d.class_name in ("Meeting", "Visit") and d.first.part != "verb")
    spoken = [d for d in told if d.first.sentence == act.first.sentence and begin < d.first.trigger[0].begin < end]
    return spoken[-1] if spoken else None


def _inside(inner: Draft, outer: Draft | None) -> None:
    if outer is None or outer is inner or outer.class_name not in ("Gathering", "Meeting", "Visit"):
        return
    if outer.class_name == inner.class_name or any(each is outer for _, each in inner.events):
        return
    inner.events.append(("super_event", outer))
