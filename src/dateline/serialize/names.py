"""Short names of IRIs, only where every parser expands them to the same IRI again."""

from __future__ import annotations

import re

from dateline.errors import OutputError
from dateline.vocabulary import IRI, PREFIXES, Literal

# Segments without colons and none of dots only, then perhaps a fragment (RFC 3986, 4.2 and 5.2): such a path resolves
# by appending it to a base that ends in "/".
_SEGMENT = r"(?!\.{1,2}(?:[/#]|\Z))[\w~$&'()*+,=%.-]+"
_RELATIVE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*(?:#[\w~$&'()*+,=%./-]*)?", re.ASCII)
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def prefixed(iri: str) -> tuple[str, str] | None:
    """Return prefix and local name, if the namespace is known and the local name needs no escape.

    >>> prefixed("http://schema.org/agent"), prefixed("http://schema.org/a/b")
    (('schema', 'agent'), None)
    """
    end = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _PREFIX_OF.get(iri[:end])
    return None if prefix is None or _LOCAL.fullmatch(iri, end) is None else (prefix, iri[end:])


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
