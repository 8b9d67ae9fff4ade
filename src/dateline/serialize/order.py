"""The order in which statements are read: the article first, offsets by their value, not by their digits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.vocabulary import IRI, Quad, Term

KINDS = (
    "article",
    "text",
    "actor",
    "place",
    "series",
    "work",
    "tenure",
    "occurrence",
    "claim",
    "passage",
    "graph",
    "build",
)
"""First segments of data IRIs in reading order; a passage is a text with a fragment. Others follow."""

Description = Mapping[IRI, set[Term]]
Key = tuple[tuple[str | tuple[int, str], ...], str]

_DIGITS = re.compile(r"([0-9]+)")


def natural(text: str) -> Key:
    """Return a sort key in which numbers count by value.

    >>> sorted(["x/1030-visit", "x/96-visit"], key=natural)
    ['x/96-visit', 'x/1030-visit']
    """
    parts = _DIGITS.split(text)
    # A number without leading zeros compares by length, then by digits: no limit on its size.
    pairs = tuple(_number(part) if index % 2 else part for index, part in enumerate(parts))
    return pairs, text


def describe(quads: Iterable[Quad]) -> dict[IRI, Description]:
    """Return the statements by subject and predicate, graphs merged, each once."""
    nodes: dict[IRI, dict[IRI, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value, _ in quads:
        nodes[subject][predicate].add(value)
    return dict(nodes)


def subjects(nodes: Iterable[IRI], base: str) -> list[IRI]:
    """Return subjects in reading order."""
    return sorted(nodes, key=lambda iri: (_rank(iri, base), natural(iri)))


def _rank(iri: IRI, base: str) -> int:
    if not iri.startswith(base):
        return len(KINDS)
    path = iri[len(base) :]
    kind = "passage" if path.startswith("text/") and "#" in path else path.split("/", 1)[0]
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _number(digits: str) -> tuple[int, str]:
    value = digits.lstrip("0")
    return len(value), value
