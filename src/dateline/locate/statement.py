"""A statement with the offsets at which its three terms stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Statement(NamedTuple):
    """Terms as in N-Triples, and where each begins, in code points of the text.

    Blank nodes without a label are called by their offset, as in `_:o120`.
    """

    subject: str
    predicate: str
    object: str
    subject_at: int
    predicate_at: int
    object_at: int


class Unplaced(Exception):
    """Raised inside the package when a text is not what its lexer knows, as with terms of RDF 1.2."""


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of a text begins.

    >>> line_starts("a\\nbc\\n")
    [0, 2, 5]
    """
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def place(starts: list[int], offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, columns in code points.

    >>> place([0, 2, 5], 3)
    (2, 2)
    """
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
