"""Files as they are: statements with terms to the letter, and the names that a file uses; a door to pyoxigraph.

The store beside it is to be asked, and takes liberties with terms that a file to be written again does not bear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from dateline.errors import ReadError
from dateline.reformat.reference import DOCUMENT
from dateline.store import FORMATS
from dateline.vocabulary import IRI, Blank, Literal, Node, Statement


@dataclass(frozen=True, slots=True)
class Document:
    """The statements of one file, each once, terms as they are written, and how the file names them."""

    statements: list[Statement]
    prefixes: dict[str, str]
    base: str | None
    """The base that the file declares last, else `DOCUMENT`, against which files are read."""


def read(data: bytes, suffix: str, *, source: str) -> Document:
    """Read a file as it is, in the format of a suffix; blank nodes get labels that no other file has.

    Raises:
        ReadError: line and column of what is malformed, or that it has what RDF 1.1 does not have.
    """
    parser = ox.parse(data, format=FORMATS[suffix], base_iri=DOCUMENT, rename_blank_nodes=True)
    statements = list(dict.fromkeys(_statements(parser, source)))
    return Document(statements, parser.prefixes, parser.base_iri)


def stream(data: bytes, suffix: str, *, source: str) -> Iterator[Statement]:
    """Yield the statements of a file as often as it makes them (ReadError as of `read`)."""
    return _statements(ox.parse(data, format=FORMATS[suffix], base_iri=DOCUMENT), source)


def _statements(parser: ox.QuadParser, source: str) -> Iterator[Statement]:
    terms = _Terms(source)
    try:
        yield from map(terms.statement, parser)
    except SyntaxError as error:
        raise _malformed(error, source) from error


def canonical(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements with canonical labels for their blank nodes (RDFC-1.0, W3C 2024)."""
    dataset = ox.Dataset(map(_foreign, statements))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return list(map(_Terms("").statement, dataset))


class _Terms:
    """Our terms for pyoxigraph's, IRIs and labels each once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._iris: dict[str, IRI] = {}
        self._labels: dict[str, Blank] = {}

    def statement(self, quad: ox.Quad) -> Statement:
        subject, predicate, value, graph = quad
        named = None if isinstance(graph, ox.DefaultGraph) else self._node(graph)
        return self._node(subject), self._iri(predicate.value), self._value(value), named

    def _value(self, value: object) -> Node | Literal:
        if not isinstance(value, ox.Literal):
            return self._node(value)
        if value.direction is not None:
            raise ReadError("has a text with a direction (RDF 1.2)", self._source, "do without directions")
        return Literal(value.value, self._iri(value.datatype.value), _tag(value.language or ""))

    def _node(self, node: object) -> Node:
        if isinstance(node, ox.NamedNode):
            return self._iri(node.value)
        if isinstance(node, ox.BlankNode):
            return self._labels.setdefault(node.value, Blank(f"_:{node.value}"))
        raise ReadError("has a triple term (RDF 1.2)", self._source, "do without reifiers and annotations")

    def _iri(self, value: str) -> IRI:
        return self._iris.get(value) or self._iris.setdefault(value, IRI(value))


@lru_cache(maxsize=256)
def _tag(language: str) -> str:
    """Return a language tag in the case that RFC 5646, 2.1.1, recommends: the parser makes it all small.

    >>> _tag("zh-hant-tw"), _tag("en-x-gb")
    ('zh-Hant-TW', 'en-x-gb')
    """
    first, *others = language.split("-")
    cased, is_private = [first], len(first) == 1
    for part in others:
        is_private = is_private or len(part) == 1
        cased.append(part if is_private else {2: part.upper(), 4: part.title()}.get(len(part), part))
    return "-".join(cased)


def _foreign(statement: Statement) -> ox.Quad:
    subject, predicate, value, graph = statement
    named = ox.DefaultGraph() if graph is None else _foreign_node(graph)
    return ox.Quad(_foreign_node(subject), ox.NamedNode(predicate), _foreign_value(value), named)


def _foreign_value(value: Node | Literal) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if not isinstance(value, Literal):
        return _foreign_node(value)
    if value.language:
        return ox.Literal(value.value, language=value.language)
    return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype))


def _foreign_node(node: Node) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(node[2:]) if isinstance(node, Blank) else ox.NamedNode(node)


def _malformed(error: SyntaxError, source: str) -> ReadError:
    place = source if error.lineno is None else f"{source}:{error.lineno}:{error.offset}"
    what = error.msg.split(": ", 1)[-1] if error.msg.startswith("Parser error") else error.msg
    return ReadError(f"is malformed: {what.replace(DOCUMENT, '')}", place, "mend the syntax there")
