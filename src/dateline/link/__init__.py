"""Who is who: mentions grouped into the entities of a report, and these linked to what the authority knows.

NIL is an answer: a name that fits several entities equally well stays unlinked.
"""

from __future__ import annotations

from dateline.authority import Authority
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.link import bodies, descriptions, known, nil, persons
from dateline.link.groups import Groups
from dateline.link.states import States
from dateline.model import Entity, Mention, Parse

__all__ = ["link"]


def link(
    parse: Parse, mentions: tuple[Mention, ...], authority: Authority, words: Words | None = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions with what they refer to, and the entities in the order of their first mentions.

    Every description gets an entity of this report's own; coreference may find a better one for it.
    """
    words = words or lexicon.load()
    groups, states = Groups(parse.article, mentions), States(parse.article, mentions, authority)
    persons.link(groups, words)
    known.link(groups, states, authority)
    nil.link(parse, groups, words)
    bodies.link(groups, states, authority, words)
    descriptions.link(groups, states, authority, words)
    return groups.linked(), tuple(groups.entities())
