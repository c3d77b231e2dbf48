"""The tables' form: the steps lead to what the code says, keep every row, and touch nothing they don't know."""

import ast
import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from parkdir.domain.errors import Told, Unusable
from parkdir.store import backup, engine, schema, tables
from parkdir.store.engine import Store
from parkdir.store.schema import State

STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
"""
# rebuilds the table that others refer to: with foreign keys on, SQLite would refuse or empty the others
REBUILD = """
    with op.batch_alter_table("park", recreate="always") as batch:
        batch.add_column(sa.Column("extra", sa.String()))
"""


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Adds a second step after the first."""

    def add(body: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(schema._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "0002_next.py").write_text(STEP + body)
        monkeypatch.setattr(schema, "_MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", 2)

    return add


def test_the_last_step_leads_to_the_tables_in_the_code(bare: Store) -> None:
    with bare.read() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, tables.metadata) == []
        reflected = {
            name: [
                (row.name, bool(row.pk), bool(row.notnull)) for row in conn.execute(text(f"PRAGMA table_info({name})"))
            ]
            for name in tables.metadata.tables
        }
        rules = {row.on_delete for name in reflected for row in conn.execute(text(f"PRAGMA foreign_key_list({name})"))}
    assert rules == {"RESTRICT"}
    for name, table in tables.metadata.tables.items():
        expected = [(column.name, column.primary_key, not column.nullable) for column in table.c]
        assert reflected[name] == expected, name


def test_the_number_of_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema._MIGRATIONS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == f"{schema.HEAD:04}"
    assert len(list(scripts.walk_revisions())) == schema.HEAD


def test_steps_import_nothing_of_the_program_s() -> None:
    for module in schema._MIGRATIONS.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or "."] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[0] in ("parkdir", "") for name in names), module


def test_a_new_file_is_current_and_its_own(tmp_path: Path) -> None:
    identities = set()
    for name in ("a", "b"):
        store = engine.connect(tmp_path / name)
        schema.create(store)
        assert schema.state(store.path) is State.CURRENT
        with closing(store), store.read() as conn:
            identities.add(conn.execute(text("SELECT value FROM meta WHERE key = 'identity'")).scalar())
            assert conn.execute(text("PRAGMA user_version")).scalar() == schema.HEAD
    assert len(identities) == 2


def test_bringing_up_to_date_twice_changes_nothing(filled: Store) -> None:
    before = backup.counts(filled.path)
    schema.upgrade(filled)
    assert backup.counts(filled.path) == before
    assert schema.state(filled.path) is State.CURRENT


def test_a_rebuilt_table_keeps_what_refers_to_it(filled: Store, step) -> None:  # type: ignore[no-untyped-def]
    before = backup.counts(filled.path)
    step(REBUILD)
    assert schema.state(filled.path) is State.OLDER
    kept = schema.upgrade(filled)
    assert schema.state(filled.path) is State.CURRENT
    assert backup.counts(filled.path) == before == backup.counts(kept)
    assert before["observation"] > 50
    with closing(sqlite3.connect(filled.path)) as connection:
        assert "extra" in [row[1] for row in connection.execute("PRAGMA table_info(park)")]
    assert kept.name.endswith("-upgrade.sqlite")
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('    op.execute("DELETE FROM tenant")', id="loses rows"),
        pytest.param('    op.drop_table("tenant")', id="loses a table"),
        pytest.param("    op.execute(\"UPDATE observation SET park = 'none'\")", id="breaks references"),
        pytest.param(REBUILD + "    raise RuntimeError", id="fails half-way"),
    ],
)
def test_a_bad_step_leaves_everything_as_it_was(filled: Store, step, body: str) -> None:  # type: ignore[no-untyped-def]
    before = digest(filled.path)
    step(body)
    with pytest.raises((Unusable, RuntimeError)) as told:
        schema.upgrade(filled)
    assert isinstance(told.value, RuntimeError) or "left as it was" in str(told.value)
    assert digest(filled.path) == before
    assert len(backup.find(filled.path)) == 1


def _set(path: Path, pragma: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")


@pytest.mark.parametrize(
    ("damage", "state"),
    [
        ("user_version=99", State.NEWER),
        ("user_version=0", State.DAMAGED),
        ("application_id=7", State.FOREIGN),
        (b"not a database", State.FOREIGN),
        (b"not a database" * 1000, State.FOREIGN),
        (b"\0" * 4096, State.FOREIGN),
        ("truncate", State.DAMAGED),
        ("zero a page", State.DAMAGED),
        ("flip", State.DAMAGED),
        ("spoil the list of tables", State.DAMAGED),
    ],
)
def test_what_a_file_is(filled: Store, damage: str | bytes, state: State) -> None:
    path = filled.path
    content = path.read_bytes()
    if isinstance(damage, bytes):
        path.write_bytes(damage)
    elif "=" in damage:
        _set(path, damage)
    elif damage == "truncate":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "spoil the list of tables":
        path.write_bytes(content[:104] + b"\xff" * 3900 + content[4004:])
    elif damage == "zero a page":
        path.write_bytes(content[: 4096 * 5] + b"\0" * 4096 + content[4096 * 6 :])
    else:
        path.write_bytes(
            content[: 4096 * 3] + bytes(255 - b for b in content[4096 * 3 : 4096 * 9]) + content[4096 * 9 :]
        )
    before = digest(path)
    assert schema.state(path) is state
    assert digest(path) == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_newer_file_in_another_journal_mode_stays_as_it_is(filled: Store) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA user_version=99")
    before = digest(filled.path)
    assert schema.state(filled.path) is State.NEWER
    assert digest(filled.path) == before


def test_a_journal_left_by_a_crash_is_rolled_back(filled: Store, tmp_path: Path) -> None:
    """Copy file and journal in the middle of a transaction: what a killed process leaves."""
    before = backup.counts(filled.path)
    crashed = tmp_path / "crashed.sqlite"
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM observation")
        connection.execute("DELETE FROM tenant")
        journal = filled.path.with_name(filled.path.name + "-journal")
        shutil.copy(filled.path, crashed)
        shutil.copy(journal, crashed.with_name(crashed.name + "-journal"))
    assert digest(crashed) != digest(filled.path)
    assert schema.state(crashed) is State.CURRENT
    assert backup.counts(crashed) == before


def test_a_locked_file_is_told(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    filled.close()
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Told, match="Another program"):
            schema.state(filled.path)
