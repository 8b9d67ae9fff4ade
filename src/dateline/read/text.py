"""Plain text to an article: what it says of itself is recorded, and nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile, zip_longest
from typing import NamedTuple

from dateline.errors import ReadError
from dateline.model import Article, Block, BlockKind, Span
from dateline.read.blocks import Opening, blocks
from dateline.read.days import Stamp, read_day_line, read_stamp
from dateline.read.header import read_header
from dateline.read.language import check
from dateline.read.lines import Line, is_byline, is_heading, is_headline, is_terminated, split
from dateline.read.place import Header

PREAMBLE = 5
"""Lines that may stand before the dateline: headline, second headline, byline, day."""


class _Front(NamedTuple):
    """The lines before the header, the header, and the lines after it."""

    before: tuple[Line, ...]
    header: Header | None
    body: tuple[Line, ...]
    opening: Opening


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
    stamps, lines = _stamps(text, split(text))
    front = _front(text, lines)
    found = front.header
    body = _body(text, front)
    if not body:
        raise ReadError("has a header and no report", source, "give the report's text")
    stated = [each.date for each in (*stamps, found) if each is not None]
    return Article(
        text=text,
        source=source,
        blocks=body,
        published=next((day for day in (published, *stated) if day is not None), None),
        header=_whole(text, stamps, found),
        dateline=found.dateline if found is not None else None,
        places=found.places if found is not None else (),
        agency=found.agency if found is not None else None,
        headline=next((block.span for block in body if block.kind is BlockKind.HEADLINE), None),
        url=url,
        publisher=publisher,
        identifier=identifier,
    )


def _stamps(text: str, lines: tuple[Line, ...]) -> tuple[tuple[Stamp, ...], tuple[Line, ...]]:
    """Take out the days that stand before the report, or on lines of their own above it."""
    stamp = read_stamp(text, lines[0].span) if lines else None
    if stamp is not None:
        lines = (*lines[0].starting_at(text, stamp.span.end), *lines[1:])
    days = _days(text, lines)
    stamps = (*([stamp] if stamp is not None else []), *days.values())
    return stamps, tuple(line for line in lines if line not in days)


def _days(text: str, lines: tuple[Line, ...]) -> dict[Line, Stamp]:
    """Read the lines that are a day, first of all or beneath a title: a sentence can break off before and after one."""
    days: dict[Line, Stamp] = {}
    titled = True
    for line, after in zip_longest(_top(text, lines), lines[1 : PREAMBLE + 1]):
        day = read_day_line(text, line.span) if line is not None else None
        if line is None or (day is not None and after is not None and text[after.span.begin].islower()):
            break
        if day is not None and titled:
            days[line] = day
        else:
            titled = is_headline(text, line.span) or is_heading(text, line.span) or is_byline(text, line.span)
    return days


def _top(text: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the first lines, to the first sentence."""
    for line in lines[: PREAMBLE + 1]:
        yield line
        if is_terminated(text, line.span) or line.quoted:
            return


def _front(text: str, lines: tuple[Line, ...]) -> _Front:
    for i, line in enumerate(_top(text, lines)):
        found = read_header(text, line.span)
        if found is not None:
            rest = line.starting_at(text, found.span.end)
            opening = Opening.LEAD if rest else Opening.ANY if i else Opening.TITLE
            return _Front(lines[:i], found, (*rest, *lines[i + 1 :]), opening)
    return _Front((), None, lines, Opening.TITLE)


def _body(text: str, front: _Front) -> tuple[Block, ...]:
    """Return all blocks; the lines before the header, or else before the first paragraph, may hold the headline."""
    body = tuple(blocks(text, front.body, front.opening))
    if not body:
        return ()
    titles = tuple(Block(BlockKind.HEADING, x.span) for x in front.before if not is_byline(text, x.span))
    if titles and (len(titles) == 1 or _leads(text, titles)):
        return Block(BlockKind.HEADLINE, titles[0].span), *titles[1:], *body
    first = tuple(takewhile(lambda block: block.kind is BlockKind.HEADING, body))
    if front.opening is Opening.TITLE and not titles and _is_lead(body[len(first)], front) and _leads(text, first):
        return Block(BlockKind.HEADLINE, body[0].span), *body[1:]
    return *titles, *body


def _is_lead(block: Block, front: _Front) -> bool:
    """Tell whether it can be the first paragraph of a report; an item of a list cannot."""
    item = any(line.bullet and line.span.begin == block.span.begin for line in front.body)
    return block.kind is BlockKind.PARAGRAPH and not item


def _leads(text: str, titles: tuple[Block, ...]) -> bool:
    """Tell whether the first of some titles is the headline: it has the form of one, and the others are shorter."""
    lengths = [block.span.end - block.span.begin for block in titles]
    return bool(titles) and is_headline(text, titles[0].span) and all(length < lengths[0] for length in lengths[1:])


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
