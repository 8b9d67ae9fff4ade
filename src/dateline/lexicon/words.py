"""The words that names are read with: offices and honorifics, body nouns, nouns that describe persons.

They are read from titles.toml, bodies.toml and persons.toml, with a user's directories layered over them: an
entry of the same id replaces ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.lexicon import entries
from dateline.lexicon.entries import KINDS, Entry
from dateline.model import Kind

_FILES = ("titles.toml", "bodies.toml", "persons.toml")
_LISTS = {
    "mild": "mild",
    "recurring": "recurring",
    "deputies": "deputies",
    "singular": "singular",
    "modifiers": "modifier",
    "portfolios": "portfolio",
    "suffixes": "suffix",
    "complements": "complement",
    "former": "former",
    "particles": "particle",
    "compass": "compass",
    "calendar": "calendar",
    "titular": "titular",
    "kept": "kept",
    "bound": "bound",
    "ranks": "rank",
    "styled": "styled",
    "ranked": "ranked",
    "seats": "seat",
    "charged": "charged",
    "seated": "seated",
    "rotating": "rotating",
    "abbreviations": "abbreviation",
    "common": "common",
    "plain": "plain",
    "assembling": "assembling",
    "envoys": "envoy",
    "deputed": "deputed",
    "staging": "staging",
    "attitudes": "attitude",
    "locating": "locating",
    "reporting": "reporting",
    "attending": "attending",
    "bureaus": "bureau",
    "own": "own",
    "opening": "opening",
    "chairing": "chairing",
    "partisans": "partisan",
    "ruling": "ruling",
    "polities": "polity",
    "ruled": "ruled",
    "silent": "silent",
    "possessors": "possessor",
    "sides": "side",
    "interlocutors": "interlocutor",
    "leaders": "leader",
    "dignitaries": "dignitary",
    "grouping": "grouping",
    "impersonal": "impersonal",
    "grading": "grading",
    "meeting": "meeting",
}
"""Field → the section whose words it holds."""
_ENDINGS = {
    "endings": "ending",
    "adjectival": "adjectival",
    "fields": "field",
}
"""The same for endings, which are tried one after the other."""


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
class Equivalent:
    """Offices that another word may take up: "the Head of State" a president."""

    roles: frozenset[str]
    kind: Kind | None
    """What the body of such an office must be; None where it may be any or none."""
    of: Kind | None
    """What the body beside the other word must be."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, in lower case."""

    heads: Mapping[str, str | None]
    """Office noun → its holder's gender, or None where it tells none."""
    plurals: Mapping[str, str]
    """Plural of an office noun → its singular."""
    abbreviated: Mapping[str, tuple[str, ...]]
    """Abbreviated office → its words: "pm"."""
    equivalents: Mapping[str, Equivalent]
    """Role → the offices that it may take up."""
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    suffixes: frozenset[str]
    complements: frozenset[str]
    former: frozenset[str]
    honorifics: Mapping[str, str | None]
    """Honorific without its full stop → the gender that it tells."""
    nicknames: Mapping[str, str]
    """Short form of a given name → the name."""
    paired: frozenset[str]
    """Words of honorifics of two words: "tan" and "sri"."""
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
    abbreviations: frozenset[str]
    """Styles with their full stop or apostrophe, which end no sentence: "hon."."""
    bound: frozenset[str]
    """Heads that are offices only with a body and a name: "member"."""
    charged: frozenset[str]
    """Offices before which a field stands: "minister"."""
    seated: frozenset[str]
    """Offices whose "in" names a parliament: "leader"."""
    styled: frozenset[str]
    """Heads that after a comma style the holder of the office before: "ambassador"."""
    ranks: frozenset[str]
    """Heads that are no offices in a body: "general"."""
    ranked: frozenset[str]
    """Heads that are offices only with a rank before them: "diplomat"."""
    seats: frozenset[str]
    """Offices that are in charge of nothing: "senator"."""
    rotating: frozenset[str]
    """Offices in a body that holders of another office take in turn: "chair"."""
    common: frozenset[str]
    """Acronyms that name nobody: "GDP"."""
    plain: frozenset[str]
    """Further words that make no name a body's own: "Supreme" in "Supreme Council"."""
    own: frozenset[str]
    """Words of names that stand for themselves although all their words are common: "party"."""
    ruling: frozenset[str]
    """Body nouns that name a government only with whose it is: "government"."""
    opening: frozenset[str]
    """Adjectives that before a name only open a sentence: "key"."""
    chairing: frozenset[str]
    """Body nouns that without "of" name a turn in the chair: "Presidency"."""
    partisans: frozenset[str]
    """Adjectives of parties that stand before a member's name: "Liberal"."""
    polities: frozenset[str]
    """Nouns of the formal names of states: "republic"."""
    ruled: frozenset[str]
    """What may stand before these: "people", "'s", "democratic"."""
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
    given: Mapping[str, str | None]
    """Given name that is no place's → its bearer's gender, or None where it tells none."""
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
    takers: Mapping[str, frozenset[Kind]]
    """Nouns that take up any name of some kinds; others take up only names with the same noun."""
    mild: frozenset[str]
    """Adjectives that tell no gathering from another: "historic"."""
    recurring: frozenset[str]
    """Words before "assembly" and "congress" that make it a gathering: "world"."""
    deputies: frozenset[str]
    """Words after "assembly of" and "congress of" that make it a parliament: "people"."""
    singular: frozenset[str]
    """Body nouns that end like plurals: "news"."""
    grading: frozenset[str]
    """Words of an office that reports leave out and add: "special" in "special envoy"."""
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
    read = _layered(directories)
    heads, honorifics = _gendered(read, "head"), _gendered(read, "honorific")
    nouns = [entry for section, entry in read if section == "noun"]
    lists: dict[str, Any] = {field: _union(read, section) for field, section in _LISTS.items()}
    lists |= {field: tuple(sorted(_union(read, section))) for field, section in _ENDINGS.items()}
    bodies = [entry for entry in nouns if entry["file"] == "bodies.toml"]
    return Words(
        heads=heads,
        plurals={plural(word): word for word in heads},
        honorifics=honorifics,
        paired=frozenset(word for each in honorifics if " " in each for word in each.split()),
        given=_gendered(read, "given"),
        bodies={word: noun for entry in bodies for word, noun in _body(entry)},
        describing=_describing(bodies),
        persons={w: KINDS[e["kind"]] for e in nouns if e["file"] == "persons.toml" for w in e["words"]},
        takers={w: frozenset(KINDS[k] for k in e["kinds"]) for s, e in read if s == "taker" for w in e["words"]},
        abbreviated={w: tuple(e["full"]) for s, e in read if s == "abbreviated" for w in e["words"]},
        nicknames={w: full for s, e in read if s == "nickname" for w, full in zip(e["words"], e["full"], strict=True)},
        equivalents={w: _equivalent(e) for s, e in read if s == "equivalent" for w in e["words"]},
        **lists,
    )


def _layered(directories: tuple[Path, ...]) -> list[tuple[str, Entry]]:
    """Return (section, entry) of all files, the last entry of a file, section and id alone."""
    found: dict[tuple[str, str, str], Entry] = {}
    for place in (resources.files(__package__), *directories):
        for file in _FILES:
            read = entries.read(place.joinpath(file))
            found |= {(file, section, entry["id"]): entry | {"file": file} for section, entry in read}
    return [(section, entry) for (_, section, _), entry in found.items()]


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


def _equivalent(entry: Entry) -> Equivalent:
    kind, of = (KINDS[entry[key]] if key in entry else None for key in ("kind", "of"))
    return Equivalent(frozenset(entry["roles"]), kind, of)


def _gendered(read: list[tuple[str, Entry]], section: str) -> dict[str, str | None]:
    return {word: entry.get("gender") for kind, entry in read if kind == section for word in entry["words"]}


def _union(read: list[tuple[str, Entry]], section: str) -> frozenset[str]:
    return frozenset(word for kind, entry in read if kind == section for word in entry["words"])


def _body(entry: Entry) -> Iterator[tuple[str, BodyNoun]]:
    noun = BodyNoun(
        entry["id"],
        KINDS[entry["kind"]],
        frozenset(entry.get("prepositions", ())),
        {word: KINDS[kind] for word, kind in entry.get("carried", {}).items()},
    )
    for word in entry["words"]:
        yield word, noun
        yield plural(word), noun


def _describing(nouns: Iterable[Entry]) -> dict[str, tuple[Kind, ...]]:
    kinds: dict[str, tuple[Kind, ...]] = {}
    for entry in nouns:
        for word in entry.get("describing", ()):
            kinds[word] = (*kinds.get(word, ()), KINDS[entry["kind"]])
    return kinds
