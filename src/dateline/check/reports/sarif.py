"""SARIF 2.1.0 (OASIS 2020), which code scanning reads."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from dateline import __version__
from dateline.check.baseline import fingerprint
from dateline.check.outcome import Outcome
from dateline.check.reports.text import called, said
from dateline.lint import rules
from dateline.validate import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"Warning": "warning", "Info": "note"}


def render(outcome: Outcome) -> str:
    """Return the outcome as a log of one run."""
    names = sorted({finding.rule for finding in outcome.findings})
    numbers = {name: number for number, name in enumerate(names)}
    run = {
        "tool": {
            "driver": {"name": "dateline", "version": __version__, "rules": [_rule(name, outcome) for name in names]}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": outcome.is_readable}],
        "artifacts": [{"location": {"uri": _uri(name)}} for name in outcome.files],
        "results": [_result(each, numbers[each.rule]) for each in outcome.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(name: str, outcome: Outcome) -> dict[str, Any]:
    first = next(each for each in outcome.findings if each.rule == name)
    known = rules().get(name)
    entry: dict[str, Any] = {"id": name, "defaultConfiguration": {"level": _level(first)}}
    if known is not None:
        return entry | {"shortDescription": {"text": known.title}, "fullDescription": {"text": known.why}}
    text = first.message if first.severity != "Error" else "a file that cannot be read"
    properties = {"properties": {"shape": first.shape}} if first.shape else {}
    return entry | {"shortDescription": {"text": text or name}} | properties


def _result(finding: Finding, number: int) -> dict[str, Any]:
    advice = f": {finding.advice}" if finding.advice else ""
    about = f" ({called(finding)})" if finding.focus else ""
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.source)}}
    if finding.line:
        location["region"] = {"startLine": finding.line, "startColumn": finding.column}
    place: dict[str, Any] = {"physicalLocation": location}
    if finding.focus and finding.focus != "[]":
        place["logicalLocations"] = [{"fullyQualifiedName": finding.focus, "name": called(finding)}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _level(finding),
        "message": {"text": f"{said(finding)}{about}{advice}"},
        "locations": [place],
        "partialFingerprints": {"dateline/v1": fingerprint(finding)},
    }


def _level(finding: Finding) -> str:
    return _LEVELS.get(finding.severity, "error")


def _uri(source: str) -> str:
    path = PurePath(source)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
