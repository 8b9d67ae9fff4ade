"""Where in a file a statement stands: line and column for Turtle, TriG, N-Triples, N-Quads and JSON-LD.

Lexers of our own, which read and never write: the data are judged from what the parsers of `store` say, and only
the places come from here. The files have been parsed before, so that nothing here looks for errors of syntax.
"""

from __future__ import annotations

from dateline.locate.finder import Found, Wanted, find
from dateline.locate.statement import Statement, Unplaced, place
from dateline.locate.statements import SUFFIXES, statements

__all__ = ["SUFFIXES", "Found", "Statement", "Unplaced", "Wanted", "find", "place", "statements"]
