"""What definite descriptions stand for: "the ministry", "the foreign minister", "this gathering", "the country"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.annotate import holders
from dateline.annotate.bearers import Bearers
from dateline.lexicon.words import Words
from dateline.model import Entity, Form, Kind, Mention, Parse, Ref, Span

_DEFINITE = frozenset(("the", "this", "that"))
AHEAD = frozenset({"upcoming", "forthcoming", "coming", "planned", "future", "next"})
_SPELLING = {"organisation": "organization", "centre": "center"}


class Definite:
    """The resolution of one report's definite descriptions, each against what stands before it."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention], entities: Iterable[Entity], words: Words) -> None:
        """Read the offices and who holds them."""
        mentions = tuple(mentions)
        self.parse = parse
        self.page, offices = holders.read(parse, mentions, words)
        self.bearers = Bearers(self.page, offices, mentions)
        self.mentions = mentions
        self.names = {e.ref: f"{e.name} {e.label}".casefold().split() for e in entities}

    def resolve(self, mention: Mention, before: list[Mention]) -> Mention | None:
        """Return a mention of what a description stands for; None if that is not clear."""
        sure = self.bearers.sure(mention) if mention.kind is Kind.PERSON else self._group(mention)
        if sure is not None:
            return sure
        if not self._is_definite(mention) or (mention.entity is not None and not mention.entity.local):
            return None
        if mention.kind is Kind.PERSON:
            return self.bearers.likely(mention, before) or self._again(mention, before)
        if mention.kind is Kind.DELEGATION:
            return self._again(mention, before)
        return self._body(mention, before)

    def is_epithet(self, mention: Mention, before: list[Mention]) -> bool:
        """Tell whether a description is but another word for somebody named before: "the Caribbean diplomat"."""
        noun = self.parse.tokens[mention.head].lemma
        if mention.kind is not Kind.PERSON or noun not in self.page.words.dignitaries or not self._is_definite(mention):
            return False
        return any(m.kind is Kind.PERSON and m.form is Form.NAME for m in before)

    def _group(self, mention: Mention) -> Mention | None:
        """Return the name that a description only says to be a group's: "the militant Al-Noor group"."""
        if mention.kind is not Kind.DELEGATION or self.parse.tokens[mention.head].lemma not in self.page.words.grouping:
            return None
        end = self.parse.tokens[mention.head - 1].span.end
        named = (m for m in self.mentions if m.form is Form.NAME and m.span.end == end and mention.span.covers(m.span))
        return next((m for m in named if m.entity is not None and m.kind is Kind.ORGANIZATION), None)

    def _is_definite(self, mention: Mention) -> bool:
        page, first = self.page, self._first(mention)
        before = page.lower[first - 1] if first > page.start[first] else ""
        singular = page.tags[mention.head] in ("NN", "NNP")
        alone = page.upper[mention.head] and singular and before not in ("a", "an", "of")
        owned = singular and before not in ("a", "an") and self.bearers.is_owned(mention)
        return before in _DEFINITE or alone or owned or (page.lower[first] == "parliament" and before != "of")

    def _first(self, mention: Mention) -> int:
        at = mention.head
        while at > 0 and self.parse.tokens[at].span.begin > mention.span.begin:
            at -= 1
        return at

    def _again(self, mention: Mention, before: list[Mention]) -> Mention | None:
        """Return the one earlier description with the same noun."""
        known = {
            m.entity: m
            for m in before
            if m.form is Form.DESCRIPTION
            and m.kind is mention.kind
            and m.entity is not None
            and self._repeats(mention, m)
        }
        return next(iter(known.values())) if len(known) == 1 else None

    def _repeats(self, mention: Mention, earlier: Mention) -> bool:
        """Tell whether a description has the same noun as an earlier one, and says nothing that the other does not."""
        tokens, words = self.parse.tokens, self.page.words
        if tokens[mention.head].lemma != tokens[earlier.head].lemma:
            return False
        said, known = self._said(mention), self._said(earlier)
        return said <= known and not (known - said) & words.modifiers

    def _said(self, mention: Mention) -> set[str]:
        text = self.parse.article.quote(mention.span).casefold()
        return set(text.replace("-", " ").split()) - {"the"}

    def _body(self, mention: Mention, before: list[Mention]) -> Mention | None:
        """Return the one body or gathering that the noun may take up; of several gatherings the last."""
        noun = self._noun(mention.head)
        wanted = set(self._modifying(mention))
        known: dict[Ref, Mention] = {}
        for m in before:
            if m.entity is not None and m.name is not None and self._takes_up(noun, mention, m):
                known.pop(m.entity, None)
                known[m.entity] = m
        fitting = [m for m in known.values() if wanted <= set(self._inside(m.span)) and self._is_modest(mention, m)]
        fitting = [m for m in fitting if not self._is_ahead(m)] or fitting
        if len(fitting) > 1:
            fitting = self._nearest(fitting, mention)
        return fitting[0] if len(fitting) == 1 else self._described(mention, before)

    def _is_ahead(self, name: Mention) -> bool:
        """Tell whether a name stands with "upcoming" or the like: "the conference" of a past tale is not that one."""
        around = (self.parse.tokens[child] for child in self.parse.children[name.head])
        return any(token.dep == "amod" and token.lemma in AHEAD for token in around)

    def _is_modest(self, mention: Mention, name: Mention) -> bool:
        """Tell whether a description of a gathering adds nothing that would tell it from the named one."""
        if mention.kind is not Kind.GATHERING:
            return True
        head = self.parse.tokens[mention.head].text.casefold()
        said = set(self.parse.article.quote(mention.span).casefold().split()) - {head}
        return all(w in (name.name or "").casefold() or w in self.page.words.mild or w.endswith("-day") for w in said)

    def _described(self, mention: Mention, before: list[Mention]) -> Mention | None:
        return (
            self._again(mention, before) if mention.kind is not Kind.GATHERING and mention.entity is not None else None
        )

    def _noun(self, head: int) -> str:
        lemma = self.parse.tokens[head].lemma
        return _SPELLING.get(lemma, lemma)

    def _takes_up(self, noun: str, mention: Mention, name: Mention) -> bool:
        takers = self.page.words.takers.get(noun)
        if takers is not None:
            return name.kind in takers
        kinds = self.page.words.describing.get(noun, (mention.kind,))
        related = name.kind in (*kinds, Kind.INTERGOVERNMENTAL, Kind.ORGANIZATION)
        if not related or name.entity is None:
            return False
        heads = [*(name.name or "").casefold().split(), *self.names.get(name.entity, ())]
        return noun in (_SPELLING.get(word, word) for word in heads)

    def _modifying(self, mention: Mention) -> list[Ref]:
        """Return what names within the description stand for: the WTO in "the WTO conference"."""
        return [m.entity for m in self.mentions if m.entity is not None and m.name and mention.span.covers(m.span)]

    def _inside(self, span: Span) -> list[Ref]:
        return [m.entity for m in self.mentions if m.entity is not None and span.covers(m.span)]

    def _nearest(self, fitting: list[Mention], mention: Mention) -> list[Mention]:
        """Return what the last sentence with any of them has."""
        page = self.page
        sentence = max(page.start[m.head] for m in fitting)
        return [m for m in fitting if page.start[m.head] == sentence and m.kind is Kind.GATHERING]
