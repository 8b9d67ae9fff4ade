"""Labels for the blank nodes that need them, the same for the same graph whatever labels it came with.

RDFC-1.0 (W3C, 2024) finds them. It takes time beyond all bounds where many nodes differ by their neighbours alone, so
that it sees no more than it must: what hangs together with a labelled node; and gives up beforehand where it would not
end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dateline.errors import FormatError
from dateline.reformat.document import canonical
from dateline.serialize.nesting import Nesting
from dateline.vocabulary import Blank, Literal, Node, Statement

IN_A_ROW, IN_A_NET = 300, 24
"""So many nodes with equal descriptions may hang together, in rows or rings, or with branches: a second or less."""
_DENSE, _FEW = 3, 7


def label(statements: list[Statement], nesting: Nesting, source: str) -> list[Statement]:
    """Return the statements with canonical labels for the nodes that are written with one.

    Raises:
        FormatError: too many nodes can be told apart by their neighbours alone.
    """
    if not nesting.labelled:
        return statements
    roots = _Roots(nesting)
    touched = {*nesting.labelled, *_touched(statements, nesting, roots)}
    apart: tuple[list[Statement], list[Statement]] = ([], [])
    for statement in statements:
        is_told = any(roots[node] in touched for node in _blank(statement))
        apart[is_told].append(statement)
    return apart[False] + _canonical(apart[True], source, "give them IRIs")


def label_all(statements: list[Statement], source: str) -> list[Statement]:
    """Return the statements with the labels of RDFC-1.0 for every blank node (FormatError as of `label`)."""
    apart: tuple[list[Statement], list[Statement]] = ([], [])
    for statement in statements:
        apart[any(_blank(statement))].append(statement)
    return apart[False] + _canonical(apart[True], source, "give them IRIs, or write Turtle, which labels few")


def _canonical(statements: list[Statement], source: str, advice: str) -> list[Statement]:
    for nodes, edges, degree in _knots(statements):
        limit = IN_A_ROW if degree <= 2 else IN_A_NET
        if nodes > limit or (nodes > _FEW and edges > _DENSE * nodes):
            what = f"has {nodes} blank nodes with equal descriptions, told apart by their neighbours alone"
            raise FormatError(what, source, advice)
    return canonical(statements) if statements else []


def _blank(statement: Statement) -> Iterator[Blank]:
    subject, _, value, graph = statement
    return (node for node in (subject, value, graph) if isinstance(node, Blank))


class _Roots(dict[Node, Node]):
    """The nodes that nodes are written with, each found once: the last blank one on the way out."""

    def __init__(self, nesting: Nesting) -> None:
        super().__init__()
        self._nesting = nesting

    def __missing__(self, node: Node) -> Node:
        way = []
        while node not in self and isinstance(node, Blank) and node in self._nesting.nested:
            way.append(node)
            node = self._nesting.owners[node]
        root = self.get(node, node) if isinstance(node, Blank) or not way else way[-1]
        self.update(dict.fromkeys(way, root))
        return root


def _touched(statements: Iterable[Statement], nesting: Nesting, roots: _Roots) -> Iterator[Node]:
    """Yield the roots of nodes that refer to a labelled node, or stand in a graph that is named by one."""
    for statement in statements:
        subject, _, value, graph = statement
        if value in nesting.labelled or graph in nesting.labelled:
            yield from (roots[node] for node in (subject, value) if isinstance(node, Blank))


def _knots(statements: Iterable[Statement]) -> Iterator[tuple[int, int, int]]:
    """Yield the size of each set of connected nodes with descriptions in common: nodes, edges, edges at one node."""
    statements = list(statements)
    described: dict[Blank, list[str]] = defaultdict(list)
    for statement in statements:
        for node in set(_blank(statement)):
            described[node].append(str([_seen(each, node) for each in statement]))
    kinds = {node: tuple(sorted(said)) for node, said in described.items()}
    counts = Counter(kinds.values())
    near: dict[Blank, Counter[Blank]] = {node: Counter() for node, kind in kinds.items() if counts[kind] > 1}
    for subject, _, value, _ in statements:
        if isinstance(subject, Blank) and isinstance(value, Blank) and subject in near and value in near:
            near[subject][value] += 1
            near[value][subject] += 1
    yield from _components(near)


def _seen(term: Node | Literal | None, node: Blank) -> object:
    """Return a term as the first look of RDFC-1.0 sees it: other blank nodes are alike (4.6)."""
    return ("_:a" if term == node else "_:z") if isinstance(term, Blank) else term


def _components(near: dict[Blank, Counter[Blank]]) -> Iterator[tuple[int, int, int]]:
    left = dict.fromkeys(near)
    while left:
        found, nodes = [left.popitem()[0]], []
        while found:
            node = found.pop()
            nodes.append(node)
            fresh = [other for other in near[node] if other in left]
            found += fresh
            for other in fresh:
                del left[other]
        edges = sum(near[node].total() for node in nodes) // 2
        yield len(nodes), edges, max(len(near[node]) for node in nodes)
