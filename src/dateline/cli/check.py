"""`dateline check`: data against shapes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dateline.cli.messages import REFUSED, line, say


@click.command()
@click.argument("data", nargs=-1, metavar="DATA...", required=True)
@click.option("--shapes", type=click.Path(path_type=Path), help="SHACL shapes in Turtle, instead of Dateline's own.")
def check(data: tuple[str, ...], shapes: Path | None) -> None:
    """Validate data: files, folders, or - for Turtle on standard input.

    Exits with 0 if nothing is violated, with 1 if something is, and with 2 if data or shapes cannot
    be read.

    \b
    Example:
      dateline check output/
    """
    from dateline.validate import validate

    findings = [finding for each in data for finding in validate(_read(each), shapes=shapes)]
    for finding in findings:
        click.echo(line(finding))
    violations = sum(finding.severity == "Violation" for finding in findings)
    say(f"{violations or 'no'} violation{'s' * (violations != 1)}")
    if violations:
        sys.exit(REFUSED)


def _read(name: str) -> bytes | Path | list[Path]:
    """Return what an argument stands for; of a folder, its RDF files."""
    from dateline.errors import ReadError
    from dateline.store import RDF_SUFFIXES

    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    if not path.is_dir():
        return path
    found = sorted(each for each in path.rglob("*") if each.suffix in RDF_SUFFIXES)
    if not found:
        raise ReadError("has no RDF files", name, f"give files ending in {', '.join(RDF_SUFFIXES)}")
    return found
