"""Files, folders and bytes to articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dateline.errors import ReadError
from dateline.model import Article
from dateline.read.text import read_text

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """Expand folders to their *.txt files, sorted, at any depth; each path is given once.

    A folder without such files stands for itself, so that reading it says what is wrong.
    """
    seen: set[Path] = set()
    for path in paths:
        found = sorted(p for p in path.rglob("*.txt") if p.is_file()) if path.is_dir() else []
        for each in found or [path]:
            if each not in seen:
                seen.add(each)
                yield each


def read_path(
    path: Path,
    *,
    source: str | None = None,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    identifier: str | None = None,
) -> Article:
    """Read a file; `source`, for messages, is its path unless given.

    Raises:
        ReadError: the file cannot be opened, or is not a report in English in UTF-8.
    """
    source = source if source is not None else path.as_posix()
    return read_bytes(
        _bytes(path, source),
        source=source,
        published=published,
        url=url,
        publisher=publisher,
        identifier=identifier,
    )


def read_bytes(
    data: bytes,
    *,
    source: str = "-",
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    identifier: str | None = None,
) -> Article:
    """Read UTF-8, with or without a byte order mark; offsets are into the text without the mark.

    Raises:
        ReadError: the bytes are not UTF-8, or not a report in English.
    """
    return read_text(
        decode(data, source),
        source=source,
        published=published,
        url=url,
        publisher=publisher,
        identifier=identifier,
    )


def decode(data: bytes, source: str) -> str:
    """Decode UTF-8 strictly, without its byte order mark.

    Raises:
        ReadError: the bytes are UTF-16, binary, or not UTF-8 at the byte that the message names.
    """
    if data.startswith(_UTF16):
        raise ReadError("is UTF-16, not UTF-8", source, f"convert it: iconv -f UTF-16 -t UTF-8 {source}")
    if b"\0" in data:
        raise ReadError("is binary, not text", source, "give plain text in UTF-8")
    body = data.removeprefix(_BOM)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(body)
        what = f"is not UTF-8 at byte {at} (0x{data[at]:02x})"
        raise ReadError(what, source, f"convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8 {source}") from error


def _bytes(path: Path, source: str) -> bytes:
    if path.is_dir():
        raise ReadError("is a folder without .txt files", source, "give a file, or a folder with reports in *.txt")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("does not exist", source, "check the path") from error
    except OSError as error:
        raise ReadError(f"cannot be opened ({error.strerror})", source, "check the path and its permissions") from error
