"""Names in a row after an office in the plural: "Senators Rosa Delgado (Lima), Juma Otieno and Lena Berg"."""

from __future__ import annotations

from dateline.annotate.page import Page
from dateline.annotate.titles import Office

_OPENING = frozenset(("including", "namely", ":"))
_BRACKETS = 8
"""Most tokens in brackets after a name."""


def names(page: Page, office: Office) -> tuple[int, ...]:
    """Return the first tokens of the names that an office leads in, none if they are fewer than two."""
    found: list[int] = []
    at: int | None = office.last + (page.same(office.head, office.last) and page.lower[office.last] in _OPENING)
    while at is not None and page.same(office.head, at):
        while page.same(office.head, at) and page.honorific[at]:
            at += 1
        last = _name(page, at) if page.same(office.head, at) else at
        if last == at:
            break
        found.append(at)
        at = _next(page, _past(page, last))
    return tuple(found) if len(found) > 1 else ()


def _name(page: Page, at: int) -> int:
    """Return the token after a name; the token itself if none of a person's begins there."""
    office = page.lower[at] in page.words.heads or page.lower[at] in page.words.plurals
    return at if office else page.run(at)


def _past(page: Page, at: int) -> int:
    """Return the token after what tells whose office it is: "of Peru", "(Peru)"."""
    return origin(page, at)[1]


def origin(page: Page, at: int) -> tuple[tuple[int, int] | None, int]:
    """Return the tokens of the state or body that follows a name with "of" or in brackets, and the token after it."""
    if not page.same(at - 1, at + 2):
        return None, at
    begin = at + 1 + (page.lower[at + 1] == "the")
    unit = page.unit[begin]
    named = (unit.first, unit.last) if unit is not None and not unit.demonym and unit.first == begin else None
    if page.lower[at] == "of" and named is not None and not page.is_possessive(named[1]):
        return named, named[1]
    if page.text[at] != "(":
        return None, at
    closing = next((i for i in range(at, min(at + _BRACKETS, page.end[at - 1])) if page.text[i] == ")"), None)
    if closing is None:
        return None, at
    return (named if named is not None and named[1] == closing else None), closing + 1


def _next(page: Page, at: int) -> int | None:
    """Return the token after the comma or "and" that carries a row on; None if it ends."""
    begin = at
    at += page.same(begin - 1, at) and page.text[at] == ","
    at += page.same(begin - 1, at) and page.lower[at] == "and"
    return at if at > begin else None
