"""The words that names are read with: offices and honorifics, body nouns, nouns that describe persons.

They are read from titles.toml, bodies.toml and persons.toml, with a user's directories layered over them: an
entry of the same id replaces ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dateline.errors import LexiconError
from dateline.model import Kind

_FILES = ("titles.toml", "bodies.toml", "persons.toml")
_KINDS = {kind.value: kind for kind in Kind}
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun that heads names of bodies, gatherings, works or sites."""

    id: str
    kind: Kind
    prepositions: frozenset[str]
    """Those that carry such a name on: "of", "for"."""
    carried: Mapping[str, Kind]
    """The kinds of names that a preposition carries on, where they differ: the "Convention on Rivers" is a work."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, in lower case."""

    heads: Mapping[str, str | None]
    """Office noun → its holder's gender, or None where it tells none."""
    plurals: Mapping[str, str]
    """Plural of an office noun → its singular."""
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    suffixes: frozenset[str]
    complements: frozenset[str]
    former: frozenset[str]
    honorifics: Mapping[str, str | None]
    """Honorific without its full stop → the gender that it tells."""
    particles: frozenset[str]
    """Words in lower case within a person's name: "van", "bin"."""
    compass: frozenset[str]
    """Words that make a demonym a continent's: "Latin" in "Latin American"."""
    calendar: frozenset[str]
    """Words in capitals that name days, months and feasts."""
    possessors: frozenset[str]
    """Nouns whose possessive stands within a name: "People's Assembly"."""
    titular: frozenset[str]
    """Heads that in lower case are offices only with an article or before a name: "general"."""
    kept: frozenset[str]
    """Honorifics that are part of a single name: "Sheikh"."""
    common: frozenset[str]
    """Acronyms that name nobody: "GDP"."""
    plain: frozenset[str]
    """Further words that make no name a body's own: "Supreme" in "Supreme Council"."""
    own: frozenset[str]
    """Words of names that stand for themselves although all their words are common: "party"."""
    deputed: frozenset[str]
    """Verbs whose passive a city is the subject of only as a government: "Lima is represented by"."""
    staging: frozenset[str]
    """Verbs whose subject a city is as a city: "Lima hosted the talks"."""
    attitudes: frozenset[str]
    """Nouns for what governments have and cities have not: "Lima's stance"."""
    locating: frozenset[str]
    """Prepositions that make a seat of government a building: "at the White House"."""
    reporting: frozenset[str]
    """Verbs with which a single name that nobody bears is a news agency's."""
    attending: frozenset[str]
    """Nouns before an office that speaks for a body: "press" in "press service"."""
    bureaus: frozenset[str]
    """Nouns of such offices, and of persons' and bodies' own: "the president's office"."""
    given: frozenset[str]
    """Given names that are no place's."""
    silent: frozenset[str]
    """Words that tell no two names apart: "of"."""
    assembling: frozenset[str]
    """Nouns that name parliaments and gatherings alike: "congress"."""
    endings: tuple[str, ...]
    """Of words that name fields and things, which may be coordinated within a name: "Energy and Trade"."""
    adjectival: tuple[str, ...]
    """Endings of adjectives that a name may have in a row: "Chemical and Biological"."""
    fields: tuple[str, ...]
    """Endings of what is in an office's charge: "Irrigation"."""
    envoys: frozenset[str]
    """Offices whose "to" names where they serve, as part of the role."""
    bodies: Mapping[str, BodyNoun]
    """Singular and plural of a body noun → the noun."""
    describing: Mapping[str, tuple[Kind, ...]]
    """Body noun that describes in lower case ("the ministry") → the kinds that it may describe."""
    persons: Mapping[str, Kind]
    """Lemma of a noun that describes a person or a group."""
    sides: frozenset[str]
    """Nouns that in the plural with "the" alone mean those who meet: "the sides"."""
    interlocutors: frozenset[str]
    """Nouns that with "both" or "the two" mean those who meet, persons or not."""
    leaders: frozenset[str]
    """Nouns of no office that with "both" or "the two" mean the persons who meet."""
    dignitaries: frozenset[str]
    """Nouns that may describe any holder of an office: "the politician"."""
    grouping: frozenset[str]
    """Nouns that after a name only say that it is a group's."""
    impersonal: frozenset[str]
    """Verbs with which "it" stands for nothing: "it seems"."""
    meeting: frozenset[str]
    """Verbs and nouns that tell that two parties meet or talk."""


def load(directories: tuple[Path, ...] = ()) -> Words:
    """Load the package's words with the user's directories layered over them.

    Raises:
        LexiconError: a file is not TOML or an entry is wrong; names file, entry and cure.
    """
    return _load(tuple(directories))


@cache
def _load(directories: tuple[Path, ...]) -> Words:
    entries: dict[tuple[str, str, str], Entry] = {}
    for place in (resources.files(__package__), *directories):
        for name in _FILES:
            entries |= {(name, section, entry["id"]): entry for section, entry in _entries(place.joinpath(name))}
    titles, bodies, persons = ([(s, e) for (file, s, _), e in entries.items() if file == name] for name in _FILES)
    heads = _gendered(titles, "head")
    return Words(
        heads=heads,
        plurals={plural(word): word for word in heads},
        modifiers=_union(titles, "modifier"),
        portfolios=_union(titles, "portfolio"),
        suffixes=_union(titles, "suffix"),
        complements=_union(titles, "complement"),
        former=_union(titles, "former"),
        honorifics=_gendered(titles, "honorific"),
        particles=_union(titles, "particle"),
        compass=_union(titles, "compass"),
        calendar=_union(titles, "calendar"),
        titular=_union(titles, "titular"),
        kept=_union(titles, "kept"),
        common=_union(bodies, "common"),
        plain=_union(bodies, "plain"),
        assembling=_union(bodies, "assembling"),
        endings=tuple(sorted(_union(bodies, "ending"))),
        adjectival=tuple(sorted(_union(bodies, "adjectival"))),
        fields=tuple(sorted(_union(titles, "field"))),
        envoys=_union(titles, "envoy"),
        deputed=_union(bodies, "deputed"),
        staging=_union(bodies, "staging"),
        attitudes=_union(bodies, "attitude"),
        locating=_union(bodies, "locating"),
        reporting=_union(bodies, "reporting"),
        attending=_union(bodies, "attending"),
        bureaus=_union(bodies, "bureau"),
        given=_union(persons, "given"),
        own=_union(bodies, "own"),
        silent=_union(bodies, "silent"),
        possessors=_union(bodies, "possessor"),
        bodies={word: noun for kind, entry in bodies if kind == "noun" for word, noun in _body(entry)},
        describing=_describing(entry for kind, entry in bodies if kind == "noun"),
        persons={word: _KINDS[entry["kind"]] for kind, entry in persons if kind == "noun" for word in entry["words"]},
        sides=_union(persons, "side"),
        interlocutors=_union(persons, "interlocutor"),
        leaders=_union(persons, "leader"),
        dignitaries=_union(persons, "dignitary"),
        grouping=_union(persons, "grouping"),
        impersonal=_union(persons, "impersonal"),
        meeting=_union(persons, "meeting"),
    )


def plural(word: str) -> str:
    """Return the regular plural.

    >>> plural("embassy"), plural("congress"), plural("spokesman"), plural("speaker")
    ('embassies', 'congresses', 'spokesmen', 'speakers')
    """
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _gendered(entries: list[tuple[str, Entry]], section: str) -> dict[str, str | None]:
    return {word: entry.get("gender") for kind, entry in entries if kind == section for word in entry["words"]}


def _union(entries: list[tuple[str, Entry]], section: str) -> frozenset[str]:
    return frozenset(word for kind, entry in entries if kind == section for word in entry["words"])


def _body(entry: Entry) -> Iterator[tuple[str, BodyNoun]]:
    noun = BodyNoun(
        entry["id"],
        _KINDS[entry["kind"]],
        frozenset(entry.get("prepositions", ())),
        {word: _KINDS[kind] for word, kind in entry.get("carried", {}).items()},
    )
    for word in entry["words"]:
        yield word, noun
        yield plural(word), noun


def _describing(entries: Iterator[Entry]) -> dict[str, tuple[Kind, ...]]:
    kinds: dict[str, tuple[Kind, ...]] = {}
    for entry in entries:
        for word in entry.get("describing", ()):
            kinds[word] = (*kinds.get(word, ()), _KINDS[entry["kind"]])
    return kinds


def _entries(file: Traversable) -> Iterator[tuple[str, Entry]]:
    """Yield (section, entry) of a file; a file that a user's directory lacks has none."""
    if not file.is_file():
        return
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is not TOML: {error}", str(file), "mend the line that the message names") from error
    for section, entries in data.items():
        for entry in entries:
            _check(entry, f"{file.name}, {section} {entry.get('id', '?')!r}")
            yield section, entry


def _check(entry: Entry, where: str) -> None:
    for key in ("id", "words", "source", "examples"):
        if not entry.get(key):
            raise LexiconError(f"has no {key!r}", where, f"add a line `{key} = …`")
    if entry.get("kind", "person") not in _KINDS:
        raise LexiconError(f"has the unknown kind {entry['kind']!r}", where, f"use one of {', '.join(_KINDS)}")
