"""The W3C's test suites of RDF 1.1 (github.com/w3c/rdf-tests): every document that may be read says the same formatted.

They are not part of this repository; RDF_TESTS names the folder of a checkout.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from dateline.errors import ReadError
from dateline.reformat import reformat
from dateline.store import FORMATS

SUITES = ("rdf-turtle", "rdf-trig", "rdf-n-triples", "rdf-n-quads")
PLACE = "https://w3c.github.io/rdf-tests/rdf/rdf11"
_CHECKOUT = os.environ.get("RDF_TESTS")
_MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Case(NamedTuple):
    name: str
    kind: str
    action: Path
    result: Path | None
    base: str


def cases() -> Iterator[Case]:
    if _CHECKOUT is not None:
        for suite in SUITES:
            yield from _cases(Path(_CHECKOUT, "rdf", "rdf11", suite), f"{PLACE}/{suite}/")


def _cases(folder: Path, base: str) -> Iterator[Case]:
    said: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=folder / "manifest.ttl", base_iri=base):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            said.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    for iri, facts in said.items():
        action, result = (facts.get(f"{_MANIFEST}{part}") for part in ("action", "result"))
        if action is not None:
            name = f"{folder.name}-{iri.rpartition('#')[2]}"
            found = None if result is None else folder / result.removeprefix(base)
            yield Case(name, facts[_TYPE].rpartition("#")[2], folder / action.removeprefix(base), found, action)


ALL = list(cases())
GOOD = [case for case in ALL if "Negative" not in case.kind]
BAD = [case for case in ALL if "NegativeSyntax" in case.kind]

absent = pytest.mark.skipif(
    _CHECKOUT is None, reason="needs a checkout of github.com/w3c/rdf-tests, and RDF_TESTS its folder"
)


def canonical(data: bytes, suffix: str, base: str) -> set[str]:
    dataset = ox.Dataset(ox.parse(data, format=FORMATS[suffix], base_iri=base))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, dataset))


def formatted(case: Case) -> bytes:
    suffix = case.action.suffix
    return reformat(case.action.read_bytes(), suffix, source=case.name, drop_comments=True).encode()


@absent
@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_document_says_the_same_formatted(case: Case) -> None:
    source = case.result or case.action
    expected = canonical(source.read_bytes(), source.suffix, case.base)
    assert canonical(formatted(case), case.action.suffix, case.base) == expected


@absent
@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_formatted_document_is_formatted_as_it_is(case: Case) -> None:
    once = formatted(case)
    assert reformat(once, case.action.suffix, source=case.name).encode() == once


@absent
@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_malformed_document_is_refused(case: Case) -> None:
    with pytest.raises(ReadError):
        formatted(case)
