"""N-Triples and N-Quads (W3C 2014), read line by line for the places of their statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.locate.statement import Statement, Unplaced
from dateline.locate.terms import literal, unescape

_NODE = r"<[^>\s]*>|_:[^\s<>\"]+"
_STATEMENT = re.compile(
    rf"""^[ \t]*+(?:
        (?P<subject>{_NODE})[ \t]*(?P<predicate><[^>\s]*>)[ \t]*
        (?P<object>{_NODE}
          | "(?P<value>(?:[^"\\]|\\.)*+)"(?:@(?P<language>[A-Za-z0-9-]+)|\^\^[ \t]*<(?P<datatype>[^>\s]*)>)?)
        [ \t]*(?:{_NODE})?[ \t]*\.
      | (?P<other>[^\s\#])
    )""",
    re.VERBOSE | re.MULTILINE,
)


def read(text: str) -> Iterator[Statement]:
    """Yield the statements of a text, one a line."""
    for match in _STATEMENT.finditer(text):
        if match["other"] is not None:
            raise Unplaced(f"a statement expected at {match.start()}")
        yield Statement(
            _node(match["subject"]),
            _node(match["predicate"]),
            _object(match),
            match.start("subject"),
            match.start("predicate"),
            match.start("object"),
        )


def _object(match: re.Match[str]) -> str:
    value = match["value"]
    if value is None:
        return _node(match["object"])
    return literal(unescape(value), match["datatype"] or "", match["language"] or "")


def _node(text: str) -> str:
    return f"_:n{text[2:].rstrip('.')}" if text.startswith("_") else unescape(text)
