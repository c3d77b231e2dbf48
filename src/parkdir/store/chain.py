"""The hash chain over the record's history: each revision's hash covers its changes and the hash before it.

It shows that a revision in the middle was edited, removed, inserted or moved. Revisions cut off at the end leave a
shorter chain that is whole in itself: only a hash noted elsewhere (an anchor) shows that.
"""

import hashlib
from collections.abc import Collection

from sqlalchemy import Connection, func, select

from parkdir.domain.change import Change, Revision
from parkdir.i18n import _
from parkdir.store.tables import change, meta, revision
from parkdir.store.values import dump_json

_FEW = 500  # a statement takes a limited number of values


def digest(entry: Revision) -> str:
    """The hash of a revision: over everything it holds but the hash itself."""
    content = {
        "id": entry.id,
        "at_utc": entry.at_utc,
        "actor": entry.actor,
        "kind": entry.kind,
        "note": entry.note,
        "undoes": entry.undoes,
        "prev_hash": entry.prev_hash,
        "changes": [[c.table, c.key, c.before, c.after] for c in entry.changes],
    }
    return hashlib.sha256(dump_json(content).encode()).hexdigest()


def identity(conn: Connection) -> str:
    """What tells this directory from all others; the first link of its chain."""
    return conn.execute(select(meta.c.value).where(meta.c.key == "identity")).scalar_one()


def changes_of(conn: Connection, revisions: Collection[int] | None = None) -> dict[int, tuple[Change, ...]]:
    """The changes of these revisions, or of all, in the order in which they were made."""
    query = select(change.c.revision, change.c.table_name, change.c.row_key, change.c.before, change.c.after)
    if revisions is not None and len(revisions) <= _FEW:
        query = query.where(change.c.revision.in_(revisions))
    elif revisions:
        query = query.where(change.c.revision.between(min(revisions), max(revisions)))
    wanted = None if revisions is None else set(revisions)
    found: dict[int, list[Change]] = {}
    for number, table, key, before, after in conn.execute(query.order_by(change.c.id)):
        if wanted is None or number in wanted:
            found.setdefault(number, []).append(Change(table, key, before, after))
    return {number: tuple(changes) for number, changes in found.items()}


def verify(conn: Connection, anchor: tuple[int, str] | None = None) -> list[str]:
    """What is wrong with the chain, in words; an empty list where nothing is.

    anchor: number and hash of a revision as noted outside this file, the only way to see a cut-off end.
    """
    problems: list[str] = []
    changes = changes_of(conn)
    previous, expected = identity(conn), 1
    hashes: dict[int, str] = {}
    for values in conn.execute(select(revision).order_by(revision.c.id)):
        entry = Revision(**values._mapping, changes=changes.pop(values.id, ()))
        if entry.id != expected:
            problems.append(_("Revision {id} does not follow the one before it.").format(id=entry.id))
        if entry.prev_hash != previous:
            problems.append(_("Revision {id} is not linked to the one before it.").format(id=entry.id))
        if entry.hash != digest(entry):
            problems.append(_("Revision {id} was altered after it was written.").format(id=entry.id))
        previous, expected = entry.hash, entry.id + 1
        hashes[entry.id] = entry.hash
    problems += [_("Changes of the missing revision {id} are left over.").format(id=number) for number in changes]
    if anchor is not None and hashes.get(anchor[0]) != anchor[1]:
        problems.append(_("Revision {id} is not the one that was noted elsewhere.").format(id=anchor[0]))
    return problems


def head(conn: Connection) -> int:
    """The number of the latest revision; 0 before the first."""
    return conn.execute(select(func.coalesce(func.max(revision.c.id), 0))).scalar_one()
