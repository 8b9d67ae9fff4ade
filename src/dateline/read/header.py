"""The wires' header: date, place or places, own date, agency, dash.

It is found by its form; there is no list of cities. So places must be capitalised and few words,
and a place with nothing but a dash after it must be in capitals or be followed by a word that is
capitalised only where a sentence begins. What is doubtful is no header: it stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model import Span
from dateline.read.lines import strip
from dateline.read.words import words

REACH = 160
"""Code points of a line in which a header must end."""
LONE_LINE = 80
"""A header that ends with its line, without a dash, is at most this long."""
SHORTEST = 4
"""A lone name in capitals under this many letters is an acronym ("UN", "USA"), not a place."""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DATE = (
    r"(?i:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:{_MONTH}\s{_DAY}(?:,?\s\d{{4}})?|{_DAY}\s{_MONTH}(?:,?\s\d{{4}})?|\d{{4}}-\d\d-\d\d))"
)
_NAME = r"(?:(?:St|Ft|Mt|Pt|ST|FT|MT|PT)\.|(?:[^\W\d_]\.){2,3}|[^\W\d_](?:[^\W_]|['’\-](?=[^\W_]))*)"
_PLACE = rf"{_NAME}(?:\s{_NAME}){{0,3}}"
_PLACES = rf"{_PLACE}(?:(?:\s?/\s?|\s&\s|\sand\s){_PLACE}){{0,3}}"
_REGION = rf",\s?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b){_NAME}\.?(?:\s{_NAME}\.?){{0,3}}"
_HEAD = re.compile(
    rf"(?P<places>{_PLACES})(?P<region>(?:{_REGION}){{0,2}})"
    rf"(?:(?P<mark>[.,]?\s\(|[.,]\s)?(?<=[\s(])(?P<own>{_DATE})\)?[.,]?|(?=\W|$))"
    r"(?:,?\s?\((?P<parens>[^()]{2,60})\)|[.,]?\s?/(?P<slashes>[^/()]{2,40})/|[.,]\s?(?P<bare>[^\W\d_]{2,}(?:\s[^\W\d_]{2,})?))?[.,]?"
)
_AND = re.compile(r"\s?/\s?|\s&\s|\sand\s")
_END = re.compile(
    r"\s*(?:--+|[–—―‒−])\s*|\s+[-_](?:\s+|$)|(?<=\))\s*[-_:]\s*|:(?:\s+|$)|(?<=/)\.?\s+(?=[^\W\d_])"
    r"|(?<=[\w.])\.\s+(?=[^\W\d_])"
)
_RUN_ON = re.compile(r"(?P<places>[^\W\d_]{4,})\.\s?(?P<bare>[^\W\d_]{4,})\s(?=[A-Z“\"])")
_IN_PARENS = re.compile(
    rf"(?P<places>{_PLACE}),?\s\((?P<parens>[^()\d]{{2,60}}?)\s[-–]\s(?P<own>{_DATE})\)(?=\s[^\W\d_])"
)
_STAMP = re.compile(r"date:?\s+(\d{4}-\d\d-\d\d)(?=\s|$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """`date YYYY-MM-DD` before everything else."""

    span: Span
    date: date


@dataclass(frozen=True, slots=True)
class Header:
    """Place, own date, agency and dash; `span` ends with the dash."""

    span: Span
    dateline: Span
    places: tuple[Span, ...]
    agency: Span | None
    date: date | None
    """Its own date, where that has a year."""


def read_stamp(text: str, line: Span) -> Stamp | None:
    """Read `date YYYY-MM-DD` at the begin of a line; None if there is none, or no such day."""
    match = _STAMP.match(text, line.begin, line.end)
    if match is None:
        return None
    try:
        return Stamp(Span(*match.span()), date.fromisoformat(match[1]))
    except ValueError:
        return None


def read_header(text: str, line: Span) -> Header | None:
    """Read the header at the begin of a line, None if the line has none.

    >>> line = "OSLO, 3 May (NTB) – Talks began."
    >>> found = read_header(line, Span(0, len(line)))
    >>> found and (line[slice(*found.dateline)], line[slice(*found.agency)], line[found.span.end :])
    ('OSLO', 'NTB', ' Talks began.')
    """
    return next(_headers(text, line), None)


def _headers(text: str, line: Span) -> Iterator[Header]:
    for end in _END.finditer(text, line.begin, min(line.end, line.begin + REACH)):
        head = _HEAD.fullmatch(text, line.begin, end.start())
        if head is not None and _is_header(head, end[0], text[end.end() : line.end]):
            yield _header(head, end.end())
    yield from _without_dash(text, line)


def _without_dash(text: str, line: Span) -> Iterator[Header]:
    """Give "OSLO. NORDPRESS The …", "OSLO, (Nord Press - 3 May, 2024) The …" and a line of its own with a date."""
    for form, agency in ((_RUN_ON, "bare"), (_IN_PARENS, "parens")):
        head = form.match(text, line.begin, line.end)
        if head is not None and head["places"].isupper() and (agency == "parens" or head["bare"].isupper()):
            own = _own_date(head["own"]) if agency == "parens" else None
            place = Span(*head.span("places"))
            yield Header(strip(text, Span(*head.span())), place, (place,), Span(*head.span(agency)), own)
    head = _HEAD.fullmatch(text, line.begin, line.end)
    if head is not None and head["own"] is not None and line.end - line.begin <= LONE_LINE and _is_filed(head):
        yield _header(head, line.end)


def _header(head: re.Match[str], end: int) -> Header:
    agency = _agency(head)
    place_end = head.end("places") if agency is not None and agency.begin < head.end("region") else head.end("region")
    return Header(
        span=strip(head.string, Span(head.start(), end)),
        dateline=Span(head.start(), place_end),
        places=tuple(_places(head.string, Span(*head.span("places")))),
        agency=agency,
        date=_own_date(head["own"]) if head["own"] is not None else None,
    )


def _places(text: str, span: Span) -> Iterator[Span]:
    begin = span.begin
    for match in _AND.finditer(text, *span):
        yield Span(begin, match.start())
        begin = match.end()
    yield Span(begin, span.end)


def _agency(head: re.Match[str]) -> Span | None:
    """Return the agency, with its name where the header spells it out: "Blue River Press (BRP)"."""
    name = next((group for group in ("parens", "slashes", "bare") if head[group] is not None), None)
    if name is None:
        return None
    spelled = head["region"].rpartition(",")[2].strip()
    if name == "parens" and spelled and _initials(spelled) == head[name]:
        return Span(head.end("region") - len(spelled), head.end(name) + 1)
    return Span(*head.span(name))


def _is_header(head: re.Match[str], dash: str, after: str) -> bool:
    if not _are_places(head):
        return False
    if dash.startswith(".") and head["slashes"] is None:
        return head["own"] is not None and head["mark"] is not None and after[:1].isupper()
    if head["own"] is not None or _agency(head) is not None:
        return _is_filed(head) and (head["places"].isupper() or not after[:1].islower())
    return _stands_alone(head, dash, after)


def _is_filed(head: re.Match[str]) -> bool:
    """Tell whether a date or an agency shows that the names before it are where it was filed from."""
    upper = head["places"].isupper()
    if not _are_places(head) or (head["bare"] is not None and not (upper or head["own"])):
        return False
    if head["bare"] is not None and not (head["bare"].isupper() or upper):
        return False
    if head["own"] is not None:
        return upper or head["mark"] is not None
    return head["parens"] is None or _is_agency(head["parens"], head["places"])


def _is_agency(name: str, places: str) -> bool:
    """Tell whether what stands in parentheses is a name, and not the short form of what stands before."""
    return name[0].isupper() and not any(c.isdigit() for c in name) and name != _initials(places)


def _stands_alone(head: re.Match[str], dash: str, after: str) -> bool:
    """Tell whether names with only a dash after them are a dateline, from the word that follows."""
    word = _WORD.match(after.lstrip("\"'“‘«"))
    begins = word is not None and word[0][0].isupper()
    if head["places"].isupper():
        spaced = dash.strip() != dash or not (word is not None and word[0].isupper())
        opens = begins or after[:1].isdigit() or (not after and ":" not in dash)
        return _letters(head["places"]) >= SHORTEST and opens and spaced and not after.isupper()
    return begins and word is not None and word[0].lower() in words("starter") and ":" not in dash


def _are_places(head: re.Match[str]) -> bool:
    names = (head["places"].replace("/", " ") + head["region"]).replace(",", " ").split()
    first = names[0].lower()
    return (
        names[0][0].isupper()
        and first not in words("starter")
        and first not in words("label")
        and all(word[0].isupper() or word in words("small") or word == "&" for word in names)
        and not any(word.lower() in words("calendar") for word in names)
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s\-]+", name) if word[:1].isupper())


def _letters(name: str) -> int:
    return sum(character.isalpha() for character in name)


def _own_date(own: str) -> date | None:
    """Return the header's own date; None without a year, since none is guessed."""
    numbers = [int(number) for number in re.findall(r"\d+", own)]
    names = [word[:3].lower() for word in _WORD.findall(own)]
    month = next((_MONTHS.index(name) + 1 for name in names if name in _MONTHS), None)
    try:
        if month is None:
            return date.fromisoformat(own)
        day, year = sorted(numbers)
        return date(year, month, day)
    except ValueError:
        return None
