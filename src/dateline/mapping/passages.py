"""The passages of one report: minted when a record points at them, described once at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.errors import OutputError
from dateline.iris import Minter
from dateline.mapping import classes
from dateline.model import Span
from dateline.vocabulary import IRI, Literal, Term, dl, edtf, itsrdf, nif, rdf, xsd

# Most statements are of passages: their terms are looked up once.
_TYPE, _CONTEXT, _ANCHOR, _BEGIN, _END = rdf.type, nif.referenceContext, nif.anchorOf, nif.beginIndex, nif.endIndex
_STRING, _NUMBER = xsd.string, xsd.nonNegativeInteger


@dataclass(slots=True)
class Passage:
    """A span and all that is said of it."""

    span: Span
    is_quotable: bool = False
    """Its words may be written whatever the text policy."""
    is_heading: bool = False
    names: set[IRI] = field(default_factory=set)
    """What it names: actors, places, concepts."""
    rules: set[IRI] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    """EDTF values."""


class Passages:
    """The passages that have been pointed at so far; each span is one passage."""

    def __init__(self, minter: Minter, *, quotes: bool) -> None:
        """Begin without passages; `quotes` tells whether all of them carry their words."""
        self._minter = minter
        self._quotes = quotes
        self._passages: dict[Span, Passage] = {}

    def point(self, span: Span) -> Passage:
        """Return the passage of a span, new or known.

        Raises:
            OutputError: the span is empty or does not lie within the text.
        """
        passage = self._passages.get(span)
        if passage is None:
            self._check(span)
            passage = self._passages[span] = Passage(span)
        return passage

    def mint(self, span: Span, *, is_quotable: bool = False) -> IRI:
        """Point at a span and return the passage's IRI."""
        passage = self.point(span)
        passage.is_quotable |= is_quotable
        return self._minter.passage(span)

    def statements(self) -> Iterator[tuple[IRI, IRI, Term]]:
        """Yield what is said of each passage, in text order."""
        for span in sorted(self._passages):
            yield from self._describe(self._passages[span])

    def _check(self, span: Span) -> None:
        article = self._minter.article
        if span.begin < 0 or len(article.quote(span)) != span.end - span.begin or span.begin == span.end:
            what = f"has a passage {span.begin}-{span.end} outside its {len(article.text)} characters"
            raise OutputError(what, article.source, "report the text as a defect of the extraction")

    def _describe(self, passage: Passage) -> Iterator[tuple[IRI, IRI, Term]]:
        subject = self._minter.passage(passage.span)
        for each in classes.HEADING if passage.is_heading else classes.PASSAGE:
            yield subject, _TYPE, each
        for property_, offset in bounds(passage.span):
            yield subject, property_, offset
        yield subject, _CONTEXT, self._minter.context
        if self._quotes or passage.is_quotable:
            yield subject, _ANCHOR, Literal(self._minter.article.quote(passage.span), _STRING)
        for name in sorted(passage.names):
            yield subject, itsrdf.taIdentRef, name
        for rule in sorted(passage.rules):
            yield subject, dl.rule, rule
        for time in sorted(passage.times):
            yield subject, dl.time, Literal(time, edtf.EDTF)


def bounds(span: Span) -> tuple[tuple[IRI, Literal], ...]:
    """Return the offsets of a span."""
    return (_BEGIN, Literal(str(span.begin), _NUMBER)), (_END, Literal(str(span.end), _NUMBER))
