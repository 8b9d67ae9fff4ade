"""The competency questions: asked of a fresh build of the seed, none may be answered wrongly.

The answers were written from the text. A row that the data do not give must stand, with its cause, in the table of
ontology/questions/README.md, and leaves it once it is answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers import NAMES, QUESTIONS, Answer, Row, ask, parse_row, read_answer
from dateline.store import Store


def expected(name: str) -> Answer:
    return read_answer(QUESTIONS / f"{name}.csv")


def unanswered() -> Iterator[tuple[str, Row]]:
    """Yield the rows of the README's table: question, row as CSV, cause."""
    for line in (QUESTIONS / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0] in NAMES:
            yield cells[0], parse_row(cells[1])


@pytest.fixture(scope="module")
def store(built_seed: Path) -> Store:
    store = Store()
    for path in built_seed.glob("*.nq"):
        store.load(path)
    return store


def test_there_are_twenty_questions() -> None:
    assert [name[:2] for name in NAMES] == [f"{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_says_what_it_asks(name: str) -> None:
    assert (QUESTIONS / f"{name}.rq").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_listed_in_the_readme(name: str) -> None:
    assert f"`{name}`" in (QUESTIONS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_is_wrong(name: str, store: Store) -> None:
    assert not expected(name).wrong(ask(store, name))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_answered_is_listed_with_its_cause(name: str, store: Store) -> None:
    missing = expected(name).missing(ask(store, name))

    assert missing == {row for question, row in unanswered() if question == name}
