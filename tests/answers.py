"""Answers to the competency questions: read from CSV, asked of a store, compared cell by cell.

Case, white space and a leading article do not count. `python tests/answers.py` prints how much is answered of each
rewriting of the seed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline import mapping, pipeline
from dateline.read import read_path
from dateline.store import Store, Table

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "ontology" / "questions"
REWRITINGS = ROOT / "tests" / "rewritings"
NAMES = sorted(path.stem for path in QUESTIONS.glob("*.rq"))
SLUGS = sorted(path.parent.name for path in REWRITINGS.glob("*/report.txt"))
OPEN = "open"
"""A last column of an answer: its rows marked `yes` may be given and need not be; `*` stands for any value."""

Row = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The rows that must be given, and those that may."""

    required: frozenset[Row]
    allowed: frozenset[Row]

    def wrong(self, given: set[Row]) -> set[Row]:
        """Return the rows that say something the answer does not."""
        return {row for row in given if not any(fits(row, each) for each in self.required | self.allowed)}

    def missing(self, given: set[Row]) -> set[Row]:
        """Return the required rows that no given row answers whole."""
        return {each for each in self.required if not any(answers(row, each) for row in given)}


def normal(value: str) -> str:
    """Fold what does not count: case, white space, a leading article."""
    return re.sub(r"^(the|an?) ", "", " ".join(value.split()).casefold())


def folded(row: list[str]) -> Row:
    return tuple(map(normal, row))


def parse_row(line: str) -> Row:
    """Return a row that is written as CSV."""
    return folded(next(csv.reader([line])))


def read_answer(path: Path) -> Answer:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    if header[-1] != OPEN:
        return Answer(frozenset(map(folded, rows)), frozenset())
    marked = [(folded(row[:-1]), row[-1] != "") for row in rows]
    return Answer(
        frozenset(row for row, is_open in marked if not is_open), frozenset(row for row, is_open in marked if is_open)
    )


def fits(row: Row, answer: Row) -> bool:
    """Tell whether a row says nothing that the answer does not say; cells that stay empty are missing, not wrong."""
    return all(value == "" or same(value, right) for value, right in zip(row, answer, strict=True))


def answers(row: Row, answer: Row) -> bool:
    return all(same(value, right) for value, right in zip(row, answer, strict=True))


def same(value: str, right: str) -> bool:
    """Tell whether a value is the answer's, where `…` in a value stands for words left out."""
    words = ".+".join(re.escape(part) for part in value.split("…"))
    return right == "*" or re.fullmatch(words, right) is not None


def header_of(name: str) -> list[str]:
    """Return the columns of a question's answer, without the mark of open rows."""
    first = (QUESTIONS / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    return [column for column in first if column != OPEN]


def ask(store: Store, name: str) -> set[Row]:
    answer = store.query((QUESTIONS / f"{name}.rq").read_text(encoding="utf-8"), name=name)
    assert isinstance(answer, Table)
    return {tuple(normal(cell.value) if cell is not None else "" for cell in row) for row in answer.rows}


def build(report: Path) -> Store:
    """Return a store that holds a fresh build of one report."""
    store = Store()
    article = read_path(report)
    quads = mapping.quads(pipeline.convert_article(article, pipeline.load()), mapping.Options())
    store.add(quads)
    return store


def recall(slug: str) -> Iterator[tuple[str, int, int]]:
    """Yield each question with the number of its rows that a rewriting answers, and that it should."""
    store = build(REWRITINGS / slug / "report.txt")
    for name in NAMES:
        answer = read_answer(REWRITINGS / slug / f"{name}.csv")
        yield name, len(answer.required) - len(answer.missing(ask(store, name))), len(answer.required)


def print_recall() -> None:
    table = {slug: {name: (given, all_) for name, given, all_ in recall(slug)} for slug in SLUGS}
    print(f"{'':26}", *(f"{slug:>15}" for slug in SLUGS))
    for name in NAMES:
        print(f"{name:26}", *(f"{'{}/{}'.format(*table[slug][name]):>15}" for slug in SLUGS))
    sums = [tuple(map(sum, zip(*table[slug].values(), strict=True))) for slug in SLUGS]
    print(f"{'rows answered':26}", *(f"{f'{given}/{all_} {given / all_:.0%}':>15}" for given, all_ in sums))


if __name__ == "__main__":
    print_recall()
