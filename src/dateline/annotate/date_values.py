"""The values of temporal expressions: each reader takes a match of its rule and the report's date.

A value is EDTF of level 0 or 1, or None where the expression is recognised and must be left out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

AGAINST = 200
"""Days that a date must be nearer to be taken against what the tense says: "was to begin on April 2"."""
LEAN = 60
"""Days that a day ahead counts as farther where the tense says nothing: reports mostly look back."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
OFFSETS = {
    "day before yesterday": -2,
    "last night": -1,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
STEPS = {"last": -1, "this": 0, "next": 1}


Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read against."""

    published: date | None
    ahead: bool | None
    """Its clause looks ahead (True) or back (False) from the report, or does not show it (None)."""


def _month_of(match: Match, which: str = "") -> int:
    return MONTHS.index(match[f"month{which}"][:3].lower()) + 1


# --- days -----------------------------------------------------------------------------------


def read_day(match: Match, anchor: Anchor) -> str | None:
    """Read a day of a month; one without a year is the nearest, as the tense and the day's name allow."""
    by = (match.groupdict().get("by") or "").lower()
    if by in ("last", "next"):
        anchor = Anchor(anchor.published, by == "next")
    day = _day(_month_of(match), int(match["day"]), _year(match, anchor), match["weekday"], anchor)
    return day.isoformat() if day is not None else None


def _year(match: Match, anchor: Anchor) -> int | None:
    """Return the year that is written or named ("last year"), None if there is none."""
    groups = match.groupdict()
    if groups.get("year") is not None:
        return int(groups["year"])
    if groups.get("step") is None or anchor.published is None:
        return None
    return anchor.published.year + STEPS[groups["step"].lower()]


def _day(month: int, day: int, year: int | None, weekday: str | None, anchor: Anchor) -> date | None:
    if year is not None:
        return _valid(year, month, day)
    if anchor.published is None:
        return None
    near = (_valid(anchor.published.year + step, month, day) for step in (-1, 0, 1))
    days = [each for each in near if each is not None]
    named = [each for each in days if weekday is not None and each.weekday() == WEEKDAYS.index(weekday.lower())]
    return min(named or days, key=lambda each: _distance(each, anchor), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _distance(day: date, anchor: Anchor) -> int:
    assert anchor.published is not None
    days = (day - anchor.published).days
    against = (anchor.ahead is True and days < 0) or (anchor.ahead is False and days > 0)
    return abs(days) + (AGAINST if against else LEAN if anchor.ahead is None and days > 0 else 0)


def read_numbers(match: Match, _: Anchor) -> str | None:
    """Read 2024-03-25, 25.03.2024, 25/3/2024; of two readings none is taken."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["mark"] == "/" and a != b and max(a, b) <= 12:
        return None
    day, month = (b, a) if b > 12 and match["mark"] == "/" else (a, b)
    found = _valid(year, month, day) if 1 <= month <= 12 and day >= 1 else None
    return found.isoformat() if found is not None else None


def read_iso(match: Match, _: Anchor) -> str | None:
    """Read 2024-03-25."""
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return None


def read_offset(match: Match, anchor: Anchor) -> str | None:
    """Read "yesterday", "tonight", "the day after tomorrow"."""
    name = " ".join(match["name"].lower().split())
    return _shift(anchor, OFFSETS[name])


def _shift(anchor: Anchor, days: int) -> str | None:
    return (anchor.published + timedelta(days=days)).isoformat() if anchor.published is not None else None


def read_weekday(match: Match, anchor: Anchor) -> str | None:
    """Read a day of the week; where two readings of "next" are current and differ, none is taken."""
    if anchor.published is None:
        return None
    number = WEEKDAYS.index(match["weekday"].lower())
    today = anchor.published.weekday()
    if match["week"] is not None:
        return _shift(anchor, number - today + 7 * STEPS[match["week"].lower()])
    step = (match["by"] or "").lower().split()
    back, on = (today - number) % 7, (number - today) % 7
    if step == ["last"] or "past" in step:
        return _shift(anchor, -(back or 7))
    if step == ["next"]:
        return _shift(anchor, on or 7) if number <= today else None
    if "coming" in step:
        return _shift(anchor, on)
    if step == ["this"]:
        return _shift(anchor, number - today)
    return _shift(anchor, on if anchor.ahead is True else -back)


# --- stretches of days ----------------------------------------------------------------------


def read_days(match: Match, anchor: Anchor) -> str | None:
    """Read days of one month or of two; the year may stand at either end or at none."""
    groups = match.groupdict()
    first, last = _month_of(match), _month_of(match, "2") if groups.get("month2") is not None else _month_of(match)
    years = [int(groups[name]) if groups.get(name) is not None else None for name in ("year", "year2")]
    begin_year, end_year = years
    if begin_year is None and end_year is not None:
        begin_year = end_year - (first > last)
    begin = _day(first, int(match["day"]), begin_year, None, anchor)
    if begin is None:
        return None
    end = _valid(end_year if end_year is not None else begin.year + (first > last), last, int(match["day2"]))
    return _interval(begin, end)


def _interval(begin: date, end: date | None) -> str | None:
    return f"{begin}/{end}" if end is not None and begin < end else None


def read_consecutive(match: Match, anchor: Anchor) -> str | None:
    """Read "May 5 and 6"; days that do not follow each other are no interval."""
    return read_days(match, anchor) if int(match["day2"]) == int(match["day"]) + 1 else None


def read_period(match: Match, anchor: Anchor) -> str | None:
    """Read this, last or next week (from its Monday), month or year; on a Sunday some begin a new week."""
    if anchor.published is None:
        return None
    step, unit = STEPS[match["by"].lower()], match["unit"].lower()
    if unit == "week":
        if anchor.published.weekday() == WEEKDAYS.index("sunday"):
            return None
        monday = anchor.published - timedelta(days=anchor.published.weekday()) + timedelta(weeks=step)
        return _interval(monday, monday + timedelta(days=6))
    year, month = anchor.published.year, anchor.published.month
    return f"{year + step:04}" if unit == "year" else _months_on(year, month, step)


def _months_on(year: int, month: int, step: int) -> str:
    months = 12 * year + month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"


def read_ago(match: Match, anchor: Anchor) -> str | None:
    """Read "two days ago"; weeks, months and years are approximate, and round numbers of them unsaid."""
    if anchor.published is None or match["bound"] is not None:
        return None
    number = _number(match)
    steps = -number if match["way"].lower() == "ago" else number
    unit, published = match["unit"].lower(), anchor.published
    about = "~" if match["about"] is not None or unit != "day" else ""
    if unit in ("month", "year") and number >= 5 and number % 5 == 0:
        return None
    if unit in ("day", "week"):
        return f"{published + timedelta(days=steps * (7 if unit == 'week' else 1))}{about}"
    value = _months_on(published.year, published.month, steps * (12 if unit == "year" else 1))
    return f"{value[:4] if unit == 'year' else value}{about}"


# --- months, seasons, years -----------------------------------------------------------------


def read_month(match: Match, anchor: Anchor) -> str | None:
    """Read a month; one without a year is the nearest that the tense allows."""
    month, year = _month_of(match), _year(match, anchor)
    if year is None and anchor.published is not None:
        year = min((anchor.published.year + step for step in (-1, 0, 1)), key=lambda y: _months_off(y, month, anchor))
    return f"{year:04}-{month:02}" if year is not None else None


def _months_off(year: int, month: int, anchor: Anchor) -> int:
    """Return how many months off one is; one against the tense is off by more than any other."""
    assert anchor.published is not None
    off = 12 * (year - anchor.published.year) + month - anchor.published.month
    against = (anchor.ahead is True and off < 0) or (anchor.ahead is False and off > 0)
    return abs(off) + (24 if against else 2 if anchor.ahead is None and off > 0 else 0)


def read_stepped_month(match: Match, anchor: Anchor) -> str | None:
    """Read "last May", "this May", "next May"; one so near that it may mean the year before or after is none."""
    if anchor.published is None:
        return None
    month, (year, now) = _month_of(match), (anchor.published.year, anchor.published.month)
    step = STEPS[match["by"].lower()]
    if step and (step * (month - now)) % 12 in (1, 2):
        return None
    if step:
        year += (step < 0 and month >= now) * -1 + (step > 0 and month <= now)
    return f"{year:04}-{month:02}"


def read_months(match: Match, _: Anchor) -> str | None:
    """Read "March to May 2024"; the year is that of the last month."""
    first, last, year = _month_of(match), _month_of(match, "2"), int(match["year"])
    return f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"


def read_season(match: Match, _: Anchor) -> str | None:
    """Read "spring 2025"."""
    return f"{match['year']}-{SEASONS[match['season'].lower()]}"


def read_this_season(match: Match, anchor: Anchor) -> str | None:
    """Read "this spring"; from November to February no season lies within one year everywhere."""
    season = match["season"].lower()
    if anchor.published is None or season == "winter" or not 3 <= anchor.published.month <= 10:
        return None
    return f"{anchor.published.year:04}-{SEASONS[season]}"


def read_share(match: Match, anchor: Anchor) -> str | None:
    """Read quarters and halves of a year as months."""
    year, written = _year(match, anchor), match["nth"].lower()
    length = 3 if match["share"].lower() == "quarter" else 6
    nth = ORDINALS[written] if written != "last" else 12 // length - 1
    if year is None or nth * length >= 12:
        return None
    return f"{year:04}-{nth * length + 1:02}/{year:04}-{nth * length + length:02}"


def read_first_months(match: Match, _: Anchor) -> str | None:
    """Read "the first nine months of 2024"."""
    count = _number(match)
    return f"{match['year']}-01/{match['year']}-{count:02}" if 2 <= count <= 11 else None


def _number(match: Match) -> int:
    written = match["number"].lower().replace("an", "a")
    return int(written) if written.isdigit() else max(1, NUMBERS.index(written))


def read_year(match: Match, _: Anchor) -> str | None:
    """Read "2025"."""
    return match["year"]


def read_years(match: Match, _: Anchor) -> str | None:
    """Read "2015 to 2020" and "2023-24"."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


def read_decade(match: Match, _: Anchor) -> str | None:
    """Read "the 1990s"."""
    return f"{match['decade']}X"


def leave_out(_: Match, __: Anchor) -> None:
    """Give no value: the words are no date, or none that can be read safely."""
