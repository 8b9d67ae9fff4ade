"""A result as both engines report it."""

from __future__ import annotations

from typing import NamedTuple


class Result(NamedTuple):
    """A validation result; terms as in N-Triples, blank nodes called as in the text that was validated."""

    focus: str
    path: str
    """"" for none, "…" for a path of several steps, which the shape has."""
    value: str
    component: str
    """IRI of the constraint component."""
    severity: str
    """IRI of the severity."""
    shape: str
    messages: tuple[str, ...]


LONGER = "…"
"""A path that is not a single property."""
