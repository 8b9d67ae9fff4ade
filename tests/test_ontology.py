"""The ontology: how it is written, and that its names are those of the code and of schema.org."""

from __future__ import annotations

import re
from functools import cache

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from dateline.lint.terms import superseded, terms
from dateline.mapping.classes import PARENT
from dateline.resources import find
from dateline.validate import Validator, validate
from dateline.vocabulary import PREFIXES, Namespace, dl, eventtype, schema, status

CLASSES = [name for name in dl if name[0].isupper()]
PROPERTIES = [name for name in dl if name[0].islower()]
FILES = ("dateline.ttl", "event-types.ttl", "status.ttl", "alignments.ttl")
STYLE = find("shapes/ontology-style.ttl")
SCHEMA_TERM = re.compile(r"(?:\bschema:|https?://schema\.org/)([A-Za-z0-9]+)")


def read(name: str) -> str:
    return find(f"ontology/{name}").read_text("utf-8")


@cache
def graph(name: str) -> Graph:
    return Graph().parse(find(f"ontology/{name}"))


def declared(*kinds: URIRef) -> set[str]:
    return {str(term) for kind in kinds for term in graph("dateline.ttl").subjects(RDF.type, kind)}


# --- terms ---------------------------------------------------------------------------------------------


def test_the_classes_are_those_of_the_vocabulary() -> None:
    assert declared(OWL.Class) == {dl[name] for name in CLASSES}


def test_the_properties_are_those_of_the_vocabulary() -> None:
    assert declared(OWL.ObjectProperty, OWL.DatatypeProperty) == {dl[name] for name in PROPERTIES}


def test_the_tree_of_classes_is_the_one_that_data_spells_out() -> None:
    tree = {(str(child), str(parent)) for child, parent in graph("dateline.ttl").subject_objects(RDFS.subClassOf)}

    assert tree == {(dl[child], dl[parent]) for child, parent in PARENT.items()}


@pytest.mark.parametrize(("name", "terms"), [("event-types.ttl", eventtype), ("status.ttl", status)])
def test_the_concepts_of_a_scheme_are_those_of_the_vocabulary(name: str, terms: Namespace) -> None:
    concepts = {str(concept) for concept in graph(name).subjects(RDF.type, SKOS.Concept)}

    assert concepts == {terms[each] for each in terms}


@pytest.mark.parametrize("name", ["event-types.ttl", "status.ttl"])
def test_every_concept_is_a_top_concept_of_its_scheme_both_ways(name: str) -> None:
    up = set(graph(name).subject_objects(SKOS.topConceptOf))
    down = {(concept, scheme) for scheme, concept in graph(name).subject_objects(SKOS.hasTopConcept)}

    assert up == down == set(graph(name).subject_objects(SKOS.inScheme))


def test_the_notation_of_an_event_type_is_its_code() -> None:
    notations = {str(concept): str(code) for concept, code in graph("event-types.ttl").subject_objects(SKOS.notation)}

    assert notations == {eventtype[code]: code for code in eventtype}


# --- style -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dateline.ttl", "event-types.ttl", "status.ttl"])
def test_every_term_says_once_what_it_is_with_an_example(name: str) -> None:
    assert validate(find(f"ontology/{name}"), shapes=STYLE) == ()


@pytest.mark.parametrize(
    ("shape", "right", "wrong"),
    [
        ("OwnTerm-label", 'rdfs:label "actor" ;', ""),
        ("OwnTerm-label", 'rdfs:label "actor" ;', 'rdfs:label "actor" , "party" ;'),
        ("OwnTerm-definition", 'skos:definition "Parties that', 'skos:note "Parties that'),
        ("OwnTerm-example", 'skos:example "The Althing', 'skos:note "The Althing'),
        ("OwnTerm-isDefinedBy", "rdfs:isDefinedBy <https://w3id.org/dateline/ns> .", "rdfs:comment 1 ."),
        ("OwnTerm", "dl:Visit a owl:Class", "<https://w3id.org/dateline/Visit> a owl:Class"),
        ("OwnClass", "dl:Visit a owl:Class", "dl:visit a owl:Class"),
        ("OwnProperty", "dl:basis a owl:ObjectProperty", "dl:Basis a owl:ObjectProperty"),
    ],
)
def test_a_term_that_does_not_is_found(shape: str, right: str, wrong: str) -> None:
    broken = read("dateline.ttl").replace(right, wrong, 1)

    found = Validator(STYLE).by_reference(broken)

    assert f"https://w3id.org/dateline/shapes#{shape}" in {finding.shape for finding in found}


# --- what the axioms must not say -----------------------------------------------------------------------------


def test_no_axiom_makes_an_occurrence_an_event_of_schema_org() -> None:
    """Occurrences that are proposed or negated carry no class of schema.org, and none may be inferred."""
    axioms = graph("dateline.ttl") + graph("alignments.ttl")
    under = {child for child in axioms.transitive_subjects(RDFS.subClassOf, URIRef(dl.Occurrence))}
    above = {parent for child in under for parent in axioms.objects(child, RDFS.subClassOf)}

    assert [parent for parent in above if str(parent).startswith(str(schema))] == []


@pytest.mark.parametrize("name", FILES)
def test_no_axiom_says_anything_of_prov(name: str) -> None:
    """A passage's subject as prov:Entity would contradict org:ChangeEvent, a prov:Activity."""
    nodes = {str(term) for triple in graph(name) for term in triple}

    assert [node for node in nodes if node.startswith(PREFIXES["prov"])] == []


def test_no_property_for_several_classes_has_a_domain() -> None:
    several = {dl[name] for name in ("evidence", "rule", "time", "attestedOn", "states")}

    assert several & {str(term) for term in graph("dateline.ttl").subjects(RDFS.domain)} == set()


# --- header --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["nif:isString", "not registered yet", "prov:Entity"])
def test_the_header_tells_what_a_reader_must_know(word: str) -> None:
    notes = graph("dateline.ttl").objects(URIRef("https://w3id.org/dateline/ns"), SKOS.editorialNote)

    assert any(word in str(note) for note in notes)


# --- schema.org --------------------------------------------------------------------------------------------------


@cache
def current() -> frozenset[str]:
    return terms(str(schema)) - superseded(str(schema)).keys()


@pytest.mark.parametrize("path", [*(f"ontology/{name}" for name in FILES), "shapes/dateline.ttl"])
def test_every_schema_org_term_of_a_file_is_a_current_one(path: str) -> None:
    used = set(SCHEMA_TERM.findall(find(path).read_text("utf-8")))

    assert used - current() == set()


def test_every_schema_org_term_of_the_vocabulary_is_a_current_one() -> None:
    assert set(schema) - current() == set()
