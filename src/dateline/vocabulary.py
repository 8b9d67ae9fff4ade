"""The terms that data is written with: plain values, and one closed namespace for each vocabulary.

A namespace knows its terms, so that a misspelt one raises instead of becoming an IRI:

>>> dl.evidence
'https://w3id.org/dateline/ns#evidence'
>>> dl.evidnce
Traceback (most recent call last):
    ...
AttributeError: https://w3id.org/dateline/ns# has no term 'evidnce'
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class IRI(str):
    """An absolute IRI (RFC 3987)."""

    __slots__ = ()


class Blank(str):
    """A node without an IRI, by its label in one document, "_:" included; our own data has none."""

    __slots__ = ()


class Literal(NamedTuple):
    """A value, its datatype and its language; our own data has no language tags: the article says its language."""

    value: str
    datatype: IRI
    language: str = ""


Term = IRI | Literal
Node = IRI | Blank
Statement = tuple[Node, IRI, Node | Literal, Node | None]
"""Any statement of RDF 1.1 and the graph that it stands in, None for the default graph; a `Quad` is one."""


class Quad(NamedTuple):
    """A statement and the named graph that it stands in."""

    subject: IRI
    predicate: IRI
    object: Term
    graph: IRI


class Namespace:
    """A closed list of terms under one IRI: attributes for terms known in the code, items for computed ones."""

    __slots__ = ("_iri", "_terms")

    def __init__(self, iri: str, terms: str) -> None:
        """Close the namespace over the white-space separated `terms`."""
        self._iri = iri
        self._terms = {term: IRI(iri + term) for term in terms.split()}

    def __getattr__(self, term: str) -> IRI:
        try:
            return self._terms[term]
        except KeyError:
            raise AttributeError(f"{self._iri} has no term {term!r}") from None

    def __getitem__(self, term: str) -> IRI:
        try:
            return self._terms[term]
        except KeyError:
            raise KeyError(f"{self._iri} has no term {term!r}") from None

    def __contains__(self, term: object) -> bool:
        return term in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __str__(self) -> str:
        return self._iri


dl = Namespace(
    "https://w3id.org/dateline/ns#",
    """
    ReportedClaim Actor Legislature IntergovernmentalOrganization Delegation Tenure Occurrence Gathering Meeting Visit
    Act SpeechAct Statement Announcement Commitment Invitation ExpressionOfSupport Request Criticism Agreement Decision
    Cooperation Conflict
    evidence trigger attribution claimant states status eventType onBehalfOf respondsTo basis time notBefore notAfter
    attestedOn count countUnit rule
    """,
)
status = Namespace(
    "https://w3id.org/dateline/status/",
    "occurred ongoing planned proposed hypothetical negated claimed unspecified",
)
eventtype = Namespace(
    "https://w3id.org/dateline/event-type/",
    """
    AGREE CONSULT SUPPORT CONCEDE COOPERATE AID REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT
    RETREAT
    """,
)
schema = Namespace(
    "http://schema.org/",
    """
    NewsArticle Claim Quotation Person Organization GovernmentOrganization Country City Place OrganizationRole
    EventSeries CreativeWork Event Action CommunicateAction InformAction InviteAction AskAction AgreeAction
    PotentialActionStatus
    name alternateName text about mentions agent recipient object attendee organizer sponsor location superEvent event
    subjectOf startDate endDate member roleName sameAs identifier areaServed datePublished dateline locationCreated
    headline author publisher url inLanguage wordCount actionStatus softwareVersion
    """,
)
sem = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/", "Actor Event")
org = Namespace("http://www.w3.org/ns/org#", "Membership ChangeEvent member organization resultingOrganization")
prov = Namespace("http://www.w3.org/ns/prov#", "Activity wasDerivedFrom wasGeneratedBy wasRevisionOf")
nif = Namespace(
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "Context RFC5147String Title beginIndex endIndex anchorOf referenceContext isString sourceUrl",
)
itsrdf = Namespace("http://www.w3.org/2005/11/its/rdf#", "taIdentRef")
skos = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel definition example notation inScheme hasTopConcept topConceptOf broader",
)
dcterms = Namespace("http://purl.org/dc/terms/", "identifier source license title")
void = Namespace(
    "http://rdfs.org/ns/void#",
    """
    Dataset triples entities classes documents uriSpace vocabulary feature dataDump exampleResource subset
    classPartition class
    """,
)
dcat = Namespace("http://www.w3.org/ns/dcat#", "Dataset Distribution distribution mediaType accessURL downloadURL")
edtf = Namespace("http://id.loc.gov/datatypes/edtf/", "EDTF")
sdg = Namespace("http://metadata.un.org/sdg/", " ".join(str(goal) for goal in range(1, 18)))
rdf = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type first rest nil langString")
rdfs = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label comment subClassOf")
xsd = Namespace(
    "http://www.w3.org/2001/XMLSchema#",
    "string integer decimal double nonNegativeInteger boolean date gYear gYearMonth anyURI",
)

SDG_SCHEME = IRI("http://metadata.un.org/sdg")
RULE = "https://w3id.org/dateline/rule/"
"""Where the IRIs of our own rules begin; `iris.rule` mints them."""
MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/"
"""Where the IPTC's media topics begin; they are named by number in the lexicon."""
FORMATS = "http://www.w3.org/ns/formats/"
"""Where the W3C's names of formats begin."""
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
"""Where the IRIs of media types begin."""

PREFIXES = {
    "dcat": str(dcat),
    "dcterms": str(dcterms),
    "dl": str(dl),
    "edtf": str(edtf),
    "eventtype": str(eventtype),
    "itsrdf": str(itsrdf),
    "medtop": MEDTOP,
    "nif": str(nif),
    "org": str(org),
    "prov": str(prov),
    "rdf": str(rdf),
    "rdfs": str(rdfs),
    "rule": RULE,
    "schema": str(schema),
    "sdg": str(sdg),
    "sem": str(sem),
    "skos": str(skos),
    "status": str(status),
    "void": str(void),
    "xsd": str(xsd),
}
