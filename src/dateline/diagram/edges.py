"""The arrows of a picture. They run as the action does: from who acts to the act, on to whom and what it concerns.

A tenure is the arrow from the person to the body. What nothing joins hangs on the report.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.diagram.figure import Edge, Style
from dateline.diagram.nodes import Graph, Group, tenures, text, texts
from dateline.serialize.order import Description, natural
from dateline.vocabulary import IRI, dl, org, rdf, schema


class Join(NamedTuple):
    """A property that is drawn, its words, and whether its arrow runs from object to subject."""

    property: IRI
    label: str
    back: bool = False


JOINS = (
    Join(schema.agent, "agent", back=True),
    Join(schema.attendee, "attendee", back=True),
    Join(schema.organizer, "organizer", back=True),
    Join(schema.sponsor, "sponsor", back=True),
    Join(dl.claimant, "claimant", back=True),
    Join(schema.recipient, "recipient"),
    Join(schema.object, "object"),
    Join(dl.onBehalfOf, "on behalf of"),
    Join(schema.event, "event"),
    Join(schema.about, "about"),
    Join(dl.states, "states"),
    Join(dl.respondsTo, "responds to"),
    Join(dl.basis, "basis"),
    Join(schema.superEvent, "part of"),
    Join(schema.location, "location"),
    Join(schema.areaServed, "area served"),
    Join(org.resultingOrganization, "results in"),
    Join(schema.locationCreated, "filed from"),
)
IMPLIED = frozenset({"claimant", "attendee", "location"})
"""Arrows that are left out where two others lead the same way: they only tangle the picture."""


def trace(graph: Graph, found: Mapping[IRI, Group], ids: Mapping[IRI, str]) -> list[Edge]:
    """Return all arrows between the nodes found."""
    gatherings = {id for iri, id in ids.items() if dl.Gathering in graph[iri][rdf.type]}
    edges = list(_unimplied(dict.fromkeys(_stated(graph, ids)), gatherings))
    return edges + list(_loose(found, ids, edges))


def _stated(graph: Graph, ids: Mapping[IRI, str]) -> Iterator[Edge]:
    """Yield the arrows of each node in turn, then the offices that bodies have given."""
    for iri in ids:
        for join in JOINS:
            for other in _drawn(graph[iri], join.property, ids):
                source, target = (other, iri) if join.back else (iri, other)
                yield Edge(ids[source], ids[target], join.label)
    for tenure in tenures(graph):
        for person in _drawn(tenure, org.member, ids):
            for body in _drawn(tenure, org.organization, ids):
                yield Edge(ids[person], ids[body], text(tenure, schema.roleName))


def _drawn(about: Description, property_: IRI, ids: Mapping[IRI, str]) -> list[IRI]:
    return sorted((IRI(each) for each in texts(about, property_) if each in ids), key=natural)


def _unimplied(edges: Iterable[Edge], gatherings: Container[str]) -> Iterator[Edge]:
    """Leave out who claims what is stated in an act of theirs, and who is, and where, at a part of a gathering."""
    known = tuple(edges)
    legs = [edge for edge in known if edge.label == "states" or (edge.label == "part of" and edge.target in gatherings)]
    implied = {(edge.source, leg.target) for leg in legs for edge in known if edge.target == leg.source}
    implied |= {(leg.source, edge.target) for leg in legs for edge in known if edge.source == leg.target}
    for edge in known:
        if edge.label not in IMPLIED or (edge.source, edge.target) not in implied:
            yield edge


def _loose(found: Mapping[IRI, Group], ids: Mapping[IRI, str], edges: Iterable[Edge]) -> Iterator[Edge]:
    """Yield arrows from the report to what stands alone."""
    report = next((ids[iri] for iri, group in found.items() if group.style is Style.REPORT), None)
    joined = {end for edge in edges for end in (edge.source, edge.target)}
    for iri, group in found.items():
        if report is not None and ids[iri] not in joined | {report}:
            yield Edge(report, ids[iri], group.known)
