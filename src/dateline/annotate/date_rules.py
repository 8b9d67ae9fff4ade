"""The grammar of temporal expressions: a table of patterns, each with the reader of its value.

In a pattern a space is any white space, and a word in capitals stands for a part below; "MONTH2" is
a second one. The group `time`, if there is one, is the expression without the words around it that
decide how it is read. Of rules that match at one place the longest match holds, then the first rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dateline.annotate import date_values as values
from dateline.annotate.date_values import Anchor

Reader = Callable[["re.Match[str]", Anchor], str | None]


class Rule(NamedTuple):
    """A kind of expression."""

    pattern: re.Pattern[str]
    read: Reader
    bare: bool = False
    """It is a year or a month alone, which is often no date but part of a name or a number."""
    spoken: bool = False
    """It counts from the speaker's day: in quoted words that is not the report's."""


_PARTS = {
    "MONTH": r"(?P<month#>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![^\W\d_])",
    "DAY": r"(?P<day#>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|-[^\W\d_])",
    "YEAR": r"(?P<year#>(?:1[5-9]|20)\d\d)(?![\w%/]|[.,]\d|-[^\W\d_])",
    "THEN": r"(?:,? (?:of )?YEAR|,? (?:of )?(?P<step#>this|last|next) year\b)",
    "WEEKDAY": r"(?P<weekday#>(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)(?!\w)",
    "NAMED": r"(?:WEEKDAY(?:,\s?(?:the )?| (?:the )?))?",
    "PART": r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?: in |[- ]))?",
    "TO": r"(?:\s?[-–—]\s?| (?:to|until|till|through|thru) )",
    "SEASON": r"(?P<season#>spring|summer|autumn|fall|winter)",
    "SHARE": r"(?P<share#>quarter|half)",
    "NTH": r"(?P<nth#>first|second|third|fourth|last|1st|2nd|3rd|4th)",
    "COUNT": r"(?P<number#>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
}
_PART = re.compile(rf"({'|'.join(sorted(_PARTS, key=len, reverse=True))})(2?)")
_NAME = re.compile(r"\(\?P<\w+>")
_BEGIN = r"(?<![\w/.$€£:–-])"
_DEICTIC = (
    r"(?P<name>day before yesterday|day after tomorrow|last night|this (?:morning|afternoon|evening)"
    r"|yesterday|today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?(?!\w|-)"
)
_NAMED_DAYS = "Ash|Black|Bloody|Cyber|Easter|Fat|Giving|Good|Holy|Maundy|Palm|Shrove|Super"


def _compile(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    while _PART.search(pattern) is not None:
        pattern = _PART.sub(lambda part: _PARTS[part[1]].replace("#", part[2]), pattern)
    return re.compile(_BEGIN + pattern.replace(" ", r"\s+"), flags)


def _days() -> tuple[Rule, ...]:
    return (
        Rule(_compile(r"\d{4}-\d\d-\d\d(?![\w-])"), values.read_iso),
        Rule(
            _compile(r"(?P<a>\d\d?)(?P<mark>[./])(?P<b>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/]|\.\d)"),
            values.read_numbers,
        ),
        Rule(_compile(r"(?:(?P<by>[Ll]ast|[Nn]ext|[Tt]his) )?NAMEDMONTH DAY(?:THEN)?"), values.read_day),
        Rule(_compile(r"NAMEDDAY (?:of )?MONTH(?:THEN)?"), values.read_day),
        Rule(_compile(rf"(?:(?:earlier|later) )?{_DEICTIC}", re.IGNORECASE), values.read_offset, spoken=True),
        Rule(
            _compile(
                r"(?:(?:[Ee]arly|[Ll]ate) )?(?:(?P<by>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|[Cc]oming|[Pp]ast) )?"
                r"WEEKDAY(?: (?:morning|afternoon|evening|night))?(?:,? (?:of )?(?P<week>last|this|next) week\b)?"
            ),
            values.read_weekday,
        ),
    )


def _stretches() -> tuple[Rule, ...]:
    return (
        Rule(_compile(r"MONTH DAYTODAY2(?:,? YEAR2)?"), values.read_days),
        Rule(_compile(r"DAYTODAY2 (?:of )?MONTH(?:,? YEAR2)?"), values.read_days),
        Rule(_compile(r"MONTH DAY(?:,? YEAR)?TOMONTH2 DAY2(?:,? YEAR2)?"), values.read_days),
        Rule(_compile(r"DAY (?:of )?MONTH(?:,? YEAR)?TO(?:the )?DAY2 (?:of )?MONTH2(?:,? YEAR2)?"), values.read_days),
        Rule(
            _compile(r"[Bb]etween (?P<time>MONTH DAY(?:,? YEAR)? and (?:MONTH2 )?DAY2(?:,? YEAR2)?)"), values.read_days
        ),
        Rule(_compile(r"[Bb]etween (?P<time>DAY(?: MONTH)? and DAY2 MONTH2(?:,? YEAR2)?)"), values.read_days),
        Rule(_compile(r"MONTH DAY and DAY2(?:,? YEAR2)?"), values.read_consecutive),
        Rule(_compile(r"DAY and DAY2 MONTH(?:,? YEAR2)?"), values.read_consecutive),
        Rule(_compile(r"MONTH(?:TO| and )MONTH2,? (?:of )?YEAR"), values.read_months),
        Rule(
            _compile(
                r"(?:[Ff]rom|[Bb]etween|[Ii]n|[Ff]or|the) (?P<time>YEAR(?:TO| and )(?P<last>\d{4}|\d\d))(?![\w-])"
            ),
            values.read_years,
        ),
        Rule(_compile(r"(?P<time>YEAR\s?[-–]\s?(?P<last>\d{4}))(?![\w-])"), values.read_years),
        Rule(
            _compile(
                r"(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?"
                r"(?P<by>[Tt]his|[Ll]ast|[Nn]ext) (?P<unit>week|month|year)(?!\w|-| (?:of|or)\b)"
            ),
            values.read_period,
        ),
        Rule(
            _compile(
                r"(?:(?P<bound>more than|less than|over|at least|under) )?"
                r"(?P<about>(?:about|around|some|nearly|almost|roughly) )?"
                r"COUNT (?P<unit>day|week|month|year)s? (?P<way>ago|from now|from today)(?!\w)",
                re.IGNORECASE,
            ),
            values.read_ago,
        ),
    )


def _wholes() -> tuple[Rule, ...]:
    return (
        Rule(_compile(r"PARTMONTH(?:THEN)"), values.read_month),
        Rule(_compile(r"PARTMONTH(?!\.?\s?\d)"), values.read_month, bare=True),
        Rule(_compile(r"(?P<by>[Ll]ast|[Nn]ext|[Tt]his) MONTH(?!\.?\s?\d)"), values.read_stepped_month),
        Rule(_compile(r"PARTSEASON(?: of|,)? YEAR", re.IGNORECASE), values.read_season),
        Rule(_compile(r"this SEASON(?!\w|-)", re.IGNORECASE), values.read_this_season),
        Rule(_compile(r"NTH[- ]SHARE(?: of)?(?:,? YEAR| (?P<step>this|last|next) year\b)", re.I), values.read_share),
        Rule(_compile(r"(?:YEAR|(?P<step>this|last|next) year)(?:['’]s)? NTH[- ]SHARE\b", re.I), values.read_share),
        Rule(_compile(r"first COUNT months of YEAR", re.I), values.read_first_months),
        Rule(_compile(r"PART(?P<decade>(?:1[5-9]|20)\d)0s(?!\w)"), values.read_decade),
        Rule(_compile(r"PART(?:year )?YEAR"), values.read_year, bare=True),
    )


def _left_out() -> tuple[Rule, ...]:
    """What holds the words of a date and is none, or none that can be read safely."""
    patterns = (
        r"(?:[Ee]very|[Ee]ach|[Aa]ny|[Ss]ome|[Oo]ne|[Oo]ther|[Tt]hat) WEEKDAY",
        r"[Tt]he (?:following|previous|preceding|same|next) WEEKDAY",
        r"(?:the )?(?:NTH|fifth) WEEKDAY (?:of|in) (?:the month|(?:each |every )?month|MONTH(?:THEN)?)",
        r"the WEEKDAY (?:after|before|of)\b",
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b",
        rf"(?:{_NAMED_DAYS}) WEEKDAY",
        r"WEEKDAY (?:Times|Mail|Telegraph|Express|Mirror|Post|Herald|Independent)\b",
        r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[Oo]ur) "
        r"(?:last|next|past|coming) (?:\w+ )?(?:day|week|month|year|decade)s?\b",
        r"(?:this|last|next) (?:week|month|year) of\b",
        r"(?:NTH[- ]quarter )?(?:of )?[Ff]iscal(?: year|-year)?[- ](?:YEAR|\d\d\b)",
        r"\d+\s?\(YEAR\)",
        r"(?:[Ee]very|[Ee]ach) (?:MONTH|year)",
        r"WEEKDAY(?: and WEEKDAY2)? (?:nights|mornings|evenings|afternoons)",
        r"(?:week|weekend) of MONTH DAY",
        r"(?:day|week|month|year|night|evening|morning)s? (?:before|after) (?:last |next )?(?:WEEKDAY|MONTH DAY|YEAR)",
        r"(?:YEAR|(?:this|last|next) year)(?:['’]s)? (?:\w+ )?(?:quarter|half|period)\b",
        r"(?:NTH|COUNT) (?:\w+ )?(?:day|week|month|quarter|half)s? of (?:YEAR|MONTH(?:,? (?:of )?YEAR2)?)",
        r"[Tt]oday['’]s\b",
        r"(?:MONTH DAY|DAY2 MONTH2) (?:terror\w*|attacks?|massacre|uprising|revolution|riots?|coup)\b",
        r"(?:a|one|two|three) (?:day|week|month|year)s? (?:ago|from) (?:WEEKDAY|today|tomorrow|yesterday)",
    )
    return tuple(Rule(_compile(pattern), values.leave_out) for pattern in patterns)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules; they are compiled when they are first asked for."""
    return (*_days(), *_stretches(), *_wholes(), *_left_out())


@cache
def gate() -> re.Pattern[str]:
    """Return what matches wherever some rule does, so that one search finds the few places where rules are tried.

    It may match elsewhere too: its groups have no names, so that a mark that is repeated may differ.
    """
    return re.compile(_BEGIN + f"(?:{'|'.join(map(_nameless, rules()))})")


def _nameless(rule: Rule) -> str:
    """Return a rule's pattern without its begin and its names, which may not be repeated within the gate."""
    pattern = _NAME.sub("(?:", rule.pattern.pattern.removeprefix(_BEGIN)).replace("(?P=mark)", "[./]")
    return f"(?i:{pattern})" if rule.pattern.flags & re.IGNORECASE else pattern
