"""The page on the ontology: each term with its IRI, what it means, how it is used, and what it looks like in data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template

import examples
import source
from examples import Example
from rdflib import OWL, RDFS, SKOS, URIRef
from rdflib.namespace import Namespace
from source import ONTOLOGY, iris, text, texts

from dateline.serialize.names import prefixed
from dateline.vocabulary import PREFIXES, RULE, dl

SCHEMA = Namespace("http://schema.org/")
W3ID = "https://w3id.org/dateline/"
OWN = {str(dl): "", **{PREFIXES[name]: PREFIXES[name].removeprefix(W3ID) for name in ("status", "eventtype")}}
"""Namespaces of terms that the page describes, and what their anchors begin with."""
MATCHES = ((SKOS.closeMatch, "close to"), (SKOS.relatedMatch, "related to"))
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)

_CURIE = re.compile(rf"\b({'|'.join(PREFIXES)}):([A-Za-z](?:[\w.-]*\w)?)")

Row = tuple[str, str]
"""A heading and its HTML."""


def render() -> str:
    """Return the whole page."""
    template = Template((Path(__file__).parent / "page.html").read_text("utf-8"))
    classes, properties = source.of_type(OWL.Class), source.of_type(*PROPERTIES)
    statuses, event_types = (
        source.concepts(source.STATUSES, "status.ttl"),
        source.concepts(source.EVENT_TYPES, "event-types.ttl"),
    )
    return template.substitute(
        title=escape(text(ONTOLOGY, URIRef("http://purl.org/dc/terms/title"))),
        version=escape(text(ONTOLOGY, OWL.versionInfo)),
        tree=_tree([each for each in classes if source.line(each) == [each]]),
        property_index=_index(properties),
        status_index=_index(statuses),
        event_type_index=_index(event_types),
        classes="\n".join(_section(each, "class", _of_class(each)) for each in classes),
        properties="\n".join(_section(each, _kind(each), _of_property(each)) for each in properties),
        statuses="\n".join(_section(each, "status", ()) for each in statuses),
        event_types="\n".join(_section(each, "event type", _of_concept(each)) for each in event_types),
        reused="\n".join(_reused()),
        namespaces="\n".join(
            f"<tr><td><code>{name}:</code></td><td><code>{iri}</code></td></tr>" for name, iri in PREFIXES.items()
        ),
        notes="\n".join(f"<li>{_linked(note)}</li>" for note in texts(ONTOLOGY, SKOS.editorialNote)),
    )


# --- contents ---------------------------------------------------------------------------------------


def _tree(classes: Iterable[URIRef]) -> str:
    items = (f"<li>{_link(each)}{_tree(source.subjects(each, RDFS.subClassOf))}</li>" for each in classes)
    listed = "".join(items)
    return f"<ul>{listed}</ul>" if listed else ""


def _index(terms: Iterable[URIRef]) -> str:
    return f"<ul>{''.join(f'<li>{_link(each)}</li>' for each in terms)}</ul>"


# --- a term -----------------------------------------------------------------------------------------


def _section(term: URIRef, kind: str, rows: Iterable[Row]) -> str:
    """Return the part of the page on a term."""
    label = text(term, RDFS.label, SKOS.prefLabel)
    table = "\n".join(f"<dt>{heading}</dt><dd>{html}</dd>" for heading, html in rows if html)
    said = [f"<p>{_linked(text(term, SKOS.definition))}</p>"]
    said += [f"<p class=instance>For instance: {_linked(each)}</p>" for each in texts(term, SKOS.example)]
    return f"""<section id="{_anchor(term)}">
<h3>{escape(label)} <small>{kind}</small></h3>
<p class=iri><a href="#{_anchor(term)}"><code>{_short(term)}</code></a> <code>{term}</code></p>
{"".join(said)}
{f"<dl>{table}</dl>" if table else ""}
</section>"""


def _of_class(term: URIRef) -> Iterator[Row]:
    always, allowed = source.types(term)
    yield "Under", _links(each for each in iris(term, RDFS.subClassOf) if each.startswith(str(dl)))
    yield "Over", _links(source.subjects(term, RDFS.subClassOf))
    yield "Types in data", _links(always)
    yield "and, if its status allows", _links(allowed)
    yield from _matches(term)
    yield "Its own properties", _links(source.subjects(term, RDFS.domain, SCHEMA.domainIncludes))
    yield "Value of", _links(source.subjects(term, RDFS.range, SCHEMA.rangeIncludes))
    yield "May have", _links(source.carried(term))
    yield "Rules", _listed(source.rules_of_class(term))
    yield "In data", _excerpt(examples.of_class(term))


def _of_property(term: URIRef) -> Iterator[Row]:
    yield "Said of", _links(iris(term, RDFS.domain, SCHEMA.domainIncludes)) or "anything that the data describe"
    yield "Its values", _links(source.choices(term) or iris(term, RDFS.range, SCHEMA.rangeIncludes)) or "an IRI"
    yield from _matches(term)
    yield "Rules", _listed(source.rules_of_property(term))
    yield "In data", _excerpt(examples.of_property(term))


def _of_concept(term: URIRef) -> Iterator[Row]:
    yield "Note", _listed(texts(term, SKOS.note))


def _matches(term: URIRef) -> Iterator[Row]:
    for relation, words in MATCHES:
        yield words.capitalize(), _links(iris(term, relation))


def _kind(term: URIRef) -> str:
    return "object property" if term in source.subjects_of(OWL.ObjectProperty) else "datatype property"


def _excerpt(example: Example | None) -> str:
    if example is None:
        return ""
    return f"<pre>{_linked(example.turtle)}</pre><p class=from>from {example.folder}/</p>"


# --- terms of other vocabularies --------------------------------------------------------------------


def _reused() -> Iterator[str]:
    """Yield a row for each kind of node and each property of others' that it may have, with the rules."""
    for name, class_ in source.kinds():
        others = [each for each in source.carried(class_) if not each.startswith(str(dl))]
        yield f"<tr><th colspan=2>{name}: {_link(class_)}</th></tr>"
        yield from (
            f"<tr><td>{_link(each)}</td><td>{_listed(source.rules_of_property(each))}</td></tr>" for each in others
        )


# --- words and links --------------------------------------------------------------------------------


def _anchor(term: URIRef) -> str | None:
    if term.startswith(RULE):
        return "rule"
    return next((prefix + term[len(iri) :] for iri, prefix in OWN.items() if term.startswith(iri)), None)


def _short(term: URIRef) -> str:
    return ":".join(prefixed(term) or (str(term),))


def _link(term: URIRef) -> str:
    anchor = _anchor(term)
    return f'<a href="{term if anchor is None else "#" + anchor}"><code>{_short(term)}</code></a>'


def _links(terms: Iterable[URIRef]) -> str:
    return ", ".join(map(_link, terms))


def _listed(sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{_linked(each)}</li>" for each in sentences)
    return f"<ul>{items}</ul>" if items else ""


def _linked(words: str) -> str:
    """Return words as HTML, in which short names of terms lead to them."""
    return _CURIE.sub(lambda match: _link(URIRef(PREFIXES[match[1]] + match[2])), escape(words, quote=False))
