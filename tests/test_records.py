"""Records: JSON Lines, a report a line, and ninjs; their metadata, their order, what is refused and where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dateline import build, iris, mapping
from dateline.build import Source
from dateline.cli import main
from dateline.errors import ReadError
from dateline.explain import read_articles
from dateline.mapping import Options
from dateline.model import Article, Report
from dateline.read import lines, read_bytes, read_path, sources
from dateline.vocabulary import IRI, prov

BODY = "Foreign Minister Ana Petrova met Ambassador John Mensah of Ghana in Lisbon on Tuesday."
RECORD = {
    "text": BODY,
    "headline": "Talks in  Lisbon",
    "dateline": "LISBON, Portugal",
    "date": "2023-05-04T10:00:00Z",
    "url": "https://harbour.example/1",
    "publisher": "The Harbour Post",
    "id": 7,
    "authors": ["Ana Roe", {"name": "Tom Hale"}],
    "revision_of": "https://harbour.example/0",
    "mood": "bright",
}
NINJS = {
    "uri": "urn:newsml:harbour.example:20230504:7",
    "type": "text",
    "version": "2",
    "versioncreated": "2023-05-04T10:00:00Z",
    "language": "en-GB",
    "located": "Lisbon",
    "headline": "Talks in Lisbon",
    "byline": "Ana Roe",
    "copyrightholder": "The Harbour Post",
    "body_text": f"{BODY} The talks ended.",
    "body_xhtml": f"<p>{BODY}</p><p>The talks ended.</p>",
    "evolvedfrom": "urn:newsml:harbour.example:20230503:6",
}


def record(**fields: Any) -> Article:
    data = {name: value for name, value in (RECORD | fields).items() if value is not None}
    return read_bytes(json.dumps(data).encode(), source="a.jsonl:1", suffix=".jsonl")


def ninjs(**fields: Any) -> Article:
    data = {name: value for name, value in (NINJS | fields).items() if value is not None}
    return read_bytes(json.dumps(data).encode(), source="a.json", suffix=".json")


def written(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "a.jsonl"
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text(text, encoding="utf-8")
    return path


def revised(article: Article) -> list[object]:
    return [q.object for q in mapping.quads(Report(article), Options()) if q.predicate == prov.wasRevisionOf]


# --- JSON Lines ---------------------------------------------------------------------------------


def test_the_text_is_headline_dateline_and_body() -> None:
    assert record().text == f"Talks in Lisbon\n\nLISBON, Portugal\n\n{BODY}"


def test_offsets_are_into_that_text() -> None:
    article = record()
    assert [article.quote(block.span) for block in article.blocks] == ["Talks in Lisbon", BODY]


def test_the_fields_are_kept() -> None:
    article = record()
    assert (article.published, article.url, article.publisher, article.identifier, article.author) == (
        date(2023, 5, 4),
        "https://harbour.example/1",
        "The Harbour Post",
        "7",
        ("Ana Roe", "Tom Hale"),
    )


def test_every_field_says_that_it_came_from_the_record() -> None:
    assert set(dict(record().origins).values()) == {"record"}


@pytest.mark.parametrize(("other", "name"), [("body", "text"), ("title", "headline"), ("published", "date")])
def test_a_field_may_have_another_name(other: str, name: str) -> None:
    assert record(**{other: RECORD[name], name: None}) == record()


def test_a_record_may_have_nothing_but_a_text() -> None:
    article = read_bytes(json.dumps({"text": BODY}).encode(), suffix=".jsonl")
    assert (article.text, article.origins) == (BODY, ())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": ', r"a\.jsonl:2: is not JSON at column 10"),
        ('["text"]', r"a\.jsonl:2: is JSON, but no object"),
        ('{"title": "x"}', r"a\.jsonl:2: has no text"),
        ('{"text": 7}', r"a\.jsonl:2: has no text"),
        ('{"text": ""}', r"a\.jsonl:2: is empty"),
        ('{"text": "x \\ud83d"}', r"a\.jsonl:2: has half of a surrogate pair"),
        ('{"text": "x", "date": "3 May"}', r"a\.jsonl:2: has a date of unknown form, '3 May'"),
        ('{"text": "x", "url": "/a"}', r"a\.jsonl:2: has an address of unknown form"),
        ('{"text": "x", "language": "nb-NO"}', r"a\.jsonl:2: says that it is in 'nb-NO'"),
        ("[" * 100_000, r"a\.jsonl:2: is not JSON that can be read"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_number(line: str, problem: str, tmp_path: Path) -> None:
    (_, (source, data)) = lines(written(tmp_path, RECORD, line))
    with pytest.raises(ReadError, match=problem):
        read_bytes(data, source=source, suffix=".jsonl")


def test_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(RECORD).encode() + b"\r\n \n")
    assert read_path(path).identifier == "7"


@pytest.mark.parametrize(("rows", "problem"), [((), "is empty"), ((RECORD, RECORD), "has several reports")])
def test_a_file_that_is_not_one_report_is_not_read_as_one(
    rows: tuple[object, ...], problem: str, tmp_path: Path
) -> None:
    with pytest.raises(ReadError, match=problem):
        read_path(written(tmp_path, *rows))


def test_a_thousand_lines_are_read_as_they_are_needed(tmp_path: Path) -> None:
    path = written(tmp_path, *(RECORD | {"id": number} for number in range(1000)))

    found = build.reports(build.expand([str(path)], None))

    assert isinstance(found, Iterator)
    assert next(found).name == f"{path.as_posix()}:1"
    assert sum(1 for _ in found) == 999


def test_a_file_in_json_lines_that_is_missing_is_refused_by_its_name(tmp_path: Path) -> None:
    (source,) = build.reports([Source((tmp_path / "no.jsonl").as_posix())])
    with pytest.raises(ReadError, match="does not exist"):
        read_path(Path(source.name))


def test_build_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD, "{", RECORD | {"url": "https://harbour.example/2"})

    done = CliRunner().invoke(main, ["build", str(path), "-o", str(tmp_path / "out"), "--format", "turtle"])

    assert done.exit_code == 1
    assert "a.jsonl:2: is not JSON" in done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_build_refuses_a_report_that_would_take_the_place_of_another(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD, RECORD | {"text": "The ministers of Peru and Chile met in Lima."}, RECORD)

    done = CliRunner().invoke(main, ["build", str(path), "-o", str(tmp_path / "out"), "--format", "turtle"])

    assert done.exit_code == 1
    assert done.stderr.count("has the date and id of") == 1


def test_explain_knows_the_texts_of_records(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD, "{", RECORD | {"text": "The ministers met."})
    assert len(read_articles([path])) == 2


def test_a_folder_gives_every_kind_of_report(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.HTM", "d.jsonl", "e.json", "f.ttl", "g.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name[0] for path in sources([tmp_path])] == list("abcde")


VALUES = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)


@given(headline=VALUES, publisher=VALUES, dateline=VALUES, author=st.lists(VALUES, unique=True, max_size=3))
def test_what_is_written_is_read(headline: str, publisher: str, dateline: str, author: list[str]) -> None:
    article = record(headline=headline, publisher=publisher, dateline=dateline, author=author, authors=None)

    assert article.headline is not None and article.quote(article.headline) == headline
    assert article.dateline is not None and article.quote(article.dateline) == dateline
    assert (article.publisher, article.author) == (publisher, tuple(author))
    assert article.quote(article.blocks[-1].span) == BODY


# --- ninjs --------------------------------------------------------------------------------------


def test_ninjs_gives_its_fields() -> None:
    article = ninjs()
    assert (article.identifier, article.published, article.publisher, article.author) == (
        "urn:newsml:harbour.example:20230504:7",
        date(2023, 5, 4),
        "The Harbour Post",
        ("Ana Roe",),
    )


def test_markup_is_read_first_because_it_knows_the_paragraphs() -> None:
    assert ninjs().text == f"Talks in Lisbon\n\nLisbon\n\n{BODY}\n\nThe talks ended."


def test_plain_text_is_read_where_there_is_no_markup() -> None:
    assert ninjs(body_xhtml=None).text.endswith(f"{BODY} The talks ended.")


def test_ninjs_2_is_read_too() -> None:
    bodies = [
        {"contenttype": "text/plain", "value": "The talks."},
        {"contenttype": "text/html", "value": f"<p>{BODY}</p>"},
    ]
    article = ninjs(
        body_text=None,
        body_xhtml=None,
        bodies=bodies,
        headline=None,
        headlines=[{"role": "main", "value": "The Talks"}],
    )
    assert article.text == f"The Talks\n\nLisbon\n\n{BODY}"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"uri": None}, "is no ninjs"),
        ({"body_text": None, "body_xhtml": None, "type": "picture"}, "has no text"),
        ({"pubstatus": "canceled"}, "is canceled by its publisher"),
        ({"language": "de"}, "says that it is in 'de'"),
        ({"versioncreated": "soon"}, "has a versioncreated of unknown form"),
    ],
)
def test_what_is_no_report_in_ninjs_is_refused(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        ninjs(**fields)


# --- versions -----------------------------------------------------------------------------------


def test_a_correction_names_what_it_corrects() -> None:
    assert revised(record()) == [IRI("https://harbour.example/0")]


def test_an_item_names_what_it_evolved_from() -> None:
    assert revised(ninjs()) == [IRI("urn:newsml:harbour.example:20230503:6")]


def test_an_id_that_is_no_iri_names_nothing_in_the_data() -> None:
    assert revised(record(revision_of="6")) == []


def test_two_versions_of_one_id_are_two_articles() -> None:
    keys = {iris.Minter(ninjs(version=version), "https://example.org/").key for version in ("1", "2")}
    assert len(keys) == 2
