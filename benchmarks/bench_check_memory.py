"""Memory of `check` over N-Triples: bytes a triple, and whether a graph three times as large takes three times as much,
at most 1.15 times that. Each size in a process of its own; a small one is taken off for what is there without data.

python benchmarks/bench_check_memory.py [--triples 300000]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from dateline.store import triples

LIMIT = 1.15
EXAMPLE = Path(__file__).parent.parent / "tests" / "shapes" / "valid" / "Visit.ttl"
BASE = "https://data.harbour.example/"
CHECK = """
import resource, sys
from dateline.check import Checker, Settings, Source
found = Checker(Settings()).run([Source(sys.argv[1])]).findings
assert not found, found[0]
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--triples", type=int, default=300_000)
    number = arguments.parse_args().triples
    small, middle, large = (peak(size) for size in (number // 100, number // 3, number))
    early, late = (middle - small) / (number // 3), (large - small) / number
    print(f"{early:,.0f} bytes a triple for {number // 3:,} triples, {late:,.0f} for {number:,}")
    print(f"late / early = {late / early:.2f} (limit {LIMIT}); peak {large / 2**20:,.0f} MiB")
    raise SystemExit(late > LIMIT * early)


def peak(number: int) -> int:
    """Return the peak of memory in bytes of checking so many triples."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.nt"
        write(path, number)
        done = subprocess.run([sys.executable, "-c", CHECK, str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout)


def write(path: Path, number: int) -> None:
    """Write a graph that conforms, again and again under IRIs of its own."""
    data = EXAMPLE.read_bytes().replace(b"https://example.org/", BASE.encode())
    graph = [" ".join(each) for each in sorted(set(triples(data, ".ttl", source="example", base=BASE)))]
    with path.open("w", encoding="utf-8") as out:
        for copy in count():
            if copy * len(graph) >= number:
                return
            out.writelines(f"{line.replace(BASE, f'{BASE}{copy}/')} .\n" for line in graph)


if __name__ == "__main__":
    main()
