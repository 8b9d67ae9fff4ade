"""Which of the titles above a report is its headline."""

from __future__ import annotations

import re

from dateline.model import Block, BlockKind
from dateline.read.line import HEADING_WORDS, HEADLINE_WORDS, is_headline
from dateline.read.words import words

LEAD = 3
"""Paragraphs in which a report says what its headline says."""
STEM = 5
"""Code points of a word that its forms share."""
_SMALL = frozenset({"for", "to", "in", "at"})


def headline_of(text: str, titles: tuple[Block, ...], body: tuple[Block, ...], *, filed: bool) -> Block | None:
    """Return the headline among the titles above a report, if one can only be that; a header makes it surer.

    It is the first that has a headline's form, behind nothing but what is too short for one, or what has no word
    in common with the report, as one that has stands below. What follows is shorter, says the same, or is a
    standfirst.
    """
    headings = [title for title in titles if title.kind is BlockKind.HEADING]
    if filed and len(headings) == 1 and not _is_letterhead(_quote(text, headings[0])):
        return headings[0]
    report = _stems(text, body[:LEAD])
    for i, title in enumerate(headings):
        below = headings[i + 1 :]
        if _is_kicker(text, title, below) or _is_strange(text, title, below, report):
            continue
        return title if _leads(text, title, below) else None
    return None


def _is_strange(text: str, title: Block, below: list[Block], report: frozenset[str]) -> bool:
    """Tell whether a title shares no word with the report, and one below it does."""
    near = (other for other in below if is_headline(text, other.span) and _stems(text, (other,)) & report)
    return not _stems(text, (title,)) & report and next(near, None) is not None


def _stems(text: str, blocks: tuple[Block, ...]) -> frozenset[str]:
    found = (word for block in blocks for word in re.findall(r"[^\W\d_]{4,}", _quote(text, block).lower()))
    return frozenset(word[:STEM] for word in found if word not in words("function") | words("starter"))


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
