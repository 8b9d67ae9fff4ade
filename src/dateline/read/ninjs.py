"""News in JSON (ninjs) to an article: the IPTC's standard, versions 1 to 3."""

from __future__ import annotations

from typing import Any

from dateline.errors import ReadError
from dateline.model import Article
from dateline.read.assemble import assemble
from dateline.read.markup import text_of
from dateline.read.metadata import Metadata, check_language, day, line
from dateline.read.records import names, parse_object, stated, word

_MARKUP = ("text/html", "application/xhtml+xml")
_WITHDRAWN = ("withheld", "canceled", "cancelled")


def read_ninjs(data: str, *, source: str, caller: Metadata) -> Article:
    """Read an item of text; its `uri` is the publisher's id, whether or not it is an address too.

    Raises:
        ReadError: it is no ninjs, has no text, is withheld or canceled, or is not in English.
    """
    item = parse_object(data, source)
    if line(item.get("uri")) is None:
        raise ReadError("is no ninjs: it has no uri", source, "give ninjs in *.json, records of your own in *.jsonl")
    if item.get("pubstatus") in _WITHDRAWN:
        raise ReadError(f"is {item['pubstatus']} by its publisher", source, "leave it out")
    check_language(item.get("language"), source)
    return assemble(_body(item, source), source, ("caller", caller), ("ninjs", _metadata(item, source)))


def _body(item: dict[str, Any], source: str) -> str:
    """Return the body; markup first, because it knows the paragraphs that plain text may have lost."""
    for markup in (item.get("body_xhtml"), item.get("body_html"), *_parts(item, "bodies", markup=True)):
        if isinstance(markup, str) and (text := text_of(markup)):
            return text
    for text in (item.get("body_text"), *_parts(item, "bodies", markup=False)):
        if isinstance(text, str) and text.strip():
            return text
    raise ReadError("has no text", source, "give ninjs with a body; pictures and other items are not read")


def _parts(item: dict[str, Any], name: str, *, markup: bool) -> list[Any]:
    """Return the values of a list of ninjs 2, those with markup or those without."""
    parts = [part for part in item.get(name) or () if isinstance(part, dict)]
    return [part.get("value") for part in parts if (part.get("contenttype") in _MARKUP) == markup]


def _metadata(item: dict[str, Any], source: str) -> Metadata:
    return Metadata(
        headline=line(item.get("headline")) or next(map(line, _parts(item, "headlines", markup=False)), None),
        dateline=line(item.get("located")),
        published=stated(day, item.get("versioncreated"), "a versioncreated", "2024-05-03T10:00:00Z", source),
        publisher=line(item.get("copyrightholder")),
        identifier=line(item.get("uri")),
        author=names(item.get("byline") or item.get("by")),
        version=word(item.get("version")),
        revision_of=line(item.get("evolvedfrom")),
    )
