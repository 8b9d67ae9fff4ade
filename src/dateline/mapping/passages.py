"""The passages of one report: minted when a record points at them, described once at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.errors import OutputError
from dateline.iris import Minter
from dateline.mapping import classes
from dateline.model import Span
from dateline.vocabulary import IRI, Literal, Term, dl, edtf, itsrdf, nif, rdf, xsd


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
            subject = self._minter.passage(span)
            for predicate, value in self._describe(self._passages[span]):
                yield subject, predicate, value

    def _check(self, span: Span) -> None:
        article = self._minter.article
        if span.begin < 0 or len(article.quote(span)) != span.end - span.begin or span.begin == span.end:
            what = f"has a passage {span.begin}-{span.end} outside its {len(article.text)} characters"
            raise OutputError(what, article.source, "report the text as a defect of the extraction")

    def _describe(self, passage: Passage) -> Iterator[tuple[IRI, Term]]:
        for each in classes.HEADING if passage.is_heading else classes.PASSAGE:
            yield rdf.type, each
        yield from bounds(passage.span)
        yield nif.referenceContext, self._minter.context
        if self._quotes or passage.is_quotable:
            yield nif.anchorOf, Literal(self._minter.article.quote(passage.span), xsd.string)
        yield from ((itsrdf.taIdentRef, name) for name in sorted(passage.names))
        yield from ((dl.rule, rule) for rule in sorted(passage.rules))
        yield from ((dl.time, Literal(time, edtf.EDTF)) for time in sorted(passage.times))


def bounds(span: Span) -> Iterator[tuple[IRI, Literal]]:
    """Yield the offsets of a span."""
    yield nif.beginIndex, Literal(str(span.begin), xsd.nonNegativeInteger)
    yield nif.endIndex, Literal(str(span.end), xsd.nonNegativeInteger)
