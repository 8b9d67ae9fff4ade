"""The page on the ontology: made of the files as they are, complete, and able to stand by itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from dateline.vocabulary import dl, eventtype, status

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "ontology"
PAGE = (FOLDER / "index.html").read_text(encoding="utf-8")
ANCHORS = re.findall(r' id="([^"]*)"', PAGE)
LINKS = re.findall(r'href="([^"]*)"', PAGE)
TERMS = [*dl, *(f"status/{name}" for name in status), *(f"event-type/{name}" for name in eventtype)]
FORMATS = {".jsonld": ox.RdfFormat.JSON_LD, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}


@pytest.fixture(scope="module")
def section() -> dict[str, str]:
    """Return the parts of the page by their anchors."""
    return dict(re.findall(r'<section id="([^"]*)">(.*?)</section>', PAGE, re.DOTALL))


def test_the_documents_are_those_of_the_ontology_as_it_is(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-W", "error", ROOT / "docs" / "generator", tmp_path], check=True)

    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.iterdir()}, "run `make docs`"


def test_every_term_has_its_part_of_the_page(section: dict[str, str]) -> None:
    assert set(section) == set(TERMS)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_says_its_iri_and_gives_an_instance(term: str, section: dict[str, str]) -> None:
    iri = f"https://w3id.org/dateline/{term}" if "/" in term else dl[term]

    assert f"<code>{iri}</code>" in section[term] and "For instance: " in section[term]


@pytest.mark.parametrize("term", list(dl))
def test_a_class_or_property_is_shown_in_data(term: str, section: dict[str, str]) -> None:
    (excerpt,) = re.findall(r"<pre>(.*?)</pre>", section[term], re.DOTALL)

    assert f'<a href="#{term}"><code>dl:{term}</code></a>' in excerpt


def test_anchors_are_given_once() -> None:
    assert len(set(ANCHORS)) == len(ANCHORS)


def test_links_within_the_page_lead_somewhere() -> None:
    assert {link for link in LINKS if link.startswith("#")} - {f"#{anchor}" for anchor in ANCHORS} == set()


def test_links_to_files_lead_somewhere() -> None:
    files = [link for link in LINKS if not link.startswith(("#", "http:", "https:"))]

    assert files and [link for link in files if not (FOLDER / link).is_file()] == []


def test_the_page_fetches_nothing() -> None:
    assert not re.search(r"<script|<img|<iframe|\bsrc=|@import|url\(|rel=\"?stylesheet", PAGE)


@pytest.mark.parametrize("name", ["dateline", "alignments", "status", "event-types"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_other_formats_say_what_the_turtle_says(name: str, suffix: str) -> None:
    said = canonical(FOLDER / f"{name}{suffix}", FORMATS[suffix])

    assert said == canonical(ROOT / "ontology" / f"{name}.ttl", ox.RdfFormat.TURTLE)


def canonical(path: Path, format: ox.RdfFormat) -> set[str]:
    dataset = ox.Dataset(ox.parse(path=path, format=format))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}
