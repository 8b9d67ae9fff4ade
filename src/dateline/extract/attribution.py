"""Attribution: the words that say whose claim it is, a source with its cue or a phrase with "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.extract.context import Context, cover
from dateline.extract.quotations import sources
from dateline.model import ACTOR_KINDS, Argument, Kind, Predicate, Ref, Span, Tense

ADJOIN = 3
"""Most code points between source and cue for them to be one passage."""
DOCUMENTS = frozenset(
    "poll survey report study analysis document statement letter memo communique communiqué transcript tally count"
    " review census filing record article newspaper release bulletin index dataset figure datum statistic".split()
)
"""Sources that are nobody: who wrote them may be unsaid."""


class According(NamedTuple):
    """A phrase that names a source, with whom it names and where what the source vouches for stands."""

    phrase: Span
    claimants: tuple[Ref, ...]
    scope: Span
    sentence: int
    head: int
    """The token of the source."""


def of_cue(context: Context, cue: Predicate, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the source and the cue as one passage where they adjoin, else as two."""
    spans = sorted([*cue.trigger, *sources(context, cue)])
    spans = [span for span in spans if not any(span.overlaps(piece) for piece in pieces)] or list(cue.trigger)
    merged = [spans[0]]
    for span in spans[1:]:
        if span.begin - merged[-1].end <= ADJOIN:
            merged[-1] = cover((merged[-1], span))
        else:
            merged.append(span)
    return tuple(merged)


def authors(context: Context, argument: Argument) -> tuple[Ref, ...] | None:
    """Return who is behind a document, none if that is unsaid; None if the source is no document."""
    if context.parse.tokens[argument.head].lemma.lower() not in DOCUMENTS:
        return None
    tree = context.tree
    heads = [t.index for t in tree.dependents(argument.head, "poss", "compound", "amod", "nmod")]
    for link in tree.dependents(argument.head, "prep", "acl"):
        by = link if link.dep == "prep" else tree.child(link.index, "agent", "prep")
        heads += [t.index for t in tree.dependents(by.index, "pobj")] if by and by.lemma in ("by", "from") else []
    named = [m.entity for head in heads for m in context.by_head.get(head, ()) if m.kind in ACTOR_KINDS]
    states = [m.entity for head in heads for m in context.by_head.get(head, ()) if m.kind is Kind.STATE]
    return tuple(dict.fromkeys(ref for ref in named if ref is not None and ref not in states))


def phrases(context: Context) -> Iterator[According]:
    """Yield the phrases with "according to" of a report."""
    for predicate in context.predicates:
        for argument in predicate.arguments:
            if argument.label == "according to" and _asserts(context, predicate):
                claimants = tuple(e.ref for e in context.entities_of(argument, ACTOR_KINDS))
                if claimants or authors(context, argument) is not None:
                    phrase = phrase_of(context, argument)
                    scope = _scope(context, predicate, phrase)
                    found = claimants or authors(context, argument) or ()
                    yield According(phrase, found, scope, predicate.sentence, argument.head)


def _asserts(context: Context, predicate: Predicate) -> bool:
    inside = context.parse.tokens[predicate.head].dep in ("relcl", "acl")
    return predicate.part == "verb" and predicate.tense is not Tense.NONE and not inside


def _scope(context: Context, predicate: Predicate, phrase: Span) -> Span:
    """Return what a source vouches for: set off by a comma or in front, it is the sentence, else the clause."""
    sentence = context.parse.sentences[predicate.sentence].span
    before = context.article.text[sentence.begin : phrase.begin].rstrip()
    return sentence if not before or before.endswith(",") else context.tree.subtree(predicate.head)


def phrase_of(context: Context, argument: Argument) -> Span:
    """Return the whole phrase of an argument of "according to", with what describes the source."""
    top = argument.head
    for ancestor in context.tree.ancestors(argument.head):
        if context.parse.tokens[ancestor].dep != "prep" and context.parse.tokens[ancestor].tag != "VBG":
            break
        top = ancestor
    whole = context.tree.subtree(top)
    sentence = context.parse.sentences[context.tree.sentence[argument.head]].span
    leads = whole.begin - sentence.begin <= ADJOIN
    if not leads and whole.end >= sentence.end - 1:
        return whole
    return Span(whole.begin, min(whole.end, _comma(context, argument)))


def _comma(context: Context, argument: Argument) -> int:
    """Return where the source's name ends: at the comma behind it, or behind what is set off by commas."""
    text, head = context.article.text, context.parse.tokens[argument.head].span
    first = text.find(",", head.end)
    if first < 0:
        return len(text)
    named = any(m.kind is Kind.PERSON and m.span.begin == first + 2 for m in context.mentions)
    second = text.find(",", first + 1) if named or _is_described(context, argument, first) else -1
    return second if second > 0 else first


def _is_described(context: Context, argument: Argument, comma: int) -> bool:
    """Tell whether a description follows the comma: "Ana Petrova, a former envoy, …"."""
    tree = context.tree
    behind = (tree.left[t.index] for t in tree.dependents(argument.head, "appos", "relcl", "acl"))
    firsts = (context.parse.tokens[index] for index in behind)
    return any(t.span.begin == comma + 2 and t.text.islower() for t in firsts)
