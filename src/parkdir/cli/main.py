"""The command line: one group, its errors in one line, its exit codes."""

import contextlib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from parkdir import __version__, i18n, paths, settings
from parkdir.cli import data, parks, tour
from parkdir.cli.options import Common, common, speaks
from parkdir.domain.errors import Told
from parkdir.i18n import _

# what opens windows or needs Qt, handed in by app.py: name → callable
Windows = dict[str, Callable[..., int]]
_SILENT = logging.NullHandler()


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="parkdir %(version)s")
@common
@click.pass_context
def cli(ctx: click.Context) -> int:
    """parkdir: a directory of industrial parks; every figure with its source and date. Alone it opens the window."""
    if ctx.invoked_subcommand is None:
        asked: Common = ctx.find_root().ensure_object(Common)
        windows: Windows = ctx.meta["parkdir.windows"]
        return windows["window"](db=asked.db, audience=asked.audience, lang=asked.lang)
    return 0


for command in (*parks.COMMANDS, *data.COMMANDS, *tour.COMMANDS):
    cli.add_command(command)


def run(argv: Sequence[str], windows: Windows) -> int:
    """Run one command line. Told errors become one line on stderr; 2 is wrong usage."""
    logging.getLogger("parkdir").addHandler(_SILENT)  # the terminal is for answers and told errors
    i18n.use(i18n.wanted(settings.read(paths.user_data() / "settings.json").language))
    speaks(sys.stdout, errors="replace")  # a terminal that knows no hanzi shows question marks, not a traceback
    try:
        answer: Any = _invoke(list(argv), windows)
    except Told as error:
        click.echo(" ".join(str(error).splitlines()), err=True)  # one line, whatever was asked for
        return error.code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return 1
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        _forget_output()
        return 0
    except OSError as error:  # the disk that the answer was sent to is full
        _forget_output()
        click.echo(_("The answer could not be written: {reason}.").format(reason=error.strerror), err=True)
        return 1
    return answer if isinstance(answer, int) else 0


def _forget_output() -> None:
    """What could not be written is not tried again when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _invoke(argv: list[str], windows: Windows) -> Any:
    with cli.make_context("parkdir", argv, obj=Common()) as ctx:
        ctx.meta["parkdir.windows"] = windows
        return cli.invoke(ctx)
