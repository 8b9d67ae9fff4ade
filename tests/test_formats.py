"""The further formats of the data: TriG keeps the graphs, RDF/XML refuses what XML cannot hold."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import main
from dateline.errors import OutputError
from dateline.serialize import SUFFIXES, write
from dateline.store import Store, Table
from dateline.vocabulary import IRI, Literal, Quad, rdf, schema, xsd

BASE = "https://example.org/"
NAME = schema.name
MARKUP = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
STRINGS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
PATHS = st.sampled_from(["article/1", "actor/peru", "text/ab#char=1,20", "graph/1", "graph/links"])
QUADS = st.lists(
    st.builds(
        lambda s, o, g: Quad(IRI(BASE + s), NAME, Literal(o, xsd.string), IRI(BASE + g)),
        PATHS,
        STRINGS.filter(lambda text: MARKUP.search(text) is None),
        PATHS,
    ),
    max_size=8,
)
REPORT = "LISBON, 4 May 2023 – Foreign Minister Ana Petrova met Ambassador John Mensah of Ghana in Lisbon on Tuesday."


def stated(value: str, predicate: IRI = NAME) -> list[Quad]:
    return [Quad(IRI(f"{BASE}article/1"), predicate, Literal(value, xsd.string), IRI(f"{BASE}graph/1"))]


def quads_of(document: str, format: ox.RdfFormat) -> set[str]:
    return {str(quad) for quad in ox.parse(document.encode(), format=format)}


def triples_of(document: str, format: ox.RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(document.encode(), format=format)}


def built(tmp_path: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "-", "-o", str(tmp_path), *options], input=REPORT)


# --- the same statements ------------------------------------------------------------------------


@given(quads=QUADS)
def test_trig_says_of_each_graph_what_nquads_say(quads: list[Quad]) -> None:
    expected = quads_of(write(quads, "nquads", base=BASE), ox.RdfFormat.N_QUADS)
    assert quads_of(write(quads, "trig", base=BASE), ox.RdfFormat.TRIG) == expected


@given(quads=QUADS)
def test_ntriples_say_what_turtle_says(quads: list[Quad]) -> None:
    expected = triples_of(write(quads, "turtle", base=BASE), ox.RdfFormat.TURTLE)
    assert triples_of(write(quads, "ntriples", base=BASE), ox.RdfFormat.N_TRIPLES) == expected


@given(quads=QUADS)
def test_rdf_xml_says_what_turtle_says(quads: list[Quad]) -> None:
    expected = triples_of(write(quads, "turtle", base=BASE), ox.RdfFormat.TURTLE)
    assert triples_of(write(quads, "rdfxml", base=BASE), ox.RdfFormat.RDF_XML) == expected


# --- how they look ------------------------------------------------------------------------------


def test_trig_reads_as_turtle_in_a_block() -> None:
    assert write(stated("x"), "trig", base=BASE) == (
        "@base <https://example.org/> .\n@prefix schema: <http://schema.org/> .\n\n"
        '<graph/1> {\n    <article/1> schema:name "x" .\n}\n'
    )


def test_rdf_xml_describes_a_subject_once() -> None:
    quads = [*stated("x"), stated("y")[0], Quad(stated("x")[0].subject, rdf.type, schema.Event, IRI(f"{BASE}graph/1"))]
    assert write(quads, "rdfxml", base=BASE).splitlines()[4:9] == [
        '  <rdf:Description rdf:about="https://example.org/article/1">',
        '    <rdf:type rdf:resource="http://schema.org/Event"/>',
        "    <schema:name>x</schema:name>",
        "    <schema:name>y</schema:name>",
        "  </rdf:Description>",
    ]


@pytest.mark.parametrize("value", ["\x00", "a\x0bb", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused(value: str) -> None:
    with pytest.raises(OutputError, match="XML cannot hold"):
        write(stated(value), "rdfxml", base=BASE)


@pytest.mark.parametrize("predicate", ["https://example.org/p", "http://schema.org/1st", "http://schema.org/"])
def test_a_property_without_a_name_in_xml_is_refused(predicate: str) -> None:
    with pytest.raises(OutputError, match="no name in XML"):
        write(stated("x", IRI(predicate)), "rdfxml", base=BASE)


# --- the command --------------------------------------------------------------------------------


@pytest.mark.parametrize("format", SUFFIXES)
def test_every_format_can_be_asked_the_same(format: str, tmp_path: Path) -> None:
    built(tmp_path, "--format", format)
    store = Store()
    store.load(tmp_path)

    answer = store.query("SELECT ?name { ?m a dl:Meeting ; schema:attendee/schema:name ?name }")

    assert isinstance(answer, Table)
    assert {row[0].value for row in answer.rows if row[0]} == {"Ana Petrova", "John Mensah"}


@pytest.mark.parametrize(("format", "code"), [("ntriples", 0), ("nquads", 0), ("trig", 2), ("rdfxml", 2)])
def test_several_reports_in_a_row_are_one_document_in_lines_only(format: str, code: int, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{REPORT} {name}", encoding="utf-8")

    done = CliRunner().invoke(main, ["build", str(tmp_path), "-o", "-", "--format", format])

    assert done.exit_code == code


def test_the_formats_in_lines_are_formats() -> None:
    assert set(import_module("dateline.cli.build").BY_LINE) <= set(SUFFIXES)
