"""Fictional directories: the same from the same seed, marked everywhere, valid."""

from pathlib import Path

import pytest
from sqlalchemy import select

from parkdir.domain import dates, fields, figures
from parkdir.domain.fields import words
from parkdir.store import demo, journal, parks, tables
from parkdir.store.engine import Store

MARKED = {"name_zh", "title_zh", "name", "publisher_zh"}
MARKED_EN = {"name_en", "title_en", "publisher_en"}


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as conn:
        return {
            name: sorted(map(tuple, conn.execute(select(table))), key=repr)
            for name, table in tables.metadata.tables.items()
            if name not in ("meta", "revision")
        }


def test_the_same_seed_makes_the_same(opened, bare_file: Path) -> None:  # type: ignore[no-untyped-def]
    first, again, other, larger = (opened(bare_file) for _ in range(4))
    for store, seed, count in ((first, 3, 30), (again, 3, 30), (other, 4, 30), (larger, 3, 31)):
        demo.fill(store, parks=count, seed=seed)
    assert dump(first) == dump(again)
    assert dump(first) != dump(other) != dump(larger)


def test_one_revision_names_seed_and_size(bare: Store) -> None:
    revision = demo.fill(bare, parks=3, seed=99, tenants=7)
    assert (revision.kind, revision.note, revision.changes) == ("demo", "seed=99 parks=3 tenants=7", ())
    with bare.read() as conn:
        assert journal.revisions(conn) == (revision,)
        assert journal.verify(conn) == []
        assert sum(len(d.tenants) for d in parks.dossiers(conn)) == 7


def test_every_name_is_marked(filled: Store) -> None:
    with filled.read() as conn:
        for name, table in tables.metadata.tables.items():
            for column in table.c:
                if name not in ("meta", "revision", "change") and column.name in MARKED | MARKED_EN:
                    found = [value for value in conn.execute(select(column)).scalars() if value is not None]
                    mark = "示例" if column.name in MARKED else "ample"
                    assert all(mark in value for value in found), (name, column.name)
        assert conn.execute(select(tables.park.c.key).where(tables.park.c.named)).all()


def test_what_it_says_is_in_the_catalogue(bare: Store) -> None:
    demo.fill(bare, parks=60, seed=8)
    with bare.read() as conn:
        every = [parks.district(conn), *parks.dossiers(conn)]
    qualifiers, conflicts, causes = set(), 0, set()
    for d in every:
        metrics = [o.metric for o in d.observations]
        conflicts += len(metrics) - len(set(metrics))
        for o in d.observations:
            field = fields.get(o.metric, o.park)
            qualifiers.add(o.qualifier)
            assert o.as_of and dates.parts(o.as_of)
            assert o.verification in words.VERIFICATION
            if field.kind == "number":
                assert o.number is not None and o.unit in field.units
                assert o.unit in figures.UNITS
                assert o.basis is None or o.basis in field.bases
            elif field.kind == "code":
                assert o.code in field.choices
            else:
                assert o.text_zh
        for a in d.absences:
            causes.add(a.cause)
            assert fields.get(a.field, a.park)
            assert a.cause != "not_published" or (a.source and a.as_of)
        for f in d.facilities:
            assert f.group in words.FACILITY_GROUP and f.category in words.FACILITY_CATEGORY
        assert {p.kind for p in d.policies} <= set(words.POLICY_KIND)
        assert {m.kind for m in d.milestones} <= set(words.MILESTONE_KIND)
    assert qualifiers >= {"exact", "about", "more_than", "near", "at_least", "range"}
    assert conflicts > 3
    assert len(causes) >= 4
    assert sum(1 for d in every if d.park and not d.park.named) == 6


@pytest.mark.parametrize("count", [1, 1700])
def test_names_do_not_repeat(bare: Store, count: int) -> None:
    demo.fill(bare, parks=count, seed=0)
    with bare.read() as conn:
        names = [p.name_zh for p in parks.parks(conn) if p.named]
    assert len(set(names)) == len(names) >= count - 6
