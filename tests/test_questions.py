"""The competency questions: asked of a fresh build of the seed, none may be answered wrongly.

The answers were written from the text. A row that the data do not give must stand, with its cause, in the table of
ontology/questions/README.md, and leaves it once it is answered.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Store, Table

QUESTIONS = Path(__file__).parent.parent / "ontology" / "questions"
NAMES = sorted(path.stem for path in QUESTIONS.glob("*.rq"))
OPEN = "open"
"""A last column of an answer: its rows marked `yes` may be given and need not be; `*` stands for any value."""

Row = tuple[str, ...]


def normal(value: str) -> str:
    """Fold what does not count: case, white space, a leading article."""
    return re.sub(r"^(the|an?) ", "", " ".join(value.split()).casefold())


def expected(name: str) -> tuple[set[Row], set[Row]]:
    """Return the rows that must be answered, and those that may."""
    with (QUESTIONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    if header[-1] != OPEN:
        return {tuple(map(normal, row)) for row in rows}, set()
    folded = [(tuple(map(normal, row[:-1])), row[-1]) for row in rows]
    return {row for row, mark in folded if not mark}, {row for row, mark in folded if mark}


def fits(row: Row, answer: Row) -> bool:
    """Tell whether a row says nothing that the answer does not say; cells that stay empty are missing, not wrong."""
    return all(value == "" or same(value, right) for value, right in zip(row, answer, strict=True))


def answers(row: Row, answer: Row) -> bool:
    return all(same(value, right) for value, right in zip(row, answer, strict=True))


def same(value: str, right: str) -> bool:
    """Tell whether a value is the answer's, where `…` in a value stands for words left out."""
    words = ".+".join(re.escape(part) for part in value.split("…"))
    return right == "*" or re.fullmatch(words, right) is not None


def unanswered() -> Iterator[tuple[str, Row]]:
    """Yield the rows of the README's table: question, row as CSV, cause."""
    for line in (QUESTIONS / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0] in NAMES:
            yield cells[0], tuple(map(normal, next(csv.reader([cells[1]]))))


@pytest.fixture(scope="module")
def store(built_seed: Path) -> Store:
    store = Store()
    for path in built_seed.glob("*.nq"):
        store.load(path)
    return store


def ask(store: Store, name: str) -> set[Row]:
    answer = store.query((QUESTIONS / f"{name}.rq").read_text(encoding="utf-8"), name=name)
    assert isinstance(answer, Table)
    return {tuple(normal(cell.value) if cell is not None else "" for cell in row) for row in answer.rows}


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
    required, allowed = expected(name)

    wrong = {row for row in ask(store, name) if not any(fits(row, each) for each in required | allowed)}

    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_answered_is_listed_with_its_cause(name: str, store: Store) -> None:
    required, _ = expected(name)

    given = ask(store, name)
    missing = {answer for answer in required if not any(answers(row, answer) for row in given)}

    assert missing == {row for question, row in unanswered() if question == name}
