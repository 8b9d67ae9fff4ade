"""What a rule is about: one beyond SHACL, or a shape by its name."""

from __future__ import annotations

from difflib import get_close_matches

from dateline.errors import QueryError
from dateline.lint import Rule, rules
from dateline.validate.shapes import ShapesGraph
from dateline.validate.written import bare, local_name, short, unquoted


def explain(name: str, shapes: ShapesGraph) -> str:
    """Return what a rule finds, why it matters, and what to do.

    Raises:
        QueryError: there is no such rule; the advice names those that look like it.
    """
    rule = rules().get(name)
    if rule is not None:
        return _rule(rule)
    root = name.partition("/")[0]
    found = [node for node in shapes.nodes() if local_name(bare(node)) == root]
    if found:
        return "".join(_shape(node, shapes) for node in found)
    names = [*rules(), *(local_name(bare(node)) for node in shapes.nodes())]
    near = get_close_matches(name, names, n=3, cutoff=0.5) or list(rules())
    raise QueryError("is neither a rule nor a shape", name, f"try {', '.join(near)}")


def _rule(rule: Rule) -> str:
    return (
        f"{rule.id} ({rule.severity}): {rule.title}\n\n{rule.why}\n\nTo do: {rule.advice}.\n\n"
        f"Found:     {rule.bad}\nNot found: {rule.good}\n"
    )


def _shape(node: str, shapes: ShapesGraph) -> str:
    messages = [unquoted(message) for message in shapes.values(node, "message")]
    severity = next((local_name(bare(each)) for each in shapes.values(node, "severity")), "Violation")
    lines = [f"{local_name(bare(node))} ({severity.lower()}): {bare(node)}", "", *messages]
    classes, nodes, subjects, objects = shapes.targets(node)
    for what, terms in (("class", classes), ("node", nodes), ("subjects of", subjects), ("objects of", objects)):
        lines += [f"target, {what}: {short(term)}" for term in sorted(terms)]
    lines += [f"path: {short(shapes.path_of(path))}" for path in shapes.values(node, "path")]
    return "\n".join([*lines, f"in {shapes.path}"]) + "\n"
