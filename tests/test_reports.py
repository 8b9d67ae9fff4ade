"""The golden reports: nothing found in them is wrong, and no less is found than before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dateline import mapping, pipeline, serialize
from dateline.evaluate import Gold, Outcome, Scores, load_gold, score
from dateline.model import Report
from dateline.read import read_text
from dateline.validate import validate

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "reports").glob("*/gold.toml"))
SLUGS = [folder.name for folder in FOLDERS]
WORDS = range(90, 181)


@cache
def gold_of(slug: str) -> Gold:
    return load_gold(Path(__file__).parent / "reports" / slug)


@cache
def report_of(slug: str) -> Report:
    gold = gold_of(slug)
    article = read_text(gold.text, source=slug, published=gold.published)
    return pipeline.convert_article(article, pipeline.load())


@cache
def scores_of(slug: str) -> Scores:
    return score(report_of(slug), gold_of(slug))


def floors() -> Iterator[tuple[str, str, float]]:
    for slug in SLUGS:
        for layer, floor in (gold_of(slug).floors or {}).items():
            yield slug, layer, floor


def wrong_facts(slug: str) -> set[str]:
    return {str(verdict) for verdict in scores_of(slug).of(Outcome.WRONG)}


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_found_is_wrong_but_what_is_known_to_be(slug: str) -> None:
    assert sorted(wrong_facts(slug) - set(gold_of(slug).known_wrong or {})) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_listed_as_known_wrong_still_is(slug: str) -> None:
    assert sorted(set(gold_of(slug).known_wrong or {}) - wrong_facts(slug)) == []


@pytest.mark.parametrize(("slug", "layer", "floor"), tuple(floors()))
def test_recall_is_not_under_its_floor(slug: str, layer: str, floor: float) -> None:
    assert scores_of(slug).layers()[layer].recall >= floor


@pytest.mark.parametrize("slug", SLUGS)
def test_a_report_is_as_short_as_reports_of_agencies_are(slug: str) -> None:
    assert len(gold_of(slug).text.split()) in WORDS


@pytest.mark.parametrize("slug", SLUGS)
def test_gold_names_only_what_it_declares(slug: str) -> None:
    assert sorted(names_used(gold_of(slug)) - names_declared(gold_of(slug))) == []


def names_declared(gold: Gold) -> set[str]:
    return {entity.name for entity in gold.entities} | {occurrence.id for occurrence in gold.occurrences} | {""}


def names_used(gold: Gold) -> set[str]:
    tenures = {name for tenure in gold.tenures for name in (tenure.person, *tenure.bodies)}
    fillers = {each.value for one in gold.occurrences for values in one.roles.values() for each in values}
    return tenures | fillers | {each.value for claim in gold.claims for each in claim.claimants}


@pytest.mark.parametrize("mentions", [False, True], ids=["without mentions", "with mentions"])
@pytest.mark.parametrize("slug", SLUGS)
def test_the_graph_of_a_golden_report_conforms(slug: str, mentions: bool) -> None:
    options = mapping.Options(mentions=mentions)
    turtle = serialize.write(tuple(mapping.quads(report_of(slug), options)), "turtle", base=options.base)

    assert validate(turtle) == ()
