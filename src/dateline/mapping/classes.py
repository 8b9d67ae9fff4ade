"""Which classes a record's node carries: its leaf class, every superclass, and those of other vocabularies.

The tables are those of the ontology; data spells the closure out, so that neither a shape nor a query needs
a reasoner.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.model import Claim, Entity, Kind, Occurrence, Status
from dateline.vocabulary import IRI, dl, nif, org, schema, sem

PARENT = {
    "Legislature": "Actor",
    "IntergovernmentalOrganization": "Actor",
    "Delegation": "Actor",
    "Gathering": "Occurrence",
    "Meeting": "Occurrence",
    "Visit": "Occurrence",
    "Act": "Occurrence",
    "SpeechAct": "Act",
    "Statement": "SpeechAct",
    "Announcement": "SpeechAct",
    "Commitment": "SpeechAct",
    "Invitation": "SpeechAct",
    "ExpressionOfSupport": "SpeechAct",
    "Request": "SpeechAct",
    "Criticism": "SpeechAct",
    "Agreement": "Act",
    "Decision": "Act",
    "Cooperation": "Act",
    "Conflict": "Act",
}
"""Each class of ours that stands under another of ours."""

BESIDE = {"Actor": (sem.Actor,), "Occurrence": (sem.Event,)}
"""Classes that say no more than ours and are never withheld."""

SCHEMA = {
    "Occurrence": (schema.Event,),
    "Act": (schema.Action,),
    "SpeechAct": (schema.CommunicateAction,),
    "Announcement": (schema.InformAction,),
    "Invitation": (schema.InviteAction,),
    "Request": (schema.AskAction,),
    "Agreement": (schema.AgreeAction,),
}
"""The schema.org classes of occurrences, which say that something happens."""

KINDS: dict[Kind, tuple[str | None, tuple[IRI, ...]]] = {
    Kind.PERSON: ("Actor", (schema.Person,)),
    Kind.STATE: ("Actor", (schema.Country, schema.Organization, schema.Place)),
    Kind.LEGISLATURE: ("Legislature", (schema.GovernmentOrganization, schema.Organization)),
    Kind.INTERGOVERNMENTAL: ("IntergovernmentalOrganization", (schema.Organization,)),
    Kind.GOVERNMENT: ("Actor", (schema.GovernmentOrganization, schema.Organization)),
    Kind.ORGANIZATION: ("Actor", (schema.Organization,)),
    Kind.DELEGATION: ("Delegation", (schema.Organization,)),
    Kind.CITY: (None, (schema.City, schema.Place)),
    Kind.PLACE: (None, (schema.Place,)),
    Kind.GATHERING: (None, (schema.EventSeries,)),
    Kind.WORK: (None, (schema.CreativeWork,)),
}
"""For each kind of entity our class, if we have one, and those of schema.org."""

UNREAL = frozenset({Status.PROPOSED, Status.HYPOTHETICAL, Status.NEGATED, Status.CLAIMED})
"""What nobody may take for an event."""

TENURE = (dl.Tenure, org.Membership, schema.OrganizationRole)
CONTEXT = (nif.Context, nif.RFC5147String)
PASSAGE = (nif.RFC5147String,)
HEADING = (nif.RFC5147String, nif.Title)


@cache
def lineage(class_name: str) -> tuple[str, ...]:
    """Return a class of ours and all above it, leaf first.

    >>> lineage("Invitation")
    ('Invitation', 'SpeechAct', 'Act', 'Occurrence')
    """
    parent = PARENT.get(class_name)
    return (class_name,) if parent is None else (class_name, *lineage(parent))


def of_entity(entity: Entity) -> Iterator[IRI]:
    """Yield the classes of an actor, place, series or work."""
    leaf, others = KINDS[entity.kind]
    if leaf is not None:
        yield from _own(leaf)
    yield from others


def of_claim(claim: Claim) -> Iterator[IRI]:
    """Yield the classes of a claim."""
    yield dl.ReportedClaim
    yield schema.Claim
    if claim.verbatim:
        yield schema.Quotation


def of_occurrence(occurrence: Occurrence) -> Iterator[IRI]:
    """Yield the classes of an occurrence; those of schema.org only where it may be taken for an event."""
    yield from _own(occurrence.class_name)
    if is_event(occurrence):
        for name in lineage(occurrence.class_name):
            yield from SCHEMA.get(name, ())
    if is_founding(occurrence):
        yield org.ChangeEvent


def is_act(occurrence: Occurrence) -> bool:
    """Tell whether somebody does it, rather than that it takes place."""
    return "Act" in lineage(occurrence.class_name)


def is_event(occurrence: Occurrence) -> bool:
    """Tell whether schema.org's classes may be said of it."""
    if occurrence.status is Status.UNSPECIFIED:
        return not is_act(occurrence)
    return occurrence.status not in UNREAL


def is_founding(occurrence: Occurrence) -> bool:
    """Tell whether it has changed which bodies there are (org:ChangeEvent)."""
    has_occurred = occurrence.status is Status.OCCURRED
    return has_occurred and occurrence.class_name == "Decision" and bool(occurrence.resulting_organization)


@cache
def _own(leaf: str) -> tuple[IRI, ...]:
    names = lineage(leaf)
    return tuple(dl[name] for name in names) + tuple(each for name in names for each in BESIDE.get(name, ()))
