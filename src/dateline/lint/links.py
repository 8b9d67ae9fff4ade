"""IRIs under the data's own base that nothing describes."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lint.rules import Remark
from dateline.vocabulary import PREFIXES, dcat, prov, schema, void

_ADDRESSES = frozenset(
    f"<{term}>"
    for term in (
        dcat.downloadURL,
        dcat.accessURL,
        void.dataDump,
        schema.url,
        prov.wasRevisionOf,
        f"{PREFIXES['dcterms']}license",
        f"{PREFIXES['dcterms']}source",
        f"{PREFIXES['rdfs']}seeAlso",
        f"{PREFIXES['dl']}rule",
        "http://xmlns.com/foaf/0.1/page",
        "http://xmlns.com/foaf/0.1/homepage",
    )
)
"""Properties whose values are addresses or names that need no description."""


class Links:
    """What the files of a call describe and what they point at, under their bases."""

    def __init__(self, *, are_shared: bool = False) -> None:
        """Begin empty; if files share them, one without a base may describe what another points at."""
        self.are_shared = are_shared
        self._described: set[str] = set()
        self._pointed: dict[str, list[tuple[str, Remark]]] = {}

    def describe(self, subject: str) -> None:
        """Take in a node that something is said of."""
        self._described.add(subject)

    def point(self, source: str, subject: str, predicate: str, value: str) -> None:
        """Take in a statement that points at an IRI under the base."""
        if predicate not in _ADDRESSES:
            remark = Remark("dangling-iri", subject, predicate, value, f"{value} is described nowhere")
            self._pointed.setdefault(value, []).append((source, remark))

    def dangling(self) -> Iterator[tuple[str, Remark]]:
        """Yield the source and the remark for each statement that points nowhere."""
        for value, remarks in self._pointed.items():
            if value not in self._described:
                yield from remarks
