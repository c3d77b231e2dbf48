"""`list` and `show`."""

import click

from parkdir.cli import words
from parkdir.cli.options import Common, common, print_json
from parkdir.domain import dates
from parkdir.domain.audience import View, visible
from parkdir.domain.fields.words import STATUS
from parkdir.i18n import _
from parkdir.services import listing, wording
from parkdir.services.directory import Directory
from parkdir.services.session import opened


@click.command("list")
@click.option("--status", type=click.Choice(list(STATUS)), help="only parks with this status")
@common
@click.pass_obj
def list_parks(asked: Common, status: str | None) -> int:
    """The parks, one a line."""
    view = asked.view(View.INTERNAL)
    with opened(asked.db) as store:
        sights = [s for s in Directory(store).sights(view) if s.dossier.park and visible(s.dossier.park, view)]
    rows = [(s, row) for s in sights if (row := listing.row(s))["status"] == status or status is None]
    if asked.as_json:
        print_json([row for _sight, row in rows])
        return 0
    if not rows:
        click.echo(_("No park fits."))
        return 0
    lines = [[_("Key"), _("Park"), _("Construction status"), _("As of"), *([_("Completeness")] if view.inside else [])]]
    for sight, row in rows:
        park, mark = sight.dossier.park, wording.status_words(sight)
        if park is not None:
            lines.append([
                park.key,
                wording.park_name(park, sight.dossier.letter),
                mark.text if mark else "",
                dates.words(row["as_of"]) if row["as_of"] else "",
                *([f"{sight.completeness}%"] if view.inside else []),
            ])  # fmt: skip
    for line in words.columns(lines):
        click.echo(line)
    return 0


@click.command("show")
@click.argument("park")
@common
@click.pass_obj
def show_park(asked: Common, park: str) -> int:
    """One park. PARK: its key, name, short or reported name, or an unambiguous part of one."""
    view = asked.view(View.INTERNAL)
    with opened(asked.db) as store:
        directory = Directory(store)
        key = directory.find(park, view).key
        if asked.as_json:
            print_json(listing.document(directory.sight(key, view)))
            return 0
        for line in words.page(directory.park(key, view)):
            click.echo(line)
    return 0


COMMANDS = (list_parks, show_park)
