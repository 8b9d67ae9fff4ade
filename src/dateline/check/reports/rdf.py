"""The report that SHACL defines (SHACL, section 3.6), in Turtle, with the rules' findings as further results."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.baseline import fingerprint
from dateline.check.outcome import Outcome
from dateline.check.reports.text import fix, said
from dateline.locate.terms import XSD, literal
from dateline.validate import Finding
from dateline.validate.written import SHACL
from dateline.vocabulary import PREFIXES, rdf

_TYPE = f"<{rdf.type}>"
_REPORT = "<urn:dateline:report>"
_RULES = "https://w3id.org/dateline/check/"
"""Where the IRIs of the rules beyond SHACL begin, as constraint components."""


def render(outcome: Outcome) -> str:
    """Return the report in Turtle; what makes a file unreadable is no validation result."""
    from dateline.store import turtle

    results = [finding for finding in outcome.findings if finding.severity != "Error"]
    lines = [f"{_REPORT} {_TYPE} {_sh('ValidationReport')}", f"{_REPORT} {_sh('conforms')} {_boolean(not results)}"]
    for number, finding in enumerate(results):
        node = f"<urn:dateline:result:{number + 1}:{fingerprint(finding)}>"
        lines += [f"{_REPORT} {_sh('result')} {node}", *(f"{node} {rest}" for rest in _said(finding, number))]
    return turtle(" .\n".join([*lines, ""]))


def _said(finding: Finding, number: int) -> Iterator[str]:
    yield f"{_TYPE} {_sh('ValidationResult')}"
    yield f"{_sh('focusNode')} {_term(finding.focus, f'_:n{number}')}"
    severity = finding.severity
    yield f"{_sh('resultSeverity')} {_sh(severity) if ':' not in severity else f'<{severity}>'}"
    yield f"{_sh('sourceConstraintComponent')} {_component(finding)}"
    yield f"{_sh('resultMessage')} {literal(said(finding) + fix(finding))}"
    if finding.shape:
        yield f"{_sh('sourceShape')} <{finding.shape}>"
    if finding.path and not finding.path.startswith(("(", "^")):
        yield f"{_sh('resultPath')} <{finding.path}>"
    if finding.value:
        yield f"{_sh('value')} {_term(finding.value, f'_:v{number}')}"
    place = f":{finding.line}:{finding.column}" if finding.line else ""
    yield f"<{PREFIXES['dcterms']}source> {literal(finding.source + place)}"


def _component(finding: Finding) -> str:
    return _sh(f"{finding.component}ConstraintComponent") if finding.component else f"<{_RULES}{finding.rule}>"


def _sh(name: str) -> str:
    return f"<{SHACL}{name}>"


def _boolean(value: bool) -> str:
    return literal(str(value).lower(), f"{XSD}boolean")


def _term(written: str, blank: str) -> str:
    """Return a finding's term as in N-Triples."""
    return blank if written == "[]" else written if written.startswith('"') else f"<{written}>"
