"""The mentions of a report gathered into groups, each of which becomes an entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.authority import Row
from dateline.link import counts
from dateline.model import Article, Entity, Form, Kind, Mention, Ref


@dataclass(slots=True)
class Group:
    """The mentions of one entity, and what they say of it."""

    ref: Ref
    kind: Kind
    rule: str
    label: str
    mentions: list[int] = field(default_factory=list)
    row: Row | None = None


class Groups:
    """The groups of one report, by what they refer to."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...]) -> None:
        """Begin with no mention in a group."""
        self.article = article
        self.mentions = mentions
        self.refs: list[Ref | None] = [None] * len(mentions)
        self.all: dict[Ref, Group] = {}

    def indices(self, *kinds: Kind) -> Iterator[int]:
        """Yield the indices of the names of some kinds, in text order."""
        yield from (i for i, m in enumerate(self.mentions) if m.name is not None and m.kind in kinds)

    def put(self, index: int, ref: Ref, kind: Kind, rule: str, label: str) -> Group:
        """Put a mention into the group of what it refers to, which begins here if there is none."""
        group = self.all.setdefault(ref, Group(ref, kind, rule, label))
        group.mentions.append(index)
        self.refs[index] = ref
        return group

    def linked(self) -> tuple[Mention, ...]:
        """Return the mentions with their entities, of the entity's kind."""
        return tuple(
            replace(m, entity=ref, kind=self._kind(self.all[ref])) if ref is not None else m
            for m, ref in zip(self.mentions, self.refs, strict=True)
        )

    def entities(self) -> Iterator[Entity]:
        """Yield the entities in the order of their first mentions."""
        for group in sorted(self.all.values(), key=lambda g: min(g.mentions)):
            yield self._entity(group)

    def _kind(self, group: Group) -> Kind:
        """Return the row's kind, else that of the first name, else that of the description."""
        kinds = [self.mentions[i].kind for i in sorted(group.mentions) if self.mentions[i].name is not None]
        return group.row.kind if group.row is not None else next(iter(kinds), group.kind)

    def _entity(self, group: Group) -> Entity:
        mentions = [self.mentions[i] for i in sorted(group.mentions)]
        named = [m for m in mentions if m.form is Form.NAME]
        names = list(dict.fromkeys(m.name for m in named if m.name is not None))
        name, kind = _principal(names, group), self._kind(group)
        count, unit = counts.read(self.article, mentions[0]) if kind is Kind.DELEGATION else (None, None)
        others = {n for n in names if n.casefold() != (name or "").casefold() and _is_alternate(n, group)}
        return Entity(
            ref=group.ref,
            kind=kind,
            label=group.row.name if group.row is not None else group.label,
            rule=group.rule,
            evidence=tuple(sorted({m.span for m in named or mentions})),
            name=name,
            alternate_names=tuple(sorted(others)),
            count=count,
            count_unit=unit,
            links=group.row.links if group.row is not None else (),
        )


def _principal(names: list[str], group: Group) -> str | None:
    """Return the name to give: the first in full, for a series its singular."""
    if group.ref.kind == "series":
        return group.label
    if group.kind is Kind.PERSON:
        return max(names, key=lambda name: name.count(" "), default=None)
    return next((name for name in names if not name.isupper()), names[0] if names else None)


def _is_alternate(name: str, group: Group) -> bool:
    """Tell whether a further name is worth a mention: of a person, not the bare surname."""
    return " " in name or "." in name if group.kind is Kind.PERSON else group.ref.kind != "series"
