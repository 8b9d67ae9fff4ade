"""What a page says of itself: scripts of JSON-LD, items of microdata (HTML, section 5), meta tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dateline.read.markup import Tolerant

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements that are never closed."""
_VALUES = {
    "a": "href",
    "area": "href",
    "audio": "src",
    "data": "value",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "meta": "content",
    "meter": "value",
    "object": "data",
    "source": "src",
    "time": "datetime",
    "track": "src",
    "video": "src",
}
"""Elements whose attribute is the value of an `itemprop`; of all others their words are."""

Item = dict[str, list[Any]]
"""A node: its properties with their values, strings or items, and its classes under "@type"."""


@dataclass(slots=True)
class Page:
    """The embedded statements of a page, in their order."""

    scripts: list[str] = field(default_factory=list)
    """The contents of scripts of type application/ld+json."""
    items: list[Item] = field(default_factory=list)
    """The items of microdata that are no property's value."""
    meta: dict[str, list[str]] = field(default_factory=dict)
    """The contents of meta tags by their name or property, in lower case."""
    canonical: str | None = None
    """The page's address, as its link of that name says."""


def read_page(html: str) -> Page:
    """Read the embedded statements of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


@dataclass(slots=True)
class _Element:
    """An open element: the item that it began, or the property whose words are being read."""

    tag: str
    item: Item | None = None
    owner: Item | None = None
    names: tuple[str, ...] = ()
    words: list[str] = field(default_factory=list)


class _Reader(Tolerant):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._open: list[_Element] = []
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._note(tag, attributes)
        element = self._element(tag, attributes)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.page.scripts.append("".join(self._script))
            self._script = None
        if any(element.tag == tag for element in self._open):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        for element in self._open:
            if element.names:
                element.words.append(data)

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "script" and attributes.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            self._script = []
        elif tag == "meta" and "content" in attributes:
            name = attributes.get("property") or attributes.get("name")
            if name:
                self.page.meta.setdefault(name.lower(), []).append(attributes["content"])
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.page.canonical = attributes.get("href")

    def _element(self, tag: str, attributes: dict[str, str]) -> _Element:
        owner = next((element.item for element in reversed(self._open) if element.item is not None), None)
        names = tuple(attributes.get("itemprop", "").split())
        if "itemscope" in attributes:
            item: Item = {"@type": list(attributes.get("itemtype", "").split())}
            if names and owner is not None:
                _add(owner, names, item)
            else:
                self.page.items.append(item)
            return _Element(tag, item=item)
        if owner is None or not names:
            return _Element(tag)
        value = attributes.get("content", attributes.get(_VALUES.get(tag, "content")))
        if value is not None:
            _add(owner, names, value)
            return _Element(tag)
        return _Element(tag, owner=owner, names=names)

    def _close(self) -> str:
        element = self._open.pop()
        if element.owner is not None:
            _add(element.owner, element.names, "".join(element.words))
        return element.tag


def _add(item: Item, names: tuple[str, ...], value: object) -> None:
    for name in names:
        item.setdefault(name, []).append(value)
