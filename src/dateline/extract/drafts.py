"""Drafts: occurrences in the making, and what may fill their roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.lexicon import Frame, Label
from dateline.model import ACTOR_KINDS, PLACE_KINDS, Argument, Kind, Predicate, Ref, Span, Status, Time

BODY_KINDS = ACTOR_KINDS - {Kind.PERSON, Kind.STATE, Kind.DELEGATION}
ROLE_KINDS: dict[str, frozenset[Kind]] = {
    "location": PLACE_KINDS,
    "area_served": PLACE_KINDS,
    "basis": frozenset({Kind.WORK}),
    "object": ACTOR_KINDS | {Kind.WORK},
    "resulting_organization": BODY_KINDS,
}
"""The kinds that may fill a role; all others take actors."""
OCCURRENCES = frozenset({"event", "about", "responds_to", "super_event"})
"""Roles that an occurrence fills."""
SPEECH = frozenset(
    {"Statement", "Announcement", "Commitment", "Invitation", "ExpressionOfSupport", "Request", "Criticism"}
)
JUDGEMENT = "Judgement"
"""The class of the frames whose verbs judge: no occurrence, but a claim of the narrator's."""
OFFICIAL = frozenset({"official", "state", "working", "inaugural", "maiden", "return"})
"""Words before "visit" that make it one between states, wherever it leads."""
BASES = tuple(
    Label(place + name)
    for name in ("in line with", "in accordance with", "in keeping with", "pursuant to", "under")
    for place in ("", "object.")
)
"""Prepositions before the treaty, resolution or policy that an occurrence is based on."""
COMPLEMENTS = frozenset({"object", "clause", "of", "for", "against", "over", "on", "upon", "about", "to", "indirect"})
"""Labels of which a criticism or request must have one, whatever it names."""
ASIDE = ("on sidelines of", "on margins of")
"""Prepositions that put an occurrence beside another: who takes part in the one need not in the other."""
ABOARD = ("during", "at", "in", *ASIDE, "in course of", "within framework of", "as part of")
"""Prepositions that put one occurrence inside another."""


@dataclass(slots=True, eq=False)
class Draft:
    """An occurrence in the making."""

    frame: Frame
    predicates: list[Predicate]
    roles: dict[str, list[Ref]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    """The words of its arguments and circumstances."""
    tellings: list[list[Span]] = field(default_factory=list)
    """The same of its further tellings."""
    events: list[tuple[str, Draft]] = field(default_factory=list)
    """Other occurrences in a role of this one: (role, draft)."""
    contents: list[Argument] = field(default_factory=list)
    times: list[tuple[Time, bool]] = field(default_factory=list)
    """Each with whether it says when this takes place, rather than a day on which it was under way."""
    entity: Ref | None = None
    """The named gathering that this is."""
    aliases: list[Ref] = field(default_factory=list)
    """Other references of the same gathering, by shorter or longer names."""
    beside: list[Draft] = field(default_factory=list)
    """Gatherings on whose sidelines this took place."""
    status: Status = Status.UNSPECIFIED
    governor: Draft | None = None
    proposed: bool = False
    """It is what a meeting discusses."""
    attended: bool = False
    """Somebody is told to have attended it."""

    @property
    def class_name(self) -> str:
        """The leaf class."""
        return self.frame.class_name

    @property
    def first(self) -> Predicate:
        """The predicate that tells it first."""
        return self.predicates[0]

    def above(self) -> Iterator[Draft]:
        """Yield what governs it, and what governs that; of two that were united and stand in each other, each once."""
        seen, at = {id(self)}, self.governor
        while at is not None and id(at) not in seen:
            seen.add(id(at))
            yield at
            at = at.governor

    def fill(self, role: str, refs: Iterable[Ref], span: Span | None = None) -> None:
        """Add fillers to a role, each once, with the words that name them."""
        have = self.roles.setdefault(role, [])
        new = [ref for ref in refs if ref not in have]
        have.extend(new)
        if span is not None and refs:
            self.spans.append(span)

    def has(self, role: str) -> bool:
        """Tell whether a role is filled, by an entity, an occurrence or a content."""
        if role == "content":
            return bool(self.contents)
        if role == "name":
            return self.entity is not None
        if role == "official":
            return bool(OFFICIAL & set(self.first.modifiers))
        if role == "complement":
            return any(a.label in COMPLEMENTS for a in self.first.arguments)
        if role == "trigger":
            return self.first.part == "light" and "the" not in self.first.modifiers
        return bool(self.roles.get(role)) or any(each == role for each, _ in self.events)

    def is_complete(self) -> bool:
        """Tell whether all that its frame requires is there."""
        filled = all(any(self.has(role) for role in group) for group in self.frame.required)
        return filled and all(len(self.roles.get(role, ())) >= least for role, least in self.frame.minimum.items())


def labelled(predicate: Predicate, labels: Iterable[Label]) -> Iterator[Argument]:
    """Yield the arguments of a predicate that have one of the labels."""
    parts = {"verb": (None, "verb"), "noun": (None, "noun", "bare"), "light": (None, "noun", "light")}[predicate.part]
    names = {label.name for label in labels if label.part in parts}
    return (argument for argument in predicate.arguments if argument.label in names)
