"""Random histories over the real tables: undo takes back exactly, redo restores exactly, the chain holds, a stale
write changes nothing, and none of it minds a restart in the middle.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from parkdir.domain import change as c
from parkdir.domain.change import Change
from parkdir.domain.errors import Stale, Told
from parkdir.domain.park import KINDS, Facility, Milestone, Observation, Park, Record, Source, Tenant
from parkdir.store import engine, journal, records, schema, tables
from parkdir.store.engine import Store

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
WORDS = st.none() | TEXT
NUMBER = st.none() | st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=2)
MAKERS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "source": st.fixed_dictionaries({"title_zh": TEXT, "publisher_zh": TEXT, "note_en": WORDS}),
    "park": st.fixed_dictionaries(
        {"position": st.integers(0, 99), "named": st.booleans(), "name_zh": WORDS,
         "reported_names": st.lists(TEXT, max_size=2).map(tuple)},
    ),
    "observation": st.fixed_dictionaries(
        {"metric": TEXT, "number": NUMBER, "unit": st.just("mu"), "adopted": st.booleans(), "said": WORDS},
    ),
    "facility": st.fixed_dictionaries(
        {"group": TEXT, "category": TEXT, "name_zh": TEXT, "area_m2": NUMBER, "count": st.none() | st.integers(0, 9)},
    ),
    "milestone": st.fixed_dictionaries({"date": TEXT, "title_zh": TEXT}),
    "tenant": st.fixed_dictionaries({"name": TEXT, "printed": st.booleans()}),
}  # fmt: skip
OF_PARK = (Observation, Facility, Milestone, Tenant)
Model = dict[tuple[str, str], dict[str, Any]]


@contextmanager
def fresh() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(BARE[0], Path(folder) / "db.sqlite"))


BARE: list[Path] = []


def _bare() -> Path:
    """One file with tables, made at the first need."""
    if not BARE:
        path = Path(tempfile.mkdtemp()) / "bare.sqlite"
        schema.create(engine.connect(path))
        BARE.append(path)
    return BARE[0]


def dump(store: Store, *, history: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    with store.read() as conn:
        return {
            name: [tuple(row) for row in conn.execute(select(table).order_by(*table.primary_key.columns))]
            for name, table in tables.metadata.tables.items()
            if history or name in KINDS
        }


class Histories(RuleBasedStateMachine):
    """The model: plain dicts of rows, and a stack of states for undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = engine.connect(shutil.copy(_bare(), self.folder / "db.sqlite"))
        self.rows: Model = {}
        self.past: list[Model] = []
        self.future: list[Model] = []
        self.made = 0

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @initialize()
    def load(self) -> None:
        found: list[Record] = [
            Source(key="s", title_zh="", publisher_zh=""), Park(key="p", position=0), Park(key="q", position=1),
        ]  # fmt: skip
        changes = [c.insert(records.kind_of(r), records.row(r)) for r in found]
        journal.commit(self.store, changes, actor="a", kind="load")
        self.rows = {(x.table, x.key): dict(x.after or {}) for x in changes}

    def _write(self, changes: list[Change]) -> None:
        journal.commit(self.store, changes, actor="a", kind="edit")
        self.past.append(self.rows)
        self.rows = dict(self.rows)
        self.future = []
        for x in changes:
            if x.after is None:
                del self.rows[x.table, x.key]
            else:
                self.rows[x.table, x.key] = {**self.rows.get((x.table, x.key), {}), **x.after}

    def _used(self, key: tuple[str, str]) -> bool:
        column, value = key
        return any(row.get(column) == value for row in self.rows.values())

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """One to four rows inserted, changed or removed, in any order."""
        changes: dict[tuple[str, str], Change] = {}
        for _ in range(data.draw(st.integers(1, 4))):
            change = self._draw(data)
            if change is not None:
                changes.setdefault((change.table, change.key), change)
        if changes:
            self._write(list(changes.values()))

    def _draw(self, data: st.DataObject) -> Change | None:
        what = data.draw(st.sampled_from(("insert", "update", "update", "delete")))
        if what == "insert":
            kind = data.draw(st.sampled_from(sorted(MAKERS)))
            values = data.draw(MAKERS[kind])
            self.made += 1
            cls = KINDS[kind]
            if cls in OF_PARK:
                values |= {"park": data.draw(st.sampled_from((None, "p", "q"))), "source": "s"}
            return c.insert(kind, records.row(cls(key=f"k{self.made}", **values)))
        kind, key = data.draw(st.sampled_from(sorted(self.rows)))
        row = self.rows[kind, key]
        if what == "delete":
            return None if self._used((kind, key)) or key in "spq" else c.delete(kind, row)
        values = data.draw(MAKERS[kind])
        old = _values(records.record(kind, row))
        return c.update(kind, row, records.row(KINDS[kind](**{**old, **values})))

    @rule()
    def undo(self) -> None:
        if not self.past:
            _refused(lambda: journal.undo(self.store, actor="b"))
            return
        journal.undo(self.store, actor="b")
        self.future.append(self.rows)
        self.rows = self.past.pop()

    @rule()
    def redo(self) -> None:
        if not self.future:
            _refused(lambda: journal.redo(self.store, actor="b"))
            return
        journal.redo(self.store, actor="b")
        self.past.append(self.rows)
        self.rows = self.future.pop()

    @precondition(lambda self: len(self.rows) > 3)
    @rule(data=st.data())
    def stale(self, data: st.DataObject) -> None:
        """A change that rests on a value the row doesn't hold, together with one that would go through."""
        kind, key = data.draw(st.sampled_from(sorted(self.rows)))
        row = self.rows[kind, key]
        name = data.draw(st.sampled_from(sorted(n for n in row if isinstance(row[n], str) and n != "key")))
        wrong = Change(kind, key, {name: row[name] + "!"}, {name: "x"})
        good = c.insert("source", records.row(Source(key="new", title_zh="", publisher_zh="")))
        before = dump(self.store, history=True)
        try:
            journal.commit(self.store, [good, wrong], actor="a", kind="edit")
        except Stale:
            assert dump(self.store, history=True) == before
        else:
            raise AssertionError("not stale")

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = engine.connect(self.store.path)

    @invariant()
    def tables_are_the_model(self) -> None:
        found = dump(self.store)
        for kind in MAKERS:
            names = list(tables.metadata.tables[kind].c.keys())
            expected = sorted(tuple(row[n] for n in names) for (k, _), row in self.rows.items() if k == kind)
            assert sorted(found[kind], key=lambda row: row[0]) == sorted(expected, key=lambda row: row[0])

    @invariant()
    def the_chain_holds(self) -> None:
        with self.store.read() as conn:
            assert journal.verify(conn) == []


def _values(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in records.NAMES[records.kind_of(record)]}


def _refused(attempt: Any) -> None:
    try:
        attempt()
    except Stale:
        raise
    except Told:
        return
    raise AssertionError("not refused")


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


@given(st.lists(NUMBER, min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_undoing_everything_leads_back_to_the_first_content(numbers: list[Decimal | None]) -> None:
    _bare()
    with fresh() as path:
        store = engine.connect(path)
        fact = Observation(key="o", park=None, metric="m", unit="mu", source="s")
        loaded: list[Record] = [Source(key="s", title_zh="", publisher_zh=""), fact]
        journal.commit(store, [c.insert(records.kind_of(r), records.row(r)) for r in loaded], actor="a", kind="load")
        states, row = [dump(store)], records.row(fact)
        for number in numbers:
            new = records.row(Observation(key="o", park=None, metric="m", unit="mu", source="s", number=number))
            change = c.update("observation", row, new)
            if change:
                journal.commit(store, [change], actor="a", kind="edit")
                states.append(dump(store))
            row = new
        for state in states[-2::-1]:
            journal.undo(store, actor="a")
            assert dump(store) == state
        for state in states[1:]:
            journal.redo(store, actor="a")
            assert dump(store) == state
        store.close()
