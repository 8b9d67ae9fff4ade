"""Which of the titles above a report is its headline."""

from __future__ import annotations

import re

from dateline.model import Block, BlockKind
from dateline.read.lines import HEADING_WORDS, HEADLINE_WORDS, is_headline
from dateline.read.words import words

_SMALL = frozenset({"for", "to", "in", "at"})


def headline_of(text: str, titles: tuple[Block, ...], *, filed: bool) -> Block | None:
    """Return the headline among the titles above a report, if one can only be that; a header makes it surer.

    It is the first that has a headline's form, behind nothing but what is too short for one. What follows is
    shorter, says the same, or is a standfirst.
    """
    headings = [title for title in titles if title.kind is BlockKind.HEADING]
    if filed and len(headings) == 1 and not _is_letterhead(_quote(text, headings[0])):
        return headings[0]
    for i, title in enumerate(headings):
        if _is_kicker(text, title, headings[i + 1 :]):
            continue
        return title if _leads(text, title, headings[i + 1 :]) else None
    return None


def _is_kicker(text: str, title: Block, below: list[Block]) -> bool:
    """Tell whether a title is too short for a headline, or the way to the page with the headline behind it."""
    quote = _quote(text, title)
    repeated = (other for block in below if len(other := _quote(text, block)) < len(quote))
    return len(quote.split()) < HEADLINE_WORDS.start or any(
        quote.endswith(other) and len(other.split()) in HEADLINE_WORDS for other in repeated
    )


def _leads(text: str, title: Block, below: list[Block]) -> bool:
    quote = _quote(text, title)
    if not is_headline(text, title.span) or _is_letterhead(quote):
        return False
    return all(
        len(other) < len(quote) or other == quote or len(other.split()) > HEADING_WORDS
        for other in (_quote(text, block) for block in below)
    )


def _is_letterhead(quote: str) -> bool:
    """Tell whether it is a body's name and no more: "Ministry of Foreign Affairs of the Republic of Peru"."""
    each = re.findall(r"[^\W\d_]+", quote)
    named = any(word.lower() in words("body") for word in each[:4])
    small = words("small") | words("function") | _SMALL
    return named and all(word[0].isupper() or word in small for word in each) and " of " in f" {quote} "


def _quote(text: str, block: Block) -> str:
    return " ".join(text[slice(*block.span)].split())
