"""`dateline fmt`: what it prints, what it replaces, and what it leaves alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.fmt import FOLDER_SUFFIXES
from dateline.reformat import SUFFIXES

ROOT = Path(__file__).parent.parent
LOOSE = "<urn:b>   <urn:p> 1 .\n<urn:a> <urn:p> 1 ."
TIDY = "<urn:a> <urn:p> 1 .\n\n<urn:b> <urn:p> 1 .\n"
COMMENTED = f"# Two things.\n{LOOSE}"
MALFORMED = "<urn:a> <urn:p> ."


def call(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)], input=stdin)


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    return written(tmp_path / "loose.ttl", LOOSE)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# --- what changes -------------------------------------------------------------------------------


def test_a_file_is_replaced_by_its_canonical_form(loose: Path) -> None:
    assert call(loose).exit_code == 0
    assert loose.read_text(encoding="utf-8") == TIDY


def test_nothing_is_left_beside_the_file(loose: Path) -> None:
    call(loose)
    assert list(loose.parent.iterdir()) == [loose]


def test_a_file_keeps_its_permissions(loose: Path) -> None:
    loose.chmod(0o640)
    call(loose)
    assert stat.S_IMODE(loose.stat().st_mode) == 0o640


def test_a_link_stays_a_link(loose: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.ttl"
    link.symlink_to(loose)
    call(link)
    assert link.is_symlink() and loose.read_text(encoding="utf-8") == TIDY


def test_a_canonical_file_is_not_written_again(tmp_path: Path) -> None:
    tidy = written(tmp_path / "tidy.ttl", TIDY)
    before = tidy.stat().st_mtime_ns, tidy.stat().st_ino
    call(tidy)
    assert (tidy.stat().st_mtime_ns, tidy.stat().st_ino) == before


def test_of_a_folder_all_rdf_files_are_formatted(loose: Path, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    below = written(tmp_path / "below" / "a.TTL", LOOSE)
    other = written(tmp_path / "notes.json", "{}")
    call(tmp_path)
    assert [path.read_text(encoding="utf-8") for path in (loose, below, other)] == [TIDY, TIDY, "{}"]


def test_hidden_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    hidden = written(tmp_path / ".venv" / "a.ttl", LOOSE)
    assert call(tmp_path).exit_code == 3 and hidden.read_text(encoding="utf-8") == LOOSE


def test_standard_input_goes_to_standard_output() -> None:
    assert call("-", stdin=LOOSE).stdout == TIDY


def test_standard_input_is_in_the_format_of_its_name() -> None:
    done = call("-", "--stdin-filename", "a.nt", stdin="<urn:a> <urn:p> <urn:b>.")
    assert done.stdout == "<urn:a> <urn:p> <urn:b> .\n"


def test_comments_are_dropped_on_request(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ttl", COMMENTED)
    call(path, "--drop-comments")
    assert path.read_text(encoding="utf-8") == TIDY


# --- what does not ------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_nothing_is_changed_that_is_only_looked_at(loose: Path, option: str) -> None:
    call(loose, option)
    assert loose.read_text(encoding="utf-8") == LOOSE


def test_check_names_what_would_change_and_exits_with_1(loose: Path, tmp_path: Path) -> None:
    done = call(written(tmp_path / "tidy.ttl", TIDY), loose, "--check")
    assert (done.stdout, done.exit_code) == (f"{loose}\n", 1)


def test_check_is_content_with_what_is_canonical(tmp_path: Path) -> None:
    done = call(written(tmp_path / "tidy.ttl", TIDY), "--check")
    assert (done.stdout, done.exit_code) == ("", 0)


def test_diff_shows_what_would_change(loose: Path) -> None:
    done = call(loose, "--diff")
    assert "-<urn:b>   <urn:p> 1 .\n" in done.stdout and "+<urn:b> <urn:p> 1 .\n" in done.stdout
    assert done.exit_code == 0


def test_diff_with_check_exits_with_1(loose: Path) -> None:
    assert call(loose, "--diff", "--check").exit_code == 1


@pytest.mark.parametrize(
    ("text", "message", "code"),
    [
        (COMMENTED, ":1:1: has 1 comment, which would be lost", 1),
        (MALFORMED, ":1:17: is malformed", 3),
    ],
)
def test_a_file_that_cannot_be_formatted_stays_and_the_others_go_on(
    loose: Path, tmp_path: Path, text: str, message: str, code: int
) -> None:
    bad = written(tmp_path / "bad.ttl", text)
    done = call(bad, loose)
    assert f"{bad}{message}" in done.stderr and done.exit_code == code
    assert (bad.read_text(encoding="utf-8"), loose.read_text(encoding="utf-8")) == (text, TIDY)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    assert call(tmp_path / "none.ttl").exit_code == 3


def test_a_folder_without_rdf_is_unreadable(tmp_path: Path) -> None:
    done = call(tmp_path)
    assert done.exit_code == 3 and "has no RDF files" in done.stderr


def test_what_is_unreadable_counts_more_than_what_is_refused(tmp_path: Path) -> None:
    files = [written(tmp_path / "a.ttl", MALFORMED), written(tmp_path / "b.ttl", COMMENTED)]
    assert call(*files).exit_code == 3


def test_a_call_without_files_is_a_wrong_call() -> None:
    assert call().exit_code == 2


def test_a_file_whose_place_cannot_be_written_stays(loose: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    done = call(loose)
    assert "cannot be written (No space left on device)" in done.stderr and done.exit_code == 1
    assert list(loose.parent.iterdir()) == [loose] and loose.read_text(encoding="utf-8") == LOOSE


def test_a_defect_leaves_the_file_and_exits_with_5(loose: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.serialize.turtle.write", lambda *_, **__: "")
    assert call(loose).exit_code == 5
    assert loose.read_text(encoding="utf-8") == LOOSE


def test_what_build_writes_is_canonical() -> None:
    done = call(ROOT / "output", "--check")
    assert (done.stdout, done.exit_code) == ("", 0)


def test_folders_are_searched_for_formats_that_can_be_written() -> None:
    assert set(FOLDER_SUFFIXES) == set(SUFFIXES) - {".json"}
