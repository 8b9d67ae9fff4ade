"""Whom "he", "her" and "it" stand for.

The search goes from the clause outwards and then back through the sentences; subjects outrank possessors
and these outrank the rest (after Hobbs 1978 and Lappin & Leass 1994). Between equals nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotate.discourse import Discourse
from dateline.annotate.salience import SUBJECTS, Rank
from dateline.model import Form, Kind, Mention, Ref, Token

PERSONAL = {
    "he": "masculine", "him": "masculine", "his": "masculine", "himself": "masculine",
    "she": "feminine", "her": "feminine", "hers": "feminine", "herself": "feminine",
}  # fmt: skip
NEUTER = frozenset(("it", "its", "itself"))
BODIES = frozenset((Kind.STATE, Kind.LEGISLATURE, Kind.GOVERNMENT, Kind.ORGANIZATION, Kind.INTERGOVERNMENTAL))
_WINDOW = 3
"""So many sentences back a pronoun reaches."""
_CLEAR = 3
"""From this score on a more prominent mention wins over less prominent ones."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the antecedent of a pronoun must be."""

    token: Token
    kinds: frozenset[Kind]
    gender: str | None
    """None for "it"."""


def antecedent(told: Discourse, token: Token) -> Mention | None:
    """Return what a singular pronoun stands for; None if that is not clear."""
    word = token.text.lower()
    if word in PERSONAL:
        wanted = Wanted(token, frozenset((Kind.PERSON,)), PERSONAL[word])
        decided, found = _governing(told, wanted)
        if found is not None and found.entity is not None:
            told.gender.setdefault(found.entity, PERSONAL[word])  # only what the syntax shows teaches the gender
        return found if decided else _loose(told, wanted)
    if word in NEUTER and (token.tag == "PRP$" or (token.dep in SUBJECTS and not _is_expletive(told, token))):
        return _find(told, Wanted(token, BODIES, None))
    return None


def _is_expletive(told: Discourse, token: Token) -> bool:
    """Tell whether "it" only fills the subject's place: "it is hoped"."""
    verb = told.tokens[token.head]
    passive = any(told.tokens[c].dep == "auxpass" for c in told.parse.children[verb.index])
    subject = token.dep in SUBJECTS and (verb.lemma in told.words.impersonal or passive)
    return token.text.lower() == "it" and (token.dep == "expl" or subject)


def _find(told: Discourse, wanted: Wanted) -> Mention | None:
    decided, found = _governing(told, wanted)
    return found if decided else _loose(told, wanted)


def _loose(told: Discourse, wanted: Wanted) -> Mention | None:
    """Return what a pronoun stands for that no clause around it decides on."""
    token = wanted.token
    if wanted.gender is None and token.tag == "PRP" and _follows_subject(told, token):
        return None
    found = _ahead(told, wanted) or _beside(told, wanted) or _scored(told, wanted)
    loose = found is not None and wanted.gender is None and token.dep != "poss"
    return None if found is None or (loose and told.prominence.rank(found) is not Rank.SUBJECT) else found


def _follows_subject(told: Discourse, token: Token) -> bool:
    """Tell whether another subject stands before the pronoun in its sentence."""
    first = told.parse.sentences[told.number(token)].first
    return any(before.dep in SUBJECTS for before in told.tokens[first : token.index])


def _fits(told: Discourse, mention: Mention, wanted: Wanted) -> bool:
    known = told.gender.get(mention.entity) if mention.entity is not None else None
    agrees = known is None or wanted.gender is None or known == wanted.gender
    return mention.kind in wanted.kinds and mention.entity is not None and agrees


def _fitting(told: Discourse, index: int, wanted: Wanted) -> list[Mention]:
    return [m for m in told.at(index) if _fits(told, m, wanted)]


def _governing(told: Discourse, wanted: Wanted) -> tuple[bool, Mention | None]:
    """Return whether a clause around the pronoun decides, and its subject or the subject's possessor."""
    token = wanted.token
    reflexive = token.dep in ("dobj", "pobj", "dative") and token.tag == "PRP"
    for depth, subject in enumerate(told.prominence.subjects(token.index)):
        if subject.index >= token.index or (depth == 0 and reflexive):
            continue
        found = _fitting(told, subject.index, wanted) or list(_owning(told, subject, wanted))
        if found:
            sure = len({m.entity for m in found}) == 1 and not _has_rival(told, subject, found[0], wanted)
            return True, found[0] if sure else None
    return False, None


def _owning(told: Discourse, subject: Token, wanted: Wanted) -> Iterator[Mention]:
    """Yield the possessors of a subject that fit."""
    for child in told.parse.children[subject.index]:
        if told.tokens[child].dep == "poss" and child != wanted.token.index:
            yield from _fitting(told, child, wanted)


def _has_rival(told: Discourse, subject: Token, found: Mention, wanted: Wanted) -> bool:
    """Tell whether the clause's object is as good: "Rossi congratulated Weber on his election"."""
    index = wanted.token.index
    for child in told.parse.children[subject.head]:
        if told.tokens[child].dep in ("dobj", "dative") and child < index and not told.covers(child, index):
            return any(m.entity != found.entity for m in _fitting(told, child, wanted))
    return False


def _ahead(told: Discourse, wanted: Wanted) -> Mention | None:
    """Return the main subject that follows a fronted phrase: "In her remarks, Rossi said"."""
    token, number = wanted.token, told.number(wanted.token)
    if token.tag != "PRP$" or any(_fits(told, m, wanted) for m in told.sentences[number]):
        return None
    for child in told.parse.children[told.parse.sentences[number].root]:
        if told.tokens[child].dep in SUBJECTS and child > token.index and not told.covers(child, token.index):
            found = _fitting(told, child, wanted)
            return found[0] if len(found) == 1 else None
    return None


def _beside(told: Discourse, wanted: Wanted) -> Mention | None:
    """Return the only person told of before "her" in its sentence: "With Rossi absent, her aide spoke"."""
    token = wanted.token
    if token.tag != "PRP$" or wanted.gender is None:
        return None
    near = [m for m in told.sentences[told.number(token)] if _fits(told, m, wanted) and m.head < token.index]
    return near[0] if len({m.entity for m in near}) == 1 else None


def _scored(told: Discourse, wanted: Wanted) -> Mention | None:
    """Return the most prominent of those before, in this sentence or the last that has any; None between equals."""
    token, number = wanted.token, told.number(wanted.token)
    itself = _own_subjects(told, wanted)
    near = wanted.gender is None and (token.tag == "PRP$" or token.index in told.quoted)
    best: dict[Ref, tuple[int, Mention]] = {}
    for distance in range((0 if near else min(_WINDOW, number)) + 1):
        beside = {told.gender.get(m.entity) for m in told.sentences[number - distance] if m.entity is not None}
        sure = wanted.gender is not None and wanted.gender in beside
        for mention in told.sentences[number - distance]:
            score = 0 if mention.entity in itself else _score(told, mention, distance, wanted)
            if sure and mention.entity not in told.gender and told.prominence.rank(mention) is not Rank.SUBJECT:
                score = 0  # of somebody beside it is known that "she" fits, or "he"
            if mention.entity is not None and score > best.get(mention.entity, (0, mention))[0]:
                best[mention.entity] = (score, mention)
        if best and distance:
            break
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= _CLEAR else None


def _own_subjects(told: Discourse, wanted: Wanted) -> set[Ref | None]:
    """Return whom an object pronoun cannot mean: the subject of its own clause, which "himself" would take up."""
    token = wanted.token
    if token.tag != "PRP" or token.dep not in ("dobj", "pobj", "dative") or token.text.lower().endswith("self"):
        return set()
    subject = next(told.prominence.subjects(token.index), None)
    return {m.entity for m in told.at(subject.index)} if subject is not None else set()


def _score(told: Discourse, mention: Mention, distance: int, wanted: Wanted) -> int:
    """Return how likely a mention some sentences back is taken up; 0 if it is not."""
    if not _fits(told, mention, wanted) or mention.form is Form.ADJECTIVE:
        return 0
    rank, person = told.prominence.rank(mention), wanted.gender is not None
    if distance == 0:
        return 3 if rank >= Rank.POSSESSOR or (person and rank is Rank.OTHER) else 0
    if rank is Rank.SUBJECT:
        return 7 - distance
    if rank in (Rank.POSSESSING_SUBJECT, Rank.INNER_SUBJECT):
        return 5 - distance
    clear = wanted.token.dep in SUBJECTS or _tells(told, told.number(wanted.token) - distance, wanted.gender)
    return 1 if person and clear and rank is not Rank.MODIFIER and distance == 1 else 0


def _tells(told: Discourse, number: int, gender: str | None) -> bool:
    """Tell whether somebody in a sentence is of the other gender, so that the pronoun leaves him or her out."""
    others = (told.gender.get(m.entity, gender) for m in told.sentences[number] if m.entity is not None)
    return any(other != gender for other in others)
