"""Content: which words are what a cue says, in one passage or in several around the cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.extract.attribution import phrase_of
from dateline.extract.context import Context, cover
from dateline.extract.noun_phrases import noun_phrase
from dateline.extract.quotations import Quotation, sources
from dateline.model import Argument, Kind, Predicate, Span, Token

QUOTED_SHARE = 0.85
"""From this share of quoted words on a content counts as verbatim."""
MARKS = ("that", ":", ",", "-", "–", "—")
"""What leads to a content and is none of it."""
QUESTIONS = frozenset({"whether", "if", "what", "who", "whom", "which", "when", "where"})
"""Words that begin a question: who says what will happen claims nothing."""
REASONS = frozenset({"because", "if", "unless", "although", "though", "since", "so", "whereas", "that"})
"""Conjunctions of the clauses that belong to what is said, rather than to the saying."""
MANNERS = frozenset({"cite", "call", "refer", "quote", "describe", "add", "note", "point", "echo", "allude"})
"""Verbs whose participle behind a content tells how it was said."""
FINITE = ("VBZ", "VBD", "VBP", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
QUOTES = ("“", '"', "''", "‘", "'", "«", "„")
EDGES = " ,;–—-\n"


def pieces(
    context: Context,
    contents: Sequence[Argument],
    owned: Sequence[Quotation],
    cue: Predicate,
    quotations: Sequence[Quotation],
) -> tuple[tuple[Span, ...], bool]:
    """Return the passages of a content, and whether they are verbatim.

    Args:
        owned: the quotations of the cue's speaker.
        quotations: all of the report, across whose marks no passage ends.
    """
    chosen = _choose(context, contents, owned)
    spans = [_ended(span, owned) for span in _content(context, chosen, cue)] if chosen is not None else []
    length = sum(span.end - span.begin for span in spans)
    share = sum(_shared(span, q.outer) for span in spans for q in owned)
    if owned and share >= QUOTED_SHARE * length:
        return tuple(sorted(q.inner for q in owned)), True
    spans = [closed(span, quotations) for span in spans]
    apart = [q.inner for q in owned if not any(span.overlaps(q.outer) for span in spans)]
    return tuple(sorted([*spans, *apart])), False


def _choose(context: Context, contents: Sequence[Argument], owned: Sequence[Quotation]) -> Argument | None:
    """Return the content that a quotation of the speaker's overlaps, else the first."""
    spans = {id(c): context.tree.subtree(c.head) for c in contents}
    quoted = [c for c in contents if any(q.outer.overlaps(spans[id(c)]) for q in owned)]
    return next(iter(quoted or contents), None)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))


def _ended(span: Span, owned: Sequence[Quotation]) -> Span:
    """Return the span up to the end of the speaker's quotation that it begins with: what follows is the narrator's."""
    first = next((q for q in owned if q.outer.begin <= span.begin <= q.inner.begin), None)
    return span if first is None else Span(first.inner.begin, min(span.end, first.inner.end))


def closed(span: Span, quotations: Sequence[Quotation]) -> Span:
    """Return the span with the quotation in whose midst it ends, and without a mark that it does not close."""
    for quotation in quotations:
        if span.overlaps(quotation.inner):
            opened = span.begin <= quotation.outer.begin
            begin = span.begin if opened else min(span.begin, quotation.inner.begin)
            end = quotation.outer.end if opened else quotation.inner.end
            span = Span(begin, max(span.end, end))
    return span


def _content(context: Context, content: Argument, cue: Predicate) -> tuple[Span, ...]:
    if content.label != "clause":
        own = content.label == "as" or _governor(context, content) in (cue.head, cue.support)
        return noun_phrase(context, content, cue) if own else ()
    if not _is_claimed(context, content, cue):
        return ()
    whole = _clause(context, content, cue)
    inside = [span for span in (*cue.trigger, *sources(context, cue)) if whole.covers(span)]
    if inside:
        return without(context, whole, cover([*inside, *_asides(context, content, cue)]))
    named = (phrase_of(context, a) for a in _sources(context, content))
    final = next((phrase for phrase in named if phrase.end == whole.end), None)
    return without(context, whole, final) if final is not None else (whole,)


def _governor(context: Context, content: Argument) -> int:
    """Return what a noun phrase depends on, itself or by its preposition."""
    above = context.parse.tokens[context.parse.tokens[content.head].head]
    return above.head if above.dep == "prep" and content.label != "object" else above.index


def _asides(context: Context, content: Argument, cue: Predicate) -> Iterator[Span]:
    """Yield what stands behind a cue in the midst of its content and belongs to it: whom it tells, when and how."""
    for token in context.tree.dependents(cue.head, "dobj", "dative", "prep", "npadvmod", "advmod", "advcl"):
        if token.index > cue.head and token.index != content.head and token.tag != "VB":
            yield context.tree.subtree(token.index)


# --- what is no claim ----------------------------------------------------------------------


def _is_claimed(context: Context, content: Argument, cue: Predicate) -> bool:
    """Tell whether a clause is a proposition of its own, and the cue's by its punctuation."""
    no_claim = (_asks(context, content), _lacks_subject(context, content, cue), _lacks_hearer(context, content, cue))
    return not any(no_claim) and _adjoins(context, content, cue)


def _asks(context: Context, content: Argument) -> bool:
    first = context.parse.tokens[context.tree.left[content.head]]
    behind = first.index > context.parse.tokens[content.head].head
    return behind and first.lemma.lower() in QUESTIONS and first.dep != "det"


def _lacks_subject(context: Context, content: Argument, cue: Predicate) -> bool:
    """Tell whether the subject stands elsewhere: "a gap that experts say makes talk of a wall moot"."""
    token = context.parse.tokens[content.head]
    own = context.tree.child(token.index, *SUBJECTS)
    if own is not None and own.text.endswith(("self", "selves")):
        return True  # "declared himself the winner"
    if own is not None:
        return own.tag.startswith("W") and own.index < cue.head < token.index
    carriers = (token, *context.tree.dependents(token.index, "aux", "auxpass"))
    finite = any(each.tag in FINITE for each in carriers)
    return finite and token.index > cue.head and _strayed(context, content, cue) is None


def _lacks_hearer(context: Context, content: Argument, cue: Predicate) -> bool:
    """Tell whether who is told was taken for a part of the content: "told reporters trade would grow"."""
    tree, first = context.tree, context.parse.tokens[context.tree.left[content.head]]
    told = cue.lemma == "tell" and not cue.passive and first.index == cue.head + 1
    return told and first.tag.startswith("NN") and tree.child(cue.head, "dobj", "dative") is None


def _strayed(context: Context, content: Argument, cue: Predicate) -> int | None:
    """Return the head of what the parser hung on the cue right before a content that lacks its subject."""
    before = context.tree.dependents(cue.head, "ccomp", "npadvmod", "dobj")
    times = {time.head for time in context.times}
    first = context.tree.left[content.head]
    adjoining = (t.index for t in before if context.tree.right[t.index] + 1 == first and t.index not in times)
    return next((index for index in adjoining if index > cue.head), None)


def _adjoins(context: Context, content: Argument, cue: Predicate) -> bool:
    """Tell whether a content in front ends with a comma or a quotation, not with a dash or a stop."""
    ahead = context.tree.subtree(content.head)
    begin = min(span.begin for span in (*cue.trigger, *sources(context, cue)))
    if ahead.begin > cue.trigger[-1].end:
        led = context.article.text[cue.trigger[-1].end : ahead.begin].rstrip()
        return not led.endswith(",") or context.article.text.startswith(("that ", *QUOTES), ahead.begin)
    if ahead.end > begin:
        return True
    return re.search(r"[-–—:;()\n]|\.(?!\w)", context.article.text[ahead.end : begin].split(",")[0]) is None


# --- clauses -------------------------------------------------------------------------------


def _clause(context: Context, content: Argument, cue: Predicate) -> Span:
    tree = context.tree
    first, last = tree.left[content.head], tree.right[content.head]
    if content.head > cue.head:
        subject = None if tree.child(content.head, *SUBJECTS) else _strayed(context, content, cue)
        first = first if subject is None else tree.left[subject]
        for head in _beside(context, cue):
            gap = tree.left[head] - last - _joint(context, last + 1)
            last = tree.right[head] if gap == 1 else last
        last = _before_manner(context, content, last)
    return tree.span(_skip(context, first, last), last)


def _before_manner(context: Context, content: Argument, last: int) -> int:
    """Return the last token before what the narrator adds: ", citing new figures", ", while Ana Petrova objected"."""
    for clause in context.tree.dependents(content.head, "advcl"):
        left = context.tree.left[clause.index]
        closes = context.tree.right[clause.index] >= last - 1 and context.parse.tokens[left - 1].text == ","
        if closes and (_is_manner(clause) or _contrasts(context, clause)):
            return left - 2
    return last


def _is_manner(clause: Token) -> bool:
    return clause.tag == "VBG" and clause.lemma in MANNERS


def _contrasts(context: Context, clause: Token) -> bool:
    mark, subject = context.tree.child(clause.index, "mark"), context.tree.child(clause.index, "nsubj")
    person = subject is not None and context.is_kind(subject.index, Kind.PERSON) and subject.tag.startswith("NN")
    return person and mark is not None and mark.lemma == "while"


def _skip(context: Context, first: int, last: int) -> int:
    while first < last and context.parse.tokens[first].lemma in MARKS:
        first += 1
    return first


def _joint(context: Context, index: int) -> int:
    """Return how many tokens from one on are a comma or a conjunction."""
    tokens = context.parse.tokens[index : index + 2]
    return next((n for n, token in enumerate(tokens) if token.text != "," and token.dep != "cc"), len(tokens))


def _beside(context: Context, cue: Predicate) -> Iterator[int]:
    """Yield the heads of what the parser hung on the cue beside its content though it belongs to that."""
    for token in context.tree.dependents(cue.head, "ccomp", "advcl", "conj"):
        if token.dep == "ccomp" or _is_reason(context, token):
            yield token.index


def _is_reason(context: Context, clause: Token) -> bool:
    mark = context.tree.child(clause.index, "mark")
    return mark is not None and mark.lemma.lower() in REASONS


def _sources(context: Context, content: Argument) -> Iterator[Argument]:
    inner = context.by_token.get(content.head)
    return (a for a in (inner.arguments if inner is not None else ()) if a.label == "according to")


# --- pieces --------------------------------------------------------------------------------


def without(context: Context, whole: Span, part: Span) -> tuple[Span, ...]:
    """Return what is left of a span on either side of a part, without the commas."""
    sides = (Span(whole.begin, part.begin), Span(part.end, whole.end)) if whole.overlaps(part) else (whole,)
    trimmed = (_trim(context, side) for side in sides)
    return tuple(side for side in trimmed if side.end - side.begin > 1)


def _trim(context: Context, span: Span) -> Span:
    words = context.article.quote(span) if span.begin < span.end else ""
    left = len(words) - len(words.lstrip(EDGES))
    if words[left:].startswith("that "):
        left += len("that ")
    right = len(words.rstrip(EDGES + "."))
    return Span(span.begin + left, span.begin + right) if right > left else Span(span.begin, span.begin)
