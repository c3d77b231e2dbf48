"""Tables and records say the same; a row is its record and JSON."""

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Boolean, Integer, String
from sqlalchemy.types import TypeEngine

from parkdir.domain.errors import BadData
from parkdir.domain.park import KINDS, Facility, Observation, Park, Record, Source
from parkdir.store import records, tables
from parkdir.store.engine import Store
from parkdir.store.parks import LISTS, dossiers, parks, sources

RECORDS: list[Record] = [
    Source(key="s", title_zh="题", publisher_zh="社", date="2022-06"),
    Park(key="p", position=1, reported_names=("甲", "乙"), name_zh="园", named=True),
    Park(key="q", position=2, named=False),
    Observation(key="o", park="p", metric="land_area", number=Decimal("134.50"), unit="mu", source="s", adopted=True),
    Observation(key="r", park=None, metric="x", qualifier="range", number=Decimal(1), number_high=Decimal("2.5"),
                unit="km2", source="s"),
    Observation(key="c", park="p", metric="status", code="built", source="s"),
    Facility(key="f", park="p", source="s", group="living", category="dining", name_zh="食堂", area_m2=Decimal("1E+3")),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_columns_are_the_fields(kind: str) -> None:
    columns = [name for name in tables.metadata.tables[kind].c.keys() if name not in tables.DERIVED.get(kind, ())]  # noqa: SIM118
    assert sorted(columns) == sorted(field.name for field in fields(KINDS[kind]))
    assert set(tables.DERIVED) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_be_none_may_be_null(kind: str) -> None:
    types: dict[object, type[TypeEngine[Any]]] = {int: Integer, bool: Boolean}
    for field in fields(KINDS[kind]):
        column = tables.metadata.tables[kind].c[field.name]
        optional = "None" in str(field.type)
        assert column.nullable is optional, field.name
        if field.type in types:
            assert isinstance(column.type, types[field.type]), field.name
        elif field.type is str:
            assert isinstance(column.type, String), field.name


def test_nothing_cascades() -> None:
    references = [key for table in tables.metadata.tables.values() for key in table.foreign_keys]
    assert len(references) > 20
    assert {(key.ondelete, key.onupdate) for key in references} == {("RESTRICT", None)}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_a_row_is_its_record_and_json(record: Record) -> None:
    row = records.row(record)
    kind = records.kind_of(record)
    assert list(row) == [*records.NAMES[kind], *tables.DERIVED.get(kind, ())]
    assert json.loads(json.dumps(row)) == row
    again = records.record(kind, row)
    assert again == record
    assert repr(again) == repr(record)  # 134.50 stays 134.50


def test_numbers_are_kept_canonically_beside_the_source_s() -> None:
    row = records.row(RECORDS[3])
    assert (row["number"], row["canonical"], row["canonical_high"]) == ("134.50", 896666667, None)
    row = records.row(RECORDS[4])
    assert (row["canonical"], row["canonical_high"]) == (10_000_000_000, 25_000_000_000)
    assert records.row(RECORDS[5])["canonical"] is None


def test_a_number_beyond_the_tables_is_told() -> None:
    with pytest.raises(BadData, match="too large"):
        records.row(Observation(key="o", park=None, metric="x", number=Decimal(10) ** 15, unit="m2", source="s"))


def test_records_read_are_records_made(filled: Store) -> None:
    """Reading fills slots directly; nothing may be left out that a constructor would set."""
    with filled.read() as conn:
        found: list[Record] = [*parks(conn), *sources(conn).values()]
        found += [record for d in dossiers(conn) for name in LISTS.values() for record in getattr(d, name)]
    assert len(found) > 200
    for record in found:
        values = {name: getattr(record, name) for name in records.NAMES[records.kind_of(record)]}
        assert KINDS[records.kind_of(record)](**values) == record
        assert all(isinstance(v, (str, int, bool, Decimal, tuple, type(None))) for v in values.values())
        assert all(isinstance(values[f.name], bool) for f in fields(record) if f.type is bool)
