"""The nodes of a report's graph: each record's table, and what follows from several of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline import iris
from dateline.mapping import classes
from dateline.mapping.passages import bounds
from dateline.mapping.site import Site
from dateline.mapping.tables import ARTICLE, CLAIM, ENTITY, EXISTING, OCCURRENCE, REPORT, TENURE, apply
from dateline.model import ACTOR_KINDS, PLACE_KINDS, BlockKind, Claim, Entity, Occurrence, Span, Status, Tenure
from dateline.vocabulary import IRI, Literal, Term, dcterms, dl, nif, prov, rdf, rdfs, schema, xsd

Statement = tuple[IRI, IRI, Term]
Pairs = Iterator[tuple[IRI, Term]]

NAMED_KINDS = ACTOR_KINDS | PLACE_KINDS
"""The kinds that an article mentions and that a passage names."""
BODY = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)

_DATED = (
    (re.compile(r"\d{4}-\d\d-\d\d"), xsd.date),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), xsd.gYearMonth),
    (re.compile(r"\d{4}"), xsd.gYear),
)


def facts(site: Site) -> Iterator[Statement]:
    """Yield everything but the links; the passages come last, when all are known.

    A named gathering is an entity only for the linker: the occurrence that it is says all of it.
    """
    report = site.report
    yield from _of(site.minter.report, _article(site))
    yield from _of(site.minter.context, _context(site))
    yield from _publisher(site)
    for entity in report.entities:
        if entity.ref.kind != "occurrence":
            yield from _of(site.minter.ref(entity.ref), _entity(site, entity))
    for tenure in report.tenures:
        yield from _tenure(site, tenure)
    for occurrence in report.occurrences:
        yield from _of(site.minter.ref(occurrence.ref), _occurrence(site, occurrence))
    for claim in report.claims:
        yield from _of(site.minter.ref(claim.ref), _claim(site, claim))
    _point_at_headings(site)
    _point_at_topics(site)
    if site.options.mentions:
        _point_at_mentions(site)
    yield from site.passages.statements()
    yield from _provenance(site)


def links(site: Site) -> Iterator[Statement]:
    """Yield what authorities add to the entities that they know."""
    for entity in site.report.entities:
        if entity.ref not in site.unborn:
            for link in entity.links:
                is_iri = link.property == "sameAs"
                value = iris.external(link.value) if is_iri else Literal(link.value, xsd.string)
                yield site.minter.ref(entity.ref), schema[link.property], value


# --- the article and its text -----------------------------------------------------------------


def _article(site: Site) -> Pairs:
    report = site.report
    yield rdf.type, schema.NewsArticle
    yield rdfs.label, Literal(_label(site, "Report"), xsd.string)
    yield prov.wasDerivedFrom, site.minter.context
    yield schema.inLanguage, Literal("en", xsd.string)
    yield schema.wordCount, Literal(str(_word_count(site)), xsd.integer)
    yield from apply(ARTICLE, site, site.article)
    yield from apply(REPORT, site, report)
    if site.article.publisher is not None:
        yield schema.publisher, iris.publisher(site.options.base, site.article.publisher)
    for entity in report.entities:
        if entity.kind in NAMED_KINDS:
            yield schema.mentions, site.minter.ref(entity.ref)
    for topic in report.topics:
        yield schema.about, iris.external(topic.concept)


def _label(site: Site, what: str) -> str:
    article = site.article
    place = None if article.dateline is None else " ".join(article.quote(article.dateline).split())
    day = None if article.published is None else article.published.isoformat()
    return ", ".join(each for each in (what, place, day) if each is not None)


def _word_count(site: Site) -> int:
    article = site.article
    return sum(len(article.quote(block.span).split()) for block in article.blocks if block.kind in BODY)


def _context(site: Site) -> Pairs:
    for each in classes.CONTEXT:
        yield rdf.type, each
    yield dcterms.identifier, Literal(f"sha256:{site.minter.digest}", xsd.string)
    yield from bounds(Span(0, len(site.article.text)))
    yield nif.referenceContext, site.minter.context
    if site.options.text_policy == "full":
        yield nif.isString, Literal(site.article.text, xsd.string)
    if site.article.url is not None:
        yield nif.sourceUrl, iris.external(site.article.url)


def _publisher(site: Site) -> Iterator[Statement]:
    """Describe the publisher as the caller names it: not an Actor, since the text does not speak of it."""
    name = site.article.publisher
    if name is None:
        return
    node = iris.publisher(site.options.base, name)
    if all(site.minter.ref(entity.ref) != node for entity in site.report.entities):
        yield node, rdf.type, schema.Organization
        yield node, rdfs.label, Literal(name, xsd.string)
        yield node, schema.name, Literal(name, xsd.string)


def _provenance(site: Site) -> Iterator[Statement]:
    node, options = site.minter.graph, site.options
    yield node, rdfs.label, Literal(_label(site, "Graph"), xsd.string)
    if options.license is not None:
        yield node, dcterms.license, iris.external(options.license)
    if options.version is not None and options.model_name is not None:
        build = iris.build(options.base, options.version, options.model_name)
        yield node, prov.wasGeneratedBy, build
        yield build, rdf.type, prov.Activity
        yield build, rdfs.label, Literal(f"Dateline {options.version}, {options.model_name}", xsd.string)
        yield build, schema.softwareVersion, Literal(options.version, xsd.string)


# --- what is said -----------------------------------------------------------------------------


def _entity(site: Site, entity: Entity) -> Pairs:
    for each in classes.of_entity(entity):
        yield rdf.type, each
    yield from apply(ENTITY, site, entity)
    if entity.ref not in site.unborn:
        yield from apply(EXISTING, site, entity)
    if entity.kind in NAMED_KINDS:
        for span in entity.evidence:
            site.passages.point(span).names.add(site.minter.ref(entity.ref))


def _tenure(site: Site, tenure: Tenure) -> Iterator[Statement]:
    node = site.minter.ref(tenure.ref)
    for each in classes.TENURE:
        yield node, rdf.type, each
    yield from _of(node, apply(TENURE, site, tenure))
    if tenure.body is not None and tenure.body not in site.unborn:
        yield site.minter.ref(tenure.body), schema.member, node


def _claim(site: Site, claim: Claim) -> Pairs:
    for each in classes.of_claim(claim):
        yield rdf.type, each
    yield from apply(CLAIM, site, claim)
    yield schema.subjectOf, site.minter.report
    if claim.narrator:
        yield dl.claimant, site.minter.report


def _occurrence(site: Site, occurrence: Occurrence) -> Pairs:
    for each in classes.of_occurrence(occurrence):
        yield rdf.type, each
    yield from apply(OCCURRENCE, site, occurrence)
    yield schema.subjectOf, site.minter.report
    if occurrence.status is Status.PLANNED and classes.is_act(occurrence):
        yield schema.actionStatus, schema.PotentialActionStatus
    if occurrence.starts and occurrence.time is not None:
        yield from _dates(occurrence.time)


def _dates(edtf_value: str) -> Pairs:
    """Say when it starts and ends, as far as a plain day, month or year is known."""
    begin, _, end = edtf_value.partition("/")
    for property_, value in ((schema.startDate, begin), (schema.endDate, end)):
        datatype = next((datatype for pattern, datatype in _DATED if pattern.fullmatch(value)), None)
        if datatype is not None:
            yield property_, Literal(value, datatype)


# --- passages that no description points at ---------------------------------------------------


def _point_at_headings(site: Site) -> None:
    spans = [block.span for block in site.article.blocks if block.kind in HEADINGS]
    headline = site.article.headline
    for span in spans if headline is None else [headline, *spans]:
        site.passages.point(span).is_heading = True


def _point_at_topics(site: Site) -> None:
    for topic in site.report.topics:
        passage = site.passages.point(topic.span)
        passage.is_quotable = True
        passage.names.add(iris.external(topic.concept))
        passage.rules.add(site.minter.rule(topic.rule))


def _point_at_mentions(site: Site) -> None:
    for mention in site.report.mentions:
        if mention.entity is not None and mention.kind in NAMED_KINDS:
            passage = site.passages.point(mention.span)
            passage.is_quotable = True
            passage.names.add(site.minter.ref(mention.entity))
    for time in site.report.times:
        passage = site.passages.point(time.span)
        passage.is_quotable = True
        passage.times.add(time.edtf)


def _of(subject: IRI, pairs: Pairs) -> Iterator[Statement]:
    for predicate, value in pairs:
        yield subject, predicate, value
