"""RDF 1.1 XML: one rdf:Description a subject, IRIs whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.errors import OutputError
from dateline.serialize.names import checked, encodable
from dateline.serialize.order import Description, describe, natural, subjects
from dateline.vocabulary import IRI, PREFIXES, Literal, Node, Quad, rdf, xsd

# Our prefixes and ASCII suffice: a property that they do not reach is refused rather than given a made-up prefix.
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_ESCAPED = re.compile(r'[&<>"\r\n\t]')
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(quads: Iterable[Quad], base: str) -> str:
    """Return the statements of all graphs as one RDF/XML document.

    Raises:
        OutputError: a property has no prefix, or a literal a character that XML 1.0 cannot hold.
    """
    nodes = describe(quads)
    blocks = [_block(subject, nodes[subject]) for subject in subjects(nodes, base)]
    used = {_split(predicate)[0] for node in nodes.values() for predicate in node} | {"rdf"}
    names = "".join(f'\n    xmlns:{prefix}="{_escaped(PREFIXES[prefix])}"' for prefix in sorted(used))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n{"".join(blocks)}</rdf:RDF>\n'


def _block(subject: IRI, description: Description) -> str:
    # Classes first, as in Turtle.
    ordered = sorted(description, key=lambda predicate: (predicate != rdf.type, _split(predicate)))
    lines = (f"    {line}\n" for predicate in ordered for line in _lines(predicate, description[predicate]))
    return f'  <rdf:Description rdf:about="{_iri(subject)}">\n{"".join(lines)}  </rdf:Description>\n'


def _lines(predicate: IRI, values: set[Node | Literal]) -> Iterator[str]:
    name = ":".join(_split(predicate))
    yield from sorted((_line(name, value) for value in values), key=natural)


def _line(name: str, value: Node | Literal) -> str:
    if not isinstance(value, Literal):
        return f'<{name} rdf:resource="{_iri(value)}"/>'
    datatype = "" if value.datatype == xsd.string else f' rdf:datatype="{_iri(value.datatype)}"'
    return f"<{name}{datatype}>{_text(value)}</{name}>"


def _split(predicate: IRI) -> tuple[str, str]:
    end = max(predicate.rfind("/"), predicate.rfind("#")) + 1
    prefix = _PREFIX_OF.get(predicate[:end])
    if prefix is None or _LOCAL.fullmatch(predicate, end) is None:
        raise OutputError("is a property that has no name in XML", predicate, "write Turtle or N-Triples instead")
    return prefix, predicate[end:]


def _iri(iri: Node) -> str:
    return _escaped(checked(IRI(iri)))


def _text(literal: Literal) -> str:
    value = encodable(literal).value
    if _UNWRITABLE.search(value):
        raise OutputError("has a character that XML cannot hold", repr(value), "write Turtle or N-Triples instead")
    return _escaped(value)


def _escaped(text: str) -> str:
    """Escape what is markup, and the white space that an XML parser would fold."""
    return _ESCAPED.sub(lambda match: f"&#{ord(match[0])};", text)
