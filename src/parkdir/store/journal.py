"""THE write door: every edit, import, delete and undo is a list of changes, applied and logged in one transaction.

Each update and delete names the values it expects to find; where a row holds others, it was changed elsewhere
meanwhile: Stale, and nothing is written. History is never rewritten: undo and redo are revisions of their own.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from parkdir.domain.change import Change, Revision, Values, inverse
from parkdir.domain.errors import NotFound, Stale, Told
from parkdir.domain.park import KINDS
from parkdir.i18n import _
from parkdir.store import chain
from parkdir.store.chain import head, verify
from parkdir.store.engine import Store
from parkdir.store.tables import change as change_table
from parkdir.store.tables import metadata, revision

Clock = Callable[[], datetime]

UNDO, REDO = "undo", "redo"
# the start of a directory's history: never undone
FIXED = frozenset({"load", "demo"})
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
_CHUNK = 500


def utc_now() -> datetime:
    return datetime.now(UTC)


def commit(
    store: Store, changes: Iterable[Change], *, actor: str, kind: str, note: str = "", clock: Clock = utc_now
) -> Revision:
    """Apply the changes and log them as one revision: all, or nothing. Stale where a row isn't as `before` says."""
    with store.write() as conn:
        return _commit(conn, tuple(changes), actor=actor, kind=kind, note=note, undoes=None, clock=clock)


def undo(store: Store, revision: int | None = None, *, actor: str, clock: Clock = utc_now) -> Revision:
    """Take back that revision, or the latest edit still in force, by a new revision."""
    with store.write() as conn:
        past = _past(conn)
        target = _latest_edit(past) if revision is None else _named(past, revision)
        return _take_back(conn, target, actor, clock)


def redo(store: Store, *, actor: str, clock: Clock = utc_now) -> Revision:
    """Take back the latest undo, where no edit came after it."""
    with store.write() as conn:
        for entry in _effective(_past(conn)):
            if entry.kind == UNDO:
                return _take_back(conn, entry, actor, clock)
            if entry.kind != REDO:
                break
    raise Told(_("There is nothing to redo."))


def revisions(
    conn: Connection, *, numbers: Sequence[int] | None = None, limit: int | None = None, changes: bool = True
) -> tuple[Revision, ...]:
    """The history, newest first: all of it, those numbers, or the latest `limit`; with its changes unless told not."""
    query = select(revision).order_by(revision.c.id.desc())
    if numbers is not None:
        query = query.where(revision.c.id.in_(list(numbers)))
    rows = conn.execute(query.limit(limit)).all()
    found = chain.changes_of(conn, [row.id for row in rows]) if changes else {}
    return tuple(Revision(**row._mapping, changes=found.get(row.id, ())) for row in rows)


def append(
    conn: Connection,
    changes: tuple[Change, ...],
    *,
    actor: str,
    kind: str,
    note: str = "",
    undoes: int | None = None,
    clock: Clock = utc_now,
) -> Revision:
    """Log a revision whose changes are written already. Only demo.py calls this from outside, with none."""
    number = head(conn) + 1
    previous = select(revision.c.hash).where(revision.c.id == number - 1)
    prev_hash = conn.execute(previous).scalar() or chain.identity(conn)
    at_utc = clock().astimezone(UTC).isoformat(timespec="seconds")
    draft = Revision(number, at_utc, actor, kind, note, undoes, prev_hash, "", changes)
    values = {name: getattr(draft, name) for name in revision.c.keys() if name != "hash"}  # noqa: SIM118
    final = Revision(**values, hash=chain.digest(draft), changes=changes)
    conn.execute(insert(revision).values(**values, hash=final.hash))
    first = conn.execute(select(func.coalesce(func.max(change_table.c.id), 0))).scalar_one() + 1
    rows = [
        {"id": place, "revision": number, "table_name": c.table, "row_key": c.key, "before": c.before, "after": c.after}
        for place, c in enumerate(changes, first)
    ]
    if rows:
        conn.execute(insert(change_table), rows)
    return final


def _commit(
    conn: Connection, changes: tuple[Change, ...], *, actor: str, kind: str, note: str, undoes: int | None, clock: Clock
) -> Revision:
    ordered = _in_order(changes)
    _apply(conn, ordered)
    return append(conn, ordered, actor=actor, kind=kind, note=note, undoes=undoes, clock=clock)


def _take_back(conn: Connection, target: Revision, actor: str, clock: Clock) -> Revision:
    changes = inverse(chain.changes_of(conn, [target.id])[target.id])
    kind = REDO if target.kind == UNDO else UNDO
    return _commit(conn, changes, actor=actor, kind=kind, note=target.note, undoes=target.id, clock=clock)


# which revisions are in force


def _past(conn: Connection) -> tuple[Revision, ...]:
    return revisions(conn, changes=False)


def _effective(past: tuple[Revision, ...]) -> list[Revision]:
    """The revisions not undone (by one that is itself in force), newest first."""
    undone: set[int] = set()
    found = []
    for entry in past:
        if entry.id in undone:
            continue
        found.append(entry)
        if entry.undoes is not None:
            undone.add(entry.undoes)
    return found


def _latest_edit(past: tuple[Revision, ...]) -> Revision:
    for entry in _effective(past):
        if entry.kind not in {UNDO, REDO} | FIXED:
            return entry
    raise Told(_("There is nothing to undo."))


def _named(past: tuple[Revision, ...], number: int) -> Revision:
    entry = next((entry for entry in past if entry.id == number), None)
    if entry is None:
        raise NotFound(_("There is no revision {id}.").format(id=number))
    if entry.kind in FIXED:
        raise Told(_("Revision {id} is the directory's first content; it can't be undone.").format(id=number))
    if entry not in _effective(past):
        raise Told(_("Revision {id} is undone already.").format(id=number))
    return entry


# applying


def _in_order(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Inserts first, what is referred to before what refers; then updates; then deletes the other way round."""
    if not changes:
        raise ValueError("no changes")
    if len({(c.table, c.key) for c in changes}) < len(changes):
        raise ValueError("two changes of one row")
    inserts = sorted((c for c in changes if c.before is None), key=lambda c: _ORDER[c.table])
    updates = [c for c in changes if c.before is not None and c.after is not None]
    deletes = sorted((c for c in changes if c.after is None), key=lambda c: -_ORDER[c.table])
    return (*inserts, *updates, *deletes)


def _apply(conn: Connection, ordered: tuple[Change, ...]) -> None:
    for table in dict.fromkeys(c.table for c in ordered):
        _insert(conn, metadata.tables[table], [c.after for c in ordered if c.table == table and c.before is None])  # type: ignore[misc]
    for change in ordered:
        if change.before is not None:
            _replace(conn, metadata.tables[change.table], change.before, change)


def _insert(conn: Connection, table: Table, rows: list[Values]) -> None:
    if any(set(row) != set(table.c.keys()) for row in rows):
        raise ValueError(f"incomplete row of {table.name}")
    for start in range(0, len(rows), _CHUNK):
        chunk = [dict(row) for row in rows[start : start + _CHUNK]]
        taken = select(table.c.key).where(table.c.key.in_([row["key"] for row in chunk]))
        if conn.execute(taken).first() is not None:
            raise _stale()
        try:
            conn.execute(insert(table), chunk)
        except IntegrityError as error:
            raise _stale() if _is_reference(error) else error from error


def _replace(conn: Connection, table: Table, before: Values, change: Change) -> None:
    """Update or delete the one row that still holds every value of `before`."""
    same = [table.c[name].is_not_distinct_from(value) for name, value in before.items()]
    where = (table.c.key == change.key, *same)
    if change.after is None:
        if set(before) != set(table.c.keys()):
            raise ValueError(f"incomplete row of {table.name}")
        statement = delete(table).where(*where)
    else:
        if set(change.after) != set(before) or "key" in before or not before:
            raise ValueError(f"before and after of {table.name} differ in their columns")
        statement = update(table).where(*where).values(**change.after)  # type: ignore[assignment]
    try:
        found = conn.execute(statement).rowcount
    except IntegrityError as error:
        if not _is_reference(error):
            raise
        if change.after is not None:
            raise _stale() from error
        raise Told(_("It can't be removed: other records refer to it.")) from error
    if found != 1:
        raise _stale()


def _is_reference(error: IntegrityError) -> bool:
    return "FOREIGN KEY" in str(error.orig).upper()


def _stale() -> Stale:
    return Stale(_("This was changed elsewhere meanwhile; nothing was written."))


__all__ = ["FIXED", "REDO", "UNDO", "Clock", "append", "commit", "head", "redo", "revisions", "undo", "verify"]
