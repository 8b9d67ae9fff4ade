"""A validation result as a record, read from what either engine reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SHACL = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A validation result; terms are written as in N-Triples, IRIs of single nodes without brackets."""

    severity: str
    """Violation, Warning or Info."""
    shape: str
    """IRI of the shape, or of the nearest shape around it that has one."""
    focus: str
    """The node that the shape was applied to."""
    path: str
    """The property, or a SPARQL property path; "" where the shape is about the node itself."""
    value: str
    """The term that is wrong; "" where one is missing or several are."""
    message: str
    source: str
    """The file, or what else the data came from."""


def from_result(result: Any, source: str) -> Finding:
    """Read a result of the fast engine, whose terms are written as in N-Triples."""
    return Finding(
        severity=result.severity,
        shape=_bare(result.root_shape or result.source_shape or ""),
        focus=_bare(result.focus_node),
        path=_bare(result.path or ""),
        value=_bare(result.value or ""),
        message=result.message or "",
        source=source,
    )


def from_report(report: Graph, shapes: Graph, source: str) -> Iterator[Finding]:
    """Read the results of a validation report; nested details are left out."""
    from rdflib import SH

    for result in report.objects(None, SH.result):
        shape = report.value(result, SH.sourceShape)
        path = report.value(result, SH.resultPath)
        yield Finding(
            severity=str(report.value(result, SH.resultSeverity)).removeprefix(SHACL),
            shape=_written(_root(shape, shapes)),
            focus=_written(report.value(result, SH.focusNode)),
            path=_written_path(path, shape, shapes),
            value=_written(report.value(result, SH.value)),
            message=min(map(str, report.objects(result, SH.resultMessage)), default=""),
            source=source,
        )


def _root(shape: Node | None, shapes: Graph) -> Node | None:
    """Return the shape, or the nearest around it that has an IRI."""
    from rdflib import SH, BNode

    seen: set[Node] = set()
    while isinstance(shape, BNode) and shape not in seen:
        seen.add(shape)
        shape = next(shapes.subjects(SH.property, shape), shape)
    return shape


def _written(term: Node | None) -> str:
    from rdflib import BNode, Literal

    if isinstance(term, BNode):
        return "[]"  # its label means nothing outside the run
    return term.n3() if isinstance(term, Literal) else "" if term is None else str(term)


def _written_path(path: Node | None, shape: Node | None, shapes: Graph) -> str:
    """Write a property as its IRI, and any longer path as in SPARQL."""
    from rdflib import SH, BNode

    # In the report a longer path is a copy; the shape has it whole.
    return _sparql_path(shapes.value(shape, SH.path), shapes) if isinstance(path, BNode) else _written(path)


def _sparql_path(path: Any, shapes: Graph) -> str:
    """Write a path as in SPARQL, every step but the simplest in brackets."""
    from rdflib import RDF, SH, BNode

    if not isinstance(path, BNode):
        return str(path.n3())
    if (path, RDF.first, None) in shapes:
        return f"({'/'.join(_sparql_path(step, shapes) for step in shapes.items(path))})"
    kind, inner = next((kind, inner) for kind, inner in shapes.predicate_objects(path) if kind != RDF.type)
    if kind == SH.alternativePath:
        return f"({'|'.join(_sparql_path(step, shapes) for step in shapes.items(inner))})"
    if kind == SH.inversePath:
        return f"^{_sparql_path(inner, shapes)}"
    return f"({_sparql_path(inner, shapes)}){_REPEATED[str(kind).removeprefix(SHACL)]}"


_REPEATED = {"zeroOrOnePath": "?", "zeroOrMorePath": "*", "oneOrMorePath": "+"}


def _bare(term: str) -> str:
    """Take the brackets off an IRI that stands alone, and the label off a blank node."""
    if term.startswith("_:"):
        return "[]"
    alone = term.startswith("<") and term.find(">") == len(term) - 1
    return term[1:-1] if alone else term.replace(" ", "") if term.startswith(("(", "^")) else term
