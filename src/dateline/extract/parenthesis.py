"""Parentheses: cues that the parser left without a content, since they stand inside it or far before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.content import closed, without
from dateline.extract.context import Context
from dateline.extract.quotations import Quotation
from dateline.model import Predicate, Span

CLAUSAL = ("VB", "MD", "W")
"""Beginnings of the tags between a cue and "that" with which the clause belongs to something else."""
BARE = ("mark", "nsubj", "aux", "advmod", "punct")
"""The dependents of a cue that says no more than who said it."""


def content(context: Context, cue: Predicate, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Return what a cue says that stands between commas, or in front of a phrase that took its content."""
    dep = context.parse.tokens[cue.head].dep
    reduced = dep == "relcl" and not _has_relative(context, cue)
    stands_inside = dep == "parataxis" or reduced or _is_bare_comparison(context, cue)
    found = _around(context, cue) if stands_inside else _behind(context, cue)
    return tuple(closed(span, quotations) for span in found)


def _has_relative(context: Context, cue: Predicate) -> bool:
    first, last = context.tree.left[cue.head], context.tree.right[cue.head]
    return any(token.tag.startswith("W") for token in context.parse.tokens[first : last + 1])


def _is_bare_comparison(context: Context, cue: Predicate) -> bool:
    """Tell whether the cue's clause is no more than "as the minister said"; with more "as" may be a matter of time."""
    own = [context.parse.tokens[index] for index in context.tree.children[cue.head]]
    leads = any(token.dep == "mark" and token.lemma == "as" for token in own)
    return leads and all(token.dep in BARE for token in own)


def _around(context: Context, cue: Predicate) -> tuple[Span, ...]:
    """Return the sentence without the cue: "The goal, she said, is a lasting truce"."""
    sentence = context.parse.sentences[cue.sentence].span
    own = context.tree.subtree(cue.head)
    before = context.article.text[sentence.begin : own.begin].rstrip()
    behind = context.article.text[own.end : sentence.end].lstrip()
    apart = re.search(r"[–—;:(]|\s-+\s", before) is None
    set_off = (not before or before.endswith(",")) and behind.startswith((",", "."))
    return without(context, sentence, own) if apart and set_off else ()


def _behind(context: Context, cue: Predicate) -> tuple[Span, ...]:
    """Return the clause with "that" behind a phrase: "said in one of several messages that the road was closed"."""
    tokens, last = context.parse.tokens, context.tree.right[cue.head]
    for index in range(cue.head + 1, last):
        if tokens[index].text == "that":
            verb = any(tokens[n].tag.startswith("VB") for n in range(index + 2, last + 1))
            noun = tokens[index + 1].tag.startswith(("NN", "PR", "DT", "JJ", "CD", "EX"))
            return without(context, context.tree.span(index + 1, last), cue.trigger[0]) if verb and noun else ()
        if tokens[index].tag.startswith(CLAUSAL) or tokens[index].text in (":", ";", ","):
            return ()
    return ()
