"""Official names, assembled around their head nouns: "Ministry of Foreign Affairs and Trade"."""

from __future__ import annotations

from dateline.annotate.page import Page, Unit
from dateline.lexicon.words import BodyNoun
from dateline.model import Kind

ABSTRACT = (
    "ion",
    "ment",
    "ity",
    "ics",
    "ies",
    "ure",
    "ance",
    "ence",
    "ing",
    "ade",
    "ety",
    "ism",
    "ons",
    "ngs",
    "nts",
    "our",
    "ws",
    "hts",
)
"""Endings of words that name fields and things: they may be coordinated within a name."""
_CHAMBERS = frozenset(("house", "chamber"))
_ASSEMBLING = frozenset(("assembly", "congress", "assemblies", "congresses"))
_SINGULAR = frozenset(("congress", "forces", "airlines", "news", "times", "corps", "cortes", "press"))
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
    if (
        page.lower[index] in page.words.modifiers
        and page.same(index, index + 1)
        and page.lower[index + 1] in page.words.heads
    ):
        return None
    if page.lower[index - 2 : index + 1] == ["state", "and", "government"]:
        return None  # "Heads of State and Government"
    head = _head(page, index)
    if head is None:
        return None
    noun = page.words.bodies[page.lower[head]]
    first = _leftmost(page, index)
    last = _rightmost(page, head, noun)
    first += noun.kind is Kind.LEGISLATURE and page.lower[head] not in _ASSEMBLING and page.is_ordinal(first)
    if last - first > _LONG:
        return None
    if last == first + 1 and _led_by_office(page, head) and page.same(head, last) and page.capital[last]:
        page.capital[head] = False  # "Chairman of the Committee Ada Berg": the name begins after it
    if last == first + 1 or (first == head and page.is_possessive(head + 1)):
        return None
    kind = _kind(page, first, head, last, noun)
    many = (
        page.tags[head] == "NNPS"
        and page.lower[head].endswith("s")
        and kind not in (Kind.GATHERING, Kind.PLACE, Kind.WORK)
    )
    if kind is None or (many and page.lower[head] not in _SINGULAR):
        return None
    return Unit(first, last, kind, head=head)


def _head(page: Page, index: int) -> int | None:
    """Return the last body noun of the run; None if a further word, which is no person's, makes it another thing."""
    head, at = index, index + 1
    while page.same(index, at) and (page.capital[at] or page.is_hyphen(at)) and page.unit[at] is None:
        if page.is_hyphen(at):
            return None if page.same(index, at + 1) and not page.upper[at + 1] else head
        lower = page.lower[at]
        if lower in page.words.heads or lower in page.words.plurals or lower in page.words.honorifics:
            break
        if lower in page.words.modifiers and page.same(at, at + 1) and page.lower[at + 1] in page.words.heads:
            break
        if lower in page.words.bodies:
            head = at
        else:
            return head if _begins_person(page, at, index) else None
        at += 1
    return head


def _begins_person(page: Page, at: int, head: int) -> bool:
    token = page.tokens[at]
    if token.entity == "PERSON" and token.entity_begins:
        return True
    return _led_by_office(page, head) and page.same(at, at + 1) and page.capital[at + 1]


def _led_by_office(page: Page, index: int) -> bool:
    """Tell whether an office and "of" come before the run: "Speaker of the …"."""
    at = index
    while at > page.start[index] and (page.capital[at] or page.lower[at] in ("the", "of") or page.is_hyphen(at)):
        if page.lower[at] == "of" and page.lower[at - 1] in page.words.heads:
            return True
        at -= 1
    return False


def _leftmost(page: Page, index: int) -> int:
    at = index
    while at > page.start[index]:
        step = _step(page, at)
        if step == at:
            break
        at = step
    while at < index and (
        not page.capital[at] and not page.is_ordinal(at) and page.tags[at] != "CD" and page.unit[at] is None
    ):
        at += 1
    return at


def _step(page: Page, at: int) -> int:
    """Return the token to which a name reaches back by one more word; the same if it does not."""
    before = at - 1
    unit = page.unit[before]
    if unit is not None:
        joined = unit.head < 0 and not page.is_possessive(before)
        return unit.first if joined else at
    if page.is_hyphen(before):
        return before if page.capital[before - 1] or page.unit[before - 1] is not None else at
    if page.is_possessive(before):
        bare = page.text[before] in ("'", "’")
        plural = bare and page.lower[before - 1].endswith("s") and page.unit[before - 1] is None
        known = page.lower[before - 1] in page.words.possessors
        return before - 1 if (known or plural) and page.upper[before - 1] else at
    if page.is_ordinal(before) or (page.tags[before] == "CD" and page.upper[before]) or page.text[before] == "&":
        return before
    if page.tags[before] == "CD" and page.text[before].isdigit() and page.lower[at] == "agenda":
        return before
    lower = page.lower[before]
    if not page.capital[before] or lower in page.words.honorifics:
        return at
    if lower in page.words.heads and not _is_attributive(page, before):
        return at
    return before


def _is_attributive(page: Page, index: int) -> bool:
    """Tell whether an office noun in capitals is part of a name: "General Assembly", "Leaders Summit"."""
    return page.lower[index] in ("general", "chief", "head", "major") and page.lower[index - 1] != "secretary"


def _rightmost(page: Page, head: int, noun: BodyNoun) -> int:
    """Return the token after the name: its head, and what prepositions that go with the noun carry on."""
    last = head + 1
    if noun.kind is Kind.WORK and page.same(head, last) and page.tags[last] == "CD":
        return last + 1
    prepositions = noun.prepositions
    while page.same(head, last) and page.lower[last] in prepositions and page.text[last].islower():
        reached = _complement(page, last + 1, head)
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
        after = unit.last
        return (
            after
            if not (page.same(head, after) and page.capital[after] and page.unit[after] is None)
            else _words(page, at)
        )
    return _coordinated(page, _words(page, at), at)


def _words(page: Page, at: int) -> int | None:
    """Return the token after the words in capitals from a token on, up to an office, an honorific or a person."""
    first, end = at, page.end[at]
    while at < end:
        unit = page.unit[at]
        if unit is not None:
            at = unit.last
            if not unit.demonym and (
                not page.same(first, at) or not page.capital[at] or _begins_person(page, at, first)
            ):
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


def _stops(page: Page, at: int, first: int) -> bool:
    lower, token = page.lower[at], page.tokens[at]
    if lower in page.words.honorifics or (
        token.entity == "PERSON" and token.entity_begins and lower not in page.words.bodies
    ):
        return at > first or lower in page.words.honorifics
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
        if after is None or not (modifies or _is_field(page, begin, after)):
            break
        at = after
        if not comma or page.text[begin - 1] == "and":
            reached = after
            break
    return reached


def _is_field(page: Page, first: int, after: int) -> bool:
    """Tell whether words name a field rather than somebody: by ending, by the recogniser or as a portfolio."""
    word, token = page.lower[after - 1], page.tokens[first]
    if page.unit[after - 1] is not None or page.text[after - 1].isupper():
        return False
    continues = token.entity not in ("", "PERSON") and not token.entity_begins
    return continues or word.endswith(ABSTRACT) or word in page.words.portfolios


def _kind(page: Page, first: int, head: int, last: int, noun: BodyNoun) -> Kind | None:
    word = page.lower[head]
    if noun.carried and last > head + 1:
        return noun.carried.get(page.lower[head + 1], noun.kind)
    if noun.kind is Kind.LEGISLATURE:
        return _legislature(page, first, head, last, word)
    if noun.kind is Kind.WORK and last - first < 2:
        return None
    if noun.kind is Kind.PLACE and last - first < 2:
        return None
    return noun.kind


def _legislature(page: Page, first: int, head: int, last: int, word: str) -> Kind | None:
    before, after = page.lower[first:head], page.lower[head + 1 : last]
    if word.removesuffix("s") in _CHAMBERS:
        lead = page.unit[head - 1] if head > first else None
        if "commerce" in after:
            return Kind.ORGANIZATION
        of = page.unit[last - 1] if after[:1] == ["of"] else None
        fits = bool(after) or (lead is not None) or bool({"upper", "lower"} & set(before))
        return Kind.LEGISLATURE if fits and not (of and of.kind is Kind.CITY) else None
    if word in _ASSEMBLING and _is_assembled(page, first, head, last):
        return Kind.GATHERING
    if word == "congress" and first < head and not _has_state(page, first, last):
        return Kind.ORGANIZATION
    return Kind.LEGISLATURE


def _is_assembled(page: Page, first: int, head: int, last: int) -> bool:
    """Tell whether a name with "assembly" or "congress" is that of a gathering: numbered, of a body, or of people."""
    if page.is_ordinal(first) or page.lower[first] in ("world", "global", "first", "second", "third", "annual"):
        return True
    units = [page.unit[i] for i in range(first, last)]
    if any(u is not None and u.kind is Kind.INTERGOVERNMENTAL for u in units):
        return True
    states = _has_state(page, first, last)
    return (
        page.lower[head + 1 : head + 2] == ["of"]
        and not states
        and page.lower[last - 1] not in ("deputies", "representatives", "people", "republic")
    )


def _has_state(page: Page, first: int, last: int) -> bool:
    return any((u := page.unit[i]) is not None and u.kind is Kind.STATE for i in range(first, last))
