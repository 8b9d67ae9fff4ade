"""Quads to text, in six formats: the same bytes for the same statements in any order.

Nothing else in the package writes RDF. N-Quads and TriG keep the graphs apart, the others merge them.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.errors import OutputError
from dateline.serialize import jsonld, lines, names, rdfxml, trig, turtle
from dateline.vocabulary import Quad

SUFFIXES = {
    "turtle": ".ttl",
    "jsonld": ".jsonld",
    "nquads": ".nq",
    "trig": ".trig",
    "ntriples": ".nt",
    "rdfxml": ".rdf",
}
"""The formats, and what their files' names end with."""


def write(quads: Iterable[Quad], format: str, *, base: str) -> str:
    """Write quads in a format; Turtle, TriG and JSON-LD write IRIs under `base` relative to it.

    Raises:
        OutputError: the format is unknown, or a term is one that its syntax, or no RDF syntax, can hold.
    """
    match format:
        case "turtle":
            return turtle.write(quads, names.ours(base))
        case "jsonld":
            merged = ((*quad[:3], None) for quad in quads)
            return jsonld.write(merged, names.ours(base), jsonld.ours(base))
        case "nquads":
            return lines.write(quads)
        case "trig":
            return trig.write(quads, names.ours(base))
        case "ntriples":
            return lines.write_triples(quads)
        case "rdfxml":
            return rdfxml.write(quads, base)
    raise OutputError("is not a format", format, f"choose {', '.join(SUFFIXES)}")
