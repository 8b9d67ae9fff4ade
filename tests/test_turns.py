"""Transcripts: what follows a speaker's name is a quotation, and never the narrator's."""

from __future__ import annotations

import pytest

from dateline.read import read_text

INTRODUCTION = "The minister took questions on the treaty that the two states signed in the spring."
QUESTION = "Will you be going to the summit that is to be held in the autumn?"
ANSWER = "Yes. Our president signed the treaty, and we will go there with the others."


def _blocks(text: str) -> list[tuple[str, str]]:
    article = read_text(text)
    return [(block.kind.value, article.quote(block.span)) for block in article.blocks]


@pytest.mark.parametrize("newline", ["\n", "\n\n"])
@pytest.mark.parametrize(("asks", "answers"), [("Q", "A"), ("QUESTION", "MS ROE"), ("Reporter", "Ana Roe (01:04)")])
def test_the_turns_of_a_transcript_are_quotations_without_their_speakers(asks: str, answers: str, newline: str) -> None:
    turns = [f"{asks}: {QUESTION}", f"{answers}: {ANSWER}", ANSWER, f"{asks}: {QUESTION}", f"{answers}: {ANSWER}"]
    said = [QUESTION, ANSWER, ANSWER, QUESTION, ANSWER]
    assert _blocks(newline.join([INTRODUCTION, *turns])) == [
        ("paragraph", INTRODUCTION),
        *(("quotation", words) for words in said),
    ]


def test_a_speaker_may_stand_on_a_line_of_her_own() -> None:
    turns = [f"{name}:\n\n{words}" for name, words in (("Reporter", QUESTION), ("Roe", ANSWER)) * 2]
    assert _blocks("\n\n".join([INTRODUCTION, *turns]))[1:] == [("quotation", QUESTION), ("quotation", ANSWER)] * 2


def test_labels_that_do_not_come_again_are_no_speakers() -> None:
    lines = [f"Trade: {INTRODUCTION}", f"Water: {INTRODUCTION}", f"Fish: {INTRODUCTION}"]
    assert _blocks("\n\n".join(lines)) == [("paragraph", line) for line in lines]
