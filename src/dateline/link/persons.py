"""Persons: full names first, longest first; then single names with the one person who has them."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline import iris
from dateline.authority.names import plain
from dateline.lexicon.words import Words
from dateline.link.groups import Groups
from dateline.model import Kind, Mention

Parts = tuple[str, ...]
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|az)-(?=\w)")
_INITIAL = re.compile(r"^(\w{1,3}\.)(?=\w{2})")
_FULL = 2
"""Fewest words of a full name."""


def link(groups: Groups, words: Words) -> None:
    """Put every person's mention into a group; a single name that several have is left out."""
    _Persons(groups, words).run()


class _Persons:
    """The persons of one report, by the parts of their names."""

    def __init__(self, groups: Groups, words: Words) -> None:
        self.groups = groups
        self.nicknames = words.nicknames
        self.kept = words.kept
        self.mentions = groups.mentions
        self.parts = {i: _parts(groups.mentions[i].name or "") for i in groups.indices(Kind.PERSON)}
        self.full: dict[Parts, str] = {}
        """Parts of a full name → the longest form of it."""

    def run(self) -> None:
        """Name the persons in full, then the others."""
        for i in sorted(self.parts, key=lambda i: (-len(self.parts[i]), "." in "".join(self.parts[i]), i)):
            self._add(self.parts[i], self.mentions[i].name or "")
        lone = [i for i in self.parts if not self._name(i)]
        self._alone(lone)

    def _add(self, parts: Parts, name: str) -> None:
        if len(parts) < _FULL or parts in self.full:
            return
        known = {self.full[other] for other in self.full if self._is_variant(parts, other)}
        self.full[parts] = known.pop() if len(known) == 1 else name

    def _is_variant(self, parts: Parts, other: Parts) -> bool:
        """Tell whether a name is another with parts left out, the last kept, or the same in another order."""
        rest = iter(other)
        if parts[-1] == other[-1]:
            return all(any(self._is_short_for(part, each) for each in rest) for part in parts)
        return sorted(parts) == sorted(other)

    def _is_short_for(self, part: str, other: str) -> bool:
        """Tell whether a part of a name is another, its initial ("N." for "Nils") or a short form ("Mike")."""
        initial = part.endswith(".") and other.startswith(part[:-1])
        return part == other or initial or self.nicknames.get(part, part) == self.nicknames.get(other, other)

    def _name(self, index: int) -> bool:
        parts = self.parts[index]
        styled = any(part in self.kept for part in parts)  # "Sheikh Amina" is Amina Noor where the report names her
        name = (self._bearer(index) if styled else None) or self.full.get(parts) or self._bearer(index)
        if name is not None:
            self.groups.put(index, iris.known("actor", iris.slug(name)), Kind.PERSON, "names/person", name)
        return name is not None

    def _bearer(self, index: int) -> str | None:
        """Return the one person who has a name as last, else as first, else as any part."""
        *others, part = (part for part in self.parts[index] if part not in self.kept)
        tests: tuple[Callable[[Parts], bool], ...] = (
            lambda parts: parts[-1] == part,
            lambda parts: parts[0] == part,
            lambda parts: part in parts,
        )
        for test in tests if not others else ():
            found = {name for parts, name in self.full.items() if test(parts) and parts != self.parts[index]}
            if found:
                return found.pop() if len(found) == 1 else self._by_title(index, found)
        return None

    def _by_title(self, index: int, names: set[str]) -> str | None:
        """Return the one of several namesakes who bears the mention's title elsewhere."""
        title = self._title(self.mentions[index])
        if title:
            bearers = {m.name for m in self.mentions if m.name in names and title in self._title(m)}
            return bearers.pop() if len(bearers) == 1 else None
        same = (i for i, parts in self.parts.items() if parts == self.parts[index] and self.mentions[i].title)
        called = {name for i in same if (name := self._by_title(i, names)) is not None}
        return called.pop() if len(called) == 1 else None

    def _title(self, mention: Mention) -> str:
        return self.groups.article.quote(mention.title).casefold() if mention.title is not None else ""

    def _alone(self, indices: list[int]) -> None:
        """Give those known by a single name only an entity of this report's own."""
        shared = {part for parts in self.full for part in parts}
        first: dict[Parts, int] = {}
        for i in indices:
            parts = self.parts[i]
            if parts[-1] not in shared:
                mention = self.mentions[first.setdefault(parts, i)]
                ref = iris.local("actor", mention.span.begin, mention.name or "")
                self.groups.put(i, ref, Kind.PERSON, "names/single-name", mention.name or "")


def _parts(name: str) -> Parts:
    """Return the words of a name as they are compared: "Sh.Dorj" is two, and "al-Noor" is "Noor"."""
    return tuple(_ARTICLE.sub("", part) for part in _INITIAL.sub(r"\1 ", plain(name).casefold()).split())
