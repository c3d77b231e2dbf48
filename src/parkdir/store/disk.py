"""Files put in their place whole: written beside, flushed to the disk, then renamed."""

import contextlib
import glob
import os
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

_LEFT_OVER_SECONDS = 600


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A name in the target's folder for what will take its place; removed where the block fails."""
    temporary = target.with_name(f".{target.name}.new-{uuid4().hex[:12]}")
    try:
        yield temporary
    finally:
        for left in (temporary, temporary.with_name(temporary.name + "-journal")):
            left.unlink(missing_ok=True)


def put(temporary: Path, target: Path) -> None:
    """Give the file its name, durably. FileExistsError where the name was taken meanwhile."""
    flush(temporary)
    try:
        os.link(temporary, target)  # unlike a rename, never replaces
        temporary.unlink()
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        temporary.rename(target)
    flush_folder(target.parent)


def flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make names in the folder durable; Windows neither needs nor allows it."""
    if os.name == "nt":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(target: Path) -> None:
    """Remove what a killed process left beside the target; a younger one may be in use still."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.new-*"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - _LEFT_OVER_SECONDS:
                left.unlink()
