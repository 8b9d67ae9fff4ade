"""The seed told five times over, elsewhere and in other words: the questions are answered as for the seed.

A rewriting's answers were written from its text, before any output. No row may be wrong. A row that is missing must
stand in the rewriting's unanswered.toml with its cause, and leaves it once it is answered.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from answers import NAMES, REWRITINGS, SLUGS, Answer, Row, ask, build, header_of, parse_row, read_answer
from dateline.store import Store

SHARED = 9
"""So many words in a row would be the seed's sentence again."""
NAMES_OF_THE_SEED = (
    "Koshanov Mazhilis Kazakh Astana Inter-Parliamentary IPU Geneva Russia Tokayev UN Nations Asia Afghan Almaty "
    "Ackson Tulia Yerlan Kassym Religions"
).split()
ASIA = re.compile(r"Asia Pacific|Southeast Asia|in Asia")
"""Asia may be named: what the seed names is Central Asia."""

rewritings = pytest.mark.parametrize("slug", SLUGS)
questions = pytest.mark.parametrize("name", NAMES)


def text_of(slug: str) -> str:
    return (REWRITINGS / slug / "report.txt").read_text(encoding="utf-8")


@cache
def store_of(slug: str) -> Store:
    return build(REWRITINGS / slug / "report.txt")


@cache
def answer_of(slug: str, name: str) -> Answer:
    return read_answer(REWRITINGS / slug / f"{name}.csv")


def unanswered(slug: str) -> Iterator[tuple[str, Row, str]]:
    """Yield the rows of a rewriting's unanswered.toml: question, row, cause."""
    path = REWRITINGS / slug / "unanswered.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("unanswered", []) if path.exists() else []
    for table in tables:
        for name, rows in table.items():
            if name != "cause":
                yield from ((name, parse_row(row), table["cause"]) for row in rows)


def runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of words of a text that are as long as a sentence is recognized by."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[begin : begin + SHARED]) for begin in range(len(words) - SHARED + 1)}


def test_there_are_five_rewritings() -> None:
    assert len(SLUGS) == 5


@rewritings
def test_a_rewriting_answers_every_question(slug: str) -> None:
    assert [name for name in NAMES if not answer_of(slug, name).required] == []


@rewritings
@questions
def test_an_answer_has_the_columns_of_the_question(slug: str, name: str) -> None:
    assert {len(row) for row in answer_of(slug, name).required} == {len(header_of(name))}


@rewritings
def test_a_rewriting_names_nothing_that_the_seed_names(slug: str) -> None:
    words = set(re.findall(r"[\w-]+", ASIA.sub("", text_of(slug))))

    assert words & set(NAMES_OF_THE_SEED) == set()


@rewritings
def test_a_rewriting_repeats_no_sentence_of_the_seed(slug: str, seed: Path) -> None:
    assert runs(text_of(slug)) & runs(seed.read_text(encoding="utf-8")) == set()


@rewritings
def test_a_passage_stands_where_the_answer_says(slug: str) -> None:
    text = text_of(slug)
    rows = answer_of(slug, "19-invitation-passages").required

    assert {text[int(begin) : int(end)].casefold() for _, begin, end in rows} == {passage for passage, _, _ in rows}


@rewritings
def test_a_claim_is_made_in_the_words_of_the_report(slug: str) -> None:
    claims = {row[1] for name in ("14-claims", "15-judgements") for row in answer_of(slug, name).required}

    assert [claim for claim in claims if claim not in text_of(slug).casefold()] == []


@rewritings
@questions
def test_no_row_is_wrong(slug: str, name: str) -> None:
    assert answer_of(slug, name).wrong(ask(store_of(slug), name)) == set()


@rewritings
@questions
def test_what_is_missing_is_listed_with_its_cause(slug: str, name: str) -> None:
    missing = answer_of(slug, name).missing(ask(store_of(slug), name))

    assert missing == {row for question, row, _ in unanswered(slug) if question == name}


@rewritings
def test_what_is_listed_is_a_question_and_has_a_cause(slug: str) -> None:
    listed = list(unanswered(slug))

    assert [entry for entry in listed if entry[0] not in NAMES or not entry[2].strip()] == []
