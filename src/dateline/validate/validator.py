"""Which engine judges, and what both need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ShapesError
from dateline.resources import find
from dateline.validate import fast
from dateline.validate.data import check_syntax, texts
from dateline.validate.finding import Finding, rank
from dateline.validate.hierarchy import axioms
from dateline.validate.reference import Reference
from dateline.validate.result import Result
from dateline.validate.shapes import ShapesGraph
from dateline.validate.wording import finding as worded

if TYPE_CHECKING:
    from rdflib import Graph


class Validator:
    """Shapes made ready once, for any number of graphs.

    Raises:
        ShapesError: the shapes are missing, malformed, or none; on use, if pySHACL finds one malformed.
    """

    def __init__(self, shapes: Path | None = None) -> None:
        """Prepare the shapes of a file, by default ours."""
        self.path = find("shapes/dateline.ttl") if shapes is None else shapes
        self.shapes = ShapesGraph(self.path)
        self._fast = fast.compile(self.shapes)

    @cached_property
    def _reference(self) -> Reference:
        return Reference(self.shapes)

    def conforms(self, turtle: str) -> bool:
        """Tell whether a graph in Turtle or N-Triples has no finding: the cheap way, for many graphs.

        Raises:
            ReadError: the text is neither.
        """
        if self._fast is not None:
            try:
                return self._fast.conforms(turtle + axioms())
            except ValueError:
                check_syntax(turtle.encode(), ".ttl", "data")
        return not self.by_reference(turtle)

    def results(
        self, turtle: str, labels: Sequence[str] = (), source: str = "data", *, beside: str | None = None
    ) -> list[Result]:
        """Return the results of a graph in Turtle, or in N-Triples with the labels of its blank nodes.

        `beside` is what is known besides, in N-Triples: by default our whole tree of classes.

        Raises:
            ReadError: the text is neither.
        """
        known = axioms() if beside is None else beside
        whole = turtle + known if known else turtle
        if self._fast is not None:
            try:
                return self._fast.run(whole, labels)
            except ValueError:
                check_syntax(turtle.encode(), ".ttl", source)
        return self._reference.run(whole, labels, source)

    def findings(self, turtle: str, source: str = "data") -> tuple[Finding, ...]:
        """Return what is wrong with a graph in Turtle or N-Triples, sorted.

        Raises:
            ReadError: the text is neither.
        """
        return self.found(self.results(turtle, source=source), source)

    def found(self, results: Iterable[Result], source: str) -> tuple[Finding, ...]:
        """Turn results into findings, each once, sorted."""
        made = [worded(result, self.shapes, source) for result in results]
        return tuple(dict.fromkeys(sorted(made, key=lambda finding: (finding, finding.component))))

    def by_reference(self, turtle: str, source: str = "data") -> tuple[Finding, ...]:
        """Return what pySHACL finds."""
        check_syntax(turtle.encode(), ".ttl", source)
        return self.found(self._reference.run(turtle + axioms(), source=source), source)

    def by_fast_engine(self, turtle: str, source: str = "data") -> tuple[Finding, ...]:
        """Return what the fast engine finds, to compare it with the reference.

        Raises:
            ShapesError: the engine is not installed, or does not take these shapes.
        """
        if self._fast is None:
            raise ShapesError("cannot be used by the fast engine", str(self.path), "install dateline[fast]")
        return self.found(self._fast.run(turtle + axioms()), source)


def validate(data: str | bytes | Path | Iterable[Path] | Graph, *, shapes: Path | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with data by our shapes or others, worst first.

    Strings and bytes are Turtle or N-Triples; files are of any format that their suffix says, and of several
    files each is a graph of its own.

    Raises:
        ReadError: data cannot be read.
        ShapesError: the shapes cannot be used.
    """
    validator = validator_of(shapes)
    found = (finding for source, turtle in texts(data) for finding in validator.findings(turtle, source))
    return tuple(sorted(found, key=lambda finding: (rank(finding), finding.source, finding)))


@cache
def validator_of(shapes: Path | None) -> Validator:
    """Return the validator of a file of shapes, made once."""
    return Validator(shapes)
