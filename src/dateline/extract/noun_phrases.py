"""Noun phrases as contents: "stressed the role of parliaments", without when and where it was stressed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.context import Context
from dateline.model import Argument, Kind, Predicate, Span

BASIS = re.compile(r",\s+(?:in line with|in accordance with|in keeping with|pursuant to)\b")
"""What stands behind it is what the act is based on, no part of what is said."""
LEAST_WORDS = 3
"""A noun phrase of fewer words is a thing, not a proposition."""


def noun_phrase(context: Context, content: Argument, cue: Predicate) -> tuple[Span, ...]:
    """Return the passage of a noun phrase that a cue highlights, none if it is too short to claim anything."""
    last = max([context.tree.right[content.head], *_strayed(context, cue, content.head)])
    first = context.tree.left[content.head]
    span = context.tree.span(first, _before_circumstances(context, first, last))
    basis = BASIS.search(context.article.text, span.begin, span.end)
    span = span if basis is None else Span(span.begin, basis.start())
    return (span,) if len(context.article.quote(span).split()) >= LEAST_WORDS else ()


def _strayed(context: Context, cue: Predicate, head: int) -> Iterator[int]:
    """Yield the last tokens of what the parser hung on the cue though the content holds it.

    That is a gerund coordinated with a finite cue, and a prepositional phrase right behind the content.
    """
    tokens, tree = context.parse.tokens, context.tree
    finite, end = tokens[cue.head].tag != "VBG", tree.right[head]
    for token in tree.dependents(cue.head, "conj", "prep"):
        if token.dep == "prep" and tree.left[token.index] == end + 1:
            end = tree.right[token.index]
            yield end
        gerund = token.dep == "conj" and token.tag == "VBG" and token.index > head
        if finite and gerund and tree.child(token.index, "aux", "nsubj") is None:
            yield tree.right[token.index]


def _before_circumstances(context: Context, first: int, last: int) -> int:
    """Return the last token before a closing row of phrases of time, place and gathering, if there is one.

    A row of places alone belongs to the content.
    """
    end, cut = last, last
    while True:
        found = _closing(context, first, end)
        if found is None:
            return cut
        preposition, kind = found
        end = preposition - 1
        cut = end if kind != "place" or cut < last else cut


def _closing(context: Context, first: int, end: int) -> tuple[int, str] | None:
    """Return the last phrase of circumstance that reaches the end, by its preposition."""
    tokens, right = context.parse.tokens, context.tree.right
    while end > first and tokens[end].dep == "punct" and tokens[end].text in (",", "."):
        end -= 1
    for index in range(end - 1, first, -1):
        if tokens[index].dep == "prep" and right[index] >= end and not _in_name(context, index):
            kind = _circumstance(context, index)
            if kind is not None:
                return index, kind
    return None


def _in_name(context: Context, token: int) -> bool:
    span = context.parse.tokens[token].span
    return any(m.span.covers(span) for m in context.mentions if m.kind is Kind.GATHERING)


def _circumstance(context: Context, preposition: int) -> str | None:
    inner = context.tree.child(preposition, "pobj")
    if inner is None or context.parse.tokens[preposition].lemma not in ("in", "at", "on", "during"):
        return None
    if any(time.head == inner.index for time in context.times):
        return "time"
    kinds = {mention.kind for mention in context.by_head.get(inner.index, ())}
    if Kind.GATHERING in kinds or inner.index in context.by_token:
        return "gathering"
    return "place" if kinds & {Kind.CITY, Kind.PLACE} else None
