"""Runs what is measured inside the process, once for each platform and directory, and makes lines of it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import Goal, Line
from tests.bench.screen import Screen
from tests.bench.watcher import bare_environment

INSIDE = (sys.executable, "-X", "faulthandler", str(Path(__file__).resolve().parent / "inside.py"))
PARKDIR = (sys.executable, "-m", "parkdir")
ONCE = 5  # processes for what happens once in each
Say = Callable[[str], None]
Times = dict[str, list[float]]

FRAME = Goal("p95", 16.7)
HALF = Goal("p95", 8.3)
SWITCH = Goal("p95", 120)
# the first words of what is measured → its goal, and its floor among what inside.floors measures
KNOWN: Mapping[str, tuple[Goal | None, str]] = {
    "first park page": (Goal("median", 60), ""),
    "park to park, not read yet": (None, "labels"),
    "park to park": (HALF, "labels"),
    "hidden pane": (FRAME, "labels"),
    "view": (SWITCH, ""),
    "language": (SWITCH, ""),
    "theme": (SWITCH, ""),
    "page of parks, first paint": (Goal("median", 60), "list"),
    "page of parks as a table, first paint": (Goal("median", 60), "list"),
    "page of parks, scrolled": (Goal("p95", 8), "scroll"),
    "page of parks as a table, scrolled": (Goal("p95", 8), "scroll"),
}


def measure(part: str, runs: int, say: Say, *, parks: int, later: float) -> list[Line]:
    """`part`: pages (offscreen) or screen-pages."""
    with tempfile.TemporaryDirectory() as folder, _platform(part, Path(folder)) as platform:
        home = Path(folder) / "home"
        home.mkdir()
        env = {**bare_environment(home), **platform}
        own, demo = home / "data" / "parkdir.sqlite", home / "demo.sqlite"
        say(f"{part}: making a directory of {parks} fictional parks")
        subprocess.run([*PARKDIR, "list"], env=env, cwd=home, stdout=subprocess.DEVNULL, check=True)
        making = [*PARKDIR, "demo", "--parks", str(parks), "--seed", "1", "--out", str(demo)]
        subprocess.run(making, env=env, cwd=home, stdout=subprocess.DEVNULL, check=True)
        once = min(runs, ONCE)
        plan = [("floors", own, "", 1), ("ten", own, "", 1), ("first", own, "", once), ("pauses", own, "", once)]
        plan += [("many", demo, f", {parks} parks", once), ("pauses", demo, f", {parks} parks", min(once, 3))]
        found: Times = {}
        for kind, db, where, times in plan:
            say(f"{part}: {kind}{where}")
            for _time in range(times):
                for name, values in _inside(kind, db, runs, later, env).items():
                    found.setdefault(name + where, []).extend(values)
    floors = {name: tuple(found.pop(name)) for name in ("labels", "list", "scroll")}
    where = "offscreen" if part == "pages" else "Xvfb"
    return [_line(name, values, floors, where) for name, values in found.items()]


def _line(name: str, values: Sequence[float], floors: Mapping[str, tuple[float, ...]], where: str) -> Line:
    goal, floor = next((known for start, known in KNOWN.items() if name.startswith(start)), (None, ""))
    unit = "" if name.startswith("pauses") else "ms"
    return Line(f"{name} ({where})", unit, tuple(values), floors.get(floor, ()), goal)


def _inside(kind: str, db: Path, rounds: int, seconds: float, env: Mapping[str, str]) -> Times:
    command = [*INSIDE, kind, str(db), str(rounds), str(seconds)]
    done = subprocess.run(command, env=env, cwd=env["HOME"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{kind} ended with {done.returncode}: {done.stderr[-2000:]}")
    found: Times = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def _platform(part: str, folder: Path) -> Iterator[Mapping[str, str]]:
    if part == "pages":
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with Screen(folder) as screen:
        yield screen.environment()
