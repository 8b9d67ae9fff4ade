"""What several test modules need: the repository, the package's knowledge, and one build of the seed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import pipeline
from dateline.pipeline import Knowledge

ROOT = Path(__file__).parent.parent

Completed = subprocess.CompletedProcess[str]
Run = Callable[..., Completed]


@pytest.fixture(scope="session")
def seed() -> Path:
    (path,) = (ROOT / "seeds").glob("*.txt")
    return path


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return pipeline.load()


@pytest.fixture(scope="session")
def dateline() -> Run:
    """Run the command in a process of its own, in the repository unless told otherwise."""

    def run(*arguments: str | Path, cwd: Path = ROOT, stdin: str = "", **environment: str) -> Completed:
        return subprocess.run(
            [sys.executable, "-m", "dateline", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"} | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def built_seed(tmp_path_factory: pytest.TempPathFactory, dateline: Run) -> Path:
    """Build seeds/ afresh, in all formats, into a folder of its own."""
    output = tmp_path_factory.mktemp("seed")
    formats = [each for name in ("turtle", "jsonld", "nquads") for each in ("--format", name)]
    dateline("build", "seeds/", "-o", output, *formats)
    return output
