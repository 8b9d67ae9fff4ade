"""JSON-LD 1.1 contexts (W3C, 2020), as far as a writer uses them: keys, coercions, prefixes, vocabulary, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.errors import OutputError
from dateline.serialize.names import checked, prefixed, table
from dateline.vocabulary import IRI

Definitions = Mapping[str, Any]
"""A context as it stands in a document."""

REFERENCES = ("@id", "@vocab")
"""Coercions of strings to IRIs."""

_CONTAINERS = (None, "@list", "@set", "@language")
_SETTINGS = {"@version", "@base", "@vocab", "@language", "@protected", "@type"}
_KEY_PARTS = {"@id", "@type", "@container", "@language", "@prefix", "@protected"}
_ABSOLUTE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):\S*")
_SCHEME = re.compile(r"([^:/?#]*):(?!//)")
_WORD = re.compile(r"[^\W\d][\w.-]*")
_PREFIX = re.compile(r"[^@:/\s][^:/\s]*")
# Only such namespaces serve as prefixes where the definition is a plain string (JSON-LD 1.1 API, 4.2.2, 14.2.5).
_DELIMITERS = tuple(":/?#[]@")
_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Key:
    """A short key for a property, and what the context makes of plain values under it."""

    name: str
    coercion: str | None = None
    container: str | None = None
    language: str = ""


class Context:
    """A context that stands in the document itself; what it defines beyond our needs is kept and not used."""

    def __init__(self, definitions: Definitions) -> None:
        """Read definitions of which `is_usable` holds."""
        self.definitions = definitions
        self.prefixes = prefixes(definitions)
        self.vocab: str | None = definitions.get("@vocab")
        self.language: str = (definitions.get("@language") or "").lower()
        self._table = table(self.prefixes)
        aliases = {meant: name for name, meant in definitions.items() if meant in ("@id", "@type")}
        self.id, self.type = aliases.get("@id", "@id"), aliases.get("@type", "@type")

    def lines(self) -> Iterator[str]:
        """Yield the definitions as they are written, in their order."""
        return (f"{_json(key)}: {_json(value)}" for key, value in self.definitions.items())

    def key(self, property_: IRI) -> Key:
        """Return how a property is written: by its term, else as by `plain`."""
        found = self.keys.get(property_)
        if found is None:
            found = self.keys[property_] = self.plain(property_)
        return found

    def plain(self, property_: IRI) -> Key:
        """Return how a property is written where no term suits its values: by a name under which nothing is coerced."""
        name = self._name(property_)
        return Key(checked(property_) if name in self.definitions else name, language=self.language)

    def concept(self, iri: IRI) -> str:
        """Return a class or another concept of the vocabulary by its term, else by its name."""
        return self.key(iri).name

    def compact(self, iri: IRI) -> str:
        """Return the prefixed name, else the whole IRI, if no processor takes its scheme for a prefix."""
        short = self.short(iri)
        if short is not None:
            return short
        scheme = _SCHEME.match(checked(iri))
        if scheme is not None and scheme[1] in self.definitions:
            raise OutputError("would be read as a prefixed name in JSON-LD", iri, "write Turtle or N-Quads instead")
        return iri

    def short(self, iri: IRI) -> str | None:
        """Return the prefixed name, if there is one."""
        short = prefixed(iri, self._table)
        return None if short is None else ":".join(short)

    def _name(self, iri: IRI) -> str:
        if self.vocab and iri.startswith(self.vocab):
            word = iri[len(self.vocab) :]
            if _WORD.fullmatch(word) and word not in self.definitions:
                return word
        return self.compact(iri)

    @cached_property
    def keys(self) -> dict[IRI, Key]:
        """The terms by what they stand for, of several the alphabetically first; and what `key` finds beside them."""
        found = {}
        for name in sorted(self.definitions.keys() - self.prefixes, reverse=True):
            key, iri = self._define(name), self.expand(name)
            if key is not None and iri is not None:
                found[IRI(iri)] = key
        return found

    def _define(self, name: str) -> Key | None:
        """Return what a definition makes of a key, None if it makes more of it than is known here."""
        value = self.definitions[name]
        if name.startswith("@") or value is None:
            return None
        if isinstance(value, str):
            return Key(name, language=self.language)
        if not value.keys() <= _KEY_PARTS or value.get("@container") not in _CONTAINERS:
            return None
        coercion, container = value.get("@type"), value.get("@container")
        if coercion is None or coercion in REFERENCES:
            return Key(name, coercion, container, (value.get("@language", self.language) or "").lower())
        datatype = self.expand(coercion)
        return None if datatype is None else Key(name, datatype, container)

    def expand(self, name: str, *, seen: frozenset[str] = frozenset()) -> str | None:
        """Return the IRI that a term, prefixed name or word of the vocabulary stands for; None if it says nothing."""
        if name.startswith("@") or name in seen:
            return None
        value = self.definitions.get(name, name)
        if isinstance(value, Mapping):
            value = None if "@reverse" in value else value.get("@id", name)
        if not isinstance(value, str):
            return None
        if value != name:
            return self.expand(value, seen=seen | {name})
        prefix, colon, local = name.partition(":")
        if not colon:
            return None if self.vocab is None else f"{self.vocab}{name}"
        return f"{self.prefixes[prefix]}{local}" if prefix in self.prefixes and local[:2] != "//" else name


def prefixes(definitions: Definitions) -> dict[str, str]:
    """Return the definitions that serve as prefixes."""
    return {
        name: value
        for name, value in definitions.items()
        if isinstance(value, str) and _PREFIX.fullmatch(name) and value.endswith(_DELIMITERS)
        if _is_absolute(value, definitions)
    }


def is_usable(definitions: object) -> bool:
    """Tell whether a writer may keep a context: one object, no setting that is unknown here, no relative ones."""
    if not isinstance(definitions, dict) or not all(map(_is_definition, definitions.items())):
        return False
    settings = {name for name in definitions if name.startswith("@")}
    given = [definitions[name] for name in ("@base", "@vocab") if definitions.get(name) is not None]
    is_plain = all(isinstance(value, str) and _is_absolute(value, definitions) for value in given)
    is_known = settings <= _SETTINGS and isinstance(definitions.get("@language"), str | None)
    return is_known and is_plain and definitions.get("@base", "") is not None


def _is_definition(entry: tuple[str, object]) -> bool:
    name, value = entry
    return name.startswith("@") or value is None or isinstance(value, str | dict)


def _is_absolute(iri: str, definitions: Definitions) -> bool:
    match = _ABSOLUTE.fullmatch(iri)
    return match is not None and (match[1] not in definitions or iri.startswith(f"{match[1]}://"))
