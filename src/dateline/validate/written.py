"""Terms in N-Triples, shortened for reading."""

from __future__ import annotations

import re

from dateline.vocabulary import PREFIXES

SHACL = "http://www.w3.org/ns/shacl#"
BASE = "https://example.org/"
"""What relative IRIs resolve against where a file names no base."""
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*+)"(?:@([\w-]+)|\^\^<(.*)>)?', re.DOTALL)
"""A literal: its value, with escapes, and its language or datatype."""


def local_name(iri: str) -> str:
    """Return the last part of an IRI.

    >>> local_name("https://w3id.org/dateline/shapes#Visit"), local_name("http://schema.org/name")
    ('Visit', 'name')
    """
    return re.split(r"[#/]", iri.rstrip("#/"))[-1]


def short(term: str) -> str:
    """Write a term for reading: prefixed where we know the prefix, numbers and days bare, long literals cut.

    >>> short("<http://schema.org/name>"), short('"1"^^<http://www.w3.org/2001/XMLSchema#integer>'), short('"a"@en')
    ('schema:name', '1', '"a"@en')
    """
    if not term.startswith("<") or not term.endswith(">"):
        match = LITERAL.fullmatch(term)
        is_typed = match is not None and (match[3] or "").startswith(PREFIXES["xsd"])
        return excerpt(str(match[1]) if match is not None and is_typed else term)
    for prefix, namespace in PREFIXES.items():
        if term.startswith(f"<{namespace}"):
            return f"{prefix}:{term[len(namespace) + 1 : -1]}"
    return term


def excerpt(text: str, length: int = 200) -> str:
    """Return the beginning of a text that is too long to be shown, marked as such.

    >>> excerpt("a" * 9, 5), excerpt("b", 5)
    ('aaaa…', 'b')
    """
    return text if len(text) <= length else text[: length - 1] + "…"


def unquoted(literal: str) -> str:
    r"""Return the value of a literal.

    >>> unquoted('"a \\"b\\""@en')
    'a "b"'
    """
    from dateline.locate.terms import unescape

    match = LITERAL.fullmatch(literal)
    return unescape(match[1]) if match is not None else literal


def bare(term: str) -> str:
    """Take the brackets off an IRI that stands alone, and the label off a blank node."""
    if term.startswith("_:"):
        return "[]"
    alone = term.startswith("<") and term.find(">") == len(term) - 1
    return term[1:-1] if alone else term
