"""Official names, assembled around their head nouns: "Ministry of Foreign Affairs and Trade"."""

from __future__ import annotations

from dateline.annotate import chambers, complements
from dateline.annotate.complements import begins_person, follows_office, led_by_office
from dateline.annotate.page import Page, Unit
from dateline.lexicon.words import BodyNoun
from dateline.model import Kind

_LONG = 12
"""More words than a name has."""


def find(page: Page) -> None:
    """Claim the official names of a page, right to left, so that an inner name is there when its outer one is read."""
    for index in range(len(page.tokens) - 1, -1, -1):
        noun = page.words.bodies.get(page.lower[index]) if page.capital[index] else None
        unit = page.unit[index]
        if noun is not None and unit is None:
            found = _name(page, index, noun)
            if found is not None:
                page.claim(found)


def _name(page: Page, index: int, noun: BodyNoun) -> Unit | None:
    """Return the name around a body noun; None if it heads none."""
    head = _head(page, index) if not _is_of_office(page, index) else None
    if head is None:
        return None
    noun = page.words.bodies[page.lower[head]]
    first, last = _leftmost(page, index), complements.reach(page, head, noun)
    first += noun.kind is Kind.LEGISLATURE and page.lower[head] not in page.words.assembling and page.is_ordinal(first)
    if last - first == 1 and page.same(head, last) and page.capital[last] and follows_office(page, head):
        page.capital[head] = False  # "Chairman of the Committee Ada Berg": the name begins after it
    if not 1 < last - first <= _LONG or (first == head and page.is_possessive(head + 1)) or page.is_hyphen(first - 1):
        return None
    if noun.kind is Kind.WORK and page.lower[first - 1] == "and" and led_by_office(page, first - 2):
        return None  # "Representative for Foreign Affairs and Security Policy"
    kind = _kind(page, first, head, last, noun)
    return Unit(first, last, kind, head=head) if kind is not None and not _is_many(page, head, kind) else None


def _is_of_office(page: Page, index: int) -> bool:
    """Tell whether a noun is part of an office: "Party Leader", "Heads of State and Government"."""
    leads = page.same(index, index + 1) and page.lower[index + 1] in page.words.heads
    named = page.lower[index] in page.words.own and page.capital[index - 1] and page.same(index, index - 1)
    modifier = page.lower[index] in page.words.modifiers and leads and not named
    return modifier or page.lower[index - 2 : index + 1] == ["state", "and", "government"]


def _is_many(page: Page, head: int, kind: Kind) -> bool:
    """Tell whether a name in the plural is of several bodies."""
    plural = page.lower[head].endswith("ies") or (page.tags[head] == "NNPS" and page.lower[head].endswith("s"))
    one = kind in (Kind.GATHERING, Kind.PLACE, Kind.WORK) or page.lower[head] in page.words.singular
    return plural and not one


def _head(page: Page, index: int) -> int | None:
    """Return the last body noun of the run; None if a further word, which is no person's, makes it another thing."""
    head, at = index, index + 1
    while page.same(index, at) and (page.capital[at] or page.is_hyphen(at)) and page.unit[at] is None:
        if page.is_hyphen(at):
            return None if page.same(index, at + 1) and not page.upper[at + 1] else head
        lower = page.lower[at]
        if lower in page.words.heads or lower in page.words.plurals or page.honorific[at]:
            break
        if lower in page.words.modifiers and page.same(at, at + 1) and page.lower[at + 1] in page.words.heads:
            break
        if lower in page.words.bodies:
            head = at
        else:
            return head if begins_person(page, at, index) else None
        at += 1
    return head


def _leftmost(page: Page, index: int) -> int:
    at = index
    while at > page.start[index]:
        step = _step(page, at)
        if step == at:
            step = _over_row(page, at)
        if step == at:
            break
        at = step
    at += at < index - 1 and at == page.start[index] and _merely_opens(page, at)
    while at < index and (
        not page.capital[at] and not page.is_ordinal(at) and page.tags[at] != "CD" and page.unit[at] is None
    ):
        at += 1
    return at


def _merely_opens(page: Page, at: int) -> bool:
    """Tell whether a sentence's first word has its capital from there, and is no part of a name: "Leaked papers"."""
    plain = page.tags[at].startswith(("VB", "RB")) or page.lower[at] in page.words.opening
    return plain and page.unit[at] is None and page.seen[page.text[at]] == 0


def _over_row(page: Page, at: int) -> int:
    """Reach back over adjectives in a row: "Nuclear, Chemical and Biological Authority"."""
    first = at
    while _is_adjective(page, first):
        between = first - 1
        between -= page.lower[between] == "and" and page.text[between - 1] == ","
        joined = page.lower[first - 1] == "and" or (page.text[between] == "," and first < at)
        if not joined or not page.same(at, between - 1) or not _is_adjective(page, between - 1):
            break
        first = between - 1
    return at if page.lower[first - 1] in ("of", "for", "on") else first


def _is_adjective(page: Page, index: int) -> bool:
    free = page.capital[index] and page.unit[index] is None
    return free and page.lower[index].endswith(page.words.adjectival)


def _step(page: Page, at: int) -> int:
    """Return the token to which a name reaches back by one more word; the same if it does not."""
    before = at - 1
    unit = page.unit[before]
    if unit is not None:
        joined = unit.head < 0 and not page.is_possessive(before)
        return unit.first if joined else at
    if page.text[before] == ")":
        return _over_brackets(page, before)
    if page.is_hyphen(before):
        return before if page.capital[before - 1] or page.unit[before - 1] is not None else at
    if page.is_possessive(before):
        return before - 1 if _is_within(page, before) else at
    if page.is_ordinal(before) or (page.tags[before] == "CD" and page.upper[before]) or page.text[before] == "&":
        return before
    if page.tags[before] == "CD" and page.text[before].isdigit() and page.lower[at] == "agenda":
        return before
    lower = page.lower[before]
    if not page.capital[before] or page.honorific[before]:
        return at
    if lower in page.words.heads and not _is_attributive(page, before):
        return at
    return before


def _is_within(page: Page, ending: int) -> bool:
    """Tell whether a possessive is part of a name: "People's Assembly", "Teachers' Union"."""
    owner = ending - 1
    plural = page.text[ending] in ("'", "’") and page.lower[owner].endswith("s") and page.unit[owner] is None
    return page.upper[owner] and (plural or page.lower[owner] in page.words.possessors)


def _over_brackets(page: Page, closing: int) -> int:
    """Return the begin of a name within a longer one, its acronym between: "African Union (AU) Commission"."""
    opening = closing - 2
    if not page.same(closing, opening - 1) or page.text[opening] != "(" or not page.text[opening + 1].isupper():
        return closing + 1
    named = page.unit[opening - 1]
    return named.first if named is not None and not named.demonym else closing + 1


def _is_attributive(page: Page, index: int) -> bool:
    """Tell whether an office noun in capitals is part of a name: "General Assembly", "Leaders Summit"."""
    return page.lower[index] in ("general", "chief", "head", "major") and page.lower[index - 1] != "secretary"


def _kind(page: Page, first: int, head: int, last: int, noun: BodyNoun) -> Kind | None:
    if noun.carried and last > head + 1:
        return noun.carried.get(page.lower[head + 1], noun.kind)
    if noun.kind is Kind.LEGISLATURE:
        return chambers.kind(page, first, head, last)
    if page.lower[head] in page.words.ruling and not _is_ruled(page, first, head, last):
        return None
    if noun.id == "delegation":
        units = (page.unit[i] for i in range(first, head))
        return noun.kind if any(unit is not None and unit.kind is Kind.INTERGOVERNMENTAL for unit in units) else None
    if page.lower[head] in page.words.chairing and last == head + 1:
        return None
    if noun.kind is Kind.WORK and last - first < 2:
        return None
    if noun.kind is Kind.PLACE and last - first < 2:
        return None
    return noun.kind


def _is_ruled(page: Page, first: int, head: int, last: int) -> bool:
    """Tell whether a government's name says whose it is, or in common words what: no "Conservative Government"."""
    if last > head + 1:
        return True
    common = (page.words.bodies, page.words.plain, page.words.portfolios, page.words.modifiers)
    return any(page.unit[i] is not None or any(page.lower[i] in each for each in common) for i in range(first, head))
