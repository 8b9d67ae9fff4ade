"""Whose words stand between quotation marks, and which of them are a claim."""

from __future__ import annotations

import pytest

from dateline.model import Claim
from dateline.pipeline import Knowledge, convert_article
from dateline.read import read_text


def _claims(text: str, knowledge: Knowledge) -> tuple[Claim, ...]:
    return convert_article(read_text(text), knowledge).claims


def _quoted(text: str, knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return the passages of the verbatim claims."""
    return [tuple(text[s.begin : s.end] for s in c.evidence) for c in _claims(text, knowledge) if c.verbatim]


def _by(text: str, knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Return what each source says."""
    return {
        ref.slug: tuple(text[s.begin : s.end] for s in c.evidence)
        for c in _claims(text, knowledge)
        for ref in c.claimant
    }


@pytest.mark.parametrize(
    "text",
    [
        '"Borders are not walls," President Nada Zupan said.',
        "“Borders are not walls,” President Nada Zupan said.",
        "''Borders are not walls,'' President Nada Zupan said.",
        "„Borders are not walls,“ President Nada Zupan said.",
        "«Borders are not walls», President Nada Zupan said.",
        "‘Borders are not walls,’ President Nada Zupan said.",
        "'Borders are not walls,' President Nada Zupan said.",
        '"Borders are not walls," said President Nada Zupan.',
        'President Nada Zupan said: "Borders are not walls."',
        'President Nada Zupan said, "Borders are not walls."',
        'President Nada Zupan told reporters in Rijeka: "Borders are not walls."',
        'President Nada Zupan wrote that "Borders are not walls."',
    ],
)
def test_the_marks_and_the_order_of_cue_and_quotation_do_not_matter(text: str, knowledge: Knowledge) -> None:
    (said,) = (claim.text.rstrip(".,") for claim in _claims(text, knowledge) if claim.verbatim)
    assert said == "Borders are not walls"


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            '"Borders are not walls," President Nada Zupan said, "and they never were."',
            ("Borders are not walls", "and they never were."),
        ),
        (
            '"Borders are not walls," President Nada Zupan said. "They never were."',
            ("Borders are not walls", "They never were."),
        ),
        (
            '"Borders are not walls," President Nada Zupan told guests in Rijeka, while rain fell. "They never were."',
            ("Borders are not walls", "They never were."),
        ),
        (
            '"Borders are not walls," President Nada Zupan said.\n\n"They never were."',
            ("Borders are not walls", "They never were."),
        ),
        (
            '"Walls fall. Borders are not walls. They bend," President Nada Zupan said.',
            ("Walls fall. Borders are not walls. They bend",),
        ),
    ],
)
def test_a_quotation_in_several_pieces_is_one_claim(text: str, passages: tuple[str, ...], knowledge: Knowledge) -> None:
    assert _quoted(text, knowledge) == [passages]


def test_a_quotation_after_an_indirect_statement_is_the_same_speakers(knowledge: Knowledge) -> None:
    text = 'President Nada Zupan said that trade had grown. "We are proud of it."'
    assert _by(text, knowledge)["nada-zupan"] == ("trade had grown", "We are proud of it.")


def test_the_cue_right_behind_a_quotation_owns_it_rather_than_the_one_before(knowledge: Knowledge) -> None:
    text = (
        '"Walls are needed," President Josip Horvat said.\n\n'
        '"Do you mean that?" President Nada Zupan said. "Borders are not walls."'
    )
    assert _by(text, knowledge)["josip-horvat"] == ("Walls are needed",)


def test_the_next_paragraphs_cue_does_not_own_a_quotation(knowledge: Knowledge) -> None:
    text = (
        "The two leaders met in Rijeka on Friday and spoke to reporters.\n\n"
        '"Walls are needed," President Josip Horvat said. "Who will pay?"\n\n'
        "President Nada Zupan said that borders were open."
    )
    assert _by(text, knowledge)["josip-horvat"] == ("Walls are needed", "Who will pay?")


@pytest.mark.parametrize(
    "text",
    [
        'President Nada Zupan said that the so-called "open border" was a dream.',
        'President Nada Zupan explained her plan, which costs "five billion euros" a year, to voters.',
        'President Nada Zupan spoke on the show "Here Is the Thing" in May.',
    ],
)
def test_words_quoted_in_passing_are_no_verbatim_claim(text: str, knowledge: Knowledge) -> None:
    assert _quoted(text, knowledge) == []


def test_a_content_that_ends_within_quotation_marks_runs_to_their_end(knowledge: Knowledge) -> None:
    text = 'President Nada Zupan said the border would stay "open to all. We will never close it."'
    assert _by(text, knowledge)["nada-zupan"] == ('the border would stay "open to all. We will never close it."',)


def test_what_follows_a_quotation_is_the_narrators(knowledge: Knowledge) -> None:
    text = 'President Nada Zupan said: "We have never closed the border," but in fact it was shut for a year.'
    assert _quoted(text, knowledge) == [("We have never closed the border",)]


def test_what_is_said_within_a_quotation_is_its_speakers(knowledge: Knowledge) -> None:
    text = '"President Josip Horvat said that walls are needed," President Nada Zupan told parliament.'
    assert "josip-horvat" not in _by(text, knowledge)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers left Lima.\n\n> Peru signed a treaty with Chile on Monday.",
        "The ministers left Lima.\n\n“Peru signed a treaty with Chile on Monday.”",
        "The ministers left Lima.\n\nQ: Who was there?\nA: Peru signed a treaty with Chile.\nQ: And you?\nA: I was.",
    ],
)
def test_what_a_quotation_of_nobody_known_tells_is_not_told(text: str, knowledge: Knowledge) -> None:
    assert convert_article(read_text(text), knowledge).occurrences == ()
