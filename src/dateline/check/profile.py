"""Which rules count, and how much: selected, ignored, or given another severity."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from dateline.errors import QueryError
from dateline.lint import rules
from dateline.validate import Finding

_SEVERITIES = {"violation": "Violation", "warning": "Warning", "info": "Info"}
_OFF = "off"
_KEYS = ("select", "ignore", "severity")


@dataclass(frozen=True, slots=True)
class Profile:
    """Patterns of rules; `lint` stands for all rules beyond SHACL, `shacl` for all shapes."""

    select: tuple[str, ...] = ()
    """What counts; all where it is empty."""
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    """Severities by pattern; of several that match, the last one holds."""

    @classmethod
    def read(cls, path: Path) -> Profile:
        """Read a profile in TOML: lists `select` and `ignore`, and a table `severity`.

        Raises:
            QueryError: it is missing, malformed, or has a key or severity that is none.
        """
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise QueryError(f"cannot be read ({error})", str(path), "give a profile in TOML") from error
        wrong = [key for key in table if key not in _KEYS]
        if wrong:
            raise QueryError(f"has the unknown key {wrong[0]}", str(path), f"use {', '.join(_KEYS)}")
        given = table.get("severity", {})
        if not isinstance(given, dict):
            raise QueryError("has a severity that is no table", str(path), 'write "rule" = "info" below [severity]')
        severities = tuple((key, _severity(str(value), path)) for key, value in given.items())
        return cls(_rules(table, "select", path), _rules(table, "ignore", path), severities)

    def with_options(self, select: Iterable[str], ignore: Iterable[str]) -> Profile:
        """Return the profile with what the caller selects instead, and what he ignores besides."""
        chosen = tuple(select)
        return replace(self, select=chosen or self.select, ignore=(*self.ignore, *ignore))

    def apply(self, finding: Finding) -> Finding | None:
        """Return a finding as the profile has it, None if it does not count."""
        if finding.severity == "Error":
            return finding
        if self.select and not _matches(finding.rule, self.select):
            return None
        if _matches(finding.rule, self.ignore):
            return None
        severity = next((new for rule, new in reversed(self.severities) if _matches(finding.rule, (rule,))), None)
        if severity is None:
            return finding
        return None if severity == _OFF else replace(finding, severity=severity)


def _rules(table: dict[str, Any], key: str, path: Path) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise QueryError(f"has a key {key} that is no list of rules", str(path), f'write {key} = ["rule"]')
    return tuple(value)


def _severity(value: str, path: Path) -> str:
    if value.lower() == _OFF:
        return _OFF
    try:
        return _SEVERITIES[value.lower()]
    except KeyError:
        choices = f"use {', '.join(_SEVERITIES)} or {_OFF}"
        raise QueryError(f"has the unknown severity {value}", str(path), choices) from None


def _matches(rule: str, patterns: tuple[str, ...]) -> bool:
    group = "lint" if rule in rules() else "shacl"
    return any(pattern == group or fnmatchcase(rule, pattern) for pattern in patterns)
