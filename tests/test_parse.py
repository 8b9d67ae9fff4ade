"""The parse: forms are read once, and read as the model would read them in their sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotate import pipeline
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
