"""The history of one park: the revisions that touch its rows, with those changes only."""

from dataclasses import replace

from sqlalchemy import Connection, Table, or_, select, tuple_, union_all
from sqlalchemy import literal as constant

from parkdir.domain.change import Change, Revision
from parkdir.store import journal, tables
from parkdir.store.parks import LISTS
from parkdir.store.tables import change


def of_park(conn: Connection, park: str, limit: int = 200) -> tuple[Revision, ...]:
    """The latest revisions that touched the park or one of its rows, newest first."""
    present = union_all(
        select(constant("park"), constant(park)),
        *(select(constant(kind), _table(kind).c.key).where(_table(kind).c.park == park) for kind in LISTS),
    )
    # an update holds only what changed, so its row is known by its key; rows removed since, by what they held
    touched = or_(
        tuple_(change.c.table_name, change.c.row_key).in_(present),
        change.c.before["park"].as_string() == park,
        change.c.after["park"].as_string() == park,
    )
    query = select(change.c.revision, change.c.table_name, change.c.row_key, change.c.before, change.c.after)
    found: dict[int, list[Change]] = {}
    for number, table, key, before, after in conn.execute(query.where(touched).order_by(change.c.id)):
        found.setdefault(number, []).append(Change(table, key, before, after))
    latest = sorted(found, reverse=True)[:limit]
    revisions = journal.revisions(conn, numbers=latest, changes=False)
    return tuple(replace(r, changes=tuple(found[r.id])) for r in revisions)


def _table(kind: str) -> Table:
    return tables.metadata.tables[kind]
