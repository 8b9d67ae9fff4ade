"""JSON (RFC 8259) with the offset of each key and value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dateline.locate.statement import Unplaced

_TOKEN = re.compile(r'[ \t\r\n]*+(?:(?P<string>"(?:[^"\\]|\\.)*+")|(?P<mark>[{}\[\],:])|(?P<scalar>[^\s{}\[\],:"]+))')

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value and where it begins."""

    content: Scalar | list[Value] | list[Member]
    at: int
    is_object: bool = False
    """Whether it is an object, not an array or a scalar."""

    @property
    def members(self) -> list[Member]:
        """The members of an object; none of anything else."""
        content = self.content
        return [each for each in content if isinstance(each, Member)] if isinstance(content, list) else []

    @property
    def items(self) -> list[Value]:
        """The items of an array; of anything else itself."""
        content = self.content
        if isinstance(content, list) and not self.is_object:
            return [each for each in content if isinstance(each, Value)]
        return [self]

    def get(self, key: str) -> Value | None:
        """Return the value of a key, or None."""
        return next((member.value for member in self.members if member.key == key), None)


class Member(NamedTuple):
    """A key with its value, and where the key begins."""

    key: str
    value: Value
    at: int


def parse(text: str) -> Value:
    """Parse a document that is known to be JSON."""
    return _value(_TOKEN.finditer(text))


def _value(tokens: Iterator[re.Match[str]], first: re.Match[str] | None = None) -> Value:
    token = first or _next(tokens)
    at = token.start(token.lastgroup or 0)
    if token["mark"] == "{":
        return Value(_members(tokens), at, is_object=True)
    if token["mark"] == "[":
        return Value(_items(tokens), at)
    return Value(json.loads(token[token.lastgroup or 0]), at)


def _members(tokens: Iterator[re.Match[str]]) -> list[Member]:
    found: list[Member] = []
    while (token := _next(tokens))["mark"] != "}":
        if token["mark"] == ",":
            continue
        _next(tokens)  # the colon
        found.append(Member(json.loads(token["string"]), _value(tokens), token.start("string")))
    return found


def _items(tokens: Iterator[re.Match[str]]) -> list[Value]:
    found: list[Value] = []
    while (token := _next(tokens))["mark"] != "]":
        if token["mark"] != ",":
            found.append(_value(tokens, token))
    return found


def _next(tokens: Iterator[re.Match[str]]) -> re.Match[str]:
    token = next(tokens, None)
    if token is None:
        raise Unplaced("the document ends too early")
    return token
