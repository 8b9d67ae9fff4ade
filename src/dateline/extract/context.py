"""What the extraction asks of a report's annotation: who is meant by an argument, and which words are it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.annotate.tree import Tree
from dateline.model import (
    Argument,
    Article,
    Entity,
    Form,
    Kind,
    Mention,
    Parse,
    Predicate,
    Ref,
    Span,
    Time,
)


@dataclass(slots=True)
class Context:
    """One report's annotation, indexed by token."""

    parse: Parse
    tree: Tree
    predicates: tuple[Predicate, ...]
    times: tuple[Time, ...]
    mentions: tuple[Mention, ...]
    entities: dict[Ref, Entity]
    by_head: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_token: dict[int, Predicate] = field(default_factory=dict)

    @property
    def article(self) -> Article:
        """The article that was parsed."""
        return self.parse.article

    def mentions_of(self, argument: Argument) -> list[Mention]:
        """Return the linked mentions that an argument's head, title or apposition names."""
        found = self.by_head.get(argument.head) or self.by_title.get(argument.head)
        if found is None:
            appositions = [t.index for t in self.tree.dependents(argument.head, "appos")]
            found = next((self.by_head[each] for each in appositions if each in self.by_head), [])
        return [m for m in found if m.form is not Form.ADJECTIVE]

    def entities_of(self, argument: Argument, kinds: Iterable[Kind]) -> tuple[Entity, ...]:
        """Return the entities that an argument refers to, of the kinds asked for."""
        wanted = frozenset(kinds)
        refs = [m.entity for m in self.mentions_of(argument) if m.entity is not None]
        found = (self.entities[ref] for ref in dict.fromkeys(refs) if ref in self.entities)
        return tuple(entity for entity in found if entity.kind in wanted)

    def gathering_of(self, argument: Argument) -> Mention | None:
        """Return the mention of a gathering that an argument is headed by."""
        found = (m for m in self.by_head.get(argument.head, ()) if m.kind is Kind.GATHERING and m.entity is not None)
        return next(found, None)

    def sentence_predicates(self, sentence: int) -> Iterator[Predicate]:
        """Yield the predicates of a sentence."""
        return (p for p in self.predicates if p.sentence == sentence)

    def kinds(self, head: int) -> frozenset[Kind]:
        """Return the kinds of the mentions that a token heads."""
        return frozenset(m.kind for m in self.by_head.get(head, ()))

    def is_kind(self, head: int, kind: Kind) -> bool:
        """Tell whether a token heads a mention of that kind."""
        return kind in self.kinds(head)

    def is_named(self, head: int) -> bool:
        """Tell whether a token heads a mention of something, by name or by description, that is no bare demonym."""
        return any(m.form is not Form.ADJECTIVE for m in self.by_head.get(head, ()))


def context(
    parse: Parse,
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    times: Iterable[Time],
    predicates: Iterable[Predicate],
) -> Context:
    """Index a report's annotation."""
    made = Context(
        parse=parse,
        tree=Tree(parse),
        predicates=tuple(predicates),
        times=tuple(times),
        mentions=tuple(m for m in mentions if m.entity is not None),
        entities={entity.ref: entity for entity in entities},
    )
    begins = {token.span.begin: token.index for token in parse.tokens}
    for mention in made.mentions:
        made.by_head[mention.head].append(mention)
        if mention.title is not None:
            _index_title(made, mention, mention.title, begins)
    for predicate in made.predicates:
        made.by_token[predicate.head] = predicate
    for predicate in made.predicates:
        if predicate.support is not None:
            made.by_token[predicate.support] = predicate
    return made


def _index_title(made: Context, mention: Mention, title: Span, begins: dict[int, int]) -> None:
    first = begins.get(title.begin)
    while first is not None and first < len(made.parse.tokens) and made.parse.tokens[first].span.end <= title.end:
        made.by_title[first].append(mention)
        first += 1


def cover(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all."""
    spans = list(spans)
    return Span(min(s.begin for s in spans), max(s.end for s in spans))
