"""Descriptions: each an entity of this report's own, or the body that its words and a state tell."""

from __future__ import annotations

from dateline import iris
from dateline.authority import Authority
from dateline.lexicon.words import Words
from dateline.link.bodies import is_generic, qualified
from dateline.link.groups import Groups
from dateline.link.known import BODIES
from dateline.link.states import States
from dateline.model import Kind

_RULES = {Kind.PERSON: "person", Kind.DELEGATION: "group"}


def link(groups: Groups, states: States, authority: Authority, words: Words) -> None:
    """Put the descriptions into groups; nouns that may describe a gathering stay out."""
    for index, mention in enumerate(groups.mentions):
        text = " ".join(groups.article.quote(mention.span).split())
        if mention.name is not None or mention.kind is Kind.GATHERING:
            continue
        if len(words.describing.get(text.casefold().split()[-1], ())) > 1:
            continue
        state = states.qualifying(mention) if mention.kind in BODIES else None
        core = states.core(mention.span, text) if state is not None else text
        if state is not None and is_generic(core, words):
            ref = qualified(core, state, authority)
            groups.put(index, ref, mention.kind, "descriptions/qualified-body", f"{core} of {state.name}")
        else:
            rule = f"descriptions/{_RULES.get(mention.kind, 'body')}"
            groups.put(index, iris.local("actor", mention.span.begin, text), mention.kind, rule, text)
