"""Findings in lines, as compilers write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.check.coverage import Coverage
from dateline.check.outcome import Outcome
from dateline.validate import Finding
from dateline.validate.written import short

_MOST = 20
"""How many rows of a kind are shown."""


def render(outcome: Outcome) -> str:
    """Return the findings, a line each, and the coverage after them."""
    lines = [line(finding) for finding in outcome.findings]
    if outcome.coverage is not None:
        lines += _coverage(outcome.coverage)
    return "".join(f"{each}\n" for each in lines)


def line(finding: Finding) -> str:
    """Return a finding as `file:line:col: severity[rule] message (label) — fix`.

    >>> line(Finding("Warning", "", "urn:a", "", "", "is odd", "a.ttl", rule="odd", label="A", line=3, column=1))
    'a.ttl:3:1: warning[odd] is odd (A)'
    """
    place = f":{finding.line}:{finding.column}" if finding.line else ""
    about = f" ({called(finding)})" if finding.focus else ""
    return f"{finding.source}{place}: {severity(finding)}[{finding.rule}] {said(finding)}{about}{fix(finding)}"


def severity(finding: Finding) -> str:
    """Return a severity in a word."""
    return finding.severity.lower() if ":" not in finding.severity else finding.severity


def said(finding: Finding) -> str:
    """Return the message in one line, without a full stop."""
    return " ".join(finding.message.split()).removesuffix(".")


def called(finding: Finding) -> str:
    """Return the label of a finding's node, else its IRI or value."""
    if finding.label:
        return " ".join(finding.label.split())
    node = finding.focus
    return "a blank node" if node == "[]" else node if node.startswith('"') else short(f"<{node}>")


def fix(finding: Finding) -> str:
    """Return what to do, after a dash."""
    return f" — {finding.advice}" if finding.advice else ""


def _coverage(coverage: Coverage) -> Iterator[str]:
    met = sum(count > 0 for count in coverage.by_shape.values())
    unmet = sum(coverage.unmet.values())
    yield f"coverage: {met} of {len(coverage.by_shape)} shapes met a node"
    yield f"coverage: {coverage.nodes - unmet} of {coverage.nodes} nodes met a shape"
    yield from (f"  shape that met no node: {short(shape)}" for shape, count in coverage.by_shape.items() if not count)
    yield from _rows("nodes that met no shape", coverage.unmet)
    yield from _rows("statements that no shape looks at", coverage.unchecked)


def _rows(what: str, counts: Counter[str]) -> Iterator[str]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    yield from (f"  {what}: {short(term)} ({count})" for term, count in ordered[:_MOST])
    if len(ordered) > _MOST:
        yield f"  {what}: {len(ordered) - _MOST} more kinds"
