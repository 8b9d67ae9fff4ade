"""The states that a report mentions, and which of them a name belongs to: "Kenya's …", "Kenyan …", "… of Kenya"."""

from __future__ import annotations

import re

from dateline.authority import Authority, Row
from dateline.model import Article, Form, Kind, Mention, Span

_BEFORE = re.compile(r"(?:['’]s?)?\s(?:\w+\s)?")
_AFTER = re.compile(r"(?: \(\w+\))?,? of (?:the )?")


class States:
    """The states mentioned in one report, by the begin of their mentions."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...], authority: Authority) -> None:
        """Look up every mention of a state."""
        self.article = article
        self.authority = authority
        self.found: dict[int, tuple[int, Row]] = {}
        for mention in mentions:
            row = self.row(mention)
            if row is not None:
                self.found[mention.span.begin] = (mention.span.end, row)

    def row(self, mention: Mention) -> Row | None:
        """Return the one state that a mention names; None if it names none or several."""
        if mention.kind is not Kind.STATE or mention.name is None:
            return None
        demonym = self.authority.demonym(mention.name) if mention.form is Form.ADJECTIVE else None
        rows = (demonym,) if demonym is not None else self.authority.candidates(mention.name)
        rows = rows or self.authority.candidates(mention.name.removesuffix(" Republic"))
        rows = rows or self.authority.candidates(mention.name.rpartition(" of ")[2])
        states = [row for row in rows if row.kind is Kind.STATE]
        return states[0] if len(states) == 1 else None

    def codes(self) -> set[str | None]:
        """Return the codes of the states that the report mentions."""
        return {row.state for _, row in self.found.values()}

    def qualifying(self, mention: Mention) -> Row | None:
        """Return the state within, possessing or following a name."""
        inside = self._within(mention.span)
        if inside:
            return inside[-1][1]
        begin, end = mention.span
        text = self.article.text
        for at, (after, row) in self.found.items():
            between = text[after:begin] if after <= begin else text[end:at] if at >= end else ""
            if after <= begin and _BEFORE.fullmatch(between) and "of" not in between.split():
                return row
            if at >= end and _AFTER.fullmatch(between):
                return row
        return None

    def core(self, span: Span, name: str) -> str:
        """Return the name without its state: "Foreign Ministry" of "Kenyan Foreign Ministry"."""
        core = name
        for words, _ in self._within(span):
            core = core.replace(words, "")
        core = re.sub(r"\s+of( the)?\s*$", "", " ".join(core.split()))
        return re.sub(r"^the\s+|\s+of the Republic$", "", core) or name

    def _within(self, span: Span) -> list[tuple[str, Row]]:
        """Return the words and rows of the states inside a longer name."""
        return [
            (self.article.quote(Span(at, after)), row)
            for at, (after, row) in self.found.items()
            if span.begin <= at and after <= span.end and span != (at, after)
        ]
