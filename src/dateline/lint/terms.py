"""The terms of known vocabularies, and the nearest to one that is unknown."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from dateline.vocabulary import dl, eventtype, schema, status

HTTPS = "https://schema.org/"
"""schema.org's namespace in its other form."""
_CLOSED = (dl, eventtype, status)
_MEMBERSHIP = re.compile(r"_\d+|li")
"""rdf:_1 and so on."""


@cache
def namespaces() -> dict[str, str]:
    """Return the files of terms by namespace."""
    found = {}
    for path in files("dateline.lint").joinpath("terms").iterdir():
        with path.open(encoding="utf-8") as lines:
            found[next(lines).lstrip("# ").strip()] = path.name
    return found


@cache
def starts() -> tuple[str, ...]:
    """Return how a term of a known vocabulary begins in N-Triples."""
    known = [*namespaces(), *map(str, _CLOSED), HTTPS]
    return tuple(f"<{namespace}" for namespace in known)


@cache
def terms(namespace: str) -> frozenset[str]:
    """Return the terms of a known vocabulary by its namespace."""
    own = next((each for each in _CLOSED if str(each) == namespace), None)
    if own is not None:
        return frozenset(own)
    name = namespaces()[str(schema) if namespace == HTTPS else namespace]
    text = files("dateline.lint").joinpath("terms", name).read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def unknown(term: str) -> tuple[str, str] | None:
    """Return the namespace and the name of a term that its vocabulary lacks, None for every other term.

    >>> unknown("<http://schema.org/nmae>"), unknown("<http://schema.org/name>"), unknown("<urn:x:name>")
    (('http://schema.org/', 'nmae'), None, None)
    """
    namespace = max((start[1:] for start in starts() if term.startswith(start)), key=len, default=None)
    if namespace is None:
        return None
    name = term[len(namespace) + 1 : -1]
    if name in terms(namespace) or not re.fullmatch(r"[\w-]+", name) or _MEMBERSHIP.fullmatch(name):
        return None
    return namespace, name


@cache
def nearest(namespace: str, name: str) -> str | None:
    """Return the term of a vocabulary that looks most like a name.

    >>> nearest("http://schema.org/", "nmae"), nearest("http://schema.org/", "newsarticle")
    ('name', 'NewsArticle')
    """
    by_lower: dict[str, str] = {}
    for term in sorted(terms(namespace), key=lambda term: term[0].isupper() == name[0].isupper()):
        by_lower[term.lower()] = term
    found = get_close_matches(name.lower(), sorted(by_lower), n=1, cutoff=0.7)
    return by_lower[found[0]] if found else None
