"""What a report has told so far: the mentions resolved up to a token, where they stand, and what is known of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dateline.annotate.salience import Prominence
from dateline.lexicon.words import Words
from dateline.model import Form, Kind, Mention, Parse, Ref, Span, Token

_QUOTES = ('"', "“", "”", "«", "»")


_FOREMOST = 3
"""So many times as often as the third of them are the two states named that a report is about."""


class Discourse:
    """The state of one report's resolution, token by token."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...], words: Words) -> None:
        """Begin before the first token; the genders that titles tell are known from the start."""
        self.parse = parse
        self.tokens = parse.tokens
        self.words = words
        self.prominence = Prominence(parse)
        self.sentences: list[list[Mention]] = [[] for _ in parse.sentences]
        """The mentions told in each sentence."""
        self.before: list[Mention] = []
        """All that were told."""
        self.now = 0
        """The sentence that is being told."""
        self.acting: dict[int, tuple[Mention, ...]] = {}
        """Who acts together in a sentence that is told, once it has been asked."""
        self.quoted = frozenset(self._quoted())
        self.states = {m.entity for m in mentions if m.kind is Kind.STATE and m.entity is not None}
        """All that the report names, before and after."""
        self.foremost = _foremost(m.entity for m in mentions if m.kind is Kind.STATE and m.entity is not None)
        """Two states that the report names far more often than any other; none if there are no such two."""
        self._at: dict[int, list[Mention]] = defaultdict(list)
        self._titled: dict[int, list[Mention]] = defaultdict(list)
        """For each token of a title whoever bears it."""
        self._begins = {token.span.begin: token.index for token in parse.tokens}
        self.gender: dict[Ref, str] = dict(self._told_genders(mentions))

    def number(self, token: Token) -> int:
        """Return the number of a token's sentence."""
        return self.prominence.sentence[token.index]

    def place(self, mention: Mention) -> None:
        """Let a mention be found at its head."""
        if mention.form is not Form.ADJECTIVE and mention.entity is not None:
            self._at[mention.head].append(mention)
            for index in self.tokens_of(mention.title) if mention.title is not None else ():
                self._titled[index].append(mention)

    def tokens_of(self, span: Span) -> Iterator[int]:
        """Yield the tokens of a span that begins with one."""
        at = self._begins.get(span.begin, len(self.tokens))
        while at < len(self.tokens) and span.covers(self.tokens[at].span):
            yield at
            at += 1

    def tell(self, mention: Mention, number: int) -> None:
        """Count a mention among what the report has told."""
        if mention.entity is None:
            return
        self.sentences[number].append(mention)
        self.before.append(mention)
        if mention.form in (Form.PRONOUN, Form.DESCRIPTION):
            self.place(mention)

    def at(self, index: int) -> list[Mention]:
        """Return the mentions at a token, or those whose title it is a word of."""
        return self._at.get(index) or self._titled.get(index) or []

    def covers(self, index: int, inner: int) -> bool:
        """Tell whether a token stands in the phrase of another."""
        while self.tokens[inner].head != inner and inner != index:
            inner = self.tokens[inner].head
        return inner == index

    def determiners(self, token: Token) -> set[str]:
        """Return the words before a noun that depend on it, in lower case."""
        return {self.tokens[c].text.lower() for c in self.parse.children[token.index] if c < token.index}

    def _quoted(self) -> Iterator[int]:
        """Yield the tokens that stand in quotation marks."""
        inside = False
        for token in self.tokens:
            if token.text in _QUOTES:
                inside = token.text in "“«" or (token.text == '"' and not inside)
            elif inside:
                yield token.index

    def _told_genders(self, mentions: Iterable[Mention]) -> Iterator[tuple[Ref, str]]:
        for mention in mentions:
            if mention.kind is Kind.PERSON and mention.entity is not None and mention.head >= 0:
                for gender in self._genders(mention, self._begins.get(mention.span.begin, 0)):
                    if gender is not None:
                        yield mention.entity, gender

    def _genders(self, mention: Mention, first: int) -> list[str | None]:
        """Return the genders of a person's office, or of a full name and of the title and honorific before it."""
        heads = self.words.heads
        if mention.form is Form.DESCRIPTION:
            return [heads.get(self.tokens[mention.head].lemma)]
        titled = self.parse.article.quote(mention.title).lower().split() if mention.title is not None else []
        before = self.tokens[first - 1].text.lower().rstrip(".") if first else ""
        given, _, surname = (mention.name or "").casefold().partition(" ")
        named = self.words.given.get(given) if surname else None
        return [named, self.words.honorifics.get(before), *(heads.get(word) for word in titled)]


def _foremost(states: Iterable[Ref]) -> frozenset[Ref]:
    counts = Counter(states).most_common(3)
    if len(counts) < 3 or counts[1][1] < _FOREMOST * counts[2][1]:
        return frozenset()
    return frozenset((counts[0][0], counts[1][0]))
