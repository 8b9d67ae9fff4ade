"""Which blank nodes are written where they are referred to, and which of them as lists; the others need labels.

A blank node is nested if one statement alone refers to it, in the one graph that describes it, and no way leads
from it back to itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.vocabulary import IRI, Blank, Literal, Node, Statement, rdf

DEPTH = 16
"""How many nodes stand within each other at most: beyond that nobody counts brackets, so that a label is given."""

_FIRST, _REST, _NIL = rdf.first, rdf.rest, rdf.nil


@dataclass(frozen=True, slots=True)
class Nesting:
    """What a document's blank nodes are to its writer."""

    nested: Collection[Blank] = frozenset()
    """Nodes that are written within the statement that refers to them."""
    lists: Collection[Blank] = frozenset()
    """Those of them that begin a well-formed list, or what is left of one."""
    labelled: Collection[Blank] = frozenset()
    """Nodes that are referred to by a label; those that are in neither are described and never referred to."""
    owners: Mapping[Blank, Node] = field(default_factory=dict)
    """The subject of the one statement that refers to a node."""


NONE = Nesting()
"""What our own data needs, which has no blank nodes."""


@dataclass(slots=True)
class _Survey:
    """What is said with blank nodes."""

    owners: dict[Blank, Node] = field(default_factory=dict)
    via_rest: set[Blank] = field(default_factory=set)
    shared: set[Blank] = field(default_factory=set)
    graphs: dict[Blank, Node | None] = field(default_factory=dict)
    said: dict[Blank, list[tuple[IRI, Node | Literal]]] = field(default_factory=lambda: defaultdict(list))


def nest(statements: Iterable[Statement]) -> Nesting:
    """Return how the blank nodes of distinct statements are written."""
    survey = _look(statements)
    single = survey.owners.keys() - survey.shared
    lists = set(_lists(survey, single))
    cut = _cut(survey, single, lists)
    return Nesting(single - cut, lists - cut, survey.shared | cut, survey.owners)


def _look(statements: Iterable[Statement]) -> _Survey:
    survey = _Survey()
    for subject, predicate, value, graph in statements:
        if isinstance(graph, Blank):
            survey.shared.add(graph)
        if isinstance(subject, Blank):
            survey.said[subject].append((predicate, value))
            _place(survey, subject, graph)
        if isinstance(value, Blank):
            if value in survey.owners:
                survey.shared.add(value)
            survey.owners[value] = subject
            if predicate == _REST:
                survey.via_rest.add(value)
            _place(survey, value, graph)
    return survey


def _place(survey: _Survey, node: Blank, graph: Node | None) -> None:
    if survey.graphs.setdefault(node, graph) != graph:
        survey.shared.add(node)


def _lists(survey: _Survey, single: Collection[Blank]) -> Iterator[Blank]:
    """Yield the cells from which only cells lead to the end, going backwards from the end."""
    rests = {node: _rest(survey.said[node]) for node in single if node in survey.said}
    found = [node for node, rest in rests.items() if rest == _NIL]
    while found:
        cell = found.pop()
        yield cell
        before = survey.owners[cell]
        if cell in survey.via_rest and isinstance(before, Blank) and rests.get(before) == cell:
            found.append(before)


def _rest(said: list[tuple[IRI, Node | Literal]]) -> Node | Literal | None:
    """Return what follows a cell, None for what is no cell: one first, one rest, nothing else."""
    return dict(said)[_REST] if sorted(predicate for predicate, _ in said) == [_FIRST, _REST] else None


def _cut(survey: _Survey, single: Collection[Blank], lists: Collection[Blank]) -> set[Blank]:
    """Return nodes that cannot be nested: on a way back to themselves, or too deep."""
    depths: dict[Node, int] = {}
    cut: set[Blank] = set()
    for start in single:
        way: dict[Blank, None] = {}
        node: Node = start
        while isinstance(node, Blank) and node in single and node not in depths and node not in way:
            way[node] = None
            node = survey.owners[node]
        outward = list(way)
        circle = set(outward[outward.index(node) :]) if isinstance(node, Blank) and node in way else set()
        for each in reversed(outward):
            depth = depths.get(survey.owners[each], 0) + (0 if _goes_on(each, survey, lists) else 1)
            if each in circle or depth > DEPTH:
                cut.add(each)
            depths[each] = 0 if each in cut else depth
    return cut


def _goes_on(node: Blank, survey: _Survey, lists: Collection[Blank]) -> bool:
    """Tell whether a cell stands in the list of the cell before."""
    return node in lists and node in survey.via_rest and survey.owners[node] in lists
