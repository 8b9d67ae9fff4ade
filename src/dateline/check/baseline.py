"""Findings that are known: a file of fingerprints, which lines that move do not change."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import QueryError
from dateline.validate import Finding

VERSION = 1


def fingerprint(finding: Finding) -> str:
    """Return what a finding is known by: file, rule, node, property and value; neither place nor wording.

    >>> one = Finding("Violation", "", "urn:a", "urn:p", '"x"', "is wrong", "a.ttl", rule="r", line=3)
    >>> other = Finding("Warning", "", "urn:a", "urn:p", '"x"', "is not right", "a.ttl", rule="r", line=7)
    >>> fingerprint(one) == fingerprint(other)
    True
    """
    parts = (finding.source, finding.rule, finding.shape, finding.focus, finding.path, finding.value)
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:32]


def write(findings: Iterable[Finding]) -> str:
    """Return a baseline of findings, as JSON."""
    counts = Counter((each.source, each.rule, fingerprint(each)) for each in findings if each.severity != "Error")
    entries = [
        {"file": source, "rule": rule, "fingerprint": key, "count": count}
        for (source, rule, key), count in sorted(counts.items())
    ]
    return json.dumps({"version": VERSION, "findings": entries}, indent=2, ensure_ascii=False) + "\n"


def read(path: Path) -> Counter[str]:
    """Return how often each fingerprint is known.

    Raises:
        QueryError: the file is missing, or no baseline.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return Counter({entry["fingerprint"]: int(entry["count"]) for entry in document["findings"]})
    except (OSError, ValueError, KeyError, TypeError) as error:
        advice = "write one with --write-baseline"
        raise QueryError(f"is no baseline ({error})", str(path), advice) from error


def unknown(findings: Iterable[Finding], known: Counter[str]) -> list[Finding]:
    """Return the findings that are not known; of several alike, those beyond the number that is."""
    left, found = Counter(known), []
    for finding in findings:
        key = fingerprint(finding)
        if left[key] > 0 and finding.severity != "Error":
            left[key] -= 1
        else:
            found.append(finding)
    return found
