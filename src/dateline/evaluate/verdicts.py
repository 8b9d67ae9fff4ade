"""Verdicts on facts, and what they come to: precision, recall and F1 per layer and per rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a fact."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A fact, found or expected, and what became of it; a missed fact has no rule."""

    layer: str
    fact: str
    outcome: Outcome
    rule: str = ""

    def __str__(self) -> str:
        """Return layer and fact in one line, as a gold file lists what is known to be wrong."""
        return f"{self.layer}: {self.fact}"


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of a layer or of a rule.

    >>> Score(right=3, wrong=1, missed=3).precision, Score(3, 1, 3).recall, round(Score(3, 1, 3).f1, 2)
    (0.75, 0.5, 0.6)
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return _share(self.right, self.wrong)

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing."""
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _share(2 * self.right, self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Scores:
    """All verdicts on one report or on several."""

    verdicts: tuple[Verdict, ...]

    def layers(self) -> Mapping[str, Score]:
        """Return the score of each layer that has a verdict, in order of name."""
        return {
            layer: _count(verdict for verdict in self.verdicts if verdict.layer == layer)
            for layer in sorted({verdict.layer for verdict in self.verdicts})
        }

    def rules(self) -> Mapping[str, Score]:
        """Return the score of each rule; its recall is the share of its layers' facts that it found alone."""
        return {rule: self._rule(rule) for rule in sorted({each.rule for each in self.verdicts if each.rule})}

    def _rule(self, rule: str) -> Score:
        own = _count(verdict for verdict in self.verdicts if verdict.rule == rule)
        layers = {verdict.layer for verdict in self.verdicts if verdict.rule == rule}
        there = _count(verdict for verdict in self.verdicts if verdict.layer in layers)
        return Score(own.right, own.wrong, there.right + there.missed - own.right)

    def of(self, outcome: Outcome) -> tuple[Verdict, ...]:
        """Return the verdicts of one outcome."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is outcome)


def total(scores: Iterable[Scores]) -> Scores:
    """Return the verdicts on several reports as one."""
    return Scores(tuple(verdict for each in scores for verdict in each.verdicts))


def _count(verdicts: Iterable[Verdict]) -> Score:
    outcomes = Counter(verdict.outcome for verdict in verdicts)
    return Score(outcomes[Outcome.RIGHT], outcomes[Outcome.WRONG], outcomes[Outcome.MISSED])


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0
