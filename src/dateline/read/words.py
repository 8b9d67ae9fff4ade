"""The word lists of words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return a list by its name, in lower case.

    >>> "the" in words("function")
    True
    """
    return frozenset(_file()[name]["words"].split())


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("dateline.read").joinpath("words.toml").read_text(encoding="utf-8"))
