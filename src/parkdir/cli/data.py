"""`check` and `demo`."""

from pathlib import Path

import click

from parkdir.cli.options import Common, common, print_json
from parkdir.i18n import _
from parkdir.services import checking, demonstrating
from parkdir.services.session import opened


@click.command()
@common
@click.pass_obj
def check(asked: Common) -> int:
    """Look the whole directory over; exit 1 where something is wrong."""
    with opened(asked.db) as store:
        found = checking.problems(store)
    if asked.as_json:
        print_json({"problems": found})
    elif found:
        for line in found:
            click.echo(line)
    else:
        click.echo(_("Nothing is wrong."))
    return 1 if found else 0


@click.command()
@click.option("--parks", type=click.IntRange(1, 100_000), required=True, help="how many parks")
@click.option("--seed", type=int, default=1, show_default=True, help="the same seed gives the same data")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="the file to make")
@common
@click.pass_obj
def demo(asked: Common, parks: int, seed: int, out: Path) -> int:
    """A directory of fictional parks in a new file, every name marked 示例."""
    demonstrating.make(out, parks=parks, seed=seed)
    if asked.as_json:
        print_json({"path": str(out), "parks": parks, "seed": seed})
    else:
        click.echo(_("{n} fictional parks written to {path}.").format(n=parks, path=out))
    return 0


COMMANDS = (check, demo)
