"""What a build tells of itself."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dateline import summary
from dateline.build import Built
from dateline.model import Article, Block, BlockKind, Entity, Kind, Ref, Report, Span
from dateline.vocabulary import IRI, Literal, Quad, nif, xsd

TEXT = "Heading\n" + "x" * 92
ARTICLE = Article(TEXT, "text", (Block(BlockKind.HEADING, Span(0, 7)), Block(BlockKind.PARAGRAPH, Span(8, 100))))
GRAPH = IRI("https://example.org/graph/1")


def passage(begin: int, end: int) -> Quad:
    subject = IRI(f"https://example.org/text/1#char={begin},{end}")
    return Quad(subject, nif.anchorOf, Literal(TEXT[begin:end], xsd.string), GRAPH)


spans = st.tuples(st.integers(0, 99), st.integers(1, 100)).filter(lambda pair: pair[0] < pair[1])


@given(st.lists(spans))
def test_what_is_quoted_twice_counts_once(pairs: list[tuple[int, int]]) -> None:
    positions = {position for begin, end in pairs for position in range(max(begin, 8), end)}

    assert summary.quoted_length(ARTICLE, [passage(*pair) for pair in pairs]) == len(positions)


def test_a_whole_text_is_quoted_wholly() -> None:
    whole = Quad(IRI("https://example.org/text/1"), nif.isString, Literal(TEXT, xsd.string), GRAPH)

    assert summary.quoted_length(ARTICLE, [whole]) == summary.body_length(ARTICLE) == 92


def test_kinds_are_counted_by_their_names() -> None:
    series = Entity(Ref("series", "sea-forum", False), Kind.GATHERING, "Sea Forum", "names/gathering", (Span(8, 17),))

    assert summary.count(Report(ARTICLE, entities=(series,))) == Counter({"series": 1})


def test_totals_tell_refused_sources_from_reports() -> None:
    totals = summary.Totals()
    for built in (Built("a.txt", quoted=1, length=2), Built("b.txt", error="b.txt: is empty")):
        totals.add(built)

    assert (totals.reports, totals.refused, totals.quoted, totals.length) == (1, 1, 1, 2)
