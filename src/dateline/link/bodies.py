"""Bodies that no row names outright: proper names, and generic ones that their state tells apart."""

from __future__ import annotations

import re

from dateline import iris
from dateline.authority import Authority, Row
from dateline.lexicon.words import Words
from dateline.link.groups import Groups
from dateline.link.known import BODIES, put, without_brackets
from dateline.link.states import States
from dateline.model import Kind, Ref

_PARENTS = ("united-nations",)
"""Bodies whose organs reports name without them."""


def link(groups: Groups, states: States, authority: Authority, words: Words) -> None:
    """Put the bodies' names that have no group yet into one: those that say whose they are first."""
    _Bodies(groups, states, authority, words).run()


class _Bodies:
    """The names of bodies in one report."""

    def __init__(self, groups: Groups, states: States, authority: Authority, words: Words) -> None:
        self.groups = groups
        self.states = states
        self.authority = authority
        self.words = words
        self.acronyms = {m.acronym: m.name for m in groups.mentions if m.acronym is not None and m.name is not None}

        self.introduced: dict[str, Ref] = {}
        """Acronyms that a generic name brings with it, so that it is none named before: "National Assembly (NA)"."""

    def run(self) -> None:
        waiting = []
        for index in self.groups.indices(*BODIES):
            if self.groups.refs[index] is None and not self._put(index):
                waiting.append(index)
        for index in waiting:
            self._unqualified(index)

    def _put(self, index: int) -> bool:
        """Put a proper name, or a generic one with its state, into its group; tell whether it was one of these."""
        mention = self.groups.mentions[index]
        name = mention.name or ""
        full = self.acronyms.get(name, name)
        core, state = self.states.core(mention.span, full), self.states.qualifying(mention)
        if not is_generic(core, self.words):
            rule = "names/acronym" if full != name else "names/body"
            self.groups.put(index, iris.known("actor", iris.slug(without_brackets(full))), mention.kind, rule, full)
        elif state is not None:
            label = full if core != full else f"{core} of {state.name}"
            ref = qualified(core, state, self.authority)
            self.groups.put(index, ref, mention.kind, "names/qualified-body", label)
        return not is_generic(core, self.words) or state is not None

    def _unqualified(self, index: int) -> None:
        """Link a generic name to the one body so named that is told apart elsewhere, else to this report's own."""
        mention = self.groups.mentions[index]
        name = mention.name or ""
        core = self.states.core(mention.span, self.acronyms.get(name, name))
        row = self._organ(core)
        if row is not None:
            put(self.groups, index, row)
            return
        own = iris.local("actor", mention.span.begin, core)
        if mention.acronym is not None and not self._is_acronym_of_qualified(mention.acronym, core):
            self.introduced.setdefault(mention.acronym, own)
        ref = self.introduced.get(mention.acronym or name) or self._same(core) or own
        self.groups.put(index, ref, mention.kind, "names/generic-body", core)

    def _is_acronym_of_qualified(self, acronym: str, core: str) -> bool:
        """Tell whether a name that says whose body it is brings an acronym too."""
        names = (m.name or "" for m in self.groups.mentions if m.acronym == acronym)
        return any(len(name) > len(core) for name in names)

    def _organ(self, core: str) -> Row | None:
        """Return the organ so named of a body that the report names too: its "Security Council"."""
        named = [g.row for g in self.groups.all.values() if g.row is not None and g.row.key in _PARENTS]
        parents = [name for row in named for name in (row.name, *row.acronyms)]
        rows = {row.key: row for parent in parents for row in self.authority.candidates(f"{parent} {core}")}
        named_in_full = [g.row for g in self.groups.all.values() if g.row is not None and _ends(g.row, core)]
        found = rows or {row.key: row for row in named_in_full}
        return next(iter(found.values())) if len(found) == 1 else None

    def _same(self, core: str) -> Ref | None:
        slug = iris.slug(core)
        qualified = [ref for ref in self.groups.all if not ref.local and ref.slug.startswith(f"{slug}-of-")]
        own = [ref for ref in self.groups.all if ref.local and ref.slug.partition("-")[2] == slug]
        return next(iter(qualified if len(qualified) == 1 else own), None)


def _ends(row: Row, core: str) -> bool:
    """Tell whether one of an intergovernmental body's names is a name with words before it."""
    return row.kind is Kind.INTERGOVERNMENTAL and any(name.endswith(f" {core}") for name in (row.name, *row.names))


def qualified(core: str, state: Row, authority: Authority) -> Ref:
    """Return what a generic name means of a state: the authority's row, else "foreign-ministry-of-kenya"."""
    for name in (f"{core} of {state.name}", *(f"{demonym} {core}" for demonym in state.demonyms)):
        rows = [row for row in authority.candidates(name) if row.state == state.state]
        if len(rows) == 1:
            return iris.known("actor", rows[0].key)
    rows = [row for row in authority.candidates(core) if row.state == state.state and row.kind in BODIES]
    return iris.known("actor", rows[0].key if len(rows) == 1 else iris.slug(f"{_usual(core)} of {state.key}"))


def _usual(core: str) -> str:
    """Return one of the two ways to call a ministry: "Foreign Ministry", and of all others "Ministry of Health"."""
    core = re.sub(r"^Ministry of (?:the )?Foreign Affairs$", "Foreign Ministry", core)
    return re.sub(r"^(?:Ministry of the (\w+)|(?!Foreign )(\w+) Ministry)$", r"Ministry of \1\2", core)


def is_generic(core: str, words: Words) -> bool:
    """Tell whether a name has common words only, so that its state must tell it from others; no party has."""
    parts = [word.casefold() for word in re.split(r"[\s-]+", core)]
    if words.own & set(parts):
        return False
    common = (words.bodies, words.plain, words.portfolios, words.modifiers, words.silent)
    return all(any(part in each for each in common) for part in parts)
