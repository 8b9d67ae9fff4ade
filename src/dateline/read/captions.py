"""Captions: lines that say what a picture shows, told by its credit or by where somebody stands in it."""

from __future__ import annotations

import re
from functools import cache

from dateline.model import Span
from dateline.read.line import is_terminated, strip
from dateline.read.phrases import pattern, phrases
from dateline.read.words import words

LONGEST = 60
"""Words of a caption at most; a longer paragraph with a credit is prose that a picture follows."""

REACH = 120
"""Code points at the end of a line among which a credit stands."""
_MARKS = "([©:|"
"""One of them is in every credit."""
_OPENING = re.compile(r"[(\[]")


def is_caption(text: str, span: Span) -> bool:
    """Tell whether it is a caption.

    >>> lines = "Ana Roe (Photo: NTB)", "Ana Roe (right) and Jan Dam", "Ana Roe is right."
    >>> [is_caption(line, Span(0, len(line))) for line in lines]
    [True, True, False]
    """
    line = text[span.begin : span.end]
    if len(line.split()) > LONGEST:
        return False
    if _credit(text, span) is not None:
        return True
    if is_terminated(text, span):
        return _stands(line, "position") and not phrases("telling") & set(line.split())
    return _stands(line, "position") or _stands(line, "initial")


def without_credit(text: str, span: Span) -> Span:
    """Leave out the credit of a picture that prose ends with."""
    found = _credit(text, span)
    return span if found is None else strip(text, Span(span.begin, found.start()))


def leading(text: str, span: Span) -> int | None:
    """Return the end of a caption that a line begins with, where the report goes on behind its credit; else None.

    >>> line = "Ana Roe in Lima (Photo: NTB)Oslo (NTB) – Talks began."
    >>> line[leading(line, Span(0, len(line))) :]
    'Oslo (NTB) – Talks began.'
    """
    found = _bracketed().search(text, span.begin, span.end) if _OPENING.search(text, *span) is not None else None
    if found is None or len(text[span.begin : found.start()].split()) > LONGEST:
        return None
    before, after = text[span.begin : found.start()], text[found.end() : span.end].lstrip()
    goes_on = after[:1].isupper() or after[:1] in "–—“\"'‘"
    return found.end() if after and goes_on and re.search(r"[.!?]\s", before.rstrip()) is None else None


def _credit(text: str, span: Span) -> re.Match[str] | None:
    begin = max(span.begin, span.end - REACH)
    marked = any(mark in text[begin : span.end] for mark in _MARKS)
    return _closing().search(text, begin, span.end) if marked else None


def _stands(line: str, name: str) -> bool:
    return _OPENING.search(line) is not None and _pattern(name).search(line) is not None


@cache
def _bracketed() -> re.Pattern[str]:
    """Match a credit in brackets: it has a word for a picture, begins as one, or names an agency and a person."""
    agency = "|".join(sorted(words("agency")))
    before = r"(?:(?:(?-i:[^\W\d_a-z])[^()\[\]\s]*|file|\d+)\s){0,5}(?:[^()\[\]\s]+/\s?)?"
    picture = rf"{before}{pattern('picture')}(?!\w)[^()\[\]]{{0,60}}"
    credit = rf"{pattern('credit')}(?:\s?[:/|,][^()\[\]]{{0,60}}|(?=[)\]]))"
    inside = rf"(?:{picture}|{credit}|(?:{agency})\s?/\s?[^()\[\]]{{2,40}})"
    return re.compile(rf"(?:\(\s?{inside}\)|\[\s?{inside}\])", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    label = rf"(?:(?<=[.!?/|\-–—,”\")])\s*|^){pattern('picture')}\s?[:|]\s?[^.!?]{{2,60}}"
    return re.compile(rf"(?:{_bracketed().pattern}|{label}|©\s?[^.!?]{{2,60}})\.?$", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"[\w.’']\s*[(\[]{pattern(name)}[)\]]", re.IGNORECASE)
