"""The lines of a text, as spans: what each is by its form alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.model import Span
from dateline.read.words import words

HEADING_WORDS = 12
HEADLINE_WORDS = range(4, 21)
"""Fewer stand in menus and kickers as well, more in a paragraph that lost its full stop."""
LONE_LINE = 80
"""Code points that a header has at most that ends with its line, without a dash."""
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\s\ufeff\u200b]*")
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_CLOSING = 8
"""Code points at a line's end among which its full stop is."""
_UNFINISHED = re.compile(r"[,;:\-–—]$")
_BULLET = re.compile(r"[•▪‣●◦*]\s+|[-–]\s+(?=\S)")
_CREDIT = re.compile(
    r"(?:photo|image|picture|video|file|source|credit|caption|read more|tag)s?\b[^:]{0,20}:"
    r"|(?:for immediate release|(?:press|news) release|statement no)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; the span leaves out white space, quotation marker and bullet."""

    span: Span
    length: int
    """Code points from its margin to its end, whatever was taken from its front."""
    gap: bool
    """A blank line, or the text's begin, stands before it."""
    quoted: bool
    """It is marked with ">" as a quotation."""
    bullet: bool
    apart: bool = False
    """Something that is no prose stood before it: nothing goes on over that."""

    def starting_at(self, text: str, begin: int) -> tuple[Line, ...]:
        """Return what is left of the line from `begin` on: one line or none."""
        span = strip(text, Span(begin, self.span.end))
        return (replace(self, span=span),) if span.begin < span.end else ()


def split(text: str) -> tuple[Line, ...]:
    """Split a text at its line breaks; blank lines are left out and remembered as gaps.

    >>> [text[slice(*line.span)] for text in ["One.\\r\\n\\r\\n > Two."] for line in split(text)]
    ['One.', 'Two.']
    """
    lines: list[Line] = []
    gap, at = True, 0
    while at < len(text):
        end = _line_end(text, at)
        line = _line(text, Span(at, end), gap)
        gap = line is None
        if line is not None:
            lines.append(line)
        at = _after_break(text, end)
    return tuple(lines)


def _line_end(text: str, at: int) -> int:
    match = _LINE.match(text, at)
    return match.end() if match is not None else at


def _after_break(text: str, end: int) -> int:
    match = _BREAK.match(text, end)
    return match.end() if match is not None else end


def _line(text: str, raw: Span, gap: bool) -> Line | None:
    span = strip(text, raw)
    quoted = text.startswith(">", span.begin, span.end)
    if quoted:
        span = strip(text, Span(span.begin + 1, span.end))
    bullet = _BULLET.match(text, span.begin, span.end)
    if bullet is not None:
        span = strip(text, Span(bullet.end(), span.end))
    if span.begin >= span.end:
        return None
    return Line(span, span.end - raw.begin, gap, quoted, bullet is not None)


def strip(text: str, span: Span) -> Span:
    """Leave white space, byte order marks and zero-width spaces out at both ends of a span."""
    match = _BLANKS.match(text, span.begin, span.end)
    begin = match.end() if match is not None else span.begin
    end = span.end
    while end > begin and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Span(begin, end)


def is_terminated(text: str, span: Span) -> bool:
    """Tell whether it ends as a sentence does."""
    return _TERMINAL.search(text, max(span.begin, span.end - _CLOSING), span.end) is not None


def is_heading(text: str, span: Span) -> bool:
    """Tell whether it has a heading's form: short, begun with a capital or digit, without a full stop.

    >>> is_heading("Strengthening Ties", Span(0, 18)), is_heading("She left.", Span(0, 9))
    (True, False)
    """
    quote = text[span.begin : span.end]
    return len(quote.split()) <= HEADING_WORDS and not is_terminated(text, span) and _is_title(quote)


def is_headline(text: str, span: Span) -> bool:
    """Tell whether the first line of a report has a headline's form: a heading's, longer, or a question.

    >>> [is_headline(line, Span(0, len(line))) for line in ("Will the Talks Succeed?", "They did.", "Main Page")]
    [True, False, False]
    """
    quote = text[span.begin : span.end]
    each = quote.split()
    if len(each) not in HEADLINE_WORDS or _CREDIT.match(quote) is not None:
        return False
    asks = quote.rstrip("\"'”’»").endswith("?")
    return (asks or not is_terminated(text, span)) and not breaks_off(text, span) and _is_title(quote)


def breaks_off(text: str, span: Span) -> bool:
    """Tell whether it ends where no sentence and no title can: with a comma, an article, a preposition.

    >>> breaks_off("She spoke of the", Span(0, 16)), breaks_off("She spoke", Span(0, 9))
    (True, False)
    """
    last = text[span.begin : span.end].rsplit(maxsplit=1)[-1].lower()
    return _UNFINISHED.search(last) is not None or last in words("function") | words("starter")


def _is_title(quote: str) -> bool:
    first = quote.lstrip("\"'“‘«([")[:1]
    return _UNFINISHED.search(quote[-1:]) is None and first == first.upper()
