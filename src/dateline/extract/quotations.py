"""Quotations: where the quotation marks are, and whose words stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dateline.extract.context import Context
from dateline.extract.drafts import SPEECH, Draft
from dateline.model import BlockKind, Span

MARKS = re.compile(r'“(?P<curly>[^“”]+)(?:”|$)|"(?P<straight>[^"]+)(?:"|$)|(?<![\w’])‘(?P<single>[^‘]+?[.,!?])’(?!\w)')
LEAST_WORDS = 2
"""Fewer quoted words are a term, not a quotation."""


class Quotation(NamedTuple):
    """Words between quotation marks: with the marks, and without them."""

    outer: Span
    inner: Span


def find(context: Context) -> tuple[Quotation, ...]:
    """Return the quotations of the parsed blocks, in order; a mark left open closes with its block."""
    return tuple(
        found
        for block in context.article.blocks
        if block.kind is not BlockKind.HEADING
        for found in _in(context, block.span)
    )


def _in(context: Context, block: Span) -> Iterator[Quotation]:
    for match in MARKS.finditer(context.article.text[: block.end], block.begin):
        group = next(name for name in ("curly", "straight", "single") if match[name] is not None)
        begin, end = match.span(group)
        words = match[group]
        end -= len(words) - len(words.rstrip(", \n"))
        begin += len(words) - len(words.lstrip())
        if len(words.split()) >= LEAST_WORDS and begin < end:
            yield Quotation(Span(*match.span()), Span(begin, end))


def owners(context: Context, quotations: tuple[Quotation, ...], drafts: list[Draft]) -> dict[int, list[Quotation]]:
    """Return the quotations of each speaking draft, by the index of its first predicate.

    The cue in the quotation's own sentences owns it, the nearest first; a sentence that is all quotation goes to the
    owner of the quotation right before it.
    """
    cues = [d for d in drafts if d.class_name in SPEECH and d.first.part == "verb" and d.roles.get("agent")]
    found: dict[int, list[Quotation]] = {}
    previous: tuple[Quotation, Draft] | None = None
    for quotation in quotations:
        owner = _nearest(context, quotation, cues) or _announced(context, quotation, cues)
        if owner is None and previous is not None and _follows(context, previous[0], quotation):
            owner = previous[1]
        if owner is None:
            previous = None
            continue
        found.setdefault(owner.first.index, []).append(quotation)
        previous = (quotation, owner)
    return found


def _trigger(draft: Draft) -> Span:
    return draft.first.trigger[0]


def _nearest(context: Context, quotation: Quotation, cues: list[Draft]) -> Draft | None:
    outer = quotation.outer
    near = [d for d in cues if not outer.overlaps(_trigger(d)) and _shares(context, outer, d)]
    return min(near, key=lambda d: _distance(outer, _trigger(d)), default=None)


def _shares(context: Context, outer: Span, draft: Draft) -> bool:
    sentence = context.parse.sentences[draft.first.sentence].span
    return sentence.overlaps(outer)


def _distance(outer: Span, trigger: Span) -> int:
    return max(outer.begin - trigger.end, trigger.begin - outer.end)


def _announced(context: Context, quotation: Quotation, cues: list[Draft]) -> Draft | None:
    """Return the cue of a sentence that ends in a colon right before the quotation."""
    before = context.article.text[: quotation.outer.begin].rstrip()
    if not before.endswith(":"):
        return None
    sentences = context.parse.sentences
    return next((d for d in reversed(cues) if 0 <= len(before) - sentences[d.first.sentence].span.end <= 1), None)


def _follows(context: Context, earlier: Quotation, later: Quotation) -> bool:
    """Tell whether the later quotation is a sentence of its own right after the earlier one's sentence."""
    between = context.article.text[earlier.outer.end : later.outer.begin]
    starts = [s.span for s in context.parse.sentences if abs(s.span.begin - later.outer.begin) <= 1]
    ends = re.fullmatch(r"[^\n]{0,120}?[.!?]?\s+", between) is not None
    whole = any(s.end <= later.outer.end + 1 for s in starts)
    breaks = sum(
        1 for one, two in pairwise(context.parse.sentences) if earlier.outer.end < two.span.begin < later.outer.begin
    )
    return whole and ends and breaks == 0
