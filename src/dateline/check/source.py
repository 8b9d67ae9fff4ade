"""What is checked: files, those of folders, and standard input."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import ReadError
from dateline.validate.data import decode, read

STANDARD_INPUT = "-"
_BASE = re.compile(r'(?:@base|\bBASE)\s*<([^>\s]+)>|"@base"\s*:\s*"([^"]+)"', re.IGNORECASE)
_HEAD = 20_000
"""How far from its beginning a file may declare its base, in code points."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or what came on standard input as Turtle."""

    name: str
    data: bytes | None = None

    @property
    def suffix(self) -> str:
        """The suffix that says the format."""
        return Path(self.name).suffix if self.data is None else ".ttl"

    def content(self) -> bytes:
        """Return what it holds (ReadError)."""
        return read(Path(self.name)) if self.data is None else self.data

    def text(self) -> str:
        """Return what it holds, decoded (ReadError)."""
        return decode(self.content(), self.name).removeprefix("\ufeff")


def expand(names: Iterable[str], data: bytes | None) -> list[Source]:
    """Turn arguments into sources: folders into their RDF files, hidden ones left out, `-` into `data`.

    Raises:
        ReadError: a folder has no RDF files.
    """
    from dateline.store import RDF_SUFFIXES

    found: list[Source] = []
    for name in names:
        if name == STANDARD_INPUT:
            found.append(Source("standard input", data or b""))
            continue
        path = Path(name)
        files = sorted(
            each
            for each in path.rglob("*")
            if each.suffix.lower() in RDF_SUFFIXES and _is_shown(each, path) and not each.is_dir()
        )
        if path.is_dir() and not files:
            raise ReadError("has no RDF files", name, f"give files ending in {', '.join(RDF_SUFFIXES)}")
        found.extend(Source(each.as_posix()) for each in (files if path.is_dir() else [path]))
    return list(dict.fromkeys(found))


def _is_shown(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def declared_base(text: str) -> str | None:
    """Return the base that a file declares.

    >>> declared_base("@base <https://data.example/> .")
    'https://data.example/'
    """
    match = _BASE.search(text, 0, _HEAD)
    return None if match is None else match[1] or match[2]
