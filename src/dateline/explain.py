"""Why a fact is in the data: its passage, marked in the sentence, the rule that read it, and its triples."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from dateline import iris, lexicon
from dateline.errors import ReadError
from dateline.model import Article, Span
from dateline.query import cells
from dateline.read import LINES, lines, read_bytes, read_path, sources
from dateline.store import Store, Table
from dateline.vocabulary import RULE

_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*")
_NODES = """
    SELECT ?node WHERE { ?node dl:rule ?rule ; dl:evidence/nif:beginIndex ?begin }
    GROUP BY ?node ORDER BY MIN(?begin) STR(?node)
"""
_PASSAGES = """
    SELECT DISTINCT ?role ?begin ?end ?text ?quote WHERE {{
      {{ VALUES ?role {{ dl:evidence dl:trigger dl:attribution }} <{iri}> ?role ?passage }}
      UNION {{ BIND(<{iri}> AS ?passage) BIND(dl:evidence AS ?role) }}
      ?passage nif:beginIndex ?begin ; nif:endIndex ?end ; nif:referenceContext/dcterms:identifier ?text .
      OPTIONAL {{ ?passage nif:anchorOf ?quote }}
    }} ORDER BY ?begin ?end ?role
"""
_TRIPLES = "SELECT ?property ?value WHERE {{ <{iri}> ?property ?value }} ORDER BY ?property ?value"


class Passage(NamedTuple):
    """A passage of a node, and whether it is its evidence, its trigger or its attribution."""

    role: str
    span: Span
    text: str
    """Identifier of the text: `sha256:` and the hash."""
    quote: str | None


def digest(text: str) -> str:
    """Return the identifier under which data name a text."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def read_articles(paths: Iterable[Path]) -> dict[str, Article]:
    """Read reports and folders of reports, by the identifier of their text; what is no report is left out."""
    articles = {}
    for path in sources(paths):
        with suppress(ReadError):
            for article in _read(path):
                articles[digest(article.text)] = article
    return articles


def _read(path: Path) -> Iterator[Article]:
    if path.suffix.lower() != LINES:
        yield read_path(path)
        return
    for source, data in lines(path):
        with suppress(ReadError):
            yield read_bytes(data, source=source, suffix=LINES)


def explain(store: Store, focus: str | None, articles: Mapping[str, Article], *, base: str) -> Iterator[str]:
    """Yield the explanation of a node, or of every node that a rule has made, in text order.

    `focus` is an IRI, whole or relative to `base`. Sentences are whole where `articles` has theirs; else
    the passage stands alone.
    """
    for iri in _nodes(store) if focus is None else [_absolute(focus, base)]:
        triples = _rows(store, _TRIPLES.format(iri=iri))
        if triples.rows:
            yield _explanation(iri, triples, _passages(store, iri), articles, base)


def _absolute(focus: str, base: str) -> str:
    return iris.external(focus if ":" in focus.partition("/")[0] else base + focus)


def _nodes(store: Store) -> list[str]:
    return [row[0].value for row in _rows(store, _NODES).rows if row[0] is not None]


def _passages(store: Store, iri: str) -> list[Passage]:
    rows = _rows(store, _PASSAGES.format(iri=iri)).rows
    values = ([None if cell is None else cell.value for cell in row] for row in rows)
    return [
        Passage(str(role).rsplit("#", 1)[-1], Span(int(begin or 0), int(end or 0)), text or "", quote)
        for role, begin, end, text, quote in values
    ]


def _rows(store: Store, sparql: str) -> Table:
    answer = store.query(sparql, name="explain")
    assert isinstance(answer, Table)
    return answer


# --- words ------------------------------------------------------------------------------------


def _explanation(iri: str, triples: Table, passages: list[Passage], articles: Mapping[str, Article], base: str) -> str:
    lines = [f"<{iri.removeprefix(base)}>"]
    lines += [f"  {line}" for line in _quotations(passages, articles)]
    readable = cells(triples, base=base)
    lines += [f"  rule: {line}" for line in _rules(readable)]
    lines += [f"  a {', '.join(value for name, value in readable if name == 'rdf:type')}"]
    for name, rows in groupby((row for row in readable if row[0] != "rdf:type"), key=lambda row: row[0]):
        lines.append(f"  {name} {', '.join(row[1] for row in rows)}")
    return "\n".join(lines) + "\n"


def _quotations(passages: list[Passage], articles: Mapping[str, Article]) -> Iterator[str]:
    for passage in passages:
        if passage.role == "evidence":
            marks = [other.span for other in passages if other.role != "evidence" and other.text == passage.text]
            yield f"{passage.span.begin}-{passage.span.end}: {_marked(passage, marks, articles.get(passage.text))}"


def _marked(passage: Passage, marks: Iterable[Span], article: Article | None) -> str:
    """Return the sentence with the passage in «» and triggers and attributions in [] within it."""
    if article is None and passage.quote is None:
        return "(the data hold no words of it; give its text with --text)"
    shown = passage.span if article is None else _sentence(article, passage.span)
    words = str(passage.quote) if article is None else article.quote(shown)
    edges = [(passage.span.begin, 2, "«"), (passage.span.end, 1, "»")]
    for mark in marks:
        if shown.covers(mark) and mark != passage.span:
            edges += [(mark.begin, 3, "["), (mark.end, 0, "]")]
    for offset, _, sign in sorted(edges, reverse=True):
        at = offset - shown.begin
        words = words[:at] + sign + words[at:]
    return " ".join(words.split())


def _sentence(article: Article, span: Span) -> Span:
    """Return the sentence or sentences of its block that a passage stands in; the header is its own."""
    blocks = (block.span for block in article.blocks if block.span.covers(span))
    block = next(blocks, article.header or span)
    ends = [match.end() for match in _SENTENCE_END.finditer(article.text, *block)]
    begin = max((end for end in ends if end <= span.begin), default=block.begin)
    end = min((end for end in ends if end >= span.end), default=block.end)
    return Span(min(begin, span.begin), max(end, span.end))


def _rules(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield each rule; a frame with an example of what it reads."""
    frames = {frame.rule.replace("/", "."): frame for frame in lexicon.load().frames}
    for name, value in rows:
        if name == "dl:rule":
            rule = value.removeprefix("rule:").removeprefix(RULE)
            frame = frames.get(rule)
            yield rule if frame is None else f"{rule}, as in: {frame.examples[0]}"
