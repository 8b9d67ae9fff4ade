"""What all commands share: exit codes, the folder for output, messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.store import Store

REFUSED = 1
NOT_DONE = 2
UNREADABLE = 3
BROKEN_SHAPES = 4
DEFECT = 5
OUTPUT = Path("output")
"""Where `build` writes, and where the other commands look, unless told otherwise."""
BASE = "https://example.org/"
"""What the IRIs of data begin with, unless told otherwise."""


def say(message: str) -> None:
    """Print a message on standard error."""
    click.echo(f"dateline: {message}", err=True)


def open_store(data: Iterable[Path]) -> Store:
    """Load files and folders, by default the output folder.

    Raises:
        ReadError: there is nothing to read, or it is malformed.
    """
    from dateline.store import Store

    store = Store()
    for path in tuple(data) or (OUTPUT,):
        store.load(path)
    return store
