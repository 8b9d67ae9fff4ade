"""Headers in forms that only some agencies write, each tried where the wires' form is not found.

| form | what must speak for it |
|---|---|
| `OSLO. NORDPRESS The …` | place and agency in capitals |
| `OSLO, (Nord Press - 3 May, 2024) The …`, `OSLO (Nord) The …` | place in capitals, or an agency of words.toml |
| `Oslo-NTB`, `Oslo – NTB: The …` | the agency is one of words.toml, or the text calls it an agency: "… Agency (NTB)" |
| `Oslo 3 May 2024 (Nord) The …`, `Oslo. 3 May. Nord Press - The …` | the day |
| `Oslo (Nord), 3 May – The …`, `Oslo – 3 May 2024: The …` | the day |
| `NTB Oslo, 3 May – The …`, `(NTB) Oslo – The …` | the agency is one of words.toml |
| `nord.com – The …` | the address: an agency without a place |
| `[Oslo] The …` | the brackets, before a long sentence |
| `(Oslo, 3 May 2024)`, `Oslo: 3 May 2024` | a line of its own |
| `(Nord Press) – The …`, `(NORD- PRESS) The …` | a dash, or capitals: an agency without a place |
| `(3 May 2024) -- The …` | the dash |
| `Oslo: President …` | nothing that speaks against it, see `_is_quiet` |
| `Oslo, The Minister …` | the text has "in Oslo" as well: "Roe, The Minister of …" is a person |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span
from dateline.read.days import DATE, read_day
from dateline.read.line import LONE_LINE, is_terminated, strip
from dateline.read.place import PLACE, REGION, Header, are_places, is_agency, is_in_capitals
from dateline.read.words import words

_BEGINS = r"(?=[^\W\d_a-z]|[“\"‘])"
_RUN_ON = re.compile(rf"(?P<places>[^\W\d_](?:[^\W\d_]|-){{3,}})\.\s?(?P<agency>[^\W\d_]{{4,}})\s{_BEGINS}")
_IN_PARENS = re.compile(
    rf"(?P<places>{PLACE}),?\s\((?P<agency>[^()\d]{{2,60}}?)(?:\s[-–]\s(?P<own>{DATE}))?\s?\)(?:\s?:\s?|\s){_BEGINS}"
)
_JOINED = re.compile(
    rf"(?P<places>{PLACE})\s?[\-–—/]\s?(?P<agency>[^\W\d_]{{2,}})"
    rf"(?:\s*$|:\s+{_BEGINS}|\s*[–—]\s*{_BEGINS}|\s-+\s{_BEGINS})"
)
_DAY_IN_FRONT = re.compile(
    rf"(?P<places>{PLACE}),?\s(?P<own>{DATE}),?\s?\((?P<agency>[^()\d]{{2,40}})\)(?:\s?[:\-–—]\s?|\s){_BEGINS}"
)
_SENTENCES = re.compile(
    rf"(?P<places>{PLACE})\.\s(?P<own>{DATE})\.\s(?P<agency>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}})"
    rf"(?:\s/[^/]{{2,40}}/)?\s[-–—]+\s{_BEGINS}"
)
_DAY_BEHIND_AGENCY = re.compile(
    rf"(?P<places>{PLACE})\s\((?P<agency>[^()\d]{{2,40}})\),\s(?P<own>{DATE})\s?(?::|--+|[–—-])\s{_BEGINS}"
)
_AGENCY_IN_FRONT = re.compile(
    rf"(?:\((?P<parens>[^()\d]{{2,40}})\)|(?P<agency>[^\W\d_]{{2,}}))\s(?P<places>{PLACE})"
    rf"(?:,\s(?P<own>{DATE}))?\s(?:--+|[–—-])\s{_BEGINS}"
)
_DOMAIN = re.compile(rf"(?P<agency>[^\W_]{{3,}}(?:-[^\W_]+)*\.[^\W\d_]{{2,4}})\s(?:--+|[–—-])\s{_BEGINS}")
_DASHES = re.compile(
    rf"(?P<places>{PLACE})(?:{REGION})?(?:,|\s[–—-])\s(?:(?P<own>{DATE})|\d\d?[./]\d\d?[./]\d{{4}})"
    rf"\s?(?::|--+|[–—]|(?<=\s)-)\s{_BEGINS}"
)
_BRACKETS = re.compile(rf"\[(?P<places>{PLACE})(?:{REGION})?\](?:\s?[-–—:]+)?\s{_BEGINS}")
_PLACE_AND_DAY = re.compile(rf"\((?P<places>{PLACE})(?:{REGION})?,\s(?P<own>{DATE})\)")
_DAY_BEHIND = re.compile(rf"(?P<places>{PLACE})(?:{REGION})?\s?:\s?(?P<own>{DATE})")
_AGENCY = re.compile(rf"\((?P<agency>[^\W\d_][^()\d]{{1,40}})\)(?:\s*(?P<dash>--+|[–—―‒−\-])\s*|\s){_BEGINS}")
_DAY_ALONE = re.compile(rf"\((?:(?P<own>{DATE})|\d\d?/\d\d?/\d\d(?:\d\d)?)\)\s*(?:--+|[–—-])\s+{_BEGINS}")
_COLON = re.compile(rf"(?P<places>{PLACE}):\s{_BEGINS}")
_COMMA = re.compile(rf"(?P<places>{PLACE}),\s(?=(?:The|His|Her)\s[^\W\d_a-z])(?!The\sHague)")
_LABELLED = re.compile(r"^\s*[^\W\d_a-z][\w ]{1,30}:\s", re.MULTILINE)
_MANY = 3
"""Lines with a label: where there are so many, none is a dateline."""
_LONGEST_NAME = 3
_STEM = 4
"""Code points that a place's name shares with the word for its people: "Peru", "Peruvian"."""


def read_irregular(text: str, line: Span) -> Iterator[Header]:
    """Yield the headers that the begin of a line can be read as, the surest first."""
    for form, holds in _FORMS:
        head = form.match(text, line.begin, line.end)
        if head is not None and holds(head, line):
            yield _header(head)


def _is_run_on(head: re.Match[str], _: Span) -> bool:
    return head["places"].isupper() and head["agency"].isupper()


def _is_in_parens(head: re.Match[str], _: Span) -> bool:
    if head["own"] is not None:
        return head["places"].isupper()
    known = is_in_capitals(head["places"]) or head["agency"].lower() in words("agency")
    return are_places(head["places"]) and known and is_agency(head["agency"], head["places"])


def _is_dated(head: re.Match[str], _: Span) -> bool:
    return are_places(head["places"]) and is_agency(head["agency"], head["places"])


def _is_led(head: re.Match[str], _: Span) -> bool:
    name = head["parens"] or head["agency"]
    named = name.lower() in words("agency") and (head["parens"] is not None or name.isupper())
    return named and are_places(head["places"])


def _is_place(head: re.Match[str], _: Span) -> bool:
    return are_places(head["places"])


def _is_bracketed(head: re.Match[str], line: Span) -> bool:
    return are_places(head["places"]) and not head["places"].isupper() and _opens_a_sentence(head, line)


def _is_joined(head: re.Match[str], _: Span) -> bool:
    agency = head["agency"]
    known = agency[0].isupper() and agency.lower() in words("agency")
    return are_places(head["places"]) and (known or f"Agency ({agency})" in head.string)


def _is_line(head: re.Match[str], line: Span) -> bool:
    return are_places(head["places"]) and head.end() == line.end


def _is_agency(head: re.Match[str], _: Span) -> bool:
    name = head["agency"]
    return (
        is_in_capitals(name)
        or name.lower() in words("agency")
        or (head["dash"] is not None and all(word[0].isupper() for word in re.findall(r"\w+", name)))
    )


def _is_any(_head: re.Match[str], _: Span) -> bool:
    return True


def _is_quiet(head: re.Match[str], line: Span) -> bool:
    """Tell whether a name with a colon, where a long sentence begins, is where that was filed from.

    A speaker ("Roe: We will …") and a topic ("Peru: The Council …") stand there too. So the name must be no
    label and no pair ("Peru-Chile: …"), the sentence nobody's speech, the first paragraph silent on it and its
    people, as a report is that was filed there ("here"), and the text must nowhere have it as a person's: after a
    name or title, before "said".
    """
    names = head["places"].split()
    lead = head.string[head.end() : line.end]
    return (
        _opens_a_sentence(head, line)
        and not any(name.lower() in words("label") | words("office") for name in names)
        and lead.split(maxsplit=1)[0].strip('"“‘,').lower() not in words("speech")
        and re.search(rf"\b{re.escape(max(names, key=len)[:_STEM])}", lead) is None
        and re.search(r"-[^\W\d_a-z]", head["places"]) is None
        and not _is_persons(head.string, head["places"])
        and len(_LABELLED.findall(head.string)) < _MANY
    )


def _is_named_as_place(head: re.Match[str], line: Span) -> bool:
    named = rf"\b(?:in|at|from|to) {re.escape(head['places'])}\b"
    return _opens_a_sentence(head, line) and re.search(named, head.string) is not None


def _opens_a_sentence(head: re.Match[str], line: Span) -> bool:
    return (
        are_places(head["places"])
        and len(head["places"].split()) <= _LONGEST_NAME
        and line.end - head.end() > LONE_LINE
        and is_terminated(head.string, line)
    )


def _is_persons(text: str, name: str) -> bool:
    named = re.escape(name)
    first, _, last = name.rpartition(" ")
    if first and re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", text) is not None:
        return True
    if re.search(rf"\b{named}\s(?:said|says|told|added|stressed|noted)\b", text) is not None:
        return True
    before = re.findall(rf"\b([^\W\d_a-z][^\W\d_]*)\.? {named}\b", text)
    return any(word.lower() not in words("starter") | words("function") for word in before)


def _header(head: re.Match[str]) -> Header:
    groups = head.groupdict()
    place = Span(*head.span("places")) if "places" in groups else None
    return Header(
        span=strip(head.string, Span(*head.span())),
        dateline=place,
        places=(place,) if place is not None else (),
        agency=next((Span(*head.span(name)) for name in ("agency", "parens") if groups.get(name) is not None), None),
        date=read_day(groups["own"]) if groups.get("own") is not None else None,
    )


_FORMS = (
    (_DOMAIN, _is_any),
    (_AGENCY_IN_FRONT, _is_led),
    (_RUN_ON, _is_run_on),
    (_IN_PARENS, _is_in_parens),
    (_DAY_IN_FRONT, _is_dated),
    (_SENTENCES, _is_dated),
    (_DAY_BEHIND_AGENCY, _is_dated),
    (_DASHES, _is_place),
    (_BRACKETS, _is_bracketed),
    (_DAY_BEHIND, _is_line),
    (_JOINED, _is_joined),
    (_PLACE_AND_DAY, _is_line),
    (_AGENCY, _is_agency),
    (_DAY_ALONE, _is_any),
    (_COLON, _is_quiet),
    (_COMMA, _is_named_as_place),
)
