"""Findings for programs: every field of them, and the counts."""

from __future__ import annotations

import json
from typing import Any

from dateline import __version__
from dateline.check.baseline import fingerprint
from dateline.check.coverage import Coverage
from dateline.check.outcome import Outcome
from dateline.validate import SEVERITIES, Finding
from dateline.validate.written import bare


def render(outcome: Outcome) -> str:
    """Return the outcome as a JSON document."""
    document: dict[str, Any] = {
        "tool": {"name": "dateline", "version": __version__},
        "files": list(outcome.files),
        "counts": {name.lower(): outcome.count(name) for name in SEVERITIES} | {"known": outcome.known},
        "findings": [_finding(each) for each in outcome.findings],
    }
    if outcome.coverage is not None:
        document["coverage"] = _coverage(outcome.coverage)
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "file": finding.source,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.lower() if ":" not in finding.severity else finding.severity,
        "rule": finding.rule,
        "message": finding.message,
        "advice": finding.advice,
        "node": finding.focus,
        "label": finding.label,
        "path": finding.path,
        "value": finding.value,
        "shape": finding.shape,
        "component": finding.component,
    }
    return {key: value for key, value in fields.items() if value} | {"fingerprint": fingerprint(finding)}


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "nodes": coverage.nodes,
        "nodesByShape": {bare(shape): count for shape, count in coverage.by_shape.items()},
        "nodesWithoutShape": {bare(name): count for name, count in sorted(coverage.unmet.items())},
        "statementsUnchecked": {bare(name): count for name, count in sorted(coverage.unchecked.items())},
    }
