"""TriG 1.1: Turtle with a block a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.serialize.order import describe, subjects
from dateline.serialize.turtle import Terms
from dateline.vocabulary import IRI, Quad

INDENT = "    "


def write(quads: Iterable[Quad], base: str) -> str:
    """Return the statements of each graph as one TriG document."""
    graphs: dict[IRI, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph].append(quad)
    terms = Terms(base)
    blocks = [_graph(terms, graph, graphs[graph], base) for graph in subjects(graphs, base)]
    return "\n".join([terms.head(), *blocks])


def _graph(terms: Terms, graph: IRI, quads: list[Quad], base: str) -> str:
    nodes = describe(quads)
    blocks = "\n".join(terms.block(subject, nodes[subject]) for subject in subjects(nodes, base))
    # Literals hold no line break that is not escaped, so that every line is markup.
    lines = (f"{INDENT}{line}" if line else "" for line in blocks.splitlines())
    return f"{terms[graph]} {{\n" + "\n".join(lines) + "\n}\n"
