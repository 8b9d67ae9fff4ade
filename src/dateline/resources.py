"""Where the files that belong to the package lie: in an installation within it, in a checkout at its top."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import OutputError

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "_data", _PACKAGE.parent.parent)


def find(name: str) -> Path:
    """Return the path of a file or folder under `ontology/` or `shapes/`, package data first.

    >>> find("ontology/context.jsonld").name
    'context.jsonld'

    Raises:
        OutputError: there is none, as when an installation is incomplete.
    """
    path = next((place / name for place in _PLACES if (place / name).exists()), None)
    if path is None:
        raise OutputError("is not part of this installation", name, "install dateline again")
    return path
