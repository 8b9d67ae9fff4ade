"""What people copy works: the example's findings, the action's step, the hook's and the job's options."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from dateline.cli import main
from dateline.lint import rules

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "check" / "example"
GUIDE = (ROOT / "docs" / "check" / "README.md").read_text("utf-8")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "example"))


def test_the_example_has_the_findings_that_it_shows(dateline: Run, example: Path) -> None:
    (block,) = re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)

    done = dateline(*shlex.split(block)[1:], cwd=example)

    assert (done.returncode, done.stdout) == (1, (example / "findings.txt").read_text("utf-8"))


def test_the_broken_file_of_the_example_is_unreadable_at_its_line(dateline: Run, example: Path) -> None:
    done = dateline("check", "broken.nt", cwd=example)

    assert (done.returncode, done.stdout.split(" ")[0]) == (3, "broken.nt:2:62:")


def test_the_step_of_the_action_runs(example: Path) -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    script = dedent(text.partition("      run: |\n")[2])
    tools = example / "bin"
    tools.mkdir()
    (tools / "dateline").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dateline "$@"\n', "utf-8")
    (tools / "dateline").chmod(0o755)
    known = {"DATA": "data", "ARGUMENTS": "--shapes shapes.ttl", "SARIF": "out.sarif", "PYTHONPATH": str(ROOT / "src")}

    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=example,
        env=os.environ | known | {"PATH": f"{tools}:{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout.split("=")[0]) == (1, "::error file"), done.stderr
    assert '"version": "2.1.0"' in (example / "out.sarif").read_text("utf-8")


@pytest.mark.parametrize(
    "name", [".pre-commit-hooks.yaml", "action.yml", "docs/check/gitlab.yml", "docs/check/README.md"]
)
def test_each_option_that_is_named_is_one_of_check(name: str) -> None:
    known = {option for each in main.commands["check"].params for option in each.opts}
    text = re.sub(r"pip install[^\n]*", "", (ROOT / name).read_text("utf-8"))

    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= known


def test_the_hook_takes_the_files_that_check_reads() -> None:
    from dateline.store import RDF_SUFFIXES

    pattern = re.search(r"files: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert pattern is not None
    assert all(re.search(pattern[1], f"data{suffix}") for suffix in RDF_SUFFIXES)


def test_the_finding_that_the_readme_shows_is_the_example_s() -> None:
    shown = re.findall(r"^```text\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)

    assert all(each in (EXAMPLE / "findings.txt").read_text("utf-8") for each in shown)


def test_the_guide_names_every_rule() -> None:
    assert set(rules()) <= set(re.findall(r"`([a-z-]+)`", GUIDE))


def test_the_fast_engine_of_the_hook_is_the_one_that_is_pinned() -> None:
    (pinned,) = re.findall(r'fast = \["(.*?)"\]', (ROOT / "pyproject.toml").read_text("utf-8"))

    assert pinned in (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
