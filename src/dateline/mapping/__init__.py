"""Records to quads: `tables` says which field is which property, `nodes` what no single field says.

The mapping adds nothing to the record. Facts stand in the article's own graph; links to authorities, which
are background knowledge and not reported, in `graph/links`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline import iris
from dateline.mapping import nodes
from dateline.mapping.site import TEXT_POLICIES, Options, Site
from dateline.model import Report
from dateline.vocabulary import PREFIXES, Quad, Term, xsd
from dateline.vocabulary import Literal as Value

if TYPE_CHECKING:
    from rdflib import Graph, Literal, URIRef

__all__ = ["TEXT_POLICIES", "Options", "graph", "quads"]


def quads(report: Report, options: Options) -> Iterator[Quad]:
    """Yield what a report says; a statement may be repeated.

    Raises:
        OutputError: a passage lies outside the text, or a URL has no scheme.
    """
    site = Site(report, options)
    graph = site.minter.graph
    for subject, predicate, value in nodes.facts(site):
        yield Quad(subject, predicate, value, graph)
    if options.links:
        background = iris.links(options.base)
        for statement in nodes.links(site):
            yield Quad(*statement, background)


def graph(report: Report, options: Options) -> Graph:
    """Return the same as an rdflib graph, all in one; lexical forms stay as they are."""
    from rdflib import Graph, URIRef

    result = Graph()
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace, replace=True)
    for quad in quads(report, options):
        result.add((URIRef(quad.subject), URIRef(quad.predicate), _term(quad.object)))
    return result


def _term(term: Term) -> Literal | URIRef:
    from rdflib import Literal, URIRef

    if not isinstance(term, Value):
        return URIRef(term)
    # rdflib holds a plain literal and an xsd:string apart, and rewrites values unless told not to.
    datatype = None if term.datatype == xsd.string else URIRef(term.datatype)
    return Literal(term.value, datatype=datatype, normalize=False)
