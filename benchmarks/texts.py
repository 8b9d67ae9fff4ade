"""Reports of our own making: sentences from templates, names from syllables, the same for the same number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

SYLLABLES = (
    "ba be bo da de dor fa fen ga gor ha il ka kel la lin lo ma mar mi na nor o pa per ra rin ta to va vi za".split()
)
STATES = (
    "Norway Kenya Chile Ghana Estonia Jordan Mongolia Peru Portugal Fiji Senegal Latvia Uruguay Nepal Iceland".split()
)
CITIES = (
    "Oslo Nairobi Santiago Accra Tallinn Amman Ulaanbaatar Lima Lisbon Suva Dakar Riga Montevideo Kathmandu".split()
)
OFFICES = ("Foreign Minister", "Speaker", "President", "Deputy Prime Minister", "Ambassador", "Trade Minister")
THEMES = (
    "fisheries",
    "water management",
    "border crossings",
    "the rights of children",
    "grain exports",
    "clean energy",
)
MONTHS = "January February March April May June July September October November December".split()
OPENINGS = (
    "{office1} {person1} of {state1} met {office2} {person2} in {city1} on {month} {day} to discuss {theme1}.",
    "{state1} and {state2} held talks on {theme1} in {city1} on {month} {day}, {office1} {person1} said.",
    "{office1} {person1} announced on {month} {day} that {state1} would host a summit on {theme1} in {next}.",
)
SENTENCES = (
    "{last1} underlined that trade between {state1} and {state2} had grown by {number} percent in five years.",
    "He invited {last2} to pay an official visit to {state1} and to take part in the {number}th Forum on {theme2}.",
    '"We will stand by our neighbours," {last1} told reporters after the meeting, which lasted for two hours.',
    "According to the ministry, {number} delegates from {state2} are expected in {city2} in {month} {next}.",
    "{office2} {person2}, who chairs the committee on {theme2}, stressed the role of parliaments in lasting peace.",
    "The two sides reaffirmed their commitment to {theme1} and agreed to set up a joint commission in {city2}.",
    "Their conversation also touched upon {theme2}, the transit of goods and the situation in the region.",
    "{last2}'s address at the assembly highlighted the efforts of {state2} towards {theme2} and regional dialogue.",
    "The agreement may be signed in {next}, although several lawmakers in {city1} have voiced doubts about its cost.",
    "{state2} expressed condolences to {state1} over the floods and offered help with the repair of roads and bridges.",
    "Officials noted that {theme1} would be on the agenda of the summit that {state2} plans to host in {next}.",
    "It was not immediately clear whether the parliament of {state1} would ratify the treaty before the recess.",
)
PARAGRAPHS = 5
SENTENCES_EACH = 4


def report(number: int) -> str:
    """Return the report of a number: a dateline and some 350 words; its names are unlike those of others."""
    random = Random(number)
    facts = _facts(random)
    paragraphs = []
    for index in range(PARAGRAPHS):
        sentences = random.sample(SENTENCES, SENTENCES_EACH)
        opening = [random.choice(OPENINGS)] if index == 0 else []
        paragraphs.append(" ".join(each.format_map(facts) for each in (*opening, *sentences)))
    head = f"{facts['city1'].upper()}, {facts['day']} {facts['month']} {facts['year']} – "
    return head + "\n\n".join(paragraphs) + "\n"


def reports(folder: Path | None, number: int) -> Iterator[str]:
    """Yield `number` texts: those of a folder over and over, or ours."""
    if folder is None:
        yield from map(report, range(number))
        return
    files = sorted(folder.rglob("*.txt"))
    for index in range(number):
        yield files[index % len(files)].read_text(encoding="utf-8")


def _facts(random: Random) -> dict[str, str]:
    facts = {"day": str(random.randint(1, 28)), "month": random.choice(MONTHS), "number": str(random.randint(20, 99))}
    year = random.randint(2015, 2030)
    facts |= {"year": str(year), "next": str(year + 1)}
    for key, values in (("state", STATES), ("city", CITIES), ("theme", THEMES), ("office", OFFICES)):
        one, other = random.sample(values, 2)
        facts |= {f"{key}1": one, f"{key}2": other}
    for key in "12":
        facts[f"last{key}"] = _name(random, 3)
        facts[f"person{key}"] = f"{_name(random, 2)} {facts[f'last{key}']}"
    return facts


def _name(random: Random, syllables: int) -> str:
    return "".join(random.choices(SYLLABLES, k=syllables)).capitalize()
