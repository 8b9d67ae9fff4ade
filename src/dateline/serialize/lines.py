"""N-Quads and N-Triples 1.1, a statement a line, each once, sorted by code point."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.serialize.names import checked, encodable
from dateline.serialize.turtle import quoted
from dateline.vocabulary import Blank, Literal, Node, Statement, xsd


def write(statements: Iterable[Statement]) -> str:
    """Return the statements with their graphs."""
    terms = _Terms()
    return "".join(sorted({f"{terms[s]} {terms[p]} {terms[o]} {_graph(terms, g)}.\n" for s, p, o, g in statements}))


def write_triples(statements: Iterable[Statement]) -> str:
    """Return the statements of all graphs without them."""
    terms = _Terms()
    return "".join(sorted({f"{terms[s]} {terms[p]} {terms[o]} .\n" for s, p, o, _ in statements}))


def _graph(terms: _Terms, graph: Node | None) -> str:
    return "" if graph is None else f"{terms[graph]} "


class _Terms(dict[Node | Literal, str]):
    """The terms of a document as they are written, each found once."""

    def __missing__(self, term: Node | Literal) -> str:
        written = self[term] = self._literal(term) if isinstance(term, Literal) else self._node(term)
        return written

    def _node(self, node: Node) -> str:
        return node if isinstance(node, Blank) else f"<{checked(node)}>"

    def _literal(self, literal: Literal) -> str:
        value = quoted(encodable(literal).value)
        if literal.language:
            return f"{value}@{literal.language}"
        return value if literal.datatype == xsd.string else f"{value}^^{self[literal.datatype]}"
