"""The narrator's own judgements: what a report says in its own voice of what things mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract import quotations
from dateline.extract.attribution import DOCUMENTS
from dateline.extract.claims import Assertion
from dateline.extract.context import Context
from dateline.extract.drafts import JUDGEMENT, Draft
from dateline.lexicon import Lexicon
from dateline.lexicon.words import Words
from dateline.model import ACTOR_KINDS, Form, Kind, Predicate, Span, Tense, Token

PARTS = ("dobj", "prep", "xcomp", "ccomp", "dative", "prt", "acomp", "attr", "oprd", "advmod")
"""Dependents of a verb that belong to what is judged; what follows as a clause of its own does not."""
ACTING = ACTOR_KINDS - {Kind.STATE}
"""Whose deeds are no judgement: "the sides underlined the need" is what they say; of a state it is its policy."""
PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "who", "both"})


def judgements(
    context: Context, lexicon: Lexicon, words: Words | None, told: Iterable[Draft], asserted: Iterable[Assertion]
) -> list[Assertion]:
    """Return the narrator's judgements: outside quotations and claims, and not by somebody who acts.

    Of two that overlap the shorter one stands: "continues to pave the way", without a participle behind it.
    """
    acting = {p.index for d in told if d.is_complete() for p in d.predicates}
    quoted = quotations.find(context, list(told))
    taken = [piece for each in asserted for piece in each.pieces]
    found = [
        (span, frame)
        for predicate, frame in _judging(context, lexicon)
        if predicate.index not in acting and not quotations.covered(quoted, predicate.trigger[0])
        for span in [_content(context, words, predicate)]
        if span is not None and not any(piece.overlaps(span) for piece in taken)
    ]
    return [Assertion((span,), (), (), f"claim/{frame}", narrator=True) for span, frame in _apart(found)]


def _apart(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, frame in sorted(found, key=lambda each: (each[0].end - each[0].begin, each)):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, frame))
    return sorted(kept)


def _judging(context: Context, lexicon: Lexicon) -> Iterator[tuple[Predicate, str]]:
    frames = (frame for frame in lexicon.frames if frame.class_name == JUDGEMENT)
    judging = {verb.split(" ")[0] for frame in frames for verb in frame.verbs}
    for predicate in context.predicates:
        if predicate.part != "verb" or predicate.passive or predicate.lemma.split(" ")[0] not in judging:
            continue
        lemmas = [context.parse.tokens[a.head].lemma for a in predicate.arguments if a.label == "object"]
        for lemma in (
            predicate.lemma,
            *(f"{predicate.lemma} {each}" for each in (*lemmas, *_goal(context, predicate))),
        ):
            found = [f for f in lexicon.match("verb", lemma) if f.class_name == JUDGEMENT]
            if found and (lemmas or " " in lemma):
                yield predicate, found[0].id
                break


def _goal(context: Context, predicate: Predicate) -> tuple[str, ...]:
    """Return "to" where a state is told to continue to do something, now: what it is for is the narrator's view."""
    infinitive = context.tree.child(predicate.head, "xcomp")
    subject = context.tree.child(predicate.head, "nsubj")
    state = subject is not None and context.is_kind(subject.index, Kind.STATE)
    return ("to",) if infinitive is not None and state and predicate.tense is Tense.PRESENT else ()


def _content(context: Context, words: Words | None, predicate: Predicate) -> Span | None:
    """Return the words from the predicate to its end, with the subject when that is a name."""
    tokens, tree = context.parse.tokens, context.tree
    verb = predicate.head
    while tokens[verb].dep == "xcomp":
        verb = tokens[verb].head
    subject = tree.child(verb, "nsubj")
    finite = context.by_token.get(verb)
    if subject is None or finite is None or finite.tense is Tense.NONE or _is_acting(context, words, subject):
        return None
    named = any(m.form is Form.NAME for m in context.by_head.get(subject.index, ()))
    first = tree.left[subject.index] if named else min([verb, *(t.index for t in tree.dependents(verb, "aux", "neg"))])
    return tree.span(first, _end(context, predicate.head))


def _is_acting(context: Context, words: Words | None, subject: Token) -> bool:
    """Tell whether a subject is somebody who acts, or what they wrote: a person, a group, "the sides", a statement."""
    people = (words.persons, words.sides, words.interlocutors, words.leaders, words.heads) if words is not None else ()
    lemma = subject.lemma.lower()
    if lemma == "it" and Kind.STATE not in context.kinds(subject.index):
        return True  # a document, perhaps, whose words they are
    if lemma in DOCUMENTS:
        return True
    return lemma in PERSONAL or bool(ACTING & context.kinds(subject.index)) or any(lemma in each for each in people)


def _end(context: Context, verb: int) -> int:
    ends = [context.tree.right[token.index] for token in context.tree.dependents(verb, *PARTS)]
    return max([verb, *(end for end in ends if end > verb)])
