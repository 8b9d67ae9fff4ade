"""A parse as the recognition of names reads it: words, capitals, and the units found so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.authority import Row
from dateline.lexicon.words import Words
from dateline.model import Kind, Parse, Span

_FUNCTION = frozenset("DT IN PRP PRP$ CC TO WDT WP WP$ WRB MD EX UH PDT RB RBR RBS".split())
_HYPHENS = frozenset("-‐‑–")
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_TEMPORAL = frozenset(("DATE", "TIME"))
_SMALL = frozenset(
    "of and the for in on at by with from as or a an between against among during after before under over into through "
    "within without towards toward about across amid since until upon via per while if because although though "
    "this that these those all some both".split()
)
"""Function words that titles may write with a capital."""
_PRONOUNS = frozenset(("he", "u"))
"""Styles that in lower case are something else."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of tokens that was recognised as one thing; `last` is exclusive."""

    first: int
    last: int
    kind: Kind
    rows: tuple[Row, ...] = ()
    demonym: bool = False
    head: int = -1
    """The head noun of an official name."""


class Page:
    """The tokens of a report with what is asked of them again and again worked out once."""

    def __init__(self, parse: Parse, words: Words) -> None:
        """Work out words, sentences and capitals, in one pass."""
        self.parse = parse
        self.words = words
        self.tokens = parse.tokens
        size = len(self.tokens)
        self.text = [token.text for token in self.tokens]
        self.lower = [text.lower().rstrip(".") or text for text in self.text]
        self.tags = [token.tag for token in self.tokens]
        self.end = [0] * size
        """For each token the token after its sentence."""
        self.start = [0] * size
        for sentence in parse.sentences:
            for index in range(sentence.first, sentence.last):
                self.start[index], self.end[index] = sentence.first, sentence.last
        self.unit: list[Unit | None] = [None] * size
        """For each token the outermost unit that holds it."""
        self.units: list[Unit] = []
        """Every unit that was claimed, inner ones too."""
        self.upper = [text[0].isupper() for text in self.text]
        self.seen = Counter(text for i, text in enumerate(self.text) if self.upper[i] and not self.opens(i))
        """Words with a capital where no sentence opens, with how often."""
        self.capital = [self._is_capital(i) for i in range(size)]
        self.honorific = [self._is_honorific(i) for i in range(size)]
        """For each token whether it is a style before a name: "Dr.", each of "Tan Sri"."""

    def opens(self, index: int) -> bool:
        """Tell whether a token is the first word of a sentence or of a quotation."""
        if index == self.start[index]:
            return True
        before = self.text[index - 1]
        return before in ('"', "“", "«", ":", "‘", "'", "(", "—", "–", "•", "-") and (
            before not in ("(", "-", "–", "'") or index - 1 == self.start[index]
        )

    def _is_capital(self, index: int) -> bool:
        """Tell whether a token is written as part of a name."""
        if not self.upper[index]:
            return False
        tag, token = self.tags[index], self.tokens[index]
        if tag in _FUNCTION and self._is_word_of_name(index):
            return True
        if tag == "MD" and token.entity == "PERSON" and self.lower[index] in self.words.given:
            return True  # "Will Moy"
        if tag in _FUNCTION or self.lower[index] in self.words.calendar:
            return tag.startswith("NNP") and token.entity in ("PERSON", "ORG")
        if token.entity in _TEMPORAL:
            return self.seen[self.text[index]] > 1 and not self.text[index].isupper()
        if self.opens(index) and not tag.startswith("NNP"):
            return token.entity not in ("", "ORDINAL", "CARDINAL") or self.seen[self.text[index]] > 0
        return True

    def _is_word_of_name(self, index: int) -> bool:
        """Tell whether what the parser takes for a function word is part of a name: "Than" in "Win Khaing Than"."""
        if self.lower[index] == "to":
            return self.same(index, index - 1) and self.lower[index - 1] in self.words.heads and self.upper[index - 1]
        within = index > self.start[index] and self.upper[index - 1] and not self.text[index].isupper()
        last = index + 1 >= self.end[index] or not self.upper[index + 1]
        plain = self.tags[index] in ("IN", "DT", "UH", "EX") and self.lower[index] not in _SMALL
        return within and last and plain and self.tags[index - 1] not in _FUNCTION

    def _is_honorific(self, index: int) -> bool:
        """Tell whether a token is a style before a name; "he" and "u" in capitals only."""
        lower = self.lower[index]
        if lower in self.words.honorifics:
            return lower not in _PRONOUNS or self.text[index].isupper()
        if lower not in self.words.paired:
            return False
        return any(" ".join(self.lower[at : at + 2]) in self.words.honorifics for at in (index - 1, index) if at >= 0)

    def is_hyphen(self, index: int) -> bool:
        """Tell whether a token is a hyphen between two words, without spaces."""
        if self.text[index] not in _HYPHENS or not self.start[index] < index < self.end[index] - 1:
            return False
        tokens = self.tokens
        return tokens[index - 1].span.end == tokens[index].span.begin and (
            tokens[index].span.end == tokens[index + 1].span.begin
        )

    def is_possessive(self, index: int) -> bool:
        """Tell whether a token is the possessive ending."""
        if index >= len(self.text) or self.text[index] not in _POSSESSIVE:
            return False
        return self.tags[index] == "POS" or self._owns(index)

    def _owns(self, index: int) -> bool:
        """Tell whether an apostrophe that was taken for a quotation mark is a plural's: "Parliamentarians’ Group"."""
        within = self.same(index, index - 1) and self.same(index, index + 1) and self.lower[index - 1].endswith("s")
        return within and self.tokens[index - 1].span.end == self.tokens[index].span.begin and self.upper[index + 1]

    def is_ordinal(self, index: int) -> bool:
        """Tell whether a token is an ordinal in figures."""
        return _ORDINAL.fullmatch(self.text[index]) is not None

    def same(self, one: int, other: int) -> bool:
        """Tell whether two tokens, the second perhaps out of range, stand in one sentence."""
        return 0 <= other < len(self.text) and self.start[one] == self.start[other]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from `first` up to, not including, `last`."""
        return Span(self.tokens[first].span.begin, self.tokens[last - 1].span.end)

    def string(self, first: int, last: int) -> str:
        """Return the words of the tokens as written, with single spaces."""
        return " ".join(self.parse.article.quote(self.span(first, last)).split())

    def claim(self, unit: Unit) -> None:
        """Let a unit hold its tokens, whatever held them before."""
        self.units.append(unit)
        for index in range(unit.first, unit.last):
            self.unit[index] = unit

    def head(self, first: int, last: int) -> int:
        """Return the token among these that the parse hangs on one outside; the last, if several."""
        for index in range(last - 1, first - 1, -1):
            token = self.tokens[index]
            outside = not first <= token.head < last or token.head == index
            if outside and token.dep not in ("punct", "case", "compound"):
                return index
        return last - 1

    def run(self, index: int) -> int:
        """Return the token after the run of capitals that begins at a token; the token itself if none begins there."""
        at, end = index, self.end[index]
        while at < end:
            if self.capital[at] and self.unit[at] is None:
                at += 1
            elif at > index and self._joins(at, end):
                at += 2
            else:
                break
        while at > index and not (self.capital[at - 1] or (at - 2 > index and self.is_hyphen(at - 2))):
            at -= 1
        return at

    def _joins(self, at: int, end: int) -> bool:
        """Tell whether a token within a run and its next carry it on: a hyphen, "&", a particle."""
        if at + 1 >= end or self.unit[at] is not None or self.unit[at + 1] is not None:
            return False
        if self.is_hyphen(at):
            given = self.tokens[at + 1].entity == "PERSON" and not self.tokens[at + 1].entity_begins
            return self.upper[at + 1] or self.lower[at - 1] == "co" or given
        if self.lower[at] in self.words.particles and self.is_hyphen(at + 1):
            return at + 2 < end and self.capital[at + 2]
        if self.lower[at] in self.words.particles or self.text[at] == "&":
            return self.capital[at + 1] or (
                self.lower[at + 1] in self.words.particles and self.capital[min(at + 2, end - 1)]
            )
        return False

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield (first, after last) of the runs of capitals that no unit holds."""
        at = 0
        while at < len(self.text):
            last = self.run(at) if self.unit[at] is None else at
            if last > at:
                yield self._widen(at), last
            at = max(last, at + 1)

    def _widen(self, first: int) -> int:
        """Take in a particle that is hyphened to the run: "al-" in "al-Noor"."""
        before = first - 2
        if before >= self.start[first] and self.is_hyphen(first - 1) and self.lower[before] in self.words.particles:
            return before if self.unit[before] is None else first
        return first
