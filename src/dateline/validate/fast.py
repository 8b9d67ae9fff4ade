"""The fast engine, where it is installed and takes the shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dateline.locate.terms import literal, unescape
from dateline.validate.result import LONGER, Result
from dateline.validate.shapes import ShapesGraph
from dateline.validate.written import BASE, LITERAL

_NUMBER = re.compile(r"_:\d+_b(\d+)")


class FastEngine:
    """Shapes that the engine has compiled.

    It renames blank nodes by number, first those of the shapes and then those of the data, each in the order of
    the text.
    """

    def __init__(self, compiled: Any, shapes: ShapesGraph) -> None:
        """Hold what `compile` has made."""
        self._compiled = compiled
        self._shapes = shapes

    def conforms(self, turtle: str) -> bool:
        """Tell whether a graph has no result (ValueError if it is malformed)."""
        return len(self._compiled.validate_turtle(turtle, base=BASE, max_results=1)) == 0

    def run(self, turtle: str, labels: Sequence[str] = ()) -> list[Result]:
        """Return the results of a graph; `labels` are its blank nodes in their order, where they matter.

        Raises:
            ValueError: the graph is malformed.
        """
        report = self._compiled.validate_turtle(turtle, base=BASE)
        return [self._result(result, labels) for result in report.results]

    def _result(self, result: Any, labels: Sequence[str]) -> Result:
        path = result.path or ""
        return Result(
            focus=self._called(result.focus_node, labels),
            path=path if not path or _is_iri(path) else LONGER,
            value=self._called(result.value or "", labels),
            component=result.component_iri,
            severity=result.severity_iri,
            shape=self._shape(result.source_shape or ""),
            messages=tuple(result.messages),
        )

    def _called(self, term: str, labels: Sequence[str]) -> str:
        match = _NUMBER.fullmatch(term)
        if match is None:
            return _canonical(term)
        number = int(match[1]) - len(self._shapes.blank)
        return labels[number] if 0 <= number < len(labels) else "_:"

    def _shape(self, term: str) -> str:
        match = _NUMBER.fullmatch(term)
        return term if match is None else self._shapes.blank[int(match[1])]


def compile(shapes: ShapesGraph) -> FastEngine | None:
    """Compile shapes; None where the engine is not installed or leaves them to the reference."""
    try:
        import shacl
    except ImportError:
        return None
    try:
        return FastEngine(shacl.Shapes.from_turtle(shapes.ntriples, base=BASE), shapes)
    except ValueError:
        return None


def _is_iri(path: str) -> bool:
    return path.startswith("<") and path.find(">") == len(path) - 1


def _canonical(term: str) -> str:
    match = LITERAL.fullmatch(term)
    return term if match is None else literal(unescape(match[1]), match[3] or "", match[2] or "")
