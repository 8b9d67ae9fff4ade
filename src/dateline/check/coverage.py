"""What the shapes saw of the data, and what they did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dateline.validate.shapes import ShapesGraph
from dateline.vocabulary import rdf, rdfs

_TYPE = f"<{rdf.type}>"
_SUBCLASS = f"<{rdfs.subClassOf}>"


@dataclass(slots=True)
class Coverage:
    """Nodes by shape, nodes of no shape, and properties by whether a shape looks at them; terms as in N-Triples."""

    nodes: int = 0
    by_shape: Counter[str] = field(default_factory=Counter)
    """How many nodes a shape met."""
    unmet: Counter[str] = field(default_factory=Counter)
    """Nodes that met no shape, counted by their classes."""
    unchecked: Counter[str] = field(default_factory=Counter)
    """Statements that no shape of their node looks at, counted by property."""

    def add(self, other: Coverage) -> None:
        """Add another file's."""
        self.nodes += other.nodes
        for own, more in (
            (self.by_shape, other.by_shape),
            (self.unmet, other.unmet),
            (self.unchecked, other.unchecked),
        ):
            own.update(more)


class Targets:
    """The targets of shapes, made ready for many files."""

    def __init__(self, shapes: ShapesGraph, axioms: Iterable[tuple[str, str]]) -> None:
        """Index the shapes by target; `axioms` are pairs of class and superclass."""
        self._graph = shapes
        self.shapes = shapes.shapes()
        self._targets = {shape: shapes.targets(shape) for shape in self.shapes}
        self._parents = [*axioms]
        self._met = shapes.has_other_targets()
        self._types: set[str] = set()
        self._below: list[tuple[str, str]] = []

    def _all(self, kind: int) -> set[str]:
        return {term for targets in self._targets.values() for term in targets[kind]}

    @property
    def is_hit(self) -> bool:
        """Whether `watch` has seen a node that is a target of some shape."""
        classes, above = self._all(0), _closure([*self._parents, *self._below])
        return self._met or any(above.get(each, {each}) & classes for each in self._types)

    def watch(self, triples: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
        """Pass statements on, and look for the targets of any shape in them."""
        nodes, predicates = self._all(1), self._all(2) | self._all(3)
        for triple in triples:
            subject, predicate, value = triple
            if predicate in predicates or subject in nodes:
                self._met = True
            if predicate == _TYPE:
                self._types.add(value)
            elif predicate == _SUBCLASS:
                self._below.append((subject, value))
            yield triple

    @cached_property
    def _properties(self) -> dict[str, set[str]]:
        return {shape: self._graph.properties(shape) for shape in self.shapes}

    @cached_property
    def _closed(self) -> set[str]:
        return {shape for shape in self.shapes if self._graph.is_closed(shape)}

    def measure(self, triples: Iterable[tuple[str, str, str]]) -> Coverage:
        """Measure one file."""
        said: dict[str, set[str]] = {}
        pointed: dict[str, set[str]] = {}
        types: dict[str, set[str]] = {}
        parents = list(self._parents)
        statements: Counter[tuple[str, str]] = Counter()
        for subject, predicate, value in triples:
            said.setdefault(subject, set()).add(predicate)
            statements[subject, predicate] += 1
            if predicate == _TYPE:
                types.setdefault(subject, set()).add(value)
            elif predicate == _SUBCLASS:
                parents.append((subject, value))
            pointed.setdefault(predicate, set()).add(value)
        return self._counted(said, pointed, types, _closure(parents), statements)

    def _counted(
        self,
        said: dict[str, set[str]],
        pointed: dict[str, set[str]],
        types: dict[str, set[str]],
        above: dict[str, set[str]],
        statements: Counter[tuple[str, str]],
    ) -> Coverage:
        coverage = Coverage(nodes=len(said))
        met: dict[str, set[str]] = {}
        for shape in self.shapes:
            classes, nodes, subjects, objects = self._targets[shape]
            hit = {node for node, own in types.items() if any(above.get(each, {each}) & classes for each in own)}
            hit |= {node for node, own in said.items() if own & subjects} | (nodes & said.keys())
            hit |= {value for predicate in objects for value in pointed.get(predicate, ())}
            coverage.by_shape[shape] = len(hit)
            for node in hit:
                met.setdefault(node, set()).add(shape)
        coverage.unmet.update(_class_of(types.get(node)) for node in said if node not in met)
        for (node, predicate), count in statements.items():
            shapes = met.get(node, set())
            if not shapes & self._closed and all(predicate not in self._properties[shape] for shape in shapes):
                coverage.unchecked[predicate] += count
        return coverage


def _class_of(types: set[str] | None) -> str:
    return min(types) if types else "no class"


def _closure(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return each class with itself and all above it."""
    direct: dict[str, set[str]] = {}
    for child, parent in pairs:
        direct.setdefault(child, set()).add(parent)
    return {child: _reach(child, direct) for child in direct}


def _reach(start: str, direct: dict[str, set[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for parent in direct.get(waiting.pop(), set()) - found:
            found.add(parent)
            waiting.append(parent)
    return found
