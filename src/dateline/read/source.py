"""Files, folders and bytes to articles."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from dateline.errors import ReadError
from dateline.model import Article
from dateline.read import html, ninjs, records
from dateline.read.metadata import Metadata
from dateline.read.text import read_text

TEXT, LINES, NINJS = ".txt", ".jsonl", ".json"
HTML = (".html", ".htm")
SUFFIXES = (TEXT, *HTML, LINES, NINJS)
"""What the names of files end with that are read of a folder; a file of any other name is plain text."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_CHARSET = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 1024
"""Bytes of a page within which it must say its encoding (HTML, 4.2.5.4)."""


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """Expand folders to their files with one of SUFFIXES, sorted, at any depth; each path is given once.

    A folder without such files stands for itself, so that reading it says what is wrong.
    """
    seen: set[Path] = set()
    for path in paths:
        found = sorted(p for p in path.rglob("*") if is_report(p)) if path.is_dir() else []
        for each in found or [path]:
            if each not in seen:
                seen.add(each)
                yield each


def is_report(path: Path) -> bool:
    """Tell whether a file of a folder is one to be read."""
    return path.suffix.lower() in SUFFIXES and path.is_file()


def read_path(
    path: Path,
    *,
    source: str | None = None,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    identifier: str | None = None,
) -> Article:
    """Read a file in the format that its suffix says; `source`, for messages, is its path unless given.

    Raises:
        ReadError: the file cannot be opened, or is not one report in English in UTF-8.
    """
    source = source if source is not None else path.as_posix()
    suffix = path.suffix.lower()
    return read_bytes(
        _only_line(path, source) if suffix == LINES and path.is_file() else _bytes(path, source),
        source=source,
        suffix=suffix,
        published=published,
        url=url,
        publisher=publisher,
        identifier=identifier,
    )


def read_bytes(
    data: bytes,
    *,
    source: str = "-",
    suffix: str = TEXT,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    identifier: str | None = None,
) -> Article:
    """Read UTF-8 in the format of a suffix, with or without a byte order mark.

    Offsets are into the text without the mark, and of formats other than plain text into the article's own.

    Raises:
        ReadError: the bytes are not UTF-8, or not a report in English.
    """
    caller = Metadata(published=published, url=url, publisher=publisher, identifier=identifier)
    if suffix in HTML:
        return html.read_html(_decode_page(data, source), source=source, caller=caller)
    text = decode(data, source)
    if suffix == LINES:
        return records.read_record(text, source=source, caller=caller)
    if suffix == NINJS:
        return ninjs.read_ninjs(text, source=source, caller=caller)
    return read_text(text, source=source, published=published, url=url, publisher=publisher, identifier=identifier)


def lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the reports of a file in JSON Lines with their places, `file:line`; each is for `read_bytes`.

    Raises:
        ReadError: the file cannot be opened.
    """
    return _lines(path, path.as_posix())


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


def _decode_page(data: bytes, source: str) -> str:
    """Decode a page by the encoding that it names, else as UTF-8."""
    named = None if data.startswith((_BOM, *_UTF16)) else _CHARSET.search(data, 0, _HEAD)
    if named is None or named[1].lower() in (b"utf-8", b"utf8"):
        return decode(data, source)
    try:
        return data.decode(codecs.lookup(named[1].decode()).name)
    except (LookupError, UnicodeDecodeError) as error:
        what = f"is not in the encoding that it names, {named[1].decode()}"
        raise ReadError(what, source, "convert it to UTF-8, and let it say so") from error


def _bytes(path: Path, source: str) -> bytes:
    if path.is_dir():
        patterns = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        raise ReadError("is a folder without reports", source, f"give a file, or a folder with {patterns}")
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(error, source) from error


def _only_line(path: Path, source: str) -> bytes:
    found = [data for _, data in islice(_lines(path, source), 2)]
    if len(found) != 1:
        what = "has several reports" if found else "is empty"
        raise ReadError(what, source, "give a file with one, or read it line by line")
    return found[0]


def _lines(path: Path, source: str) -> Iterator[tuple[str, bytes]]:
    try:
        yield from records.lines(path)
    except OSError as error:
        raise _unreadable(error, source) from error


def _unreadable(error: OSError, source: str) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError("does not exist", source, "check the path")
    return ReadError(f"cannot be opened ({error.strerror})", source, "check the path and its permissions")
