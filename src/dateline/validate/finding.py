"""What is found in data, as a record: a validation result, a lint rule's, or why a file cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field

SEVERITIES = ("Violation", "Warning", "Info")
"""Worst first; a severity of somebody's own counts as the first, and so does what makes a file unreadable."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A finding; terms are written as in N-Triples, IRIs without brackets, blank nodes as []."""

    severity: str
    """Violation, Warning, Info, or the IRI of one of the shapes' own; Error for a file that cannot be read."""
    shape: str
    """IRI of the shape, or of the nearest shape around it that has one; "" if it is no shape's."""
    focus: str
    """The node that it is about."""
    path: str
    """The property, or a SPARQL property path; "" where it is about the node itself."""
    value: str
    """The term that is wrong; "" where one is missing or several are."""
    message: str
    source: str
    """The file, or what else the data came from."""
    rule: str = ""
    """What it is selected and ignored by: the shape's local name, or a lint rule's id."""
    component: str = field(default="", compare=False)
    """The constraint component of SHACL, without its last two words: MinCount, Class …; one of them where several
    of a shape find the same."""
    advice: str = ""
    """What to do about it; "" where the message says it."""
    label: str = ""
    """The name that the data give the node."""
    line: int = 0
    """From 1; 0 where the place is not known."""
    column: int = 0
    """From 1, in code points."""


def rank(finding: Finding) -> int:
    """Return how bad a finding is, 0 for the worst."""
    return SEVERITIES.index(finding.severity) if finding.severity in SEVERITIES else 0
