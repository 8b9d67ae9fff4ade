"""The shapes as a graph of their own: names, paths, parameters, targets."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from dateline.errors import ReadError, ShapesError
from dateline.validate.written import BASE, SHACL, unquoted
from dateline.vocabulary import PREFIXES, rdf, schema

_HTTPS = "<https://schema.org/"
_FIRST, _REST, _NIL = (f"<{PREFIXES['rdf']}{name}>" for name in ("first", "rest", "nil"))
_REPEATED = {"zeroOrOnePath": "?", "zeroOrMorePath": "*", "oneOrMorePath": "+"}
_NESTING = ("property", "node", "not", "and", "or", "xone", "qualifiedValueShape")
_NOT_CODE = re.compile(r"""<[^>\s]*>|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\#[^\n]*""")
"""IRIs, strings and comments of a query."""
_REFUSED = re.compile(
    r"""\b(?P<word>SERVICE|MINUS|VALUES)\b | \bAS\s+[?$](?P<bound>this|shapesGraph|currentShape)\b
      | \{\s*SELECT\b(?![^{]*(?:\*|[?$]this\b))(?P<inner>)""",
    re.VERBOSE | re.IGNORECASE,
)


class ShapesGraph:
    """The triples of a file of shapes, blank nodes called by their order.

    Raises:
        ShapesError: the file is missing, not UTF-8 or malformed, or holds no shape.
    """

    def __init__(self, path: Path) -> None:
        """Read a file in any format that the store reads."""
        self.path = path
        self.blank: list[str] = []
        """The blank nodes in the order in which the N-Triples have them first."""
        self._objects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        lines = [self._add(*triple) for triple in _triples(path)]
        self.ntriples = "".join(lines)
        if f"<{SHACL}" not in self.ntriples:
            raise ShapesError("holds no SHACL shape", str(path), "give a file of SHACL shapes")
        self._check_properties()
        self._check_queries()

    def _add(self, *triple: str) -> str:
        subject, predicate, value = (self._called(_http(term)) for term in triple)
        self._objects[subject][predicate].append(value)
        self._subjects[predicate, value].append(subject)
        return f"{subject} {predicate} {value} .\n"

    @cached_property
    def _names(self) -> dict[str, str]:
        return {}

    def _called(self, term: str) -> str:
        if not term.startswith("_:"):
            return term
        if term not in self._names:
            self._names[term] = f"_:b{len(self.blank)}"
            self.blank.append(self._names[term])
        return self._names[term]

    def _check_properties(self) -> None:
        """Refuse property shapes without a path, or with several (SHACL, 2.3): the fast engine passes them over."""
        shapes = (shape for node in list(self._objects) for shape in self.values(node, "property"))
        for shape in shapes:
            paths = self.values(shape, "path")
            if len(paths) != 1:
                called = "" if shape.startswith("_:") else f" {shape}"
                what = f"has a property shape{called} with {len(paths) or 'no'} sh:path{'s' * (len(paths) > 1)}"
                raise ShapesError(what, str(self.path), "give each property shape one path")
            if self._is_endless(paths[0], frozenset()):
                raise ShapesError("has a path that leads back into itself", str(self.path), "correct the path")

    def _is_endless(self, path: str, around: frozenset[str]) -> bool:
        if path in around:
            return True
        inner = [value for values in self._objects[path].values() for value in values] if path[:2] == "_:" else []
        return any(self._is_endless(each, around | {path}) for each in inner)

    def _check_queries(self) -> None:
        """Refuse what SPARQL in shapes may not hold (SHACL, 5.3.2); SERVICE would ask the network, too."""
        queries = (query for key in ("select", "ask") for node in self._objects for query in self.values(node, key))
        for query in queries:
            match = _REFUSED.search(_NOT_CODE.sub(" ", unquoted(query)))
            if match is not None:
                what = f"has a query with {_named(match)}, which constraints may not use"
                raise ShapesError(what, str(self.path), "write the constraint without it")

    def values(self, node: str, name: str) -> list[str]:
        """Return the values of a property of SHACL."""
        return self._objects[node][f"<{SHACL}{name}>"] if node in self._objects else []

    def items(self, head: str) -> Iterator[str]:
        """Yield the members of a list."""
        seen = {_NIL}
        while head not in seen and head in self._objects:
            seen.add(head)
            yield from self._objects[head][_FIRST][:1]
            head = next(iter(self._objects[head][_REST]), _NIL)

    def root(self, shape: str) -> str:
        """Return the shape, or the nearest around it that has an IRI; "" if none has."""
        seen: set[str] = set()
        while shape.startswith("_:") and shape not in seen:
            seen.add(shape)
            around = self._subjects.get((f"<{SHACL}property>", shape), ())
            shape = next(iter(around), shape)
        return "" if shape.startswith("_:") else shape

    def path_of(self, node: str) -> str:
        """Write a path as in SPARQL, every step but the simplest in brackets."""
        if not node.startswith("_:"):
            return node
        if self._objects[node][_FIRST]:
            return f"({'/'.join(map(self.path_of, self.items(node)))})"
        kind, inner = next((kind, values[0]) for kind, values in self._objects[node].items() if SHACL in kind)
        kind = kind.removeprefix(f"<{SHACL}").rstrip(">")
        if kind == "alternativePath":
            return f"({'|'.join(map(self.path_of, self.items(inner)))})"
        if kind == "inversePath":
            return f"^{self.path_of(inner)}"
        return f"({self.path_of(inner)}){_REPEATED[kind]}"

    def members(self, node: str, name: str) -> list[str]:
        """Return the values of a property of SHACL, those in lists each by itself."""
        values = self.values(node, name)
        return [item for value in values for item in (self.items(value) if self._is_list(value) else (value,))]

    def _is_list(self, node: str) -> bool:
        return node.startswith("_:") and bool(self._objects[node][_FIRST])

    # --- targets

    def nodes(self) -> list[str]:
        """Return the shapes that have an IRI, in the order of the file."""
        named = [node for node in list(self._objects) if not node.startswith("_:")]
        return [node for node in named if self._is_shape(node)]

    def _is_shape(self, node: str) -> bool:
        types = self._objects[node][f"<{rdf.type}>"]
        is_said = {f"<{SHACL}NodeShape>", f"<{SHACL}PropertyShape>"}.intersection(types)
        return bool(is_said or self.values(node, "path") or any(self.targets(node)))

    def shapes(self) -> list[str]:
        """Return the shapes that have a target and are not deactivated, in the order of the file."""
        nodes = [node for node in list(self._objects) if not self._is_true(node, "deactivated")]
        return [node for node in nodes if any(self.targets(node)) or self._is_class(node)]

    def targets(self, shape: str) -> tuple[set[str], set[str], set[str], set[str]]:
        """Return a shape's target classes, nodes, and properties whose subjects or objects are targets."""
        classes = set(self.values(shape, "targetClass"))
        if self._is_class(shape):
            classes.add(shape)
        nodes, subjects, objects = (
            set(self.values(shape, f"target{kind}")) for kind in ("Node", "SubjectsOf", "ObjectsOf")
        )
        return classes, nodes, subjects, objects

    def _is_class(self, node: str) -> bool:
        types = self._objects[node][f"<{rdf.type}>"] if node in self._objects else []
        is_class = {f"<{PREFIXES['rdfs']}Class>", "<http://www.w3.org/2002/07/owl#Class>"} & set(types)
        return bool(is_class) and {f"<{SHACL}NodeShape>", f"<{SHACL}PropertyShape>"}.intersection(types) != set()

    def properties(self, shape: str) -> set[str]:
        """Return the properties that a shape, or a shape that it refers to, looks at."""
        found: set[str] = set()
        waiting, seen = [shape], set()
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            found.update(step for path in self.values(node, "path") for step in self._steps(path))
            found.update(item for head in self.values(node, "ignoredProperties") for item in self.items(head))
            nested = [value for name in _NESTING for value in self.values(node, name)]
            waiting.extend(
                item for value in nested for item in (self.items(value) if self._is_list(value) else [value])
            )
        return found

    def _steps(self, path: str) -> set[str]:
        if not path.startswith("_:"):
            return {path}
        inner = [value for values in self._objects[path].values() for value in values]
        return {step for node in inner if node != _NIL for step in self._steps(node)}

    def is_closed(self, shape: str) -> bool:
        """Tell whether a shape looks at every property of its nodes."""
        return self._is_true(shape, "closed")

    def _is_true(self, shape: str, name: str) -> bool:
        return any(value.startswith(('"true"', '"1"')) for value in self.values(shape, name))

    def has_other_targets(self) -> bool:
        """Tell whether a shape finds its nodes in a way that is not known here, as by a query (SHACL-AF, 3)."""
        return any(self.values(node, "target") for node in list(self._objects))


def _named(refused: re.Match[str]) -> str:
    if refused["word"]:
        return str(refused["word"].upper())
    return f"AS ${refused['bound']}" if refused["bound"] else "an inner SELECT that does not return $this"


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    from dateline.store import FORMATS, triples

    try:
        content = path.read_bytes()
    except OSError as error:
        raise ShapesError(f"cannot be read ({error.strerror})", str(path), "give a file of SHACL shapes") from error
    suffix = path.suffix if path.suffix.lower() in FORMATS else ".ttl"
    try:
        yield from triples(content.removeprefix(codecs.BOM_UTF8), suffix, source=str(path), base=BASE)
    except ReadError as error:
        raise ShapesError(error.what, error.where, error.advice) from error


def _http(term: str) -> str:
    """Return the term with schema.org's namespace in its http form."""
    return f"<{schema}{term.removeprefix(_HTTPS)}" if term.startswith(_HTTPS) else term
