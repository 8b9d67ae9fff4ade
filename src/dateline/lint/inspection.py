"""One file, statement by statement, through all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dateline.lint import literals, order, quotes
from dateline.lint.links import Links
from dateline.lint.rules import Remark
from dateline.lint.terms import HTTPS, UNKNOWN, fault, nearest, starts, superseded
from dateline.locate.terms import unescape
from dateline.vocabulary import rdf, schema

_EXAMPLES = tuple(f"<{scheme}://{host}example.{domain}/" for scheme in ("http", "https") for host in ("", "www.")
                  for domain in ("com", "net", "org"))  # fmt: skip
_TYPE = f"<{rdf.type}>"
_SCHEMA = {"http": f"<{schema}", "https": f"<{HTTPS}"}

Statement = tuple[str, str, str]


class Inspection:
    """What the rules find in one file; what concerns several, `links` collects."""

    def __init__(self, source: str, texts: quotes.Texts, links: Links, base: str | None) -> None:
        """Begin; `base` is the one under which the file describes everything that it names."""
        self._source = source
        self._texts = texts
        self._links = links
        self._base = None if base is None else f"<{base}"
        self._found: list[Remark] = []
        self._counts: dict[str, int] = {}
        self._first: dict[str, Statement] = {}
        self._limits: dict[tuple[str, str], tuple[str, str]] = {}
        self._passages = quotes.Passages()
        self._starts = starts()
        self._before = ""
        self.statements = 0

    def run(self, triples: Iterable[Statement]) -> list[Remark]:
        """Take in the statements of a file, and return what is wrong with them."""
        for triple in triples:
            self._see(triple)
        return [*self._found, *self._on_the_whole(), *order.backwards(self._limits), *self._quoted()]

    def _see(self, triple: Statement) -> None:
        subject, predicate, value = triple
        self.statements += 1
        if subject != self._before:
            self._before = subject
            self._see_subject(triple)
        if _wrong_term(predicate):
            self._remark_term(triple, predicate)
        if predicate.startswith(_SCHEMA["https"]):
            self._count("https", triple)
        elif predicate.startswith(_SCHEMA["http"]):
            self._count("http", triple)
        if value[0] == '"':
            self._see_literal(triple)
        elif value[0] == "<":
            self._see_iri(triple)
        else:
            self._count("blank", triple)
        if predicate in quotes.PROPERTIES:
            self._passages.see(*triple)

    def _see_subject(self, triple: Statement) -> None:
        subject = triple[0]
        if subject[0] == "_":
            self._count("blank", triple)
        elif subject.startswith(_EXAMPLES):
            self._count("example", triple)
        if self._base is not None or self._links.are_shared:
            self._links.describe(subject)

    def _see_literal(self, triple: Statement) -> None:
        subject, predicate, literal = triple
        if literal[-1] != ">":
            return
        value, _, datatype = literal.rpartition('"^^<')
        fault = _fault(value, datatype)
        if fault is not None:
            self._found.append(Remark(fault[0], subject, predicate, literal, fault[1]))
        elif predicate in order.LIMITS:
            self._limits[subject, predicate] = unescape(value[1:]), literal
        if _wrong_term(f"<{datatype}"):
            self._remark_term(triple, f"<{datatype}")

    def _see_iri(self, triple: Statement) -> None:
        value = triple[2]
        if value.startswith(self._starts):
            if _wrong_term(value):
                self._remark_term(triple, value)
            if value.startswith(_SCHEMA["https"]):
                self._count("https", triple)
            elif value.startswith(_SCHEMA["http"]):
                self._count("http", triple)
        elif self._base is not None and value.startswith(self._base):
            self._links.point(self._source, *triple)

    def _count(self, what: str, triple: Statement) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1
        if what not in self._first:
            self._first[what] = triple

    def _remark_term(self, triple: Statement, term: str) -> None:
        rule, namespace, name = _wrong_term(term) or ("", "", "")
        kind = "class" if triple[1] == _TYPE else "property" if term == triple[1] else "term"
        if rule == UNKNOWN:
            near = nearest(namespace, name)
            message, advice = f"{namespace} has no {kind} {name}", f"did you mean {near}?" if near else ""
        else:
            message, advice = f"the {kind} {name} is superseded", f"use {superseded(namespace)[name]}"
        self._found.append(Remark(rule, *triple, message, advice))

    def _on_the_whole(self) -> Iterator[Remark]:
        """Yield what is said once of a file, at the first statement that shows it."""
        count = self._counts.get
        if count("http") and count("https"):
            rarer = min(("https", "http"), key=lambda form: self._counts[form])
            message = f"schema.org is written in two ways: {count('http')} times http, {count('https')} times https"
            yield Remark("mixed-schema-org", *self._first[rarer], message)
        if count("blank"):
            yield Remark("blank-node", *self._first["blank"], "there are blank nodes here, which have no name")
        if count("example"):
            yield Remark("example-base", self._first["example"][0], "", "", "the IRIs lie under an example's domain")

    def _quoted(self) -> Iterator[Remark]:
        return self._passages.remarks(self._texts)


@lru_cache(maxsize=10_000)
def _wrong_term(term: str) -> tuple[str, str, str] | None:
    return fault(term)


@lru_cache(maxsize=100_000)
def _fault(value: str, datatype: str) -> literals.Fault | None:
    return literals.fault(unescape(value[1:]), datatype[:-1])
