"""Turtle 1.1: one block a subject, prefixes only where used, data relative to the base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dateline.serialize.names import Names, checked, encodable, prefixed, table
from dateline.serialize.nesting import NONE, Nesting
from dateline.serialize.order import Description, describe, natural, subjects
from dateline.vocabulary import Blank, Literal, Node, Statement, rdf, xsd

WIDTH = 120
"""A list of objects that would be longer goes one a line."""
INDENT = "    "

_TYPE, _NIL, _STRING = rdf.type, rdf.nil, xsd.string
_UNSEEN = "\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff"
_ESCAPED = re.compile(f'[\\x00-\\x1f"\\\\{_UNSEEN}]')
_ESCAPED_IN_LINES = re.compile(f'[\\x00-\\x08\\x0b-\\x1f\\\\{_UNSEEN}]|"(?="")|"+\\Z')
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_BARE = {
    xsd.integer: re.compile(r"0|-?[1-9][0-9]*"),
    xsd.decimal: re.compile(r"-?[0-9]+\.[0-9]+"),
    xsd.double: re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+"),
    xsd.boolean: re.compile(r"true|false"),
}
"""Values that need neither quotes nor datatype; what is odd in form keeps both, to be seen."""

_NONE: set[Blank] = set()

Lines = list[str]
"""What is written, in lines to be indented; a line may hold a string that goes on below, which is not."""


def write(statements: Iterable[Statement], names: Names, nesting: Nesting = NONE, *, is_long: bool = False) -> str:
    """Return the statements of all graphs as one Turtle document; with `is_long`, line breaks in strings as such."""
    terms = Terms(names, is_long=is_long)
    blocks = ["\n".join([*block, ""]) for block in Blocks(terms, describe(statements), nesting).all()]
    return "\n".join([*terms.head(), *blocks])


def quoted(text: str) -> str:
    """Return a string literal in double quotes.

    >>> print(quoted('a "b"'))
    "a \\"b\\""
    """
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _quoted_in_lines(text: str) -> str:
    return f'"""{_ESCAPED_IN_LINES.sub(_escape, text)}"""'


def _escape(match: re.Match[str]) -> str:
    return "".join(_ESCAPES.get(each) or f"\\u{ord(each):04X}" for each in match[0])


class Terms(dict[Node | Literal, str]):
    """The terms of a document as they are written by its names, each found once; notes which prefixes they use."""

    def __init__(self, names: Names, *, is_long: bool = False) -> None:
        """Begin a document."""
        super().__init__()
        self.names = names
        self.used: set[str] = set()
        self._table = table(names.prefixes)
        self._is_long = is_long

    def __missing__(self, term: Node | Literal) -> str:
        written = self[term] = self._literal(term) if isinstance(term, Literal) else self._node(term)
        return written

    def head(self) -> Iterator[str]:
        """Yield the base, and the prefixes of what has been written so far, if there are any."""
        lines = [] if self.names.base is None else [f"@base <{self.names.base}> .\n"]
        lines += [f"@prefix {prefix}: <{self._namespace(prefix)}> .\n" for prefix in sorted(self.used)]
        if lines:
            yield "".join(lines)

    def _namespace(self, prefix: str) -> str:
        namespace = self.names.prefixes[prefix]
        return namespace if self.names.base is not None else self.names.relative(namespace) or namespace

    def _literal(self, literal: Literal) -> str:
        value, datatype, language = encodable(literal)
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(value):
            return value
        text = _quoted_in_lines(value) if self._is_long and "\n" in value else quoted(value)
        if language:
            return f"{text}@{language}"
        return text if datatype == _STRING else f"{text}^^{self[datatype]}"

    def _node(self, node: Node) -> str:
        """Return an IRI as a prefixed name, relative to the base, or whole."""
        if isinstance(node, Blank):
            return node
        short = prefixed(node, self._table)
        if short is not None:
            self.used.add(short[0])
            return ":".join(short)
        path = self.names.relative(node)
        return f"<{checked(node)}>" if path is None else f"<{path}>"


class _Objects(dict[Node | Literal, str]):
    """The terms of a document as they are written after a property, where a list may stand."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, term: Node | Literal) -> str:
        written = self[term] = "()" if term == _NIL else self._terms[term]
        return written


class Blocks:
    """The subjects of one graph, each with all that is said of it, its classes first."""

    def __init__(self, terms: Terms, nodes: Mapping[Node, Description], nesting: Nesting) -> None:
        """Write descriptions with the terms of a document."""
        self._terms = terms
        self._nodes = nodes
        self._nesting = nesting
        self._objects = _Objects(terms)
        self._has_blank = bool(nesting.nested or nesting.labelled)

    def all(self) -> Iterator[Lines]:
        """Yield the blocks in reading order, blank nodes last: what they say is all that sorts them."""
        for subject in subjects(self._nodes, self._terms.names.base):
            yield self._block(self._terms[subject], subject)
        blank = (node for node in self._nodes if isinstance(node, Blank) and node not in self._nesting.nested)
        yield from sorted(self._block(self._subject(node), node) for node in blank)

    def _nested(self, node: Blank) -> Lines:
        """Return a blank node where it is referred to."""
        if node in self._nesting.lists:
            return _bracketed("(", [self._value(item) for item in self._items(node)], "", ")")
        statements = self._statements(self._nodes.get(node, {}))
        return _bracketed("[", statements, " ;", "]") if statements else ["[]"]

    def _block(self, name: str, subject: Node) -> Lines:
        first, *others = _flat(self._statements(self._nodes[subject]), " ;", " .")
        return [f"{name} {first}", *(INDENT + line for line in others)]

    def _subject(self, node: Blank) -> str:
        return node if node in self._nesting.labelled else "[]"

    def _statements(self, description: Description) -> list[Lines]:
        """Return what is said, by property."""
        named = [(self._terms[predicate], values) for predicate, values in description.items() if predicate != _TYPE]
        lines = [self._line(name, values) for name, values in sorted(named)]
        return [*self._classes(description.get(_TYPE, set())), *lines]

    def _classes(self, values: set[Node | Literal]) -> Iterator[Lines]:
        if self._blank(values):
            yield self._line("a", values)
        elif values:
            yield [f"a {', '.join(sorted(self._terms[value] for value in values))}"]

    def _line(self, name: str, values: set[Node | Literal]) -> Lines:
        """Return a property with its objects: on one line, one a line, or from bracket to bracket."""
        blank = self._blank(values)
        if len(values) == 1 and not blank:
            (value,) = values
            return [f"{name} {self._objects[value]}"]
        written = [[each] for each in sorted((self._objects[value] for value in values - blank), key=natural)]
        written += sorted(map(self._value, blank))
        if all(len(each) > 1 for each in written):
            return _chained(name, written)
        line = f"{name} {', '.join(each[0] for each in written)}"
        if len(values) > 1 and (len(line) > WIDTH or "\n" in line or any(len(each) > 1 for each in written)):
            return [name, *(INDENT + part for part in _flat(written, ","))]
        return [line]

    def _blank(self, values: set[Node | Literal]) -> set[Blank]:
        return {value for value in values if isinstance(value, Blank)} if self._has_blank else _NONE

    def _value(self, value: Node | Literal) -> Lines:
        if isinstance(value, Blank) and value in self._nesting.nested:
            return self._nested(value)
        return [self._objects[value]]

    def _items(self, cell: Node | Literal) -> Iterator[Node | Literal]:
        while isinstance(cell, Blank):
            description = self._nodes[cell]
            (item,), (cell,) = description[rdf.first], description[rdf.rest]
            yield item


def _chained(name: str, written: list[Lines]) -> Lines:
    lines = [name]
    for (first, *more), before in zip(written, [" ", *[", "] * len(written)], strict=False):
        lines[-1] += f"{before}{first}"
        lines += more
    return lines


def _bracketed(opening: str, parts: list[Lines], separator: str, closing: str) -> Lines:
    """Return parts in brackets, on one line if they are one statement or a short list."""
    flat = [line for part in parts for line in part]
    line = f"{opening} {' '.join(flat)} {closing}"
    if len(flat) == len(parts) and (len(parts) == 1 or not separator) and len(line) <= WIDTH and "\n" not in line:
        return [line]
    return [opening, *(INDENT + line for line in _flat(parts, separator)), closing]


def _flat(parts: list[Lines], between: str, after: str = "") -> Lines:
    """Return all lines, what parts the parts at their ends; the parts are used up."""
    for part in parts[:-1]:
        part[-1] += between
    parts[-1][-1] += after
    return [line for part in parts for line in part]
