"""Covers as pixmaps: drawn once per size, kept in memory and, for the next start, as files of raw pixels.

QtSvg is imported where it draws and nowhere else: a start that finds its covers on disk never loads it.
"""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPixmap

from parkdir.domain.art import ART_VERSION, cover_svg, kind_of

log = logging.getLogger(__name__)

KEPT = 32  # pixmaps in memory, and files on disk, up to a megabyte each
IDLE_MS = 800  # a file is written when nothing new was drawn for so long: a drag writes one, not fifty


class Key(NamedTuple):
    kind: str
    width: int
    height: int
    dpr: float
    theme: str
    radius: float
    text_width: float

    @property
    def pixels(self) -> QSize:
        return QSize(max(1, round(self.width * self.dpr)), max(1, round(self.height * self.dpr)))

    @property
    def file_name(self) -> str:
        numbers = f"{self.width}x{self.height}-{self.dpr:g}-{self.theme}-{self.radius:g}-{self.text_width:g}"
        return f"cover-{ART_VERSION}-{self.kind}-{numbers}.raw"

    @property
    def form(self) -> QImage.Format:
        return QImage.Format.Format_ARGB32_Premultiplied if self.radius > 0 else QImage.Format.Format_RGB32


class Covers:
    """Hands out covers. `folder` keeps them between starts; None keeps nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._unsaved: dict[Key, Key] = {}  # by the key without its width: of a drag only the last width is kept
        self._idle = QTimer()
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._store_next)

    def pixmap(
        self,
        kind: str,
        width: int,
        height: int,
        dpr: float = 1.0,
        theme: str = "light",
        *,
        radius: float = 0.0,
        text_width: float = 0.0,
    ) -> QPixmap:
        """The cover at that logical size; `radius` rounds the two top corners."""
        return self.get(self.key(kind, width, height, dpr, theme, radius=radius, text_width=text_width))

    @staticmethod
    def key(
        kind: str, width: int, height: int, dpr: float, theme: str, *, radius: float = 0.0, text_width: float = 0.0
    ) -> Key:
        look = "dark" if theme == "dark" else "light"
        return Key(kind_of(kind).value, max(1, width), max(1, height), dpr, look, radius, text_width)

    def get(self, key: Key) -> QPixmap:
        found = self._kept.get(key)
        if found is None:
            found = self.load(key) or self._drawn(key)
            self._kept[key] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return found

    def prepare(self, key: Key) -> None:
        """See to it that there is a file of it; the pixels are not kept in memory."""
        if self._folder is None or key in self._kept or (self._folder / key.file_name).is_file():
            return
        try:
            _write(self._folder, key.file_name, _raw(draw(key), key))
        except OSError as problem:
            log.warning("cover not kept: %s", problem)

    def clear(self) -> None:
        """Forgets what is in memory; the files stay."""
        self._kept.clear()
        self._unsaved.clear()
        self._idle.stop()

    def load(self, key: Key) -> QPixmap | None:
        """The cover from its file, or None; a damaged file counts as none."""
        if self._folder is None:
            return None
        try:
            pixels = (self._folder / key.file_name).read_bytes()
        except OSError:
            return None
        size = key.pixels
        if len(pixels) != size.width() * size.height() * 4:
            return None
        image = QImage(pixels, size.width(), size.height(), size.width() * 4, key.form).copy()  # it outlives the bytes
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(key.dpr)
        return pixmap

    def store(self) -> None:
        """Writes now what waits for an idle moment."""
        while self._unsaved:
            self._store_next()

    def _drawn(self, key: Key) -> QPixmap:
        pixmap = QPixmap.fromImage(draw(key))
        pixmap.setDevicePixelRatio(key.dpr)
        if self._folder is not None:
            self._unsaved[key._replace(width=0)] = key
            self._idle.start()
        return pixmap

    def _store_next(self) -> None:
        """One file a turn of the event loop, so that no click waits for several."""
        if not self._unsaved:
            return
        key = self._unsaved.pop(next(iter(self._unsaved)))
        if self._folder is not None and key in self._kept:
            try:
                _write(self._folder, key.file_name, _raw(self._kept[key].toImage(), key))
            except OSError as problem:
                log.warning("cover not kept for the next start: %s", problem)
                self._unsaved.clear()
        if self._unsaved:
            self._idle.start()


def draw(key: Key) -> QImage:
    """The cover drawn from its SVG text."""
    from PySide6.QtSvg import QSvgRenderer

    text = cover_svg(key.kind, key.width, key.height, theme=key.theme, text_width=key.text_width)
    image = _blank(key)
    with QPainter(image) as painter:
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(image.rect()))
    return _rounded(image, key) if key.radius > 0 else image


def _rounded(square: QImage, key: Key) -> QImage:
    """The same with smooth round corners at the top: a brush of it fills a path that reaches below the edge."""
    image, radius = _blank(key), key.radius * key.dpr
    path = QPainterPath()
    path.addRoundedRect(QRectF(square.rect()).adjusted(0, 0, 0, 2 * radius), radius, radius)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(square))
        painter.drawPath(path)
    return image


def _blank(key: Key) -> QImage:
    image = QImage(key.pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _raw(image: QImage, key: Key) -> bytes:
    """Unpacking a PNG would cost 1–2 ms each, and once 4 ms for its reader."""
    formed = image.convertToFormat(key.form)  # held by name: the bits don't keep their picture alive
    return bytes(formed.constBits())


def _write(folder: Path, name: str, content: bytes) -> None:
    """Beside, then in its place, so that no reader ever meets half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f"{name}.{os.getpid()}.new"
    try:
        beside.write_bytes(content)
        beside.replace(folder / name)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _prune(folder)


def _prune(folder: Path) -> None:
    """The oldest covers go, also those of an older ART_VERSION and of an older form."""
    files = sorted(folder.glob("cover-*"), key=lambda path: path.stat().st_mtime)
    for path in files[:-KEPT]:
        path.unlink(missing_ok=True)
