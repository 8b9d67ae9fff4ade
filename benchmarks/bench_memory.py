"""Memory over 10,000 reports, each with names that no other has: its peak after all of them against that after the
first tenth, at most 1.1 times.

python benchmarks/bench_memory.py [--number 10000] [--texts FOLDER]
"""

from __future__ import annotations

import argparse
import resource
from pathlib import Path

from texts import reports

from dateline.batch import run
from dateline.build import Settings, Source

LIMIT = 1.1


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--texts", type=Path)
    arguments.add_argument("--number", type=int, default=10_000)
    given = arguments.parse_args()
    sources = (Source("-", text.encode()) for text in reports(given.texts, given.number))
    early = 0
    for done, _ in enumerate(run(sources, Settings()), start=1):
        if done == max(1, given.number // 10):
            early = peak()
    late = peak()
    print(f"peak after {given.number // 10:,} reports {early} MiB, after {given.number:,} {late} MiB")
    print(f"late / early = {late / early:.2f} (limit {LIMIT})")
    raise SystemExit(late > LIMIT * early)


def peak() -> int:
    """Return the largest resident set so far in MiB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
