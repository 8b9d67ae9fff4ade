"""Gold annotations: what a reader found in a report by hand, as tests/reports/README.md describes the file.

Passages are written with the marked words in brackets inside enough text to be unique ("Kenya, [met] the"), so
that a gold file holds no offsets. A leading "?" marks what may be found and need not be.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dateline.errors import ReadError
from dateline.model import Kind, Span

ROLES = (
    *("agent", "recipient", "object", "attendee", "organizer", "sponsor", "location", "area_served"),
    *("super_event", "event", "about", "on_behalf_of", "responds_to", "basis", "resulting_organization"),
)
"""The fields of an occurrence that name other records and that a gold file can annotate."""


class Expected(NamedTuple):
    """A value that should be found, or that merely may be."""

    value: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An actor, place, series or work; `names` are all its accepted names, `spans` what describes it."""

    name: str
    names: frozenset[str]
    kinds: tuple[Kind, ...]
    spans: tuple[Span, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldTenure:
    """A person in an office; every alternative is accepted, "" is no stated body."""

    person: str
    roles: tuple[str, ...]
    bodies: tuple[str, ...] = ("",)
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldOccurrence:
    """Something reported, known by `id` inside its file."""

    id: str
    classes: tuple[str, ...]
    triggers: tuple[Span, ...]
    statuses: tuple[str, ...]
    roles: Mapping[str, tuple[Expected, ...]]
    times: tuple[Expected, ...] = ()
    name: Expected | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A proposition attributed to somebody; `parts` are its passages' words in order."""

    claimants: tuple[Expected, ...]
    parts: tuple[str, ...]
    narrator: bool = False
    verbatim: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file with the text that it annotates."""

    text: str
    published: date | None
    """The report's date, to be given to the reader where the text does not say it whole."""
    article: Mapping[str, tuple[str, ...]]
    entities: tuple[GoldEntity, ...] = ()
    tenures: tuple[GoldTenure, ...] = ()
    occurrences: tuple[GoldOccurrence, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    open: frozenset[str] = frozenset()
    """Roles that are annotated in part only: what else is found there is not judged."""
    known_wrong: Mapping[str, str] | None = None
    """A fact found that is wrong, and is known to be → its cause."""
    floors: Mapping[str, float] | None = None
    """Layer → the recall under which it must not fall; None before the first measure."""


def fold(name: str) -> str:
    """Return a name as it is compared.

    >>> fold("The Speaker's  office")
    "speaker's office"
    """
    return re.sub(r"^(the|an?|his|her|its|their) ", "", " ".join(name.casefold().replace("’", "'").split()))


def load_gold(folder: Path) -> Gold:
    """Read a folder's gold.toml and the report.txt beside it.

    Raises:
        ReadError: a file is missing, malformed, or marks a passage that the text has not or has several times.
    """
    path = folder / "gold.toml"
    try:
        text = (folder / "report.txt").read_text(encoding="utf-8")
        return _gold(tomllib.loads(path.read_text(encoding="utf-8")), text, path)
    except OSError as error:
        raise ReadError("cannot be opened", str(error.filename), "a gold folder holds report.txt, gold.toml") from error
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise ReadError(f"is malformed: {error!r}", str(path), "compare with the README beside it") from error


def locate(marked: str, text: str) -> Span:
    """Return the span of the bracketed words, or of all where none are.

    >>> locate("Lima [met] the", "Ann of Lima met the press.")
    Span(begin=12, end=15)

    Raises:
        ValueError: the text does not hold the passage exactly once.
    """
    begin, end = marked.find("["), marked.find("]")
    plain = marked.replace("[", "").replace("]", "")
    if text.count(plain) != 1:
        raise ValueError(f"{plain!r} stands {text.count(plain)} times in the text")
    at = text.index(plain)
    return Span(at + begin, at + end - 1) if begin >= 0 else Span(at, at + len(plain))


def _gold(table: dict[str, Any], text: str, path: Path) -> Gold:
    known = table.get("known_wrong", [])
    return Gold(
        text=text,
        published=_date(table.get("read", {}).get("published")),
        article={field: _strings(value) for field, value in table["article"].items()},
        entities=tuple(
            _entity(row, text) for key in ("actor", "place", "series", "work") for row in table.get(key, ())
        ),
        tenures=tuple(_tenure(row) for row in table.get("tenure", ())),
        occurrences=_occurrences(table.get("occurrence", ()), text),
        claims=tuple(_claim(row, text) for row in table.get("claim", ())),
        open=frozenset(table.get("open", ())),
        known_wrong={row["fact"]: row["cause"] for row in known} if known else None,
        floors=table.get("floors"),
    )


def _entity(row: dict[str, Any], text: str) -> GoldEntity:
    names = frozenset(fold(name) for name in (row["name"], *row.get("also", ())))
    kinds = tuple(Kind(kind) for kind in _strings(row["kind"]))
    spans = tuple(locate(marked, text) for marked in row.get("at", ()))
    return GoldEntity(row["name"], names, kinds, spans, row.get("optional", False))


def _tenure(row: dict[str, Any]) -> GoldTenure:
    return GoldTenure(row["person"], _strings(row["role"]), _strings(row.get("body", "")), row.get("optional", False))


def _occurrences(rows: Iterable[dict[str, Any]], text: str) -> tuple[GoldOccurrence, ...]:
    found = tuple(_occurrence(row, text) for row in rows)
    ids = [occurrence.id for occurrence in found]
    if len(set(ids)) != len(ids):
        raise ValueError("two occurrences have one id")
    return found


def _occurrence(row: dict[str, Any], text: str) -> GoldOccurrence:
    unknown = set(row) - {"id", "class", "trigger", "status", "name", "time", "optional", *ROLES}
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    return GoldOccurrence(
        id=row["id"],
        classes=_strings(row["class"]),
        triggers=tuple(locate(marked, text) for marked in row["trigger"]),
        statuses=_strings(row["status"]),
        roles={role: _expected(row[role]) for role in ROLES if role in row},
        times=_expected(row.get("time", ())),
        name=next(iter(_expected(row.get("name", ()))), None),
        optional=row.get("optional", False),
    )


def _claim(row: dict[str, Any], text: str) -> GoldClaim:
    parts = _strings(row["text"])
    for part in parts:
        locate(part, text)
    flags = (row.get("narrator", False), row.get("verbatim", False), row.get("optional", False))
    return GoldClaim(_expected(row["claimant"]), parts, *flags)


def _expected(value: str | Iterable[str]) -> tuple[Expected, ...]:
    return tuple(Expected(each.removeprefix("?"), each.startswith("?")) for each in _strings(value))


def _strings(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
