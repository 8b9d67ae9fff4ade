"""What a report is about: phrases count, and passing words, names, offices and bodies do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline import lexicon, pipeline
from dateline.errors import LexiconError
from dateline.extract import topics as extraction
from dateline.lexicon import topics
from dateline.lexicon.topics import Concept
from dateline.model import Report, Topic
from dateline.pipeline import Knowledge
from dateline.read import read_path, read_text

CONCEPTS = topics.load().concepts
SDG = "http://metadata.un.org/sdg"
MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/"
ENTRY = """
[[topic]]
id = "herding"
concept = "https://example.org/topics/herding"
source = "the newsroom's own list"
phrases = ["reindeer (and) herding|herder"]
example = "They spoke of reindeer herding."
counter_example = "They saw a reindeer."
"""


def read(text: str, knowledge: Knowledge) -> Report:
    return pipeline.convert_article(read_text(text), knowledge)


def quoted(report: Report, goal: str = "") -> list[str]:
    """Return the words of the topics, or of those of one goal."""
    found = (topic for topic in report.topics if topic.concept == f"{SDG}{goal}" or not goal)
    return [report.article.quote(topic.span) for topic in found]


def layered(tmp_path: Path, text: str) -> topics.TopicLexicon:
    (tmp_path / "topics-own.toml").write_text(text, encoding="utf-8")
    return topics.load((tmp_path,))


# --- the entries ------------------------------------------------------------------------------


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.id)
def test_an_example_is_about_its_concept(concept: Concept, knowledge: Knowledge) -> None:
    assert concept.rule in [topic.rule for topic in read(concept.example, knowledge).topics]


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.id)
def test_a_counter_example_is_not_about_its_concept(concept: Concept, knowledge: Knowledge) -> None:
    assert concept.rule not in [topic.rule for topic in read(concept.counter_example, knowledge).topics]


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.id)
def test_a_concept_is_a_goal_their_scheme_or_a_media_topic(concept: Concept) -> None:
    assert re.fullmatch(rf"{SDG}(/([1-9]|1[0-7]))?|{MEDTOP}\d{{8}}", concept.iri)


def test_every_goal_and_their_scheme_have_an_entry() -> None:
    goals = {concept.iri for concept in CONCEPTS if concept.iri.startswith(SDG)}

    assert goals == {SDG, *(f"{SDG}/{number}" for number in range(1, 18))}


def test_no_two_entries_have_one_id() -> None:
    assert len({concept.id for concept in CONCEPTS}) == len(CONCEPTS)


# --- which passages ---------------------------------------------------------------------------


def test_the_longest_phrase_wins(knowledge: Knowledge) -> None:
    report = read("They discussed water resource management.", knowledge)

    assert quoted(report, "/6") == ["water resource management"]


def test_concepts_that_share_a_phrase_share_its_passage(knowledge: Knowledge) -> None:
    report = read("They discussed climate change.", knowledge)

    assert {topic.concept for topic in report.topics} == {f"{SDG}/13", f"{MEDTOP}20000418"}


def test_a_goal_named_by_its_number_is_that_goal_and_not_the_scheme(knowledge: Knowledge) -> None:
    report = read("Ghana reported on SDG 6 and on Sustainable Development Goal 14.", knowledge)

    assert [topic.concept for topic in report.topics] == [f"{SDG}/6", f"{SDG}/14"]


def test_a_topic_is_the_words_at_its_offsets(knowledge: Knowledge) -> None:
    report = read("“Żółw”, she said — 🐢 — needs Ocean care, and\nfood  security matters.", knowledge)

    assert quoted(report, "/2") == ["food  security"]


def test_topics_stand_in_text_order(knowledge: Knowledge) -> None:
    report = read("They spoke of gender equality, food security and climate change. Biodiversity came last.", knowledge)

    assert [topic.span for topic in report.topics] == sorted(topic.span for topic in report.topics)


def test_hyphens_do_not_count(knowledge: Knowledge) -> None:
    report = read("They want action against gender-based violence.", knowledge)

    assert quoted(report, "/5") == ["gender-based violence"]


def test_a_phrase_may_begin_a_sentence(knowledge: Knowledge) -> None:
    assert quoted(read("Gender equality is a duty of all.", knowledge), "/5") == ["Gender equality"]


def test_a_weak_cue_needs_company(knowledge: Knowledge) -> None:
    one = "They discussed bilateral relations."

    assert quoted(read(one, knowledge)) == []
    assert quoted(read(f"{one} She invited him for a state visit.", knowledge)) == [
        "bilateral relations",
        "state visit",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Water Resources Lena Berg arrived in Accra.",
        "Climate Change Minister Lena Berg arrived in Accra.",
        "She met the minister for energy, water resources and climate change.",
        "The climate change envoy arrived in Accra.",
        "The committee on food security met in Accra.",
        "Juma Otieno leads the Institute for Gender Equality in Nairobi.",
        "The Human Rights Council met in Accra.",
        "The Food Security Fund opened an office in Lima.",
        "He works for the Institute for Sustainable Development Goals.",
        "The SDG Fund opened an office in Lima.",
        "A human rights lawyer came to dinner.",
        "Drinks were served with water, and food followed.",
    ],
)
def test_names_offices_bodies_and_passing_words_are_no_topic(text: str, knowledge: Knowledge) -> None:
    assert quoted(read(text, knowledge)) == []


def test_the_goals_count_with_the_name_of_who_set_them(knowledge: Knowledge) -> None:
    report = read("Fiji works for the United Nations Sustainable Development Goals.", knowledge)

    assert [topic.concept for topic in report.topics] == [SDG]


# --- what occurrences are about ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "class_name", "concept"),
    [
        ("Juma Otieno reaffirmed Kenya's commitment to gender equality.", "Commitment", f"{SDG}/5"),
        ("Foreign Minister Ana Petrova called for climate action.", "Request", f"{SDG}/13"),
        ("Speaker Juma Otieno stressed food security and the rule of law.", "Statement", f"{SDG}/2"),
        ("Minister Ana Petrova held talks with Juma Otieno on climate change.", "Meeting", f"{SDG}/13"),
    ],
)
def test_an_occurrence_is_about_the_concept_that_it_names(
    text: str, class_name: str, concept: str, knowledge: Knowledge
) -> None:
    (occurrence,) = (each for each in read(text, knowledge).occurrences if each.class_name == class_name)

    assert concept in occurrence.topics


def test_an_occurrence_is_not_about_what_stands_deeper_in_its_argument(knowledge: Knowledge) -> None:
    report = read("Juma Otieno reaffirmed Kenya's commitment to a conference on gender equality.", knowledge)

    assert [occurrence.topics for occurrence in report.occurrences if occurrence.topics] == []


def test_the_evidence_of_an_occurrence_holds_the_words_of_its_topic(knowledge: Knowledge) -> None:
    report = read("Juma Otieno reaffirmed Kenya's commitment to gender equality.", knowledge)
    (occurrence,) = (each for each in report.occurrences if each.topics)

    assert any(passage.covers(topic.span) for passage in occurrence.evidence for topic in report.topics)


def test_the_commitment_of_the_seed_is_to_the_goals(seed: Path, knowledge: Knowledge) -> None:
    report = pipeline.convert_article(read_path(seed), knowledge)

    assert [each.topics for each in report.occurrences if each.class_name == "Commitment"] == [(SDG,)]


# --- a user's entries -------------------------------------------------------------------------


def test_a_users_topic_is_read_beside_ours(tmp_path: Path, knowledge: Knowledge) -> None:
    from dateline.annotate import pipeline as parser

    own = layered(tmp_path, ENTRY)
    parse = parser.parse(read_text("They spoke of reindeer herders and of food security."), knowledge.nlp)

    assert extraction.topics(parse, own)[0] == Topic(
        parse.tokens[3].span._replace(end=parse.tokens[4].span.end),
        "https://example.org/topics/herding",
        "own/topics/herding",
    )


def test_a_users_topic_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    own = layered(tmp_path, ENTRY.replace('"herding"', '"sdg-2"'))

    assert [concept.phrases for concept in own.concepts if concept.id == "sdg-2"] == [
        ("reindeer (and) herding|herder",)
    ]


def test_a_users_guards_are_added_to_ours(tmp_path: Path) -> None:
    own = layered(tmp_path, f'[guards]\noffices = ["elder"]\n{ENTRY}')

    assert own.offices == topics.load().offices | {"elder"}


def test_the_lexicon_has_the_topics_of_its_directories(tmp_path: Path) -> None:
    own = layered(tmp_path, ENTRY)

    assert lexicon.load((tmp_path,)).topics == own


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (ENTRY.replace("source", "sauce"), "has no 'source'"),
        (ENTRY.replace("counter_example", "counter"), "has no 'counter_example'"),
        (ENTRY + "not_befor = []\n", "has unknown keys: not_befor"),
        (ENTRY.replace('"reindeer (and) herding|herder"', ""), "has no phrase"),
        (ENTRY.replace("https://example.org/topics/herding", "herding"), "has a concept that is no IRI: 'herding'"),
        (ENTRY.replace("reindeer (and)", "Reindeer"), "has the phrase 'Reindeer herding|herder', which cannot be read"),
        (ENTRY.replace("(and)", "(and"), "has the phrase 'reindeer (and herding|herder', which cannot be read"),
        (ENTRY + "minimum = 0\n", "has the minimum 0"),
    ],
)
def test_a_wrong_entry_is_named_with_its_cure(wrong: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as caught:
        layered(tmp_path, wrong)

    assert (caught.value.where, caught.value.what) == ("topics-own.toml, topic 'herding'", problem)


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"topics-own\.toml: is not TOML"):
        layered(tmp_path, "[[topic]")


def test_an_unknown_part_of_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"topics-own\.toml: has unknown parts: topics"):
        layered(tmp_path, ENTRY.replace("[[topic]]", "[[topics]]"))
