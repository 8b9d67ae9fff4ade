"""Occurrences: which tellings are one, whether they took place, when, and who takes part."""

from __future__ import annotations

import pytest

from dateline import pipeline
from dateline.extract.drafts import Draft
from dateline.model import Occurrence
from dateline.pipeline import Knowledge
from dateline.read import read_text


def _told(text: str, class_name: str, knowledge: Knowledge) -> list[Occurrence]:
    report = pipeline.convert_article(read_text(text), knowledge)
    return [occurrence for occurrence in report.occurrences if occurrence.class_name == class_name]


def _triggers(text: str, class_name: str, knowledge: Knowledge) -> list[str]:
    article = read_text(text)
    return [" … ".join(map(article.quote, o.trigger)) for o in _told(text, class_name, knowledge)]


@pytest.mark.parametrize(
    ("text", "class_name", "triggers"),
    [
        ("Minister Rosa Delgado met Ambassador Lena Berg and discussed trade.", "Meeting", ["met … discussed"]),
        (
            "Minister Rosa Delgado met Ambassador Lena Berg and held talks with Juma Otieno.",
            "Meeting",
            ["met", "held talks"],
        ),
        (
            "An attack on Kenya shocked the region. Norway condemned the attack.",
            "Conflict",
            ["attack … attack"],
        ),
        ("Norway condemned the attack on Kenya. The attack on Peru was smaller.", "Conflict", ["attack", "attack"]),
        ("Norway condemned the attack on Kenya. Another attack followed.", "Conflict", ["attack"]),
        ("Minister Ana Ruiz resigned. The resignation surprised Peru.", "Decision", ["resigned … resignation"]),
        (
            "Speaker Lena Berg arrived in Lima on an official visit.",
            "Visit",
            ["visit"],
        ),
        (
            "The visit of Lena Berg to Peru was the first visit by a Danish speaker to Lima.",
            "Visit",
            ["visit"],
        ),
        (
            "Lena Berg met Rosa Delgado. The talks between the farmers and the miners failed. The talks go on.",
            "Meeting",
            ["met"],
        ),
        (
            "Minister Rosa Delgado met Ambassador Lena Berg. The two sides will meet again in June.",
            "Meeting",
            ["met", "meet"],
        ),
        (
            "Minister Ana Ruiz and Danish Ambassador Lena Berg met in Lima. The two sides met again.",
            "Meeting",
            ["met", "met"],
        ),
        (
            "Norway will found the Rivers Agency.\n\nNorway will found the Rivers Agency, Speaker Lena Berg said.",
            "Decision",
            ["found … found"],
        ),
    ],
)
def test_tellings_of_the_same_are_one_and_others_are_not(
    text: str, class_name: str, triggers: list[str], knowledge: Knowledge
) -> None:
    assert _triggers(text, class_name, knowledge) == triggers


@pytest.mark.parametrize(
    ("text", "class_name", "status"),
    [
        ("The visit of Lena Berg to Peru will deepen trust.", "Visit", "unspecified"),
        ("The summit of the African Union in Lima will bring together ministers.", "Gathering", "planned"),
        ("The summit to be held in Lima is near.", "Gathering", "planned"),
        ("Berg spoke at the opening ceremony of the Rivers Forum.", "Gathering", "occurred"),
        ("Berg will speak at the opening ceremony of the Rivers Forum.", "Gathering", "planned"),
        ("Lena Berg voiced the hope that Kenya and Peru will cooperate.", "Cooperation", "proposed"),
        ("Lena Berg said that Kenya and Peru will cooperate.", "Cooperation", "planned"),
        ("Speaker Lena Berg went on to brief Ana Ruiz on the budget.", "Statement", "occurred"),
        ("Berg spoke of the Summit on Science and Water, which is to be held in Lima.", "Gathering", "planned"),
        ("OSLO, 3 May 2023 – The Rivers Forum takes place in Lima on May 2-5, 2023.", "Gathering", "ongoing"),
    ],
)
def test_what_a_future_verb_says_of_its_subject(text: str, class_name: str, status: str, knowledge: Knowledge) -> None:
    assert [occurrence.status.value for occurrence in _told(text, class_name, knowledge)] == [status]


def test_the_days_behind_what_is_recalled_are_its_own(knowledge: Knowledge) -> None:
    text = "LIMA, 3 May 2023 – Rosa Delgado recalled the official visit of Lena Berg to Peru on June 18-20, 2022."
    assert [visit.time for visit in _told(text, "Visit", knowledge)] == ["2022-06-18/2022-06-20"]
    assert [statement.time for statement in _told(text, "Statement", knowledge)] == [None]


def test_a_group_of_persons_does_not_organize_what_it_ends(knowledge: Knowledge) -> None:
    assert not _told("Danish lawmakers ended their three-day summit on Tuesday.", "Gathering", knowledge)


def test_who_says_it_behind_a_comma_says_it_and_is_no_apposition(knowledge: Knowledge) -> None:
    text = (
        "Kenya's National Assembly will soon set up the Rivers Group,"
        " Parliament Speaker Juma Otieno said at a meeting with Danish Ambassador Lena Berg."
    )
    (statement,) = _told(text, "Statement", knowledge)
    (meeting,) = _told(text, "Meeting", knowledge)
    assert [ref.slug for ref in statement.agent] == ["juma-otieno"]
    assert {ref.slug for ref in meeting.attendee} == {"juma-otieno", "lena-berg"}


def test_a_state_that_persons_talk_about_does_not_take_part(knowledge: Knowledge) -> None:
    text = "Minister Rosa Delgado and Ambassador Lena Berg discussed trade with Peru."
    assert [ref.slug for o in _told(text, "Meeting", knowledge) for ref in o.attendee] == ["rosa-delgado", "lena-berg"]


def test_what_the_reports_own_agency_says_is_the_narrators(knowledge: Knowledge) -> None:
    text = "LIMA, May 3, 2023 (Nordpress) – Lena Berg met Rosa Delgado, Nordpress reported."
    assert _told(text, "Statement", knowledge) == []
    assert [o.status.value for o in _told(text, "Meeting", knowledge)] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "time", "places"),
    [
        ("African leaders met in Kenya on Tuesday for a two-day summit.", "2023-05-02", ["kenya"]),
        ("Lima will host the African Union summit on 8-9 June.", "2023-06-08/2023-06-09", ["lima"]),
        ("The Rivers Forum, planned to be held on 8-9 June in Lima, is near.", "2023-06-08/2023-06-09", ["lima"]),
        ("The Rivers Forum ran from 1st to 2nd of May 2023 in Lima.", "2023-05-01/2023-05-02", ["lima"]),
        (
            "Berg spoke of the Summit on Science and Water, which is to be held in Lima on June 8-9.",
            "2023-06-08/2023-06-09",
            ["lima"],
        ),
        ("The Peru-Chile summit of the African Union will open on Friday.", "2023-05-05", []),
    ],
)
def test_a_gathering_has_the_times_and_places_of_what_is_said_of_it(
    text: str, time: str, places: list[str], knowledge: Knowledge
) -> None:
    (gathering,) = _told(f"OSLO, 3 May 2023 – {text}", "Gathering", knowledge)
    assert (gathering.time, [place.slug for place in gathering.location]) == (time, places)


def test_whoever_arrives_on_a_visit_is_the_visitor(knowledge: Knowledge) -> None:
    (visit,) = _told("Speaker Lena Berg arrived in Peru's capital on an official visit.", "Visit", knowledge)
    assert ([ref.slug for ref in visit.attendee], [ref.slug for ref in visit.location]) == (["lena-berg"], ["peru"])


def test_the_meeting_that_is_spoken_of_took_place_at_the_forum_and_the_speech_did_not(knowledge: Knowledge) -> None:
    text = "Rosa Delgado met Lena Berg. The two leaders noted their meeting during the Lima Forum in March."
    assert [len(meeting.super_event) for meeting in _told(text, "Meeting", knowledge)] == [1]
    assert [statement.super_event for statement in _told(text, "Statement", knowledge)] == [()]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The 40th GCC Summit opened. The 40th Gulf Cooperation Council (GCC) Summit ended.", 1),
        ("The 40th GCC Summit opened. The 41st Gulf Cooperation Council (GCC) Summit is ahead.", 2),
        ("The National Assembly met. The 7th Assembly passed the law.", 0),
    ],
)
def test_a_numbered_gathering_is_one_by_its_number(text: str, count: int, knowledge: Knowledge) -> None:
    assert len(_told(text, "Gathering", knowledge)) == count


def test_what_is_reported_without_a_claim_is_not_claimed(knowledge: Knowledge) -> None:
    text = "Minister Lena Berg did not say that Peru had attacked Chile."
    assert [conflict.status.value for conflict in _told(text, "Conflict", knowledge)] == ["unspecified"]


def test_what_a_request_asks_for_is_in_its_evidence(knowledge: Knowledge) -> None:
    text = "Minister Lena Berg urged Peru to release the crew."
    report = pipeline.convert_article(read_text(text), knowledge)
    (request,) = [o for o in report.occurrences if o.class_name == "Request"]
    assert [report.article.quote(span) for span in request.evidence] == [text.rstrip(".")]


def test_what_stands_in_each_other_is_gone_up_once(knowledge: Knowledge) -> None:
    inner, outer = (Draft(knowledge.lexicon.frames[0], []) for _ in range(2))
    inner.governor, outer.governor = outer, inner
    assert list(inner.above()) == [outer]
