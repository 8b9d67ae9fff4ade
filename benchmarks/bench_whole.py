"""The whole way against the bare parser: 200 texts, one process, validation included. At most 1.5 times.

python benchmarks/bench_whole.py [--texts FOLDER] [--number 200]
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import perf_counter

from texts import reports

from dateline import batch, build, pipeline
from dateline.annotate import pipeline as parser
from dateline.build import Settings, Source

LIMIT = 1.5
CHUNK = 20
SETTINGS = Settings()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--texts", type=Path)
    arguments.add_argument("--number", type=int, default=200)
    given = arguments.parse_args()
    texts = list(reports(given.texts, given.number))
    bare, whole = measure(texts)
    words = sum(len(text.split()) for text in texts)
    print(f"bare spaCy {words / bare:,.0f} words/s, whole way {words / whole:,.0f} words/s")
    print(f"whole / bare = {whole / bare:.2f} (limit {LIMIT})")
    raise SystemExit(whole > LIMIT * bare)


def measure(texts: list[str]) -> tuple[float, float]:
    """Return the seconds of both, chunk by chunk in turn, so that a busy machine slows both alike."""
    plain = parser.load()
    batch.prepare(SETTINGS)
    assert plain is not pipeline.load().nlp
    convert(texts[:CHUNK])
    bare = whole = 0.0
    for first in range(0, len(texts), CHUNK):
        chunk = texts[first : first + CHUNK]
        start = perf_counter()
        for _ in plain.pipe(chunk):
            pass
        middle = perf_counter()
        convert(chunk)
        bare, whole = bare + middle - start, whole + perf_counter() - middle
    return bare, whole


def convert(texts: list[str]) -> None:
    for text in texts:
        built = build.build(Source("-", text.encode()), SETTINGS)
        assert built.error is None, built.error


if __name__ == "__main__":
    main()
