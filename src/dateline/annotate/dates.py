"""Temporal expressions of a parsed report, with their values against the report's date.

Only what has a first and a last day is recorded: durations ("for three days"), repeated times ("every
Tuesday") and times counted from something else in the text ("the day before") are not. A date within
a name ("the 2030 Agenda") is none. The value is that of the words alone: "since 2015" gives 2015.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.annotate.date_rules import Rule, gate, rules
from dateline.annotate.date_values import Anchor
from dateline.edtf import bounds
from dateline.model import BlockKind, Parse, Span, Time, Token

_DATES = frozenset({"", "DATE", "TIME"})
"""Entity types of the recogniser that let a year or month be a date."""
_BEFORE = frozenset(
    {"in", "since", "by", "until", "till", "before", "after", "from", "during", "of", "for", "to", "between", "through"}
)
"""Prepositions that a year or a month stands after."""
_PLANNED = frozenset({"schedule", "plan", "expect", "slate", "due", "intend", "hope"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "wo", "may"})
_PAST = frozenset({"had", "has", "have", "was", "were", "did"})
_OVER = frozenset({"had", "was", "were"})
"""Auxiliaries with which a plan was one: it may be over."""
_TOWARDS = frozenset({"until", "till", "by", "effective"})
"""Words right before a day or month that put it ahead, unless its verb is "had …"."""
_ASIDE = frozenset({"poss", "compound", "nmod", "nummod", "amod"})
"""Labels of a date that belongs to a noun, whatever the verb's tense: "Friday's vote"."""
_MOVED = re.compile(r"\b(?:postpon|mov|reschedul|shift|delay|chang|push|brought|bring)\w*\b[^.;]{0,60}\bfrom\s+$", re.I)


@dataclass(frozen=True, slots=True)
class _Found:
    """A match of a rule in the article; `whole` includes the words that only decide how it is read."""

    rule: Rule
    match: re.Match[str]
    span: Span
    whole: Span


def recognize(parse: Parse) -> tuple[Time, ...]:
    """Find the temporal expressions of the body and their values, in order and without overlap.

    Without a publication date only expressions that state their year have one.
    """
    return tuple(_times(parse))


def _times(parse: Parse) -> Iterator[Time]:
    for block in parse.article.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION):
            continue
        for found in _longest(_found(parse.article.quote(block.span), block.span.begin)):
            time = _time(parse, found, _within(parse, found.span))
            if time is not None and not (found.rule.spoken and _is_quoted(parse, block.span, block.kind, found.span)):
                yield time


def _found(text: str, offset: int) -> Iterator[_Found]:
    for rule, match in _matches(text):
        group = "time" if "time" in rule.pattern.groupindex else 0
        if not _is_move(text, match):
            yield _Found(
                rule,
                match,
                Span(offset + match.start(group), offset + match.end(group)),
                Span(offset + match.start(), offset + match.end()),
            )


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield the matches of each rule that do not overlap its others, as `finditer` would, by begin."""
    ends = [0] * len(rules())
    for begin in _begins(text):
        for number, rule in enumerate(rules()):
            match = rule.pattern.match(text, begin) if begin >= ends[number] else None
            if match is not None:
                ends[number] = match.end()
                yield rule, match


def _begins(text: str) -> Iterator[int]:
    """Yield where some rule may match."""
    place = gate().search(text)
    while place is not None:
        yield place.start()
        place = gate().search(text, place.start() + 1)


def _is_move(text: str, match: re.Match[str]) -> bool:
    """Tell whether "from May 3 to May 5" says where a thing was moved, not how long it lasts."""
    return " to " in match[0] and _MOVED.search(text, 0, match.start()) is not None


def _longest(found: Iterable[_Found]) -> Iterator[_Found]:
    """Of matches that overlap keep the first, and of those that begin together the longest."""
    end = 0
    for each in sorted(found, key=lambda each: (each.whole.begin, -each.whole.end)):
        if each.whole.begin >= end:
            end = each.whole.end
            yield each


def _within(parse: Parse, span: Span) -> tuple[Token, ...]:
    first = bisect_left(parse.tokens, span.begin, key=_begin)
    if first and parse.tokens[first - 1].span.end > span.begin:
        first -= 1
    return parse.tokens[first : bisect_left(parse.tokens, span.end, lo=first, key=_begin)]


def _begin(token: Token) -> int:
    return token.span.begin


def _time(parse: Parse, found: _Found, tokens: tuple[Token, ...]) -> Time | None:
    if not tokens or _is_named(parse, tokens) or (found.rule.bare and not _is_date(parse, tokens)):
        return None
    head = _head(tokens)
    if found.rule.spoken and _is_present(parse, tokens[0], head):
        return None
    value = found.rule.read(found.match, Anchor(parse.article.published, _looks_ahead(parse, tokens[0], head)))
    if value is None:
        return None
    begin, end = bounds(value)
    return Time(span=found.span, head=head.index, edtf=value, begin=begin, end=end)


def _head(tokens: tuple[Token, ...]) -> Token:
    """Return the token that the rest of the sentence governs."""
    inside = {token.index for token in tokens}
    return next((t for t in tokens if t.head not in inside or t.head == t.index), tokens[0])


# --- is it a date? --------------------------------------------------------------------------


def _is_present(parse: Parse, first: Token, head: Token) -> bool:
    """Tell whether "today" is a name ("Nature Today") or stands for these times ("it is today a port")."""
    begins = {sentence.first for sentence in parse.sentences}
    before = _at(parse, first.index - 1)
    if first.text[0].isupper() and first.index not in begins and before is not None and before.text[0].isalnum():
        return True
    verb = parse.tokens[head.head]
    return head.lemma == "today" and verb.lemma == "be" and verb.tag in ("VBZ", "VBP") and verb.dep != "aux"


def _is_named(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Tell whether the recogniser sees it within a longer name that is no date."""
    kinds = {token.entity for token in tokens} - _DATES
    if not kinds & {"ORG", "EVENT", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "PERSON"}:
        return False
    around = [_at(parse, tokens[0].index - 1), _at(parse, tokens[-1].index + 1)]
    return any(token is not None and token.entity in kinds and token.text[0].isupper() for token in around)


def _is_date(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a year or month alone is a date: by what stands around it, or as the recogniser sees it."""
    before, after = _at(parse, tokens[0].index - 1), _at(parse, tokens[-1].index + 1)
    if before is not None and _is_name(before) and not before.text.endswith("."):
        return False
    introduced = before is not None and before.text.lower() in _BEFORE
    if tokens[-1].text in ("March", "May") and not introduced and len(tokens) == 1:
        return False
    if after is not None and _is_name(after) and not (introduced and tokens[-1].head != after.index):
        return False
    if after is not None and _is_count(before, tokens[-1], after):
        return False
    return tokens[-1].entity == "DATE" or (introduced and tokens[-1].entity in _DATES)


def _is_count(before: Token | None, year: Token, after: Token) -> bool:
    """Tell whether a number counts what follows ("2000 people"), where "the 2000 polls" are dated."""
    determined = before is not None and before.tag in ("DT", "POS", "PRP$", "JJ")
    introduced = before is not None and before.text.lower() in ("in", "since", "by", "until")
    return after.tag == "NNS" and year.dep == "nummod" and not determined and not (introduced and year.entity == "DATE")


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()


def _at(parse: Parse, index: int) -> Token | None:
    return parse.tokens[index] if 0 <= index < len(parse.tokens) else None


def _is_quoted(parse: Parse, block: Span, kind: BlockKind, span: Span) -> bool:
    """Tell whether it stands in somebody's words, which may be older than the report."""
    before = parse.article.text[block.begin : span.begin]
    open_marks = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return kind is BlockKind.QUOTATION or open_marks or before.count("``") > before.count("''")


# --- before or after the report -------------------------------------------------------------


def _looks_ahead(parse: Parse, first: Token, head: Token) -> bool | None:
    """Tell whether what is dated lies ahead of the report (True) or behind it (False).

    The verb that governs the date shows it. Over a noun in between ("a vote on Friday") a past
    verb shows nothing, since what was announced may be yet to come.
    """
    if head.dep in _ASIDE:
        return None
    ahead = _governed(parse, head)
    before = _at(parse, first.index - 1)
    if before is not None and _is_towards(parse, before):
        return True
    return ahead


def _is_towards(parse: Parse, word: Token) -> bool:
    """Tell whether "until", "as soon as", "planned for" stands before the date."""
    before = _at(parse, word.index - 1)
    governor = parse.tokens[word.head]
    if word.text.lower() == "for":
        return governor.lemma in _PLANNED or governor.text == "set"
    if word.text.lower() == "as":
        return before is not None and before.text.lower() in ("soon", "early")
    return word.text.lower() in _TOWARDS and "had" not in _auxiliaries(parse, governor)


def _governed(parse: Parse, token: Token) -> bool | None:
    over_noun = False
    while token.head != token.index:
        token = parse.tokens[token.head]
        if token.lemma in _PLANNED or (token.tag.startswith("VB") and _is_tensed(parse, token)):
            ahead = _tense(parse, token)
            return None if over_noun and not ahead else ahead
        over_noun = over_noun or token.tag.startswith("NN")
    return None


def _is_tensed(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb shows a tense: not "leaving", nor "to leave" where that tells a purpose."""
    auxiliaries = _auxiliaries(parse, verb)
    if auxiliaries - {"be"} == {"to"}:
        return verb.dep in ("xcomp", "acl", "relcl")
    return bool(auxiliaries) or verb.tag not in ("VBG", "VB")


def _tense(parse: Parse, verb: Token) -> bool | None:
    auxiliaries = _auxiliaries(parse, verb)
    if auxiliaries & _FUTURE or auxiliaries - {"be"} == {"to"}:
        return True
    if verb.lemma in _PLANNED and verb.tag != "VBD":
        return None if auxiliaries & _OVER else True
    if auxiliaries & _PAST or verb.tag == "VBD" or (verb.tag == "VBN" and not auxiliaries):
        return False
    return None


def _auxiliaries(parse: Parse, verb: Token) -> set[str]:
    children = (parse.tokens[index] for index in parse.children[verb.index])
    return {child.text.lower() for child in children if child.dep in ("aux", "auxpass")}
