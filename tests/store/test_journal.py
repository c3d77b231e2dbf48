"""The write door, case by case: what is written, what is refused, what undo and redo take back."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from parkdir.domain import change as c
from parkdir.domain.change import Change
from parkdir.domain.errors import NotFound, Stale, Told
from parkdir.domain.park import District, Milestone, Observation, Park, Record, Source
from parkdir.store import journal, parks, records, tables
from parkdir.store.engine import Store

SOURCE = Source(key="s", title_zh="题", publisher_zh="社")
DISTRICT = District(key="d", name_zh="区", name_en="D", title_zh="录", title_en="T")
PARK = Park(key="p", position=1, name_zh="园", reported_names=("甲",))
FACT = Observation(key="o", park="p", metric="status", code="built", source="s")


def inserts(*found: Record) -> list[Change]:
    return [c.insert(records.kind_of(r), records.row(r)) for r in found]


def deletes(*found: Record) -> list[Change]:
    return [c.delete(records.kind_of(r), records.row(r)) for r in found]


def updated(record: Record, **values: Any) -> Change:
    return Change(records.kind_of(record), record.key, {n: records.row(record)[n] for n in values}, values)


def write(store: Store, changes: Iterable[Change], kind: str = "edit", **more: Any) -> c.Revision:
    return journal.commit(store, changes, actor="me", kind=kind, **more)


def dump(store: Store, *, history: bool = False) -> dict[str, Any]:
    with store.read() as conn:
        return {
            name: conn.execute(select(table).order_by(*table.primary_key.columns)).all()
            for name, table in tables.metadata.tables.items()
            if history or name not in ("revision", "change", "meta")
        }


@pytest.fixture
def store(bare: Store) -> Store:
    write(bare, inserts(FACT, PARK, DISTRICT, SOURCE), kind="load")
    return bare


def test_a_commit_is_logged_as_it_was_made(bare: Store) -> None:
    at = datetime(2024, 5, 6, 7, 8, 9, 123, tzinfo=timezone(timedelta(hours=8)))
    made = write(bare, inserts(FACT, PARK, DISTRICT, SOURCE), kind="load", note="why", clock=lambda: at)
    assert (made.id, made.actor, made.kind, made.note, made.undoes) == (1, "me", "load", "why", None)
    assert made.at_utc == "2024-05-05T23:08:09+00:00"
    assert [change.table for change in made.changes] == ["source", "district", "park", "observation"]
    with bare.read() as conn:
        assert made.prev_hash == parks.identity(conn)
        assert journal.revisions(conn) == (made,)
        assert parks.dossier(conn, "p").observations == (FACT,)
    second = write(bare, [updated(PARK, name_zh="园区")])
    assert second.prev_hash == made.hash
    assert second.changes == (Change("park", "p", {"name_zh": "园"}, {"name_zh": "园区"}),)
    assert datetime.now(UTC) - datetime.fromisoformat(second.at_utc) < timedelta(minutes=1)


def test_the_history_newest_first(store: Store) -> None:
    for before, after in (("plain", "a"), ("a", "b"), ("b", "c"), ("c", "d")):
        write(store, [Change("park", "p", {"cover": before}, {"cover": after})])
    with store.read() as conn:
        every = journal.revisions(conn)
        assert [r.id for r in every] == [5, 4, 3, 2, 1]
        assert journal.revisions(conn, limit=2) == every[:2]
        assert journal.revisions(conn, numbers=[2, 4]) == (every[1], every[3])
        assert [r.changes for r in journal.revisions(conn, changes=False)] == [()] * 5
        assert journal.head(conn) == 5


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([updated(PARK, name_zh="x"), updated(FACT, code="planned", qualifier="about")], id="update"),
        pytest.param(deletes(FACT), id="delete"),
        pytest.param(deletes(PARK, FACT, SOURCE), id="delete all, in any order"),
        pytest.param([*inserts(Park(key="q", position=2)), updated(FACT, park="q"), *deletes(PARK)], id="move"),
        pytest.param([updated(PARK, reported_names=["丙", "丁"], named=False, short_name="短")], id="odd types"),
    ],
)
def test_undo_and_redo_are_exact(store: Store, changes: list[Change]) -> None:
    before = dump(store)
    done = write(store, changes, note="note")
    after = dump(store)
    assert before != after
    undone = journal.undo(store, actor="you")
    assert (undone.kind, undone.undoes, undone.actor, undone.note) == ("undo", done.id, "you", "note")
    assert dump(store) == before
    redone = journal.redo(store, actor="you")
    assert (redone.kind, redone.undoes) == ("redo", undone.id)
    assert dump(store) == after
    journal.undo(store, actor="you")
    assert dump(store) == before


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([Change("park", "p", {"name_zh": "else"}, {"name_zh": "x"})], id="other value"),
        pytest.param([Change("park", "p", {"name_zh": None}, {"name_zh": "x"})], id="null"),
        pytest.param([Change("park", "p", {"name_en": "x"}, {"name_en": "y"})], id="not null"),
        pytest.param([Change("park", "p", {"reported_names": ["乙"]}, {"reported_names": []})], id="list"),
        pytest.param([Change("park", "p", {"named": False}, {"named": True})], id="boolean"),
        pytest.param([updated(PARK, name_zh="x"), Change("park", "gone", {"cover": "a"}, {"cover": "b"})], id="gone"),
        pytest.param([updated(PARK, name_zh="x"), *inserts(SOURCE)], id="insert of a taken key"),
        pytest.param(inserts(Observation(key="n", park="none", metric="m", source="s")), id="reference to nothing"),
        pytest.param([updated(FACT, source="none")], id="change to refer to nothing"),
        pytest.param([Change("observation", "o", {**records.row(FACT), "code": "x"}, None)], id="delete of another"),
    ],
)
def test_what_changed_meanwhile_is_stale_and_nothing_is_written(store: Store, changes: list[Change]) -> None:
    before = dump(store, history=True)
    with pytest.raises(Stale, match="nothing was written"):
        write(store, [*inserts(Milestone(key="m", park="p", source="s", date="2022", title_zh="題")), *changes])
    assert dump(store, history=True) == before


def test_what_is_referred_to_is_not_removed(store: Store) -> None:
    before = dump(store, history=True)
    with pytest.raises(Told, match="other records refer to it") as told:
        write(store, deletes(PARK))
    assert not isinstance(told.value, Stale)
    assert dump(store, history=True) == before


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ([], ValueError),
        ([updated(PARK, name_zh="x"), updated(PARK, cover="y")], ValueError),
        ([Change("park", "q", None, {"key": "q"})], ValueError),
        ([Change("park", "p", {"key": "p"}, None)], ValueError),
        ([Change("park", "p", {}, {})], ValueError),
        ([Change("park", "p", {"key": "p"}, {"key": "q"})], ValueError),
        ([Change("park", "p", {"cover": "plain"}, {"name_zh": "q"})], ValueError),
        ([Change("meta", "identity", None, {"key": "identity", "value": "x"})], KeyError),
        ([Change("park", "q", None, {**records.row(PARK), "key": "q", "position": None})], IntegrityError),
        ([updated(PARK, position=None)], IntegrityError),
    ],
)
def test_bugs_are_not_told_and_write_nothing(store: Store, changes: list[Change], error: type[Exception]) -> None:
    before = dump(store, history=True)
    with pytest.raises(error):
        write(store, changes)
    assert dump(store, history=True) == before


def test_many_rows_at_once(store: Store) -> None:
    many = [Observation(key=f"n{i}", park="p", metric="m", source="s", position=i) for i in range(1201)]
    assert len(write(store, inserts(*many)).changes) == 1201
    with pytest.raises(Stale):
        write(store, inserts(*(Observation(key=f"n{i}", park="p", metric="m", source="s") for i in range(1200, 2400))))
    journal.undo(store, actor="me")
    with store.read() as conn:
        assert parks.dossier(conn, "p").observations == (FACT,)
        assert journal.verify(conn) == []


def test_the_first_content_is_never_undone(store: Store) -> None:
    with pytest.raises(Told, match="nothing to undo"):
        journal.undo(store, actor="me")
    with pytest.raises(Told, match="first content"):
        journal.undo(store, 1, actor="me")
    with pytest.raises(NotFound, match="no revision 7"):
        journal.undo(store, 7, actor="me")
    with pytest.raises(Told, match="nothing to redo"):
        journal.redo(store, actor="me")


def test_before_the_first_content_there_is_nothing_to_take_back(bare: Store) -> None:
    for take_back in (journal.undo, journal.redo):
        with pytest.raises(Told, match="nothing to"):
            take_back(bare, actor="me")


def test_undo_walks_back_and_redo_forth(store: Store) -> None:
    states = [dump(store)]
    for before, after in (("plain", "a"), ("a", "b"), ("b", "c")):
        write(store, [Change("park", "p", {"cover": before}, {"cover": after})])
        states.append(dump(store))
    for state in states[2::-1]:
        journal.undo(store, actor="me")
        assert dump(store) == state
    with pytest.raises(Told, match="nothing to undo"):
        journal.undo(store, actor="me")
    for state in states[1:]:
        journal.redo(store, actor="me")
        assert dump(store) == state
    with pytest.raises(Told, match="nothing to redo"):
        journal.redo(store, actor="me")
    assert [journal.undo(store, actor="me").undoes for _ in range(3)] == [4, 3, 2]


def test_an_edit_ends_redo(store: Store) -> None:
    write(store, [updated(PARK, cover="a")])
    journal.undo(store, actor="me")
    write(store, [updated(PARK, cover="b")])
    with pytest.raises(Told, match="nothing to redo"):
        journal.redo(store, actor="me")
    assert journal.undo(store, actor="me").undoes == 4
    with pytest.raises(Told, match="nothing to undo"):
        journal.undo(store, actor="me")


def test_an_older_revision_can_be_undone_where_its_values_still_stand(store: Store) -> None:
    first = write(store, [updated(PARK, cover="a", name_zh="甲园")])
    second = write(store, [updated(FACT, code="planned")])
    third = write(store, [Change("park", "p", {"cover": "a"}, {"cover": "b"})])
    with pytest.raises(Stale):
        journal.undo(store, first.id, actor="me")
    undone = journal.undo(store, second.id, actor="me")
    with store.read() as conn:
        assert parks.dossier(conn, "p").observations == (FACT,)
    with pytest.raises(Told, match="undone already"):
        journal.undo(store, second.id, actor="me")
    assert journal.redo(store, actor="me").undoes == undone.id
    assert journal.undo(store, third.id, actor="me").undoes == third.id
    assert journal.undo(store, first.id, actor="me").undoes == first.id


def test_an_undo_named_by_number_is_redone(store: Store) -> None:
    write(store, [updated(PARK, cover="a")])
    undone = journal.undo(store, actor="me")
    redone = journal.undo(store, undone.id, actor="me")
    assert (redone.kind, redone.undoes) == ("redo", undone.id)
    again = journal.undo(store, redone.id, actor="me")
    assert (again.kind, again.undoes) == ("undo", redone.id)
    with store.read() as conn:
        assert parks.dossier(conn, "p").park == PARK
    assert journal.redo(store, actor="me").undoes == again.id


def test_undo_survives_a_restart(store: Store) -> None:
    before = dump(store)
    write(store, [updated(PARK, cover="a")])
    store.close()
    from parkdir.store import engine

    journal.undo(engine.connect(store.path), actor="me")
    assert dump(store) == before


def test_one_of_two_editors_loses_and_is_told(store: Store) -> None:
    """Many at once: each reads, then writes; every write that went through is in the history, no more."""
    from concurrent.futures import ThreadPoolExecutor

    def add_one(_n: int) -> bool:
        with store.read() as conn:
            position = parks.parks(conn)[0].position
        try:
            write(store, [Change("park", "p", {"position": position}, {"position": position + 1})])
        except Stale:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        won = sum(pool.map(add_one, range(40)))
    with store.read() as conn:
        assert parks.parks(conn)[0].position == 1 + won
        assert journal.head(conn) == 1 + won
        assert journal.verify(conn) == []


def test_a_failing_log_takes_the_rows_back(store: Store) -> None:
    before = dump(store, history=True)
    with store.write() as conn:
        conn.execute(text("CREATE TRIGGER no BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'no'); END"))
    with pytest.raises(IntegrityError):
        write(store, [updated(PARK, cover="a")])
    assert dump(store, history=True) == before
