"""What a header is made of: names of places by their form alone, and the agency behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.model import Span
from dateline.read.words import words

SHORTEST = 4
"""A lone name in capitals under this many letters is an acronym ("UN", "USA"), not a place."""
_NAME = r"(?:(?:St|Ft|Mt|Pt|ST|FT|MT|PT)\.|(?:[^\W\d_]\.){2,3}|[^\W\d_](?:[^\W_]|['’\-](?=[^\W_]))*)"
PLACE = rf"{_NAME}(?:\s{_NAME}){{0,3}}"
PLACES = rf"{PLACE}(?:(?:\s?/\s?|\s&\s|\sand\s){PLACE}){{0,3}}"
REGION = rf"(?:,\s?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b){_NAME}\.?(?:\s{_NAME}\.?){{0,3}}|\s?\[{PLACE}\])"


@dataclass(frozen=True, slots=True)
class Header:
    """Place, own date, agency and dash; `span` ends with the dash."""

    span: Span
    dateline: Span | None
    """None where an agency stands alone."""
    places: tuple[Span, ...]
    agency: Span | None
    date: date | None
    """Its own date, where that has a year."""


def are_places(names: str) -> bool:
    """Tell whether names, with their regions, have the form of places: capitals, no label, no month or day."""
    each = re.sub(r"[/,\[\]]", " ", names).split()
    first = each[0].lower()
    return (
        each[0][0].isupper()
        and first not in words("starter")
        and first not in words("label")
        and all(word[0].isupper() or word in words("small") or word == "&" for word in each)
        and not any(word.lower() in words("calendar") for word in each)
        and not any(character.isdigit() for character in names)
    )


def is_agency(name: str, places: str) -> bool:
    """Tell whether what stands in parentheses is a name, and not the short form of what stands before."""
    known = name[0].isupper() or name in words("agency")
    return known and not any(c.isdigit() for c in name) and name != initials(places)


def initials(name: str) -> str:
    """Return the initials of the words of a name that begin with a capital."""
    return "".join(word[0] for word in re.split(r"[\s\-]+", name) if word[:1].isupper())


def is_in_capitals(names: str) -> bool:
    """Tell whether names are in capitals, and long enough to be no acronym."""
    return names.isupper() and sum(character.isalpha() for character in names) >= SHORTEST
