"""`check` against pySHACL on 100 reports, as they are built and with errors in each: at least 20 times as fast.

Both have their shapes ready, read the files, and say what violates the shapes; `check` also runs its rules and says
where. In turns of ten files, so that a busy machine slows both alike.

python benchmarks/bench_check.py [--number 100]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import pyshacl
from rdflib import Graph
from texts import reports

from dateline import build
from dateline.build import Settings as BuildSettings
from dateline.build import Source as Report
from dateline.check import Checker, Profile, Settings, Source
from dateline.resources import find
from dateline.validate import axioms

LIMIT = 20
TURN = 10
STATUS, LABEL = "    dl:status ", "    rdfs:label "


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--number", type=int, default=100)
    number = arguments.parse_args().number
    with tempfile.TemporaryDirectory() as folder:
        right = write(Path(folder) / "right", number)
        wrong = [spoil(path) for path in right]
        within = [compare("as built", right), compare("with errors", wrong)]
    raise SystemExit(not all(within))


def write(folder: Path, number: int) -> list[Path]:
    """Build reports of our own making into a folder."""
    settings = BuildSettings(formats=("turtle",))
    for text in reports(None, number):
        build.save(build.build(Report("-", text.encode()), settings), folder)
    return sorted(folder.glob("*.ttl"))


def spoil(path: Path) -> Path:
    """Write a copy in which the first status and the second label are gone, and the third label is twice there."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    labels = [number for number, line in enumerate(lines) if line.startswith(LABEL) and line.endswith(" ;\n")]
    status = next(
        (number for number, line in enumerate(lines) if line.startswith(STATUS) and line.endswith(" ;\n")), None
    )
    lines[labels[2]] += lines[labels[2]].replace('"', '"Also ', 1)
    kept = [line for number, line in enumerate(lines) if number not in (status, labels[1])]
    target = path.parent.with_name("wrong") / path.name
    build.write(target, "".join(kept))
    return target


def compare(what: str, files: Sequence[Path]) -> bool:
    checker, shapes = Checker(Settings(profile=Profile(select=("shacl",)))), Graph().parse(find("shapes/dateline.ttl"))
    by_check(checker, files[:1]), by_pyshacl(shapes, files[:1])
    own = other = 0.0
    for first in range(0, len(files), TURN):
        turn = files[first : first + TURN]
        start = perf_counter()
        found = by_check(checker, turn)
        middle = perf_counter()
        assert by_pyshacl(shapes, turn) == found, "the two disagree on which files conform"
        own, other = own + middle - start, other + perf_counter() - middle
    ratio = f"pySHACL / check = {other / own:.1f} (at least {LIMIT}; {other:.1f} s and {own:.2f} s)"
    print(f"{len(files)} reports {what}: {ratio}")
    return other >= LIMIT * own


def by_check(checker: Checker, files: Sequence[Path]) -> set[str]:
    """Return the files that violate the shapes."""
    return {finding.source for finding in checker.run([Source(str(path)) for path in files]).findings}


def by_pyshacl(shapes: Graph, files: Sequence[Path]) -> set[str]:
    found = set()
    for path in files:
        data = Graph().parse(data=path.read_text(encoding="utf-8") + axioms(), format="turtle")
        if not pyshacl.validate(data, shacl_graph=shapes, inplace=True)[0]:
            found.add(str(path))
    return found


if __name__ == "__main__":
    main()
