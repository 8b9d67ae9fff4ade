"""Names: whole, bare and typed, whatever the recogniser made of them."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from dateline import authority
from dateline.annotate import names, pipeline
from dateline.model import Article, Block, BlockKind, Form, Kind, Mention, Span


@cache
def _model() -> Any:
    return pipeline.load()


@cache
def _mentions(text: str) -> tuple[Mention, ...]:
    article = Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    return names.recognize(pipeline.parse(article, _model()), authority.load())


def _found(text: str, form: Form = Form.NAME) -> dict[str, Kind]:
    return {text[m.span.begin : m.span.end]: m.kind for m in _mentions(text) if m.form is form}


def _named(text: str, name: str) -> Mention:
    return next(m for m in _mentions(text) if m.name == name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Deputies met President Anar-Bek Sulaimanov's envoy.", "Anar-Bek Sulaimanov", Kind.PERSON),
        ("The Speaker of the House of Deputies of Peru Rt. Hon. Gary Moala spoke.", "Gary Moala", Kind.PERSON),
        ("The talks ended, Jean-Stephane Brossard said.", "Jean-Stephane Brossard", Kind.PERSON),
        ("Minister Fahmil Fadzilan left. Fahmil said so.", "Fahmil", Kind.PERSON),
        ("The Minister left for Lena Bergstad Hospital.", "Lena Bergstad Hospital", Kind.PLACE),
        ("Labour Party leader Lena Berg agreed.", "Labour Party", Kind.ORGANIZATION),
        ("President Win Khaing Than spoke.", "Win Khaing Than", Kind.PERSON),
        ("H.E. Dr. Tevita Moala addressed the forum.", "Tevita Moala", Kind.PERSON),
        ("Prime Minister of Pakistan Rashid Anwari arrived in Doha.", "Rashid Anwari", Kind.PERSON),
        ("The Speaker of the Parliament of Ghana Kofi Adu Boateng spoke.", "Kofi Adu Boateng", Kind.PERSON),
        ("Talks with his Japanese counterpart, Mori Kenta, ended.", "Mori Kenta", Kind.PERSON),
        ("Prime Minister Sheikh Amina thanked them.", "Sheikh Amina", Kind.PERSON),
        (
            "The Ministry of Foreign Affairs and Trade said so.",
            "Ministry of Foreign Affairs and Trade",
            Kind.GOVERNMENT,
        ),
        ("The Ministry of Health of Peru said so.", "Ministry of Health of Peru", Kind.GOVERNMENT),
        (
            "They opened a UN Regional Center for Clean Water for South Asia and Nepal.",
            "UN Regional Center for Clean Water",
            Kind.ORGANIZATION,
        ),
        (
            "He spoke at the 12th Assembly of the Arab Maghreb Union in Rabat.",
            "12th Assembly of the Arab Maghreb Union",
            Kind.GATHERING,
        ),
        (
            "The Congress of Mayors of Small and Island Towns in 2027 is planned.",
            "Congress of Mayors of Small and Island Towns",
            Kind.GATHERING,
        ),
        ("The Accra Water Forum closed.", "Accra Water Forum", Kind.GATHERING),
        ("The Kenyan Parliament adjourned.", "Kenyan Parliament", Kind.LEGISLATURE),
        ("They cited Chile's Foreign Policy Concept.", "Foreign Policy Concept", Kind.WORK),
        ("They ratified the Convention on Migratory Rivers.", "Convention on Migratory Rivers", Kind.WORK),
        (
            "The National Nuclear, Chemical and Biological Regulatory Authority replied.",
            "National Nuclear, Chemical and Biological Regulatory Authority",
            Kind.GOVERNMENT,
        ),
        (
            "They ratified the Protocol to Prevent and Combat Piracy and Armed Robbery.",
            "Protocol to Prevent and Combat Piracy and Armed Robbery",
            Kind.WORK,
        ),
        ("The Convention to Combat Organized Crime was signed.", "Convention to Combat Organized Crime", Kind.WORK),
        ("They approved the River Action Programme.", "River Action Programme", Kind.WORK),
        ("The Forum on Peru-Chile Cooperation closed.", "Forum on Peru-Chile Cooperation", Kind.GATHERING),
        ("The African Union (AU) Commission agreed.", "African Union (AU) Commission", Kind.GOVERNMENT),
        ("Delegates thanked Lena Maria Rahim MP warmly.", "Lena Maria Rahim", Kind.PERSON),
        ("They thanked Ana Petrova.", "Ana Petrova", Kind.PERSON),
        ("The minister left, Telpress reported.", "Telpress", Kind.ORGANIZATION),
        ("The Social Democratic Party lost.", "Social Democratic Party", Kind.ORGANIZATION),
    ],
)
def test_a_name_is_found_whole_and_typed(text: str, name: str, kind: Kind) -> None:
    assert _found(text).get(name) is kind


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Norway's ambassador left Oslo.", "Norway's"),
        ("The President of France and Germany's Chancellor met.", "France and Germany"),
        ("On Monday the talks began.", "Monday"),
        ("Discussions on Bilateral Relations and Mutual Gains went on.", "Mutual Gains"),
        ("The MoU was signed in Lagos.", "MoU"),
        ("The Chairperson-in-Office for the Rivers Process agreed.", "Office for the Rivers Process"),
        ("The Representative for the Upper Rivers Process, Ambassador Lena Berg, agreed.", "Upper Rivers Process"),
        ("Rockets hit Dangam, Narai, Sarkano and Marawara districts.", "Narai"),
        ("The trade minister spoke of a smooth Nordexit for Norway.", "Nordexit"),
    ],
)
def test_what_is_no_name_is_left_out(text: str, wrong: str) -> None:
    assert wrong not in _found(text)


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("They met IPU President Rosa Delgado.", "Rosa Delgado", "IPU President"),
        ("Russian Foreign Minister Pyotr Ilin flew home.", "Pyotr Ilin", "Russian Foreign Minister"),
        ("The Speaker of the Senate, Ana Ruiz, agreed.", "Ana Ruiz", "Speaker of the Senate"),
        ("Captain Regent Oscar Berg agreed.", "Oscar Berg", "Captain Regent"),
        ("Their Danish counterparts Ole Berg and Ida Lund agreed.", "Ole Berg", "Danish counterparts"),
        ("Trade and Industry Minister Ole Berg agreed.", "Ole Berg", "Trade and Industry Minister"),
    ],
)
def test_the_words_of_office_before_a_name_are_its_title(text: str, name: str, title: str) -> None:
    span = _named(text, name).title
    assert span is not None
    assert text[span.begin : span.end] == title


def test_an_acronym_in_brackets_is_remembered_with_its_name() -> None:
    text = "The West Nordic Fisheries Council (WNFC) met; the WNFC will report."
    assert _named(text, "West Nordic Fisheries Council").acronym == "WNFC"
    assert [m.kind for m in _mentions(text) if m.name == "WNFC"] == [Kind.ORGANIZATION, Kind.ORGANIZATION]


def test_a_demonym_names_its_state_as_an_adjective() -> None:
    assert _found("Chilean officials agreed.", Form.ADJECTIVE) == {"Chilean": Kind.STATE}


def test_a_continents_people_are_no_states() -> None:
    assert _found("Latin American officials agreed.", Form.ADJECTIVE) == {}


@pytest.mark.parametrize(
    ("text", "description", "kind"),
    [
        ("A lawmaker asked for a vote.", "lawmaker", Kind.PERSON),
        ("The ministry declined to comment.", "ministry", Kind.GOVERNMENT),
        ("The ministry's press service replied.", "ministry's press service", Kind.ORGANIZATION),
        ("The press office of the Knesset replied.", "press office of the Knesset", Kind.ORGANIZATION),
        ("The Venezuelan president spoke.", "Venezuelan president", Kind.PERSON),
        ("Delegates from 40 member towns met.", "Delegates from 40 member towns", Kind.DELEGATION),
    ],
)
def test_a_noun_that_stands_for_somebody_is_a_description(text: str, description: str, kind: Kind) -> None:
    assert _found(text, Form.DESCRIPTION).get(description) is kind


def test_every_span_is_the_bare_name() -> None:
    text = "Mr. Omar Haddad's and Mrs. Lena Berg's delegations toured the Ministry of Health's offices in Tunis."
    found = {m.name: text[m.span.begin : m.span.end] for m in _mentions(text) if m.name is not None}
    assert all(name == quote for name, quote in found.items())
