"""JSON-LD 1.1: one sorted `@graph`, short keys, values typed by the context, which stands inline.

The context of our own data is `ontology/context.jsonld`; the keys and coercions are read from it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import isinf

from dateline import resources
from dateline.serialize.context import Context, Key
from dateline.serialize.names import Names, encodable
from dateline.serialize.nesting import NONE, Nesting
from dateline.serialize.order import Description, by_graph, graphs, natural, subjects
from dateline.serialize.turtle import WIDTH
from dateline.vocabulary import IRI, Blank, Literal, Node, Statement, rdf, xsd

# Beyond fifteen digits JSON numbers are not exact.
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_FRACTION = re.compile(r"-?[0-9]\.[0-9]+E(?:0|-?[1-9][0-9]*)")
_TYPE, _NIL = rdf.type, rdf.nil
_STRING, _INTEGER, _COUNT = xsd.string, xsd.integer, xsd.nonNegativeInteger
_BOOLEAN, _DOUBLE = xsd.boolean, xsd.double
_json = json.JSONEncoder(ensure_ascii=False).encode
_quoted = lru_cache(maxsize=1024)(_json)


def write(statements: Iterable[Statement], names: Names, context: Context, nesting: Nesting = NONE) -> str:
    """Return the statements as one JSON-LD document, each named graph as an entry of its own."""
    document = _Document(names, context, nesting)
    described = by_graph(statements)
    entries = document.entries(described.pop(None, {}))
    for graph in graphs(described, names.base):
        inner = _array(document.entries(described[graph]))
        entries.append(_object([f"{_json(context.id)}: {document.reference(graph)}", f'"@graph": {inner}']))
    lines = [f'"@graph": {_array(entries)}']
    if context.definitions:
        lines.insert(0, f'"@context": {_object(context.lines())}')
    return f"{_object(lines)}\n"


@lru_cache(maxsize=8)
def ours(base: str) -> Context:
    """Return the context of our own data."""
    return Context({"@base": base} | _definitions())


@cache
def _definitions() -> dict[str, object]:
    text = resources.find("ontology/context.jsonld").read_text(encoding="utf-8")
    definitions: dict[str, object] = json.loads(text)["@context"]
    return definitions


class _Document:
    """Writes nodes by the names and the context of a document."""

    def __init__(self, names: Names, context: Context, nesting: Nesting) -> None:
        self._names = names
        self._context = context
        self._nesting = nesting
        self._atoms: dict[tuple[str | None, str], dict[Node | Literal, str]] = defaultdict(dict)
        self._references: dict[Node, str] = {}

    def entries(self, nodes: Mapping[Node, Description]) -> list[str]:
        """Return the nodes of a graph, blank ones last: what they say is all that sorts them."""
        written = [self._node(each, nodes) for each in subjects(nodes, self._names.base)]
        blank = (each for each in nodes if isinstance(each, Blank) and each not in self._nesting.nested)
        return [*written, *sorted(self._node(each, nodes) for each in blank)]

    def reference(self, node: Node) -> str:
        """Return a node as it is referred to: data relative to the base, a blank node by its label."""
        found = self._references.get(node)
        if found is None:
            found = self._references[node] = _json(self._refer(node))
        return found

    def _refer(self, node: Node) -> str:
        if isinstance(node, Blank):
            return node
        short = self._context.short(node)
        path = None if short is not None else self._names.relative(node)
        return self._context.compact(node) if path is None else path

    def _node(self, node: Node, nodes: Mapping[Node, Description]) -> str:
        lines = list(self._properties(nodes.get(node, {}), nodes))
        if not isinstance(node, Blank) or node in self._nesting.labelled:
            lines.insert(0, f"{_json(self._context.id)}: {self.reference(node)}")
        return _object(lines)

    def _properties(self, description: Description, nodes: Mapping[Node, Description]) -> Iterator[str]:
        named = [(self._key(each, values), values) for each, values in description.items() if each != _TYPE]
        types = description.get(_TYPE, set())
        classes = {each for each in types if not self._is_inner(each)}
        if classes:
            yield _line(self._context.type, [self._concept(each) for each in classes if not isinstance(each, Literal)])
        if len(classes) < len(types):
            named.append((self._context.plain(_TYPE), types - classes))
        for key, values in sorted(named, key=_by_name):
            yield self._statement(key, values, nodes)

    def _is_inner(self, value: Node | Literal) -> bool:
        """Tell whether a class is none that a keyword can name."""
        return isinstance(value, Literal) or value in self._nesting.nested or self._is_placed(value)

    def _is_placed(self, node: Node) -> bool:
        """Tell whether an IRI is relative to where the document lies, which the vocabulary is not."""
        return self._names.base is None and not isinstance(node, Blank) and self._names.relative(node) is not None

    def _key(self, property_: IRI, values: set[Node | Literal]) -> Key:
        """Return the key that suits the values."""
        key = self._context.key(property_)
        if key.container == "@list":
            suits = len(values) == 1 and all(value == _NIL or value in self._nesting.lists for value in values)
        elif key.container == "@language":
            suits = all(isinstance(value, Literal) and value.language for value in values)
        else:
            return key
        return key if suits else self._context.plain(property_)

    def _statement(self, key: Key, values: set[Node | Literal], nodes: Mapping[Node, Description]) -> str:
        if key.container == "@language":
            return f"{_quoted(key.name)}: {_by_language(values)}"
        if key.container == "@list":
            (first,) = values
            return f"{_quoted(key.name)}: {_row('[', self._items(first, key, nodes), ']')}"
        atoms = self._atoms[key.coercion, key.language]
        written = [atoms.get(each) or self._value(each, key, nodes) for each in values]
        return _line(key.name, written, is_set=key.container == "@set")

    def _value(self, value: Node | Literal, key: Key, nodes: Mapping[Node, Description]) -> str:
        if value == _NIL or value in self._nesting.lists:
            return _row("{", [f'"@list": {_row("[", self._items(value, key, nodes), "]")}'], "}")
        if isinstance(value, Blank) and value in self._nesting.nested:
            lines = list(self._properties(nodes.get(value, {}), nodes))
            return _row("{", lines, "}") if len(lines) == 1 else _object(lines)
        written = self._atoms[key.coercion, key.language][value] = self._atom(value, key)
        return written

    def _items(self, cell: Node | Literal, key: Key, nodes: Mapping[Node, Description]) -> list[str]:
        items = []
        while isinstance(cell, Blank):
            (item,), (cell,) = nodes[cell][rdf.first], nodes[cell][rdf.rest]
            items.append(self._value(item, key, nodes))
        return items

    def _atom(self, value: Node | Literal, key: Key) -> str:
        if isinstance(value, Literal):
            return self._literal(value, key)
        if key.coercion == "@vocab" and not self._is_placed(value):
            return self._concept(value)
        reference = self.reference(value)
        return reference if key.coercion == "@id" else f'{{"@id": {reference}}}'

    def _concept(self, node: Node) -> str:
        return _json(node if isinstance(node, Blank) else self._context.concept(node))

    def _literal(self, literal: Literal, key: Key) -> str:
        value, datatype, language = encodable(literal)
        if language:
            is_bare = key.coercion is None and language.lower() == key.language
            return _json(value) if is_bare else f'{{"@value": {_json(value)}, "@language": {_json(language)}}}'
        if datatype == _STRING and key.coercion in (None, _STRING) and not key.language:
            return _json(value)
        found = native(literal) if key.coercion in (None, datatype) else None
        if found is not None:
            return found
        if datatype == key.coercion:
            return value if datatype == _COUNT and _NUMBER.fullmatch(value) else _json(value)
        named = "" if datatype == _STRING else f', "@type": {_quoted(self._context.concept(datatype))}'
        return f'{{"@value": {_json(value)}{named}}}'


def native(literal: Literal) -> str | None:
    """Return a value in JSON's own form, if it is read back to the letter where nothing is coerced."""
    value, datatype, _ = literal
    if datatype == _INTEGER:
        return value if _NUMBER.fullmatch(value) else None
    if datatype == _BOOLEAN:
        return value if value in ("true", "false") else None
    if datatype != _DOUBLE or not _FRACTION.fullmatch(value):
        return None
    number = float(value)
    if number.is_integer() or isinf(number):
        return None
    # The form that a processor makes of a number (JSON-LD 1.1 API, 8.6).
    digits, exponent = f"{number:.15E}".split("E")
    trimmed = re.sub(r"\.(\d+?)0*$", r".\1", digits)
    return repr(number) if f"{trimmed}E{int(exponent)}" == value else None


def _by_language(values: Iterable[Node | Literal]) -> str:
    spoken: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, Literal):
            spoken.setdefault(value.language, []).append(_json(encodable(value).value))
    return _row("{", [_line(language, texts) for language, texts in sorted(spoken.items())], "}")


def _line(name: str, values: list[str], *, is_set: bool = False) -> str:
    if len(values) == 1 and not is_set:
        return f"{_quoted(name)}: {values[0]}"
    ordered = sorted(values, key=natural)
    row = f"{_quoted(name)}: [{', '.join(ordered)}]"
    if len(row) <= WIDTH and "\n" not in row:
        return row
    return f"{_quoted(name)}: {_array(sorted(ordered, key=_goes_on))}"


def _goes_on(value: str) -> bool:
    return "\n" in value


def _by_name(each: tuple[Key, set[Node | Literal]]) -> str:
    return each[0].name


def _row(opening: str, parts: list[str], closing: str) -> str:
    """Return parts on one line, if there is room for them."""
    row = f"{opening}{', '.join(parts)}{closing}"
    return row if len(row) <= WIDTH and "\n" not in row else _enclosed(opening, parts, closing)


def _array(parts: Iterable[str]) -> str:
    return _enclosed("[", parts, "]")


def _object(parts: Iterable[str]) -> str:
    return _enclosed("{", parts, "}")


def _enclosed(opening: str, parts: Iterable[str], closing: str) -> str:
    inner = ",\n".join(parts).replace("\n", "\n  ")
    return f"{opening}\n  {inner}\n{closing}" if inner else f"{opening}{closing}"
