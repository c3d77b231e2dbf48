"""Starts seen from outside: the bare window and parkdir in turn, until what they hold stands on the screen."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench import watcher
from tests.bench.figures import Goal, Line
from tests.bench.screen import Screen
from tests.bench.watcher import Drawn, Found, Strip, Unseen

HERE = Path(__file__).resolve().parent
FLOOR = (sys.executable, str(HERE / "floor.py"))
PARKDIR = (sys.executable, "-m", "parkdir")
FIRSTS = 3  # starts in a fresh home
LATERS = 3  # starts whose memory is looked at again later
PATIENCE = 6.0  # seconds until a click counts as lost
QUIET = 3.0  # seconds without a file written: all that the next start finds is kept
Say = Callable[[str], None]


class Start(NamedTuple):
    """ms from spawn to paint, ms of a processor used until then, kB then, ms until nothing changes any more,
    kB later (0: not looked at)."""

    painted: float
    processor: float
    memory: int
    stays: float
    later: int = 0


class Sights(NamedTuple):
    """What is waited for, as seen in starts made for it."""

    floor: list[Strip]
    names: list[Strip]
    last: list[Strip]
    park: list[Strip]
    card: Found


def measure(runs: int, say: Say, *, later: float, wm: bool = False, keep: Path | None = None) -> list[Line]:
    """All lines. `keep`: a folder for pictures of what was waited for."""
    with tempfile.TemporaryDirectory() as folder, Screen(Path(folder), wm=wm) as screen:
        homes = Path(folder) / "homes"
        drawn = draw_names(screen, homes / "names")
        say("first starts")
        firsts = [first_start(screen, homes / f"first{number}", drawn) for number in range(min(runs, FIRSTS))]
        home = homes / "first0"
        sights = look(screen, home, drawn, say, keep)
        bare: list[Start] = []
        ours: list[Start] = []
        clicks: list[float | None] = []
        for number in range(runs):
            say(f"starts {number + 1} of {runs}")
            wait = later if number < LATERS else 0.0
            bare.append(start(screen, FLOOR, home, sights.floor, sights.floor, wait))
            ours.append(start(screen, PARKDIR, home, sights.names, sights.last, wait))
            clicks.append(click(screen, home, sights, keep))
    return lines(bare, ours, clicks, firsts, later)


def lines(
    bare: Sequence[Start],
    ours: Sequence[Start],
    clicks: Sequence[float | None],
    firsts: Sequence[float],
    seconds: float,
) -> list[Line]:
    later = [(b.later / 1024, p.later / 1024) for b, p in zip(bare, ours, strict=True) if p.later]
    return [
        Line(
            "second start: spawn to the frame that holds the names",
            "ms",
            tuple(one.painted for one in ours),
            tuple(one.painted for one in bare),
            Goal("ratio", 1.5),
        ),
        Line(
            "processor time until then",
            "ms",
            tuple(one.processor for one in ours),
            tuple(one.processor for one in bare),
        ),
        Line(
            "memory at that frame",
            "MB",
            tuple(one.memory / 1024 for one in ours),
            tuple(one.memory / 1024 for one in bare),
            Goal("ratio", 1.6),
        ),
        Line(
            f"memory {seconds:g} s later",
            "MB",
            tuple(our for _bare, our in later),
            tuple(floor for floor, _our in later),
            Goal("ratio", 2.2),
        ),
        Line("spawn to the page as it stays, read from the database", "ms", tuple(one.stays for one in ours)),
        Line(
            "spawn to the park page of a click sent at once",
            "ms",
            tuple(PATIENCE * 1000 if one is None else one for one in clicks),
            goal=Goal("median", 600),
        ),
        Line("clicks sent at once that led nowhere", "", (float(clicks.count(None)),), goal=Goal("median", 0)),
        Line("first start ever: spawn to the names", "ms", tuple(firsts), goal=Goal("median", 3000)),
    ]


def draw_names(screen: Screen, home: Path) -> Drawn:
    """The parks' names, as the program writes them."""
    home.mkdir(parents=True)
    env = {**watcher.bare_environment(home), **screen.environment()}
    listed = subprocess.run([*PARKDIR, "list", "--json"], env=env, cwd=home, capture_output=True, check=True)
    names = [str(row["name_zh"]) for row in json.loads(listed.stdout) if row["named"]]
    command = [sys.executable, str(HERE / "names.py"), *names]
    told = subprocess.run(command, env=env, cwd=home, capture_output=True, check=True).stdout
    return {name: [[bytes.fromhex(row) for row in rows] for rows in sizes] for name, sizes in json.loads(told).items()}


def first_start(screen: Screen, home: Path, drawn: Drawn) -> float:
    """ms until a name stands on the screen, where nothing was there before: no database, no cache."""
    home.mkdir(parents=True)
    with watcher.started(screen, PARKDIR, watcher.bare_environment(home)) as running:
        last = screen.picture()
        seen = 0.0

        def named() -> bool:
            nonlocal last, seen
            now, seen = screen.picture(), running.seconds()
            if now == last:
                return False
            last = now
            return bool(watcher.find(now, drawn))

        running.wait(named, "a name at the first start")
        at = seen
        running.wait(lambda: _quiet(home), "the end of what is kept for the next start")
    return at * 1000


def look(screen: Screen, home: Path, drawn: Drawn, say: Say, keep: Path | None) -> Sights:
    """Starts that are not timed: where names come to stand, and what a click on the first card leads to."""
    env = watcher.bare_environment(home)
    with watcher.started(screen, FLOOR, env) as running:
        floor = running.settled(screen.picture())
    with watcher.started(screen, PARKDIR, env) as running:
        frames = running.frames(screen.picture(), QUIET)
    found = [(picture, watcher.find(picture, drawn)) for _at, picture in frames]
    most = max((len(names) for _picture, names in found), default=0)
    if not most:
        raise Unseen("no name in any frame of a second start")
    first, names = next((picture, names) for picture, names in found if len(names) == most)
    last, stay = found[-1]
    say(f"{most} of {len(drawn)} names are in sight in the first frame, {len(stay)} in the last")
    moved = [one.name for one in names if one not in stay]
    if moved:
        say(f"after the first frame these names moved or left the screen: {', '.join(moved)}")
    card = names[0]
    with watcher.started(screen, PARKDIR, env) as running:
        running.wait(lambda: watcher.holds(screen, watcher.strips(first, names)), "the names")
        screen.pointer.click(*_below(card))
        running.wait(lambda: not watcher.holds(screen, watcher.strips(first, [card])), "what a click leads to")
        park = running.settled(first, QUIET)
    if keep is not None:
        for name, picture in (("floor", floor), ("first", first), ("last", last), ("park", park)):
            screen.save(picture, keep / f"{name}.png")
    return Sights(watcher.whole(floor), watcher.strips(first, names), watcher.whole(last), watcher.whole(park), card)


def start(
    screen: Screen, command: Sequence[str], home: Path, sought: list[Strip], last: list[Strip], later: float
) -> Start:
    with watcher.started(screen, command, watcher.bare_environment(home)) as running:
        at = running.wait(lambda: watcher.holds(screen, sought), "the frame")
        processor, memory = running.processor(), running.memory()
        stays = running.wait(lambda: watcher.holds(screen, last), "the page as it stays")
        found = Start(at * 1000, processor * 1000, memory, stays * 1000)
        if not later:
            return found
        running.wait(lambda: running.seconds() > at + later, "the time")
        return found._replace(later=running.memory())


def click(screen: Screen, home: Path, sights: Sights, keep: Path | None) -> float | None:
    """ms from spawn until the park page stands there that was clicked for in the first frame; None: it never came."""
    with watcher.started(screen, PARKDIR, watcher.bare_environment(home)) as running:
        running.wait(lambda: watcher.holds(screen, sights.names), "the names")
        screen.pointer.click(*_below(sights.card))
        try:
            return running.wait(lambda: watcher.holds(screen, sights.park), "the park page", PATIENCE) * 1000
        except Unseen:
            if keep is not None:
                screen.save(screen.picture(), keep / "lost.png")
            return None


def _quiet(home: Path) -> bool:
    """No file was written for a while."""
    return time.time() - max(path.stat().st_mtime for path in home.rglob("*") if path.is_file()) > QUIET


def _below(one: Found) -> tuple[int, int]:
    """A place on the card where the pointer hides nothing of the name."""
    return one.x + one.width // 2, one.y + one.height + 24
