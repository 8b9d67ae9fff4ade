"""Whichever engine answers, the findings are the same: on data made at random, and with blank nodes by their labels."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.check import Checker, Settings, Source
from dateline.store import triples
from dateline.validate import Unsaid, Validator, axioms, validator_of
from dateline.validate.reference import Reference
from dateline.validate.result import Result

SHAPES = Path(__file__).parent / "data" / "every-component.ttl"
INVALID = sorted((Path(__file__).parent / "shapes" / "invalid").glob("*.ttl"))
VALID = Path(__file__).parent / "shapes" / "valid"
EX, XSD = "https://things.example/", "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
NODES = [*(f"<{EX}{name}>" for name in "abc"), "_:x", "_:y"]
NUMBERS = [*(f'"{number}"^^<{XSD}integer>' for number in ("1", "05", "12", "-3")), f'"1.0"^^<{XSD}decimal>']
DAYS = [f'"{day}"^^<{XSD}date>' for day in ("2019-12-31", "2020-06-01", "2022-01-01")]
LITERALS = [
    *NUMBERS,
    *DAYS,
    f'"many"^^<{XSD}integer>',
    *('"a"', '"x"', '"word"', '"Word"@en', '"mot"@fr', '"autre"@fr', '"Wort"@de', '"1"', '"lines\\nof text"', '"é"'),
]
CLASSES = [f"<{EX}{name}>" for name in ("Thing", "Box", "Crate")]

typed = st.tuples(st.sampled_from(NODES), st.just(RDF_TYPE), st.sampled_from(CLASSES))
VALUES = {"p": NUMBERS, "s": DAYS, "u": NUMBERS, "x": DAYS} | {name: [*NODES, *LITERALS] for name in "qrtvw"}
"""What each property may have; what is compared is of one kind, since pySHACL stops at what cannot be compared."""
said = st.one_of(
    [
        st.tuples(st.sampled_from(NODES), st.just(f"<{EX}{name}>"), st.sampled_from(values))
        for name, values in VALUES.items()
    ]
)
graphs = st.tuples(st.sets(typed, min_size=1, max_size=4), st.sets(said, max_size=14)).map(
    lambda parts: "".join(f"{' '.join(each)} .\n" for each in sorted(parts[0] | parts[1]))
)


@cache
def reference() -> Reference:
    return Reference(validator().shapes)


@cache
def validator() -> Validator:
    return Validator(SHAPES)


def test_the_fast_engine_takes_every_component() -> None:
    assert validator().by_fast_engine(f"<{EX}a> {RDF_TYPE} <{EX}Thing> .")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs)
def test_both_engines_find_the_same(graph: str) -> None:
    assert validator().by_fast_engine(graph) == validator().by_reference(graph)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs)
def test_both_engines_tell_blank_nodes_apart_by_the_same_labels(graph: str) -> None:
    labels = list(dict.fromkeys(re.findall(r"_:\w", graph)))
    by_fast = {each._replace(messages=()) for each in validator().results(graph, labels)}

    assert by_fast == {each._replace(messages=()) for each in reference().run(graph + axioms(), labels)}


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "shapes" / "invalid").glob("*.ttl")), ids=lambda path: path.stem
)
def test_a_failing_example_has_the_same_findings_with_and_without_the_fast_engine(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = Checker(Settings()).run([Source(str(path))]).findings
    monkeypatch.setattr(Validator, "results", _by_reference)

    assert Checker(Settings()).run([Source(str(path))]).findings == with_it


def _by_reference(
    own: Validator, turtle: str, labels: tuple[str, ...] = (), source: str = "data", *, beside: str | None = None
) -> list[Result]:
    return own._reference.run(turtle + (axioms() if beside is None else beside), labels, source)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_the_axioms_that_data_leave_unsaid_do_for_all(path: Path) -> None:
    unsaid, text, own = Unsaid(), path.read_text("utf-8"), validator_of(None)
    list(unsaid.watch(triples(path.read_bytes(), ".ttl", source=path.name, base=EX)))

    assert own.found(own.results(text, beside=unsaid.axioms()), "") == own.found(own.results(text), "")


def test_data_that_carry_all_classes_need_no_axiom() -> None:
    unsaid = Unsaid()
    list(unsaid.watch(triples((VALID / "Visit.ttl").read_bytes(), ".ttl", source="Visit", base=EX)))

    assert unsaid.axioms() == ""


def test_a_leaf_class_alone_needs_those_above_it() -> None:
    unsaid = Unsaid()
    list(unsaid.watch([("<urn:a>", RDF_TYPE, "<https://w3id.org/dateline/ns#Visit>")]))

    assert "Visit> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <https://w3id.org/dateline/ns#" in unsaid.axioms()


def test_a_class_of_somebody_s_own_below_one_of_ours_needs_those_above_it() -> None:
    unsaid = Unsaid()
    visit = "<https://w3id.org/dateline/ns#Visit>"
    list(unsaid.watch([("<urn:T>", "<http://www.w3.org/2000/01/rdf-schema#subClassOf>", visit)]))

    assert unsaid.axioms().count(visit) == 1
