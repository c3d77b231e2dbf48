"""Reading: what is put in comes out, in order, in a fixed number of queries."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from parkdir.domain.errors import NotFound
from parkdir.store import demo, parks
from parkdir.store.engine import Store


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    seen: list[str] = []

    def see(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(store._reader, "before_cursor_execute", see)
    yield seen
    event.remove(store._reader, "before_cursor_execute", see)


def test_one_by_one_and_all_at_once_are_the_same(filled: Store) -> None:
    with filled.read() as conn:
        every = parks.dossiers(conn)
        assert [d.park for d in every] == list(parks.parks(conn))
        assert [parks.dossier(conn, d.park.key) for d in every if d.park] == list(every)
        assert {name for name in parks.LISTS.values() if any(getattr(d, name) for d in every)} >= {
            "observations", "absences", "facilities", "industries", "policies", "tenants", "milestones",
        }  # fmt: skip


def test_order_and_letters(filled: Store) -> None:
    with filled.read() as conn:
        every = parks.dossiers(conn)
        assert [d.park.position for d in every if d.park] == list(range(1, 13))
        assert [d.letter for d in every if d.park and not d.park.named] == ["A"]
        assert {d.letter for d in every if d.park and d.park.named} == {""}
        for d in every:
            for name in parks.LISTS.values():
                places = [(getattr(r, "position", 0), r.key) for r in getattr(d, name)]
                assert places == sorted(places)


def test_letters_go_on_after_z() -> None:
    assert [parks._letter(n) for n in (0, 5, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "F", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_sources_are_those_named(filled: Store) -> None:
    with filled.read() as conn:
        for d in parks.dossiers(conn):
            assert d.park
            named: set[str | None] = {r.source for name in parks.LISTS.values() for r in getattr(d, name)}
            named.add(d.park.source)
            assert set(d.sources) == named - {None}


def test_only_the_kinds_asked_for(filled: Store) -> None:
    with filled.read() as conn:
        few = parks.dossiers(conn, ("industry",))
        assert [d.industries for d in few] == [d.industries for d in parks.dossiers(conn)]
        assert not any(d.observations or d.facilities for d in few)


def test_the_district(filled: Store) -> None:
    with filled.read() as conn:
        found = parks.district(conn)
    assert found.park is None
    assert {o.metric for o in found.observations} == {"total_area", "population"}
    assert len(found.policies) == 2
    assert found.district.name_zh == "示例区"
    assert set(found.sources) == {o.source for o in found.observations} | {p.source for p in found.policies}


def test_the_number_of_queries_is_fixed(filled: Store, bare: Store) -> None:
    demo.fill(bare, parks=40, seed=1)
    numbers = []
    for store in (filled, bare):
        with counted(store) as seen, store.read() as conn:
            parks.dossiers(conn)
        numbers.append(len([s for s in seen if s.startswith("SELECT")]))
    assert numbers[0] == numbers[1] == 13
    with counted(filled) as seen, filled.read() as conn:
        parks.dossier(conn, "demo-0002")
    assert len([s for s in seen if s.startswith("SELECT")]) <= 13


def test_what_is_not_there_is_told(filled: Store, bare: Store) -> None:
    with filled.read() as conn, pytest.raises(NotFound, match="demo-9999"):
        parks.dossier(conn, "demo-9999")
    with bare.read() as conn, pytest.raises(NotFound, match="no district"):
        parks.district(conn)
    with bare.read() as conn:
        assert parks.parks(conn) == ()
        assert parks.head(conn) == 0


def test_reading_leaves_the_collector_as_it_was(filled: Store) -> None:
    import gc

    with filled.read() as conn:
        gc.disable()
        try:
            parks.dossiers(conn)
            assert not gc.isenabled()
        finally:
            gc.enable()
        parks.dossiers(conn)
        assert gc.isenabled()


def test_identities_differ(bare: Store, filled: Store) -> None:
    with bare.read() as conn, filled.read() as other:
        assert parks.identity(conn) == parks.identity(other)  # one is a copy of the other
        assert len(parks.identity(conn)) == 32
        assert (parks.head(conn), parks.head(other)) == (0, 1)
