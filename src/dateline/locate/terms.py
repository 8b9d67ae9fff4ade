"""Terms written as in canonical N-Triples, whatever form a file writes them in."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_MEANING = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_WRITTEN = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def unescape(text: str) -> str:
    r"""Replace the escapes of Turtle and N-Triples by what they stand for.

    >>> unescape(r"caf\u00e9\tand \"more\"")
    'café\tand "more"'
    """
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _MEANING.get(match[3], match[3])


def literal(value: str, datatype: str = "", language: str = "") -> str:
    r"""Write a literal; xsd:string goes unsaid.

    >>> literal('a "b"'), literal("1", XSD + "integer"), literal("a", language="en")
    ('"a \\"b\\""', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"a"@en')
    """
    quoted = f'"{_SPECIAL.sub(_escaped, value)}"'
    if language:
        return f"{quoted}@{language.lower()}"
    return f"{quoted}^^<{datatype}>" if datatype and datatype != f"{XSD}string" else quoted


def _escaped(match: re.Match[str]) -> str:
    return _WRITTEN.get(match[0]) or f"\\u{ord(match[0]):04X}"


def resolve(base: str, reference: str) -> str:
    """Resolve a reference against a base (RFC 3986, section 5.2).

    >>> resolve("https://example.org/a/b?q#f", "../c#d"), resolve("urn:x:y", "#z"), resolve("http://h", "p")
    ('https://example.org/c#d', 'urn:x:y#z', 'http://h/p')
    """
    if _ABSOLUTE.match(reference):
        return reference
    scheme, authority, path, query, _ = urlsplit(base)
    _, own_authority, own_path, own_query, fragment = urlsplit(reference)
    if reference.startswith("//"):
        authority, path, query = own_authority, _without_dots(own_path), own_query
    elif own_path:
        path, query = _without_dots(_joined(authority, path, own_path)), own_query
    elif reference.startswith("?"):
        query = own_query
    whole = urlunsplit((scheme, authority, path, query, ""))
    return f"{whole}#{fragment}" if "#" in reference else whole


def _joined(authority: str, path: str, reference: str) -> str:
    if reference.startswith("/"):
        return reference
    return f"/{reference}" if authority and not path else path[: path.rfind("/") + 1] + reference


def _without_dots(path: str) -> str:
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            del kept[1 if path.startswith("/") and len(kept) == 1 else len(kept) - 1 :]
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept) + ("/" if segments[-1] in (".", "..") else "")
