"""What is said of a report beside its text: by the caller, by the page that it stands in, by its record."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

from dateline.errors import ReadError

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d|\d{8})(?:[T ]\d.*)?")
_ENGLISH = re.compile(r"en(?:[-_].*)?|eng", re.IGNORECASE)

Origins = tuple[tuple[str, str], ...]
"""A field of an article, and where its value came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Metadata of one origin; the fields are those of `model.Article`, None or empty where nothing is said."""

    headline: str | None = None
    dateline: str | None = None
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    identifier: str | None = None
    author: tuple[str, ...] = ()
    version: str | None = None
    revision_of: str | None = None


def merge(*stated: tuple[str, Metadata]) -> tuple[Metadata, Origins]:
    """Take each field from the first origin that states it, and tell which that was.

    >>> merged, origins = merge(("caller", Metadata(url="https://a.example/1")), ("record", Metadata(headline="Talks")))
    >>> merged.headline, origins
    ('Talks', (('headline', 'record'), ('url', 'caller')))
    """
    chosen = {}
    origins = []
    for name in (field.name for field in fields(Metadata)):
        for origin, metadata in stated:
            value = getattr(metadata, name)
            if value is not None and value != ():
                chosen[name] = value
                origins.append((name, origin))
                break
    return Metadata(**chosen), tuple(origins)


def line(value: object) -> str | None:
    """Return a string with white space folded, None for what is no string or says nothing.

    >>> line(" Talks\\n resume "), line(""), line(7)
    ('Talks resume', None, None)
    """
    return " ".join(value.split()) or None if isinstance(value, str) else None


def address(value: object) -> str | None:
    """Return an absolute web address, None for anything else: a relative one has lost what it was relative to."""
    text = line(value)
    return text if text is not None and _ADDRESS.fullmatch(text) else None


def day(value: object) -> date | None:
    """Return the day of an ISO 8601 date or time as its own time zone counts it, None for anything else.

    >>> day("2021-06-02T23:30:00-05:00"), day("20210602T000000Z"), day("2 June")
    (datetime.date(2021, 6, 2), datetime.date(2021, 6, 2), None)
    """
    match = _DAY.fullmatch(line(value) or "")
    try:
        return None if match is None else date.fromisoformat(match[1])
    except ValueError:
        return None


def check_language(tag: object, source: str) -> None:
    """Let pass what says nothing of its language, or English.

    Raises:
        ReadError: it says another one.
    """
    text = line(tag)
    if text is not None and _ENGLISH.fullmatch(text) is None:
        raise ReadError(
            f"says that it is in {text!r}", source, "give a report in English; other languages are not read"
        )
