"""Language knowledge as data: the grammar's closed word lists, and frames that say what a predicate means.

`load` reads the package's TOML files and layers a user's directories over them: an entry of the same id
replaces ours, lists are added to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.errors import LexiconError
from dateline.lexicon import topics
from dateline.lexicon.entry import PARTS, check

FILES = ("frames.toml", "frames-acts.toml")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed word lists of the grammar (grammar.toml)."""

    light: frozenset[str]
    staging: frozenset[str]
    """Those of the light verbs that go with a gathering."""
    implicative: frozenset[str]
    """Verbs whose complement happened if they did: "used the session to thank …"."""
    receiving: frozenset[str]
    happening: frozenset[str]
    object_control: frozenset[str]
    future: frozenset[str]
    documents: frozenset[str]
    """Nouns by which whoever issues them speaks: "a statement condemning …"."""
    moving: frozenset[str]
    """Verbs with which one is on the visit that is told of: "arrived on a visit"."""
    vessels: frozenset[str]
    """Nouns that stand before what is really done: "a round of talks", "a message of condolence"."""
    hypothetical: frozenset[str]
    conditional: frozenset[str]
    governors: Mapping[str, str]
    """Lemma of a governing verb or noun → the status that it gives its complement."""
    modifiers: Mapping[str, str]
    """Lemma of an adjective → the status that it gives its noun."""
    complex_prepositions: Mapping[tuple[str, str], tuple[str, ...]]
    """First preposition and noun lemma → the complex prepositions that begin so."""
    verbs: frozenset[str] = frozenset()
    """Lemmas of all verbs of the frames, for words that the tagger took for something else."""

    def verb_lemma(self, word: str) -> str:
        """Return the known verb that an inflected form belongs to, else the form itself."""
        for ending, endings in (
            ("ied", ("y",)),
            ("ed", ("e", "")),
            ("ing", ("e", "")),
            ("ies", ("y",)),
            ("es", ("", "e")),
            ("s", ("",)),
        ):
            if word.endswith(ending):
                stem = word[: -len(ending)]
                candidates = [stem + each for each in endings] + ([stem[:-1]] if stem[-2:-1] == stem[-1:] else [])
                found = next((each for each in candidates if each in self.verbs), None)
                if found is not None:
                    return found
        return word


@dataclass(frozen=True, slots=True)
class Label:
    """An argument label that fills a role, for one part of speech or for all."""

    name: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a predicate means: a class, and which arguments fill which roles."""

    id: str
    class_name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    roles: Mapping[str, tuple[Label, ...]]
    kinds: Mapping[str, frozenset[str]]
    """Role → kinds of entity that may fill it, where narrower than the role's own."""
    required: tuple[tuple[str, ...], ...]
    """Each group: at least one of its roles must be filled."""
    event_type: str | None = None
    without: frozenset[str] = frozenset()
    """Labels of arguments with which the predicate means something else."""
    compounds: frozenset[str] = frozenset()
    """Lemmas of nouns before the trigger with which it means something else: "press conference"."""
    objects: frozenset[str] = frozenset()
    """Lemmas of which a verb's object, or what "of" behind a noun names, must be one, where it is no named work; empty
    for any."""
    light: frozenset[str] = frozenset()
    """Lemmas of which a noun's light verb must be one; empty for any."""
    minimum: Mapping[str, int] = field(default_factory=dict)
    """Role → how many different fillers it needs at least."""
    source: str = ""
    examples: tuple[str, ...] = ()
    own: bool = False
    """From a user's lexicon: its rule IRI lies under the user's base."""

    @property
    def rule(self) -> str:
        """The id of the rule that the frame is."""
        return f"{'own' if self.own else 'frame'}/{self.id}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The grammar and the frames, with the frames found by part of speech and lemma."""

    grammar: Grammar
    frames: tuple[Frame, ...]
    index: Mapping[tuple[str, str], tuple[Frame, ...]]
    nouns: frozenset[str]
    staged: frozenset[str]
    """Nouns of gatherings."""
    topics: topics.TopicLexicon = field(default_factory=topics.TopicLexicon)

    def match(self, part: str, lemma: str) -> tuple[Frame, ...]:
        """Return the frames that a predicate may evoke; a light verb's predicate evokes its noun's."""
        if part == "light":
            return self.index.get(("noun", lemma.rsplit(" ", 1)[1]), ())
        return self.index.get((part, lemma), ())


def load(directories: tuple[Path, ...] = ()) -> Lexicon:
    """Load the package's lexicon with the user's directories layered over it.

    Raises:
        LexiconError: a file is not TOML or an entry is wrong; names file, entry and cure.
    """
    return _load(tuple(directories))


@cache
def _load(directories: tuple[Path, ...]) -> Lexicon:
    frames = {frame.id: frame for name in FILES for frame in _frames_of(name, _package(name))}
    for directory in directories:
        if not directory.is_dir():
            raise LexiconError("is not a directory", str(directory), "give a directory with frames*.toml files")
        for path in sorted(directory.glob("frames*.toml")):
            own = _frames_of(str(path), _text(path))
            frames |= {frame.id: replace(frame, own=True) for frame in own}
    ours_last = sorted(frames.values(), key=lambda frame: not frame.own)
    return replace(_index(tuple(ours_last)), topics=topics.load(directories))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read ({error})", str(path), "give a file in UTF-8") from error


def _package(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def _parse(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is not TOML: {error}", file, "mend the line that the message names") from error


def _index(frames: tuple[Frame, ...]) -> Lexicon:
    index: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for part, lemmas in (("verb", frame.verbs), ("noun", frame.nouns)):
            for lemma in lemmas:
                index.setdefault((part, lemma), []).append(frame)
    verbs = frozenset(lemma for part, lemma in index if part == "verb")
    nouns = frozenset(lemma for part, lemma in index if part == "noun")
    grammar = _grammar(_parse("grammar.toml", _package("grammar.toml")), verbs)
    staged = frozenset(noun for frame in frames if frame.class_name == "Gathering" for noun in frame.nouns)
    return Lexicon(grammar, frames, {key: tuple(found) for key, found in index.items()}, nouns, staged)


def _grammar(data: dict[str, Any], verbs: frozenset[str]) -> Grammar:
    lists, modals = data["verbs"], data["modals"]
    complex_prepositions: dict[tuple[str, str], list[str]] = {}
    for pattern in data["prepositions"]["complex"]:
        first, noun, _ = pattern.split(" ")
        complex_prepositions.setdefault((first, noun), []).append(pattern)
    return Grammar(
        light=frozenset(lists["light"]),
        staging=frozenset(lists["staging"]),
        implicative=frozenset(lists["implicative"]),
        receiving=frozenset(lists["receiving"]),
        happening=frozenset(lists["happening"]),
        object_control=frozenset(lists["object_control"]),
        documents=frozenset(lists["documents"]),
        moving=frozenset(lists["moving"]),
        vessels=frozenset(lists["vessels"]),
        future=frozenset(modals["future"]),
        hypothetical=frozenset(modals["hypothetical"]),
        conditional=frozenset(modals["conditional"]),
        governors={lemma: status for status, lemmas in data["status"].items() for lemma in lemmas},
        modifiers={lemma: status for status, lemmas in data["modifiers"].items() for lemma in lemmas},
        complex_prepositions={key: tuple(found) for key, found in complex_prepositions.items()},
        verbs=verbs.union(lists["light"], lists["receiving"], lists["happening"]),
    )


def _frames_of(file: str, text: str) -> list[Frame]:
    return [_frame(file, entry) for entry in _parse(file, text).get("frame", [])]


def _frame(file: str, entry: dict[str, Any]) -> Frame:
    where = f"{file}, frame {entry.get('id', '?')!r}"
    check(where, entry)
    return Frame(
        id=entry["id"],
        class_name=entry["class"],
        event_type=entry.get("event_type"),
        verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())),
        roles={role: tuple(_label(where, label) for label in labels) for role, labels in entry["roles"].items()},
        kinds={role: frozenset(kinds) for role, kinds in entry.get("kinds", {}).items()},
        required=tuple(tuple(group.split("|")) for group in entry.get("required", ())),
        without=frozenset(entry.get("without", ())),
        compounds=frozenset(entry.get("not_with", ())),
        objects=frozenset(entry.get("objects", ())),
        light=frozenset(entry.get("light", ())),
        minimum=entry.get("minimum", {}),
        source=entry["source"],
        examples=tuple(entry["examples"]),
    )


def _label(where: str, text: str) -> Label:
    part, _, name = text.rpartition(":")
    if part and part not in PARTS:
        raise LexiconError(f"has the label {text!r} with an unknown part of speech", where, "write `verb:` or `noun:`")
    return Label(name, part or None)
