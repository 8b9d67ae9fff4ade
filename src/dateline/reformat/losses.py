"""What a file holds beside its statements, and would lose: comments, and in JSON-LD keys that stand for nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import FormatError
from dateline.locate import Unplaced, jsonld
from dateline.reformat.reference import DOCUMENT, of_document
from dateline.serialize.context import Context

ADVICE = "keep it as it is, or give --drop-comments"

# What may hold a "#" that begins no comment comes first (Turtle 1.1, 6.5); a line break ends a comment.
_TOKEN = re.compile(
    r"""
      <[^\x00-\x20<>"{}|^`]*>
    | \"{3}(?:[^"\\]|\\.|"(?!""))*+\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*+'{3}
    | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+'
    | \\.
    | (?P<comment>\#[^\n\r]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_NO_IRI = re.compile(r"<.*[\x00-\x20<>\"{}|^`\\].*>", re.DOTALL)
"""An IRI with a character that none has (RFC 3987, 2.2)."""
_KEYED = ("@index", "@id", "@type", "@graph")
"""Containers whose keys are no properties."""


def place(text: str, offset: int) -> str:
    """Return line and column, both from one, of an offset in code points."""
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def check_comments(text: str, source: str) -> None:
    """Refuse a text in Turtle or its kin that has comments (FormatError)."""
    found = [match.start() for match in _TOKEN.finditer(text) if match["comment"] is not None]
    if found:
        what = f"has {len(found)} comment{'s' * (len(found) > 1)}, which would be lost"
        raise FormatError(what, f"{source}:{place(text, found[0])}", ADVICE)


def check_keys(tree: object, text: str, source: str) -> None:
    """Refuse a document in JSON-LD with keys that stand for no property (FormatError)."""
    silent = next(_silent(tree, Context({})), None)
    if silent is not None:
        where = place(text, max(text.find(json.dumps(silent, ensure_ascii=False)), 0))
        what = f"has a key that stands for no property and would be lost: {silent}"
        raise FormatError(what, f"{source}:{where}", f"define it in the context, {ADVICE}")


def check_iris(text: str, source: str) -> None:
    """Refuse a document in JSON-LD with what is no IRI, for the parser passes the statement over (FormatError)."""
    try:
        statements = list(jsonld.read(text, DOCUMENT))
    except (Unplaced, ValueError, RecursionError):
        return
    for subject, predicate, value, *places in statements:
        for term, at in zip((subject, predicate, value), places, strict=True):
            if _NO_IRI.match(term) or (term == predicate and term.startswith("<_:")):
                iri = of_document(term[1:-1]) or term[1:-1]
                what = f"has what is no IRI, so that the statement would be lost: {iri}"
                raise FormatError(what, f"{source}:{place(text, at)}", "correct it")


def _silent(tree: object, outer: Context) -> Iterator[str]:
    if isinstance(tree, list):
        for each in tree:
            yield from _silent(each, outer)
    if not isinstance(tree, dict):
        return
    context = _over(outer, tree.get("@context", {}))
    for name in _classes(tree, context):
        context = _over(context, _own(name, context))
    for key, value in tree.items():
        definition = context.definitions.get(key)
        if key == "@index" or not (_is_keyword(key, context) or context.expand(key) or _is_reverse(key, context)):
            yield key
        elif key not in ("@context", "@value"):
            if _is_index(definition) and isinstance(value, dict):
                yield from (each for each in value if "@none" not in (each, context.definitions.get(each)))
            yield from _silent(_inner(value, definition), _over(context, _own(key, context)))


def _over(context: Context, given: object) -> Context:
    """Return a context with a local one over it."""
    definitions = dict(context.definitions)
    for each in given if isinstance(given, list) else [given]:
        definitions = definitions | each if isinstance(each, dict) else {}
    return context if definitions == context.definitions else Context(definitions)


def _own(name: str, context: Context) -> object:
    """Return the context that holds within a term's values, or for the nodes of a class."""
    definition = context.definitions.get(name)
    return definition.get("@context", {}) if isinstance(definition, Mapping) else {}


def _classes(node: dict[str, object], context: Context) -> list[str]:
    types = (value for key, value in node.items() if "@type" in (key, context.definitions.get(key)))
    return sorted(
        each for value in types for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
    )


def _is_keyword(key: str, context: Context) -> bool:
    return key.startswith("@") or str(context.definitions.get(key)).startswith("@") or _meant(key, context) == "@nest"


def _is_reverse(key: str, context: Context) -> bool:
    definition = context.definitions.get(key)
    return isinstance(definition, Mapping) and "@reverse" in definition


def _is_index(definition: object) -> bool:
    """Tell whether a term's values stand under words that no statement has."""
    return "@index" in _containers(definition) and isinstance(definition, Mapping) and "@index" not in definition


def _meant(key: str, context: Context) -> object:
    definition = context.definitions.get(key)
    return definition.get("@id") if isinstance(definition, Mapping) else None


def _containers(definition: Any) -> set[str]:
    container = definition.get("@container") or () if isinstance(definition, Mapping) else ()
    return {container} if isinstance(container, str) else set(container)


def _inner(value: object, definition: Any) -> object:
    """Return what stands under a key: of a map, its values."""
    containers = _containers(definition)
    if "@language" in containers or (isinstance(definition, Mapping) and definition.get("@type") == "@json"):
        return None
    return list(value.values()) if isinstance(value, dict) and containers & set(_KEYED) else value
