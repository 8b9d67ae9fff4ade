"""The body or state of an office, and what is in its charge: "of Trade", "of the Senate", "the bank's"."""

from __future__ import annotations

from dateline.annotate.page import Page
from dateline.model import Kind

Affiliation = tuple[int, tuple[int, int] | None, int]
"""End of the role, tokens of the body, end of all."""
_LETTERS = 3
"""Most letters of an office that stands after a name: "MEP"."""
_COMPLEMENTS = frozenset(("of", "for", "to", "in", "at", "on"))


def after(page: Page, head: int, end: int) -> Affiliation:
    """Return (end of the role, body, end of all) for what prepositions add to the role."""
    body, last = _adjoined(page, head, end)
    found: Affiliation = end, body, last
    while (further := _complement(page, head, found)) is not None:
        found = further
    return found


def _complement(page: Page, head: int, found: Affiliation) -> Affiliation | None:
    """Return what one more preposition adds; None if none does."""
    end, body, last = found
    if not page.same(head, last) or page.lower[last] not in _COMPLEMENTS:
        return None
    preposition, at = page.lower[last], last + 1
    at += page.same(head, at) and page.lower[at] == "the"
    if not page.same(head, at):
        return None
    after = _portfolio(page, at) if body is None and preposition in ("of", "for", "on") else at
    if after > at:
        return after, body, after
    described = page.lower[at] in page.words.complements and page.text[at].islower()
    if preposition == "to" and described and page.same(at, at + 1) and page.capital[at + 1]:
        return end, body, at + 1
    sender, after = _principal(page, head, at)
    if after > at:
        return after, body or sender, after
    return _owned(page, head, at, preposition, found)


def _owned(page: Page, head: int, at: int, preposition: str, found: Affiliation) -> Affiliation | None:
    """Return what the body or state that begins at a token adds; None if there is none."""
    end, body, _ = found
    at = _past_adjectives(page, at) if preposition == "of" else at
    reached = _named(page, at) or (_described(page, at) if preposition == "of" else None)
    served = preposition in ("in", "at", "for", "on")
    if reached is None or (served and not _is_acting_for(page, at, preposition, head)):
        return None
    if preposition == "for" or (preposition == "to" and page.lower[head] in page.words.envoys):
        return (reached if body is None else end), body, reached
    if preposition == "to" or (body is not None and page.unit[at] is None):
        return None
    return end, body or (at, reached - (page.capital[at] and page.text[reached - 1].islower())), reached


def _adjoined(page: Page, head: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """Return the parliament that follows an office without a preposition, and its end: "Speaker National Assembly"."""
    if not page.same(head, end) or not page.upper[head] or not page.upper[end]:
        return None, end
    unit = page.unit[end]
    if unit is None:
        noun = page.words.bodies.get(page.lower[end])
        alone = noun is not None and noun.kind is Kind.LEGISLATURE and not page.capital[end]
        return ((end, end + 1), end + 1) if alone else (None, end)
    return ((unit.first, unit.last), unit.last) if unit.kind is Kind.LEGISLATURE else (None, end)


def _principal(page: Page, head: int, at: int) -> tuple[tuple[int, int] | None, int]:
    """Return (body, token after) of whom an envoy serves, if that is an office: "the UN Secretary-General"."""
    first, unit = at, page.unit[at]
    if unit is not None and unit.kind is Kind.INTERGOVERNMENTAL:
        at = unit.last
    known = page.words.modifiers.union(page.words.heads, page.words.suffixes)
    begin, found = at, False
    while page.same(head, at) and page.unit[at] is None and _is_titular(page, at, known):
        found = found or page.lower[at] in page.words.heads
        at += 1
    definite = page.lower[first - 1] == "the" or begin > first
    if page.lower[head] not in page.words.envoys or not (found and definite and page.upper[begin]):
        return None, first
    return ((first, begin) if begin > first else None), at


def _is_titular(page: Page, at: int, known: frozenset[str]) -> bool:
    return page.lower[at] in known or page.is_hyphen(at) or page.is_hyphen(at - 1)


def _past_adjectives(page: Page, at: int) -> int:
    """Return the first token of a name that adjectives in lower case lead in: "the de facto Government of Peru"."""
    after = at
    while page.same(at, after) and page.text[after].islower() and _is_adjective(page, after):
        after += 1
    if not page.same(at, after):
        return at
    unit = page.unit[after]
    return after if page.capital[after] or (unit is not None and not unit.demonym) else at


def _is_adjective(page: Page, at: int) -> bool:
    return page.tags[at] in ("JJ", "FW", "RB", "VBN") or page.lower[at] in page.words.modifiers


def _is_acting_for(page: Page, at: int, preposition: str, head: int) -> bool:
    unit = page.unit[at]
    if unit is None:
        return False
    if preposition == "in":
        return unit.kind is Kind.LEGISLATURE and page.lower[head] in page.words.seated
    return preposition == "for" and unit.kind in (Kind.PLACE, Kind.STATE)


def _portfolio(page: Page, at: int) -> int:
    """Return the token after the portfolios from a token on; the token itself if there are none."""
    first = at
    if page.lower[at] in page.words.complements and not page.same(at, at + 1):
        return at + 1
    while page.same(first, at) and page.unit[at] is None:
        word = page.lower[at]
        if is_field(page, at) or (at == first and word in page.words.complements):
            at += 1
        elif at > first and page.lower[at - 1] in ("and", ",") and _leads_field(page, at):
            at += 2
        elif word in ("and", ",") and at > first and _reaches(page, at):
            at += 1 + (word == "," and page.lower[at + 1] == "and")
        else:
            break
    return at


def _reaches(page: Page, at: int) -> bool:
    """Tell whether a portfolio written like the one before follows "and" or a comma."""
    after = at + 1 + (page.text[at] == "," and page.same(at, at + 1) and page.lower[at + 1] == "and")
    if not page.same(at, after) or page.upper[after] != page.upper[at - 1]:
        return False
    return is_field(page, after) or _leads_field(page, after)


def _leads_field(page: Page, at: int) -> bool:
    """Tell whether a word in capitals stands before a field: "Poverty" in "Children and Poverty Alleviation"."""
    named = page.tokens[at].entity == "PERSON" or page.lower[at] in page.words.given
    free = page.capital[at] and page.unit[at] is None and not named and page.same(at, at + 1)
    return free and page.upper[at + 1] and is_field(page, at + 1)


def is_portfolio(page: Page, index: int) -> bool:
    """Tell whether a word is what somebody may be in charge of, and no part of a name."""
    return page.unit[index] is None and page.lower[index] in page.words.portfolios


def is_field(page: Page, index: int) -> bool:
    """Tell whether a word is a portfolio, or in capitals and by its ending a field: "Irrigation"."""
    if is_portfolio(page, index):
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
        if page.same(at, after + 1) and page.is_possessive(after):
            return _named(page, _past_adjectives(page, after + 1)) or _described(page, after + 1)
        if unit.demonym and page.same(at, after) and page.lower[after] in page.words.describing:
            return after + 1
        if unit.demonym and not (page.same(at, after + 1) and _begins_name(page, after)):
            return None
    elif page.capital[at] and page.lower[at] not in page.words.heads and not page.honorific[at]:
        run = page.run(at)
        after = next((i for i in range(at, run) if page.honorific[i]), run)
        if after == at:
            return None
    else:
        return None
    if page.same(at, after) and page.text[after].islower() and page.lower[after] in page.words.own:
        return after + 1  # "the Fine Gael party"
    return _bracketed(page, after)


def _begins_name(page: Page, at: int) -> bool:
    """Tell whether two words in capitals follow that name no body: "Ambassador to Kenyan Lena Berg"."""
    field = page.lower[at] in page.words.portfolios or page.lower[at] in page.words.bodies
    return page.capital[at] and page.capital[at + 1] and page.lower[at + 1] not in page.words.bodies and not field


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


def before(page: Page, begin: int) -> tuple[int, tuple[int, int] | None]:
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
        first = _qualified_from(page, at)
        return first, (first, begin)
    led = (
        page.capital[at]
        and page.lower[at] not in page.words.heads
        and page.upper[begin]
        and not is_postnominal(page, begin)
    )
    run = _run_before(page, at) if led else None
    return (run[0], run) if run is not None else (begin, None)


def _qualified_from(page: Page, at: int) -> int:
    """Return the first of the words that qualify a body's noun: "foreign" of "foreign ministry"."""
    first = at
    while first - 1 >= page.start[at] and page.lower[first - 1] in page.words.portfolios | page.words.modifiers:
        first -= 1
    return first


def is_postnominal(page: Page, index: int) -> bool:
    """Tell whether an office is written in letters after the name: "Ada Berg MP"."""
    return page.text[index].isupper() and len(page.text[index]) <= _LETTERS and page.lower[index] in page.words.heads


def _run_before(page: Page, at: int) -> tuple[int, int] | None:
    """Return the run of capitals that ends with a token, which may name a body."""
    first = at + 1
    while (
        first - 1 >= page.start[at]
        and page.unit[first - 1] is None
        and (page.capital[first - 1] or (page.is_hyphen(first - 1) and page.capital[first - 2]))
    ):
        first -= 1
    return (first, at + 1) if first <= at and not page.honorific[first] else None


def state_before(page: Page, begin: int) -> int:
    """Return the first token of the office with a demonym before it."""
    unit = page.unit[begin - 1] if begin > page.start[begin] else None
    return unit.first if unit is not None and unit.demonym else begin
