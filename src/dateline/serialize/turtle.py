"""Turtle 1.1: one block a subject, prefixes only where used, data relative to the base."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.serialize.names import checked, encodable, prefixed, relative
from dateline.serialize.order import Description, describe, natural, subjects
from dateline.vocabulary import IRI, PREFIXES, Literal, Quad, Term, rdf, xsd

WIDTH = 120
"""A list of objects that would be longer goes one a line."""

_TYPE = rdf.type
_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_ESCAPED = re.compile('[\\x00-\\x1f"\\\\\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]')
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\"}


def write(quads: Iterable[Quad], base: str) -> str:
    """Return the statements of all graphs as one Turtle document."""
    nodes = describe(quads)
    terms = Terms(base)
    blocks = [terms.block(subject, nodes[subject]) for subject in subjects(nodes, base)]
    return "\n".join([terms.head(), *blocks])


def quoted(text: str) -> str:
    """Return a string literal in double quotes.

    >>> print(quoted('a "b"'))
    "a \\"b\\""
    """
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


class Terms(dict[Term, str]):
    """The terms of a document as they are written against a base, each found once; notes which prefixes they use."""

    def __init__(self, base: str) -> None:
        """Begin a document."""
        super().__init__()
        self._base = base
        self.prefixes: set[str] = set()

    def __missing__(self, term: Term) -> str:
        written = self[term] = self._literal(term) if isinstance(term, Literal) else self._iri(term)
        return written

    def head(self) -> str:
        """Return the base, and the prefixes of what has been written so far."""
        prefixes = (f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(self.prefixes))
        return f"@base <{self._base}> .\n{''.join(prefixes)}"

    def block(self, subject: IRI, description: Description) -> str:
        """Return a subject with all that is said of it, its classes first."""
        classes = sorted(self[each] for each in description.get(_TYPE, ()))
        lines = [f"a {', '.join(classes)}"] if classes else []
        named = sorted((self[predicate], values) for predicate, values in description.items() if predicate != _TYPE)
        lines += [self._line(name, values) for name, values in named]
        return f"{self[subject]} " + " ;\n    ".join(lines) + " .\n"

    def _line(self, name: str, values: set[Term]) -> str:
        if len(values) == 1:
            (value,) = values
            return f"{name} {self[value]}"
        written = sorted((self[value] for value in values), key=natural)
        line = f"{name} {', '.join(written)}"
        return line if len(line) <= WIDTH else f"{name}\n        " + ",\n        ".join(written)

    def _literal(self, literal: Literal) -> str:
        if literal.datatype == xsd.string:
            return quoted(encodable(literal).value)
        if literal.datatype == xsd.integer and _INTEGER.fullmatch(literal.value):
            return literal.value
        return f"{quoted(encodable(literal).value)}^^{self[literal.datatype]}"

    def _iri(self, iri: IRI) -> str:
        """Return an IRI as a prefixed name, relative to the base, or whole."""
        short = prefixed(iri)
        if short is not None:
            self.prefixes.add(short[0])
            return ":".join(short)
        path = relative(iri, self._base)
        return f"<{checked(iri)}>" if path is None else f"<{path}>"
