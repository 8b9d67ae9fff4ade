"""The W3C's SHACL suites (core and SPARQL) through the engine that answers here and through pySHACL, side by side: a
test passes if the report conforms when it should and has the results that it should, each with focus node, path, value,
component, severity and shape, or if what must fail fails. `check` may pass no fewer than pySHACL, and where both pass,
their findings must be the same to the word.

The suites are no part of this repository: give the folder data-shapes-test-suite/tests of w3c/data-shapes.

python benchmarks/shacl_suites.py FOLDER
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rdflib import RDF, SH, BNode, Graph, Literal, Namespace

from dateline.errors import DatelineError
from dateline.locate.terms import literal
from dateline.validate import Validator, axioms
from dateline.validate.data import turtle
from dateline.validate.reference import literals_as_written
from dateline.validate.result import LONGER, Result

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
Key = tuple[str, ...]


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[1]).absolute()
    scores = {suite: score(folder / suite / "manifest.ttl") for suite in ("core", "sparql")}
    total = sum(scores.values(), Counter[str]())
    for suite, passed in {**scores, "both": total}.items():
        print(f"{suite}: check {passed['check']} of {passed['all']}, pySHACL {passed['pySHACL']} of {passed['all']}")
    print(f"findings are the same in {total['alike']} of the {total['compared']} that both pass with findings or none")
    raise SystemExit(total["check"] < total["pySHACL"] or total["alike"] < total["compared"])


def score(manifest: Path) -> Counter[str]:
    passed: Counter[str] = Counter(all=0)
    for path, graph, test in tests(manifest):
        wanted, shapes, data = expected(graph, test), *files(graph, test)
        results = {"check": by_check(shapes, data), "pySHACL": by_pyshacl(shapes, data)}
        right = {name: keys(each) == wanted for name, each in results.items()}
        passed.update(["all", *(name for name, is_right in right.items() if is_right)])
        for name in (name for name, is_right in right.items() if not is_right):
            print(f"not passed by {name}: {path.relative_to(manifest.parent.parent)}")
        if all(right.values()) and wanted is not None:
            own, other = (Validator(shapes).found(each or [], "") for each in results.values())
            passed.update(compared=1, alike=own == other)
    return passed


def tests(manifest: Path) -> Iterator[tuple[Path, Graph, Any]]:
    with literals_as_written():
        graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    for included in sorted(graph.objects(None, MF.include)):
        yield from tests(Path(str(included).removeprefix("file://")))
    yield from ((manifest, graph, test) for test in graph.subjects(RDF.type, SHT.Validate))


def expected(graph: Graph, test: Any) -> list[Key] | None:
    """Return the results that the test asks for, None where it asks for a failure."""
    report = graph.value(test, MF.result)
    if report == SHT.Failure:
        return None
    properties = (
        SH.focusNode,
        SH.resultPath,
        SH.value,
        SH.sourceConstraintComponent,
        SH.resultSeverity,
        SH.sourceShape,
    )
    return sorted(
        tuple(written(graph.value(result, each)) for each in properties) for result in graph.objects(report, SH.result)
    )


def written(term: Any) -> str:
    if isinstance(term, Literal):
        return literal(str(term), str(term.datatype or ""), term.language or "")
    return "" if term is None else "[]" if isinstance(term, BNode) else str(term)


def files(graph: Graph, test: Any) -> tuple[Path, str]:
    """Return the file of shapes and the data of a test."""
    action = graph.value(test, MF.action)
    data, shapes = (
        Path(str(graph.value(action, each)).removeprefix("file://")) for each in (SHT.dataGraph, SHT.shapesGraph)
    )
    return shapes, turtle(data.read_bytes(), ".ttl", str(data))


def keys(results: list[Result] | None) -> list[Key] | None:
    return None if results is None else sorted(map(key, results))


def key(result: Result) -> Key:
    terms = (result.focus, "[]" if result.path == LONGER else result.path, result.value)
    last = (result.component, result.severity, "[]" if result.shape.startswith("_:") else result.shape)
    return tuple("[]" if each.startswith("_:") else bare(each) for each in (*terms, *last))


def bare(term: str) -> str:
    return term[1:-1] if term.startswith("<") else term


def by_check(shapes: Path, data: str) -> list[Result] | None:
    """Return the results, None where the shapes are refused."""
    try:
        return Validator(shapes).results(data)
    except DatelineError:
        return None


def by_pyshacl(shapes: Path, data: str) -> list[Result] | None:
    try:
        return Validator(shapes)._reference.run(data + axioms())
    except DatelineError:
        return None


if __name__ == "__main__":
    main()
