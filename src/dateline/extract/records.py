"""Drafts and assertions become the records that the mapping writes."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from dateline import iris
from dateline.extract import claims, identity
from dateline.extract.claims import Assertion
from dateline.extract.context import Context
from dateline.extract.drafts import Draft
from dateline.extract.labels import label
from dateline.model import Claim, Entity, Mention, Occurrence, Ref, Status, Tenure

AHEAD = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Event types that are AGREE while they lie ahead (PLOVER)."""


def mint(told: list[Draft]) -> dict[int, Ref]:
    """Mint the drafts' references, by identity: the begin of the first trigger, and a number where that is taken."""
    refs: dict[int, Ref] = {}
    for draft in told:
        begin = min(span.begin for p in draft.predicates for span in p.trigger)
        number = 1
        while iris.occurrence(begin, draft.class_name, number) in refs.values():
            number += 1
        refs[id(draft)] = iris.occurrence(begin, draft.class_name, number)
    return refs


def settle(made: Context, told: list[Draft], refs: dict[int, Ref]) -> None:
    """Let mentions of gatherings refer to the occurrences that they became."""
    became = {ref: refs[id(d)] for d in told for ref in (d.entity, *d.aliases) if ref is not None}
    made.mentions = tuple(replace(m, entity=became[m.entity]) if m.entity in became else m for m in made.mentions)


def mentioned(made: Context, entities: tuple[Entity, ...], occurrences: tuple[Occurrence, ...]) -> tuple[Mention, ...]:
    """Return the mentions of what is described: not of what nothing is said of."""
    described = {entity.ref for entity in entities} | {occurrence.ref for occurrence in occurrences}
    return tuple(mention for mention in made.mentions if mention.entity in described)


def occurrence(made: Context, draft: Draft, refs: dict[int, Ref], asserted: list[Assertion]) -> Occurrence:
    """Freeze an occurrence."""
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


def claim(made: Context, assertion: Assertion, told: list[Draft], refs: dict[int, Ref]) -> Claim:
    """Freeze a claim; it is about the occurrences that are told inside it alone."""
    inside = [d for d in told if d.status is Status.CLAIMED and assertion.covers(d.first.trigger[-1])]
    names = [made.entities[ref].label for ref in assertion.claimants]
    return claims.claim(made, assertion, names, tuple(refs[id(d)] for d in inside))


def own_bodies(made: Context, told: list[Draft], asserted: list[Assertion]) -> None:
    """Make a body that is not yet founded this report's alone: nothing says that it exists."""
    founding = (d for d in told if d.status is not Status.OCCURRED)
    new = {ref: _own(made.entities[ref]) for d in founding for ref in d.roles.get("resulting_organization", ())}
    if not new:
        return
    made.entities = {new.get(ref, ref): replace(e, ref=new.get(ref, ref)) for ref, e in made.entities.items()}
    made.mentions = tuple(replace(m, entity=new.get(m.entity, m.entity)) if m.entity else m for m in made.mentions)
    for draft in told:
        draft.roles = {role: [new.get(ref, ref) for ref in refs] for role, refs in draft.roles.items()}
    for assertion in asserted:
        assertion.claimants = tuple(new.get(ref, ref) for ref in assertion.claimants)


def _own(entity: Entity) -> Ref:
    return iris.local("actor", min(entity.evidence).begin, entity.label)


def used(
    made: Context, occurrences: tuple[Occurrence, ...], said: tuple[Claim, ...], held: tuple[Tenure, ...]
) -> tuple[Entity, ...]:
    """Return the entities with a name, and the described ones that something is said of."""
    things = [e for e in made.entities.values() if e.ref.kind != "occurrence"]
    named = {e.ref for e in things if e.name is not None}
    refs = {ref for claim in said for ref in claim.claimant}
    records: tuple[Occurrence | Tenure, ...] = (*occurrences, *held)
    for record in records:
        for field in fields(record):
            value = getattr(record, field.name)
            refs.update(value if isinstance(value, tuple) and not isinstance(value, Ref) else [value])
    return tuple(e for e in things if e.ref in named or e.ref in refs)


def filed_from(made: Context) -> tuple[Ref, ...]:
    """Return the places of the dateline that are known."""
    places = made.article.places
    return tuple(
        dict.fromkeys(m.entity for m in made.mentions if m.entity is not None and any(p.covers(m.span) for p in places))
    )
