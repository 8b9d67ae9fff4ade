"""From a source to an article: text, file, bytes or folder, with offsets into the text as it was."""

from dateline.read.source import read_bytes, read_path, sources
from dateline.read.text import read_text

__all__ = ["read_bytes", "read_path", "read_text", "sources"]
