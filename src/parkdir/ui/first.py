"""The first frame: a picture of the page of parks as it looked last, of the visitor's facts only.

It counts only while everything it was made of is as it was: the database's file, size, theme, language, choices.
Raw pixels, because unpacking a PNG of this size costs as much as importing half the program.
"""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from parkdir import __version__, i18n
from parkdir.settings import Settings

MOST = 16_000_000  # bytes; a window larger than that starts without a picture
_FORMAT = QImage.Format.Format_RGB32


class Picture:
    """The file of one picture: what it was made of, the window's title, its size, its pixels."""

    def __init__(self, path: Path, db: str, settings: Settings, view: str) -> None:
        self._path, self._db = path, db
        self._choices = (__version__, i18n.language(), view, *settings._replace(geometry="", view="", language=""))

    def read(self, window: QWidget) -> QImage | None:
        """The picture for that window, which also gets its title; None where there is none that counts."""
        key = self._key(window)
        try:
            with self._path.open("rb") as file:
                kept, title, size = (file.readline().decode().rstrip("\n") for _line in range(3))
                if key is None or kept != key:
                    return None
                width, height = (int(part) for part in size.split())
                pixels = file.read(MOST + 1)
        except (OSError, ValueError):
            return None
        if len(pixels) != width * height * 4:
            return None
        picture = QImage(pixels, width, height, width * 4, _FORMAT).copy()  # it outlives the bytes
        picture.setDevicePixelRatio(window.devicePixelRatioF())
        window.setWindowTitle(title)
        return picture

    def is_kept(self, window: QWidget) -> bool:
        key = self._key(window)
        with suppress(OSError), self._path.open("rb") as file:
            return key is None or file.readline() == f"{key}\n".encode()
        return key is None

    def write(self, window: QWidget, title: str, picture: QImage) -> None:
        """Beside, then in its place. A picture that can't be kept is none."""
        key, picture = self._key(window), picture.convertToFormat(_FORMAT)
        if key is None or picture.sizeInBytes() > MOST or "\n" in key + title:
            return
        head = f"{key}\n{title}\n{picture.width()} {picture.height()}\n"
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(head.encode() + bytes(picture.constBits()))
            beside.replace(self._path)

    def _key(self, window: QWidget) -> str | None:
        """What the picture depends on; None where the database is not a quiet file."""
        try:
            told = Path(self._db).stat()
        except OSError:
            return None
        if any(Path(self._db + end).exists() for end in ("-journal", "-wal")):
            return None
        size = (window.width(), window.height(), window.devicePixelRatioF())
        return repr((self._db, told.st_ino, told.st_size, told.st_mtime_ns, *size, *self._choices))
