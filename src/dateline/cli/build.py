"""`dateline build`: reports to linked data, validated and written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.messages import BASE, OUTPUT, REFUSED, say

if TYPE_CHECKING:
    from datetime import datetime

    from dateline.build import Built, Settings, Source
    from dateline.dataset import Tally
    from dateline.summary import Totals

FORMATS = ("turtle", "jsonld", "nquads", "trig", "ntriples", "rdfxml")
BY_LINE = ("nquads", "ntriples")
"""Formats of which several documents in a row are one."""
POLICIES = ("full", "quotes", "offsets")


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "-o",
    "--output",
    default=OUTPUT,
    type=click.Path(path_type=Path, allow_dash=True),
    show_default=True,
    help="Folder to write to, or - for standard output.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=FORMATS[:2],
    show_default=True,
    type=click.Choice(FORMATS),
    help="Format to write; may be given several times.",
)
@click.option("--base", default=BASE, show_default=True, help="What the IRIs of the data begin with.")
@click.option("--mentions", is_flag=True, help="Also write every mention of an actor, place or time.")
@click.option(
    "--text-policy",
    default="quotes",
    show_default=True,
    type=click.Choice(POLICIES),
    help="Write the whole text, the words of all passages, or offsets and few words.",
)
@click.option("--no-links", is_flag=True, help="Leave out identifiers from the authority files.")
@click.option("--date", "published", type=click.DateTime(["%Y-%m-%d"]), help="When the reports were published.")
@click.option("--url", help="The report's address; for one source only.")
@click.option("--publisher", help="Who published the reports.")
@click.option(
    "--license", help="IRI of the licence of the data, for instance https://creativecommons.org/licenses/by/4.0/."
)
@click.option(
    "--dataset",
    is_flag=True,
    help="Also write dataset.ttl, which describes what was built (VoID, DCAT), and authority.ttl, its links.",
)
@click.option("--title", help="Name of the data in dataset.ttl.")
@click.option("--diagram", is_flag=True, help="Also draw each report's graph as a picture in Mermaid, in a file *.mmd.")
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Folder with frames*.toml and authority *.csv of your own; may be given several times.",
)
@click.option("--model", help="spaCy model to use.  [default: en_core_web_sm]")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(min=1), help="Processes to use.")
def build(sources: tuple[str, ...], output: Path, jobs: int, title: str | None, **choices: Any) -> None:
    """Convert reports: files, folders, or - for plain text on standard input.

    Files are plain text, HTML (*.html, *.htm), JSON Lines with a report a line (*.jsonl), or ninjs
    (*.json). A report that cannot be read is named on standard error, and the others go on. Exits with 1 if
    there was one, or if the data violate Dateline's own shapes.

    \b
    Example:
      dateline build seeds/ --output output/
    """
    from dateline.batch import run
    from dateline.build import reports
    from dateline.dataset import Tally
    from dateline.summary import Totals

    found = _sources(sources)
    settings = _settings(**choices)
    _check_call(found, settings, output)
    totals, tally = Totals(), Tally()
    for built in _progress(_unique(run(reports(found), settings, jobs)), found):
        _finish(built, output)
        totals.add(built)
        _count(built, tally)
    if settings.dataset:
        _describe(tally, settings, title, output)
    _print(totals)
    if totals.refused or totals.violations:
        sys.exit(REFUSED)


def _sources(names: tuple[str, ...]) -> list[Source]:
    from dateline.build import STANDARD_INPUT, expand

    if not names and sys.stdin.isatty():
        raise click.UsageError("Give a file, a folder, or - for standard input.")
    names = names or (STANDARD_INPUT,)
    return expand(names, sys.stdin.buffer.read() if STANDARD_INPUT in names else None)


def _settings(
    *,
    formats: tuple[str, ...],
    base: str,
    mentions: bool,
    text_policy: str,
    no_links: bool,
    license: str | None,
    published: datetime | None,
    **others: Any,
) -> Settings:
    from dateline.build import Settings
    from dateline.mapping import Options

    options = Options(
        base=base, mentions=mentions, text_policy=text_policy, links=not no_links, license=_checked(license)
    )
    day = None if published is None else published.date()
    return Settings(formats=tuple(dict.fromkeys(formats)), options=options, published=day, **others)


def _checked(license: str | None) -> str | None:
    from dateline import iris

    return None if license is None else iris.external(license)


def _check_call(found: list[Source], settings: Settings, output: Path) -> None:
    is_many = len(found) > 1 or any(source.is_many for source in found)
    if settings.url is not None and is_many:
        raise click.UsageError("--url is the address of one report; give one source.")
    if str(output) != "-":
        return
    if len(settings.formats) > 1 or (is_many and settings.formats[0] not in BY_LINE):
        raise click.UsageError(
            f"Standard output takes one report in one --format, or several as {' or '.join(BY_LINE)}."
        )
    for option, is_given in (("--dataset", settings.dataset), ("--diagram", settings.diagram)):
        if is_given:
            raise click.UsageError(f"{option} writes files of its own; give a folder with --output.")


def _unique(results: Iterable[Built]) -> Iterator[Built]:
    """Refuse a report whose files would take the place of another one's; a copy changes nothing and may come."""
    from dateline.build import Built

    seen: dict[str, tuple[str, int]] = {}
    for built in results:
        content = hash(built.documents)
        first, before = seen.setdefault(built.stem, (built.source, content)) if built.error is None else ("", content)
        if content == before:
            yield built
        else:
            what = f"{built.source}: has the date and id of {first} — give each report an id or url of its own"
            yield Built(built.source, error=what)


def _finish(built: Built, output: Path) -> None:
    """Write a report's documents, and tell what is wrong with it."""
    from dateline.build import save

    if built.error is not None:
        say(built.error)
    if built.findings:
        from dateline.check.reports.text import line

        say("\n".join(map(line, built.findings)))
    if str(output) == "-":
        click.echo("".join(document for _, document in built.documents), nl=False)
    else:
        save(built, output)


def _count(built: Built, tally: Tally) -> None:
    from dateline.build import files

    if built.share is not None:
        tally.add(built.share, files(built))


def _describe(tally: Tally, settings: Settings, title: str | None, output: Path) -> None:
    from dateline.build import write
    from dateline.dataset import TITLE, documents

    for name, document in documents(tally, settings.options, title or TITLE).items():
        write(output / name, document)


def _progress(results: Iterable[Built], found: list[Source]) -> Iterator[Built]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    total = None if any(source.is_many for source in found) else len(found)
    quiet = (total is not None and total < 2) or not console.is_terminal
    yield from track(results, "Reports", total=total, console=console, disable=quiet)


def _print(totals: Totals) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("kind", "found", title=f"{totals.reports} of {totals.reports + totals.refused} reports")
    table.columns[1].justify = "right"
    for kind, number in sorted(totals.counts.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(kind, str(number))
    console = Console(stderr=True)
    console.print(table)
    if totals.length:
        console.print(f"{totals.quoted / totals.length:.0%} of the text is quoted in the data.", soft_wrap=True)
