"""Shapes against data (SHACL, W3C 2017): violations are records, and data until a caller decides.

The only door to pySHACL and to the fast engine. The fast engine judges where it is installed and takes the
shapes; else pySHACL does, slower. Tests hold both to the same findings. Both see the ontology's subclass axioms
beside the data.
"""

from __future__ import annotations

from dateline.validate.finding import SEVERITIES, Finding, rank
from dateline.validate.hierarchy import Unsaid, axioms
from dateline.validate.validator import Validator, validate, validator_of

__all__ = ["SEVERITIES", "Finding", "Unsaid", "Validator", "axioms", "rank", "validate", "validator_of"]
