"""A page to an article: the metadata that it embeds, schema.org's first; the body by trafilatura."""

from __future__ import annotations

import html as entities
import json
from collections.abc import Iterator
from typing import Any, TypeVar

from dateline.errors import ReadError
from dateline.model import Article
from dateline.read.assemble import assemble
from dateline.read.markup import text_of
from dateline.read.metadata import Metadata, address, day, line
from dateline.read.page import Page, read_page

_T = TypeVar("_T")
_ARTICLES = ("NewsArticle", "Article", "Report", "BlogPosting")
"""What the classes of a report's own node end with, best first."""


def read_html(html: str, *, source: str, caller: Metadata) -> Article:
    """Read a page; a field is taken from the caller, else from JSON-LD, microdata or meta tags, in this order.

    Raises:
        ReadError: trafilatura is not installed, or the page has no report, or none in English.
    """
    page = read_page(html)
    stated = (
        ("caller", caller),
        ("JSON-LD", _of_nodes(list(_scripts(page)))),
        ("microdata", _of_nodes(page.items)),
        ("meta tags", _of_tags(page)),
    )
    return assemble(_body(html, source), source, *stated)


def _body(html: str, source: str) -> str:
    try:
        from trafilatura import extract
    except ImportError as error:
        advice = "install the extra `html` (pip install 'dateline[html]'), or give the report as plain text"
        raise ReadError("is HTML, which cannot be read without trafilatura", source, advice) from error
    body = extract(html, output_format="html", include_comments=False, include_tables=False, with_metadata=False)
    if not isinstance(body, str):
        raise ReadError("has no report that can be told from the rest of the page", source, "give it as plain text")
    return text_of(body)


# --- schema.org: a node is a mapping from names to a value or a list of values -----------------


def _scripts(page: Page) -> Iterator[dict[str, Any]]:
    """Yield the nodes of all scripts, as far as they are JSON: what is malformed says nothing."""
    for script in page.scripts:
        try:
            yield from _nodes(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes that stand for themselves: alone, in a list, or in a @graph."""
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))


def _of_nodes(nodes: list[dict[str, Any]]) -> Metadata:
    """Return what the page's article says; others on the page are what it leads to."""
    article = next((node for end in _ARTICLES for node in nodes if _is_article(node, end)), None)
    if article is None:
        return Metadata()
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return Metadata(
        headline=_first(_strings(article, "headline")),
        dateline=_first(_strings(article, "dateline")),
        published=_first(day(value) for value in _values(article, "datePublished")),
        url=_first(address(value) for value in _addresses(article)),
        publisher=_first(_names(article, "publisher", known)),
        identifier=_first(_identifiers(article)),
        author=tuple(dict.fromkeys(_names(article, "author", known))),
    )


def _is_article(node: dict[str, Any], end: str) -> bool:
    return any(str(each).rpartition("/")[2].endswith(end) for each in _values(node, "@type"))


def _values(node: dict[str, Any], name: str) -> list[Any]:
    value = node.get(name)
    return value if isinstance(value, list) else [value]


def _strings(node: dict[str, Any], name: str) -> Iterator[str | None]:
    """Yield the strings of a property; publishers often escape them as if they stood in the page."""
    for value in _values(node, name):
        yield line(entities.unescape(value)) if isinstance(value, str) else None


def _addresses(node: dict[str, Any]) -> Iterator[Any]:
    for name in ("url", "mainEntityOfPage"):
        for value in _values(node, name):
            yield value.get("@id") if isinstance(value, dict) else value


def _names(node: dict[str, Any], name: str, known: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the names of persons or bodies: written out, described in place, or described elsewhere on the page."""
    for value in _values(node, name):
        described = value if isinstance(value, dict) else {"name": value}
        for text in _strings(known.get(str(described.get("@id")), {}) | described, "name"):
            if text is not None and address(text) is None:
                yield text


def _identifiers(node: dict[str, Any]) -> Iterator[str | None]:
    for value in _values(node, "identifier"):
        yield line(value.get("value") if isinstance(value, dict) else value)


# --- meta tags ----------------------------------------------------------------------------------


def _of_tags(page: Page) -> Metadata:
    def said(name: str) -> Iterator[str | None]:
        return (line(value) for value in page.meta.get(name, ()))

    return Metadata(
        headline=_first(said("og:title")),
        published=_first(day(value) for value in said("article:published_time")),
        url=address(page.canonical) or _first(address(value) for value in said("og:url")),
        publisher=_first(said("og:site_name")),
        author=tuple(name for name in said("author") if name is not None and address(name) is None),
    )


def _first(values: Iterator[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)
