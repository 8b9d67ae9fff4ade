"""The whole way: a report in, the same graph and the same bytes out, whatever the machine does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef

import dateline as library
from dateline import batch, build, pipeline
from dateline.build import Settings, Source
from dateline.pipeline import Knowledge

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]
REPORT = "LISBON, 4 May 2023 – Foreign Minister Ana Petrova met Ambassador John Mensah of Ghana in Lisbon on Tuesday."
OTHER = "OSLO, 9 June 2022 – Norway and Kenya held talks on fisheries in Oslo, Foreign Minister Ingrid Dahl said."
MEETING = URIRef("https://w3id.org/dateline/ns#Meeting")


def source(folder: Path, name: str, text: str) -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Source(path.as_posix(), stem=path.stem)


def test_a_text_becomes_a_graph() -> None:
    graph = library.convert(library.read(REPORT))

    assert list(graph.subjects(RDF.type, MEETING))


def test_a_path_is_read_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")

    assert library.read(path).text == REPORT


def test_the_library_still_reads_after_its_package_of_that_name_is_imported() -> None:
    from dateline.read.text import read_text

    assert library.read(REPORT) == read_text(REPORT)


def test_reading_a_report_twice_gives_the_same_records(knowledge: Knowledge) -> None:
    article = library.read(REPORT)

    assert pipeline.convert_article(article, knowledge) == pipeline.convert_article(article, knowledge)


def test_what_is_written_is_what_the_library_returns_and_the_build(built_seed: Path, seed: Path) -> None:
    written = set(Graph().parse(next(built_seed.glob("*.ttl"))))
    made = set(library.convert(library.read(seed)))

    assert {str(subject).split("/")[3] for subject, _, _ in written ^ made} == {"build", "graph"}


def test_the_build_of_the_seed_conforms(built_seed: Path, dateline: Run) -> None:
    done = dateline("check", built_seed)

    assert done.returncode == 0, done.stdout


def test_results_do_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    sources = [source(tmp_path, f"{number}.txt", text) for number, text in enumerate((REPORT, OTHER, "", REPORT))]

    assert list(batch.run(sources, Settings(), jobs=2)) == list(batch.run(sources, Settings(), jobs=1))


def test_a_report_does_not_depend_on_those_before_it(tmp_path: Path) -> None:
    one, other = source(tmp_path, "one.txt", REPORT), source(tmp_path, "other.txt", OTHER)

    assert list(batch.run([one, other], Settings())) == list(batch.run([other, one], Settings()))[::-1]


def test_a_source_that_cannot_be_read_is_refused_and_not_raised(tmp_path: Path) -> None:
    built = build.build(source(tmp_path, "empty.txt", ""), Settings())

    assert built.error is not None and "empty.txt" in built.error


def test_sources_with_equal_stems_are_named_by_their_keys(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        source(tmp_path / folder, "report.txt", REPORT)

    assert [each.stem for each in build.expand([str(tmp_path)], None)] == [None, None]


def test_a_source_given_twice_is_built_once(tmp_path: Path) -> None:
    path = source(tmp_path, "report.txt", REPORT).name

    assert len(build.expand([path, path], None)) == 1


@pytest.mark.parametrize("seed_of_hashes", ["0", "4711"])
def test_output_is_the_build_of_the_seeds(seed_of_hashes: str, tmp_path: Path) -> None:
    options = ["-o", str(tmp_path), "--dataset", "--diagram"]
    command = [sys.executable, "-m", "dateline", "build", str(ROOT / "seeds"), *options]
    environment = {**os.environ, "PYTHONHASHSEED": seed_of_hashes, "PYTHONPATH": str(ROOT / "src")}

    subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)

    rebuilt = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in (ROOT / "output").iterdir()}
    assert rebuilt == committed, "run `make build` and read the difference"


def test_the_command_is_a_module_too(dateline: Run) -> None:
    assert dateline("--version").stdout.strip() == f"dateline, version {library.__version__}"
