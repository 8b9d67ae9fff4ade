"""Descriptions: nouns in lower case that stand for somebody: "the ministry", "a lawmaker", "delegates"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.page import Page
from dateline.annotate.titles import Office
from dateline.model import Form, Kind, Mention, Span

_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj agent dative poss conj ROOT".split())
_DEFINITE = frozenset("the this that these those its his her their our both".split())
_SKIP = frozenset("DT PRP$ PDT POS WP$ CC , `` '' : -LRB- -RRB-".split())
_MODIFYING = frozenset("compound amod nummod nmod".split())


def find(page: Page, offices: tuple[Office, ...], named: list[Mention]) -> Iterator[Mention]:
    """Yield the descriptions of a page that are arguments in their sentences."""
    titled = {mention.title for mention in named if mention.title is not None}
    taken = {mention.head for mention in named} | _heads(page, titled)
    for office in offices:
        if office.body is not None and page.unit[office.body[1] - 1] is None:
            yield from _body_in_title(page, *office.body)
        words = office.span(page)
        entitling = any(title.covers(words) for title in titled)
        mention = _office(page, office) if not entitling and office.head not in taken else None
        if mention is not None:
            taken.add(office.head)
            yield mention
    yield from _nouns(page, offices, taken)


def _nouns(page: Page, offices: tuple[Office, ...], taken: set[int]) -> Iterator[Mention]:
    """Yield what nouns describe that are no office's."""
    held = {index for office in offices for index in range(office.first, office.last)}
    inner = {office.body[1] - 1 for office in offices if office.body is not None}
    for index, token in enumerate(page.tokens):
        free = index not in taken and index not in inner and page.unit[index] is None
        if not free or token.dep not in _ARGUMENTS or not token.tag.startswith("NN"):
            continue
        if _is_bureau(page, index):
            yield Mention(_bureau_span(page, index), index, Kind.ORGANIZATION, Form.DESCRIPTION, None)
            continue
        kind = _kind(page, index)
        if kind is not None and not (index in held and kind in (Kind.PERSON, Kind.DELEGATION)):
            yield Mention(span(page, index, kind), index, kind, Form.DESCRIPTION, None)


def _is_bureau(page: Page, index: int) -> bool:
    """Tell whether a noun describes an office that speaks for somebody: "the Knesset's press service"."""
    lower = page.lower[index]
    if lower not in page.words.bureaus or page.upper[index]:
        return False
    if index > page.start[index] and page.lower[index - 1] in page.words.attending:
        return True
    return lower == "office" and _owner(page, index) is not None


def _owner(page: Page, index: int) -> int | None:
    """Return the possessor of a noun that a name or a description may be, pronouns aside."""
    owners = (c for c in page.parse.children[index] if page.tokens[c].dep == "poss" and page.tags[c] != "PRP$")
    return next(owners, None)


def _bureau_span(page: Page, index: int) -> Span:
    """Return the span with whose office it is: "Kenya's press office", "press service of the ministry"."""
    begin, last, owner = first(page, index), index + 1, _owner(page, index)
    if owner is not None:
        unit = page.unit[owner]
        begin = unit.first if unit is not None else first(page, owner)
    elif page.same(index, last) and page.lower[last] == "of":
        at = last + 1 + page.same(index, last + 1) * (page.lower[last + 1] == "the")
        unit = page.unit[at] if page.same(index, at) else None
        last = unit.last if unit is not None else last
    return page.span(begin, last)


def _body_in_title(page: Page, first: int, last: int) -> Iterator[Mention]:
    """Yield the body that a title describes: the "foreign ministry" of its spokesman."""
    kinds = page.words.describing.get(page.lower[last - 1], ())
    noun = page.words.bodies.get(page.lower[last - 1])
    if kinds and noun is not None and noun.kind is not Kind.GATHERING:
        yield Mention(page.span(first, last), last - 1, kinds[0], Form.DESCRIPTION, None)


def _heads(page: Page, titled: set[Span]) -> set[int]:
    """Return the last tokens of the titles."""
    ends = {span.end for span in titled}
    return {token.index for token in page.tokens if token.span.end in ends}


def _office(page: Page, office: Office) -> Mention | None:
    head = page.head(office.begin, office.end)
    token = page.tokens[head]
    if token.dep not in _ARGUMENTS or office.former:
        return None
    if token.dep == "ROOT" and not (page.same(head, office.last) and page.text[office.last] == ","):
        return None
    if page.lower[office.head] in page.words.titular and not (office.body or _has_determiner(page, office.head)):
        return None
    if token.dep == "pobj" and page.lower[token.head] == "as":
        return None
    if _is_apposed(page, office):
        return None
    if office.plural and not _is_group(page, office.head):
        return None
    kind = Kind.DELEGATION if office.plural else Kind.PERSON
    return Mention(_office_span(page, office), head, kind, Form.DESCRIPTION, None)


def _office_span(page: Page, office: Office) -> Span:
    return page.span(office.first, max(office.last, office.head + 1))


def _is_apposed(page: Page, office: Office) -> bool:
    """Tell whether the office stands in commas after a name, whatever the parser makes of it."""
    at = office.first - 1
    while at >= page.start[office.head] and page.tags[at] in ("DT", "PRP$", "JJ", "POS"):
        at -= 1
    return (
        at > page.start[office.head]
        and page.text[at] == ","
        and page.capital[at - 1]
        and page.tokens[office.head].dep in ("appos", "conj")
    )


def _kind(page: Page, index: int) -> Kind | None:
    """Return what a noun describes; None if it describes nobody in particular."""
    token, lower = page.tokens[index], page.lower[index]
    if page.upper[index] and not _is_generic(page, index):
        return None
    if token.tag in ("NN", "NNP"):
        kinds = page.words.describing.get(lower)
        if kinds is not None:
            return _body(page, index, kinds)
    return _person(page, index)


def _is_generic(page: Page, index: int) -> bool:
    """Tell whether a noun in capitals stands alone: "the Ministry"."""
    before = index > page.start[index] and page.capital[index - 1]
    return (
        not before
        and not (page.same(index, index + 1) and page.capital[index + 1])
        and (page.lower[index] in page.words.describing or page.opens(index))
    )


def _body(page: Page, index: int, kinds: tuple[Kind, ...]) -> Kind | None:
    begin = first(page, index)
    before = page.lower[begin - 1] if begin > page.start[index] else ""
    bare = page.upper[index] and not page.opens(index)
    definite = before in _DEFINITE or (begin > page.start[index] and page.is_possessive(begin - 1)) or bare
    if kinds[0] is Kind.GATHERING:
        return Kind.GATHERING if definite else None
    qualified = any(page.unit[i] is not None for i in range(begin, index)) or _is_qualified(page, index)
    return kinds[0] if definite or qualified or page.lower[index] == "parliament" else None


def _is_qualified(page: Page, index: int) -> bool:
    """Tell whether "of" and a name follow: "government of Peru"."""
    at = index + 1
    if not page.same(index, at + 1) or page.lower[at] != "of":
        return False
    at += 1 + (page.lower[at + 1] == "the")
    return page.same(index, at) and page.unit[at] is not None


def _person(page: Page, index: int) -> Kind | None:
    token = page.tokens[index]
    if token.dep == "pobj" and page.lower[token.head] == "as":
        return None
    singular = page.words.persons.get(token.lemma) or page.words.persons.get(page.lower[index])
    if singular is None or (page.upper[index] and token.lemma not in page.words.persons):
        return None
    if singular is Kind.DELEGATION:
        return Kind.DELEGATION if token.tag == "NN" or _has_determiner(page, index) else None
    if token.tag in ("NNS", "NNPS"):
        return Kind.DELEGATION if page.lower[index] != "members" and _is_group(page, index) else None
    return Kind.PERSON if _has_determiner(page, index) or token.dep in ("nsubj", "agent") else None


def _is_group(page: Page, index: int) -> bool:
    """Tell whether a plural stands for certain people: counted, definite, of a state, from somewhere, or acting."""
    certain = _has_determiner(page, index) or any(page.unit[i] is not None for i in range(first(page, index), index))
    follows = page.lower[index + 1] if page.same(index, index + 1) else ""
    return certain or follows == "from" or page.tokens[index].dep in ("nsubj", "agent")


def _has_determiner(page: Page, index: int) -> bool:
    return any(
        page.tags[child] in ("DT", "PRP$", "CD") or page.tokens[child].dep == "poss"
        for child in page.parse.children[index]
    )


def first(page: Page, index: int) -> int:
    """Return the first token of the noun's modifiers, articles and possessives left out."""
    at = index
    while at > page.start[index]:
        before = at - 1
        token = page.tokens[before]
        if page.is_hyphen(before):
            at = before - 1
            continue
        if token.tag in _SKIP or not (token.dep in _MODIFYING or page.unit[before] is not None):
            break
        if page.unit[before] is not None and page.is_possessive(before + 1):
            break
        at = before
    return at


def span(page: Page, index: int, kind: Kind = Kind.PERSON) -> Span:
    """Return the span without article; of a group with where its members are from."""
    last = index + 1
    if kind is Kind.DELEGATION and page.same(index, last + 1) and page.lower[last] == "from":
        after = next((c for c in page.parse.children[last] if page.tokens[c].dep == "pobj"), None)
        if after is not None and page.tags[after] in ("NNS", "NNP", "NNPS", "NN"):
            unit = page.unit[after]
            last = unit.last if unit is not None else after + 1
    return page.span(first(page, index), last)
