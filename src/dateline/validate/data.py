"""Data and shapes as text that both engines read: Turtle, every literal as it was written."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ReadError, ShapesError
from dateline.validate.finding import SHACL
from dateline.vocabulary import schema

if TYPE_CHECKING:
    from rdflib import Graph

BASE = "https://example.org/"
"""What relative IRIs of data without a base resolve against."""
TURTLE = (".ttl", ".nt")
"""Suffixes of what the engines read as it is; `store.FORMATS` has all that is read."""

_RDFLIB = {
    ".nq": "nquads",
    ".trig": "trig",
    ".rdf": "xml",
    ".xml": "xml",
    ".owl": "xml",
    ".jsonld": "json-ld",
    ".json": "json-ld",
}
_HTTPS = re.compile(r"(?<=[<\"])https://schema\.org/")
"""The other form of schema.org's namespace, at the beginning of an IRI: data and shapes are read in the http form."""


def texts(data: str | bytes | Path | Iterable[Path] | Graph) -> Iterator[tuple[str, str]]:
    """Yield the source of each graph and the graph as Turtle."""
    if isinstance(data, str):
        yield "data", data
    elif isinstance(data, bytes):
        yield "data", _decode(data, "data")
    elif isinstance(data, Path):
        yield str(data), _read(data)
    elif hasattr(data, "serialize"):
        yield "graph", data.serialize(format="nt", encoding="utf-8").decode()
    else:
        for path in data:
            yield str(path), _read(path)


def _read(path: Path) -> str:
    """Read a file of any format as Turtle."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", str(path), "check the path") from error
    if path.suffix.lower() not in TURTLE:
        return _merged(content, path)
    return _decode(content, str(path))


def _decode(content: bytes, source: str) -> str:
    try:
        return _HTTPS.sub(str(schema), content.decode())
    except UnicodeDecodeError as error:
        raise ReadError(f"is not UTF-8 at byte {error.start}", source, "save it as UTF-8") from error


def _merged(content: bytes, path: Path) -> str:
    """Read the named graphs of a file as one, in Turtle."""
    _check_syntax(content, path.suffix, str(path))
    from rdflib import Dataset

    with _literals_as_written(), warnings.catch_warnings():
        # rdflib's own parsers of data sets use what rdflib deprecates.
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset = Dataset(default_union=True)
        dataset.parse(data=content, format=_RDFLIB[path.suffix.lower()], publicID=BASE)
        lines = {f"{' '.join(term.n3() for term in quad[:3])} ." for quad in dataset.quads()}
    return _HTTPS.sub(str(schema), "\n".join(sorted(lines)))


def _check_syntax(content: bytes, suffix: str, source: str) -> None:
    """Raise ReadError with line and column of what is malformed, or for a context that lies elsewhere.

    The store's parser says it better than rdflib's, and refuses what rdflib would fetch; but a store rewrites
    literals, so that the data itself is not taken from there.
    """
    from dateline.store import Store

    Store().parse(content, suffix, source=source, base=BASE)


def parse(turtle: str, source: str) -> Graph:
    """Parse Turtle with rdflib."""
    from rdflib import Graph

    _check_syntax(turtle.encode(), ".ttl", source)
    with _literals_as_written():
        try:
            return Graph().parse(data=turtle, format="turtle", publicID=BASE)
        except SyntaxError as error:  # the store's parser knows RDF 1.2
            raise ReadError("is not RDF 1.1", source, "do without triple terms") from error


@contextmanager
def _literals_as_written() -> Iterator[None]:
    """Keep rdflib from rewriting "01" or "…Z" while it reads, so that findings show what the data says."""
    import rdflib

    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def read_shapes(path: Path) -> str:
    """Read a file of shapes.

    Raises:
        ShapesError: it is missing, not UTF-8, or holds no shape.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ShapesError(f"cannot be read ({error})", str(path), "give a Turtle file of SHACL shapes") from error
    if SHACL not in text:
        raise ShapesError("holds no SHACL shape", str(path), "give a Turtle file of SHACL shapes")
    return _HTTPS.sub(str(schema), text)
