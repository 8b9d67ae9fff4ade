"""Write the page on the ontology, and the ontology in further formats: `python docs/generator [FOLDER]`.

What it writes depends on ontology/, shapes/ and output/ alone: the same files give the same bytes.
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
