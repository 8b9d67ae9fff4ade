"""N-Quads 1.1, a statement a line, each once, sorted by code point."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.serialize.names import checked, encodable
from dateline.serialize.turtle import quoted
from dateline.vocabulary import IRI, Literal, Quad, Term, xsd


def write(quads: Iterable[Quad]) -> str:
    """Return the statements with their graphs."""
    return "".join(sorted({_line(quad) for quad in quads}))


def _line(quad: Quad) -> str:
    return f"{_iri(quad.subject)} {_iri(quad.predicate)} {_term(quad.object)} {_iri(quad.graph)} .\n"


def _term(term: Term) -> str:
    if not isinstance(term, Literal):
        return _iri(term)
    value = quoted(encodable(term).value)
    return value if term.datatype == xsd.string else f"{value}^^{_iri(term.datatype)}"


def _iri(iri: IRI) -> str:
    return f"<{checked(iri)}>"
