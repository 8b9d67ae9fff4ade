"""From annotation to records: what happened, who said what, who holds which office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dateline import iris
from dateline.extract import circumstances, claims, drafts, identity, status
from dateline.extract.claims import Assertion
from dateline.extract.context import Context, context
from dateline.extract.drafts import Draft
from dateline.extract.labels import label
from dateline.extract.tenures import tenures
from dateline.lexicon import Lexicon
from dateline.model import (
    Claim,
    Entity,
    Kind,
    Mention,
    Occurrence,
    Parse,
    Predicate,
    Ref,
    Report,
    Status,
    Tense,
    Time,
)

INTERNAL = frozenset({"Participation"})
"""Classes of frames that only fill other occurrences."""


def extract(
    parse: Parse,
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    times: Iterable[Time],
    predicates: Iterable[Predicate],
    lexicon: Lexicon,
) -> Report:
    """Extract all that a report says."""
    made = context(parse, mentions, entities, times, predicates)
    told = _drafts(made, lexicon)
    asserted = claims.assertions(made, lexicon.grammar, told)
    _judge(made, lexicon, told, asserted)
    told = _complete(told, asserted)
    told = sorted(told, key=lambda draft: draft.first.trigger)
    _own_bodies(made, told)
    refs = _refs(told)
    occurrences = tuple(_occurrence(made, draft, refs, asserted) for draft in told)
    held = tenures(parse, made.mentions, tuple(made.entities.values()))
    said = tuple(_claim(made, assertion, told, refs) for assertion in asserted)
    return Report(
        article=parse.article,
        entities=_used(made, occurrences, said, held),
        tenures=held,
        occurrences=occurrences,
        claims=said,
        mentions=made.mentions,
        times=made.times,
        filed_from=_filed_from(made),
    )


def _drafts(made: Context, lexicon: Lexicon) -> list[Draft]:
    told = drafts.interpret(made, lexicon)
    circumstances.attach(made, told)
    told = identity.unite(made, _spoken(told))
    for draft in told:
        _take_part(made, lexicon, draft)
        _invite(draft)
        _sympathize(made, draft)
    return identity.unite(made, told)


def _spoken(told: list[Draft]) -> list[Draft]:
    """Join a cue to the speech that is its subject: "her address underlined" is one act with two triggers."""
    by_index = {draft.first.index: draft for draft in told}
    joined: list[Draft] = []
    for draft in told:
        subjects = [a.predicate for a in draft.first.arguments if a.label == "subject" and draft.first.part == "verb"]
        speech = next((by_index[s] for s in subjects if s in by_index and by_index[s].frame.id == "address"), None)
        _pass_on(draft, [by_index[s] for s in subjects if s in by_index])
        if draft.class_name != "Statement" or speech is None or not speech.roles.get("agent"):
            joined.append(draft)
            continue
        speech.predicates.extend(draft.predicates)
        speech.contents.extend(draft.contents)
        speech.times.extend(draft.times)
        speech.spans.extend([*draft.spans, *(content.span for content in draft.contents)])
        speech.events.extend(event for event in draft.events if event[1] is not speech)
    return joined


def _pass_on(draft: Draft, subjects: list[Draft]) -> None:
    """Give talks what is said of them by their verb: what they are about, and what they are in line with."""
    for subject in subjects:
        if subject.class_name == "Meeting" and draft.class_name in ("Meeting", "Statement"):
            subject.fill("basis", draft.roles.get("basis", ()))
            subject.events.extend(event for event in draft.events if event[0] == "about")


def _take_part(made: Context, lexicon: Lexicon, draft: Draft) -> None:
    """Hand a participation's attendee on to what was attended, if it took place."""
    if draft.class_name != "Participation":
        return
    happened = status.judge(made, lexicon.grammar, draft, draft.first) in status.REAL
    happened = happened or (draft.first.tense is Tense.FUTURE and not draft.first.negated)
    for role, attended in draft.events:
        if role == "event" and happened and attended.class_name in ("Gathering", "Meeting"):
            attended.fill("attendee", draft.roles.get("attendee", ()))


def _invite(draft: Draft) -> None:
    """Make the invitee the intended visitor, and what is to be attended the event of the invitation."""
    if draft.class_name != "Invitation":
        return
    draft.events = [pair for role, inner in draft.events for pair in _through(role, inner)]
    host = draft.governor
    if draft.first.relation == "at" and host is not None and host.class_name == "Visit":
        draft.fill("recipient", host.roles.get("attendee", ()))
        draft.events.append(("event", host))
    for role, inner in draft.events:
        if role == "event" and inner.class_name == "Visit" and not inner.roles.get("attendee"):
            inner.fill("attendee", draft.roles.get("recipient", ()))


def _sympathize(made: Context, draft: Draft) -> None:
    """Make the state that receives condolences the one that suffered what they are for, where nothing else is said."""
    states = [ref for ref in draft.roles.get("recipient", ()) if made.entities[ref].kind is Kind.STATE]
    for role, inner in draft.events:
        suffered = inner.class_name == "Conflict" and not inner.roles.get("object")
        if draft.class_name == "ExpressionOfSupport" and role == "responds_to" and suffered:
            inner.fill("object", states)


def _through(role: str, inner: Draft) -> list[tuple[str, Draft]]:
    if inner.class_name != "Participation":
        return [(role, inner)]
    return [(role, attended) for each, attended in inner.events if each == "event"]


def _judge(made: Context, lexicon: Lexicon, told: list[Draft], asserted: list[Assertion]) -> None:
    for draft in told:
        statuses = []
        for predicate in draft.predicates:
            one = status.judge(made, lexicon.grammar, draft, predicate)
            inside = any(a.covers(predicate.trigger[-1]) and a.speaker is not draft for a in asserted)
            statuses.append(Status.CLAIMED if inside and one in status.REAL else one)
        draft.status = status.strongest(statuses)
        if draft.status is Status.OCCURRED:
            _attend(draft)
    for draft in told:
        inner = [d for d in told for role, outer in d.events if role == "super_event" and outer is draft]
        presupposed = draft.status in (Status.UNSPECIFIED, Status.CLAIMED)
        if presupposed and any(d.status is Status.OCCURRED for d in inner):
            draft.status = Status.OCCURRED


def _attend(draft: Draft) -> None:
    """Count who acts at a gathering among those who attend it."""
    for role, outer in draft.events:
        if role == "super_event" and outer.class_name == "Gathering":
            outer.fill("attendee", [*draft.roles.get("agent", ()), *draft.roles.get("attendee", ())])


def _complete(told: list[Draft], asserted: list[Assertion]) -> list[Draft]:
    """Leave out what lacks a required part, until nothing more falls."""
    speaking = {id(a.speaker) for a in asserted}
    alive = [d for d in told if d.class_name not in INTERNAL]
    while True:
        kept = [d for d in alive if _stands(d, id(d) in speaking)]
        for draft in kept:
            draft.events = [(role, inner) for role, inner in draft.events if any(inner is k for k in kept)]
        if len(kept) == len(alive):
            return kept
        alive = kept


def _stands(draft: Draft, speaks: bool) -> bool:
    assertive = draft.class_name in claims.ASSERTIVE
    groups = [group for group in draft.frame.required if not (speaks and "content" in group)]
    filled = all(any(draft.has(r) for r in group if not (assertive and r == "content")) for group in groups)
    return filled and all(len(draft.roles.get(r, ())) >= least for r, least in draft.frame.minimum.items())


def _own_bodies(made: Context, told: list[Draft]) -> None:
    """Make a body that is not yet founded this report's alone: nothing says that it exists."""
    for draft in told:
        results = draft.roles.get("resulting_organization", [])
        if draft.status is not Status.OCCURRED:
            draft.roles["resulting_organization"] = [_own(made, ref) for ref in results]


def _own(made: Context, ref: Ref) -> Ref:
    entity = made.entities.pop(ref)
    own = iris.local("actor", min(entity.evidence).begin, entity.label)
    made.entities[own] = replace(entity, ref=own, links=())
    made.mentions = tuple(replace(m, entity=own) if m.entity == ref else m for m in made.mentions)
    return own


def _refs(told: list[Draft]) -> dict[int, Ref]:
    """Mint the drafts' references, by identity: the begin of the first trigger, and a number where that is taken."""
    refs: dict[int, Ref] = {}
    for draft in told:
        begin = min(span.begin for p in draft.predicates for span in p.trigger)
        number = 1
        while iris.occurrence(begin, draft.class_name, number) in refs.values():
            number += 1
        refs[id(draft)] = iris.occurrence(begin, draft.class_name, number)
    return refs


def _occurrence(made: Context, draft: Draft, refs: dict[int, Ref], asserted: list[Assertion]) -> Occurrence:
    stated = [a for a in asserted if a.speaker is draft]
    draft.spans.extend(piece for a in stated for piece in a.pieces)
    entity = made.entities.get(draft.entity) if draft.entity is not None else None
    time, starts = next(((t, s) for t, s in draft.times if s), (None, False))
    day = made.article.published if draft.status is Status.OCCURRED and time is None else None
    return Occurrence(
        ref=refs[id(draft)],
        class_name=draft.class_name,
        label=label(made, draft),
        rule=draft.frame.rule,
        status=draft.status,
        evidence=identity.evidence(made, draft),
        trigger=tuple(sorted({span for p in draft.predicates for span in p.trigger})),
        name=entity.name if entity is not None else None,
        event_type=_event_type(draft),
        **_filled(draft),
        **_linked(draft, refs),
        states=tuple(a.ref for a in stated),
        time=time.edtf if time is not None else None,
        not_before=time.begin if time is not None else None,
        not_after=time.end if time is not None else day,
        attested_on=tuple(sorted({t.begin for t, s in draft.times if not s and t.begin == t.end})),
        starts=starts,
    )


def _event_type(draft: Draft) -> str | None:
    """Return the code; what is to be consulted on ahead is an agreement to consult, by PLOVER's rule."""
    ahead = draft.status in (Status.PLANNED, Status.PROPOSED) and draft.frame.event_type in (
        "CONSULT",
        "SUPPORT",
        "COOPERATE",
        "AID",
    )
    return "AGREE" if ahead else draft.frame.event_type


def _filled(draft: Draft) -> dict[str, Any]:
    return {role: tuple(found) for role, found in draft.roles.items() if found}


def _linked(draft: Draft, refs: dict[int, Ref]) -> dict[str, Any]:
    linked: dict[str, list[Ref]] = {}
    for role, inner in draft.events:
        ref = refs.get(id(inner))
        if ref is not None and ref not in linked.setdefault(role, []):
            linked[role].append(ref)
    return {role: tuple(found) for role, found in linked.items()}


def _claim(made: Context, assertion: Assertion, told: list[Draft], refs: dict[int, Ref]) -> Claim:
    inside = [d for d in told if d.status is Status.CLAIMED and assertion.covers(d.first.trigger[-1])]
    names = [made.entities[ref].label for ref in assertion.claimants]
    return claims.claim(made, assertion, names, tuple(refs[id(d)] for d in inside))


def _used(
    made: Context, occurrences: tuple[Occurrence, ...], said: tuple[Claim, ...], held: tuple[object, ...]
) -> tuple[Entity, ...]:
    """Return the entities with a name, and the described ones that something is said of."""
    things = [e for e in made.entities.values() if e.ref.kind != "occurrence"]
    named = {e.ref for e in things if e.name is not None}
    refs = {ref for claim in said for ref in claim.claimant}
    for record in (*occurrences, *held):
        for name in record.__dataclass_fields__:  # type: ignore[attr-defined]
            value = getattr(record, name)
            refs.update(value if isinstance(value, tuple) and not isinstance(value, Ref) else [value])
    return tuple(e for e in things if e.ref in named or e.ref in refs)


def _filed_from(made: Context) -> tuple[Ref, ...]:
    places = made.article.places
    return tuple(
        dict.fromkeys(m.entity for m in made.mentions if m.entity is not None and any(p.covers(m.span) for p in places))
    )
