"""The lexical forms of datatypes (XSD 1.1 part 2, W3C 2012; EDTF, Library of Congress 2019)."""

from __future__ import annotations

import re
from calendar import monthrange

from dateline import edtf
from dateline.validate.written import excerpt
from dateline.vocabulary import PREFIXES

_XSD = PREFIXES["xsd"]
_ZONE = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))"
_DAY = rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"
_CLOCK = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d(?:\.\d+)?)"
_DATES = {
    "date": rf"{_DAY}{_ZONE}",
    "dateTime": rf"{_DAY}T{_CLOCK}{_ZONE}",
    "dateTimeStamp": rf"{_DAY}T{_CLOCK}{_ZONE.rstrip('?')}",
    "time": rf"{_CLOCK}{_ZONE}",
    "gYear": rf"{_YEAR}{_ZONE}",
    "gYearMonth": rf"{_YEAR}-(?P<month>\d\d){_ZONE}",
    "gMonth": rf"--(?P<month>\d\d){_ZONE}",
    "gDay": rf"---(?P<day>\d\d){_ZONE}",
    "gMonthDay": rf"--(?P<month>\d\d)-(?P<day>\d\d){_ZONE}",
}
_FORMS = {
    "boolean": "true|false|0|1",
    "decimal": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)",
    "double": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN",
    "duration": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
    "yearMonthDuration": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?",
    "dayTimeDuration": r"-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
    "hexBinary": r"(?:[0-9a-fA-F]{2})*",
    "base64Binary": r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}(?:[A-Za-z0-9+/] ?=|= ?=))?",
    "language": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
}
_FORMS["float"] = _FORMS["double"]
_RANGES: dict[str, tuple[float, float]] = {
    "integer": (float("-inf"), float("inf")),
    "nonNegativeInteger": (0, float("inf")),
    "positiveInteger": (1, float("inf")),
    "nonPositiveInteger": (float("-inf"), 0),
    "negativeInteger": (float("-inf"), -1),
    "byte": (-(2**7), 2**7 - 1),
    "short": (-(2**15), 2**15 - 1),
    "int": (-(2**31), 2**31 - 1),
    "long": (-(2**63), 2**63 - 1),
    "unsignedByte": (0, 2**8 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedLong": (0, 2**64 - 1),
}
_PATTERNS = {f"{_XSD}{name}": re.compile(form, re.ASCII) for name, form in (_DATES | _FORMS).items()}
_NUMBERS = {f"{_XSD}{name}": limits for name, limits in _RANGES.items()}
_EDTF = f"{PREFIXES['edtf']}EDTF"
_EDTF_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_LEVEL_2 = re.compile(r"[\[{].*[\]}]|\d[ES]\d")
"""Sets, exponents and significant digits, which are not read here."""
_EDTF_FORM = re.compile(
    r"(?:\.\.|(?:-?[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?|Y-?\d{5,})[?~%]?)?"
    r"(?:/(?:\.\.|(?:-?[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?|Y-?\d{5,})[?~%]?)?)?"
    rf"|\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d{_ZONE}",
    re.ASCII,
)

_SPACE = re.compile(r"[ \t\r\n]+")
FORM, DATE = "ill-formed-literal", "impossible-date"
Fault = tuple[str, str]
"""A rule, and what is wrong."""


def fault(value: str, datatype: str) -> Fault | None:
    """Return the rule that a literal breaks and what is wrong with it, None if it is well-formed or not known.

    >>> fault("2023-02-30", "http://www.w3.org/2001/XMLSchema#date")
    ('impossible-date', 'February 2023 has no day 30')
    >>> fault("x", "http://www.w3.org/2001/XMLSchema#integer")
    ('ill-formed-literal', '"x" is no xsd:integer')
    """
    if datatype == _EDTF:
        return _edtf(value)
    collapsed = _SPACE.sub(" ", value).strip(" ")  # white space counts for nothing in all of these (XSD, 4.3.6)
    limits = _NUMBERS.get(datatype)
    if limits is not None:
        return None if _is_within(collapsed, limits) else _ill_formed(value, datatype)
    pattern = _PATTERNS.get(datatype)
    match = None if pattern is None else pattern.fullmatch(collapsed)
    if pattern is not None and match is None:
        return _ill_formed(value, datatype)
    return None if match is None else _impossible(match.groupdict())


def _is_within(value: str, limits: tuple[float, float]) -> bool:
    if re.fullmatch(r"[+-]?[0-9]+", value) is None:
        return False
    return limits[0] <= (int(value) if len(value) <= 30 else float(value)) <= limits[1]


def _ill_formed(value: str, datatype: str) -> Fault:
    name = datatype.removeprefix(_XSD)
    return FORM, f'"{excerpt(value)}" is no {name if name == datatype else f"xsd:{name}"}'


def _edtf(value: str) -> Fault | None:
    if _LEVEL_2.search(value):
        return None
    if not value or _EDTF_FORM.fullmatch(value) is None:
        return FORM, f'"{excerpt(value)}" is no date in EDTF'
    for year, month, day in _EDTF_DAY.findall(value):
        if (wrong := _wrong_day(year, month, day) if int(month) <= 12 or day else "") != "":
            return DATE, wrong
        if int(month) > 41 or 12 < int(month) < 21:
            return DATE, f"there is no month {month}"
    return _backwards(value)


def _backwards(value: str) -> Fault | None:
    try:
        edtf.bounds(value)
    except ValueError as error:
        return (DATE, str(error).replace("'", '"')) if "ends before" in str(error) else None
    return None


def _impossible(parts: dict[str, str]) -> Fault | None:
    wrong = _wrong_day(parts.get("year", ""), parts.get("month", ""), parts.get("day", "")) or _wrong_time(parts)
    return (DATE, wrong) if wrong else None


def _wrong_day(year: str, month: str, day: str) -> str:
    if month and not 1 <= int(month) <= 12:
        return f"there is no month {month}"
    # Without a year, or before the calendar of Python begins, February may have 29 days.
    number = int(year) % 400 + 2000 if year else 2000
    last = monthrange(number, int(month))[1] if month else 31
    if day and not 1 <= int(day) <= last:
        return f"{' '.join(filter(None, (_MONTHS[int(month)] if month else 'a month', year)))} has no day {int(day)}"
    return ""


def _wrong_time(parts: dict[str, str]) -> str:
    if "hour" not in parts:
        return ""
    hour, minute, second = int(parts["hour"]), int(parts["minute"]), float(parts["second"])
    is_midnight = (hour, minute, second) == (24, 0, 0)
    is_possible = hour < 24 and minute < 60 and second < 60
    return "" if is_midnight or is_possible else f"there is no time {parts['hour']}:{parts['minute']}:{parts['second']}"


_MONTHS = (
    " January February March April May June July August September October November December"  # from 1
).split(" ")
