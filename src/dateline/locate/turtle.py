"""Turtle and TriG (W3C 2014), read for the places of their statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.locate.statement import Statement, Unplaced
from dateline.locate.terms import RDF, XSD, literal, resolve, unescape

_NAME = r"[^\x00-\x24\x26-\x2c./;-@\[-^`{-\x7f]"
_TOKEN = re.compile(
    rf"""(?:[ \t\r\n]+|\#[^\r\n]*)*+(?:
        (?P<iri><[^\x00-\x20<>"{{}}|^`]*>)
      | (?P<mark>[;,\[\](){{}}]|\.(?!\d)|\^\^)
      | (?P<long>\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*+\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|\\.))*+''')
      | (?P<string>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')
      | (?P<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+)(?!{_NAME}))
      | (?P<name>(?:{_NAME}|\.+(?={_NAME}))*:(?:{_NAME}|\\.|\.+(?=[.\\]|{_NAME}))*)
      | (?P<word>[A-Za-z]+)
      | (?P<end>\Z)
      | (?P<other>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_TYPE = f"<{RDF}type>"
_FIRST, _REST, _NIL = f"<{RDF}first>", f"<{RDF}rest>", f"<{RDF}nil>"


class Reader:
    """Reads one text; statements come block by block."""

    def __init__(self, text: str, base: str) -> None:
        """Begin at the first token; `base` holds until the text names another."""
        self._source = text
        self._tokens = _TOKEN.finditer(text)
        self._base = base
        self._prefixes: dict[str, str] = {}
        self._terms: dict[str, str] = {}
        self._found: list[Statement] = []
        self._kind = self._text = ""
        self._at = 0
        self._advance()

    def __iter__(self) -> Iterator[Statement]:
        """Yield the statements in the order of the text, those within brackets before those around them."""
        while self._kind:
            self._block()
            yield from self._found
            self._found.clear()

    def _advance(self) -> tuple[str, int]:
        """Go on to the next token and return the one before it."""
        before = self._text, self._at
        match = next(self._tokens, None)
        if match is None or match.lastgroup in (None, "end"):
            self._kind, self._text, self._at = "", "", len(self._source)
        else:
            self._kind = match.lastgroup or ""
            self._text, self._at = match[self._kind], match.start(self._kind)
        return before

    def _take(self, mark: str) -> bool:
        if self._text != mark or self._kind != "mark":
            return False
        self._advance()
        return True

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            raise Unplaced(f"{mark} expected at {self._at}")

    # --- blocks

    def _block(self) -> None:
        if self._directive():
            return
        if self._kind == "word" and self._text.upper() == "GRAPH":
            self._advance()
            self._subject()
            self._graph()
        elif self._text == "{" and self._kind == "mark":
            self._graph()
        else:
            self._triples()

    def _directive(self) -> bool:
        word = self._text.lstrip("@").lower()
        if self._kind not in ("at", "word") or word not in ("prefix", "base"):
            return False
        old = self._advance()[0].startswith("@")
        prefix = self._advance()[0][:-1] if word == "prefix" else None
        iri = resolve(self._base, unescape(self._advance()[0][1:-1]))
        if prefix is None:
            self._base = iri
        else:
            self._prefixes[prefix] = iri
        self._terms.clear()
        if old:
            self._expect(".")
        return True

    def _graph(self) -> None:
        self._expect("{")
        while not self._take("}"):
            self._triples(ends_with=("}",))

    def _triples(self, ends_with: tuple[str, ...] = ()) -> None:
        alone = self._text == "["
        subject, at = self._subject()
        if self._kind == "mark" and self._text == "{":
            self._graph()
            return
        if not (alone and self._text in (".", *ends_with)):
            self._predicates(subject, at)
        if not self._take(".") and self._text not in ends_with:
            raise Unplaced(f"the end of a statement expected at {self._at}")

    def _predicates(self, subject: str, subject_at: int) -> None:
        while self._kind != "mark":
            predicate_at = self._at
            predicate = self._verb()
            while True:
                at = self._at
                self._found.append(Statement(subject, predicate, self._object(), subject_at, predicate_at, at))
                if not self._take(","):
                    break
            while self._take(";"):
                pass

    # --- terms

    def _verb(self) -> str:
        if self._kind == "word" and self._text == "a":
            self._advance()
            return _TYPE
        return self._term()

    def _subject(self) -> tuple[str, int]:
        at = self._at
        return self._object(), at

    def _object(self) -> str:
        if self._kind != "mark":
            return self._term()
        at = self._at
        if self._take("["):
            node = f"_:o{at}"
            self._predicates(node, at)
            self._expect("]")
            return node
        if self._take("("):
            return self._collection(at)
        raise Unplaced(f"a term expected at {at}")

    def _collection(self, at: int) -> str:
        items: list[tuple[str, int]] = []
        while not self._take(")"):
            items.append((f"_:i{self._at}", self._at))
            node, here = items[-1]
            self._found.append(Statement(node, _FIRST, self._object(), at, here, here))
        followers = [*(node for node, _ in items[1:]), _NIL]
        for (node, here), following in zip(items, followers, strict=False):
            self._found.append(Statement(node, _REST, following, at, here, here))
        return items[0][0] if items else _NIL

    def _term(self) -> str:
        kind, (text, at) = self._kind, self._advance()
        if kind in ("iri", "name"):
            known = self._terms.get(text)
            if known is None:
                known = self._terms[text] = self._named(text, kind)
            return known
        if kind in ("string", "long"):
            return self._literal(text, 3 if kind == "long" else 1)
        if kind == "number":
            return literal(text, XSD + _number_type(text))
        if kind == "word" and text in ("true", "false"):
            return literal(text, f"{XSD}boolean")
        raise Unplaced(f"a term expected at {at}")

    def _named(self, text: str, kind: str) -> str:
        if kind == "iri":
            return f"<{resolve(self._base, unescape(text[1:-1]))}>"
        prefix, _, local = text.partition(":")
        if prefix == "_":
            return f"_:n{local}"
        if prefix not in self._prefixes:
            raise Unplaced(f"the prefix {prefix} is not declared")
        return f"<{self._prefixes[prefix]}{unescape(local)}>"

    def _literal(self, text: str, quotes: int) -> str:
        value = unescape(text[quotes:-quotes])
        if self._kind == "at":
            return literal(value, language=self._advance()[0][1:])
        if self._take("^^"):
            return literal(value, self._term()[1:-1])
        return literal(value)


def _number_type(text: str) -> str:
    if "e" in text or "E" in text:
        return "double"
    return "decimal" if "." in text else "integer"
