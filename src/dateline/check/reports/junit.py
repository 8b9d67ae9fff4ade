"""JUnit XML: a suite for each file, a case for each finding, and one that passes for a file without."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from dateline.check.outcome import Outcome
from dateline.check.reports.text import line
from dateline.validate import Finding

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcome: Outcome) -> str:
    """Return the outcome as JUnit XML; warnings and infos are cases that were skipped."""
    root = ET.Element("testsuites", name="dateline check")
    for source in outcome.files:
        _suite(root, source, [each for each in outcome.findings if each.source == source])
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, source: str, findings: list[Finding]) -> None:
    kinds = [_kind(each) for each in findings]
    counts = {f"{key}s" if key != "skipped" else key: str(kinds.count(key)) for key in ("failure", "error", "skipped")}
    suite = ET.SubElement(root, "testsuite", {"name": _clean(source), "tests": str(max(1, len(findings)))} | counts)
    for finding, kind in zip(findings, kinds, strict=True):
        attributes = {"name": f"{finding.rule} {_place(finding)}".strip(), "classname": source, "file": source}
        if finding.line:
            attributes["line"] = str(finding.line)
        case = ET.SubElement(suite, "testcase", _all_clean(attributes.items()))
        detail = ET.SubElement(case, kind, {"message": _clean(finding.message)})
        detail.text = _clean(line(finding))
    if not findings:
        ET.SubElement(suite, "testcase", _all_clean([("name", "conforms"), ("classname", source), ("file", source)]))


def _kind(finding: Finding) -> str:
    return {"Error": "error", "Warning": "skipped", "Info": "skipped"}.get(finding.severity, "failure")


def _place(finding: Finding) -> str:
    return f"{finding.line}:{finding.column}" if finding.line else ""


def _all_clean(attributes: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {key: _clean(value) for key, value in attributes}


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
