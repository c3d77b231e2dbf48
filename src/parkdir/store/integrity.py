"""SQLite's own checks of the file and of its references."""

from sqlalchemy import Connection, text

from parkdir.i18n import _


def file_problems(conn: Connection) -> list[str]:
    """What SQLite finds wrong, in words; an empty list where nothing is."""
    found = [row[0] for row in conn.execute(text("PRAGMA integrity_check(20)")) if row[0] != "ok"]
    problems = [_("The file is damaged: {what}").format(what=what) for what in found]
    for row in conn.execute(text("PRAGMA foreign_key_check")):
        problems.append(_("A row of {table} refers to a missing row of {other}.").format(table=row[0], other=row[2]))
    return problems
