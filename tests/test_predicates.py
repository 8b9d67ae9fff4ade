"""The same labels whatever the surface."""

from __future__ import annotations

from functools import cache

import pytest

from dateline import lexicon
from dateline.annotate import pipeline, predicates
from dateline.model import Article, Block, BlockKind, Parse, Predicate, Span, Tense


@cache
def _parse(text: str) -> Parse:
    nlp = _model()
    return pipeline.parse(Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), nlp)  # type: ignore[arg-type]


@cache
def _model() -> object:
    return pipeline.load()


def _read(text: str) -> tuple[Parse, dict[str, Predicate]]:
    parse = _parse(text)
    found = predicates.recognize(parse, lexicon.load())
    return parse, {predicate.lemma: predicate for predicate in found}


def _heads(text: str, lemma: str, label: str) -> list[str]:
    parse, found = _read(text)
    return [parse.tokens[a.head].text for a in found[lemma].arguments if a.label == label]


@pytest.mark.parametrize(
    ("text", "lemma", "label", "heads"),
    [
        ("Lena Berg invited Juma Otieno to Oslo.", "invite", "subject", ["Berg"]),
        ("Lena Berg invited Juma Otieno to Oslo.", "invite", "object", ["Otieno"]),
        ("Juma Otieno was invited to Oslo by Lena Berg.", "invite", "subject", ["Berg"]),
        ("Juma Otieno was invited to Oslo by Lena Berg.", "invite", "object", ["Otieno"]),
        ("Lena Berg's invitation to Juma Otieno was welcome.", "invitation", "possessor", ["Berg"]),
        ("Lena Berg's invitation to Juma Otieno was welcome.", "invitation", "to", ["Otieno"]),
        ("Lena Berg, who met Juma Otieno in Oslo, left on Monday.", "meet", "subject", ["Berg"]),
        ("Juma Otieno, whom Lena Berg met in Oslo, left on Monday.", "meet", "object", ["Otieno"]),
        ("Lena Berg arrived in Nairobi and met Juma Otieno.", "meet", "subject", ["Berg"]),
        ("Lena Berg plans to visit Kenya.", "visit", "subject", ["Berg"]),
        ("Lena Berg invited Juma Otieno to visit Norway.", "visit", "subject", ["Otieno"]),
        ("The forum gave Lena Berg a stage for her to meet Juma Otieno.", "meet", "object", ["Otieno"]),
        ("Norway and Kenya signed the treaty.", "sign", "subject", ["Norway", "Kenya"]),
        ("Speaking in Oslo, Lena Berg thanked the envoy.", "speak", "subject", ["Berg"]),
        ("The agreement signed by Norway and Kenya bans mines.", "sign", "object", ["agreement"]),
        ("The agreement signed by Norway and Kenya bans mines.", "sign", "subject", ["Norway", "Kenya"]),
        ("Lena Berg thanked the envoy on behalf of Norway.", "thank", "on behalf of", ["Norway"]),
        ("The summit was held under the auspices of the union.", "summit", "under auspices of", ["union"]),
    ],
)
def test_an_argument_has_the_same_label_in_every_construction(
    text: str, lemma: str, label: str, heads: list[str]
) -> None:
    _, found = _read(text)
    match = next(key for key in found if key.split()[-1] == lemma)
    assert _heads(text, match, label) == heads


@pytest.mark.parametrize(
    ("text", "lemma", "words"),
    [
        ("Lena Berg paid a visit to Kenya.", "pay visit", ["paid a visit"]),
        ("Talks between Norway and Kenya were held in Oslo.", "hold talk", ["Talks", "held"]),
    ],
)
def test_a_light_verb_and_its_noun_are_one_predicate(text: str, lemma: str, words: list[str]) -> None:
    parse, found = _read(text)
    assert [parse.article.quote(span) for span in found[lemma].trigger] == words


@pytest.mark.parametrize(
    ("text", "lemma", "negated", "modality", "tense"),
    [
        ("Lena Berg did not visit Kenya.", "visit", True, None, Tense.PAST),
        ("Lena Berg may visit Kenya.", "visit", False, "may", Tense.NONE),
        ("Lena Berg will visit Kenya.", "visit", False, None, Tense.FUTURE),
        ("Lena Berg has visited Kenya.", "visit", False, None, Tense.PAST),
        ("Lena Berg is visiting Kenya.", "visit", False, None, Tense.PRESENT),
        ("If Lena Berg visits Kenya, talks follow.", "visit", False, "if", Tense.PRESENT),
    ],
)
def test_negation_modality_and_tense_sit_on_the_predicate(
    text: str, lemma: str, negated: bool, modality: str | None, tense: Tense
) -> None:
    predicate = _read(text)[1][lemma]
    assert (predicate.negated, predicate.modality, predicate.tense) == (negated, modality, tense)


def test_a_happening_verb_gives_its_subject_tense_and_place() -> None:
    predicate = _read("The talks took place in Oslo.")[1]["talk"]
    assert predicate.tense is Tense.PAST
    assert "in" in {argument.label for argument in predicate.arguments}


def test_an_infinitive_names_its_governor() -> None:
    found = _read("Lena Berg plans to visit Kenya.")[1]
    assert (found["visit"].governor, found["visit"].relation) == (found["plan"].index, "xcomp")
