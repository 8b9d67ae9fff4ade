"""Names that no authority knows and no state need tell apart: places, works, gatherings and their series."""

from __future__ import annotations

from dateline import iris
from dateline.lexicon.words import Words
from dateline.link.groups import Groups
from dateline.model import Kind, Parse


def link(parse: Parse, groups: Groups, words: Words) -> None:
    """Put each of these names that has no group yet into one."""
    acronyms = {m.acronym: m.name for m in groups.mentions if m.acronym is not None and m.name is not None}
    for index in groups.indices(Kind.CITY, Kind.PLACE, Kind.WORK, Kind.GATHERING):
        mention = groups.mentions[index]
        name = mention.name or ""
        if groups.refs[index] is not None:
            continue
        if mention.kind is Kind.GATHERING:
            _gathering(parse, groups, index, words)
        elif mention.kind is Kind.WORK:
            groups.put(index, iris.work(name), Kind.WORK, "names/work", name)
        else:
            full = acronyms.get(name, name)
            groups.put(index, iris.known("place", iris.slug(full)), mention.kind, "names/place", full)


def _gathering(parse: Parse, groups: Groups, index: int, words: Words) -> None:
    """Put a gathering's name into the group of the same words; a plural into that of the series."""
    mention = groups.mentions[index]
    name, head = mention.name or "", parse.tokens[mention.head]
    if head.tag == "NNPS" and not head.text.lower().endswith(("games", "talks", "consultations")):
        series = name.replace(head.text, _singular(head.text), 1)
        groups.put(index, iris.known("series", iris.slug(series)), Kind.GATHERING, "names/series", series)
        return
    acronyms = {m.acronym: m.name for m in groups.mentions if m.acronym is not None and m.name is not None}
    key = _key(name, acronyms) - words.silent
    named = (g for g in groups.all.values() if g.ref.kind == "occurrence")
    known = next((g for g in named if _key(g.label, acronyms) - words.silent == key), None)
    if known is not None:
        groups.put(index, known.ref, Kind.GATHERING, known.rule, known.label)
    else:
        ref = iris.occurrence(head.span.begin, "Gathering")
        groups.put(index, ref, Kind.GATHERING, "names/gathering", name)


def _key(name: str, acronyms: dict[str, str]) -> frozenset[str]:
    """Return the words, acronyms written out: "10th Assembly of the AB" is "10th AB Assembly"."""
    written = (acronyms.get(word, word) for word in name.split())
    return frozenset(" ".join(written).casefold().split())


def _singular(word: str) -> str:
    for ending, kept in (("esses", "ess"), ("ies", "y"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + kept
    return word
