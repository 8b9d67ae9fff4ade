"""Files in canonical form: the same statements, the same bytes however they came, nothing lost and nothing fetched."""

from __future__ import annotations

import json
import random
import time

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import FormatError, ReadError
from dateline.reformat import SUFFIXES, reformat
from dateline.reformat.document import read
from dateline.reformat.reference import DOCUMENT, of_base, of_document
from dateline.serialize import turtle
from dateline.store import FORMATS

EX = "http://example.org/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIX = f"@prefix ex: <{EX}> .\n\n"
KEEPING_GRAPHS = (".trig", ".nq", ".jsonld")


def formatted(text: str, suffix: str = ".ttl", **options: bool) -> str:
    return reformat(text.encode(), suffix, source="a" + suffix, **options)


def canonical(data: bytes, suffix: str) -> set[str]:
    dataset = ox.Dataset(ox.parse(data, format=FORMATS[suffix], base_iri=DOCUMENT))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, dataset))


# --- any graph ----------------------------------------------------------------------------------

CHARACTERS = st.characters(exclude_categories=["Cs"])
STRINGS = st.one_of(st.text(alphabet=CHARACTERS, max_size=8), st.text(alphabet='a"\\\n\r\t #<', max_size=8))
FORMS = st.sampled_from(
    ["1", "01", "-0", "+1", "1.50", "01.50", ".5", "1.", "1e0", "5.5E0", "1.0E21", "true", "TRUE", ""]
)
TYPES = [f"{XSD}{name}" for name in ("integer", "decimal", "double", "boolean", "dateTime", "string")] + [f"{EX}t"]
TAGS = st.sampled_from(["en", "en-GB", "zh-Hant-TW", "de-x-gb"])
LITERALS = st.one_of(
    st.builds(ox.Literal, STRINGS),
    st.builds(lambda value, tag: ox.Literal(value, language=tag), STRINGS, TAGS),
    st.builds(
        lambda value, type_: ox.Literal(value, datatype=ox.NamedNode(type_)), FORMS | STRINGS, st.sampled_from(TYPES)
    ),
)
PATHS = ("a", "b", "a.b", "a.", "-a", "é", "a:b", "a%20b", "a/b", "", "~", "a,b", "1", "//x", "@id")
IRIS = st.sampled_from(
    [ox.NamedNode(stem + path) for stem in (EX, "http://schema.org/", "urn:x:", f"{DOCUMENT}#") for path in PATHS]
    + [ox.NamedNode(iri) for iri in (f"{RDF}nil", f"{RDF}first", f"{XSD}integer", "http://example.org", "schema:name")]
)
BLANKS = st.sampled_from([ox.BlankNode(f"b{number}") for number in range(6)])
# Cells and circles of cells come about often enough if there are few properties.
PROPERTIES = st.sampled_from(
    [ox.NamedNode(iri) for iri in (f"{RDF}first", f"{RDF}rest", f"{RDF}type", f"{EX}p", "urn:p")]
)
NIL = ox.NamedNode(f"{RDF}nil")
GRAPHS = st.one_of(st.just(ox.DefaultGraph()), IRIS, BLANKS)
Graph = list[ox.Quad]


@st.composite
def lists(draw: st.DrawFn) -> Graph:
    """A list, referred to once or oftener, perhaps within itself."""
    items = draw(st.lists(st.one_of(LITERALS, BLANKS, IRIS), max_size=4))
    name = draw(st.sampled_from("kl"))
    cells: list[ox.BlankNode | ox.NamedNode] = [ox.BlankNode(f"{name}{number}") for number in range(len(items))]
    chain = [*cells, NIL]
    subjects = draw(st.lists(st.one_of(IRIS, BLANKS), min_size=1, max_size=2))
    referring = [ox.Quad(subject, ox.NamedNode(f"{EX}l"), chain[0]) for subject in subjects]
    firsts = [ox.Quad(cell, ox.NamedNode(f"{RDF}first"), item) for cell, item in zip(cells, items, strict=True)]
    rests = [ox.Quad(cell, ox.NamedNode(f"{RDF}rest"), after) for cell, after in zip(cells, chain[1:], strict=True)]
    return [*referring, *firsts, *rests]


STATEMENTS = st.lists(st.builds(ox.Quad, st.one_of(IRIS, BLANKS), PROPERTIES, st.one_of(IRIS, BLANKS, LITERALS)))
MERGED = st.builds(list.__add__, STATEMENTS, st.one_of(st.just([]), lists()))


@st.composite
def named(draw: st.DrawFn) -> Graph:
    """Statements, each in some graph."""
    graphs = draw(st.lists(GRAPHS, min_size=1, max_size=2))
    return [ox.Quad(quad.subject, quad.predicate, quad.object, draw(st.sampled_from(graphs))) for quad in draw(MERGED)]


def serialized(graph: Graph, suffix: str) -> bytes:
    quads = graph if suffix in KEEPING_GRAPHS else [quad.triple for quad in graph]
    data = ox.serialize(quads, format=FORMATS[suffix])
    assert data is not None
    return data.replace(DOCUMENT.encode(), b"urn:document" if suffix in (".nt", ".nq") else b"")


def graphs(suffix: str) -> st.SearchStrategy[Graph]:
    return named() if suffix in KEEPING_GRAPHS else MERGED


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.data())
def test_what_is_written_says_what_was_read(suffix: str, data: st.DataObject) -> None:
    given_ = serialized(data.draw(graphs(suffix)), suffix)
    written = reformat(given_, suffix, source="a", drop_comments=True)
    assert canonical(written.encode(), suffix) == canonical(given_, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.data())
def test_what_is_formatted_stays_as_it_is(suffix: str, data: st.DataObject) -> None:
    once = reformat(serialized(data.draw(graphs(suffix)), suffix), suffix, source="a")
    assert reformat(once.encode(), suffix, source="a") == once


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.data(), seed=st.integers(0, 9))
def test_neither_order_nor_labels_matter(suffix: str, data: st.DataObject, seed: int) -> None:
    graph = data.draw(graphs(suffix))
    turned = renamed(graph)
    random.Random(seed).shuffle(turned)
    one, other = (reformat(serialized(each, suffix), suffix, source="a") for each in (graph, turned))
    assert one == other


CONTEXTS = st.fixed_dictionaries(
    {},
    optional={
        "@vocab": st.sampled_from([EX, "http://schema.org/"]),
        "@base": st.sampled_from([EX, "http://example.org/", "http://schema.org/a"]),
        "@language": st.sampled_from(["en", "en-GB"]),
        "ex": st.just(EX),
        "xsd": st.just(XSD),
        "rdf": st.just(RDF),
        "urn": st.sampled_from(["urn:", EX]),
        "id": st.just("@id"),
        "type": st.just("@type"),
        "a": st.sampled_from([f"{EX}a", f"{EX}p", None]),
        "l": st.fixed_dictionaries({"@id": st.just(f"{EX}l"), "@container": st.sampled_from(["@list", "@set"])}),
        "p": st.fixed_dictionaries(
            {"@id": st.sampled_from([f"{EX}p", "urn:p", f"{RDF}type", f"{RDF}first"])},
            optional={
                "@type": st.sampled_from(["@id", "@vocab", f"{XSD}integer", f"{XSD}double", f"{XSD}boolean"]),
                "@container": st.sampled_from(["@list", "@set", "@language", "@index"]),
                "@language": st.sampled_from(["en", None]),
            },
        ).filter(lambda term: "@type" not in term or term.get("@container") != "@language"),
    },
)


@given(graph=named(), context=CONTEXTS)
def test_a_kept_context_changes_nothing(graph: Graph, context: dict[str, object]) -> None:
    plain = serialized(graph, ".jsonld")
    document = json.dumps({"@context": context, "@graph": json.loads(plain)}).encode()
    try:
        expected = canonical(document, ".jsonld")
        once = reformat(document, ".jsonld", source="a", drop_comments=True)
    except (SyntaxError, ReadError, FormatError):
        return
    assert canonical(once.encode(), ".jsonld") == expected
    assert reformat(once.encode(), ".jsonld", source="a") == once


def renamed(graph: Graph) -> Graph:
    """Return the statements with labels in another order."""

    def other(term: object) -> object:
        return ox.BlankNode(f"z{hash(term.value) % 2**32}") if isinstance(term, ox.BlankNode) else term

    return [ox.Quad(*map(other, quad)) for quad in graph]  # type: ignore[arg-type]


# --- blank nodes --------------------------------------------------------------------------------


def body(text: str) -> str:
    """Format statements that use the prefix ex, and return what follows the head."""
    return formatted(PREFIX + text).removeprefix(PREFIX)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("ex:a ex:p _:x . _:x ex:q 1 .", "ex:a ex:p [ ex:q 1 ] .\n"),
        ("ex:a ex:p _:x .", "ex:a ex:p [] .\n"),
        ("_:x ex:p 1 .", "[] ex:p 1 .\n"),
        ("ex:a ex:p _:x . _:x ex:q _:y . _:y ex:q 1 .", "ex:a ex:p [ ex:q [ ex:q 1 ] ] .\n"),
        ("ex:a ex:p [ ex:q 1 ; a ex:T ] .", "ex:a ex:p [\n        a ex:T ;\n        ex:q 1\n    ] .\n"),
        ("ex:a ex:p _:x . ex:b ex:p _:x .", "ex:a ex:p _:c14n0 .\n\nex:b ex:p _:c14n0 .\n"),
        ("_:x ex:p _:x .", "_:c14n0 ex:p _:c14n0 .\n"),
        ("ex:a ex:p ( 1 _:x ex:b ) . _:x ex:q 2 .", "ex:a ex:p ( 1 [ ex:q 2 ] ex:b ) .\n"),
        ("ex:a ex:p () .", "ex:a ex:p () .\n"),
        ("ex:a ex:p ( () ( 1 ) ) .", "ex:a ex:p ( () ( 1 ) ) .\n"),
    ],
)
def test_a_blank_node_is_written_where_it_is_referred_to(given_: str, expected: str) -> None:
    assert body(given_) == expected


def test_of_nodes_in_a_circle_each_has_a_label() -> None:
    assert body("_:x ex:p _:y . _:y ex:p _:x .").count("_:c14n") == 4


def test_a_list_that_is_referred_to_twice_has_a_label_for_its_head_alone() -> None:
    cells = "_:x rdf:first 1 ; rdf:rest ( 2 3 ) . ex:a ex:p _:x . ex:b ex:p _:x ."
    assert "_:c14n0 rdf:first 1 ;\n    rdf:rest ( 2 3 ) .\n" in formatted(f"@prefix rdf: <{RDF}> .\n{PREFIX}{cells}")


@pytest.mark.parametrize(
    "cells",
    [
        "_:x rdf:first 1, 2 ; rdf:rest rdf:nil .",
        "_:x rdf:first 1 .",
        "_:x rdf:first 1 ; rdf:rest ex:b .",
        "_:x rdf:first 1 ; rdf:rest rdf:nil ; ex:q 2 .",
    ],
)
def test_what_is_no_list_is_not_written_as_one(cells: str) -> None:
    assert "rdf:first" in formatted(f"@prefix rdf: <{RDF}> .\n{PREFIX}ex:a ex:p _:x . {cells}")


def test_a_node_that_two_graphs_speak_of_keeps_a_label() -> None:
    trig = formatted(f"{PREFIX}ex:g {{ ex:a ex:p _:x }} ex:h {{ _:x ex:q 1 }}", ".trig")
    assert trig.count("_:c14n0") == 2


def test_a_graph_without_a_name_keeps_a_label() -> None:
    trig = formatted(f"{PREFIX}_:g {{ ex:a ex:p 1 }} ex:a ex:q _:g .", ".trig")
    assert trig.count("_:c14n0") == 2


def test_equal_nodes_are_not_made_one() -> None:
    assert body("ex:a ex:p [ ex:q 1 ], [ ex:q 1 ] .") == "ex:a ex:p [ ex:q 1 ], [ ex:q 1 ] .\n"


def test_nodes_within_each_other_stay_readable_at_any_depth() -> None:
    deep = "ex:a ex:p " + "[ ex:p " * 200 + "1" + " ]" * 200 + " ."
    assert max(len(line) - len(line.lstrip()) for line in body(deep).splitlines()) <= 72


def test_a_list_may_have_any_number_of_equal_items() -> None:
    assert body(f"ex:a ex:p ( {'1 ' * 20_000}) .").count("\n        1") == 20_000


def test_a_labelled_node_beside_a_long_list_is_labelled_in_no_time() -> None:
    begin = time.process_time()
    body(f"ex:a ex:p ( {'1 ' * 2000}) ; ex:q _:x . ex:b ex:q _:x .")
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "knot",
    [
        " ".join(f"_:b{a} ex:p _:b{b} ." for a in range(12) for b in range(12) if a != b),
        " ".join(f"_:b{a} ex:p _:b{(a + 1) % 1000} ." for a in range(1000)),
        " ".join(f"_:b{a}-{b} ex:p _:b{a + 1}-{b}, _:b{a}-{b + 1} ." for a in range(12) for b in range(12)),
    ],
    ids=["all with all", "ring", "grid"],
)
def test_nodes_that_could_not_be_told_apart_in_time_are_refused(knot: str) -> None:
    with pytest.raises(FormatError, match="told apart by their neighbours alone — give them IRIs"):
        body(knot)


# --- layout -------------------------------------------------------------------------------------


def test_named_subjects_come_before_blank_ones_and_classes_before_properties() -> None:
    text = body("[] ex:p 1 . ex:b ex:p 1 ; a ex:T . ex:a2 ex:p 1 . ex:a10 ex:p 1 .")
    assert text == "ex:a2 ex:p 1 .\n\nex:a10 ex:p 1 .\n\nex:b a ex:T ;\n    ex:p 1 .\n\n[] ex:p 1 .\n"


def test_a_text_in_lines_is_written_in_lines() -> None:
    assert body('ex:a ex:p "one\\ntwo\\t\\\\" .') == 'ex:a ex:p """one\ntwo\t\\\\""" .\n'


def test_a_text_in_lines_within_a_graph_is_not_indented() -> None:
    assert '"""one\ntwo"""' in formatted(f'{PREFIX}ex:g {{ ex:a ex:p "one\\ntwo" }}', ".trig")


@pytest.mark.parametrize(
    "literal",
    ["1", "-3", "01.50", "1.5e3", "true", '"01"^^xsd:integer', '"1"^^xsd:boolean', '"2024-01-01Z"^^xsd:date',
     '"+1"^^xsd:integer', '".5"^^xsd:decimal', '"x"@en-GB', '"x"@zh-Hant', '"INF"^^xsd:double'],
)  # fmt: skip
def test_a_literal_stays_to_the_letter(literal: str) -> None:
    text = formatted(f"@prefix xsd: <{XSD}> .\n{PREFIX}ex:a ex:p {literal} .")
    assert f"ex:a ex:p {literal} ." in text


def test_triples_in_lines_are_sorted_and_labelled_in_order() -> None:
    lines = f"_:z <{EX}p> <{EX}a> .\n<{EX}b> <{EX}p> _:z .\n<{EX}a> <{EX}p> <{EX}c> .\n<{EX}a> <{EX}p> <{EX}c> .\n"
    assert formatted(lines, ".nt") == (
        f"<{EX}a> <{EX}p> <{EX}c> .\n<{EX}b> <{EX}p> _:c14n0 .\n_:c14n0 <{EX}p> <{EX}a> .\n"
    )


def test_nothing_stays_nothing() -> None:
    assert formatted("") == ""


def test_a_byte_order_mark_is_left_out() -> None:
    assert formatted("\ufeffex:a ex:p 1 .".replace("ex:", "urn:").replace("urn:a urn:p", "<urn:a> <urn:p>")) == (
        "<urn:a> <urn:p> 1 .\n"
    )


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reference",
    ["", "#me", "?q=1", "b", "b/", "./", "../", "../b", "../../b#c", "/", "/b", "//host/b", "./a:b", "./@id", "/.//b",
     ".//b", "../../../../../../../../b"],
)  # fmt: skip
def test_what_is_relative_to_the_file_stays_so(reference: str) -> None:
    assert f"<urn:a> <urn:p> <{reference}> .\n" == formatted(f"<urn:a> <urn:p> <{reference}> .")


@pytest.mark.parametrize("place", ["https://example.org/a/b/c", "file:///data/x.ttl", "https://example.org/d/"])
@given(path=st.text(alphabet="ab./?#:@", max_size=10))
def test_a_relative_reference_means_the_same_wherever_the_file_lies(place: str, path: str) -> None:
    try:
        before, read_here = (resolved(path, base) for base in (place, DOCUMENT))
    except SyntaxError:
        return
    assert resolved(of_document(read_here) or "", place) == before or not read_here.startswith("x-dateline")


def resolved(reference: str, base: str) -> str:
    (quad,) = ox.parse(f"<urn:a> <urn:p> <{reference}> .", format=ox.RdfFormat.TURTLE, base_iri=base)
    assert isinstance(quad.object, ox.NamedNode)
    return quad.object.value


BASES = st.sampled_from(
    ["http://a.example/d/e", "http://a.example/d/", "http://a.example", "http://a.example/d?q", "urn:a:b"]
)


@given(base=BASES, path=st.text(alphabet="ab./?#:@", max_size=8), stem=BASES)
def test_a_reference_to_a_declared_base_resolves_to_what_it_stands_for(base: str, path: str, stem: str) -> None:
    try:
        iri = resolved(stem + path, base)
    except SyntaxError:
        return
    reference = of_base(iri, base)
    assert reference is None or resolved(reference, base) == iri


def test_a_base_that_the_file_declares_is_kept() -> None:
    text = "@base <http://example.org/doc> .\n\n<> <#p> <part> .\n"
    assert formatted(text) == text


def test_a_base_that_comes_too_late_for_some_is_dropped() -> None:
    given_ = "<a> <urn:p> 1 . @base <http://example.org/> . <b> <urn:p> 1 ."
    assert formatted(given_) == "<http://example.org/b> <urn:p> 1 .\n\n<a> <urn:p> 1 .\n"


def test_prefixes_are_kept_where_used_and_known_ones_added() -> None:
    given_ = f"@prefix ex: <{EX}> . @prefix un: <urn:x> .\nex:a <http://schema.org/name> 'x' ."
    assert (
        formatted(given_) == f'@prefix ex: <{EX}> .\n@prefix schema: <http://schema.org/> .\n\nex:a schema:name "x" .\n'
    )


@pytest.mark.parametrize("suffix", [".ttl", ".trig"])
def test_a_file_of_prefixes_keeps_them(suffix: str) -> None:
    text = "@base <http://example.org/> .\n\n@prefix : <#> .\n@prefix schema: <https://schema.org/> .\n"
    kept = formatted(text, suffix)
    assert [line for line in kept.splitlines() if "schema" in line] == ["@prefix schema: <https://schema.org/> ."]
    assert formatted(kept, suffix) == kept


def test_a_prefix_means_what_the_file_says() -> None:
    given_ = "@prefix schema: <https://schema.org/> .\n\n<urn:a> schema:name <http://schema.org/name> .\n"
    assert formatted(given_) == given_


def test_a_prefix_that_clashes_and_is_not_used_makes_way() -> None:
    given_ = "@prefix schema: <https://schema.org/> .\n<urn:a> <http://schema.org/name> 1 ."
    assert formatted(given_) == "@prefix schema: <http://schema.org/> .\n\n<urn:a> schema:name 1 .\n"


def test_a_prefix_may_end_in_the_midst_of_a_word() -> None:
    given_ = "@prefix GO: <http://purl.org/obo/GO_> .\n\nGO:0001 a GO:x .\n"
    assert formatted(given_) == given_


# --- what would be lost -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# a\n<urn:a> <urn:p> 1 .", "1:1"),
        ("<urn:a#b> <urn:p> 1 . # a", "1:23"),
        ("<urn:a> <urn:p> \"#\", '#', \"\"\"\n#\"\"\", '''#''' .\n  # a", "3:3"),
        ("@prefix a: <urn:a:> .\na:b a:\\#c 1 .# a", "2:14"),
    ],
)
def test_a_file_with_comments_is_refused_with_the_place_of_the_first(text: str, place: str) -> None:
    with pytest.raises(FormatError, match=rf"^a.ttl:{place}: has 1 comment, which would be lost — .*--drop-comments"):
        formatted(text)


def test_comments_are_dropped_on_request() -> None:
    assert formatted("# a\n<urn:a> <urn:p> 1 . # b", drop_comments=True) == "<urn:a> <urn:p> 1 .\n"


@pytest.mark.parametrize("text", ['<urn:a#> <urn:p> "#" .', "<urn:a> <urn:p> '''\\'''#''' ."])
def test_a_hash_within_a_term_is_no_comment(text: str) -> None:
    assert "#" in formatted(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"<urn:a> <urn:p> .", r"^a.ttl:1:17: is malformed"),
        (b"<urn:a> <urn:p> '\xff' .", r"^a.ttl: is not UTF-8 at byte 17"),
        (b"<urn:a> <urn:p> <<( <urn:a> <urn:p> 1 )>> .", "triple term"),
        (b"<urn:a> <urn:p> 'a'@en--ltr .", "direction"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        reformat(text, ".ttl", source="a.ttl")


def test_a_file_that_speaks_of_our_place_for_relative_references_is_refused() -> None:
    with pytest.raises(FormatError, match=r"^a.ttl:2:2: has an IRI that begins with x-dateline-document:"):
        formatted(f"\n<{DOCUMENT}> <urn:p> 1 .")


def test_json_that_is_nested_too_deeply_is_unreadable_and_no_defect() -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        formatted(f'{{"@id": "urn:a", "urn:p": {"[" * 3000}1{"]" * 3000}}}', ".jsonld")


def test_rdf_xml_is_read_elsewhere() -> None:
    with pytest.raises(ReadError, match="no format that can be written anew"):
        formatted("<rdf:RDF/>", ".rdf")


def test_nothing_is_given_out_that_does_not_say_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "write", lambda *_, **__: "<urn:a> <urn:p> 2 .\n")
    with pytest.raises(AssertionError, match="does not say what was read"):
        formatted("<urn:a> <urn:p> 1 .")


# --- JSON-LD ------------------------------------------------------------------------------------


def node(context: object, **properties: object) -> object:
    """Format a document of one node, and return the node."""
    document = {"@context": context, "@id": "urn:a"} | properties
    (written,) = json.loads(formatted(json.dumps(document), ".jsonld"))["@graph"]
    return written


def test_a_context_that_stands_in_the_document_is_kept() -> None:
    context = {"ex": EX, "name": "ex:name", "@language": "en", "@vocab": f"{EX}v/", "unused": {"@reverse": "ex:r"}}
    document = json.dumps({"@context": context, "@id": "urn:a", "name": "x"})
    assert json.loads(formatted(document, ".jsonld"))["@context"] == context


@pytest.mark.parametrize(
    ("context", "key", "value"),
    [
        ({"p": {"@id": f"{EX}p", "@type": "@id"}}, "p", "urn:b"),
        ({"p": {"@id": f"{EX}p", "@type": "@vocab"}, "done": f"{EX}done"}, "p", "done"),
        ({"@vocab": EX, "p": {"@type": "@vocab"}}, "p", "done"),
        ({"@vocab": EX}, "p", ["a", {"@id": "urn:b"}, {"@value": "c", "@language": "en"}]),
        ({"@vocab": EX, "@language": "en"}, "p", ["a", {"@value": "c"}]),
        ({"p": {"@id": f"{EX}p", "@container": "@list"}}, "p", ["b", "a", "b"]),
        ({"p": {"@id": f"{EX}p", "@container": "@set"}}, "p", ["a"]),
        ({"p": {"@id": f"{EX}p", "@container": "@language"}}, "p", {"de": "a", "en": ["b", "c"]}),
        ({"p": {"@id": f"{EX}p", "@type": f"{XSD}date"}}, "p", "2024-01-01"),
        ({"@vocab": EX}, "p", [1, 1.5, True]),
        ({"ex": EX}, "ex:p", {"ex:q": {"@list": [1, {"@list": []}]}}),
        ({"ex": EX}, "ex:p", {"@value": "01.50", "@type": f"{XSD}decimal"}),
        ({"ex": EX}, "ex:p", {"@value": "1.0E400", "@type": f"{XSD}double"}),
    ],
)
def test_values_stand_as_the_context_lets_them(context: object, key: str, value: object) -> None:
    written = node(context, **{key: value})
    assert isinstance(written, dict)
    found = written[key]
    in_order = sorted(found, key=str) if isinstance(found, list) and "@list" not in str(context) else found
    assert in_order == (sorted(value, key=str) if in_order is not found and isinstance(value, list) else value)


@pytest.mark.parametrize(
    ("context", "properties"),
    [
        ({"p": {"@id": f"{EX}p", "@container": "@list"}}, {"p": ["a"], f"{EX}p": {"@list": ["b"]}}),
        ({"p": {"@id": f"{EX}p", "@container": "@language"}}, {"p": {"en": "a"}, f"{EX}p": 1}),
        ({"p": {"@id": f"{EX}p", "@container": "@index"}}, {f"{EX}p": 1}),
    ],
)
def test_a_key_that_does_not_suit_its_values_gives_way(context: object, properties: dict[str, object]) -> None:
    written = node(context, **properties)
    assert isinstance(written, dict) and f"{EX}p" in written


def test_a_context_that_a_writer_cannot_use_gives_way_to_one_of_prefixes() -> None:
    document = {"@context": [{"ex": EX}, {"p": "ex:p"}], "@id": "urn:a", "p": 1}
    assert json.loads(formatted(json.dumps(document), ".jsonld")) == {
        "@context": {"ex": EX},
        "@graph": [{"@id": "urn:a", "ex:p": 1}],
    }


@pytest.mark.parametrize(
    "context", ["https://schema.org/", [{"ex": EX}, "https://schema.org/"], {"@import": "https://schema.org/"}]
)
def test_a_context_that_lies_elsewhere_is_refused_and_never_fetched(context: object) -> None:
    text = json.dumps({"@context": context, "@id": "urn:a"})
    column = text.index('"https') + 1
    with pytest.raises(ReadError, match=rf"^a.jsonld:1:{column}: has a remote @context, https://schema.org/ — write"):
        formatted(text, ".jsonld")


@pytest.mark.parametrize("key", ["todo", "@index"])
def test_a_key_that_says_nothing_is_refused_with_its_place(key: str) -> None:
    text = f'{{\n  "@context": {{"p": "{EX}p"}}, "@id": "urn:a", "p": "x",\n  "{key}": "y"\n}}'
    with pytest.raises(FormatError, match=rf"a.jsonld:3:3: has a key .* would be lost: {key}"):
        formatted(text, ".jsonld")


@pytest.mark.parametrize(
    ("lost", "document"),
    [
        ("p", {"@graph": [{"@context": {"p": f"{EX}p"}, "@id": "urn:a", "p": "x"}, {"@id": "urn:b", "p": "y"}]}),
        ("q", {"@context": {"p": {"@id": f"{EX}p", "@context": {"q": f"{EX}q"}}}, "p": {"q": "x"}, "q": "y"}),
        ("q", {"@context": {"p": f"{EX}p"}, "p": "x", f"{EX}r": {"@context": [None, {"r": f"{EX}r"}], "q": 1}}),
        ("one", {"@context": {"p": {"@id": f"{EX}p", "@container": "@index"}}, "p": {"one": "x"}}),
    ],
)
def test_a_key_says_nothing_where_its_context_does_not_hold(lost: str, document: dict[str, object]) -> None:
    with pytest.raises(FormatError, match=f"has a key .* would be lost: {lost} "):
        formatted(json.dumps(document), ".jsonld")


@pytest.mark.parametrize(
    "document",
    [
        {"@context": {"T": {"@id": f"{EX}T", "@context": {"p": f"{EX}p"}}}, "@type": "T", "p": "x"},
        {"@context": {"p": {"@id": f"{EX}p", "@context": {"q": f"{EX}q"}}}, "p": {"q": "x"}},
        {"@context": {"p": {"@id": f"{EX}p", "@container": "@index"}, "no": "@none"}, "p": {"@none": "x", "no": "y"}},
        {"@context": {"@vocab": EX, "p": {"@container": "@index", "@index": "q"}}, "p": {"one": {"@id": "urn:b"}}},
    ],
)
def test_a_key_says_what_the_context_of_its_place_makes_of_it(document: dict[str, object]) -> None:
    text = json.dumps(document)
    assert canonical(formatted(text, ".jsonld").encode(), ".jsonld") == canonical(text.encode(), ".jsonld")


@pytest.mark.parametrize(
    ("place", "document"),
    [
        ("1:2", '{"@id": "urn:a b", "urn:p": "x", "urn:q": {"@id": "urn:c", "urn:p": "y"}}'),
        ("1:16", '{"urn:p": "x", "urn:q r": "y"}'),
        ("1:25", '{"urn:p": "x", "urn:q": {"@id": "c d"}}'),
        ("1:16", '{"urn:p": "x", "_:q": "y"}'),
    ],
)
def test_what_is_no_iri_is_refused_where_the_parser_would_pass_it_over(place: str, document: str) -> None:
    with pytest.raises(FormatError, match=rf"a.jsonld:{place}: has what is no IRI"):
        formatted(document, ".jsonld", drop_comments=True)


def test_a_key_that_says_nothing_is_dropped_on_request() -> None:
    document = {"@context": {"p": f"{EX}p"}, "@id": "urn:a", "p": "x", "todo": "y"}
    assert "todo" not in formatted(json.dumps(document), ".jsonld", drop_comments=True)


@pytest.mark.parametrize("drop", [True, False])
def test_json_that_is_no_data_is_left_alone(drop: bool) -> None:
    with pytest.raises(FormatError, match="says nothing in RDF"):
        formatted('{"name": "a package", "version": "1.0"}', ".json", drop_comments=drop)


@pytest.mark.parametrize(
    ("context", "properties"),
    [
        ({"p": {"@id": f"{EX}p", "@container": "@language"}}, {"p": {"en": "a"}}),
        ({"p": {"@id": f"{EX}p", "@type": "@json"}}, {"p": {"todo": 1}}),
        ({"in": "@included", "p": f"{EX}p"}, {"in": [{"@id": "urn:b", "p": 1}]}),
        ({"by": {"@reverse": f"{EX}p"}}, {"by": {"@id": "urn:b"}}),
        ({"c": "@nest", "p": f"{EX}p"}, {"c": {"p": 1}}),
    ],
)
def test_keys_that_are_no_properties_are_known(context: object, properties: dict[str, object]) -> None:
    document = json.dumps({"@context": context, "@id": "urn:a"} | properties)
    assert canonical(formatted(document, ".jsonld").encode(), ".jsonld") == canonical(document.encode(), ".jsonld")


def test_graphs_stay_apart_in_jsonld() -> None:
    document = {"@id": "urn:g", "@graph": [{"@id": "urn:a", "urn:p": {"urn:q": 1}}]}
    assert json.loads(formatted(json.dumps(document), ".jsonld")) == {"@graph": [document]}


def test_what_is_relative_stays_so_in_jsonld() -> None:
    document = {"@id": "#me", "urn:p": [{"@id": ""}, {"@id": "../b"}, {"@id": "./a:b"}]}
    assert json.loads(formatted(json.dumps(document), ".jsonld"))["@graph"] == [document]


@pytest.mark.parametrize("context", [{}, {"@vocab": EX}, {"p": {"@id": f"{EX}p", "@type": "@vocab"}}])
def test_a_concept_that_is_relative_stays_so_in_jsonld(context: object) -> None:
    type_ = f"{RDF}type"
    document = {"@context": context, "@id": "#me", type_: {"@id": "#T"}, f"{EX}p": {"@id": "#b"}}
    (written,) = json.loads(formatted(json.dumps(document), ".jsonld"))["@graph"]
    assert {"@id": "#T"} in written.values() and {"@id": "#b"} in written.values()


@pytest.mark.parametrize("properties", [{"p": "x"}, {f"{EX}p": {"@value": "x", "@type": "t"}}])
def test_a_property_or_datatype_that_is_relative_is_refused_in_jsonld(properties: dict[str, object]) -> None:
    with pytest.raises(FormatError, match="relative to where the document lies — give an absolute @vocab"):
        formatted(json.dumps({"@context": {"@vocab": "#"}, "@id": "urn:a"} | properties), ".jsonld")


def test_a_type_with_a_context_of_its_own_is_written_without_it() -> None:
    context = {"@vocab": EX, "T": {"@id": f"{EX}T", "@context": {"p": "urn:other"}}}
    document = json.dumps({"@context": context, "@id": "urn:a", "@type": "T", "p": 1})
    assert canonical(formatted(document, ".jsonld").encode(), ".jsonld") == canonical(document.encode(), ".jsonld")


def test_the_reader_of_files_knows_their_names() -> None:
    document = read(PREFIX.encode() + b"@base <urn:b> . ex:a ex:p 1 .", ".ttl", source="a")
    assert (document.prefixes, document.base) == ({"ex": EX}, "urn:b")
