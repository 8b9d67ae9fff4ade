"""Names that the authority knows: the one row that fits the kind, the state and the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline import iris
from dateline.authority import Authority, Row
from dateline.link.groups import Groups
from dateline.link.states import States
from dateline.model import PLACE_KINDS, Form, Kind, Mention

BODIES = frozenset((Kind.LEGISLATURE, Kind.GOVERNMENT, Kind.ORGANIZATION, Kind.INTERGOVERNMENTAL))
_BRACKETS = re.compile(r" \([^()]*\)")
_PLACES = PLACE_KINDS - {Kind.STATE}


def link(groups: Groups, states: States, authority: Authority) -> None:
    """Put the names that fit one row into its group."""
    for index in groups.indices(*(kind for kind in Kind if kind is not Kind.PERSON)):
        row = _row(groups.mentions[index], states, authority)
        if row is not None:
            put(groups, index, row)


def put(groups: Groups, index: int, row: Row) -> None:
    """Put a mention into the group of a row."""
    kind = "place" if row.kind in _PLACES else "actor"
    demonym = groups.mentions[index].form is Form.ADJECTIVE
    rule = "names/demonym" if demonym else f"names/authority-{kind}"
    group = groups.put(index, iris.known(kind, row.key), row.kind, rule, row.name)
    group.row = row
    if group.rule == "names/demonym":
        group.rule = rule


def _row(mention: Mention, states: States, authority: Authority) -> Row | None:
    """Return the one row of a name; of several, the one of the state that the text gives it."""
    state = states.row(mention)
    if state is not None:
        return state
    candidates = authority.candidates(without_brackets(mention.name or ""))
    rows = tuple(row for row in candidates if _fits(row.kind, mention.kind))
    if len(rows) > 1:
        qualifier = states.qualifying(mention)
        kin = tuple(row for row in rows if qualifier is not None and row.state == qualifier.state)
        rows = kin or tuple(_present(rows, states))
    return rows[0] if len(rows) == 1 else None


def without_brackets(name: str) -> str:
    """Return a name without the acronym within it: "African Union (AU) Commission"."""
    return _BRACKETS.sub("", name)


def _present(rows: tuple[Row, ...], states: States) -> Iterator[Row]:
    """Yield the rows whose state the report mentions; of places, which have rivals of no note, the first."""
    if all(row.kind in _PLACES for row in rows):
        yield rows[0]
        return
    codes = states.codes()
    yield from (row for row in rows if row.state in codes)


def _fits(row: Kind, mention: Kind) -> bool:
    """Tell whether a row's kind agrees with that which the text gives a name."""
    return row is mention or (row in BODIES and mention in BODIES) or (row in _PLACES and mention in _PLACES)
