"""Plain text to an article: what it says of itself is recorded, and nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile, zip_longest
from typing import NamedTuple

from dateline.errors import ReadError
from dateline.model import Article, Block, BlockKind, Span
from dateline.read.asides import Prose, prose
from dateline.read.blocks import Opening, blocks
from dateline.read.days import Stamp, is_labelled, read_day_in_front, read_day_line, read_stamp
from dateline.read.header import read_header
from dateline.read.headline import headline_of
from dateline.read.language import check
from dateline.read.line import Line, is_heading, is_headline, is_terminated, split
from dateline.read.place import Header
from dateline.read.turns import mark_turns

PREAMBLE = 5
"""Lines that may stand before the dateline: headline, second headline, byline, day."""


class _Front(NamedTuple):
    """The lines before the header, the header, and the lines after it."""

    before: tuple[Line, ...]
    header: Header | None
    body: tuple[Line, ...]
    opening: Opening


class _Head(NamedTuple):
    """What stands before and around a report: days above it, the lines and the header, days elsewhere, all else."""

    stamps: tuple[Stamp, ...]
    front: _Front
    ends: tuple[Stamp, ...]
    around: Prose


def read_text(
    text: str,
    *,
    source: str = "text",
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    identifier: str | None = None,
) -> Article:
    """Read a report: header, headline, headings, paragraphs, quotations; offsets are into `text`.

    `published` wins over `date YYYY-MM-DD` before the text, that over a day on a line of its own above the
    report, and that over the header's own date with a year.

    Raises:
        ReadError: the text is empty, binary or not English.
    """
    check(text, source)
    head = _head(text)
    found = head.front.header
    body = _body(text, head.front)
    if not body:
        raise ReadError("has a header and no report", source, "give the report's text")
    stated = [each.date for each in (*head.stamps, found, *head.ends) if each is not None]
    return Article(
        text=text,
        source=source,
        blocks=body,
        published=next((day for day in (published, *stated) if day is not None), None),
        header=_whole(text, head.stamps, found),
        dateline=found.dateline if found is not None else None,
        places=found.places if found is not None else (),
        agency=found.agency if found is not None and found.agency is not None else head.around.agency,
        headline=next((block.span for block in body if block.kind is BlockKind.HEADLINE), None),
        url=url,
        publisher=publisher,
        identifier=identifier,
        author=head.around.authors,
    )


def _head(text: str) -> _Head:
    stamp, lines = _stamp(text, split(text))
    around = prose(text, lines)
    in_front, lines = _day_in_front(text, around.lines)
    days, ends = _days(text, lines)
    front = _front(text, tuple(line for line in lines if line not in days and line not in ends))
    return _Head((*stamp, *days.values(), *in_front), front, tuple(ends.values()), around)


def _stamp(text: str, lines: tuple[Line, ...]) -> tuple[tuple[Stamp, ...], tuple[Line, ...]]:
    """Take out the day that stands before the report, if there is one."""
    stamp = read_stamp(text, lines[0].span) if lines else None
    if stamp is None:
        return (), lines
    return (stamp,), (*lines[0].starting_at(text, stamp.span.end), *lines[1:])


def _day_in_front(text: str, lines: tuple[Line, ...]) -> tuple[tuple[Stamp, ...], tuple[Line, ...]]:
    """Take a day off the begin of the first sentence."""
    for i, line in enumerate(_top(text, lines)):
        if is_terminated(text, line.span):
            day = read_day_in_front(text, line.span)
            if day is None:
                break
            return (day,), (*lines[:i], *line.starting_at(text, day.span.end), *lines[i + 1 :])
    return (), lines


def _days(text: str, lines: tuple[Line, ...]) -> tuple[dict[Line, Stamp], dict[Line, Stamp]]:
    """Read the lines that are a day: those above the report, and those further on that call themselves its own."""
    days = dict(_top_days(text, lines))
    ends = {
        line: day
        for before, line in zip((None, *lines), lines, strict=False)
        if line not in days and (day := read_day_line(text, line.span)) is not None
        if is_labelled(text, line.span, before.span if before is not None else None)
    }
    return days, ends


def _top_days(text: str, lines: tuple[Line, ...]) -> Iterator[tuple[Line, Stamp]]:
    """Yield those first of all or beneath a title: a sentence can break off before and after a day."""
    titled = True
    for line, after in zip_longest(_top(text, lines), lines[1 : PREAMBLE + 1]):
        day = read_day_line(text, line.span) if line is not None else None
        if line is None or (day is not None and after is not None and text[after.span.begin].islower()):
            return
        if day is not None and titled:
            yield line, day
        else:
            titled = is_headline(text, line.span) or is_heading(text, line.span)


def _top(text: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the first lines, to the second sentence: the first may be a standfirst."""
    sentences = 0
    for line in lines[: PREAMBLE + 1]:
        yield line
        sentences += is_terminated(text, line.span)
        if sentences > 1 or line.quoted:
            return


def _front(text: str, lines: tuple[Line, ...]) -> _Front:
    below = False
    for i, line in enumerate(_top(text, lines)):
        found = read_header(text, line.span)
        if found is not None and (not below or _is_sure(text, found)):
            rest = line.starting_at(text, found.span.end)
            opening = Opening.LEAD if rest else Opening.ANY if i else Opening.TITLE
            return _Front(lines[:i], found, (*rest, *lines[i + 1 :]), opening)
        below = below or is_terminated(text, line.span)
    return _Front((), None, lines, Opening.TITLE)


def _is_sure(text: str, header: Header) -> bool:
    """Tell whether a header can stand below a sentence: it has more than a form."""
    place = header.dateline
    return header.agency is not None or header.date is not None or (place is not None and text[slice(*place)].isupper())


def _body(text: str, front: _Front) -> tuple[Block, ...]:
    """Return all blocks; the lines before the header, or else before the first paragraph, may hold the headline."""
    body = tuple(blocks(text, mark_turns(text, front.body), front.opening))
    if not body:
        return ()
    titles = tuple(Block(_kind(text, line.span), line.span) for line in front.before)
    if titles:
        return *_titled(titles, headline_of(text, titles, body, filed=True)), *body
    first = tuple(takewhile(lambda block: block.kind is BlockKind.HEADING, body))
    if front.opening is Opening.TITLE and _is_lead(body[len(first)], front):
        return _titled(body, headline_of(text, first, body[len(first) :], filed=False))
    return body


def _kind(text: str, span: Span) -> BlockKind:
    sentence = is_terminated(text, span) and not is_headline(text, span)
    return BlockKind.PARAGRAPH if sentence else BlockKind.HEADING


def _titled(found: tuple[Block, ...], headline: Block | None) -> tuple[Block, ...]:
    return tuple(replace(block, kind=BlockKind.HEADLINE) if block is headline else block for block in found)


def _is_lead(block: Block, front: _Front) -> bool:
    """Tell whether it can be the first paragraph of a report; an item of a list cannot."""
    item = any(line.bullet and line.span.begin == block.span.begin for line in front.body)
    return block.kind is BlockKind.PARAGRAPH and not item


def _whole(text: str, stamps: tuple[Stamp, ...], found: Header | None) -> Span | None:
    """Return the header with the days right above it, or the days that stand for one."""
    spans = [each.span for each in (*stamps, found) if each is not None]
    if not spans:
        return None
    whole = spans.pop() if found is not None else spans.pop(0)
    for span in sorted(spans, reverse=found is not None):
        first, last = sorted((span, whole))
        if not text[first.end : last.begin].strip("\ufeff\u200b \t\r\n\x0b\x0c\x85\xa0\u2028\u2029"):
            whole = Span(first.begin, last.end)
    return whole
