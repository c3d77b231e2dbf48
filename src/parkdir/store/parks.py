"""Reading: parks, and everything recorded of a park, in a fixed number of queries."""

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from parkdir.domain.errors import NotFound
from parkdir.domain.park import District, Dossier, Park, Source
from parkdir.i18n import _
from parkdir.store import records, tables
from parkdir.store.chain import head, identity

# kind of record → the Dossier's list of them
LISTS = {
    "observation": "observations",
    "absence": "absences",
    "facility": "facilities",
    "industry": "industries",
    "policy": "policies",
    "tenant": "tenants",
    "milestone": "milestones",
    "honour": "honours",
    "layout": "layouts",
}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _select(kind: str) -> Select[Any]:
    table = tables.metadata.tables[kind]
    query: Select[Any] = select(*(table.c[name] for name in records.NAMES[kind]))
    return query.order_by(table.c.position, table.c.key) if "position" in table.c else query.order_by(table.c.key)


_ALL = {kind: _select(kind) for kind in records.NAMES}
_OF_PARK = {kind: _ALL[kind].where(tables.metadata.tables[kind].c.park == bindparam("park")) for kind in LISTS}
_OF_DISTRICT = {kind: _ALL[kind].where(tables.metadata.tables[kind].c.park.is_(None)) for kind in LISTS}
_PLACE = {
    kind: attrgetter("position", "key") if "position" in records.NAMES[kind] else attrgetter("key") for kind in LISTS
}
_MAKE = {kind: records.maker(kind) for kind in records.NAMES}
_NAMED_SOURCES = _ALL["source"].where(tables.source.c.key.in_(bindparam("keys", expanding=True)))
_ONE_PARK = _ALL["park"].where(tables.park.c.key == bindparam("park"))
_UNNAMED = (
    select(tables.park.c.key).where(tables.park.c.named.is_(False)).order_by(tables.park.c.position, tables.park.c.key)
)


def parks(conn: Connection) -> tuple[Park, ...]:
    """All parks in the directory's order."""
    return _read(conn, "park", _ALL["park"])


def sources(conn: Connection) -> dict[str, Source]:
    """All sources by key."""
    return {source.key: source for source in _read(conn, "source", _ALL["source"])}


def letters(conn: Connection) -> dict[str, str]:
    """What the unnamed parks are called by: A, B, … in the directory's order, by key."""
    keys = conn.execute(_UNNAMED).scalars()
    return {key: _letter(place) for place, key in enumerate(keys)}


def dossier(conn: Connection, key: str) -> Dossier:
    """All that is recorded of that park. NotFound where there is none."""
    found = _read(conn, "park", _ONE_PARK, park=key)
    if not found:
        raise NotFound(_("There is no park {park}.").format(park=key))
    park = found[0]
    lists = {name: _read(conn, kind, _OF_PARK[kind], park=key) for kind, name in LISTS.items()}
    letter = "" if park.named else letters(conn)[key]
    return _dossier(conn, park, lists, letter)


def district(conn: Connection) -> Dossier:
    """All that is recorded of the district itself: a dossier without a park."""
    return _dossier(conn, None, {name: _read(conn, kind, _OF_DISTRICT[kind]) for kind, name in LISTS.items()}, "")


def dossiers(conn: Connection, kinds: Collection[str] = tuple(LISTS)) -> tuple[Dossier, ...]:
    """The dossiers of all parks in the directory's order, with records of these kinds only.

    One query a kind, however many parks there are; ordering each park's few records here is quicker than there.
    """
    with _uncollected():
        grouped = {LISTS[kind]: _by_park(conn, kind) for kind in kinds}
        known, called, here = sources(conn), letters(conn), _district(conn)
        found = []
        for park in parks(conn):
            lists = {name: tuple(of_park.get(park.key, ())) for name, of_park in grouped.items()}
            named = {key: known[key] for key in _source_keys(park, lists.values())}
            found.append(Dossier(park=park, district=here, sources=named, letter=called.get(park.key, ""), **lists))
        return tuple(found)


def _by_park(conn: Connection, kind: str) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for record in map(_MAKE[kind], conn.execute(_ALL[kind].order_by(None))):
        grouped[record.park].append(record)
    for of_park in grouped.values():
        of_park.sort(key=_PLACE[kind])
    return grouped


def _read(conn: Connection, kind: str, query: Select[Any], **values: Any) -> tuple[Any, ...]:
    return tuple(map(_MAKE[kind], conn.execute(query, values)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: records hold no cycles, and looking for some takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _district(conn: Connection) -> District:
    found: tuple[District, ...] = _read(conn, "district", _ALL["district"])
    if not found:
        raise NotFound(_("The directory holds no district."))
    return found[0]


def _dossier(conn: Connection, park: Park | None, lists: dict[str, tuple[Any, ...]], letter: str) -> Dossier:
    keys = _source_keys(park, lists.values())
    named = {source.key: source for source in _read(conn, "source", _NAMED_SOURCES, keys=list(keys))}
    return Dossier(park=park, district=_district(conn), sources=named, letter=letter, **lists)


def _source_keys(park: Park | None, lists: Iterable[tuple[Any, ...]]) -> list[str]:
    """The keys of all sources named, each once, in their order."""
    keys = {record.source for records in lists for record in records}
    if park is not None:
        keys.add(park.source)
    keys.discard(None)
    return sorted(keys)


def _letter(place: int) -> str:
    """A … Z, AA, AB …"""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = _LETTERS[rest] + text
    return text


__all__ = ["LISTS", "district", "dossier", "dossiers", "head", "identity", "letters", "parks", "sources"]
