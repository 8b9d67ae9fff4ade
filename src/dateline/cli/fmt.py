"""`dateline fmt`: RDF files in canonical form."""

from __future__ import annotations

import difflib
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from dateline.cli.messages import REFUSED, UNREADABLE, say

STANDARD_INPUT = "-"
FOLDER_SUFFIXES = (".ttl", ".trig", ".nt", ".nq", ".jsonld")
"""Suffixes that mean RDF and nothing else: what is formatted of a folder."""


@dataclass(frozen=True, slots=True)
class Mode:
    """What to do with the canonical form."""

    check: bool
    diff: bool
    drop_comments: bool


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...", required=True)
@click.option("--check", is_flag=True, help="Change nothing; name the files that would change, and exit with 1.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
@click.option("--drop-comments", is_flag=True, help="Format files with comments too; the comments are lost.")
@click.option(
    "--stdin-filename",
    default="stdin.ttl",
    show_default=True,
    help="A name for standard input, whose suffix says the format.",
)
def fmt(files: tuple[str, ...], check: bool, diff: bool, drop_comments: bool, stdin_filename: str) -> None:
    """Write RDF in its canonical form: Turtle, TriG, N-Triples, N-Quads and JSON-LD.

    FILE is a file, which is replaced; a folder, of which all RDF files are, but for hidden ones; or -
    for standard input, which goes to standard output. The statements stay the same, literals to the letter. A file with
    comments is left as it is and counts as refused.

    Exits with 0 if all is well, with 1 if a file was refused or --check found one to change, and with
    3 if one cannot be read; the others are done all the same.

    \b
    Example:
      dateline fmt --check output/
    """
    mode = Mode(check, diff, drop_comments)
    done = Counter(outcome for name in files for outcome in _format_all(name, mode, stdin_filename))
    say(", ".join(f"{count} {outcome}" for outcome, count in sorted(done.items())))
    if done["unreadable"]:
        sys.exit(UNREADABLE)
    if done["refused"] or (done["to change"] and check):
        sys.exit(REFUSED)


def _format_all(name: str, mode: Mode, stdin_filename: str) -> Iterator[str]:
    """Format what an argument stands for, and yield what became of each file."""
    from dateline.errors import FormatError, OutputError, ReadError

    for path in _paths(name):
        try:
            yield _format_one(path, mode, stdin_filename)
        except (FormatError, OutputError, ReadError) as error:
            say(str(error))
            yield "unreadable" if isinstance(error, ReadError) else "refused"


def _paths(name: str) -> Iterable[Path | None]:
    """Return the files that an argument stands for, a folder itself if it has none; None is standard input."""
    path = Path(name)
    if name == STANDARD_INPUT or not path.is_dir():
        return [None if name == STANDARD_INPUT else path]
    found = (each for each in path.rglob("*") if each.suffix.lower() in FOLDER_SUFFIXES and each.is_file())
    return sorted(each for each in found if not _is_hidden(each.relative_to(path))) or [path]


def _is_hidden(path: Path) -> bool:
    """Tell whether a path leads through what tools keep for themselves, as `.venv` and `.git` are."""
    return any(part.startswith(".") for part in path.parts)


def _format_one(path: Path | None, mode: Mode, stdin_filename: str) -> str:
    from dateline.reformat import reformat

    name = Path(stdin_filename) if path is None else path
    data = sys.stdin.buffer.read() if path is None else _read(path)
    written = reformat(data, name.suffix.lower(), source=str(name), drop_comments=mode.drop_comments)
    is_same = written.encode() == data
    if mode.diff and not is_same:
        _show(data.decode(), written, str(name))
    if mode.check and not (is_same or mode.diff):
        click.echo(str(name))
    if mode.check or mode.diff:
        return "unchanged" if is_same else "to change"
    if path is None:
        sys.stdout.buffer.write(written.encode())
    elif not is_same:
        _replace(path, written)
    return "unchanged" if is_same else "formatted"


def _read(path: Path) -> bytes:
    from dateline.errors import ReadError

    if path.is_dir():
        raise ReadError("has no RDF files", str(path), f"give files ending in {', '.join(FOLDER_SUFFIXES)}")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", str(path), "check the path") from error


def _show(before: str, after: str, name: str) -> None:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, f"{name} (formatted)", lineterm="")
    for line in lines:
        click.echo(line)


def _replace(path: Path, written: str) -> None:
    """Put a text in the place of a file, as a whole or not at all; a link stays one."""
    from dateline.errors import OutputError

    target = path.resolve()
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            _fill(Path(file.name), target, written.encode())
    except OSError as error:
        advice = "check the folder, its permissions and the space left"
        raise OutputError(f"cannot be written ({error.strerror})", str(path), advice) from error


def _fill(new: Path, target: Path, data: bytes) -> None:
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
