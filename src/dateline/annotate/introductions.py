"""What introduces a name as a person's: an office, an honorific, a describing noun, or an office in apposition."""

from __future__ import annotations

from dateline.annotate import descriptions, rows
from dateline.annotate.affiliations import is_postnominal
from dateline.annotate.page import Page
from dateline.annotate.titles import Office
from dateline.model import Kind, Span

_FULL = 2
"""Fewest words of a full name."""


class Introductions:
    """The offices of a page, asked for by the names that they lead in."""

    def __init__(self, page: Page, offices: tuple[Office, ...]) -> None:
        """Index the offices by their tokens and by the token after them."""
        self.page = page
        self.office = {index: office for office in offices for index in range(office.begin, office.end)}
        self.after = {office.last: office for office in offices if not office.plural}
        self.row = {first: office for office in offices if office.plural for first in rows.names(page, office)}
        """The names in a row after an office in the plural, by their first tokens."""

    def is_titled(self, first: int) -> bool:
        """Tell whether something before a name makes it a person's."""
        honored = first > self.page.start[first] and self.page.honorific[first - 1]
        return honored or self._leading(first) is not None or self._noun(first) is not None

    def is_apposed(self, last: int) -> bool:
        """Tell whether ", chairman of …" or "MP" follows a name that ends before a token."""
        page, at = self.page, last
        if page.same(last - 1, at) and at in self.office and is_postnominal(page, at):
            return True
        if not page.same(last - 1, at) or page.text[at] != ",":
            return False
        at += 1
        while page.same(last - 1, at) and (
            page.tags[at] in ("DT", "PRP$") or page.unit[at] is not None or page.is_possessive(at)
        ):
            at += 1
        office = self.office.get(at)
        return office is not None and not office.plural and page.same(last - 1, at)

    def title(self, first: int) -> Span | None:
        """Return the span of the words that introduce the name that begins at a token."""
        office = self._leading(first)
        if office is not None:
            return self._joined(office)
        noun = self._noun(first)
        return descriptions.span(self.page, noun) if noun is not None else None

    def _leading(self, first: int) -> Office | None:
        """Return the office whose words end where a name begins, honorifics between left aside."""
        page, at = self.page, self._past_styles(first)
        found = self.after.get(at) or self.row.get(first)
        if found is None and at - 1 > page.start[first]:
            if page.text[at - 1] == ",":
                found = self._around(self.after.get(at - 1), first)
            elif page.text[at - 1] == "(":
                found = self._bracketed(self.after.get(at - 1), first)
        return found

    def _past_styles(self, first: int) -> int:
        """Return the first of the styles before a name, an article before them and brackets around one included."""
        page, at, start = self.page, first, self.page.start[first]
        while at > start:
            if page.honorific[at - 1] or page.lower[at - 1] in page.words.former:
                at -= 1
            elif at - 3 >= start and page.text[at - 1] == ")" and page.honorific[at - 2]:
                at -= 3
            else:
                break
        return at - 1 if start < at < first and page.lower[at - 1] == "the" else at

    def _bracketed(self, office: Office | None, first: int) -> Office | None:
        """Return an office after which a full name stands in brackets."""
        page, after = self.page, self.page.run(first)
        closed = page.same(first, after) and page.text[after] == ")"
        return office if closed and after - first >= _FULL else None

    def _around(self, office: Office | None, first: int) -> Office | None:
        """Return an office that a comma parts from a name that stands alone, if it is definite: "the Speaker, X,"."""
        page = self.page
        if office is None or not page.same(first, office.first) or not self._is_definite(office):
            return None
        after = page.run(first)
        listed = page.same(first, after) and page.lower[after] in ("and", "or")
        listed = listed or (self.is_apposed(after) and self._follows_name(office))
        return None if listed or (after - first < _FULL and not page.honorific[first - 1]) else office

    def _follows_name(self, office: Office) -> bool:
        """Tell whether an office stands behind a name itself: "Ana Ruiz, Envoy of Peru, Ole Berg, Envoy of"."""
        page, comma = self.page, office.first - 1
        return comma > page.start[office.first] and page.text[comma] == "," and page.capital[comma - 1]

    def _is_definite(self, office: Office) -> bool:
        page, first = self.page, office.first
        if first == page.start[first]:
            return office.body is not None
        owned = page.tags[first - 1] == "PRP$" or page.is_possessive(first - 1)
        return page.lower[first - 1] == "the" or owned or office.body is not None

    def _joined(self, office: Office) -> Span:
        """Return the span of a title with the office that "and" joins to it: "Deputy Speaker and Senator"."""
        page, at = self.page, office.first - 1
        words, before = office.span(page), self.after.get(at)
        if page.lower[office.head] in page.words.ranks and office.first in self.after:
            return Span(self._joined(self.after[office.first]).begin, words.end)
        if page.lower[office.head] in page.words.styled and page.same(office.first, at) and page.text[at] == ",":
            return Span(before.span(page).begin, words.end) if before and self._is_definite(before) else words
        joined = before is not None and page.same(office.first, at) and page.lower[at] == "and"
        if before is None or not joined or not self._share_bearer(before, office):
            return words
        return Span(before.span(page).begin, words.end)

    def _share_bearer(self, one: Office, other: Office) -> bool:
        """Tell whether two joined offices are one person's: not "the French President and German Chancellor"."""
        page = self.page
        if one.body is None or other.body is None:
            return True
        if other.body[0] < other.begin:
            return page.lower[other.head] in page.words.rotating
        units = (page.unit[one.body[0]], page.unit[other.body[0]])
        return not all(unit is not None and unit.kind is Kind.STATE for unit in units)

    def _noun(self, first: int) -> int | None:
        """Return the noun in lower case that describes the person named after it: "her Danish counterpart, …"."""
        page, at = self.page, first - 1
        comma = at > page.start[first] and page.text[at] == ","
        at -= comma
        if at < page.start[first] or page.upper[at] or page.tags[at] not in ("NN", "NNS"):
            return None
        if page.words.persons.get(page.tokens[at].lemma) is not Kind.PERSON:
            return None
        after = page.run(first)
        if page.tags[at] == "NNS":
            several = page.same(first, after) and page.text[after] in (",", "and")
            return at if several and not comma else None
        return None if comma and (not page.same(first, after) or page.text[after] not in (",", ".")) else at
