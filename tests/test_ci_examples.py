"""The CI files to copy: they are well-formed, and their commands run and fail as they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import srsly

ROOT = Path(__file__).parent.parent
NAMES = ("github", "gitlab")
BAD_DATA = "<http://example.com/x> a <https://w3id.org/dateline/ns#Meeting> ."


class Job(NamedTuple):
    """The shell scripts of a job, and its variables."""

    install: tuple[str, ...]
    scripts: tuple[str, ...]
    variables: dict[str, str]


def job(name: str) -> Job:
    """Return the one job of a file as its service would run it."""
    document: Any = srsly.yaml_loads((ROOT / "docs" / "ci" / f"{name}.yml").read_text(encoding="utf-8"))
    if name == "gitlab":
        (found,) = document.values()
        return Job(tuple(found["before_script"]), tuple(found["script"]), found["variables"])
    (found,) = document["jobs"].values()
    first, *others = (step["run"] for step in found["steps"] if "run" in step)
    return Job((first,), tuple(others), found["env"])


def run(name: str, folder: Path) -> list[int]:
    """Run the scripts until one fails, as the services do, in a folder with the seeds as reports; return exit codes."""
    (folder / "bin").mkdir()
    command = folder / "bin" / "dateline"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dateline "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    found = job(name)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **found.variables, "PATH": path, "PYTHONPATH": str(ROOT / "src")}
    codes: list[int] = []
    for script in found.scripts:
        done = subprocess.run(
            ["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, check=False
        )
        codes.append(done.returncode)
        if done.returncode != 0:
            break
    return codes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "reports")
    return tmp_path


def test_the_commands_build_and_check_the_reports(folder: Path) -> None:
    assert run("github", folder) == [0, 0]
    assert "@base <https://data.example/> ." in (folder / "data" / "dataset.ttl").read_text(encoding="utf-8")


def test_a_report_that_is_refused_fails_the_job(folder: Path) -> None:
    (folder / "reports" / "binary.txt").write_bytes(b"\0\1\2")

    assert run("github", folder) == [1]


def test_data_that_violate_the_shapes_fail_the_job(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "mine.ttl").write_text(BAD_DATA, encoding="utf-8")

    assert run("gitlab", folder) == [0, 1]


@pytest.mark.parametrize("name", NAMES)
def test_the_files_install_what_they_need_by_extras_that_there_are(name: str) -> None:
    (command,) = job(name).install
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (extras,) = re.findall(r'^pip install "\./vendor/dateline\[(.*)\]"$', command)

    assert set(extras.split(",")) == set(project["optional-dependencies"])


def test_the_two_files_run_the_same() -> None:
    first, second = (job(name) for name in NAMES)

    assert first[:2] == second[:2]
