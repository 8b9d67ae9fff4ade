"""Acts and their parties: who did what to whom, in the constructions that reports of diplomacy and parliaments use."""

from __future__ import annotations

import pytest

from dateline.evaluate.gold import ROLES
from dateline.model import Ref, Report
from dateline.pipeline import Knowledge, convert_article
from dateline.read import read_text


def _report(text: str, knowledge: Knowledge) -> Report:
    return convert_article(read_text(text), knowledge)


def _acts(text: str, knowledge: Knowledge) -> list[str]:
    """Return the occurrences in text order, each as its class, status and filled roles."""
    report = _report(text, knowledge)
    names = {entity.ref: entity.label for entity in report.entities}
    names |= {one.ref: one.class_name for one in report.occurrences}
    return [
        " ".join([one.class_name, one.status, *_parties(names, {role: getattr(one, role) for role in ROLES})])
        for one in report.occurrences
    ]


def _parties(names: dict[Ref, str], roles: dict[str, tuple[Ref, ...]]) -> list[str]:
    return [f"{role}={'+'.join(names[ref] for ref in refs)}" for role, refs in roles.items() if refs]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "President Maria Sousa gave a dinner in honour of Ambassador Lena Berg.",
            "Meeting occurred attendee=Maria Sousa+Lena Berg",
        ),
        (
            "Foreign Minister Ana Petrova spoke by telephone with Speaker Juma Otieno.",
            "Meeting occurred attendee=Ana Petrova+Juma Otieno",
        ),
        (
            "Norway and Kenya held a second round of talks in Oslo.",
            "Meeting occurred attendee=Norway+Kenya location=Oslo",
        ),
        (
            "Ambassador Lena Berg presented copies of her credentials to Foreign Minister Ana Petrova.",
            "Meeting occurred attendee=Lena Berg+Ana Petrova",
        ),
        (
            "Foreign Minister Ana Petrova welcomed her counterpart Kofi Boateng in Lisbon.",
            "Meeting occurred attendee=Ana Petrova+Kofi Boateng location=Lisbon",
        ),
        (
            "Prime Minister Sione Tupou is on an official visit to Norway.",
            "Visit ongoing attendee=Sione Tupou location=Norway",
        ),
        (
            "Prime Minister Sione Tupou arrived in Oslo for an official visit.",
            "Visit occurred attendee=Sione Tupou location=Oslo",
        ),
        (
            "Ambassador Lena Berg paid a courtesy visit to Speaker Juma Otieno.",
            "Visit occurred attendee=Lena Berg organizer=Juma Otieno",
        ),
        (
            "Speaker Juma Otieno chaired the conference in Nairobi.",
            "Gathering occurred attendee=Juma Otieno location=Nairobi",
        ),
        (
            "Speaker Juma Otieno opened the conference in Nairobi.",
            "Gathering occurred attendee=Juma Otieno location=Nairobi",
        ),
    ],
)
def test_who_meets_visits_and_attends(text: str, act: str, knowledge: Knowledge) -> None:
    assert _acts(text, knowledge) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "President Juma Otieno assured Ambassador Lena Berg that trade would grow.",
            "Statement occurred agent=Juma Otieno recipient=Lena Berg",
        ),
        ("President Juma Otieno touched upon energy prices.", "Statement occurred agent=Juma Otieno"),
        ("President Juma Otieno voiced regret.", "Statement occurred agent=Juma Otieno"),
        (
            "President Juma Otieno received a letter from Prime Minister Lena Berg.",
            "Statement occurred agent=Lena Berg recipient=Juma Otieno",
        ),
        (
            "President Juma Otieno sent a message of condolence to Norway.",
            "ExpressionOfSupport occurred agent=Juma Otieno recipient=Norway",
        ),
        (
            "President Juma Otieno paid tribute to Ambassador Lena Berg.",
            "ExpressionOfSupport occurred agent=Juma Otieno recipient=Lena Berg",
        ),
        ("President Juma Otieno spoke highly of the work.", "ExpressionOfSupport occurred agent=Juma Otieno"),
        (
            "Ambassador Lena Berg was awarded the Order of Merit by President Juma Otieno.",
            "ExpressionOfSupport occurred agent=Juma Otieno recipient=Lena Berg",
        ),
        ("Norway pledged support for Kenya.", "Commitment occurred agent=Norway recipient=Kenya"),
        ("President Juma Otieno voiced readiness to mediate.", "Commitment occurred agent=Juma Otieno"),
        (
            "Kenya lodged a protest with Chile over the arrest.",
            "Criticism occurred agent=Kenya recipient=Chile",
        ),
        ("Norway sent a note of protest to Chile.", "Criticism occurred agent=Norway recipient=Chile"),
        ("President Juma Otieno vetoed the bill.", "Criticism occurred agent=Juma Otieno"),
    ],
)
def test_who_says_what_to_whom(text: str, act: str, knowledge: Knowledge) -> None:
    assert _acts(text, knowledge) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The signing of the accord between Norway and Kenya took place in Oslo.",
            "Agreement occurred agent=Norway+Kenya location=Oslo",
        ),
        ("Norway restored diplomatic relations with Chile.", "Agreement occurred agent=Norway+Chile"),
        ("Kenya acceded to the treaty in May.", "Agreement occurred agent=Kenya"),
        ("The Senate of Chile held a vote of confidence.", "Decision occurred agent=Senate of Chile"),
        (
            "President Juma Otieno dismissed Minister Lena Berg.",
            "Decision occurred agent=Juma Otieno object=Lena Berg",
        ),
        (
            "President Juma Otieno dissolved the parliament of Fiji.",
            "Decision occurred agent=Juma Otieno object=parliament of Fiji",
        ),
        ("Norway granted Kenya a loan.", "Cooperation occurred agent=Norway recipient=Kenya"),
        ("Norway and Kenya held joint drills.", "Cooperation occurred agent=Norway+Kenya"),
        ("Norway severed ties with Chile.", "Conflict occurred agent=Norway object=Chile"),
        ("Norway recalled its ambassador from Chile.", "Conflict occurred agent=Norway object=Chile"),
        ("Norway imposed sanctions on Chile.", "Conflict occurred agent=Norway object=Chile"),
        ("Norway froze the assets of Minister Lena Berg.", "Conflict occurred agent=Norway object=Lena Berg"),
        ("Norway sent troops to Kenya.", "Conflict occurred agent=Norway location=Kenya"),
        ("Chile released Ambassador Lena Berg.", "Conflict occurred agent=Chile object=Lena Berg"),
        ("The aggression of Chile against Peru began in May.", "Conflict occurred agent=Chile object=Peru"),
    ],
)
def test_who_does_what_to_whom(text: str, act: str, knowledge: Knowledge) -> None:
    assert _acts(text, knowledge) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent a note to its embassies.",
        "Chile released a statement.",
        "Norway signed a book of records.",
        "The storm killed Minister Lena Berg.",
        "Chile committed errors of form.",
        "Prime Minister Sione Tupou shared a taxi with Lena Berg.",
        "The state of Norway demonstrated its strength.",
        "Researchers at Kenya's ministry opened a window.",
        "Norway called a press conference on Wednesday.",
    ],
)
def test_another_object_is_another_deed(text: str, knowledge: Knowledge) -> None:
    assert _acts(text, knowledge) == []


def test_what_is_lifted_is_a_sanction_still(knowledge: Knowledge) -> None:
    assert _acts("Norway lifted the sanctions against Chile.", knowledge) == [
        "Conflict occurred agent=Norway object=Chile",
        "Conflict unspecified object=Chile",
    ]


@pytest.mark.parametrize("noun", ["invasion", "bombing"])
def test_what_is_invaded_follows_of(noun: str, knowledge: Knowledge) -> None:
    assert "Conflict unspecified agent=Chile object=Peru" in _acts(
        f"Norway condemned Chile's {noun} of Peru.", knowledge
    )


# --- what is told within a claim -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "President Juma Otieno said that Minister Lena Berg believes that trade will grow.",
            "Statement claimed agent=Lena Berg",
        ),
        (
            "Trade will grow, Minister Lena Berg said, according to President Juma Otieno.",
            "Statement claimed agent=Lena Berg",
        ),
        (
            "Norway pledged support for Peru, according to Minister Lena Berg.",
            "Commitment claimed agent=Norway recipient=Peru",
        ),
    ],
)
def test_what_somebody_says_that_another_said_is_claimed(text: str, act: str, knowledge: Knowledge) -> None:
    assert act in _acts(text, knowledge)


def test_a_claim_is_about_what_it_says_that_another_said(knowledge: Knowledge) -> None:
    report = _report("President Juma Otieno said that Minister Lena Berg believes that trade will grow.", knowledge)
    (claimed,) = [one.ref for one in report.occurrences if one.status == "claimed"]
    assert [claim.about for claim in report.claims] == [(claimed,)]


def test_what_somebody_says_that_he_believes_is_one_act(knowledge: Knowledge) -> None:
    text = "President Juma Otieno said that he believes that trade will grow."
    assert _acts(text, knowledge) == ["Statement occurred agent=Juma Otieno"]


# --- whose deed it is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("President Juma Otieno called on Chile to sign the treaty.", "Agreement proposed agent=Chile"),
        ("President Juma Otieno called for Chile to sign the treaty.", "Agreement proposed agent=Chile"),
        ("Norway accused Chile of violating the truce.", "Conflict unspecified agent=Chile"),
        (
            "The Senate of Chile adopted a motion condemning Peru.",
            "Criticism occurred agent=Senate of Chile recipient=Peru",
        ),
        (
            "Minister Lena Berg sent a letter to President Juma Otieno praising Peru.",
            "ExpressionOfSupport occurred agent=Lena Berg recipient=Peru",
        ),
        ("Norway hosted talks between Chile and Peru.", "Meeting occurred attendee=Chile+Peru"),
        (
            "Minister Lena Berg noted that trade grows and praised Peru.",
            "ExpressionOfSupport occurred agent=Lena Berg recipient=Peru",
        ),
        (
            "Minister Lena Berg noted that trade had grown, and thanked Peru.",
            "ExpressionOfSupport occurred agent=Lena Berg recipient=Peru",
        ),
    ],
)
def test_a_deed_is_his_whom_the_words_make_do_it(text: str, act: str, knowledge: Knowledge) -> None:
    assert act in _acts(text, knowledge)


@pytest.mark.parametrize("recipient", ["Chile", "the United Nations"])
@pytest.mark.parametrize("asking", ["called for {} to leave", "demanded that {} leave", "appealed to {} for aid"])
def test_who_is_asked_is_the_recipient(asking: str, recipient: str, knowledge: Knowledge) -> None:
    (act,) = _report(f"President Juma Otieno {asking.format(recipient)}.", knowledge).occurrences
    assert [ref.slug for ref in act.recipient] == [recipient.removeprefix("the ").replace(" ", "-").lower()]


@pytest.mark.parametrize(
    ("cue", "status"),
    [("denied", "negated"), ("warned", "claimed"), ("did not say", "unspecified"), ("said", "claimed")],
)
def test_what_a_clause_tells_is_not_told_as_a_fact(cue: str, status: str, knowledge: Knowledge) -> None:
    report = _report(f"Minister Lena Berg {cue} that Peru had attacked Chile.", knowledge)
    assert [one.status for one in report.occurrences if one.class_name == "Conflict"] == [status]


def test_who_stays_away_from_a_session_does_not_call_it_off(knowledge: Knowledge) -> None:
    assert _acts("The activists boycotted the session of the parliament.", knowledge) == [
        "Gathering unspecified organizer=parliament"
    ]
