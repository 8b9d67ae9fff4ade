"""What a term looks like in data: the committed build of the seed first, then the valid files of the shapes' tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from textwrap import shorten
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import URIRef
from source import ROOT

from dateline.serialize.names import ours
from dateline.serialize.order import Description, natural
from dateline.serialize.turtle import Terms
from dateline.vocabulary import IRI, Literal, Node, Term, nif, rdf, rdfs

BASE = "https://example.org/"
FOLDERS = ("output", "tests/shapes/valid")
LENGTH = 40
"""Characters of a comment; more is cut off between words."""

Graph = dict[IRI, Description]


class Example(NamedTuple):
    """An excerpt in Turtle, and the folder that it is from."""

    turtle: str
    folder: str


def of_class(class_: URIRef) -> Example | None:
    """Return the description of the node of a class of which the least is said."""
    for folder in FOLDERS:
        nodes = [iri for iri, about in _graph(folder).items() if IRI(class_) in about.get(rdf.type, ())]
        if nodes:
            node = min(nodes, key=lambda iri: (_size(folder, iri), natural(iri)))
            return Example("\n".join(_lines(folder, node)), folder)
    return None


def of_property(property_: URIRef) -> Example | None:
    """Return what the node that has the fewest values of a property says with it."""
    for folder in FOLDERS:
        nodes = {iri: about[IRI(property_)] for iri, about in _graph(folder).items() if IRI(property_) in about}
        if nodes:
            node = min(nodes, key=lambda iri: (len(nodes[iri]), natural(iri)))
            return Example("\n".join(_lines(folder, node, IRI(property_))), folder)
    return None


@cache
def _graph(folder: str) -> Graph:
    graph: dict[IRI, dict[IRI, set[Node | Literal]]] = defaultdict(lambda: defaultdict(set))
    for path in sorted((ROOT / folder).glob("*.ttl")):
        for quad in ox.parse(path=path):
            graph[IRI(quad.subject.value)][IRI(quad.predicate.value)].add(_term(quad.object))
    return dict(graph)


def _term(node: object) -> Term:
    if isinstance(node, ox.Literal):
        return Literal(node.value, IRI(node.datatype.value))
    assert isinstance(node, ox.NamedNode), "data have no blank nodes"
    return IRI(node.value)


def _size(folder: str, iri: IRI) -> int:
    return sum(len(values) for values in _graph(folder)[iri].values())


def _lines(folder: str, node: IRI, only: IRI | None = None) -> Iterator[str]:
    """Yield a node's description, or its values of one property, with the words behind IRIs as comments."""
    graph, terms = _graph(folder), Terms(ours(BASE))
    yield f"# {_words(graph, node)}"
    yield terms[node]
    if only is None:
        yield f"    a {', '.join(sorted(terms[each] for each in graph[node][rdf.type]))} ;"
    pairs = [
        (terms[name], value)
        for name in graph[node]
        if name != rdf.type and only in (None, name)
        for value in graph[node][name]
    ]
    pairs.sort(key=lambda pair: (pair[0], natural(terms[pair[1]])))
    for name, value in pairs:
        words = _words(graph, value)
        yield f"    {name} {terms[value]} {'.' if (name, value) == pairs[-1] else ';'}{words and f'  # {words}'}"


def _words(graph: Graph, term: Node | Literal) -> str:
    """Return the words of a passage or the label of a node, not too many of them."""
    about = graph.get(term, {}) if isinstance(term, IRI) else {}
    words = [
        each.value for name in (nif.anchorOf, rdfs.label) for each in about.get(name, ()) if isinstance(each, Literal)
    ]
    return shorten("".join(words), LENGTH, placeholder=" …")
