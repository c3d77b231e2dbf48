"""A change of records as data: what undo, audit, preview and refresh all read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row's change. before None: an insert; after None: a delete; else only the columns that changed.

    Values are JSON values as the tables hold them (text, integers, booleans, lists, None).
    """

    table: str
    key: str
    before: Values | None
    after: Values | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of the record's history, with its place in the hash chain."""

    id: int
    at_utc: str
    actor: str
    kind: str
    note: str
    undoes: int | None
    prev_hash: str
    hash: str
    changes: tuple[Change, ...] = ()


def insert(table: str, row: Values) -> Change:
    return Change(table, str(row["key"]), None, dict(row))


def delete(table: str, row: Values) -> Change:
    return Change(table, str(row["key"]), dict(row), None)


def update(table: str, old: Values, new: Values) -> Change | None:
    """The columns in which new differs from old; None where nothing does."""
    changed = [name for name in new if new[name] != old.get(name)]
    if not changed:
        return None
    return Change(table, str(old["key"]), {n: old[n] for n in changed}, {n: new[n] for n in changed})


def inverse(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes that take these back, last first."""
    return tuple(Change(c.table, c.key, c.after, c.before) for c in reversed(changes))
