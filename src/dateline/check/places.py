"""Findings with line, column, and the name that the data give their node."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.lint import Remark, rules
from dateline.locate import Found, Statement, Unplaced, Wanted, find, place
from dateline.locate.statement import line_starts
from dateline.locate.statements import statements
from dateline.validate import Finding
from dateline.validate.finding import SEVERITIES
from dateline.validate.result import LONGER, Result
from dateline.validate.shapes import ShapesGraph
from dateline.validate.wording import finding as worded
from dateline.validate.written import BASE, bare

_MISSING = ("MinCount", "QualifiedMinCount", "HasValue")
"""Components whose results are about something that is not there: they stand at the node."""
_STEP = re.compile(r"[(\s]*(\^?)(<[^>]*>)")
_HTTPS, _HTTP = "<https://schema.org/", "<http://schema.org/"


class Pending(NamedTuple):
    """A finding and what to look for in the file."""

    finding: Finding
    wanted: Wanted


def from_result(result: Result, shapes: ShapesGraph, source: str) -> Pending:
    """Turn a validation result into a finding to be placed."""
    finding = _advised(worded(result, shapes, source))
    path = finding.path if result.path == LONGER else result.path
    step = None if finding.component in _MISSING else _STEP.match(path)
    if step is None:
        return Pending(finding, Wanted(result.focus))
    return Pending(finding, Wanted(result.focus, step[2], result.value, is_inverse=bool(step[1])))


def _advised(finding: Finding) -> Finding:
    """Part the message of one of our own shapes, which says what is wrong and then what to do."""
    what, colon, advice = finding.message.partition(": ")
    if not colon or not finding.shape.startswith("https://w3id.org/dateline/shapes#"):
        return finding
    return replace(finding, message=what, advice=advice.rstrip("."))


def from_remark(remark: Remark, source: str) -> Pending:
    """Turn what a rule says into a finding to be placed."""
    rule = rules()[remark.rule]
    finding = Finding(
        severity=next(each for each in SEVERITIES if each.lower() == rule.severity),
        shape="",
        focus=bare(remark.subject),
        path=bare(remark.predicate),
        value=bare(remark.value),
        message=remark.message,
        source=source,
        rule=remark.rule,
        advice=remark.advice or rule.advice,
    )
    return Pending(finding, Wanted(remark.subject, _canonical(remark.predicate), _canonical(remark.value)))


def from_pointer(remark: Remark, source: str) -> Pending:
    """Turn a remark on what a statement points at into a finding to be placed, also where a blank node points."""
    pending = from_remark(remark, source)
    if not remark.subject.startswith("_:"):
        return pending
    return pending._replace(wanted=Wanted(remark.value, _canonical(remark.predicate), is_inverse=True))


def is_about_blank(pending: Pending) -> bool:
    """Tell whether a finding can be placed only by the labels of blank nodes."""
    return pending.wanted.focus.startswith("_:") or pending.wanted.value.startswith("_:")


def read(text: str, suffix: str, base: str = BASE) -> Iterator[Statement]:
    """Yield the statements of a text, up to where it is in no form that the lexers know."""
    try:
        yield from statements(text, suffix, base)
    except (Unplaced, ValueError, RecursionError):
        return


def placed(pending: Sequence[Pending], text: str, found: Iterable[Statement]) -> list[Finding]:
    """Return the findings with their places; where the statements do not say, at the first mention of the node."""
    starts = line_starts(text)
    places = find([each.wanted for each in pending], found)
    return [_at(each, where, text, starts) for each, where in zip(pending, places, strict=True)]


def _at(pending: Pending, where: Found, text: str, starts: list[int]) -> Finding:
    at = where.at
    if at is None:
        mention = text.find(pending.finding.focus) if pending.finding.focus != "[]" else -1
        if mention < 0:
            return replace(pending.finding, label=where.label)
        at = mention
    line, column = place(starts, at)
    return replace(pending.finding, line=line, column=column, label=where.label)


def _canonical(term: str) -> str:
    return _HTTP + term.removeprefix(_HTTPS) if term.startswith(_HTTPS) else term
