"""The shapes against a file for each class that conforms and a file for each shape that fails."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.term import Node

from dateline.resources import find
from dateline.validate import Finding, Validator, axioms
from dateline.vocabulary import dl

CLASSES = [name for name in dl if name[0].isupper()]
PROPERTIES = [name for name in dl if name[0].islower()]
FILES = Path(__file__).parent / "shapes"
VALID = sorted((FILES / "valid").glob("*.ttl"))
INVALID = sorted((FILES / "invalid").glob("*.ttl"))
SHAPES = "https://w3id.org/dateline/shapes#"
DATA_SHAPES = find("shapes/dateline.ttl")
SHACL_SHACL = Path(pyshacl.__file__).parent / "assets" / "shacl-shacl.ttl"
"""The shapes of shapes (SHACL, appendix C), as pySHACL carries them."""
NEVER = URIRef("https://example.org/canary/never")
CONSTRAINTS = (SH.closed, SH["or"], SH["not"], SH.nodeKind)


@cache
def shapes() -> Graph:
    return Graph().parse(DATA_SHAPES)


@cache
def validator(name: str = "shapes/dateline.ttl") -> Validator:
    return Validator(find(name))


@cache
def reference(path: Path) -> tuple[Finding, ...]:
    return validator().by_reference(path.read_text("utf-8"))


@cache
def all_valid() -> Graph:
    graph = Graph().parse(data=axioms(), format="nt")
    for path in VALID:
        graph.parse(path)
    return graph


def targeted() -> set[Node]:
    return {shape for target in (SH.targetClass, SH.targetSubjectsOf) for shape in shapes().subjects(target)}


def failing() -> set[Node]:
    """Return the shapes that a result can name: property shapes of a target, and node shapes with constraints."""
    graph = shapes()
    own = {shape for shape in targeted() if any((shape, constraint, None) in graph for constraint in CONSTRAINTS)}
    return own | {each for shape in targeted() for each in graph.objects(shape, SH.property)}


def local_names(nodes: set[Node]) -> set[str]:
    return {str(node).removeprefix(SHAPES) for node in nodes}


def ids(paths: list[Path]) -> list[str]:
    return [path.stem for path in paths]


# --- files that conform --------------------------------------------------------------------------


@pytest.mark.parametrize("path", VALID, ids=ids(VALID))
def test_pyshacl_finds_nothing_in_a_valid_file(path: Path) -> None:
    assert reference(path) == ()


@pytest.mark.parametrize("path", VALID, ids=ids(VALID))
def test_the_fast_engine_finds_nothing_in_a_valid_file(path: Path) -> None:
    assert validator().by_fast_engine(path.read_text("utf-8")) == ()


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_a_valid_file_with_a_node_of_it(name: str) -> None:
    graph = Graph().parse(FILES / "valid" / f"{name}.ttl")

    assert (None, RDF.type, URIRef(dl[name])) in graph


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_of_ours_is_used_by_a_valid_file(name: str) -> None:
    assert (None, URIRef(dl[name]), None) in all_valid()


def test_every_property_of_a_closed_shape_is_used_by_a_valid_file() -> None:
    graph = shapes()
    paths = {graph.value(each, SH.path) for shape in targeted() for each in graph.objects(shape, SH.property)}

    assert [path for path in paths if isinstance(path, URIRef) and (None, path, None) not in all_valid()] == []


# --- files that fail -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", INVALID, ids=ids(INVALID))
def test_an_invalid_file_fails_the_shape_that_it_is_named_after_and_no_other(path: Path) -> None:
    assert {finding.shape for finding in reference(path)} == {SHAPES + path.name.split(".")[0]}


@pytest.mark.parametrize("path", INVALID, ids=ids(INVALID))
def test_both_engines_find_the_same_in_an_invalid_file(path: Path) -> None:
    assert validator().by_fast_engine(path.read_text("utf-8")) == reference(path)


def test_every_shape_that_can_fail_has_an_invalid_file() -> None:
    assert local_names(failing()) - {path.stem for path in INVALID} == set()


def test_every_malformed_time_is_found() -> None:
    graph = Graph().parse(FILES / "invalid" / "time.forms.ttl")
    times = set(graph.objects(None, URIRef(dl.time)))

    found = {finding.value for finding in reference(FILES / "invalid" / "time.forms.ttl")}

    assert found == {time.n3() for time in times}


# --- the canary ---------------------------------------------------------------------------------------


def targets() -> Iterator[tuple[URIRef, Node, Node]]:
    """Yield a canary's name, the kind of a target and the target, for each target of each shape."""
    for kind in (SH.targetClass, SH.targetSubjectsOf):
        for shape, target in sorted(shapes().subject_objects(kind)):
            name = f"{str(shape).removeprefix(SHAPES)}-{kind.removeprefix(str(SH))}-{str(target).split('/')[-1]}"
            yield URIRef("https://example.org/canary/" + name.replace("#", "-")), kind, target


def focus_nodes(kind: Node, target: Node) -> set[Node]:
    """Return what a target hits in the valid files, as SHACL 1.0, 2.1.3 says, without an engine."""
    graph = all_valid()
    if kind == SH.targetSubjectsOf:
        return set(graph.subjects(target))
    below = graph.transitive_subjects(RDFS.subClassOf, target)
    return {node for each in below for node in graph.subjects(RDF.type, each)}


def canaries() -> Graph:
    """Return for each target a shape that no node conforms to."""
    graph = Graph()
    for name, kind, target in targets():
        graph.add((name, RDF.type, SH.NodeShape))
        graph.add((name, kind, target))
        graph.add((name, SH.hasValue, NEVER))
    return graph


def test_every_target_hits_a_node_of_a_valid_file() -> None:
    assert [name for name, kind, target in targets() if not focus_nodes(kind, target)] == []


@pytest.mark.parametrize("engine", ["by_reference", "by_fast_engine"])
def test_the_canary_of_every_target_fails_on_every_node_that_the_target_means(engine: str, tmp_path: Path) -> None:
    path = tmp_path / "canaries.ttl"
    canaries().serialize(path, format="turtle")
    expected = {(str(name), str(node)) for name, kind, target in targets() for node in focus_nodes(kind, target)}

    findings = getattr(Validator(path), engine)(all_valid().serialize(format="nt"))

    assert {(finding.shape, finding.focus) for finding in findings} == expected


# --- how the shapes are written -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dateline", "text", "ontology-style"])
def test_the_shapes_are_well_formed_by_the_shapes_of_shapes(name: str) -> None:
    graph = Graph().parse(find(f"shapes/{name}.ttl"))

    _, _, report = pyshacl.validate(graph, shacl_graph=Graph().parse(SHACL_SHACL), max_validation_depth=60)

    assert "Conforms: True" in report


def test_no_shape_of_data_needs_sparql() -> None:
    assert not {SH.sparql, SH.select, SH.ask, SH.prefixes} & set(shapes().predicates())


def test_every_shape_that_can_fail_has_an_iri() -> None:
    assert [shape for shape in failing() if isinstance(shape, BNode)] == []


def test_every_shape_that_can_fail_has_one_message_that_is_a_sentence() -> None:
    messages = {shape: list(shapes().objects(shape, SH.message)) for shape in failing()}

    assert [shape for shape, each in messages.items() if len(each) != 1 or not str(each[0]).endswith(".")] == []


def test_every_property_of_ours_has_a_property_shape() -> None:
    paths = set(shapes().objects(None, SH.path))

    assert [name for name in PROPERTIES if URIRef(dl[name]) not in paths] == []


# --- quotations, optional ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", VALID, ids=ids(VALID))
def test_the_quotations_of_a_valid_file_are_what_its_text_has(path: Path) -> None:
    assert validator("shapes/text.ttl").by_reference(path.read_text("utf-8")) == ()


@pytest.mark.parametrize(
    ("shape", "right", "wrong"),
    [
        ("Quotation", 'nif:anchorOf "met"', 'nif:anchorOf "meet"'),
        ("Offsets", "#char=35,38>", "#char=35,39>"),
        ("Length", 'nif:endIndex "83"', 'nif:endIndex "84"'),
    ],
)
def test_a_quotation_or_offset_that_does_not_fit_the_text_is_found(shape: str, right: str, wrong: str) -> None:
    text = (FILES / "valid" / "Meeting.ttl").read_text("utf-8").replace(right, wrong)

    found = validator("shapes/text.ttl").by_reference(text)

    assert SHAPES + shape in {finding.shape for finding in found}
