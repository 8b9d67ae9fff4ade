"""What the project knows of states, cities, regions, bodies and legislatures before it reads a report.

>>> authority = load()
>>> [row.key for row in authority.candidates("U.S.")]
['united-states']
>>> authority.demonym("Kenyans").key
'kenya'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.authority.names import Index
from dateline.authority.rows import LINKS, Pattern, Row, read_patterns, read_rows
from dateline.errors import AuthorityError
from dateline.model import Kind

__all__ = ["Authority", "Row", "load"]


class Authority:
    """Rows with their indexes; it does not change once it is made."""

    __slots__ = ("_demonyms", "_keys", "_names", "_states", "rows")

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        """Every row, in the order of the files."""
        self._keys = {row.key: row for row in self.rows}
        self._states = {row.state: row for row in self.rows if row.kind is Kind.STATE}
        self._names = Index((name, row) for row in self.rows for name in (row.name, *row.names, *row.acronyms))
        self._demonyms = Index((word, row) for row in self.rows for word in row.demonyms)

    def __getitem__(self, key: str) -> Row:
        return self._keys[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def candidates(self, name: str) -> tuple[Row, ...]:
        """Return the rows that a name stands for, none if it is unknown.

        Case, a leading "the", diacritics and the forms of apostrophes, hyphens and white space do not
        count; a short acronym is found only in capitals.
        """
        return self._names.get(name)

    def demonym(self, word: str) -> Row | None:
        """Return the state of an adjective or people noun ("British", "South Africans"), None if there is none."""
        found = self._demonyms.get(word) if word != word.casefold() else ()
        return found[0] if found else None

    def state(self, iso2: str) -> Row | None:
        """Return the state with an ISO 3166-1 alpha-2 code."""
        return self._states.get(iso2)

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Row, ...]]]:
        """Yield (first, after last, rows) of the longest names among tokens, left to right, apart.

        A leading "the" is left out unless it belongs to the name ("The Hague").
        """
        for first, last, rows in self._names.matches(words):
            yield first - _has_article(words, first, rows), last, rows

    def demonyms(self, words: Sequence[str]) -> Iterator[tuple[int, int, Row]]:
        """Yield (first, after last, state) of the longest demonyms among tokens, left to right, apart."""
        for first, last, rows in self._demonyms.matches(words):
            yield first, last, rows[0]


def load(extra: tuple[Path, ...] = ()) -> Authority:
    """Return our authority, or ours with the CSV files of directories laid over it.

    A row of a later directory replaces the row with the same key; other rows are added. Raises
    AuthorityError when a directory or a file in it is malformed.
    """
    return _layered(extra) if extra else _ours()


@cache
def _ours() -> Authority:
    return Authority(_layer(resources.files(__package__), {})[0].values())


def _layered(extra: tuple[Path, ...]) -> Authority:
    rows, patterns = _layer(resources.files(__package__), {})
    for directory in extra:
        added, patterns = _layer(directory, patterns)
        rows |= added
    states = {row.state for row in rows.values() if row.kind is Kind.STATE}
    for row in rows.values():
        if row.state not in states | {None}:
            raise AuthorityError(f"{row.key!r} belongs to {row.state}, which is no row", row.source, "add that state")
    return Authority(rows.values())


def _layer(directory: Traversable, patterns: dict[str, Pattern]) -> tuple[dict[str, Row], dict[str, Pattern]]:
    """Read a directory's files, in the order of their names; a key may be in one of them only."""
    files = {file.name: file for file in _entries(directory) if file.name.endswith(".csv")}
    if LINKS in files:
        patterns = patterns | read_patterns(files.pop(LINKS))
    rows: dict[str, Row] = {}
    for name in sorted(files):
        for row in read_rows(files[name], patterns):
            if row.key in rows:
                raise AuthorityError(f"the key {row.key!r} is in another file too", name, "give it another key")
            rows[row.key] = row
    return rows, patterns


def _entries(directory: Traversable) -> tuple[Traversable, ...]:
    if not directory.is_dir():
        raise AuthorityError("is no directory", str(directory), "give a directory of CSV files")
    return tuple(directory.iterdir())


def _has_article(words: Sequence[str], first: int, rows: tuple[Row, ...]) -> bool:
    preceded = first > 0 and words[first - 1].casefold() == "the"
    return preceded and any(row.name.startswith("The ") for row in rows)
