"""What shapes do not see: misspelt terms, literals without a value, links to nowhere, quotations that are none.

Rules are described in `rules.toml`, by ids that stay; the terms of known vocabularies are listed in `terms/`.
"""

from __future__ import annotations

from dateline.lint.inspection import Inspection
from dateline.lint.links import Links
from dateline.lint.quotes import Texts
from dateline.lint.rules import Remark, Rule, rules

__all__ = ["Inspection", "Links", "Remark", "Rule", "Texts", "rules"]
