"""The scoring of reports against gold, on one sentence and hand-made records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ReadError
from dateline.evaluate import Gold, Outcome, Score, load_gold, score, total
from dateline.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    Kind,
    Occurrence,
    Ref,
    Report,
    Span,
    Status,
    Tenure,
)

TEXT = (
    "Speaker Ann Lee met Bo Ray in Lima on Monday. "
    '"Trade is good," Lee said. "Peace is better, and we know that it lasts longer."'
)
GOLD = """
open = ["about"]

[article]
published = "2024-05-14"

[[actor]]
name = "Ann Lee"
also = ["Lee"]
kind = "person"

[[actor]]
name = "Bo Ray"
kind = "person"

[[actor]]
name = "press corps"
kind = "organization"
optional = true

[[place]]
name = "Lima"
kind = ["city", "place"]

[[tenure]]
person = "Ann Lee"
role = "Speaker"
body = ["", "House"]

[[occurrence]]
id = "meeting"
class = "Meeting"
trigger = ["Lee [met] Bo"]
status = ["occurred", "claimed"]
attendee = ["Ann Lee", "Bo Ray"]
location = ["?Lima"]
time = "2024-05-13"

[[occurrence]]
id = "said"
class = "Statement"
trigger = ["[said]"]
status = "occurred"
agent = ["Ann Lee"]

[[claim]]
claimant = ["Ann Lee"]
text = ["Trade is good", "Peace is better, and we know that it lasts longer"]
verbatim = true
"""
ANN, BO, LIMA = (Ref("actor", "ann-lee", False), Ref("actor", "bo-ray", False), Ref("place", "lima", False))
MEETING, SAID, CLAIM = (Ref("occurrence", "meeting", True), Ref("occurrence", "said", True), Ref("claim", "c", True))


def span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def entity(ref: Ref, name: str, kind: Kind) -> Entity:
    return Entity(ref, kind, name, "names/proper", (span(name),), name=name)


MET = Occurrence(
    MEETING,
    "Meeting",
    "Ann Lee meets Bo Ray",
    "frame/meet",
    Status.OCCURRED,
    (span("Ann Lee met Bo Ray in Lima on Monday"),),
    (span("met"),),
    attendee=(ANN, BO),
    location=(LIMA,),
    time="2024-05-13",
)
SAYING = Occurrence(
    SAID, "Statement", "Lee says", "frame/say", Status.OCCURRED, (span("Lee said"),), (span("said"),), agent=(ANN,)
)
QUOTE = Claim(
    CLAIM,
    "Lee on trade",
    "claim/quotation",
    (span("Trade is good"),),
    (span("Lee said"),),
    "Trade is good. Peace is better, and we know that it lasts longer",
    (ANN,),
    verbatim=True,
)
RIGHT = Report(
    Article(TEXT, "text", (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),), published=date(2024, 5, 14)),
    (entity(ANN, "Ann Lee", Kind.PERSON), entity(BO, "Bo Ray", Kind.PERSON), entity(LIMA, "Lima", Kind.CITY)),
    (Tenure(Ref("tenure", "ann-lee-speaker", True), "Ann Lee: Speaker", "title/before", (), ANN, "Speaker"),),
    (MET, SAYING),
    (QUOTE,),
)


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return gold_of(tmp_path, GOLD)


def gold_of(folder: Path, toml: str) -> Gold:
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold.toml").write_text(toml, encoding="utf-8")
    return load_gold(folder)


def test_a_report_like_its_gold_has_nothing_wrong_and_nothing_missed(gold: Gold) -> None:
    assert {verdict.outcome for verdict in score(RIGHT, gold).verdicts} == {Outcome.RIGHT}


def test_an_empty_report_misses_every_required_fact(gold: Gold) -> None:
    layers = score(replace(RIGHT, entities=(), tenures=(), occurrences=(), claims=()), gold).layers()
    assert {layer: counts.missed for layer, counts in layers.items() if counts.missed} == {
        "Meeting": 1,
        "Statement": 1,
        "actors": 2,
        "agent": 1,
        "attendee": 2,
        "claims": 1,
        "places": 1,
        "status": 2,
        "tenures": 1,
        "time": 1,
    }


def test_an_entity_of_the_wrong_kind_is_wrong_and_missed(gold: Gold) -> None:
    entities = (*RIGHT.entities[:2], entity(LIMA, "Lima", Kind.PERSON))
    layers = score(replace(RIGHT, entities=entities), gold).layers()
    assert (layers["actors"].wrong, layers["places"].missed) == (1, 1)


def test_a_surname_alone_is_the_person_that_gold_knows_by_it(gold: Gold) -> None:
    entities = (entity(ANN, "Lee", Kind.PERSON), *RIGHT.entities[1:])
    assert score(replace(RIGHT, entities=entities), gold).layers()["actors"] == Score(right=2)


def test_a_second_entity_for_one_person_is_wrong_and_does_not_pass_for_it(gold: Gold) -> None:
    second = Ref("actor", "lee", True)
    entities = (*RIGHT.entities, entity(second, "Lee", Kind.PERSON))
    occurrences = (MET, replace(SAYING, agent=(second,)))
    layers = score(replace(RIGHT, entities=entities, occurrences=occurrences), gold).layers()
    assert (layers["actors"].wrong, layers["agent"]) == (1, Score(wrong=1, missed=1))


def test_an_optional_entity_is_neither_right_nor_wrong(gold: Gold) -> None:
    press = Entity(Ref("actor", "press", True), Kind.ORGANIZATION, "press corps", "names/proper", (), "press corps")
    assert score(replace(RIGHT, entities=(*RIGHT.entities, press)), gold).layers()["actors"] == Score(right=2)


@pytest.mark.parametrize(("role", "right"), [("Speaker", 1), ("speaker", 1), ("Senator", 0)])
def test_a_tenure_is_right_only_in_the_stated_office(gold: Gold, role: str, right: int) -> None:
    tenures = (replace(RIGHT.tenures[0], role_name=role),)
    assert score(replace(RIGHT, tenures=tenures), gold).layers()["tenures"].right == right


def test_a_body_left_out_of_a_tenure_is_missed_and_not_wrong(tmp_path: Path) -> None:
    stated = gold_of(tmp_path, GOLD.replace('body = ["", "House"]', 'body = "Lima"'))
    layers = score(RIGHT, stated).layers()
    assert (layers["tenures"], layers["bodies"]) == (Score(right=1), Score(missed=1))


def test_a_tenure_in_another_body_is_wrong(gold: Gold) -> None:
    tenures = (replace(RIGHT.tenures[0], body=LIMA),)
    assert score(replace(RIGHT, tenures=tenures), gold).layers()["bodies"] == Score(wrong=1)


def test_a_named_gathering_is_judged_as_an_occurrence_only(gold: Gold) -> None:
    entities = (*RIGHT.entities, Entity(MEETING, Kind.GATHERING, "Lima Summit", "names/gathering", (), "Lima Summit"))
    assert not score(replace(RIGHT, entities=entities), gold).of(Outcome.WRONG)


def test_an_occurrence_of_another_class_is_wrong_and_missed(gold: Gold) -> None:
    layers = score(replace(RIGHT, occurrences=(replace(MET, class_name="Visit"), SAYING)), gold).layers()
    assert (layers["Visit"].wrong, layers["Meeting"].missed) == (1, 1)


def test_a_spurious_occurrence_counts_once_and_its_arguments_do_not(gold: Gold) -> None:
    spurious = replace(MET, ref=Ref("occurrence", "x", True), trigger=(span("Monday"),), attendee=(LIMA,))
    wrong = score(replace(RIGHT, occurrences=(*RIGHT.occurrences, spurious)), gold).of(Outcome.WRONG)
    assert [verdict.layer for verdict in wrong] == ["Meeting"]


def test_of_two_occurrences_on_one_trigger_the_one_with_the_same_participants_is_right(gold: Gold) -> None:
    other = replace(MET, ref=Ref("occurrence", "x", True), attendee=(LIMA,))
    layers = score(replace(RIGHT, occurrences=(other, *RIGHT.occurrences)), gold).layers()
    assert (layers["attendee"], layers["Meeting"]) == (Score(right=2), Score(right=1, wrong=1))


def test_an_argument_that_the_text_does_not_say_is_wrong(gold: Gold) -> None:
    layers = score(replace(RIGHT, occurrences=(replace(MET, organizer=(ANN,)), SAYING)), gold).layers()
    assert layers["organizer"] == Score(wrong=1)


def test_an_optional_argument_may_be_left_out(gold: Gold) -> None:
    assert not score(replace(RIGHT, occurrences=(replace(MET, location=()), SAYING)), gold).of(Outcome.MISSED)


def test_an_open_role_is_not_judged(gold: Gold) -> None:
    assert not score(replace(RIGHT, occurrences=(replace(MET, about=(SAID,)), SAYING)), gold).of(Outcome.WRONG)


@pytest.mark.parametrize(
    ("status", "outcome"), [(Status.CLAIMED, Score(right=2)), (Status.PLANNED, Score(right=1, wrong=1, missed=1))]
)
def test_any_accepted_status_is_right_and_another_is_wrong(gold: Gold, status: Status, outcome: Score) -> None:
    layers = score(replace(RIGHT, occurrences=(replace(MET, status=status), SAYING)), gold).layers()
    assert layers["status"] == outcome


def test_a_time_that_gold_does_not_give_is_wrong(gold: Gold) -> None:
    layers = score(replace(RIGHT, occurrences=(MET, replace(SAYING, time="2024-05-13"))), gold).layers()
    assert layers["time"] == Score(right=1, wrong=1)


def test_a_name_that_gold_does_not_give_is_wrong(gold: Gold) -> None:
    layers = score(replace(RIGHT, occurrences=(replace(MET, name="Lima Meeting"), SAYING)), gold).layers()
    assert layers["name"] == Score(wrong=1)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Trade is good", 1),
        ("Peace is better, and we know that it lasts longer", 1),
        ("Peace is better and we know it lasts", 1),
        ("Peace is better", 0),
    ],
)
def test_a_claim_is_right_when_four_fifths_of_its_words_are(gold: Gold, text: str, right: int) -> None:
    assert score(replace(RIGHT, claims=(replace(QUOTE, text=text),)), gold).layers()["claims"].right == right


def test_a_claim_of_somebody_else_is_wrong_and_missed(gold: Gold) -> None:
    layers = score(replace(RIGHT, claims=(replace(QUOTE, claimant=(BO,)),)), gold).layers()
    assert layers["claims"] == Score(wrong=1, missed=1)


def test_two_claims_for_the_passages_of_one_quotation_are_not_wrong(gold: Gold) -> None:
    parts = ("Trade is good", "Peace is better, and we know that it lasts longer")
    claims = tuple(replace(QUOTE, ref=Ref("claim", part[:5], True), text=part) for part in parts)
    assert score(replace(RIGHT, claims=claims), gold).layers()["claims"] == Score(right=1)


def test_a_quotation_not_marked_as_verbatim_is_wrong(gold: Gold) -> None:
    assert score(replace(RIGHT, claims=(replace(QUOTE, verbatim=False),)), gold).layers()["verbatim"].wrong == 1


def test_a_headline_that_the_text_has_not_is_wrong(gold: Gold) -> None:
    article = replace(RIGHT.article, headline=Span(0, 15))
    assert [str(each) for each in score(replace(RIGHT, article=article), gold).of(Outcome.WRONG)] == [
        "article: headline Speaker Ann Lee"
    ]


def test_a_rule_answers_for_the_facts_of_its_records(gold: Gold) -> None:
    rules = score(replace(RIGHT, occurrences=(replace(MET, status=Status.PLANNED), SAYING)), gold).rules()
    assert (rules["frame/meet"].right, rules["frame/meet"].wrong) == (4, 1)


def test_the_recall_of_a_rule_is_its_share_of_its_layers(gold: Gold) -> None:
    assert score(replace(RIGHT, claims=()), gold).rules()["frame/say"] == Score(right=3, missed=1)


def test_totals_add_up_over_reports(gold: Gold) -> None:
    both = total([score(RIGHT, gold), score(replace(RIGHT, tenures=()), gold)])
    assert both.layers()["tenures"] == Score(right=1, missed=1)


def test_nothing_found_where_nothing_is_has_full_marks() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1, 1, 1)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("Lee [met] Bo", "[Lee]", "2 times"),
        ("Lee [met] Bo", "Lee [saw] Bo", "0 times"),
        ('kind = "person"', 'kind = "human"', "human"),
        ('id = "said"', 'id = "meeting"', "one id"),
        ("agent =", "actor =", "actor"),
        ("[article]", "[artikel]", "article"),
        ("[article]", "[article", "TOMLDecodeError"),
    ],
)
def test_a_malformed_gold_file_says_what_is_wrong(tmp_path: Path, before: str, after: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        gold_of(tmp_path, GOLD.replace(before, after, 1))


def test_a_folder_without_gold_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"report\.txt"):
        load_gold(tmp_path)
