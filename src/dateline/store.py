"""Data to ask questions of, in memory, and files to write again: the only door to pyoxigraph.

Everything stands in the default graph, whatever graph it came in, because joins across thousands of named
graphs do not end; what came in a named graph stands there too, so that `GRAPH ?g` tells where from.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from dateline.errors import QueryError, ReadError
from dateline.vocabulary import IRI, PREFIXES, Blank, Literal, Node, Quad, Statement, schema

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}
"""The formats of files by suffix."""
RDF_SUFFIXES = tuple(suffix for suffix in FORMATS if suffix not in (".json", ".xml"))
"""Suffixes that mean RDF and nothing else: what is read of a folder."""

_HTTPS = "https://schema.org/"
_SYNTAX = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Cell(NamedTuple):
    """A term in a result: `kind` is uri, literal, bnode or triple."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The solutions of a SELECT, in their order; None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """The graph that a CONSTRUCT or DESCRIBE makes, as Turtle."""

    turtle: str


Result = Table | Triples | bool


@dataclass(frozen=True, slots=True)
class Document:
    """The statements of one file, each once, terms as they are written, and how the file names them."""

    statements: list[Statement]
    prefixes: dict[str, str]
    base: str | None
    """The base that the file declares last, else the one that it was read against."""


def read(data: bytes, suffix: str, *, source: str, base: str) -> Document:
    """Read a file as it is, in the format of a suffix; blank nodes get labels that no other file has.

    Raises:
        ReadError: line and column of what is malformed, a remote context, or what RDF 1.1 does not have.
    """
    terms = _Terms(source)
    try:
        parser = ox.parse(data, format=FORMATS[suffix], base_iri=base, rename_blank_nodes=True)
        statements = list(dict.fromkeys(map(terms.statement, parser)))
    except SyntaxError as error:
        raise _malformed(error, source) from error
    return Document(statements, parser.prefixes, parser.base_iri)


def canonical(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements with canonical labels for their blank nodes (RDFC-1.0, W3C 2024)."""
    dataset = ox.Dataset(map(_foreign, statements))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return list(map(_Terms("").statement, dataset))


class Store:
    """Statements from files or from the mapping, merged, and the answers that they give."""

    def __init__(self) -> None:
        """Begin empty."""
        self._store = ox.Store()

    def __len__(self) -> int:
        """Count the statements, those in named graphs twice."""
        return len(self._store)

    def add(self, quads: Iterable[Quad]) -> None:
        """Add what the mapping yields."""
        self._store.extend(_merged(map(_foreign, quads)))

    def load(self, path: Path) -> None:
        """Add a file, by its suffix, or all RDF files of a folder and the folders in it.

        Raises:
            ReadError: it cannot be read, its suffix is not known, or line and column of what is malformed.
        """
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.suffix.lower() in RDF_SUFFIXES)
            if not found:
                raise ReadError("has no RDF files", str(path), f"give files ending in {', '.join(RDF_SUFFIXES)}")
            for each in found:
                self.load(each)
            return
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ReadError(f"cannot be read: {error.strerror}", str(path), "check the path") from error
        self.parse(data, path.suffix, source=str(path), base=path.absolute().as_uri())

    def parse(self, data: bytes, suffix: str, *, source: str, base: str | None = None) -> None:
        """Add data in the format of a suffix; relative IRIs without a base of their own resolve against `base`.

        Raises:
            ReadError: the suffix is not known, or line and column of what is malformed; nothing is added then.
        """
        format_ = FORMATS.get(suffix.lower())
        if format_ is None:
            raise ReadError("is in no format known by its suffix", source, f"use one of {', '.join(FORMATS)}")
        try:
            quads = list(ox.parse(data, format=format_, base_iri=base, rename_blank_nodes=True))
        except SyntaxError as error:
            raise _malformed(error, source) from error
        self._store.extend(_merged(map(_canonical, quads)))

    def query(self, sparql: str, *, name: str = "query", base: str | None = None) -> Result:
        """Answer a SPARQL 1.1 query; our prefixes need no declaration.

        Raises:
            QueryError: the query is malformed or cannot be answered; `name` says in the message which it is.
        """
        try:
            return _result(self._store.query(sparql, prefixes=PREFIXES, base_iri=base))
        except SyntaxError as error:
            raise _unparsable(error, name) from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"cannot be answered: {error}", name, "simplify the query") from error


# --- in -----------------------------------------------------------------------------------------


def _merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    for quad in quads:
        yield ox.Quad(*quad.triple)
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            yield quad


def _canonical(quad: ox.Quad) -> ox.Quad:
    """Return the statement with schema.org's terms in their http form."""
    subject, predicate, value = quad.triple
    if predicate.value.startswith(_HTTPS):
        predicate = _http(predicate)
    if isinstance(value, ox.NamedNode) and value.value.startswith(_HTTPS):
        value = _http(value)
    return ox.Quad(subject, predicate, value, quad.graph_name)


def _http(term: ox.NamedNode) -> ox.NamedNode:
    return ox.NamedNode(f"{schema}{term.value.removeprefix(_HTTPS)}")


def _malformed(error: SyntaxError, source: str) -> ReadError:
    place = source if error.lineno is None else f"{source}:{error.lineno}:{error.offset}"
    if "LoadDocumentCallback" in error.msg:
        return ReadError("has a remote @context", place, "write the context into the document: nothing is fetched")
    what = error.msg.split(": ", 1)[-1] if error.msg.startswith("Parser error") else error.msg
    return ReadError(f"is malformed: {what}", place, "mend the syntax there")


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
        return Literal(value.value, self._iri(value.datatype.value), value.language or "")

    def _node(self, node: object) -> Node:
        if isinstance(node, ox.NamedNode):
            return self._iri(node.value)
        if isinstance(node, ox.BlankNode):
            return self._labels.setdefault(node.value, Blank(f"_:{node.value}"))
        raise ReadError("has a triple term (RDF 1.2)", self._source, "do without reifiers and annotations")

    def _iri(self, value: str) -> IRI:
        return self._iris.get(value) or self._iris.setdefault(value, IRI(value))


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


# --- out ----------------------------------------------------------------------------------------


def _result(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    if isinstance(answer, ox.QueryTriples):
        return Triples(_turtle(answer))
    variables = tuple(variable.value for variable in answer.variables)
    return Table(variables, tuple(tuple(_cell(solution[name]) for name in variables) for solution in answer))


def _turtle(triples: Iterable[ox.Triple]) -> str:
    ordered = sorted(set(triples), key=str)
    text = " ".join(map(str, ordered))
    used = {prefix: namespace for prefix, namespace in PREFIXES.items() if f"<{namespace}" in text}
    out = io.BytesIO()
    ox.serialize(ordered, out, format=ox.RdfFormat.TURTLE, prefixes=used)
    return out.getvalue().decode()


def _cell(term: object) -> Cell | None:
    match term:
        case None:
            return None
        case ox.NamedNode():
            return Cell("uri", term.value)
        case ox.BlankNode():
            return Cell("bnode", term.value)
        case ox.Literal():
            return Cell("literal", term.value, term.datatype.value, term.language)
    return Cell("triple", str(term))


def _unparsable(error: SyntaxError, name: str) -> QueryError:
    match = _SYNTAX.match(error.msg)
    if match is None:
        return QueryError(f"is not SPARQL 1.1: {error.msg}", name, "mend the query")
    place = f"{name}:{match[1]}:{match[2]}"
    if "Prefix not found" in match[3]:
        return QueryError("uses a prefix that is not declared", place, "declare it with PREFIX, or use one of ours")
    return QueryError("is not SPARQL 1.1", place, "mend the syntax there")
