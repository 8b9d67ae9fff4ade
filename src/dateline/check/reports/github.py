"""Workflow commands, which GitHub shows as annotations beside the lines."""

from __future__ import annotations

from dateline.check.outcome import Outcome
from dateline.check.reports.text import called, fix, said
from dateline.validate import Finding

_COMMANDS = {"Warning": "warning", "Info": "notice"}
_DATA: dict[str, str | int | None] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(outcome: Outcome) -> str:
    """Return a command for each finding."""
    return "".join(f"{_command(finding)}\n" for finding in outcome.findings)


def _command(finding: Finding) -> str:
    properties = {"file": finding.source, "line": finding.line, "col": finding.column, "title": finding.rule}
    written = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items() if value)
    about = f" ({called(finding)})" if finding.focus else ""
    text = _escaped(f"{said(finding)}{about}{fix(finding)}", _DATA)
    return f"::{_COMMANDS.get(finding.severity, 'error')} {written}::{text}"


def _escaped(text: str, table: dict[str, str | int | None]) -> str:
    return text.translate(str.maketrans(table))
