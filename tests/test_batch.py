"""Several processes: one that dies takes no other report with it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from dateline import batch
from dateline.batch import run
from dateline.build import Built, Settings, Source


def fatal(source: Source, settings: Settings) -> Built:
    """Stand in for `build`: it ends its process without a word at the source called "deadly"."""
    if source.name == "deadly":
        os._exit(1)
    return Built(source.name)


def test_a_process_that_dies_costs_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "build", fatal)
    names = ["a", "b", "deadly", "c", "d"]

    results = list(run([Source(name) for name in names], Settings(), jobs=2))

    assert [(built.source, built.error is not None) for built in results] == [(n, n == "deadly") for n in names]


def test_sources_are_taken_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "build", fatal)
    taken: list[str] = []

    def sources() -> Iterator[Source]:
        for number in range(1000):
            taken.append(str(number))
            yield Source(str(number))

    next(iter(run(sources(), Settings(), jobs=2)))

    assert len(taken) <= 2 * batch.AHEAD + 1


def test_no_source_is_no_result() -> None:
    assert list(run([], Settings(), jobs=2)) == []
