"""What a build tells of itself: how many of each kind were found, and how much of the text the data quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.model import Article, BlockKind, Kind, Report, Span
from dateline.vocabulary import Quad, nif

if TYPE_CHECKING:
    from dateline.build import Built

_SERIES = "series"
"""What a gathering that stays an entity is: one of many editions."""
_FRAGMENT = re.compile(r"#char=(\d+),(\d+)$")


@dataclass(slots=True)
class Totals:
    """What a build of many reports amounts to."""

    reports: int = 0
    refused: int = 0
    violations: int = 0
    quoted: int = 0
    length: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, built: Built) -> None:
        """Add a report, or a source that was refused."""
        self.reports += built.error is None
        self.refused += built.error is not None
        self.violations += len(built.findings)
        self.quoted += built.quoted
        self.length += built.length
        self.counts.update(built.counts)


def count(report: Report) -> Counter[str]:
    """Count the records by kind of entity and by leaf class."""
    counts = Counter(_SERIES if entity.kind is Kind.GATHERING else str(entity.kind) for entity in report.entities)
    counts.update(occurrence.class_name for occurrence in report.occurrences)
    counts.update({"Tenure": len(report.tenures), "ReportedClaim": len(report.claims), "topic": len(report.topics)})
    return +counts


def body_length(article: Article) -> int:
    """Return the length of the body in code points, without headline and headings."""
    return sum(span.end - span.begin for span in _body(article))


def quoted_length(article: Article, quads: Iterable[Quad]) -> int:
    """Return how many code points of the body stand in the words of some passage."""
    quoted = _united(_quoted(article, quads))
    return sum(_shared(span, body) for body in _body(article) for span in quoted)


def _body(article: Article) -> list[Span]:
    parts = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
    return [block.span for block in article.blocks if block.kind in parts]


def _quoted(article: Article, quads: Iterable[Quad]) -> Iterator[Span]:
    anchor, whole = nif.anchorOf, nif.isString
    for subject, predicate, _, _ in quads:
        fragment = _FRAGMENT.search(subject) if predicate == anchor else None
        if fragment is not None:
            yield Span(int(fragment[1]), int(fragment[2]))
        elif predicate == whole:
            yield Span(0, len(article.text))


def _united(spans: Iterable[Span]) -> list[Span]:
    """Return the same stretches of text, apart and in order."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.begin <= united[-1].end:
            united[-1] = Span(united[-1].begin, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))
