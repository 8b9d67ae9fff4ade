"""How many a group is said to be, and what the number counts: "delegates from 40 member towns"."""

from __future__ import annotations

import re

from dateline.model import Article, Mention

_COUNT = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?:-(?=[a-z]))?\s*(?=[A-Za-z])")
_BEFORE = re.compile(r"\d[\d,]* $")
_REACH = 12
"""So many characters before a description its number may stand."""


def read(article: Article, mention: Mention) -> tuple[int | None, str | None]:
    """Return the number in a group's description, and what it counts; (None, None) if there is none."""
    begin = _begin(article, mention.span.begin)
    text = " ".join(article.text[begin : mention.span.end].split())
    match = _COUNT.search(text)
    if match is None:
        return None, None
    unit = re.split(r" (?:from|of|who|in)\b", text[match.end() :])[0]
    if text[match.end() - 1] == "-":
        unit = unit.split()[0]
    return int(match[1].replace(",", "")), unit


def _begin(article: Article, begin: int) -> int:
    match = _BEFORE.search(article.text[max(0, begin - _REACH) : begin])
    return begin - len(match[0]) if match is not None else begin
