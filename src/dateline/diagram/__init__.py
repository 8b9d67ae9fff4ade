"""A report's graph as a picture that a person can read: quads → figure → Mermaid.

Mermaid, because it is text that GitHub, GitLab and many editors show as a picture with nothing installed.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.diagram import edges, mermaid, nodes
from dateline.diagram.figure import Figure
from dateline.serialize.order import describe
from dateline.vocabulary import IRI, Quad

SUFFIX = ".mmd"
"""What the names of files with a diagram end with."""


def draw(quads: Iterable[Quad]) -> str:
    """Return the diagram of a report's graph: the same bytes for the same statements in any order."""
    return mermaid.write(compose(quads))


def compose(quads: Iterable[Quad]) -> Figure:
    """Return what is drawn of a report's graph."""
    graph = {iri: said for iri, said in describe(quads).items() if isinstance(iri, IRI)}  # no blank nodes
    found = nodes.find(graph)
    ids = nodes.identify(found)
    arrows = edges.trace(graph, found, ids)
    joined = {end for edge in arrows for end in (edge.source, edge.target)}
    drawn = tuple(nodes.node(graph, iri, ids[iri], group.style) for iri, group in found.items() if ids[iri] in joined)
    return Figure(nodes.title(graph, found), drawn, tuple(arrows))
