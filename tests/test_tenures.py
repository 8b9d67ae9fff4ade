"""Who holds which office, as the words before, after and around a name say."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from dateline import authority, link
from dateline.annotate import coreference, names, pipeline
from dateline.extract.tenures import tenures
from dateline.model import Article, Block, BlockKind, Span, Tenure

DAY = date(2031, 5, 2)


@cache
def _model() -> Any:
    return pipeline.load()


@cache
def _tenures(text: str) -> tuple[Tenure, ...]:
    article = Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=DAY)
    known = authority.load()
    parse = pipeline.parse(article, _model())
    mentions, entities = link.link(parse, names.recognize(parse, known), known)
    return tenures(parse, coreference.resolve(parse, mentions, entities), entities)


@pytest.mark.parametrize(
    ("text", "person", "role", "body"),
    [
        ("They met IPU President Rosa Delgado.", "rosa-delgado", "President", "inter-parliamentary-union"),
        ("Kenyan Foreign Minister Juma Otieno spoke.", "juma-otieno", "Foreign Minister", "kenya"),
        ("Rosa Delgado, chairwoman of the Bundestag, spoke.", "rosa-delgado", "chairwoman", "bundestag"),
        ("Lena Berg, Kenya's foreign minister, spoke.", "lena-berg", "foreign minister", "kenya"),
        ("The Speaker of the Knesset, Rosa Delgado, spoke.", "rosa-delgado", "Speaker", "knesset"),
        ("Prime Minister of Tonga Sione Moala spoke.", "sione-moala", "Prime Minister", "tonga"),
        ("Lena Berg, the Swedish ambassador to Chile, spoke.", "lena-berg", "ambassador to Chile", "sweden"),
        ("Minister of Health of Peru Ana Ruiz spoke.", "ana-ruiz", "Minister of Health", "peru"),
        ("Rosa Delgado, who is head of the World Bank, spoke.", "rosa-delgado", "head", "world-bank"),
        ("Acting President Rosa Delgado spoke.", "rosa-delgado", "Acting President", None),
        ("Speaker Knesset Rosa Delgado spoke.", "rosa-delgado", "Speaker", "knesset"),
        ("Rosa Delgado, Whip in the Knesset, spoke.", "rosa-delgado", "Whip", "knesset"),
        ("Peruvian Production Minister Rosa Delgado spoke.", "rosa-delgado", "Production Minister", "peru"),
        ("The President of the Republic, Rosa Delgado, spoke.", "rosa-delgado", "President of the Republic", None),
        ("The head of the group Ana Ruiz spoke.", "ana-ruiz", "head of the group", None),
        (
            "The Minister of Children and Poverty Alleviation, Ana Ruiz, spoke.",
            "ana-ruiz",
            "Minister of Children and Poverty Alleviation",
            None,
        ),
        (
            "EU High Representative for Trade and Security Policy, Lena Berg, spoke.",
            "lena-berg",
            "High Representative for Trade and Security Policy",
            "european-union",
        ),
        (
            "Special Envoy of the UN Secretary-General Ana Ruiz spoke.",
            "ana-ruiz",
            "Special Envoy of the UN Secretary-General",
            "united-nations",
        ),
        ("Lena Berg, chairwoman of Kenya's Water Council, spoke.", "lena-berg", "chairwoman", "water-council-of-kenya"),
        (
            "The Chancellor of the de facto Government of Peru, Lena Berg, spoke.",
            "lena-berg",
            "Chancellor",
            "government-of-peru",
        ),
        (
            "Speaker of the National Assembly of Lao Bounmy Keoviseth spoke.",
            "bounmy-keoviseth",
            "Speaker",
            "national-assembly-of-laos",
        ),
        ("Ana Ruiz, leader of the main opposition Nova Gael party, spoke.", "ana-ruiz", "leader", "nova-gael"),
        ("Lagos Times Editor-in-Chief Ana Ruiz spoke.", "ana-ruiz", "Editor-in-Chief", "lagos-times"),
        ("Deputy Chairman Senate Juma Otieno spoke.", "juma-otieno", "Deputy Chairman", None),
        ("Navy Commandant Major General Ivo Maric spoke.", "ivo-maric", "Navy Commandant", None),
        ("Lena Berg, the country's top diplomat, spoke.", "lena-berg", "top diplomat", None),
        ("Brexit Secretary Lena Berg spoke.", "lena-berg", "Brexit Secretary", None),
        ("Labour Senator Lena Berg spoke.", "lena-berg", "Senator", None),
        ("Head of the EU Delegation to the republic Ana Ruiz spoke.", "ana-ruiz", "Head", "eu-delegation"),
        (
            "U.N. High Commissioner on Human Rights, Ana Ruiz, spoke.",
            "ana-ruiz",
            "High Commissioner on Human Rights",
            "united-nations",
        ),
        ("Ana Ruiz, chief executive of the World Bank, spoke.", "ana-ruiz", "chief executive", "world-bank"),
        ("King Moala III of the Kingdom of Tonga spoke.", "moala-iii", "King", "tonga"),
        (
            "Chairman of the NA Committee for External Relations Vu Hai Hanh spoke.",
            "vu-hai-hanh",
            "Chairman",
            "na-committee-for-external-relations",
        ),
        (
            "Vice President of the Peru-Chile Friendship Parliamentarians’ Group Ana Ruiz spoke.",
            "ana-ruiz",
            "Vice President",
            "peru-chile-friendship-parliamentarians-group",
        ),
        ("MK Ana Ruiz spoke.", "ana-ruiz", "MK", None),
        ("Sen. Rosa Delgado (R-Ohio) spoke.", "rosa-delgado", "Sen.", None),
        ("The Speaker Hon. (Dr.) Rosa Delgado spoke.", "rosa-delgado", "Speaker", None),
        ("Prime Minister the Hon. Rosa Delgado spoke.", "rosa-delgado", "Prime Minister", None),
        ("Rosa Delgado (right), Peru's foreign minister, spoke.", "rosa-delgado", "foreign minister", "peru"),
        ("Rosa Delgado, 54, president of the World Bank, spoke.", "rosa-delgado", "president", "world-bank"),
        ("Lena Berg, the newly appointed head of the World Bank, spoke.", "lena-berg", "head", "world-bank"),
        ("Lena Berg, Prime Minister of Tonga will host them.", "lena-berg", "Prime Minister", "tonga"),
        ("President Rosa Delgado of Peru spoke.", "rosa-delgado", "President", "peru"),
        ("They met the Minister of Trade (Tan Sri Idris Maulana) in Lima.", "idris-maulana", "Minister of Trade", None),
        ("Lena Berg, ranking member of the Bundestag, spoke.", "lena-berg", "ranking member", "bundestag"),
    ],
)
def test_an_office_stated_of_a_name_is_a_tenure(text: str, person: str, role: str, body: str | None) -> None:
    (tenure,) = _tenures(text)
    found = tenure.body.slug if tenure.body is not None else None
    assert (tenure.person.slug, tenure.role_name, found) == (person, role, body)


@pytest.mark.parametrize(
    "text",
    [
        "Former President Rosa Delgado spoke.",
        "Rosa Delgado, a former minister, spoke.",
        "Rosa Delgado is not president of the World Bank.",
        "The president spoke.",
        "Incoming President Rosa Delgado spoke.",
        "General Rosa Delgado spoke.",
        "Norwegian diplomat Rosa Delgado spoke.",
        "The EU General Affairs Council met Rosa Delgado.",
        "His Danish counterpart Rosa Delgado spoke.",
        "Rosa Delgado, Chief of Army Staff Gen. Juma Otieno and others spoke.",
    ],
)
def test_what_is_no_present_office_of_a_named_person_is_no_tenure(text: str) -> None:
    assert _tenures(text) == ()


def test_a_statement_without_the_body_joins_the_one_with_it() -> None:
    text = "IPU President Rosa Delgado spoke. President Rosa Delgado left."
    assert [len(tenure.evidence) for tenure in _tenures(text)] == [2]


@pytest.mark.parametrize(
    ("text", "tenure"),
    [
        ("Peru's President Ana Ruiz and Prime Minister Luis Soto spoke.", ("luis-soto", "Prime Minister", "peru")),
        ("Peruvian President Ana Ruiz and Prime Minister Luis Soto spoke.", ("luis-soto", "Prime Minister", None)),
        (
            "Their Danish counterparts Ole Berg and Ida Lund left. President Berg spoke.",
            ("ole-berg", "President", "denmark"),
        ),
        (
            "Lena Berg, chairwoman of the African Union (AU) Commission, spoke.",
            ("lena-berg", "chairwoman", "african-union-commission"),
        ),
        ("Prime Minister Luis Soto spoke. PM Soto left.", ("luis-soto", "Prime Minister", None)),
    ],
)
def test_a_body_is_only_what_the_text_ties_to_the_person(text: str, tenure: tuple[str, str, str | None]) -> None:
    found = [(t.person.slug, t.role_name, t.body.slug if t.body is not None else None) for t in _tenures(text)]
    assert found[-1] == tenure


def test_two_offices_of_one_person_are_two_tenures() -> None:
    text = "Deputy Prime Minister and Minister of Finance Ana Ruiz presented the budget."
    assert [tenure.role_name for tenure in _tenures(text)] == ["Deputy Prime Minister", "Minister of Finance"]


def test_the_evidence_reaches_from_the_name_to_the_words_of_office() -> None:
    text = "On Friday Lena Berg, Kenya's foreign minister, spoke."
    (tenure,) = _tenures(text)
    assert [text[s.begin : s.end] for s in tenure.evidence] == ["Lena Berg, Kenya's foreign minister"]


def test_a_tenure_is_attested_on_the_reports_date() -> None:
    assert [tenure.attested_on for tenure in _tenures("President Rosa Delgado spoke.")] == [DAY]


def test_the_reference_names_person_and_role() -> None:
    assert [tenure.ref.slug for tenure in _tenures("President Rosa Delgado spoke.")] == ["rosa-delgado-president"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Members of the Bundestag Lena Berg, Hon. Nils Dahl and Eva Horvat agreed.",
            {
                ("lena-berg", "Member", "bundestag"),
                ("nils-dahl", "Member", "bundestag"),
                ("eva-horvat", "Member", "bundestag"),
            },
        ),
        (
            "Foreign Ministers Juma Otieno of Kenya and Ana Ruiz (Peru) met.",
            {("juma-otieno", "Foreign Minister", "kenya"), ("ana-ruiz", "Foreign Minister", "peru")},
        ),
        (
            "He met ambassadors including Lena Berg (Peru) and Ana Ruiz of Chile.",
            {("lena-berg", "ambassador", "peru"), ("ana-ruiz", "ambassador", "chile")},
        ),
        (
            "The Special Envoy of the OSCE Chairman-in-Office, Ambassador Lena Berg, agreed.",
            {
                (
                    "lena-berg",
                    "Special Envoy of the OSCE Chairman-in-Office",
                    "organization-for-security-and-co-operation-in-europe",
                ),
                ("lena-berg", "Ambassador", None),
            },
        ),
        (
            "Lena Berg, head of the World Bank, and president of the Bundestag, agreed.",
            {("lena-berg", "head", "world-bank"), ("lena-berg", "president", "bundestag")},
        ),
        ("Senators Lucy Grant and Tom Hale agreed.", {("lucy-grant", "Senator", None), ("tom-hale", "Senator", None)}),
    ],
)
def test_an_office_in_the_plural_is_each_ones(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    found = {(t.person.slug, t.role_name, t.body.slug if t.body is not None else None) for t in _tenures(text)}
    assert found == expected


def test_offices_that_and_joins_are_one_persons() -> None:
    found = _tenures("Fiji's Prime Minister and Chair of the Pacific Islands Forum, Tevita Moala, spoke.")
    assert {(t.person.slug, t.body.slug if t.body else None) for t in found} == {
        ("tevita-moala", "fiji"),
        ("tevita-moala", "pacific-islands-forum"),
    }


def test_offices_of_two_states_are_two_persons() -> None:
    (tenure,) = _tenures("The French President and German Chancellor Nils Dahl met.")
    assert tenure.role_name == "Chancellor"


def test_who_speaks_after_a_name_and_a_comma_is_not_that_person() -> None:
    (tenure,) = _tenures("In his talks with Kenyan Ambassador Juma Otieno, the president discussed trade.")
    assert tenure.role_name == "Ambassador"


def test_an_envoy_of_a_president_who_is_named_is_somebody_else() -> None:
    assert {t.person.slug for t in _tenures("The special envoy of President Rosa Delgado arrived.")} == {"rosa-delgado"}


@pytest.mark.parametrize(
    ("full", "short"), [("Deputy Prime Minister", "Deputy PM"), ("Senator", "Sen."), ("Foreign Minister", "FM")]
)
def test_an_abbreviated_office_is_the_office(full: str, short: str) -> None:
    (tenure,) = _tenures(f"{full} Rosa Delgado spoke. {short} Delgado left on Friday.")
    assert tenure.role_name == full
