"""Mentions of persons, bodies, states, places, gatherings and works: spaCy's entities, repaired and typed.

What an authority knows comes first, then official names around their head nouns, then names that
words of office lead in; only what is left is typed by the recogniser's own vote, over the whole report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate import descriptions, gazetteer, official, titles
from dateline.annotate.page import Page, Unit
from dateline.annotate.titles import Office
from dateline.authority import Authority
from dateline.authority.names import plain
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.model import Form, Kind, Mention, Parse, Span

_VOTES = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANIZATION, "GPE": Kind.PLACE, "LOC": Kind.PLACE}
_ACTING = frozenset(("nsubj", "nsubjpass", "poss", "agent", "conj", "appos", "dobj", "pobj"))
_FULL = 2
"""Fewest words of a full name."""
_PERSON_WORDS = 6
"""A person's name has no more words."""
_ACRONYM = 2
"""Fewest letters of an acronym."""


def recognize(parse: Parse, authority: Authority, words: Words | None = None) -> tuple[Mention, ...]:
    """Return the typed mentions of a report, unlinked, in text order; what cannot be typed is left out."""
    page = Page(parse, words or lexicon.load())
    gazetteer.find(page, authority)
    official.find(page)
    offices = titles.find(page)
    found = [*_filed_from(page, authority), *(_mention(page, unit) for unit in page.units)]
    rest = _Rest(page, offices)
    named = [*found, *rest.mentions()]
    described = descriptions.find(page, offices, named)
    return tuple(sorted(_acronyms(page, [*named, *described]), key=lambda m: (m.span.begin, -m.span.end)))


def _filed_from(page: Page, authority: Authority) -> Iterator[Mention]:
    """Yield the known places of the dateline, which is not parsed: they have no head token (-1)."""
    article = page.parse.article
    for span in article.places:
        rows = authority.candidates(article.quote(span))
        places = [row for row in rows if row.kind in (Kind.CITY, Kind.PLACE, Kind.STATE)]
        if places:
            kind = gazetteer.best(tuple(places)).kind
            yield Mention(span, -1, kind, Form.NAME, " ".join(article.quote(span).split()))


def _mention(page: Page, unit: Unit) -> Mention:
    last = unit.last - page.is_possessive(unit.last - 1)
    compound = page.same(unit.first, last) and page.is_hyphen(last) and unit.kind is Kind.STATE
    return Mention(
        span=page.span(unit.first, last),
        head=unit.head if unit.head >= 0 else page.head(unit.first, last),
        kind=unit.kind,
        form=Form.ADJECTIVE if unit.demonym or compound else Form.NAME,
        name=page.string(unit.first, last),
    )


class _Rest:
    """What no unit holds: persons by their titles, and the recogniser's vote on the others."""

    def __init__(self, page: Page, offices: tuple[Office, ...]) -> None:
        self.page = page
        self.office = {index: office for office in offices for index in range(office.begin, office.end)}
        self.after = {office.last: office for office in offices if not office.plural}
        self.bodies = {office.body for office in offices if office.body is not None}
        self.small = {text for i, text in enumerate(page.text) if not page.upper[i]}

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions, typed by the whole report."""
        segments = [each for run in self.page.runs() for each in self._segments(*run)]
        kinds = self._kinds(segments)
        for first, last in segments:
            kind = kinds.get(self.page.string(first, last))
            if kind is not None:
                yield self._typed(first, last, kind)

    def _typed(self, first: int, last: int, kind: Kind) -> Mention:
        page = self.page
        title = self._title(first) if kind is Kind.PERSON else None
        return Mention(
            page.span(first, last), page.head(first, last), kind, Form.NAME, page.string(first, last), title=title
        )

    def _kept(self, first: int, last: int) -> int:
        """Return the begin of a name with the honorific that belongs to a single name: "Sheikh Hasina"."""
        page = self.page
        single = all(page.is_hyphen(i) or page.is_hyphen(i - 1) for i in range(first + 1, last))
        kept = (
            single and first > page.start[first] and page.lower[first - 1] in page.words.kept and page.upper[first - 1]
        )
        return first - 1 if kept else first

    def _segments(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Cut a run at offices, honorifics and the recogniser's borders."""
        page, begin = self.page, first
        for at in range(first, last + 1):
            if at < last and not (at in self.office or self._is_honorific(at) or self._is_border(begin, at)):
                continue
            end = at
            while end > begin and page.is_hyphen(end - 1):
                end -= 1
            if end > begin:
                yield self._kept(begin, end), end
            begin = at if at < last and self._is_border(begin, at) and at not in self.office else at + 1
            while begin < last and page.is_hyphen(begin):
                begin += 1

    def _is_honorific(self, at: int) -> bool:
        page = self.page
        return page.lower[at] in page.words.honorifics and (page.lower[at] != "he" or page.text[at] == "HE")

    def _is_border(self, begin: int, at: int) -> bool:
        """Tell whether the recogniser begins a person here within a run that did not begin as one."""
        page = self.page
        if at <= begin or page.is_hyphen(at - 1) or page.is_hyphen(at) or self._is_titled(begin):
            return False
        one, other = page.tokens[at - 1], page.tokens[at]
        return other.entity_begins and other.entity == "PERSON" and one.entity in ("ORG", "GPE", "LOC", "NORP")

    def _leads(self, first: int) -> Office | None:
        """Return the office whose words end where a name begins, honorifics between left aside."""
        page, at = self.page, first
        while at > page.start[first] and (self._is_honorific(at - 1) or page.lower[at - 1] in page.words.former):
            at -= 1
        found = self.after.get(at)
        if found is None and at - 1 > page.start[first] and page.text[at - 1] == ",":
            found = self._around(self.after.get(at - 1), first)
        return found

    def _around(self, office: Office | None, first: int) -> Office | None:
        """Return an office that a comma parts from a name that stands alone, if it is definite: "the Speaker, X,"."""
        page = self.page
        if office is None or not page.same(first, office.first - 1) or not self._is_definite(office):
            return None
        after = page.run(first)
        listed = page.same(first, after) and page.lower[after] in ("and", "or")
        return None if listed or (after - first < _FULL and not self._is_honorific(first - 1)) else office

    def _is_definite(self, office: Office) -> bool:
        page, first = self.page, office.first
        owned = page.tags[first - 1] == "PRP$" or page.is_possessive(first - 1)
        return page.lower[first - 1] == "the" or owned or office.body is not None

    def _title(self, first: int) -> Span | None:
        office = self._leads(first)
        noun = self._noun(first) if office is None else None
        if noun is not None:
            return descriptions.span(self.page, noun)
        return self._joined(office) if office is not None else None

    def _joined(self, office: Office) -> Span:
        """Return the span of a title with the office that "and" joins to it: "Deputy Speaker and Senator"."""
        page, at = self.page, office.first - 1
        words, before = office.span(page), self.after.get(at)
        if before is None or before.body or not page.same(office.first, at) or page.lower[at] != "and":
            return words
        return Span(before.span(page).begin, words.end)

    def _is_titled(self, first: int) -> bool:
        page = self.page
        honored = first > page.start[first] and self._is_honorific(first - 1)
        return honored or self._leads(first) is not None or self._noun(first) is not None

    def _noun(self, first: int) -> int | None:
        """Return the noun in lower case that describes the person named after it: "her Danish counterpart, …"."""
        page, at = self.page, first - 1
        comma = at > page.start[first] and page.text[at] == ","
        at -= comma
        if at < page.start[first] or page.upper[at] or page.tags[at] != "NN":
            return None
        if page.words.persons.get(page.lower[at]) is not Kind.PERSON:
            return None
        after = page.run(first)
        return None if comma and (not page.same(first, after) or page.text[after] not in (",", ".")) else at

    def _kinds(self, segments: list[tuple[int, int]]) -> dict[str, Kind]:
        """Return for each name the kind that the report as a whole gives it."""
        page = self.page
        votes: dict[str, Counter[Kind]] = defaultdict(Counter)
        sure: set[str] = set()
        for first, last in segments:
            name = page.string(first, last)
            for token in page.tokens[first:last]:
                if token.entity in _VOTES:
                    votes[name][_VOTES[token.entity]] += 1
            votes[name][Kind.DELEGATION] += sum(token.entity not in _VOTES for token in page.tokens[first:last])
            if self._is_person_shape(first, last) and (self._is_titled(first) or self._is_apposed(last)):
                sure.add(name)
        return dict(self._decided(segments, votes, sure))

    def _decided(
        self, segments: list[tuple[int, int]], votes: dict[str, Counter[Kind]], sure: set[str]
    ) -> Iterator[tuple[str, Kind]]:
        page = self.page
        bearers = [name for name in sure] + [
            n for n, v in votes.items() if " " in n and v[Kind.PERSON] > v[Kind.ORGANIZATION]
        ]
        surnames = {plain(name.split()[-1]) for name in bearers}
        for first, last in sorted(segments, key=lambda s: s[0] - s[1]):
            name = page.string(first, last)
            if name in sure or (plain(name) in surnames and last - first == 1):
                yield name, Kind.PERSON
            elif (first, last) in self.bodies and self._is_body(first, last):
                yield name, Kind.ORGANIZATION
            else:
                kind = self._vote(first, last, votes[name]) or self._row(first, last, bearers)
                if kind is not None:
                    yield name, kind

    def _row(self, first: int, last: int, persons: list[str]) -> Kind | None:
        """Return PERSON for a name of which the recogniser says nothing, in a row with a person's."""
        page, head = self.page, self.page.tokens[self.page.head(first, last)]
        if last - first < _FULL or head.dep != "conj" or any(t.entity for t in page.tokens[first:last]):
            return None
        known = {name.split()[-1] for name in persons}
        return Kind.PERSON if page.text[head.head] in known and self._is_person_shape(first, last) else None

    def _is_body(self, first: int, last: int) -> bool:
        """Tell whether what stands in a body's place is a noun and no people's name."""
        page = self.page
        people = any(token.entity == "NORP" for token in page.tokens[first:last])
        return page.tags[last - 1].startswith("NN") and not people and not self._is_common(last - 1)

    def _stands(self, name: str) -> bool:
        """Tell whether a single name is an acronym or somewhere more than a modifier: "Tory" in "Tory MPs" is not."""
        tokens = self.page.tokens
        deps = {tokens[i].dep for i, text in enumerate(self.page.text) if text == name}
        return name.isupper() or not deps <= {"compound", "amod", "nmod"}

    def _is_located(self, first: int, last: int) -> bool:
        """Tell whether a place that no authority knows stands somewhere as places do: after "in", beside another."""
        page, name = self.page, self.page.text[last - 1]
        for i in (i for i, text in enumerate(page.text) if text == name):
            at = i - (last - first)
            at -= at >= 0 and page.lower[at] == "the"
            beside = page.same(i, i + 2) and page.text[i + 1] == "," and page.unit[i + 2] is not None
            if beside or (
                at >= 0 and (page.tags[at] in ("IN", "TO", "CC") or page.text[at] == ",") and page.lower[at] != "with"
            ):
                return True
        return False

    def _is_location(self, name: str) -> bool:
        """Tell whether a single name always follows "in" or "near"."""
        page = self.page
        before = [page.lower[i - 1] for i, text in enumerate(page.text) if text == name and i > 0]
        return bool(before) and not name.isupper() and all(word in ("in", "near") for word in before)

    def _vote(self, first: int, last: int, votes: Counter[Kind]) -> Kind | None:
        kind, count = max(votes.items(), key=lambda item: (item[0] is not Kind.DELEGATION, item[1], item[0].value))
        labelled = votes.total() - votes[Kind.DELEGATION]
        if kind is Kind.DELEGATION or count * 3 < labelled * 2 or labelled * 3 < votes.total():
            return None
        if kind is Kind.PERSON:
            alone = last - first == 1 and not self._is_alive(first)
            return kind if self._is_person_shape(first, last) and not alone else None
        if self.page.tags[first] in ("JJ", "VBG", "VBN", "RB", "NNPS") and last - first == 1:
            return None
        if kind is Kind.PLACE and not self._is_located(first, last):
            led = self.page.lower[first - 1] in ("with", "by") and self._is_person_shape(first, last)
            return Kind.PERSON if led and last - first >= _FULL else None
        if last - first == 1 and kind is Kind.ORGANIZATION and self._is_location(self.page.text[first]):
            return Kind.PLACE
        if last - first == 1 and kind is Kind.ORGANIZATION and not self._stands(self.page.text[first]):
            return None
        generic = last - first == 1 and self.page.lower[first] in self.page.words.common
        return None if generic or self._is_common(last - 1) else kind

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
        return (
            word in self.small
            or word.endswith(official.ABSTRACT)
            or word in page.words.portfolios
            or word in page.words.bodies
        )

    def _is_indefinite(self, index: int) -> bool:
        """Tell whether "a" or "an" stands before the run that a token ends."""
        page, at = self.page, index
        while at > page.start[index] and (page.capital[at] or page.is_hyphen(at)):
            at -= 1
        return page.lower[at] in ("a", "an", "another", "any", "each", "every", "no")

    def _is_person_shape(self, first: int, last: int) -> bool:
        page = self.page
        words = [page.text[i] for i in range(first, last) if not page.is_hyphen(i)]
        plain = all(not any(char.isdigit() for char in word) and word not in ("&",) for word in words)
        acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
        body = page.lower[last - 1] in page.words.bodies
        return plain and not acronym and not body and len(words) <= _PERSON_WORDS + sum(w.islower() for w in words)

    def _is_apposed(self, last: int) -> bool:
        """Tell whether ", chairman of …" follows the name."""
        page, at = self.page, last
        if not page.same(last - 1, at) or page.text[at] != ",":
            return False
        at += 1
        while page.same(last - 1, at) and (
            page.tags[at] in ("DT", "PRP$") or page.unit[at] is not None or page.is_possessive(at)
        ):
            at += 1
        office = self.office.get(at)
        return office is not None and not office.plural and page.same(last - 1, at)


def _acronyms(page: Page, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those that an acronym in brackets follows with that acronym, and the acronyms' own."""
    begins = {token.span.end: token.index + 1 for token in page.tokens}
    inner = {m.span.end: m.span.begin for m in sorted(mentions, key=lambda m: m.span.begin) if m.form is Form.NAME}
    taken = {m.span for m in mentions if m.form is Form.NAME}
    kinds: dict[str, Kind] = {}
    extra: list[Mention] = []
    for mention in mentions:
        at = begins.get(mention.span.end, 0)
        acronym = _bracketed(page, at) if mention.form is Form.NAME and mention.name and " " in mention.name else None
        if (
            acronym is None
            or inner[mention.span.end] != mention.span.begin
            or not _abbreviates(acronym, mention.name or "")
        ):
            extra.append(mention)
            continue
        kinds[acronym] = mention.kind
        extra.append(replace(mention, acronym=acronym))
        span = page.tokens[at + 1].span
        if span not in taken:
            extra.append(Mention(span, at + 1, mention.kind, Form.NAME, acronym))
    for mention in extra:
        kind = kinds.get(mention.name or "")
        yield replace(mention, kind=kind) if kind is not None and mention.form is Form.NAME else mention


def _bracketed(page: Page, at: int) -> str | None:
    if not page.same(at - 1, at + 2) or page.text[at] != "(" or page.text[at + 2] != ")":
        return None
    inner = page.text[at + 1]
    return inner if len(inner) >= _ACRONYM and sum(c.isupper() for c in inner) * 2 > len(inner) else None


def _abbreviates(acronym: str, name: str) -> bool:
    """Tell whether most letters of an acronym begin words of the name.

    >>> _abbreviates("OSCE", "Organization for Security and Co-operation in Europe"), _abbreviates("UN", "Oslo")
    (True, False)
    """
    initials = {word[0].upper() for word in name.replace("-", " ").split()}
    return sum(char.upper() in initials for char in acronym) * 2 > len(acronym)
