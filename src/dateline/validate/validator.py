"""The engines: which judges when, and what they need."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import ReadError, ShapesError
from dateline.mapping.classes import PARENT
from dateline.resources import find
from dateline.validate.data import BASE, parse, read_shapes, texts
from dateline.validate.finding import Finding, from_report, from_result
from dateline.vocabulary import dl, rdfs

if TYPE_CHECKING:
    from rdflib import Graph


class Validator:
    """Shapes made ready once, for any number of graphs.

    Raises:
        ShapesError: the shapes are missing, not Turtle, or hold no shape; on use, if one is malformed.
    """

    def __init__(self, shapes: Path | None = None) -> None:
        """Prepare the shapes of a file, by default ours."""
        self.path = find("shapes/dateline.ttl") if shapes is None else shapes
        self._shapes = read_shapes(self.path)
        self._fast = _compile(self._shapes)

    @cached_property
    def _shapes_graph(self) -> Graph:
        try:
            return parse(self._shapes, str(self.path))
        except ReadError as error:
            raise ShapesError(error.what, error.where, error.advice) from error

    def conforms(self, turtle: str) -> bool:
        """Tell whether a graph in Turtle or N-Triples has no finding: the cheap way, for many graphs.

        Raises:
            ReadError: the text is neither.
        """
        return self._accepts(turtle) or not self.by_reference(turtle)

    def findings(self, turtle: str, source: str = "data") -> tuple[Finding, ...]:
        """Return what is wrong with a graph in Turtle or N-Triples, sorted.

        Raises:
            ReadError: the text is neither.
        """
        return () if self._accepts(turtle) else self.by_reference(turtle, source)

    def by_reference(self, turtle: str, source: str = "data") -> tuple[Finding, ...]:
        """Return what pySHACL finds."""
        from pyshacl import validate as run
        from pyshacl.errors import ReportableRuntimeError

        data = parse(turtle + axioms(), source)
        try:
            _, report, _ = run(data, shacl_graph=self._shapes_graph, inplace=True)
        except ReportableRuntimeError as error:
            raise ShapesError(f"has a malformed shape ({error})", str(self.path), "correct the shape") from error
        return tuple(sorted(set(from_report(report, self._shapes_graph, source))))

    def by_fast_engine(self, turtle: str, source: str = "data") -> tuple[Finding, ...]:
        """Return what the fast engine finds, to compare it with the reference.

        Raises:
            ShapesError: the engine is not installed, or does not take these shapes.
        """
        if self._fast is None:
            raise ShapesError("cannot be used by the fast engine", str(self.path), "install dateline[fast]")
        report = self._fast.validate_turtle(turtle + axioms(), base=BASE)
        return tuple(sorted({from_result(result, source) for result in report.results}))

    def _accepts(self, turtle: str) -> bool:
        if self._fast is None:
            return False
        try:
            return len(self._fast.validate_turtle(turtle + axioms(), base=BASE, max_results=1)) == 0
        except ValueError:
            return False  # the reference says what is malformed, and where


def validate(data: str | bytes | Path | Iterable[Path] | Graph, *, shapes: Path | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with data by our shapes or others, worst first.

    Strings and bytes are Turtle or N-Triples; files are of any format that their suffix says, and of several
    files each is a graph of its own.

    Raises:
        ReadError: data cannot be read.
        ShapesError: the shapes cannot be used.
    """
    validator = _validator(shapes)
    found = (finding for source, turtle in texts(data) for finding in validator.findings(turtle, source))
    return tuple(sorted(found, key=lambda finding: (_RANK.get(finding.severity, 0), finding.source, finding)))


_RANK = {"Violation": 0, "Warning": 1, "Info": 2}


@cache
def _validator(shapes: Path | None) -> Validator:
    return Validator(shapes)


@cache
def axioms() -> str:
    """Return our tree of classes in N-Triples, to stand after a graph in Turtle."""
    lines = (f"<{dl[child]}> <{rdfs.subClassOf}> <{dl[parent]}> ." for child, parent in PARENT.items())
    return "\n" + "\n".join(lines) + "\n"


def _compile(shapes: str) -> Any | None:
    """Compile shapes for the fast engine; None where it is not installed or leaves them to the reference."""
    try:
        import shacl
    except ImportError:
        return None
    try:
        return shacl.Shapes.from_turtle(shapes)
    except ValueError:
        return None
