"""Shapes against data (SHACL, W3C 2017): violations are records, and data until a caller decides.

The only door to pySHACL and to the fast engine. The fast engine accepts; what it does not accept, pySHACL
judges and reports, and without the fast engine pySHACL does it all, slower. Both see the ontology's
subclass axioms beside the data.
"""

from __future__ import annotations

from dateline.validate.finding import Finding
from dateline.validate.validator import Validator, axioms, validate

__all__ = ["Finding", "Validator", "axioms", "validate"]
