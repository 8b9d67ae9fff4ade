"""From a source to an article: text, page or record, in a file, bytes or a folder.

Offsets are into the text as it was; of HTML, JSON Lines and ninjs they are into the text that `assemble` makes of
headline, dateline and body, and that is the text whose sha256 is recorded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.read.source import LINES, SUFFIXES, lines, read_bytes, read_path, sources
    from dateline.read.text import read_text

__all__ = ["LINES", "SUFFIXES", "lines", "read_bytes", "read_path", "read_text", "sources"]


def __getattr__(name: str) -> Any:
    """Load a name of this package when it is first asked for: the patterns of all headers take time to compile."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("dateline.read.text" if name == "read_text" else "dateline.read.source"), name)
