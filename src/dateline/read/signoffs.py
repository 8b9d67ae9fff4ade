"""Sign-offs: what an agency puts behind the last sentence, "(NTB)", "— NTB", "/end", "./."."""

from __future__ import annotations

import re
from functools import cache

from dateline.model import Span
from dateline.read.line import strip
from dateline.read.phrases import pattern
from dateline.read.words import words

REACH = 80
"""Code points at the end of a line among which a sign-off and the end of the sentence before it stand."""
LONGEST = 50
"""Code points of one sign-off at most."""
_STOPS = '.!?…"”’)'


def read_sign_off(text: str, line: Span) -> tuple[Span, Span | None]:
    """Return a line without the sign-off at its end, and the agency that signs.

    >>> line = "Talks began. — NTB"
    >>> kept, agency = read_sign_off(line, Span(0, len(line)))
    >>> line[slice(*kept)], agency and line[slice(*agency)]
    ('Talks began.', 'NTB')
    """
    signature = _signature().fullmatch(text, line.begin, line.end)
    if signature is not None:
        return line, Span(*signature.span("agency"))
    if not any(stop in text[max(line.begin, line.end - LONGEST) : line.end - 1] for stop in _STOPS):
        return line, None
    agency = None
    while (found := _sign_off().search(text, max(line.begin + 1, line.end - REACH), line.end)) is not None:
        signed = next((name for name in ("dashed", "bracketed") if found[name] is not None), None)
        agency = agency or (Span(*found.span(signed)) if signed is not None else None)
        line = strip(text, Span(line.begin, found.start()))
    return line, agency


def is_signature(text: str, line: Span) -> bool:
    """Tell whether a line is a sign-off and nothing else.

    >>> [is_signature(line, Span(0, len(line))) for line in ("-- NTB", "(NTB)", "NTB said so")]
    [True, True, False]
    """
    return _signature().fullmatch(text, line.begin, line.end) is not None


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(rf"(?:--+|[–—-])?\s?[(\[]?(?P<agency>{_agencies()})[)\]]?\.?")


@cache
def _agencies() -> str:
    known = "(?i:" + "|".join(sorted(words("agency"), key=lambda name: (-len(name), name))) + ")"
    return rf"{known}(?:\s?[/\-]\s?{known})*"


@cache
def _sign_off() -> re.Pattern[str]:
    """Match it behind the end of a sentence; the agency is one of words.toml, or unknown: "-PR"."""
    names = _agencies()
    forms = (
        rf"(?:--+|[–—-])\s?(?P<dashed>{names})\.?",
        rf"[(\[](?P<bracketed>{names})[)\]]\.?",
        r"(?:--+|[–—-])\s?(?:(?i:ends?)|[A-Z]{2,8})",
        r"(?i:\(ends?\)|/ends?/?|\bends?item)(?:\s\w{1,4}(?:\.\w{1,4}){0,3})?",
        r"\.?/\.?",
        r"(?:###|\*\*\*|■|●|□)",
        rf"[\[(]?(?i:{pattern('rest')})[\])]?[.…»→>\s]*",
        r"(?i:source:?\s)(?=[A-Z])[^.!?\d]{2,40}",
    )
    return re.compile(rf"(?<=[{_STOPS}])\s*(?:{'|'.join(forms)})$")
