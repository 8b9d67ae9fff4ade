"""Data as text that both engines read: Turtle, every literal as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ReadError
from dateline.validate.written import BASE
from dateline.vocabulary import schema

if TYPE_CHECKING:
    from rdflib import Graph

TURTLE = (".ttl", ".nt")
"""Suffixes of what the engines read as it is; `store.FORMATS` has all that is read."""

_HTTPS = re.compile(r"(?<=<)https://schema\.org/")
"""The other form of schema.org's namespace, at the beginning of an IRI: data are read in the http form."""


def texts(data: str | bytes | Path | Iterable[Path] | Graph) -> Iterator[tuple[str, str]]:
    """Yield the source of each graph and the graph as Turtle."""
    if isinstance(data, str):
        yield "data", normalized(data)
    elif isinstance(data, bytes):
        yield "data", turtle(data, ".ttl", "data")
    elif isinstance(data, Path):
        yield str(data), turtle(read(data), data.suffix, str(data))
    elif hasattr(data, "serialize"):
        yield "graph", normalized(data.serialize(format="nt", encoding="utf-8").decode())
    else:
        for path in data:
            yield str(path), turtle(read(path), path.suffix, str(path))


def read(path: Path) -> bytes:
    """Read a file.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", str(path), "check the path") from error


def turtle(content: bytes, suffix: str, source: str) -> str:
    """Return data in any format as Turtle; named graphs become one.

    Raises:
        ReadError: it is not UTF-8, the suffix is not known, or line and column of what is malformed.
    """
    if suffix.lower() in TURTLE:
        return normalized(decode(content, source))
    from dateline.store import triples

    lines = {f"{' '.join(triple)} .\n" for triple in triples(content, suffix, source=source, base=BASE)}
    return normalized("".join(sorted(lines)))


def normalized(turtle: str) -> str:
    """Return Turtle with schema.org's namespace in the http form."""
    return _HTTPS.sub(str(schema), turtle)


def decode(content: bytes, source: str) -> str:
    """Decode UTF-8.

    Raises:
        ReadError: with line and column, where it is not.
    """
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        what = f"is not UTF-8 at byte {error.start}"
        raise ReadError(what, f"{source}:{line}:{column}", "save it as UTF-8") from error


def check_syntax(content: bytes, suffix: str, source: str) -> None:
    """Raise ReadError with line and column of what is malformed."""
    from dateline.store import triples

    for _ in triples(content, suffix, source=source, base=BASE):
        pass
