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
    """A function that makes the record of a row's values in the order of NAMES[kind]: for reading many.

    It fills the record's slots directly, which takes half the time of a frozen record's own __init__.
    """
    cls, names = KINDS[kind], NAMES[kind]
    new = cls.__new__
    slots = [getattr(cls, name).__set__ for name in names]
    converted = [
        *((names.index(name), Decimal) for name in _DECIMALS.get(kind, ())),
        *((names.index(name), tuple) for name in _TUPLES.get(kind, ())),
    ]

    def make(values: Sequence[Any]) -> Any:
        made = new(cls)
        for put, value in zip(slots, values, strict=False):
            put(made, value)
        for place, convert in converted:
            if values[place] is not None:
                slots[place](made, convert(values[place]))
        return made

    return make


def _canonical(number: Decimal | None, unit: str | None) -> int | None:
    if number is None or unit is None:
        return None
    scaled = canonical(number, unit)
    if abs(scaled) > _LARGEST:
        raise BadData(_("{number} is too large to be kept.").format(number=number))
    return scaled
