"""The shipped facts: a folder of TOML files to records. All of them are right, or none is read.

Sources, the district and the policies have a file each, every park has its own. Whose a record is, is said by
its file (policies may name a park), and its place in the list is its place in the file unless it says another.
"""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from parkdir.domain.errors import BadData
from parkdir.domain.park import KINDS, Observation, Park, Record, Source
from parkdir.exchange.facts_record import Place, allowed, bad_line, not_allowed, quoted, record
from parkdir.exchange.toml_lines import Lines, field_near
from parkdir.i18n import _

_NAMES = {table: {f.name for f in fields(cls)} for table, cls in KINDS.items()}
_OF_PARK = tuple(table for table, names in _NAMES.items() if "park" in names)
_ONCE = frozenset({"district", "park"})
_AT = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

Found = list[tuple[Record, Place]]


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    lines: Lines
    content: dict[str, Any]
    tables: tuple[str, ...]  # those that may stand in it


def read(folder: Path) -> list[Record]:
    """All records of the folder in the order of its files. BadData in one line at the first thing that is wrong."""
    plan = [
        ("sources.toml", ("source",)),
        ("district.toml", ("district", *_OF_PARK)),
        *((f"parks/{path.name}", ("park", *_OF_PARK)) for path in sorted((folder / "parks").glob("*.toml"))),
        ("policies.toml", ("policy",)),
    ]
    found: Found = []
    for name, tables in plan:
        found += _records(_open(folder, name, tables))
    _check_keys(found)
    _check_references(found)
    _check_adopted(found)
    return [made for made, _place in found]


def _open(folder: Path, name: str, tables: tuple[str, ...]) -> _File:
    try:
        raw = (folder / name).read_bytes()
    except FileNotFoundError:
        raise BadData(_("{file} is missing in {folder}").format(file=name, folder=folder)) from None
    except OSError as error:
        raise BadData(_("{file} can't be read: {reason}").format(file=name, reason=error.strerror)) from error
    try:
        text = raw.decode("utf-8-sig")  # editors on Windows put a mark in front
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise bad_line(name, line, None, _("is not UTF-8; save the file as UTF-8")) from None
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _syntax(name, text, str(error)) from None
    return _File(name, Lines.scan(text), content, tables)


def _syntax(name: str, text: str, message: str) -> BadData:
    at = _AT.search(message)
    reason = message[: at.start()] if at else message
    line = int(at["line"]) if at and at["line"] else text.count("\n") + 1 if at else 1
    what = _("this is not TOML: {reason}").format(reason=quoted(reason))
    return bad_line(name, line, field_near(text, line), what)


def _records(file: _File) -> Found:
    park = _park_of(file)
    found: Found = []
    for table, content in file.content.items():
        first = Place(file.name, file.lines, table, 0)
        if table not in file.tables:
            raise first.bad(table, _("unknown table; allowed: {allowed}").format(allowed=allowed(file.tables, table)))
        rows = [content] if table in _ONCE else content
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            header = f"[{table}]" if table in _ONCE else f"[[{table}]]"
            raise first.bad(table, _("must be written as {header}").format(header=header))
        for index, row in enumerate(rows):
            place = Place(file.name, file.lines, table, index)
            found.append((record(_completed(row, place, park), place), place))
    return found


def _park_of(file: _File) -> str | None:
    """The key of the file's one park or district, which must be there; of a park it names the file, too."""
    table = file.tables[0]
    if table not in _ONCE:
        return None
    place = Place(file.name, file.lines, table, 0)
    own = file.content.get(table)
    if own is None:
        raise place.bad(table, _("this table is missing"))
    if table == "district" or not isinstance(own, dict):
        return None
    stem = Path(file.name).stem
    if own.get("key", stem) != stem:
        raise place.bad("key", _("must be the file's name, “{name}”").format(name=stem))
    return stem


def _completed(row: dict[str, Any], place: Place, park: str | None) -> dict[str, Any]:
    """The table with what its file says for it: whose it is, and its position."""
    names = _NAMES[place.table]
    full = dict(row)
    if "park" in names and place.file != "policies.toml":
        if "park" in row:
            raise place.bad("park", _("leave it out: the file says whose record this is"))
        full["park"] = park
    elif "park" in names:
        full.setdefault("park", None)
    if "position" in names and place.table != "park":
        full.setdefault("position", place.index + 1)
    return full


def _check_keys(found: Found) -> None:
    taken: dict[tuple[str, str], Place] = {}
    for made, place in found:
        first = taken.setdefault((place.table, made.key), place)
        if first is not place:
            what = _("the key “{value}” is taken already by {file}, line {line}")
            raise place.bad("key", what.format(value=made.key, file=first.file, line=first.line("key")))


def _check_references(found: Found) -> None:
    sources = [made.key for made, _place in found if isinstance(made, Source)]
    parks = [made.key for made, _place in found if isinstance(made, Park)]
    for made, place in found:
        source, park = getattr(made, "source", None), getattr(made, "park", None)
        if source is not None and source not in sources:
            what = _("unknown source “{value}”; sources.toml has: {allowed}")
            raise place.bad("source", what.format(value=quoted(source), allowed=allowed(sources, source)))
        if park is not None and park not in parks:
            raise place.bad("park", not_allowed(park, parks))


def _check_adopted(found: Found) -> None:
    """At most one adopted value of a metric and basis: else nobody could say which holds."""
    taken: dict[tuple[str | None, str, str | None], Place] = {}
    for made, place in found:
        if isinstance(made, Observation) and made.adopted:
            first = taken.setdefault((made.park, made.metric, made.basis), place)
            if first is not place:
                what = _("{metric} has an adopted value already, in {file}, line {line}")
                line = first.line("adopted")
                raise place.bad("adopted", what.format(metric=made.metric, file=first.file, line=line))
