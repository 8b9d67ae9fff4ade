"""The whole way of one report: read → annotate → extract → link → map. Each stage is a function of records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph
    from spacy.language import Language

    from dateline.authority import Authority
    from dateline.lexicon import Lexicon
    from dateline.lexicon.words import Words
    from dateline.mapping import Options
    from dateline.model import Article, Report


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the stages know before they see a report; made once, used for any number of them."""

    nlp: Language
    authority: Authority
    lexicon: Lexicon
    words: Words

    model_name: str
    """Name and version of the language model."""


def load(model: str | None = None, lexicons: tuple[Path, ...] = ()) -> Knowledge:
    """Load the language model, the authority files and the lexicon, a user's directories laid over ours, once.

    Raises:
        ModelError, AuthorityError, LexiconError: one of them is missing or malformed.
    """
    return _load(model, tuple(lexicons))


@cache
def _load(model: str | None, lexicons: tuple[Path, ...]) -> Knowledge:
    from dateline import authority, lexicon
    from dateline.annotate import pipeline
    from dateline.lexicon import words

    nlp = pipeline.load(model)
    known = authority.load(lexicons), lexicon.load(lexicons), words.load(lexicons)
    return Knowledge(nlp, *known, pipeline.name_of(nlp))


def convert_article(article: Article, known: Knowledge) -> Report:
    """Return all that a report says, as records."""
    from dateline import link
    from dateline.annotate import coreference, dates, names, pipeline, predicates, repair
    from dateline.extract import extract

    parse = pipeline.parse(article, known.nlp)
    named = names.recognize(parse, known.authority, known.words)
    mentions, entities = link.link(parse, named, known.authority, known.words)
    parse = repair.hold_names(parse, mentions)
    times = dates.recognize(parse)
    mentions = coreference.resolve(parse, mentions, entities, known.words)
    found = predicates.recognize(parse, known.lexicon, mentions)
    return extract(parse, mentions, entities, times, found, known.lexicon, known.words)


def convert_to_graph(article: Article, options: Options | None = None) -> Graph:
    """Return all that a report says as an rdflib graph.

    Raises:
        ModelError: the language model is not installed.
    """
    from dateline import mapping

    return mapping.graph(convert_article(article, load()), options or mapping.Options())
