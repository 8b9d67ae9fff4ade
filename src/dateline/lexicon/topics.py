"""The concepts that a report may be about, with the phrases that show them (topics.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from typing import Any

from dateline.errors import LexiconError

FILE = "topics.toml"
NEEDED = ("id", "concept", "source", "example", "counter_example")
KEYS = frozenset([*NEEDED, "phrases", "names", "minimum", "not_before", "not_after"])
GUARDS = ("offices", "prepositions", "not_before")

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_WORD = re.compile(r"[^\s()|]+(\|[^\s()|]+)*")


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of somebody's scheme, or a scheme itself, and what shows that a report is about it."""

    id: str
    iri: str
    phrases: tuple[str, ...]
    """Phrases in lower case: a word with a capital in them makes them part of a name, and no topic."""
    names: tuple[str, ...]
    """Phrases that count with capitals also: the concept's own name."""
    minimum: int
    """How many passages a report needs to be about it; with one, a single passage will do."""
    not_before: frozenset[str]
    not_after: frozenset[str]
    source: str
    example: str
    counter_example: str
    own: bool = False
    """From a user's lexicon: its rule IRI lies under the user's base."""

    @property
    def rule(self) -> str:
        """The id of the rule that the entry is."""
        return f"{'own/' if self.own else ''}topics/{self.id}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sequence of words that shows a concept; each word is given by the forms or lemmas that it may have."""

    words: tuple[frozenset[str], ...]
    concept: Concept
    is_name: bool


@dataclass(frozen=True, slots=True)
class TopicLexicon:
    """All concepts, their phrases by first word, and what keeps a phrase from being a topic."""

    concepts: tuple[Concept, ...] = ()
    index: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    """Nouns of offices and bodies whose field is no topic: "the minister for climate change"."""
    prepositions: frozenset[str] = frozenset()
    """Those that lead from such a noun to its field."""
    not_before: frozenset[str] = frozenset()
    """Words that make any phrase directly before them no topic: "climate change envoy"."""

    firm: frozenset[str] = frozenset()
    """The rules of the concepts that a single passage shows."""


def load(directories: tuple[Path, ...] = ()) -> TopicLexicon:
    """Load the package's topics with the user's `topics*.toml` layered over them: same id replaces, guards add up.

    Raises:
        LexiconError: a file is not TOML or an entry is wrong; names file, entry and cure.
    """
    return _load(tuple(directories))


@cache
def _load(directories: tuple[Path, ...]) -> TopicLexicon:
    ours = resources.files(__package__).joinpath(FILE)
    files = [(ours, False), *((path, True) for each in directories for path in sorted(each.glob("topics*.toml")))]
    concepts: dict[str, Concept] = {}
    guards: dict[str, frozenset[str]] = dict.fromkeys(GUARDS, frozenset())
    for file, own in files:
        data = _read(file)
        concepts |= {each.id: replace(each, own=own) for each in _concepts(file.name, data.get("topic", []))}
        guards = {key: words.union(_guards(file.name, data).get(key, ())) for key, words in guards.items()}
    firm = frozenset(concept.rule for concept in concepts.values() if concept.minimum == 1)
    return TopicLexicon(tuple(concepts.values()), _index(concepts.values()), **guards, firm=firm)


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is not TOML: {error}", str(file), "mend the line that the message names") from error


def _guards(file: str, data: dict[str, Any]) -> dict[str, list[str]]:
    unknown = sorted(data.keys() - {"topic", "guards"}) or sorted(data.get("guards", {}).keys() - set(GUARDS))
    if unknown:
        advice = f"write [[topic]] entries, and [guards] with {', '.join(GUARDS)}"
        raise LexiconError(f"has unknown parts: {', '.join(unknown)}", file, advice)
    guards: dict[str, list[str]] = data.get("guards", {})
    return guards


def _concepts(file: str, entries: list[dict[str, Any]]) -> Iterator[Concept]:
    for entry in entries:
        where = f"{file}, topic {entry.get('id', '?')!r}"
        _check(where, entry)
        yield Concept(
            id=entry["id"],
            iri=entry["concept"],
            phrases=tuple(entry.get("phrases", ())),
            names=tuple(entry.get("names", ())),
            minimum=entry.get("minimum", 1),
            not_before=frozenset(entry.get("not_before", ())),
            not_after=frozenset(entry.get("not_after", ())),
            source=entry["source"],
            example=entry["example"],
            counter_example=entry["counter_example"],
        )


def _check(where: str, entry: dict[str, Any]) -> None:
    for key in NEEDED:
        if not entry.get(key):
            raise LexiconError(f"has no {key!r}", where, f"add a line `{key} = …`")
    unknown = sorted(entry.keys() - KEYS)
    if unknown:
        raise LexiconError(f"has unknown keys: {', '.join(unknown)}", where, f"use {', '.join(sorted(KEYS))}")
    if not entry.get("phrases") and not entry.get("names"):
        raise LexiconError("has no phrase", where, "add `phrases = […]` or `names = […]`")
    if _ABSOLUTE.fullmatch(entry["concept"]) is None:
        raise LexiconError(f"has a concept that is no IRI: {entry['concept']!r}", where, "write its IRI in full")
    minimum = entry.get("minimum", 1)
    if not isinstance(minimum, int) or minimum < 1:
        raise LexiconError(f"has the minimum {minimum!r}", where, "write how many passages it takes, 1 or more")
    for phrase in (*entry.get("phrases", ()), *entry.get("names", ())):
        _parse(where, phrase)


def _parse(where: str, phrase: str) -> list[tuple[str, ...]]:
    """Return the phrase's words as the alternatives that each gives; of an optional one the empty word is one."""
    words = phrase.split()
    optional = [word.startswith("(") and word.endswith(")") for word in words]
    bare = [word[1:-1] if may else word for word, may in zip(words, optional, strict=True)]
    if not words or all(optional) or phrase != phrase.lower() or not all(map(_WORD.fullmatch, bare)):
        advice = "write words in lower case, alternatives as `a|b`, a word that may be missing as `(a)`"
        raise LexiconError(f"has the phrase {phrase!r}, which cannot be read", where, advice)
    return [(*word.split("|"), *([""] if may else [])) for word, may in zip(bare, optional, strict=True)]


def expand(phrase: str) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield the word sequences that a phrase stands for, with and without each optional word.

    >>> [[sorted(word) for word in words] for words in expand("clean|green (and) energy")]
    [[['clean', 'green'], ['and'], ['energy']], [['clean', 'green'], ['energy']]]
    """
    parsed = _parse("phrase", phrase)
    choices = [[frozenset(word) - {""}, frozenset[str]()] if "" in word else [frozenset(word)] for word in parsed]
    for chosen in product(*choices):
        yield tuple(word for word in chosen if word)


def _index(concepts: Iterable[Concept]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for concept in concepts:
        for is_name, phrases in ((False, concept.phrases), (True, concept.names)):
            for words in (words for phrase in phrases for words in expand(phrase)):
                for first in words[0]:
                    index.setdefault(first, []).append(Phrase(words, concept, is_name))
    return {first: tuple(phrases) for first, phrases in index.items()}
