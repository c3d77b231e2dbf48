"""Filling a new directory from a folder of facts: all of it, as its first revision, or nothing."""

from pathlib import Path

from parkdir.domain.change import Revision, insert
from parkdir.exchange import facts_toml
from parkdir.i18n import _
from parkdir.store import journal, records
from parkdir.store.engine import Store

ACTOR = "parkdir"  # nobody's edit: the program brings these facts with it


def load(store: Store, folder: Path) -> Revision:
    """Read the whole folder, then write it in one transaction. BadData before anything is written."""
    found = facts_toml.read(folder)
    changes = [insert(records.kind_of(record), records.row(record)) for record in found]
    return journal.commit(store, changes, actor=ACTOR, kind="load", note=_("Filled from the shipped facts"))
