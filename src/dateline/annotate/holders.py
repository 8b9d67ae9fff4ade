"""Who holds which office, as the words before, after and around a name say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.annotate import titles
from dateline.annotate.page import Page, Unit
from dateline.annotate.titles import Office
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.model import Form, Kind, Mention, Parse, Span

_CLOSING = frozenset((",", ".", ";", ")", "—", "–", ":"))


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
    """Yield the holdings of a page; former and plural offices are held by nobody."""
    mentions = tuple(mentions)
    persons = [m for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
    titled = _titled(page, persons)
    by_end = {m.span.end: m for m in persons}
    by_head = {m.head: m for m in persons}
    described = {m.head: m for m in mentions if m.form is Form.DESCRIPTION and m.kind is Kind.PERSON and _is_known(m)}
    held: dict[int, Mention] = {}
    for office in offices:
        if office.plural or office.former:
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


def _before(page: Page, office: Office, titled: dict[int, Mention]) -> Holding | None:
    """Return what a title says that the office is or is part of: "Speaker and Senator X"."""
    person = titled.get(office.first)
    if person is None:
        return None
    comma = page.same(office.first, office.last) and page.text[office.last] == ","
    return Holding(office, person, "around" if comma else "before")


def _titled(page: Page, persons: list[Mention]) -> dict[int, Mention]:
    """Return for each token of a title the person who bears it."""
    begins = {token.span.begin: token.index for token in page.tokens}
    found: dict[int, Mention] = {}
    for person in persons:
        title = person.title
        at = begins.get(title.begin) if title is not None else None
        while title is not None and at is not None and at < len(page.tokens) and title.covers(page.tokens[at].span):
            found[at] = person
            at += 1
    return found


def _after(page: Page, office: Office, by_end: dict[int, Mention], held: dict[int, Mention]) -> Holding | None:
    at = _opening(page, office.first)
    if at is None:
        return None
    if page.lower[at] == "and" and at in held:
        return Holding(office, held[at], "after")
    if page.text[at] not in (",", "(", "–", "—") or at == page.start[office.first]:
        return None
    person = by_end.get(page.tokens[at - 1].span.end)
    closed = (
        not page.same(office.first, office.last)
        or page.text[office.last] in _CLOSING
        or page.lower[office.last] in ("and", "who", "said", "told")
    )
    return Holding(office, person, "after") if person is not None and closed else None


def _opening(page: Page, first: int) -> int | None:
    """Return the token before the office, articles, adjectives and a possessing name left aside."""
    at = first - 1
    while at >= page.start[first]:
        possessor = page.is_possessive(at) or (page.unit[at] is not None and page.is_possessive(at + 1))
        if not (
            page.tags[at] in ("DT", "PRP$")
            or possessor
            or page.lower[at] in ("current", "new", "newly", "also", "both")
        ):
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
