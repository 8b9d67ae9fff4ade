"""The description of all that a build wrote, in VoID and DCAT, and the links to authorities in one graph.

Counts of statements are counts of the quads: what two reports both say stands in two graphs and counts twice.
Entities are counted once. Nothing in it depends on the clock or on the order of the reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline import iris, serialize, vocabulary
from dateline.iris import Minter
from dateline.mapping import Options
from dateline.serialize.names import prefixed
from dateline.vocabulary import (
    IRI,
    PREFIXES,
    Literal,
    Quad,
    Term,
    dcat,
    dcterms,
    nif,
    prov,
    rdf,
    rdfs,
    void,
    xsd,
)

TITLE = "News reports as linked data"
FORMATS = {
    "turtle": ("Turtle", "text/turtle"),
    "jsonld": ("JSON-LD", "application/ld+json"),
    "nquads": ("N-Quads", "application/n-quads"),
    "trig": ("TriG", "application/trig"),
    "ntriples": ("N-Triples", "application/n-triples"),
    "rdfxml": ("RDF_XML", "application/rdf+xml"),
}
"""A format in the names of the W3C, which VoID takes, and as a media type, which DCAT takes."""
DESCRIPTION, AUTHORITY = "dataset.ttl", "authority.ttl"
"""The names of the two files."""

_BESIDE = frozenset({nif.Context, nif.RFC5147String, nif.Title, prov.Activity})
"""Classes of what supports the entities and is none."""
_NAMESPACES = {prefix: IRI(namespace) for prefix, namespace in PREFIXES.items()}

Pair = tuple[IRI, Term]


@dataclass(frozen=True, slots=True)
class Share:
    """What one report adds to the data."""

    article: IRI
    triples: int
    """Distinct statements of the report's own graph."""
    own: Counter[IRI]
    """Entities that no other report has, by class."""
    entities: int
    """Entities that no other report has."""
    common: frozenset[tuple[IRI, IRI]]
    """Other entities, with each of their classes."""
    links: frozenset[Quad]
    """Statements of the graph of links."""
    vocabularies: frozenset[IRI]


def share(quads: Iterable[Quad], minter: Minter) -> Share:
    """Measure a report's data."""
    distinct = frozenset(quads)
    own = [quad for quad in distinct if quad.graph == minter.graph]
    typed = {(q.subject, q.object) for q in own if q.predicate == rdf.type and isinstance(q.object, IRI)}
    entities = {(node, each) for node, each in typed if each not in _BESIDE and not node.startswith(minter.context)}
    local = {(node, each) for node, each in entities if minter.key in node}
    return Share(
        article=minter.report,
        triples=len(own),
        own=Counter(each for _, each in local),
        entities=len({node for node, _ in local}),
        common=frozenset(entities - local),
        links=distinct - frozenset(own),
        vocabularies=frozenset(_vocabularies(distinct)),
    )


def _vocabularies(quads: Iterable[Quad]) -> Iterator[IRI]:
    for quad in quads:
        term = quad.object if quad.predicate == rdf.type else quad.predicate
        short = prefixed(term) if isinstance(term, IRI) else None
        if short is not None:
            yield _NAMESPACES[short[0]]


@dataclass(slots=True)
class Tally:
    """What the reports of a build amount to; they may come in any order."""

    triples: int = 0
    entities: int = 0
    own: Counter[IRI] = field(default_factory=Counter)
    common: set[tuple[IRI, IRI]] = field(default_factory=set)
    links: set[Quad] = field(default_factory=set)
    vocabularies: set[IRI] = field(default_factory=set)
    articles: set[IRI] = field(default_factory=set)
    files: list[tuple[str, str]] = field(default_factory=list)
    """Format and name of each file."""

    def add(self, share: Share, files: Iterable[tuple[str, str]]) -> None:
        """Add a report and the files that it was written to; a copy of one that was added says nothing new."""
        if share.article in self.articles:
            return
        self.triples += share.triples
        self.entities += share.entities
        self.own.update(share.own)
        self.common |= share.common
        self.links |= share.links
        self.vocabularies |= share.vocabularies
        self.articles.add(share.article)
        self.files.extend(files)


def documents(tally: Tally, options: Options, title: str = TITLE) -> dict[str, str]:
    """Return the description, and the links where there are any, by the names of their files."""
    written = {DESCRIPTION: serialize.write(describe(tally, options, title), "turtle", base=options.base)}
    if tally.links:
        written[AUTHORITY] = serialize.write(tally.links, "turtle", base=options.base)
    return written


# --- the description ----------------------------------------------------------------------------


def describe(tally: Tally, options: Options, title: str = TITLE) -> Iterator[Quad]:
    """Yield the description of a build's data."""
    base, whole = options.base, iris.dataset(options.base)

    def said(subject: IRI, pairs: Iterator[Pair]) -> Iterator[Quad]:
        return (Quad(subject, property_, value, whole) for property_, value in pairs)

    yield from said(whole, _whole(tally, options, title))
    for each in _classes(tally):
        yield from said(_partition(base, each), _class(tally, each))
    for name in {name for name, _ in tally.files}:
        yield from said(iris.dataset(base, name), _distribution(tally, options, name))
    if tally.links:
        yield from said(iris.links(base), _links(tally, base))


def _whole(tally: Tally, options: Options, title: str) -> Iterator[Pair]:
    base = options.base
    yield rdf.type, void.Dataset
    yield rdf.type, dcat.Dataset
    yield rdfs.label, _text(title)
    yield dcterms.title, _text(title)
    yield from _license(options)
    yield _count(void.triples, tally.triples + len(tally.links))
    yield _count(void.entities, _entities(tally))
    yield _count(void.classes, len(_classes(tally)))
    yield _count(void.documents, len(tally.files))
    yield void.uriSpace, _text(base)
    yield from ((void.vocabulary, each) for each in tally.vocabularies)
    yield from ((void.classPartition, _partition(base, each)) for each in _classes(tally))
    if tally.articles:
        yield void.exampleResource, min(tally.articles)
    for name, file in tally.files:
        yield void.feature, IRI(vocabulary.FORMATS + FORMATS[name][0])
        yield void.dataDump, iris.document(base, file)
        yield dcat.distribution, iris.dataset(base, name)
    if tally.links:
        yield void.subset, iris.links(base)


def _classes(tally: Tally) -> list[IRI]:
    return sorted({*tally.own, *(each for _, each in tally.common)})


def _entities(tally: Tally) -> int:
    return tally.entities + len({node for node, _ in tally.common})


def _partition(base: str, class_: IRI) -> IRI:
    return iris.dataset(base, "class", "-".join(prefixed(class_) or (iris.slug(class_),)))


def _class(tally: Tally, class_: IRI) -> Iterator[Pair]:
    yield rdf.type, void.Dataset
    yield rdfs.label, _text(f"Entities of class {':'.join(prefixed(class_) or (class_,))}")
    yield void["class"], class_
    yield _count(void.entities, tally.own[class_] + sum(each == class_ for _, each in tally.common))


def _distribution(tally: Tally, options: Options, name: str) -> Iterator[Pair]:
    yield rdf.type, dcat.Distribution
    yield rdfs.label, _text(f"The data in {name}")
    yield from _license(options)
    yield dcat.mediaType, IRI(vocabulary.MEDIA_TYPES + FORMATS[name][1])
    yield dcat.accessURL, IRI(options.base)
    yield from ((dcat.downloadURL, iris.document(options.base, file)) for format, file in tally.files if format == name)


def _links(tally: Tally, base: str) -> Iterator[Pair]:
    yield rdf.type, void.Dataset
    yield rdfs.label, _text("Links to authorities: background knowledge, not reported")
    yield _count(void.triples, len(tally.links))
    yield void.dataDump, iris.document(base, AUTHORITY)


def _license(options: Options) -> Iterator[Pair]:
    if options.license is not None:
        yield dcterms.license, iris.external(options.license)


def _count(property_: IRI, number: int) -> Pair:
    return property_, Literal(str(number), xsd.integer)


def _text(value: str) -> Literal:
    return Literal(value, xsd.string)
