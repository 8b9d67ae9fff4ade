"""Those who meet, talk or act together in a sentence: whom "they", "both sides" and "the two leaders" mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.annotate.salience import SUBJECTS, Prominence
from dateline.lexicon.words import Words
from dateline.model import Kind, Mention, Ref, Sentence, Token

_FEW = 2

At = Callable[[int], Iterable[Mention]]


def met(prominence: Prominence, at: At, sentence: Sentence, words: Words) -> tuple[Mention, ...]:
    """Return those who meet in a sentence, at least two; none if nobody does, or if two meetings are told."""
    found = [
        p
        for t in prominence.tokens[sentence.first : sentence.last]
        if _tells_meeting(prominence, t, words) and (p := _parties(prominence, at, t, words))
    ]
    return max(found, key=len, default=())


def _tells_meeting(prominence: Prominence, token: Token, words: Words) -> bool:
    """Tell whether a word tells of a meeting: itself, or a verb by its object ("had a conversation")."""
    objects = (prominence.tokens[child] for child in prominence.parse.children[token.index])
    return token.lemma in words.meeting or any(o.dep == "dobj" and o.lemma in words.meeting for o in objects)


def row(prominence: Prominence, at: At, sentence: Sentence) -> tuple[Mention, ...]:
    """Return those who together are the subject of a sentence's main clause, at least two."""
    for token in prominence.tokens[sentence.first : sentence.last]:
        if token.dep in SUBJECTS and prominence.is_main(token.head):
            found = _distinct(_coordinated(prominence, at, token.index))
            if len(found) >= _FEW:
                return found
    return ()


def _parties(prominence: Prominence, at: At, token: Token, words: Words) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for child in _dependents(prominence, token, words):
        if child.dep in ("nsubj", "nsubjpass", "poss") or (child.dep == "dobj" and token.tag.startswith("VB")):
            found.extend(_coordinated(prominence, at, child.index))
        elif child.dep == "prep" and child.lemma in ("with", "between"):
            found.extend(
                m for grand in prominence.parse.children[child.index] for m in _coordinated(prominence, at, grand)
            )
    parties = _distinct(found)
    return parties if len(parties) >= _FEW else ()


def _dependents(prominence: Prominence, token: Token, words: Words) -> Iterator[Token]:
    """Yield the dependents of a verb or noun of meeting, and for a verb those of its object ("held talks with")."""
    children, tokens = prominence.parse.children, prominence.tokens
    for child in children[token.index]:
        yield tokens[child]
        if tokens[child].dep == "dobj" and tokens[child].lemma in words.meeting:
            yield from (tokens[c] for c in children[child] if tokens[c].dep == "prep")


def _coordinated(prominence: Prominence, at: At, index: int) -> Iterator[Mention]:
    """Yield the mentions of a token and of those in a row with it."""
    found = list(at(index))
    if not found:
        inner = (c for c in prominence.parse.children[index] if prominence.tokens[c].dep == "appos")
        found = [m for c in inner for m in at(c)]
    yield from found
    for child in prominence.parse.children[index]:
        if prominence.tokens[child].dep == "conj":
            yield from _coordinated(prominence, at, child)


def _distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    seen: dict[Ref, Mention] = {}
    for mention in mentions:
        if mention.entity is not None and mention.kind not in (Kind.CITY, Kind.PLACE, Kind.GATHERING, Kind.WORK):
            seen.setdefault(mention.entity, mention)
    return tuple(seen.values())
