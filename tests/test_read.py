"""Reports as they come: headers, headlines, headings, paragraphs, quotations, and what is refused."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReadError
from dateline.model import Article, BlockKind, Span
from dateline.read import read_bytes, read_path, read_text, sources
from dateline.read.header import read_header

BODY = "The ministers of the two states met and said that they had signed the treaty."
LEAD = (
    "President Ana Roe on Friday night congratulated her colleague on his victory and invited him to a summit in May."
)
HEADLINE = "Ministers of Two States Hold Talks"


def _said(article: Article, span: Span | None) -> str | None:
    return article.quote(span) if span is not None else None


def _blocks(text: str) -> list[tuple[str, str]]:
    article = read_text(text)
    return [(block.kind.value, article.quote(block.span)) for block in article.blocks]


# --- headers --------------------------------------------------------------------------------

HEADERS = [
    (" date 2021-06-02 LIMA – ", "LIMA", ["LIMA"], None),
    ("date 2019-04-08 PORT-VILA. NORDPRESS - ", "PORT-VILA", ["PORT-VILA"], "NORDPRESS"),
    ("PORT-VILA.NORDPRESS – ", "PORT-VILA", ["PORT-VILA"], "NORDPRESS"),
    ("LIMA. NORDPRESS ", "LIMA", ["LIMA"], "NORDPRESS"),
    ("GENEVA, 25 March (IPU) — ", "GENEVA", ["GENEVA"], "IPU"),
    ("UNITED NATIONS, Sept 20 (Reuters) - ", "UNITED NATIONS", ["UNITED NATIONS"], "Reuters"),
    ("DAR ES SALAAM, Tanzania (AP) _ ", "DAR ES SALAAM, Tanzania", ["DAR ES SALAAM"], "AP"),
    ("BONN, Germany (AP)_ ", "BONN, Germany", ["BONN"], "AP"),
    ("BRUSSELS, December 2 (Xinhua) -- ", "BRUSSELS", ["BRUSSELS"], "Xinhua"),
    ("KUWAIT, April 3 (KUNA) -- ", "KUWAIT", ["KUWAIT"], "KUNA"),
    ("ISLAMABAD - ", "ISLAMABAD", ["ISLAMABAD"], None),
    ("NEW DELHI: ", "NEW DELHI", ["NEW DELHI"], None),
    ("ISLAMABAD, Mar 26 (APP): ", "ISLAMABAD", ["ISLAMABAD"], "APP"),
    ("BEIJING/WASHINGTON (Reuters) – ", "BEIJING/WASHINGTON", ["BEIJING", "WASHINGTON"], "Reuters"),
    ("OSLO and LIMA (AP) - ", "OSLO and LIMA", ["OSLO", "LIMA"], "AP"),
    ("London, 5 May 2023 (Agency) –", "London", ["London"], "Agency"),
    ("WASHINGTON (AP) — ", "WASHINGTON", ["WASHINGTON"], "AP"),
    ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", ["WASHINGTON"], None),
    ("ST. PETERSBURG, Fla. (AP) _ ", "ST. PETERSBURG, Fla.", ["ST. PETERSBURG"], "AP"),
    ("Baku, September 12, AZERTAC\n", "Baku", ["Baku"], "AZERTAC"),
    ("BAKU, Azerbaijan, Sept. 12, Trend: ", "BAKU, Azerbaijan", ["BAKU"], "Trend"),
    ("TASHKENT, Uzbekistan, August 18. ", "TASHKENT, Uzbekistan", ["TASHKENT"], None),
    ("TEHRAN, Young Journalists Club (YJC) -", "TEHRAN", ["TEHRAN"], "Young Journalists Club (YJC)"),
    ("MOSCOW, March 5. /TASS/. ", "MOSCOW", ["MOSCOW"], "TASS"),
    ("NEW YORK, N.Y., May 3, 2024 /PRNewswire/ -- ", "NEW YORK, N.Y.", ["NEW YORK"], "PRNewswire"),
    ("GENEVA (25 March 2024) – ", "GENEVA", ["GENEVA"], None),
    ("KYIV. March 5 (Interfax-Ukraine) - ", "KYIV", ["KYIV"], "Interfax-Ukraine"),
    ("ISLAMABAD, (Point News - 17th May, 2024) ", "ISLAMABAD", ["ISLAMABAD"], "Point News"),
    ("PORT-AU-PRINCE, Haiti — ", "PORT-AU-PRINCE, Haiti", ["PORT-AU-PRINCE"], None),
    ("Paris – ", "Paris", ["Paris"], None),
    ("São Tomé, 3 May (STP) – ", "São Tomé", ["São Tomé"], "STP"),
    ("ATLANTA _\n\n", "ATLANTA", ["ATLANTA"], None),
    ("Oslo-NTB\n", "Oslo", ["Oslo"], "NTB"),
    ("Oslo, NTB – ", "Oslo", ["Oslo"], "NTB"),
    ("Oslo (NTB) ", "Oslo", ["Oslo"], "NTB"),
    ("Oslo - NTB\n\n", "Oslo", ["Oslo"], "NTB"),
    ("Oslo – NTB: ", "Oslo", ["Oslo"], "NTB"),
    ("OSLO-NTB – ", "OSLO", ["OSLO"], "NTB"),
    ("Lima, Nov 27 (EFE).- ", "Lima", ["Lima"], "EFE"),
    ("NAIROBI (Nordpress) ", "NAIROBI", ["NAIROBI"], "Nordpress"),
    ("(São Tomé, 15th October 2016)\n\n", "São Tomé", ["São Tomé"], None),
    ("(Reuters) - ", None, [], "Reuters"),
    ("(NORDPRESS- QNP) ", None, [], "NORDPRESS- QNP"),
    ("Lima /NORDPRESS/. ", "Lima", ["Lima"], "NORDPRESS"),
    ("PORT-VILA. NORDPRESS ", "PORT-VILA", ["PORT-VILA"], "NORDPRESS"),
    ("LIMA (May 3): ", "LIMA", ["LIMA"], None),
    ("LIMA- ", "LIMA", ["LIMA"], None),
    ("Bergen (dpa) - ", "Bergen", ["Bergen"], "dpa"),
    ("(3 May 2023) -- ", None, [], None),
    ("(NTB) Bergen - ", "Bergen", ["Bergen"], "NTB"),
    ("(NTB) ", None, [], "NTB"),
    ("NTB Bergen, May 3, 2021 -- ", "Bergen", ["Bergen"], "NTB"),
    ("Bergen (NP), May 3 – ", "Bergen", ["Bergen"], "NP"),
    ("BERGEN. May 3. NORDPRESS /Ana Roe/ - ", "BERGEN", ["BERGEN"], "NORDPRESS"),
    ("NORD.COM - ", None, [], "NORD.COM"),
    ("Bergen, Norway – 3rd May 2021: ", "Bergen", ["Bergen"], None),
    ("BERGEN, 03.05.2021 – ", "BERGEN", ["BERGEN"], None),
    ("(05/13/98) - ", None, [], None),
    ("BERGEN [Norway], May 3 (Nordpress): ", "BERGEN [Norway]", ["BERGEN"], "Nordpress"),
    ("Bergen. 3 May. Nord Press - ", "Bergen", ["Bergen"], "Nord Press"),
    ("Bergen May 3/2021 (NTB) ", "Bergen", ["Bergen"], "NTB"),
    ("Bergen, May 3/2021(NTB)-", "Bergen", ["Bergen"], "NTB"),
    ("BERGEN, (Lamp / Point News - 3rd May, 2021 ) :", "BERGEN", ["BERGEN"], "Lamp / Point News"),
    ("BERGEN, Sept.16 (NTB) -- ", "BERGEN", ["BERGEN"], "NTB"),
    ("Bergen, 3 May 2021: ", "Bergen", ["Bergen"], None),
    ("Bergen: May 3, 2021\n\n", "Bergen", ["Bergen"], None),
]


@pytest.mark.parametrize(("header", "dateline", "places", "agency"), HEADERS)
def test_a_header_gives_its_dateline(header: str, dateline: str | None, places: list[str], agency: str | None) -> None:
    article = read_text(header + BODY)
    assert _said(article, article.dateline) == dateline


@pytest.mark.parametrize(("header", "dateline", "places", "agency"), HEADERS)
def test_a_header_gives_each_place(header: str, dateline: str | None, places: list[str], agency: str | None) -> None:
    article = read_text(header + BODY)
    assert [article.quote(place) for place in article.places] == places


@pytest.mark.parametrize(("header", "dateline", "places", "agency"), HEADERS)
def test_a_header_gives_its_agency(header: str, dateline: str | None, places: list[str], agency: str | None) -> None:
    article = read_text(header + BODY)
    assert _said(article, article.agency) == agency


@pytest.mark.parametrize(("header", "dateline", "places", "agency"), HEADERS)
def test_the_header_is_in_no_block(header: str, dateline: str | None, places: list[str], agency: str | None) -> None:
    assert _blocks(header + BODY) == [("paragraph", BODY)]


@pytest.mark.parametrize(("header", "dateline", "places", "agency"), HEADERS)
def test_the_header_span_is_the_header(
    header: str, dateline: str | None, places: list[str], agency: str | None
) -> None:
    article = read_text(header + BODY)
    assert _said(article, article.header) == header.strip()


@pytest.mark.parametrize(
    "text",
    [
        "He said - The end is near.",
        "U.S. - Japan ties have been the best for years.",
        "UN - The Council met and said that it had agreed.",
        "Russia – Ukraine war reaches its third year.",
        "NATO – The alliance said that it had agreed.",
        "UPDATE: The minister said that he would leave.",
        "Yesterday – The ministers met.",
        "Tuesday, March 26 – The talks began.",
        "World Bank (WB) – The group said so.",
        "(UN) The group said so.",
        "(Applause) The group said so.",
        "Inter-Parliamentary Union (IPU) – The body said so.",
        "Japan, a close ally – the closest of all – said so.",
        "The Government – The one that fell – is back.",
        "In Paris, on 5 May – the day of the vote – he spoke.",
        "PARLIAMENT ADOPTS THE LAW – MINISTER SAYS",
        "New York. The minister said so.",
        "Mr Smith (Labour) – the minister – said so.",
        "Parliament adopts law - The vote was close.",
        "The talks of March 5-7 – The ministers said – went well.",
        "[Update] The minister said so.",
        "[Peru] The minister said so.",
        "NTB7-25 LIMA: The minister said so.",
        BODY,
    ],
)
def test_an_ordinary_sentence_is_no_header(text: str) -> None:
    assert read_text(text).header is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"Oslo: {LEAD}", "Oslo"),
        (f"New Delhi: {LEAD}", "New Delhi"),
        (f"[Bergen] {LEAD}", "Bergen"),
        (f"[Update] {LEAD}", None),
        (f"Treaty Signed\nOslo: {LEAD}", "Oslo"),
        (f"New York, The {LEAD} They met in New York.", "New York"),
        (f"Update: {LEAD}", None),
        (f"Press Release: {LEAD}", None),
        (f"Speaker: {LEAD}", None),
        (f"Tuesday: {LEAD}", None),
        (f"Dam: We know that {LEAD}", None),
        (f"Dam: {LEAD}\n\nJan Dam was not there.", None),
        (f"Dam: {LEAD}\n\nDam said so.", None),
        (f"Peru: {LEAD} The Peruvian side agreed.", None),
        (f"Oslo: {BODY[:40]}", None),
        (f"Jan Dam, The {LEAD}", None),
        (f"Jan Dam: {LEAD}\n\nDam stayed.", None),
        (f"Peru-Chile: {LEAD}", None),
    ],
)
def test_a_name_and_a_colon_are_a_dateline_unless_they_may_be_a_label_a_speaker_or_a_topic(
    text: str, dateline: str | None
) -> None:
    article = read_text(text)
    assert _said(article, article.dateline) == dateline


def test_an_agency_that_the_text_explains_is_known() -> None:
    article = read_text(f"Oslo-NNP\nThe Nordic News Agency (NNP) was told so. {BODY}")
    assert (_said(article, article.dateline), _said(article, article.agency)) == ("Oslo", "NNP")


def test_two_names_with_a_hyphen_are_no_header() -> None:
    assert read_text(f"Peru-Chile\n{BODY}").header is None


def test_a_date_without_a_place_is_a_header() -> None:
    article = read_text("date 2023-09-18 In the meeting the ministers said so.")
    assert (_said(article, article.header), article.dateline) == ("date 2023-09-18", None)


def test_a_day_that_does_not_exist_is_no_header() -> None:
    assert read_text(f"date 2023-02-30 {BODY}").header is None


# --- dates ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("date 2021-06-02 ", date(2021, 6, 2)),
        ("date 2021-06-02 OSLO, 1 June (NTB) – ", date(2021, 6, 2)),
        ("OSLO, 1 June (NTB) – ", None),
        ("OSLO, 1 June 2021 (NTB) – ", date(2021, 6, 1)),
        ("OSLO, June 1st, 2021 (NTB) – ", date(2021, 6, 1)),
        ("OSLO, Tuesday, Sept. 1, 2021 – ", date(2021, 9, 1)),
        ("OSLO, 2021-06-01 – ", date(2021, 6, 1)),
        ("OSLO, 31 June 2021 – ", None),
        ("OSLO – ", None),
        ("", None),
        ("9 December 2022, 21:12\n", date(2022, 12, 9)),
        ("19 May, 2018 13:21\n\n", date(2018, 5, 19)),
        ("Thursday, October 25, 2018\n\n", date(2018, 10, 25)),
        ("Published: 25 October 2018 at 9:05 pm GMT\n", date(2018, 10, 25)),
        ("Updated: 26 October 2018\n", None),
        ("Updated: 26 October 2018\nPublished: 25 October 2018\n", date(2018, 10, 25)),
        ("Thursday, October 25\n", None),
        ("10/12/2018\n", None),
        ("13/12/2018\n", date(2018, 12, 13)),
        ("12.13.2018\n", date(2018, 12, 13)),
        ("2018/12/10 08:15\n", date(2018, 12, 10)),
        ("2018-12-10T08:15:00Z\n", date(2018, 12, 10)),
        ("09:29, September 17, 2012\n", date(2012, 9, 17)),
        ("Mon, 17 Sep 2012 10:00:00 +0000\n", date(2012, 9, 17)),
        ("26 July 2021 | 20:42\n", date(2021, 7, 26)),
        ("Nordpress | Updated: Sep 27, 2019 05:58 IST\n", None),
        ("Ana Roe | Published on May 3, 2023, 07:23 PM IST\n", date(2023, 5, 3)),
        ("date 2021-09 ", None),
        ("Published May 3, 2023 10:24am By Ana Roe, The Lamp\n", date(2023, 5, 3)),
        ("7 May. 17:25 (UTC+3 MSK)\n", None),
        ("May 3, 2023 ", date(2023, 5, 3)),
        ("Press Release\n\nMay 3, 2023 – ", date(2023, 5, 3)),
        ("Published: 2023-05-03 00:25 LIMA: ", date(2023, 5, 3)),
        ("Updated: 2023-05-03 00:25 LIMA: ", None),
        (f"{HEADLINE}\nPolitics\na.roe@lamp.example\n2022-05-09 16:54:18\n\nOslo /NTB/. ", date(2022, 5, 9)),
        (f"{HEADLINE}\n9 December 2022\n", date(2022, 12, 9)),
        (f"9 December 2022\n{HEADLINE}\nOSLO, 8 December 2022 (NTB) – ", date(2022, 12, 9)),
        ("date 2021-06-02\n9 December 2022\n", date(2021, 6, 2)),
    ],
)
def test_the_publication_date_is_what_the_header_says_in_full(header: str, published: date | None) -> None:
    assert read_text(header + BODY).published == published


def test_a_day_of_publication_may_stand_below_the_report() -> None:
    article = read_text(f"{HEADLINE}\n\n{BODY}\n\nPublished on: Friday, May 5, 2023, 07:23 PM")
    assert (article.published, article.header) == (date(2023, 5, 5), None)


def test_the_label_of_a_day_may_stand_on_the_line_before() -> None:
    assert read_text(f"{BODY}\n\nDate\n2023.05.13 / 20:32").published == date(2023, 5, 13)


def test_a_day_below_the_report_that_is_nothing_more_is_not_its_own() -> None:
    assert read_text(f"{HEADLINE}\n\n{BODY}\n\nFriday, May 5, 2023").published is None


@pytest.mark.parametrize("day", ["9 December 2022, 21:12", "10/12/2018", "Updated: 26 October 2018"])
def test_a_line_that_is_a_day_is_in_no_block(day: str) -> None:
    assert _blocks(f"{HEADLINE}\n{day}\n\n{BODY}") == [("headline", HEADLINE), ("paragraph", BODY)]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty of the two states was signed on\n5 May 2021\nby the ministers.",
        f"The ministers who signed were these:\n5 May 2021\n{BODY}",
    ],
)
def test_a_line_that_is_a_day_within_a_sentence_stays_in_it(text: str) -> None:
    assert (read_text(text).header, read_text(text).published) == (None, None)


def test_a_dateline_may_stand_behind_a_day_in_front() -> None:
    article = read_text(f"Updated: 2023-05-03 00:25 LIMA: {BODY}")
    assert (_said(article, article.dateline), [article.quote(b.span) for b in article.blocks]) == ("LIMA", [BODY])


@pytest.mark.parametrize("day", ["May 3, 2023 was", "May 3, 2023, the day on which", "May 3 The"])
def test_a_day_that_a_sentence_begins_with_stays_in_it(day: str) -> None:
    text = f"{day} ministers met and said that they had signed the treaty."
    assert _blocks(text) == [("paragraph", text)]


def test_a_day_right_above_the_dateline_is_part_of_the_header() -> None:
    article = read_text(f"9 December 2022\n\nOSLO (NTB) – {BODY}")
    assert _said(article, article.header) == "9 December 2022\n\nOSLO (NTB) –"


def test_a_day_above_the_headline_is_apart_from_the_header() -> None:
    article = read_text(f"9 December 2022\n{HEADLINE}\nOSLO (NTB) – {BODY}")
    assert (_said(article, article.header), _said(article, article.headline)) == ("OSLO (NTB) –", HEADLINE)


def test_the_callers_date_wins() -> None:
    assert read_text(f"date 2021-06-02 {BODY}", published=date(2020, 1, 1)).published == date(2020, 1, 1)


def test_what_the_caller_says_is_kept() -> None:
    article = read_text(BODY, source="a.txt", url="https://example.org/a", publisher="The Lamp", identifier="7")
    assert (article.source, article.url, article.publisher, article.identifier) == (
        "a.txt",
        "https://example.org/a",
        "The Lamp",
        "7",
    )


# --- headline, headings, paragraphs ---------------------------------------------------------


def test_a_line_before_the_dateline_is_the_headline() -> None:
    article = read_text(f"Treaty Signed\n\nLIMA – {BODY}")
    assert _said(article, article.headline) == "Treaty Signed"


def test_a_headline_may_stand_right_above_the_dateline() -> None:
    article = read_text(f"Treaty Signed at Last\nLIMA (AP) – {BODY}")
    assert _said(article, article.headline) == "Treaty Signed at Last"


def test_the_headline_is_found_beneath_the_date() -> None:
    article = read_text(f"date 2021-06-02 Treaty Signed\n\nLIMA – {BODY}")
    assert (_said(article, article.headline), _said(article, article.header)) == ("Treaty Signed", "LIMA –")


def test_of_several_lines_before_the_dateline_a_menu_is_not_the_headline() -> None:
    assert read_text(f"The Lamp\nTreaty Signed\nLIMA – {BODY}").headline is None


@pytest.mark.parametrize(
    "front",
    [
        f"Home World\n{HEADLINE}\nLIMA (AP) – ",
        f"Foreign Desk\n{HEADLINE}\n\n",
        f"{HEADLINE}\n{BODY}\nLIMA (AP) – ",
        f"{HEADLINE}\nThe two will be speaking of water, and the one is to invite the other\n\nLIMA (AP) – ",
        f"{HEADLINE}\n3 May 2023\n{HEADLINE}\n\n",
        f"Start Lamp Weekly {HEADLINE}\n{HEADLINE}\n\n",
        f"Heavy rain floods harbour towns\n{HEADLINE}\nStaff Writer\nLIMA (AP) – ",
    ],
)
def test_the_headline_is_found_among_what_a_page_puts_around_it(front: str) -> None:
    article = read_text(front + BODY)
    assert _said(article, article.headline) == HEADLINE


def test_a_standfirst_above_the_dateline_is_a_paragraph() -> None:
    assert _blocks(f"{HEADLINE}\n{BODY}\nLIMA (AP) – {BODY}")[1] == ("paragraph", BODY)


@pytest.mark.parametrize("dateline", ["", "LIMA (AP) – "])
@pytest.mark.parametrize(
    "line",
    [
        "+ ↺ − 16 px",
        "Ministry of Foreign Affairs of the Republic of Peru",
        "The Secretariat of the Council of Ministers",
        "From Ana Roe, Bergen",
        "Home > News > Foreign Affairs",
        "Ana Roe (right) and Jan Dam in Bergen",
    ],
)
def test_what_a_page_puts_above_a_report_is_no_headline(line: str, dateline: str) -> None:
    assert read_text(f"{line}\n\n{dateline}{BODY}").headline is None


@pytest.mark.parametrize("dateline", ["", "LIMA (AP) – "])
def test_of_several_lines_the_first_is_the_headline_if_the_others_are_shorter(dateline: str) -> None:
    article = read_text(f"{HEADLINE}\nTreaty Signed\n\n{dateline}{BODY}")
    assert _said(article, article.headline) == HEADLINE


@pytest.mark.parametrize("dateline", ["", "LIMA (AP) – "])
def test_of_several_lines_none_is_the_headline_if_another_is_longer(dateline: str) -> None:
    kinds = [kind for kind, _ in _blocks(f"{HEADLINE}\n{HEADLINE} About Fish\n\n{dateline}{BODY}")]
    assert kinds == ["heading", "heading", "paragraph"]


@pytest.mark.parametrize("stamp", ["", " date 2021-06-02 "])
@pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize(
    "line",
    [
        HEADLINE,
        "Will Ministers Hold Their Talks?",
        "Minister calls new treaty “a victory for all”",
        "Foreign ministry of the one state summons the ambassador of the other and warns of a serious response",
        "MINISTERS OF TWO STATES HOLD TALKS",
    ],
)
def test_a_first_line_above_a_paragraph_is_the_headline(stamp: str, newline: str, line: str) -> None:
    article = read_text(f"{stamp}{line}{newline}{BODY}{newline}{BODY}")
    assert _said(article, article.headline) == line


@pytest.mark.parametrize(
    "text",
    [
        f"Treaty Signed\n\n{BODY}",
        f"{BODY}\n{HEADLINE}\n{BODY}",
        f"LIMA – {HEADLINE}\n\n{BODY}",
        f"Photo: Ministry of Foreign Affairs\n\n{BODY}",
        f"Press release No. 45 of the ministry\n\n{BODY}",
        f"The ministers agreed on these points:\n\n{BODY}",
        "The ministers agreed on these points\n• Trade in wheat\n• Water in the two states",
        f"{'Ministers and ' * 11}ambassadors met\n\n{BODY}",
        f"{HEADLINE}\n\nAnother Line of Words",
        BODY,
    ],
)
def test_what_may_be_no_headline_is_none(text: str) -> None:
    assert read_text(text).headline is None


def test_a_line_under_a_dateline_of_its_own_is_the_headline() -> None:
    article = read_text(f"Oslo, 26 June 2023\n\n{HEADLINE}\n\n{BODY}")
    assert _said(article, article.headline) == HEADLINE


def test_a_long_line_below_a_kicker_is_the_headline() -> None:
    long = "Foreign ministry of the one state summons the ambassador of the other and warns of a serious response"
    article = read_text(f"WATER CRISIS\n\n{long}\n\n{BODY}")
    assert _said(article, article.headline) == long


def test_a_heading_below_the_first_paragraph_stays_one() -> None:
    assert [kind for kind, _ in _blocks(f"{HEADLINE}\n\n{BODY}\n\n{HEADLINE}\n\n{BODY}")] == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_short_first_line_without_a_dateline_below_is_a_heading() -> None:
    assert _blocks(f"Treaty Signed\n\n{BODY}")[0] == ("heading", "Treaty Signed")


def test_a_source_of_its_own_line_is_in_no_block() -> None:
    assert _blocks(f"{BODY}\n\nSource: Nordic News Agency") == [("paragraph", BODY)]


def test_a_bullet_and_a_byte_order_mark_are_in_no_block() -> None:
    assert _blocks(f" – \ufeff{BODY}") == [("paragraph", BODY)]


def test_a_byline_is_in_no_block() -> None:
    assert _blocks(f"Treaty Signed\nBy Ana Roe and J. Dam\n\nLIMA (AP) – {BODY}") == [
        ("headline", "Treaty Signed"),
        ("paragraph", BODY),
    ]


def test_a_sentence_that_begins_with_by_is_a_paragraph() -> None:
    assert _blocks(f"By then all of them had left.\n\n{BODY}")[0][0] == "paragraph"


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert _blocks(f"{BODY}\n\nBroader Cooperation\n\n{BODY}")[1] == ("heading", "Broader Cooperation")


def test_the_tail_of_a_page_is_in_no_block() -> None:
    assert _blocks(f"{BODY}\n\nPrint Friendly\nShare this") == [("paragraph", BODY)]


def test_a_lone_sentence_without_a_full_stop_is_a_paragraph() -> None:
    assert _blocks("The ministers met in Lima") == [("paragraph", "The ministers met in Lima")]


def test_a_line_that_introduces_a_quotation_is_a_paragraph() -> None:
    assert _blocks(f"The minister said:\n\n“{BODY}”") == [
        ("paragraph", "The minister said:"),
        ("quotation", f"“{BODY}”"),
    ]


@pytest.mark.parametrize("quotation", [f"“{BODY}”", f'"{BODY}"', f"«{BODY}»", f"“{BODY}"])
def test_a_paragraph_in_quotation_marks_is_a_quotation(quotation: str) -> None:
    assert _blocks(f"{BODY}\n\n{quotation}")[1] == ("quotation", quotation)


def test_quoted_words_with_their_source_are_a_paragraph() -> None:
    assert _blocks(f"{BODY}\n\n“We agreed,” the minister said. “We signed.”")[1][0] == "paragraph"


def test_lines_with_a_marker_are_quotations_without_it() -> None:
    assert _blocks(f"{BODY}\n\n> We agreed.\n>\n> We signed.")[1:] == [
        ("quotation", "We agreed."),
        ("quotation", "We signed."),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_a_newline_after_a_sentence_parts_paragraphs(newline: str) -> None:
    assert _blocks(f"{BODY}{newline}{BODY}") == [("paragraph", BODY), ("paragraph", BODY)]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The ministers of the two states met in Lima on\nMonday. They signed the treaty, the agency said, and\nleft."
    )
    assert _blocks(wrapped) == [("paragraph", wrapped)]


def test_a_first_line_that_breaks_off_is_no_headline() -> None:
    text = "The ministers of the two states met in the capital with\nPresident Ana Roe on Monday."
    assert _blocks(text) == [("paragraph", text)]


def test_a_wrapped_first_line_is_no_headline() -> None:
    text = (
        "The ministers of the two states met in Lima\nPresident Ana Roe and signed the treaty that they\n"
        "have been speaking of since the last summit was\nheld."
    )
    assert _blocks(text) == [("paragraph", text)]


def test_a_wrapped_paragraph_ends_where_a_line_is_short() -> None:
    first = "The ministers of the two states, Ana Roe and Jan\nDam, met in Lima on Monday."
    second = "They signed the treaty of which they had spoken on\nSunday."
    assert _blocks(f"{first}\n{second}") == [("paragraph", first), ("paragraph", second)]


def test_a_line_that_goes_on_in_lower_case_goes_on_over_a_blank_line() -> None:
    text = "The minister of the state who had come to\n\nthe city said that they had agreed."
    assert _blocks(text) == [("paragraph", text)]


def test_a_text_of_long_lines_has_a_paragraph_a_line() -> None:
    first = f"{BODY[:-1]} and that they were now looking forward to the summit, which would be held in Bergen in May"
    assert _blocks(f"{BODY}\n{first}\n{BODY}") == [("paragraph", BODY), ("paragraph", first), ("paragraph", BODY)]


def test_each_item_of_a_list_is_a_paragraph_without_its_bullet() -> None:
    assert _blocks(f"{BODY}\n• Trade in wheat\n• Water")[1:] == [
        ("paragraph", "Trade in wheat"),
        ("paragraph", "Water"),
    ]


@pytest.mark.parametrize("blank", ["\u00a0", "\t", "\ufeff", "\u3000"])
def test_blanks_around_a_block_are_not_in_it(blank: str) -> None:
    assert _blocks(f"{blank}{BODY}{blank}\n{blank}\n{BODY}") == [("paragraph", BODY), ("paragraph", BODY)]


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\xef\xbb\xbf\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"PK\x03\x04\x00\x00", "is binary, not text"),
        (b"\x01\x02\x03 the state of the union", "is binary, not text"),
        ("The minister".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"The caf\xe9 of the minister", "is not UTF-8 at byte 7 (0xe9)"),
        (b"\xef\xbb\xbfThe caf\xe9 of the minister", "is not UTF-8 at byte 10 (0xe9)"),
        ("Министры двух государств встретились в Лиме.".encode(), "is not in English"),
        (b"LIMA (AP) -", "has a header and no report"),
    ],
)
def test_what_is_no_english_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data)
    assert caught.value.what == what


OTHER_LANGUAGES = {
    "German": "Die Minister der beiden Staaten trafen sich am Montag in Lima und sagten, dass sie den Vertrag "
    "unterzeichnet haben. Er tritt im Juni in Kraft, wie die Agentur von ihnen erfuhr, und gilt für zehn Jahre.",
    "French": "Les ministres des deux États se sont rencontrés lundi à Lima et ont dit avoir signé le traité. Il entre "
    "en vigueur en juin, a appris l'agence auprès d'eux, et vaut pour dix ans dans tous les pays de la région.",
    "Dutch": "De ministers van de twee staten kwamen maandag in Lima bijeen en zeiden dat zij het verdrag hebben "
    "getekend. Het gaat in juni in, zo vernam het agentschap van hen, en het geldt voor tien jaar of langer.",
    "Spanish": "Los ministros de los dos Estados se reunieron el lunes en Lima y dijeron que habían firmado el "
    "tratado. Entra en vigor en junio, según supo la agencia, y vale por diez años para todos los países de la región.",
    "Danish": "Ministrene fra de to stater mødtes mandag i Lima og sagde, at de havde underskrevet traktaten. Den "
    "træder i kraft i juni, fik bureauet at vide af dem, og den gælder for ti år for alle i hele området.",
    "Indonesian": "Para menteri dari kedua negara bertemu di Lima pada hari Senin dan mengatakan bahwa mereka telah "
    "menandatangani perjanjian itu. Perjanjian itu berlaku mulai Juni, menurut kantor berita, selama sepuluh tahun.",
}


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_another_language_is_refused(language: str) -> None:
    with pytest.raises(ReadError, match="is not in English"):
        read_text(OTHER_LANGUAGES[language])


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roe visited Lima Tuesday.",
        "President Ana Roe visited Lima Tuesday, officials told Nordpress, citing scheduled talks with Jan Dam.",
        "OSLO, 3 May (NTB) – Talks began.",
    ],
)
def test_a_brief_english_text_is_read(text: str) -> None:
    assert read_text(text).blocks


# --- files ----------------------------------------------------------------------------------


def test_a_files_text_is_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + BODY.encode())
    assert read_path(path).text == BODY


def test_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    assert read_path(path).source == path.as_posix()


@pytest.mark.parametrize(
    ("name", "what"), [("missing.txt", "does not exist"), ("empty", "is a folder without reports")]
)
def test_a_path_that_cannot_be_read_is_an_error(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError) as caught:
        read_path(tmp_path / name)
    assert (caught.value.what, caught.value.where) == (what, (tmp_path / name).as_posix())


def test_folders_give_their_texts_in_order_and_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.txt", "b/e.md"):
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in sources([tmp_path / "c.txt", tmp_path])]
    assert found == ["c.txt", "a.txt", "b/d.txt"]


def test_a_folder_without_texts_stands_for_itself(tmp_path: Path) -> None:
    assert list(sources([tmp_path])) == [tmp_path]


# --- whatever the text ----------------------------------------------------------------------

WORDS = re.findall(r"\S+ ?", "LIMA Oslo (AP) , / 5 May 2021. : “ ” > • and é 😀 _ ")
BREAKS = ["\n", "\r\n", "\n\n", "\t", "\u00a0", "\ufeff", " – ", " - "]
PIECES = st.sampled_from(
    [BODY, "By Ana Roe", "Broader Ties", HEADLINE, "\n5 May 2021\n", "date 2021-06-02 ", '"', *WORDS, *BREAKS]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=15).map("".join)


def _read(text: str) -> Article | None:
    try:
        return read_text(text)
    except ReadError:
        return None


@given(TEXTS)
def test_blocks_are_in_order_and_apart(text: str) -> None:
    article = _read(text)
    spans = [block.span for block in article.blocks] if article is not None else []
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.begin < span.end <= len(text) for end, span in zip(ends, spans, strict=False))


@given(TEXTS)
def test_blocks_have_no_blanks_around_them(text: str) -> None:
    article = _read(text)
    quotes = [article.quote(block.span) for block in article.blocks] if article is not None else []
    assert quotes == [quote.strip().strip("\ufeff") for quote in quotes]


@given(TEXTS)
def test_no_block_overlaps_the_header(text: str) -> None:
    article = _read(text)
    if article is not None and article.header is not None:
        assert not any(block.span.overlaps(article.header) for block in article.blocks if block.kind != "headline")


@given(TEXTS)
def test_places_lie_in_the_dateline_and_that_in_the_header(text: str) -> None:
    article = _read(text)
    if article is not None and article.dateline is not None and article.header is not None:
        assert article.header.covers(article.dateline) and all(article.dateline.covers(p) for p in article.places)


@given(TEXTS)
def test_every_sentence_is_in_a_block(text: str) -> None:
    article = _read(text)
    spans = [block.span for block in article.blocks] if article is not None else []
    sentences = [Span(*match.span()) for match in re.finditer(re.escape(BODY), text)] if spans else []
    assert all(any(span.covers(sentence) for span in spans) for sentence in sentences)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    article = _read(text)
    assert article is None or article.blocks


@given(st.text(alphabet="AB. -/,()a1&–", max_size=200))
def test_a_header_is_sought_in_reasonable_time(line: str) -> None:
    found = read_header(line, Span(0, len(line)))
    assert found is None or found.span.end <= len(line)


def test_a_report_has_its_kinds_of_block_in_the_model() -> None:
    assert {kind.value for kind in BlockKind} == {"headline", "heading", "paragraph", "quotation"}
