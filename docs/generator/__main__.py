"""Write the page on the ontology, and the ontology in further formats: `python docs/generator [FOLDER]`.

What it writes depends on ontology/, shapes/, output/ and tests/shapes/valid/ alone: the same files, the same bytes.
pylode 3.2.1 was tried: five anchors are not the names of the terms, since it lowers their case; alignments, schemes
and `schema:domainIncludes` do not appear; and nobody learns from it how a term is used.
"""

from __future__ import annotations

import sys
from pathlib import Path

import formats
import page
from source import ROOT

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "ontology"
folder.mkdir(parents=True, exist_ok=True)
for name, document in {"index.html": page.render(), **formats.documents()}.items():
    (folder / name).write_text(document, encoding="utf-8", newline="\n")
