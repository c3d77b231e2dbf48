"""Where the program starts: alone it opens the window at once, with a command it is the command line.

Opening the window imports no click, a command imports no Qt.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

_ALLOWED = {"--db": None, "--audience": ("internal", "visitor", "public"), "--lang": ("zh", "en")}


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code: 0 done, 1 told error, 2 usage, 3 a part of the system is missing."""
    args = list(sys.argv[1:] if argv is None else argv)
    asked = _window_options(args)
    if asked is not None:
        return open_window(**asked)
    from parkdir.cli.main import run

    return run(args, {"window": open_window, "tour": make_tour})


def open_window(db: str | None = None, audience: str | None = None, lang: str | None = None) -> int:
    gc.disable()  # until the start is over: nearly all that it makes stays
    try:
        from parkdir.app import Options, run

        return run(Options(db, audience, lang))
    finally:
        gc.enable()


def make_tour(folder: Path, *, pages: list[str] | None = None, full: bool = False, db: str | None = None) -> int:
    from parkdir.app import tour

    return tour(folder, pages=pages, full=full, db=db)


def _window_options(args: list[str]) -> dict[str, str] | None:
    """The window's options, where there is nothing else; None leaves everything else to the command line."""
    found: dict[str, str] = {}
    rest = [part for arg in args for part in (arg.split("=", 1) if arg.startswith("--") else [arg])]
    if len(rest) % 2:
        return None
    for name, value in zip(rest[::2], rest[1::2], strict=True):
        if name not in _ALLOWED or value not in (_ALLOWED[name] or (value,)):
            return None
        found[name.removeprefix("--")] = value
    return found


if __name__ == "__main__":
    sys.exit(main())
