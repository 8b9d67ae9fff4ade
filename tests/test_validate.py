"""Validation as a function: what it reads, what it says, and which engine says it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import Graph

from dateline.errors import ReadError, ShapesError
from dateline.resources import find
from dateline.validate import Finding, Validator, validate

FILES = Path(__file__).parent / "shapes"
VISIT = FILES / "valid" / "Visit.ttl"
NO_VISITOR = FILES / "invalid" / "Visit-attendee.ttl"
SHAPES = "https://w3id.org/dateline/shapes#"
OWN = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
ex:Ship a sh:NodeShape ; sh:targetClass ex:Ship ; sh:property ex:flag , ex:mast , [ sh:path ex:keel ; sh:minCount 1 ] .
ex:flag a sh:PropertyShape ; sh:path ex:flag ; sh:minCount 1 ; sh:severity sh:Info ; sh:message "No flag." .
ex:mast a sh:PropertyShape ; sh:path ( ex:mast [ sh:inversePath ex:of ] ) ; sh:minCount 1 ; sh:severity sh:Warning .
"""
SHIP = "<https://example.org/argo> a <https://example.org/Ship> ."


@pytest.fixture
def own_shapes(tmp_path: Path) -> Path:
    path = tmp_path / "ships.ttl"
    path.write_text(OWN, "utf-8")
    return path


@pytest.fixture
def without_fast_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shacl", None)


# --- findings -----------------------------------------------------------------------------------------


def test_data_that_conform_have_no_finding() -> None:
    assert validate(VISIT) == ()


def test_a_finding_says_what_is_wrong_where_and_what_to_do() -> None:
    (finding,) = validate(NO_VISITOR)

    assert finding == Finding(
        severity="Violation",
        shape=SHAPES + "Visit-attendee",
        focus=finding.focus,
        path="http://schema.org/attendee",
        value="",
        message="A visit has a visitor: name the one who goes, or is to go, with schema:attendee.",
        source=str(NO_VISITOR),
        rule="Visit-attendee",
        component="MinCount",
    )


def test_the_value_of_a_finding_is_written_as_in_the_data() -> None:
    text = VISIT.read_text("utf-8").replace('"2032"^^edtf:EDTF', '"02032"^^<http://www.w3.org/2001/XMLSchema#integer>')

    assert [finding.value for finding in validate(text)] == ['"02032"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_a_blank_node_is_written_without_its_label() -> None:
    (finding,) = validate(FILES / "invalid" / "Node.ttl")

    assert finding.focus == "[]"


def test_the_worst_findings_come_first(own_shapes: Path) -> None:
    assert [finding.severity for finding in validate(SHIP, shapes=own_shapes)] == ["Violation", "Warning", "Info"]


def test_a_property_shape_without_an_iri_is_reported_as_the_shape_around_it(own_shapes: Path) -> None:
    assert validate(SHIP, shapes=own_shapes)[0].shape == "https://example.org/Ship"


@pytest.mark.parametrize(
    ("constraint", "message"),
    [
        ("sh:minCount 1", "<https://example.org/keel> has no value"),
        ("sh:minCount 2", "<https://example.org/keel> has fewer than 2 values"),
        ("sh:hasValue schema:Person", "<https://example.org/keel> lacks the value schema:Person"),
        ('sh:message "No keel."@en , "Kein Kiel."@de ; sh:minCount 1', "No keel."),
    ],
)
def test_a_shape_without_a_message_has_one_of_ours(constraint: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "ships.ttl"
    path.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .
        @prefix schema: <http://schema.org/> .
        ex:S a sh:NodeShape ; sh:targetClass ex:Ship ; sh:property [ sh:path ex:keel ; {constraint} ] .""",
        "utf-8",
    )

    assert [finding.message for finding in validate(SHIP, shapes=path)] == [message]


@pytest.mark.parametrize("engine", ["by_reference", "by_fast_engine"])
def test_a_path_of_several_steps_is_written_as_in_sparql(engine: str, own_shapes: Path) -> None:
    findings = getattr(Validator(own_shapes), engine)(SHIP)

    assert "(<https://example.org/mast>/^<https://example.org/of>)" in {finding.path for finding in findings}


def test_nodes_that_a_query_finds_are_judged_the_same_by_both_engines(own_shapes: Path) -> None:
    query = "SELECT ?this WHERE { ?this a <https://example.org/Ship> }"
    target = f"[ a sh:SPARQLTarget ; sh:select '{query}' ]"
    own_shapes.write_text(OWN.replace("sh:targetClass ex:Ship", f"sh:target {target}"), "utf-8")
    validator = Validator(own_shapes)

    assert validator.by_fast_engine(SHIP) == validator.by_reference(SHIP) != ()


def test_a_node_with_its_leaf_class_alone_does_not_pass_unseen() -> None:
    """Shapes that hit nothing conform: a legislature that is not said to be an actor must be hit all the same."""
    (finding,) = {each.shape for each in validate(FILES / "invalid" / "Actor-type.leaf.ttl")}

    assert finding == SHAPES + "Actor-type"


# --- engines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [VISIT, NO_VISITOR])
def test_without_the_fast_engine_the_findings_are_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = Validator().findings(path.read_text("utf-8"))
    monkeypatch.setitem(sys.modules, "shacl", None)

    assert Validator().findings(path.read_text("utf-8")) == with_it


@pytest.mark.parametrize(("path", "expected"), [(VISIT, True), (NO_VISITOR, False)])
def test_conforms_tells_whether_there_are_findings(path: Path, expected: bool) -> None:
    assert Validator().conforms(path.read_text("utf-8")) is expected


@pytest.mark.usefixtures("without_fast_engine")
@pytest.mark.parametrize(("path", "expected"), [(VISIT, True), (NO_VISITOR, False)])
def test_conforms_tells_the_same_without_the_fast_engine(path: Path, expected: bool) -> None:
    assert Validator().conforms(path.read_text("utf-8")) is expected


@pytest.mark.usefixtures("without_fast_engine")
def test_asking_for_the_fast_engine_where_it_is_missing_is_an_error() -> None:
    with pytest.raises(ShapesError, match=r"dateline\[fast\]"):
        Validator().by_fast_engine(SHIP)


def test_importing_the_module_loads_no_engine() -> None:
    code = "import sys, dateline.validate; print({'rdflib', 'pyshacl', 'shacl', 'pyoxigraph'} & set(sys.modules))"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_data_that_the_fast_engine_accepts_never_load_rdflib() -> None:
    code = (
        "import sys, dateline.validate\n"
        f"assert dateline.validate.Validator().conforms(open({str(VISIT)!r}, encoding='utf-8').read())\n"
        "print('rdflib' in sys.modules)"
    )

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


def test_rdflib_rewrites_literals_again_afterwards() -> None:
    validate(NO_VISITOR)

    assert rdflib.NORMALIZE_LITERALS is True


# --- what is read -------------------------------------------------------------------------------------


def test_bytes_are_read_as_turtle() -> None:
    assert len(validate(NO_VISITOR.read_bytes())) == 1


def test_a_graph_of_rdflib_is_validated_and_left_as_it_is() -> None:
    graph = Graph().parse(NO_VISITOR)
    before = set(graph)

    findings = validate(graph)

    assert (len(findings), set(graph)) == (1, before)


def test_each_of_several_files_is_a_graph_of_its_own() -> None:
    assert [finding.source for finding in validate([VISIT, NO_VISITOR])] == [str(NO_VISITOR)]


@pytest.mark.parametrize(("suffix", "format_"), [(".nt", "nt"), (".rdf", "xml"), (".jsonld", "json-ld")])
@pytest.mark.parametrize("path", [VISIT, NO_VISITOR, FILES / "valid" / "Article.ttl"])
def test_other_formats_have_the_same_findings(path: Path, suffix: str, format_: str, tmp_path: Path) -> None:
    other = tmp_path / f"data{suffix}"
    Graph().parse(path).serialize(other, format=format_, encoding="utf-8")

    assert [finding.shape for finding in validate(other)] == [finding.shape for finding in validate(path)]


def test_the_named_graphs_of_a_file_are_validated_as_one(tmp_path: Path) -> None:
    names = ("<https://example.org/graph/one>", "<https://example.org/graph/two>")
    lines = Graph().parse(VISIT).serialize(format="nt", encoding="utf-8").decode().splitlines()
    triples = [line.removesuffix(" .") for line in lines if line]
    path = tmp_path / "data.nq"
    path.write_text("".join(f"{line} {names[n % 2]} .\n" for n, line in enumerate(triples)), "utf-8")

    assert validate(path) == ()


def test_schema_org_in_https_is_read_as_the_same(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    path.write_text(VISIT.read_text("utf-8").replace("<http://schema.org/>", "<https://schema.org/>"), "utf-8")

    assert validate(path) == ()


@pytest.mark.parametrize(
    "content",
    [
        '{"@context": "https://elsewhere.example/context.jsonld"}',
        '[{"@context": [{"a": "https://example.org/a"}, "https://elsewhere.example/context.jsonld"]}]',
        '{"@context": {"@import": "https://elsewhere.example/context.jsonld"}}',
    ],
)
def test_a_context_elsewhere_is_refused_and_never_fetched(content: str, tmp_path: Path) -> None:
    path = tmp_path / "data.jsonld"
    path.write_text(content, "utf-8")

    with pytest.raises(ReadError, match="nothing is fetched"):
        validate(path)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("data.ttl", b"<a> <b> ", "malformed"),
        ("data.nt", b"\xff", "not UTF-8 at byte 0"),
        ("data.nq", b"<a", "malformed"),
        ("data.jsonld", b"{", "malformed"),
        ("data.csv", b"a,b", "no format known"),
    ],
)
def test_data_that_cannot_be_read_are_an_error_that_names_the_file(
    name: str, content: bytes, what: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(ReadError, match=what) as caught:
        validate(path)

    assert caught.value.where.startswith(str(path))


def test_the_reference_says_of_rdf_1_2_that_it_cannot_read_it() -> None:
    with pytest.raises(ReadError, match=r"not RDF 1\.1"):
        Validator().by_reference("<https://example.org/a> <https://example.org/b> <<( <urn:a> <urn:b> <urn:c> )>> .")


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        validate(tmp_path / "none.ttl")


# --- shapes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<https://example.org/a> <https://example.org/b> <https://example.org/c> .", "holds no SHACL shape"),
        (OWN + "ex:flag sh:", "malformed"),
        (OWN + "ex:flag sh:minCount ex:many .", "cannot be applied"),
        (OWN + "ex:Ship sh:property ex:rudder .", "has a property shape <https://example.org/rudder> with no sh:path"),
        (OWN + "ex:flag sh:path ex:sail .", "has a property shape <https://example.org/flag> with 2 sh:paths"),
        (OWN + "ex:Ship sh:property [ sh:path _:p ; sh:minCount 1 ] . _:p sh:inversePath _:p .", "back into itself"),
        (OWN + "ex:flag sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l .", "cannot be applied"),
        (OWN + 'ex:flag sh:pattern "(" .', "cannot be applied"),
        (OWN + 'ex:Ship sh:sparql [ sh:select "SELECT nothing" ] .', "cannot be applied"),
    ],
)
def test_shapes_that_cannot_be_used_are_an_error_that_names_the_file(content: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(content, "utf-8")

    with pytest.raises(ShapesError, match=what) as caught:
        validate(SHIP, shapes=path)

    assert caught.value.where.startswith(str(path))


def test_shapes_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(OWN, "utf-8-sig")

    assert validate(SHIP, shapes=path) != ()


def test_shapes_that_are_missing_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match="cannot be read"):
        validate(SHIP, shapes=tmp_path / "none.ttl")


def test_our_shapes_are_the_default() -> None:
    assert Validator().path == find("shapes/dateline.ttl")
