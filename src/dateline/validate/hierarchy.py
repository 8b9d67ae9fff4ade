"""Our tree of classes beside the data: as a whole, or no more of it than the data leave unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from dateline.mapping.classes import PARENT
from dateline.vocabulary import dl, rdf, rdfs

Triple = tuple[str, str, str]
_TYPE, _SUBCLASS = f"<{rdf.type}>", f"<{rdfs.subClassOf}>"
_NUMBERS = {f"<{dl[name]}>": number for number, name in enumerate(sorted({*PARENT, *PARENT.values()}))}
_PAIRS = [(f"<{dl[child]}>", f"<{dl[parent]}>") for child, parent in PARENT.items()]


@cache
def axioms() -> str:
    """Return our tree of classes in N-Triples, to stand after a graph in Turtle."""
    return _written(_PAIRS)


class Unsaid:
    """Which axioms say more of the data than these do themselves.

    Data of ours carry all classes above a node's own; to them an axiom adds nothing, and the fast engine takes
    longer for each in the square of the data.
    """

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._classes: dict[str, int] = {}

    def watch(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Pass statements on, and see which of our classes each node has."""
        for triple in triples:
            if triple[1] == _TYPE and triple[2] in _NUMBERS:
                self._classes[triple[0]] = self._classes.get(triple[0], 0) | 1 << _NUMBERS[triple[2]]
            elif triple[1] == _SUBCLASS and triple[2] in _NUMBERS:
                # The instances of somebody's own subclass have the class, and none above it.
                self._classes[f"below {triple[2]}"] = 1 << _NUMBERS[triple[2]]
            yield triple

    def axioms(self) -> str:
        """Return the axioms that some node seen does not spell out, in N-Triples."""
        kinds = set(self._classes.values())
        return _written([pair for pair in _PAIRS if any(_leaves_out(kind, *pair) for kind in kinds)])


def _leaves_out(kind: int, child: str, parent: str) -> bool:
    return bool(kind >> _NUMBERS[child] & 1) and not kind >> _NUMBERS[parent] & 1


def _written(pairs: Iterable[tuple[str, str]]) -> str:
    lines = [f"{child} <{rdfs.subClassOf}> {parent} .\n" for child, parent in pairs]
    return "".join(["\n", *lines]) if lines else ""
