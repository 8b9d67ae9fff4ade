"""The entries of the word files: read, checked, a user's layered over ours."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from dateline.errors import LexiconError
from dateline.model import Kind

KINDS = {kind.value: kind for kind in Kind}
Entry = dict[str, Any]


def read(file: Traversable) -> Iterator[tuple[str, Entry]]:
    """Yield (section, entry) of a file; a file that a user's directory lacks has none."""
    if not file.is_file():
        return
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is not TOML: {error}", str(file), "mend the line that the message names") from error
    for section, entries in data.items():
        for entry in entries:
            _check(entry, f"{file.name}, {section} {entry.get('id', '?')!r}")
            yield section, entry


def _check(entry: Entry, where: str) -> None:
    for key in ("id", "words", "source", "examples"):
        if not entry.get(key):
            raise LexiconError(f"has no {key!r}", where, f"add a line `{key} = …`")
    if entry.get("kind", "person") not in KINDS:
        raise LexiconError(f"has the unknown kind {entry['kind']!r}", where, f"use one of {', '.join(KINDS)}")
