"""Names with "assembly", "congress", "house" or "chamber": parliaments, gatherings, or bodies of another kind."""

from __future__ import annotations

from dateline.annotate.page import Page
from dateline.model import Kind

_CHAMBERS = frozenset(("house", "chamber"))


def kind(page: Page, first: int, head: int, last: int) -> Kind | None:
    """Return LEGISLATURE, or what else such a noun heads; None if it heads no name: "the White House of Lima"."""
    word = page.lower[head]
    before, after = page.lower[first:head], page.lower[head + 1 : last]
    if word.removesuffix("s") in _CHAMBERS:
        lead = page.unit[head - 1] if head > first else None
        if "commerce" in after:
            return Kind.ORGANIZATION
        of = page.unit[last - 1] if after[:1] == ["of"] else None
        fits = bool(after) or (lead is not None) or bool({"upper", "lower"} & set(before))
        return Kind.LEGISLATURE if fits and not (of and of.kind is Kind.CITY) else None
    if word in page.words.assembling and _is_assembled(page, first, head, last):
        return Kind.GATHERING
    if word == "congress" and first < head and not _has_state(page, first, last):
        return Kind.ORGANIZATION
    return Kind.LEGISLATURE


def _is_assembled(page: Page, first: int, head: int, last: int) -> bool:
    """Tell whether a name with "assembly" or "congress" is that of a gathering: numbered, of a body, or of people."""
    if page.is_ordinal(first) or page.lower[first] in page.words.recurring:
        return True
    units = [page.unit[i] for i in range(first, last)]
    if any(u is not None and u.kind is Kind.INTERGOVERNMENTAL for u in units):
        return True
    states = _has_state(page, first, last)
    return page.lower[head + 1 : head + 2] == ["of"] and not states and page.lower[last - 1] not in page.words.deputies


def _has_state(page: Page, first: int, last: int) -> bool:
    return any((u := page.unit[i]) is not None and u.kind is Kind.STATE for i in range(first, last))
