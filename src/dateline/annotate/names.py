"""Mentions of persons, bodies, states, places, gatherings and works: spaCy's entities, repaired and typed.

What an authority knows comes first, then official names around their head nouns, then names that
words of office lead in; only what is left is typed by the recogniser's own vote, over the whole report.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate import acronyms, descriptions, gazetteer, kinds, metonyms, official, segments, titles
from dateline.annotate.introductions import Introductions
from dateline.annotate.page import Page, Unit
from dateline.annotate.titles import Office
from dateline.authority import Authority
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.model import Form, Kind, Mention, Parse


def recognize(parse: Parse, authority: Authority, words: Words | None = None) -> tuple[Mention, ...]:
    """Return the typed mentions of a report, unlinked, in text order; what cannot be typed is left out."""
    page = Page(parse, words or lexicon.load())
    gazetteer.find(page, authority)
    official.find(page)
    offices = titles.find(page)
    known = [*_filed_from(page, authority), *_units(page)]
    named = [*known, *(mention for mention in _rest(page, offices) if not _is_fragment(page, mention))]
    described = descriptions.find(page, offices, named)
    found = acronyms.note(page, [*named, *described])
    return tuple(sorted(found, key=lambda m: (m.span.begin, -m.span.end)))


def _is_fragment(page: Page, mention: Mention) -> bool:
    """Tell whether one word in capitals before a noun was taken for a body: "the Democratic leader"."""
    token = page.tokens[mention.head]
    single = mention.kind in (Kind.ORGANIZATION, Kind.PLACE) and mention.span == token.span and not token.text.isupper()
    after = token.index + 1
    leads = token.dep == "compound" and page.same(token.index, after) and page.unit[after] is not None
    return single and (token.tag == "JJ" or token.dep in ("amod", "nmod") or (leads and mention.kind is Kind.PLACE))


def _filed_from(page: Page, authority: Authority) -> Iterator[Mention]:
    """Yield the known places of the dateline, which is not parsed: they have no head token (-1)."""
    article = page.parse.article
    for span in article.places:
        rows = authority.candidates(article.quote(span))
        places = [row for row in rows if row.kind in (Kind.CITY, Kind.PLACE, Kind.STATE)]
        if places:
            kind = gazetteer.best(tuple(places)).kind
            yield Mention(span, -1, kind, Form.NAME, " ".join(article.quote(span).split()))


def _units(page: Page) -> Iterator[Mention]:
    """Yield what is known or official, without what only stands for something else."""
    yield from (_mention(page, unit) for unit in page.units if not metonyms.is_metonym(page, unit))


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


def _rest(page: Page, offices: tuple[Office, ...]) -> Iterator[Mention]:
    """Yield the names that no unit holds: persons by what introduces them, the others by vote."""
    introduced = Introductions(page, offices)
    found = segments.find(page, introduced)
    decided = kinds.decide(page, found, introduced, offices)
    for first, last in found:
        name = page.string(first, last)
        kind = decided.get(name)
        if kind is not None:
            title = introduced.title(first) if kind is Kind.PERSON else None
            yield Mention(page.span(first, last), page.head(first, last), kind, Form.NAME, name, title=title)
