"""What of a report is right, wrong and missed against gold.

Records are paired one to one, the closest first; what is left over is wrong or missed. The arguments, status and
time of an occurrence are judged where the occurrence itself was found, so that a spurious one counts once, in
its own layer; those of a missed occurrence are missed with it. Every verdict keeps the fact in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.evaluate.alignment import body_of, pair, same_claim, same_entity, same_occurrence, same_tenure
from dateline.evaluate.gold import ROLES, Expected, Gold, GoldClaim, GoldOccurrence
from dateline.evaluate.verdicts import Outcome, Scores, Verdict
from dateline.model import ACTOR_KINDS, Article, BlockKind, Claim, Entity, Kind, Occurrence, Ref, Report


def score(report: Report, gold: Gold) -> Scores:
    """Judge what a report says against the gold annotation of its text."""
    # A named gathering is judged as the occurrence that it is.
    named = tuple(entity for entity in report.entities if entity.ref.kind != "occurrence")
    entities = pair(named, gold.entities, same_entity)
    # A second entity for one in gold must not pass for it, though it has its name.
    names = {entity.ref: f"{entity.name or entity.label} (not in gold)" for entity in named}
    names |= {named[at].ref: gold.entities[to].name for at, to in entities.items()}
    events = pair(report.occurrences, gold.occurrences, lambda one, other: same_occurrence(one, other, names))
    names |= {each.ref: _occurrence_words(each, report.article) for each in report.occurrences}
    names |= {report.occurrences[at].ref: gold.occurrences[to].id for at, to in events.items()}
    return Scores(
        (
            *_judge_article(report.article, gold),
            *_judge_entities(named, gold, entities),
            *_judge_tenures(report, gold, names),
            *_judge_occurrences(report, gold, events),
            *_judge_details(report, gold, events, names),
            *_judge_claims(report, gold, names),
        )
    )


# --- records: paired, then judged ----------------------------------------------------------


def _judge_article(article: Article, gold: Gold) -> Iterator[Verdict]:
    found = _article_fields(article)
    for field in sorted({*found, *gold.article}):
        facts = tuple((f"{field} {value}", "") for value in found.get(field, ()))
        expected = tuple(Expected(f"{field} {value}") for value in gold.article.get(field, ()))
        yield from _judge_values("article", facts, expected)


def _article_fields(article: Article) -> Mapping[str, tuple[str, ...]]:
    spans = {"dateline": article.dateline, "headline": article.headline, "agency": article.agency}
    fields = {field: (article.quote(span),) for field, span in spans.items() if span is not None}
    headings = tuple(article.quote(block.span) for block in article.blocks if block.kind is BlockKind.HEADING)
    published = () if article.published is None else (article.published.isoformat(),)
    return fields | {"headings": headings, "published": published}


def _judge_entities(entities: Sequence[Entity], gold: Gold, pairs: Mapping[int, int]) -> Iterator[Verdict]:
    kinds = {at: to for at, to in pairs.items() if entities[at].kind in gold.entities[to].kinds}
    found = [(_entity_layer(each.kind), f"{each.name or each.label} ({each.kind})", each.rule) for each in entities]
    expected = [
        (_entity_layer(each.kinds[0]), f"{each.name} ({each.kinds[0]})", each.optional) for each in gold.entities
    ]
    yield from _judge_pairs(found, expected, kinds)


def _judge_tenures(report: Report, gold: Gold, names: Mapping[Ref, str]) -> Iterator[Verdict]:
    pairs = pair(report.tenures, gold.tenures, lambda one, other: same_tenure(one, other, names))
    found = [("tenures", f"{names.get(each.person)}, {each.role_name}", each.rule) for each in report.tenures]
    expected = [("tenures", f"{each.person}, {each.roles[0]}", each.optional) for each in gold.tenures]
    yield from _judge_pairs(found, expected, pairs)
    bodies = {to: (body_of(report.tenures[at], names), report.tenures[at].rule) for at, to in pairs.items()}
    for to, tenure in enumerate(gold.tenures):
        # A body left out is missed and no wrong fact.
        body, rule = bodies.get(to, ("", ""))
        words = expected[to][1]
        facts = ((f"{words}: {body}", rule),) if body else ()
        optional = tenure.optional or "" in tenure.bodies
        golds = tuple(Expected(f"{words}: {each}", optional) for each in tenure.bodies if each)
        yield from _judge_values("bodies", facts, golds, either=True)


def _judge_occurrences(report: Report, gold: Gold, pairs: Mapping[int, int]) -> Iterator[Verdict]:
    found = [(each.class_name, _occurrence_words(each, report.article), each.rule) for each in report.occurrences]
    expected = [(each.classes[0], _gold_words(each), each.optional) for each in gold.occurrences]
    yield from _judge_pairs(found, expected, pairs)


def _judge_claims(report: Report, gold: Gold, names: Mapping[Ref, str]) -> Iterator[Verdict]:
    def same(one: Claim, other: GoldClaim) -> float:
        return same_claim(one, other, names)

    pairs = pair(report.claims, gold.claims, same)
    # Of a quotation in several passages each may be a claim of its own: a second one is neither right nor wrong.
    again = {
        at
        for at, claim in enumerate(report.claims)
        if at not in pairs and any(len(each.parts) > 1 and same(claim, each) for each in gold.claims)
    }
    kept = [at for at in range(len(report.claims)) if at not in again]
    found = [("claims", _claim_words(report.claims[at], names), report.claims[at].rule) for at in kept]
    expected = [("claims", f"{_joined(each.claimants)}: {' '.join(each.parts)}", each.optional) for each in gold.claims]
    yield from _judge_pairs(found, expected, {kept.index(at): to for at, to in pairs.items()})
    for at, to in pairs.items():
        if gold.claims[to].verbatim and not gold.claims[to].optional:
            outcome = Outcome.RIGHT if report.claims[at].verbatim else Outcome.WRONG
            yield Verdict("verbatim", report.claims[at].text, outcome, report.claims[at].rule)


def _judge_pairs(
    found: Sequence[tuple[str, str, str]], expected: Sequence[tuple[str, str, bool]], pairs: Mapping[int, int]
) -> Iterator[Verdict]:
    """Judge (layer, fact, rule) against (layer, fact, optional): an optional one found is neither right nor wrong."""
    for at, (layer, fact, rule) in enumerate(found):
        if at not in pairs:
            yield Verdict(layer, fact, Outcome.WRONG, rule)
        elif not expected[pairs[at]][2]:
            yield Verdict(layer, fact, Outcome.RIGHT, rule)
    met = set(pairs.values())
    for to, (layer, fact, optional) in enumerate(expected):
        if to not in met and not optional:
            yield Verdict(layer, fact, Outcome.MISSED)


# --- what an occurrence says: roles, status, time, name ------------------------------------


def _judge_details(report: Report, gold: Gold, pairs: Mapping[int, int], names: Mapping[Ref, str]) -> Iterator[Verdict]:
    found = {to: report.occurrences[at] for at, to in pairs.items()}
    for to, expected in enumerate(gold.occurrences):
        words = _gold_words(expected)
        for layer, values, wanted in _details(found.get(to), expected, gold, names):
            rule = found[to].rule if to in found else ""
            facts = tuple((f"{words} {value}", rule) for value in values)
            golds = tuple(Expected(f"{words} {each.value}", each.optional or expected.optional) for each in wanted)
            yield from _judge_values(layer, facts, golds, either=layer in {"status", "time"})


def _details(
    found: Occurrence | None, expected: GoldOccurrence, gold: Gold, names: Mapping[Ref, str]
) -> Iterator[tuple[str, tuple[str, ...], tuple[Expected, ...]]]:
    """Yield for each field its name, the values found and the values expected."""
    for role in ROLES:
        wanted = expected.roles.get(role, ())
        refs: tuple[Ref, ...] = getattr(found, role) if found is not None else ()
        values = tuple(dict.fromkeys(names.get(ref, ref.slug) for ref in refs))
        if role in gold.open:
            values = tuple(value for value in values if value in {each.value for each in wanted})
        yield role, values, wanted
    status = () if found is None else (str(found.status),)
    yield "status", status, tuple(Expected(each) for each in expected.statuses)
    yield "time", () if found is None or found.time is None else (found.time,), expected.times
    name = () if expected.name is None else (expected.name,)
    yield "name", () if found is None or found.name is None else (found.name,), name


def _judge_values(
    layer: str, found: Sequence[tuple[str, str]], expected: Sequence[Expected], *, either: bool = False
) -> Iterator[Verdict]:
    """Judge (value, rule) against the expected values, all of which there should be, or `either` of them."""
    required = [each.value for each in expected if not each.optional]
    accepted = {each.value for each in expected}
    for value, rule in found:
        if value not in accepted:
            yield Verdict(layer, value, Outcome.WRONG, rule)
        elif value in required:
            yield Verdict(layer, value, Outcome.RIGHT, rule)
    values = {value for value, _ in found}
    missing = [value for value in required if value not in values]
    if either:
        missing = missing[:1] if not values & accepted else []
    for value in missing:
        yield Verdict(layer, value, Outcome.MISSED)


# --- words ---------------------------------------------------------------------------------


def _entity_layer(kind: Kind) -> str:
    others = {Kind.WORK: "works", Kind.GATHERING: "series"}
    return "actors" if kind in ACTOR_KINDS else others.get(kind, "places")


def _occurrence_words(occurrence: Occurrence, article: Article) -> str:
    return f"{occurrence.class_name} «{' … '.join(article.quote(span) for span in occurrence.trigger[:2])}»"


def _gold_words(expected: GoldOccurrence) -> str:
    return f"{expected.classes[0]} {expected.id}"


def _claim_words(claim: Claim, names: Mapping[Ref, str]) -> str:
    source = "the article" if claim.narrator else _words(*(names.get(ref, ref.slug) for ref in claim.claimant))
    return f"{source}: {claim.text}"


def _joined(expected: Iterable[Expected]) -> str:
    return _words(*(each.value for each in expected))


def _words(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
