"""Acronyms in brackets after the names that they stand for: "Food and Agriculture Organization (FAO)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.page import Page
from dateline.model import Form, Kind, Mention

_LETTERS = 2
"""Fewest letters of an acronym."""


def note(page: Page, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those that an acronym in brackets follows with that acronym, and the acronyms' own."""
    taken = {m.span for m in mentions if m.form is Form.NAME}
    kinds: dict[str, Kind] = {}
    noted: list[Mention] = []
    for mention, at in _followed(page, mentions):
        if at is None:
            noted.append(mention)
            continue
        token = page.tokens[at]
        kinds[token.text] = mention.kind
        noted.append(replace(mention, acronym=token.text))
        if token.span not in taken:
            noted.append(Mention(token.span, at, mention.kind, Form.NAME, token.text))
    for mention in noted:
        kind = kinds.get(mention.name or "")
        yield replace(mention, kind=kind) if kind is not None and mention.form is Form.NAME else mention


def _followed(page: Page, mentions: list[Mention]) -> Iterator[tuple[Mention, int | None]]:
    """Yield each mention with the token of the acronym that follows it; of names that end alike, the innermost."""
    ends = {token.span.end: token.index + 1 for token in page.tokens}
    inner = {m.span.end: m.span.begin for m in sorted(mentions, key=lambda m: m.span.begin) if m.form is Form.NAME}
    for mention in mentions:
        name, at = mention.name or "", ends.get(mention.span.end, 0)
        innermost = inner.get(mention.span.end) == mention.span.begin
        whole = mention.form is Form.NAME and " " in name and innermost and _is_bracketed(page, at)
        yield mention, at + 1 if whole and _abbreviates(page.text[at + 1], name) else None


def _is_bracketed(page: Page, at: int) -> bool:
    if not page.same(at - 1, at + 2) or page.text[at] != "(" or page.text[at + 2] != ")":
        return False
    inner = page.text[at + 1]
    return len(inner) >= _LETTERS and sum(c.isupper() for c in inner) * 2 > len(inner)


def _abbreviates(acronym: str, name: str) -> bool:
    """Tell whether most letters of an acronym begin words of the name.

    >>> _abbreviates("OSCE", "Organization for Security and Co-operation in Europe"), _abbreviates("UN", "Oslo")
    (True, False)
    """
    initials = {word[0].upper() for word in name.replace("-", " ").split()}
    return sum(char.upper() in initials for char in acronym) * 2 > len(acronym)
