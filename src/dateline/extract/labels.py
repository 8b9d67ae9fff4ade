"""Labels: a short line for people, generated from the record."""

from __future__ import annotations

from dateline.extract.context import Context
from dateline.extract.drafts import Draft
from dateline.model import Ref


def label(context: Context, draft: Draft) -> str:
    """Return the label of an occurrence: "Meeting of A and B", or the name of a named one."""
    entity = context.entities.get(draft.entity) if draft.entity is not None else None
    if entity is not None and entity.name is not None:
        return entity.name
    head = context.parse.tokens[draft.first.head]
    if draft.class_name == "Meeting":
        return f"Meeting of {_names(context, draft.roles.get('attendee', []))}"
    if draft.class_name == "Visit":
        to = _names(context, [*draft.roles.get("location", []), *draft.roles.get("organizer", [])])
        return f"Visit of {_names(context, draft.roles.get('attendee', []))} to {to}"
    if draft.class_name == "Gathering":
        return (
            f"{head.lemma} ({_names(context, [*draft.roles.get('location', []), *draft.roles.get('organizer', [])])})"
        )
    if draft.class_name == "Decision":
        return f"{head.lemma}: {_names(context, draft.roles.get('resulting_organization', []))}"
    said = f"{draft.class_name} by {_names(context, draft.roles.get('agent', []))}"
    recipients = draft.roles.get("recipient", [])
    return f"{said} to {_names(context, recipients)}" if recipients else f"{said} ({draft.first.lemma})"


def _names(context: Context, refs: list[Ref]) -> str:
    return " and ".join(dict.fromkeys(context.entities[ref].label for ref in refs)) or "?"
