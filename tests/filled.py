"""The shipped facts in a database, records made for one rule, and every string of a page."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from parkdir import i18n, paths
from parkdir.domain.change import update
from parkdir.domain.park import (
    Absence,
    District,
    Dossier,
    Facility,
    Honour,
    Industry,
    Layout,
    Milestone,
    Observation,
    Park,
    Policy,
    Source,
    Tenant,
)
from parkdir.services import importing, opening
from parkdir.services.directory import Directory
from parkdir.store import engine, journal
from parkdir.store.engine import Store

TODAY = date(2026, 11, 23)
NAMED = ("jz-geo", "jz-media", "jz-animation", "jz-digital")
UNNAMED = tuple(f"jz-unnamed-{letter}" for letter in "abcdef")
ORDER = (*NAMED[:2], *UNNAMED, *NAMED[2:])


def make(folder: Path) -> Path:
    """A database of data/ in that folder."""
    path = folder / "parkdir.sqlite"
    with i18n.using("zh"):
        opening.open_directory(str(path), fill=lambda new: importing.load(new, paths.data())).close()
    return path


@contextmanager
def reading(path: Path) -> Iterator[Directory]:
    store = engine.connect(path)
    try:
        yield Directory(store, today=lambda: TODAY)
    finally:
        store.close()


def row(path: Path, table: str, key: str) -> dict[str, Any]:
    """The row as the journal knows it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = dict(connection.execute(f'SELECT * FROM "{table}" WHERE key = ?', [key]).fetchone())
    for name in ("adopted", "named", "name_en_confirmed", "short_name_confirmed", "name_confirmed", "printed"):
        if name in found:
            found[name] = bool(found[name])
    if "reported_names" in found:
        found["reported_names"] = json.loads(found["reported_names"])
    return found


def edit(store: Store, table: str, key: str, **new: Any) -> None:
    """One edit, through the journal."""
    old = row(store.path, table, key)
    change = update(table, old, {**old, **new})
    assert change is not None
    journal.commit(store, [change], actor="李××", kind="edit", note="试改")


# every string of a neutral page, with the path to it


def strings(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, f"{place}.{name}")
    elif hasattr(value, "_fields"):
        for name in value._fields:
            yield from strings(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            yield from strings(inner, f"{place}[{number}]")


def tuples(value: Any) -> Iterator[Any]:
    """Every named tuple in it, itself included."""
    if hasattr(value, "_fields"):
        yield value
    if isinstance(value, tuple | list):
        for inner in value:
            yield from tuples(inner)


# records made for one rule

NEWSPAPER, COPY, PARK = "S-original", "S-repost", "S-park"
DISTRICT = District(key="d", name_zh="示例区", name_en="Example District", title_zh="名录", title_en="Directory")
SOURCES = {
    NEWSPAPER: Source(
        key=NEWSPAPER, title_zh="报道", title_en="Report", publisher_zh="《示例报》", publisher_en="Daily"
    ),
    COPY: Source(key=COPY, title_zh="转载", publisher_zh="某网站", kind="repost"),
    PARK: Source(key=PARK, title_zh="报送", publisher_zh="园区", kind="park_report"),
}
_places = iter(range(10**9))


def _key(given: dict[str, Any]) -> dict[str, Any]:
    place = next(_places)
    return {"key": f"made-{place}", "park": "p", "source": NEWSPAPER, "position": place, **given}


def observed(metric: str, number: str | None = None, unit: str | None = None, **given: Any) -> Observation:
    return Observation(metric=metric, number=None if number is None else Decimal(number), unit=unit, **_key(given))


def state(code: str, as_of: str | None = "2022-06", **given: Any) -> Observation:
    return observed("status", code=code, as_of=as_of, **given)


def absent(field: str, cause: str, **given: Any) -> Absence:
    return Absence(key=f"made-{next(_places)}", park="p", field=field, cause=cause, **given)


def policy(title: str = "某措施", **given: Any) -> Policy:
    """A policy that may be shown outside, but for what is given."""
    whole = {
        "kind": "measures", "document_no": "示政〔2026〕1号", "validity": "in_force", "review_state": "passed",
    }  # fmt: skip
    return Policy(title_zh=title, **_key({**whole, **given}))


def tenant(name: str = "某公司", **given: Any) -> Tenant:
    return Tenant(name=name, **_key(given))


def facility(category: str = "meeting", **given: Any) -> Facility:
    return Facility(category=category, **_key({"group": "business", "name_zh": "会议室", **given}))


def industry(zh: str = "测绘", **given: Any) -> Industry:
    return Industry(zh=zh, **_key(given))


def milestone(kind: str, day: str, **given: Any) -> Milestone:
    return Milestone(kind=kind, date=day, title_zh="大事", **_key({"as_of": day, **given}))


def honour(**given: Any) -> Honour:
    return Honour(title_zh="示范园", **_key(given))


def layout(**given: Any) -> Layout:
    return Layout(name_zh="平台", **_key(given))


def dossier(*records: Any, named: bool = True, park: bool = True) -> Dossier:
    """Those records as all that is recorded of one park, or of the district."""
    lists: dict[str, Any] = {}
    for record in records:
        name = {"Policy": "policies", "Facility": "facilities", "Industry": "industries"}.get(
            type(record).__name__, type(record).__name__.lower() + "s"
        )
        lists[name] = (*lists.get(name, ()), record)
    whose = Park(key="p", position=1, named=named, name_zh="示例园" if named else None) if park else None
    return Dossier(park=whose, district=DISTRICT, sources=SOURCES, **lists)
