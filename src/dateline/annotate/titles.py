"""Offices in running words: "Deputy Prime Minister", "Speaker of the National Assembly", "the bank's president"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.annotate.page import Page
from dateline.model import Span

_COMPLEMENTS = frozenset(("of", "for", "to", "in", "at"))
_SHORT = 2
"""Titles of so many letters are written with capitals: "PM"."""
_NOMINAL = ("NN", "JJ", "VBG", "VBN")


@dataclass(frozen=True, slots=True)
class Office:
    """Words of office; tokens from `first` up to `last`, the role's own words from `begin` up to `end`."""

    first: int
    last: int
    begin: int
    end: int
    head: int
    body: tuple[int, int] | None
    """The tokens that name or describe the body or state."""
    former: bool
    plural: bool

    def role(self, page: Page) -> str:
        """Return the words of the role, without the body and without articles."""
        return page.string(self.begin, self.end)

    def span(self, page: Page) -> Span:
        """Return the span of all its words."""
        return page.span(self.first, self.last)


def find(page: Page) -> tuple[Office, ...]:
    """Return the offices of a page, in text order, apart."""
    found: list[Office] = []
    heads, plurals = page.words.heads, page.words.plurals
    for index, word in enumerate(page.lower):
        if (word in heads or word in plurals) and _is_office(page, index, found):
            office = _office(page, index)
            found.append(_sharing(page, office, found[-1]) if found and office.body is None else office)
    return tuple(found)


def _sharing(page: Page, office: Office, before: Office) -> Office:
    """Return an office with the possessor that the one before shares with it: "Peru's President X and Premier Y"."""
    owned = before.body is not None and before.body[1] < before.first and page.is_possessive(before.first - 1)
    at = office.first - 1
    if not owned or not page.same(before.last, at) or page.lower[at] != "and":
        return office
    named = all(page.capital[i] or page.is_hyphen(i) for i in range(before.last, at))
    return replace(office, body=before.body) if named and at > before.last else office


def _is_office(page: Page, index: int, found: list[Office]) -> bool:
    tag, unit = page.tags[index], page.unit[index]
    if len(page.text[index]) <= _SHORT and not page.upper[index]:
        return False  # "3 pm"
    if unit is not None or not tag.startswith(("NN", "JJ")) or (tag == "JJ" and not page.upper[index]):
        return False
    if page.is_hyphen(index - 1) and page.lower[index - 2] not in page.words.modifiers | page.words.former | {
        "secretary",
        "director",
    }:
        return False
    if page.lower[index] in page.words.modifiers and _leads_on(page, index):
        return False
    return not found or index >= found[-1].last


def _leads_on(page: Page, index: int) -> bool:
    """Tell whether a word that may be an office's head stands before another head: "chief" in "chief minister"."""
    after = index + 1 + page.is_hyphen(min(index + 1, len(page.text) - 1))
    if not page.same(index, after) or page.unit[after] is not None:
        return False
    return (
        page.lower[after] in page.words.heads
        or page.lower[after] in page.words.plurals
        or (page.lower[after] in page.words.modifiers and page.lower[after] != "general" and _leads_on(page, after))
    )


def _office(page: Page, head: int) -> Office:
    begin = _begin(page, head)
    end = _suffixed(page, head + 1)
    end, body, last = _complement(page, head, end)
    first, before = begin, None
    if body is None:
        first, before = _body_before(page, begin)
    else:
        first = _state_before(page, begin)
    return Office(
        first=first,
        last=last,
        begin=begin,
        end=end,
        head=head,
        body=body or before,
        former=_is_former(page, first) or _is_former(page, begin),
        plural=page.lower[head] in page.words.plurals,
    )


def _begin(page: Page, head: int) -> int:
    """Return the first token of the role: modifiers and portfolios before the head, coordinated ones too."""
    at = head
    while at > page.start[head]:
        before = at - 1
        if page.is_hyphen(before) and page.unit[before] is None:
            at = before
            continue
        lower = page.lower[before]
        if lower == "and" and at < head and _is_portfolio(page, before - 1) and _is_portfolio(page, at):
            at = before
            continue
        if page.unit[before] is not None or (page.is_hyphen(before - 1) and lower in page.words.former):
            break
        if not page.tags[before].startswith(_NOMINAL) and not page.is_hyphen(at):
            break
        if lower in page.words.modifiers or lower in page.words.portfolios or lower == "secretary":
            at = before
        else:
            break
    while at < head and (page.is_hyphen(at) or page.lower[at] == "and"):
        at += 1
    return at


def _is_portfolio(page: Page, index: int) -> bool:
    return page.unit[index] is None and page.lower[index] in page.words.portfolios


def _suffixed(page: Page, at: int) -> int:
    """Return the token after the suffixes: "Extraordinary and Plenipotentiary"."""
    head = at
    while page.same(at - 1, at):
        if page.is_hyphen(at) and page.lower[at + 1] in page.words.suffixes | {"in"}:
            at += 4 if page.lower[at + 1] == "in" and page.is_hyphen(at + 2) else 2
        elif _is_suffix(page, at):
            at += 1
        elif page.lower[at] == "and" and at > head and page.same(at, at + 1) and _is_suffix(page, at + 1):
            at += 2
        else:
            break
    return min(at, page.end[at - 1]) if at <= len(page.end) else at


def _is_suffix(page: Page, index: int) -> bool:
    return page.lower[index] in page.words.suffixes and page.unit[index] is None


def _complement(page: Page, head: int, end: int) -> tuple[int, tuple[int, int] | None, int]:
    """Return (end of the role, body, end of all) for what prepositions add to the role."""
    body, last = None, end
    while page.same(head, last) and page.lower[last] in _COMPLEMENTS:
        preposition, at = page.lower[last], last + 1
        at += page.same(head, at) and page.lower[at] == "the"
        if not page.same(head, at):
            break
        after = _portfolio(page, at) if body is None and preposition in ("of", "for") else at
        if after > at:
            end = last = after
            continue
        reached = _named(page, at) or (_described(page, at) if preposition == "of" else None)
        if reached is None or (preposition in ("in", "at", "for") and not _is_acting_for(page, at, preposition)):
            break
        if preposition == "for" or (preposition == "to" and page.lower[head] in page.words.envoys):
            end = reached if body is None else end
        elif preposition == "to":
            break
        elif body is None:
            body = (at, reached)
        elif page.unit[at] is None:
            break
        last = reached
    return end, body, last


def _is_acting_for(page: Page, at: int, preposition: str) -> bool:
    unit = page.unit[at]
    return preposition == "for" and unit is not None and unit.kind.value in ("place", "state")


def _portfolio(page: Page, at: int) -> int:
    """Return the token after the portfolios from a token on; the token itself if there are none."""
    first = at
    if page.lower[at] in page.words.complements and not page.same(at, at + 1):
        return at + 1
    while page.same(first, at) and page.unit[at] is None:
        word = page.lower[at]
        if _is_field(page, at) or (at == first and word in page.words.complements):
            at += 1
        elif word in ("and", ",") and at > first and _reaches(page, at):
            at += 1 + (word == "," and page.lower[at + 1] == "and")
        else:
            break
    return at


def _reaches(page: Page, at: int) -> bool:
    """Tell whether a portfolio written like the one before follows "and" or a comma."""
    after = at + 1 + (page.text[at] == "," and page.same(at, at + 1) and page.lower[at + 1] == "and")
    return page.same(at, after) and _is_field(page, after) and page.upper[after] == page.upper[at - 1]


def _is_field(page: Page, index: int) -> bool:
    """Tell whether a word is a portfolio, or in capitals and by its ending a field: "Irrigation"."""
    if _is_portfolio(page, index):
        return True
    named = page.tokens[index].entity == "PERSON" or page.lower[index] in page.words.bodies
    free = page.capital[index] and page.unit[index] is None and not named
    return free and page.lower[index].endswith(page.words.fields)


def _named(page: Page, at: int) -> int | None:
    """Return the token after the name that begins at a token, brackets with its acronym included."""
    unit = page.unit[at]
    if unit is not None:
        after = unit.last
        if page.same(at, after) and page.is_hyphen(after):
            return None
        if unit.demonym and page.same(at, after) and page.lower[after] in page.words.describing:
            return after + 1
        if unit.demonym:
            return None
    elif page.capital[at] and page.lower[at] not in page.words.heads and page.lower[at] not in page.words.honorifics:
        after = page.run(at)
        if after == at:
            return None
    else:
        return None
    return _bracketed(page, after)


def _bracketed(page: Page, after: int) -> int:
    closed = page.same(after - 1, after + 2) and page.text[after] == "(" and page.text[after + 2] == ")"
    return after + 3 if closed and page.upper[after + 1] else after


def _described(page: Page, at: int) -> int | None:
    """Return the token after a body's description in lower case: "the national parliament"."""
    first = at
    while (
        page.same(first, at)
        and page.unit[at] is None
        and page.lower[at] in page.words.modifiers | page.words.portfolios
    ):
        at += 1
    if not page.same(first, at):
        return None
    return at + 1 if page.unit[at] is None and page.lower[at] in page.words.describing else None


def _body_before(page: Page, begin: int) -> tuple[int, tuple[int, int] | None]:
    """Return (first token, body) for a body or state that stands before the role."""
    at = begin - 1
    if at < page.start[begin]:
        return begin, None
    if page.is_possessive(at):
        unit = page.unit[at - 1]
        return begin, (unit.first, at) if unit is not None else _run_before(page, at - 1)
    if page.text[at] == ")" and at - 3 >= page.start[begin] and page.unit[at - 3] is not None:
        inner = page.unit[at - 3]
        return (
            (inner.first, (inner.first, inner.last))
            if inner is not None and page.text[at - 2] == "("
            else (begin, None)
        )
    unit = page.unit[at]
    if unit is not None:
        return unit.first, (unit.first, unit.last)
    if page.lower[at] in page.words.describing and page.tags[at].startswith("NN"):
        first = at
        while first - 1 >= page.start[begin] and page.lower[first - 1] in page.words.portfolios | page.words.modifiers:
            first -= 1
        return first, (first, begin)
    run = _run_before(page, at) if page.capital[at] and page.upper[begin] else None
    return (run[0], run) if run is not None else (begin, None)


def _run_before(page: Page, at: int) -> tuple[int, int] | None:
    """Return the run of capitals that ends with a token, which may name a body."""
    first = at + 1
    while (
        first - 1 >= page.start[at]
        and page.unit[first - 1] is None
        and (page.capital[first - 1] or (page.is_hyphen(first - 1) and page.capital[first - 2]))
    ):
        first -= 1
    return (first, at + 1) if first <= at and page.lower[first] not in page.words.honorifics else None


def _state_before(page: Page, begin: int) -> int:
    unit = page.unit[begin - 1] if begin > page.start[begin] else None
    return unit.first if unit is not None and unit.demonym else begin


def _is_former(page: Page, first: int) -> bool:
    at = first - 1
    if at >= page.start[first] and page.is_hyphen(at):
        at -= 1
    return at >= page.start[first] and page.lower[at] in page.words.former
