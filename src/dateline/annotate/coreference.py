"""Pronouns and definite descriptions, where it is clear what they stand for; between equals nothing is decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dateline.annotate import plurals, pronouns
from dateline.annotate.definite import Definite
from dateline.annotate.discourse import Discourse
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.model import Entity, Form, Mention, Parse, Token

_COUNTRY = frozenset(("country", "nation"))
_ALONE = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
"""Labels of "both" where it stands for two, and before no noun."""


def resolve(
    parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...], words: Words | None = None
) -> tuple[Mention, ...]:
    """Return the mentions, descriptions with what they stand for, and a mention for each resolved pronoun.

    A pronoun that stands for several ("their") is a mention for each of them.
    """
    return _Resolver(parse, mentions, entities, words or lexicon.load()).run()


class _Resolver:
    """The resolution of one report, token by token, so that what is resolved serves what follows."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...], words: Words) -> None:
        self.parse = parse
        self.words = words
        self.told = Discourse(parse, mentions, words)
        self.definite = Definite(parse, mentions, entities, words)
        self.waiting: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.waiting[mention.head].append(mention)
        self.done: list[Mention] = [m for m in mentions if m.head < 0]
        names = (m for m in mentions if m.form is Form.NAME and m.head >= 0)
        self.within = {index for m in names for index in self.told.tokens_of(m.span)}
        """The tokens of names, which stand for nothing else: "Congress of Leaders"."""

    def run(self) -> tuple[Mention, ...]:
        """Resolve everything in text order; names of a sentence may be taken up before their place in it."""
        for number, sentence in enumerate(self.parse.sentences):
            self.told.now = number
            tokens = self.parse.tokens[sentence.first : sentence.last]
            for mention in (m for token in tokens for m in self.waiting.get(token.index, ())):
                if mention.form is not Form.DESCRIPTION:
                    self.told.place(mention)
            for mention in (m for token in tokens for m in self._read(token)):
                self.done.append(mention)
                self.told.tell(mention, number)
        return tuple(sorted(self.done, key=lambda m: (m.span.begin, -m.span.end)))

    def _read(self, token: Token) -> list[Mention]:
        """Return the mentions of a token, resolved where they can be."""
        waiting = self.waiting.get(token.index, [])
        if token.tag in ("PRP", "PRP$"):
            return self._pronouns(token)
        if token.lemma == "both" and token.dep in _ALONE and not waiting:
            return [replace(_again(token, m), form=Form.PRONOUN) for m in plurals.both(self.told, token)]
        several = plurals.several(self.told, token) if token.index not in self.within else ()
        if several:
            return [m for m in waiting if m.form is not Form.DESCRIPTION] + [_again(token, m) for m in several]
        if token.lemma in _COUNTRY and token.tag == "NN" and not waiting:
            country = plurals.country(self.told, token)
            return [_again(token, country)] if country is not None else []
        return [m for each in waiting for m in (self._described(each) if each.form is Form.DESCRIPTION else [each])]

    def _described(self, mention: Mention) -> list[Mention]:
        """Return a description with what it stands for; nothing if it takes up one of several persons told of."""
        found = self.definite.resolve(mention, self.told.before)
        if found is not None:
            return [replace(mention, entity=found.entity, kind=found.kind)]
        return [] if self.definite.is_epithet(mention, self.told.before) else [mention]

    def _pronouns(self, token: Token) -> list[Mention]:
        if self._is_style(token.index):
            return []
        if token.text.lower() in plurals.THEY:
            found = plurals.group(self.told, token)
        else:
            one = pronouns.antecedent(self.told, token)
            found = (one,) if one is not None else ()
        return [replace(_again(token, m), form=Form.PRONOUN) for m in found]

    def _is_style(self, index: int) -> bool:
        """Tell whether a pronoun is part of a style of address: "His Excellency"."""
        after = self.parse.tokens[index + 1].text if index + 1 < len(self.parse.tokens) else ""
        return after[:1].isupper() and after.lower() in self.words.honorifics


def _again(token: Token, antecedent: Mention) -> Mention:
    """Return the description that a token is of what was mentioned before."""
    return Mention(token.span, token.index, antecedent.kind, Form.DESCRIPTION, None, entity=antecedent.entity)
