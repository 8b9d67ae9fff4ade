"""What carries a name on after its head noun: "Ministry *of Trade, Industry and Energy*", "Convention *on Rivers*"."""

from __future__ import annotations

from dateline.annotate.affiliations import is_field
from dateline.annotate.page import Page
from dateline.lexicon.words import BodyNoun
from dateline.model import Kind

_FULL = 2
"""Fewest words of a full name."""
_LINKING = frozenset(("the", "of", "for"))


def reach(page: Page, head: int, noun: BodyNoun) -> int:
    """Return the token after the name: its head, and what prepositions that go with the noun carry on."""
    last = head + 1
    if noun.kind is Kind.WORK and page.same(head, last) and page.tags[last] == "CD":
        return last + 1
    prepositions = noun.prepositions
    while page.same(head, last) and page.lower[last] in prepositions and page.text[last].islower():
        reached = _complement(page, last + 1, head) if page.lower[last] != "to" or _is_aim(page, last + 1) else None
        if reached is None:
            break
        last, unit = reached, page.unit[reached - 1]
        if unit is not None and not unit.demonym:
            break
        prepositions = frozenset(("of",))
    return last


def _complement(page: Page, at: int, head: int) -> int | None:
    """Return the token after the complement that begins at a token; None if what is there is no part of a name."""
    if not page.same(head, at):
        return None
    at += page.lower[at] == "the"
    if not page.same(head, at):
        return None
    unit = page.unit[at]
    if unit is not None and not unit.demonym:
        owned = page.unit[unit.last + 1] if page.same(at, unit.last + 1) and page.is_possessive(unit.last) else None
        if owned is not None and owned.kind is Kind.LEGISLATURE:
            return owned.last
        return _coordinated(page, _words(page, at), at) if _goes_on(page, at, unit.last) else unit.last
    reached = _coordinated(page, _words(page, at), at)
    return _before_person(page, head, at, reached) if reached is not None else None


def _before_person(page: Page, head: int, first: int, after: int) -> int:
    """Return the token after the last word for a field, if an office leads and only a person's name may follow it."""
    if not led_by_office(page, head):
        return after
    last = next((i for i in range(after - 1, first - 1, -1) if _is_thing(page, i)), after - 1)
    words = after - last - 1 + (page.same(first, after) and page.capital[after])
    named = words >= _FULL and all(page.capital[i] and page.unit[i] is None for i in range(last + 1, after))
    return last + 1 if named else after


def _is_thing(page: Page, at: int) -> bool:
    lower = page.lower[at]
    return (
        page.unit[at] is not None
        or lower in page.words.bodies
        or lower.endswith(page.words.endings)
        or is_field(page, at)
    )


def _is_aim(page: Page, at: int) -> bool:
    """Tell whether a verb in capitals follows, as in "Convention to Combat Desertification"."""
    if not page.same(at - 1, at + 1):
        return False
    person = page.tokens[at].entity in ("PERSON", "GPE")
    return page.capital[at] and page.unit[at] is None and not person and not page.text[at].isupper()


def _goes_on(page: Page, at: int, after: int) -> bool:
    """Tell whether words in capitals follow a name in the complement, after a hyphen or not: "China-Africa Trade"."""
    if not page.same(at, after):
        return False
    return (page.capital[after] and page.unit[after] is None) or page.is_hyphen(after)


def _words(page: Page, at: int) -> int | None:
    """Return the token after the words in capitals from a token on, up to an office, an honorific or a person."""
    first, end = at, page.end[at]
    while at < end:
        unit = page.unit[at]
        if unit is not None:
            at = unit.last
            if _is_people_of(page, first, at) if unit.demonym else _ends_at(page, first, at):
                break
        elif page.is_hyphen(at) and at > first and (page.upper[at + 1] or page.lower[at - 1] == "co"):
            at += 2
        elif (page.is_possessive(at) and at > first and page.lower[at - 1] in page.words.possessors) or (
            page.capital[at] and not _stops(page, at, first)
        ):
            at += 1
        else:
            break
    return at if at > first else None


def _ends_at(page: Page, first: int, at: int) -> bool:
    """Tell whether a complement ends with the name before a token."""
    if page.same(first, at) and page.is_hyphen(at) and page.upper[at + 1]:
        return False
    return not page.same(first, at) or not page.capital[at] or begins_person(page, at, first)


def _is_people_of(page: Page, first: int, at: int) -> bool:
    """Tell whether a demonym that begins a complement stands for the state: "Speaker of the Senate of Lao Ana Berg"."""
    if not page.same(first, at) or page.unit[first] is not page.unit[at - 1] or not begins_person(page, at, first):
        return False
    after = page.run(at)
    return not any(page.lower[i] in page.words.bodies or is_field(page, i) for i in range(at, after))


def _stops(page: Page, at: int, first: int) -> bool:
    lower, token = page.lower[at], page.tokens[at]
    if page.honorific[at] or (token.entity == "PERSON" and token.entity_begins and lower not in page.words.bodies):
        return at > first or page.honorific[at]
    return lower in page.words.heads and at > first and lower not in ("state", "head")


def _coordinated(page: Page, at: int | None, first: int) -> int | None:
    """Reach over "and" and commas to further words of the same name: "Trade, Industry and Energy"."""
    if at is None or page.unit[at - 1] is not None:
        return at
    reached = at
    while page.same(first, at) and page.text[at] in ("and", ",", "&"):
        comma = page.text[at] == ","
        begin = at + 1 + (comma and page.same(first, at + 1) and page.text[at + 1] == "and")
        if not page.same(first, begin) or page.unit[begin] is not None:
            break
        after = _words(page, begin)
        modifies = begin <= page.tokens[at - 1].head < (after or begin)  # "Small and Island Towns"
        if after is None or not (modifies or _is_field(page, begin, after) or _are_groups(page, at - 1, after - 1)):
            break
        at = after
        if not comma or page.text[begin - 1] == "and":
            reached = after
            if not page.same(first, at) or page.text[at] != "and":
                break
    return reached


def _are_groups(page: Page, one: int, other: int) -> bool:
    """Tell whether two plurals are coordinated: "Mayors and Foresters" are groups, and no persons."""
    free = page.unit[one] is None and page.unit[other] is None and other - one == 2
    return free and all(
        page.tokens[at].tag in ("NNPS", "NNS", "NNP") and page.lower[at].endswith("s") for at in (one, other)
    )


def _is_field(page: Page, first: int, after: int) -> bool:
    """Tell whether words name a field rather than somebody: by ending, by the recogniser or as a portfolio."""
    word, token = page.lower[after - 1], page.tokens[first]
    if page.unit[after - 1] is not None or page.text[after - 1].isupper():
        return False
    continues = token.entity not in ("", "PERSON") and not token.entity_begins
    return continues or word.endswith(page.words.endings) or word in page.words.portfolios


def begins_person(page: Page, at: int, head: int) -> bool:
    """Tell whether a person's name begins at a token: by the recogniser, or after an office of the body."""
    token = page.tokens[at]
    if token.entity == "PERSON" and token.entity_begins:
        return True
    if page.lower[at] in page.words.given and page.same(at, at + 1) and page.capital[at] and page.capital[at + 1]:
        return True
    return page.same(at, at + 1) and page.capital[at + 1] and follows_office(page, head)


def follows_office(page: Page, head: int) -> bool:
    """Tell whether an office stands before a noun in capitals: "Chairman of the Committee", "Chairman Senate"."""
    noun, before = page.words.bodies.get(page.lower[head]), head - 1
    adjoined = page.same(head, before) and page.lower[before] in page.words.heads and page.upper[before]
    return led_by_office(page, head) or (adjoined and noun is not None and noun.kind is Kind.LEGISLATURE)


def led_by_office(page: Page, index: int) -> bool:
    """Tell whether an office and "of" or "for" come before the run: "Speaker of the …"."""
    at = index
    while at > page.start[index] and (page.capital[at] or page.lower[at] in _LINKING or page.is_hyphen(at)):
        before = page.lower[at - 1]
        if page.lower[at] in ("of", "for") and (before in page.words.heads or before in page.words.plurals):
            return True
        at -= 1
    return False
