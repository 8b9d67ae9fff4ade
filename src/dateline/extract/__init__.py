"""From annotation to records: what happened, who said what, who holds which office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.extract import (
    circumstances,
    claims,
    identity,
    interpreter,
    judgements,
    records,
    relations,
    status,
    topics,
)
from dateline.extract.claims import Assertion
from dateline.extract.context import Context, context
from dateline.extract.drafts import SPEECH, Draft
from dateline.extract.tenures import tenures
from dateline.lexicon import Lexicon
from dateline.lexicon.words import Words
from dateline.model import BlockKind, Entity, Mention, Parse, Predicate, Report, Status, Time

INTERNAL = frozenset({"Participation"})
"""Classes of frames that only fill other occurrences."""


def extract(
    parse: Parse,
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    times: Iterable[Time],
    predicates: Iterable[Predicate],
    lexicon: Lexicon,
    words: Words | None = None,
) -> Report:
    """Extract all that a report says."""
    made = context(parse, mentions, entities, times, predicates)
    told = _drafts(made, lexicon)
    asserted, nested = claims.assertions(made, lexicon.grammar, told)
    asserted += judgements.judgements(made, lexicon, words, told, asserted)
    _judge(made, lexicon, told, asserted)
    told = _complete(_narrated(made, told, asserted), [*asserted, *_reported(nested)])
    told = sorted(told, key=lambda draft: draft.first.trigger)
    records.own_bodies(made, told, asserted)
    refs = records.mint(told)
    records.settle(made, told, refs)
    shown = topics.topics(parse, lexicon.topics, made.mentions)
    about = [topics.concern(parse, draft, shown, lexicon.topics) for draft in told]
    plain = (records.occurrence(made, draft, refs, asserted) for draft in told)
    occurrences = tuple(replace(each, topics=found) for each, found in zip(plain, about, strict=True))
    held = tenures(parse, made.mentions, tuple(made.entities.values()), words)
    said = tuple(records.claim(made, assertion, told, refs) for assertion in asserted)
    used = records.used(made, occurrences, said, held)
    return Report(
        article=parse.article,
        entities=used,
        tenures=held,
        occurrences=occurrences,
        claims=said,
        topics=shown,
        mentions=records.mentioned(made, used, occurrences),
        times=made.times,
        filed_from=records.filed_from(made),
    )


def _drafts(made: Context, lexicon: Lexicon) -> list[Draft]:
    told = _without_own(made, interpreter.interpret(made, lexicon))
    for draft in told:
        relations.join_subject(made, lexicon.grammar, draft)
    circumstances.attach(made, lexicon.grammar, told)
    told = identity.unite(made, relations.join_speech(told))
    relations.relate(made, lexicon.grammar, told)
    return identity.unite(made, told)


def _without_own(made: Context, drafts: list[Draft]) -> list[Draft]:
    """Leave out what the report's own agency says, as if it were not said."""
    told = [draft for draft in drafts if not _is_own(made, draft)]
    for draft in told:
        draft.governor = draft.governor if any(draft.governor is each for each in told) else None
    return told


def _is_own(made: Context, draft: Draft) -> bool:
    """Tell whether the report's own agency says so: then the narrator does, and nothing is reported of anybody."""
    article, agents = made.article, draft.roles.get("agent", ())
    own = {name.casefold() for name in (article.publisher, article.agency and article.quote(article.agency)) if name}
    entities = [made.entities[ref] for ref in agents]
    return bool(own and agents) and draft.class_name in SPEECH and all(_is_called(each, own) for each in entities)


def _is_called(entity: Entity, names: set[str]) -> bool:
    return any(name.casefold() in names for name in (entity.label, entity.name or "", *entity.alternate_names))


def _judge(made: Context, lexicon: Lexicon, told: list[Draft], asserted: list[Assertion]) -> None:
    for draft in told:
        statuses = []
        for predicate in draft.predicates:
            one = status.judge(made, lexicon.grammar, draft, predicate)
            inside = any(a.covers(predicate.trigger[-1]) and a.speaker is not draft for a in asserted)
            inside = inside or status.is_reported(draft, predicate)
            statuses.append(Status.CLAIMED if inside and one in status.REAL else one)
        draft.status = status.strongest(statuses)
        if draft.proposed and draft.status is not Status.NEGATED:
            draft.status = Status.PROPOSED
        if draft.status is Status.OCCURRED:
            relations.attend(draft)
    asked = (inner for d in told if d.class_name == "Request" for role, inner in d.events if role == "about")
    for draft in asked:
        draft.status = Status.PROPOSED if draft.status is Status.UNSPECIFIED else draft.status
    for draft in told:
        trigger = draft.first.trigger[-1]
        if draft.status is Status.CLAIMED and not any(a.covers(trigger) and a.speaker is not draft for a in asserted):
            draft.status = Status.UNSPECIFIED
    for draft in told:
        inner = [d for d in told for role, outer in d.events if role == "super_event" and outer is draft]
        presupposed = draft.status in (Status.UNSPECIFIED, Status.CLAIMED)
        if presupposed and (draft.attended or any(d.status is Status.OCCURRED for d in inner)):
            draft.status = Status.OCCURRED


def _narrated(made: Context, told: list[Draft], asserted: list[Assertion]) -> list[Draft]:
    """Leave out what stands in a quotation of nobody known, and in no claim: the narrator does not say it."""
    quotations = [block.span for block in made.article.blocks if block.kind is BlockKind.QUOTATION]
    speaking = {id(a.speaker) for a in asserted}
    return [
        draft
        for draft in told
        if id(draft) in speaking
        or not all(any(span.covers(p.trigger[0]) for span in quotations) for p in draft.predicates)
        or any(a.covers(p.trigger[0]) for p in draft.predicates for a in asserted)
    ]


def _reported(nested: list[Assertion]) -> list[Assertion]:
    """Return what was said within what somebody else said, by acts of saying; their evidence grows by it."""
    spoken = [each for each in nested if each.speaker is not None and each.speaker.class_name == "Statement"]
    for each in spoken:
        if each.speaker is not None:
            each.speaker.spans.extend(each.pieces)
    return spoken


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
