from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import query, resources
from dateline.errors import QueryError
from dateline.store import Cell, Result, Store, Table, Triples

XSD = "http://www.w3.org/2001/XMLSchema#"
TABLE = Table(
    ("place", "name"),
    (
        (Cell("uri", "https://example.org/place/lima"), Cell("literal", 'Lima, "la gris"', f"{XSD}string")),
        (Cell("bnode", "b0"), Cell("literal", "1535", f"{XSD}gYear")),
        (None, Cell("literal", "Lima", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "es")),
    ),
)
TRIPLES = Triples("<https://example.org/place/lima> a <http://schema.org/City> .\n")


@pytest.fixture
def questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "ontology" / "questions"
    folder.mkdir(parents=True)
    (folder / "03-harbours.rq").write_text("# Which harbours are named?\nSELECT ?x { ?x ?p ?o }", encoding="utf-8")
    (folder / "14-ships.rq").write_text("ASK { ?x ?p ?o }", encoding="utf-8")
    monkeypatch.setattr(resources, "find", lambda name: tmp_path / name)
    return folder


# --- questions ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["03-harbours", "harbours", "03", "3"])
@pytest.mark.usefixtures("questions")
def test_a_saved_question_is_found_with_and_without_its_number(name: str) -> None:
    assert "harbours" in query.find(name).sparql


def test_a_question_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert query.find(str(path)) == query.Question(str(path), "ASK { ?s ?p ?o }")


def test_a_question_may_be_sparql() -> None:
    assert query.find("SELECT ?s { ?s ?p ?o }").sparql == "SELECT ?s { ?s ?p ?o }"


@pytest.mark.usefixtures("questions")
def test_an_unknown_question_is_answered_with_those_like_it() -> None:
    with pytest.raises(QueryError, match=r"try harbours$"):
        query.find("harbors")


@pytest.mark.usefixtures("questions")
def test_a_question_like_none_is_answered_with_all_names() -> None:
    with pytest.raises(QueryError, match=r"try harbours, ships$"):
        query.find("xyzzy")


def test_a_question_says_what_it_asks(questions: Path) -> None:
    assert query.summary(questions / "03-harbours.rq") == "Which harbours are named?"


@pytest.mark.usefixtures("questions")
def test_saved_questions_come_in_the_order_of_their_numbers() -> None:
    assert list(query.saved()) == ["03-harbours", "14-ships"]


@pytest.mark.parametrize("path", query.saved().values(), ids=lambda path: str(path.stem))
def test_every_saved_question_of_ours_is_sparql(path: Path) -> None:
    assert Store().query(path.read_text(encoding="utf-8"), name=path.name) is not None


# --- answers ------------------------------------------------------------------------------------


def test_a_table_as_csv_has_values_alone() -> None:
    assert query.render(TABLE, "csv") == (
        'place,name\r\nhttps://example.org/place/lima,"Lima, ""la gris"""\r\n_:b0,1535\r\n,Lima\r\n'
    )


def test_a_table_as_json_is_that_of_sparql() -> None:
    assert json.loads(query.render(TABLE, "json")) == {
        "head": {"vars": ["place", "name"]},
        "results": {
            "bindings": [
                {
                    "place": {"type": "uri", "value": "https://example.org/place/lima"},
                    "name": {"type": "literal", "value": 'Lima, "la gris"'},
                },
                {
                    "place": {"type": "bnode", "value": "b0"},
                    "name": {"type": "literal", "value": "1535", "datatype": f"{XSD}gYear"},
                },
                {"name": {"type": "literal", "value": "Lima", "xml:lang": "es"}},
            ]
        },
    }


def test_an_ask_as_json_is_a_boolean() -> None:
    assert json.loads(query.render(True, "json")) == {"head": {}, "boolean": True}


def test_an_ask_as_text_is_a_word() -> None:
    assert query.render(False, "table") == "false\n"


@pytest.mark.parametrize("format", ["turtle", "table"])
def test_a_construct_is_turtle(format: str) -> None:
    assert query.render(TRIPLES, format) == TRIPLES.turtle


@pytest.mark.parametrize(
    ("answer", "format"), [(TABLE, "turtle"), (TRIPLES, "csv"), (TRIPLES, "json"), (True, "turtle")]
)
def test_a_format_that_does_not_hold_the_answer_is_refused(answer: Result, format: str) -> None:
    with pytest.raises(QueryError, match="does not hold the answer"):
        query.render(answer, format)


def test_cells_are_written_for_reading() -> None:
    assert query.cells(TABLE, base="https://example.org/") == (
        ("<place/lima>", 'Lima, "la gris"'),
        ("b0", "1535"),
        ("", "Lima"),
    )


def test_a_term_of_ours_is_read_by_its_prefix() -> None:
    table = Table(("status",), ((Cell("uri", "https://w3id.org/dateline/status/planned"),),))
    assert query.cells(table, base="https://example.org/") == (("status:planned",),)
