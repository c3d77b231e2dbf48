"""The front: what the first page shows, derived and kept in a file, so that a start needs no SQLAlchemy.

Standard library only. The front counts only while it was made of the very directory and revision that lie in the
database now; in any doubt there is none, and the page is built from the database.
"""

import json
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote


def read(db: Path, front: Path, **fields: Any) -> dict[str, Any] | None:
    """The front's payload, if it is of the database's present state and holds these values (language, version …)."""
    try:
        content = json.loads(front.read_bytes())
        payload: dict[str, Any] = content["payload"]
        wanted = all(payload[name] == value for name, value in fields.items())
        if wanted and (content["identity"], content["head"]) == _present(db):
            return payload
    except (OSError, ValueError, KeyError, TypeError, sqlite3.Error):
        pass
    return None


def write(front: Path, identity: str, head: int, payload: dict[str, Any]) -> None:
    """Keep the payload. A front that can't be written is none: the next start is slower, nothing else."""
    content = json.dumps({"identity": identity, "head": head, "payload": payload}, ensure_ascii=False).encode()
    temporary = front.with_name(f".{front.name}.{os.getpid()}")
    try:
        front.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(front)
    except OSError:
        with suppress(OSError):
            temporary.unlink()


def _present(db: Path) -> tuple[str, int]:
    """Identity and latest revision, read without waiting."""
    with closing(sqlite3.connect(f"file:{quote(str(db))}?mode=ro", uri=True, timeout=0)) as connection:
        found = connection.execute(
            "SELECT value, (SELECT max(id) FROM revision) FROM meta WHERE key = 'identity'"
        ).fetchone()
        return found[0], found[1]
