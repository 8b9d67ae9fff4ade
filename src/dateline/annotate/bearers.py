"""Which named person a description means: by the office, the title, the counterpart, or as the only one told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.annotate import holders
from dateline.annotate.affiliations import is_postnominal
from dateline.annotate.holders import Holding
from dateline.annotate.page import Page
from dateline.annotate.titles import Office
from dateline.model import Form, Kind, Mention, Ref, Span

_ROWS = frozenset((" and ", ", ", "-", " - ", "–", " – "))
_LENGTHS = sorted({len(row) for row in _ROWS})


class Bearers:
    """The offices of one report and who bears them."""

    def __init__(self, page: Page, offices: tuple[Office, ...], mentions: tuple[Mention, ...]) -> None:
        """Index the offices by their tokens."""
        self.page = page
        self.mentions = mentions
        self.office = {index: office for office in offices for index in range(office.begin, office.end)}
        self.holdings = list(holders.find(page, offices, mentions))

    def is_owned(self, mention: Mention) -> bool:
        """Tell whether a named body stands before an office, which makes it one: "AU president", in headline style."""
        office = self.office.get(mention.head)
        before = office is not None and office.body is not None and office.body[1] <= office.begin
        return before and office is not None and self._body(office) is not None

    def sure(self, mention: Mention) -> Mention | None:
        """Return whom a description means whether or not it has an article: one named later, or a counterpart."""
        office = self.office.get(mention.head)
        if office is None:
            return self._counterpart(mention) if self._noun(mention) == "counterpart" else None
        if is_postnominal(self.page, office.head):
            end = self.page.tokens[office.head - 1].span.end
            return _single([m for m in self.mentions if m.kind is Kind.PERSON and m.name and m.span.end == end])
        return self._named_later(office, mention) if not (office.plural or office.former) else None

    def likely(self, mention: Mention, before: list[Mention]) -> Mention | None:
        """Return the one person whom a definite description fits, of those named before."""
        office = self.office.get(mention.head)
        if office is None:
            return self._entitled(mention) or self._only(mention, before)
        if office.plural or office.former:
            return None
        earlier = [h for h in self.holdings if h.person.span.begin < mention.span.begin]
        found = [h.person for h in earlier if self._fits(office, h.office)]
        if found:
            return _single(found)
        return self._introduced(self._states(office.span(self.page), office)) or self._unplaced(office, earlier)

    def _named_later(self, office: Office, mention: Mention) -> Mention | None:
        """Return the one person whom the report names later as "the spokesman, X" or "spokesman X"."""
        alike = [h for h in self.holdings if self._is_alike(office, h)]
        return _single([h.person for h in alike if self._is_first(h.person, mention)])

    def _is_alike(self, office: Office, holding: Holding) -> bool:
        """Tell whether a later office takes up a description's: the same role, of its body or of none said."""
        held = holding.office
        if held.first <= office.last or self._core(held) != self._core(office):
            return False
        if held.body is not None:
            states, body = self._states_of(office), self._body(office)
            return (bool(states) and states == self._states_of(held)) or (body is not None and body == self._body(held))
        around = holding.pattern == "around" and self.page.lower[held.first - 1] == "the"
        return around if office.body is None else around or holding.pattern == "before"

    def _is_first(self, person: Mention, mention: Mention) -> bool:
        """Tell whether a person is not named before a description, nor another so described."""
        begin = mention.span.begin
        rivals = (m for m in self.mentions if m.form is Form.DESCRIPTION and m.head in self.office and m != mention)
        head = self.page.lower[mention.head]
        rival = any(self.page.lower[m.head] == head and self.office[m.head].body is not None for m in rivals)
        return not rival and all(m.span.begin > begin for m in self.mentions if m.entity == person.entity)

    def _fits(self, office: Office, held: Office) -> bool:
        body = self._body(office)
        if not self._is_role(office, held):
            return False
        if body is None:
            return office.body is None or self._is_only(office, held)
        return body == self._body(held) or bool(
            self._states_of(office) & self._states_of(held) and not self._differ(office, held)
        )

    def _differ(self, office: Office, held: Office) -> bool:
        """Tell whether two offices are of two states: "Ambassador of Peru to Chile", "Ambassador of Chile"."""
        units = [self.page.unit[each.body[0]] for each in (office, held) if each.body is not None]
        both = len(units) > 1 and all(unit is not None and unit.kind is Kind.STATE for unit in units)
        return both and self._body(office) != self._body(held)

    def _is_only(self, office: Office, held: Office) -> bool:
        """Tell whether "the senate" of an office is the held one's: the report names no other so called."""
        noun = self.page.lower[office.body[1] - 1] if office.body is not None else ""
        called = {m.entity for m in self.mentions if m.name is not None and noun in m.name.casefold().split()}
        return called <= {self._body(held)}

    def _is_role(self, office: Office, held: Office) -> bool:
        """Tell whether a described role is a held one, portfolios left out."""
        if self._is_equivalent(office, held):
            return True
        if self._head(office) != self._head(held):
            return False
        words = self.page.words
        asked, given = self._core(office), self._core(held)
        return asked <= given and given - asked <= words.portfolios | words.silent | {"-"}

    def _is_equivalent(self, office: Office, held: Office) -> bool:
        """Tell whether an office is another word for a held one: "the Head of State" is a president."""
        called, whole = office.role(self.page).casefold(), self._in_full(office).casefold()
        found = self.page.words.equivalents.get(whole) or self.page.words.equivalents.get(called)
        if found is None or held.role(self.page).casefold() not in found.roles:
            return False
        if found.of is not None and self._kind(office) is not found.of:
            return False
        return found.kind is None or self._kind(held) is found.kind

    def _in_full(self, office: Office) -> str:
        """Return an office with the body that a common noun names behind it: "head of parliament"."""
        behind = office.body is not None and office.body[0] >= office.end and self._named_body(office) is None
        return self.page.string(office.begin, office.body[1]) if behind and office.body is not None else ""

    def _unplaced(self, office: Office, earlier: list[Holding]) -> Mention | None:
        """Return the one holder of whom no body is said, if the described state is told of elsewhere."""
        states = self._states_of(office)
        placed = {h.person.entity for h in earlier if h.office.body is not None}
        fitting = [h.person for h in earlier if h.person.entity not in placed and self._is_role(office, h.office)]
        span = office.span(self.page)
        told = [m for m in self.mentions if m.entity in states and not span.covers(m.span)]
        return _single(fitting) if told and not self._partners(told) - self._represented() else None

    def _partners(self, told: list[Mention]) -> set[Ref]:
        """Return the states named in one breath with others: "Peru and Chile", "Peru-Chile relations"."""
        begins, ends = {m.span.begin for m in told}, {m.span.end for m in told}
        text = self.page.parse.article.text
        found: set[Ref] = set()
        for m in self.mentions:
            if m.kind is Kind.STATE and m.entity is not None and m.entity != told[0].entity:
                after = any(text[m.span.end : m.span.end + n] in _ROWS and m.span.end + n in begins for n in _LENGTHS)
                begin = m.span.begin
                before = any(text[begin - n : begin] in _ROWS and begin - n in ends for n in _LENGTHS)
                found |= {m.entity} if after or before else set()
        return found

    def _represented(self) -> set[Ref]:
        """Return the states of which somebody is named who holds an office, or is the counterpart."""
        titles = [m.title for m in self.mentions if m.title is not None]
        return {state for title in titles for state in self._states(title)}

    def _counterpart(self, mention: Mention) -> Mention | None:
        """Return the one person of the state that "his Danish counterpart" names: so introduced, or by the office."""
        states = self._states(mention.span)
        introduced = self._introduced(states)
        if introduced is not None or not states:
            return introduced
        held = [h for h in self.holdings if h.person.span.begin < mention.span.begin]
        return _single([h.person for h in held if self._states_of(h.office) & states and self._is_matched(h)])

    def _is_matched(self, holding: Holding) -> bool:
        """Tell whether somebody else, if others hold offices at all, holds such a one too."""
        others = [h for h in self.holdings if h.person.entity != holding.person.entity]
        return not others or any(self._head(h.office) == self._head(holding.office) for h in others)

    def _introduced(self, states: set[Ref]) -> Mention | None:
        """Return the one person introduced as the counterpart from a state."""
        quote = self.page.parse.article.quote
        titled = ((m, m.title) for m in self.mentions if m.title is not None)
        return _single(
            [m for m, title in titled if quote(title).endswith("counterpart") and self._states(title) & states]
        )

    def _entitled(self, mention: Mention) -> Mention | None:
        """Return the one person introduced by the noun that describes: "top legislator Ana Ruiz"."""
        quote, noun = self.page.parse.article.quote, self._noun(mention)
        titled = ((m, m.title) for m in self.mentions if m.title is not None and m.span.begin < mention.span.begin)
        return _single([m for m, title in titled if quote(title).casefold().split()[-1] == noun])

    def _only(self, mention: Mention, before: list[Mention]) -> Mention | None:
        """Return the only person named so far, if the noun may describe whoever holds an office."""
        if self._noun(mention) not in self.page.words.dignitaries:
            return None
        return _single([m for m in before if m.kind is Kind.PERSON and m.entity is not None and not m.entity.local])

    def _noun(self, mention: Mention) -> str:
        return self.page.tokens[mention.head].lemma

    def _head(self, office: Office) -> str:
        word = self.page.lower[office.head]
        return self.page.words.abbreviated.get(word, (word,))[-1]

    def _role(self, office: Office) -> set[str]:
        """Return the words of a role, written in full."""
        full = self.page.words.abbreviated
        return {each for word in self.page.lower[office.begin : office.end] for each in full.get(word, (word,))}

    def _core(self, office: Office) -> set[str]:
        """Return the words of a role that reports do not leave out."""
        return self._role(office) - self.page.words.grading

    def _states_of(self, office: Office) -> set[Ref]:
        return self._states(office.span(self.page), office)

    def _states(self, span: Span, office: Office | None = None) -> set[Ref]:
        """Return the states named in a span, and in the body of an office."""
        spans = [span]
        if office is not None and office.body is not None:
            spans.append(self.page.span(*office.body))
        states = ((m.span, m.entity) for m in self.mentions if m.kind is Kind.STATE and m.entity is not None)
        return {entity for inner, entity in states if any(each.covers(inner) for each in spans)}

    def _body(self, office: Office) -> Ref | None:
        named = self._named_body(office)
        return named.entity if named is not None else None

    def _kind(self, office: Office) -> Kind | None:
        named = self._named_body(office)
        return named.kind if named is not None else None

    def _named_body(self, office: Office) -> Mention | None:
        if office.body is None:
            return None
        span = self.page.span(*office.body)
        inside = [m for m in self.mentions if span.covers(m.span) and m.name is not None]
        return max(inside, key=lambda m: m.span.end - m.span.begin, default=None)


def _single(found: Iterable[Mention]) -> Mention | None:
    """Return a mention of the one entity that all are of; None if they are of several, or none."""
    distinct = dict(_by_entity(found))
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def _by_entity(found: Iterable[Mention]) -> Iterator[tuple[Ref, Mention]]:
    yield from ((m.entity, m) for m in found if m.entity is not None)
