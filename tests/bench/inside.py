"""Times taken in the process, on the program's own window. Run as a program; prints one line of JSON: name → ms."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGridLayout, QLabel, QListWidget, QWidget

from parkdir import app as program
from parkdir import i18n, paths, settings
from parkdir.ui import theme
from parkdir.ui.browse import park_covers
from parkdir.ui.content import Content
from parkdir.ui.desk import Desk
from parkdir.ui.pages import Facilities
from parkdir.ui.parts.covers import Covers
from parkdir.ui.trail import Place
from parkdir.ui.window import Window

STEP = 60  # pixels of a scroll step
STEPS = 200
VISITS = 150  # parks of the fictional directory that are gone to
TICK = 4  # ms

Times = dict[str, list[float]]


class Asked(NamedTuple):
    """`seconds`: how long pauses are looked for after the first frame."""

    db: str
    rounds: int
    seconds: float


def drain() -> None:
    """Everything that is due is done: layouts, deletions, painting."""
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def timed(action: Callable[[], object]) -> float:
    """ms until what the action leads to is painted."""
    began = time.perf_counter()
    action()
    drain()
    return (time.perf_counter() - began) * 1000


class Bench:
    """A window on one directory, as app.py and ui.session compose it; pages are read where they are asked for."""

    def __init__(self, db: str, start: Place | None = None) -> None:
        program.application()
        theme.load_fonts()
        theme.load_rest_fonts()
        self.desk = Desk(settings.Settings())
        backing = program.Backing(db)
        self.desk.serve(backing.open())
        self.covers = Covers(paths.user_cache() / "covers")
        facilities = Facilities(self.covers, backing.versions, lambda: None)
        self.window = Window()
        self.window.resize(1440, 900)
        self.content = Content(self.window, self.desk, facilities, start)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        for _turn in range(10):
            drain()
            time.sleep(0.02)
        if not self.window.windowHandle().isExposed():
            raise SystemExit("the window is not exposed: nothing would be painted")

    def go(self, page: str, park: str = "", pane: str = "") -> float:
        return timed(lambda: self.content.shell.go(Place(page, park, pane)))

    def keys(self) -> list[str]:
        directory = self.desk.directory()
        return [card.key for card in (*directory.cards, *directory.unnamed)] if directory else []

    def scroll(self) -> list[float]:
        """One step after another, down the page's longest area."""
        shell = self.content.shell
        areas = [area for area in shell.findChildren(QAbstractScrollArea) if area.isVisible()]
        for area in areas:
            area.verticalScrollBar().setValue(0)
        drain()
        bar = max((area.verticalScrollBar() for area in areas), key=lambda bar: bar.maximum())
        return [
            timed(lambda at=at: bar.setValue(at))  # type: ignore[misc]
            for at in range(STEP, min(bar.maximum(), STEP * STEPS) + 1, STEP)
        ]


def first(asked: Asked) -> Times:
    """What happens once in a process: the first park page, with its modules' import."""
    bench = Bench(asked.db)
    keys = bench.keys()
    bench.desk.park(keys[0])
    return {"first park page": [bench.go("park", keys[0])]}


def ten(asked: Asked) -> Times:
    """Going about in a small directory, all read, drawn and painted ahead that the program does at idle."""
    bench, found = Bench(asked.db), defaultdict[str, list[float]](list)
    keys = bench.keys()
    pages = [page for key in keys if (page := bench.desk.park(key)) is not None]
    dpr = bench.window.devicePixelRatioF()
    for _cover in park_covers.prepare(bench.covers, pages, bench.content.shell.page_size(), dpr):
        pass
    bench.content.shell.pages.warm()
    bench.go("park", keys[-1])
    found["park to park, first visit"] = [bench.go("park", key) for key in keys]
    for _round in range(asked.rounds):
        found["park to park, again"] += [bench.go("park", key) for key in keys]
    for number in range(asked.rounds):
        for key in keys:
            page = bench.desk.park(key)
            bench.go("park", key, page.panes[0].key if page else "")
            times = [bench.go("park", key, pane.key) for pane in (page.panes[1:] if page else ())]
            found["hidden pane chosen, again" if number else "hidden pane chosen, first time"] += times
    for place in (Place("park", keys[0]), Place("parks")):
        for _round in range(asked.rounds):
            bench.go(*place)
            found[f"to the page {place.page} and back"].append(bench.go("district"))
        bench.go(*place)
        switch(bench, asked.rounds, f", on the page {place.page}", found)
    return found


def switch(bench: Bench, rounds: int, where: str, found: Times) -> None:
    desk = bench.desk
    for _round in range(rounds):
        for view in ("visitor", "internal"):
            found[f"view switched{where}"].append(timed(lambda view=view: desk.set_view(view)))  # type: ignore[misc]
        for language in ("en", "zh"):
            found[f"language switched{where}"].append(
                timed(lambda language=language: desk.set_language(language))  # type: ignore[misc]
            )
        for _twice in range(2):
            found[f"theme switched{where}"].append(timed(desk.turn_theme))


def many(asked: Asked) -> Times:
    """A large fictional directory."""
    found: Times = {}
    bench = Bench(asked.db, Place("settings"))
    bench.desk.directory()
    found["page of parks, first paint"] = [bench.go("parks")]
    found["page of parks, scrolled by 60 px"] = bench.scroll()
    found["page of parks as a table, first paint"] = [timed(lambda: bench.content.shell.pages.show_layout("table"))]
    found["page of parks as a table, scrolled by 60 px"] = bench.scroll()
    found["back to cards"] = [timed(lambda: bench.content.shell.pages.show_layout("cards"))]
    keys = bench.keys()
    visits = min(VISITS, len(keys) // 2)
    bench.go("park", keys[-1])
    found["park to park, not read yet"] = [bench.go("park", key) for key in keys[:visits]]
    ahead = keys[visits : 2 * visits]
    for key in ahead:
        bench.desk.park(key)
    found["park to park, read ahead"] = [bench.go("park", key) for key in ahead]
    return found


def pauses(asked: Asked) -> Times:
    """How long the window does not answer while the store is opened and pages are read ahead beside it."""
    gc.disable()  # as __main__ and run do
    sys.setswitchinterval(program.SWITCH)
    qt = program.application()
    i18n.use("zh")
    seen: list[float] = []
    last = 0.0

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        seen.append((now - last) * 1000)
        last = now

    ticker = QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.timeout.connect(tick)
    place = paths.user_data() / "settings.json"
    whole = program.Start(asked.db, settings.read(place), None, place)

    def begin() -> None:
        nonlocal last
        last = time.perf_counter()
        ticker.start(TICK)

    whole.window.painted.connect(begin)
    QTimer.singleShot(int(asked.seconds * 1000), qt.quit)
    qt.exec()
    whole.end()
    long = sorted(seen)
    return {"longest pause after the first frame": [long[-1]], "pauses over 50 ms": [float(sum(p > 50 for p in long))]}


def floors(asked: Asked) -> Times:
    """What Qt alone takes: texts of thirty labels set anew, a list scrolled."""
    program.application()
    page = QWidget()
    grid = QGridLayout(page)
    labels = [QLabel() for _number in range(30)]
    for number, label in enumerate(labels):
        grid.addWidget(label, number // 3, number % 3)
    page.resize(1440, 900)
    page.show()
    drain()

    def fill(turn: int) -> None:
        for number, label in enumerate(labels):
            label.setText(f"示例 {turn} {number}")

    found = {"labels": [timed(lambda turn=turn: fill(turn)) for turn in range(10 * asked.rounds)]}  # type: ignore[misc]
    page.hide()
    rows = QListWidget()
    rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    rows.setUniformItemSizes(True)
    rows.addItems([f"示例 {number}" for number in range(1000)])
    rows.resize(1440, 900)
    found["list"] = [timed(rows.show)]
    bar = rows.verticalScrollBar()
    found["scroll"] = [
        timed(lambda at=at: bar.setValue(at))  # type: ignore[misc]
        for at in range(STEP, min(bar.maximum(), STEP * STEPS) + 1, STEP)
    ]
    return found


KINDS: dict[str, Callable[[Asked], Times]] = {kind.__name__: kind for kind in (first, ten, many, pauses, floors)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("db")
    parser.add_argument("rounds", type=int)
    parser.add_argument("seconds", type=float)
    given = parser.parse_args()
    print(json.dumps(KINDS[given.kind](Asked(given.db, given.rounds, given.seconds))), flush=True)


if __name__ == "__main__":
    main()
