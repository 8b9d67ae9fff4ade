"""Other names for the persons, cities and states of the golden reports, by the kinds that the gold gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline.evaluate import Gold, load_gold
from dateline.model import Kind

REPORTS = Path(__file__).parent / "reports"
SLUGS = sorted(path.parent.name for path in REPORTS.glob("*/gold.toml"))

WOMEN = (
    ("Amara", "Okonkwo"),
    ("Birgit", "Lindqvist"),
    ("Beatriz", "Carvalho"),
    ("Parvaneh", "Rostami"),
    ("Meera", "Krishnan"),
)
MEN = (
    ("Chidi", "Okonkwo"),
    ("Gunnar", "Lindqvist"),
    ("Joaquim", "Carvalho"),
    ("Behrouz", "Rostami"),
    ("Arjun", "Krishnan"),
)
GIVEN_TO_WOMEN = frozenset(
    "Ivana Nada Marcela Liisa Nino Aino Batbayar Afi Akosua Lina Wanjiru Ingrid Elena Oyuun Rosaura Thandiwe".split()
)
FAMILY_FIRST = frozenset({"Kim"})
KOREAN = {"Kim": "Park", "Dae-won": "Ji-hoon", "Soo-ah": "Min-seo"}
CITIES = ("Windhoek", "Bergen", "Arequipa", "Chiang Mai")
STATES = (
    ("Togo", "Togolese", "Zambia", "Zambian"),
    ("Norway", "Norwegian", "Denmark", "Danish"),
    ("Bolivia", "Bolivian", "Ecuador", "Ecuadorian"),
    ("Georgia", "Georgian", "Armenia", "Armenian"),
    ("Belgium", "Belgian", "Austria", "Austrian"),
    ("Peru", "Peruvian", "Uruguay", "Uruguayan"),
    ("Benin", "Beninese", "Gabon", "Gabonese"),
    ("Palau", "Palauan", "Nauru", "Nauruan"),
    ("Mongolia", "Mongolian", "Malta", "Maltese"),
)
Case = tuple[str, str, str]
"""What is changed, in which report, how."""


@cache
def gold_of(slug: str) -> Gold:
    return load_gold(REPORTS / slug)


def published(slug: str) -> date:
    gold = gold_of(slug)
    return gold.published or date.fromisoformat(gold.article["published"][0])


def names_of(slug: str, kind: Kind) -> Iterator[str]:
    """Yield the proper names of a kind that stand in a report."""
    for entity in gold_of(slug).entities:
        if (
            entity.kinds == (kind,)
            and entity.name[0].isupper()
            and not entity.spans
            and entity.name in gold_of(slug).text
        ):
            yield entity.name


class Renaming(NamedTuple):
    """New names for what a report names."""

    kind: str
    slug: str
    what: str
    names: dict[str, str]

    @property
    def case(self) -> Case:
        return self.kind, self.slug, self.what


def persons_renamed() -> Iterator[Renaming]:
    for slug in SLUGS:
        for person in names_of(slug, Kind.PERSON):
            first, *_, last = person.split()
            if first in FAMILY_FIRST:
                yield Renaming("person", slug, f"{person} as Park", KOREAN)
                continue
            for given_name, surname in WOMEN if first in GIVEN_TO_WOMEN else MEN:
                names = {first: given_name, last: surname}
                yield Renaming("person", slug, f"{person} as {given_name} {surname}", names)


def cities_renamed() -> Iterator[Renaming]:
    for slug in SLUGS:
        for city in names_of(slug, Kind.CITY):
            yield from (Renaming("city", slug, f"{city} as {other}", {city: other}) for other in CITIES)


def states_renamed() -> Iterator[Renaming]:
    for slug in SLUGS:
        for state, adjective, other, other_adjective in STATES:
            if re.search(rf"\b{state}\b", gold_of(slug).text):
                yield Renaming("state", slug, f"{state} as {other}", {state: other, adjective: other_adjective})


RENAMINGS = (*persons_renamed(), *cities_renamed(), *states_renamed())
