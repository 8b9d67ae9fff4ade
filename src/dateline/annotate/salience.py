"""How prominent a mention is in its sentence, and what the subject of a token's clause is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from dateline.model import Form, Mention, Parse, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_INNER = frozenset(("compound", "amod", "nmod"))
_TITLING = frozenset(("appos", "compound", "nmod", "pobj", "prep"))
"""Labels by which a name hangs from the words of its title: "President of Peru Ana Ruiz"."""


class Rank(IntEnum):
    """Grammatical prominence; a greater one is likelier to be taken up."""

    MODIFIER = 0
    OTHER = 1
    POSSESSOR = 2
    """Of an object or complement."""
    POSSESSING_SUBJECT = 3
    """"Rossi" in "Rossi's visit was …"."""
    INNER_SUBJECT = 4
    SUBJECT = 5
    """Of the main clause."""


class Prominence:
    """The ranks of the mentions of one parse."""

    def __init__(self, parse: Parse) -> None:
        """Index the sentences."""
        self.parse = parse
        self.tokens = parse.tokens
        self.sentence = [0] * len(self.tokens)
        for number, sentence in enumerate(parse.sentences):
            self.sentence[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)

    def rank(self, mention: Mention) -> Rank:
        """Return how prominent a mention is in its sentence."""
        token = self.outer(mention)
        if token.dep in SUBJECTS:
            return Rank.SUBJECT if self.is_main(token.head) else Rank.INNER_SUBJECT
        if token.dep == "poss":
            owner = self._row(self.tokens[token.head])
            return Rank.POSSESSING_SUBJECT if owner.dep in SUBJECTS else Rank.POSSESSOR
        if mention.form is Form.ADJECTIVE or token.dep in _INNER:
            return Rank.MODIFIER
        return Rank.OTHER

    def outer(self, mention: Mention) -> Token:
        """Return the token by which a mention's phrase hangs in the sentence: over its title and its row."""
        token = self.tokens[mention.head]
        title = mention.title
        while title is not None and token.dep in _TITLING:
            above = self.tokens[token.head]
            if above.index == token.index or not title.covers(above.span):
                break
            token = above
        return self._row(token)

    def _row(self, token: Token) -> Token:
        while token.dep == "conj" and token.head != token.index:
            token = self.tokens[token.head]
        return token

    def is_main(self, verb: int) -> bool:
        """Tell whether a verb is its sentence's main one, or coordinated with it."""
        token = self.tokens[verb]
        while token.dep == "conj" and token.head != token.index:
            token = self.tokens[token.head]
        return token.head == token.index

    def subjects(self, index: int) -> Iterator[Token]:
        """Yield the subjects of the clauses around a token, the innermost first; the token itself is none."""
        at = index
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            for child in self.parse.children[at]:
                if self.tokens[child].dep in SUBJECTS and child != index:
                    yield self.tokens[child]
                    break

    def clause(self, index: int) -> int:
        """Return the verb that a token's phrase depends on, the token itself if there is none."""
        at = index
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            if self.tokens[at].tag.startswith("VB"):
                return at
        return at
