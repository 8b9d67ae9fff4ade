"""The records that pass between the stages: frozen, hashable, free of spaCy and of RDF.

Offsets are Unicode code points of `Article.text`, begin inclusive, end exclusive, so that
`article.text[span.begin:span.end]` is the passage, always. Collections are tuples.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

# --- what was read -------------------------------------------------------------------------


class Span(NamedTuple):
    """A stretch of the article's text, in code points; the end is exclusive."""

    begin: int
    end: int

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies within this span."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.begin < other.end and other.begin < self.end


class BlockKind(StrEnum):
    """What a block of the text is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph; the span leaves out the header and surrounding white space."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A report as it was read; what the text or the caller did not say is None or empty."""

    text: str
    source: str
    """Where it came from, for messages: a path, "-" or "text"."""
    blocks: tuple[Block, ...]
    published: date | None = None
    header: Span | None = None
    """The whole header (date, place, agency, dash)."""
    dateline: Span | None = None
    """The place or places it was filed from, as written."""
    places: tuple[Span, ...] = ()
    """Each place of the dateline."""
    agency: Span | None = None
    """The agency of the header, or else the one that signs at the end."""
    headline: Span | None = None
    url: str | None = None
    publisher: str | None = None
    identifier: str | None = None
    """The publisher's own id of the report."""
    author: tuple[str, ...] = ()
    """Who wrote it, as its metadata name them, or else its byline."""
    version: str | None = None
    """The publisher's number of this version, where all versions share one id."""
    revision_of: str | None = None
    """The publisher's id of the version that this one corrects."""
    origins: tuple[tuple[str, str], ...] = ()
    """Where metadata came from: a field of this record, and the caller or the part of the source that stated it."""

    def quote(self, span: Span) -> str:
        """Return the passage's words."""
        return self.text[span.begin : span.end]


# --- what the parser saw -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the parse, with its place in the article; `head` and `index` are report-wide."""

    index: int
    text: str
    lemma: str
    tag: str
    """Penn Treebank tag."""
    dep: str
    """Dependency label to the head (ClearNLP labels, as spaCy's English models use them)."""
    head: int
    span: Span
    entity: str
    """The recogniser's entity type, or ""."""
    entity_begins: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens are `parse.tokens[first:last]`."""

    first: int
    last: int
    root: int
    span: Span
    block: int
    """Index into `Article.blocks`."""


@dataclass(frozen=True, slots=True)
class Parse:
    """The parsed body of an article: paragraphs and quotations, not headings."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...]
    """For each token the indices of its dependents, in order."""


# --- names and times -----------------------------------------------------------------------


class Kind(StrEnum):
    """What a mention names, or what an entity is."""

    PERSON = "person"
    STATE = "state"
    LEGISLATURE = "legislature"
    INTERGOVERNMENTAL = "intergovernmental organization"
    GOVERNMENT = "government organization"
    ORGANIZATION = "organization"
    DELEGATION = "delegation"
    CITY = "city"
    PLACE = "place"
    GATHERING = "gathering"
    """A named assembly, summit, congress: becomes an occurrence or a series, not an actor."""
    WORK = "work"
    """A named treaty, resolution, policy, law."""


ACTOR_KINDS = frozenset(
    {
        Kind.PERSON,
        Kind.STATE,
        Kind.LEGISLATURE,
        Kind.INTERGOVERNMENTAL,
        Kind.GOVERNMENT,
        Kind.ORGANIZATION,
        Kind.DELEGATION,
    }
)
PLACE_KINDS = frozenset({Kind.STATE, Kind.CITY, Kind.PLACE})


class Ref(NamedTuple):
    """Names a record: the path of its IRI. `local` refs carry the article's key in it."""

    kind: str
    """actor, place, series, work, occurrence, claim or tenure."""
    slug: str
    local: bool


class Form(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    ADJECTIVE = "adjective"
    """A demonym: "Kenyan" in "Kenyan officials"; it names the state, never acts for it."""
    DESCRIPTION = "description"
    """"the spokesman", "the ministry", "150 delegates"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names, describes or stands for an entity.

    `span` is the bare name: no title, article or possessive 's. `head` is its head token. A pronoun
    that stands for several ("their") is several mentions.
    """

    span: Span
    head: int
    kind: Kind
    form: Form
    name: str | None
    """The name in normal form (inner white space folded), None for descriptions and pronouns."""
    acronym: str | None = None
    """"FAO" where the text says "Food and Agriculture Organization (FAO)"."""
    title: Span | None = None
    """The office words before a person's name: "FAO Director"."""
    entity: Ref | None = None
    """What it refers to, once linked; None is NIL."""


@dataclass(frozen=True, slots=True)
class Link:
    """An identifier from an authority file: the property is `sameAs` or `identifier`."""

    property: str
    value: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place, series or work, as this report names it."""

    ref: Ref
    kind: Kind
    label: str
    rule: str
    """Id of the lexicon entry or pattern that recognised it (path under rule:)."""
    evidence: tuple[Span, ...]
    """The bare names; for a description, the description."""
    name: str | None = None
    alternate_names: tuple[str, ...] = ()
    count: int | None = None
    count_unit: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression with its value against the report's date."""

    span: Span
    head: int
    """Token index of its head word."""
    edtf: str
    """EDTF level 0 or 1."""
    begin: date
    """First day that the value covers."""
    end: date
    """Last day that the value covers."""


# --- predicates ----------------------------------------------------------------------------


class Tense(StrEnum):
    """When the predicate's clause puts it."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase that depends on a predicate, with a surface-free label.

    Labels: `subject`, `object`, `indirect`, `possessor`, `clause` (a finite or infinitive
    complement), `participle` (a gerund complement), `compound` (a noun before the nominal), or the
    preposition's lemma ("to", "with", "under the auspices of"). Coordinated phrases are one
    argument each.
    """

    label: str
    span: Span
    head: int
    predicate: int | None = None
    """Index of the predicate that the phrase is headed by, if it is one."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, an event-denoting noun, or a light verb with its noun, with labelled arguments."""

    index: int
    lemma: str
    """"meet", "invitation"; for a light verb "extend condolence" (verb and noun lemma)."""
    part: str
    """verb, noun or light."""
    head: int
    trigger: tuple[Span, ...]
    """The head word; of a light verb and its noun one span where they adjoin, else two."""
    sentence: int
    span: Span
    """The words of its clause or noun phrase."""
    arguments: tuple[Argument, ...]
    tense: Tense = Tense.NONE
    negated: bool = False
    modality: str | None = None
    """"may", "could", "if", "want", "plan" … the word that makes it less than a fact."""
    support: int | None = None
    """The token of a nominal's light verb, or of the verb that says that it happens."""
    modifiers: tuple[str, ...] = ()
    """Lemmas of the adjectives, nouns and determiners before a nominal: "forthcoming", "state", "the"."""
    plural: bool = False
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    """A perfect infinitive: "was to have gone"."""
    governor: int | None = None
    """The predicate whose complement, object or adverbial this one stands in."""
    relation: str | None = None
    """How: "clause", "object", "adverbial", "relative", "coordinate", or a preposition."""


# --- what is said --------------------------------------------------------------------------


class Status(StrEnum):
    """Whether the narrator says that it happened."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    CLAIMED = "claimed"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office, as this report states it."""

    ref: Ref
    label: str
    rule: str
    evidence: tuple[Span, ...]
    person: Ref
    role_name: str
    body: Ref | None = None
    attested_on: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition attributed to somebody; `evidence` is its content, without the attribution."""

    ref: Ref
    label: str
    rule: str
    evidence: tuple[Span, ...]
    attribution: tuple[Span, ...]
    text: str
    claimant: tuple[Ref, ...] = ()
    narrator: bool = False
    """The claimant is the article itself."""
    about: tuple[Ref, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something reported to have happened, to happen or to be planned; a field a property."""

    ref: Ref
    class_name: str
    """The leaf class of the ontology: "Meeting"."""
    label: str
    rule: str
    status: Status
    evidence: tuple[Span, ...]
    trigger: tuple[Span, ...]
    name: str | None = None
    event_type: str | None = None
    agent: tuple[Ref, ...] = ()
    recipient: tuple[Ref, ...] = ()
    object: tuple[Ref, ...] = ()
    attendee: tuple[Ref, ...] = ()
    organizer: tuple[Ref, ...] = ()
    sponsor: tuple[Ref, ...] = ()
    location: tuple[Ref, ...] = ()
    area_served: tuple[Ref, ...] = ()
    super_event: tuple[Ref, ...] = ()
    event: tuple[Ref, ...] = ()
    about: tuple[Ref, ...] = ()
    topics: tuple[str, ...] = ()
    """IRIs of the concepts, or of a scheme itself named, that it is about."""
    states: tuple[Ref, ...] = ()
    on_behalf_of: tuple[Ref, ...] = ()
    responds_to: tuple[Ref, ...] = ()
    basis: tuple[Ref, ...] = ()
    resulting_organization: tuple[Ref, ...] = ()
    time: str | None = None
    """EDTF."""
    not_before: date | None = None
    not_after: date | None = None
    attested_on: tuple[date, ...] = ()
    starts: bool = False
    """`time` is when it starts or takes place, so that startDate may be said."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that show a topic, with the concept's IRI."""

    span: Span
    concept: str
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that one report says; the mapping turns it into quads and adds nothing."""

    article: Article
    entities: tuple[Entity, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    claims: tuple[Claim, ...] = ()
    topics: tuple[Topic, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """Linked mentions only."""
    times: tuple[Time, ...] = ()
    filed_from: tuple[Ref, ...] = ()
    """The linked places of the dateline."""
