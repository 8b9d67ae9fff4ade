"""The authority files, their reader and the index of names."""

from __future__ import annotations

import csv
import re
import time
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from dateline import iris
from dateline.authority import Authority, Row, load
from dateline.authority.names import Index, pieces
from dateline.authority.rows import LINKS
from dateline.errors import AuthorityError
from dateline.model import Kind, Link

DIRECTORY = Path(str(resources.files("dateline.authority")))
HEADER = "key,kind,name,names,acronyms,demonyms,state,source\n"
AUTHORITY = load()
STATES = tuple(row for row in AUTHORITY.rows if row.kind is Kind.STATE)


def keys(rows: tuple[Row, ...]) -> list[str]:
    return [row.key for row in rows]


def found(sentence: str, authority: Authority = AUTHORITY) -> list[tuple[str, list[str]]]:
    """Names found in a sentence whose tokens are separated by spaces."""
    words = sentence.split()
    return [(" ".join(words[first:last]), keys(rows)) for first, last, rows in authority.matches(words)]


def directory(path: Path, **files: str) -> Path:
    path.mkdir(exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


# --- the files -----------------------------------------------------------------------------


def records() -> Iterator[tuple[str, dict[str, str]]]:
    for path in sorted(DIRECTORY.glob("*.csv")):
        if path.name != LINKS:
            with path.open(encoding="utf-8", newline="") as lines:
                for record in csv.DictReader(lines):
                    yield path.name, record


def test_keys_are_unique_across_files() -> None:
    counts = Counter(record["key"] for _, record in records())
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_row_is_loaded() -> None:
    assert len(AUTHORITY.rows) == sum(1 for _ in records())


@pytest.mark.parametrize("document", ["src/dateline/authority/README.md", "NOTICE"])
def test_every_source_is_explained(document: str) -> None:
    text = (DIRECTORY.parents[2] / document).read_text(encoding="utf-8")
    sources = {source for row in AUTHORITY.rows for source in row.source.split("|")}
    assert {source for source in sources if not re.search(rf"(^|`){source}(`|\s)", text, re.MULTILINE)} == set()


def test_files_are_sorted_by_key() -> None:
    files: dict[str, list[str]] = {}
    for name, record in records():
        files.setdefault(name, []).append(record["key"])
    assert {name for name, listed in files.items() if listed != sorted(listed)} == set()


def test_keys_begin_with_the_slug_of_the_name() -> None:
    odd = {row.key for row in AUTHORITY.rows if not row.key.startswith(iris.slug(row.name))}
    assert odd == {"c5-plus-1"}


def test_no_name_is_given_to_two_states() -> None:
    counts = Counter(name for row in STATES for name in {row.name, *row.names, *row.acronyms})
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_name_of_a_state_is_the_name_of_anything_else() -> None:
    shared = {name for row in STATES for name in (row.name, *row.names, *row.acronyms)}
    assert {name for name in shared if len(AUTHORITY.candidates(name)) > 1} == set()


def test_every_demonym_is_of_one_state() -> None:
    counts = Counter(word.casefold() for row in AUTHORITY.rows for word in row.demonyms)
    assert [word for word, count in counts.items() if count > 1] == []


def test_only_states_have_demonyms() -> None:
    assert {row.kind for row in AUTHORITY.rows if row.demonyms} == {Kind.STATE}


def test_no_demonym_is_a_name() -> None:
    assert {word for row in STATES for word in row.demonyms if AUTHORITY.candidates(word)} == set()


def test_every_city_belongs_to_a_state_of_the_list() -> None:
    cities = (row for row in AUTHORITY.rows if row.kind is Kind.CITY)
    assert {row.key for row in cities if row.state is None or AUTHORITY.state(row.state) is None} == set()


def test_every_state_code_is_of_a_state_of_the_list() -> None:
    codes = {row.state for row in AUTHORITY.rows if row.state is not None}
    assert {code for code in codes if AUTHORITY.state(code) is None} == set()


@pytest.mark.parametrize(
    ("capital", "iso2"),
    [("Vienna", "AT"), ("Nairobi", "KE"), ("Tashkent", "UZ"), ("Kyiv", "UA"), ("Brasilia", "BR"), ("N'Djamena", "TD")],
)
def test_a_capital_belongs_to_its_state(capital: str, iso2: str) -> None:
    assert [(row.kind, row.state) for row in AUTHORITY.candidates(capital)] == [(Kind.CITY, iso2)]


def test_names_that_two_rows_share_are_known_ones() -> None:
    names = {name for row in AUTHORITY.rows for name in (row.name, *row.names, *row.acronyms)}
    assert {name for name in names if len(AUTHORITY.candidates(name)) > 1} == {
        "Assembly of the Republic", "Bundesrat", "Córdoba", "House of Commons", "House of Councillors", "Hyderabad",
        "PTI", "San Jose", "San José", "Tripoli", "Valencia",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Parliament", "Senate", "National Assembly", "the Ministry", "Nice", "Male", "Congo"])
def test_generic_and_misleading_names_are_no_rows(name: str) -> None:
    assert AUTHORITY.candidates(name) == ()


def test_identifiers_have_the_form_of_their_scheme() -> None:
    forms = (
        r"https://sws\.geonames\.org/\d+/",
        r"http://publications\.europa\.eu/resource/authority/country/[A-Z]{3}",
        r"http://www\.wikidata\.org/entity/Q\d+",
    )
    same = {link.value for row in AUTHORITY.rows for link in row.links if link.property == "sameAs"}
    assert {value for value in same if not any(re.fullmatch(form, value) for form in forms)} == set()


def test_no_identifier_is_given_twice() -> None:
    counts = Counter(link for row in AUTHORITY.rows for link in row.links)
    assert [link for link, count in counts.items() if count > 1] == []


def test_a_state_has_its_links() -> None:
    assert AUTHORITY["kenya"].links == (
        Link("sameAs", "https://sws.geonames.org/192950/"),
        Link("sameAs", "http://publications.europa.eu/resource/authority/country/KEN"),
        Link("sameAs", "http://www.wikidata.org/entity/Q114"),
        Link("identifier", "KEN"),
    )


# --- lookup --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Germany", "germany"),
        ("GERMANY", "germany"),
        ("the  Federal\u00a0Republic of\nGermany", "germany"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("Cote d'Ivoire", "cote-d-ivoire"),
        ("Ivory Coast", "cote-d-ivoire"),
        ("Guinea‑Bissau", "guinea-bissau"),
        ("Trinidad & Tobago", "trinidad-and-tobago"),
        ("Turkey", "turkiye"),
        ("Türkiye", "turkiye"),
        ("U.S.", "united-states"),
        ("the U.S", "united-states"),
        ("the US", "united-states"),
        ("USA", "united-states"),
        ("U.A.E.", "united-arab-emirates"),
        ("CHAD", "chad"),
        ("DR Congo", "democratic-republic-of-the-congo"),
        ("Hague", "the-hague"),
        ("The Hague", "the-hague"),
        ("Kiev", "kyiv"),
        ("Xi’an", "xi-an"),
        ("St Petersburg", "st-petersburg"),
        ("Washington, D.C.", "washington-d-c"),
        ("Asia–Pacific Economic Cooperation", "asia-pacific-economic-cooperation"),
        ("APEC", "asia-pacific-economic-cooperation"),
        ("Nato", "north-atlantic-treaty-organization"),
        (
            "Organisation for Security and Co-operation in Europe",
            "organization-for-security-and-co-operation-in-europe",
        ),
        ("U.N. Human Rights Council", "un-human-rights-council"),
        ("G-20", "group-of-twenty"),
        ("C5+1", "c5-plus-1"),
        ("Alþingi", "althing"),
        ("Dáil", "dail-eireann"),
        ("Horn of Africa", "horn-of-africa"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, key: str) -> None:
    assert keys(AUTHORITY.candidates(name)) == [key]


@pytest.mark.parametrize(
    "word", ["us", "who", "Who", "un", "imo", "", "the", "-", "Kenyatta", "of", "united states of"]
)
def test_a_word_that_is_no_name_is_not_found(word: str) -> None:
    assert AUTHORITY.candidates(word) == ()


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("British", "united-kingdom"),
        ("French", "france"),
        ("Emirati", "united-arab-emirates"),
        ("Kenyans", "kenya"),
        ("Uzbek", "uzbekistan"),
        ("Swiss", "switzerland"),
        ("Dutch", "netherlands"),
        ("South African", "south-africa"),
        ("Bissau-Guinean", "guinea-bissau"),
        ("Burkinabé", "burkina-faso"),
    ],
)
def test_a_demonym_leads_to_its_state(word: str, key: str) -> None:
    row = AUTHORITY.demonym(word)
    assert row is not None and row.key == key


@pytest.mark.parametrize("word", ["polish", "Korean", "Congolese", "European", "Kenya", ""])
def test_a_word_that_is_no_demonym_leads_nowhere(word: str) -> None:
    assert AUTHORITY.demonym(word) is None


def test_a_state_is_found_by_its_code() -> None:
    row = AUTHORITY.state("JP")
    assert row is not None and row.name == "Japan"


def test_an_unknown_code_is_no_state() -> None:
    assert AUTHORITY.state("ZZ") is None


# --- names in running text -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya met Peru", [("Kenya", ["kenya"]), ("Peru", ["peru"])]),
        ("the Pan - African Parliament met", [("Pan - African Parliament", ["pan-african-parliament"])]),
        ("in Guinea - Bissau .", [("Guinea - Bissau", ["guinea-bissau"])]),
        ("in Guinea . Bissau is", [("Guinea", ["guinea"]), ("Bissau", ["bissau"])]),
        ("Guinea , Bissau and Mali", [("Guinea", ["guinea"]), ("Bissau", ["bissau"]), ("Mali", ["mali"])]),
        ("Africa 's South Sudan", [("Africa", ["africa"]), ("South Sudan", ["south-sudan"])]),
        ("at the EU Parliament", [("EU Parliament", ["european-parliament"])]),
        ("Court in The Hague said", [("The Hague", ["the-hague"])]),
        ("Hague rules", [("Hague", ["the-hague"])]),
        ("the Netherlands", [("Netherlands", ["netherlands"])]),
        ("Côte d’Ivoire ’s team", [("Côte d’Ivoire", ["cote-d-ivoire"])]),
        ("Washington , D.C. , today", [("Washington , D.C.", ["washington-d-c"])]),
        ("let us ask who cooked turkey in the middle east", []),
        ("", []),
    ],
)
def test_the_longest_names_are_found_among_tokens(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert found(sentence) == expected


def test_a_name_does_not_end_within_a_token() -> None:
    assert found("Kenya-based") == []


def test_the_longest_demonyms_are_found_among_tokens() -> None:
    words = ["South", "African", "and", "Peruvian", "ministers"]
    assert [(first, last, row.key) for first, last, row in AUTHORITY.demonyms(words)] == [
        (0, 2, "south-africa"),
        (3, 4, "peru"),
    ]


def test_a_name_of_pieces_is_found_as_it_was_entered() -> None:
    index = Index([("Ra’s al-Khaimah", 1)])
    assert index.get("RA'S AL KHAIMAH") == (1,)


def test_initials_are_one_piece() -> None:
    assert pieces("the U.A.E.'s") == ("the", "UAE", "s")


# --- directories of one's own --------------------------------------------------------------


def test_a_row_of_ones_own_is_added(tmp_path: Path) -> None:
    extra = directory(tmp_path, mine=HEADER + "union-of-bakers,organization,Union of Bakers,,UB,,NO,mine\n")
    assert keys(load((extra,)).candidates("UB")) == ["union-of-bakers"]


def test_ours_stays_beside_ones_own(tmp_path: Path) -> None:
    extra = directory(tmp_path, mine=HEADER + "union-of-bakers,organization,Union of Bakers,,UB,,NO,mine\n")
    assert len(load((extra,)).rows) == len(AUTHORITY.rows) + 1


def test_a_row_of_ones_own_replaces_ours(tmp_path: Path) -> None:
    extra = directory(tmp_path, mine=HEADER + "peru,state,Perú,,,Peruano,PE,mine\n")
    assert load((extra,))["peru"].source == "mine"


def test_the_last_directory_wins(tmp_path: Path) -> None:
    first = directory(tmp_path / "a", mine=HEADER + "peru,state,Peru,,,,PE,first\n")
    second = directory(tmp_path / "b", mine=HEADER + "peru,state,Peru,,,,PE,second\n")
    assert load((first, second))["peru"].source == "second"


def test_a_directory_may_bring_identifiers_of_its_own(tmp_path: Path) -> None:
    extra = directory(
        tmp_path,
        links="column,property,pattern\nlocal,sameAs,https://example.org/{}\n",
        mine="key,kind,name,local,source\nbakery,organization,Bakery House,b1|b2,mine\n",
    )
    assert [link.value for link in load((extra,))["bakery"].links] == [
        "https://example.org/b1",
        "https://example.org/b2",
    ]


def test_a_byte_order_mark_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    extra = directory(tmp_path, mine="\ufeff" + HEADER + "\nbakery,organization,Bakery House,,,,,mine\n\n")
    assert "bakery" in load((extra,))


def test_an_empty_directory_changes_nothing(tmp_path: Path) -> None:
    assert load((tmp_path,)).rows == AUTHORITY.rows


ROW = "bakery,organization,Bakery House,,,,,mine\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "mine.csv: lacks the column key, kind, name, source"),
        ("key,kind,name\n", "mine.csv: lacks the column source"),
        ("key,kind,name,source,colour\n", "mine.csv: has an unknown column colour"),
        (HEADER + "bakery,organization\n", "mine.csv, line 2: has 2 cells for 8 columns"),
        (HEADER + ROW + ",organization,Bakery,,,,,mine\n", "mine.csv, line 3: has no key"),
        (HEADER + "bakery,organization, ,,,,,mine\n", "mine.csv, line 2: has no name"),
        (HEADER + "bakery,organization,Bakery,,,,,\n", "mine.csv, line 2: has no source"),
        (HEADER + "bakery,shop,Bakery,,,,,mine\n", "mine.csv, line 2: 'shop' is no kind"),
        (HEADER + "Bakery!,organization,Bakery,,,,,mine\n", "mine.csv, line 2: 'Bakery!' is malformed"),
        (HEADER + "bakery,organization,Bakery,,,,Norway,mine\n", "mine.csv, line 2: 'Norway' is malformed"),
        (HEADER + "bakery,organization,Bakery,,,,ZZ,mine\n", "mine: 'bakery' belongs to ZZ, which is no row"),
        (HEADER + ROW + ROW, "mine.csv, line 3: the key 'bakery' is there twice"),
        (HEADER + 'bakery,"organ"ization,Bakery,,,,,mine\n', "mine.csv, line 2: is no CSV"),
    ],
)
def test_a_malformed_file_is_an_error_that_says_where(tmp_path: Path, text: str, message: str) -> None:
    extra = directory(tmp_path, mine=text)
    with pytest.raises(AuthorityError, match=re.escape(message)):
        load((extra,))


def test_a_key_in_two_files_of_a_directory_is_an_error(tmp_path: Path) -> None:
    extra = directory(tmp_path, one=HEADER + ROW, two=HEADER + ROW)
    with pytest.raises(AuthorityError, match=r"two\.csv: the key 'bakery' is in another file too"):
        load((extra,))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("local,seeAlso,https://example.org/{}", "'seeAlso' is no link"),
        ("local,sameAs,https://example.org/", "has no place for the identifier"),
    ],
)
def test_a_malformed_links_file_is_an_error(tmp_path: Path, line: str, message: str) -> None:
    extra = directory(tmp_path, links=f"column,property,pattern\n{line}\n")
    with pytest.raises(AuthorityError, match=re.escape(message)):
        load((extra,))


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes((HEADER + "bakery,organization,Bäckerei,,,,,mine\n").encode("latin-1"))
    with pytest.raises(AuthorityError, match="cannot be read"):
        load((tmp_path,))


def test_a_missing_directory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="is no directory"):
        load((tmp_path / "nowhere",))


# --- speed ---------------------------------------------------------------------------------


def test_ours_is_read_once() -> None:
    assert load() is load()


def test_reading_all_files_is_fast(tmp_path: Path) -> None:
    begin = time.perf_counter()
    load((tmp_path,))
    assert time.perf_counter() - begin < 1  # about 0.05 s; the limit allows for a busy machine
