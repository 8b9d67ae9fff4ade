"""Dates in the Extended Date/Time Format, levels 0 and 1, as far as reports need them.

Specification: https://www.loc.gov/standards/datetime/ (Library of Congress, 4 February 2019).
Left out: times of day, years of more than four digits or before the year 1, open and unknown ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_VALUE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?)?"
    r"(?P<qualifier>[?~%])?"
)
_SEASON = 20
_WINTER = 24
_APPROXIMATE = "~%"


def bounds(value: str) -> tuple[date, date]:
    """Return the first and the last day that a value covers.

    A season is not tied to a hemisphere, so it covers its year (a winter runs into the next). An
    approximate value covers half its own length more on either side, a day three days.

    >>> bounds("2024-02")[1], bounds("2024-03-04/2024-03-10")[1], bounds("201X")[0]
    (datetime.date(2024, 2, 29), datetime.date(2024, 3, 10), datetime.date(2010, 1, 1))

    Raises:
        ValueError: it is no such value, no such day exists, or an interval ends before it begins.
    """
    first, interval, last = value.partition("/")
    begin, end = _bounds(first)
    if interval:
        end = _bounds(last)[1]
    if begin > end:
        raise ValueError(f"{value!r} ends before it begins")
    return begin, end


def _bounds(value: str) -> tuple[date, date]:
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no EDTF date of level 0 or 1")
    begin, end = _first(match), _last(match)
    if match["qualifier"] is not None and match["qualifier"] in _APPROXIMATE:
        margin = timedelta(days=max(3, (end - begin).days // 2))
        return begin - margin, end + margin
    return begin, end


def _first(match: re.Match[str]) -> date:
    month, day = _number(match["month"]), _number(match["day"])
    year = int(match["year"].replace("X", "0"))
    return date(year, month if month is not None and month <= _SEASON else 1, day if day is not None else 1)


def _last(match: re.Match[str]) -> date:
    month, day = _number(match["month"]), _number(match["day"])
    year = int(match["year"].replace("X", "9"))
    if month == _WINTER:
        year, month = year + 1, 2
    elif month is None or month > _SEASON:
        month = 12
    return date(year, month, day if day is not None else monthrange(year, month)[1])


def _number(digits: str | None) -> int | None:
    return int(digits) if digits is not None and digits != "XX" else None
