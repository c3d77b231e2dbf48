"""Watches a screen from outside: what stands on it, when it came, and what the program that drew it weighs then."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.bench.screen import HEIGHT, WIDTH, Screen

PAUSE = 0.0004  # between two looks
STILL = 1.5  # seconds without a change: it has settled
PATIENCE = 30.0


class Strip(NamedTuple):
    """Pixels that are waited for."""

    y: int
    left: int
    pixels: bytes


class Found(NamedTuple):
    """A name in a picture."""

    name: str
    x: int
    y: int
    width: int
    height: int


class Unseen(Exception):
    """What was waited for never came."""


Drawn = Mapping[str, Sequence[Sequence[bytes]]]  # name → for each size, its rows' blue


class Running:
    """A program that was just started."""

    def __init__(self, screen: Screen, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.screen = screen
        self._env = {**env, **screen.environment()}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command, env=self._env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=env["HOME"]
        )

    def seconds(self) -> float:
        return time.perf_counter() - self.began

    def memory(self) -> int:
        """Resident, in kB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0

    def processor(self) -> float:
        """Seconds of a processor that its threads have used. Unlike the clock it hardly minds a busy machine."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text("ascii").split()[0]) for task in tasks) / 1e9

    def wait(self, holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> float:
        """Seconds from the start until it holds."""
        while not holds():
            if self.process.poll() is not None:
                told = self.process.stderr.read().decode(errors="replace")[-800:] if self.process.stderr else ""
                raise Unseen(f"{what}: the program ended with {self.process.returncode}: {told}")
            if self.seconds() > patience:
                raise Unseen(f"{what}: not seen in {patience:.0f} s")
            time.sleep(PAUSE)
        return self.seconds()

    def settled(self, blank: bytes, still: float = STILL) -> bytes:
        """The picture that stays."""
        return self.frames(blank, still)[-1][1]

    def frames(self, blank: bytes, still: float = STILL) -> list[tuple[float, bytes]]:
        """Every picture that differs from the one before, with its time, until one stays."""
        found = [(0.0, blank)]

        def stays() -> bool:
            now, at = self.screen.picture(), self.seconds()
            if now != found[-1][1]:
                found.append((at, now))
            return len(found) > 1 and at - found[-1][0] > still

        self.wait(stays, "a picture that stays")
        return found[1:]


@contextmanager
def started(screen: Screen, command: Sequence[str], env: Mapping[str, str]) -> Iterator[Running]:
    """Runs until the block ends; then the screen is as empty as before."""
    blank = screen.picture()
    running = Running(screen, command, env)
    try:
        yield running
    finally:
        running.process.terminate()
        try:
            running.process.wait(10)
        except subprocess.TimeoutExpired:
            running.process.kill()
            running.process.wait()
        if running.process.stderr:
            running.process.stderr.close()
        screen.pointer.park()
        until = time.perf_counter() + 5
        while screen.picture() != blank and time.perf_counter() < until:
            time.sleep(0.01)
        time.sleep(0.2)


def holds(screen: Screen, strips: Sequence[Strip]) -> bool:
    return all(screen.line(s.y, s.left, s.left + len(s.pixels) // 4) == s.pixels for s in strips)


def whole(picture: bytes) -> list[Strip]:
    """Every row of a picture. Those in the middle first: they tell soonest that it is not there yet."""
    rows = [Strip(y, 0, picture[4 * WIDTH * y : 4 * WIDTH * (y + 1)]) for y in range(HEIGHT)]
    return rows[HEIGHT // 2 :] + rows[: HEIGHT // 2]


def strips(picture: bytes, found: Sequence[Found]) -> list[Strip]:
    """The rows of pixels that names take in a picture."""
    return [
        Strip(y, one.x, picture[4 * (WIDTH * y + one.x) : 4 * (WIDTH * y + one.x + one.width)])
        for one in found
        for y in range(one.y, one.y + one.height)
    ]


def find(picture: bytes, drawn: Drawn) -> list[Found]:
    """Where names stand in a picture, each once."""
    blue = picture[::4]
    every = ((name, _place(blue, rows)) for name, sizes in drawn.items() for rows in sizes)
    return [Found(name, at % WIDTH, at // WIDTH, width, height) for name, (at, width, height) in every if at >= 0]


def _place(blue: bytes, rows: Sequence[bytes]) -> tuple[int, int, int]:
    inked = [y for y, row in enumerate(rows) if len(set(row)) > 1]
    rows = rows[inked[0] : inked[-1] + 1]
    tallest = max(range(len(rows)), key=lambda y: len(set(rows[y])))
    at = blue.find(rows[tallest])
    while at >= 0:
        top = at - tallest * WIDTH
        if top >= 0 and all(blue[top + y * WIDTH : top + y * WIDTH + len(row)] == row for y, row in enumerate(rows)):
            return top, len(rows[0]), len(rows)
        at = blue.find(rows[tallest], at + 1)
    return -1, 0, 0


def bare_environment(home: Path) -> dict[str, str]:
    """Nothing of the user's session: no theme, no bus, no settings of other programs. PYTHONPATH is kept: with it
    another checkout's src is measured."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH")}
    return {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANG": "C.UTF-8", "PARKDIR_HOME": str(home)}
