"""A report as a set of facts in words, read back through a change of its text.

Two reports say the same if their facts are equal once offsets, names and years of the changed one are read back.
Token indices are left out: they belong to the parse. So are links, where names change: they belong to the authority.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from dateline import iris
from dateline.evaluate.gold import ROLES
from dateline.model import Entity, Occurrence, Ref, Report, Span

Facts = frozenset[str]
RECORDS = ("entities", "tenures", "occurrences", "claims", "topics", "mentions", "times")
TOKENS = frozenset({"head"})
"""Fields that hold an index into the parse."""
OFFSETS = re.compile(r"^(\d+)(?:-(\d+)$)?")
"""The offsets that a slug of a local reference begins with."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def same(words: str) -> str:
    return words


@dataclass(frozen=True)
class Back:
    """The way back from a changed text: anchors are (offset there, offset here), in order."""

    anchors: tuple[tuple[int, int], ...] = ((0, 0),)
    words: Callable[[str], str] = same
    slugs: Callable[[str], str] = same
    without: frozenset[str] = frozenset()
    """Fields that the change may alter."""

    def offset(self, there: int) -> int:
        begin, here = self.anchors[bisect_right(self.anchors, (there, 10**9)) - 1]
        return here + there - begin


@dataclass(frozen=True)
class Change:
    """A changed report, and the way back to the one that it was made from."""

    text: str
    published: date | None
    back: Back


def facts(report: Report, back: Back | None = None) -> Facts:
    """Return all that a report says but about itself, one line a value."""
    way = back or Back()
    lines = {f"filed from {rendered(place, way)}" for place in report.filed_from}
    return frozenset(lines.union(*(lines_of(record, way) for name in RECORDS for record in getattr(report, name))))


def difference(before: Facts, after: Facts) -> list[str]:
    """Return the facts lost and gained, marked as in a diff."""
    return sorted(f"- {fact}" for fact in before - after) + sorted(f"+ {fact}" for fact in after - before)


def gist(report: Report) -> Facts:
    """Return what happened, to whom, in which part, without the words that tell it."""
    names = {entity.ref: entity.name or entity.label for entity in report.entities}
    names |= {one.ref: one.class_name for one in report.occurrences}
    lines = {f"{one.class_name} {one.status} {one.time or ''}" for one in report.occurrences}
    for one in report.occurrences:
        for role in ROLES:
            lines |= {f"{one.class_name} {role}: {names.get(filler, filler.kind)}" for filler in getattr(one, role)}
    claims = {f"claim by {', '.join(names[each] for each in one.claimant)}" for one in report.claims}
    return frozenset(lines | claims)


def lines_of(record: Any, back: Back) -> Iterator[str]:
    subject = rendered(getattr(record, "ref", None) or record.span, back)
    kind = type(record).__name__ if not isinstance(record, Entity | Occurrence) else ""
    for field in fields(record):
        if field.name not in TOKENS | back.without:
            for value in values(getattr(record, field.name)):
                yield f"{kind} {subject} {field.name}: {rendered(value, back)}".strip()


def values(value: Any) -> tuple[Any, ...]:
    """Return the values of a field; that there is none is no fact."""
    if isinstance(value, tuple) and not isinstance(value, Span | Ref):
        return value
    return () if value is None else (value,)


def rendered(value: Any, back: Back) -> str:
    if isinstance(value, Span):
        return f"{back.offset(value.begin)}-{back.offset(value.end)}"
    if isinstance(value, Ref):
        return f"{value.kind}/{read_slug(value, back)}"
    return back.words(str(value))


def read_slug(ref: Ref, back: Back) -> str:
    found = OFFSETS.match(ref.slug) if ref.local and ref.kind not in {"work", "tenure"} else None
    if found is None:
        return back.slugs(ref.slug)
    offsets = "-".join(str(back.offset(int(each))) for each in found.groups() if each is not None)
    return offsets + back.slugs(ref.slug[found.end() :])


# --- changes -------------------------------------------------------------------------------


def rename(text: str, published: date | None, names: Mapping[str, str]) -> Change:
    """Put other names in a text, in capitals too; no new name may stand in it before."""
    both = {**names, **{old.upper(): new.upper() for old, new in names.items()}}
    changed, anchors = replaced(text, both)
    backwards = {new: old for old, new in both.items()}
    slugs = {iris.slug(new): iris.slug(old) for old, new in names.items()}
    assert not [new for new in names.values() if re.search(rf"\b{re.escape(new)}\b", text)]
    back = Back(
        anchors,
        lambda words: replaced(words, backwards)[0],
        lambda slug: replaced(slug, slugs)[0],
        frozenset({"links"}),
    )
    return Change(changed, published, back)


def move(text: str, published: date, years: int) -> Change:
    """Move a text's years, and its days of the week with them, so that days and months stay."""
    moved = published.replace(year=published.year + years)
    turn = (moved.weekday() - published.weekday()) % 7
    changed, anchors = replaced(text, turned(turn), years)
    back = Back(
        anchors, lambda words: replaced(words, turned(-turn), -years)[0], lambda slug: replaced(slug, {}, -years)[0]
    )
    return Change(changed, moved, back)


def turned(days: int) -> dict[str, str]:
    week = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    return {day: week[(number + days) % 7] for number, day in enumerate(week)}


def replaced(text: str, words: Mapping[str, str], years: int = 0) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Replace whole words, and add to years; return the text, and the anchors of the way back."""
    longest_first = sorted(words, key=len, reverse=True)
    pattern = "|".join([rf"\b{re.escape(word)}\b" for word in longest_first] + [YEAR.pattern] * (years != 0))
    pieces: list[str] = []
    anchors, end, length = [(0, 0)], 0, 0
    for match in re.finditer(pattern, text) if pattern else ():
        new = words[match[0]] if match[0] in words else str(int(match[0]) + years)
        pieces += [text[end : match.start()], new]
        length += match.start() - end
        anchors += [(length, match.start()), (length + len(new), match.end())]
        length, end = length + len(new), match.end()
    return "".join([*pieces, text[end:]]), tuple(anchors)


def insert(text: str, published: date, paragraph: str, *, after: int) -> Change:
    """Put a paragraph after another one, which is counted from the end: after -1 it is the last."""
    paragraphs = text.rstrip().split("\n\n")
    before = "\n\n".join(paragraphs[: len(paragraphs) + after + 1]) + "\n\n"
    rest = "".join(f"\n\n{each}" for each in paragraphs[len(paragraphs) + after + 1 :])
    end = len(before) + len(paragraph) + 2
    anchors = ((0, 0), (end, len(before)))
    return Change(before + paragraph + rest, published, Back(anchors))


def arrange(paragraphs: tuple[str, ...], order: tuple[int, ...]) -> Change:
    """Put paragraphs in another order; offsets are read back to the first one."""
    begins = starts(paragraphs)
    there = starts(tuple(paragraphs[each] for each in order))
    anchors = tuple(zip(there, (begins[each] for each in order), strict=True))
    return Change("\n\n".join(paragraphs[each] for each in order), None, Back(anchors))


def starts(paragraphs: tuple[str, ...]) -> list[int]:
    ends = [0]
    for paragraph in paragraphs[:-1]:
        ends.append(ends[-1] + len(paragraph) + 2)
    return ends
