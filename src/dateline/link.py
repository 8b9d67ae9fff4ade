"""Who is who: mentions grouped into the entities of a report, and these linked to what the authority knows.

NIL is an answer: a name that fits several entities equally well stays unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline import iris
from dateline.authority import Authority, Row
from dateline.authority.names import plain
from dateline.lexicon import words as lexicon
from dateline.lexicon.words import Words
from dateline.model import Entity, Form, Kind, Mention, Parse, Ref, Span

_PLACES = frozenset((Kind.CITY, Kind.PLACE))
_BODIES = frozenset((Kind.LEGISLATURE, Kind.GOVERNMENT, Kind.ORGANIZATION, Kind.INTERGOVERNMENTAL))
_SILENT = frozenset("the of and for on a an in to".split())
_OWN = frozenset(
    ("party", "union", "association", "federation", "movement", "front", "alliance", "league", "coalition", "bank")
)
"""Words of names that stand for themselves although all their words are common."""
_COUNT = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?:-(?=[a-z]))?\s*(?=[A-Za-z])")
_COMMON = 2


@dataclass(slots=True)
class _Group:
    """The mentions of one entity, and what they say of it."""

    ref: Ref
    kind: Kind
    rule: str
    label: str
    mentions: list[int] = field(default_factory=list)
    row: Row | None = None


def link(
    parse: Parse, mentions: tuple[Mention, ...], authority: Authority
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions with what they refer to, and the entities in the order of their first mentions.

    Every description gets an entity of this report's own; coreference may find a better one for it.
    """
    linker = _Linker(parse, mentions, authority, lexicon.load())
    linker.run()
    return linker.linked(), tuple(linker.entities())


class _Linker:
    """The linking of one report."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...], authority: Authority, words: Words) -> None:
        self.parse = parse
        self.mentions = mentions
        self.authority = authority
        self.words = words
        self.groups: dict[Ref, _Group] = {}
        self.refs: list[Ref | None] = [None] * len(mentions)
        self.rows: dict[int, tuple[Row, ...]] = {}
        self.states = self._states()
        self.acronyms = {m.acronym: m.name for m in mentions if m.acronym is not None and m.name is not None}

    def run(self) -> None:
        """Decide every mention, the surest first."""
        order = range(len(self.mentions))
        persons = [i for i in order if self.mentions[i].kind is Kind.PERSON and self.mentions[i].name is not None]
        self._persons(persons)
        for i in order:
            mention = self.mentions[i]
            if mention.name is None:
                self._describe(i)
            elif mention.kind is not Kind.PERSON:
                self._name(i)
        self._share()

    def _states(self) -> dict[int, tuple[int, Row]]:
        """Return for the begin of each mention of a state (its end, its row)."""
        found = {}
        for mention in self.mentions:
            row = self._state(mention)
            if row is not None:
                found[mention.span.begin] = (mention.span.end, row)
        return found

    def _state(self, mention: Mention) -> Row | None:
        if mention.kind is not Kind.STATE or mention.name is None:
            return None
        demonym = self.authority.demonym(mention.name) if mention.form is Form.ADJECTIVE else None
        name = mention.name.removesuffix(" Republic")
        rows = (demonym,) if demonym is not None else self.authority.candidates(mention.name)
        rows = rows or self.authority.candidates(name)
        states = [row for row in rows if row.kind is Kind.STATE]
        return states[0] if len(states) == 1 else None

    # --- persons ---------------------------------------------------------------------------

    def _persons(self, indices: list[int]) -> None:
        """Group full names first, longest first; then single names with the one person who has them."""
        full: dict[tuple[str, ...], str] = {}
        for i in sorted(indices, key=lambda i: (-len(self._parts(i)), i)):
            parts = self._parts(i)
            if len(parts) < _COMMON or parts in full:
                continue
            known = [other for other in full if _is_variant(parts, other)]
            full[parts] = full[known[0]] if len(known) == 1 else (self.mentions[i].name or "")
        for i in indices:
            parts = self._parts(i)
            name = full.get(parts) or self._bearer(i, parts[-1], full)
            if name is not None:
                self._put(i, iris.known("actor", iris.slug(name)), Kind.PERSON, "names/person", name)
        self._lone([i for i in indices if self.refs[i] is None], full)

    def _parts(self, index: int) -> tuple[str, ...]:
        return tuple(plain(self.mentions[index].name or "").casefold().split())

    def _bearer(self, index: int, part: str, full: dict[tuple[str, ...], str]) -> str | None:
        """Return the one person who has a name as last, else as first, else as any part."""
        if len(self._parts(index)) > 1:
            return None
        for test in (lambda parts: parts[-1] == part, lambda parts: parts[0] == part, lambda parts: part in parts):
            found = {name for parts, name in full.items() if test(parts)}
            if found:
                return found.pop() if len(found) == 1 else self._by_title(index, found)
        return None

    def _by_title(self, index: int, names: set[str]) -> str | None:
        """Return the one of several namesakes who bears the mention's title elsewhere."""
        title = self._title(self.mentions[index])
        if not title:
            called = {
                self._by_title(i, names)
                for i, m in enumerate(self.mentions)
                if m.title and self._parts(i) == self._parts(index)
            }
            called.discard(None)
            return called.pop() if len(called) == 1 else None
        bearers = {m.name for m in self.mentions if m.name in names and title in self._title(m)}
        return bearers.pop() if len(bearers) == 1 else None

    def _title(self, mention: Mention) -> str:
        return self.parse.article.quote(mention.title).casefold() if mention.title is not None else ""

    def _lone(self, indices: list[int], full: dict[tuple[str, ...], str]) -> None:
        """Give those known by a single name only an entity of this report's own."""
        shared = {part for parts in full for part in parts}
        first: dict[tuple[str, ...], int] = {}
        for i in indices:
            parts = self._parts(i)
            if parts[-1] in shared:
                continue
            begin = self.mentions[first.setdefault(parts, i)].span.begin
            name = self.mentions[first[parts]].name or ""
            self._put(i, iris.local("actor", begin, name), Kind.PERSON, "names/single-name", name)

    # --- other names -----------------------------------------------------------------------

    def _name(self, index: int) -> None:
        mention = self.mentions[index]
        row = self._row(mention)
        if row is not None:
            self._known(index, row)
        elif mention.kind is Kind.STATE or (mention.form is Form.ADJECTIVE):
            return
        elif mention.kind is Kind.GATHERING:
            self._gathering(index)
        elif mention.kind is Kind.WORK:
            name = mention.name or ""
            self._put(index, iris.work(name), Kind.WORK, "names/work", name)
        elif mention.kind in _PLACES:
            name = mention.name or ""
            self._put(index, iris.known("place", iris.slug(name)), mention.kind, "names/place", name)
        else:
            self._body(index)

    def _row(self, mention: Mention) -> Row | None:
        """Return the one row of a name; of several, the one of the state that the text gives it."""
        state = self._state(mention)
        if state is not None:
            return state
        rows = self.authority.candidates(mention.name or "")
        rows = tuple(row for row in rows if _fits(row.kind, mention.kind))
        if len(rows) > 1:
            qualifier = self._qualifier(mention)
            kin = [row for row in rows if qualifier is not None and row.state == qualifier.state]
            rows = tuple(kin) if kin else tuple(self._present(rows))
        return rows[0] if len(rows) == 1 else None

    def _present(self, rows: tuple[Row, ...]) -> Iterator[Row]:
        """Yield the rows whose state the report mentions; places, which have rivals of no note, the first."""
        if all(row.kind in _PLACES for row in rows):
            yield rows[0]
            return
        states = {row.state for _, row in self.states.values()}
        yield from (row for row in rows if row.state in states)

    def _known(self, index: int, row: Row) -> None:
        kind = "place" if row.kind in _PLACES else "actor"
        rule = "names/demonym" if self.mentions[index].form is Form.ADJECTIVE else f"names/authority-{kind}"
        group = self._put(index, iris.known(kind, row.key), row.kind, rule, row.name)
        group.row = row
        if group.rule == "names/demonym":
            group.rule = rule

    def _gathering(self, index: int) -> None:
        mention = self.mentions[index]
        name = mention.name or ""
        head = self.parse.tokens[mention.head]
        if head.tag == "NNPS" and not head.text.lower().endswith(("games", "talks", "consultations")):
            singular = name.replace(head.text, _singular(head.text), 1)
            self._put(index, iris.known("series", iris.slug(singular)), Kind.GATHERING, "names/series", singular)
            return
        key = self._key(name)
        for ref, group in self.groups.items():
            if ref.kind == "occurrence" and self._key(group.label) == key:
                self._put(index, ref, Kind.GATHERING, group.rule, group.label)
                return
        self._put(index, iris.occurrence(head.span.begin, "Gathering"), Kind.GATHERING, "names/gathering", name)

    def _key(self, name: str) -> frozenset[str]:
        """Return the words that count, acronyms written out: "10th Assembly of the AB" is "10th AB Assembly"."""
        written = (self.acronyms.get(word, word) or word for word in name.split())
        return frozenset(" ".join(written).casefold().split()) - _SILENT

    def _body(self, index: int) -> None:
        mention = self.mentions[index]
        name = mention.name or ""
        full = self.acronyms.get(name, name) or name
        core, state = self._core(mention, full), self._qualifier(mention)
        rule = "names/acronym" if full != name else "names/body"
        if not self._is_generic(core):
            self._put(index, iris.known("actor", iris.slug(full)), mention.kind, rule, full)
        elif state is not None:
            self._put(
                index, self._qualified(core, state), mention.kind, "names/qualified-body", f"{core} of {state.name}"
            )
        else:
            self._unqualified(index, core)

    def _qualified(self, core: str, state: Row) -> Ref:
        """Return what a generic name means of a state: the authority's row, else "foreign-ministry-of-kenya"."""
        for name in (f"{core} of {state.name}", *(f"{demonym} {core}" for demonym in state.demonyms)):
            rows = [row for row in self.authority.candidates(name) if row.state == state.state]
            if len(rows) == 1:
                return iris.known("actor", rows[0].key)
        rows = [r for r in self.authority.candidates(core) if r.state == state.state and r.kind in _BODIES]
        return iris.known("actor", rows[0].key if len(rows) == 1 else iris.slug(f"{core} of {state.key}"))

    def _unqualified(self, index: int, core: str) -> None:
        """Link a generic name to the one body so named that has a state elsewhere, else to this report's own."""
        begins = f"{iris.slug(core)}-of-"
        qualified = [ref for ref in self.groups if not ref.local and ref.slug.startswith(begins)]
        own = [ref for ref in self.groups if ref.local and ref.slug.partition("-")[2] == iris.slug(core)]
        ref = next(iter(qualified if len(qualified) == 1 else own), None)
        mention = self.mentions[index]
        self._put(index, ref or iris.local("actor", mention.span.begin, core), mention.kind, "names/generic-body", core)

    def _core(self, mention: Mention, name: str) -> str:
        """Return the name without its state: "Foreign Ministry" of "Kenyan Foreign Ministry"."""
        begin, end = mention.span
        core = name
        for at, (after, _) in self.states.items():
            if begin <= at and after <= end and (begin, end) != (at, after):
                core = core.replace(self.parse.article.quote(Span(at, after)), "")
        core = re.sub(r"\s+of( the)?\s*$", "", " ".join(core.split()))
        return re.sub(r"^the\s+|\s+of the Republic$", "", core) or name

    def _qualifier(self, mention: Mention) -> Row | None:
        """Return the state within, possessing or following a name: "Kenya's …", "… of Kenya"."""
        begin, end = mention.span
        inside = [
            row for at, (after, row) in self.states.items() if begin <= at and after <= end and after - at < end - begin
        ]
        if inside:
            return inside[-1]
        text = self.parse.article.text
        for at, (after, row) in self.states.items():
            between = text[after:begin] if after <= begin else text[end:at] if at >= end else ""
            if after <= begin and re.fullmatch(r"(?:['’]s?)?\s(?:\w+\s)?", between) and "of" not in between.split():
                return row
            if at >= end and re.fullmatch(r"(?: \(\w+\))?,? of (?:the )?", between):
                return row
        return None

    def _is_generic(self, core: str) -> bool:
        """Tell whether a name has common words only, so that its state must tell it from others; no party has."""
        words = [word.casefold() for word in re.split(r"[\s-]+", core)]
        if _OWN & set(words):
            return False
        return all(
            w in self.words.bodies
            or w in self.words.plain
            or w in self.words.portfolios
            or w in self.words.modifiers
            or w in _SILENT
            for w in words
        )

    # --- descriptions ----------------------------------------------------------------------

    def _describe(self, index: int) -> None:
        mention = self.mentions[index]
        text = " ".join(self.parse.article.quote(mention.span).split())
        if mention.kind is Kind.GATHERING or len(self.words.describing.get(text.casefold().split()[-1], ())) > 1:
            return
        state = self._qualifier(mention) if mention.kind in _BODIES else None
        core = self._core(mention, text) if state is not None else text
        if state is not None and self._is_generic(core):
            ref = self._qualified(core, state)
            self._put(index, ref, mention.kind, "descriptions/qualified-body", f"{core} of {state.name}")
        else:
            ref = iris.local("actor", mention.span.begin, text)
            self._put(index, ref, mention.kind, f"descriptions/{_RULES.get(mention.kind, 'body')}", text)

    # --- groups ----------------------------------------------------------------------------

    def _put(self, index: int, ref: Ref, kind: Kind, rule: str, label: str) -> _Group:
        group = self.groups.setdefault(ref, _Group(ref, kind, rule, label))
        group.mentions.append(index)
        self.refs[index] = ref
        return group

    def _share(self) -> None:
        """Let a lower-case description of a body join the name of the same: "the Kenyan foreign ministry"."""
        for group in self.groups.values():
            kinds = [self.mentions[i].kind for i in group.mentions if self.mentions[i].name is not None]
            group.kind = group.row.kind if group.row is not None else (kinds or [group.kind])[0]

    def linked(self) -> tuple[Mention, ...]:
        """Return the mentions with their entities, of the entity's kind."""
        return tuple(
            replace(m, entity=ref, kind=self.groups[ref].kind) if ref is not None else m
            for m, ref in zip(self.mentions, self.refs, strict=True)
        )

    def entities(self) -> Iterator[Entity]:
        """Yield the entities in the order of their first mentions."""
        for group in sorted(self.groups.values(), key=lambda g: min(g.mentions)):
            yield self._entity(group)

    def _entity(self, group: _Group) -> Entity:
        mentions = [self.mentions[i] for i in sorted(group.mentions)]
        named = [m for m in mentions if m.form is Form.NAME]
        names = list(dict.fromkeys(m.name for m in named if m.name is not None))
        name = _principal(names, group)
        count, unit = self._count(mentions) if group.kind is Kind.DELEGATION else (None, None)
        return Entity(
            ref=group.ref,
            kind=group.kind,
            label=group.row.name if group.row is not None else group.label,
            rule=group.rule,
            evidence=tuple(sorted({m.span for m in named or mentions})),
            name=name,
            alternate_names=tuple(
                sorted(
                    other
                    for other in names
                    if other.casefold() != (name or "").casefold() and _is_alternate(other, group)
                )
            ),
            count=count,
            count_unit=unit,
            links=group.row.links if group.row is not None else (),
        )

    def _count(self, mentions: Iterable[Mention]) -> tuple[int | None, str | None]:
        """Return the number in a group's description, and what it counts."""
        first = next(iter(mentions))
        begin = self._counted_from(first.span.begin)
        text = " ".join(self.parse.article.text[begin : first.span.end].split())
        match = _COUNT.search(text)
        if match is None:
            return None, None
        unit = re.split(r" (?:from|of|who|in)\b", text[match.end() :])[0]
        if text[match.end() - 1] == "-":
            unit = unit.split()[0]
        return int(match[1].replace(",", "")), unit

    def _counted_from(self, begin: int) -> int:
        before = self.parse.article.text[max(0, begin - 12) : begin]
        match = re.search(r"\d[\d,]* $", before)
        return begin - len(match[0]) if match is not None else begin


_RULES = {Kind.PERSON: "person", Kind.DELEGATION: "group"}


def _fits(row: Kind, mention: Kind) -> bool:
    """Tell whether a row's kind agrees with that which the text gives a name."""
    return row is mention or (row in _BODIES and mention in _BODIES) or (row in _PLACES and mention in _PLACES)


def _is_variant(parts: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a name is another, longer one with parts left out: same last part, the rest in order."""
    rest = iter(other)
    return parts[-1] == other[-1] and all(part in rest for part in parts)


def _principal(names: list[str], group: _Group) -> str | None:
    """Return the name to give: the first in full, for a series its singular."""
    if group.ref.kind == "series":
        return group.label
    if group.kind is Kind.PERSON:
        return max(names, key=lambda name: name.count(" "), default=None)
    return next((name for name in names if not name.isupper()), names[0] if names else None)


def _is_alternate(name: str, group: _Group) -> bool:
    """Tell whether a further name is worth a mention: of a person, not the bare surname."""
    return " " in name if group.kind is Kind.PERSON else group.ref.kind != "series"


def _singular(word: str) -> str:
    for ending, kept in (("esses", "ess"), ("ies", "y"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + kept
    return word
