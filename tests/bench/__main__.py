"""The measurements behind docs/performance.md: python3 dev.py bench [PART …] [-n RUNS] [--json FILE]."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PARTS = ("start", "pages", "screen-pages")


def main(argv: Sequence[str] | None = None) -> int:
    """0: measured, whatever the figures are; 3: a part of the system is missing."""
    asked = _parser().parse_args(argv)
    from tests.bench import figures, screen

    def say(words: str) -> None:
        print(words, file=sys.stderr, flush=True)

    parts = list(dict.fromkeys(asked.parts)) or list(PARTS)
    absent = screen.absent()
    if absent and parts != ["pages"]:
        say(f"{', '.join(absent)} is missing: only what needs no screen is measured.")
        parts = [part for part in parts if part == "pages"]
        if not parts:
            return 3
    about = figures.machine()
    lines: list[figures.Line] = []
    if "start" in parts:
        from tests.bench import starts

        lines += starts.measure(asked.runs, say, later=asked.later, wm=asked.wm, keep=asked.keep)
    for part in parts:
        if part != "start":
            from tests.bench import switching

            lines += switching.measure(part, asked.runs, say, parks=asked.parks, later=asked.later)
    print(f"\n{about}\n\n{figures.table(lines)}")
    if asked.json:
        figures.write(asked.json, about, lines)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measures parkdir and its floors.")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="start: seen from outside; pages: in the "
                        "process, offscreen; screen-pages: the same on an X server. All, if none is named")  # fmt: skip
    parser.add_argument("-n", dest="runs", type=int, default=11, help="starts, or rounds of switching")
    parser.add_argument("--parks", type=int, default=1000, help="size of the fictional directory")
    parser.add_argument("--later", type=float, default=5.0, metavar="SECONDS",
                        help="how long a program is watched after its first frame")  # fmt: skip
    parser.add_argument("--json", type=Path, help="write everything measured to this file")
    parser.add_argument("--keep", type=Path, help="keep pictures of what was waited for in this folder")
    parser.add_argument("--wm", action="store_true", help="with a window manager on the screen (openbox)")
    return parser


if __name__ == "__main__":
    sys.path[0] = str(TOP)  # the folder that this was run as is no package
    sys.exit(main())
