"""The order in which statements are read: the article first, offsets by their value, not by their digits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dateline.vocabulary import IRI, Blank, Literal, Node, Statement

KINDS = (
    "dataset",
    "article",
    "text",
    "actor",
    "place",
    "series",
    "work",
    "tenure",
    "occurrence",
    "claim",
    "passage",
    "graph",
    "build",
)
"""First segments of data IRIs in reading order; a passage is a text with a fragment. Others follow."""

Description = Mapping[IRI, set[Node | Literal]]
_RANKS = {kind: rank for rank, kind in enumerate(KINDS)}
_DIGITS = re.compile(r"([0-9]+)")


def natural(text: str) -> tuple[str, str]:
    """Return a sort key in which numbers count by value.

    >>> sorted(["x/1030-visit", "x/96-visit"], key=natural)
    ['x/96-visit', 'x/1030-visit']
    """
    return "#".join(map(_by_value, text.split("#"))), text


# The IRIs of a text's passages differ only behind the "#", and the same nodes stand in many lists.
@lru_cache(maxsize=4096)
def _by_value(part: str) -> str:
    return _DIGITS.sub(_number, part)


def describe(statements: Iterable[Statement]) -> dict[Node, Description]:
    """Return the statements by subject and predicate, graphs merged, each once."""
    nodes: dict[Node, dict[IRI, set[Node | Literal]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value, _ in statements:
        nodes[subject][predicate].add(value)
    return dict(nodes)


def by_graph(statements: Iterable[Statement]) -> dict[Node | None, dict[Node, Description]]:
    """Return what `describe` returns, for each graph."""
    graphs: dict[Node | None, dict[Node, dict[IRI, set[Node | Literal]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(set))
    )
    for subject, predicate, value, graph in statements:
        graphs[graph][subject][predicate].add(value)
    return {graph: dict(nodes) for graph, nodes in graphs.items()}


def subjects(nodes: Iterable[Node], base: str | None) -> list[IRI]:
    """Return subjects in reading order, without blank nodes, which have no place of their own."""
    named = (node for node in nodes if not isinstance(node, Blank))
    return sorted(named, key=lambda iri: (_rank(iri, base), natural(iri)))


def graphs(nodes: Iterable[Node | None], base: str | None) -> list[Node]:
    """Return the names of graphs in reading order, those without an IRI last; the default graph has none."""
    named = [node for node in nodes if node is not None]
    return [*subjects(named, base), *sorted(node for node in named if isinstance(node, Blank))]


def _rank(iri: IRI, base: str | None) -> int:
    if base is None or not iri.startswith(base):
        return len(KINDS)
    path = iri[len(base) :]
    kind = "passage" if path.startswith("text/") and "#" in path else path.split("/", 1)[0]
    return _RANKS.get(kind, len(KINDS))


def _number(match: re.Match[str]) -> str:
    """Return digits so that they compare by length, then by value, and below any text: no limit on their size."""
    value = match[0].lstrip("0")
    return f"\0{chr(len(value))}{value}"
