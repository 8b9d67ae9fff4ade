"""Findings' places: one pass over a file's statements, however many are sought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.locate.statement import Statement

_LABELS = {
    f"<{iri}>": rank
    for rank, iri in enumerate(
        (
            "http://www.w3.org/2000/01/rdf-schema#label",
            "http://www.w3.org/2004/02/skos/core#prefLabel",
            "http://schema.org/name",
            "http://xmlns.com/foaf/0.1/name",
            "http://purl.org/dc/terms/title",
            "http://schema.org/headline",
        )
    )
}
"""What names a node, best first."""
_HTTPS, _HTTP = "<https://schema.org/", "<http://schema.org/"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a finding is about; terms as in N-Triples."""

    focus: str
    predicate: str = ""
    """The property; "" for the node itself."""
    value: str = ""
    """The value that is wrong; "" where it is not one."""
    is_inverse: bool = False
    """Whether the value is the subject of the statement."""

    @property
    def best(self) -> int:
        """The score of a statement that shows all that is wanted."""
        return 4 if self.predicate and self.value else 3 if self.predicate else 2


@dataclass(frozen=True, slots=True)
class Found:
    """Where a finding is: the offset, None where the file does not say; and the label of its node."""

    at: int | None = None
    label: str = ""


def find(wanted: Sequence[Wanted], statements: Iterable[Statement]) -> list[Found]:
    """Return where each finding is: at the value, else at the property, else at the node."""
    by_node: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(wanted):
        by_node[each.focus].append(number)
    best: list[tuple[int, int]] = [(0, 0)] * len(wanted)
    labels: dict[str, tuple[int, str]] = {}
    left = {number: each.best for number, each in enumerate(wanted)}
    for statement in statements:
        subject, value = statement.subject, statement.object
        if not left and subject not in by_node:
            break  # all is found, and the block that may name the last node has ended
        for node in {subject, value} & by_node.keys():
            for number in by_node[node]:
                score, at = _match(wanted[number], statement)
                if score > best[number][0]:
                    best[number] = (score, at)
                    if score == left.get(number):
                        del left[number]
        if subject in by_node and (rank := _LABELS.get(_canonical(statement.predicate))) is not None:
            labels[subject] = min(labels.get(subject, (rank, value)), (rank, value))
    return [
        Found(at if score else None, _plain(labels.get(each.focus, (0, ""))[1]))
        for each, (score, at) in zip(wanted, best, strict=True)
    ]


def _match(wanted: Wanted, statement: Statement) -> tuple[int, int]:
    """Tell how well a statement shows a finding, and where in it: 0 not at all, 4 exactly."""
    subject, predicate, value, subject_at, predicate_at, value_at = statement
    node, other = (value, subject) if wanted.is_inverse else (subject, value)
    if wanted.predicate and node == wanted.focus and _canonical(predicate) == wanted.predicate:
        if wanted.value and _canonical(other) == wanted.value:
            return 4, subject_at if wanted.is_inverse else value_at
        return 3, predicate_at
    return (2, subject_at) if subject == wanted.focus else (1, value_at) if value == wanted.focus else (0, 0)


def _canonical(term: str) -> str:
    """Return a term with schema.org's namespace in the http form, in which findings name it."""
    return _HTTP + term.removeprefix(_HTTPS) if term.startswith(_HTTPS) else term


def _plain(literal: str) -> str:
    return literal[1 : literal.rfind('"')].replace('\\"', '"') if literal.startswith('"') else ""
