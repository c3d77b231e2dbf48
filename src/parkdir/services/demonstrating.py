"""Fictional directories for benchmarks, training and pictures."""

from pathlib import Path

from parkdir.domain.errors import Told
from parkdir.i18n import _
from parkdir.services import opening
from parkdir.store import demo


def make(out: Path, *, parks: int, seed: int) -> None:
    """A new file of fictional parks. Told where something of that name is there already."""
    if out.exists():
        raise Told(_("{path} exists already; nothing was written. Give another name.").format(path=out))
    opening.open_directory(str(out), fill=lambda store: demo.fill(store, parks=parks, seed=seed)).close()
