"""What the files in ontology/ and shapes/ say of a term."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from dateline.vocabulary import dl

ROOT = Path(__file__).parent.parent.parent
FILES = ("dateline", "alignments", "status", "event-types")
ONTOLOGY = URIRef("https://w3id.org/dateline/ns")
STATUSES, EVENT_TYPES = URIRef("https://w3id.org/dateline/status"), URIRef("https://w3id.org/dateline/event-type")


def _read(paths: Iterable[str]) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(ROOT / path)
    return graph


TERMS = _read(f"ontology/{name}.ttl" for name in FILES)
SHAPES = _read(["shapes/dateline.ttl"])


# --- terms ----------------------------------------------------------------------------------------


def texts(term: URIRef, *properties: URIRef) -> list[str]:
    """Return the strings that are said of a term by any of the properties, sorted."""
    return sorted(str(value) for each in properties for value in TERMS.objects(term, each))


def text(term: URIRef, *properties: URIRef) -> str:
    """Return the one string that is said of a term."""
    (value,) = texts(term, *properties)
    return value


def iris(term: URIRef, *properties: URIRef) -> list[URIRef]:
    """Return the IRIs that are said of a term by any of the properties, sorted."""
    return _sorted(value for each in properties for value in TERMS.objects(term, each))


def subjects(value: URIRef, *properties: URIRef) -> list[URIRef]:
    """Return of what an IRI is said by any of the properties, sorted."""
    return _sorted(subject for each in properties for subject in TERMS.subjects(each, value))


def of_type(*types: URIRef) -> list[URIRef]:
    """Return the terms of our namespace that are of a type, in the order of the file."""
    file = (ROOT / "ontology" / "dateline.ttl").read_text("utf-8")
    ours = [term for term in subjects_of(*types) if term.startswith(str(dl))]
    return sorted(ours, key=lambda term: file.index(f"\ndl:{term.rpartition('#')[2]} a "))


def subjects_of(*types: URIRef) -> list[URIRef]:
    """Return the terms that are of a type, sorted."""
    return _sorted(subject for each in types for subject in TERMS.subjects(RDF.type, each))


def concepts(scheme: URIRef, file: str) -> list[URIRef]:
    """Return the concepts of a scheme, in the order of the file, which is one of meaning."""
    words = (ROOT / "ontology" / file).read_text("utf-8")
    found = subjects(scheme, SKOS.inScheme)
    return sorted(found, key=lambda concept: words.index(f":{concept.rpartition('/')[2]} a skos:Concept"))


def line(term: URIRef) -> list[URIRef]:
    """Return a class and the classes of ours above it, the narrowest first."""
    above = [each for each in iris(term, RDFS.subClassOf) if each.startswith(str(dl))]
    return [term, *(each for parent in above for each in line(parent))]


def types(term: URIRef) -> tuple[list[URIRef], list[URIRef]]:
    """Return the types that a node of a class has in the data always, and those that it has if its status allows."""
    ours = line(term)
    always = _sorted(each for own in ours for each in iris(own, RDFS.subClassOf))
    return ours + [each for each in always if each not in ours], _sorted(
        e for o in ours for e in iris(o, SKOS.narrowMatch)
    )


def _sorted(nodes: Iterable[Node]) -> list[URIRef]:
    return sorted({node for node in nodes if isinstance(node, URIRef)})


# --- rules ----------------------------------------------------------------------------------------


def rules_of_property(property_: URIRef) -> list[str]:
    """Return what the shapes say of a property: of its values, and of what may have it."""
    shapes = [shape for shape in SHAPES.subjects(RDF.type, SH.PropertyShape) if property_ in paths(shape)]
    for bearer in SHAPES.subjects(SH.targetSubjectsOf, property_):
        if SHAPES.value(bearer, SH.targetClass) is None:
            shapes += _shapes(bearer, RDF.type)
    return _messages(shapes)


def choices(property_: URIRef) -> list[URIRef]:
    """Return the values that a property may have, where the shapes list them."""
    shapes = [shape for shape in SHAPES.subjects(RDF.type, SH.PropertyShape) if property_ in paths(shape)]
    return _sorted(
        value for shape in shapes for each in SHAPES.objects(shape, SH["in"]) for value in Collection(SHAPES, each)
    )


def rules_of_class(class_: URIRef) -> list[str]:
    """Return what the shapes of a class ask for; a closed shape's other properties are told by `carried`."""
    shapes: list[Node] = []
    for shape in SHAPES.subjects(SH.targetClass, class_):
        shapes += _shapes(shape, RDF.type) if is_closed(shape) else [shape, *_shapes(shape)]
    return _messages(shapes)


def carried(class_: URIRef) -> list[URIRef]:
    """Return the properties that a node of a class may have, if its shape lists them all."""
    closed = [shape for shape in SHAPES.subjects(SH.targetClass, class_) if is_closed(shape)]
    found = {path for shape in closed for each in _shapes(shape) for path in paths(each)}
    return _sorted(found - {RDF.type, RDFS.label})


def kinds() -> list[tuple[str, URIRef]]:
    """Return the kinds of node, in the order of the file: the name of a closed shape, and its class."""
    file = (ROOT / "shapes" / "dateline.ttl").read_text("utf-8")
    closed = [shape for shape in _sorted(SHAPES.subjects(SH.closed)) if is_closed(shape)]
    found = [
        (shape.rpartition("#")[2], class_)
        for shape in closed
        for class_ in _sorted(SHAPES.objects(shape, SH.targetClass))
    ]
    return sorted(found, key=lambda kind: file.index(f"\nshapes:{kind[0]} a "))


def paths(shape: Node) -> set[Node]:
    """Return the properties that a property shape speaks of."""
    found: set[Node] = set()
    for path in SHAPES.objects(shape, SH.path):
        alternatives = SHAPES.value(path, SH.alternativePath)
        found |= {path} if alternatives is None else set(Collection(SHAPES, alternatives))
    return found


def is_closed(shape: Node) -> bool:
    """Tell whether a shape lists all the properties that its nodes may have."""
    return SHAPES.value(shape, SH.closed) is not None


def _shapes(shape: Node, path: URIRef | None = None) -> list[Node]:
    return [each for each in SHAPES.objects(shape, SH.property) if path is None or path in paths(each)]


def _messages(shapes: Iterable[Node]) -> list[str]:
    return sorted({str(message) for shape in shapes for message in SHAPES.objects(shape, SH.message)})
