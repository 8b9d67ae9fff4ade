from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import QueryError, ReadError
from dateline.store import Cell, Store, Table, Triples
from dateline.vocabulary import IRI, Literal, Quad, rdf, schema, xsd

TURTLE = """@prefix schema: <http://schema.org/> .
<https://data.example/lima> schema:name "Lima", "Ciudad de los Reyes"@es ; schema:location _:peru .
"""
LIMA = IRI("https://data.example/lima")
GRAPH = IRI("https://data.example/graph/1")


def store(data: str = TURTLE, suffix: str = ".ttl") -> Store:
    filled = Store()
    filled.parse(data.encode(), suffix, source="lima.ttl")
    return filled


def names(filled: Store) -> set[str]:
    answer = filled.query("SELECT ?name { ?place schema:name ?name }")
    assert isinstance(answer, Table)
    return {row[0].value for row in answer.rows if row[0] is not None}


# --- in -----------------------------------------------------------------------------------------

SAME = {
    ".ttl": '<https://data.example/lima> <http://schema.org/name> "Lima" .',
    ".nt": '<https://data.example/lima> <http://schema.org/name> "Lima" .',
    ".nq": '<https://data.example/lima> <http://schema.org/name> "Lima" <https://data.example/graph/1> .',
    ".trig": '<https://data.example/g> { <https://data.example/lima> <http://schema.org/name> "Lima" }',
    ".jsonld": '{"@id": "https://data.example/lima", "http://schema.org/name": "Lima"}',
    ".rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/">'
    '<rdf:Description rdf:about="https://data.example/lima"><s:name>Lima</s:name></rdf:Description></rdf:RDF>',
}


@pytest.mark.parametrize("suffix", SAME)
def test_a_file_is_read_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"lima{suffix}"
    path.write_text(SAME[suffix], encoding="utf-8")
    filled = Store()
    filled.load(path)
    assert names(filled) == {"Lima"}


def test_a_folder_is_all_its_rdf_files(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(SAME[".ttl"], encoding="utf-8")
    (tmp_path / "b.nt").write_text(SAME[".nt"].replace("Lima", "Quito"), encoding="utf-8")
    (tmp_path / "README.md").write_text("not data", encoding="utf-8")
    filled = Store()
    filled.load(tmp_path)
    assert names(filled) == {"Lima", "Quito"}


def test_a_folder_without_rdf_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="has no RDF files"):
        Store().load(tmp_path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.ttl: cannot be read"):
        Store().load(tmp_path / "gone.ttl")


def test_an_unknown_suffix_is_an_error() -> None:
    with pytest.raises(ReadError, match="no format known by its suffix"):
        store(suffix=".docx")


def test_a_syntax_error_says_file_line_and_column() -> None:
    with pytest.raises(ReadError, match=r"^lima\.ttl:2:\d+: is malformed: "):
        store('@prefix s: <http://schema.org/> .\n<https://data.example/lima> s:name "Lima\n')


def test_after_a_syntax_error_nothing_was_added() -> None:
    filled = Store()
    with pytest.raises(ReadError):
        filled.parse(f"{TURTLE} <oops".encode(), ".ttl", source="lima.ttl")
    assert len(filled) == 0


def test_a_remote_context_is_an_error_and_not_fetched() -> None:
    with pytest.raises(ReadError, match="remote @context"):
        store('{"@context": "https://schema.org", "name": "Lima"}', ".jsonld")


def test_relative_iris_resolve_against_the_file(tmp_path: Path) -> None:
    path = tmp_path / "lima.ttl"
    path.write_text('<#lima> <http://schema.org/name> "Lima" .', encoding="utf-8")
    filled = Store()
    filled.load(path)
    assert filled.query(f'ASK {{ <{path.as_uri()}#lima> schema:name "Lima" }}') is True


def test_schema_org_in_https_form_is_read_as_http() -> None:
    filled = store('<https://data.example/lima> a <https://schema.org/City> ; <https://schema.org/name> "Lima" .')
    assert filled.query('ASK { ?place a schema:City ; schema:name "Lima" }') is True


def test_what_the_mapping_yields_is_added_as_it_is() -> None:
    filled = Store()
    filled.add([Quad(LIMA, schema.name, Literal("Lima", xsd.string), GRAPH), Quad(LIMA, rdf.type, schema.City, GRAPH)])
    assert filled.query('ASK { ?place a schema:City ; schema:name "Lima" }') is True


def test_a_join_across_named_graphs_needs_no_graph_clause() -> None:
    filled = Store()
    other = IRI("https://data.example/graph/2")
    filled.add([Quad(LIMA, schema.name, Literal("Lima", xsd.string), GRAPH), Quad(LIMA, rdf.type, schema.City, other)])
    assert filled.query('ASK { ?place a schema:City ; schema:name "Lima" }') is True


def test_the_graph_that_a_statement_came_in_is_known() -> None:
    filled = Store()
    filled.add([Quad(LIMA, schema.name, Literal("Lima", xsd.string), GRAPH)])
    answer = filled.query("SELECT ?g { GRAPH ?g { ?place schema:name ?name } }")
    assert answer == Table(("g",), ((Cell("uri", GRAPH),),))


# --- out ----------------------------------------------------------------------------------------


def test_solutions_are_a_table_in_their_order() -> None:
    answer = store().query("SELECT ?place ?name { ?place schema:name ?name } ORDER BY DESC(?name)")
    assert answer == Table(
        ("place", "name"),
        (
            (Cell("uri", LIMA), Cell("literal", "Lima", str(xsd.string))),
            (
                Cell("uri", LIMA),
                Cell(
                    "literal",
                    "Ciudad de los Reyes",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
                    "es",
                ),
            ),
        ),
    )


def test_an_unbound_variable_is_none() -> None:
    answer = store().query("SELECT ?when { ?place schema:location ?at OPTIONAL { ?place schema:startDate ?when } }")
    assert answer == Table(("when",), ((None,),))


def test_a_blank_node_is_one_in_the_table() -> None:
    answer = store().query("SELECT ?at { ?place schema:location ?at }")
    assert isinstance(answer, Table) and [cell and cell.kind for row in answer.rows for cell in row] == ["bnode"]


def test_a_construct_is_turtle_with_the_prefixes_that_it_uses() -> None:
    answer = store().query('CONSTRUCT { ?place schema:name "Lima" } { ?place schema:name "Lima" }')
    assert answer == Triples(
        '@prefix schema: <http://schema.org/> .\n<https://data.example/lima> schema:name "Lima" .\n'
    )


def test_a_relative_iri_in_a_query_resolves_against_the_base() -> None:
    assert store().query("ASK { <lima> schema:name ?name }", base="https://data.example/") is True


def test_a_malformed_query_says_where() -> None:
    with pytest.raises(QueryError, match=r"^places:2:\d+: is not SPARQL 1\.1"):
        store().query("SELECT ?place\n{ ?place schema:name }", name="places")


def test_an_undeclared_prefix_is_called_so() -> None:
    with pytest.raises(QueryError, match="prefix that is not declared"):
        store().query("SELECT ?x { ?x geo:lat ?lat }")


# --- the network --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <https://other.example/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { # it's\n SERVICE<https://other.example/sparql>{ ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <https://other.example/sparql> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_asks_another_endpoint_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        store().query(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "a SERVICE for all" }',
        "SELECT * { ?service <https://other.example/SERVICE> ?o } # SERVICE",
        "PREFIX service: <https://other.example/> SELECT * { ?s service:SERVICE ?o }",
        "SELECT * { ?s ?p '''it's a SERVICE''' }",
    ],
)
def test_the_word_service_elsewhere_in_a_query_is_none(query: str) -> None:
    assert isinstance(store().query(query), Table)
