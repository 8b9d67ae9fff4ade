"""Short names of IRIs, only where every parser expands them to the same IRI again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.errors import OutputError
from dateline.vocabulary import IRI, PREFIXES, Literal

# Segments without colons and none of dots only, then perhaps a fragment (RFC 3986, 4.2 and 5.2): such a path resolves
# by appending it to a base that ends in "/".
_SEGMENT = r"(?!\.{1,2}(?:[/#]|\Z))[\w~$&'()*+,=%.-]+"
_RELATIVE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*(?:#[\w~$&'()*+,=%./-]*)?", re.ASCII)
# PN_CHARS_BASE and what PN_CHARS adds to it (Turtle 1.1, 6.5); a local name that needs a backslash is none.
_LETTER = (
    "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_MARK = "\\-0-9_\xb7\u0300-\u036f\u203f\u2040"
_PERCENT = "%[0-9A-Fa-f]{2}"
_LOCAL = re.compile(
    f"(?:[{_LETTER}_:0-9]|{_PERCENT})(?:(?:[{_LETTER}{_MARK}:.]|{_PERCENT})*(?:[{_LETTER}{_MARK}:]|{_PERCENT}))?"
)
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
_SURROGATE = re.compile(r"[\ud800-\udfff]")

Table = Mapping[str, tuple[tuple[str, str], ...]]
"""Prefixes by their namespace up to its last slash or hash, each with the rest of the namespace, longest rest first."""


def table(prefixes: Mapping[str, str]) -> Table:
    """Return prefixes so that `prefixed` finds them; of two for a namespace the alphabetically first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for prefix, namespace in sorted(prefixes.items()):
        end = _end(namespace)
        found[namespace[:end]].append((namespace[end:], prefix))
    return {stem: tuple(sorted(rests, key=lambda each: -len(each[0]))) for stem, rests in found.items()}


def _end(iri: str) -> int:
    return max(iri.rfind("/"), iri.rfind("#")) + 1


_OURS = table(PREFIXES)


def prefixed(iri: str, prefixes: Table = _OURS) -> tuple[str, str] | None:
    """Return prefix and local name, if a namespace is known and the local name needs no escape.

    >>> prefixed("http://schema.org/agent"), prefixed("http://schema.org/a/b")
    (('schema', 'agent'), None)
    """
    end = _end(iri)
    for rest, prefix in prefixes.get(iri[:end], ()):
        start = end + len(rest)
        if iri.startswith(rest, end) and _LOCAL.fullmatch(iri, start):
            return prefix, iri[start:]
    return None


def relative(iri: str, base: str) -> str | None:
    """Return the IRI relative to a base that ends in a slash, if it resolves back by mere appending.

    >>> relative("https://example.org/place/x", "https://example.org/")
    'place/x'
    >>> relative("https://example.org/a:b", "https://example.org/")
    """
    if not iri.startswith(base):
        return None
    path = iri[len(base) :]
    return path if _RELATIVE.fullmatch(path) else None


@dataclass(frozen=True, slots=True)
class Names:
    """How one document names things: its base, its prefixes, and what it writes relative to the base."""

    base: str | None
    """What the document says that its base is."""
    prefixes: Mapping[str, str]
    relative: Callable[[str], str | None]
    """The relative reference that stands for an IRI, None where it is written whole."""


def ours(base: str) -> Names:
    """Return the names of our own data: known prefixes, and a base that ends in a slash."""
    return Names(base, PREFIXES, lambda iri: relative(iri, base))


def checked(iri: IRI) -> IRI:
    """Return the IRI if RDF syntax can hold it.

    Raises:
        OutputError: it has a character that RFC 3987 forbids and no syntax can escape.
    """
    if _FORBIDDEN.search(iri):
        raise OutputError("has a character that no IRI may have", repr(str(iri)), "percent-encode it")
    return iri


def encodable(literal: Literal) -> Literal:
    """Return the literal if UTF-8 can hold it (OutputError for half of a surrogate pair)."""
    if _SURROGATE.search(literal.value):
        raise OutputError("has half of a surrogate pair", repr(literal.value), "decode the text correctly")
    return literal
