"""Tenures: a person holding an office in a body or state, as the report states it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline import iris
from dateline.annotate import counterparts, holders
from dateline.annotate.counterparts import Origin
from dateline.annotate.holders import Holding
from dateline.annotate.page import Page
from dateline.lexicon.words import Words
from dateline.model import ACTOR_KINDS, PLACE_KINDS, Entity, Form, Kind, Mention, Parse, Ref, Span, Tenure


def tenures(
    parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...], words: Words | None = None
) -> tuple[Tenure, ...]:
    """Return who holds which office, one tenure for a person, a role and a body, in text order."""
    page, offices = holders.read(parse, mentions, words)
    known = {entity.ref: entity for entity in entities}
    found = [_tenure(page, holding, mentions, known) for holding in holders.find(page, offices, mentions)]
    merged = _merged([tenure for tenure in found if tenure is not None], page.words)
    origins = counterparts.origins(page, mentions)
    return _distinct([_placed(tenure, origins, known) for tenure in merged])


def _placed(tenure: Tenure, origins: dict[Ref, Origin], known: dict[Ref, Entity]) -> Tenure:
    """Return a tenure without a body in the state of which its bearer is introduced as the counterpart."""
    origin = origins.get(tenure.person)
    if tenure.body is not None or origin is None or origin.state not in known:
        return tenure
    label = f"{tenure.label}, {known[origin.state].label}"
    evidence: tuple[Span, ...] = tuple(sorted({*tenure.evidence, origin.evidence}))
    return replace(tenure, label=label, body=origin.state, evidence=evidence)


def _tenure(page: Page, holding: Holding, mentions: tuple[Mention, ...], known: dict[Ref, Entity]) -> Tenure | None:
    person = holding.person.entity
    if person is None or person not in known:
        return None
    office = holding.office
    role = office.role(page)
    stated = _body(page, office.body, mentions) if office.body is not None else _owner(page, office.first - 1, mentions)
    body = stated.entity if stated is not None and stated.entity in known and stated.kind in ACTOR_KINDS else None
    if stated is not None and stated.kind in PLACE_KINDS - {Kind.STATE}:
        role = page.string(office.begin, office.last)
    label = known[person].label + ": " + role + (f", {known[body].label}" if body is not None else "")
    return Tenure(
        ref=iris.tenure(person, role),
        label=label,
        rule=f"tenures/{holding.pattern}",
        evidence=(holding.span(page),),
        person=person,
        role_name=role,
        body=body,
        attested_on=page.parse.article.published,
    )


def _body(page: Page, tokens: tuple[int, int], mentions: Iterable[Mention]) -> Mention | None:
    """Return the longest mention among the tokens; a state within a body's name does not count beside it."""
    span = page.span(*tokens)
    inside = [m for m in mentions if span.covers(m.span) and m.kind is not Kind.PERSON]
    return max(inside, key=lambda m: (m.span.end - m.span.begin, -m.span.begin), default=None)


def _owner(page: Page, before: int, mentions: Iterable[Mention]) -> Mention | None:
    """Return what "its" before an office stands for: "the bank and its president, X"."""
    if before < 0 or page.lower[before] != "its":
        return None
    return next((m for m in mentions if m.head == before and m.form is Form.PRONOUN), None)


def _merged(found: list[Tenure], words: Words) -> list[Tenure]:
    """Join tenures that state the same, and those without a body to the one with it."""
    merged: list[Tenure] = []
    for tenure in found:
        at = next((i for i, other in enumerate(merged) if _is_same(tenure, other, words)), None)
        if at is None:
            merged.append(tenure)
        else:
            merged[at] = _joined(merged[at], tenure)
    return merged


def _is_same(one: Tenure, other: Tenure, words: Words) -> bool:
    if one.person != other.person or (one.body != other.body and None not in (one.body, other.body)):
        return False
    if _initials(one) == other.role_name or _initials(other) == one.role_name:
        return True
    role, alike = _spelled(one, words), _spelled(other, words)
    inner, outer = sorted((set(role.split()), set(alike.split())), key=len)
    return inner == outer or (_head(role) == _head(alike) and inner < outer)


def _initials(tenure: Tenure) -> str:
    return "".join(word[0] for word in tenure.role_name.split()).upper()


def _spelled(tenure: Tenure, words: Words) -> str:
    """Return a role in lower case with its abbreviations written out: "deputy prime minister" of "Deputy PM"."""
    parts = (part.rstrip(".") for part in tenure.role_name.casefold().split())
    return " ".join(each for part in parts for each in words.abbreviated.get(part, (part,)))


def _head(role: str) -> str:
    return role.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]


def _joined(one: Tenure, other: Tenure) -> Tenure:
    """Return the fuller of two statements, with the passages of both."""
    fuller = max((one, other), key=lambda t: (t.body is not None, len(t.role_name.split()), t is one))
    rest = other if fuller is one else one
    evidence: tuple[Span, ...] = tuple(sorted({*one.evidence, *other.evidence}))
    if rest.role_name.casefold() == fuller.role_name.casefold() and rest.rule != "tenures/description":
        label = fuller.label.replace(f": {fuller.role_name}", f": {rest.role_name}")
        fuller = replace(fuller, ref=rest.ref, role_name=rest.role_name, rule=rest.rule, label=label)
    return replace(fuller, evidence=evidence)


def _distinct(found: list[Tenure]) -> tuple[Tenure, ...]:
    """Tell apart by their bodies the tenures of one person in the same role of several."""
    taken: set[Ref] = set()
    told: list[Tenure] = []
    for tenure in found:
        ref = tenure.ref
        if ref in taken and tenure.body is not None:
            ref = iris.tenure(tenure.person, f"{tenure.role_name} {tenure.body.slug}")
        if ref not in taken:
            taken.add(ref)
            told.append(replace(tenure, ref=ref))
    return tuple(told)
