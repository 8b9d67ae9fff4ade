"""Relative references (RFC 3986, 4.2): IRIs that a file wrote relative to its place are written so again.

A file without a base is read against `DOCUMENT`, a place that no file has; what lies there was relative.
"""

from __future__ import annotations

import re

from dateline.serialize.names import relative

SCHEME = "x-dateline-document:"
"""What the IRIs begin with that are relative to where a file lies."""

_ROOT = f"{SCHEME}//here/"
# Deep enough for any "../../…" to stay within.
_FOLDERS = [_ROOT + "".join(f"~{level}/" for level in range(depth)) for depth in range(32)]
DOCUMENT = f"{_FOLDERS[-1]}document"
"""Where a file is thought to lie."""

_BASE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/(?:[^?#]*/)?)[^/#]*")
_DOTS = re.compile(r"/\.{1,2}(?:/|\Z)")


def of_document(iri: str) -> str | None:
    """Return an IRI as a file writes it wherever it lies, None if it is the same in every place.

    >>> of_document(f"{DOCUMENT}#me"), of_document("https://example.org/")
    ('#me', None)
    """
    if not iri.startswith(SCHEME):
        return None
    rest = iri[len(DOCUMENT) :]
    if iri.startswith(DOCUMENT) and rest[:1] in ("", "#", "?"):
        return rest
    if not iri.startswith(_ROOT):
        return iri[len(SCHEME) :]
    level = max(level for level, folder in enumerate(_FOLDERS) if iri.startswith(folder))
    path = iri[len(_FOLDERS[level]) :]
    if level == 0:
        return f"/./{path}" if path.startswith("/") else f"/{path}"
    up = "../" * (len(_FOLDERS) - 1 - level)
    return f"{up}{path}" if up or _is_plain(path) else f"./{path}"


def _is_plain(path: str) -> bool:
    """Tell whether a path is taken for one: not for nothing, a root, a query, a fragment, a scheme or a keyword."""
    return path[:1] not in ("", "/", "?", "#", "@") and ":" not in path.split("/", 1)[0]


def of_base(iri: str, base: str) -> str | None:
    """Return an IRI relative to a declared base: what lies in its folder, and in itself unless it is a folder.

    >>> of_base("https://example.org/a#b", "https://example.org/a"), of_base("https://example.org/b", "urn:a")
    ('#b', None)
    """
    document = base.split("#", 1)[0]
    match = _BASE.fullmatch(document)
    if match is None or _DOTS.search(document):
        return None
    if not document.endswith("/") and (iri == document or iri.startswith(f"{document}#")):
        return iri[len(document) :]
    return relative(iri, match[1])
