"""Names that an authority knows, and demonyms, found in a page."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.page import Page, Unit
from dateline.authority import Authority, Row
from dateline.model import Kind

_ORDER = (Kind.STATE, Kind.CITY, Kind.INTERGOVERNMENTAL, Kind.LEGISLATURE)
_PLACES = frozenset((Kind.CITY, Kind.PLACE, Kind.STATE))


def find(page: Page, authority: Authority) -> None:
    """Claim what the authority knows: names first, then demonyms in what is left."""
    for sentence in page.parse.sentences:
        words = page.text[sentence.first : sentence.last]
        for unit in _names(page, authority, sentence.first, words):
            page.claim(unit)
        for first, last, row in authority.demonyms(words):
            unit = Unit(sentence.first + first, sentence.first + last, Kind.STATE, (row,), demonym=True)
            if _is_demonym(page, unit):
                page.claim(unit)


def _is_demonym(page: Page, unit: Unit) -> bool:
    free = all(page.unit[i] is None for i in range(unit.first, unit.last))
    before = unit.first - 1 - page.is_hyphen(unit.first - 1)
    continental = before >= page.start[unit.first] and page.lower[before] in page.words.compass
    return free and page.upper[unit.first] and not continental


def _names(page: Page, authority: Authority, offset: int, words: list[str]) -> Iterator[Unit]:
    for first, last, rows in authority.matches(words):
        kind = best(rows).kind
        if (
            words[last - 1].lower() in page.words.polities
            and words[last : last + 1] == ["of"]
            and kind is not Kind.STATE
        ):
            yield from _names(page, authority, offset + first + 1, words[first + 1 :])
            return  # "National Assembly of the Republic of Korea": the rows' "Assembly of the Republic" is not meant
        state = kind is Kind.STATE
        begin = _formal(page, offset + first) if state else offset + first
        republic = state and words[last : last + 1] == ["Republic"]
        unit = Unit(begin, offset + last + republic, kind, rows)
        if _holds(page, unit, authority):
            yield unit


def _formal(page: Page, first: int) -> int:
    """Return the begin of a state's formal name around its short one: "People's Democratic Republic of Laos"."""
    start, at = page.start[first], first - 1
    at -= at > start and page.lower[at] == "the"
    at -= at > start and page.lower[at] == "of"
    at = first if page.lower[first] in page.words.polities else at
    if at < start or page.lower[at] not in page.words.polities or not page.upper[at]:
        return first
    while at > start and (page.upper[at - 1] or page.is_possessive(at - 1)) and page.lower[at - 1] in page.words.ruled:
        at -= 1
    return first if page.lower[at] == "state" and page.lower[at - 1] != "the" else at


def best(rows: tuple[Row, ...]) -> Row:
    """Return the row of the most likely kind; the authority's order decides between equals."""
    return min(rows, key=lambda row: _ORDER.index(row.kind) if row.kind in _ORDER else len(_ORDER))


def _holds(page: Page, unit: Unit, authority: Authority) -> bool:
    """Tell whether the words stand for what the authority knows, and not for a person or a common word."""
    if _is_carried_on(page, unit, authority):
        return False
    if unit.last - unit.first > 1 and unit.kind is not Kind.CITY:
        return True
    first, after = unit.first, unit.last
    if (
        page.opens(first)
        and not page.tags[first].startswith("NNP")
        and page.tokens[first].entity not in ("GPE", "ORG", "LOC")
    ):
        return False
    if unit.kind not in _PLACES:
        return page.lower[first] not in page.words.bodies or not _has_own(page, first)
    if _after_honorific(page, first) or (page.is_hyphen(first - 1) and page.lower[first - 2] in page.words.particles):
        return False
    return not _within_person(page, first, after)


def _is_carried_on(page: Page, unit: Unit, authority: Authority) -> bool:
    """Tell whether a longer name goes on: "European Council on Foreign Relations", not "European Union for Asia"."""
    at, noun = unit.last, page.words.bodies.get(page.lower[unit.last - 1])
    if noun is None or not page.same(unit.first, at + 2) or page.lower[at] not in noun.prepositions - {"of"}:
        return False
    at += 1 + (page.lower[at + 1] == "the")
    goes_on = page.capital[at] and page.tokens[at].entity == "ORG" and not page.tokens[at].entity_begins
    return goes_on and not any(row.kind in _PLACES for row in authority.candidates(page.string(at, page.run(at))))


def _has_own(page: Page, first: int) -> bool:
    """Tell whether a word of its own, no state's, stands before a body noun: another body's "Majlis"."""
    before = first - 1
    if before < page.start[first] or not page.capital[before] or page.unit[before] is not None:
        return False
    office = page.lower[before] in page.words.heads or page.lower[before] in page.words.modifiers
    return not office and page.tokens[before].entity != "NORP"


def _after_honorific(page: Page, first: int) -> bool:
    return first > page.start[first] and page.honorific[first - 1] and page.upper[first - 1]


def _within_person(page: Page, first: int, after: int) -> bool:
    """Tell whether the recogniser sees a person's longer name around a place's: "Sofia" in "Sofia Petrova"."""
    tokens = page.tokens
    if tokens[first].entity != "PERSON":
        return False
    left = not tokens[first].entity_begins and tokens[first - 1].entity == "PERSON"
    right = after < page.end[first] and tokens[after].entity == "PERSON" and not tokens[after].entity_begins
    if left:
        return page.capital[first - 1]
    return (
        right
        and page.capital[after]
        and page.lower[first - 1] not in ("of", "to", "in", "from")
        and page.lower[after] not in page.words.bodies
    )
