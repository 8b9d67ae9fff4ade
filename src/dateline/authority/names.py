"""Names as they are compared: folded, cut into pieces, indexed, found in running words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_](?:\.|\b)")
_SILENT = frozenset("-'.")
_APOSTROPHES = "\u2018\u2019\u02bb\u02bc\u2032\u00b4`"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212"
_VARIANTS = str.maketrans(_APOSTROPHES + _HYPHENS, "'" * len(_APOSTROPHES) + "-" * len(_HYPHENS))
_UNMARKED = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "ə": "a", "æ": "ae"})
ACRONYM_LETTERS = 6
"""Up to so many characters a word in capitals may be an acronym, and its case then counts."""


def plain(text: str) -> str:
    """Return the text with one form of apostrophe and hyphen and without diacritics.

    >>> plain("Côte d’Ivoire")
    "Cote d'Ivoire"
    """
    if text.isascii():
        return text.replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", text.translate(_VARIANTS))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_UNMARKED)


def pieces(text: str) -> tuple[str, ...]:
    """Cut a name into the pieces that count: hyphens, apostrophes and full stops do not, "&" is "and".

    >>> pieces("Trinidad & Tobago"), pieces("Guinea-Bissau"), pieces("U.S. Congress")
    (('Trinidad', 'and', 'Tobago'), ('Guinea', 'Bissau'), ('US', 'Congress'))
    """
    joined = plain(text)
    if "." in joined:
        joined = _INITIALS.sub(lambda match: match[0].replace(".", ""), joined)
    return tuple("and" if piece == "&" else piece for piece in _PIECE.findall(joined) if piece not in _SILENT)


def is_acronym(piece: str) -> bool:
    """Tell whether a piece is written as a short acronym, so that "US" is not "us"."""
    return len(piece) <= ACRONYM_LETTERS and piece.isupper() and piece.isalnum()


def bare(parts: Sequence[str]) -> Sequence[str]:
    """Return the pieces without a leading "the"."""
    return parts[1:] if len(parts) > 1 and parts[0].casefold() == "the" else parts


class Index(Generic[T]):
    """Finds the values that names stand for, in constant time a name.

    A name that is one short word in capitals is kept apart: it is found only in capitals. A word in
    capitals that is no such acronym ("VIENNA") is looked up like any other.
    """

    __slots__ = ("_acronyms", "_names", "_reach")

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._acronyms: dict[str, tuple[T, ...]] = {}
        self._names: dict[str, tuple[T, ...]] = {}
        self._reach: dict[str, int] = {}
        for name, value in entries:
            self._add(bare(pieces(name)), value)

    def _add(self, parts: Sequence[str], value: T) -> None:
        if len(parts) == 1 and is_acronym(parts[0]):
            _append(self._acronyms, parts[0], value)
            return
        key = " ".join(parts).casefold()
        first, length = key.split(" ", 1)[0], key.count(" ") + 1
        self._reach[first] = max(self._reach.get(first, 1), length)
        _append(self._names, key, value)

    def __contains__(self, name: str) -> bool:
        return bool(self.get(name))

    def get(self, name: str) -> tuple[T, ...]:
        """Return the values of a name, in the order in which they were entered; none: empty."""
        return self._get(bare(pieces(name)))

    def _get(self, parts: Sequence[str]) -> tuple[T, ...]:
        found = self._acronyms.get(parts[0]) if len(parts) == 1 else None
        return found or self._names.get(" ".join(parts).casefold(), ())

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield (first word, word after the last, values) of the longest names, left to right, apart.

        The words are tokens of running text, however cut ("Guinea", "-", "Bissau"). Names are
        written with a capital: what is all in lower case is passed over.
        """
        parts, owners = _flatten(words)
        at = 0
        while at < len(parts):
            length, values = self._longest(parts, owners, at)
            if values:
                yield owners[at], owners[at + length - 1] + 1, values
            at += length

    def _longest(self, parts: Sequence[str], owners: Sequence[int], at: int) -> tuple[int, tuple[T, ...]]:
        first = parts[at].casefold()
        reach = self._reach.get(first, 1 if parts[at] in self._acronyms else 0)
        if reach == 0 or first == "the" or not _opens(owners, at):
            return 1, ()
        for length in range(min(reach, len(parts) - at), 0, -1):
            run = parts[at : at + length]
            if _opens(owners, at + length) and any(part != part.casefold() for part in run):
                values = self._get(run)
                if values:
                    return length, values
        return 1, ()


def _append(table: dict[str, tuple[T, ...]], key: str, value: T) -> None:
    known = table.get(key, ())
    if value not in known:
        table[key] = (*known, value)


def _flatten(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the pieces of all words and for each the index of its word; a full stop alone separates."""
    parts: list[str] = []
    owners: list[int] = []
    for index, word in enumerate(words):
        whole = word == "." or (word.isascii() and word.isalnum())
        cut = (word,) if whole else pieces(word)
        parts.extend(cut)
        owners.extend([index] * len(cut))
    return parts, owners


def _opens(owners: Sequence[int], at: int) -> bool:
    """Tell whether a word begins at this piece, or the text ends there."""
    return at in (0, len(owners)) or owners[at] != owners[at - 1]
