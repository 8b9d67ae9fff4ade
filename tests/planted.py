"""Errors planted in a graph that conforms, written a statement a line in five formats, so that the line is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dateline.store import triples
from dateline.validate.written import unquoted

Triple = tuple[str, str, str]
Mark = tuple[str, ...]
"""A statement, or a subject alone."""
GRAPH = "<https://data.example/graph>"
BASE = "https://data.example/"
VALID = Path(__file__).parent / "shapes" / "valid" / "Visit.ttl"

_DL, _SCHEMA, _XSD = "https://w3id.org/dateline/ns#", "http://schema.org/", "http://www.w3.org/2001/XMLSchema#"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


def valid() -> list[Triple]:
    """Return the statements of a visit, under a base of its own, by subject."""
    data = VALID.read_bytes().replace(b"https://example.org/", BASE.encode())
    return sorted(set(triples(data, ".ttl", source="valid", base=BASE)))


def _visit(graph: list[Triple]) -> str:
    return next(subject for subject, _, value in graph if value == f"<{_DL}Visit>")


# --- errors: each returns the graph with the error, and the statement or subject that it stands at


@dataclass(frozen=True, slots=True)
class Error:
    """A kind of error: the rule that finds it, and how it is planted."""

    rule: str
    plant: Callable[[list[Triple]], tuple[list[Triple], Mark]]


def _changed(name: str, value: str, *, new_property: str | None = None) -> Callable[..., tuple[list[Triple], Mark]]:
    """Plant another value of a property of the visit, or another property."""

    def plant(graph: list[Triple]) -> tuple[list[Triple], Mark]:
        old = next(each for each in graph if each[0] == _visit(graph) and each[1] == f"<{name}>")
        new = (old[0], f"<{new_property or name}>", value or old[2])
        return [new if each == old else each for each in graph], new

    return plant


def _added(name: str, value: str) -> Callable[..., tuple[list[Triple], Mark]]:
    def plant(graph: list[Triple]) -> tuple[list[Triple], Mark]:
        new = (_visit(graph), name, value)
        return sorted([*graph, new]), new

    return plant


def _removed(name: str) -> Callable[..., tuple[list[Triple], Mark]]:
    def plant(graph: list[Triple]) -> tuple[list[Triple], Mark]:
        visit = _visit(graph)
        return [each for each in graph if each[:2] != (visit, f"<{name}>")], (visit,)

    return plant


def _misquoted(graph: list[Triple]) -> tuple[list[Triple], Mark]:
    old = next(each for each in graph if each[1] == f"<{_NIF}anchorOf>" and each[2] == '"visit"')
    new = (old[0], old[1], '"visits"')
    return [new if each == old else each for each in graph], new


ERRORS = {
    "missing value": Error("Visit-attendee", _removed(f"{_SCHEMA}attendee")),
    "missing status": Error("Occurrence-status", _removed(f"{_DL}status")),
    "literal for a node": Error("Occurrence-location", _changed(f"{_SCHEMA}location", '"Nairobi"')),
    "value of no list": Error("Occurrence-status", _changed(f"{_DL}status", "<urn:status:sure>")),
    "property of no shape": Error("Occurrence", _added(f"<{_SCHEMA}telephone>", '"123"')),
    "unknown property": Error("unknown-term", _changed(f"{_SCHEMA}organizer", "", new_property=f"{_SCHEMA}organzier")),
    "unknown class": Error("unknown-term", _added(_RDF_TYPE, f"<{_DL}Vist>")),
    "other schema.org": Error("mixed-schema-org", _added("<https://schema.org/duration>", '"P1D"')),
    "no number": Error("ill-formed-literal", _changed(f"{_DL}notAfter", f'"soon"^^<{_XSD}date>')),
    "no such day": Error("impossible-date", _changed(f"{_DL}notBefore", f'"2032-02-30"^^<{_XSD}date>')),
    "dangling": Error("dangling-iri", _changed(f"{_SCHEMA}organizer", f"<{BASE}actor/kenia>")),
    "misquoted": Error("quote-mismatch", _misquoted),
}


# --- formats: each returns the text, and the line of each statement and subject, from 1


def _lines(rows: list[tuple[str, Mark | None]]) -> tuple[str, dict[Mark, int]]:
    places: dict[Mark, int] = {}
    for number, (_, mark) in enumerate(rows, 1):
        if mark is not None:
            places.setdefault(mark, number)
    return "".join(f"{row}\n" for row, _ in rows), places


def turtle(graph: list[Triple]) -> tuple[str, dict[Mark, int]]:
    rows: list[tuple[str, Mark | None]] = [(f"@base <{BASE}> .", None), ("", None)]
    subject = ""
    for each in graph:
        if each[0] != subject:
            rows += [("", None), (f"{each[0]} # the node", (each[0],))]
        subject = each[0]
        is_last = each == [other for other in graph if other[0] == subject][-1]
        rows.append((f"    {each[1]} {each[2]} {'.' if is_last else ';'}", each))
    return _lines(rows)


def trig(graph: list[Triple]) -> tuple[str, dict[Mark, int]]:
    text, places = turtle(graph)
    first, *others = text.splitlines()
    return "\n".join([first, f"{GRAPH} {{", *others[1:], "}", ""]), places


def ntriples(graph: list[Triple]) -> tuple[str, dict[Mark, int]]:
    rows: list[tuple[str, Mark | None]] = [("# a statement a line", None)]
    rows += [(f"{' '.join(each)} .", each) for each in graph]
    text, places = _lines(rows)
    for each, line in list(places.items()):
        places.setdefault((each[0],), line)
    return text, places


def nquads(graph: list[Triple]) -> tuple[str, dict[Mark, int]]:
    text, places = ntriples(graph)
    return text.replace(" .\n", f" {GRAPH} .\n"), places


def jsonld(graph: list[Triple]) -> tuple[str, dict[Mark, int]]:
    subjects = sorted({each[0] for each in graph})
    rows: list[tuple[str, Mark | None]] = [(f'{{ "@context": {{ "@base": "{BASE}" }}, "@graph": [', None)]
    for subject in subjects:
        rows += [("  {", None), (f'    "@id": {json.dumps(subject[1:-1])},', (subject,))]
        for name in (names := sorted({each[1] for each in graph if each[0] == subject})):
            values = [each for each in graph if each[:2] == (subject, name)]
            rows.append((f"    {json.dumps(name[1:-1] if name != _RDF_TYPE else '@type')}: [", None))
            comma = [*"," * (len(values) - 1), ""]
            rows += [(f"      {_json(each)}{after}", each) for each, after in zip(values, comma, strict=True)]
            rows.append(("    ]" if name == names[-1] else "    ],", None))
        rows.append(("  }" if subject == subjects[-1] else "  },", None))
    return _lines([*rows, ("] }", None)])


def _json(each: Triple) -> str:
    _, name, value = each
    if value.startswith("<"):
        return json.dumps(value[1:-1] if name == _RDF_TYPE else {"@id": value[1:-1]})
    datatype = value.rpartition('"^^<')[2][:-1] if value.endswith(">") else None
    return json.dumps({"@value": unquoted(value)} | ({"@type": datatype} if datatype else {}))


FORMATS = {".ttl": turtle, ".trig": trig, ".nt": ntriples, ".nq": nquads, ".jsonld": jsonld}
