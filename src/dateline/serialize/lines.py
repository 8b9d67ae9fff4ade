"""N-Quads and N-Triples 1.1, a statement a line, each once, sorted by code point."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.serialize.names import checked, encodable
from dateline.serialize.turtle import quoted
from dateline.vocabulary import Literal, Quad, Term, xsd


def write(quads: Iterable[Quad]) -> str:
    """Return the statements with their graphs."""
    terms = _Terms()
    return "".join(sorted({f"{terms[s]} {terms[p]} {terms[o]} {terms[g]} .\n" for s, p, o, g in quads}))


def write_triples(quads: Iterable[Quad]) -> str:
    """Return the statements of all graphs without them."""
    terms = _Terms()
    return "".join(sorted({f"{terms[s]} {terms[p]} {terms[o]} .\n" for s, p, o, _ in quads}))


class _Terms(dict[Term, str]):
    """The terms of a document as they are written, each found once."""

    def __missing__(self, term: Term) -> str:
        written = self[term] = self._literal(term) if isinstance(term, Literal) else f"<{checked(term)}>"
        return written

    def _literal(self, literal: Literal) -> str:
        value = quoted(encodable(literal).value)
        return value if literal.datatype == xsd.string else f"{value}^^{self[literal.datatype]}"
