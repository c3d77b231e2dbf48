"""An X server whose picture is a file in memory: looking at it costs the server, and who paints on it, nothing."""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import time
import zlib
from pathlib import Path
from types import TracebackType

WIDTH, HEIGHT = 1440, 900
NEEDS = ("Xvfb",)
_HEADER = 25  # the numbers at the head of an XWD file
_COLOUR = 12  # bytes of one entry of its colour map


def absent() -> list[str]:
    """What this machine lacks to measure with."""
    return [name for name in NEEDS if not shutil.which(name)]


class Screen:
    """Xvfb with its frame buffer mapped, and a pointer of its own."""

    def __init__(self, folder: Path, *, wm: bool = False) -> None:
        self._folder, self._wm = folder, wm
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Screen:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        command += ["-fbdir", str(self._folder), "-noreset"]
        self._start(command, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            self.name = f":{told.readline().strip()}"
        self._file = (self._folder / "Xvfb_screen0").open("rb")
        self._map = mmap.mmap(self._file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(f">{_HEADER}I", self._map[: _HEADER * 4])
        self.stride = head[12]
        self._start_of_pixels = head[0] + head[19] * _COLOUR
        self.pointer = Pointer(self.name)
        self.pointer.park()
        if self._wm:
            self._start(["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": self.name})
            self.pointer.wait_for_manager()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pointer.close()
        self._map.close()
        self._file.close()
        for process in reversed(self._started):
            process.terminate()
            process.wait(10)

    def picture(self) -> bytes:
        """All pixels as they are now: four bytes each, blue first, row by row."""
        return self._map[self._start_of_pixels : self._start_of_pixels + self.stride * HEIGHT]

    def line(self, y: int, left: int = 0, right: int = WIDTH) -> bytes:
        """One row's pixels between two columns."""
        start = self._start_of_pixels + y * self.stride
        return self._map[start + 4 * left : start + 4 * right]

    def save(self, picture: bytes, path: Path) -> None:
        """As a PNG file."""
        rows = bytearray()
        for y in range(HEIGHT):
            row, colours = picture[y * self.stride : y * self.stride + 4 * WIDTH], bytearray(3 * WIDTH)
            colours[0::3], colours[1::3], colours[2::3] = row[2::4], row[1::4], row[0::4]
            rows += b"\0" + colours

        def part(kind: bytes, content: bytes) -> bytes:
            return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

        head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(bytes(rows))) + part(b"IEND", b"")
        )

    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def _start(self, command: list[str], *, pass_fds: tuple[int, ...] = (), env: dict[str, str] | None = None) -> None:
        self._started.append(
            subprocess.Popen(command, pass_fds=pass_fds, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )


class Pointer:
    """Moves and clicks by the XTEST extension, as a hand would: no process is started for it."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        if not self._display:
            raise OSError(f"no X server at {display}")

    def park(self) -> None:
        """Into the corner, where nothing is hovered."""
        self.move(WIDTH - 1, HEIGHT - 1)

    def move(self, x: int, y: int) -> None:
        self._test.XTestFakeMotionEvent(self._display, 0, x, y, ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def click(self, x: int, y: int) -> None:
        self.move(x, y)
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, 1, down, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def wait_for_manager(self, seconds: float = 5.0) -> None:
        """Until a window manager has said that it is there."""
        atom = ctypes.c_ulong(self._x.XInternAtom(self._display, b"_NET_SUPPORTING_WM_CHECK", 0))
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        number, left = ctypes.c_int(), ctypes.c_ulong()
        kind, length, data = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._x.XGetWindowProperty(
                self._display, root, atom, ctypes.c_long(0), ctypes.c_long(1), 0, ctypes.c_ulong(0),
                *(ctypes.byref(one) for one in (kind, number, length, left, data)),
            )  # fmt: skip
            if length.value:
                return
            time.sleep(0.02)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)
