"""Quotations: where the quotation marks are, and whose words stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.extract.context import Context
from dateline.extract.drafts import SPEECH, Draft
from dateline.model import Argument, Block, BlockKind, Predicate, Span, Tense

MARKS = re.compile(
    r"“(?P<curly>[^“”\"]+)(?:[”\"]|$)"
    r"|\"(?P<straight>[^\"“”]+)(?:[\"”]|$)"
    r"|(?:''|``)(?P<twin>(?:(?!''|``).)+)(?:''|$)"
    r"|„(?P<low>[^„“”]+)(?:[“”]|$)"
    r"|«(?P<angle>[^«»]+)(?:»|$)"
    r"|(?<![\w’])‘(?P<single>[^‘]+?[.,!?])’(?!\w)"
    r"|(?<![\w'])'(?P<tick>[^'\"\n](?:[^\"\n])*?[.,!?])'(?![\w'])",
    re.DOTALL,
)
LEAST_WORDS = 2
"""Fewer quoted words are a term, not a quotation."""
STOPS = (".", "!", "?", "…")
OPENERS = (*STOPS, ",", ":", ";", "—", "–", "-", "”", '"', "’", "'")
"""What may stand before a quotation that is a sentence or the rest of one."""
NEAR = 2
"""Most code points between a closing mark and the cue behind it."""


class Quotation(NamedTuple):
    """Words between quotation marks: with the marks, and without them."""

    outer: Span
    inner: Span
    whole: bool
    """Whether it stands by itself, rather than inside a clause of the narrator's: a sentence or more."""


def find(context: Context, drafts: Iterable[Draft]) -> tuple[Quotation, ...]:
    """Return the quotations of the parsed blocks, in order; a mark left open closes with its block."""
    cues = (p for d in drafts if d.class_name in SPEECH for p in d.predicates if p.part == "verb")
    after_cue = {span.end for cue in cues for span in cue.trigger}
    return tuple(
        found
        for block in context.article.blocks
        if block.kind not in (BlockKind.HEADING, BlockKind.HEADLINE)
        for found in _of_block(context, block, after_cue)
    )


def _of_block(context: Context, block: Block, after_cue: set[int]) -> Iterator[Quotation]:
    """Yield what stands between marks; a block that is told to be a quotation without them is one as a whole."""
    if block.kind is BlockKind.QUOTATION and MARKS.search(context.article.text, *block.span) is None:
        yield Quotation(block.span, block.span, whole=True)
    else:
        yield from _in(context, block.span, after_cue)


def _in(context: Context, block: Span, after_cue: set[int]) -> Iterator[Quotation]:
    for match in MARKS.finditer(context.article.text, block.begin, block.end):
        group = next(name for name in match.groupdict() if match[name] is not None)
        begin, end = match.span(group)
        words = match[group]
        end -= len(words) - len(words.rstrip(", \n"))
        begin += len(words) - len(words.lstrip())
        if len(words.split()) >= LEAST_WORDS and begin < end:
            outer = Span(*match.span())
            yield Quotation(outer, Span(begin, end), _is_whole(context, block, outer, words.strip(), after_cue))


def _is_whole(context: Context, block: Span, outer: Span, words: str, after_cue: set[int]) -> bool:
    text = context.article.text
    before = text[block.begin : outer.begin].rstrip()
    behind = text[outer.end : block.end].lstrip()
    ends = words.endswith((*STOPS, ",", "—", "–", "-")) or not behind or behind[0] in (".", ",")
    lead = before.removesuffix("that") if words[:1].isupper() else before
    led = block.begin + len(lead.rstrip(",: ")) in after_cue
    begins = not before or before.endswith(OPENERS)
    continues = before.endswith(",") and words[:1].islower()
    return ends and (led or (begins and (not words[:1].islower() or continues)))


def owners(context: Context, quotations: tuple[Quotation, ...], drafts: list[Draft]) -> dict[int, list[Quotation]]:
    """Return the whole quotations of each speaking draft, by the index of its first predicate.

    The cue right behind a quotation owns it, else the one that leads to it; a sentence that is all quotation goes
    to whoever spoke right before.
    """
    outside = [d for d in drafts if d.first.part == "verb" and not covered(quotations, d.first.trigger[0])]
    cues = {p.index: d for d in outside if d.class_name in SPEECH for p in d.predicates}
    found: dict[int, list[Quotation]] = {}
    previous: tuple[Quotation, Draft] | None = None
    for quotation in quotations:
        owner = _owner(context, quotation, cues, previous) if quotation.whole else _around(context, quotation, cues)
        previous = None if owner is None else (quotation, owner)
        if owner is not None and quotation.whole:
            found.setdefault(owner.first.index, []).append(quotation)
    return found


def covered(quotations: Iterable[Quotation], span: Span) -> bool:
    """Tell whether a span lies between quotation marks."""
    return any(quotation.inner.covers(span) for quotation in quotations)


def _owner(
    context: Context, quotation: Quotation, cues: dict[int, Draft], previous: tuple[Quotation, Draft] | None
) -> Draft | None:
    behind = _behind(context, quotation)
    if behind is not None:
        return cues.get(behind.index)
    leading = _leading(context, quotation, cues)
    if leading is not None:
        return leading
    if previous is not None and _follows(context, previous[0].outer, quotation):
        return previous[1]
    return _before(context, quotation, cues)


def _behind(context: Context, quotation: Quotation) -> Predicate | None:
    """Return the verb whose clause begins right behind the closing mark: "…," she said."""
    text, end = context.article.text, quotation.outer.end
    if text[quotation.inner.begin : end].rstrip("\"”’'»“ ").endswith("."):
        return None
    verbs = (p for p in context.predicates if p.part == "verb" and p.tense is not Tense.NONE)
    return next((p for p in verbs if any(_is_near(text, end, s) for s in (*p.trigger, *sources(context, p)))), None)


def _is_near(text: str, end: int, span: Span) -> bool:
    return 0 <= span.begin - end <= NEAR and "\n" not in text[end : span.begin]


def sources(context: Context, predicate: Predicate) -> tuple[Span, ...]:
    """Return the words that name who speaks; of "the envoy, who said …" those before the clause."""
    found = (a for a in predicate.arguments if a.label in ("subject", "possessor"))
    return tuple(_outside(context, argument, predicate.trigger[0]) for argument in found)


def _outside(context: Context, argument: Argument, trigger: Span) -> Span:
    if not argument.span.covers(trigger):
        return argument.span
    return Span(argument.span.begin, context.parse.tokens[argument.head].span.end)


def _leading(context: Context, quotation: Quotation, cues: dict[int, Draft]) -> Draft | None:
    """Return the last cue that stands before the quotation without a stop or a quotation between."""
    begin = quotation.outer.begin
    before = [d for d in cues.values() if d.first.trigger[-1].end <= begin]
    last = max(before, key=lambda d: d.first.trigger[-1].end, default=None)
    if last is None:
        return None
    end = last.first.trigger[-1].end
    between = context.article.text[end:begin].rstrip()
    stopped = between.endswith(STOPS) or re.search("[“”\"\n]|''", between) or _breaks(context, end, begin)
    return None if stopped else last


def _breaks(context: Context, begin: int, end: int) -> int:
    """Return how many sentences begin between two places."""
    return sum(1 for sentence in context.parse.sentences if begin < sentence.span.begin < end)


def _follows(context: Context, earlier: Span, later: Quotation) -> bool:
    """Tell whether the later quotation begins the sentence right after that of the earlier one."""
    between = context.article.text[earlier.end : later.outer.begin]
    apart = _breaks(context, earlier.end + NEAR, later.outer.begin) or re.search(r"\n\s*\S", between)
    return not apart and _begins_sentence(context, later)


def _around(context: Context, quotation: Quotation, cues: dict[int, Draft]) -> Draft | None:
    """Return the cue that heads the sentence of words quoted in passing."""
    own = next((s for s in context.parse.sentences if s.span.overlaps(quotation.inner)), None)
    return next((d for d in cues.values() if own is not None and d.first.head == own.root), None)


def _begins_sentence(context: Context, quotation: Quotation) -> bool:
    before = context.article.text[: quotation.outer.begin].rstrip()
    return before.rstrip("\"”’'").endswith(STOPS) or _begins_block(context, quotation)


def _begins_block(context: Context, quotation: Quotation) -> bool:
    return any(block.span.begin == quotation.outer.begin for block in context.article.blocks)


def _before(context: Context, quotation: Quotation, cues: dict[int, Draft]) -> Draft | None:
    """Return the cue that heads the sentence right before a quotation that begins one, in the same paragraph."""
    if not _begins_sentence(context, quotation) or _begins_block(context, quotation):
        return None
    ended = [s for s in context.parse.sentences if s.span.end <= quotation.outer.begin]
    heads = {d.first.head: d for d in cues.values() if d.class_name == "Statement"}
    return heads.get(ended[-1].root) if ended else None
