from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as RDFLiteral
from rdflib.compare import isomorphic

from dateline import resources
from dateline.errors import OutputError
from dateline.mapping import tables
from dateline.serialize import SUFFIXES, names, write
from dateline.vocabulary import IRI, PREFIXES, Literal, Quad, Term, dl, edtf, nif, rdf, rdfs, schema, sdg, status, xsd

BASE = "https://example.org/"
GRAPH = IRI(f"{BASE}graph/1")
ARTICLE = IRI(f"{BASE}article/1")
GRAPHS_FORMATS = {
    "turtle": "turtle",
    "jsonld": "json-ld",
    "nquads": "nquads",
    "trig": "trig",
    "ntriples": "nt",
    "rdfxml": "xml",
}
OX_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
ALL_CHARACTERS = sorted(set(SUFFIXES) - {"rdfxml"})
"""The formats that can hold any character; RDF/XML has tests of its own in test_formats.py."""


def data(path: str) -> IRI:
    return IRI(BASE + path)


def text(value: str) -> Literal:
    return Literal(value, xsd.string)


def stated(subject: IRI, predicate: IRI, value: Term, graph: IRI = GRAPH) -> Quad:
    return Quad(subject, predicate, value, graph)


SAMPLE = (
    stated(ARTICLE, rdf.type, schema.NewsArticle),
    stated(ARTICLE, schema.wordCount, Literal("368", xsd.integer)),
    stated(ARTICLE, schema.datePublished, Literal("2022-11-08", xsd.date)),
    stated(ARTICLE, schema.url, IRI("https://harbour.example/news?id=1&x=ü")),
    stated(ARTICLE, schema.mentions, data("actor/peru")),
    stated(ARTICLE, schema.mentions, data("actor/1/96-a-spokesman")),
    stated(ARTICLE, schema.mentions, data("actor/1/1030-delegates")),
    stated(ARTICLE, schema.about, sdg["13"]),
    stated(data("text/ab#char=96,103"), rdf.type, nif.RFC5147String),
    stated(data("text/ab#char=96,103"), nif.beginIndex, Literal("96", xsd.nonNegativeInteger)),
    stated(data("text/ab#char=96,103"), nif.anchorOf, text('She said: "¡Adiós!"\n\tThen C:\\>')),
    stated(data("text/ab#char=1030,1031"), rdf.type, nif.RFC5147String),
    stated(data("occurrence/1/96-visit"), rdf.type, dl.Visit),
    stated(data("occurrence/1/96-visit"), rdf.type, dl.Occurrence),
    stated(data("occurrence/1/96-visit"), dl.status, status.planned),
    stated(data("occurrence/1/96-visit"), dl.rule, IRI("https://w3id.org/dateline/rule/visit")),
    stated(data("occurrence/1/96-visit"), dl.rule, data("rule/pay")),
    stated(data("occurrence/1/96-visit"), dl.time, Literal("2023", edtf.EDTF)),
    stated(data("occurrence/1/96-visit"), schema.startDate, Literal("2023", xsd.gYear)),
    stated(data("actor/peru"), rdfs.label, text("Peru")),
    stated(data("actor/peru"), schema.sameAs, IRI("http://www.wikidata.org/entity/Q1"), data("graph/links")),
)


def by_rdflib(document: str, format: str) -> Graph:
    merged = Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 warns of what it calls itself
        dataset = Dataset(default_union=True)
        dataset.parse(data=document, format=GRAPHS_FORMATS[format])
        for triple in dataset.triples((None, None, None)):
            merged.add(triple)
    return merged


def by_pyoxigraph(document: str, format: str) -> set[str]:
    quads = ox.parse(document.encode(), format=OX_FORMATS[format])
    return {str(quad.triple) for quad in quads}


def as_rdflib(quads: Iterable[Quad]) -> Graph:
    graph = Graph()
    for quad in quads:
        value = quad.object
        graph.add((URIRef(quad.subject), URIRef(quad.predicate), _term(value)))
    return graph


def _term(value: Term) -> RDFLiteral | URIRef:
    if not isinstance(value, Literal):
        return URIRef(value)
    return RDFLiteral(value.value, datatype=None if value.datatype == xsd.string else URIRef(value.datatype))


# --- every format says the same ---------------------------------------------------------------


@pytest.mark.parametrize("format", SUFFIXES)
def test_rdflib_reads_what_was_written(format: str) -> None:
    assert isomorphic(by_rdflib(write(SAMPLE, format, base=BASE), format), as_rdflib(SAMPLE))


@pytest.mark.parametrize("format", SUFFIXES)
def test_pyoxigraph_reads_what_was_written(format: str) -> None:
    expected = by_pyoxigraph(as_rdflib(SAMPLE).serialize(format="nt"), "turtle")
    assert by_pyoxigraph(write(SAMPLE, format, base=BASE), format) == expected


@pytest.mark.parametrize("format", SUFFIXES)
def test_the_order_of_statements_and_repetition_do_not_matter(format: str) -> None:
    assert write([*reversed(SAMPLE), *SAMPLE], format, base=BASE) == write(SAMPLE, format, base=BASE)


@pytest.mark.parametrize("format", SUFFIXES)
def test_the_bytes_are_the_same_for_every_hash_seed(format: str) -> None:
    # Sets of terms are written through the order of their hashes unless sorted.
    code = f"""
from dateline.serialize import write
from dateline.vocabulary import IRI, Literal, Quad, dl, schema, xsd
b = {BASE!r}
quads = {{Quad(IRI(f"{{b}}a/{{n}}"), p, IRI(f"{{b}}b/{{m}}"), IRI(b + "g")) for n in range(9) for m in range(9)
    for p in (schema.agent, schema.mentions, dl.evidence)}}
print(write(quads, {format!r}, base=b))
"""
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("format", SUFFIXES)
def test_nothing_to_say_is_still_a_document(format: str) -> None:
    assert len(by_rdflib(write([], format, base=BASE), format)) == 0


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(OutputError, match="choose turtle, jsonld, nquads"):
        write(SAMPLE, "n3", base=BASE)


# --- any term, whatever its characters ----------------------------------------------------------

STRINGS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
TYPES = st.sampled_from([xsd.string, xsd.integer, xsd.nonNegativeInteger, xsd.date, edtf.EDTF])
LITERALS = st.tuples(STRINGS, TYPES).map(lambda pair: Literal(*pair))
PATHS = st.text(alphabet="abZ09-._~!$&'()*+,;=:@%20/#?éß日", max_size=12)
ODD_IRIS = st.one_of(PATHS.map(data), PATHS.map(lambda path: IRI(f"http://schema.org/{path}")))


def is_iri(iri: str) -> bool:
    """Tell whether it is a valid IRI in the form to which parsers may bring it (RFC 3986, 6.2.2.3)."""
    try:
        written = f"<{iri}> <{iri}> <{iri}> ."
        return [quad.subject.value for quad in ox.parse(written.encode(), format=ox.RdfFormat.TURTLE)] == [iri]
    except SyntaxError:
        return False


IRIS = ODD_IRIS.filter(is_iri)


@pytest.mark.parametrize("format", ALL_CHARACTERS)
@given(value=LITERALS)
def test_pyoxigraph_reads_any_literal_back(format: str, value: Literal) -> None:
    document = write([stated(ARTICLE, schema.name, value)], format, base=BASE)
    (quad,) = ox.parse(document.encode(), format=OX_FORMATS[format])
    assert isinstance(quad.object, ox.Literal)
    assert Literal(quad.object.value, IRI(quad.object.datatype.value)) == value


@pytest.mark.parametrize("format", ALL_CHARACTERS)
@given(value=STRINGS)
def test_rdflib_reads_any_string_back(format: str, value: str) -> None:
    document = write([stated(ARTICLE, schema.name, text(value))], format, base=BASE)
    assert [str(each) for each in by_rdflib(document, format).objects()] == [value]


@pytest.mark.parametrize("format", SUFFIXES)
@given(iri=IRIS)
def test_pyoxigraph_reads_any_iri_back(format: str, iri: IRI) -> None:
    document = write([stated(iri, schema.agent, iri)], format, base=BASE)
    (quad,) = ox.parse(document.encode(), format=OX_FORMATS[format])
    assert (str(quad.subject), str(quad.object)) == (f"<{iri}>", f"<{iri}>")


@pytest.mark.parametrize("format", SUFFIXES)
@given(iri=IRIS)
def test_rdflib_reads_any_iri_back(format: str, iri: IRI) -> None:
    document = write([stated(iri, schema.agent, iri)], format, base=BASE)
    assert list(by_rdflib(document, format)) == [(URIRef(iri), URIRef(schema.agent), URIRef(iri))]


@pytest.mark.parametrize("iri", ["https://example.org/a b", "https://example.org/<", "https://example.org/\\u0041"])
@pytest.mark.parametrize("format", SUFFIXES)
def test_an_iri_that_no_syntax_can_hold_is_refused(format: str, iri: str) -> None:
    with pytest.raises(OutputError, match="no IRI may have"):
        write([stated(ARTICLE, schema.agent, IRI(iri))], format, base=BASE)


@pytest.mark.parametrize("format", SUFFIXES)
def test_half_a_surrogate_pair_is_refused(format: str) -> None:
    with pytest.raises(OutputError, match="surrogate"):
        write([stated(ARTICLE, schema.name, text("\ud83d"))], format, base=BASE)


@pytest.mark.parametrize("path", ["a/b", "a-b.c", "text/ab#char=1,2", "a/b:c/d".replace(":", "-"), "..a/b..", "%41"])
def test_a_plain_path_is_written_relative_to_the_base(path: str) -> None:
    assert names.relative(BASE + path, BASE) == path


@pytest.mark.parametrize(
    "path", ["", "a:b", "//a", "/a", "./a", "a/../b", "..", "a/.", "a//b", "?q", "#f", "@id", "é", "a/"]
)
def test_a_path_that_might_not_resolve_back_is_written_whole(path: str) -> None:
    assert names.relative(BASE + path, BASE) is None


# --- Turtle -------------------------------------------------------------------------------------


def turtle(*quads: Quad) -> str:
    return write(quads, "turtle", base=BASE)


def test_only_prefixes_that_are_used_are_declared() -> None:
    lines = turtle(stated(ARTICLE, schema.name, text("x"))).splitlines()
    assert [line for line in lines if line.startswith("@")] == [
        "@base <https://example.org/> .",
        "@prefix schema: <http://schema.org/> .",
    ]


def test_subjects_come_in_reading_order() -> None:
    subjects = [line.split()[0] for line in turtle(*SAMPLE).splitlines() if line.startswith("<")]
    assert subjects == [
        "<article/1>",
        "<actor/peru>",
        "<occurrence/1/96-visit>",
        "<text/ab#char=96,103>",
        "<text/ab#char=1030,1031>",
    ]


def test_a_short_list_stands_on_one_line_and_offsets_count_by_value() -> None:
    line = "    schema:mentions <actor/1/96-a-spokesman>, <actor/1/1030-delegates>, <actor/peru> ;"
    assert line in turtle(*SAMPLE).splitlines()


def test_a_long_list_stands_one_a_line() -> None:
    long = [stated(ARTICLE, schema.mentions, data(f"actor/somebody-with-a-long-name-{n}")) for n in range(4)]
    assert "schema:mentions\n        <actor/somebody-with-a-long-name-0>,\n" in turtle(*long)


def test_a_subject_has_one_block() -> None:
    assert turtle(*SAMPLE).count("<actor/peru> rdfs:label") == 1


def test_an_integer_is_written_bare() -> None:
    assert "schema:wordCount 368" in turtle(*SAMPLE)


def test_an_integer_in_another_form_keeps_its_form() -> None:
    assert '"007"^^xsd:integer' in turtle(stated(ARTICLE, schema.wordCount, Literal("007", xsd.integer)))


def test_a_name_that_would_need_escapes_is_written_whole() -> None:
    assert "<https://w3id.org/dateline/rule/a/b>" in turtle(
        stated(ARTICLE, dl.rule, IRI("https://w3id.org/dateline/rule/a/b"))
    )


# --- N-Quads ------------------------------------------------------------------------------------


def test_nquads_keep_the_graphs_apart() -> None:
    lines = write(SAMPLE, "nquads", base=BASE).splitlines()
    assert [line for line in lines if "sameAs" in line and line.endswith("<https://example.org/graph/links> .")]


def test_nquads_are_sorted() -> None:
    lines = write(SAMPLE, "nquads", base=BASE).splitlines()
    assert lines == sorted(lines)


# --- JSON-LD ------------------------------------------------------------------------------------


def jsonld(*quads: Quad) -> dict[str, object]:
    (node,) = json.loads(write(quads, "jsonld", base=BASE))["@graph"]
    assert isinstance(node, dict)
    return node


def no_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert len(dict(pairs)) == len(pairs), f"repeated keys in {[key for key, _ in pairs]}"
    return dict(pairs)


CONTEXT = json.loads(
    resources.find("ontology/context.jsonld").read_text(encoding="utf-8"), object_pairs_hook=no_repetition
)["@context"]


def test_the_context_has_all_our_prefixes() -> None:
    assert PREFIXES.items() <= CONTEXT.items()


@pytest.mark.parametrize(
    "row",
    [*tables.ARTICLE, *tables.ENTITY, *tables.EXISTING, *tables.TENURE, *tables.CLAIM, *tables.OCCURRENCE],
    ids=lambda row: f"{row.field} {row.property}",
)
def test_the_context_has_a_key_for_every_property_of_the_mapping(row: tables.Row) -> None:
    node = jsonld(stated(ARTICLE, row.property, text("x")))
    keys = set(node) - {"id"}
    assert keys <= set(CONTEXT)


def test_the_context_stands_in_the_document() -> None:
    assert json.loads(write(SAMPLE, "jsonld", base=BASE))["@context"] == {"@base": BASE} | CONTEXT


def test_data_is_referred_to_by_relative_iris() -> None:
    assert jsonld(stated(ARTICLE, schema.agent, data("actor/peru"))) == {"id": "article/1", "agent": "actor/peru"}


def test_a_concept_is_referred_to_by_its_prefixed_name() -> None:
    assert jsonld(stated(ARTICLE, dl.status, status.planned)) == {"id": "article/1", "dl:status": "status:planned"}


def test_a_value_of_the_type_that_the_context_says_is_plain() -> None:
    node = jsonld(stated(ARTICLE, nif.beginIndex, Literal("96", xsd.nonNegativeInteger)))
    assert node["beginIndex"] == 96


def test_a_value_of_another_type_says_it() -> None:
    node = jsonld(stated(ARTICLE, schema.startDate, Literal("2023", xsd.gYear)))
    assert node["startDate"] == {"@value": "2023", "@type": "xsd:gYear"}


def test_an_integer_too_long_for_json_keeps_its_digits() -> None:
    node = jsonld(stated(ARTICLE, schema.wordCount, Literal("12345678901234567890", xsd.integer)))
    assert node["wordCount"] == "12345678901234567890"


def test_an_iri_whose_scheme_is_one_of_our_prefixes_is_refused() -> None:
    with pytest.raises(OutputError, match="read as a prefixed name"):
        write([stated(ARTICLE, schema.agent, IRI("schema:agent"))], "jsonld", base=BASE)


SCRIPT = """
const jsonld = require('jsonld');
const refuse = (url) => { throw new Error('fetches ' + url); };
let text = '';
process.stdin.on('data', (chunk) => { text += chunk; }).on('end', async () => {
  process.stdout.write(await jsonld.toRDF(JSON.parse(text), {format: 'application/n-quads', documentLoader: refuse}));
});
"""


def test_jsonld_js_reads_what_was_written() -> None:
    modules = os.environ.get("NODE_PATH", "")
    if not any(Path(folder, "jsonld").is_dir() for folder in modules.split(os.pathsep)):
        pytest.skip("needs Node.js with the package jsonld: npm install jsonld, and NODE_PATH its node_modules")
    document = write(SAMPLE, "jsonld", base=BASE)
    run = subprocess.run(["node", "-e", SCRIPT], input=document, capture_output=True, text=True, check=True)
    assert by_pyoxigraph(run.stdout, "nquads") == by_pyoxigraph(write(SAMPLE, "turtle", base=BASE), "turtle")
