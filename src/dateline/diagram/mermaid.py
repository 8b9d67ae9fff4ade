"""A figure as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import wrap

from dateline.diagram.figure import Figure, Node, Style

WIDTH = 34
"""Characters in a line of a node."""

CONFIG = "config: {layout: elk, flowchart: {nodeSpacing: 20, rankSpacing: 80, wrappingWidth: 500}}"
"""The layout by ELK draws no arrow over a node; where it is not at hand, Mermaid falls back to its own."""
SHAPES = {
    Style.REPORT: ("([", "])"),
    Style.PERSON: ("([", "])"),
    Style.BODY: ("[[", "]]"),
    Style.PLACE: ("{{", "}}"),
    Style.WORK: ("[/", "/]"),
    Style.CLAIM: ("[", "]"),
    Style.TOLD: ("(", ")"),
    Style.OPEN: ("(", ")"),
    Style.NEGATED: ("(", ")"),
}
LOOKS = {
    Style.REPORT: "fill:#f5f5f4,stroke:#44403c",
    Style.PERSON: "fill:#dbeafe,stroke:#1d4ed8",
    Style.BODY: "fill:#e0e7ff,stroke:#4338ca",
    Style.PLACE: "fill:#dcfce7,stroke:#15803d",
    Style.WORK: "fill:#f3e8ff,stroke:#7e22ce",
    Style.CLAIM: "fill:#f5f5f4,stroke:#a8a29e",
    Style.TOLD: "fill:#ffedd5,stroke:#c2410c",
    Style.OPEN: "fill:#ffffff,stroke:#c2410c,stroke-dasharray:6 4",
    Style.NEGATED: "fill:#ffffff,stroke:#78716c,stroke-dasharray:2 4",
}
_COLOUR = "color:#1c1917"
"""Of the words: dark, since all nodes are light, also where the page is dark."""

# Whatever else has a meaning in some place: to Mermaid, to Markdown in labels, or to HTML.
_SPECIAL = re.compile(r"[^\w ,:(“”‘’'–—…/-]|_|^-")


def write(figure: Figure) -> str:
    """Return the figure as the text of a flowchart from left to right."""
    return "".join(f"{line}\n" for line in _lines(figure))


def _lines(figure: Figure) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(f'{figure.title} · dashed: not told as a fact', ensure_ascii=False)}"
    yield CONFIG
    yield "---"
    yield "flowchart LR"
    yield from (f"  {_node(node)}" for node in figure.nodes)
    yield from (f'  {edge.source} -->|"{_escaped(edge.label)}"| {edge.target}' for edge in figure.edges)
    for style in sorted({node.style for node in figure.nodes}):
        yield f"  classDef {style} {LOOKS[style]},{_COLOUR}"


def _node(node: Node) -> str:
    left, right = SHAPES[node.style]
    lines = [node.kind, *(f"<b>{line}</b>" for line in _wrapped(node.name))]
    lines += [line for note in node.notes for line in _wrapped(note)]
    return f'{node.id}{left}"{"<br>".join(line for line in lines if line)}"{right}:::{node.style}'


def _wrapped(text: str) -> list[str]:
    return [_escaped(line) for line in wrap(text, WIDTH)]


def _escaped(text: str) -> str:
    """Return text with entities for what would not stand for itself.

    >>> print(_escaped('5 "or" more; <end>'))
    5 #34;or#34; more#59; #60;end#62;
    """
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", text)
