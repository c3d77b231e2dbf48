"""The open database: connections with the settings that keep it safe, one way to read and one way to write.

The driver's own transaction handling is switched off (it commits where it shouldn't); every transaction begins with
our own BEGIN, of writers IMMEDIATE, so that a writer waits for its turn at the start and never half-way.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from parkdir.domain.errors import Told, Unusable
from parkdir.i18n import _
from parkdir.store.values import dump_json

APPLICATION_ID = 0x504B4452  # "PKDR"
BUSY_MS = 5000

# asked for at every connect, in this order, and read back: SQLite ignores what it doesn't know
PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("foreign_keys", "ON", 1),
    ("synchronous", "EXTRA", 3),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("journal_mode", "DELETE", "delete"),
)


class Store:
    """One open directory. Reading connections can't write; the writing ones are opened one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.url: URL = URL.create("sqlite", database=str(path))
        self.engine: Engine = _engine(path, "BEGIN IMMEDIATE", query_only=False)
        self._reader: Engine = _engine(path, "BEGIN", query_only=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the directory as long as the block lasts. Keep it short."""
        with telling(self.path), self._reader.connect() as conn:
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a BEGIN IMMEDIATE: all of the block is written, or nothing."""
        with telling(self.path), self.engine.begin() as conn:
            yield conn

    def close(self) -> None:
        self._reader.dispose()
        self.engine.dispose()


def connect(place: str | Path) -> Store:
    """The store of an existing file, given as a path or an SQLAlchemy URL. Nothing is opened yet."""
    return Store(path_of(place))


def path_of(place: str | Path) -> Path:
    """The file that a path or a URL names. Told where the URL is of another kind of database."""
    text = str(place)
    if "://" not in text:
        return Path(text).expanduser().absolute()
    try:
        url = make_url(text)
    except ArgumentError:
        raise Unusable(_("{url} is no database URL.").format(url=text)) from None
    if url.get_backend_name() != "sqlite":
        raise Unusable(
            _("This version opens SQLite files only; {url} is of another kind.").format(
                url=url.render_as_string(hide_password=True)
            )
        )
    if url.host or not url.database or url.database == ":memory:":
        raise Unusable(_("{url} names no file.").format(url=text))
    return Path(url.database).expanduser().absolute()


def raw(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A driver connection outside SQLAlchemy, in autocommit. mode: ro, rw or rwc (create)."""
    return sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_MS / 1000,
        check_same_thread=False,
    )


def prepare(connection: sqlite3.Connection, path: Path, *, foreign_keys: bool = True) -> None:
    """Ask for every setting, and make sure that it was heard."""
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    for name, wish, expected in PRAGMAS:
        if name == "foreign_keys" and not foreign_keys:
            wish, expected = "OFF", 0  # noqa: PLW2901
        connection.execute(f"PRAGMA {name}={wish}").fetchall()
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or row[0] != expected:
            raise Unusable(_("{path} can't be opened safely: {setting} can't be set.").format(path=path, setting=name))


def _engine(path: Path, begin: str, *, query_only: bool, foreign_keys: bool = True) -> Engine:
    def create() -> sqlite3.Connection:
        connection = raw(path)
        try:
            prepare(connection, path, foreign_keys=foreign_keys)
            if query_only:
                connection.execute("PRAGMA query_only=ON")
        except BaseException:
            connection.close()
            raise
        return connection

    return _with_begin(create, begin, pooled=query_only)


def _with_begin(create: Callable[[], sqlite3.Connection], begin: str, *, pooled: bool) -> Engine:
    if pooled:  # the main thread and two reading threads, and room for a nested read each
        engine = create_engine(
            "sqlite://", creator=create, poolclass=QueuePool, pool_size=3, max_overflow=3, json_serializer=dump_json
        )
    else:
        engine = create_engine("sqlite://", creator=create, poolclass=NullPool, json_serializer=dump_json)
    event.listen(engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    return engine


@contextmanager
def migrating(path: Path) -> Iterator[Connection]:
    """A writing transaction with foreign keys off, as a rebuild of tables needs it: off before BEGIN, or not at all."""
    engine = _engine(path, "BEGIN IMMEDIATE", query_only=False, foreign_keys=False)
    try:
        with telling(path), engine.begin() as conn:
            yield conn
    finally:
        engine.dispose()


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the world does to a database file into told errors; a bug stays a bug."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        told = _told(error, path)
        if told is None:
            raise
        raise told from error


def _told(error: Exception, path: Path) -> Told | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        text = _("Another program is using {path}; close it there, then try again.")
    elif code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        text = _("{path} can't be written: check the rights on the file and its folder.")
    elif code == sqlite3.SQLITE_FULL:
        text = _("The disk is full; nothing was written.")
    elif code == sqlite3.SQLITE_IOERR:
        text = _("The disk failed while {path} was read or written.")
    elif code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        text = _("{path} is damaged or no parkdir directory; it was left untouched.")
    elif code == sqlite3.SQLITE_CANTOPEN:
        text = _("{path} can't be opened: check that it exists and that you may read it.")
    else:
        return None
    return Unusable(text.format(path=path))
