"""The rules beyond SHACL: each finds its example and nothing in the corrected one, and keeps silent where it must."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dateline.lint import Inspection, Links, Remark, Rule, Texts, rules
from dateline.lint.literals import fault
from dateline.store import triples
from dateline.vocabulary import PREFIXES

BASE = "https://data.example/"
PREFIX = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
TEXT = "They met."
TEXTS = Texts({hashlib.sha256(TEXT.encode()).hexdigest(): TEXT})
XSD, EDTF = PREFIXES["xsd"], f"{PREFIXES['edtf']}EDTF"


def remarks(turtle: str, *, base: str | None = BASE, texts: Texts = TEXTS) -> list[Remark]:
    links = Links()
    data = (PREFIX + turtle).encode()
    found = Inspection("data", texts, links, base).run(triples(data, ".ttl", source="data", base=BASE))
    return found + [remark for _, remark in links.dangling()]


def found(turtle: str, **options: str | None) -> set[str]:
    return {remark.rule for remark in remarks(turtle, **options)}  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_rule_alone_finds_its_bad_example(rule: Rule) -> None:
    assert found(rule.bad) == {rule.id}


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_no_rule_finds_anything_in_a_good_example(rule: Rule) -> None:
    assert found(rule.good) == set()


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_rule_has_a_severity_that_there_is(rule: Rule) -> None:
    assert rule.severity in ("violation", "warning", "info")


# --- terms ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("turtle", "near"),
    [
        ("<a> schema:atendee <urn:b> .", "attendee"),
        ("<a> a schema:newsArticle .", "NewsArticle"),
        ("<a> dl:evidnce <urn:b> .", "evidence"),
        ("<a> a org:Organisation .", "Organization"),
        ("<a> prov:wasDerivedfrom <urn:b> .", "wasDerivedFrom"),
        ('<a> skos:preflabel "x" .', "prefLabel"),
        ("<a> <https://schema.org/nmae> 1 .", "name"),
        ('<a> schema:name "x"^^xsd:strnig .', "string"),
    ],
)
def test_the_nearest_name_is_told(turtle: str, near: str) -> None:
    (remark,) = remarks(turtle)

    assert (remark.rule, remark.advice) == ("unknown-term", f"did you mean {near}?")


@pytest.mark.parametrize(
    "turtle",
    [
        "<a> rdf:_12 <urn:b> .",
        "<a> a sh:NodeShape ; sh:in () .",
        "<a> dcat:inSeries <urn:b> .",
        "<a> <http://example.net/ns#nmae> 1 .",
        "<a> rdfs:isDefinedBy <http://schema.org/> , <http://www.w3.org/2004/02/skos/core> .",
        "<a> rdfs:seeAlso <http://schema.org/docs/about.html> .",
        "status:occurred a skos:Concept . eventtype:AGREE a skos:Concept .",
    ],
)
def test_terms_that_there_are_and_other_people_s_are_left_alone(turtle: str) -> None:
    assert found("@prefix sh: <http://www.w3.org/ns/shacl#> .\n" + turtle) == set()


# --- literals ---------------------------------------------------------------------------------------

FAULTS = {
    "ill-formed-literal": {
        "integer": ["", "1.0", "x", "1 2", "\u0661\u0662", "\u00a05"],
        "nonNegativeInteger": ["-1", f"-{'1' * 40}"],
        "byte": ["128", "1" * 40],
        "boolean": ["yes", "TRUE"],
        "decimal": ["1e3", "."],
        "double": ["one", "inf"],
        "date": ["3 May 2023", "\u0662023-05-03", "2023-5-3", "02023-01-01", "2023-05-03+15:00"],
        "dateTime": ["2023-05-03", "2023-05-03T10:00"],
        "dateTimeStamp": ["2023-05-03T10:00:00"],
        "duration": ["P", "1D", "PT"],
        "language": ["en_GB"],
        "hexBinary": ["abc"],
    },
    "impossible-date": {
        "date": ["2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "1900-02-29"],
        "dateTime": ["2023-05-03T25:00:00", "2023-05-03T24:00:01", "2023-05-03T10:60:00"],
        "gYearMonth": ["2023-13"],
        "gMonthDay": ["--02-30"],
        "time": ["24:30:00"],
    },
    "": {
        "integer": ["007", "-1", "+1", " 5 ", "\n5\t", "1" * 400],
        "boolean": ["0", "true"],
        "decimal": ["1.", ".5", "-0.50"],
        "double": ["1", "1.5E3", "INF", "-INF", "NaN"],
        "date": ["2024-02-29", "2000-02-29", "-0044-03-15", "2023-05-03Z", "12023-01-01", "2023-05-03+14:00"],
        "dateTime": ["2023-05-03T24:00:00", "2023-05-03T10:00:00.123-05:00"],
        "gMonthDay": ["--02-29"],
        "duration": ["P1Y", "PT0.5S", "-P1Y2M3DT4H5M6S"],
        "string": ["anything"],
        "anyURI": ["a b"],
        "unsignedLong": ["18446744073709551615"],
    },
}


@pytest.mark.parametrize(
    ("rule", "name", "value"),
    [(rule, name, value) for rule, kinds in FAULTS.items() for name, values in kinds.items() for value in values],
)
def test_a_literal_is_judged_by_its_datatype(rule: str, name: str, value: str) -> None:
    assert (fault(value, XSD + name) or ("",))[0] == rule


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        *(
            ("", value)
            for value in ("2023", "2023-05", "2023-05-03", "202X", "2023-21", "2023?", "2023/2024", "2023/..")
        ),
        *(("", value) for value in ("../2023", "2023-05-XX", "Y170000002", "2023-05-03T10:00:00Z", "[2023,2024]")),
        *(("ill-formed-literal", value) for value in ("May 2023", "2023-5-3", "", "23", "2023/2024/2025", "202\u0663")),
        *(("impossible-date", value) for value in ("2023-02-29", "2023-13", "2024-03-10/2024-03-04", "2023-04-31?")),
    ],
)
def test_a_date_in_edtf_is_judged_by_form_and_calendar(rule: str, value: str) -> None:
    assert (fault(value, EDTF) or ("",))[0] == rule


@pytest.mark.parametrize(
    ("begin", "end", "rules_found"),
    [
        ('"2023-05-03"^^xsd:date', '"2023-05-02"^^xsd:date', {"impossible-date"}),
        ('"2023-05-03"^^xsd:date', '"2023-05-03"^^xsd:date', set()),
        ('"2023-05-03"^^xsd:date', '"2023"^^xsd:gYear', set()),
        ('"2023-05-03"^^xsd:date', '"2022"^^xsd:gYear', {"impossible-date"}),
        ('"2023-05-03T10:00:00Z"^^xsd:dateTime', '"2023-05-03T09:00:00-05:00"^^xsd:dateTime', set()),
    ],
)
def test_what_ends_before_it_begins_is_found(begin: str, end: str, rules_found: set[str]) -> None:
    assert found(f"<a> schema:startDate {begin} ; schema:endDate {end} .") == rules_found


# --- links ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "turtle",
    [
        "<a> schema:url <page> .",
        "<a> dcat:downloadURL <a.ttl> .",
        "<a> schema:about <https://other.example/b> .",
        "<a> schema:about <b> . <b> schema:name 'B' .",
    ],
)
def test_addresses_other_people_s_iris_and_what_is_described_do_not_dangle(turtle: str) -> None:
    assert found(turtle) == set()


def test_nothing_dangles_where_no_base_is_known() -> None:
    assert found("<a> schema:about <b> .", base=None) == set()


# --- quotations -------------------------------------------------------------------------------------

PASSAGE = """<t#char=5,8> nif:referenceContext <t> ; nif:beginIndex 5 ; nif:endIndex 8 ; nif:anchorOf "{}" .
<t> dcterms:identifier "sha256:{}" ."""


def test_a_quotation_is_compared_with_the_text_of_its_sha256() -> None:
    (remark,) = remarks(PASSAGE.format("meet", next(iter(TEXTS.by_digest))))

    assert (remark.rule, remark.advice) == ("quote-mismatch", "the text has 'met' there")


def test_a_quotation_that_stands_elsewhere_is_told_its_place() -> None:
    (remark,) = remarks(PASSAGE.format("They", next(iter(TEXTS.by_digest))))

    assert remark.advice == "the quotation stands at 0,4"


def test_without_texts_nothing_is_said_of_quotations() -> None:
    assert remarks(PASSAGE.format("meet", "0" * 64), texts=Texts()) == []


def test_texts_are_read_from_a_folder_as_build_reads_them(tmp_path: Path) -> None:
    text = "LIMA, 3 May 2023 – Foreign Minister Ana Petrova met Kofi Boateng."
    (tmp_path / "report.txt").write_text(text, "utf-8")

    assert list(Texts.read([tmp_path]).by_digest.values()) == [text]
