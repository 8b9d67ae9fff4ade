"""The nodes of a picture: reports, actors, places, works, occurrences and claims; no passages, rules or topics.

Only the data are read, so that the words which a text policy keeps out of them are not drawn either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import NamedTuple

from dateline import iris
from dateline.diagram.figure import Node, Style
from dateline.mapping.classes import PARENT
from dateline.serialize.order import Description, natural
from dateline.vocabulary import IRI, Literal, dl, nif, org, rdf, rdfs, schema, status

Graph = Mapping[IRI, Description]


class Group(NamedTuple):
    """A class that is drawn, what the ids of its nodes begin with, and how the report knows those that stand alone."""

    type: IRI
    prefix: str
    style: Style
    known: str = "mentions"


GROUPS = (
    Group(dl.Occurrence, "occurrence", Style.OPEN, "tells of"),
    Group(dl.ReportedClaim, "claim", Style.CLAIM, "reports"),
    Group(schema.NewsArticle, "report", Style.REPORT),
    Group(schema.Person, "actor", Style.PERSON),
    Group(dl.Actor, "actor", Style.BODY),
    Group(schema.Place, "place", Style.PLACE),
    Group(schema.EventSeries, "series", Style.WORK),
    Group(schema.CreativeWork, "work", Style.WORK),
)
"""In the order in which they are drawn; a node is of the first group that it fits."""

LENGTH = 100
"""Characters of a quotation; more is cut off between words."""
_TRIGGERS = 2
"""So many of the words that tell of an occurrence are enough to know it by."""
_STYLES = {"occurred": Style.TOLD, "ongoing": Style.TOLD, "negated": Style.NEGATED}


def find(graph: Graph) -> dict[IRI, Group]:
    """Return the nodes that are drawn, in order, each with its group."""
    found: dict[IRI, Group] = {}
    for group in GROUPS:
        for iri in sorted((iri for iri, about in graph.items() if group.type in about.get(rdf.type, ())), key=natural):
            found.setdefault(iri, group)
    return found


def identify(found: Mapping[IRI, Group]) -> dict[IRI, str]:
    """Return an id for each node, which other nodes that come or go leave as it is."""
    ids: dict[IRI, str] = {}
    for iri, group in found.items():
        id = re.sub(r"[^A-Za-z0-9]+", "_", f"{group.prefix}_{iri.rpartition('/')[2]}")
        while id in ids.values():
            id += "_"
        ids[iri] = id
    return ids


# --- what they say ------------------------------------------------------------------------------


def title(graph: Graph, found: Mapping[IRI, Group]) -> str:
    """Return the label of the report."""
    articles = (iri for iri, group in found.items() if group.style is Style.REPORT)
    return next((text(graph[iri], rdfs.label) for iri in articles), "")


def node(graph: Graph, iri: IRI, id: str, style: Style) -> Node:
    """Return a node with its lines."""
    about = graph[iri]
    match style:
        case Style.REPORT:
            return Node(id, style, "report", text(about, schema.headline), ())
        case Style.CLAIM:
            words = tuple(map(_quoted, texts(about, schema.text)))
            return Node(id, style, "" if words else "claim", "", words)
        case Style.OPEN:
            return _occurrence(graph, about, id)
        case _:
            return Node(id, style, "", text(about, rdfs.label), tuple(_offices(graph, iri)))


def _occurrence(graph: Graph, about: Description, id: str) -> Node:
    """Return an occurrence: class, name or else the words that tell of it, status unless it occurred, and when."""
    stands = next(name for name in status if status[name] in about[dl.status])
    when = [*texts(about, dl.time)] or [f"attested {day}" for day in texts(about, dl.attestedOn)]
    notes = ", ".join([*([] if stands == "occurred" else [stands]), *when])
    name = text(about, schema.name)
    words = "" if name else " … ".join(_triggers(graph, about))
    style = _STYLES.get(stands, Style.OPEN)
    return Node(id, style, _class(about), name, tuple(each for each in (words, notes) if each))


def _class(about: Description) -> str:
    """Return the narrowest class of ours, in words."""
    own = {name for name in dl if dl[name] in about[rdf.type]}
    leaf = min(own - {PARENT.get(name) for name in own})
    return iris.kebab(leaf).replace("-", " ")


def _triggers(graph: Graph, about: Description) -> Iterator[str]:
    for passage in sorted(map(IRI, texts(about, dl.trigger)), key=natural)[:_TRIGGERS]:
        yield from map(_quoted, texts(graph[passage], nif.anchorOf))


def _offices(graph: Graph, person: IRI) -> Iterator[str]:
    """Yield the offices of a person of which no body is stated."""
    for tenure in tenures(graph):
        if person in tenure[org.member] and org.organization not in tenure:
            yield from texts(tenure, schema.roleName)


def tenures(graph: Graph) -> Iterator[Description]:
    """Yield the tenures of the report."""
    for iri in sorted(graph):
        if dl.Tenure in graph[iri].get(rdf.type, ()):
            yield graph[iri]


def _quoted(words: str) -> str:
    return f"“{shorten(words, LENGTH, placeholder=' …')}”"


# --- values -------------------------------------------------------------------------------------


def texts(about: Description, property_: IRI) -> list[str]:
    """Return the values of a property, sorted."""
    values = about.get(property_, ())
    return sorted(each.value if isinstance(each, Literal) else each for each in values)


def text(about: Description, property_: IRI) -> str:
    """Return the value of a property, or nothing."""
    return next(iter(texts(about, property_)), "")
