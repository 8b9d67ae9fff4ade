"""pySHACL, the reference: it judges what the fast engine leaves, and all where that is not installed."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dateline.errors import ReadError, ShapesError
from dateline.locate.terms import literal
from dateline.validate.result import LONGER, Result
from dateline.validate.shapes import ShapesGraph
from dateline.validate.written import BASE

if TYPE_CHECKING:
    from rdflib import Graph


class Reference:
    """Shapes as pySHACL takes them."""

    def __init__(self, shapes: ShapesGraph) -> None:
        """Read the shapes into a graph of rdflib."""
        self._shapes = shapes
        self._graph, self._labels = parse(shapes.ntriples, str(shapes.path), shapes.blank)

    def run(self, turtle: str, labels: Sequence[str] = (), source: str = "data") -> list[Result]:
        """Return the results of a graph; with `labels` it is in N-Triples, and these are its blank nodes.

        Raises:
            ReadError: the graph is malformed.
            ShapesError: a shape is.
        """
        from pyparsing import ParseBaseException
        from pyshacl import validate
        from pyshacl.errors import ReportableRuntimeError, ValidationFailure

        data, called = parse(turtle, source, labels)
        broken = (re.error, ParseBaseException)  # patterns and queries
        has_queries = self._shapes.has_other_targets()
        try:
            _, report, _ = validate(data, shacl_graph=self._graph, inplace=True, advanced=has_queries)
        except (ReportableRuntimeError, NotImplementedError, TypeError, ValueError, *broken) as error:
            # A shape that is malformed, or values that pySHACL cannot compare, as numbers with dates.
            advice = "correct the shape, or install dateline[fast]"
            raise ShapesError(f"cannot be applied ({error})", str(self._shapes.path), advice) from error
        if isinstance(report, (ValidationFailure, bytes, str)):
            raise ShapesError(f"cannot be used ({report!s})", str(self._shapes.path), "correct the shape")
        return list(self._results(report, called))

    def _results(self, report: Graph, called: dict[Any, str]) -> Iterator[Result]:
        from rdflib import SH, BNode

        for node in report.objects(None, SH.result):
            path = report.value(node, SH.resultPath)
            yield Result(
                focus=_written(report.value(node, SH.focusNode), called),
                path=LONGER if isinstance(path, BNode) else _written(path, called),
                value=_written(report.value(node, SH.value), called),
                component=str(report.value(node, SH.sourceConstraintComponent)),
                severity=str(report.value(node, SH.resultSeverity)),
                shape=_written(report.value(node, SH.sourceShape), self._labels),
                messages=tuple(map(str, report.objects(node, SH.resultMessage))),
            )


def parse(text: str, source: str, labels: Sequence[str] = ()) -> tuple[Graph, dict[Any, str]]:
    """Parse Turtle, or N-Triples with the labels of its blank nodes; return the graph and what they are called.

    Raises:
        ReadError: the text is malformed.
    """
    from rdflib import Graph

    context: dict[str, Any] = {}
    with literals_as_written(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            if not labels:
                return Graph().parse(data=text, format="turtle", publicID=BASE), {}
            graph = Graph().parse(data=text, format="nt", bnode_context=context)
        except SyntaxError as error:  # the store's parser, which has seen it before, knows RDF 1.2
            raise ReadError("is not RDF 1.1", source, "do without triple terms") from error
    return graph, {node: f"_:{label}" for label, node in context.items()}


@contextmanager
def literals_as_written() -> Iterator[None]:
    """Keep rdflib from rewriting "01" or "…Z" while it reads, so that findings show what the data say."""
    import rdflib

    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def _written(term: Any, called: dict[Any, str]) -> str:
    from rdflib import BNode, Literal

    if term is None:
        return ""
    if isinstance(term, BNode):
        return called.get(term, "_:")
    if isinstance(term, Literal):
        return literal(str(term), str(term.datatype or ""), term.language or "")
    return f"<{term}>"
