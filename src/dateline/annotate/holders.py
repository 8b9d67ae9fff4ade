"""Who holds which office, as the words before, after and around a name say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.annotate import rows, titles
from dateline.annotate.page import Page, Unit
from dateline.annotate.titles import Office
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.model import Form, Kind, Mention, Parse, Span

_ATTRIBUTES = frozenset("DT PRP$ JJ JJS RB RBS VBN".split())
"""Tags of what may stand between a comma and an office."""
_CLOSING = frozenset((",", ".", ";", ")", "—", "–", ":"))
_BRACKETS = 8
"""Most tokens in brackets between a name and its office."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's mention with the office that the words around it give."""

    office: Office
    person: Mention
    pattern: str
    """before, around, after, predicate or description."""

    def span(self, page: Page) -> Span:
        """Return the span from the name to the words of office."""
        spans = [self.office.span(page), self.person.span]
        if self.office.body is not None:
            spans.append(page.span(*self.office.body))
        return Span(min(span.begin for span in spans), max(span.end for span in spans))


def read(parse: Parse, mentions: Iterable[Mention], words: Words | None = None) -> tuple[Page, tuple[Office, ...]]:
    """Return a page on which the mentions are claimed, persons aside, and its offices."""
    page = Page(parse, words or lexicon.load())
    begins = {token.span.begin: token.index for token in parse.tokens}
    ends = {token.span.end: token.index + 1 for token in parse.tokens}
    named = [m for m in mentions if m.name is not None and m.kind is not Kind.PERSON and m.span.begin in begins]
    for mention in sorted(named, key=lambda m: m.span.end - m.span.begin):
        first, last = begins[mention.span.begin], ends.get(mention.span.end)
        if last is not None:
            page.claim(Unit(first, last, mention.kind, demonym=mention.form is Form.ADJECTIVE, head=mention.head))
    return page, titles.find(page)


def find(page: Page, offices: tuple[Office, ...], mentions: Iterable[Mention]) -> Iterator[Holding]:
    """Yield the holdings of a page; former offices are held by nobody, plural ones by the names that follow."""
    mentions = tuple(mentions)
    persons = [m for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
    titled = _titled(page, persons)
    by_end = {m.span.end: m for m in persons}
    by_head = {m.head: m for m in persons}
    described = {m.head: m for m in mentions if m.form is Form.DESCRIPTION and m.kind is Kind.PERSON and _is_known(m)}
    held: dict[int, Mention] = {}
    for office in offices:
        if page.lower[office.head] in page.words.ranks:
            continue
        if office.plural or office.former:
            each = titled.get(office.head, ()) if not office.former else ()
            yield from (Holding(_of_origin(page, office, person), person, "before") for person in each)
            continue
        holding = _before(page, office, titled) or _after(page, office, by_end, held)
        holding = holding or _predicate(page, office, by_head) or _described(page, office, described)
        if holding is not None:
            held[office.last] = holding.person
            yield holding


def _is_known(mention: Mention) -> bool:
    return mention.entity is not None and not mention.entity.local


def _described(page: Page, office: Office, described: dict[int, Mention]) -> Holding | None:
    """Return what "the Chilean president" says of the person whom it means; another word for an office says nothing."""
    person = described.get(office.head)
    if person is None or office.body is None or office.role(page).casefold() in page.words.equivalents:
        return None
    return Holding(office, person, "description")


def _before(page: Page, office: Office, titled: dict[int, list[Mention]]) -> Holding | None:
    """Return what a title says that the office is or is part of: "Speaker and Senator X"."""
    persons = titled.get(office.first)
    if not persons:
        return None
    comma = page.same(office.first, office.last) and page.text[office.last] == ","
    return Holding(_of_origin(page, office, persons[0]), persons[0], "around" if comma else "before")


def _of_origin(page: Page, office: Office, person: Mention) -> Office:
    """Return an office without a body with the state that follows the name: "President Rosa Delgado of Peru"."""
    if office.body is not None or page.tags[office.first - 1] == "PRP$":
        return office
    at = person.head + 1
    while at < len(page.tokens) and page.tokens[at].span.end <= person.span.end:
        at += 1
    body, _ = rows.origin(page, at) if page.same(person.head, at) else (None, at)
    unit = page.unit[body[0]] if body is not None else None
    return replace(office, body=body) if unit is not None and unit.kind is Kind.STATE else office


def _titled(page: Page, persons: list[Mention]) -> dict[int, list[Mention]]:
    """Return for each token of a title the persons who bear it."""
    begins = {token.span.begin: token.index for token in page.tokens}
    found: dict[int, list[Mention]] = {}
    for person in persons:
        title = person.title
        at = begins.get(title.begin) if title is not None else None
        while title is not None and at is not None and at < len(page.tokens) and title.covers(page.tokens[at].span):
            found.setdefault(at, []).append(person)
            at += 1
    return found


def _after(page: Page, office: Office, by_end: dict[int, Mention], held: dict[int, Mention]) -> Holding | None:
    at = _opening(page, office.first)
    if at is None:
        return None
    joined = at - (page.lower[at] == "and" and page.text[at - 1] == ",")
    if page.lower[at] == "and" and joined in held:
        return Holding(office, held[joined], "after")
    if page.text[at] not in (",", "(", "–", "—") or at == page.start[office.first]:
        return None
    person = by_end.get(page.tokens[_past_brackets(page, at) - 1].span.end)
    return Holding(office, person, "after") if person is not None and _is_apposed(page, office) else None


def _past_brackets(page: Page, at: int) -> int:
    """Return the token after the name before a comma, an age and what stands in brackets left aside."""
    if at - 2 > page.start[at] and page.text[at - 1].isdigit() and page.text[at - 2] == ",":
        at -= 2
    if page.text[at - 1] == ")":
        first = max(page.start[at], at - _BRACKETS)
        at = next((i for i in range(at - 1, first, -1) if page.text[i] == "("), at)
    return at


def _is_apposed(page: Page, office: Office) -> bool:
    """Tell whether an office after a comma ends there, or is by the parse what the name before is."""
    at = office.last
    if office.body is None and page.lower[office.head] in page.words.titular:
        return False
    if not page.same(office.head, at) or page.text[at] in _CLOSING or page.lower[at] in ("and", "who", "said", "told"):
        return True
    joined = page.is_possessive(at) or page.is_hyphen(at) or page.capital[at] or page.honorific[at]
    return page.tokens[office.head].dep == "appos" and not joined and not page.tags[at].startswith("NN")


def _opening(page: Page, first: int) -> int | None:
    """Return the token before the office, articles, adjectives and a possessing name left aside."""
    at = first - 1
    while at >= page.start[first]:
        possessor = page.is_possessive(at) or (at + 1 < first and page.is_possessive(at + 1))
        if page.lower[at] in page.words.former:
            return None
        if not (possessor or page.tags[at] in _ATTRIBUTES or page.lower[at] in ("also", "both")):
            return at
        unit = page.unit[at]
        at = unit.first - 1 if unit is not None else at - 1
    return None


def _predicate(page: Page, office: Office, by_head: dict[int, Mention]) -> Holding | None:
    """Return what "X is chairman of …" and "X, who is chairman of …" say."""
    token = page.tokens[office.head]
    verb = page.tokens[token.head]
    if token.dep != "attr" or verb.tag not in ("VBZ", "VBP") or verb.lemma != "be":
        return None
    children = [page.tokens[child] for child in page.parse.children[verb.index]]
    if any(child.dep in ("neg", "aux") for child in children):
        return None
    subject = next((child for child in children if child.dep == "nsubj"), None)
    if subject is None:
        return None
    person = by_head.get(verb.head if subject.tag == "WP" and verb.dep == "relcl" else subject.index)
    return Holding(office, person, "predicate") if person is not None else None
