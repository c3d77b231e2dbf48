"""The form of the tables: created, recognised, brought up to date. A newer one is left alone.

The file itself says which form it has (user_version), so that opening a current one needs no Alembic.
"""

import sqlite3
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, text

from parkdir.domain.errors import Unusable
from parkdir.i18n import _
from parkdir.store import backup, engine
from parkdir.store.engine import Store

HEAD = 1  # the number of the latest step in migrations/versions

_MIGRATIONS = Path(__file__).parent / "migrations"


class State(Enum):
    """What a file is to this program."""

    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


def state(path: Path) -> State:
    """What the file is. It is only read. Told where it is locked or may not be read."""
    with engine.telling(path):
        try:
            connection = _readable(path)
        except sqlite3.DatabaseError as error:
            return _damage(error)
        try:
            return _state(connection)
        except sqlite3.DatabaseError as error:
            return _damage(error)
        finally:
            connection.close()


def create(store: Store) -> None:
    """Create the tables in a file that does not exist yet."""
    with engine.telling(store.path):
        engine.raw(store.path, "rwc").close()
    with engine.migrating(store.path) as conn:
        _run(conn)
        conn.execute(text(f"PRAGMA application_id={engine.APPLICATION_ID}"))


def upgrade(store: Store) -> Path:
    """Bring the tables up to date; returns the backup that was made and checked first."""
    kept = backup.make(store, "upgrade")
    with engine.migrating(store.path) as conn:
        before = _counts(conn)
        _run(conn)
        after = _counts(conn)
        lost = [name for name, count in before.items() if after.get(name, 0) < count]
        broken = conn.execute(text("PRAGMA foreign_key_check")).all()
        damaged = conn.execute(text("PRAGMA integrity_check")).scalars().all() != ["ok"]
        if lost or broken or damaged:
            raise Unusable(
                _("{path} could not be brought up to date and was left as it was; a backup is {backup}.").format(
                    path=store.path, backup=kept
                )
            )
    return kept


def _readable(path: Path) -> sqlite3.Connection:
    """Read-only; but a journal left by a crash must be rolled back first, which only a writer can do."""
    connection = engine.raw(path, "ro")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        connection = engine.raw(path, "rw")
        connection.execute("PRAGMA query_only=ON")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _state(connection: sqlite3.Connection) -> State:
    if connection.execute("PRAGMA application_id").fetchone()[0] != engine.APPLICATION_ID:
        return State.FOREIGN
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > HEAD:
        return State.NEWER
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)] or version < 1:
        return State.DAMAGED
    return State.CURRENT if version == HEAD else State.OLDER


def _damage(error: sqlite3.DatabaseError) -> State:
    """Damage is a state; a lock or a missing right is for the user to mend."""
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return State.FOREIGN
    if code == sqlite3.SQLITE_CORRUPT:
        return State.DAMAGED
    raise error


def _run(conn: Connection) -> None:
    # Alembic is needed only when tables are made or changed; its import costs a tenth of a second
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": conn})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
    conn.execute(text(f"PRAGMA user_version={HEAD}"))


def _counts(conn: Connection) -> dict[str, int]:
    names = conn.execute(text("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'"))
    quoted = [(name, name.replace('"', '""')) for name in names.scalars()]
    return {name: conn.execute(text(f'SELECT count(*) FROM "{safe}"')).scalar_one() for name, safe in quoted}
