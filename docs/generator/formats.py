"""The files of the ontology in the formats beside Turtle."""

from __future__ import annotations

import pyoxigraph as ox
from source import FILES, ROOT

from dateline.vocabulary import PREFIXES

FORMATS = {".jsonld": ox.RdfFormat.JSON_LD, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}
NAMESPACES = PREFIXES | {"owl": "http://www.w3.org/2002/07/owl#", "vann": "http://purl.org/vocab/vann/"}


def documents() -> dict[str, str]:
    """Return the documents by the names of their files."""
    return {name + suffix: _written(name, format) for name in FILES for suffix, format in FORMATS.items()}


def _written(name: str, format: ox.RdfFormat) -> str:
    dataset = ox.Dataset(ox.parse(path=ROOT / "ontology" / f"{name}.ttl"))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    triples = sorted((quad.triple for quad in dataset), key=str)
    words = " ".join(map(str, triples))
    prefixes = None if format == ox.RdfFormat.N_TRIPLES else {k: v for k, v in NAMESPACES.items() if v in words}
    return (ox.serialize(triples, format=format, prefixes=prefixes) or b"").decode().rstrip("\n") + "\n"
