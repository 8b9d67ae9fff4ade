"""Many sources, one after the other or in several processes; results come in the order of the sources."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context

from dateline import pipeline
from dateline.build import Built, Settings, Source, build

AHEAD = 8
"""Sources per process that are under way at once, which bounds the memory whatever the number of sources."""


def run(sources: Iterable[Source], settings: Settings, jobs: int = 1) -> Iterator[Built]:
    """Build every source; the results do not depend on the number of processes."""
    if jobs == 1:
        return (_prepared(build, source, settings) for source in sources)
    return _parallel(sources, settings, jobs)


@cache
def prepare(settings: Settings) -> None:
    """Load what every report needs, and let the garbage collector pass it over: it stays as long as the process.

    Raises:
        ModelError, AuthorityError, LexiconError: no report at all can be converted.
    """
    pipeline.load(settings.model, settings.lexicons)
    gc.collect()
    gc.freeze()


def _prepared(make: Callable[[Source, Settings], Built], source: Source, settings: Settings) -> Built:
    prepare(settings)
    return make(source, settings)


def _parallel(sources: Iterable[Source], settings: Settings, jobs: int) -> Iterator[Built]:
    workers = _Workers(settings, jobs)
    waiting: deque[tuple[Source, Future[Built]]] = deque()
    try:
        for source in sources:
            waiting.append((source, workers.submit(source)))
            if len(waiting) == jobs * AHEAD:
                yield workers.result(*waiting.popleft())
        while waiting:
            yield workers.result(*waiting.popleft())
    finally:
        workers.close()


class _Workers:
    """A pool that survives the death of a process: what was under way then is tried again, each source alone."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._jobs = jobs
        self._pool = _pool(jobs)

    def submit(self, source: Source) -> Future[Built]:
        try:
            return self._pool.submit(_prepared, build, source, self._settings)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(_prepared, build, source, self._settings)

    def result(self, source: Source, future: Future[Built]) -> Built:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(source)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _alone(self, source: Source) -> Built:
        with _pool(1) as pool:
            try:
                return pool.submit(_prepared, build, source, self._settings).result()
            except BrokenProcessPool:
                return Built(source.name, error=f"{source.name}: its process died twice — check the memory left")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the parent has threads of its own (progress display, the stores).
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
