"""From a source to an article: text, page or record, in a file, bytes or a folder.

Offsets are into the text as it was; of HTML, JSON Lines and ninjs they are into the text that `assemble` makes of
headline, dateline and body, and that is the text whose sha256 is recorded.
"""

from dateline.read.source import LINES, SUFFIXES, lines, read_bytes, read_path, sources
from dateline.read.text import read_text

__all__ = ["LINES", "SUFFIXES", "lines", "read_bytes", "read_path", "read_text", "sources"]
