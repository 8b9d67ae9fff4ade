"""Transcripts: lines that begin with who speaks are quotations, not the narrator's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dateline.read.line import Line

FEWEST = 3
"""Lines with a speaker before them, of which a transcript has at least so many."""
_SPEAKER = re.compile(r"(?P<name>[^\W\d_a-z][\w.'’\-]*(?:\s[^\W\d_a-z][\w.'’\-]*){0,4})\s?(?:\([\d:]+\))?\s?:(?:\s+|$)")


def mark_turns(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Take the speakers off the lines of a transcript, and mark these lines as quoted, from the first speaker on.

    It is one if most of what stands before a colon comes again: "Date: … Place: …" does not.
    """
    found = {i: speaker for i, line in enumerate(lines) if (speaker := _SPEAKER.match(text, *line.span)) is not None}
    names = Counter(speaker["name"] for speaker in found.values())
    again = sum(count for count in names.values() if count > 1)
    if len(found) < FEWEST or 2 * again <= len(found):
        return lines
    first = min(found)
    return *lines[:first], *_spoken(text, lines[first:], {i - first: speaker.end() for i, speaker in found.items()})


def _spoken(text: str, lines: tuple[Line, ...], begins: dict[int, int]) -> Iterator[Line]:
    apart = True
    for i, line in enumerate(lines):
        apart = apart or i in begins
        for rest in line.starting_at(text, begins[i]) if i in begins else (line,):
            yield replace(rest, quoted=True, apart=apart or rest.apart)
            apart = False
