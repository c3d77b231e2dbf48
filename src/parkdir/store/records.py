"""Row ⇄ record, for every kind. Rows hold JSON values only: they are what changes remember."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from parkdir.domain.errors import BadData
from parkdir.domain.figures import canonical
from parkdir.domain.park import KINDS, Observation, Record
from parkdir.i18n import _

Row = dict[str, Any]

NAMES: dict[str, tuple[str, ...]] = {kind: tuple(f.name for f in fields(cls)) for kind, cls in KINDS.items()}
_KIND_OF: dict[type[Record], str] = {cls: kind for kind, cls in KINDS.items()}
_DECIMALS: dict[str, tuple[str, ...]] = {"observation": ("number", "number_high"), "facility": ("area_m2",)}
_TUPLES: dict[str, tuple[str, ...]] = {"park": ("reported_names",)}
_BOOLEANS: dict[str, tuple[str, ...]] = {
    "park": ("named", "name_en_confirmed", "short_name_confirmed"),
    "observation": ("adopted",),
    "policy": ("title_reported",),
    "tenant": ("name_confirmed", "printed"),
}
_LARGEST = 2**63 - 1


def kind_of(record: Record) -> str:
    """The name of the table that holds such records."""
    return _KIND_OF[type(record)]


def row(record: Record) -> Row:
    """The row of a record, derived columns included."""
    kind = kind_of(record)
    values: Row = {name: getattr(record, name) for name in NAMES[kind]}
    for name in _DECIMALS.get(kind, ()):
        if values[name] is not None:
            values[name] = str(values[name])
    for name in _TUPLES.get(kind, ()):
        values[name] = list(values[name])
    if isinstance(record, Observation):
        values["canonical"] = _canonical(record.number, record.unit)
        values["canonical_high"] = _canonical(record.number_high, record.unit)
    return values


def record(kind: str, values: Mapping[str, Any]) -> Record:
    """The record of a row; derived columns are left out."""
    made: Record = maker(kind)([values[name] for name in NAMES[kind]])
    return made


def maker(kind: str) -> Callable[[Sequence[Any]], Any]:
    """A function that makes the record of a row's values in the order of NAMES[kind]: for reading many."""
    cls, names = KINDS[kind], NAMES[kind]
    converted = [
        *((name, Decimal) for name in _DECIMALS.get(kind, ())),
        *((name, tuple) for name in _TUPLES.get(kind, ())),
        *((name, bool) for name in _BOOLEANS.get(kind, ())),
    ]

    def make(values: Sequence[Any]) -> Any:
        row = dict(zip(names, values, strict=True))
        for name, convert in converted:
            value = row[name]
            if value is not None:
                row[name] = convert(value)
        return cls(**row)

    return make


def _canonical(number: Decimal | None, unit: str | None) -> int | None:
    if number is None or unit is None:
        return None
    scaled = canonical(number, unit)
    if abs(scaled) > _LARGEST:
        raise BadData(_("{number} is too large to be kept.").format(number=number))
    return scaled
