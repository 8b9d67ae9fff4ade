"""Results as findings: named by their shape, worded by it or, where it says nothing, by their constraint."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from dateline.validate.finding import Finding
from dateline.validate.result import LONGER, Result
from dateline.validate.shapes import ShapesGraph
from dateline.validate.written import LITERAL, SHACL, bare, local_name, short, unquoted


def finding(result: Result, shapes: ShapesGraph, source: str) -> Finding:
    """Turn a result into a finding, worded by the shape or, where that says nothing, by its constraint."""
    root = shapes.root(result.shape)
    path = _path(result, shapes)
    component = result.component.rpartition("#")[2].removesuffix("ConstraintComponent")
    message, advice = _worded(result, shapes, component, path)
    return Finding(
        severity=result.severity.removeprefix(SHACL),
        shape=bare(root),
        focus=bare(result.focus),
        path=bare(path),
        value=bare(result.value),
        message=message,
        source=source,
        rule=_rule(root, path, component, nested=root != result.shape),
        component=component,
        advice=advice,
    )


def _path(result: Result, shapes: ShapesGraph) -> str:
    if result.path != LONGER:
        return result.path
    return next((shapes.path_of(path) for path in shapes.values(result.shape, "path")), "")


def _worded(result: Result, shapes: ShapesGraph, component: str, path: str) -> tuple[str, str]:
    own = shapes.values(result.shape, "message")
    if own:
        return min(map(_preferred, own))[1], ""
    if component == "SPARQL" and result.messages:
        return min(result.messages), ""
    words = wordings().get(component) or wordings()["other"]
    names = {name: _parameter(shapes, result.shape, name) for name in re.findall(r"{(\w+)}", words["message"])}
    template = words.get("one", words["message"]) if "1" in names.values() else words["message"]
    shown = {"path": short(path), "value": short(result.value), "focus": short(result.focus)}
    return template.format(**{**names, **shown}), words["advice"]


def _parameter(shapes: ShapesGraph, shape: str, name: str) -> str:
    found = shapes.members(shape, name)
    shown = ", ".join(short(each) for each in found[:6])
    return shown + (" …" if len(found) > 6 else "")


@cache
def wordings() -> dict[str, dict[str, str]]:
    """Return what is said by constraint component."""
    return tomllib.loads(files("dateline.validate").joinpath("components.toml").read_text("utf-8"))


def _preferred(message: str) -> tuple[tuple[bool, bool], str]:
    match = LITERAL.fullmatch(message)
    language = (match[2] or "") if match is not None else ""
    return (language != "", not language.startswith("en")), unquoted(message)


def _rule(root: str, path: str, component: str, *, nested: bool) -> str:
    if not root:
        return component
    name = local_name(bare(root))
    return f"{name}/{local_name(bare(path))}" if nested and path.startswith("<") else name
