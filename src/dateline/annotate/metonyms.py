"""Cities and residences that stand for somebody or something else: "Lima said", "at the White House"."""

from __future__ import annotations

from dateline.annotate.page import Page, Unit
from dateline.model import Kind

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TWO_SIDED = frozenset(("with", "between"))
_ONE_SIDED = frozenset(("with", "against"))
"""Prepositions behind which a city is a government: "a drill with Lima"."""


def is_metonym(page: Page, unit: Unit) -> bool:
    """Tell whether a city's name stands for a government, or the name of a residence for the building."""
    if unit.kind is Kind.CITY:
        return _acts(page, unit)
    return unit.kind is Kind.GOVERNMENT and bool(unit.rows) and _is_building(page, unit)


def _acts(page: Page, unit: Unit) -> bool:
    """Tell whether a city does what only a government does: says, decides, has ties."""
    token = page.tokens[_first_of_row(page, page.head(unit.first, unit.last))]
    above = page.tokens[token.head]
    if token.dep in _SUBJECTS:
        passive = token.dep == "nsubjpass" and above.lemma not in page.words.deputed
        return above.tag.startswith("VB") and above.lemma not in page.words.staging and not passive
    if token.dep == "poss":
        return above.lemma in page.words.attitudes
    if token.dep != "pobj":
        return False
    return above.lemma in _ONE_SIDED or (above.lemma in _TWO_SIDED and _relates(page, above.head))


def _relates(page: Page, index: int) -> bool:
    return page.tokens[index].lemma in page.words.attitudes


def _first_of_row(page: Page, index: int) -> int:
    while page.tokens[index].dep == "conj" and page.tokens[index].head != index:
        index = page.tokens[index].head
    return index


def _is_building(page: Page, unit: Unit) -> bool:
    """Tell whether a seat of government, which no noun calls a body, is where something takes place."""
    nouns = (page.words.bodies.get(page.lower[i]) for i in range(unit.first, unit.last))
    if any(noun is not None and noun.kind in (Kind.GOVERNMENT, Kind.ORGANIZATION) for noun in nouns):
        return False
    token = page.tokens[page.head(unit.first, unit.last)]
    above = page.tokens[token.head]
    if token.dep == "compound":
        noun = page.words.bodies.get(page.lower[above.index])
        return noun is not None and noun.kind is Kind.PLACE
    moved = above.lemma == "to" and page.tags[above.head].startswith("VB")
    return token.dep == "pobj" and (above.lemma in page.words.locating or moved)
