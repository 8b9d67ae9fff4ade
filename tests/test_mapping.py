from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic

from dateline import iris, mapping
from dateline.errors import OutputError
from dateline.mapping import Options, tables
from dateline.mapping.classes import KINDS
from dateline.model import (
    ACTOR_KINDS,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    Form,
    Kind,
    Link,
    Mention,
    Occurrence,
    Ref,
    Report,
    Span,
    Status,
    Tenure,
    Time,
    Topic,
)
from dateline.serialize import write
from dateline.vocabulary import (
    IRI,
    Literal,
    Quad,
    Term,
    dcterms,
    dl,
    edtf,
    eventtype,
    itsrdf,
    nif,
    org,
    prov,
    rdf,
    rdfs,
    schema,
    sem,
    xsd,
)

BASE = "https://example.org/"
TEXT = (
    "OSLO, 4 May 2023 – Ingrid Dahl, speaker of the Storting, met Kofi Boateng in Lisbon on 3 May. "
    "She announced the founding of a Fjord Council in Bergen.\n\n"
    "Quiet Waters\n\n"
    'Boateng said: "Fish have no passports."'
)


def at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


PARAGRAPHS = (
    Block(BlockKind.PARAGRAPH, Span(at("Ingrid").begin, at("Bergen.").end)),
    Block(BlockKind.HEADING, at("Quiet Waters")),
    Block(BlockKind.PARAGRAPH, Span(at("Boateng said").begin, len(TEXT))),
)
ARTICLE = Article(TEXT, "text", PARAGRAPHS, date(2023, 5, 4), dateline=at("OSLO"))


def entity(kind: Kind, name: str, words: str | None = None) -> Entity:
    path = "actor" if kind in ACTOR_KINDS else "place"
    return Entity(iris.known(path, iris.slug(name)), kind, name, "name", (at(words or name),), name=name)


OSLO = entity(Kind.CITY, "Oslo", "OSLO")
LISBON = entity(Kind.CITY, "Lisbon")
BERGEN = entity(Kind.CITY, "Bergen")
DAHL = entity(Kind.PERSON, "Ingrid Dahl")
BOATENG = entity(Kind.PERSON, "Kofi Boateng")
STORTING = entity(Kind.LEGISLATURE, "Storting")
COUNCIL = replace(
    entity(Kind.ORGANIZATION, "Fjord Council"), ref=iris.local("actor", at("Fjord").begin, "Fjord Council")
)
SPEAKER = Tenure(
    iris.tenure(DAHL.ref, "speaker"),
    "Ingrid Dahl: speaker, Storting",
    "office-after-name",
    (at("Ingrid Dahl, speaker of the Storting"),),
    DAHL.ref,
    "speaker",
    STORTING.ref,
    date(2023, 5, 4),
)
MEETING = Occurrence(
    iris.occurrence(at("met").begin, "Meeting"),
    "Meeting",
    "Ingrid Dahl meets Kofi Boateng",
    "meet",
    Status.OCCURRED,
    (at("Ingrid Dahl, speaker of the Storting, met Kofi Boateng in Lisbon on 3 May"),),
    (at("met"),),
    event_type="CONSULT",
    attendee=(DAHL.ref, BOATENG.ref),
    location=(LISBON.ref,),
    time="2023-05-03",
    not_before=date(2023, 5, 3),
    not_after=date(2023, 5, 3),
    starts=True,
)
FOUNDING = Occurrence(
    iris.occurrence(at("founding").begin, "Decision"),
    "Decision",
    "founding of a Fjord Council",
    "found",
    Status.UNSPECIFIED,
    (at("the founding of a Fjord Council in Bergen"),),
    (at("founding"),),
    location=(BERGEN.ref,),
    resulting_organization=(COUNCIL.ref,),
)
ANNOUNCEMENT = Occurrence(
    iris.occurrence(at("announced").begin, "Announcement"),
    "Announcement",
    "Ingrid Dahl announces a Fjord Council",
    "announce",
    Status.OCCURRED,
    (at("She announced the founding of a Fjord Council in Bergen"),),
    (at("announced"),),
    agent=(DAHL.ref,),
    event=(FOUNDING.ref,),
    not_after=date(2023, 5, 4),
)
CLAIM = Claim(
    iris.claim(at("Fish have no passports.")),
    "Kofi Boateng: Fish have no passports",
    "say",
    (at("Fish have no passports."),),
    (at("Boateng said"),),
    "Fish have no passports.",
    (BOATENG.ref,),
    verbatim=True,
)
STATEMENT = Occurrence(
    iris.occurrence(at("said").begin, "Statement"),
    "Statement",
    "Kofi Boateng speaks",
    "say",
    Status.OCCURRED,
    (at('Boateng said: "Fish have no passports."'),),
    (at("said"),),
    agent=(BOATENG.ref,),
    states=(CLAIM.ref,),
    not_after=date(2023, 5, 4),
)
FISH = Topic(at("Fish"), "http://metadata.un.org/sdg/14", "topic-sea")
REPORT = Report(
    ARTICLE,
    (OSLO, LISBON, BERGEN, DAHL, BOATENG, STORTING, COUNCIL),
    (SPEAKER,),
    (MEETING, ANNOUNCEMENT, FOUNDING, STATEMENT),
    (CLAIM,),
    (FISH,),
    filed_from=(OSLO.ref,),
)
MINTER = iris.Minter(ARTICLE, BASE)

# Written by hand, as model.md says; only the key of the article and of its text are filled in.
EXPECTED = """
@base <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dl: <https://w3id.org/dateline/ns#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix eventtype: <https://w3id.org/dateline/event-type/> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rule: <https://w3id.org/dateline/rule/> .
@prefix schema: <http://schema.org/> .
@prefix sdg: <http://metadata.un.org/sdg/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix status: <https://w3id.org/dateline/status/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<article/KEY> a schema:NewsArticle ;
    prov:wasDerivedFrom <text/TEXT> ;
    rdfs:label "Report, OSLO, 2023-05-04" ;
    schema:about sdg:14 ;
    schema:dateline "OSLO" ;
    schema:datePublished "2023-05-04"^^xsd:date ;
    schema:inLanguage "en" ;
    schema:locationCreated <place/oslo> ;
    schema:mentions <place/oslo>, <place/lisbon>, <place/bergen>, <actor/ingrid-dahl>, <actor/kofi-boateng>,
        <actor/storting>, <actor/KEY/126-fjord-council> ;
    schema:wordCount 30 .

<text/TEXT> a nif:Context, nif:RFC5147String ;
    dcterms:identifier "sha256:DIGEST" ;
    nif:beginIndex "0"^^xsd:nonNegativeInteger ;
    nif:endIndex "205"^^xsd:nonNegativeInteger ;
    nif:referenceContext <text/TEXT> .

<place/oslo> a schema:City, schema:Place ;
    dl:evidence <text/TEXT#char=0,4> ; dl:rule rule:name ; rdfs:label "Oslo" ; schema:name "Oslo" .
<place/lisbon> a schema:City, schema:Place ;
    dl:evidence <text/TEXT#char=77,83> ; dl:rule rule:name ; rdfs:label "Lisbon" ; schema:name "Lisbon" .
<place/bergen> a schema:City, schema:Place ;
    dl:evidence <text/TEXT#char=143,149> ; dl:rule rule:name ; rdfs:label "Bergen" ; schema:name "Bergen" .
<actor/ingrid-dahl> a dl:Actor, schema:Person, sem:Actor ;
    dl:evidence <text/TEXT#char=19,30> ; dl:rule rule:name ;
    rdfs:label "Ingrid Dahl" ; schema:name "Ingrid Dahl" .
<actor/kofi-boateng> a dl:Actor, schema:Person, sem:Actor ;
    dl:evidence <text/TEXT#char=61,73> ; dl:rule rule:name ;
    rdfs:label "Kofi Boateng" ; schema:name "Kofi Boateng" .
<actor/storting> a dl:Actor, dl:Legislature, schema:GovernmentOrganization, schema:Organization, sem:Actor ;
    dl:evidence <text/TEXT#char=47,55> ; dl:rule rule:name ;
    rdfs:label "Storting" ; schema:name "Storting" ;
    schema:member <tenure/KEY/ingrid-dahl-speaker> .
<actor/KEY/126-fjord-council> a dl:Actor, schema:Organization, sem:Actor ;
    dl:evidence <text/TEXT#char=126,139> ; dl:rule rule:name ;
    rdfs:label "Fjord Council" ; schema:name "Fjord Council" .

<tenure/KEY/ingrid-dahl-speaker> a dl:Tenure, org:Membership, schema:OrganizationRole ;
    dl:attestedOn "2023-05-04"^^xsd:date ;
    dl:evidence <text/TEXT#char=19,55> ;
    dl:rule rule:office-after-name ;
    org:member <actor/ingrid-dahl> ;
    org:organization <actor/storting> ;
    rdfs:label "Ingrid Dahl: speaker, Storting" ;
    schema:member <actor/ingrid-dahl> ;
    schema:roleName "speaker" .

<occurrence/KEY/57-meeting> a dl:Meeting, dl:Occurrence, schema:Event, sem:Event ;
    dl:eventType eventtype:CONSULT ;
    dl:evidence <text/TEXT#char=19,92> ;
    dl:notAfter "2023-05-03"^^xsd:date ;
    dl:notBefore "2023-05-03"^^xsd:date ;
    dl:rule rule:meet ;
    dl:status status:occurred ;
    dl:time "2023-05-03"^^edtf:EDTF ;
    dl:trigger <text/TEXT#char=57,60> ;
    rdfs:label "Ingrid Dahl meets Kofi Boateng" ;
    schema:attendee <actor/ingrid-dahl>, <actor/kofi-boateng> ;
    schema:location <place/lisbon> ;
    schema:startDate "2023-05-03"^^xsd:date ;
    schema:subjectOf <article/KEY> .

<occurrence/KEY/98-announcement> a dl:Act, dl:Announcement, dl:Occurrence, dl:SpeechAct, schema:Action,
        schema:CommunicateAction, schema:Event, schema:InformAction, sem:Event ;
    dl:evidence <text/TEXT#char=94,149> ;
    dl:notAfter "2023-05-04"^^xsd:date ;
    dl:rule rule:announce ;
    dl:status status:occurred ;
    dl:trigger <text/TEXT#char=98,107> ;
    rdfs:label "Ingrid Dahl announces a Fjord Council" ;
    schema:agent <actor/ingrid-dahl> ;
    schema:event <occurrence/KEY/112-decision> ;
    schema:subjectOf <article/KEY> .

<occurrence/KEY/112-decision> a dl:Act, dl:Decision, dl:Occurrence, sem:Event ;
    dl:evidence <text/TEXT#char=108,149> ;
    dl:rule rule:found ;
    dl:status status:unspecified ;
    dl:trigger <text/TEXT#char=112,120> ;
    org:resultingOrganization <actor/KEY/126-fjord-council> ;
    rdfs:label "founding of a Fjord Council" ;
    schema:location <place/bergen> ;
    schema:subjectOf <article/KEY> .

<occurrence/KEY/174-statement> a dl:Act, dl:Occurrence, dl:SpeechAct, dl:Statement, schema:Action,
        schema:CommunicateAction, schema:Event, sem:Event ;
    dl:evidence <text/TEXT#char=166,205> ;
    dl:notAfter "2023-05-04"^^xsd:date ;
    dl:rule rule:say ;
    dl:states <claim/KEY/181-204> ;
    dl:status status:occurred ;
    dl:trigger <text/TEXT#char=174,178> ;
    rdfs:label "Kofi Boateng speaks" ;
    schema:agent <actor/kofi-boateng> ;
    schema:subjectOf <article/KEY> .

<claim/KEY/181-204> a dl:ReportedClaim, schema:Claim, schema:Quotation ;
    dl:attribution <text/TEXT#char=166,178> ;
    dl:claimant <actor/kofi-boateng> ;
    dl:evidence <text/TEXT#char=181,204> ;
    dl:rule rule:say ;
    rdfs:label "Kofi Boateng: Fish have no passports" ;
    schema:subjectOf <article/KEY> ;
    schema:text "Fish have no passports." .

<graph/KEY> rdfs:label "Graph, OSLO, 2023-05-04" .
"""


def made(report: Report = REPORT, **options: object) -> set[Quad]:
    return set(mapping.quads(report, Options(**options)))  # type: ignore[arg-type]


def said(ref: Ref | IRI, property_: IRI, report: Report = REPORT, **options: object) -> set[Term]:
    node = ref if isinstance(ref, IRI) else MINTER.ref(ref)
    return {quad.object for quad in made(report, **options) if quad.subject == node and quad.predicate == property_}


def having(occurrence: Occurrence, **changes: object) -> Report:
    return replace(REPORT, occurrences=(replace(occurrence, **changes),))  # type: ignore[arg-type]


def text(value: str) -> Literal:
    return Literal(value, xsd.string)


def quoted(report: Report = REPORT, **options: object) -> set[str]:
    return {
        quad.object.value
        for quad in made(report, **options)
        if quad.predicate == nif.anchorOf and isinstance(quad.object, Literal)
    }


# --- the whole --------------------------------------------------------------------------------


def test_a_report_becomes_the_graph_written_by_hand() -> None:
    expected = EXPECTED.replace("KEY", MINTER.key).replace("/TEXT", f"/{MINTER.digest[:12]}")
    by_hand = Graph().parse(data=expected.replace("DIGEST", MINTER.digest), format="turtle")
    ours = mapping.graph(REPORT, Options())
    # The passages are described by their offsets alone, so the expectation does not spell them out.
    for subject in {s for s in ours.subjects() if "#char=" in str(s)}:
        ours.remove((subject, None, None))
    _, missing, unexpected = graph_diff(by_hand, ours)
    assert isomorphic(by_hand, ours), f"missing:\n{missing.serialize()}\nunexpected:\n{unexpected.serialize()}"


def test_a_passage_says_its_offsets_its_words_and_what_it_names() -> None:
    passage = MINTER.passage(Span(77, 83))
    assert {quad[1:3] for quad in made() if quad.subject == passage} == {
        (rdf.type, nif.RFC5147String),
        (nif.beginIndex, Literal("77", xsd.nonNegativeInteger)),
        (nif.endIndex, Literal("83", xsd.nonNegativeInteger)),
        (nif.referenceContext, MINTER.context),
        (nif.anchorOf, text("Lisbon")),
        (itsrdf.taIdentRef, MINTER.ref(LISBON.ref)),
    }


def test_the_rdflib_graph_says_what_the_written_turtle_says() -> None:
    written = Graph().parse(data=write(mapping.quads(REPORT, Options()), "turtle", base=BASE), format="turtle")
    assert isomorphic(written, mapping.graph(REPORT, Options()))


def test_a_report_with_nothing_but_text_is_still_an_article() -> None:
    article = Article("Rain.", "text", (Block(BlockKind.PARAGRAPH, Span(0, 5)),))
    assert (rdfs.label, text("Report")) in {quad[1:3] for quad in made(Report(article))}


def test_every_node_but_the_text_and_its_passages_has_a_label() -> None:
    quads = made(version="1.0", model_name="small")
    labelled = {quad.subject for quad in quads if quad.predicate == rdfs.label}
    assert {quad.subject for quad in quads if not quad.subject.startswith(MINTER.context)} == labelled


def test_every_object_of_our_own_is_described() -> None:
    quads = made()
    pointed_at = {quad.object for quad in quads if isinstance(quad.object, IRI) and quad.object.startswith(BASE)}
    assert pointed_at <= {quad.subject for quad in quads}


# --- the tables -------------------------------------------------------------------------------

TABLES = {
    Article: tables.ARTICLE,
    Entity: (*tables.ENTITY, *tables.EXISTING),
    Tenure: tables.TENURE,
    Claim: tables.CLAIM,
    Occurrence: tables.OCCURRENCE,
    Report: tables.REPORT,
    Topic: (),
    Mention: (),
    Time: (),
    Link: (),
}


@pytest.mark.parametrize("record", TABLES, ids=lambda record: str(record.__name__))
def test_every_field_is_mapped_or_said_why_not(record: type) -> None:
    rows = {row.field for row in TABLES[record]}
    accounted = rows | set(tables.BY_FUNCTION.get(record, ())) | set(tables.UNSAID.get(record, ()))
    assert accounted == {field.name for field in fields(record)}


@pytest.mark.parametrize("record", TABLES, ids=lambda record: str(record.__name__))
def test_no_field_is_accounted_for_twice(record: type) -> None:
    named = [
        *{row.field for row in TABLES[record]},
        *tables.BY_FUNCTION.get(record, ()),
        *tables.UNSAID.get(record, ()),
    ]
    assert len(named) == len(set(named))


REF = Ref("actor", "someone", local=False)
VALUES: dict[str, object] = {
    "name": "Talks",
    "event_type": "CONSULT",
    "topics": ("http://metadata.un.org/sdg",),
    "time": "2023",
    "not_before": date(2023, 5, 1),
    "not_after": date(2023, 5, 2),
    "attested_on": (date(2023, 5, 2),),
    "label": "x",
    "rule": "x",
    "status": Status.ONGOING,
    "evidence": (at("met"),),
    "trigger": (at("met"),),
}


@pytest.mark.parametrize("row", tables.OCCURRENCE, ids=lambda row: str(row.field))
def test_each_field_of_an_occurrence_says_its_property(row: tables.Row) -> None:
    value = VALUES.get(row.field, (REF,))
    assert said(MEETING.ref, row.property, having(MEETING, **{row.field: value}))


# --- classes ----------------------------------------------------------------------------------


def classes_of(occurrence: Occurrence, **changes: object) -> set[Term]:
    return said(occurrence.ref, rdf.type, having(occurrence, **changes))


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.HYPOTHETICAL, Status.NEGATED, Status.CLAIMED])
@pytest.mark.parametrize("occurrence", [MEETING, ANNOUNCEMENT], ids=["a meeting", "an act"])
def test_what_may_not_have_happened_is_no_event_of_schema_org(occurrence: Occurrence, status: Status) -> None:
    assert not [each for each in classes_of(occurrence, status=status) if str(each).startswith(str(schema))]


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.HYPOTHETICAL, Status.NEGATED, Status.CLAIMED])
def test_what_may_not_have_happened_keeps_our_classes(status: Status) -> None:
    assert classes_of(MEETING, status=status) == {dl.Meeting, dl.Occurrence, sem.Event}


@pytest.mark.parametrize("status", [Status.OCCURRED, Status.ONGOING, Status.PLANNED, Status.UNSPECIFIED])
def test_a_meeting_is_an_event_of_schema_org_unless_doubted(status: Status) -> None:
    assert schema.Event in classes_of(MEETING, status=status)


def test_an_act_of_unspecified_status_is_no_event_of_schema_org() -> None:
    assert schema.Event not in classes_of(ANNOUNCEMENT, status=Status.UNSPECIFIED)


def test_a_planned_act_is_a_potential_action() -> None:
    report = having(ANNOUNCEMENT, status=Status.PLANNED)
    assert said(ANNOUNCEMENT.ref, schema.actionStatus, report) == {schema.PotentialActionStatus}


@pytest.mark.parametrize(
    ("occurrence", "status"),
    [(MEETING, Status.PLANNED), (ANNOUNCEMENT, Status.OCCURRED), (ANNOUNCEMENT, Status.PROPOSED)],
)
def test_nothing_but_a_planned_act_is_a_potential_action(occurrence: Occurrence, status: Status) -> None:
    assert not said(occurrence.ref, schema.actionStatus, having(occurrence, status=status))


def test_a_founding_that_occurred_is_a_change_event() -> None:
    assert org.ChangeEvent in classes_of(FOUNDING, status=Status.OCCURRED)


def test_a_founding_that_is_planned_is_no_change_event() -> None:
    assert org.ChangeEvent not in classes_of(FOUNDING, status=Status.PLANNED)


def test_a_decision_without_a_resulting_body_is_no_change_event() -> None:
    assert org.ChangeEvent not in classes_of(FOUNDING, status=Status.OCCURRED, resulting_organization=())


def test_a_state_is_actor_country_organization_and_place() -> None:
    ghana = replace(STORTING, kind=Kind.STATE)
    classes = said(ghana.ref, rdf.type, replace(REPORT, entities=(ghana,)))
    assert classes == {dl.Actor, sem.Actor, schema.Country, schema.Organization, schema.Place}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Kind.GATHERING, {schema.EventSeries}), (Kind.WORK, {schema.CreativeWork}), (Kind.PLACE, {schema.Place})],
)
def test_what_is_no_actor_has_the_classes_of_schema_org_only(kind: Kind, expected: set[IRI]) -> None:
    thing = replace(STORTING, kind=kind)
    assert said(thing.ref, rdf.type, replace(REPORT, entities=(thing,))) == expected


def test_every_kind_of_entity_has_classes() -> None:
    assert set(KINDS) == set(Kind)


def test_a_named_gathering_that_is_an_occurrence_is_no_series() -> None:
    gathering = replace(STORTING, ref=MEETING.ref, kind=Kind.GATHERING)
    assert schema.EventSeries not in said(MEETING.ref, rdf.type, replace(REPORT, entities=(gathering,)))


# --- entities and tenures ---------------------------------------------------------------------

KNOWN = replace(
    STORTING,
    alternate_names=("Parliament of Norway",),
    links=(Link("sameAs", "http://www.wikidata.org/entity/Q1"), Link("identifier", "NOR")),
)


def test_links_stand_in_a_graph_of_their_own() -> None:
    graphs = {q.graph for q in made(replace(REPORT, entities=(KNOWN,))) if q.predicate == schema.sameAs}
    assert graphs == {f"{BASE}graph/links"}


def test_an_authoritys_identifier_is_a_string() -> None:
    assert said(KNOWN.ref, schema.identifier, replace(REPORT, entities=(KNOWN,))) == {text("NOR")}


def test_links_are_left_out_on_demand() -> None:
    assert not said(KNOWN.ref, schema.sameAs, replace(REPORT, entities=(KNOWN,)), links=False)


def test_a_body_that_nobody_says_exists_has_no_links_and_no_other_names() -> None:
    unborn = replace(KNOWN, ref=COUNCIL.ref)
    report = replace(REPORT, entities=(unborn,))
    assert not said(unborn.ref, schema.sameAs, report) | said(unborn.ref, schema.alternateName, report)


def test_a_body_that_nobody_says_exists_has_no_members() -> None:
    assert not said(COUNCIL.ref, schema.member, replace(REPORT, tenures=(replace(SPEAKER, body=COUNCIL.ref),)))


def test_a_body_whose_founding_occurred_has_its_other_names() -> None:
    founded = replace(KNOWN, ref=COUNCIL.ref)
    report = replace(having(FOUNDING, status=Status.OCCURRED), entities=(founded,))
    assert said(founded.ref, schema.alternateName, report) == {text("Parliament of Norway")}


def test_a_count_is_a_non_negative_integer_with_its_unit() -> None:
    delegates = replace(COUNCIL, kind=Kind.DELEGATION, count=150, count_unit="member countries")
    report = replace(REPORT, entities=(delegates,), occurrences=())
    assert said(delegates.ref, dl.count, report) == {Literal("150", xsd.nonNegativeInteger)}


def test_a_tenure_without_a_body_says_none() -> None:
    assert not said(SPEAKER.ref, org.organization, replace(REPORT, tenures=(replace(SPEAKER, body=None),)))


# --- occurrences and claims -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2023-05-03", Literal("2023-05-03", xsd.date), None),
        ("2025-10", Literal("2025-10", xsd.gYearMonth), None),
        ("2025", Literal("2025", xsd.gYear), None),
        ("2023-05-03/2023-05-09", Literal("2023-05-03", xsd.date), Literal("2023-05-09", xsd.date)),
        ("2025/2026", Literal("2025", xsd.gYear), Literal("2026", xsd.gYear)),
        ("2025-21", None, None),
        ("2025~", None, None),
        ("202X", None, None),
    ],
)
def test_a_start_is_said_as_precisely_as_the_time(value: str, start: Literal | None, end: Literal | None) -> None:
    report = having(MEETING, time=value)
    dates = said(MEETING.ref, schema.startDate, report), said(MEETING.ref, schema.endDate, report)
    assert dates == ({start} - {None}, {end} - {None})


def test_no_start_is_said_of_what_was_merely_under_way() -> None:
    assert not said(MEETING.ref, schema.startDate, having(MEETING, starts=False))


def test_a_time_is_written_as_edtf() -> None:
    assert said(MEETING.ref, dl.time) == {Literal("2023-05-03", edtf.EDTF)}


def test_an_event_type_is_a_concept() -> None:
    assert said(MEETING.ref, dl.eventType) == {eventtype.CONSULT}


def test_the_narrators_claim_is_the_articles() -> None:
    claim = replace(CLAIM, claimant=(), narrator=True)
    assert said(claim.ref, dl.claimant, replace(REPORT, claims=(claim,))) == {MINTER.report}


def test_a_claim_in_indirect_speech_is_no_quotation() -> None:
    claim = replace(CLAIM, verbatim=False)
    assert schema.Quotation not in said(claim.ref, rdf.type, replace(REPORT, claims=(claim,)))


# --- the article ------------------------------------------------------------------------------


def test_a_heading_is_a_passage_and_a_title() -> None:
    assert nif.Title in said(MINTER.passage(at("Quiet Waters")), rdf.type)


def test_a_headline_is_said_and_its_passage_is_a_title() -> None:
    article = replace(ARTICLE, headline=at("Quiet Waters"), blocks=())
    report = replace(REPORT, article=article)
    found = said(MINTER.report, schema.headline, report), said(MINTER.passage(at("Quiet Waters")), rdf.type, report)
    assert found == ({text("Quiet Waters")}, {nif.RFC5147String, nif.Title})


def from_the_web() -> Iterator[Quad]:
    article = replace(ARTICLE, url="https://harbour.example/1", publisher="The Harbour Post")
    return mapping.quads(replace(REPORT, article=article), Options())


def test_a_url_is_an_iri() -> None:
    urls = {quad.object for quad in from_the_web() if quad.predicate in (schema.url, nif.sourceUrl)}
    assert urls == {IRI("https://harbour.example/1")}


def test_a_publisher_is_an_organization_and_no_actor_of_the_text() -> None:
    node = f"{BASE}actor/the-harbour-post"
    types = {quad.object for quad in from_the_web() if quad.subject == node and quad.predicate == rdf.type}
    assert types == {schema.Organization}


def test_a_publisher_that_the_text_names_is_described_once() -> None:
    article = replace(ARTICLE, publisher="Storting")
    node = MINTER.ref(STORTING.ref)
    labels = said(node, rdf.type, replace(REPORT, article=article))
    assert dl.Legislature in labels and len(said(node, rdfs.label, replace(REPORT, article=article))) == 1


def test_a_licence_stands_on_the_graph() -> None:
    url = "https://creativecommons.org/licenses/by/4.0/"
    assert said(MINTER.graph, dcterms.license, license=url) == {IRI(url)}


def test_the_build_stands_on_the_graph() -> None:
    builds = said(MINTER.graph, prov.wasGeneratedBy, version="1.2.0", model_name="small-3.8.0")
    assert builds == {IRI(f"{BASE}build/1.2.0-small-3.8.0")}


# --- passages, mentions, text policy ------------------------------------------------------------


@pytest.mark.parametrize("span", [Span(3, 900), Span(5, 5), Span(9, 4), Span(-4, -1)])
def test_a_passage_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(OutputError, match="outside its 205 characters"):
        made(having(MEETING, evidence=(span,)))


SHE = Mention(at("She"), 0, Kind.PERSON, Form.PRONOUN, None, entity=DAHL.ref)
SOMEBODY = Mention(at("passports"), 0, Kind.PERSON, Form.DESCRIPTION, None)
THIRD_OF_MAY = Time(at("3 May"), 0, "2023-05-03", date(2023, 5, 3), date(2023, 5, 3))
SPOKEN = replace(REPORT, mentions=(SHE, SOMEBODY), times=(THIRD_OF_MAY,))


def test_mentions_are_no_passages_unless_asked_for() -> None:
    assert "She" not in quoted(SPOKEN)


def test_a_pronoun_is_a_passage_that_names_what_it_stands_for() -> None:
    assert said(MINTER.passage(at("She")), itsrdf.taIdentRef, SPOKEN, mentions=True) == {MINTER.ref(DAHL.ref)}


def test_a_mention_of_nobody_known_is_no_passage() -> None:
    assert "passports" not in quoted(SPOKEN, mentions=True)


def test_a_time_is_a_passage_with_its_value() -> None:
    value = said(MINTER.passage(at("3 May")), dl.time, SPOKEN, mentions=True)
    assert value == {Literal("2023-05-03", edtf.EDTF)}


def test_under_quotes_every_passage_has_its_words() -> None:
    spans = {quad.subject for quad in made() if quad.predicate == nif.beginIndex} - {MINTER.context}
    assert {quad.subject for quad in made() if quad.predicate == nif.anchorOf} == spans


def test_under_offsets_only_names_triggers_attributions_and_topics_have_their_words() -> None:
    names = {"OSLO", "Lisbon", "Bergen", "Ingrid Dahl", "Kofi Boateng", "Storting", "Fjord Council"}
    assert quoted(text_policy="offsets") == names | {"met", "announced", "founding", "said", "Boateng said", "Fish"}


def test_under_offsets_claims_have_no_text() -> None:
    assert not said(CLAIM.ref, schema.text, text_policy="offsets")


def test_under_full_the_context_has_the_text() -> None:
    assert said(MINTER.context, nif.isString, text_policy="full") == {text(TEXT)}


def test_under_quotes_the_context_has_no_text() -> None:
    assert not said(MINTER.context, nif.isString)


def test_an_unknown_text_policy_is_refused() -> None:
    with pytest.raises(OutputError, match="not a text policy"):
        Options(text_policy="some")


def test_a_topic_is_said_by_its_passage_with_its_rule() -> None:
    assert said(MINTER.passage(at("Fish")), dl.rule) == {MINTER.rule("topic-sea")}


def test_the_words_of_the_body_are_counted_without_header_and_headings() -> None:
    assert said(MINTER.report, schema.wordCount) == {Literal("30", xsd.integer)}
