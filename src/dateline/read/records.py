"""JSON Lines to articles: a report a line, an object with its text and what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.errors import ReadError
from dateline.model import Article
from dateline.read.assemble import assemble
from dateline.read.metadata import Metadata, address, check_language, day, line

NAMES = {
    "text": ("text", "body"),
    "headline": ("headline", "title"),
    "dateline": ("dateline",),
    "published": ("published", "date"),
    "url": ("url",),
    "publisher": ("publisher",),
    "identifier": ("id",),
    "author": ("author", "authors"),
    "language": ("language",),
    "version": ("version",),
    "revision_of": ("revision_of",),
}
"""What a field may be called, the first that is there wins; other names are left alone."""


def lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each line that is not blank with its place, `file:line`, reading no more of the file than that.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        for number, data in enumerate(file, start=1):
            if data.strip(b" \t\r\n\xef\xbb\xbf"):
                yield f"{path.as_posix()}:{number}", data


def read_record(data: str, *, source: str, caller: Metadata) -> Article:
    """Read one report from a line.

    Raises:
        ReadError: the line is no JSON object, has no text, or says of it what cannot be so.
    """
    record = parse_object(data, source)
    text = _find(record, "text")
    if not isinstance(text, str):
        raise ReadError("has no text", source, f"give it in {' or '.join(map(repr, NAMES['text']))}, as a string")
    check_language(_find(record, "language"), source)
    return assemble(text, source, ("caller", caller), ("record", _metadata(record, source)))


def parse_object(data: str, source: str) -> dict[str, Any]:
    """Parse a JSON object.

    Raises:
        ReadError: it is malformed, at the place that the message names, or something else than an object.
    """
    try:
        value = json.loads(data)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ReadError(f"is not JSON at {place} ({error.msg})", source, "mend the syntax there") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"is not JSON that can be read ({error})", source, "give a plain object") from error
    if not isinstance(value, dict):
        raise ReadError("is JSON, but no object", source, 'give an object, as in {"text": "…"}')
    return value


def _find(record: dict[str, Any], field: str) -> Any:
    return next((record[name] for name in NAMES[field] if record.get(name) is not None), None)


def _metadata(record: dict[str, Any], source: str) -> Metadata:
    return Metadata(
        headline=line(_find(record, "headline")),
        dateline=line(_find(record, "dateline")),
        published=stated(day, _find(record, "published"), "a date", "2024-05-03", source),
        url=stated(address, _find(record, "url"), "an address", "https://…", source),
        publisher=line(_find(record, "publisher")),
        identifier=word(_find(record, "identifier")),
        author=names(_find(record, "author")),
        version=word(_find(record, "version")),
        revision_of=word(_find(record, "revision_of")),
    )


def stated(read: Any, value: Any, what: str, form: str, source: str) -> Any:
    """Read a value that must have a form where it is there.

    Raises:
        ReadError: it does not have it.
    """
    found = read(value)
    if found is None and value not in (None, ""):
        raise ReadError(f"has {what} of unknown form, {value!r}", source, f"write it as in {form}, or leave it out")
    return found


def word(value: Any) -> str | None:
    """Return an id or a number of a version as a string."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else line(value)


def names(value: Any) -> tuple[str, ...]:
    """Return the names in a string or a list, written out or under "name"."""
    found = (line(each.get("name") if isinstance(each, dict) else each) for each in _listed(value))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
