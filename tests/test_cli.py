"""The commands: results on standard output, messages on standard error, and an exit code that tells."""

from __future__ import annotations

import csv
import io
import json
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dateline import build as building
from dateline.cli import main
from dateline.mapping import TEXT_POLICIES
from dateline.query import FORMATS as QUERY_FORMATS
from dateline.serialize import SUFFIXES

ROOT = Path(__file__).parent.parent
REPORT = "LISBON, 4 May 2023 – Foreign Minister Ana Petrova met Ambassador John Mensah of Ghana in Lisbon on Tuesday."
BAD_DATA = "<http://example.com/x> a <https://w3id.org/dateline/ns#Meeting> ."
build, query = (import_module(f"dateline.cli.{name}") for name in ("build", "query"))
COMMANDS = sorted(main.commands)


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def turtle(report: Path, tmp_path: Path) -> Path:
    call("build", report, "-o", tmp_path / "out", "--format", "turtle")
    return tmp_path / "out" / "report.ttl"


# --- help -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_its_words_with_an_example(name: str) -> None:
    words = call(name, "--help").stdout.split("Options:")[0].rstrip().splitlines()

    assert words[-2:-1] == ["  Example:"]
    assert words[-1].startswith(f"    dateline {name} ")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [option for option in main.commands[name].params if isinstance(option, click.Option)]

    assert all(option.help for option in options)


def test_the_choices_of_the_options_are_those_of_the_package() -> None:
    assert (set(build.FORMATS), set(build.POLICIES)) == (set(SUFFIXES), set(TEXT_POLICIES))
    assert query.FORMATS == QUERY_FORMATS


# --- build ------------------------------------------------------------------------------------


def test_build_writes_a_file_for_each_format(report: Path, tmp_path: Path) -> None:
    call("build", report, "-o", tmp_path / "out")

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.jsonld", "report.ttl"]


def test_build_reads_standard_input(tmp_path: Path) -> None:
    call("build", "-", "-o", tmp_path, stdin=REPORT)

    assert [path.name[:11] for path in tmp_path.glob("*.ttl")] == ["2023-05-04-"]


def test_build_writes_to_standard_output_what_it_writes_to_a_file(report: Path, turtle: Path) -> None:
    shown = call("build", report, "-o", "-", "--format", "turtle").stdout

    assert shown == turtle.read_text(encoding="utf-8")


def test_build_refuses_two_formats_on_standard_output(report: Path) -> None:
    assert call("build", report, "-o", "-").exit_code == 2


def test_build_goes_on_after_a_bad_source(report: Path, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")

    done = call("build", tmp_path / "binary.txt", report, "-o", tmp_path / "out")

    assert done.exit_code == 1
    assert "binary.txt: is binary" in done.stderr
    assert (tmp_path / "out" / "report.ttl").exists()


def test_build_says_what_it_found_on_standard_error(report: Path, tmp_path: Path) -> None:
    done = call("build", report, "-o", tmp_path)

    assert done.stdout == ""
    assert "1 of 1 reports" in done.stderr and "of the text is quoted" in done.stderr


def test_build_refuses_its_own_violations(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.serialize.write", lambda *_, **__: BAD_DATA)

    done = call("build", report, "-o", tmp_path)

    assert done.exit_code == 1
    assert "violation[Meeting-attendee]" in done.stderr


def test_build_takes_the_date_of_the_caller(report: Path, tmp_path: Path) -> None:
    call("build", report, "-o", tmp_path, "--date", "2023-05-06", "--format", "turtle")

    assert 'schema:datePublished "2023-05-06"^^xsd:date' in (tmp_path / "report.ttl").read_text(encoding="utf-8")


def test_build_gives_an_address_to_one_report_only(report: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(REPORT, encoding="utf-8")

    assert call("build", tmp_path, "--url", "https://example.com/1", "-o", tmp_path / "out").exit_code == 2


def test_build_keeps_words_to_itself_by_policy(report: Path, tmp_path: Path) -> None:
    call("build", report, "-o", tmp_path, "--text-policy", "offsets", "--format", "turtle")

    assert "Ana Petrova met Ambassador" not in (tmp_path / "report.ttl").read_text(encoding="utf-8")


def test_build_leaves_out_links_on_request(report: Path, tmp_path: Path) -> None:
    call("build", report, "-o", tmp_path, "--no-links", "--format", "turtle")

    assert "schema:sameAs" not in (tmp_path / "report.ttl").read_text(encoding="utf-8")


def test_build_mints_under_the_base_of_the_caller(report: Path, tmp_path: Path) -> None:
    call("build", report, "-o", tmp_path, "--base", "https://news.example/", "--format", "nquads")

    assert "https://example.org/" not in (tmp_path / "report.nq").read_text(encoding="utf-8")


FRAME = """
[[frame]]
id = "toast"
class = "ExpressionOfSupport"
source = "this test"
verbs = ["toast"]
required = ["agent", "recipient"]
examples = ["Ana Petrova toasted Lena Berg."]
roles = { agent = ["subject"], recipient = ["object"] }
"""
BODY = "key,kind,name,names,acronyms,state,source\notter-board,organization,Otter Board,,,NO,own-list\n"


def test_build_reads_frames_of_the_caller(tmp_path: Path) -> None:
    (tmp_path / "frames.toml").write_text(FRAME, encoding="utf-8")
    report = "OSLO, 4 May 2023 – Foreign Minister Ana Petrova toasted Ambassador Lena Berg in Oslo."

    written = call("build", "-", "-o", "-", "--format", "turtle", "--lexicon", tmp_path, stdin=report).stdout

    assert "<rule/toast>" in written


def test_build_reads_names_of_the_caller(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text(BODY, encoding="utf-8")
    report = "OSLO, 4 May 2023 – The Otter Board said on Thursday that it would meet again in the autumn."

    written = call("build", "-", "-o", "-", "--format", "turtle", "--lexicon", tmp_path, stdin=report).stdout

    assert "<actor/otter-board>" in written


def test_build_names_the_entry_of_a_lexicon_that_is_wrong(report: Path, tmp_path: Path) -> None:
    (tmp_path / "frames.toml").write_text("[[frame]]\n", encoding="utf-8")

    done = call("build", report, "--lexicon", tmp_path, "-o", tmp_path)

    assert done.exit_code == 2
    assert "frames.toml" in done.stderr


def test_a_model_that_is_not_installed_is_said_to_be(report: Path, tmp_path: Path) -> None:
    done = call("build", report, "--model", "xx_none", "-o", tmp_path)

    assert done.exit_code == 2
    assert "is not installed" in done.stderr


def test_a_defect_has_an_exit_code_of_its_own(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "expand", lambda *_: 1 / 0)

    done = call("build", report)

    assert done.exit_code == 5
    assert "internal error (ZeroDivisionError)" in done.stderr


# --- query ------------------------------------------------------------------------------------


def test_query_answers_a_saved_question(turtle: Path) -> None:
    rows = list(csv.reader(io.StringIO(call("query", "meetings", turtle, "--format", "csv").stdout)))

    assert {"Ana Petrova", "John Mensah"} <= set(rows[1])


def test_query_reads_a_question_from_standard_input(turtle: Path) -> None:
    done = call("query", "-", turtle, "--format", "json", stdin="ASK { ?meeting a dl:Meeting }")

    assert json.loads(done.stdout)["boolean"] is True


def test_query_draws_a_table(turtle: Path) -> None:
    assert "│ Ana Petrova │ John Mensah │" in call("query", "meetings", turtle).stdout


def test_query_lists_the_saved_questions() -> None:
    assert "02-offices" in call("query", "list").stdout


def test_query_constructs_turtle(turtle: Path) -> None:
    done = call("query", "CONSTRUCT { ?m a dl:Meeting } WHERE { ?m a dl:Meeting }", turtle, "--format", "turtle")

    assert "dl:Meeting" in done.stdout


def test_query_names_questions_that_look_like_an_unknown_one(turtle: Path) -> None:
    done = call("query", "meeting", turtle)

    assert done.exit_code == 2
    assert "meetings" in done.stderr


# --- explain ----------------------------------------------------------------------------------


def test_explain_marks_the_words_in_their_sentence(report: Path) -> None:
    assert "«Foreign Minister Ana Petrova [met] Ambassador John Mensah of Ghana in Lisbon on Tuesday»." in (
        call("explain", report).stdout
    )


def test_explain_names_the_rule_with_an_example(report: Path) -> None:
    assert "rule: frame.meet, as in: " in call("explain", report).stdout


def test_explain_finds_a_node_by_its_path(turtle: Path) -> None:
    done = call("explain", "actor/ana-petrova", turtle)

    assert done.stdout.startswith("<actor/ana-petrova>\n  ")
    assert "«Ana Petrova»" in done.stdout


def test_explain_shows_the_whole_sentence_where_the_text_is_given(turtle: Path, report: Path) -> None:
    shown = call("explain", "actor/ana-petrova", turtle, "--text", report).stdout

    assert "Foreign Minister «Ana Petrova» met" in shown


def test_explain_explains_a_passage(turtle: Path) -> None:
    evidence = call("query", "SELECT ?e { ?m a dl:Meeting ; dl:evidence ?e }", turtle, "--format", "csv")

    assert "[met]" not in call("explain", evidence.stdout.split()[1], turtle).stdout


def test_explain_says_that_nothing_is_said(turtle: Path) -> None:
    done = call("explain", "actor/nobody", turtle)

    assert done.exit_code == 1
    assert "nothing is said of it" in done.stderr


def test_the_default_output_is_the_folder_that_the_others_read() -> None:
    assert (ROOT / "Makefile").read_text(encoding="utf-8").count("--output output/") == 1
