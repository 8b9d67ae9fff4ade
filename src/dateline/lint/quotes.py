"""Passages against the text that they are of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.lint.rules import Remark
from dateline.locate.terms import unescape
from dateline.validate.written import excerpt
from dateline.vocabulary import dcterms, nif

_ANCHOR, _BEGIN, _END, _CONTEXT, _STRING = (
    f"<{term}>" for term in (nif.anchorOf, nif.beginIndex, nif.endIndex, nif.referenceContext, nif.isString)
)
_IDENTIFIER = f"<{dcterms.identifier}>"
_LENGTH = 60
"""How much of a quotation is shown, in code points."""
PROPERTIES = frozenset((_ANCHOR, _BEGIN, _END, _CONTEXT, _STRING, _IDENTIFIER))
"""What passages and their texts are described with."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by their sha256, as the data record it."""

    by_digest: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Texts:
        """Read reports from files and folders, as `build` reads them.

        Raises:
            ReadError: one cannot be read.
        """
        from dateline.read import LINES, lines, read_bytes, read_path, sources

        texts: list[str] = []
        for path in sources(list(paths)):
            if path.suffix.lower() == LINES:
                texts += [read_bytes(data, source=name, suffix=LINES).text for name, data in lines(path)]
            else:
                texts.append(read_path(path).text)
        return cls({hashlib.sha256(text.encode()).hexdigest(): text for text in texts})


class Passages:
    """What one file says of passages."""

    def __init__(self) -> None:
        """Begin empty."""
        self._said: dict[str, dict[str, str]] = {}
        self._contexts: dict[str, str] = {}

    def see(self, subject: str, predicate: str, value: str) -> None:
        """Take in a statement with one of `PROPERTIES`."""
        if predicate == _CONTEXT:
            self._contexts[subject] = value
        elif predicate != _IDENTIFIER or value.startswith('"sha256:'):
            self._said.setdefault(subject, {})[predicate] = value

    def remarks(self, texts: Texts) -> Iterator[Remark]:
        """Yield the quotations that are not what the text has."""
        known = {context: self._text(context, texts) for context in set(self._contexts.values())}
        for context in sorted(context for context, text in known.items() if text is None and texts.by_digest):
            digest = self._said.get(context, {}).get(_IDENTIFIER, "")
            if digest:
                yield Remark("text-unknown", context, _IDENTIFIER, digest, "no text that was given has this sha256")
        for passage, context in self._contexts.items():
            text, said = known[context], self._said.get(passage, {})
            if text is not None and {_ANCHOR, _BEGIN, _END} <= said.keys():
                yield from _compared(passage, said, text)

    def _text(self, context: str, texts: Texts) -> str | None:
        said = self._said.get(context, {})
        digest = _plain(said.get(_IDENTIFIER, '""')).removeprefix("sha256:")
        return texts.by_digest.get(digest) or (_plain(said[_STRING]) if _STRING in said else None)


def _compared(passage: str, said: dict[str, str], text: str) -> Iterator[Remark]:
    quote, begin, end = _plain(said[_ANCHOR]), _plain(said[_BEGIN]), _plain(said[_END])
    if not (begin.isdecimal() and end.isdecimal()):
        return  # the literal is another rule's
    has = text[int(begin) : int(end)]
    if has != quote:
        at = text.find(quote)
        advice = (
            f"the quotation stands at {at},{at + len(quote)}"
            if at >= 0
            else f"the text has {excerpt(has, _LENGTH)!r} there"
        )
        message = f"{excerpt(quote, _LENGTH)!r} is not what the text has at {begin},{end}"
        yield Remark("quote-mismatch", passage, _ANCHOR, said[_ANCHOR], message, advice)


def _plain(literal: str) -> str:
    return unescape(literal[1 : literal.rfind('"')])
