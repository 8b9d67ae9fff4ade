"""Data to ask questions of, in memory: the only door to pyoxigraph.

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
from dateline.vocabulary import PREFIXES, Literal, Quad, schema

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
        self._store.extend(_merged(map(_quad, quads)))

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


def _quad(quad: Quad) -> ox.Quad:
    return ox.Quad(ox.NamedNode(quad.subject), ox.NamedNode(quad.predicate), _term(quad), ox.NamedNode(quad.graph))


def _term(quad: Quad) -> ox.NamedNode | ox.Literal:
    value = quad.object
    if isinstance(value, Literal):
        return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype))
    return ox.NamedNode(value)


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
