"""A picture of a report's graph: styles, nodes and edges, before any syntax."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """How a node is drawn."""

    REPORT = "report"
    PERSON = "person"
    BODY = "body"
    """A body, a state or a delegation."""
    PLACE = "place"
    WORK = "work"
    """A treaty or policy, or a series of gatherings."""
    CLAIM = "claim"
    TOLD = "told"
    """An occurrence that has happened or is going on, as the narrator tells it."""
    OPEN = "open"
    """An occurrence that is planned, proposed, hypothetical, claimed or left unspecified."""
    NEGATED = "negated"


class Node(NamedTuple):
    """A node and its lines: a class in words, the name or words that stand out, and what is said of it."""

    id: str
    """Letters, digits and underscores, from the end of its IRI."""
    style: Style
    kind: str
    name: str
    notes: tuple[str, ...]


class Edge(NamedTuple):
    """An arrow from a node to a node, given by their ids."""

    source: str
    target: str
    label: str


class Figure(NamedTuple):
    """All that is drawn of a report."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
