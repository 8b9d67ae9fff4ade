"""What the documents say is so: the README's commands run, the map names every module, help has examples."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import __version__
from dateline.cli.fmt import FOLDER_SUFFIXES
from dateline.reformat import reformat

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCE = ROOT / "src" / "dateline"
COMMANDS = ("build", "check", "explain", "fmt", "lexicon", "query")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    lines = (line.strip() for block in blocks(text, "sh") for line in block.splitlines())
    return [line for line in lines if line.startswith("dateline ")]


def run_all(dateline: Run, lines: list[str], folder: Path) -> None:
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for line in lines:
        done = dateline(*shlex.split(line)[1:], cwd=folder)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_the_commands_of_the_readme_run(dateline: Run, tmp_path: Path) -> None:
    run_all(dateline, commands(README), tmp_path)


def test_the_examples_of_the_help_texts_run(dateline: Run, tmp_path: Path) -> None:
    helps = (dateline(name, "--help").stdout for name in COMMANDS)
    examples = [match[1] for text in helps for match in re.finditer(r"Example:\n\s+(dateline .*)", text)]

    assert len(examples) == len(COMMANDS)
    run_all(dateline, examples, tmp_path)


def test_the_library_example_of_the_readme_runs() -> None:
    (example,) = blocks(README, "python")

    subprocess.run([sys.executable, "-W", "error", "-c", example], check=True, capture_output=True)


def test_the_readme_shows_what_is_built(built_seed: Path) -> None:
    built = next(built_seed.glob("*.ttl")).read_text(encoding="utf-8")
    shown, _ = blocks(README, "turtle")
    first, *others = shown.splitlines()
    (block,) = (block for block in built.split("\n\n") if block.startswith(first))

    assert not {line.rstrip(" ;.") for line in others} - {line.rstrip(" ;.") for line in block.splitlines()}


def test_the_readme_draws_what_is_built() -> None:
    (drawn,) = (path.read_text(encoding="utf-8") for path in (ROOT / "output").glob("*.mmd"))
    (shown,) = blocks(README, "mermaid")

    assert not set(shown.splitlines()) - set(drawn.splitlines())


def test_the_formatted_example_of_the_readme_is_canonical() -> None:
    _, shown = blocks(README, "turtle")

    assert reformat(shown.encode(), ".ttl", source="README.md") == shown


def test_the_hook_takes_the_files_that_are_formatted_of_a_folder() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"id: dateline-fmt\n(?:  .*\n)*?  files: (.*)", hooks)

    assert all(re.search(pattern, f"a{suffix}") for suffix in FOLDER_SUFFIXES)
    assert not re.search(pattern, "a.json")


def test_the_passage_in_the_readme_is_the_article_s(seed: Path) -> None:
    quoted = " ".join(line.lstrip("> ") for line in README.splitlines() if line.startswith(">"))

    assert quoted.removesuffix(" …") in seed.read_text(encoding="utf-8")


def test_the_map_names_every_module_and_no_other() -> None:
    table = re.findall(r"^\| (`.*?) \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for cell in table for name in re.findall(r"`(\w+)`", cell)}
    modules = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}

    assert named == modules - {"__init__", "__main__"}


def test_the_version_stands_in_one_value() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == __version__


def test_links_between_documents_lead_to_files() -> None:
    documents = [path for path in ROOT.glob("*.md")] + [path for path in (ROOT / "docs").rglob("*.md")]
    links = [
        path.parent / target
        for path in documents
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    ]

    assert [link for link in links if not link.exists()] == []


def test_requirements_are_pinned_by_hash() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    requirements = re.findall(r"^[^#\s].*(?:\n    .*)+", text, re.MULTILINE)

    assert len(requirements) > 50
    assert all(re.match(r"[\w.-]+==\S+ .*--hash=sha256:", each, re.DOTALL) for each in requirements)


def test_requirements_name_no_registry() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")

    assert not re.search(r"://|^--", text, re.MULTILINE)


# --- nothing is made for the seed alone ---------------------------------------------------------

COMMON = frozenset(
    """
    Assembly Asia Center Central Climate Concept Congress Congresses Cooperation Development Dialogue Disarmament
    Foreign Global Goals Inter International Leaders March Nations One Parliament Parliamentary Peace Policy President
    Regional Religions Summit Sustainable Traditional UN Union United Water World
    Advancing As During Emphasizing He Notably Strengthening Their This Through
    """.split()
)
"""Capitalized words of the seed that name nobody by themselves."""


def proper_names() -> list[str]:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    words = set(re.findall(r"\b[A-Z]\w+", seed.read_text(encoding="utf-8")))
    return sorted(words - COMMON)


def rules() -> list[Path]:
    return sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.toml"), *(ROOT / "ontology" / "questions").glob("*.rq")])


@pytest.mark.parametrize("path", rules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_of_the_seed_stands_in_code_or_rules(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    found = [name for name in proper_names() if re.search(rf"\b{name}\b", text, re.IGNORECASE)]

    assert not found
