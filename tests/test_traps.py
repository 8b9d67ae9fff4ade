"""The seed's traps: what a careless reader gets wrong. One test each."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import pipeline
from dateline.model import Entity, Kind, Occurrence, Report, Status
from dateline.pipeline import Knowledge
from dateline.read import read_path


@pytest.fixture(scope="module")
def report(seed: Path, knowledge: Knowledge) -> Report:
    return pipeline.convert_article(read_path(seed), knowledge)


def named(report: Report, name: str) -> Entity:
    (entity,) = (each for each in report.entities if each.name == name)
    return entity


def told(report: Report, class_name: str, words: str) -> Occurrence:
    """Return the occurrence of a class one of whose passages holds the words."""
    found = [
        o
        for o in report.occurrences
        if o.class_name == class_name and any(words in report.article.quote(span) for span in o.evidence)
    ]
    assert len(found) == 1, [o.label for o in found]
    return found[0]


def test_trap_1_the_day_dates_the_statement_and_only_attests_the_assembly(report: Report) -> None:
    statement, assembly = told(report, "Statement", "underscored"), told(report, "Gathering", "148th Assembly")
    assert statement.time == "2024-03-25"
    assert (assembly.time, [day.isoformat() for day in assembly.attested_on]) == (None, ["2024-03-25"])


def test_trap_2_each_year_belongs_to_one_gathering(report: Report) -> None:
    years = {o.name: o.time for o in report.occurrences if o.class_name in ("Gathering", "Visit")}
    assert [years["Regional Climate Summit"], years["One Water Summit"], years[None]] == ["2026", None, None]
    assert years["Congress of Leaders of World and Traditional Religions"] == "2025"


def test_trap_3_the_centre_is_announced_and_not_said_to_exist(report: Report) -> None:
    founding = told(report, "Decision", "establishment")
    assert told(report, "Announcement", "announced").event == (founding.ref,)
    assert founding.status is Status.UNSPECIFIED
    assert all(body.local for body in founding.resulting_organization)


def test_trap_4_the_attack_bears_on_russia_and_has_no_place_day_or_perpetrator(report: Report) -> None:
    attack = told(report, "Conflict", "terrorist attack")
    assert attack.object == (named(report, "Russia").ref,)
    assert (attack.location, attack.time, attack.agent, attack.not_before) == ((), None, (), None)
    assert attack.not_after == report.article.published


def test_trap_5_condolences_are_by_the_speaker_not_by_the_gathering(report: Report) -> None:
    support = told(report, "ExpressionOfSupport", "condolences")
    assert support.agent == (named(report, "Yerlan Koshanov").ref,)
    assert support.recipient == (named(report, "Russia").ref,)


def test_trap_6_offices_stand_before_and_after_the_name(report: Report) -> None:
    names = {entity.ref: entity.name for entity in report.entities}
    held = {(names[t.person], t.role_name, names[t.body] if t.body else None) for t in report.tenures}
    assert held == {
        ("Yerlan Koshanov", "chairman", "Mazhilis"),
        ("Tulia Ackson", "President", "Inter-Parliamentary Union"),
        ("Kassym-Jomart Tokayev", "President", None),
    }


def test_trap_7_the_parliament_and_its_chamber_are_two_bodies(report: Report) -> None:
    assert len([entity for entity in report.entities if entity.kind is Kind.LEGISLATURE]) == 2


def test_trap_8_surname_pronoun_and_description_are_resolved(report: Report) -> None:
    koshanov, ackson = named(report, "Yerlan Koshanov").ref, named(report, "Tulia Ackson").ref
    assert told(report, "Statement", "He detailed").agent == (koshanov,)
    talks = [c for c in report.claims if "parliamentary diplomacy" in c.text]
    assert [set(c.claimant) for c in talks] == [{koshanov, ackson}]
    assembly = told(report, "Gathering", "148th Assembly").ref
    assert told(report, "Meeting", "meeting with").super_event == (assembly,)
    resolved = {report.article.quote(m.span) for m in report.mentions if m.entity == assembly}
    assert {"gathering", "assembly", "IPU assembly"} <= resolved


def test_trap_9_the_narrators_judgements_are_the_narrators(report: Report) -> None:
    own = [claim for claim in report.claims if claim.narrator]
    assert any(claim.text.startswith("showcases its influential position") for claim in own)
    assert any("continues to pave the way" in claim.text for claim in own)
    assert all(claim.claimant == () for claim in own)


def test_trap_10_the_first_line_is_a_header_and_three_lines_are_headings(report: Report) -> None:
    article = report.article
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-26"
    assert article.dateline is not None
    assert article.quote(article.dateline) == "ASTANA"
    assert [block.kind.value for block in article.blocks].count("heading") == 3
    assert (article.headline, article.url, article.publisher) == (None, None, None)


def test_trap_11_the_number_counts_member_countries(report: Report) -> None:
    delegations = [e for e in report.entities if e.kind is Kind.DELEGATION]
    assert {(e.count, e.count_unit) for e in delegations} <= {(150, "member countries")}


def test_trap_12_a_long_name_is_one_and_a_series(report: Report) -> None:
    name = "Congress of Leaders of World and Traditional Religions"
    assert [e.ref.kind for e in report.entities if e.name == name] == ["series"]
    assert [o.name for o in report.occurrences if o.name and "Religions" in o.name] == [name]


def test_trap_13_only_the_commitment_is_on_behalf_of_a_state(report: Report) -> None:
    acting = [o for o in report.occurrences if o.on_behalf_of]
    assert [(o.class_name, o.on_behalf_of) for o in acting] == [("Commitment", (named(report, "Kazakhstan").ref,))]
