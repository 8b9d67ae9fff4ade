"""The narrator's own judgements: what a report says in its own voice of what things mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract import quotations
from dateline.extract.claims import Assertion
from dateline.extract.context import Context
from dateline.extract.drafts import JUDGEMENT, Draft
from dateline.lexicon import Lexicon
from dateline.model import Form, Kind, Predicate, Span, Tense

PARTS = ("dobj", "prep", "xcomp", "ccomp", "dative", "prt", "acomp", "attr", "oprd", "advmod")
"""Dependents of a verb that belong to what is judged; what follows as a clause of its own does not."""


def judgements(
    context: Context, lexicon: Lexicon, told: Iterable[Draft], asserted: Iterable[Assertion]
) -> list[Assertion]:
    """Return the narrator's judgements: outside quotations and claims, and not by somebody who acts."""
    acting = {p.index for d in told if d.is_complete() for p in d.predicates}
    quoted = quotations.find(context, list(told))
    taken = list(asserted)
    return [
        Assertion((span,), (), (), f"claim/{frame}", narrator=True)
        for predicate, frame in _judging(context, lexicon)
        if predicate.index not in acting
        for span in [_content(context, predicate)]
        if span is not None
        and not quotations.covered(quoted, predicate.trigger[0])
        and not any(piece.overlaps(span) for a in taken for piece in a.pieces)
    ]


def _judging(context: Context, lexicon: Lexicon) -> Iterator[tuple[Predicate, str]]:
    for predicate in context.predicates:
        lemmas = [context.parse.tokens[a.head].lemma for a in predicate.arguments if a.label == "object"]
        for lemma in (
            predicate.lemma,
            *(f"{predicate.lemma} {each}" for each in (*lemmas, *_goal(context, predicate))),
        ):
            frames = [f for f in lexicon.match("verb", lemma) if f.class_name == JUDGEMENT]
            if frames and predicate.part == "verb" and (lemmas or " " in lemma) and not predicate.passive:
                yield predicate, frames[0].id
                break


def _goal(context: Context, predicate: Predicate) -> tuple[str, ...]:
    """Return "to" where a state is told to continue to do something, now: what it is for is the narrator's view."""
    infinitive = context.tree.child(predicate.head, "xcomp")
    subject = context.tree.child(predicate.head, "nsubj")
    state = subject is not None and context.is_kind(subject.index, Kind.STATE)
    return ("to",) if infinitive is not None and state and predicate.tense is Tense.PRESENT else ()


def _content(context: Context, predicate: Predicate) -> Span | None:
    """Return the words from the predicate to its end, with the subject when that is a name."""
    tokens, tree = context.parse.tokens, context.tree
    verb = predicate.head
    while tokens[verb].dep == "xcomp":
        verb = tokens[verb].head
    subject = tree.child(verb, "nsubj")
    finite = context.by_token.get(verb)
    if subject is None or finite is None or finite.tense is Tense.NONE or context.is_kind(subject.index, Kind.PERSON):
        return None
    named = any(m.form is Form.NAME for m in context.by_head.get(subject.index, ()))
    first = tree.left[subject.index] if named else min([verb, *(t.index for t in tree.dependents(verb, "aux", "neg"))])
    return tree.span(first, _end(context, predicate.head))


def _end(context: Context, verb: int) -> int:
    ends = [context.tree.right[token.index] for token in context.tree.dependents(verb, *PARTS)]
    return max([verb, *(end for end in ends if end > verb)])
