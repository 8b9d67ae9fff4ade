"""The terms of known vocabularies, and the nearest to one that is unknown."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from dateline.vocabulary import dl, eventtype, schema, status

HTTPS = "https://schema.org/"
"""schema.org's namespace in its other form."""
UNKNOWN, SUPERSEDED = "unknown-term", "superseded-term"
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
    return frozenset(word.partition("*")[0] for word in _words(namespace))


@cache
def superseded(namespace: str) -> dict[str, str]:
    """Return the terms of a vocabulary that others have taken the place of, with these."""
    if any(str(each) == namespace for each in _CLOSED):
        return {}
    return dict(word.split("*") for word in _words(namespace) if "*" in word)


def _words(namespace: str) -> list[str]:
    name = namespaces()[str(schema) if namespace == HTTPS else namespace]
    text = files("dateline.lint").joinpath("terms", name).read_text("utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def fault(term: str) -> tuple[str, str, str] | None:
    """Return the rule that a term breaks, its vocabulary and its name; None for every other term.

    >>> fault("<http://schema.org/nmae>"), fault("<http://schema.org/name>"), fault("<urn:x:name>")
    (('unknown-term', 'http://schema.org/', 'nmae'), None, None)
    >>> fault("<http://schema.org/actors>")
    ('superseded-term', 'http://schema.org/', 'actors')
    """
    namespace = max((start[1:] for start in starts() if term.startswith(start)), key=len, default=None)
    if namespace is None:
        return None
    name = term[len(namespace) + 1 : -1]
    if name in terms(namespace):
        return (SUPERSEDED, namespace, name) if name in superseded(namespace) else None
    is_name = re.fullmatch(r"[\w-]+", name) and not _MEMBERSHIP.fullmatch(name)
    return (UNKNOWN, namespace, name) if is_name else None


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
