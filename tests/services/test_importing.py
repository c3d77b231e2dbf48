"""A new directory holds the shipped facts as its first revision, or does not exist."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from parkdir import i18n, paths
from parkdir.domain.errors import BadData, NotFound, Stale, Told
from parkdir.domain.park import KINDS, Record
from parkdir.exchange import facts_toml
from parkdir.services import importing, opening
from parkdir.store import journal, records, tables


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with i18n.using("en"):
        yield


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "here" / "parkdir.sqlite"


def test_the_first_revision_holds_every_fact(db: Path) -> None:
    store = opening.open_directory(str(db), fill=lambda new: importing.load(new, paths.data()))
    with store.read() as conn:
        (first,) = journal.revisions(conn)
        kept: list[Record] = []
        for kind in KINDS:
            rows = conn.execute(tables.metadata.tables[kind].select())
            kept += [records.record(kind, row._asdict()) for row in rows]
        journal.verify(conn)
    shipped = facts_toml.read(paths.data())
    assert (first.id, first.kind, first.actor) == (1, "load", "parkdir")
    assert first.note == "Filled from the shipped facts"
    assert len(first.changes) == len(shipped)
    assert {(type(made), made.key): made for made in kept} == {(type(made), made.key): made for made in shipped}
    store.close()


def test_it_is_never_undone(db: Path) -> None:
    store = opening.open_directory(str(db), fill=lambda new: importing.load(new, paths.data()))
    with pytest.raises(Told) as caught:
        journal.undo(store, actor="a")
    assert not isinstance(caught.value, NotFound)
    store.close()


def test_a_broken_folder_leaves_no_database(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(paths.data(), folder)
    file = folder / "parks" / "jz-geo.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('source = "S10"', 'source = "S99"'), encoding="utf-8")
    with pytest.raises(BadData, match=r"^parks/jz-geo\.toml, line \d+, field source: unknown source “S99”"):
        opening.open_directory(str(db), fill=lambda new: importing.load(new, folder))
    assert list(db.parent.iterdir()) == []


def test_a_second_load_changes_nothing(db: Path) -> None:
    store = opening.open_directory(str(db), fill=lambda new: importing.load(new, paths.data()))
    with pytest.raises(Stale):
        importing.load(store, paths.data())
    with store.read() as conn:
        assert journal.head(conn) == 1
    store.close()
