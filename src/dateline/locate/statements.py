"""The statements of a file by its format."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.locate import jsonld, ntriples
from dateline.locate.statement import Statement, Unplaced
from dateline.locate.turtle import Reader

SUFFIXES = (".ttl", ".trig", ".nt", ".nq", ".jsonld", ".json")
"""The formats that places are known in."""


def statements(text: str, suffix: str, base: str) -> Iterator[Statement]:
    """Yield the statements of a text in the format of a suffix, in their order.

    Raises:
        Unplaced: on the way, where the text is not what the lexer knows.
    """
    suffix = suffix.lower()
    if suffix in (".nt", ".nq"):
        yield from ntriples.read(text)
    elif suffix in (".ttl", ".trig"):
        yield from Reader(text, base)
    elif suffix in (".jsonld", ".json"):
        yield from jsonld.read(text, base)
    else:
        raise Unplaced(f"{suffix} has no places")
