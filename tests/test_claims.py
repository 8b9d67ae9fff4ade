"""Who is reported to have said what: the content, its source and what is no claim."""

from __future__ import annotations

import pytest

from dateline.model import Claim
from dateline.pipeline import Knowledge, convert_article
from dateline.read import read_text


def _claims(text: str, knowledge: Knowledge) -> tuple[Claim, ...]:
    return convert_article(read_text(text), knowledge).claims


def _said(text: str, knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return the contents in text order, each as its passages."""
    return [tuple(text[s.begin : s.end] for s in claim.evidence) for claim in _claims(text, knowledge)]


def _sources(text: str, knowledge: Knowledge) -> list[tuple[str, ...]]:
    return [tuple(ref.slug for ref in claim.claimant) for claim in _claims(text, knowledge)]


def _attributed(text: str, knowledge: Knowledge) -> list[tuple[str, ...]]:
    return [tuple(text[s.begin : s.end] for s in claim.attribution) for claim in _claims(text, knowledge)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Foreign Minister Ana Petrova said that trade had grown.", ("trade had grown",)),
        ("Foreign Minister Ana Petrova said trade had grown.", ("trade had grown",)),
        ("Exports have doubled, Foreign Minister Ana Petrova said.", ("Exports have doubled",)),
        ("Exports have doubled, said Foreign Minister Ana Petrova.", ("Exports have doubled",)),
        ("The border, President Juma Otieno said, will open soon.", ("The border", "will open soon")),
        ("The goal, President Juma Otieno said, is a lasting truce.", ("The goal", "is a lasting truce")),
        (
            "The bridge over the Sava, Prime Minister Lena Berg said on Friday, is closed.",
            ("The bridge over the Sava", "is closed"),
        ),
        ("Sales were great, President Juma Otieno said, wiping sweat off his face.", ("Sales were great",)),
        ("As President Juma Otieno said, the deal is off.", ("the deal is off",)),
        ("President Juma Otieno said that, if elected, he would resign.", ("if elected, he would resign",)),
        ("President Juma Otieno said trade would grow, citing new figures.", ("trade would grow",)),
        (
            "President Juma Otieno said trade would grow, while Prime Minister Lena Berg warned of a crisis.",
            ("trade would grow",),
        ),
        (
            "President Juma Otieno told reporters that the talks had failed because nobody listened.",
            ("the talks had failed because nobody listened",),
        ),
        (
            "President Juma Otieno said in one of a series of messages that the road was closed.",
            ("the road was closed",),
        ),
        (
            "Prime Minister Lena Berg predicted that prices would fall, but that wages would rise.",
            ("prices would fall, but that wages would rise",),
        ),
    ],
)
def test_the_content_is_what_is_said_without_who_says_it(
    text: str, said: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert _said(text, knowledge) == [said]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Foreign Minister Ana Petrova said that trade had grown.", ("ana-petrova",)),
        ("Exports have doubled, said Foreign Minister Ana Petrova.", ("ana-petrova",)),
        ("Exports have doubled, according to President Juma Otieno.", ("juma-otieno",)),
        ("According to President Juma Otieno, exports have doubled.", ("juma-otieno",)),
        ("It was announced that exports had doubled.", ()),
        ("According to a poll, exports have doubled.", ()),
        ("A survey found nothing. The survey said that exports had doubled.", ()),
    ],
)
def test_the_claimant_is_who_is_named_as_the_source(text: str, source: tuple[str, ...], knowledge: Knowledge) -> None:
    assert _sources(text, knowledge) == [source]


@pytest.mark.parametrize(("article", "source"), [("the", ("lena-berg",)), ("a", ())])
def test_the_statement_is_that_of_who_made_one_before(
    article: str, source: tuple[str, ...], knowledge: Knowledge
) -> None:
    text = f"Lena Berg said in a statement that it rained. Exports rose, according to {article} statement."
    assert _sources(text, knowledge) == [("lena-berg",), source]


def test_who_speaks_of_what_is_in_the_report_did_not_issue_it(knowledge: Knowledge) -> None:
    text = "In the report, Lena Berg noted errors. Exports rose, according to the report."
    assert _sources(text, knowledge)[-1] == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Foreign Minister Ana Petrova said that trade had grown.", ("Foreign Minister Ana Petrova said",)),
        ("Exports have doubled, said Foreign Minister Ana Petrova.", ("said Foreign Minister Ana Petrova",)),
        ("Exports have doubled, according to President Juma Otieno.", ("according to President Juma Otieno",)),
        (
            "According to Rosa Delgado, a former minister, exports have doubled.",
            ("According to Rosa Delgado, a former minister",),
        ),
        (
            "Exports have doubled, according to Rosa Delgado, a former minister who left in May.",
            ("according to Rosa Delgado, a former minister who left in May",),
        ),
    ],
)
def test_the_attribution_is_the_source_with_its_cue(text: str, words: tuple[str, ...], knowledge: Knowledge) -> None:
    assert _attributed(text, knowledge) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "President Juma Otieno said hello.",
        "President Juma Otieno did not say that the talks had failed.",
        "President Juma Otieno said what he would do.",
        "President Juma Otieno told reporters whether he would stay.",
        "The goods moved according to the plan.",
        "It is a gap that President Juma Otieno says makes talk of a wall moot.",
        "President Juma Otieno declared victory in the second round.",
        "President Juma Otieno declared himself the winner.",
        "The club is rich, however — President Juma Otieno reported earning millions from it.",
    ],
)
def test_no_proposition_is_no_claim(text: str, knowledge: Knowledge) -> None:
    assert _said(text, knowledge) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "President Juma Otieno said that Prime Minister Lena Berg had told him that the talks were over.",
            ("juma-otieno",),
        ),
        ('"Lena Berg said that she would come," President Juma Otieno said.', ("juma-otieno",)),
        ("The talks were over, Lena Berg said, according to President Juma Otieno.", ("juma-otieno",)),
    ],
)
def test_of_a_claim_within_a_claim_only_the_outer_one_stands(
    text: str, source: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert _sources(text, knowledge) == [source]


def test_what_a_source_with_according_to_vouches_for_in_the_midst_of_a_sentence_is_the_rest(
    knowledge: Knowledge,
) -> None:
    text = "The bridge, according to President Juma Otieno, will open in May."
    assert _said(text, knowledge) == [("The bridge", "will open in May")]


def test_a_highlighted_noun_phrase_is_a_claim(knowledge: Knowledge) -> None:
    text = "Speaker Juma Otieno stressed the role of parliaments in keeping peace."
    assert _said(text, knowledge) == [("the role of parliaments in keeping peace",)]


@pytest.mark.parametrize("verb", ["singled out", "presented", "cited", "highlighted"])
def test_what_something_is_said_to_be_by_nobody_named_is_a_claim(verb: str, knowledge: Knowledge) -> None:
    text = f"The clean harbour projects of Jamaica were {verb} as a valuable contribution to the region."

    assert [(claim.text, claim.claimant, claim.narrator) for claim in _claims(text, knowledge)] == [
        ("a valuable contribution to the region", (), False)
    ]


def test_a_noun_phrase_stressed_by_nobody_named_is_a_claim_of_nobody(knowledge: Knowledge) -> None:
    text = "The importance of friendship groups in the two parliaments was highlighted."

    assert [(claim.text, claim.claimant) for claim in _claims(text, knowledge)] == [
        ("The importance of friendship groups in the two parliaments", ())
    ]


def test_what_is_underlined_in_a_speech_is_the_speakers(knowledge: Knowledge) -> None:
    text = "The need for closer ties in farming was underlined in Speaker Juma Otieno's address."
    assert _sources(text, knowledge) == [("juma-otieno",)]


@pytest.mark.parametrize("cue", ["warned", "vowed", "demanded"])
def test_a_quotation_is_a_claim_whatever_the_act(cue: str, knowledge: Knowledge) -> None:
    text = f'"The border will open in May," President Juma Otieno {cue}.'
    assert _said(text, knowledge) == [("The border will open in May",)]


@pytest.mark.parametrize("who", ["The sides", "They", "The delegations of both parliaments", "The ministry"])
def test_what_people_and_bodies_underline_is_no_judgement_of_the_narrator(who: str, knowledge: Knowledge) -> None:
    text = f"{who} underscored the importance of wider trade in grain."
    assert not any(claim.narrator for claim in _claims(text, knowledge))


def test_of_two_judgements_of_the_same_words_one_stands(knowledge: Knowledge) -> None:
    text = "Kenya continues to pave the way for a cleaner sea, urging others to follow."
    assert [claim.text for claim in _claims(text, knowledge) if claim.narrator] == [
        "Kenya continues to pave the way for a cleaner sea"
    ]


@pytest.mark.parametrize("cue", ["warned that", "cautioned that", "hoped that"])
def test_what_one_warns_of_or_hopes_for_is_a_claim(cue: str, knowledge: Knowledge) -> None:
    assert _said(f"President Juma Otieno {cue} trade would shrink.", knowledge) == [("trade would shrink",)]


@pytest.mark.parametrize(
    "text",
    [
        "President Juma Otieno briefed Ambassador Lena Berg on the state of the harvest.",
        "President Juma Otieno drew attention to the state of the harvest.",
        "President Juma Otieno voiced concern over the state of the harvest.",
        "President Juma Otieno touched upon the state of the harvest.",
    ],
)
def test_what_a_preposition_leads_to_may_be_what_is_said(text: str, knowledge: Knowledge) -> None:
    assert _said(text, knowledge) == [("the state of the harvest",)]


def test_quoted_words_that_an_act_is_on_are_no_claim(knowledge: Knowledge) -> None:
    assert _said('The Senate of Chile condemned "the cowardly attacks on the port", and closed.', knowledge) == []
