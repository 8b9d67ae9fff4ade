"""`dateline check`: where findings are, what the exit code tells, what is left out, and what no shape sees."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.check import Checker, Profile, Settings, Source, expand, places
from dateline.check import checker as checking
from dateline.cli import main
from dateline.errors import QueryError, ReadError
from dateline.validate import Finding
from planted import BASE, ERRORS, FORMATS, valid

ROOT = Path(__file__).parent.parent
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://ships.example/> .
ex:Ship a sh:NodeShape ; sh:targetClass ex:Ship ;
    sh:property ex:flag , [ sh:path ex:keel ; sh:minCount 1 ] , [ sh:path ex:mast ; sh:maxCount 1 ] .
ex:flag a sh:PropertyShape ; sh:path ex:flag ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "No flag." .
"""
ARGO = "@prefix ex: <https://ships.example/> .\nex:argo a ex:Ship ;\n    ex:flag ex:red .\n"


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=stdin)


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    path = tmp_path / "ships.shapes.ttl"
    path.write_text(SHAPES, "utf-8")
    return path


@pytest.fixture
def argo(tmp_path: Path) -> Path:
    path = tmp_path / "argo.ttl"
    path.write_text(ARGO, "utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def found(path: Path, **settings: object) -> tuple[Finding, ...]:
    return Checker(Settings(**settings)).run([Source(str(path))]).findings  # type: ignore[arg-type]


# --- places -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ERRORS)
def test_a_planted_error_is_found_at_its_line(name: str, suffix: str, tmp_path: Path) -> None:
    graph, mark = ERRORS[name].plant(valid())
    text, lines = FORMATS[suffix](graph)
    path = tmp_path / f"visit{suffix}"
    path.write_text(text, "utf-8")

    places = {finding.line for finding in found(path, base=BASE) if finding.rule == ERRORS[name].rule}

    assert places == {lines[mark]}


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_found_where_nothing_was_planted(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"visit{suffix}"
    path.write_text(FORMATS[suffix](valid())[0], "utf-8")

    assert found(path) == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_error_of_syntax_is_found_at_its_line(suffix: str, tmp_path: Path) -> None:
    graph = valid()
    text, lines = FORMATS[suffix](graph)
    broken = text.splitlines()
    line = lines[graph[len(graph) // 2]]
    broken[line - 1] = broken[line - 1].replace(broken[line - 1].split()[-2], "]]")
    path = tmp_path / f"visit{suffix}"
    path.write_text("\n".join(broken), "utf-8")

    (finding,) = found(path)

    assert (finding.severity, finding.rule, finding.line) == ("Error", "syntax", line)


def test_the_column_is_that_of_the_value(file: Callable[[str, str], Path]) -> None:
    path = file(
        "a.ttl", '<urn:é> <http://schema.org/startDate> "2023-02-30"^^<http://www.w3.org/2001/XMLSchema#date> .'
    )

    assert [(each.line, each.column) for each in found(path)] == [(1, 39)]


def test_two_blank_nodes_with_one_fault_each_have_their_own_place(
    file: Callable[[str, str], Path], shapes: Path
) -> None:
    path = file(
        "a.ttl", "@prefix ex: <https://ships.example/> .\n[] a ex:Ship ; ex:flag 1 .\n[] a ex:Ship ; ex:flag 2 .\n"
    )

    findings = found(path, shapes=shapes, profile=Profile(select=("shacl",)))

    assert [(each.rule, each.line) for each in findings] == [("Ship/keel", 2), ("Ship/keel", 3)]


def test_blank_nodes_of_json_ld_have_their_own_places(file: Callable[[str, str], Path], shapes: Path) -> None:
    ship = '{"@type": "https://ships.example/Ship", "https://ships.example/flag": "red"}'
    path = file("a.jsonld", f"[{ship},\n{ship},\n{{}}]")

    findings = found(path, shapes=shapes, profile=Profile(select=("shacl",)))

    assert [(each.rule, each.line) for each in findings] == [("Ship/keel", 1), ("Ship/keel", 2)]


def test_json_ld_that_is_nested_too_deeply_for_places_is_judged_without(file: Callable[[str, str], Path]) -> None:
    path = file("a.jsonld", '{"urn:p":' * 3000 + "1" + "}" * 3000)

    assert [(each.rule, each.line) for each in found(path, profile=Profile(select=("blank-node",)))] == [
        ("blank-node", 0)
    ]


def test_what_a_blank_node_points_at_in_vain_has_its_place(file: Callable[[str, str], Path]) -> None:
    path = file(
        "a.ttl", "@base <https://ships.example/> .\n<argo> <urn:p> 1 .\n[] <urn:p> <argo> ;\n  <urn:p> <dove> .\n"
    )

    assert [(each.line, each.rule) for each in found(path, profile=Profile(select=("dangling-iri",)))] == [
        (4, "dangling-iri")
    ]


def test_what_a_file_without_a_base_describes_does_not_dangle(file: Callable[[str, str], Path]) -> None:
    points = file("a.ttl", "@base <https://ships.example/> .\n<argo> <urn:p> <crew> , <oar> .\n")
    tells = file("b.ttl", "@prefix ex: <https://ships.example/> .\nex:crew <urn:p> 50 .\n")

    assert call(points, tells).stdout.count("<https://ships.example/crew>") == 0
    assert call(points, tells).stdout.count("<https://ships.example/oar> is described nowhere") == 1


def test_a_checker_runs_again_as_if_anew(file: Callable[[str, str], Path]) -> None:
    checker, path = Checker(Settings()), file("a.ttl", "@base <urn:x:> . <urn:x:a> <urn:p> <urn:x:b> .")
    first = checker.run([Source(str(path))])

    assert checker.run([Source(str(path))]).findings == first.findings
    assert checker.run([]).findings == ()


def test_a_text_that_the_lexer_knows_in_part_is_judged_as_a_whole(
    file: Callable[[str, str], Path], shapes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file("a.ttl", "@prefix ex: <https://ships.example/> .\n[] a ex:Ship ; ex:flag 1 .\n[] a ex:Ship .\n")
    whole = [each.rule for each in found(path, shapes=shapes)]
    known = list(places.read(path.read_text("utf-8"), ".ttl"))
    monkeypatch.setattr(places, "read", lambda *_: iter(known[:1]))

    assert {each.rule for each in found(path, shapes=shapes)} == set(whole)


def test_a_long_literal_is_shown_in_part(file: Callable[[str, str], Path]) -> None:
    long = "a" * 10_000
    path = file("a.ttl", f'<urn:a> <urn:p> "{long}"^^<http://www.w3.org/2001/XMLSchema#integer> .')
    shapes = file(
        "s.ttl", SHAPES + "ex:Ship sh:targetNode <urn:a> ; sh:property [ sh:path <urn:p> ; sh:maxLength 9 ] ."
    )

    lines = call(path, "--shapes", shapes).stdout.splitlines()

    assert [len(line) < 600 for line in lines if "aaa" in line] == [True, True]


def test_a_finding_names_its_node_by_its_label(file: Callable[[str, str], Path], shapes: Path) -> None:
    path = file("a.ttl", ARGO + 'ex:argo <http://www.w3.org/2000/01/rdf-schema#label> "The Argo" .')

    assert call(path, "--shapes", shapes).stdout == (
        f"{path.as_posix()}:2:1: violation[Ship/keel] <https://ships.example/keel> has no value"
        " (The Argo) — add what is missing\n"
    )


def test_a_file_in_rdf_xml_has_the_place_of_the_node(file: Callable[[str, str], Path], shapes: Path) -> None:
    path = file(
        "a.rdf",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="https://ships.example/">\n'
        '<ex:Ship rdf:about="https://ships.example/argo" ex:flag="red"/></rdf:RDF>',
    )

    assert [each.line for each in found(path, shapes=shapes)] == [2]


def test_a_remote_context_is_an_error_and_never_fetched(file: Callable[[str, str], Path]) -> None:
    path = file("a.jsonld", '{"@context": "https://schema.org/",\n "name": "A"}')

    (finding,) = found(path)

    assert (finding.severity, finding.message, finding.line) == ("Error", "has a remote @context", 1)
    assert "nothing is fetched" in finding.advice


@pytest.mark.parametrize(("name", "text"), [("a.jsonld", "{}"), ("a.nq", ""), ("a.ttl", "# nothing\n")])
def test_a_file_that_says_nothing_is_fine(name: str, text: str, file: Callable[[str, str], Path]) -> None:
    assert found(file(name, text)) == ()


# --- exit codes -------------------------------------------------------------------------------------


def test_what_build_writes_is_fine() -> None:
    assert call(ROOT / "output").exit_code == 0


def test_a_violation_is_1(argo: Path, shapes: Path) -> None:
    assert call(argo, "--shapes", shapes).exit_code == 1


@pytest.mark.parametrize(("threshold", "code"), [("violation", 0), ("warning", 1), ("info", 1)])
def test_a_warning_is_1_from_the_severity_that_fails(
    threshold: str, code: int, file: Callable[[str, str], Path], shapes: Path
) -> None:
    path = file("a.ttl", ARGO.replace("ex:flag", "ex:keel"))

    assert call(path, "--shapes", shapes, "--fail-on", threshold).exit_code == code


@pytest.mark.parametrize("option", ["--report=pdf", "--fail-on=never", "--no-such-option", "--explain=no-such-rule"])
def test_a_wrong_call_is_2(option: str) -> None:
    assert call(option).exit_code == 2


@pytest.mark.parametrize("stdin", ["<x> <y> .", b"<urn:a> <urn:b> \xff ."])
def test_data_that_cannot_be_read_are_3(stdin: str | bytes) -> None:
    assert call("-", stdin=stdin).exit_code == 3


def test_a_missing_file_is_3_and_the_others_are_checked(tmp_path: Path, argo: Path, shapes: Path) -> None:
    done = call(tmp_path / "none.ttl", argo, "--shapes", shapes)

    assert done.exit_code == 3
    assert "error[unreadable]" in done.stdout
    assert "violation[Ship/keel]" in done.stdout


def test_a_folder_without_data_is_3(tmp_path: Path) -> None:
    done = call(tmp_path)

    assert (done.exit_code, "has no RDF files" in done.stderr) == (3, True)


@pytest.mark.parametrize(
    "text",
    [
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:path",
        "<urn:a> <urn:b> <urn:c> .",
        SHAPES + 'ex:Ship sh:sparql [ sh:select "SELECT $this WHERE { SERVICE <urn:x> { $this ?p ?o } }" ] .',
    ],
)
def test_broken_shapes_are_4(text: str, argo: Path, file: Callable[[str, str], Path]) -> None:
    assert call(argo, "--shapes", file("broken.ttl", text)).exit_code == 4


def test_shapes_that_meet_nothing_are_4_where_targets_are_strict(shapes: Path) -> None:
    done = call("-", "--shapes", shapes, "--strict-targets", stdin="<urn:a> <urn:b> <urn:c> .")

    assert done.exit_code == 4


def test_shapes_without_a_target_meet_nothing(file: Callable[[str, str], Path]) -> None:
    aimless = file("s.ttl", "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:nodeKind sh:IRI .")

    done = call("-", "--shapes", aimless, "--strict-targets", "--coverage", stdin="<urn:a> <urn:b> <urn:c> .")

    assert done.exit_code == 4


def test_a_shape_that_is_deactivated_meets_nothing(argo: Path, file: Callable[[str, str], Path]) -> None:
    shapes = file("off.ttl", SHAPES + "ex:Ship sh:deactivated true .")

    assert call(argo, "--shapes", shapes, "--strict-targets").exit_code == 4


def test_nodes_that_a_query_finds_are_met(argo: Path, file: Callable[[str, str], Path]) -> None:
    query = "SELECT ?this WHERE { ?this a <https://ships.example/Ship> }"
    target = f'[ a sh:SPARQLTarget ; sh:select "{query}" ]'
    shapes = file("q.ttl", SHAPES.replace("sh:targetClass ex:Ship", f"sh:target {target}"))

    done = call(argo, "--shapes", shapes, "--strict-targets")

    assert (done.exit_code, "no shape met any node" in done.stderr) == (1, False)


def test_shapes_that_meet_nothing_are_said_to(shapes: Path) -> None:
    done = call("-", "--shapes", shapes, stdin="<urn:a> <urn:b> <urn:c> .")

    assert (done.exit_code, "no shape met any node" in done.stderr) == (0, True)


def test_strict_targets_are_met_through_a_superclass_of_ours() -> None:
    done = call("-", "--strict-targets", stdin="<urn:a> a <https://w3id.org/dateline/ns#Visit> .")

    assert done.exit_code == 1


def test_strict_targets_are_met_through_a_class_that_the_data_put_below_one(shapes: Path) -> None:
    boat = "@prefix ex: <https://ships.example/> . ex:dove a ex:Boat . "
    below = "ex:Boat <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:Ship ."

    assert call("-", "--shapes", shapes, "--strict-targets", stdin=boat + below).exit_code == 1
    assert call("-", "--shapes", shapes, "--strict-targets", stdin=boat).exit_code == 4


def test_a_defect_is_5(argo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking.Checker, "run", lambda *_: 1 / 0)

    assert call(argo).exit_code == 5


# --- what counts ------------------------------------------------------------------------------------


def test_a_rule_is_ignored_by_its_id(argo: Path, shapes: Path) -> None:
    assert call(argo, "--shapes", shapes, "--ignore", "Ship/*").exit_code == 0


def test_a_misspelt_rule_selects_nothing_and_is_2(argo: Path, shapes: Path) -> None:
    done = call(argo, "--shapes", shapes, "--select", "Shipp/keel")

    assert (done.exit_code, "try Ship" in done.stderr) == (2, True)


@pytest.mark.parametrize("rule", ["Ship/keel", "Sh*", "flag", "MinCount", "blank-node"])
def test_what_is_named_as_a_rule_may_be_selected(rule: str, argo: Path, file: Callable[[str, str], Path]) -> None:
    shapes = file("untyped.ttl", SHAPES.replace("ex:flag a sh:PropertyShape ;", "ex:flag"))

    assert call(argo, "--shapes", shapes, "--select", rule).exit_code in (0, 1)


def test_rules_are_selected_by_kind(argo: Path, shapes: Path) -> None:
    assert call(argo, "--shapes", shapes, "--select", "lint").exit_code == 0


def test_what_makes_a_file_unreadable_cannot_be_ignored() -> None:
    assert call("-", "--ignore", "*", stdin="<x> <y> .").exit_code == 3


def test_a_profile_gives_a_rule_another_severity(argo: Path, shapes: Path, file: Callable[[str, str], Path]) -> None:
    profile = file("p.toml", '[severity]\n"Ship/*" = "info"\n')

    done = call(argo, "--shapes", shapes, "--profile", profile)

    assert (done.exit_code, "info[Ship/keel]" in done.stdout) == (0, True)


def test_a_profile_turns_a_rule_off(argo: Path, shapes: Path, file: Callable[[str, str], Path]) -> None:
    profile = file("p.toml", '[severity]\n"Ship/*" = "off"\n')

    assert call(argo, "--shapes", shapes, "--profile", profile).stdout == ""


@pytest.mark.parametrize(
    "text",
    ["serverity = 1", "[severity]\na = 'bad'", "[", "select = 'lint'", "ignore = [1]", "severity = 'info'"],
)
def test_a_profile_that_is_none_says_so(text: str, file: Callable[[str, str], Path]) -> None:
    with pytest.raises(QueryError, match=r"p\.toml"):
        Profile.read(file("p.toml", text))


# --- baseline ---------------------------------------------------------------------------------------


def test_known_findings_are_left_out_even_when_their_lines_move(argo: Path, shapes: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert call(argo, "--shapes", shapes, "--write-baseline", known).exit_code == 0
    argo.write_text("\n\n# a comment\n" + ARGO, "utf-8")

    done = call(argo, "--shapes", shapes, "--baseline", known)

    assert (done.exit_code, done.stdout, "1 known left out" in done.stderr) == (0, "", True)


def test_a_new_finding_is_told_beside_known_ones(argo: Path, shapes: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    call(argo, "--shapes", shapes, "--write-baseline", known)
    argo.write_text(ARGO + "ex:dove a ex:Ship ; ex:flag ex:blue .\n", "utf-8")

    done = call(argo, "--shapes", shapes, "--baseline", known)

    assert done.exit_code == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [f"{argo.as_posix()}:4:1"]


def test_of_findings_alike_those_beyond_the_known_number_are_told(
    file: Callable[[str, str], Path], shapes: Path
) -> None:
    one = "@prefix ex: <https://ships.example/> .\n[] a ex:Ship ; ex:flag 1 .\n"
    path, known = file("a.ttl", one), file("known.json", "")
    call(path, "--shapes", shapes, "--select", "shacl", "--write-baseline", known)
    path.write_text(one + "[] a ex:Ship ; ex:flag 1 .\n", "utf-8")

    done = call(path, "--shapes", shapes, "--select", "shacl", "--baseline", known)

    assert done.stdout.count("violation") == 1


def test_a_baseline_is_not_written_without_what_another_knows(argo: Path, shapes: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    call(argo, "--shapes", shapes, "--write-baseline", known)

    assert call(argo, "--shapes", shapes, "--baseline", known, "--write-baseline", known).exit_code == 2
    assert call(argo, "--shapes", shapes, "--baseline", known).exit_code == 0


def test_a_baseline_that_is_none_is_2(argo: Path, shapes: Path) -> None:
    assert call(argo, "--shapes", shapes, "--baseline", shapes).exit_code == 2


# --- coverage ---------------------------------------------------------------------------------------


def test_coverage_tells_what_no_shape_looks_at(file: Callable[[str, str], Path], shapes: Path) -> None:
    path = file("a.ttl", ARGO + "ex:argo ex:crew 50 .\nex:colchis a ex:Place .\n")

    done = call(path, "--shapes", shapes, "--coverage", "--report", "json")

    assert json.loads(done.stdout)["coverage"] == {
        "nodes": 2,
        "nodesByShape": {"https://ships.example/Ship": 1},
        "nodesWithoutShape": {"https://ships.example/Place": 1},
        "statementsUnchecked": {
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": 2,
            "https://ships.example/crew": 1,
        },
    }


def test_coverage_names_a_shape_that_met_no_node(shapes: Path) -> None:
    done = call("-", "--shapes", shapes, "--coverage", stdin="<urn:a> <urn:b> <urn:c> .")

    assert "shape that met no node: <https://ships.example/Ship>" in done.stdout


# --- explain and sources ----------------------------------------------------------------------------


def test_a_rule_is_explained() -> None:
    assert call("--explain", "dangling-iri").stdout.startswith("dangling-iri (warning): an IRI of the data's own base")


def test_a_shape_is_explained_by_its_message_and_path() -> None:
    lines = call("--explain", "Visit-attendee").stdout.splitlines()

    assert lines[0].startswith("Visit-attendee (violation)")
    assert "path: schema:attendee" in lines


def test_a_misspelt_rule_brings_the_nearest() -> None:
    assert "dangling-iri" in call("--explain", "dangling-iris").stderr


def test_a_folder_stands_for_its_rdf_files(argo: Path) -> None:
    assert {source.name for source in expand([str(argo.parent)], None)} == {argo.as_posix()}


def test_a_folder_with_the_suffix_of_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ships.ttl").mkdir()
    (tmp_path / "ships.ttl" / "argo.ttl").write_text(ARGO, "utf-8")

    assert [Path(each.name).name for each in expand([str(tmp_path)], None)] == ["argo.ttl"]


def test_what_is_hidden_in_a_folder_is_left_alone(argo: Path) -> None:
    (argo.parent / ".venv").mkdir()
    (argo.parent / ".venv" / "other.ttl").write_text(ARGO, "utf-8")

    assert [source.name for source in expand([str(argo.parent)], None)] == [argo.as_posix()]


def test_a_file_given_twice_is_checked_once(argo: Path) -> None:
    assert len(expand([str(argo), str(argo)], None)) == 1


def test_a_folder_with_nothing_to_check_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="has no RDF files"):
        expand([str(tmp_path)], None)


def test_the_example_s_base_is_told_once_for_many_files(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text('<https://example.org/x> <http://schema.org/name> "x" .', "utf-8")

    assert call(tmp_path).stdout.count("example-base") == 1
