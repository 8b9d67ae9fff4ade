"""What stands around a report's prose is taken out of its lines: captions, bylines, links of the page, sign-offs.

It stays in the text, so that offsets hold; it is in no block, and no sentence goes on over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from dateline.model import Span
from dateline.read.bylines import authors, is_byline
from dateline.read.captions import is_caption, leading, without_credit
from dateline.read.days import read_day_line
from dateline.read.header import read_header
from dateline.read.line import LONE_LINE, Line, is_terminated
from dateline.read.phrases import pattern, phrases
from dateline.read.signoffs import is_signature, read_sign_off
from dateline.read.words import words

SENTENCE = 8
"""Words of a line that ends as a sentence does, from which on it is prose: a release can end after it, not before."""
LAST = 3
"""Lines at the end of a text among which its author is named."""
LABELLED = 15
"""Words of a line behind a label at most, if it ends as a sentence does."""
_ADDRESS = re.compile(r"(?:\S+\s){0,6}?(?:\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w+)(?:\s\S+){0,3}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2}")
_CRUMB = re.compile(r"\s*(?:>+|»|›|::)\s*|\s+/\s+")
_CRUMB_WORDS = 4


class Prose(NamedTuple):
    """The lines of a text that are its own, and what was read of the others."""

    lines: tuple[Line, ...]
    authors: tuple[str, ...]
    agency: Span | None
    """The agency that signs at the end."""


def prose(text: str, lines: tuple[Line, ...]) -> Prose:
    """Take out what is no prose; where nothing else is there, it stays."""
    bylines = (authors(text, line.span) for line in _ends(text, lines) if is_byline(text, line.span))
    signed = [read_sign_off(text, line.span) for line in lines]
    trimmed = tuple(replace(line, span=span) for line, (span, _) in zip(lines, signed, strict=True))
    kept = tuple(_without_asides(text, trimmed))
    agency = next((agency for _, agency in reversed(signed) if agency is not None), None)
    return Prose(kept or lines, next((names for names in bylines if names), ()), agency)


def _ends(text: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the lines before the first sentence and the last ones: an author is named there."""
    yield from takewhile(lambda line: not _is_sentence(text, line.span), lines)
    yield from lines[-LAST:]


def _without_asides(text: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    apart, begun = False, False
    for i, line in enumerate(lines):
        if begun and _is_end(text, line.span):
            return
        after = lines[i + 1] if i + 1 < len(lines) else None
        if read_day_line(text, line.span) is None and (
            _is_aside(text, line.span, after) or (not begun and _is_section(text, line.span))
        ):
            apart = True
            continue
        for rest in _behind_caption(text, line):
            yield replace(rest, span=without_credit(text, rest.span), apart=apart or rest is not line)
            apart = False
        begun = begun or _is_sentence(text, line.span)


def _behind_caption(text: str, line: Line) -> tuple[Line, ...]:
    end = leading(text, line.span)
    return (line,) if end is None else line.starting_at(text, end)


def _is_sentence(text: str, span: Span) -> bool:
    return is_terminated(text, span) and len(text[span.begin : span.end].split()) >= SENTENCE


def _is_aside(text: str, span: Span, after: Line | None) -> bool:
    line = text[span.begin : span.end]
    return (
        _form("whole").fullmatch(line) is not None
        or _form("end").fullmatch(line) is not None
        or _form("lead").match(line) is not None
        or _is_labelled(text, span)
        or (len(line) <= LONE_LINE and (_is_address(line) or _are_crumbs(line)))
        or is_byline(text, span)
        or line.rstrip(".)]").endswith(_endings())
        or is_signature(text, span)
        or (is_caption(text, span) and read_header(text, span) is None)
        or _is_scrap(text, span, after)
    )


def _is_section(text: str, span: Span) -> bool:
    """Tell whether a line above the report is a part of the page ("World News") or a label without a value."""
    line = text[span.begin : span.end]
    if len(line) > LONE_LINE:
        return False
    each = line.rstrip(": ").lower().split()
    labelled = line.endswith(":") and len(each) <= 2
    return labelled or all(word.strip("&/|-–") in words("section") | {""} for word in each)


def _is_address(line: str) -> bool:
    return _ADDRESS.fullmatch(line) is not None and not line.endswith((".", "!", "?"))


def _are_crumbs(line: str) -> bool:
    """Tell whether it is the way to the page: "Home > News > Politics"."""
    crumbs = _CRUMB.split(line)
    pointed = len(crumbs) == 2 and re.search(r"[>»›]", line) is not None
    return (pointed or len(crumbs) > 2) and all(len(crumb.split()) <= _CRUMB_WORDS for crumb in crumbs)


def _is_labelled(text: str, span: Span) -> bool:
    label = _form("label").match(text, span.begin, span.end)
    return label is not None and (
        not is_terminated(text, span) or len(text[label.end() : span.end].split()) <= LABELLED
    )


def _is_end(text: str, span: Span) -> bool:
    line = text[span.begin : span.end]
    return _form("end").fullmatch(line) is not None


def _is_scrap(text: str, span: Span, after: Line | None) -> bool:
    """Tell whether less than half of a line's words are words in Latin letters: counters, buttons, other scripts."""
    line = text[span.begin : span.end]
    if len(line) > LONE_LINE:
        return False
    goes_on = after is not None and text[after.span.begin].islower() and line.isascii()
    if is_terminated(text, span) or goes_on:
        return False
    each = line.split()
    return 2 * sum(_LATIN.search(word) is not None for word in each) < len(each)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(phrases("ending")))


@cache
def _form(name: str) -> re.Pattern[str]:
    """Return the pattern of a whole line, or of the begin of one, for a list of asides.toml."""
    forms = {
        "whole": r"[^\w(]*{}[^\w)]*",
        "end": r"[^\w#]*{}(?:[^\w#]*|\s?:.*)",
        "lead": r"[^\w©]*{}(?:(?<!\w)|(?!\w))",
        "label": r"[^\w]*{}\s?[:|](?!//)",
    }
    return re.compile(forms[name].format(pattern(name)), re.IGNORECASE)
