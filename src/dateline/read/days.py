"""Days as a report's head writes them: in a stamp, in the header, or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.model import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s"
DATE = (
    rf"(?i:(?:{_WEEKDAY})?"
    rf"(?:{_MONTH}\s{_DAY}(?:,?\s\d{{4}})?|{_DAY}\s{_MONTH}(?:,?\s\d{{4}})?|\d{{4}}-\d\d-\d\d))"
)
"""A day with or without its year."""
_STAMP = re.compile(r"date:?\s+(\d{4}-\d\d-\d\d)(?=\s|$)", re.IGNORECASE)
_HOUR = r"\d\d?[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:[A-Z]{2,4}|GMT|UTC)(?:[+\-]\d\d?(?::?\d\d)?)?\)?)?"
_LINE = re.compile(
    rf"(?:(?P<label>published|posted|issued|released|date|last updated|updated|modified)(?:\son)?:?\s+)?"
    rf"(?:(?P<day>{DATE})|(?:{_WEEKDAY})?\d\d?[./]\d\d?[./]\d{{4}})(?:[\s,|·–\-]+(?:at\s)?{_HOUR})?",
    re.IGNORECASE,
)
_LATER = ("last updated", "updated", "modified")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day before or above the report: `date YYYY-MM-DD` before everything else, or a line of its own."""

    span: Span
    date: date | None
    """None where it has no year, is in figures that could be read two ways, or is that of a change."""


def read_stamp(text: str, line: Span) -> Stamp | None:
    """Read `date YYYY-MM-DD` at the begin of a line; None if there is none, or no such day."""
    match = _STAMP.match(text, line.begin, line.end)
    if match is None:
        return None
    try:
        return Stamp(Span(*match.span()), date.fromisoformat(match[1]))
    except ValueError:
        return None


def read_day_line(text: str, line: Span) -> Stamp | None:
    """Read a line that is a day, with or without an hour, and nothing else.

    >>> line = "9 December 2022, 21:12"
    >>> read_day_line(line, Span(0, len(line))).date
    datetime.date(2022, 12, 9)
    """
    match = _LINE.fullmatch(text, line.begin, line.end)
    if match is None:
        return None
    changed = match["label"] is not None and match["label"].lower() in _LATER
    return Stamp(line, None if changed or match["day"] is None else read_day(match["day"]))


def read_day(day: str) -> date | None:
    """Return the day that a DATE names; None without a year, since none is guessed, or if there is no such day."""
    numbers = [int(number) for number in re.findall(r"\d+", day)]
    names = [word[:3].lower() for word in _WORD.findall(day)]
    month = next((_MONTHS.index(name) + 1 for name in names if name in _MONTHS), None)
    try:
        if month is None:
            return date.fromisoformat(day)
        number, year = sorted(numbers)
        return date(year, month, number)
    except ValueError:
        return None
