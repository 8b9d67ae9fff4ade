"""Each frame does what its examples say, through the whole way."""

from __future__ import annotations

import pytest

from dateline import lexicon, pipeline
from dateline.extract import INTERNAL
from dateline.extract.drafts import JUDGEMENT
from dateline.lexicon import Frame
from dateline.pipeline import Knowledge
from dateline.read import read_text

EXAMPLES = [(frame, example) for frame in lexicon.load().frames for example in frame.examples]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{f.id}-{e[:30]}" for f, e in EXAMPLES])
def test_an_example_evokes_its_frame(frame: Frame, example: str, knowledge: Knowledge) -> None:
    report = pipeline.convert_article(read_text(example), knowledge)
    if frame.class_name == JUDGEMENT:
        assert [claim for claim in report.claims if claim.narrator]
    elif frame.class_name in INTERNAL:
        assert [o for o in report.occurrences if o.attendee and o.class_name == "Gathering"]
    else:
        assert frame.id in [o.rule.split("/")[-1] for o in report.occurrences if o.class_name == frame.class_name]


@pytest.mark.parametrize("frame", lexicon.load().frames, ids=lambda frame: frame.id)
def test_a_frame_states_its_source(frame: Frame) -> None:
    assert frame.source
