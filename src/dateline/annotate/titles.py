"""Offices in running words: "Deputy Prime Minister", "Speaker of the National Assembly", "the bank's president"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.annotate import affiliations
from dateline.annotate.page import Page
from dateline.model import ACTOR_KINDS, Span

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
        """Return the words of the role in the singular, without the body and without articles."""
        words = page.string(self.begin, self.end)
        return words.replace(page.text[self.head], _singular(page, self.head), 1) if self.plural else words

    def span(self, page: Page) -> Span:
        """Return the span of all its words."""
        return page.span(self.first, self.last)


def _singular(page: Page, head: int) -> str:
    """Return the singular of an office, written like its plural: "Senator" of "Senators", "MP" of "MPs"."""
    word, plural = page.words.plurals[page.lower[head]], page.text[head]
    return word.upper() if plural[:-1].isupper() else word.capitalize() if plural[0].isupper() else word


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
    led = before.body is not None and before.body[1] <= before.begin
    at = office.first - 1
    if not (owned or led) or not page.same(before.last, at) or page.lower[at] != "and":
        return office
    named = all(page.capital[i] or page.is_hyphen(i) for i in range(before.last, at))
    return replace(office, body=before.body) if named and (owned or at == before.last) else office


def _is_office(page: Page, index: int, found: list[Office]) -> bool:
    tag, unit = page.tags[index], page.unit[index]
    if page.lower[index] in page.words.abbreviated and not page.upper[index]:
        return False  # "3 pm"
    if unit is not None or not tag.startswith(("NN", "JJ")) or (tag == "JJ" and not page.upper[index]):
        return False
    if page.is_hyphen(index - 1) and page.lower[index - 2] not in page.words.modifiers | page.words.former | {
        "secretary",
        "director",
        "co",
    }:
        return False
    if page.lower[index] in page.words.modifiers and _leads_on(page, index):
        return False
    if page.lower[index] in page.words.titular and _leads_name(page, index):
        return False
    if page.tokens[index].lemma in page.words.ranked and page.lower[index - 1] not in page.words.modifiers:
        return False
    if page.tokens[index].lemma in page.words.bound and not _is_bound(page, index):
        return False
    return not found or index >= found[-1].last


def _leads_name(page: Page, index: int) -> bool:
    """Tell whether a word in capitals is the first of a name: "General" of "General Affairs Council"."""
    after = index + 1
    if not page.upper[index] or not page.same(index, after) or not page.upper[after]:
        return False
    return page.lower[after] in page.words.portfolios or page.lower[after] in page.words.bodies


def _is_bound(page: Page, index: int) -> bool:
    """Tell whether "of" and a body follow, and a name follows that or stands before: "Member of Parliament X"."""
    if not page.same(index, index + 2) or page.lower[index + 1] != "of":
        return False
    at = index + 2 + (page.lower[index + 2] == "the")
    unit = page.unit[at] if page.same(index, at) else None
    described = page.same(index, at) and page.lower[at] in page.words.describing
    if not described and (unit is None or unit.kind not in ACTOR_KINDS or unit.demonym):
        return False
    after = unit.last if unit is not None else at + 1
    before = index
    while before > page.start[index] and (page.tags[before - 1] in ("DT", "JJ", "VBG") or page.upper[before - 1]):
        before -= 1
    led = page.same(index, after) and (page.capital[after] or page.honorific[after])
    return led or page.text[before - 1] in (",", ")")


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
    end, body, last = affiliations.after(page, head, end)
    first, before = begin, None
    if body is None:
        first, before = affiliations.before(page, begin)
    else:
        first = affiliations.state_before(page, begin)
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
    while at > page.start[head] and _reaches_back(page, at, head):
        at -= 1
    while at < head and (page.is_hyphen(at) or page.lower[at] == "and"):
        at += 1
    return at


def _reaches_back(page: Page, at: int, head: int) -> bool:
    """Tell whether the word before a token belongs to the role too."""
    before, lower = at - 1, page.lower[at - 1]
    if page.is_hyphen(before) and page.unit[before] is None:
        return True
    if lower == "and" and at < head and affiliations.is_portfolio(page, before - 1):
        return affiliations.is_portfolio(page, at)
    if page.lower[head] in page.words.seats and lower in page.words.portfolios - page.words.modifiers:
        return False
    if page.unit[before] is not None or (page.is_hyphen(before - 1) and lower in page.words.former):
        return False
    if not page.tags[before].startswith(_NOMINAL) and not page.is_hyphen(at):
        return False
    field = page.lower[head] in page.words.charged and at == head and affiliations.is_field(page, before)
    return lower in page.words.modifiers or lower in page.words.portfolios or lower == "secretary" or field


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


def _is_former(page: Page, first: int) -> bool:
    at = first - 1
    if at >= page.start[first] and page.is_hyphen(at):
        at -= 1
    return at >= page.start[first] and page.lower[at] in page.words.former
