"""Phrases: the arguments that a noun phrase or a prepositional phrase gives to its predicate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.tree import Tree
from dateline.lexicon import Grammar
from dateline.model import Argument, Span, Token


class Phrases:
    """The phrases of a parse as labelled arguments."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        """Take the parse and the complex prepositions of the grammar."""
        self.tree = tree
        self.tokens = tree.tokens
        self.grammar = grammar

    def argument(self, label: str, head: int, span: Span) -> Argument:
        """Return an argument."""
        return Argument(label, span, head)

    def nominal(self, label: str, head: int) -> Iterator[Argument]:
        """Yield an argument for each of the coordinated phrases that a token heads."""
        for each in self.tree.conjuncts(head):
            yield self.argument(label, each, self.tree.phrase(each))

    def prepositional(self, token: Token) -> Iterator[Argument]:
        """Yield the objects of a preposition under its lemma, or under the complex preposition's."""
        label = token.text.lower()
        for inner in self.tree.dependents(token.index, "pobj", "pcomp"):
            label, heads = self._complex(label, inner)
            for head in heads:
                if self.tokens[head].dep == "pcomp":
                    yield self.argument(label, head, self.tree.subtree(head))
                else:
                    yield from self.nominal(label, head)
        for inner in self.tree.dependents(token.index, "prep"):
            for argument in self.prepositional(inner):
                yield replace(argument, label=f"{label} {argument.label}")

    def _complex(self, label: str, noun: Token) -> tuple[str, tuple[int, ...]]:
        for pattern in self.grammar.complex_prepositions.get((label, noun.text.lower()), ()):
            for inner in self.tree.dependents(noun.index, "prep"):
                target = self.tree.child(inner.index, "pobj")
                if inner.lemma == pattern.rsplit(" ", 1)[1] and target is not None:
                    return pattern, (target.index,)
            owner = self.tree.child(noun.index, "poss", "compound", "nmod")
            if owner is not None and pattern.endswith(" of"):
                return pattern, (owner.index,)
        return label, (noun.index,)

    def loose(self, label: str, noun: int) -> Iterator[Argument]:
        """Yield what the parser hung on an argument though it may belong to its predicate, as `object.with`."""
        for token in self.tree.dependents(noun, "prep"):
            for argument in self.prepositional(token):
                yield replace(argument, label=f"{label}.{argument.label}")
                yield from self.loose(label, argument.head)
