"""Refuses what is no English text: empty, binary, another script, another language."""

from __future__ import annotations

import re

from dateline.errors import ReadError
from dateline.read.words import words

SHORT = 14
"""Texts under this many words are too short to tell: Latin script is enough."""
BRIEF = 30
"""Under this many words one of the function words is enough."""
SHARE = 0.10
"""Of 250 and more English reports each had from .14 to .35 of these words, texts in six other languages under .08."""
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def check(text: str, source: str) -> None:
    """Let English text pass.

    Raises:
        ReadError: the text is empty, binary or not English.
    """
    if not text.strip("\ufeff\u200b \t\r\n\x0b\x0c\x85\xa0\u2028\u2029"):
        raise ReadError("is empty", source, "give a report of at least one sentence")
    if "\0" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise ReadError("is binary, not text", source, "give plain text in UTF-8")
    if not _is_english(text):
        raise ReadError("is not in English", source, "give a report in English; other languages are not read")


def _is_english(text: str) -> bool:
    found = _WORD.findall(text)
    if not found or 2 * len(_LATIN.findall(text)) < sum(map(len, found)):
        return False
    count = sum(word.lower() in words("function") for word in found)
    return len(found) < SHORT or count >= (1 if len(found) < BRIEF else SHARE * len(found))
