"""JSON-LD 1.1 (W3C 2020), read for the places of its statements: down to the key, and the value where it is known."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.locate.context import TYPE, Context, Term
from dateline.locate.positioned import Member, Value, parse
from dateline.locate.statement import Statement

_VALUE = ("@value", "@list", "@set")
_MAPS = {"@index", "@id", "@type", "@graph"}
"""Containers in which an object is a map to values, not a node."""


def read(text: str, base: str) -> Iterator[Statement]:
    """Yield the statements of a document; lists are read as several values."""
    for each in parse(text).items:
        yield from _node(each, Context(base))


def unlabelled(text: str, base: str) -> str:
    """Return the document with every node that has no @id called by its offset, as the statements call it."""
    marks = sorted({int(each[3:]) for each in _nodes(text, base)}, reverse=True)
    for at in marks:
        comma = "" if text[at + 1 :].lstrip().startswith("}") else ","
        text = f'{text[: at + 1]}"@id":"_:o{at}"{comma}{text[at + 1 :]}'
    return text


def _nodes(text: str, base: str) -> Iterator[str]:
    for statement in read(text, base):
        yield from (term for term in (statement.subject, statement.object) if term.startswith("_:o"))


def _node(value: Value, outer: Context) -> Iterator[Statement]:
    """Yield what an object says of its node, and of the nodes in it."""
    if value.is_object:
        context = _typed(value, outer.extended(value.get("@context")))
        subject, at = _identity(value, context)
        yield from _members(value.members, subject, at, context)


def _typed(value: Value, context: Context) -> Context:
    """Return the context with those over it that belong to the node's classes."""
    classes = [each for key, found, _ in value.members if context.iri(key) == "@type" for each in found.items]
    for name in sorted(each.content for each in classes if isinstance(each.content, str)):
        known = context.terms.get(name)
        context = context.extended(None if known is None else known.context)
    return context


def _identity(value: Value, context: Context) -> tuple[str, int]:
    """Return a node's term and where it stands: its @id, else the key of a map of ids, else its brace."""
    for key, found, at in value.members:
        if context.iri(key) == "@id" and isinstance(found.content, str):
            return context.node(found.content), at
    return f"_:o{value.at}", value.at


def _members(members: list[Member], subject: str, at: int, context: Context) -> Iterator[Statement]:
    for key, value, key_at in members:
        meaning = context.iri(key)
        if meaning == "@type":
            for each in value.items:
                name = each.content if isinstance(each.content, str) else ""
                yield Statement(subject, f"<{TYPE}>", f"<{_class(name, context)}>", at, key_at, each.at)
        elif meaning in ("@graph", "@included"):
            for each in value.items:
                yield from _node(each, context)
        elif meaning == "@nest":
            for each in value.items:
                yield from _members(each.members, subject, at, context)
        elif meaning == "@reverse":
            for name, each, own_at in value.members:
                yield from _reversed(Term(context.iri(name)), each, (subject, at, own_at), context)
        elif meaning and not meaning.startswith("@"):
            yield from _property(context.terms.get(key) or Term(meaning), value, (subject, at, key_at), context)


def _class(name: str, context: Context) -> str:
    return context.iri(name) or context.node(name).strip("<>")


Place = tuple[str, int, int]
"""A subject, where it stands, and where the key stands."""


def _property(term: Term, value: Value, place: Place, outer: Context) -> Iterator[Statement]:
    context = outer.extended(term.context)
    if term.is_reverse:
        yield from _reversed(term, value, place, context)
        return
    subject, at, key_at = place
    for each, language in _values(term, value):
        own = term if language is None else Term(term.iri, language=language)
        if each.is_object and not any(each.get(key) is not None for key in _VALUE):
            node, _ = _identity(each, context.extended(each.get("@context")))
            yield Statement(subject, f"<{term.iri}>", node, at, key_at, each.at)
            yield from _node(each, context)
        elif written := _written(each, own, context):  # null says nothing
            yield Statement(subject, f"<{term.iri}>", written, at, key_at, each.at)


def _reversed(term: Term, value: Value, place: Place, context: Context) -> Iterator[Statement]:
    subject, _, key_at = place
    for each in value.items:
        node, at = _identity(each, context) if each.is_object else (context.node(str(each.content)), each.at)
        yield Statement(node, f"<{term.iri}>", subject, at, key_at, each.at)
        yield from _node(each, context)


def _values(term: Term, value: Value) -> Iterator[tuple[Value, str | None]]:
    """Yield single values, each with the language that a map gives it."""
    if value.is_object and "@language" in term.container:
        for language, found, _ in value.members:
            yield from ((each, "" if language == "@none" else language) for each in found.items)
    elif value.is_object and term.container & _MAPS:
        for _, found, _ in value.members:
            yield from ((each, None) for each in found.items)
    else:
        for each in value.items:
            inner = each.get("@list") or each.get("@set") if each.is_object else None
            yield from ((item, None) for item in ([each] if inner is None else inner.items))


def _written(value: Value, term: Term, context: Context) -> str:
    inner = value.get("@value")
    if inner is None:
        return context.value(value.content, term)
    kind, language = value.get("@type"), value.get("@language")
    own_type = context.iri(str(kind.content)) if kind is not None else ""
    return context.value(inner.content, Term(term.iri, own_type, str(language.content) if language else None))
