"""The contexts of a JSON-LD document: those that stand in it, and the one to write it with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.serialize.context import Context, is_usable, prefixes
from dateline.serialize.names import prefixed, table
from dateline.vocabulary import IRI, PREFIXES

Tree = Any
"""A JSON document."""


def definitions(tree: Tree) -> Iterator[dict[str, Any]]:
    """Yield every context that stands in a document, scoped ones too."""
    for given in _given(tree):
        for each in given if isinstance(given, list) else [given]:
            if isinstance(each, dict):
                yield each


def remote(tree: Tree) -> str | None:
    """Return a context that a document refers to and does not hold."""
    for given in _given(tree):
        for each in given if isinstance(given, list) else [given]:
            if isinstance(each, str):
                return each
            if isinstance(each, dict) and isinstance(each.get("@import"), str):
                return str(each["@import"])
    return None


def _given(tree: Tree) -> Iterator[Any]:
    if isinstance(tree, list):
        for each in tree:
            yield from _given(each)
    elif isinstance(tree, dict):
        if "@context" in tree:
            yield tree["@context"]
        for value in tree.values():
            yield from _given(value)


def own(tree: Tree, iris: Iterable[IRI]) -> Context | None:
    """Return the context of a whole document, if it is one object that a writer can use for the IRIs."""
    given = tree.get("@context") if isinstance(tree, dict) else None
    if isinstance(given, list) and len(given) == 1:
        (given,) = given
    if not given or not is_usable(given) or schemes(iris) & given.keys():
        return None
    return Context(given)


def made(tree: Tree, iris: Iterable[IRI]) -> Context:
    """Return a context of the prefixes that are used: the document's, and known ones."""
    known: dict[str, str] = {}
    unfit = schemes(iris)
    for each in (*definitions(tree), PREFIXES):
        taken = {*known.values()}
        fresh = {name: iri for name, iri in prefixes(each).items() if name not in known and iri not in taken}
        known |= {name: iri for name, iri in fresh.items() if name not in unfit}
    by_namespace = table(known)
    used = {short[0] for iri in iris if (short := prefixed(iri, by_namespace)) is not None}
    return Context({name: known[name] for name in sorted(used)})


def schemes(iris: Iterable[IRI]) -> set[str]:
    """Return the schemes that are read as prefixes where a context defines them so: none before two slashes."""
    parts = (iri.partition(":") for iri in iris)
    return {scheme for scheme, _, rest in parts if not rest.startswith("//")}
