"""JSON-LD 1.1: one sorted `@graph`, short keys, values typed by the context, which stands inline.

The context is `ontology/context.jsonld`; the keys and coercions here are read from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from dateline import resources
from dateline.errors import OutputError
from dateline.serialize.names import checked, encodable, prefixed, relative
from dateline.serialize.order import Description, describe, natural, subjects
from dateline.serialize.turtle import WIDTH
from dateline.vocabulary import IRI, PREFIXES, Literal, Quad, Term, rdf, xsd

REFERENCES = ("@id", "@vocab")
"""Coercions of strings to IRIs."""

_SCHEME = re.compile(r"([^:/?#]*):(?!//)")
# Beyond fifteen digits JSON numbers are not exact.
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_NUMERIC = (xsd.integer, xsd.nonNegativeInteger)
_TYPE = rdf.type
_json = json.JSONEncoder(ensure_ascii=False).encode


class Key(NamedTuple):
    """A short key for a property, and what the context makes of plain values under it."""

    name: str
    coercion: str | None


def write(quads: Iterable[Quad], base: str) -> str:
    """Return the statements of all graphs as one JSON-LD document."""
    nodes, document = describe(quads), _Document(base)
    graph = ",\n".join(document.node(subject, nodes[subject]) for subject in subjects(nodes, base))
    context = f'    "@base": {_json(base)},\n{_context_lines()}'
    return f'{{\n  "@context": {{\n{context}\n  }},\n  "@graph": [\n{graph}\n  ]\n}}\n'


@cache
def _context() -> dict[str, Any]:
    text = resources.find("ontology/context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


@cache
def _context_lines() -> str:
    return ",\n".join(f"    {_json(key)}: {_json(value)}" for key, value in _context().items())


@cache
def _keys() -> dict[IRI, Key]:
    """Return the context's terms by the property that they stand for."""
    keys = {}
    for name, definition in _context().items():
        mapping = definition if isinstance(definition, dict) else {"@id": definition}
        if name not in PREFIXES and not name.startswith("@") and not str(mapping["@id"]).startswith("@"):
            coercion = mapping.get("@type")
            keys[_expand(mapping["@id"])] = Key(name, coercion if coercion in REFERENCES else _datatype(coercion))
    return keys


@cache
def _coercions() -> frozenset[str | None]:
    return frozenset({None, *REFERENCES, *(key.coercion for key in _keys().values())})


def _key(predicate: IRI) -> Key:
    return _keys().get(predicate) or Key(_name(predicate), None)


def _expand(name: str) -> IRI:
    prefix, local = name.split(":", 1)
    return IRI(PREFIXES[prefix] + local)


def _datatype(coercion: str | None) -> str | None:
    return None if coercion is None else _expand(coercion)


class _Document:
    """Writes nodes against a base."""

    def __init__(self, base: str) -> None:
        self._values = {coercion: _Values(coercion, base) for coercion in _coercions()}

    def node(self, subject: IRI, description: Description) -> str:
        lines = [f'"id": {self._values["@id"][subject]}', *self._properties(description)]
        return "    {\n      " + ",\n      ".join(lines) + "\n    }"

    def _properties(self, description: Description) -> Iterator[str]:
        if _TYPE in description:
            written = self._values["@vocab"]
            yield _line("type", [written[value] for value in description[_TYPE] if isinstance(value, IRI)])
        named = sorted((_key(predicate), values) for predicate, values in description.items() if predicate != _TYPE)
        for key, values in named:
            written = self._values[key.coercion]
            yield _line(key.name, [written[value] for value in values])


class _Values(dict[Term, str]):
    """The terms of a document as they are written under keys of one coercion, each found once."""

    def __init__(self, coercion: str | None, base: str) -> None:
        super().__init__()
        self._coercion = coercion
        self._base = base

    def __missing__(self, term: Term) -> str:
        written = self[term] = self._literal(term) if isinstance(term, Literal) else self._iri(term)
        return written

    def _iri(self, iri: IRI) -> str:
        reference = _json(_name(iri) if self._coercion == "@vocab" else _reference(iri, self._base))
        return reference if self._coercion in REFERENCES else f'{{"@id": {reference}}}'

    def _literal(self, literal: Literal) -> str:
        value, datatype = encodable(literal)
        if datatype == (self._coercion or xsd.string):
            return value if datatype in _NUMERIC and _NUMBER.fullmatch(value) else _json(value)
        named = "" if datatype == xsd.string else f', "@type": {_json(_name(datatype))}'
        return f'{{"@value": {_json(value)}{named}}}'


def _line(name: str, values: list[str]) -> str:
    if len(values) == 1:
        return f'"{name}": {values[0]}'
    ordered = sorted(values, key=natural)
    line = f'"{name}": [{", ".join(ordered)}]'
    return line if len(line) <= WIDTH else f'"{name}": [\n        ' + ",\n        ".join(ordered) + "\n      ]"


def _reference(iri: IRI, base: str) -> str:
    """Return an IRI as the object of a statement: data relative to the base."""
    path = None if prefixed(iri) is not None else relative(iri, base)
    return _name(iri) if path is None else path


def _name(iri: IRI) -> str:
    """Return a term's prefixed name, else the whole IRI, if no processor takes its scheme for a prefix."""
    short = prefixed(iri)
    if short is not None:
        return ":".join(short)
    scheme = _SCHEME.match(checked(iri))
    if scheme is not None and scheme[1] in _context():
        raise OutputError("would be read as a prefixed name in JSON-LD", iri, "write Turtle or N-Quads instead")
    return iri
