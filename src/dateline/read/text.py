"""Plain text to an article: what it says of itself is recorded, and nothing is invented."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dateline.errors import ReadError
from dateline.model import Article, Block, BlockKind, Span
from dateline.read import header
from dateline.read.blocks import blocks
from dateline.read.header import Header
from dateline.read.language import check
from dateline.read.lines import Line, is_byline, is_terminated, split

PREAMBLE = 5
"""Lines that may stand before the dateline: headline, second headline, byline."""


class _Front(NamedTuple):
    """The lines before the header, the header, and the lines after it."""

    before: tuple[Line, ...]
    header: Header | None
    body: tuple[Line, ...]


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

    `published` wins over the header's `date YYYY-MM-DD`, and that over a date of its own with a year.

    Raises:
        ReadError: the text is empty, binary or not English.
    """
    check(text, source)
    stamp, lines = _stamp(text, split(text))
    front = _front(text, lines)
    found = front.header
    headline, body = _body(text, front)
    if not body:
        raise ReadError("has a header and no report", source, "give the report's text")
    stated = [each.date for each in (stamp, found) if each is not None]
    return Article(
        text=text,
        source=source,
        blocks=body,
        published=next((day for day in (published, *stated) if day is not None), None),
        header=_whole(stamp, found, adjacent=not front.before),
        dateline=found.dateline if found is not None else None,
        places=found.places if found is not None else (),
        agency=found.agency if found is not None else None,
        headline=headline,
        url=url,
        publisher=publisher,
        identifier=identifier,
    )


def _stamp(text: str, lines: tuple[Line, ...]) -> tuple[header.Stamp | None, tuple[Line, ...]]:
    stamp = header.read_stamp(text, lines[0].span) if lines else None
    if stamp is None:
        return None, lines
    rest = lines[0].starting_at(text, stamp.span.end)
    return stamp, (*rest, *lines[1:])


def _front(text: str, lines: tuple[Line, ...]) -> _Front:
    for i, line in enumerate(lines[: PREAMBLE + 1]):
        found = header.read_header(text, line.span)
        if found is not None:
            rest = line.starting_at(text, found.span.end)
            return _Front(lines[:i], found, (*rest, *lines[i + 1 :]))
        if is_terminated(text, line.span) or line.quoted:
            break
    return _Front((), None, lines)


def _body(text: str, front: _Front) -> tuple[Span | None, tuple[Block, ...]]:
    """Return the headline and all blocks; of several lines before the header none is sure to be the headline."""
    titles = [line.span for line in front.before if not is_byline(text, line.span)]
    kind = BlockKind.HEADLINE if len(titles) == 1 else BlockKind.HEADING
    body = tuple(blocks(text, front.body, opens=front.header is not None))
    if not body:
        return None, ()
    return titles[0] if len(titles) == 1 else None, (*(Block(kind, span) for span in titles), *body)


def _whole(stamp: header.Stamp | None, found: Header | None, *, adjacent: bool) -> Span | None:
    if found is None:
        return stamp.span if stamp is not None else None
    if stamp is None or not adjacent:
        return found.span
    return Span(stamp.span.begin, found.span.end)
