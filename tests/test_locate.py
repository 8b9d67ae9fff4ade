"""The lexers say what the parsers say, and where: the same statements, each at the offset of its terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from dateline.locate import SUFFIXES, Statement, Unplaced, Wanted, find, place, statements
from dateline.locate.jsonld import unlabelled
from dateline.locate.statement import line_starts
from dateline.store import triples

ROOT = Path(__file__).parent.parent
OUTPUT = sorted(path for path in (ROOT / "output").iterdir() if path.suffix in SUFFIXES)
BASE = "https://data.example/dir/file"

TURTLE = {
    "prefixes": "@prefix : <urn:x#> . PREFIX a.b: <urn:y#> BASE <https://b.ex/c/> :s a.b:p <d> , <../e> , <#f>, <?g>.",
    "names": "@prefix x: <urn:x#> . x:a.b x:c-d x:e%20f , x:g\\,h , x:i\\.j , x:1 , x: , x:é· , _:b.0 .",
    "literals": """<a> <b> 'y', \"\"\"long "quoted" one\"\"\", '''x''', "é\\u00e9\\n\\"" , "a"@en-GB, "1"^^<urn:t>.""",
    "empty strings": "<a> <b> \"\" , '' , \"\"\"\"\"\" , '''''' .",
    "quotes at the end of long strings": '<a> <b> """a\\"""" , """two "" in""" , """a""b""" .',
    "numbers": "<a> <b> 1 , -2 , +3.50 , .5 , 1e3 , 1.5E-3 , true , false .<c> <d> 5 .",
    "semicolons": "<a> <b> 1 ; <c> 2 ;; <d> 3 ; .",
    "brackets": "[] <p> [ <q> [ <r> 1 ] ; <s> 2 ] . [ <p> 1 ] . [ <p> 2 ] <q> 3 .",
    "collections": "( 1 ( ) <a> ) <p> ( [ <q> 2 ] ( 3 ) ) , () .",
    "comments": "# at first <x>\n<a> # a subject, 'quoted\n <b> <c#d> . # at last",
    "no white space": '<a><b><c>,"d"@en,[<e>1].<f>a<g>.',
    "keywords as names": "@prefix a: <urn:a#> . @prefix true: <urn:t#> . a:a a a:true ; true:b true .",
    "line ends": "<a>\r\n  <b>\r\n  <c> .\r\n",
}


def graph(found: list[Statement]) -> Graph:
    return Graph().parse(data="".join(f"{' '.join(each[:3])} .\n" for each in found), format="nt")


def parsed(text: str, suffix: str) -> Graph:
    lines = (f"{' '.join(each)} .\n" for each in triples(text.encode(), suffix, source="text", base=BASE))
    return Graph().parse(data="".join(lines), format="nt")


@pytest.mark.parametrize("name", TURTLE)
def test_turtle_is_read_as_the_parser_reads_it(name: str) -> None:
    found = list(statements(TURTLE[name], ".ttl", BASE))

    assert isomorphic(graph(found), parsed(TURTLE[name], ".ttl"))


@pytest.mark.parametrize(
    "text",
    [
        "<a> <b> 1 . <g> { <c> <d> 2 . <e> <f> 3 } <h> <i> 4 .",
        "GRAPH <g> { <a> <b> 1 ; <c> 2 . } graph _:g { } { <d> <e> [ <f> 3 ] . }",
        "@prefix : <urn:x#> . [] { :a :b :c }",
    ],
)
def test_trig_is_read_as_the_parser_reads_it(text: str) -> None:
    assert isomorphic(graph(list(statements(text, ".trig", BASE))), parsed(text, ".trig"))


@pytest.mark.parametrize("suffix", [".nt", ".nq"])
def test_lines_are_read_as_the_parser_reads_them(suffix: str) -> None:
    end = " <urn:g> ." if suffix == ".nq" else " ."
    rows = (
        "<urn:a> <urn:b> <urn:c>",
        '_:x <urn:b> "é\\u00e9 \\"q\\" ."@en',
        '<urn:a>\t<urn:b>"1"^^<urn:t>',
        "_:x <urn:b> _:y",
    )
    text = "# a comment\n\n" + "".join(f"  {row}{end} # more\n" for row in rows)

    assert isomorphic(graph(list(statements(text, suffix, BASE))), parsed(text, suffix))


JSON_LD = {
    "expanded": '{"@id": "urn:a", "@type": ["urn:T"], "urn:p": [{"@value": "x", "@language": "en"}, {"@id": "b"}]}',
    "context": """{"@context": {"@base": "https://b.example/", "@vocab": "urn:v#", "x": "urn:x#",
        "day": {"@id": "x:day", "@type": "x:Date"}, "knows": {"@type": "@id"},
        "kind": {"@id": "x:kind", "@type": "@vocab"},
        "of": {"@reverse": "x:has"}, "id": "@id", "a": "@type"},
        "id": "one", "a": "Thing", "name": "One", "day": "2023", "knows": ["two", "x:three"], "kind": "Small",
        "of": {"id": "four", "name": "Four"}, "x:n": [1, -2, true, 1.5]}""",
    "graph": '{"@context": {"p": "urn:p"}, "@graph": [{"@id": "urn:a", "p": {"@id": "urn:b", "p": null}}, {}]}',
    "languages": """{"@context": {"@language": "de", "l": {"@id": "urn:l", "@container": "@language"}, "p": "urn:p",
        "n": {"@id": "urn:n", "@language": null}}, "@id": "urn:a",
        "l": {"en": ["x", "y"], "fr": "z"}, "p": "w", "n": "v"}""",
    "scoped": """{"@context": {"@vocab": "urn:v#", "Ship": {"@context": {"name": "urn:ship-name"}},
        "crew": {"@context": {"name": "urn:crew-name"}}}, "@id": "urn:a", "@type": "Ship", "name": "Argo",
        "crew": {"@id": "urn:b", "name": "Orpheus"}}""",
    "without ids": '{"@type": "urn:T", "urn:p": {"urn:q": 1, "urn:r": {}}}',
}


@pytest.mark.parametrize("name", JSON_LD)
def test_json_ld_is_read_as_the_parser_reads_it(name: str) -> None:
    found = list(statements(JSON_LD[name], ".jsonld", BASE))

    assert isomorphic(graph(found), parsed(JSON_LD[name], ".jsonld"))


def test_json_ld_has_the_offsets_of_key_and_value() -> None:
    text = '{"@id": "urn:a",\n "urn:p": [1,\n  2]}'
    first, second = statements(text, ".jsonld", BASE)

    assert [text[at:][:4] for at in first[3:]] == ['"@id', '"urn', "1,\n "]
    assert text[second.object_at :] == "2]}"


def test_nodes_of_json_ld_without_a_name_are_given_their_offset_and_nothing_else_changes() -> None:
    text = JSON_LD["without ids"]

    assert isomorphic(parsed(unlabelled(text, BASE), ".jsonld"), parsed(text, ".jsonld"))
    assert '"@id":"_:o0"' in unlabelled(text, BASE)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "output").glob("*.*ld")) + sorted((ROOT / "output").glob("*.ttl")), ids=str
)
def test_what_build_writes_is_read_as_the_parser_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    found = {each[:3] for each in statements(text, path.suffix, BASE)}

    assert found == set(triples(text.encode(), path.suffix, source=path.name, base=BASE))


@pytest.mark.parametrize("name", ["names", "literals", "numbers", "brackets", "no white space"])
def test_each_term_stands_at_its_offset(name: str) -> None:
    text = TURTLE[name]

    for each in statements(text, ".ttl", BASE):
        assert not text[each.subject_at].isspace() and text[each.predicate_at] in "<xa"
        assert text[each.object_at] not in " ,;." or text[each.object_at :][:2] == ".5"


def test_columns_are_counted_in_code_points() -> None:
    text = '<urn:a> <urn:é𐍈> "x" .'
    (found,) = statements(text, ".ttl", BASE)

    assert place(line_starts(text), found.object_at) == (1, 18)


@pytest.mark.parametrize("text", ["<a> <b> << <c> <d> <e> >> .", "<a> <b> ] .", "p:a <b> <c> .", "<a> <b> <c>"])
def test_a_text_that_is_not_turtle_1_1_has_no_places(text: str) -> None:
    with pytest.raises(Unplaced):
        list(statements(text, ".ttl", BASE))


def test_other_formats_have_no_places() -> None:
    with pytest.raises(Unplaced):
        list(statements("<rdf:RDF/>", ".rdf", BASE))
    assert ".rdf" not in SUFFIXES


# --- what is looked for -----------------------------------------------------------------------------

SHIPS = """<urn:argo> <urn:flag> "red" ,
    "white" .
<urn:dove> <urn:of> <urn:argo> ;
    <http://schema.org/name> "The Dove" .
"""


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        (Wanted("<urn:argo>"), 1),
        (Wanted("<urn:argo>", "<urn:flag>"), 1),
        (Wanted("<urn:argo>", "<urn:flag>", '"white"'), 2),
        (Wanted("<urn:argo>", "<urn:flag>", '"blue"'), 1),
        (Wanted("<urn:argo>", "<urn:of>", "<urn:dove>", is_inverse=True), 3),
        (Wanted('"white"'), 2),
        (Wanted("<urn:dove>", "<urn:mast>"), 3),
    ],
)
def test_a_finding_stands_at_its_value_else_its_property_else_its_node(wanted: Wanted, line: int) -> None:
    (found,) = find([wanted], statements(SHIPS, ".ttl", BASE))

    assert found.at is not None
    assert place(line_starts(SHIPS), found.at)[0] == line


def test_what_a_file_does_not_say_has_no_place() -> None:
    (found,) = find([Wanted("<urn:nobody>")], statements(SHIPS, ".ttl", BASE))

    assert (found.at, found.label) == (None, "")


def test_a_node_has_the_label_that_its_block_ends_with() -> None:
    (found,) = find([Wanted("<urn:dove>")], statements(SHIPS, ".ttl", BASE))

    assert found.label == "The Dove"
