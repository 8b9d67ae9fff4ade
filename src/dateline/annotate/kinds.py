"""The kinds of names that nothing around them decides: by what introduces them, then by votes over the report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from dateline.annotate.introductions import Introductions
from dateline.annotate.page import Page
from dateline.annotate.segments import Segment
from dateline.annotate.titles import Office
from dateline.authority.names import plain
from dateline.model import Kind, Token

_VOTES = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANIZATION, "GPE": Kind.PLACE, "LOC": Kind.PLACE}
_ACTING = frozenset(("nsubj", "nsubjpass", "poss", "agent", "conj", "appos", "dobj", "pobj"))
_CODE = re.compile(r"[A-Z]+-?\d+$|[A-Z]-[A-Z][a-z]*\.?$")
"""A model's number ("A350") or a party with a constituency ("R-Wis.")."""
_INITIAL = re.compile(r"(?:[A-Z]\.|[A-Z][a-z]?\.([A-Z][a-z]+))$")
_INDEFINITE = frozenset(("a", "an", "another", "any", "each", "every", "no"))
_SIDED = frozenset(("with", "by", "between", "against"))
"""Prepositions behind which stands whoever takes part."""
_FULL = 2
"""Fewest words of a full name."""
_PAIRED = 4
"""Fewest tokens of a name with a hyphen in its given name: "Jean-Luc Roux"."""
_SHOUTED = 4
"""So many words in capitals throughout are no acronyms."""
_SHORT = 4
"""An acronym taken for a person has no more letters."""
_LONGEST = 6
"""A person's name has no more words."""


def decide(
    page: Page, segments: tuple[Segment, ...], introduced: Introductions, offices: tuple[Office, ...]
) -> dict[str, Kind]:
    """Return for each name the kind that the report as a whole gives it; a name that has none is left out."""
    return dict(_Election(page, segments, introduced, offices).results())


class _Election:
    """The votes of the recogniser on the names of one report, and what overrules them."""

    def __init__(
        self, page: Page, segments: tuple[Segment, ...], introduced: Introductions, offices: tuple[Office, ...]
    ) -> None:
        self.page = page
        self.segments = segments
        self.places = {office.body for office in offices if office.body is not None}
        self.small = {text for i, text in enumerate(page.text) if not page.upper[i]}
        self.votes = self._count()
        self.sure = {
            page.string(*each)
            for each in segments
            if is_person_shape(page, *each)
            and (introduced.is_titled(each[0]) or self._is_apposed(introduced, *each) or self._is_own_name(*each))
        }

    def _is_apposed(self, introduced: Introductions, first: int, last: int) -> bool:
        """Tell whether an office follows a name that has no article: not "for the Rivers Process, Ambassador …"."""
        return introduced.is_apposed(last) and not (
            first > self.page.start[first] and self.page.lower[first - 1] == "the"
        )

    def _count(self) -> dict[str, Counter[Kind | None]]:
        votes: dict[str, Counter[Kind | None]] = defaultdict(Counter)
        for first, last in self.segments:
            name = self.page.string(first, last)
            votes[name].update(_VOTES.get(token.entity) for token in self.page.tokens[first:last])
        return votes

    def _is_own_name(self, first: int, last: int) -> bool:
        """Tell whether a name begins with an initial ("S. Berg", "Sh.Dorj"), or a full one with a given name."""
        page = self.page
        initial = _INITIAL.match(page.text[first])
        if initial is not None and not page.honorific[first]:
            return bool(initial[1]) or (last - first >= _FULL and page.upper[first + 1])
        return self._has_given_name(first, last)

    def _has_given_name(self, first: int, last: int) -> bool:
        """Tell whether a full name without article begins with a given name or a style, and is none of a thing."""
        page = self.page
        word = page.lower[first]
        known = word in page.words.given or plain(word) in page.words.given or word in page.words.kept
        if last - first < _FULL or not known:
            return False
        bare = first == page.start[first] or page.lower[first - 1] not in ("the", "a", "an")
        paired = page.is_hyphen(first + 1) and last - first < _PAIRED
        return bare and not paired and not self._is_common(last - 1)

    def results(self) -> Iterator[tuple[str, Kind]]:
        """Yield the names with their kinds, longer names first."""
        page = self.page
        bearers = [*self.sure, *(n for n, v in self.votes.items() if " " in n and _leans_to_person(v))]
        surnames = {plain(name.split()[-1]) for name in bearers} | {plain(name.split()[0]) for name in self.sure}
        borne = {plain(name) for name in self.sure if " " not in name}
        for first, last in sorted(self.segments, key=lambda s: s[0] - s[1]):
            name = page.string(first, last)
            full = " " in name and plain(name.split()[-1]) in borne and is_person_shape(page, first, last)
            if name in self.sure or full or (plain(name) in surnames and last - first == 1):
                yield name, Kind.PERSON
            elif (first, last) in self.places and self._is_body(first, last):
                yield name, Kind.ORGANIZATION
            else:
                kind = self._voted(first, last) or self._in_row(first, last, bearers)
                if kind is not None:
                    yield name, kind

    def _voted(self, first: int, last: int) -> Kind | None:
        if last - first == 1 and self._reports(first):
            return Kind.ORGANIZATION
        votes = self.votes[self.page.string(first, last)]
        labelled = votes.total() - votes[None]
        kind, count = max(votes.items(), key=lambda item: (item[0] is not None, item[1], item[0] or ""))
        if kind is None or count * 3 < labelled * 2 or labelled * 3 < votes.total():
            return None
        if kind is Kind.PERSON:
            return kind if self._may_be_person(first, last) else None
        if last - first == 1 and self.page.tags[first] in ("JJ", "VBG", "VBN", "RB", "NNPS"):
            return None
        coded = _CODE.match(self.page.text[last - 1]) or _CODE.match(self.page.string(first, last))
        if coded or self._is_shouted(first):
            return None
        if kind is Kind.PLACE and not self._is_located(first, last):
            led = self.page.lower[first - 1] in ("with", "by") and is_person_shape(self.page, first, last)
            return Kind.PERSON if led and last - first >= _FULL else None
        return self._unless_common(first, last, kind)

    def _reports(self, index: int) -> bool:
        """Tell whether a single name that is no person's stands somewhere as an agency: "…, Telpress reported"."""
        page = self.page
        if self.votes[page.text[index]][Kind.PERSON] > 0 and len(page.text[index]) > _SHORT:
            return False
        tokens = (page.tokens[i] for i, text in enumerate(page.text) if text == page.text[index])
        return any(t.dep == "nsubj" and page.tokens[t.head].lemma in page.words.reporting for t in tokens)

    def _is_shouted(self, index: int) -> bool:
        """Tell whether a word stands among others in capitals throughout: "MAKE AMERICA RICH AGAIN"."""
        page, first, last = self.page, index, index
        while first > page.start[index] and page.text[first - 1].isupper():
            first -= 1
        while last < page.end[index] and page.text[last].isupper():
            last += 1
        return last - first >= _SHOUTED

    def _unless_common(self, first: int, last: int, kind: Kind) -> Kind | None:
        page, word = self.page, self.page.text[first]
        if (last - first == 1 and page.lower[first] in page.words.common) or self._is_common(last - 1):
            return None
        if kind is not Kind.ORGANIZATION:
            return kind
        if last - first == 1 and self._is_location(word):
            return Kind.PLACE
        return kind if self._acts(first, last) else None

    def _may_be_person(self, first: int, last: int) -> bool:
        alone = last - first == 1 and (not self._is_alive(first) or self.page.lower[first] in self.page.words.common)
        return is_person_shape(self.page, first, last) and not alone and not self._modifies_plural(first, last)

    def _modifies_plural(self, first: int, last: int) -> bool:
        """Tell whether a row of names says of which things a plural is: "Dangam, Narai and Marawara districts"."""
        tokens = self.page.tokens
        token = tokens[self.page.head(first, last)]
        while token.dep == "conj":
            token = tokens[token.head]
        return token.dep in ("nmod", "compound", "amod") and tokens[token.head].tag == "NNS"

    def _in_row(self, first: int, last: int, persons: list[str]) -> Kind | None:
        """Return PERSON for a name of which the recogniser says nothing, in a row with a person's."""
        page, head = self.page, self.page.tokens[self.page.head(first, last)]
        if last - first < _FULL or head.dep != "conj" or any(t.entity for t in page.tokens[first:last]):
            return None
        known = {name.split()[-1] for name in persons}
        return Kind.PERSON if page.text[head.head] in known and is_person_shape(page, first, last) else None

    def _is_body(self, first: int, last: int) -> bool:
        """Tell whether what stands in a body's place is a noun and no people's name."""
        page = self.page
        people = any(token.entity == "NORP" for token in page.tokens[first:last])
        return page.tags[last - 1].startswith("NN") and not people and not self._is_common(last - 1)

    def _acts(self, first: int, last: int) -> bool:
        """Tell whether a name stands somewhere as one who acts or owns, or with whom or against whom others do."""
        page, name = self.page, self.page.text[last - 1]
        places = (i for i, text in enumerate(page.text) if text == name)
        return any(self._is_acting(page.tokens[i]) for i in places)

    def _is_acting(self, token: Token) -> bool:
        tokens = self.page.tokens
        while token.dep in ("conj", "appos") and token.head != token.index:
            token = tokens[token.head]
        if token.dep == "pobj":
            return tokens[token.head].dep == "agent" or tokens[token.head].lemma in _SIDED
        above = tokens[token.head]
        if token.dep == "compound" and above.lemma in self.page.words.grouping:
            return True
        return token.dep == "poss" or (token.dep == "nsubj" and above.tag.startswith("VB") and above.lemma != "be")

    def _is_located(self, first: int, last: int) -> bool:
        """Tell whether a place that no authority knows stands somewhere as places do: after "in", beside another."""
        page, name = self.page, self.page.text[last - 1]
        for i in (i for i, text in enumerate(page.text) if text == name):
            at = i - (last - first)
            at -= at >= 0 and page.lower[at] == "the"
            beside = page.same(i, i + 2) and page.text[i + 1] == "," and page.unit[i + 2] is not None
            led = at >= 0 and (page.tags[at] in ("IN", "TO", "CC") or page.text[at] == ",")
            if beside or (led and page.lower[at] != "with"):
                return True
        return False

    def _is_location(self, name: str) -> bool:
        """Tell whether a single name always follows "in" or "near"."""
        page = self.page
        before = [page.lower[i - 1] for i, text in enumerate(page.text) if text == name and i > 0]
        return bool(before) and not name.isupper() and all(word in ("in", "near") for word in before)

    def _is_alive(self, index: int) -> bool:
        """Tell whether a single name stands where persons do: without article, and not before another noun."""
        page, word = self.page, self.page.text[index]
        places = [i for i, text in enumerate(page.text) if text == word]
        bare = all(i == page.start[i] or page.tags[i - 1] not in ("DT", "JJ") for i in places)
        return bare and any(page.tokens[i].dep in _ACTING for i in places)

    def _is_common(self, index: int) -> bool:
        """Tell whether a word in capitals is a common noun: by its ending, or since it is elsewhere written without."""
        page, word = self.page, self.page.lower[index]
        if self._is_indefinite(index):
            return True
        if page.text[index].isupper():
            return False
        known = word in page.words.portfolios or word in page.words.bodies
        return known or word in self.small or word.endswith(page.words.endings)

    def _is_indefinite(self, index: int) -> bool:
        """Tell whether "a" or "an" stands before the run that a token ends."""
        page, at = self.page, index
        while at > page.start[index] and (page.capital[at] or page.is_hyphen(at)):
            at -= 1
        return page.lower[at] in _INDEFINITE


def _leans_to_person(votes: Counter[Kind | None]) -> bool:
    return votes[Kind.PERSON] > votes[Kind.ORGANIZATION]


def is_person_shape(page: Page, first: int, last: int) -> bool:
    """Tell whether a name may be a person's by its words alone."""
    words = [page.text[i] for i in range(first, last) if not page.is_hyphen(i)]
    length = last - first - sum(2 * page.is_hyphen(i) or page.text[i].islower() for i in range(first, last))
    unlettered = any(word == "&" or any(char.isdigit() for char in word) for word in words)
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    body = page.lower[last - 1] in page.words.bodies
    return not (unlettered or acronym or body) and length <= _LONGEST
