"""The words that names are read with: every entry does in its examples what its section says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import pytest

from dateline import authority, lexicon, link
from dateline.annotate import coreference, names, pipeline, titles
from dateline.annotate.gazetteer import find
from dateline.annotate.page import Page
from dateline.annotate.titles import Office
from dateline.lexicon import words
from dateline.model import Article, Block, BlockKind, Form, Mention, Parse, Span

ENDINGS = ("ending", "adjectival", "field")


class Example(NamedTuple):
    file: str
    section: str
    entry: dict[str, Any]
    text: str


def examples() -> Iterator[Example]:
    for file in ("titles.toml", "bodies.toml", "persons.toml"):
        data = tomllib.loads(resources.files(lexicon).joinpath(file).read_text(encoding="utf-8"))
        for section, entries in data.items():
            for entry in entries:
                yield from (Example(file, section, entry, text) for text in entry["examples"])


EXAMPLES = tuple(examples())


def identify(example: Example) -> str:
    return f"{example.section}/{example.entry['id']}: {example.text}"


def of(*sections: str) -> Callable[[Callable[[Example], None]], Callable[[Example], None]]:
    return pytest.mark.parametrize("example", [e for e in EXAMPLES if e.section in sections], ids=identify)


@cache
def _model() -> Any:
    return pipeline.load()


@cache
def _parse(text: str) -> Parse:
    return pipeline.parse(Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), _model())


@cache
def _mentions(text: str) -> tuple[Mention, ...]:
    mentions, entities = link.link(_parse(text), names.recognize(_parse(text), authority.load()), authority.load())
    return coreference.resolve(_parse(text), mentions, entities)


def _page(text: str) -> Page:
    page = Page(_parse(text), words.load())
    find(page, authority.load())
    return page


def _offices(text: str) -> tuple[tuple[Page, Office], ...]:
    page = _page(text)
    return tuple((page, office) for office in titles.find(page))


@pytest.mark.parametrize("example", EXAMPLES, ids=identify)
def test_an_example_has_a_word_of_its_entry(example: Example) -> None:
    ending = example.section in ENDINGS
    listed = "|".join(re.escape(word) for word in example.entry["words"])
    found = re.search(rf"(?:{listed})s?\b" if ending else rf"\b(?:{listed})(?:e?s|ing|ed)?\b", example.text.lower())
    forms = {token.lemma for token in _parse(example.text).tokens} & set(example.entry["words"])
    assert found or forms


@of(
    "head",
    "bound",
    "rotating",
    "rank",
    "ranked",
    "seat",
    "charged",
    "seated",
    "modifier",
    "suffix",
    "complement",
    "portfolio",
    "envoy",
    "field",
    "abbreviated",
)
def test_an_office_has_the_word(example: Example) -> None:
    spoken = [page.string(o.begin, o.end).lower() for page, o in _offices(example.text)]
    assert any(word in role for word in example.entry["words"] for role in spoken)


@of("former")
def test_a_former_office_is_held_by_nobody_now(example: Example) -> None:
    assert any(office.former for _, office in _offices(example.text))


@of("honorific", "particle", "kept", "abbreviation", "partisan")
def test_a_person_is_named(example: Example) -> None:
    assert any(m.kind.value == "person" and m.form is Form.NAME for m in _mentions(example.text))


@of("noun")
def test_a_noun_gives_its_kind(example: Example) -> None:
    kinds = {example.entry["kind"], *example.entry.get("carried", {}).values()}
    assert kinds & {mention.kind.value for mention in _mentions(example.text)}


@of("nickname")
def test_a_nickname_and_the_name_are_one_person(example: Example) -> None:
    assert len({m.entity for m in _mentions(example.text) if m.name is not None and m.kind.value == "person"}) == 1


@of("given")
def test_a_given_name_makes_a_person(example: Example) -> None:
    assert "person" in {mention.kind.value for mention in _mentions(example.text)}


@of("compass", "calendar", "common", "deputed", "locating")
def test_what_names_nothing_is_left_out(example: Example) -> None:
    named = {m.name.lower() for m in _mentions(example.text) if m.name is not None}
    assert not named & {*example.entry["words"], "lima", "white house"}


@of("taker", "mild", "side", "interlocutor", "leader", "meeting", "dignitary", "grouping")
def test_a_description_or_pronoun_stands_for_who_was_named(example: Example) -> None:
    later = [m for m in _mentions(example.text) if m.form in (Form.DESCRIPTION, Form.PRONOUN)]
    named = {m.entity for m in _mentions(example.text) if m.form is Form.NAME}
    assert any(m.entity in named for m in later)


@of(
    "own",
    "chairing",
    "opening",
    "ruling",
    "polity",
    "ruled",
    "silent",
    "possessor",
    "assembling",
    "adjectival",
    "deputies",
    "recurring",
    "singular",
)
def test_a_whole_name_is_found(example: Example) -> None:
    assert any(m.name is not None and " " in m.name for m in _mentions(example.text))


@of("impersonal")
def test_an_impersonal_it_stands_for_nothing(example: Example) -> None:
    assert not [m for m in _mentions(example.text) if m.form is Form.PRONOUN]


@of("attending", "bureau")
def test_an_office_that_speaks_is_described(example: Example) -> None:
    assert any(m.form is Form.DESCRIPTION and m.kind.value == "organization" for m in _mentions(example.text))


@of("reporting")
def test_an_agency_is_named(example: Example) -> None:
    assert any(m.name is not None and m.kind.value == "organization" for m in _mentions(example.text))
