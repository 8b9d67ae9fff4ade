"""News reports about politics and diplomacy to linked data, every fact with the passage that states it.

>>> import dateline
>>> article = dateline.read("LIMA, 3 May 2023 – The foreign ministers of Peru and Chile met in Lima on Tuesday.")
>>> article.published
datetime.date(2023, 5, 3)
>>> graph = dateline.convert(article)
>>> len(graph) > 0
True
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

# Before `read` is defined: importing the package of that name later would put it in the function's place.
import dateline.read  # noqa: F401

if TYPE_CHECKING:
    from datetime import date

    from rdflib import Graph

    from dateline.model import Article

__version__ = "0.1.0"
__all__ = ["__version__", "convert", "read"]


def read(
    report: str | Path,
    *,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Article:
    """Read a report: a Path is a file, a string is the text itself.

    Raises:
        ReadError: it is missing, empty, binary, badly encoded or not English.
    """
    from dateline.read import read_path, read_text

    if isinstance(report, Path):
        return read_path(report, published=published, url=url, publisher=publisher)
    return read_text(report, published=published, url=url, publisher=publisher)


def convert(article: Article) -> Graph:
    """Return all that the report says as an rdflib graph, not validated.

    Raises:
        ModelError: the language model is not installed.
    """
    from dateline.pipeline import convert_to_graph

    return convert_to_graph(article)
