"""Data as a data team checks it: shapes and rules over many files, findings with their places, and reports of them."""

from __future__ import annotations

from dateline.check.checker import Checker, Settings
from dateline.check.outcome import Outcome
from dateline.check.profile import Profile
from dateline.check.source import Source, expand

__all__ = ["Checker", "Outcome", "Profile", "Settings", "Source", "expand"]
