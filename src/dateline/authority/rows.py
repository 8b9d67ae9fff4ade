"""The rows of authority files, read and checked.

A file is a UTF-8 CSV with a header. `key`, `kind`, `name` and `source` must be there and filled; the
other columns may be left out. Alternatives within a cell are separated by "|". A column named in
`links.csv` holds identifiers, which its pattern turns into links; that file's own columns are
`column`, `property` (sameAs or identifier) and `pattern` (with one `{}`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from dateline.errors import AuthorityError
from dateline.model import Kind, Link

LINKS = "links.csv"
REQUIRED = ("key", "kind", "name", "source")
OPTIONAL = ("names", "acronyms", "demonyms", "state")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STATE = re.compile(r"[A-Z]{2}")
_KINDS = {kind.value: kind for kind in Kind}
_PROPERTIES = ("sameAs", "identifier")


@dataclass(frozen=True, slots=True)
class Row:
    """What an authority knows of one thing: its names, its kind, its identifiers and who says so."""

    key: str
    """Slug of its IRI."""
    kind: Kind
    name: str
    """The usual English name."""
    names: tuple[str, ...]
    """Other names, in the order of the file."""
    acronyms: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Of a state: its adjectives and the nouns for its people."""
    state: str | None
    """ISO 3166-1 alpha-2 code of the state that it is or belongs to; None if none or several."""
    links: tuple[Link, ...]
    source: str
    """Ids of the sources, as README.md beside the files explains them."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the identifiers of a column become links."""

    property: str
    pattern: str

    def link(self, value: str) -> Link:
        """Return the link to an identifier."""
        return Link(self.property, self.pattern.replace("{}", value))


def read_patterns(file: Traversable) -> dict[str, Pattern]:
    """Read a links file: for each identifier column its pattern. Raises AuthorityError."""
    return dict(_pattern(record, where) for where, record in _records(file, ("column", "property", "pattern")))


def read_rows(file: Traversable, patterns: Mapping[str, Pattern]) -> tuple[Row, ...]:
    """Read a file of rows, whose keys must differ. Raises AuthorityError, with the line."""
    rows: dict[str, Row] = {}
    for where, record in _records(file, REQUIRED, (*OPTIONAL, *patterns)):
        row = _row(record, patterns, where)
        if row.key in rows:
            raise AuthorityError(f"the key {row.key!r} is there twice", where, "give each row a key of its own")
        rows[row.key] = row
    return tuple(rows.values())


def _row(record: Mapping[str, str], patterns: Mapping[str, Pattern], where: str) -> Row:
    links = [pattern.link(value) for column, pattern in patterns.items() for value in _cell(record, column)]
    return Row(
        key=_matching(_KEY, record["key"], where, "use lower-case letters, digits and single hyphens"),
        kind=_kind(record["kind"], where),
        name=record["name"],
        names=_cell(record, "names"),
        acronyms=_cell(record, "acronyms"),
        demonyms=_cell(record, "demonyms"),
        state=_state(record, where),
        links=tuple(links),
        source=record["source"],
    )


def _pattern(record: Mapping[str, str], where: str) -> tuple[str, Pattern]:
    if record["property"] not in _PROPERTIES:
        raise AuthorityError(f"{record['property']!r} is no link", where, f"use one of {', '.join(_PROPERTIES)}")
    if record["pattern"].count("{}") != 1:
        raise AuthorityError(f"{record['pattern']!r} has no place for the identifier", where, "write {} once")
    return record["column"], Pattern(record["property"], record["pattern"])


def _kind(value: str, where: str) -> Kind:
    if value not in _KINDS:
        raise AuthorityError(f"{value!r} is no kind", where, f"use one of {', '.join(_KINDS)}")
    return _KINDS[value]


def _state(record: Mapping[str, str], where: str) -> str | None:
    value = record.get("state", "")
    return _matching(_STATE, value, where, "use the ISO 3166-1 alpha-2 code, or leave it empty") if value else None


def _matching(form: re.Pattern[str], value: str, where: str, advice: str) -> str:
    if form.fullmatch(value) is None:
        raise AuthorityError(f"{value!r} is malformed", where, advice)
    return value


def _cell(record: Mapping[str, str], column: str) -> tuple[str, ...]:
    cell = record.get(column)
    return tuple(part for part in map(str.strip, cell.split("|")) if part) if cell else ()


def _records(
    file: Traversable, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (file and line, record with every cell stripped) for each line that is not empty."""
    reader = csv.reader(_text(file).splitlines(), strict=True)
    try:
        header = tuple(map(str.strip, next(reader, [])))
        _check_header(header, required, optional, file.name)
        for cells in reader:
            if cells:
                where = f"{file.name}, line {reader.line_num}"
                yield where, _record(header, cells, required, where)
    except csv.Error as error:
        where = f"{file.name}, line {reader.line_num}"
        raise AuthorityError(f"is no CSV: {error}", where, "check the quotation marks") from error


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AuthorityError(f"cannot be read: {error}", str(file), "give a readable CSV file in UTF-8") from error


def _check_header(header: tuple[str, ...], required: tuple[str, ...], optional: tuple[str, ...], where: str) -> None:
    missing = [column for column in required if column not in header]
    unknown = [column for column in header if column not in required and column not in optional]
    if missing:
        raise AuthorityError(f"lacks the column {', '.join(missing)}", where, "name it in the first line")
    if unknown:
        known = ", ".join((*required, *optional))
        raise AuthorityError(f"has an unknown column {', '.join(unknown)}", where, f"known are {known}")


def _record(header: tuple[str, ...], cells: list[str], required: tuple[str, ...], where: str) -> dict[str, str]:
    if len(cells) != len(header):
        problem = f"has {len(cells)} cells for {len(header)} columns"
        raise AuthorityError(problem, where, "quote cells that have a comma in them")
    record = dict(zip(header, map(str.strip, cells), strict=True))
    for column in required:
        if not record[column]:
            raise AuthorityError(f"has no {column}", where, f"fill in the {column}")
    return record
