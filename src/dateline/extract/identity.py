"""The same occurrence told several times becomes one, with all its triggers; never across an equally good rival."""

from __future__ import annotations

from dateline.extract.context import Context
from dateline.extract.drafts import SPEECH, Draft
from dateline.model import Predicate, Ref, Span, Tense

ANAPHORIC = frozenset({"the", "this", "that", "these", "those", "both", "such"})
OTHER = frozenset({"another", "other", "second", "third", "previous", "earlier", "similar", "new", "next", "future"})
"""Words before a noun that say that it is not the one just told."""
NEUTRAL = frozenset({"bilateral", "official", "working", "state", "two-day", "three-day", "courtesy", "joint"})
"""Words before a noun that do not single an occurrence out."""
PARTIES = {"Meeting": "attendee", "Visit": "attendee"}
"""The role by which two tellings of a class are told apart."""


def unite(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Merge drafts that tell the same; the earliest telling survives, in text order."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.first.head):
        if _is_predicated(context, draft, kept):
            continue
        known = _same(context, draft, kept)
        if known is None:
            kept.append(draft)
        else:
            _merge(known, draft, drafts)
    return kept


def _is_predicated(context: Context, draft: Draft, kept: list[Draft]) -> bool:
    """Tell whether a nominal only says what another is: "the visit was the first visit of a president"."""
    if draft.first.relation != "attr" or draft.first.governor is None:
        return False
    subjects = {a.predicate for a in context.predicates[draft.first.governor].arguments if a.label == "subject"}
    told = (p.index for each in kept if each.class_name == draft.class_name for p in each.predicates)
    return any(index in subjects for index in told)


def _same(context: Context, draft: Draft, kept: list[Draft]) -> Draft | None:
    rivals = [each for each in kept if each.class_name == draft.class_name]
    if draft.class_name == "Gathering":
        return _same_gathering(context, draft, rivals)
    if draft.class_name not in PARTIES:
        return _same_act(context, draft, rivals)
    parties = frozenset(draft.roles.get("attendee", ()))
    agreeing = [each for each in rivals if _agrees(context, draft, each, parties)]
    compatible = [each for each in agreeing if _is_alike(draft, each)]
    if draft.is_complete():
        equal = _asserted([each for each in compatible if each.is_complete() and _equal(each, draft)])
        return equal[0] if len(equal) == 1 else None
    carried = next((each for each in agreeing if _carries_on(draft, each)), None)
    if carried is not None or not _is_anaphoric(context, draft, parties) or _names_others(context, draft):
        return carried
    complete = _asserted([each for each in compatible if each.is_complete()])
    rival = any(_is_anothers(draft, each) for each in rivals if each not in complete)
    return complete[0] if len(complete) == 1 and not rival else None


def _asserted(drafts: list[Draft]) -> list[Draft]:
    """Of several leave those that a verb tells of: a meeting that is only mentioned is not the one reported."""
    told = [draft for draft in drafts if any(p.part != "noun" for p in draft.predicates)]
    return told if len(drafts) > 1 and told else drafts


def _names_others(context: Context, draft: Draft) -> bool:
    """Tell whether a telling names parties who were not recognized: "the talks between the rebels and the army"."""
    return any(a.label in ("between", "with") and not context.mentions_of(a) for a in draft.first.arguments)


def _is_anothers(draft: Draft, other: Draft) -> bool:
    """Tell whether the same noun was told of parties who were not recognized: "the talks between the rebels"."""
    named = any(argument.label in ("between", "with", "of") for argument in other.first.arguments)
    return _noun(draft) == _noun(other) and not other.is_complete() and named


def _same_act(context: Context, draft: Draft, rivals: list[Draft]) -> Draft | None:
    """Return the one act that "the attack" takes up: told by the same frame, and in nothing contradicted.

    Or that of a sentence that the report, in headline and lead, tells twice.
    """
    said = set(draft.first.modifiers)
    if draft.first.part == "verb":
        return next((each for each in rivals if _is_told_again(context, draft, each)), None)
    if draft.first.part != "noun" or not ANAPHORIC & said or OTHER & said:
        return None
    like = [each for each in rivals if each.frame.id == draft.frame.id and each.is_complete() and _fits(draft, each)]
    return like[0] if len(like) == 1 else None


def _is_told_again(context: Context, draft: Draft, known: Draft) -> bool:
    """Tell whether a verb other than of saying tells in all roles, two at least, what the same verb told before."""
    filled = {role: refs for role, refs in draft.roles.items() if refs}
    same = filled == {role: refs for role, refs in known.roles.items() if refs} and len(filled) > 1
    alike = draft.frame.id == known.frame.id and draft.first.lemma == known.first.lemma
    told = draft.class_name not in SPEECH and draft.first.tense is known.first.tense
    return same and alike and told and _is_one_day(draft, known) and not _is_another_time(context, draft, known)


def _fits(draft: Draft, known: Draft) -> bool:
    """Tell whether two tellings have no role filled differently, and no two days."""
    pairs = ((refs, known.roles.get(role, [])) for role, refs in draft.roles.items())
    return all(not refs or not have or set(refs) <= set(have) for refs, have in pairs) and _is_one_day(draft, known)


def _is_one_day(draft: Draft, known: Draft) -> bool:
    days = {time.edtf for time, _ in draft.times} | {time.edtf for time, _ in known.times}
    return len(days) <= 1 or not draft.times or not known.times


def _carries_on(draft: Draft, known: Draft) -> bool:
    """Tell whether a verb that names no party goes on with a meeting just told: "met Berg and discussed trade"."""
    row = draft.first.relation in ("conj", "advcl") and draft.first.sentence == known.first.sentence
    beside = any(draft.first.governor == predicate.index for predicate in known.predicates)
    return row and beside and bool(draft.roles.get("attendee"))


def _same_gathering(context: Context, draft: Draft, rivals: list[Draft]) -> Draft | None:
    """Return the gathering of the same name, or for a bare "the session" the only one that is told as such."""
    same = next((each for each in rivals if draft.entity is not None and each.entity == draft.entity), None)
    if same is not None:
        return same
    same = next((each for each in rivals if _is_same_number(context, draft, each)), None)
    if same is not None:
        return same
    called = _called(context, draft)
    alike = [each for each in rivals if _is_shortened(called, _called(context, each))]
    if len(alike) == 1 or draft.entity is not None:
        return alike[0] if len(alike) == 1 else None
    if draft.is_complete() or not ANAPHORIC & set(draft.first.modifiers):
        return None
    like = [each for each in rivals if _noun(each) == _noun(draft) and each.is_complete()]
    return like[0] if len(like) == 1 else None


def _is_same_number(context: Context, draft: Draft, known: Draft) -> bool:
    """Tell whether both are of one body's and one number: "the 40th GCC Summit" by the acronym and in full."""
    one, other = ({w for w in _called(context, each) if w[0].isdigit()} for each in (draft, known))
    whose = set(draft.roles.get("organizer", ())) & set(known.roles.get("organizer", ()))
    return bool(one and whose) and one == other and _noun(draft) == _noun(known)


def _called(context: Context, draft: Draft) -> frozenset[str]:
    """Return the words that tell a gathering from others: of its name, or before its noun."""
    entity = context.entities.get(draft.entity) if draft.entity is not None else None
    words = entity.name if entity is not None and entity.name else context.article.quote(_phrase(context, draft.first))
    return frozenset(word.strip("()") for word in words.casefold().split())


def _is_shortened(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name is the other made shorter: "Extraordinary Session", "G20 summit"."""
    return min(len(one), len(other)) > 1 and (one <= other or other <= one)


def _noun(draft: Draft) -> str:
    return draft.first.lemma.split(" ")[-1]


def _equal(known: Draft, draft: Draft) -> bool:
    return set(known.roles.get("attendee", ())) == set(draft.roles.get("attendee", ()))


def _is_alike(draft: Draft, known: Draft) -> bool:
    return draft.frame.id == known.frame.id or _noun(draft) == "meeting" or draft.is_complete()


def _agrees(context: Context, draft: Draft, known: Draft, parties: frozenset[Ref]) -> bool:
    """Tell whether nothing said of one telling contradicts the other: who takes part, where, when."""
    if not parties <= set(known.roles.get("attendee", ())):
        return False
    for role in ("location", "organizer"):
        one, other = draft.roles.get(role), known.roles.get(role)
        if one and other and not set(one) & set(other):
            return False
    return _is_one_day(draft, known) and not _is_another_time(context, draft, known)


def _is_another_time(context: Context, draft: Draft, known: Draft) -> bool:
    """Tell whether one is told as past and one as to come: "met in Lima and will meet again"; or as one more."""
    tenses = [{p.tense for p in each.predicates if p.part == "verb"} for each in (draft, known)]
    again = any(t.lemma == "again" for t in context.tree.dependents(draft.first.head, "advmod"))
    return again or any({one, other} == {Tense.PAST, Tense.FUTURE} for one in tenses[0] for other in tenses[1])


def _is_anaphoric(context: Context, draft: Draft, parties: frozenset[Ref]) -> bool:
    predicate = draft.first
    if predicate.part == "verb" or _is_special(context, predicate):
        return False
    bare = predicate.lemma.split(" ")[-1] in ("talk",) and predicate.part == "noun"
    return bool(parties) or bare or bool(ANAPHORIC & set(predicate.modifiers))


def _is_special(context: Context, predicate: Predicate) -> bool:
    """Tell whether words before the noun single it out: "the Kenyan-Norwegian talks" need not be the ones just told."""
    words = {context.parse.tokens[a.head].lemma for a in predicate.arguments if a.label == "compound"}
    return bool(words - NEUTRAL)


def _merge(known: Draft, draft: Draft, drafts: list[Draft]) -> None:
    known.predicates.extend(draft.predicates)
    known.aliases.extend(ref for ref in (draft.entity, *draft.aliases) if ref is not None and ref != known.entity)
    known.entity = known.entity or draft.entity
    for role, refs in draft.roles.items():
        known.fill(role, refs)
    known.tellings.append(list(draft.spans))
    known.beside.extend(draft.beside)
    known.times.extend(time for time in draft.times if time not in known.times)
    known.events.extend(event for event in draft.events if event[1] is not known)
    for other in drafts:
        other.events = [(role, known if inner is draft else inner) for role, inner in other.events]
        if other.governor is draft:
            other.governor = known


def evidence(context: Context, draft: Draft) -> tuple[Span, ...]:
    """Return one passage per telling: the trigger with the words of its arguments, within one sentence each."""
    spans: dict[int, list[Span]] = {}
    triggers = [span for predicate in draft.predicates for span in predicate.trigger]
    named = [_phrase(context, predicate) for predicate in draft.predicates if predicate.part != "verb"]
    tellings = [*triggers, *named, *draft.spans, *(span for telling in draft.tellings for span in telling)]
    for span in tellings:
        spans.setdefault(_sentence(context, span), []).append(span)
    told = {predicate.sentence for predicate in draft.predicates}
    covers = (Span(min(s.begin for s in each), max(s.end for s in each)) for n, each in spans.items() if n in told)
    return tuple(sorted(covers))


def _phrase(context: Context, predicate: Predicate) -> Span:
    """Return a nominal with the words before it that say of what kind it is: "recent terrorist attack"."""
    before = (t.index for t in context.tree.dependents(predicate.head, "amod", "compound", "nummod"))
    return context.tree.span(min([predicate.head, *before]), predicate.head)


def _sentence(context: Context, span: Span) -> int:
    for number, sentence in enumerate(context.parse.sentences):
        if sentence.span.begin <= span.begin < sentence.span.end:
            return number
    return -1
