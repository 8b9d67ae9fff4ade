"""The exceptions of the package: each says where, what is wrong, and what to do about it."""

from __future__ import annotations


class DatelineError(Exception):
    """Anything that the package refuses to do; only its subclasses are raised.

    >>> str(ReadError("is empty", "report.txt", "give a text in English"))
    'report.txt: is empty — give a text in English'
    """

    def __init__(self, what: str, where: str, advice: str) -> None:
        """Say what is wrong, where, and what to do about it."""
        super().__init__(what, where, advice)
        self.what = what
        """What is wrong."""
        self.where = where
        """The file, entry or option in which it is wrong, with a line or byte where one is known."""
        self.advice = advice
        """What to do about it."""

    def __str__(self) -> str:
        """Return it in one line."""
        return f"{self.where}: {self.what} — {self.advice}"


class ReadError(DatelineError):
    """Raised when a source cannot be read as a report: missing, empty, binary, badly encoded, not English."""


class LexiconError(DatelineError):
    """Raised when a lexicon file is malformed or an entry in it does not say what it must."""


class AuthorityError(DatelineError):
    """Raised when an authority file is malformed or a row in it lacks a key, a name or its source."""


class ModelError(DatelineError):
    """Raised when the language model is not installed or is not one that the predicates can be read from."""


class ShapesError(DatelineError):
    """Raised when shapes cannot be loaded or used, never for a violation: that is data."""


class QueryError(DatelineError):
    """Raised when a question is unknown, or its SPARQL or the data that it is asked of is malformed."""


class OutputError(DatelineError):
    """Raised when a result cannot be written: unknown format, bad base IRI, a file that cannot be made."""


class FormatError(DatelineError):
    """Raised when a file is left as it is because its canonical form would lose something that a reader wants."""
