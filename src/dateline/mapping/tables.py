"""What each field says: a row (field, property, converter) a field, a table for each kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from dateline import iris
from dateline.mapping.site import Site
from dateline.model import Article, Claim, Entity, Link, Mention, Occurrence, Ref, Report, Span, Tenure, Time, Topic
from dateline.vocabulary import IRI, Literal, Term, dl, edtf, eventtype, org, prov, rdfs, schema, status, xsd

# --- converters: the value of a field to a term ------------------------------------------------


def text(_: Site, value: str) -> Term:
    """Convert a string."""
    return Literal(value, xsd.string)


def content(site: Site, value: str) -> Term | None:
    """Convert the words of the text that the policy `offsets` withholds."""
    return None if site.options.text_policy == "offsets" else text(site, value)


def words(site: Site, value: Span) -> Term:
    """Convert a span to its words, white space folded."""
    return text(site, " ".join(site.article.quote(value).split()))


def day(_: Site, value: date) -> Term:
    """Convert a date."""
    return Literal(value.isoformat(), xsd.date)


def number(_: Site, value: int) -> Term:
    """Convert a count."""
    return Literal(str(value), xsd.nonNegativeInteger)


def time(_: Site, value: str) -> Term:
    """Convert an EDTF value."""
    return Literal(value, edtf.EDTF)


def ref(site: Site, value: Ref) -> Term:
    """Convert a reference to another record."""
    return site.minter.ref(value)


def rule(site: Site, value: str) -> Term:
    """Convert the id of a lexicon entry or pattern."""
    return site.minter.rule(value)


def link(_: Site, value: str) -> Term:
    """Convert somebody else's IRI."""
    return iris.external(value)


def earlier(_: Site, value: str) -> Term | None:
    """Convert a publisher's id of an earlier version: an IRI names it, an id of another form only he can resolve."""
    return iris.external(value) if iris.is_absolute(value) else None


def passage(site: Site, value: Span) -> Term:
    """Convert a span to a passage, whose words are written unless the policy is `offsets`."""
    return site.passages.mint(value)


def quotable(site: Site, value: Span) -> Term:
    """Convert a span to a passage whose words are always written."""
    return site.passages.mint(value, is_quotable=True)


# --- the tables -------------------------------------------------------------------------------


class Row(NamedTuple):
    """A field, the property that says it, and how its value, or each of its values, becomes a term."""

    field: str
    property: IRI
    convert: Callable[[Site, Any], Term | None]


ARTICLE = (
    Row("published", schema.datePublished, day),
    Row("dateline", schema.dateline, words),
    Row("headline", schema.headline, words),
    Row("url", schema.url, link),
    Row("identifier", schema.identifier, text),
    Row("author", schema.author, text),
    Row("revision_of", prov.wasRevisionOf, earlier),
)
ENTITY = (
    Row("label", rdfs.label, text),
    Row("rule", dl.rule, rule),
    Row("evidence", dl.evidence, quotable),
    Row("name", schema.name, text),
)
EXISTING = (
    Row("alternate_names", schema.alternateName, text),
    Row("count", dl.count, number),
    Row("count_unit", dl.countUnit, text),
)
"""What is said only of an entity that exists already."""
TENURE = (
    Row("label", rdfs.label, text),
    Row("rule", dl.rule, rule),
    Row("evidence", dl.evidence, passage),
    Row("person", org.member, ref),
    Row("person", schema.member, ref),
    Row("role_name", schema.roleName, text),
    Row("body", org.organization, ref),
    Row("attested_on", dl.attestedOn, day),
)
CLAIM = (
    Row("label", rdfs.label, text),
    Row("rule", dl.rule, rule),
    Row("evidence", dl.evidence, passage),
    Row("attribution", dl.attribution, quotable),
    Row("text", schema.text, content),
    Row("claimant", dl.claimant, ref),
    Row("about", schema.about, ref),
)
OCCURRENCE = (
    Row("label", rdfs.label, text),
    Row("rule", dl.rule, rule),
    Row("evidence", dl.evidence, passage),
    Row("trigger", dl.trigger, quotable),
    Row("status", dl.status, lambda _, value: status[value]),
    Row("event_type", dl.eventType, lambda _, value: eventtype[value]),
    Row("name", schema.name, text),
    Row("agent", schema.agent, ref),
    Row("recipient", schema.recipient, ref),
    Row("object", schema.object, ref),
    Row("attendee", schema.attendee, ref),
    Row("organizer", schema.organizer, ref),
    Row("sponsor", schema.sponsor, ref),
    Row("location", schema.location, ref),
    Row("area_served", schema.areaServed, ref),
    Row("super_event", schema.superEvent, ref),
    Row("event", schema.event, ref),
    Row("about", schema.about, ref),
    Row("topics", schema.about, link),
    Row("states", dl.states, ref),
    Row("on_behalf_of", dl.onBehalfOf, ref),
    Row("responds_to", dl.respondsTo, ref),
    Row("basis", dl.basis, ref),
    Row("resulting_organization", org.resultingOrganization, ref),
    Row("time", dl.time, time),
    Row("not_before", dl.notBefore, day),
    Row("not_after", dl.notAfter, day),
    Row("attested_on", dl.attestedOn, day),
)
REPORT = (Row("filed_from", schema.locationCreated, ref),)

BY_FUNCTION = {
    Article: {
        "text": "nif:Context, words of passages",
        "blocks": "nif:Title of headings, schema:wordCount",
        "publisher": "schema:publisher and its node",
    },
    Entity: {"ref": "subject", "kind": "classes", "links": "schema:sameAs and schema:identifier in graph/links"},
    Tenure: {"ref": "subject"},
    Claim: {"ref": "subject", "verbatim": "schema:Quotation", "narrator": "dl:claimant the article"},
    Occurrence: {"ref": "subject", "class_name": "classes", "starts": "schema:startDate and endDate"},
    Topic: {"span": "passage", "concept": "itsrdf:taIdentRef, schema:about of the article", "rule": "dl:rule"},
    Mention: {"span": "passage", "entity": "itsrdf:taIdentRef", "kind": "only actors and places"},
    Time: {"span": "passage", "edtf": "dl:time"},
    Link: {"property": "schema:sameAs or identifier", "value": "its object"},
    Report: dict.fromkeys(
        ("article", "entities", "tenures", "occurrences", "claims", "topics", "mentions", "times"), "its own table"
    ),
}
"""Fields that functions below say, and as what."""
UNSAID = {
    Article: {
        "source": "for messages",
        "header": "its parts are said",
        "places": "the dateline is said as written, its linked places as locationCreated",
        "version": "hashed into the article's key",
        "origins": "for messages: whoever states a field, it says the same",
        "agency": "the model has no property for it: a publisher is who the caller names",
    },
    Mention: dict.fromkeys(("head", "form", "name", "acronym", "title"), "for linking"),
    Time: dict.fromkeys(("head", "begin", "end"), "for extraction"),
}
"""Fields that are not data, and why."""


# --- the loop ---------------------------------------------------------------------------------


def apply(table: tuple[Row, ...], site: Site, record: object) -> Iterator[tuple[IRI, Term]]:
    """Yield what the fields of a record say; None and an empty tuple say nothing."""
    for field, property_, convert in table:
        value = getattr(record, field)
        # A span and a reference are named tuples, and one value.
        for each in value if type(value) is tuple else (value,):
            term = None if each is None else convert(site, each)
            if term is not None:
                yield property_, term
