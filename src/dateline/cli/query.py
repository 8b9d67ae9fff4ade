"""`dateline query`: questions, saved or in SPARQL, and their answers."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.messages import BASE, open_store

if TYPE_CHECKING:
    from dateline.query import Question

FORMATS = ("table", "csv", "json", "turtle")
UNBOUNDED = 10_000
"""Columns of a table that nobody looks at on a screen."""


@click.command()
@click.argument("question")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    default="table",
    show_default=True,
    type=click.Choice(FORMATS),
    help="How to write the answer; turtle is for CONSTRUCT and DESCRIBE.",
)
@click.option("--base", default=BASE, show_default=True, help="What IRIs are shortened against.")
def query(question: str, data: tuple[Path, ...], format: str, base: str) -> None:
    """Ask QUESTION of DATA (files and folders, by default output/).

    QUESTION is a saved question by name or number, a file with SPARQL 1.1, the SPARQL itself, or -
    for standard input; `list` lists the saved questions.

    \b
    Example:
      dateline query offices output/ --format csv
    """
    from dateline import query as queries
    from dateline.store import Table

    if question == "list":
        asked = [(name, queries.summary(path)) for name, path in queries.saved().items()]
        _print(("question", "what it asks"), asked)
        return
    found = _find(question)
    answer = open_store(data).query(found.sparql, name=found.name, base=base)
    if isinstance(answer, Table) and format == "table":
        _print(answer.variables, queries.cells(answer, base=base))
    else:
        click.echo(queries.render(answer, format), nl=False)


def _find(question: str) -> Question:
    from dateline.query import Question, find

    return Question("standard input", sys.stdin.read()) if question == "-" else find(question)


def _print(header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*header)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    # A pipe has no width: there, rows are as wide as they need.
    Console(width=None if sys.stdout.isatty() else UNBOUNDED).print(table)
