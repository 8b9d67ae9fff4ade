"""The whole way of a check: each file through shapes and rules, then what concerns several files."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.check import baseline, places
from dateline.check.coverage import Coverage, Targets
from dateline.check.explain import explain
from dateline.check.outcome import Outcome
from dateline.check.places import Pending
from dateline.check.profile import Profile
from dateline.check.source import Source, declared_base
from dateline.errors import ReadError
from dateline.lint import Inspection, Links, Remark, Texts
from dateline.locate import Statement, Unplaced, jsonld
from dateline.locate import place as place_of
from dateline.locate.statement import line_starts
from dateline.mapping.classes import PARENT
from dateline.validate import Finding, Unsaid, Validator, rank, validator_of
from dateline.validate.data import TURTLE, decode, normalized
from dateline.validate.result import Result
from dateline.validate.shapes import ShapesGraph
from dateline.validate.wording import wordings
from dateline.validate.written import BASE
from dateline.vocabulary import dl

Triple = tuple[str, str, str]
_JSON = (".jsonld", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for all files of a check."""

    shapes: Path | None = None
    """Instead of ours."""
    profile: Profile = field(default_factory=Profile)
    texts: Texts = field(default_factory=Texts)
    base: str | None = None
    """The base of the data, where the files do not declare it."""
    coverage: bool = False
    """Whether to measure what the shapes saw."""
    known: Path | None = None
    """A baseline."""


class Checker:
    """Checks files one after the other.

    Raises:
        ShapesError: the shapes cannot be used.
        QueryError: a rule that is selected is none.
    """

    def __init__(self, settings: Settings) -> None:
        """Make the shapes ready."""
        self._settings = settings
        self._validator: Validator = validator_of(settings.shapes)
        _check_selected(settings.profile.select, self._validator.shapes)
        axioms = [(f"<{dl[child]}>", f"<{dl[parent]}>") for child, parent in PARENT.items()]
        self._targets = Targets(self._validator.shapes, axioms)
        self._links = Links()
        self._coverage = Coverage()

    def run(self, sources: Sequence[Source]) -> Outcome:
        """Check sources, in their order (ShapesError; QueryError for the baseline)."""
        self._links, self._coverage = Links(are_shared=len(sources) > 1), Coverage()
        found = [finding for source in sources for finding in self._check(source)]
        found = _one_example(found)
        if all(finding.severity != "Error" for finding in found):
            found += self._dangling({source.name: source for source in sources})
        order = {source.name: number for number, source in enumerate(sources)}
        found.sort(key=lambda each: (order[each.source], each.severity != "Error", rank(each), each.line, each.column))
        counted = [each for each in map(self._settings.profile.apply, found) if each is not None]
        new = counted if self._settings.known is None else baseline.unknown(
            counted, baseline.read(self._settings.known)
        )  # fmt: skip
        return Outcome(
            findings=tuple(new),
            files=tuple(order),
            known=len(counted) - len(new),
            is_met=self._targets.is_hit,
            coverage=self._coverage if self._settings.coverage else None,
        )

    def _check(self, source: Source) -> list[Finding]:
        try:
            return list(self._checked(source))
        except ReadError as error:
            return [_unreadable(error, source)]

    def _checked(self, source: Source) -> Iterator[Finding]:
        content = source.content()
        text = decode(content, source.name).removeprefix("\ufeff")
        inspection, unsaid = self._inspection(source, text), Unsaid()
        triples = unsaid.watch(self._measured(_triples(content, source)))
        lines: list[str] = []
        is_turtle = source.suffix.lower() in TURTLE
        remarks = inspection.run(triples if is_turtle else _copied(triples, lines))
        turtle = text if is_turtle else "".join(lines)
        del content, triples, lines
        results = self._validator.results(normalized(turtle), source=source.name, beside=unsaid.axioms())
        pending = self._pending(results, remarks, source)
        statements: Iterable[Statement] = places.read(text, source.suffix)
        if any(map(places.is_about_blank, pending)):
            statements = list(statements)
            named = _labelled(source, text, statements)
            if len(named) == inspection.statements:  # else the lexer does not know the text
                pending = self._judged_again(source, text, named)
        yield from _once(places.placed(pending, text, statements)) if pending else ()

    def _pending(self, results: Iterable[Result], remarks: Iterable[Remark], source: Source) -> list[Pending]:
        found = [places.from_result(each, self._validator.shapes, source.name) for each in results]
        return found + [places.from_remark(each, source.name) for each in remarks]

    def _inspection(self, source: Source, text: str, links: Links | None = None) -> Inspection:
        base = self._settings.base or declared_base(text)
        return Inspection(source.name, self._settings.texts, links or self._links, base)

    def _measured(self, triples: Iterable[Triple]) -> Iterable[Triple]:
        watched = triples if self._targets.is_hit else self._targets.watch(triples)
        if not self._settings.coverage:
            return watched
        kept = list(watched)
        self._coverage.add(self._targets.measure(kept))
        return kept

    def _judged_again(self, source: Source, text: str, triples: list[Triple]) -> list[Pending]:
        """Judge once more, with blank nodes called as the statements call them."""
        lines: list[str] = []
        remarks = self._inspection(source, text, Links()).run(_copied(triples, lines))
        labels = list(dict.fromkeys(term for triple in triples for term in triple if term.startswith("_:")))
        results = self._validator.results(normalized("".join(lines)), labels, source.name)
        return self._pending(results, remarks, source)

    def _dangling(self, sources: dict[str, Source]) -> Iterator[Finding]:
        """Yield what points nowhere; what a file that could not be read describes is not known to be missing."""
        by_source: dict[str, list[Pending]] = {}
        for name, remark in self._links.dangling():
            by_source.setdefault(name, []).append(places.from_pointer(remark, name))
        for name, pending in by_source.items():
            text = sources[name].text()
            yield from _once(places.placed(pending, text, places.read(text, sources[name].suffix)))


def _check_selected(names: Iterable[str], shapes: ShapesGraph) -> None:
    """Refuse a misspelt rule, which would select nothing, so that all would seem fine."""
    for name in names:
        if name not in ("lint", "shacl", *wordings()) and not set("*?[") & set(name):
            explain(name, shapes)


def _triples(content: bytes, source: Source) -> Iterator[Triple]:
    from dateline.store import triples

    return triples(content.removeprefix(codecs.BOM_UTF8), source.suffix, source=source.name, base=BASE)


def _labelled(source: Source, text: str, statements: list[Statement]) -> list[Triple]:
    """Return the triples of a text with its blank nodes called as the statements call them, none if that fails."""
    if source.suffix.lower() not in _JSON:
        return [each[:3] for each in statements]
    try:
        return [_called(each) for each in _triples(jsonld.unlabelled(text, BASE).encode(), source)]
    except (Unplaced, ReadError, ValueError, RecursionError):
        return []


def _copied(triples: Iterable[Triple], lines: list[str]) -> Iterator[Triple]:
    """Pass statements on, and keep each as a line of N-Triples."""
    for triple in triples:
        lines.append(f"{triple[0]} {triple[1]} {triple[2]} .\n")
        yield triple


def _called(triple: Triple) -> Triple:
    """Call the blank nodes of JSON-LD as its statements call them: with a letter before a label of the author's."""
    subject, predicate, value = (re.sub(r"^_:(?!o\d+$)", "_:n", term) for term in triple)
    return subject, predicate, value


def _once(findings: Iterable[Finding]) -> list[Finding]:
    return list(dict.fromkeys(sorted(findings, key=lambda each: (each, each.component))))


def _one_example(findings: list[Finding]) -> list[Finding]:
    """Leave one of the findings that all files of a base have."""
    examples = [each for each in findings if each.rule == "example-base"]
    return [each for each in findings if each.rule != "example-base" or each is examples[0]]


def _unreadable(error: ReadError, source: Source) -> Finding:
    """Turn the reason why a file cannot be read into a finding at its place."""
    place = re.search(r":(\d+):(\d+)$", error.where) or _context(error, source)
    is_syntax = place is not None or "malformed" in error.what
    rule = "syntax" if is_syntax else "unreadable"
    finding = Finding("Error", "", "", "", "", error.what, source.name, rule=rule, advice=error.advice)
    return finding if place is None else replace(finding, line=int(place[1]), column=int(place[2]))


def _context(error: ReadError, source: Source) -> tuple[str, int, int] | None:
    """Return where the @context stands that lies elsewhere: the parser does not say."""
    at = source.text().find('"@context"') if "@context" in error.what else -1
    return None if at < 0 else ("", *place_of(line_starts(source.text()), at))
