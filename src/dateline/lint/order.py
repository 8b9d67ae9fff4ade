"""Properties of which one gives a beginning and the other an end."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lint.rules import Remark
from dateline.lint.terms import HTTPS
from dateline.vocabulary import PREFIXES, dl, schema

PAIRS = {
    f"<{begin}>": f"<{end}>"
    for begin, end in (
        (schema.startDate, schema.endDate),
        (f"{HTTPS}startDate", f"{HTTPS}endDate"),
        (dl.notBefore, dl.notAfter),
        (f"{PREFIXES['prov']}startedAtTime", f"{PREFIXES['prov']}endedAtTime"),
        (f"{PREFIXES['dcat']}startDate", f"{PREFIXES['dcat']}endDate"),
    )
}
"""Beginnings and their ends."""
LIMITS = frozenset(PAIRS) | frozenset(PAIRS.values())


def backwards(found: dict[tuple[str, str], tuple[str, str]]) -> Iterator[Remark]:
    """Yield what ends before it begins; `found` has value and whole literal by subject and property.

    Days, months and years are compared as far as both are given, times with a time zone not at all.
    """
    for (subject, begin), (value, _) in found.items():
        end = PAIRS.get(begin)
        last = None if end is None else found.get((subject, end))
        if end is None or last is None or value.startswith("-") or last[0].startswith("-"):
            continue
        length = min(len(value), len(last[0]), 10)
        if last[0][:length] < value[:length]:
            message = f'ends on "{last[0]}", before it begins on "{value}"'
            yield Remark("impossible-date", subject, end, last[1], message)
