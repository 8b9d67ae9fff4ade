"""The command `dateline`: the only place that prints and exits.

Results go to standard output, messages to standard error. Exit codes: 0 done; 1 done, but a source was refused
or data violate shapes; 2 not done, because of the call, the data or the settings; 5 a defect of this package.
`check` has codes of its own, and `fmt` a 3: a file cannot be read.
"""

from __future__ import annotations

from typing import Any

import click

from dateline import __version__
from dateline.cli.build import build
from dateline.cli.check import check
from dateline.cli.explain import explain
from dateline.cli.fmt import fmt
from dateline.cli.lexicon import lexicon
from dateline.cli.messages import DEFECT, NOT_DONE, say
from dateline.cli.query import query
from dateline.errors import DatelineError

__all__ = ["main"]


class _Group(click.Group):
    """Turns the package's errors into one line and an exit code, and anything else into a report of a defect."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except DatelineError as error:
            say(str(error))
            ctx.exit(NOT_DONE)
        except Exception as error:
            import traceback

            traceback.print_exc()
            say(f"internal error ({type(error).__name__}): please report it with the lines above and the source")
            ctx.exit(DEFECT)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Turn news reports into linked data, every fact tied to the passage that states it.

    \b
    Example:
      dateline build seeds/ && dateline query offices
    """


for _command in (build, check, explain, fmt, lexicon, query):
    main.add_command(_command)
