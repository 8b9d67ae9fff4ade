"""Runs of capitals cut into single names: at offices, at honorifics and where the recogniser sees a border."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.introductions import Introductions
from dateline.annotate.page import Page

Segment = tuple[int, int]
"""The first token of a name and the token after its last."""


def find(page: Page, introduced: Introductions) -> tuple[Segment, ...]:
    """Return the names in what no unit holds, in text order."""
    return tuple(each for run in page.runs() for each in _cut(page, introduced, *run))


def _cut(page: Page, introduced: Introductions, first: int, last: int) -> Iterator[Segment]:
    begin = first
    for at in range(first, last + 1):
        border = at < last and _is_border(page, introduced, begin, at)
        if at < last and not (at in introduced.office or page.honorific[at] or border):
            continue
        end = at
        while end > begin and page.is_hyphen(end - 1):
            end -= 1
        if end > begin:
            yield _with_honorific(page, begin, end), end
        begin = at if border and at not in introduced.office else at + 1
        while begin < last and page.is_hyphen(begin):
            begin += 1


def _is_border(page: Page, introduced: Introductions, begin: int, at: int) -> bool:
    """Tell whether the recogniser begins a person here within a run that did not begin as one."""
    if at <= begin or page.is_hyphen(at - 1) or page.is_hyphen(at) or introduced.is_titled(begin):
        return False
    if page.lower[at - 1] in page.words.partisans and page.lower[at] in page.words.given and at == begin + 1:
        return True
    if _follows_thing(page, at) or (begin > page.start[at] and page.is_possessive(begin - 1) and _is_full(page, at)):
        return True
    one, other = page.tokens[at - 1], page.tokens[at]
    return other.entity_begins and other.entity == "PERSON" and one.entity in ("ORG", "GPE", "LOC", "NORP")


def _follows_thing(page: Page, at: int) -> bool:
    """Tell whether a given name and more stand behind a word for a thing: "Minister of State for Trade Juma Otieno"."""
    before = page.lower[at - 1]
    thing = before in page.words.portfolios or before in page.words.bodies or before.endswith(page.words.endings)
    return thing and _is_full(page, at) and before not in page.words.given


def _is_full(page: Page, at: int) -> bool:
    """Tell whether a given name with more behind it begins at a token."""
    return page.lower[at] in page.words.given and page.same(at, at + 1) and page.capital[at + 1]


def _with_honorific(page: Page, first: int, last: int) -> int:
    """Return the begin of a name with the honorific that belongs to a single name: "Sheikh Hasina"."""
    single = all(page.is_hyphen(i) or page.is_hyphen(i - 1) for i in range(first + 1, last))
    before = first - 1
    if single and before >= page.start[first] and page.lower[before] in page.words.kept and page.upper[before]:
        return before
    return first
