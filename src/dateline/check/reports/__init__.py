"""Reports of a check, each a text: for people, for programs, and for what shows findings beside the code."""

from __future__ import annotations

from collections.abc import Callable

from dateline.check.outcome import Outcome
from dateline.check.reports import github, json, junit, rdf, sarif, text

KINDS: dict[str, Callable[[Outcome], str]] = {
    "text": text.render,
    "json": json.render,
    "junit": junit.render,
    "sarif": sarif.render,
    "github": github.render,
    "rdf": rdf.render,
}
"""Writers by the name of the report."""

__all__ = ["KINDS"]
