"""Days as a report's head writes them: in a stamp, in the header, or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.model import Span
from dateline.read.phrases import pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?),?\s"
_YEAR = r"(?:(?:,?\s|,|\s?/\s?)\d{4})"
DATE = (
    rf"(?i:(?:{_WEEKDAY})?"
    rf"(?:{_MONTH}(?:\s|(?<=\.)){_DAY}{_YEAR}?|{_DAY}(?:\sof)?(?:\s|-){_MONTH}(?:{_YEAR}|-\d{{4}})?|\d{{4}}-\d\d-\d\d))"
)
"""A day with or without its year."""
_FIGURES = r"\d\d?[./\-]\d\d?[./\-]\d{4}|\d{4}[./]\d\d?[./]\d\d?"
_STAMP = re.compile(r"date:?\s+(\d{4}-\d\d(?:-\d\d)?)(?=\s|$)", re.IGNORECASE)
_HOUR = (
    r"\d\d?[:.]\d\d(?::\d\d)?(?:\.\d+)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:hrs?|hours))?"
    r"(?:\s?\(?(?-i:[A-Z]{1,5})?(?:\s?[+\-]\d\d?(?::?\d\d)?)?(?-i:\s[A-Z]{2,4})?\)?)?"
)
_PART = re.compile(r"\s*[|·•]\s*|\s{2,}|\t+|\s(?=By\s[^\W\d_a-z])")
_SENTENCE = r"\s+(?:[-–—]+\s+)?(?-i:(?=[^\W\d_a-z]|[“\"]))"
_NUMBER = re.compile(r"\d")
_LONGEST = 120
"""Code points of a line that is a day and few words more."""
_CENTURY = 100
_MONTHS_OF_A_YEAR = 12
"""Figures above it are a day, so that the other ones are the month."""
_BESIDE = 4
"""Words at most of what stands beside the day on its line: an author, an agency, a section."""
_BYLINE = 10
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day before or above the report: `date YYYY-MM-DD` before everything else, or a line of its own."""

    span: Span
    date: date | None
    """None where it has no year, is in figures that could be read two ways, or is that of a change."""


def read_stamp(text: str, line: Span) -> Stamp | None:
    """Read `date YYYY-MM-DD` or `date YYYY-MM` at the begin of a line; None if there is none, or no such day."""
    match = _STAMP.match(text, line.begin, line.end)
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1] if len(match[1]) > len("2021-09") else f"{match[1]}-01")
    except ValueError:
        return None
    return Stamp(Span(*match.span()), day if match[1] == day.isoformat() else None)


def read_day_line(text: str, line: Span) -> Stamp | None:
    """Read a line that is a day, with or without an hour, a label, or few words beside it, and nothing else.

    >>> line = "NTB | Posted: May 3, 2023 21:12"
    >>> read_day_line(line, Span(0, len(line))).date
    datetime.date(2023, 5, 3)
    """
    whole = text[line.begin : line.end]
    if len(whole) > _LONGEST or _NUMBER.search(whole) is None:
        return None
    parts = [whole] if _line().fullmatch(whole) is not None else _PART.split(whole)
    found = [each for each in map(_line().fullmatch, parts) if each is not None]
    if not found or not all(_is_beside(part) for part in parts):
        return None
    stated = next((each for each in found if each["later"] is None), None)
    return Stamp(line, None if stated is None else _day(stated))


def read_day_in_front(text: str, line: Span) -> Stamp | None:
    """Read a day with its year that a paragraph begins with, before the capital that its first sentence has.

    >>> line = "May 3, 2023 The ministers met."
    >>> found = read_day_in_front(line, Span(0, len(line)))
    >>> found and (found.date, line[found.span.end :])
    (datetime.date(2023, 5, 3), ' The ministers met.')
    """
    match = _in_front().match(text, line.begin, line.end)
    day = _day(match) if match is not None else None
    if match is None or day is None:
        return None
    return Stamp(Span(match.start(), match.end("stamp")), None if match["later"] is not None else day)


def is_labelled(text: str, line: Span, before: Span | None) -> bool:
    """Tell whether a line that is a day, or that before it, says that the report was published or changed on it."""
    parts = _PART.split(text[line.begin : line.end])
    alone = before is not None and _label().fullmatch(text, before.begin, before.end) is not None
    return alone or any(_label().match(part) is not None for part in parts)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('updated')}|{pattern('published')})(?!\w)\s?:?", re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    """Match a day with its label and its hour."""
    label = rf"(?:(?P<later>{pattern('updated')})|{pattern('published')})\s?[:|,\-–]?\s+"
    day = rf"(?:(?P<day>{DATE})|(?:{_WEEKDAY})?(?P<figures>{_FIGURES}))"
    return re.compile(
        rf"(?:{label})?(?:{_HOUR}[\s,|·–\-]+)?{day}(?:(?:[\s,|·–\-/]+(?:at\s)?|T){_HOUR})?", re.IGNORECASE
    )


@cache
def _in_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<stamp>{_line().pattern}){_SENTENCE}", re.IGNORECASE)


def _is_beside(part: str) -> bool:
    if _line().fullmatch(part) is not None or re.fullmatch(_HOUR, part, re.IGNORECASE) is not None:
        return True
    most = _BYLINE if part.startswith("By ") else _BESIDE
    return len(part.split()) <= most and not part[:1].islower() and not part.endswith((".", "?", "!"))


def _day(match: re.Match[str]) -> date | None:
    if match["day"] is not None:
        return read_day(match["day"])
    first, second, third = (int(number) for number in re.findall(r"\d+", match["figures"]))
    if first > _CENTURY:
        return _of(first, second, third)
    month, day = sorted((first, second))
    return _of(third, month, day) if day > _MONTHS_OF_A_YEAR or day == month else None


def _of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day(day: str) -> date | None:
    """Return the day that a DATE names; None without a year, since none is guessed, or if there is no such day."""
    numbers = [int(number) for number in re.findall(r"\d+", day)]
    names = [word[:3].lower() for word in _WORD.findall(day)]
    month = next((_MONTHS.index(name) + 1 for name in names if name in _MONTHS), None)
    if month is None:
        return _of(*numbers[:3])
    return _of(max(numbers), month, min(numbers)) if len(numbers) > 1 else None
