"""`tour`: whole windows as pictures."""

from pathlib import Path

import click

from parkdir.cli.options import Common, common


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pages", help="only these pages, separated by commas")
@click.option("--full", is_flag=True, help="every pane and size")
@common
@click.pass_context
def tour(ctx: click.Context, folder: Path, pages: str | None, full: bool) -> int:
    """Render whole windows to DIR, also without a display."""
    asked: Common = ctx.ensure_object(Common)
    chosen = [page.strip() for page in pages.split(",")] if pages else None
    answer: int = ctx.meta["parkdir.windows"]["tour"](folder, pages=chosen, full=full, db=asked.db)
    return answer


COMMANDS = (tour,)
