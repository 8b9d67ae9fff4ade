"""The examples of the lexicon, read the whole way: each must show what its entry is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline import pipeline
from dateline.errors import ReadError
from dateline.extract import INTERNAL
from dateline.extract.drafts import JUDGEMENT
from dateline.lexicon import Frame, Lexicon
from dateline.lexicon.topics import Concept
from dateline.model import Report
from dateline.pipeline import Knowledge
from dateline.read import read_text


class Trial(NamedTuple):
    """An example with its entry: a frame, or a topic whose example shows it or must not."""

    entry: Frame | Concept
    example: str
    shows: bool = True

    @property
    def name(self) -> str:
        """The kind and id of the entry, as its errors name it."""
        return f"{'frame' if isinstance(self.entry, Frame) else 'topic'} {self.entry.id!r}"


def trials(lexicon: Lexicon) -> Iterator[Trial]:
    """Yield every example of a lexicon."""
    for frame in lexicon.frames:
        yield from (Trial(frame, example) for example in frame.examples)
    for concept in lexicon.topics.concepts:
        yield Trial(concept, concept.example)
        yield Trial(concept, concept.counter_example, shows=False)


def failure(trial: Trial, known: Knowledge) -> str | None:
    """Read an example; return what it was taken for if that is wrong, None if it is right."""
    try:
        report = pipeline.convert_article(read_text(trial.example), known)
    except ReadError as error:
        return error.what
    if _shows(trial.entry, report) == trial.shows:
        return None
    return _found(report) if trial.shows else "shows the topic, and must not"


def _shows(entry: Frame | Concept, report: Report) -> bool:
    if isinstance(entry, Concept):
        return entry.rule in {topic.rule for topic in report.topics}
    if entry.class_name == JUDGEMENT:
        return any(claim.narrator for claim in report.claims)
    if entry.class_name in INTERNAL:
        return any(each.attendee for each in report.occurrences if each.class_name == "Gathering")
    return (entry.rule, entry.class_name) in {(each.rule, each.class_name) for each in report.occurrences}


def _found(report: Report) -> str:
    """Return what a report was read as, for whoever mends the entry."""
    found = [f"{each.class_name} by {each.rule}" for each in report.occurrences]
    found += [f"topic by {each.rule}" for each in report.topics]
    return f"is read as {', '.join(found)}" if found else "is read as nothing"
