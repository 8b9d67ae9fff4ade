"""`dateline check`: data against shapes and rules, with the place of each finding, for people and for CI."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.messages import BROKEN_SHAPES, OUTPUT, REFUSED, UNREADABLE, say

if TYPE_CHECKING:
    from dateline.check import Outcome, Profile, Settings

KINDS = ("text", "json", "junit", "sarif", "github", "rdf")
SEVERITIES = ("violation", "warning", "info")


@click.command()
@click.argument("data", nargs=-1, metavar="[DATA]...")
@click.option("--shapes", type=click.Path(path_type=Path), help="SHACL shapes in any RDF format, instead of ours.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="KIND[=FILE]",
    help=f"Report to write, to FILE or standard output: {', '.join(KINDS)}; may be given several times.",
)
@click.option(
    "--fail-on",
    default="violation",
    show_default=True,
    type=click.Choice(SEVERITIES),
    help="The least severity of a finding that makes the exit code 1.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Count these rules only; * stands for anything.")
@click.option(
    "--ignore", multiple=True, metavar="RULE", help="Leave these rules out; lint and shacl name all of a kind."
)
@click.option("--profile", type=click.Path(path_type=Path), help="TOML file with select, ignore and severities.")
@click.option(
    "--text",
    "texts",
    multiple=True,
    type=click.Path(path_type=Path),
    help="File or folder with the texts that the data quote, to compare the quotations with.",
)
@click.option("--base", help="The base of the data, where the files do not declare one.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out the findings that this file knows.")
@click.option("--write-baseline", type=click.Path(path_type=Path), help="Write the findings to a file as known.")
@click.option("--coverage", is_flag=True, help="Also tell what no shape looks at.")
@click.option("--strict-targets", is_flag=True, help="Exit with 4 if no shape meets any node.")
@click.option("--explain", metavar="RULE", help="Say what a rule or shape is about, and check nothing.")
def check(data: tuple[str, ...], explain: str | None, **options: Any) -> None:
    """Check data: files, folders (by default output/), or - for Turtle on standard input.

    Shapes are Dateline's own or yours, and rules find what shapes do not see. Exits with 0 if all is
    fine, 1 if there are findings as bad as --fail-on, 2 for a wrong call, 3 if a file cannot be read, 4 if the
    shapes are broken or, with --strict-targets, meet nothing, 5 for a defect of Dateline.

    \b
    Example:
      dateline check output/ --report sarif=findings.sarif
    """
    from dateline.errors import ReadError, ShapesError

    try:
        code = (
            _explain(explain, options["shapes"]) if explain is not None else _check(data or (str(OUTPUT),), **options)
        )
    except ReadError as error:
        say(str(error))
        sys.exit(UNREADABLE)
    except ShapesError as error:
        say(str(error))
        sys.exit(BROKEN_SHAPES)
    sys.exit(code)


def _explain(rule: str, shapes: Path | None) -> int:
    from dateline.check.explain import explain
    from dateline.validate import validator_of

    click.echo(explain(rule, validator_of(shapes).shapes), nl=False)
    return 0


def _check(
    data: tuple[str, ...], *, reports: tuple[str, ...], fail_on: str, write_baseline: Path | None, **options: Any
) -> int:
    from dateline.check import Checker, expand

    wanted = [_report(each) for each in reports]
    if sum(not path for _, path in wanted) > 1:
        raise click.UsageError("Standard output takes one report; give the others as KIND=FILE.")
    if write_baseline is not None and options["baseline"] is not None:
        raise click.UsageError("A baseline is written of all findings: leave --baseline out.")
    strict = options.pop("strict_targets")
    sources = expand(data, sys.stdin.buffer.read() if "-" in data else None)
    outcome = Checker(_settings(**options)).run(sources)
    _write(outcome, wanted)
    if write_baseline is not None:
        _write_baseline(outcome, write_baseline)
    say(_summary(outcome))
    return _code(outcome, fail_on, strict=strict, is_new_baseline=write_baseline is not None)


def _report(option: str) -> tuple[str, str]:
    kind, _, path = option.partition("=")
    if kind not in KINDS:
        raise click.UsageError(f"There is no report {kind!r}; choose {', '.join(KINDS)}.")
    return kind, path


def _settings(
    *,
    shapes: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: Path | None,
    texts: tuple[Path, ...],
    base: str | None,
    baseline: Path | None,
    coverage: bool,
) -> Settings:
    from dateline.check import Profile, Settings
    from dateline.lint import Texts

    chosen: Profile = Profile() if profile is None else Profile.read(profile)
    return Settings(
        shapes=shapes,
        profile=chosen.with_options(select, ignore),
        texts=Texts.read(texts),
        base=base,
        coverage=coverage,
        known=baseline,
    )


def _write(outcome: Outcome, wanted: list[tuple[str, str]]) -> None:
    """Write the reports; the one in lines goes to standard output unless another does."""
    from dateline.build import write
    from dateline.check.reports import KINDS as WRITERS

    for kind, path in wanted:
        if path:
            write(Path(path), WRITERS[kind](outcome))
    kind = next((kind for kind, path in wanted if not path), "text")
    click.echo(WRITERS[kind](outcome), nl=False)


def _write_baseline(outcome: Outcome, path: Path) -> None:
    from dateline.build import write
    from dateline.check import baseline

    write(path, baseline.write(outcome.findings))


def _summary(outcome: Outcome) -> str:
    """Return the counts in a sentence."""
    counts = [_counted(outcome.count(name), name.lower()) for name in ("Violation", "Warning", "Info")]
    found = ", ".join(filter(None, counts)) or "no findings"
    unread = sum(finding.severity == "Error" for finding in outcome.findings)
    parts = [f"{found} in {_counted(len(outcome.files), 'file')}"]
    parts += [f"{_counted(unread, 'file')} could not be read"] if unread else []
    parts += [f"{outcome.known} known left out"] if outcome.known else []
    parts += [] if outcome.is_met else ["no shape met any node, so that nothing was validated"]
    return "; ".join(parts)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}" if number else ""


def _code(outcome: Outcome, fail_on: str, *, strict: bool, is_new_baseline: bool) -> int:
    if strict and not outcome.is_met:
        return BROKEN_SHAPES
    if not outcome.is_readable:
        return UNREADABLE
    return REFUSED if outcome.fails(fail_on) and not is_new_baseline else 0
