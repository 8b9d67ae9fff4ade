"""What a check comes to."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.check.coverage import Coverage
from dateline.validate import SEVERITIES, Finding, rank


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings of all files, worst first within each file, and how much was looked at."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    """What was checked, in its order."""
    known: int = 0
    """Findings that the baseline has."""
    is_met: bool = True
    """Whether any shape met any node; if not, nothing was validated."""
    coverage: Coverage | None = None
    """What the shapes saw, where that was asked for."""

    @property
    def is_readable(self) -> bool:
        """Whether every file could be read."""
        return all(finding.severity != "Error" for finding in self.findings)

    def fails(self, threshold: str) -> bool:
        """Tell whether there is a finding as bad as a severity, or worse."""
        limit = next(rank for rank, name in enumerate(SEVERITIES) if name.lower() == threshold.lower())
        return any(rank(finding) <= limit for finding in self.findings)

    def count(self, severity: str) -> int:
        """Count the findings of a severity; a shape's own severity counts as a violation."""
        return sum(SEVERITIES[rank(each)] == severity and each.severity != "Error" for each in self.findings)
