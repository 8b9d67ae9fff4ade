"""The phrases of asides.toml, as patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def phrases(name: str) -> frozenset[str]:
    """Return a list by its name, in lower case.

    >>> "read more" in phrases("whole")
    True
    """
    return frozenset(entries()[name]["phrases"])


@cache
def pattern(name: str) -> str:
    """Return a pattern of any phrase of a list, the longest first."""
    each = sorted(phrases(name), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in each) + ")"


@cache
def entries() -> dict[str, dict[str, Any]]:
    """Return the file's entries by their names."""
    return tomllib.loads(files("dateline.read").joinpath("asides.toml").read_text(encoding="utf-8"))
