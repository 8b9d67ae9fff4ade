"""Which found record is which gold record: closeness of two, and the pairing of many.

Closeness is a number, 0 for different; `names` maps a reference to the gold name of what it refers to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from dateline.evaluate.gold import GoldClaim, GoldEntity, GoldOccurrence, GoldTenure, fold
from dateline.model import Claim, Entity, Occurrence, Ref, Span, Tenure

SAME_TEXT = 0.8
"""The share of common tokens (Dice) from which on two claims say the same."""

Found = TypeVar("Found")
Wanted = TypeVar("Wanted")


def pair(found: Sequence[Found], expected: Sequence[Wanted], close: Callable[[Found, Wanted], float]) -> dict[int, int]:
    """Pair one to one, the closest first and earlier ones before later; what is not close at all stays alone."""
    candidates = [(-close(one, other), at, to) for at, one in enumerate(found) for to, other in enumerate(expected)]
    pairs: dict[int, int] = {}
    for distance, at, to in sorted(candidates):
        if distance < 0 and at not in pairs and to not in pairs.values():
            pairs[at] = to
    return pairs


def same_entity(found: Entity, expected: GoldEntity) -> float:
    """Compare by name, then by other names, then by the words that describe it; the right kind breaks ties."""
    kind = 0.5 if found.kind in expected.kinds else 0.0
    if found.name is not None and fold(found.name) == fold(expected.name):
        return 3 + kind
    if {fold(name) for name in (found.name or found.label, *found.alternate_names)} & expected.names:
        return 2 + kind
    return 1 + kind if found.name is None and _overlap(found.evidence, expected.spans) else 0


def same_tenure(found: Tenure, expected: GoldTenure, names: Mapping[Ref, str]) -> float:
    """Compare person and office; a body that is stated so breaks ties."""
    role = fold(found.role_name) in {fold(role) for role in expected.roles}
    if not role or names.get(found.person) != expected.person:
        return 0
    return 1.5 if body_of(found, names) in expected.bodies else 1


def body_of(tenure: Tenure, names: Mapping[Ref, str]) -> str:
    """Return the name of a tenure's body, "" where none is stated."""
    return "" if tenure.body is None else names.get(tenure.body, tenure.body.slug)


def same_occurrence(found: Occurrence, expected: GoldOccurrence, names: Mapping[Ref, str]) -> float:
    """Count the common triggers if the class is right; common participants break ties."""
    if found.class_name not in expected.classes:
        return 0
    fillers = {each.value for role in ("agent", "attendee") for each in expected.roles.get(role, ())}
    shared = sum(names.get(ref) in fillers for ref in (*found.agent, *found.attendee))
    triggers = _overlap(found.trigger, expected.triggers)
    return triggers + shared / 100 if triggers else 0


def same_claim(found: Claim, expected: GoldClaim, names: Mapping[Ref, str]) -> float:
    """Compare the words if the claimants are the same; any run of the gold passages will do."""
    claimants = {names.get(ref, ref.slug) for ref in found.claimant}
    required = {each.value for each in expected.claimants if not each.optional}
    known = {each.value for each in expected.claimants}
    if found.narrator is not expected.narrator or not required <= claimants <= known:
        return 0
    ends = combinations(range(len(expected.parts) + 1), 2)
    closest = max(_dice(found.text, " ".join(expected.parts[begin:end])) for begin, end in ends)
    return closest if closest >= SAME_TEXT else 0


def _dice(one: str, other: str) -> float:
    tokens, others = (Counter(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return 2 * (tokens & others).total() / max(1, tokens.total() + others.total())


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(any(span.overlaps(other) for other in others) for span in spans)
