"""Mentions grouped into entities, and entities linked."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from dateline import authority, link
from dateline.annotate import names, pipeline
from dateline.model import Article, Block, BlockKind, Entity, Kind, Mention, Span


@cache
def _model() -> Any:
    return pipeline.load()


@cache
def _linked(text: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    article = Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    known = authority.load()
    parse = pipeline.parse(article, _model())
    return link.link(parse, names.recognize(parse, known), known)


def _entity(text: str, slug: str) -> Entity:
    return next(entity for entity in _linked(text)[1] if entity.ref.slug == slug)


def _slugs(text: str, quote: str) -> list[str | None]:
    found = [m for m in _linked(text)[0] if text[m.span.begin : m.span.end] == quote]
    return [m.entity.slug if m.entity is not None else None for m in found]


def test_a_surname_refers_to_the_one_person_who_has_it() -> None:
    assert _slugs("Speaker Rosa Delgado met Juma Otieno. Delgado thanked Otieno.", "Delgado") == ["rosa-delgado"]


def test_a_surname_that_two_share_is_nil() -> None:
    text = "Speaker Rosa Delgado met Senator Luis Delgado. Delgado spoke first."
    assert _slugs(text, "Delgado") == [None]


def test_a_title_tells_namesakes_apart() -> None:
    text = "Speaker Rosa Delgado met Senator Luis Delgado. Speaker Delgado spoke first."
    assert _slugs(text, "Delgado") == ["rosa-delgado"]


def test_a_shorter_form_of_a_name_is_the_same_person() -> None:
    text = "Minister Rosa Maria Delgado arrived. Minister Maria Delgado left on Friday."
    assert _entity(text, "rosa-maria-delgado").alternate_names == ("Maria Delgado",)


def test_a_person_known_by_one_name_is_this_reports_own() -> None:
    assert _entity("President Delgado spoke.", "10-delgado").ref.local


def test_a_state_and_its_demonym_are_one_entity_whose_evidence_is_the_name() -> None:
    text = "Kenyan officials arrived. They will return to Kenya."
    assert [text[s.begin : s.end] for s in _entity(text, "kenya").evidence] == ["Kenya"]


def test_a_state_known_by_its_demonym_only_has_that_as_evidence_and_no_name() -> None:
    entity = _entity("Kenyan officials arrived.", "kenya")
    assert (entity.name, entity.evidence) == (None, (Span(0, 6),))


def test_an_acronym_and_its_name_are_one_entity() -> None:
    text = "The West Nordic Fisheries Council (WNFC) met. The WNFC adjourned."
    assert _entity(text, "west-nordic-fisheries-council").alternate_names == ("WNFC",)


def test_generic_names_are_qualified_by_their_state() -> None:
    text = "The Foreign Ministry of Peru replied. The Peruvian Foreign Ministry and Peru's foreign ministry agree."
    refs = {m.entity for m in _linked(text)[0] if m.kind is Kind.GOVERNMENT}
    assert {ref.slug for ref in refs if ref is not None} == {"foreign-ministry-of-peru"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Peruvian Foreign Ministry", "Peru's Ministry of Foreign Affairs"),
        ("The Peruvian Interior Ministry", "The Ministry of the Interior of Peru"),
    ],
)
def test_a_ministry_is_one_however_it_is_called(one: str, other: str) -> None:
    entities = {m.entity for m in _linked(f"{one} replied. {other} agreed.")[0] if m.kind is Kind.GOVERNMENT}
    assert len(entities) == 1


def test_a_generic_name_of_nobody_known_is_this_reports_own() -> None:
    assert _entity("The Foreign Ministry replied.", "4-foreign-ministry").ref.local


@pytest.mark.parametrize(
    "text",
    [
        "Lima said that it would reply.",
        "Lima's stance has not changed.",
        "Relations between Lima and Quito improved.",
        "It was signed at the White House.",
    ],
)
def test_a_city_or_residence_that_stands_for_something_else_is_left_out(text: str) -> None:
    assert _linked(text)[1] == ()


def test_a_city_that_hosts_is_a_place() -> None:
    assert _entity("Lima hosted the talks.", "lima").ref.kind == "place"


def test_a_seat_of_government_that_speaks_is_a_body() -> None:
    assert _entity("The White House said so.", "white-house").kind is Kind.GOVERNMENT


def test_an_organ_named_without_its_parent_is_the_parents() -> None:
    text = "The UN Security Council met. Members of the Security Council agreed."
    assert _slugs(text, "Security Council") == ["un-security-council"]


def test_a_states_organ_of_the_same_name_is_the_states() -> None:
    text = "The UN replied to the Secretary of the Security Council of Armenia."
    assert _slugs(text, "Security Council of Armenia") == ["security-council-of-armenia"]


def test_a_body_with_its_states_adjective_keeps_its_own_wording() -> None:
    assert _entity("The Iraqi News Agency replied.", "news-agency-of-iraq").label == "Iraqi News Agency"


def test_an_initial_stands_for_a_first_name() -> None:
    assert _slugs("Speaker Nils Bergstad spoke. N. Bergstad left.", "N. Bergstad") == ["nils-bergstad"]


def test_a_named_gathering_is_an_occurrence_at_its_head_noun() -> None:
    entity = _entity("She opened the Accra Water Forum.", "27-gathering")
    assert (entity.ref.kind, entity.name) == ("occurrence", "Accra Water Forum")


def test_a_gathering_in_the_plural_is_a_series() -> None:
    entity = _entity(
        "Its regular Congresses of Mayors of Island Towns are well known.", "congress-of-mayors-of-island-towns"
    )
    assert entity.ref.kind == "series"


def test_a_groups_count_is_what_the_number_counts() -> None:
    entity = next(e for e in _linked("Delegates from 40 member towns met.")[1] if e.kind is Kind.DELEGATION)
    assert (entity.count, entity.count_unit) == (40, "member towns")


def test_links_come_from_the_authority() -> None:
    assert _entity("Kenya replied.", "kenya").links


def test_what_no_authority_knows_has_no_links() -> None:
    assert _entity("Speaker Rosa Delgado replied.", "rosa-delgado").links == ()


def test_every_entity_says_which_rule_recognised_it() -> None:
    text = "Speaker Rosa Delgado and a spokesman met in Accra at the Accra Water Forum with the WTO."
    assert all(entity.rule.startswith(("names/", "descriptions/")) for entity in _linked(text)[1])


@pytest.mark.parametrize(
    ("text", "slug", "other"),
    [
        ("Senator Mike Otieno met Michael J. Otieno.", "michael-j-otieno", "Mike Otieno"),
        ("Minister Sh.Dorjgarav met Shirnen Dorjgarav.", "shirnen-dorjgarav", "Sh.Dorjgarav"),
        ("Minister Kovacs Aron met Minister Aron Kovacs.", "kovacs-aron", "Aron Kovacs"),
    ],
)
def test_variants_of_a_name_are_one_person(text: str, slug: str, other: str) -> None:
    assert _entity(text, slug).alternate_names == (other,)


def test_a_name_with_an_initial_is_a_full_name() -> None:
    assert not _entity("The envoy L.Battomor spoke.", "l-battomor").ref.local


@pytest.mark.parametrize(
    "name",
    ["People's Democratic Republic of Kenya", "Kingdom of Kenya", "Socialist Republic of Kenya", "State of Kenya"],
)
def test_a_formal_name_is_the_states(name: str) -> None:
    assert _slugs(f"They left the {name} on Monday.", name) == ["kenya"]


def test_a_secretary_of_state_is_no_formal_name() -> None:
    assert _slugs("Secretary of State of Kenya Lena Berg spoke.", "Kenya") == ["kenya"]


def test_a_province_within_an_arabic_surname_is_no_place() -> None:
    assert _slugs("Emir Ahmad Al-Sindh arrived in Sindh.", "Sindh") == ["sindh"]


def test_an_assembly_of_the_republic_of_a_state_is_that_states() -> None:
    (entity,) = [
        e for e in _linked("The National Assembly of the Republic of Kenya rose.")[1] if e.kind is Kind.LEGISLATURE
    ]
    assert entity.ref.slug == "national-assembly-of-kenya"


def test_a_generic_name_with_an_acronym_of_its_own_is_another_body() -> None:
    text = "The Senate of Kenya met envoys of the Senate (SEN). SEN members left."
    assert _slugs(text, "Senate") != _slugs(text, "Senate of Kenya")


def test_an_airports_acronym_is_the_airport() -> None:
    text = "They landed at Moala International Airport (MIA). They left MIA."
    assert set(_slugs(text, "MIA")) == {"moala-international-airport"}
