"""What stands around a report's prose: it is in no block, and no sentence goes on over it."""

from __future__ import annotations

import pytest

from dateline.model import Article, Span
from dateline.read import read_text
from dateline.read.days import is_labelled, read_day_line
from dateline.read.phrases import entries

BODY = "The ministers of the two states met and said that they had signed the treaty."
SECOND = "They will meet again in the capital of the other state in the course of the year."
DAYS = ("published", "updated")
LINES = [
    (name, example) for name, entry in entries().items() if name not in (*DAYS, "rest") for example in entry["examples"]
]
PROSE = [(name, line) for name, entry in entries().items() for line in entry["not"]]


def _blocks(text: str) -> list[str]:
    article = read_text(text)
    return [article.quote(block.span) for block in article.blocks]


def _said(article: Article, span: Span | None) -> str | None:
    return article.quote(span) if span is not None else None


@pytest.mark.parametrize(("name", "line"), LINES)
@pytest.mark.parametrize("newline", ["\n", "\n\n"])
def test_an_entrys_examples_are_in_no_block(name: str, line: str, newline: str) -> None:
    blocks = _blocks(newline.join([BODY, line, SECOND]))
    assert blocks == ([BODY] if name == "end" else [BODY, SECOND])


@pytest.mark.parametrize(("name", "line"), PROSE)
def test_what_an_entry_leaves_alone_is_in_a_block(name: str, line: str) -> None:
    assert any(line.startswith(block) for block in _blocks(f"{BODY}\n\n{line}\n\n{SECOND}")[1:-1])


@pytest.mark.parametrize("line", [line for name in DAYS for line in entries()[name]["examples"]])
def test_a_labelled_day_is_read(line: str) -> None:
    span = Span(0, len(line))
    assert read_day_line(line, span) is not None and is_labelled(line, span, None)


@pytest.mark.parametrize("line", entries()["rest"]["examples"])
def test_what_leads_to_the_rest_is_in_no_block(line: str) -> None:
    assert _blocks(f"{BODY}\n\n{line}")[1] in ("The two sides have still maintained ties…", "They met.")


def test_a_caption_in_front_of_the_dateline_is_taken_off_its_line() -> None:
    article = read_text(f"Ana Roe, Minister of Trade (Photo: NTB)Oslo (NTB) - {BODY}")
    assert (_said(article, article.dateline), [article.quote(b.span) for b in article.blocks]) == ("Oslo", [BODY])


def test_a_credit_behind_prose_takes_no_more_than_itself() -> None:
    prose = f"{BODY} {SECOND} {BODY} {SECOND}"
    assert _blocks(f"{prose} (Photo by Ana Roe)") == [prose]


def test_a_dateline_is_no_captions_begin() -> None:
    assert _blocks(f"OSLO, 3 May (NTB) – {BODY} (NTB Photo)") == [BODY]


def test_a_sentence_does_not_go_on_over_a_caption() -> None:
    text = "The ministers who had met in the capital\nAna Roe (Photo: NTB)\nsaid so on Monday."
    assert "Ana Roe (Photo: NTB)" not in " ".join(_blocks(text))


def test_where_nothing_but_a_caption_is_there_it_is_read() -> None:
    assert _blocks("Ana Roe visits Bergen. (NTB Photo)") == ["Ana Roe visits Bergen. (NTB Photo)"]


@pytest.mark.parametrize(
    "sign_off",
    [
        " — NTB",
        " -- NTB",
        "-NTB",
        " (NTB)",
        " (NTB/Xinhua)",
        " – PR",
        "/.",
        " /end/",
        " Enditem",
        " (end) ar.jd",
        " ###",
    ],
)
def test_a_sign_off_is_in_no_block(sign_off: str) -> None:
    assert _blocks(f"{BODY}{sign_off}") == [BODY]


@pytest.mark.parametrize("sign_off", [" — NTB", " (NTB)", "\n\n-- NTB", "\n(NTB)"])
def test_the_agency_that_signs_is_the_reports(sign_off: str) -> None:
    article = read_text(f"LIMA, 3 May – {BODY}{sign_off}")
    assert _said(article, article.agency) == "NTB"


def test_the_agency_of_the_dateline_wins_over_one_that_signs() -> None:
    article = read_text(f"LIMA (AFP) – {BODY} (NTB)")
    assert _said(article, article.agency) == "AFP"


@pytest.mark.parametrize("name", ["— Ana Roe", "(Peru)", "(WTO)"])
def test_another_name_at_the_end_is_no_sign_off(name: str) -> None:
    assert _blocks(f"{BODY} {name}") == [f"{BODY} {name}"]


def test_nothing_ends_a_report_before_its_first_sentence() -> None:
    assert _blocks(f"News\nContact\n\n{BODY}") == [BODY]


def test_a_part_of_the_page_is_a_heading_further_on() -> None:
    assert _blocks(f"Economy\n\n{BODY}\n\nEconomy\n\n{SECOND}") == [BODY, "Economy", SECOND]


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ana Roe", ("Ana Roe",)),
        ("by Ana Roe and Jan van Dam", ("Ana Roe", "Jan van Dam")),
        ("By Ana Roe, J. Dam & Ida Vik", ("Ana Roe", "J. Dam", "Ida Vik")),
        ("Written by Ana Roe in Bergen", ("Ana Roe",)),
        ("By Ana Roe, Nordpress", ("Ana Roe",)),
        ("By Ana Roe (NTB)", ("Ana Roe",)),
        ("By Ana Roe, New York", ("Ana Roe",)),
        ("By Jan Dam, Foreign Minister of Peru", ("Jan Dam",)),
        ("By Foreign Minister Jan Dam", ()),
        ("Author: Ana Roe", ("Ana Roe",)),
        ("By NTB", ()),
        ("By Our Correspondent", ()),
        ("By News Desk", ()),
        ("Edited by Ana Roe", ()),
        ("Reporting by Ana Roe; editing by Jan Dam", ()),
        ("By Bergen Monday", ()),
    ],
)
def test_a_byline_names_the_authors(byline: str, author: tuple[str, ...]) -> None:
    assert read_text(f"{byline}\n\n{BODY}").author == author


def test_a_heading_that_begins_like_a_byline_names_nobody() -> None:
    assert read_text(f"{BODY}\n\nBy Popular Demand\n\n{SECOND}\n\n{BODY}\n\n{SECOND}").author == ()
