"""Temporal expressions and their values against a report of Tuesday, 26 March 2024."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate import dates, pipeline
from dateline.edtf import bounds
from dateline.model import Article, Block, BlockKind, Parse, Span, Time

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = date(2024, 3, 26)
LAST_WEEK, THIS_WEEK, NEXT_WEEK = "2024-03-18/2024-03-24", "2024-03-25/2024-03-31", "2024-04-01/2024-04-07"
EDTF = re.compile(r"[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?[?~%]?(/[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?)?")


@cache
def _model() -> Language:
    return pipeline.load()


def _parse(text: str, published: date | None = PUBLISHED, kind: BlockKind = BlockKind.PARAGRAPH) -> Parse:
    article = Article(text, "test", (Block(kind, Span(0, len(text))),), published=published)
    return pipeline.parse(article, _model())


@cache
def _times(text: str, published: date | None = PUBLISHED) -> tuple[Time, ...]:
    return dates.recognize(_parse(text, published))


def _values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[time.span.begin : time.span.end], time.edtf) for time in _times(text, published)]


VALUES = [
    # days
    ("The talks took place on March 25 in Lima.", "March 25", "2024-03-25"),
    ("The talks took place on 25 March 2021.", "25 March 2021", "2021-03-25"),
    ("The talks took place on March 25, 2021, in Lima.", "March 25, 2021", "2021-03-25"),
    ("The vote was held on Sept. 20.", "Sept. 20", "2023-09-20"),
    ("The session opens on the 3rd of May.", "3rd of May", "2024-05-03"),
    ("They met on Monday, March 25.", "Monday, March 25", "2024-03-25"),
    ("They met on Thursday, April 4.", "Thursday, April 4", "2024-04-04"),
    ("They met on 25 March last year.", "25 March last year", "2023-03-25"),
    ("They met on 2024-03-25.", "2024-03-25", "2024-03-25"),
    ("They met on 25.03.2024 in Lima.", "25.03.2024", "2024-03-25"),
    ("They met on 25/03/2024 in Lima.", "25/03/2024", "2024-03-25"),
    ("They met on 3/25/2024 in Lima.", "3/25/2024", "2024-03-25"),
    ("The forum was held on December 2.", "December 2", "2023-12-02"),
    ("The forum will be held on December 2.", "December 2", "2024-12-02"),
    # days of the week
    ("They met on Tuesday in Lima.", "Tuesday", "2024-03-26"),
    ("They met on Wednesday in Lima.", "Wednesday", "2024-03-20"),
    ("They will meet on Friday in Lima.", "Friday", "2024-03-29"),
    ("They agreed to meet on Friday.", "Friday", "2024-03-29"),
    ("The vote is scheduled for Friday.", "Friday", "2024-03-29"),
    ("They signed it on Friday.", "Friday", "2024-03-22"),
    ("He praised Friday's vote.", "Friday", "2024-03-22"),
    ("They met last Friday.", "last Friday", "2024-03-22"),
    ("They will meet next Monday.", "next Monday", "2024-04-01"),
    ("They met on Monday of last week.", "Monday of last week", "2024-03-18"),
    ("They met on Monday morning.", "Monday morning", "2024-03-25"),
    # counted from the report
    ("They met today.", "today", "2024-03-26"),
    ("They met yesterday in Lima.", "yesterday", "2024-03-25"),
    ("They will meet tomorrow morning.", "tomorrow morning", "2024-03-27"),
    ("They met the day before yesterday.", "day before yesterday", "2024-03-24"),
    ("They met last night.", "last night", "2024-03-25"),
    ("They meet tonight.", "tonight", "2024-03-26"),
    ("They met two days ago.", "two days ago", "2024-03-24"),
    ("They met a week ago.", "a week ago", "2024-03-19~"),
    ("They met two months ago.", "two months ago", "2024-01~"),
    ("They met three years ago.", "three years ago", "2021~"),
    ("They met last week.", "last week", LAST_WEEK),
    ("They met earlier this week.", "earlier this week", THIS_WEEK),
    ("They will meet next week.", "next week", NEXT_WEEK),
    ("They will meet next month.", "next month", "2024-04"),
    ("They met last month.", "last month", "2024-02"),
    ("They will meet later this year.", "later this year", "2024"),
    ("They met last year.", "last year", "2023"),
    # stretches
    ("The forum was held on 16-20 December 2023.", "16-20 December 2023", "2023-12-16/2023-12-20"),
    ("The forum was held on December 16–20, 2023.", "December 16–20, 2023", "2023-12-16/2023-12-20"),
    ("The forum runs from 3 to 5 April.", "3 to 5 April", "2024-04-03/2024-04-05"),
    ("The forum takes place on May 3–5.", "May 3–5", "2024-05-03/2024-05-05"),
    ("The forum ran from April 30 to May 2, 2023.", "April 30 to May 2, 2023", "2023-04-30/2023-05-02"),
    ("It ran from 30 December 2022 to 2 January 2023.", "30 December 2022 to 2 January 2023", "2022-12-30/2023-01-02"),
    ("They met between March 3 and 5, 2023.", "March 3 and 5, 2023", "2023-03-03/2023-03-05"),
    ("They meet on 5 and 6 April.", "5 and 6 April", "2024-04-05/2024-04-06"),
    ("It grew from 2015 to 2020.", "2015 to 2020", "2015/2020"),
    ("It grew in 2023-24.", "2023-24", "2023/2024"),
    ("It grew from March to May 2023.", "March to May 2023", "2023-03/2023-05"),
    # months, seasons, years
    ("They will meet in March 2025.", "March 2025", "2025-03"),
    ("They met in October.", "October", "2023-10"),
    ("They will meet in April.", "April", "2024-04"),
    ("They held talks in April.", "April", "2023-04"),
    ("They met in March last year.", "March last year", "2023-03"),
    ("They met last October.", "last October", "2023-10"),
    ("They will meet in late March 2025.", "late March 2025", "2025-03"),
    ("They will meet in spring 2025.", "spring 2025", "2025-21"),
    ("They will meet in the autumn of 2025.", "autumn of 2025", "2025-23"),
    ("They will meet this summer.", "this summer", "2024-22"),
    ("The summit is planned in 2026.", "2026", "2026"),
    ("They will meet in early 2025.", "early 2025", "2025"),
    ("It grew in the third quarter of 2023.", "third quarter of 2023", "2023-07/2023-09"),
    ("It grew in the first half of last year.", "first half of last year", "2023-01/2023-06"),
    ("It grew in the 1990s.", "1990s", "199X"),
]


@pytest.mark.parametrize(("text", "expression", "value"), VALUES)
def test_an_expression_has_its_value(text: str, expression: str, value: str) -> None:
    assert _values(text) == [(expression, value)]


LEFT_OUT = [
    "The 2030 Agenda guides them.",
    "They adopted the 2030 Sustainable Development Agenda.",
    "They spoke about Vision 2030 and Expo 2017.",
    "They spoke at the 12th session with 1,500 delegates of COP29.",
    "They recalled Resolution 2231 (2015) of the Council.",
    "The visit lasted for three days.",
    "It grew over the past decade and in the last year.",
    "They meet every Tuesday and on Sundays.",
    "They met on the same day and left the day before.",
    "They met on the following Friday.",
    "They met on Black Friday and on Good Friday.",
    "They met on the first Monday of the month.",
    "The Sunday Times said so.",
    "Theresa May praised April Jones.",
    "They may march and praise the august house.",
    "They met on February 30.",
    "They met on 4/5/2024 in Lima.",
    "About 2000 people fled and 1998 houses burned.",
    "They will meet next Friday.",
    "They recalled the September 11 attacks.",
    "They met more than two years ago and 20 years ago.",
    "It is today a port.",
    "Today's world is small.",
    "“We met yesterday and will meet tomorrow,” he said.",
    '"We met yesterday," he said.',
    "The talks began in the first week of May 2023.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_is_no_date_or_a_doubtful_one_is_left_out(text: str) -> None:
    assert _values(text) == []


def test_words_in_a_quotation_block_do_not_count_from_the_reports_day() -> None:
    assert dates.recognize(_parse("They met yesterday.", kind=BlockKind.QUOTATION)) == ()


def test_a_date_in_quoted_words_is_read() -> None:
    assert _values("“We met on 3 May 2023,” he said.") == [("3 May 2023", "2023-05-03")]


def test_where_something_was_moved_is_no_stretch() -> None:
    assert [value for _, value in _values("The vote was moved from May 3, 2023 to May 5, 2023.")] == [
        "2023-05-03",
        "2023-05-05",
    ]


def test_several_expressions_of_a_sentence_are_read() -> None:
    text = "They met on Tuesday, met again on March 25, 2023, and will meet in 2026."
    assert [value for _, value in _values(text)] == ["2024-03-26", "2023-03-25", "2026"]


def test_on_a_sunday_no_week_is_read() -> None:
    assert _values("They met last week.", date(2024, 3, 24)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on 25 March 2021.", ["2021-03-25"]),
        ("They met on 16-20 December 2023.", ["2023-12-16/2023-12-20"]),
        ("They will meet in 2026.", ["2026"]),
        ("They met on March 25.", []),
        ("They met on 16-20 December.", []),
        ("They met in October.", []),
        ("They met on Tuesday.", []),
        ("They met yesterday and two days ago.", []),
        ("They met last week and last year.", []),
        ("They met last October and will meet this summer.", []),
    ],
)
def test_without_a_publication_date_only_what_states_its_year_is_read(text: str, values: list[str]) -> None:
    assert [value for _, value in _values(text, None)] == values


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The talks took place on March 25 in Lima.", "March"),
        ("They met on Tuesday in Lima.", "Tuesday"),
        ("The summit is planned in 2026.", "2026"),
        ("They met last week.", "week"),
    ],
)
def test_the_head_is_the_word_that_the_sentence_governs(text: str, head: str) -> None:
    parse = _parse(text)
    assert [parse.tokens[time.head].text for time in dates.recognize(parse)] == [head]


def test_headings_are_not_searched() -> None:
    assert dates.recognize(_parse("Talks of 3 May 2023", kind=BlockKind.HEADING)) == ()


def test_spans_are_in_the_article_and_not_in_the_block() -> None:
    text = "OSLO – They met on 3 May 2023."
    article = Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(7, len(text))),))
    times = dates.recognize(pipeline.parse(article, _model()))
    assert [article.quote(time.span) for time in times] == ["3 May 2023"]


# --- whatever the words ---------------------------------------------------------------------

WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "They met on from to and between of the in last next this every March May Sept. 3 5 31 30 2023 2024 1990s -20 "
        "– , . Monday Friday week month year two days ago spring quarter first half early today 2030 Agenda “ ” for",
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_every_time_is_edtf_that_covers_its_days_in_order(text: str, published: date) -> None:
    for time in dates.recognize(_parse(text, published)):
        assert EDTF.fullmatch(time.edtf) and (time.begin, time.end) == bounds(time.edtf) and time.begin <= time.end


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join))
def test_times_are_in_order_and_apart(text: str) -> None:
    spans = [time.span for time in dates.recognize(_parse(text))]
    assert all(a.end <= b.begin for a, b in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join))
def test_the_head_lies_in_the_expression(text: str) -> None:
    parse = _parse(text)
    assert all(parse.tokens[time.head].span.overlaps(time.span) for time in dates.recognize(parse))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]))
def test_a_written_day_is_that_day_whatever_the_reports(day: date, form: str) -> None:
    assert [value for _, value in _values(f"They met on {day.strftime(form)} in Lima.")] == [day.isoformat()]
