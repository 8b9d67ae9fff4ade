"""The picture of a report's graph: what is drawn of the data, and that Mermaid reads it as it is meant."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dateline import diagram, mapping, pipeline
from dateline.cli import main
from dateline.diagram import edges, mermaid
from dateline.diagram.figure import Edge, Figure, Node, Style
from dateline.mapping import tables
from dateline.read import read_bytes
from dateline.vocabulary import IRI, Literal, Quad, Term, dl, nif, org, rdf, rdfs, schema, status, xsd

BASE = "https://example.org/"
GRAPH = IRI(BASE + "graph/1")
REPORT, ANA, KOFI = (IRI(BASE + path) for path in ("article/1", "actor/ana-petrova", "actor/kofi-boateng"))
TALKS, FORUM, CLAIM = (
    IRI(BASE + path) for path in ("occurrence/1/9-meeting", "occurrence/1/40-gathering", "claim/1/5-9")
)
TEXT = (
    "LIMA, 3 May 2023 – Foreign Minister Ana Petrova met her counterpart Kofi Boateng in Lima on Tuesday. "
    'She said: "Our trade has doubled in ten years."'
)
NODE = re.compile(r'  (\w+)(?:\(\[|\[\[|\{\{|\[/|\[|\()"(.*)"(?:\]\)|\]\]|\}\}|/\]|\]|\)):::(\w+)')
EDGE = re.compile(r'  (\w+) -->\|"([^"]*)"\| (\w+)')


def literal(value: str) -> Literal:
    return Literal(value, xsd.string)


def said(subject: IRI, *pairs: tuple[IRI, Term]) -> list[Quad]:
    return [Quad(subject, *pair, GRAPH) for pair in pairs]


def person(iri: IRI, name: str = "Ana Petrova") -> list[Quad]:
    return said(iri, (rdf.type, dl.Actor), (rdf.type, schema.Person), (rdfs.label, literal(name)))


def occurrence(iri: IRI, class_: IRI, *pairs: tuple[IRI, Term], stands: IRI = status.occurred) -> list[Quad]:
    return said(iri, (rdf.type, dl.Occurrence), (rdf.type, class_), (dl.status, stands), *pairs)


def article() -> list[Quad]:
    return said(REPORT, (rdf.type, schema.NewsArticle), (rdfs.label, literal("Report, LIMA")))


def drawn(*parts: list[Quad]) -> set[tuple[str, str, str]]:
    """Return the arrows as source, label, target."""
    return {(edge.source, edge.label, edge.target) for edge in diagram.compose(chain.from_iterable(parts)).edges}


def node(id: str, *parts: list[Quad]) -> Node:
    (found,) = (node for node in diagram.compose(chain.from_iterable(parts)).nodes if node.id == id)
    return found


@cache
def quads(policy: str = "quotes") -> tuple[Quad, ...]:
    options = mapping.Options(text_policy=policy)
    return tuple(mapping.quads(pipeline.convert_article(read_bytes(TEXT.encode()), pipeline.load()), options))


# --- what is drawn --------------------------------------------------------------------------------


def test_who_acts_stands_before_the_act_and_whom_it_concerns_behind() -> None:
    act = occurrence(TALKS, dl.Invitation, (schema.agent, ANA), (schema.recipient, KOFI))

    assert drawn(article(), person(ANA), person(KOFI), act) == {
        ("actor_ana_petrova", "agent", "occurrence_9_meeting"),
        ("occurrence_9_meeting", "recipient", "actor_kofi_boateng"),
    }


def test_every_relation_of_an_occurrence_or_a_claim_is_drawn() -> None:
    relations = {row.property for row in (*tables.OCCURRENCE, *tables.CLAIM) if row.convert is tables.ref}

    assert relations - {join.property for join in edges.JOINS} == set()


@pytest.mark.parametrize(
    ("stands", "style"),
    [
        ("occurred", Style.TOLD),
        ("ongoing", Style.TOLD),
        ("planned", Style.OPEN),
        ("proposed", Style.OPEN),
        ("hypothetical", Style.OPEN),
        ("claimed", Style.OPEN),
        ("unspecified", Style.OPEN),
        ("negated", Style.NEGATED),
    ],
)
def test_an_occurrence_is_drawn_by_its_status(stands: str, style: Style) -> None:
    visit = occurrence(TALKS, dl.Visit, (schema.attendee, ANA), stands=status[stands])

    assert node("occurrence_9_meeting", person(ANA), visit).style is style


@pytest.mark.parametrize("style", [Style.OPEN, Style.NEGATED])
def test_what_is_not_told_as_a_fact_is_dashed(style: Style) -> None:
    assert "stroke-dasharray" in mermaid.LOOKS[style]


def test_an_occurrence_says_its_narrowest_class_its_name_its_status_and_its_time() -> None:
    pairs = (schema.name, literal("Harbour Forum")), (dl.time, literal("2027")), (schema.attendee, ANA)
    forum = occurrence(FORUM, dl.Gathering, *pairs, stands=status.planned)

    found = node("occurrence_40_gathering", person(ANA), forum)

    assert found[2:] == ("gathering", "Harbour Forum", ("planned, 2027",))


def told(*words: str) -> Node:
    """Return an occurrence without a name that the words tell of, the last one first in the data."""
    passages = [IRI(f"{BASE}text/1#char={begin},{begin + 9}") for begin in range(5, 5 + 50 * len(words), 50)]
    quotes = [said(iri, (nif.anchorOf, literal(word))) for iri, word in zip(passages, words, strict=True)]
    act = occurrence(TALKS, dl.Meeting, (schema.attendee, ANA), *((dl.trigger, iri) for iri in passages))
    return node("occurrence_9_meeting", person(ANA), act, *reversed(quotes))


def test_an_occurrence_without_a_name_says_the_words_that_tell_of_it_in_their_order() -> None:
    assert told("met", "talks").notes == ("“met” … “talks”",)


def test_of_many_words_that_tell_of_an_occurrence_two_are_said() -> None:
    assert told("met", "talks", "meeting", "dialogue").notes == ("“met” … “talks”",)


def test_an_office_is_the_arrow_from_the_person_to_the_body() -> None:
    body = said(KOFI, (rdf.type, dl.Actor), (rdfs.label, literal("Harbour Board")))
    tenure = said(IRI(BASE + "tenure/1/x"), (rdf.type, dl.Tenure), *office(ANA, "chair", body=KOFI))

    assert drawn(person(ANA), body, tenure) == {("actor_ana_petrova", "chair", "actor_kofi_boateng")}
    assert node("actor_ana_petrova", person(ANA), body, tenure).notes == ()


def test_an_office_in_no_stated_body_stands_under_the_name() -> None:
    tenure = said(IRI(BASE + "tenure/1/x"), (rdf.type, dl.Tenure), *office(ANA, "chair"))

    assert node("actor_ana_petrova", article(), person(ANA), tenure).notes == ("chair",)


def office(holder: IRI, role: str, body: IRI | None = None) -> list[tuple[IRI, Term]]:
    pairs: list[tuple[IRI, Term]] = [(org.member, holder), (schema.roleName, literal(role))]
    return pairs if body is None else [*pairs, (org.organization, body)]


def test_what_stands_alone_hangs_on_the_report() -> None:
    assert drawn(article(), person(ANA), occurrence(TALKS, dl.Conflict)) == {
        ("report_1", "mentions", "actor_ana_petrova"),
        ("report_1", "tells of", "occurrence_9_meeting"),
    }


def test_a_report_that_says_nothing_has_an_empty_picture() -> None:
    assert diagram.compose(article()) == Figure("Report, LIMA", (), ())


def test_no_passage_is_drawn() -> None:
    assert not [node for node in diagram.compose(quads()).nodes if "char" in node.id]


def test_a_claim_s_words_are_drawn() -> None:
    assert "“Our trade has doubled in ten years.”" in parsed(diagram.draw(quads()))[0].values()


def test_words_that_the_data_withhold_are_not_drawn() -> None:
    assert "trade" not in diagram.draw(quads("offsets"))


# --- what is left out -----------------------------------------------------------------------------


def claim() -> list[Quad]:
    return said(CLAIM, (rdf.type, dl.ReportedClaim), (dl.claimant, ANA))


def test_the_claimant_of_what_is_stated_in_an_act_of_theirs_is_not_drawn_again() -> None:
    act = occurrence(TALKS, dl.Statement, (schema.agent, ANA), (dl.states, CLAIM))

    assert ("actor_ana_petrova", "claimant", "claim_5_9") not in drawn(person(ANA), claim(), act)


def test_another_claimant_is_drawn() -> None:
    act = occurrence(TALKS, dl.Statement, (schema.agent, KOFI), (dl.states, CLAIM))

    assert ("actor_ana_petrova", "claimant", "claim_5_9") in drawn(person(ANA), person(KOFI), claim(), act)


@pytest.mark.parametrize(("whole", "is_drawn"), [(dl.Gathering, False), (dl.Meeting, True)])
def test_who_acts_within_a_gathering_is_not_drawn_as_its_attendee_but_who_meets_is(whole: IRI, is_drawn: bool) -> None:
    act = occurrence(TALKS, dl.Statement, (schema.agent, ANA), (schema.superEvent, FORUM))
    forum = occurrence(FORUM, whole, (schema.attendee, ANA))

    arrow = ("actor_ana_petrova", "attendee", "occurrence_40_gathering")

    assert (arrow in drawn(person(ANA), act, forum)) is is_drawn


# --- the text of the picture ------------------------------------------------------------------------


def parsed(text: str) -> tuple[dict[str, str], list[tuple[str, ...]], list[str]]:
    """Return the words of the nodes by id, the edges, and the lines that are neither."""
    nodes = [match for line in text.splitlines() if (match := NODE.fullmatch(line))]
    arrows = [match.groups() for line in text.splitlines() if (match := EDGE.fullmatch(line))]
    rest = [line for line in text.splitlines() if not NODE.fullmatch(line) and not EDGE.fullmatch(line)]
    assert len({match[1] for match in nodes}) == len(nodes)
    return {match[1]: decoded(match[2]) for match in nodes}, arrows, rest


def decoded(label: str) -> str:
    words = re.sub(r"</?b>", "", label).replace("<br>", " ")
    assert not re.search(r'[<>&"`*_]|#(?!\d+;)', words)
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), words)


def test_every_arrow_joins_two_nodes_of_the_picture() -> None:
    nodes, arrows, _ = parsed(diagram.draw(quads()))

    assert arrows and {end for source, _, target in arrows for end in (source, target)} == set(nodes)


def test_beside_nodes_and_arrows_there_are_a_header_and_styles() -> None:
    _, _, rest = parsed(diagram.draw(quads()))

    head = [
        "---",
        'title: "Report, LIMA, 2023-05-03 · dashed: not told as a fact"',
        mermaid.CONFIG,
        "---",
        "flowchart LR",
    ]
    assert rest[:5] == head
    assert all(line.startswith("  classDef ") for line in rest[5:])


@given(name=st.text(min_size=1).filter(lambda text: text.strip()))
def test_the_words_of_a_node_are_what_mermaid_shows(name: str) -> None:
    text = mermaid.write(Figure("x", (Node("a", Style.PERSON, "", name, ()),), ()))

    assert "".join(parsed(text)[0]["a"].split()) == "".join(name.split())


@given(role=st.text())
def test_the_words_of_an_arrow_are_what_mermaid_shows(role: str) -> None:
    text = mermaid.write(Figure("x", (), (Edge("a", "b", role),)))

    assert decoded(parsed(text)[1][0][1]) == role


def test_the_same_statements_in_another_order_make_the_same_picture() -> None:
    assert diagram.draw(quads()) == diagram.draw(reversed(quads()))


def test_two_nodes_whose_names_differ_in_hyphens_only_have_ids_of_their_own() -> None:
    twins = [person(IRI(f"{BASE}actor/{slug}"), slug) for slug in ("ana-b", "ana--b")]

    assert len(drawn(article(), *twins)) == 2


# --- the command ------------------------------------------------------------------------------------


def build(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["build", "-", *map(str, arguments)], input=TEXT)


def test_build_writes_a_picture_beside_the_data(tmp_path: Path) -> None:
    build("-o", tmp_path, "--format", "turtle", "--diagram")

    (data,) = tmp_path.glob("*.ttl")
    assert data.with_suffix(".mmd").read_text(encoding="utf-8") == diagram.draw(quads())


def test_build_draws_nothing_unasked(tmp_path: Path) -> None:
    build("-o", tmp_path)

    assert list(tmp_path.glob("*.mmd")) == []


def test_no_picture_goes_to_standard_output() -> None:
    done = build("-o", "-", "--format", "turtle", "--diagram")

    assert (done.exit_code, "--diagram writes files" in done.stderr) == (2, True)
