"""The parse as a tree: edges, coordination and phrases, in token indices."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Parse, Span, Token

NOMINAL = ("NN", "PRP", "CD", "WP", "DT", "JJ", "EX")
"""Beginnings of the tags that can head a phrase which takes part in something."""


class Tree:
    """A parse with what is asked of it again and again worked out once."""

    def __init__(self, parse: Parse) -> None:
        """Work out the edges of every subtree, in one pass per sentence."""
        self.parse = parse
        self.tokens = parse.tokens
        self.children = parse.children
        self.left = list(range(len(self.tokens)))
        self.right = list(range(len(self.tokens)))
        self.sentence = [0] * len(self.tokens)
        for number, sentence in enumerate(parse.sentences):
            self.sentence[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
            self._measure(sentence.root)

    def _measure(self, root: int) -> None:
        order = [root]
        for index in order:
            order.extend(self.children[index])
        for index in reversed(order):
            for child in self.children[index]:
                self.left[index] = min(self.left[index], self.left[child])
                self.right[index] = max(self.right[index], self.right[child])

    def child(self, index: int, *labels: str) -> Token | None:
        """Return the first dependent with one of the labels."""
        return next(self.dependents(index, *labels), None)

    def dependents(self, index: int, *labels: str) -> Iterator[Token]:
        """Yield the dependents with one of the labels, in order."""
        for child in self.children[index]:
            if self.tokens[child].dep in labels:
                yield self.tokens[child]

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """Return the token and those coordinated with it: "A, B and C" from A."""
        found = [index]
        for each in found:
            found.extend(
                token.index for token in self.dependents(each, "conj") if token.tag[:2] not in ("VB", "RB", "MD")
            )
        return tuple(sorted(found))

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, both included, without punctuation at the ends."""
        while first < last and self.tokens[first].dep == "punct" and self.tokens[first].text not in "\"“‘'([$":
            first += 1
        while last > first and self.tokens[last].dep == "punct" and self.tokens[last].text not in "\"”’')]%":
            last -= 1
        return Span(self.tokens[first].span.begin, self.tokens[last].span.end)

    def subtree(self, index: int) -> Span:
        """Return the span of all that depends on the token."""
        return self.span(self.left[index], self.right[index])

    def phrase(self, index: int) -> Span:
        """Return the span of the token's phrase without what is coordinated with it."""
        first, last = self.left[index], index
        for child in self.children[index]:
            if child > index and self.tokens[child].dep not in ("conj", "cc", "punct", "preconj"):
                last = max(last, self.right[child])
        first = min([index, *(self.left[c] for c in self.children[index] if c < index)], default=first)
        return self.span(first, last)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads from the token's own up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def is_negated(self, index: int) -> bool:
        """Tell whether "not", "never" or "n't" depends on the token."""
        return any(True for _ in self.dependents(index, "neg"))
