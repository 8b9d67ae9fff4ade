"""What a file holds beside its statements, and would lose: comments, and in JSON-LD keys that stand for nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import FormatError
from dateline.reformat.contexts import definitions
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
    context = Context(dict(definition for each in definitions(tree) for definition in each.items()))
    silent = next(_silent(tree, context), None)
    if silent is not None:
        where = place(text, max(text.find(json.dumps(silent, ensure_ascii=False)), 0))
        what = f"has a key that stands for no property and would be lost: {silent}"
        raise FormatError(what, f"{source}:{where}", f"define it in the context, {ADVICE}")


def _silent(tree: object, context: Context) -> Iterator[str]:
    if isinstance(tree, list):
        for each in tree:
            yield from _silent(each, context)
    if not isinstance(tree, dict):
        return
    for key, value in tree.items():
        if key == "@index" or not (_is_keyword(key, context) or context.expand(key) or _is_reverse(key, context)):
            yield key
        elif key not in ("@context", "@value"):
            yield from _silent(_inner(value, context.definitions.get(key)), context)


def _is_keyword(key: str, context: Context) -> bool:
    return key.startswith("@") or str(context.definitions.get(key)).startswith("@") or _meant(key, context) == "@nest"


def _is_reverse(key: str, context: Context) -> bool:
    definition = context.definitions.get(key)
    return isinstance(definition, Mapping) and "@reverse" in definition


def _meant(key: str, context: Context) -> object:
    definition = context.definitions.get(key)
    return definition.get("@id") if isinstance(definition, Mapping) else None


def _inner(value: object, definition: Any) -> object:
    """Return what stands under a key: of a map, its values."""
    container = definition.get("@container", ()) if isinstance(definition, Mapping) else ()
    containers = {container} if isinstance(container, str) else set(container)
    if "@language" in containers or (isinstance(definition, Mapping) and definition.get("@type") == "@json"):
        return None
    return list(value.values()) if isinstance(value, dict) and containers & set(_KEYED) else value
