"""The parse: forms are read once, and read as the model would read them in their sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotate import pipeline
from dateline.model import Article, Block, BlockKind, Span
from dateline.pipeline import Knowledge
from dateline.read import read_path

TEXTS = sorted((Path(__file__).parent / "reports").glob("*/report.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=[path.parent.name for path in TEXTS])
def test_lemmas_and_tags_are_those_of_the_whole_model(
    path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = read_path(path)
    once = pipeline.parse(article, knowledge.nlp)
    monkeypatch.setattr(pipeline, "_has_rules", lambda nlp: False)

    assert once == pipeline.parse(article, knowledge.nlp)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("They met Hon. Gary Moala in Lima.", "Hon."),
        ("They met Capt. Ivo Maric in Lima.", "Capt."),
        ("They met Sh.Dorjgarav in Lima.", "Sh.Dorjgarav"),
        ("They met Dato’ Ivo Maric in Lima.", "Dato’"),
        ("They met Dr.Maric in Lima.", "Dr."),
        ("They left Lima.Berg met them.", "Lima"),
    ],
)
def test_styles_and_initials_are_one_token(text: str, token: str, knowledge: Knowledge) -> None:
    article = Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))

    assert token in [each.text for each in pipeline.parse(article, knowledge.nlp).tokens]
