"""Questions and the shape of their answers: saved by name, in a file, or written out as SPARQL.

The saved ones are `ontology/questions/NN-name.rq`; the first comment of each says what it asks.
"""

from __future__ import annotations

import csv
import io
import json
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from dateline import resources
from dateline.errors import QueryError
from dateline.serialize.names import prefixed, relative
from dateline.store import Cell, Result, Table, Triples
from dateline.vocabulary import PREFIXES

FORMATS = ("table", "csv", "json", "turtle")

_FORM = re.compile(r"\b(select|ask|construct|describe)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+)-(.+)")


class Question(NamedTuple):
    """A query with the name that messages call it by."""

    name: str
    sparql: str


def saved() -> dict[str, Path]:
    """Return the saved questions by name, in the order of their numbers."""
    return {path.stem: path for path in sorted(resources.find("ontology/questions").glob("*.rq"))}


def summary(path: Path) -> str:
    """Return what a saved question asks: its first comment, or nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line.lstrip("# ").rstrip() for line in lines if line.startswith("#")), "")


def find(question: str) -> Question:
    """Return the question that is meant: SPARQL itself, a file, or a saved name with or without its number.

    Raises:
        QueryError: it is none of these; the advice names the saved questions that look like it.
    """
    if "{" in question and _FORM.search(question):
        return Question("query", question)
    path = _by_name(question) or Path(question)
    try:
        return Question(str(path), path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError("is neither a saved question, a file nor SPARQL", question, _advice(question)) from error


def _by_name(question: str) -> Path | None:
    return next((path for name, path in saved().items() if question in _aliases(name)), None)


def _aliases(name: str) -> tuple[str, ...]:
    """Return what a saved question may be called.

    >>> _aliases("03-assembly")
    ('03-assembly', 'assembly', '03', '3')
    """
    match = _NUMBERED.fullmatch(name)
    return (name,) if match is None else (name, match[2], match[1], match[1].lstrip("0") or "0")


def _advice(question: str) -> str:
    names = [_aliases(name)[1] if _NUMBERED.fullmatch(name) else name for name in saved()]
    near = get_close_matches(question, names, n=3, cutoff=0.4) or names
    return f"try {', '.join(near)}" if near else "write the query in SPARQL"


# --- answers ------------------------------------------------------------------------------------


def render(result: Result, format: str) -> str:
    """Return an answer as text: CSV or JSON as SPARQL 1.1 defines them, or Turtle.

    Raises:
        QueryError: the format does not hold this kind of answer.
    """
    match result, format:
        case Table(), "csv":
            return _csv(result)
        case Table(), "json":
            return _json({"head": {"vars": result.variables}, "results": {"bindings": _bindings(result)}})
        case bool(), "json":
            return _json({"head": {}, "boolean": result})
        case bool(), "csv" | "table":
            return f"{str(result).lower()}\n"
        case Triples(), "turtle" | "table":
            return result.turtle
    fitting = {Table: "csv or json", Triples: "turtle", bool: "json"}[type(result)]
    raise QueryError("does not hold the answer to this form of query", format, f"choose {fitting}")


def cells(table: Table, *, base: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows for reading: prefixed names, data relative to the base, values without datatypes."""
    return tuple(tuple(_readable(cell, base) for cell in row) for row in table.rows)


def _readable(cell: Cell | None, base: str) -> str:
    if cell is None:
        return ""
    if cell.kind != "uri":
        return cell.value
    short, path = prefixed(cell.value), relative(cell.value, base)
    if short is not None:
        return ":".join(short)
    return cell.value if path is None else f"<{path}>"


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out)  # lines end in CR LF, as RFC 4180 and SPARQL 1.1 CSV say
    writer.writerow(table.variables)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _plain(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return f"_:{cell.value}" if cell.kind == "bnode" else cell.value


def _bindings(table: Table) -> list[dict[str, dict[str, str]]]:
    rows = (zip(table.variables, row, strict=True) for row in table.rows)
    return [{name: _binding(cell) for name, cell in row if cell is not None} for row in rows]


def _binding(cell: Cell) -> dict[str, str]:
    term = {"type": cell.kind, "value": cell.value}
    if cell.language is not None:
        return term | {"xml:lang": cell.language}
    if cell.datatype is not None and cell.datatype != f"{PREFIXES['xsd']}string":
        return term | {"datatype": cell.datatype}
    return term


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
