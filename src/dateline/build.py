"""One source to its documents: everything that `dateline build` does to a report, errors and violations as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import __version__, dataset, diagram, iris, mapping, pipeline, serialize, summary
from dateline.errors import DatelineError, OutputError
from dateline.mapping import Options
from dateline.read import LINES, lines, read_bytes, read_path, sources

if TYPE_CHECKING:
    from dateline.dataset import Share
    from dateline.model import Article
    from dateline.validate import Finding
    from dateline.vocabulary import Quad

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A report to be read: a file, or bytes that came on standard input or are a line of a file."""

    name: str
    data: bytes | None = None
    stem: str | None = None
    """What its files are named by; None for the article's key."""
    suffix: str = ".txt"
    """The format of `data`; that of a file is its own."""

    @property
    def is_many(self) -> bool:
        """Whether it holds any number of reports, one a line."""
        return self.data is None and self.name.lower().endswith(LINES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for all sources of a build."""

    formats: tuple[str, ...] = ("turtle", "jsonld")
    options: Options = field(default_factory=Options)
    model: str | None = None
    lexicons: tuple[Path, ...] = ()
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    dataset: bool = False
    """Measure each report for the description of the data."""
    diagram: bool = False
    """Draw each report's graph."""


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a source: its documents by format, or the error for which it was refused."""

    source: str
    stem: str = ""
    documents: tuple[tuple[str, str], ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    quoted: int = 0
    """Code points of the body that the data quotes."""
    length: int = 0
    """Code points of the body."""
    findings: tuple[Finding, ...] = ()
    """Violations of our own shapes; there are none unless the package has a defect."""
    error: str | None = None
    share: Share | None = None
    """What it adds to the description of the data, where that is asked for."""
    diagram: str | None = None
    """Its graph as a picture, where that is asked for."""


def expand(names: Iterable[str], data: bytes | None) -> list[Source]:
    """Turn arguments into sources: folders into their files, `-` into `data`; equal stems give way to keys."""
    found: list[Source] = []
    for name in names:
        if name == STANDARD_INPUT:
            found.append(Source(name, data))
        else:
            found.extend(Source(path.as_posix(), stem=path.stem) for path in sources([Path(name)]))
    unique = list(dict.fromkeys(found))
    stems = Counter(source.stem for source in unique)
    return [source if stems[source.stem] == 1 else replace(source, stem=None) for source in unique]


def reports(found: Iterable[Source]) -> Iterator[Source]:
    """Yield every report on its own, reading files in JSON Lines as far as they are asked for."""
    for source in found:
        path = Path(source.name)
        if source.is_many and path.is_file():
            yield from (Source(name, data, suffix=LINES) for name, data in lines(path))
        else:
            yield source


def build(source: Source, settings: Settings) -> Built:
    """Convert, validate and serialize one report; a report that cannot be read is refused, not raised.

    Raises:
        ModelError, AuthorityError, LexiconError: no report at all can be converted.
    """
    known = pipeline.load(settings.model, settings.lexicons)
    try:
        return _build(source, settings, known)
    except DatelineError as error:
        return Built(source.name, error=str(error))


def _build(source: Source, settings: Settings, known: pipeline.Knowledge) -> Built:
    from dateline.validate import validate

    article = _read(source, settings)
    report = pipeline.convert_article(article, known)
    options = replace(settings.options, version=__version__, model_name=known.model_name)
    quads = tuple(mapping.quads(report, options))
    turtle = serialize.write(quads, "turtle", base=options.base)
    minter = iris.Minter(article, options.base)
    return Built(
        source=source.name,
        stem=source.stem or minter.key,
        documents=tuple((name, _document(quads, turtle, name, options.base)) for name in settings.formats),
        counts=summary.count(report),
        quoted=summary.quoted_length(article, quads),
        length=summary.body_length(article),
        findings=tuple(replace(each, source=source.name) for each in validate(turtle) if each.severity == "Violation"),
        share=dataset.share(quads, minter) if settings.dataset else None,
        diagram=diagram.draw(quads) if settings.diagram else None,
    )


def _document(quads: tuple[Quad, ...], turtle: str, format: str, base: str) -> str:
    return turtle if format == "turtle" else serialize.write(quads, format, base=base)


def _read(source: Source, settings: Settings) -> Article:
    published, url, publisher = settings.published, settings.url, settings.publisher
    if source.data is None:
        return read_path(Path(source.name), published=published, url=url, publisher=publisher)
    return read_bytes(
        source.data, source=source.name, suffix=source.suffix, published=published, url=url, publisher=publisher
    )


def files(built: Built) -> Iterator[tuple[str, str]]:
    """Yield the format and the name of each file that a report's data are written to."""
    for name, _ in built.documents:
        yield name, built.stem + serialize.SUFFIXES[name]


def save(built: Built, folder: Path) -> None:
    """Write a report's documents into a folder, one file a format, and its diagram (OutputError as of `write`)."""
    for (_, file), (_, document) in zip(files(built), built.documents, strict=True):
        write(folder / file, document)
    if built.diagram is not None:
        write(folder / f"{built.stem}{diagram.SUFFIX}", built.diagram)


def write(path: Path, document: str) -> None:
    """Write a file, and its folder where there is none.

    Raises:
        OutputError: the folder or the file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document, encoding="utf-8", newline="\n")
    except OSError as error:
        advice = "check the path, its permissions and the space left"
        raise OutputError(f"cannot be written ({error.strerror})", str(path), advice) from error
