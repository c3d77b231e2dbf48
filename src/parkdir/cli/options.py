"""The options that every command takes, before and after its name."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from parkdir import i18n
from parkdir.domain.audience import View
from parkdir.i18n import N_

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Common:
    """What was asked for, whether before or after the command's name."""

    db: str | None = None
    audience: str | None = None
    lang: str | None = None
    as_json: bool = False

    def view(self, default: View) -> View:
        return View(self.audience) if self.audience else default


def _take(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    def store(ctx: click.Context, _param: click.Parameter, value: Any) -> Any:
        common = ctx.ensure_object(Common)
        if value:
            setattr(common, name, value)
        if name == "lang" and value:
            i18n.use(value)
        return value

    return store


def common(command: F) -> F:
    """Give the command the common options."""
    for option in (
        click.option("--json", "as_json", is_flag=True, expose_value=False, callback=_take("as_json"),
                     help=N_("print one JSON document")),
        click.option("--lang", type=click.Choice(i18n.LANGUAGES), expose_value=False, callback=_take("lang"),
                     is_eager=True, help=N_("language of the answer")),
        click.option("--audience", type=click.Choice([v.value for v in View]), expose_value=False,
                     callback=_take("audience"), help=N_("whose view")),
        click.option("--db", metavar="PATH", expose_value=False, callback=_take("db"),
                     help=N_("the directory's file, or an SQLAlchemy URL")),
    ):  # fmt: skip
        command = option(command)
    return command


def speaks(stream: object, *, encoding: str | None = None, errors: str | None = None) -> None:
    """Set how the stream writes characters, where it is one that can be told."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors=errors)


def print_json(value: Any) -> None:
    """One document, in UTF-8 whatever the system's encoding."""
    speaks(sys.stdout, encoding="utf-8")
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
