"""Where the quads of one report are made, and what a caller may choose of them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import iris
from dateline.errors import OutputError
from dateline.mapping.passages import Passages
from dateline.model import Ref, Report, Status

TEXT_POLICIES = ("full", "quotes", "offsets")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may choose of the data that is written."""

    base: str = "https://example.org/"
    mentions: bool = False
    """Write every mention of an actor, place or time as a passage, not only the evidence."""
    text_policy: str = "quotes"
    """`full`: the text and the words of every passage; `quotes`: the words of every passage; `offsets`: only the
    words of triggers, attributions, mentions and topics, and no claim's content."""
    links: bool = True
    """Write what the authority files add."""
    version: str | None = None
    """Version of the package that builds; without it or `model_name` the build is not described."""
    model_name: str | None = None
    """Name and version of the language model."""
    license: str | None = None
    """IRI of the licence of the data."""

    def __post_init__(self) -> None:
        """Refuse a base or policy that data cannot be written with (OutputError)."""
        iris.check_base(self.base)
        if self.text_policy not in TEXT_POLICIES:
            raise OutputError("is not a text policy", self.text_policy, f"choose {', '.join(TEXT_POLICIES)}")


class Site:
    """Where the quads of one report are made: its IRIs, its options, its passages."""

    def __init__(self, report: Report, options: Options) -> None:
        """Begin a report's data."""
        self.report = report
        self.article = report.article
        self.options = options
        self.minter = iris.Minter(report.article, options.base)
        self.passages = Passages(self.minter, quotes=options.text_policy != "offsets")
        self.unborn = unborn(report)


def unborn(report: Report) -> frozenset[Ref]:
    """Return the bodies of which nobody says that they exist: those whose founding has not occurred."""
    founded = [(o.status is Status.OCCURRED, body) for o in report.occurrences for body in o.resulting_organization]
    return frozenset(body for _, body in founded) - {body for occurred, body in founded if occurred}
