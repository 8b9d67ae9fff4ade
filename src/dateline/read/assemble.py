"""A body and its metadata to one text, so that every offset is into the text whose hash is recorded.

The text is the headline, the dateline and the body, those that there are, parted by blank lines; a headline
or dateline that the body begins with is not repeated.
"""

from __future__ import annotations

import re
from dataclasses import astuple, replace

from dateline.errors import ReadError
from dateline.model import Article, Block, BlockKind, Span
from dateline.read.metadata import Metadata, merge
from dateline.read.text import PREAMBLE, read_text

GAP = "\n\n"
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def assemble(body: str, source: str, *stated: tuple[str, Metadata]) -> Article:
    """Read a body as plain text and put its metadata with it; the first origin that states a field wins.

    Raises:
        ReadError: the body is empty, binary or not English.
    """
    metadata, origins = merge(*stated)
    _check(source, body, *(value for value in astuple(metadata) if isinstance(value, str)), *metadata.author)
    article = read_text(
        body,
        source=source,
        published=metadata.published,
        url=metadata.url,
        publisher=metadata.publisher,
        identifier=metadata.identifier,
    )
    article = _with_dateline(article, metadata.dateline)
    article = _with_headline(article, metadata.headline)
    return replace(
        article,
        author=metadata.author or article.author,
        version=metadata.version,
        revision_of=metadata.revision_of,
        origins=tuple(each for each in origins if each[0] != "dateline" or _holds(article, metadata.dateline)),
    )


def _check(source: str, *texts: str) -> None:
    """Refuse halves of surrogate pairs, which an escape in JSON can smuggle in and no encoding can write."""
    if any(_SURROGATE.search(text) for text in texts):
        raise ReadError("has half of a surrogate pair", source, "write the character whole, or in both its halves")


def _holds(article: Article, dateline: str | None) -> bool:
    return article.dateline is not None and article.quote(article.dateline) == dateline


def _with_dateline(article: Article, dateline: str | None) -> Article:
    """Put the dateline in front of the text, unless the text has one of its own."""
    if dateline is None or article.dateline is not None:
        return article
    span = Span(0, len(dateline))
    place = Span(0, len(dateline.partition(",")[0].rstrip()))
    moved = _prepend(dateline, article)
    return replace(moved, header=moved.header or span, dateline=span, places=(place,))


def _with_headline(article: Article, headline: str | None) -> Article:
    """Mark the headline where the text begins with it, or put it in front; what was taken for one is a heading."""
    if headline is None:
        return article
    found = next((block.span for block in _opening(article) if _is(article, block, headline)), None)
    if found is not None:
        return _marked(article, found)
    moved, span = _prepend(headline, article), Span(0, len(headline))
    return _marked(replace(moved, blocks=(Block(BlockKind.HEADLINE, span), *moved.blocks)), span)


def _opening(article: Article) -> tuple[Block, ...]:
    """Return the blocks among which a body's own headline stands; one alone is the report."""
    return article.blocks[:PREAMBLE] if len(article.blocks) > 1 else ()


def _is(article: Article, block: Block, headline: str) -> bool:
    return " ".join(article.quote(block.span).split()).casefold() == headline.casefold()


def _marked(article: Article, headline: Span) -> Article:
    blocks = (replace(block, kind=_kind(block, headline)) for block in article.blocks)
    return replace(article, headline=headline, blocks=tuple(blocks))


def _kind(block: Block, headline: Span) -> BlockKind:
    if block.span == headline:
        return BlockKind.HEADLINE
    return BlockKind.HEADING if block.kind is BlockKind.HEADLINE else block.kind


def _prepend(front: str, article: Article) -> Article:
    by = len(front) + len(GAP)
    return replace(
        article,
        text=f"{front}{GAP}{article.text}",
        blocks=tuple(replace(block, span=_moved(block.span, by)) for block in article.blocks),
        header=_moved_if(article.header, by),
        dateline=_moved_if(article.dateline, by),
        places=tuple(_moved(place, by) for place in article.places),
        agency=_moved_if(article.agency, by),
        headline=_moved_if(article.headline, by),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.begin + by, span.end + by)


def _moved_if(span: Span | None, by: int) -> Span | None:
    return None if span is None else _moved(span, by)
