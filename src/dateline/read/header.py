"""The wires' header: date, place or places, own date, agency, dash.

It is found by its form; there is no list of cities. So places must be capitalised and few words,
and a place with nothing but a dash after it must be in capitals or be followed by a word that is
capitalised only where a sentence begins. What is doubtful is no header: it stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span
from dateline.read.days import DATE, read_day
from dateline.read.irregular import read_irregular
from dateline.read.line import LONE_LINE, strip
from dateline.read.place import PLACES, REGION, Header, are_places, initials, is_agency, is_in_capitals
from dateline.read.words import words

REACH = 160
"""Code points of a line in which a header must end."""
_HEAD = re.compile(
    rf"(?P<places>{PLACES})(?P<region>(?:{REGION}){{0,2}})"
    rf"(?:(?P<mark>[.,]?\s\(|[.,]\s)?(?<=[\s(])(?P<own>{DATE})\)?[.,]?|(?=\W|$))"
    r"(?:,?\s?\((?P<parens>[^()]{2,60})\)|[.,]?\s?/(?P<slashes>[^/()]{2,40})/|[.,]\s?(?P<bare>[^\W\d_]{2,}(?:\s[^\W\d_]{2,})?))?[.,]?"
)
_AND = re.compile(r"\s?/\s?|\s&\s|\sand\s")
_END = re.compile(
    r"\s*(?:--+|[–—―‒−])\s*|\s+[-_](?:\s+|$)|(?<=[^\W\d_a-z]{2})-\s+|(?<=\))\s*[-_:]\s*|:(?:\s+|$)|(?<=/)\.?\s+(?=[^\W\d_])"
    r"|(?<=[\w.])\.\s+(?=[^\W\d_])|(?<=\)\.)[\-–—]+\s*"
)
_WORD = re.compile(r"[^\W\d_]+")


def read_header(text: str, line: Span) -> Header | None:
    """Read the header at the begin of a line, None if the line has none.

    >>> line = "OSLO, 3 May (NTB) – Talks began."
    >>> found = read_header(line, Span(0, len(line)))
    >>> found and (line[slice(*found.dateline)], line[slice(*found.agency)], line[found.span.end :])
    ('OSLO', 'NTB', ' Talks began.')
    """
    return next(_headers(text, line), None)


def _headers(text: str, line: Span) -> Iterator[Header]:
    yield from read_irregular(text, line)
    for end in _END.finditer(text, line.begin, min(line.end, line.begin + REACH)):
        head = _HEAD.fullmatch(text, line.begin, end.start())
        if head is not None and _is_header(head, end[0], text[end.end() : line.end]):
            yield _header(head, end.end())
    yield from _of_own_line(text, line)


def _of_own_line(text: str, line: Span) -> Iterator[Header]:
    """Give a line that is places and a day, and nothing else."""
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
        date=read_day(head["own"]) if head["own"] is not None else None,
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
    spelled = head["region"].rpartition(",")[2].strip()
    if name is None:
        known = spelled.lower() in words("agency")
        return Span(head.end("region") - len(spelled), head.end("region")) if known else None
    if name == "parens" and spelled and initials(spelled) == head[name]:
        return Span(head.end("region") - len(spelled), head.end(name) + 1)
    return Span(*head.span(name))


def _is_header(head: re.Match[str], dash: str, after: str) -> bool:
    if not are_places(head["places"] + head["region"]):
        return False
    if dash.startswith(".") and head["slashes"] is None:
        return head["own"] is not None and head["mark"] is not None and after[:1].isupper()
    if head["own"] is not None or _agency(head) is not None:
        return _is_filed(head) and (head["places"].isupper() or not after[:1].islower())
    return _stands_alone(head, dash, after)


def _is_filed(head: re.Match[str]) -> bool:
    """Tell whether a date or an agency shows that the names before it are where it was filed from."""
    upper = head["places"].isupper()
    if not are_places(head["places"] + head["region"]) or (head["bare"] is not None and not (upper or head["own"])):
        return False
    if head["bare"] is not None and not (head["bare"].isupper() or upper):
        return False
    if head["own"] is not None:
        return upper or head["mark"] is not None
    return head["parens"] is None or is_agency(head["parens"], head["places"])


def _stands_alone(head: re.Match[str], dash: str, after: str) -> bool:
    """Tell whether names with only a dash after them are a dateline, from the word that follows."""
    word = _WORD.match(after.lstrip("\"'“‘«"))
    begins = word is not None and word[0][0].isupper()
    if head["places"].isupper():
        spaced = dash.strip() != dash or not (word is not None and word[0].isupper())
        opens = begins or after[:1].isdigit() or (not after and ":" not in dash)
        return is_in_capitals(head["places"]) and opens and spaced and not after.isupper()
    return begins and word is not None and word[0].lower() in words("starter") and ":" not in dash
