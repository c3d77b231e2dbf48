"""The hash chain shows every kind of tampering; a cut-off end only against a hash noted elsewhere."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from parkdir.domain.change import Change
from parkdir.store import chain, journal
from parkdir.store.engine import Store

Tamper = Callable[[sqlite3.Connection], object]


@pytest.fixture
def store(filled: Store) -> Store:
    for before, after in zip("abcde", "bcdef", strict=True):
        change = Change("district", "demo-district", {"name_en": before}, {"name_en": after})
        if before == "a":
            change = Change("district", "demo-district", {"name_en": "Sample District"}, {"name_en": after})
        journal.commit(filled, [change], actor="me", kind="edit", note=after)
    return filled


def problems(store: Store, anchor: tuple[int, str] | None = None) -> list[str]:
    with store.read() as conn:
        return journal.verify(conn, anchor)


def tamper(store: Store, *statements: str) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_chain_nobody_touched_is_whole(store: Store) -> None:
    with store.read() as conn:
        last = journal.revisions(conn, limit=1)[0]
    assert problems(store) == []
    assert problems(store, (last.id, last.hash)) == []


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["UPDATE revision SET actor = 'you' WHERE id = 3"], ["Revision 3 was altered"]),
        (["UPDATE revision SET at_utc = '2000-01-01T00:00:00+00:00' WHERE id = 6"], ["Revision 6 was altered"]),
        (["UPDATE revision SET undoes = 2 WHERE id = 4"], ["Revision 4 was altered"]),
        (["UPDATE revision SET hash = 'x' WHERE id = 3"], ["Revision 3 was altered", "Revision 4 is not linked"]),
        (["""UPDATE change SET after = '{"name_en":"z"}' WHERE revision = 3"""], ["Revision 3 was altered"]),
        (["UPDATE change SET row_key = 'z' WHERE revision = 3"], ["Revision 3 was altered"]),
        (["DELETE FROM change WHERE revision = 3"], ["Revision 3 was altered"]),
        (["INSERT INTO change VALUES (99, 3, 'park', 'x', NULL, '{}')"], ["Revision 3 was altered"]),
        (
            ["DELETE FROM change WHERE revision = 3", "DELETE FROM revision WHERE id = 3"],
            ["Revision 4 does not follow", "Revision 4 is not linked"],
        ),
        (["DELETE FROM revision WHERE id = 1"], ["Revision 2 does not follow", "Revision 2 is not linked"]),
        (
            [f"UPDATE revision SET id = {a} WHERE id = {b}" for b, a in ((3, 93), (4, 3), (93, 4))],
            ["Revision 3 is not linked", "Revision 3 was altered", "Revision 4 is not linked", "Revision 4 was altered",
             "Revision 5 is not linked"],
        ),
        (
            ["INSERT INTO revision SELECT 7, at_utc, actor, kind, note, undoes, prev_hash, hash FROM revision"
             " WHERE id = 6"],
            ["Revision 7 is not linked", "Revision 7 was altered"],
        ),
        (["UPDATE meta SET value = 'x' WHERE key = 'identity'"], ["Revision 1 is not linked"]),
        (["INSERT INTO change VALUES (99, 50, 'park', 'x', NULL, '{}')"], ["Changes of the missing revision 50"]),
    ],
)  # fmt: skip
def test_tampering_shows(store: Store, statements: list[str], told: list[str]) -> None:
    tamper(store, *statements)
    found = problems(store)
    assert len(found) == len(told)
    assert all(problem.startswith(start) for problem, start in zip(found, told, strict=True)), found


def test_the_changes_of_few_and_of_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.read() as conn:
        few = chain.changes_of(conn, [2, 4, 5])
        assert list(few) == [2, 4, 5]
        monkeypatch.setattr(chain, "_FEW", 2)
        assert chain.changes_of(conn, [2, 4, 5]) == few
        assert chain.changes_of(conn, []) == {}
        assert list(chain.changes_of(conn)) == [2, 3, 4, 5, 6]


def test_a_cut_off_end_shows_only_against_an_anchor(store: Store) -> None:
    with store.read() as conn:
        last = journal.revisions(conn, limit=1)[0]
    tamper(store, "DELETE FROM change WHERE revision = 6", "DELETE FROM revision WHERE id = 6")
    assert problems(store) == []  # whole in itself: the chain alone can't know
    assert problems(store, (last.id, last.hash)) == ["Revision 6 is not the one that was noted elsewhere."]


def test_a_chain_built_anew_shows_only_against_an_anchor(store: Store) -> None:
    with store.read() as conn:
        last = journal.revisions(conn, limit=1)[0]
    tamper(store, "DELETE FROM change WHERE revision = 6", "DELETE FROM revision WHERE id = 6")
    change = Change("district", "demo-district", {"name_en": "f"}, {"name_en": "forged"})
    journal.commit(store, [change], actor="me", kind="edit", note="f")
    assert problems(store) == []
    assert problems(store, (last.id, last.hash)) == ["Revision 6 is not the one that was noted elsewhere."]
