"""A change of the text changes the graph exactly so and no more: names, years, order, what is beside the point.

The language model reads some words otherwise than others, so not every renaming can hold. What does not is listed in
metamorphic.toml with its cause, and leaves it once it holds: no case is left out unseen.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import pipeline
from dateline.read import read_text
from facts import Back, Change, Facts, arrange, difference, facts, gist, insert, move, rename, same
from renamings import RENAMINGS, SLUGS, Case, Renaming, gold_of, published

HERE = Path(__file__).parent

QUIET = (
    "Rain fell on the hills for most of the week, and the olive harvest began late.",
    "Bread was a little dearer than before, while the price of milk hardly moved.",
)
"""Paragraphs without a name, an act or anybody that a pronoun could mean."""
UNRELATED = (
    "In a separate development, President Iolo Pritchard met with Prime Minister Tevita Fonua while he was in Apia."
)
ALONE = (
    "Foreign Minister Aminata Sow met Ambassador Lars Brekke in Dakar on 3 May 2023.",
    "The Senate of Chile approved the budget on 4 May 2023, Senator Ximena Rojas said.",
    "President Jonas Vaitkus invited Prime Minister Lupe Taufa to visit Vilnius in June 2023.",
    "Nepal condemned the attack on a market in Somalia.",
    "Health Minister Kwame Adjei announced that a conference on malaria would open in Kumasi in July 2023.",
    '"Rivers know no borders," Irrigation Minister Hala Nassar told reporters in Cairo.',
)
"""Paragraphs that share nobody and nothing, and refer to nothing outside them."""

VOICES = (
    (
        "President Ximena Rojas invited Prime Minister Tevita Fonua to visit Quito in May.",
        "Prime Minister Tevita Fonua was invited by President Ximena Rojas to visit Quito in May.",
    ),
    (
        "The Senate of Chile approved the budget on Tuesday.",
        "The budget was approved by the Senate of Chile on Tuesday.",
    ),
    (
        "Nepal condemned the attack on a market in Somalia.",
        "The attack on a market in Somalia was condemned by Nepal.",
    ),
    (
        "Foreign Minister Aminata Sow received Ambassador Lars Brekke in Dakar on Monday.",
        "Ambassador Lars Brekke was received by Foreign Minister Aminata Sow in Dakar on Monday.",
    ),
    (
        "Foreign Minister Aminata Sow stressed the role of Senegal in the peace process.",
        "The role of Senegal in the peace process was stressed by Foreign Minister Aminata Sow.",
    ),
    (
        "Senator Jonas Vaitkus congratulated Speaker Lupe Taufa on her election.",
        "Speaker Lupe Taufa was congratulated on her election by Senator Jonas Vaitkus.",
    ),
    (
        "Foreign Ministers Aminata Sow and Hala Nassar signed an agreement on fisheries in Cairo.",
        "An agreement on fisheries was signed in Cairo by Foreign Ministers Aminata Sow and Hala Nassar.",
    ),
    (
        "Health Minister Kwame Adjei announced a conference on malaria in Kumasi.",
        "A conference on malaria in Kumasi was announced by Health Minister Kwame Adjei.",
    ),
    (
        "Nepal will host the 5th Mountain Water Forum in Pokhara in 2027.",
        "The 5th Mountain Water Forum will be hosted by Nepal in Pokhara in 2027.",
    ),
    (
        "President Ximena Rojas appointed Lupe Taufa ambassador to Peru.",
        "Lupe Taufa was appointed ambassador to Peru by President Ximena Rojas.",
    ),
)
"""The same in the active and in the passive voice."""


@cache
def known() -> dict[Case, str]:
    """Return the cases that do not hold, each with its cause."""
    tables = tomllib.loads((HERE / "metamorphic.toml").read_text(encoding="utf-8")).get("known", [])
    return {(table["change"], table["report"], each): table["cause"] for table in tables for each in table["cases"]}


@cache
def facts_of(slug: str, without: frozenset[str] = frozenset()) -> Facts:
    gold = gold_of(slug)
    return converted(Change(gold.text, published(slug), Back(without=without)))


def converted(change: Change) -> Facts:
    article = read_text(change.text, published=change.published)
    return facts(pipeline.convert_article(article, pipeline.load()), change.back)


def check(case: Case, changes: list[str]) -> None:
    """Assert that nothing else has changed, or that something has where that is known."""
    if case in known():
        assert changes, f"holds now, and is still listed: {known()[case]}"
    else:
        assert changes == []


@pytest.mark.parametrize("renaming", RENAMINGS, ids=lambda renaming: "-".join(renaming.case))
def test_another_name_changes_the_name_alone(renaming: Renaming) -> None:
    renamed = rename(gold_of(renaming.slug).text, published(renaming.slug), renaming.names)

    check(renaming.case, difference(facts_of(renaming.slug, renamed.back.without), converted(renamed)))


@pytest.mark.parametrize("renaming", RENAMINGS[::20], ids=lambda renaming: "-".join(renaming.case))
def test_another_name_changes_the_name(renaming: Renaming) -> None:
    renamed = rename(gold_of(renaming.slug).text, published(renaming.slug), renaming.names)
    unread = replace(renamed, back=replace(renamed.back, words=same, slugs=same))

    assert difference(facts_of(renaming.slug, renamed.back.without), converted(unread)) != []


@pytest.mark.parametrize("years", [1, -1])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_year_later_or_earlier_moves_the_dates_alone(slug: str, years: int) -> None:
    moved = move(gold_of(slug).text, published(slug), years)

    check(("year", slug, f"{years:+}"), difference(facts_of(slug), converted(moved)))


@pytest.mark.parametrize("slug", SLUGS)
def test_moving_the_dates_moves_the_days_of_the_graph(slug: str) -> None:
    moved = move(gold_of(slug).text, published(slug), 1)

    assert facts_of(slug) != converted(Change(moved.text, moved.published, Back(moved.back.anchors)))


@pytest.mark.parametrize("quiet", QUIET)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_paragraph_beside_the_point_changes_nothing(slug: str, quiet: str) -> None:
    added = insert(gold_of(slug).text, published(slug), quiet, after=-1)

    check(("quiet", slug, quiet), difference(facts_of(slug), converted(added)))


@pytest.mark.parametrize("after", [-2, -3])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_paragraph_beside_the_point_in_the_middle_changes_nothing(slug: str, after: int) -> None:
    added = insert(gold_of(slug).text, published(slug), QUIET[0], after=after)

    check(("between", slug, str(after)), difference(facts_of(slug), converted(added)))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_unrelated_paragraph_adds_what_it_says_alone(slug: str) -> None:
    text = gold_of(slug).text
    alone = converted(Change(UNRELATED, published(slug), Back(((0, len(text.rstrip()) + 2),))))

    both = replace(insert(text, published(slug), UNRELATED, after=-1), back=Back())

    check(("unrelated", slug, UNRELATED), difference(facts_of(slug) | alone, converted(both)))


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(len(ALONE))))
def test_the_order_of_independent_paragraphs_does_not_count(order: list[int]) -> None:
    before = converted(Change("\n\n".join(ALONE), None, Back()))

    assert difference(before, converted(arrange(ALONE, tuple(order)))) == []


@pytest.mark.parametrize("paragraph", ALONE)
def test_what_independent_paragraphs_say_is_not_nothing(paragraph: str) -> None:
    assert any("occurrence/" in fact for fact in converted(Change(paragraph, None, Back())))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_order_of_two_reports_does_not_count(slug: str) -> None:
    """Two leads, without their headers: each names in full whom it speaks of."""
    other = SLUGS[SLUGS.index(slug) - 1]
    leads = (lead_of(other), lead_of(slug))
    day = published(slug)

    straight = converted(Change("\n\n".join(leads), day, Back()))
    turned = arrange(leads, (1, 0))

    check(("leads", slug, other), difference(straight, converted(Change(turned.text, day, turned.back))))


def lead_of(slug: str) -> str:
    article = read_text(gold_of(slug).text, published=published(slug))
    return next(article.quote(block.span) for block in article.blocks if block.kind == "paragraph")


@pytest.mark.parametrize(("active", "passive"), VOICES)
def test_the_passive_says_what_the_active_says(active: str, passive: str) -> None:
    one, other = (gist(pipeline.convert_article(read_text(each), pipeline.load())) for each in (active, passive))

    check(("voice", "", passive), difference(one, other))


@pytest.mark.parametrize("active", [active for active, _ in VOICES])
def test_the_active_says_something(active: str) -> None:
    assert gist(pipeline.convert_article(read_text(active), pipeline.load()))


def test_no_case_is_listed_that_is_not_tried() -> None:
    tried = {renaming.case for renaming in RENAMINGS}
    tried |= {("year", slug, sign) for slug in SLUGS for sign in ("+1", "-1")}
    tried |= {("quiet", slug, quiet) for slug in SLUGS for quiet in QUIET}
    tried |= {("between", slug, after) for slug in SLUGS for after in ("-2", "-3")}
    tried |= {("unrelated", slug, UNRELATED) for slug in SLUGS}
    tried |= {("voice", "", passive) for _, passive in VOICES}
    tried |= {("leads", slug, SLUGS[number - 1]) for number, slug in enumerate(SLUGS)}

    assert set(known()) <= tried
