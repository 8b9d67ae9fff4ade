"""The description of the data: what it counts is there, in any order of the reports, and check accepts it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from dateline import dataset, iris, mapping, serialize
from dateline.cli import main
from dateline.dataset import FORMATS, Share, Tally, documents, share
from dateline.mapping import Options
from dateline.model import Article, Block, BlockKind, Entity, Kind, Link, Report, Span
from dateline.store import Store, Table
from dateline.vocabulary import PREFIXES, void

BASE = "https://example.org/"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
OPTIONS = Options(license=LICENSE)
REPORTS = {
    "a.txt": "LISBON, 4 May 2023 – Foreign Minister Ana Petrova met Ambassador John Mensah of Ghana on Tuesday.",
    "b.txt": "LIMA, 5 May 2023 – The foreign ministers of Peru and Ghana met in Lima on Thursday.",
}


def shared(key: str) -> Share:
    """Return the share of a report that says no more than its text and a state that others name too."""
    text = f"Ghana, {key}"
    article = Article(text, "a", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), identifier=key)
    link = Link("sameAs", "http://www.wikidata.org/entity/Q117")
    ghana = Entity(iris.known("actor", "ghana"), Kind.STATE, "Ghana", "x", (Span(0, 5),), "Ghana", links=(link,))
    minter = iris.Minter(article, BASE)
    return share(mapping.quads(Report(article, entities=(ghana,)), OPTIONS), minter)


def tally(*keys: str) -> Tally:
    made = Tally()
    for key in keys:
        made.add(shared(key), [("turtle", f"{key}.ttl")])
    return made


def build(folder: Path, *options: str) -> Result:
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["build", str(folder), "-o", str(folder / "out"), "--dataset", *options])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dataset")
    build(folder, "--format", "turtle", "--format", "nquads", "--license", LICENSE, "--title", "Two reports")
    return folder / "out"


def said(folder: Path, query: str) -> list[str]:
    """Return what dataset.ttl answers, and nothing else."""
    store = Store()
    store.load(folder / "dataset.ttl")
    answer = store.query(query)
    assert isinstance(answer, Table)
    return sorted(row[0].value for row in answer.rows if row[0])


def lines(folder: Path) -> set[str]:
    return {line for path in folder.glob("*.nq") for line in path.read_text(encoding="utf-8").splitlines()}


# --- what it says -------------------------------------------------------------------------------


def test_the_triples_are_those_of_the_quads(out: Path) -> None:
    assert said(out, "SELECT ?n { ?d a dcat:Dataset ; void:triples ?n }") == [str(len(lines(out)))]


def test_an_entity_that_two_reports_name_counts_once(out: Path) -> None:
    store = Store()
    for path in out.glob("*.nq"):
        store.load(path)
    states = store.query("SELECT DISTINCT ?s { ?s a schema:Country }")

    counted = said(out, "SELECT ?n { ?p void:class schema:Country ; void:entities ?n }")

    assert isinstance(states, Table)
    assert counted == [str(len(states.rows))] == ["2"]


def test_the_entities_are_all_but_texts_passages_graphs_and_builds(out: Path) -> None:
    store = Store()
    for path in out.glob("*.nq"):
        store.load(path)
    beside = "nif:Context nif:RFC5147String prov:Activity"
    found = store.query(f"SELECT DISTINCT ?s {{ ?s a ?c FILTER NOT EXISTS {{ VALUES ?o {{ {beside} }} ?s a ?o }} }}")

    assert isinstance(found, Table)
    assert said(out, "SELECT ?n { ?d a dcat:Dataset ; void:entities ?n }") == [str(len(found.rows))]


def test_every_file_is_a_dump(out: Path) -> None:
    files = sorted(BASE + path.name for path in out.iterdir() if path.name != "dataset.ttl")
    assert said(out, "SELECT ?f { ?d void:dataDump ?f }") == files


def test_licence_and_title_are_the_caller_s(out: Path) -> None:
    assert said(out, "SELECT ?l { ?d a dcat:Dataset ; dcterms:license ?l }") == [LICENSE]
    assert said(out, "SELECT ?t { ?d a dcat:Dataset ; dcterms:title ?t }") == ["Two reports"]


def test_the_licence_stands_on_the_graphs_too(out: Path) -> None:
    assert sum(f"/license> <{LICENSE}>" in line for line in lines(out)) == 2


def test_every_vocabulary_is_one_of_the_data(out: Path) -> None:
    named = said(out, "SELECT ?v { ?d void:vocabulary ?v }")
    assert {PREFIXES["dl"], PREFIXES["schema"], PREFIXES["nif"]} <= set(named) <= set(PREFIXES.values())


def test_each_format_has_a_distribution(out: Path) -> None:
    media = said(out, "SELECT ?m { ?d dcat:distribution/dcat:mediaType ?m }")
    assert [each.rpartition("/")[2] for each in media] == ["n-quads", "turtle"]


def test_every_format_of_the_package_can_be_described() -> None:
    assert set(FORMATS) == set(serialize.SUFFIXES)


def test_the_links_stand_in_a_file_of_their_own(out: Path) -> None:
    links = [line for line in lines(out) if line.endswith("<https://example.org/graph/links> .")]
    parsed = ox.parse((out / "authority.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    assert {f"{quad.triple} <https://example.org/graph/links> ." for quad in parsed} == set(links)


# --- what it is ---------------------------------------------------------------------------------


def test_check_accepts_it(out: Path) -> None:
    assert CliRunner().invoke(main, ["check", str(out)]).exit_code == 0


@pytest.mark.parametrize("keys", list(itertools.permutations(["1", "2", "3"])))
def test_the_order_of_the_reports_does_not_matter(keys: tuple[str, ...]) -> None:
    assert documents(tally(*keys), OPTIONS) == documents(tally("1", "2", "3"), OPTIONS)


def test_a_copy_of_a_report_says_nothing_new() -> None:
    assert documents(tally("1", "1"), OPTIONS) == documents(tally("1"), OPTIONS)


def test_several_processes_write_the_same(out: Path, tmp_path: Path) -> None:
    build(
        tmp_path,
        "--format",
        "turtle",
        "--format",
        "nquads",
        "--license",
        LICENSE,
        "--title",
        "Two reports",
        "--jobs",
        "2",
    )

    rebuilt = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert rebuilt == {path.name: path.read_bytes() for path in out.iterdir()}


def test_without_links_there_is_no_file_of_them(tmp_path: Path) -> None:
    build(tmp_path, "--no-links")
    assert not (tmp_path / "out" / "authority.ttl").exists()


def test_without_a_licence_none_is_said() -> None:
    assert "license" not in documents(tally("1"), Options())[dataset.DESCRIPTION]


def test_no_reports_are_a_data_set_of_nothing() -> None:
    described = {quad.predicate: quad.object for quad in dataset.describe(Tally(), Options())}
    assert described[void.triples] == described[void.entities]


def test_no_description_goes_to_standard_output() -> None:
    done = CliRunner().invoke(
        main, ["build", "-", "-o", "-", "--format", "turtle", "--dataset"], input="The talks ended."
    )
    assert done.exit_code == 2


def test_a_licence_that_is_no_iri_is_refused(tmp_path: Path) -> None:
    assert build(tmp_path, "--license", "free").exit_code == 2
