"""TriG 1.1: Turtle with a block a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.serialize.names import Names
from dateline.serialize.nesting import NONE, Nesting
from dateline.serialize.order import Description, by_graph, graphs
from dateline.serialize.turtle import INDENT, Blocks, Terms
from dateline.vocabulary import Node, Statement


def write(statements: Iterable[Statement], names: Names, nesting: Nesting = NONE, *, is_long: bool = False) -> str:
    """Return the statements of each graph as one TriG document, those of the default graph first."""
    terms = Terms(names, is_long=is_long)
    described = by_graph(statements)
    blocks = [*_default(terms, described.pop(None, {}), nesting), *_named(terms, described, nesting)]
    return "\n".join([*terms.head(), *blocks])


def _default(terms: Terms, nodes: Mapping[Node, Description], nesting: Nesting) -> Iterator[str]:
    for block in Blocks(terms, nodes, nesting).all():
        yield "\n".join([*block, ""])


def _named(
    terms: Terms, described: Mapping[Node | None, Mapping[Node, Description]], nesting: Nesting
) -> Iterator[str]:
    for graph in graphs(described, terms.names.base):
        blocks = Blocks(terms, described[graph], nesting).all()
        inner = "\n\n".join("\n".join(f"{INDENT}{line}" for line in block) for block in blocks)
        yield f"{terms[graph]} {{\n{inner}\n}}\n"
