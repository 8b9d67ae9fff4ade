"""Whose counterpart somebody is introduced as: "his Danish counterpart X", "their Danish counterparts X and Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.annotate.page import Page
from dateline.model import Form, Kind, Mention, Ref, Span

_NOUNS = ("counterpart", "counterparts")


class Origin(NamedTuple):
    """The state of which somebody is a counterpart, and the words that say so, the name included."""

    state: Ref
    evidence: Span


def origins(page: Page, mentions: Iterable[Mention]) -> dict[Ref, Origin]:
    """Return for each person so introduced where he or she is from."""
    mentions = tuple(mentions)
    return {person: origin for mention in mentions for person, origin in _introduced(page, mention, mentions)}


def _introduced(page: Page, mention: Mention, mentions: tuple[Mention, ...]) -> Iterator[tuple[Ref, Origin]]:
    title = mention.title
    if title is None or mention.entity is None or not page.parse.article.quote(title).endswith(_NOUNS):
        return
    states = [m.entity for m in mentions if m.kind is Kind.STATE and title.covers(m.span) and m.entity is not None]
    if len(states) != 1:
        return
    several = page.parse.article.quote(title).endswith("s")
    for person in [mention, *(_row(page, mention, mentions) if several else ())]:
        if person.entity is not None:
            yield person.entity, Origin(states[0], Span(title.begin, person.span.end))


def _row(page: Page, mention: Mention, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield the persons named right after one, with "and" or a comma between."""
    end = mention.span.end
    for other in mentions:
        between = page.parse.article.text[end : other.span.begin] if other.span.begin >= end else ""
        if other.kind is Kind.PERSON and other.form is Form.NAME and between in (" and ", ", ", ", and "):
            yield other
            end = other.span.end
