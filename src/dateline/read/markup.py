"""The paragraphs of HTML that holds nothing but a report: a body in XHTML, or a page stripped to its report."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    """
    address article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr
    html li main ol p pre section table tbody td tfoot th thead tr ul
    """.split()
)
"""Elements at whose borders a paragraph ends."""
_SILENT = frozenset({"script", "style", "figure", "table", "template", "title"})
"""Elements whose words are not the report's."""
_QUOTE = "blockquote"


def text_of(html: str) -> str:
    """Return the paragraphs, parted by blank lines, those in a block quotation marked with ">".

    >>> text_of("<p>Talks<br/>began.</p><blockquote><p>It was &lsquo;time&rsquo;.</p></blockquote>")
    'Talks\\n\\nbegan.\\n\\n> It was ‘time’.'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return "\n\n".join(reader.paragraphs)


class Tolerant(HTMLParser):
    """A parser that passes over what no HTML has, such as a marked section of SGML, as browsers do."""

    def __init__(self) -> None:
        """Begin a document; character references come as what they stand for."""
        super().__init__(convert_charrefs=True)

    def parse_marked_section(self, i: int, report: bool | int = True) -> int:
        """Take "<![…>" for a comment, where the library would raise AssertionError."""
        return self.parse_bogus_comment(i)


class _Reader(Tolerant):
    """Collects paragraphs; markup that is not closed or not opened does no harm."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._quotes = 0
        self._silence = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        self._quotes += tag == _QUOTE
        self._silence += tag in _SILENT

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        self._quotes = max(0, self._quotes - (tag == _QUOTE))
        self._silence = max(0, self._silence - (tag in _SILENT))

    def handle_data(self, data: str) -> None:
        if not self._silence:
            self._words.append(data)

    def end_paragraph(self) -> None:
        """Close what was collected since the last border."""
        paragraph = " ".join("".join(self._words).split())
        self._words.clear()
        if paragraph:
            self.paragraphs.append(f"> {paragraph}" if self._quotes else paragraph)
