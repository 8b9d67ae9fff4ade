from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from dateline import iris
from dateline.errors import OutputError
from dateline.model import Article, Ref, Span

TEXT = "The harbour of Valparaíso reopened."
ARTICLE = Article(text=TEXT, source="text", blocks=(), published=date(2021, 6, 2))
BASE = "https://data.example/news/"
MINTER = iris.Minter(ARTICLE, BASE)


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def test_the_key_is_the_date_and_the_hash_of_the_text() -> None:
    assert MINTER.key == f"2021-06-02-{hashed(TEXT)}"


def test_without_a_date_the_key_says_so() -> None:
    assert iris.Minter(replace(ARTICLE, published=None), BASE).key == f"undated-{hashed(TEXT)}"


def test_a_url_identifies_the_article_whatever_its_text() -> None:
    article = replace(ARTICLE, url="https://harbour.example/1")
    assert iris.Minter(article, BASE).key == f"2021-06-02-{hashed('https://harbour.example/1')}"


def test_the_publishers_id_identifies_the_article_whatever_its_text() -> None:
    assert iris.Minter(replace(ARTICLE, identifier="HP-77"), BASE).key == f"2021-06-02-{hashed('HP-77')}"


def test_the_text_is_identified_by_its_own_hash_even_where_the_article_has_a_url() -> None:
    assert iris.Minter(replace(ARTICLE, url="https://harbour.example/1"), BASE).context == f"{BASE}text/{hashed(TEXT)}"


def test_a_passage_is_a_range_of_characters_of_the_text() -> None:
    assert MINTER.passage(Span(4, 11)) == f"{BASE}text/{hashed(TEXT)}#char=4,11"


def test_what_is_known_across_reports_has_no_key_in_its_iri() -> None:
    assert MINTER.ref(Ref("place", "valparaiso", local=False)) == f"{BASE}place/valparaiso"


def test_what_is_known_here_only_has_the_key_in_its_iri() -> None:
    assert MINTER.ref(Ref("actor", "4-a-spokesman", local=True)) == f"{BASE}actor/{MINTER.key}/4-a-spokesman"


def test_a_rule_of_ours_is_under_our_namespace() -> None:
    assert MINTER.rule("frame/meet") == "https://w3id.org/dateline/rule/frame.meet"
    assert MINTER.rule("meet") == "https://w3id.org/dateline/rule/meet"


def test_a_users_own_rule_is_under_the_base() -> None:
    assert MINTER.rule("own/dock a ship") == f"{BASE}rule/dock%20a%20ship"


@pytest.mark.parametrize(
    "base",
    [
        "example.org/",
        "https://example.org",
        "https://example.org/a",
        "https://example.org/#",
        "https://example.org/?q=/",
        "https://example.org/a/../",
        "https://example.org/a b/",
        "",
    ],
)
def test_a_base_that_cannot_hold_data_is_refused(base: str) -> None:
    with pytest.raises(OutputError, match="cannot be the base"):
        iris.check_base(base)


@pytest.mark.parametrize("base", ["https://example.org/", "http://localhost:8000/", "https://example.org/~a/b/"])
def test_a_base_that_ends_in_a_slash_is_taken_as_it_is(base: str) -> None:
    assert iris.check_base(base) == base


def test_a_relative_url_is_refused() -> None:
    with pytest.raises(OutputError, match="not an absolute IRI"):
        iris.external("harbour.example/1")


@given(st.text())
def test_a_slug_is_a_segment_of_letters_digits_and_single_hyphens(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", iris.slug(text))


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert iris.slug(iris.slug(text)) == iris.slug(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_an_external_iri_has_no_character_that_rdf_forbids(path: str) -> None:
    assert URIRef(iris.external(f"https://harbour.example/{path}")).n3()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_iri_of_a_rule_is_plain_ascii(rule: str) -> None:
    assert re.fullmatch(r"[!-~]+", MINTER.rule(rule))
