"""Quads to text: Turtle, JSON-LD and N-Quads, the same bytes for the same statements in any order.

Nothing else in the package writes RDF. Turtle and JSON-LD merge the graphs, N-Quads keeps them apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.errors import OutputError
from dateline.serialize import jsonld, lines, turtle
from dateline.vocabulary import Quad

SUFFIXES = {"turtle": ".ttl", "jsonld": ".jsonld", "nquads": ".nq"}
"""The formats, and what their files' names end with."""


def write(quads: Iterable[Quad], format: str, *, base: str) -> str:
    """Write quads in a format; Turtle and JSON-LD write IRIs under `base` relative to it.

    Raises:
        OutputError: the format is unknown, or a term is one that no RDF syntax can hold.
    """
    match format:
        case "turtle":
            return turtle.write(quads, base)
        case "jsonld":
            return jsonld.write(quads, base)
        case "nquads":
            return lines.write(quads)
    raise OutputError("is not a format", format, f"choose {', '.join(SUFFIXES)}")
