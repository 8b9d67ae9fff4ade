"""`dateline explain`: a fact with its passage, its rule and its triples."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.messages import BASE, REFUSED, open_store, say

if TYPE_CHECKING:
    from dateline.model import Article
    from dateline.store import Store


@click.command()
@click.argument("target")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--text",
    "texts",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Report, or folder of reports, that the data were made from: sentences are shown whole.",
)
@click.option("--base", default=BASE, show_default=True, help="What the IRIs of the data begin with.")
def explain(target: str, data: tuple[Path, ...], texts: tuple[Path, ...], base: str) -> None:
    """Show why a fact is in the data: its passage marked in the sentence, its rule, its triples.

    TARGET is an IRI, whole or relative to the base, looked up in DATA (by default output/); or a
    file: a report, which is converted, or data, of which everything is explained.

    \b
    Example:
      dateline explain actor/united-nations --text seeds/
    """
    from dateline import explain as explaining

    store, focus, known = _find(target, data, base)
    found = tuple(explaining.explain(store, focus, explaining.read_articles(texts) | known, base=base))
    click.echo("\n".join(found), nl=False)
    if not found:
        say(f"{target}: nothing is said of it in the data — check the IRI, or give the file that it is in")
        sys.exit(REFUSED)


def _find(target: str, data: tuple[Path, ...], base: str) -> tuple[Store, str | None, dict[str, Article]]:
    """Return where to look, for what (None for everything), and the articles that are at hand already."""
    from dateline.store import FORMATS

    path = Path(target)
    if not path.is_file():
        return open_store(data), target, {}
    if path.suffix in FORMATS:
        return open_store([path, *data]), None, {}
    return _convert(path, base)


def _convert(path: Path, base: str) -> tuple[Store, None, dict[str, Article]]:
    from dateline import mapping, pipeline
    from dateline.explain import digest
    from dateline.read import read_path
    from dateline.store import Store

    article = read_path(path)
    store = Store()
    store.add(mapping.quads(pipeline.convert_article(article, pipeline.load()), mapping.Options(base=base)))
    return store, None, {digest(article.text): article}
