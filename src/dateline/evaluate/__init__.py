"""How right a report is against hand-made gold: precision, recall and F1 per layer of facts and per rule."""

from dateline.evaluate.gold import Gold, load_gold
from dateline.evaluate.judge import score
from dateline.evaluate.verdicts import Outcome, Score, Scores, Verdict, total

__all__ = ["Gold", "Outcome", "Score", "Scores", "Verdict", "load_gold", "score", "total"]
