"""The reports of a check: what each must hold for those who read it, and several at once."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from dateline.check import Checker, Outcome, Settings, Source
from dateline.check.reports import KINDS
from dateline.cli import main

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://ships.example/> .
ex:Ship a sh:NodeShape ; sh:targetClass ex:Ship ; sh:property ex:flag , ex:mast .
ex:flag sh:path ex:flag ; sh:nodeKind sh:IRI ; sh:severity sh:Warning ; sh:message "No flag: 100 %." .
ex:mast a sh:PropertyShape ; sh:path ex:mast ; sh:minCount 1 .
"""
DATA = """@prefix ex: <https://ships.example/> .
<https://ships.example/argo> a ex:Ship ; <http://www.w3.org/2000/01/rdf-schema#label> "The Argo, of Iolcus" ;
    ex:flag "red\\nand white"@en .
[] a ex:Ship .
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    folder = tmp_path_factory.mktemp("ships")
    (folder / "shapes").write_text(SHAPES, "utf-8")
    (folder / "a b.ttl").write_text(DATA, "utf-8")
    (folder / "fine.ttl").write_text('<urn:a> <http://schema.org/name> "A" .', "utf-8")
    (folder / "broken.ttl").write_text("<urn:a", "utf-8")
    sources = [Source(str(folder / name)) for name in ("a b.ttl", "fine.ttl", "broken.ttl")]
    return Checker(Settings(shapes=folder / "shapes")).run(sources)


def render(kind: str, outcome: Outcome) -> str:
    return KINDS[kind](outcome)


def test_the_command_offers_the_reports_that_there_are() -> None:
    assert tuple(KINDS) == import_module("dateline.cli.check").KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_outcome_gives_the_same_report(kind: str, outcome: Outcome) -> None:
    assert render(kind, outcome) == render(kind, outcome)


def test_a_line_of_text_has_place_severity_rule_message_label_and_advice(outcome: Outcome) -> None:
    lines = [re.sub(r"^.*?(?=a b\.ttl)", "", line) for line in render("text", outcome).splitlines()]

    assert lines[0] == (
        "a b.ttl:2:1: violation[mast] <https://ships.example/mast> has no value (The Argo, of Iolcus)"
        " — add what is missing"
    )


def test_json_has_every_finding_with_a_fingerprint(outcome: Outcome) -> None:
    document = json.loads(render("json", outcome))

    assert document["counts"] == {"violation": 2, "warning": 1, "info": 1, "known": 0}
    assert len({finding["fingerprint"] for finding in document["findings"]}) == len(outcome.findings)


# --- SARIF: what its schema demands of the parts that we write ---------------------------------------


def sarif(outcome: Outcome) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render("sarif", outcome))
    return document


def test_sarif_says_which_version_it_is_and_what_made_it(outcome: Outcome) -> None:
    document = sarif(outcome)

    assert document["version"] == "2.1.0"
    assert [run["tool"]["driver"]["name"] for run in document["runs"]] == ["dateline"]
    assert set(document) == {"$schema", "version", "runs"}


def test_a_sarif_result_points_at_its_rule(outcome: Outcome) -> None:
    (run,) = sarif(outcome)["runs"]
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert all(listed[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert len(set(listed)) == len(listed)


def test_a_sarif_result_has_a_level_of_the_standard_and_a_message(outcome: Outcome) -> None:
    (run,) = sarif(outcome)["runs"]

    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    assert all(result["message"]["text"] for result in run["results"])


def test_a_sarif_region_counts_from_1_in_code_points(outcome: Outcome) -> None:
    (run,) = sarif(outcome)["runs"]
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in run["results"]]

    assert run["columnKind"] == "unicodeCodePoints"
    assert all(region["startLine"] >= 1 and region["startColumn"] >= 1 for region in regions)


def test_a_sarif_address_is_a_uri(outcome: Outcome) -> None:
    (run,) = sarif(outcome)["runs"]
    addresses = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]}

    assert all(re.fullmatch(r"[A-Za-z0-9:/._~%-]+", address) for address in addresses)
    assert addresses <= {each["location"]["uri"] for each in run["artifacts"]}


def test_sarif_tells_that_a_file_could_not_be_read(outcome: Outcome) -> None:
    assert sarif(outcome)["runs"][0]["invocations"] == [{"executionSuccessful": False}]


# --- JUnit, GitHub ----------------------------------------------------------------------------------


def test_junit_has_a_suite_for_each_file_with_its_counts(outcome: Outcome) -> None:
    root = ET.fromstring(render("junit", outcome))
    suites = [tuple(suite.get(key) for key in ("tests", "failures", "errors", "skipped")) for suite in root]

    assert suites == [("4", "2", "0", "2"), ("1", "0", "0", "0"), ("1", "0", "1", "0")]


def test_junit_holds_no_character_that_xml_forbids(outcome: Outcome) -> None:
    (first, *_) = outcome.findings
    odd = replace(outcome, findings=(replace(first, message="\x00\x1b <&>"),))

    assert ET.fromstring(render("junit", odd)).find(".//failure") is not None


def test_a_command_for_github_is_one_line_with_its_marks_escaped(outcome: Outcome) -> None:
    lines = render("github", outcome).splitlines()

    assert len(lines) == len(outcome.findings)
    assert any(line.startswith("::warning file=") and "No flag: 100 %25" in line for line in lines)
    assert all(re.match(r"::(error|warning|notice) file=[^:,]+,line=\d+,col=\d+,title=[^:]+::", line) for line in lines)


# --- RDF --------------------------------------------------------------------------------------------


def test_the_report_in_rdf_is_a_validation_report(outcome: Outcome) -> None:
    graph = Graph().parse(data=render("rdf", outcome), format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)

    assert (report, SH.conforms, Literal(False)) in graph
    assert len(set(graph.objects(report, SH.result))) == len([e for e in outcome.findings if e.severity != "Error"])


def test_a_result_in_rdf_has_what_shacl_demands(outcome: Outcome) -> None:
    graph = Graph().parse(data=render("rdf", outcome), format="turtle")
    demanded = (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent)

    assert all((result, each, None) in graph for result in graph.objects(None, SH.result) for each in demanded)


def test_a_result_in_rdf_has_the_terms_of_the_data(outcome: Outcome) -> None:
    graph = Graph().parse(data=render("rdf", outcome), format="turtle")
    (flag,) = graph.subjects(SH.resultSeverity, SH.Warning)

    assert graph.value(flag, SH.focusNode) == URIRef("https://ships.example/argo")
    assert graph.value(flag, SH.value) == Literal("red\nand white", lang="en")
    assert any(isinstance(node, BNode) for node in graph.objects(None, SH.focusNode))


# --- several at once --------------------------------------------------------------------------------


def test_reports_go_to_their_files_and_the_text_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <http://schema.org/nmae> 1 .", "utf-8")
    reports = [f"--report={kind}={tmp_path / kind}" for kind in ("sarif", "junit")]

    done = CliRunner().invoke(main, ["check", str(tmp_path / "a.ttl"), *reports])

    assert "unknown-term" in done.stdout
    assert all("unknown-term" in (tmp_path / kind).read_text("utf-8") for kind in ("sarif", "junit"))


def test_two_reports_to_standard_output_are_a_wrong_call() -> None:
    assert CliRunner().invoke(main, ["check", "-", "--report=json", "--report=sarif"], input="").exit_code == 2
