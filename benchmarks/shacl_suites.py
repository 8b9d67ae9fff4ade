"""The W3C's SHACL suites (core and SPARQL) through the engine that answers here and through pySHACL, side by side: a
test passes if the report conforms when it should and has the results that it should, each with focus node, path, value,
component, severity and shape, or if what must fail fails. `check` may pass no fewer than pySHACL.

The suites are no part of this repository: give the folder data-shapes-test-suite/tests of w3c/data-shapes.

python benchmarks/shacl_suites.py FOLDER
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
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
    for suite, passed in scores.items():
        print(f"{suite}: check {passed['check']} of {passed['all']}, pySHACL {passed['pySHACL']} of {passed['all']}")
    total = sum(scores.values(), Counter[str]())
    print(f"both: check {total['check']} of {total['all']}, pySHACL {total['pySHACL']} of {total['all']}")
    raise SystemExit(total["check"] < total["pySHACL"])


def score(manifest: Path) -> Counter[str]:
    passed: Counter[str] = Counter()
    for path, graph, test in tests(manifest):
        passed["all"] += 1
        for name, run in (("check", by_check), ("pySHACL", by_pyshacl)):
            is_right = found(path, graph, test, run) == expected(graph, test)
            passed[name] += is_right
            if not is_right:
                print(f"not passed by {name}: {path.relative_to(manifest.parent.parent)}")
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


def found(path: Path, graph: Graph, test: Any, run: Callable[[Path, str], list[Result]]) -> list[Key] | None:
    action = graph.value(test, MF.action)
    data, shapes = (
        Path(str(graph.value(action, each)).removeprefix("file://")) for each in (SHT.dataGraph, SHT.shapesGraph)
    )
    try:
        return sorted(map(key, run(shapes, turtle(data.read_bytes(), ".ttl", str(path)))))
    except DatelineError:
        return None


def key(result: Result) -> Key:
    terms = (result.focus, "[]" if result.path == LONGER else result.path, result.value)
    last = (result.component, result.severity, "[]" if result.shape.startswith("_:") else result.shape)
    return tuple("[]" if each.startswith("_:") else bare(each) for each in (*terms, *last))


def bare(term: str) -> str:
    return term[1:-1] if term.startswith("<") else term


def by_check(shapes: Path, data: str) -> list[Result]:
    return Validator(shapes).results(data)


def by_pyshacl(shapes: Path, data: str) -> list[Result]:
    return Validator(shapes)._reference.run(data + axioms())


if __name__ == "__main__":
    main()
