"""Whom "they", "both sides", "the two leaders", "the two countries" and "the country" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import parties
from dateline.annotate.discourse import Discourse
from dateline.annotate.pronouns import BODIES
from dateline.annotate.salience import SUBJECTS, Rank
from dateline.model import Kind, Mention, Ref, Sentence, Token

THEY = frozenset(("they", "them", "their", "themselves"))
_COUNTRIES = frozenset(("country", "nation", "state"))
_WINDOW = 3
"""So many sentences back such a group reaches."""
_TWO = 2
_NOBODY = frozenset((Kind.GATHERING, Kind.WORK, Kind.CITY, Kind.PLACE))


def group(told: Discourse, token: Token) -> tuple[Mention, ...]:
    """Return whom "they" means: the row or group that is subject before, or those who met."""
    for subject in told.prominence.subjects(token.index):
        if subject.index < token.index:
            found = _plural_at(told, subject.index)
            if found:
                return found
    nearest = _plural_before(told, token)
    if nearest is not None:
        return _plural_at(told, nearest)
    number = told.number(token)
    for earlier in range(number - 1, max(number - _TWO, 0) - 1, -1):
        found = _told(told, told.parse.sentences[earlier])
        if found or _has_actor(told, earlier):
            return found or (_interlocutors(told, number) if not _has_group(told, earlier) else ())
    return ()


def both(told: Discourse, token: Token) -> tuple[Mention, ...]:
    """Return the two whom "both" alone means: those who met or acted together last."""
    return _interlocutors(told, told.number(token))


def several(told: Discourse, token: Token) -> Sequence[Mention]:
    """Return whom "the two countries", "both sides" and "the two ministers" mean; nobody if that is not clear."""
    if not token.tag.startswith("NN"):
        return ()
    named = _apposed(told, token)
    if named:
        return named
    if not (token.tag in ("NNS", "NNPS") or token.text.lower() in told.words.plurals) or not _is_both(told, token):
        return ()
    return _two_states(told, token) if token.lemma in _COUNTRIES else _two_parties(told, token)


def _apposed(told: Discourse, token: Token) -> list[Mention]:
    """Return the persons whom a plural names in apposition: "the two ministers, Ana Ruiz and Ole Berg"."""
    children = told.parse.children[token.index] if token.tag in ("NNS", "NNPS") else ()
    first = next((c for c in children if told.tokens[c].dep == "appos" and c > token.index), None)
    row = [first, *(c for c in told.parse.children[first] if told.tokens[c].dep == "conj")] if first is not None else []
    named = [m for index in row for m in told.at(index) if m.kind is Kind.PERSON and m.name is not None]
    return named if len(named) >= _TWO else []


def country(told: Discourse, token: Token) -> Mention | None:
    """Return what "the country" means: the only state of this sentence, of the last, or of the report."""
    number, tokens = told.number(token), told.tokens
    defined = told.determiners(token) & {"the", "this"}
    qualified = any(tokens[c].dep in ("prep", "relcl", "acl", "amod") for c in told.parse.children[token.index])
    if not defined or qualified:
        return None
    for pool in (told.sentences[number], told.sentences[number - 1] if number else [], told.before):
        states = {m.entity: m for m in pool if m.kind is Kind.STATE}
        if len(states) == 1:
            return next(iter(states.values()))
        if states:
            subjects = [m for m in states.values() if told.prominence.rank(m) is Rank.SUBJECT]
            return subjects[0] if len(subjects) == 1 else None
    return None


def _has_actor(told: Discourse, number: int) -> bool:
    """Tell whether a sentence has a subject who acts, past which "they" does not reach."""
    actors = BODIES | {Kind.PERSON, Kind.DELEGATION}
    return any(m.kind in actors and told.prominence.rank(m) is Rank.SUBJECT for m in told.sentences[number])


def _has_group(told: Discourse, number: int) -> bool:
    """Tell whether a sentence tells of a group, which "they" may mean as well as two persons."""
    return any(m.kind is Kind.DELEGATION for m in told.sentences[number])


def _plural_before(told: Discourse, token: Token) -> int | None:
    """Return the last plural noun before the pronoun in its sentence."""
    first = told.parse.sentences[told.number(token)].first
    plural = (i for i in range(token.index - 1, first - 1, -1) if told.tokens[i].tag in ("NNS", "NNPS"))
    return next(plural, None)


def _told(told: Discourse, sentence: Sentence) -> tuple[Mention, ...]:
    return (
        parties.row(told.prominence, told.at, sentence)
        or _plural_subject(told, sentence)
        or parties.met(told.prominence, told.at, sentence, told.words)
    )


def _plural_subject(told: Discourse, sentence: Sentence) -> tuple[Mention, ...]:
    for token in told.tokens[sentence.first : sentence.last]:
        if token.dep in SUBJECTS and told.prominence.is_main(token.head):
            return _plural_at(told, token.index)
    return ()


def _plural_at(told: Discourse, index: int) -> tuple[Mention, ...]:
    """Return the plural group or the several mentions at a token and in a row with it."""
    row = list(told.at(index))
    for child in told.parse.children[index]:
        if told.tokens[child].dep == "conj":
            row.extend(told.at(child))
    distinct = {m.entity: m for m in row if m.kind not in _NOBODY}
    if len(distinct) >= _TWO:
        return tuple(distinct.values())
    plural = (m for m in distinct.values() if told.tokens[m.head].tag in ("NNS", "NNPS"))
    return tuple(m for m in plural if m.kind is Kind.DELEGATION)


def _is_both(told: Discourse, token: Token) -> bool:
    before = told.determiners(token)
    if "both" in before or {"the", "two"} <= before:
        return True
    if "their" in before:
        return token.lemma in _COUNTRIES
    return ("the" in before and token.lemma in told.words.sides) or _are_holders(told, token, before)


def _are_holders(told: Discourse, token: Token, before: set[str]) -> bool:
    """Tell whether a plural office is one that somebody named bears: "the presidents", "leaders of Peru and Chile"."""
    whose = {told.tokens[c].lemma for c in told.parse.children[token.index] if told.tokens[c].dep == "prep"}
    noun = _office(told, token)
    if noun in told.words.leaders:
        return "of" in whose
    if "the" not in before or noun not in told.words.heads or whose - {"of"}:
        return False
    titles = (told.parse.article.quote(m.title).casefold() for m in told.before if m.title is not None)
    return noun == "head" or any(noun in title.split() for title in titles)


def _office(told: Discourse, token: Token) -> str:
    """Return the singular of a plural noun, an office's in capitals too: "the Presidents"."""
    return told.words.plurals.get(token.text.lower(), token.lemma)


def _two_states(told: Discourse, token: Token) -> list[Mention]:
    """Return the two states that the report is about; if no two stand out, those of the nearest sentence with two."""
    states = {m.entity: m for m in told.before if m.kind is Kind.STATE}
    if len(states) == len(told.states) == _TWO:
        return list(states.values())
    pair = told.foremost
    if pair:
        return [mention for ref, mention in states.items() if ref in pair] if pair <= states.keys() else []
    number = told.number(token)
    for distance in range(min(number, _TWO) + 1):
        near = {m.entity: m for m in told.sentences[number - distance] if m.kind is Kind.STATE}
        if near:
            return list(near.values()) if len(near) == _TWO else []
    return []


def _two_parties(told: Discourse, token: Token) -> tuple[Mention, ...]:
    words, number = told.words, told.number(token)
    noun = _office(told, token)
    office = noun in words.heads or noun in words.leaders
    if not office and token.lemma not in words.interlocutors:
        return ()
    if not office:
        return _interlocutors(told, number)
    bearers = _bearers(told, noun) if noun in words.heads and noun not in (*words.leaders, "head") else set()
    for distance in range(min(number, _WINDOW) + 1):
        found = _told(told, told.parse.sentences[number - distance])
        if found and (not bearers or any(m.entity in bearers for m in found)):
            return found if _are_two_persons(found) else ()
    pair = _interlocutors(told, number)
    known = not bearers or any(m.entity in bearers for m in pair)
    return pair if known and _are_two_persons(pair) else ()


def _are_two_persons(found: tuple[Mention, ...]) -> bool:
    return len(found) == _TWO and all(m.kind is Kind.PERSON for m in found)


def _bearers(told: Discourse, noun: str) -> set[Ref | None]:
    """Return who bears an office that a noun names."""
    quote = told.parse.article.quote
    return {m.entity for m in told.before if m.title is not None and noun in quote(m.title).casefold().split()}


def _interlocutors(told: Discourse, number: int) -> tuple[Mention, ...]:
    """Return the two who met or acted together last; from far back only if the report tells of no others.

    States that have talks are no interlocutors where persons or delegations are.
    """
    pairs = [(distance, pair) for distance in range(number + 1) if (pair := _acting(told, number - distance))]
    pairs = [each for each in pairs if any(m.kind is not Kind.STATE for m in each[1])] or pairs
    near = [pair for distance, pair in pairs if distance <= _WINDOW]
    if near:
        return near[0] if len(near[0]) == _TWO else ()
    sure = len({frozenset(m.entity for m in pair) for _, pair in pairs}) == 1
    return pairs[0][1] if sure and len(pairs[0][1]) == _TWO else ()


def _acting(told: Discourse, number: int) -> tuple[Mention, ...]:
    found = told.acting.get(number)
    if found is None:
        sentence = told.parse.sentences[number]
        met = parties.met(told.prominence, told.at, sentence, told.words)
        found = met or parties.row(told.prominence, told.at, sentence)
        if number < told.now:
            told.acting[number] = found
    return found
