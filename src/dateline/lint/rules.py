"""The rules as they are described, and what they say of data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule beyond SHACL."""

    id: str
    severity: str
    title: str
    why: str
    advice: str
    bad: str
    good: str


class Remark(NamedTuple):
    """What a rule says of a statement; terms as in N-Triples, as the file has them."""

    rule: str
    subject: str
    predicate: str
    value: str
    message: str
    advice: str = ""
    """What to do, where more is known than what the rule advises."""


@cache
def rules() -> dict[str, Rule]:
    """Return the rules by id."""
    table = tomllib.loads(files("dateline.lint").joinpath("rules.toml").read_text("utf-8"))
    return {
        name: Rule(name, **{key: " ".join(value.split()) for key, value in entry.items()})
        for name, entry in table.items()
    }
