"""What a report is about: phrases of the topic lexicon, where they are no part of a name, an office or a body.

A passing word is no topic: phrases have several words or a meaning of their own, the longest at a place wins, and
a concept with weak cues needs several of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.extract.drafts import Draft
from dateline.lexicon.topics import Phrase, TopicLexicon
from dateline.model import Argument, Form, Mention, Parse, Predicate, Sentence, Span, Token, Topic

CONCERNED = frozenset({"Commitment", "Request", "Statement", "Meeting"})
"""Classes of which a concept may be what they are about."""
CONCERNS = frozenset({"object", "to", "on", "about"})
"""Labels of the argument that says what they are about."""
FIELD = ("NN", "JJ", "CC", "DT", "HY", "PO", "VBG", ",")
"""Beginnings of the tags of words between an office and the last part of its field: "of energy and clean water"."""


class Match(NamedTuple):
    """A phrase found in a sentence: its first and last token."""

    first: int
    last: int
    phrase: Phrase


def topics(parse: Parse, lexicon: TopicLexicon, mentions: Iterable[Mention] = ()) -> tuple[Topic, ...]:
    """Return the passages that show what the report is about, in text order, each with its concept.

    Names and the titles before them, as far as `mentions` has them, show no topic.
    """
    named = _named(mentions)
    matches = [match for sentence in parse.sentences for match in _longest(_matches(parse, lexicon, sentence))]
    shown = [match for match in matches if _counts(parse, lexicon, match, named)]
    cues = Counter(match.phrase.concept.rule for match in shown)
    kept = (match for match in shown if cues[match.phrase.concept.rule] >= match.phrase.concept.minimum)
    return tuple(sorted({_topic(parse, match) for match in kept}, key=lambda each: (each.span, each.concept)))


def concern(drafts: Iterable[Draft], found: Iterable[Topic], lexicon: TopicLexicon) -> dict[int, tuple[str, ...]]:
    """Return, by the draft's identity, the concepts that its own object or "to …" argument names.

    The words of that argument become part of its evidence.
    """
    firm = [topic for topic in found if topic.rule in lexicon.firm]
    concerned: dict[int, list[str]] = {}
    for draft in drafts:
        for argument, topic in _arguments(draft, firm):
            draft.spans.append(argument.span)
            concerned.setdefault(id(draft), []).append(topic.concept)
    return {key: tuple(dict.fromkeys(concepts)) for key, concepts in concerned.items()}


def _arguments(draft: Draft, found: list[Topic]) -> Iterator[tuple[Argument, Topic]]:
    if draft.class_name not in CONCERNED:
        return
    for argument in (argument for predicate in draft.predicates for argument in _concerns(predicate)):
        yield from ((argument, topic) for topic in found if _heads(topic, argument))


def _concerns(predicate: Predicate) -> Iterator[Argument]:
    return (argument for argument in predicate.arguments if argument.label in CONCERNS)


def _heads(topic: Topic, argument: Argument) -> bool:
    """Tell whether the topic's words are the argument's own, up to its end, not those of a phrase within it."""
    return argument.span.covers(topic.span) and topic.span.end == argument.span.end and argument.predicate is None


def _topic(parse: Parse, match: Match) -> Topic:
    span = Span(parse.tokens[match.first].span.begin, parse.tokens[match.last].span.end)
    return Topic(span, match.phrase.concept.iri, match.phrase.concept.rule)


# --- finding phrases --------------------------------------------------------------------------


def _matches(parse: Parse, lexicon: TopicLexicon, sentence: Sentence) -> Iterator[Match]:
    tokens = [t for t in parse.tokens[sentence.first : sentence.last] if not _is_hyphen(parse, t)]
    forms = [_forms(token) for token in tokens]
    for start, token in enumerate(tokens):
        for phrase in (phrase for form in forms[start] for phrase in lexicon.index.get(form, ())):
            end = start + len(phrase.words)
            if end <= len(forms) and all(
                not word.isdisjoint(form) for word, form in zip(phrase.words, forms[start:end], strict=True)
            ):
                yield Match(token.index, tokens[end - 1].index, phrase)


def _forms(token: Token) -> frozenset[str]:
    """Return the word and its lemma in lower case; the possessive's sign is always "'s"."""
    return frozenset(("'s",)) if token.tag == "POS" else frozenset((token.text.lower(), token.lemma.lower()))


def _is_hyphen(parse: Parse, token: Token) -> bool:
    """Tell whether a token joins two words: the phrases of the lexicon leave hyphens out."""
    if token.text not in "-‐‑" or not 0 < token.index < len(parse.tokens) - 1:
        return False
    before, after = parse.tokens[token.index - 1], parse.tokens[token.index + 1]
    return before.span.end == token.span.begin and token.span.end == after.span.begin


def _longest(matches: Iterator[Match]) -> list[Match]:
    """Return the longest at each place; those of the same words stay together."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda each: (each.first - each.last, each.first)):
        if all(_is_apart(match, other) or match[:2] == other[:2] for other in kept):
            kept.append(match)
    return kept


def _is_apart(one: Match, other: Match) -> bool:
    return one.last < other.first or other.last < one.first


# --- names, offices, bodies -------------------------------------------------------------------


def _named(mentions: Iterable[Mention]) -> list[Span]:
    names = [mention for mention in mentions if mention.form is Form.NAME]
    return [span for mention in names for span in (mention.span, mention.title) if span is not None]


def _counts(parse: Parse, lexicon: TopicLexicon, match: Match, named: list[Span]) -> bool:
    concept = match.phrase.concept
    before, after = _neighbour(parse, match.first, -1), _neighbour(parse, match.last, +1)
    if not (concept.not_before | lexicon.not_before).isdisjoint(after) or not concept.not_after.isdisjoint(before):
        return False
    if _is_in_name(parse, match, named) or _is_field(parse, lexicon, match):
        return False
    return match.phrase.is_name or not _has_capital(parse, match)


def _neighbour(parse: Parse, index: int, step: int) -> frozenset[str]:
    """Return the forms of the next word on either side, hyphens left out."""
    index += step
    if 0 <= index < len(parse.tokens) and _is_hyphen(parse, parse.tokens[index]):
        index += step
    return _forms(parse.tokens[index]) if 0 <= index < len(parse.tokens) else frozenset()


def _is_in_name(parse: Parse, match: Match, named: list[Span]) -> bool:
    """Tell whether a name holds the phrase; a concept's own name may be what the name ends with."""
    span = Span(parse.tokens[match.first].span.begin, parse.tokens[match.last].span.end)
    inside = (name for name in named if name.overlaps(span))
    return any(not match.phrase.is_name or name.end != span.end for name in inside)


def _has_capital(parse: Parse, match: Match) -> bool:
    """Tell whether a word of the phrase is written like a name's; at a sentence's begin the first one may be."""
    begins = {sentence.first for sentence in parse.sentences}
    words = parse.tokens[match.first : match.last + 1]
    return any(word.text[0].isupper() and word.index not in begins for word in words)


def _is_field(parse: Parse, lexicon: TopicLexicon, match: Match) -> bool:
    """Tell whether the phrase is the field of an office or a body: "the minister of energy and clean water"."""
    index = match.first - 1
    while index > 0:
        token = parse.tokens[index]
        if token.lemma.lower() in lexicon.prepositions:
            return parse.tokens[index - 1].lemma.lower() in lexicon.offices
        if not token.tag.startswith(FIELD):
            return False
        index -= 1
    return False
