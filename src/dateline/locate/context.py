"""Contexts of JSON-LD 1.1, as far as they decide what a key means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.locate.positioned import Value
from dateline.locate.terms import RDF, XSD, literal, resolve

TYPE = f"{RDF}type"


@dataclass(frozen=True, slots=True)
class Term:
    """What a context says of a key."""

    iri: str
    type: str = ""
    language: str | None = None
    container: frozenset[str] = frozenset()
    is_reverse: bool = False
    context: Value | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The active context at some place of a document."""

    base: str
    vocabulary: str | None = None
    language: str | None = None
    terms: dict[str, Term] = field(default_factory=dict)

    def extended(self, local: Value | None) -> Context:
        """Return the context with a local one over it."""
        context = self
        for each in [] if local is None else local.items:
            context = Context(self.base) if each.content is None else context._with(each)
        return context

    def _with(self, local: Value) -> Context:
        context = replace(self, terms=dict(self.terms))
        for key, value, _ in local.members:
            if key == "@base" and isinstance(value.content, str):
                context = replace(context, base=resolve(context.base, value.content))
            elif key == "@vocab" and (value.content is None or isinstance(value.content, str)):
                vocabulary = value.content
                context = replace(context, vocabulary=None if vocabulary is None else context.iri(vocabulary))
            elif key == "@language" and (value.content is None or isinstance(value.content, str)):
                context = replace(context, language=value.content)
        definitions = {key: value for key, value, _ in local.members if not key.startswith("@")}
        context.terms.update({key: Term("") for key in definitions})
        for key, value in definitions.items():
            context._define(key, value, definitions)
        return context

    def _define(self, key: str, value: Value, definitions: dict[str, Value], depth: int = 0) -> None:
        written = _text(value) or _text(value.get("@id")) or _text(value.get("@reverse")) or key
        prefix = written.partition(":")[0]
        for other in {prefix, written} & definitions.keys() - {key}:
            if not self.terms[other].iri and depth < 10:
                self._define(other, definitions[other], definitions, depth + 1)
        self.terms[key] = Term("")
        language = value.get("@language")
        self.terms[key] = Term(
            iri=self.iri(written) if written != key or ":" in key else (self.vocabulary or "") + key,
            type=self.iri(_text(value.get("@type"))),
            language=None if language is None else _text(language),
            container=frozenset(_text(each) for each in _container(value)),
            is_reverse=value.get("@reverse") is not None,
            context=value.get("@context"),
        )

    def iri(self, text: str) -> str:
        """Expand a key, class or other name of the vocabulary; keywords stay, "" is what means nothing."""
        if text.startswith("@") or not text:
            return text
        known = self.terms.get(text)
        if known is not None and known.iri:
            return known.iri
        return self._compact(text) or ("" if self.vocabulary is None else self.vocabulary + text)

    def node(self, text: str) -> str:
        """Expand the value of an @id to a term as in N-Triples."""
        iri = self._compact(text) or resolve(self.base, text)
        return f"_:n{iri[2:]}" if iri.startswith("_:") else f"<{iri}>"

    def _compact(self, text: str) -> str:
        prefix, colon, rest = text.partition(":")
        if not colon or prefix == "_" or rest.startswith("//"):
            return text if colon else ""
        known = self.terms.get(prefix)
        return text if known is None or not known.iri else known.iri + rest

    def value(self, content: object, term: Term) -> str:
        """Write a scalar as the term that a key makes of it."""
        if isinstance(content, str):
            if term.type == "@id":
                return self.node(content)
            if term.type == "@vocab":
                return f"<{self.iri(content)}>"
            language = self.language if term.language is None else term.language
            own_type = "" if term.type == "@none" else term.type
            return literal(content, own_type, "" if own_type else language or "")
        own_type = "" if term.type.startswith("@") else term.type
        if isinstance(content, bool):
            return literal(str(content).lower(), own_type or f"{XSD}boolean")
        if isinstance(content, float) and not content.is_integer():
            return literal(_double(content), own_type or f"{XSD}double")
        return literal(str(int(content)), own_type or f"{XSD}integer") if isinstance(content, (int, float)) else ""


def _double(number: float) -> str:
    """Write a number as the canonical form of xsd:double.

    >>> _double(5.3)
    '5.3E0'
    """
    digits, exponent = f"{number:.15E}".split("E")
    digits = digits.rstrip("0")
    return f"{digits}{'0' if digits.endswith('.') else ''}E{int(exponent)}"


def _text(value: Value | None) -> str:
    return value.content if value is not None and isinstance(value.content, str) else ""


def _container(value: Value) -> list[Value]:
    container = value.get("@container")
    return [] if container is None else container.items
