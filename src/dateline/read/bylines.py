"""Bylines: lines that say who wrote the report, or who else worked on it."""

from __future__ import annotations

import re
from functools import cache

from dateline.model import Span
from dateline.read.line import is_terminated
from dateline.read.phrases import pattern, phrases
from dateline.read.words import words

LONGEST = 14
"""Words of a byline at most."""
_FROM = re.compile(r"From\s(?=[^\W\d_]+\s[^\W\d_]+(?:\s[^\W\d_]+)?,\s[^,]+$)")
"""A correspondent and where he is: "From Ana Roe, Lima"."""
_AND = re.compile(r",?\s(?:and|&|\+)\s")
_TAIL = re.compile(r"\s(?:in|at|for|of)\s.*|\s*[|(/·•].*|\s[-–—].*", re.DOTALL)
_NAME = range(2, 5)
"""Words of a person's name; one alone may be an agency's."""


def is_byline(text: str, span: Span) -> bool:
    """Tell whether it is "By" and names, alone, or a list of who reported and edited.

    >>> [is_byline(line, Span(0, len(line))) for line in ("By Ana Díaz and J. Roe", "By then all had left")]
    [True, False]
    """
    line = text[span.begin : span.end]
    if _behind("staff").match(line.lstrip("([*_-–— ")) is not None:
        return len(line.split()) <= 2 * LONGEST
    match = _behind("author").match(line) or _FROM.match(line)
    return match is not None and not is_terminated(text, span) and _are_names(line[match.end() :])


def authors(text: str, span: Span) -> tuple[str, ...]:
    """Return the persons whom a byline names as the writers.

    >>> line = "By Ana Díaz and J. Roe in Lima"
    >>> authors(line, Span(0, len(line)))
    ('Ana Díaz', 'J. Roe')
    """
    line = text[span.begin : span.end]
    match = _behind("author").match(line)
    if match is None:
        return ()
    *listed, last = _AND.split(_TAIL.sub("", line[match.end() :], count=1).rstrip(".,:; "))
    names = [name for part in listed for name in part.split(",")] + [last.partition(",")[0]]
    return tuple(" ".join(name.split()) for name in names if _is_person(name))


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern(name)}\s+(?=[^\W\d_])", re.IGNORECASE)


def _are_names(names: str) -> bool:
    each = re.findall(r"[^\s|·•()/–—\-,]+", names)
    small = words("byline") | {"at", "a"}
    return (
        0 < len(each) <= LONGEST
        and each[0] not in small
        and all(not name[0].islower() or name in small or name.lower() in phrases("worker") for name in each)
    )


def _is_person(name: str) -> bool:
    each = name.split()
    return (
        len(each) in _NAME
        and each[0][0].isupper()
        and all(word[0].isupper() or word in words("byline") for word in each)
        and not any(c.isdigit() for c in name)
        and not any(word.lower().strip(".") in _strangers() for word in each)
    )


@cache
def _strangers() -> frozenset[str]:
    return phrases("worker") | words("agency") | words("calendar") | words("office")
