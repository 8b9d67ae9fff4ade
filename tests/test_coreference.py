"""Pronouns and descriptions, where it is clear what they stand for; nothing where it is not."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from dateline import authority, link
from dateline.annotate import coreference, names, pipeline
from dateline.model import Article, Block, BlockKind, Form, Mention, Span


@cache
def _model() -> Any:
    return pipeline.load()


@cache
def _resolved(text: str) -> tuple[Mention, ...]:
    article = Article(text, "test", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    known = authority.load()
    parse = pipeline.parse(article, _model())
    mentions, entities = link.link(parse, names.recognize(parse, known), known)
    return coreference.resolve(parse, mentions, entities)


def _refers(text: str, quote: str) -> set[str]:
    found = [m for m in _resolved(text) if text[m.span.begin : m.span.end] == quote and m.form is not Form.NAME]
    return {m.entity.slug for m in found if m.entity is not None and not m.entity.slug.endswith(quote.lower())}


@pytest.mark.parametrize(
    ("text", "quote", "slugs"),
    [
        ("Speaker Rosa Delgado opened the session. She thanked the guests.", "She", {"rosa-delgado"}),
        ("Speaker Rosa Delgado said she would go.", "she", {"rosa-delgado"}),
        ("In her remarks, Speaker Rosa Delgado thanked the guests.", "her", {"rosa-delgado"}),
        ("Mr. Juma Otieno met Ms. Lena Berg. She thanked him.", "She", {"lena-berg"}),
        (
            "Rosa Delgado's meeting with Lena Berg was short. Their talks went well.",
            "Their",
            {"rosa-delgado", "lena-berg"},
        ),
        ("Norway and Kenya signed a treaty. They will cooperate.", "They", {"norway", "kenya"}),
        (
            "Minister Rosa Delgado met Minister Lena Berg. The two ministers agreed.",
            "ministers",
            {"rosa-delgado", "lena-berg"},
        ),
        ("Norway invited Kenya to talks. The two countries agreed.", "countries", {"norway", "kenya"}),
        ("Kenya said it would join the forum.", "it", {"kenya"}),
        ("Through its policy, Kenya paves the way.", "its", {"kenya"}),
        ("Delgado's visit to Kenya underlines the country's role.", "country", {"kenya"}),
        ("The Ministry of Health of Peru replied. The ministry will act.", "ministry", {"ministry-of-health-of-peru"}),
        ("They spoke at the Accra Water Forum. This gathering was the first.", "gathering", {"30-gathering"}),
        ("They opened the 9th Assembly of the Arab League. The assembly ends today.", "assembly", {"20-gathering"}),
        ("Speaker Rosa Delgado met Juma Otieno. The speaker thanked him.", "speaker", {"rosa-delgado"}),
        (
            "President Rosa Delgado met her Danish counterpart Ole Berg. Kenya agrees, said the Kenyan president.",
            "Kenyan president",
            {"rosa-delgado"},
        ),
        (
            "A Health Ministry spokesperson agreed. Spokesperson Ana Ruiz left.",
            "Health Ministry spokesperson",
            {"ana-ruiz"},
        ),
        ("Kenya's top legislator Juma Otieno left. The top legislator smiled.", "top legislator", {"juma-otieno"}),
        (
            "Kenyan President Juma Otieno met Ole Berg. Berg thanked his Kenyan counterpart.",
            "Kenyan counterpart",
            {"juma-otieno"},
        ),
        ("Mr. Juma Otieno left. With Lena Berg absent, Kenya is represented by her aide.", "her", {"lena-berg"}),
        ("The militant Al-Noor group said it was ready.", "militant Al-Noor group", {"al-noor"}),
        ("A spokesman for the bank spoke. The spokesman was brief.", "spokesman", {"2-spokesman"}),
        ("President Rosa Delgado of Chile left. The Chilean leader smiled.", "Chilean leader", {"rosa-delgado"}),
        (
            "Juma Otieno, Speaker of the Senate of Kenya, left. The head of parliament smiled.",
            "head of parliament",
            {"juma-otieno"},
        ),
        (
            "President Rosa Delgado had a phone conversation with President Lena Berg. The presidents discussed trade.",
            "presidents",
            {"rosa-delgado", "lena-berg"},
        ),
        (
            "Rosa Delgado received Lena Berg. Delgado praised Peru. They agreed to meet again.",
            "They",
            {"rosa-delgado", "lena-berg"},
        ),
        ("Rosa Delgado met Lena Berg. Both praised Peru.", "Both", {"rosa-delgado", "lena-berg"}),
        ("Donald Hale chose Heather Stone. She will replace Nina Lund.", "She", {"heather-stone"}),
        (
            "Kenya and Peru are far. Kenya trades with Peru. Kenya likes Peru. Chile attacked Peru."
            " The two countries are content.",
            "countries",
            {"kenya", "peru"},
        ),
        ("President Rosa Delgado arrived. The Head of State smiled.", "Head of State", {"rosa-delgado"}),
        (
            "Petr Novak, chairman of the Senate of Kenya, agreed. The Kenyan Speaker smiled.",
            "Kenyan Speaker",
            {"petr-novak"},
        ),
        (
            "Rosa Delgado met Lena Berg. Kenya is near. Norway is far. Peru is old. Chile is long."
            " The interlocutors agreed.",
            "interlocutors",
            {"rosa-delgado", "lena-berg"},
        ),
    ],
)
def test_a_clear_reference_is_resolved(text: str, quote: str, slugs: set[str]) -> None:
    found = {
        m.entity.slug for m in _resolved(text) if text[m.span.begin : m.span.end] == quote and m.entity is not None
    }
    assert found == slugs


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Rosa Delgado congratulated Lena Berg on her election.", "her"),
        (
            "Foreign Minister Rosa Delgado met Foreign Minister Lena Berg. The foreign minister agreed.",
            "foreign minister",
        ),
        (
            "President Rosa Delgado of Kenya left. Peru and Chile agree, said the Chilean president.",
            "Chilean president",
        ),
        ("It is hoped that Kenya will sign.", "It"),
        ("Speaker Juma Otieno sent him a letter.", "him"),
        ("Minister Rosa Delgado met Minister Lena Berg. The senators agreed.", "senators"),
        (
            "The Kenyan Senate met. Norwegian Senate Speaker Ole Berg left. “Fine,” said the Speaker of the Senate.",
            "Speaker of the Senate",
        ),
        ("The Ministry of Health and the Ministry of Trade of Peru replied. The ministry will act.", "ministry"),
    ],
)
def test_between_equals_nothing_is_decided(text: str, quote: str) -> None:
    assert _refers(text, quote) <= {m.entity.slug for m in _resolved(text) if m.entity is not None and m.entity.local}


def test_another_word_for_one_of_several_named_is_nobody() -> None:
    text = "Rosa Delgado met Lena Berg. The Nordic diplomat agreed. A lawmaker left."
    assert [text[m.span.begin : m.span.end] for m in _resolved(text) if m.name is None] == ["lawmaker"]


def test_a_pronoun_for_two_is_two_mentions_of_the_same_span() -> None:
    text = "Rosa Delgado's meeting with Lena Berg was short. Their talks went well."
    assert [m.span for m in _resolved(text) if m.form is Form.PRONOUN] == [Span(49, 54), Span(49, 54)]


def test_the_mentions_of_the_input_are_all_still_there() -> None:
    text = "Speaker Rosa Delgado of Kenya met a spokesman in Accra. She thanked him."
    assert [m.name for m in _resolved(text) if m.form is Form.NAME] == ["Rosa Delgado", "Kenya", "Accra"]
