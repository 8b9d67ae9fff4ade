"""Lines to headings, paragraphs and quotations: blank lines part them, and often single breaks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from dateline.model import Block, BlockKind, Span
from dateline.read.line import HEADLINE_WORDS, Line, breaks_off, is_heading, is_headline, is_terminated

NARROWEST, WIDEST = 40, 120
"""Between these widths, in code points, a text's longest line can be the margin it was wrapped at."""
STRAY = 8
"""One line in so many may be wider than that: a caption, a headline."""
_QUOTES = {"“": "”", "„": "”", "«": "»", '"': '"'}


class Opening(Enum):
    """What the first of some lines can be."""

    TITLE = "a headline"
    LEAD = "the rest of a header's line, and so no heading"
    ANY = "any block: a headline stands before"


def blocks(text: str, lines: tuple[Line, ...], opening: Opening) -> Iterator[Block]:
    """Group lines into blocks.

    Where nothing else stands in the text, short blocks are its paragraphs, not headings.
    """
    found: list[Block] = []
    for group in _groups(text, lines, opening):
        found.append(_block(text, group, opening))
        opening = opening if opening is Opening.TITLE and _is_kicker(text, found[-1]) else Opening.ANY
    only_headings = all(block.kind is BlockKind.HEADING for block in found)
    for block in found:
        yield Block(BlockKind.PARAGRAPH, block.span) if only_headings else block


def _is_kicker(text: str, block: Block) -> bool:
    words = text[slice(*block.span)].split()
    return block.kind is BlockKind.HEADING and len(words) < HEADLINE_WORDS.start


def _groups(text: str, lines: tuple[Line, ...], opening: Opening) -> Iterator[list[Line]]:
    margin = _margin(text, lines, opening)
    group: list[Line] = []
    for line in lines:
        first = opening if group and group[-1] is lines[0] else Opening.ANY
        if group and not _continues(text, group[-1], line, margin, first):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(text: str, line: Line, after: Line, margin: int | None, opening: Opening) -> bool:
    if after.apart or after.bullet or line.quoted != after.quoted:
        return False
    if text[after.span.begin].islower():
        return not (after.gap and is_terminated(text, line.span))
    if after.gap:
        return False
    if margin is not None and line.length <= margin:
        return _is_full(text, line, after, margin)
    if is_terminated(text, line.span) or _is_title(text, line.span, opening):
        return False
    return line.length <= WIDEST or breaks_off(text, line.span)


def _margin(text: str, lines: tuple[Line, ...], opening: Opening) -> int | None:
    """Return the width that the text was wrapped at, None if it was not.

    It was when most of the lines that had no room for the next word break off within a sentence. What may be
    a headline does not count.
    """
    narrow = [line.length for line in lines if line.length <= WIDEST]
    margin = max(narrow, default=0)
    if margin < NARROWEST or STRAY * (len(lines) - len(narrow)) > len(lines):
        return None
    titled = opening is Opening.TITLE and is_headline(text, lines[0].span)
    pairs = pairwise(lines[1:] if titled else lines)
    full = [a for a, b in pairs if not b.gap and _is_full(text, a, b, margin)]
    broken = sum(not is_terminated(text, line.span) for line in full)
    return margin if full and 2 * broken >= len(full) else None


def _is_full(text: str, line: Line, after: Line, margin: int) -> bool:
    word = text[after.span.begin : after.span.end].split(maxsplit=1)[0]
    return line.length + 1 + len(word) > margin


def _block(text: str, group: list[Line], opening: Opening) -> Block:
    span = Span(group[0].span.begin, group[-1].span.end)
    if group[0].quoted or _is_quotation(text[span.begin : span.end]):
        return Block(BlockKind.QUOTATION, span)
    heading = _is_title(text, span, opening) and not group[0].bullet
    return Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, span)


def _is_title(text: str, span: Span, opening: Opening) -> bool:
    if opening is Opening.LEAD:
        return False
    return is_heading(text, span) or (opening is Opening.TITLE and is_headline(text, span))


def _is_quotation(quote: str) -> bool:
    """Tell whether one pair of quotation marks holds it all, or one opens and a later paragraph closes it."""
    mark = _QUOTES.get(quote[0])
    if mark is None:
        return False
    if mark == "”" and re.search(r"[.,!?]“(?=\s)", quote) is not None:
        return False
    closed = quote.find(mark, 1)
    return closed == -1 or re.fullmatch(r"[.,]?", quote[closed + 1 :]) is not None
