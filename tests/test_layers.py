"""The house keeps its order: one door per dependency, no stage that looks ahead, nothing done at import."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
FILES = sorted(SOURCE.rglob("*.py"))

DOORS = {
    "click": {"cli"},
    "rich": {"cli"},
    "spacy": {"annotate"},
    "pyshacl": {"validate"},
    "shacl": {"validate"},
    # Data to ask questions of, and files to write again as they are.
    "pyoxigraph": {"store", "reformat"},
    "trafilatura": {"read"},
    # The public face: a graph to return, user data to read, and what pySHACL works on.
    "rdflib": {"mapping", "validate"},
    "anyascii": {"iris"},
}
"""Which parts of the package may import a dependency."""

STAGES = (
    "model",
    "read",
    "authority",
    "lexicon",
    "annotate",
    "link",
    "extract",
    "mapping",
    "serialize",
    "locate",
    "validate",
    "lint",
    "check",
)
"""The flow of a report: a part imports none that stands after it."""

RDF = {
    "vocabulary",
    "mapping",
    "serialize",
    "diagram",
    "locate",
    "validate",
    "lint",
    "check",
    "store",
    "query",
    "reformat",
}
"""What knows RDF: closed to all that comes before the mapping."""

BEFORE_MAPPING = {"model", "errors", "read", "authority", "lexicon", "annotate", "link", "extract"}


BROAD = ("Exception", "BaseException")


def part(path: Path) -> str:
    """Return the module or subpackage of a file: "annotate" of annotate/names.py."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules imported at run time; those for the type checker alone are left out."""
    for node in _at_run_time(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "dateline":
            yield from (f"dateline.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module


def _at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _at_run_time(child)


def own(path: Path) -> set[str]:
    """Return the parts of the package that a file imports."""
    names = (name.split(".") for name in imports(ast.parse(path.read_text(encoding="utf-8"))))
    return {name[1] for name in names if name[0] == "dateline" and len(name) > 1}


def identify(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=identify)
def test_a_dependency_has_one_door(path: Path) -> None:
    foreign = {name.split(".")[0] for name in imports(ast.parse(path.read_text(encoding="utf-8")))}

    wrong = {name for name in foreign & set(DOORS) if part(path) not in DOORS[name]}

    assert not wrong, f"{identify(path)} imports {wrong}, which only {[DOORS[name] for name in wrong]} may"


@pytest.mark.parametrize("path", [path for path in FILES if part(path) in STAGES], ids=identify)
def test_a_stage_does_not_look_ahead(path: Path) -> None:
    later = set(STAGES[STAGES.index(part(path)) + 1 :])

    assert not own(path) & later


@pytest.mark.parametrize("path", [path for path in FILES if part(path) in BEFORE_MAPPING], ids=identify)
def test_there_is_no_rdf_before_the_mapping(path: Path) -> None:
    assert not own(path) & RDF


@pytest.mark.parametrize("path", [path for path in FILES if part(path) not in ("cli", "__main__")], ids=identify)
def test_only_the_command_prints_and_exits(path: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))

    assert not {"print", "sys.exit", "exit", "quit"} & {ast.unparse(function) for function in calls}


@pytest.mark.parametrize("path", [path for path in FILES if part(path) not in ("cli", "__main__")], ids=identify)
def test_nothing_depends_on_the_command(path: Path) -> None:
    assert "cli" not in own(path)


def test_every_exception_is_caught_in_one_place_only() -> None:
    broad = [
        f"{identify(path)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) in BROAD)
    ]

    assert [place.split(":")[0] for place in broad] == ["cli/__init__.py"], broad


SEEING_THE_WORLD = {"time", "random", "secrets", "uuid", "socket", "urllib.request", "http.client", "os", "locale"}
"""Clock, chance, network and environment."""


@pytest.mark.parametrize("path", [path for path in FILES if part(path) not in ("cli", "__main__")], ids=identify)
def test_no_stage_asks_clock_chance_network_or_environment(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    assert not SEEING_THE_WORLD & set(imports(tree))
    assert not calls & {"date.today", "datetime.now", "datetime.utcnow", "datetime.today"}


def test_help_loads_neither_parser_nor_graphs() -> None:
    code = "import sys, dateline, dateline.cli; sys.exit('spacy' in sys.modules or 'rdflib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
