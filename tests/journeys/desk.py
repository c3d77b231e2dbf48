"""The real program in a real window: started as a process, driven by xdotool, seen only from outside."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

TOP = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds before a condition is given up; none is ever expected to take that long
RGB = 0xFFFFFF
STRIP = 0xFFE0B2, 0x4A3210  # tokens.toml: the amber strip's ground, light and dark
RING = 0xB84C0A, 0xFF9A5C, 0xFFC89A  # the focus ring; the last one is the rail's

_READ_CLIPBOARD = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
import sys; sys.stdout.buffer.write(app.clipboard().text().encode())
"""
_HOLD_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.argv[1])
print("held", flush=True)
app.exec()
"""


def wait(what: str, until: Callable[[], object], patience: float = PATIENCE) -> None:
    """Until it holds; an AssertionError with the words where it never does."""
    end = time.monotonic() + patience
    while not until():
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(0.05)


class Picture(NamedTuple):
    """Pixels in Qt's RGB32."""

    width: int
    height: int
    pixels: bytes

    def part(self, x: int, y: int, width: int, height: int) -> Picture:
        rows = (self.pixels[4 * (line * self.width + x) :][: 4 * width] for line in range(y, y + height))
        return Picture(width, height, b"".join(rows))

    def numbers(self) -> memoryview:
        """Every pixel as a number, row by row."""
        return memoryview(self.pixels).cast("I")

    def colours(self) -> int:
        return len(set(self.numbers()))

    def share(self, *wanted: int) -> float:
        """How much of it has one of those colours."""
        counted = Counter(self.numbers())
        return sum(many for number, many in counted.items() if number & RGB in wanted) / max(1, len(self.numbers()))

    def bounds(self, *wanted: int) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of everything in one of those colours."""
        known = {number for number in set(self.numbers()) if number & RGB in wanted}
        numbers, width = self.numbers(), self.width
        rows = [y for y in range(self.height) if not known.isdisjoint(numbers[y * width : (y + 1) * width])]
        if not rows:
            return None
        columns = [x for y in rows for x, number in enumerate(numbers[y * width : (y + 1) * width]) if number in known]
        return min(columns), rows[0], max(columns), rows[-1]

    def save(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        QImage(self.pixels, self.width, self.height, 4 * self.width, QImage.Format.Format_RGB32).save(str(path))
        return path


class _Image(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.POINTER(ctypes.c_char)),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    )


class Glass:
    """Looks at an X server's screen, as another program would."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display, f"no X server at {display}"
        self.width = int(self._x.XDisplayWidth(self._display, 0))
        self.height = int(self._x.XDisplayHeight(self._display, 0))

    def picture(self) -> Picture:
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        every, zpixmap = ctypes.c_ulong(0xFFFFFFFF), 2
        place = self._x.XGetImage(self._display, root, 0, 0, self.width, self.height, every, zpixmap)
        found = ctypes.cast(place, ctypes.POINTER(_Image)).contents
        pixels = ctypes.string_at(found.data, found.bytes_per_line * found.height)
        assert found.bytes_per_line == 4 * self.width
        ctypes.CDLL("libX11.so.6").XDestroyImage(ctypes.c_void_p(place))
        return Picture(self.width, self.height, pixels)

    def place(self, window: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a window's inside. (xdotool counts the frame twice.)"""
        child, root = ctypes.c_ulong(), ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        x, y, width, height, rest = (ctypes.c_int() for _name in range(5))
        size = [ctypes.byref(one) for one in (child, x, y, width, height, rest, rest)]
        own = ctypes.c_ulong(window)
        self._x.XGetGeometry(self._display, own, *size)
        self._x.XTranslateCoordinates(
            self._display, own, root, 0, 0, ctypes.byref(x), ctypes.byref(y), ctypes.byref(child)
        )
        return x.value, y.value, width.value, height.value

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)


def environment(home: Path, **more: str) -> dict[str, str]:
    """The tests' own, with that home and nothing that decides the look."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("QT_SCALE", "LC_", "LANG"))}
    return {
        **clean,
        "PARKDIR_HOME": str(home),
        "PYTHONPATH": str(TOP / "src"),
        "QT_LOGGING_RULES": "",
        "LANG": "C.UTF-8",
        **more,
    }


class Desk:
    """One running program. Keys and clicks go to whatever has the focus, as they would from a hand."""

    def __init__(self, home: Path, display: str, *args: str, keep: Path | None = None, **env: str) -> None:
        self.home, self.display, self._keep = home, display, keep
        self._glass = Glass(display)
        self._run("mousemove", str(self._glass.width - 1), str(self._glass.height - 1))  # hovers over nothing
        self.program = subprocess.Popen(
            [sys.executable, "-m", "parkdir", *args],
            cwd=home.parent,
            env=environment(home, DISPLAY=display, QT_QPA_PLATFORM="xcb", **env),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait("a window", lambda: self.program.poll() is not None or self.windows())
        assert self.program.poll() is None, self.program.communicate()
        self.window = self.windows()[0]
        wait("a picture in the window", lambda: self.view().colours() > 40)

    # what is seen

    def windows(self) -> list[str]:
        """The ids of its windows on the screen, menus and messages too."""
        found = self._run("search", "--onlyvisible", "--pid", str(self.program.pid), "--name", ".", check=False)
        return found.split()

    def title(self) -> str:
        return self._run("getwindowname", self.window).strip()

    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the window's inside."""
        return self._glass.place(int(self.window))

    def picture(self) -> Picture:
        return self._glass.picture()

    def view(self) -> Picture:
        """The window's inside."""
        x, y, width, height = self.place()
        width, height = min(width, self._glass.width - x), min(height, self._glass.height - y)
        return self.picture().part(x, y, width, height)

    def settled(self, name: str = "") -> Picture:
        """The window once it has stopped changing."""
        before, seen = self.view(), Picture(0, 0, b"")

        def still() -> bool:
            nonlocal before, seen
            time.sleep(0.15)
            before, seen = seen, self.view()
            return before == seen

        wait("a picture that stays", still)
        if name and self._keep is not None:
            seen.save(self._keep / f"{name}.png")
        return seen

    def shows(self, wanted: Picture) -> None:
        """Waits until the window looks like that."""
        wait("the same picture again", lambda: self.view() == wanted)

    def changes(self, action: Callable[[], object], name: str = "") -> Picture:
        """What the window looks like after something that must change it."""
        before = self.settled()
        action()
        wait("another picture", lambda: self.view() != before)
        return self.settled(name)

    def has_strip(self) -> bool:
        """Whether the amber strip stands at the top."""
        picture = self.view()
        return picture.part(0, 4, picture.width, 8).share(*STRIP) > 0.8

    def ring(self) -> tuple[int, int] | None:
        """The middle of what the focus ring lies round."""
        found = self.settled().bounds(*RING)
        return None if found is None else ((found[0] + found[2]) // 2, (found[1] + found[3]) // 2)

    def ready(self) -> None:
        """The page of parks has its cards, from the remembered front or from the store."""
        wait("cards", lambda: self.view().part(*self._middle()).colours() > 60)
        self.settled()

    def _middle(self) -> tuple[int, int, int, int]:
        _x, _y, width, height = self.place()
        return width // 8, height // 3, width // 2, height // 3

    # what a hand does

    def key(self, *keys: str) -> None:
        self._run("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """ASCII; anything else comes by the clipboard."""
        self._run("type", "--delay", "20", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """A place inside the window."""
        left, top, _width, _height = self.place()
        self._run("mousemove", str(left + x), str(top + y), "click", str(button))

    def leave(self) -> None:
        """The pointer hovers over nothing."""
        self._run("mousemove", str(self._glass.width - 1), str(self._glass.height - 1))

    def resize(self, width: int, height: int) -> None:
        self._run("windowsize", self.window, str(width), str(height))
        wait("the new size", lambda: self.place()[2:] == (width, height))

    def paste(self, text: str) -> None:
        with holding(self.display, text):
            self.key("ctrl+v")
            self.settled()

    def clipboard(self) -> str:
        return clipboard(self.display)

    # the end

    def close(self) -> int:
        """By the window manager, as Alt+F4 or the cross in the title bar does. The exit code."""
        self.key("alt+F4")
        return self.ended()

    def ended(self) -> int:
        self.told, self.errors = self.program.communicate(timeout=PATIENCE)
        return self.program.returncode

    def kill(self) -> None:
        """No chance to write anything."""
        self.program.send_signal(signal.SIGKILL)
        self.ended()

    def give_up(self) -> None:
        """Whatever state it is in."""
        if self.program.poll() is None:
            self.program.kill()
            self.program.communicate()
        self._glass.close()

    def _run(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, f"xdotool {words}: {done.stderr}"
        return done.stdout


@contextmanager
def desk(home: Path, display: str, *args: str, keep: Path | None = None, **env: str) -> Iterator[Desk]:
    """A program that is gone afterwards, whatever happens."""
    home.parent.mkdir(parents=True, exist_ok=True)
    started = Desk(home, display, *args, keep=keep, **env)
    try:
        yield started
    finally:
        started.give_up()


def clipboard(display: str) -> str:
    """What another program would paste."""
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", _READ_CLIPBOARD]
    return subprocess.run(command, env=env, capture_output=True, check=True).stdout.decode()


@contextmanager
def holding(display: str, text: str) -> Iterator[None]:
    """Another program has that text in the clipboard."""
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", _HOLD_CLIPBOARD, text]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
        holder.kill()
