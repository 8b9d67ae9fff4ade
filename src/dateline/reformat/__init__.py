"""RDF files in their one canonical form: the same statements, terms as they are written, diffs that can be read.

What is written is read again and compared before anybody gets it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from dateline.errors import FormatError, ReadError
from dateline.reformat import contexts, losses
from dateline.reformat.document import Document, read, stream
from dateline.reformat.labels import label, label_all
from dateline.reformat.reference import SCHEME, of_base, of_document
from dateline.serialize import jsonld, lines, trig, turtle
from dateline.serialize.names import Names, prefixed, table
from dateline.serialize.nesting import Nesting, nest
from dateline.vocabulary import IRI, PREFIXES, Blank, Literal, Statement, rdf, xsd

SUFFIXES = (".ttl", ".trig", ".nt", ".nq", ".jsonld", ".json")
"""The formats, by the suffix of their files."""

_MARK = "\ufeff"
_UNSAID = frozenset({xsd.string, rdf.langString})
"""Datatypes that no syntax writes."""


def reformat(data: bytes, suffix: str, *, source: str, drop_comments: bool = False) -> str:
    """Return a file in canonical form, in its own format.

    Raises:
        ReadError: it is in no format known by its suffix, not UTF-8 or malformed, with its line and column; or it
            refers to a context that lies elsewhere.
        FormatError: it has comments, or what else its statements do not hold.
    """
    if suffix not in SUFFIXES:
        raise ReadError("is in no format that can be written anew", source, f"use one of {', '.join(SUFFIXES)}")
    text = _decode(data, source).removeprefix(_MARK)
    try:
        return _reformatted(text, suffix, source, drop_comments=drop_comments)
    except RecursionError as error:  # only JSON is read and looked at level by level
        raise ReadError("is nested too deeply", source, "give what is nested an @id of its own") from error


def _reformatted(text: str, suffix: str, source: str, *, drop_comments: bool) -> str:
    if SCHEME in text:
        where = f"{source}:{losses.place(text, text.index(SCHEME))}"
        raise FormatError(f"has an IRI that begins with {SCHEME}, as no other may", where, "use another scheme")
    tree = _tree(text, source) if suffix.startswith(".json") else None
    document = read(text.encode(), suffix, source=source)
    _check_statements(document, tree, source)
    if tree is not None:
        losses.check_iris(text, source)
    if not drop_comments:
        _check(tree, text, source)
    return _written(document, suffix, tree, source)


def _written(document: Document, suffix: str, tree: Any, source: str) -> str:
    """Return what says the same as the document, as the best writer writes it."""
    expected, is_placed = _digest(document.statements), False
    for write in _writers(document, suffix, tree, source):
        written = write()
        is_placed = SCHEME in written
        if not is_placed and _digest(stream(written.encode(), suffix, source=source)) == expected:
            return written
    if is_placed:
        what = "has a property or a datatype that is relative to where the document lies"
        raise FormatError(what, source, "give an absolute @vocab")
    raise AssertionError(f"{source}: what is written does not say what was read")


def _decode(data: bytes, source: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ReadError(f"is not UTF-8 at byte {error.start}", source, "save it as UTF-8") from error


def _tree(text: str, source: str) -> Any:
    """Return JSON, None if it is malformed, which the parser says better."""
    try:
        tree = json.loads(text)
    except ValueError:
        return None
    remote = contexts.remote(tree)
    if remote is not None:
        where = losses.place(text, max(text.find(json.dumps(remote, ensure_ascii=False)), 0))
        advice = "write the context into the document: nothing is fetched"
        raise ReadError(f"has a remote @context, {remote}", f"{source}:{where}", advice)
    return tree


def _check(tree: Any, text: str, source: str) -> None:
    if tree is None:
        losses.check_comments(text, source)
    else:
        losses.check_keys(tree, text, source)


def _check_statements(document: Document, tree: Any, source: str) -> None:
    """Refuse JSON that may be anything but data (FormatError)."""
    if not document.statements and not _is_empty(tree):
        raise FormatError("says nothing in RDF: all of it would be lost", source, "check that it is JSON-LD")


def _is_empty(tree: Any) -> bool:
    """Tell whether JSON holds nothing but a context."""
    inner = [value for key, value in tree.items() if key != "@context"] if isinstance(tree, dict) else tree
    return all(map(_is_empty, inner)) if isinstance(inner, list) else inner is None


def _writers(document: Document, suffix: str, tree: Any, source: str) -> Iterator[Callable[[], str]]:
    """Yield what writes the statements, best first."""
    if suffix in (".nt", ".nq"):
        yield partial(lines.write, label_all(document.statements, source))
        return
    statements = label(document.statements, nest(document.statements), source)
    nesting = nest(statements)
    if tree is not None:
        yield from _jsonld(statements, nesting, tree)
    elif not statements:
        yield partial(_declared, document)
    else:
        write = turtle.write if suffix == ".ttl" else trig.write
        yield partial(write, statements, _names(document), nesting, is_long=True)


def _declared(document: Document) -> str:
    """Return the prefixes and the base of a document that has nothing else."""
    terms = turtle.Terms(_referring(_names(document).base, document.prefixes))
    terms.used.update(document.prefixes)
    return "".join(terms.head())


def _jsonld(statements: list[Statement], nesting: Nesting, tree: Any) -> Iterator[Callable[[], str]]:
    iris = set(_iris(statements, is_native=lambda literal: jsonld.native(literal) is not None))
    own, is_placed = contexts.own(tree, iris), any(iri.startswith(SCHEME) for iri in iris)
    for context in (own, contexts.made(tree, iris)):
        if context is not None and not (is_placed and "@base" in context.definitions):
            yield partial(jsonld.write, statements, _referring(context.definitions.get("@base")), context, nesting)


def _referring(base: str | None, prefixes: dict[str, str] | None = None) -> Names:
    relative = of_document if base is None else partial(of_base, base=base)
    return Names(base, prefixes or {}, relative)


def _names(document: Document) -> Names:
    """Return the names of a Turtle document: its base, if all it says can be written against it, and its prefixes."""
    iris = set(_iris(document.statements))
    is_placed = document.base is None or any(iri.startswith(SCHEME) for iri in (document.base, *iris))
    return _referring(None if is_placed else document.base, _prefixes(document.prefixes, iris))


def _prefixes(own: dict[str, str], iris: Iterable[IRI]) -> dict[str, str]:
    """Return a document's prefixes, and known ones for other namespaces; those that clash only if they are used."""
    clashing = {prefix for prefix, namespace in own.items() if PREFIXES.get(prefix, namespace) != namespace}
    if clashing:
        by_namespace = table(own)
        used = {short[0] for iri in iris if (short := prefixed(iri, by_namespace)) is not None}
        own = {prefix: namespace for prefix, namespace in own.items() if prefix in used or prefix not in clashing}
    taken = set(own.values())
    return own | {name: iri for name, iri in PREFIXES.items() if name not in own and iri not in taken}


def _iris(statements: Iterable[Statement], is_native: Callable[[Literal], bool] | None = None) -> Iterator[IRI]:
    """Yield the IRIs that are written, datatypes too, except those of literals that say it by their form."""
    for statement in statements:
        for term in statement:
            if isinstance(term, IRI):
                yield term
            elif isinstance(term, Literal) and term.datatype not in _UNSAID and not (is_native and is_native(term)):
                yield term.datatype


def _digest(statements: Iterable[Statement]) -> int:
    """Return a number that is the same for the same statements in any order, blank nodes being alike."""
    return sum(hash(tuple(None if isinstance(term, Blank) else term for term in each)) for each in statements)
