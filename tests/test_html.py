"""Pages: what they say of themselves, first in schema.org's words; their report; offsets into the text recorded."""

from __future__ import annotations

import html as entities
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import main
from dateline.errors import ReadError
from dateline.model import Article, BlockKind
from dateline.read import read_bytes, read_path
from dateline.read.markup import text_of
from dateline.read.page import read_page

LEAD = "OSLO, 3 May (NTB) – The foreign ministers of Norway and Kenya met in Oslo on Tuesday and signed an agreement."
MORE = "Foreign Minister Ana Petrova said that the treaty opens a door for both of the countries in the north."
QUOTED = "We are very glad that it was possible to agree on this in so short a time."
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Norway &amp; Kenya sign an agreement",
    "datePublished": "2023-05-03T23:30:00+02:00",
    "url": "https://harbour.example/talks",
    "identifier": {"@type": "PropertyValue", "value": "talks-7"},
    "author": [{"@type": "Person", "name": "Ana Roe"}, {"@id": "#juma"}, "https://harbour.example/staff/3"],
    "publisher": {"@id": "#post"},
}
OTHERS = [
    {"@id": "#post", "@type": "Organization", "name": "The Harbour Post"},
    {"@id": "#juma", "@type": "Person", "name": "Juma Otieno"},
    {"@type": "BreadcrumbList", "name": "World"},
]
MICRODATA = """
<div itemscope itemtype="http://schema.org/NewsArticle">
  <h1 itemprop="headline">Talks in <em>Oslo</em></h1>
  <time itemprop="datePublished" datetime="2023-05-04">yesterday</time>
  <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Lena Berg</b></span>
  <div itemprop="publisher" itemscope><meta itemprop="name" content="The Fjord Times"></div>
  <link itemprop="url" href="https://fjord.example/1"><span itemprop="dateline">Bergen, Norway</span>
</div>
"""
TAGS = """
<meta property="og:title" content="Talks"><meta property="og:site_name" content="The Delta Gazette">
<meta property="article:published_time" content="2023-05-05T08:00:00Z"><meta name="author" content="Tom Hale">
<link rel="canonical" href="https://delta.example/1">
"""


def page(*head: str, lead: str = LEAD, encoding: str = "utf-8") -> bytes:
    html = f"""<!doctype html><html lang="en"><head><title>Talks | Site</title>{"".join(head)}</head><body>
      <nav><a href="/">Home</a> <a href="/world">World</a></nav>
      <article><p>{lead}</p><h2>A new treaty</h2><p>{MORE}</p><blockquote><p>{QUOTED}</p></blockquote></article>
      <footer>Copyright 2020 Somebody Else</footer></body></html>"""
    return html.encode(encoding)


def script(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


def read(*head: str, lead: str = LEAD, published: date | None = None) -> Article:
    return read_bytes(page(*head, lead=lead), source="a.html", suffix=".html", published=published)


@pytest.fixture(scope="module")
def stated() -> Article:
    return read(script(*OTHERS, NEWS), MICRODATA, TAGS)


def test_a_byline_in_the_body_names_the_author_where_nothing_else_does() -> None:
    assert read(lead=f"By Ana Roe</p><p>{LEAD}").author == ("Ana Roe",)


def test_a_caption_in_the_body_is_in_no_block() -> None:
    article = read(lead=f"{LEAD}</p><p>Ana Roe, Minister of Trade (Photo: Nordpress)")
    assert not any("Nordpress" in article.quote(block.span) for block in article.blocks)


# --- the body -----------------------------------------------------------------------------------


def test_the_body_is_the_report_without_the_page_around_it() -> None:
    assert [read().quote(block.span) for block in read().blocks] == [
        LEAD.partition("– ")[2],
        "A new treaty",
        MORE,
        QUOTED,
    ]


def test_a_block_quotation_is_a_quotation() -> None:
    assert [block.kind for block in read().blocks][-1] is BlockKind.QUOTATION


def test_the_wires_header_is_found_in_the_body() -> None:
    article = read()
    assert article.dateline is not None and article.quote(article.dateline) == "OSLO"


def test_a_page_that_says_nothing_of_itself_has_no_metadata() -> None:
    article = read()
    assert (article.headline, article.published, article.url, article.author, article.origins) == (
        None,
        None,
        None,
        (),
        (),
    )


def test_a_page_without_a_report_is_refused() -> None:
    with pytest.raises(ReadError, match="has no report that can be told from the rest"):
        read_bytes(b"<html><body></body></html>", suffix=".html")


def test_without_trafilatura_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadError, match="install the extra `html`"):
        read()


# --- metadata -----------------------------------------------------------------------------------


def test_the_headline_of_the_metadata_stands_before_the_body(stated: Article) -> None:
    assert stated.text.startswith(f"Norway & Kenya sign an agreement\n\n{LEAD}")


def test_the_headline_is_a_span_of_the_text(stated: Article) -> None:
    assert stated.headline is not None and stated.quote(stated.headline) == "Norway & Kenya sign an agreement"


def test_a_headline_that_the_body_begins_with_is_not_repeated() -> None:
    article = read(script(NEWS | {"headline": "Norway and  Kenya Agree"}), lead=f"Norway and Kenya agree</p><p>{LEAD}")
    assert article.text.count("enya") == 2
    assert article.headline is not None and article.quote(article.headline) == "Norway and Kenya agree"


def test_the_date_is_the_day_at_the_publisher(stated: Article) -> None:
    assert stated.published == date(2023, 5, 3)


def test_json_ld_wins_over_microdata_and_tags(stated: Article) -> None:
    assert (stated.url, stated.identifier) == ("https://harbour.example/talks", "talks-7")


def test_names_are_found_where_they_are_described(stated: Article) -> None:
    assert (stated.publisher, stated.author) == ("The Harbour Post", ("Ana Roe", "Juma Otieno"))


def test_each_field_says_where_it_came_from(stated: Article) -> None:
    assert dict(stated.origins)["headline"] == "JSON-LD"


def test_microdata_are_read_where_there_is_no_json_ld() -> None:
    article = read(MICRODATA, TAGS)
    assert (article.publisher, article.author, article.url, article.published) == (
        "The Fjord Times",
        ("Lena Berg",),
        "https://fjord.example/1",
        date(2023, 5, 4),
    )


def test_the_words_of_an_element_are_its_microdata() -> None:
    article = read(MICRODATA)
    assert article.headline is not None and article.quote(article.headline) == "Talks in Oslo"


def test_tags_are_read_where_there_is_nothing_else() -> None:
    article = read(TAGS)
    assert (article.publisher, article.author, article.url, article.published) == (
        "The Delta Gazette",
        ("Tom Hale",),
        "https://delta.example/1",
        date(2023, 5, 5),
    )


def test_the_caller_wins() -> None:
    article = read(script(NEWS), published=date(2020, 1, 1))
    assert (article.published, dict(article.origins)["published"]) == (date(2020, 1, 1), "caller")


def test_a_dateline_stands_before_a_body_that_has_none() -> None:
    article = read(MICRODATA, lead=LEAD.partition("– ")[2])
    assert article.dateline is not None and article.quote(article.dateline) == "Bergen, Norway"
    assert [article.quote(place) for place in article.places] == ["Bergen"]


def test_the_dateline_of_the_body_wins() -> None:
    article = read(MICRODATA)
    assert article.dateline is not None and article.quote(article.dateline) == "OSLO"
    assert "dateline" not in dict(article.origins)


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>',
        script({"@type": "WebPage", "headline": "Home"}),
        script(NEWS | {"headline": 7, "datePublished": "3 May", "url": "/talks", "author": None, "publisher": []}),
        "<div itemprop='headline'>Nobody's</div>",
        "<meta property='og:title'><link rel='canonical'>",
    ],
)
def test_what_is_malformed_or_of_another_thing_says_nothing(head: str) -> None:
    article = read(head)
    assert (article.headline, article.published, article.url, article.author) == (None, None, None, ())


# --- encodings ----------------------------------------------------------------------------------


def test_a_page_is_decoded_as_it_says() -> None:
    data = page('<meta charset="windows-1252">', lead=LEAD.replace("Kenya", "“Kenya”"), encoding="windows-1252")
    assert "“Kenya”" in read_bytes(data, suffix=".html").text


def test_a_page_that_is_not_in_its_encoding_is_refused() -> None:
    with pytest.raises(ReadError, match="not in the encoding that it names"):
        read_bytes(b'<meta charset="no-such"><p>x</p>', suffix=".html")


def test_a_file_is_a_page_by_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.HTM").write_bytes(page(script(NEWS)))
    assert read_path(tmp_path / "a.HTM").url == "https://harbour.example/talks"


# --- markup -------------------------------------------------------------------------------------

WORDS = st.lists(st.text(alphabet="abcdeé&<>\"'", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)


@given(paragraphs=st.lists(WORDS, max_size=6), tag=st.sampled_from(["p", "div", "li", "h2"]))
def test_paragraphs_come_out_as_they_went_in(paragraphs: list[str], tag: str) -> None:
    markup = "".join(f"<{tag}>{entities.escape(each)}</{tag}>\n" for each in paragraphs)
    assert text_of(markup) == "\n\n".join(paragraphs)


MARKUP = st.text(alphabet="<>/[]p blockquotescrim!-=\"'&;x\n", max_size=60)


@given(markup=MARKUP)
def test_any_markup_is_read_without_an_error(markup: str) -> None:
    assert "\n\n\n" not in text_of(markup)


@given(markup=MARKUP)
def test_any_page_is_read_without_an_error(markup: str) -> None:
    assert read_page(f"<div itemscope>{markup}").items


@pytest.mark.parametrize("odd", ["<![if IE]>x<![endif]>", "<![CDATA[x]]>", "<!DOCTYPE x [<!ENTITY y 'z'>]>", "<?x y?>"])
def test_what_no_html_has_is_passed_over(odd: str) -> None:
    assert text_of(f"{odd}<p>Talks began.</p>").endswith("Talks began.")


# --- the whole way ------------------------------------------------------------------------------


def test_a_page_becomes_valid_data_with_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(script(*OTHERS, NEWS)))
    options = ["--format", "turtle", "--text-policy", "full"]

    done = CliRunner().invoke(main, ["build", str(tmp_path / "a.html"), "-o", str(tmp_path), *options])

    assert done.exit_code == 0, done.stderr
    built = (tmp_path / "a.ttl").read_text(encoding="utf-8")
    assert 'schema:author "Ana Roe", "Juma Otieno" ;' in built
    assert 'schema:headline "Norway & Kenya sign an agreement" ;' in built
    assert CliRunner().invoke(main, ["check", str(tmp_path / "a.ttl")]).exit_code == 0
