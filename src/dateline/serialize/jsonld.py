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
_json = json.JSONEncoder(ensure_ascii=False).encode


class Key(NamedTuple):
    """A short key for a property, and what the context makes of plain values under it."""

    name: str
    coercion: str | None


def write(quads: Iterable[Quad], base: str) -> str:
    """Return the statements of all graphs as one JSON-LD document."""
    nodes = describe(quads)
    graph = ",\n".join(_node(subject, nodes[subject], base) for subject in subjects(nodes, base))
    context = ",\n".join(f"    {_json(key)}: {_json(value)}" for key, value in ({"@base": base} | _context()).items())
    return f'{{\n  "@context": {{\n{context}\n  }},\n  "@graph": [\n{graph}\n  ]\n}}\n'


@cache
def _context() -> dict[str, Any]:
    text = resources.find("ontology/context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


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


def _expand(name: str) -> IRI:
    prefix, local = name.split(":", 1)
    return IRI(PREFIXES[prefix] + local)


def _datatype(coercion: str | None) -> str | None:
    return None if coercion is None else _expand(coercion)


def _node(subject: IRI, description: Description, base: str) -> str:
    lines = [f'"id": {_json(_reference(subject, base))}', *_properties(description, base)]
    return "    {\n      " + ",\n      ".join(lines) + "\n    }"


def _properties(description: Description, base: str) -> Iterator[str]:
    if rdf.type in description:
        yield _line("type", [_json(_name(value)) for value in description[rdf.type] if isinstance(value, IRI)])
    keys = {_keys().get(predicate) or Key(_name(predicate), None): predicate for predicate in description}
    for key in sorted(keys):
        if keys[key] != rdf.type:
            yield _line(key.name, [_json(_value(value, key, base)) for value in description[keys[key]]])


def _line(name: str, values: list[str]) -> str:
    if len(values) == 1:
        return f"{_json(name)}: {values[0]}"
    ordered = sorted(values, key=natural)
    line = f"{_json(name)}: [{', '.join(ordered)}]"
    return line if len(line) <= WIDTH else f"{_json(name)}: [\n        " + ",\n        ".join(ordered) + "\n      ]"


def _value(term: Term, key: Key, base: str) -> Any:
    if not isinstance(term, Literal):
        reference = _name(term) if key.coercion == "@vocab" else _reference(term, base)
        return reference if key.coercion in REFERENCES else {"@id": reference}
    value = encodable(term).value
    if term.datatype != (key.coercion or xsd.string):
        return {"@value": value} if term.datatype == xsd.string else {"@value": value, "@type": _name(term.datatype)}
    return int(value) if term.datatype in _NUMERIC and _NUMBER.fullmatch(value) else value


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
