"""`dateline lexicon`: what the lexicon holds, and whether its examples hold."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.messages import REFUSED, say

if TYPE_CHECKING:
    from dateline.lexicon import Frame, Lexicon

LEXICON: Callable[[Any], Any] = click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Folder with a lexicon of your own, laid over Dateline's; may be given several times.",
)


@click.group()
def lexicon() -> None:
    """Show the kinds of event that are known, or test their examples.

    \b
    Example:
      dateline lexicon show visit
    """


@lexicon.command()
@click.argument("words", nargs=-1, metavar="[WORD]...")
@LEXICON
def show(words: tuple[str, ...], lexicons: tuple[Path, ...]) -> None:
    """List the frames, or those of which WORD is the id, the class or a trigger.

    \b
    Example:
      dateline lexicon show pledge
    """
    found = [frame for frame in _load(lexicons).frames if not words or _names(frame).intersection(words)]
    if not found:
        say(f"{' '.join(words)}: no frame has this id, class or trigger")
        sys.exit(REFUSED)
    click.echo("\n\n".join("\n  ".join(_lines(frame)) for frame in found))


@lexicon.command()
@click.argument("words", nargs=-1, metavar="[ID]...")
@LEXICON
@click.option("--model", help="spaCy model to use.  [default: en_core_web_sm]")
def test(words: tuple[str, ...], lexicons: tuple[Path, ...], model: str | None) -> None:
    """Read every example of the lexicon, or of the entries with these IDs, and say which does not hold.

    Exits with 1 if there is one.

    \b
    Example:
      dateline lexicon test visit
    """
    from dateline import pipeline
    from dateline.examples import failure, trials

    known = pipeline.load(model, lexicons)
    tried = [trial for trial in trials(known.lexicon) if not words or trial.entry.id in words]
    failed = 0
    for trial in tried:
        problem = failure(trial, known)
        if problem is not None:
            failed += 1
            click.echo(f"{trial.name}: {trial.example!r} {problem}")
    say(f"{len(tried) - failed} of {len(tried)} examples hold")
    if failed or not tried:
        sys.exit(REFUSED)


def _load(lexicons: tuple[Path, ...]) -> Lexicon:
    from dateline.lexicon import load

    return load(lexicons)


def _names(frame: Frame) -> set[str]:
    return {frame.id, frame.class_name, *frame.verbs, *frame.nouns}


def _lines(frame: Frame) -> Iterator[str]:
    kind = f", event type {frame.event_type}" if frame.event_type else ""
    yield f"{frame.id}: {frame.class_name}{kind}{' (your own)' if frame.own else ''}"
    for part, lemmas in (("verbs", frame.verbs), ("nouns", frame.nouns)):
        if lemmas:
            yield f"{part}: {', '.join(lemmas)}"
    for role, labels in frame.roles.items():
        yield f"{role} from {', '.join(f'{x.part} {x.name}' if x.part else x.name for x in labels)}"
    yield from (f"example: {example}" for example in frame.examples)
    yield f"source: {frame.source}"
