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
from dateline.model import Argument, Form, Mention, Parse, Sentence, Span, Token, Topic

CONCERNS = {
    "Commitment": frozenset({"object", "to"}),
    "Request": frozenset({"object", "to", "for"}),
    "Statement": frozenset({"object", "to", "on", "about"}),
    "Meeting": frozenset({"object", "on", "about"}),
}
"""Class of an occurrence → labels of the argument that says what it is about."""
FIELD = ("NN", "JJ", "CC", "DT", "HY", "POS", "VBG", ",")
"""Beginnings of the tags of words between an office and the last part of its field: "of energy and clean water"."""
NOMINAL = ("NN", "JJ", "DT", "PRP$", "CD", "-LRB-", "-RRB-")
"""Beginnings of the tags of words before a noun in its own phrase."""


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


def concern(parse: Parse, draft: Draft, found: Iterable[Topic], lexicon: TopicLexicon) -> tuple[str, ...]:
    """Return the concepts that an occurrence's own object or "to …" argument names; its evidence grows by them."""
    labels = CONCERNS.get(draft.class_name, frozenset())
    arguments = [each for predicate in draft.predicates for each in predicate.arguments if each.label in labels]
    concepts = []
    for argument in arguments:
        for topic in found:
            if topic.rule in lexicon.firm and _heads(parse, topic, argument):
                draft.spans.append(topic.span)
                concepts.append(topic.concept)
    return tuple(dict.fromkeys(concepts))


def _heads(parse: Parse, topic: Topic, argument: Argument) -> bool:
    """Tell whether the argument is the topic: not so in "the efforts on climate change".

    Its head is one of the topic's words, or the topic ends it and only nouns and their modifiers stand before; the
    parser hangs "the United Nations (UN) Sustainable Development Goals" on its second noun.
    """
    if not argument.span.covers(topic.span) or topic.span.covers(parse.tokens[argument.head].span):
        return argument.span.covers(topic.span)
    before = Span(argument.span.begin, topic.span.begin)
    words = (token for token in parse.tokens if before.covers(token.span))
    return topic.span.end == argument.span.end and all(token.tag.startswith(NOMINAL) for token in words)


def _topic(parse: Parse, match: Match) -> Topic:
    span = Span(parse.tokens[match.first].span.begin, parse.tokens[match.last].span.end)
    return Topic(span, match.phrase.concept.iri, match.phrase.concept.rule)


# --- finding phrases --------------------------------------------------------------------------


def _matches(parse: Parse, lexicon: TopicLexicon, sentence: Sentence) -> Iterator[Match]:
    tokens = [t for t in parse.tokens[sentence.first : sentence.last] if not _is_silent(parse, t)]
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


def _is_silent(parse: Parse, token: Token) -> bool:
    """Tell whether a token is white space or joins two words: the phrases of the lexicon leave hyphens out."""
    if token.text.isspace():
        return True
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
    """Return the forms of the next word on either side, hyphens and white space left out."""
    index += step
    while 0 <= index < len(parse.tokens) and _is_silent(parse, parse.tokens[index]):
        index += step
    return _forms(parse.tokens[index]) if 0 <= index < len(parse.tokens) else frozenset()


def _is_in_name(parse: Parse, match: Match, named: list[Span]) -> bool:
    """Tell whether a name holds the phrase; a concept's own name may be what the name ends with."""
    span = Span(parse.tokens[match.first].span.begin, parse.tokens[match.last].span.end)
    inside = (name for name in named if name.overlaps(span))
    return any(not match.phrase.is_name or name.end != span.end for name in inside)


def _has_capital(parse: Parse, match: Match) -> bool:
    """Tell whether a word of the phrase is written like a name's; at a sentence's begin the first one may be."""
    words = parse.tokens[match.first : match.last + 1]
    capitals = [word.index for word in words if word.text[0].isupper()]
    return bool(capitals) and not (capitals == [match.first] and any(s.first == match.first for s in parse.sentences))


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
