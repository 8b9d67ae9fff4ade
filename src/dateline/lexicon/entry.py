"""What a frame's entry must and may say; every error names file, entry and cure."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from dateline.errors import LexiconError
from dateline.model import Kind

PARTS = ("verb", "noun", "light", "bare")
CLASSES = frozenset(
    """
    Gathering Meeting Visit Act Statement Announcement Commitment Invitation ExpressionOfSupport Request Criticism
    Agreement Decision Cooperation Conflict Judgement Participation
    """.split()
)
"""The classes of occurrences that a frame may make. Two make none: a judgement is a claim of the narrator's, and
participation fills other occurrences."""
EVENT_TYPES = frozenset(
    """
    AGREE CONSULT SUPPORT CONCEDE COOPERATE AID REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT
    RETREAT
    """.split()
)
ROLES = frozenset(
    """
    agent recipient object attendee organizer sponsor location area_served event about content on_behalf_of responds_to
    basis resulting_organization super_event
    """.split()
)
BESIDE_ROLES = frozenset({"complement", "name", "official", "trigger"})
"""What may be required beside roles: any object or complement, a name of its own, an official one, another trigger."""
NEEDED = ("id", "class", "source", "examples", "roles")
LISTS = frozenset({"verbs", "nouns", "required", "without", "not_with", "objects", "light", "examples"})
KEYS = LISTS.union(NEEDED, ("event_type", "kinds", "minimum"))


def check(where: str, entry: dict[str, Any]) -> None:
    """Let a sound entry pass.

    Raises:
        LexiconError: a key is missing, unknown or of the wrong kind, or names what there is not.
    """
    for key in NEEDED:
        if not entry.get(key):
            raise LexiconError(f"has no {key!r}", where, f"add a line `{key} = …`")
    _check_names("keys", entry, KEYS, where)
    _check_form(where, entry)
    _check_names("class", [entry["class"]], CLASSES, where)
    _check_names("event type", [entry["event_type"]] if "event_type" in entry else [], EVENT_TYPES, where)
    for part in ("roles", "kinds", "minimum"):
        _check_names("roles", entry.get(part, ()), ROLES, where)
    _check_names("kinds", [kind for kinds in entry.get("kinds", {}).values() for kind in kinds], frozenset(Kind), where)
    required = [name for group in entry.get("required", ()) for name in group.split("|")]
    _check_names("required roles", required, ROLES | BESIDE_ROLES, where)
    if not entry.get("verbs") and not entry.get("nouns"):
        raise LexiconError("has no trigger", where, "add `verbs = […]` or `nouns = […]`")


def _check_form(where: str, entry: dict[str, Any]) -> None:
    lists = {key: entry[key] for key in LISTS & entry.keys()}
    for key in ("roles", "kinds", "minimum"):
        if not isinstance(entry.get(key, {}), dict):
            raise LexiconError(f"has no table in {key!r}", where, f"write it under a line [frame.{key}]")
    lists |= entry["roles"] | entry.get("kinds", {})
    for key, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise LexiconError(f"has no list of strings in {key!r}", where, f'write `{key} = ["…", "…"]`')
    for key in ("id", "class", "source", "event_type"):
        if not isinstance(entry.get(key, ""), str):
            raise LexiconError(f"has no string in {key!r}", where, f'write `{key} = "…"`')
    if not all(isinstance(number, int) for number in entry.get("minimum", {}).values()):
        raise LexiconError("has no number in 'minimum'", where, "write `role = 2`")


def _check_names(what: str, names: Any, known: frozenset[Any], where: str) -> None:
    unknown = sorted(set(names) - known)
    if unknown:
        near = get_close_matches(unknown[0], [str(each) for each in known], n=1)
        meant = f"{near[0]!r}, perhaps; " if near else ""
        advice = f"{meant}use one of {', '.join(sorted(known))}"
        raise LexiconError(f"has unknown {what}: {', '.join(unknown)}", where, advice)
