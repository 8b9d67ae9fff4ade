from __future__ import annotations

import subprocess
import sys

import pytest

from dateline import vocabulary
from dateline.mapping.classes import PARENT
from dateline.model import Status
from dateline.vocabulary import IRI, PREFIXES, Namespace, dl, eventtype, schema, status


def test_there_are_23_classes_of_our_own() -> None:
    assert len([term for term in dl if term[0].isupper()]) == 23


def test_there_are_17_properties_of_our_own() -> None:
    assert len([term for term in dl if term[0].islower()]) == 17


def test_every_class_that_stands_under_another_is_a_term() -> None:
    assert all(child in dl and parent in dl for child, parent in PARENT.items())


def test_the_statuses_are_those_of_the_records() -> None:
    assert set(status) == {each.value for each in Status}


def test_there_are_the_sixteen_event_types() -> None:
    assert len(set(eventtype)) == 16


def test_a_term_is_an_iri_of_its_namespace() -> None:
    assert dl.evidence == IRI("https://w3id.org/dateline/ns#evidence")


def test_schema_org_is_written_with_http() -> None:
    assert str(schema) == "http://schema.org/"


def test_an_unknown_attribute_raises() -> None:
    with pytest.raises(AttributeError, match="has no term 'Metting'"):
        _ = dl.Metting


def test_an_unknown_item_raises() -> None:
    with pytest.raises(KeyError, match="has no term 'Metting'"):
        _ = dl["Metting"]


def test_every_namespace_has_a_prefix_of_its_name() -> None:
    named = {name: str(value) for name, value in vars(vocabulary).items() if isinstance(value, Namespace)}
    assert named.items() <= PREFIXES.items()


def test_the_terms_are_there_without_rdflib_and_pyoxigraph() -> None:
    code = "import sys, dateline.vocabulary; print({'rdflib', 'pyoxigraph'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded == "set()\n"
