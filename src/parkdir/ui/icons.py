"""Icons: one family, one weight, tinted by a token. The only importer of qtawesome, and only where a mask is missing.

What qtawesome draws is kept as alpha masks in one file of the cache folder, by icon, size and qtawesome's version:
a start that finds its icons there never imports it (about 200 ms).
"""

import json
import os
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap

from parkdir import paths
from parkdir.ui import theme

NAMES = {
    "about": "info",
    "area": "ruler",
    "back": "arrow-left",
    "building": "buildings",
    "cards": "squares-four",
    "caution": "warning",
    "check": "check",
    "close": "x",
    "compare": "columns",
    "copy": "copy-simple",
    "dining": "fork-knife",
    "district": "bank",
    "down": "caret-down",
    "drainage": "waves",
    "error": "warning-octagon",
    "event": "calendar-check",
    "exhibition": "frame-corners",
    "export": "export",
    "eye": "eye",
    "eye-off": "eye-slash",
    "filter": "funnel-simple",
    "folder": "folder-open",
    "forward": "arrow-right",
    "full-screen": "corners-out",
    "gap": "list-dashes",
    "gas": "fire",
    "heat": "thermometer-hot",
    "helipad": "airplane-landing",
    "history": "clock-counter-clockwise",
    "honour": "medal",
    "import": "download-simple",
    "industry": "factory",
    "info": "info",
    "language": "translate",
    "left": "caret-left",
    "lodging": "bed",
    "match": "checks",
    "meeting": "presentation",
    "minus": "minus",
    "moon": "moon",
    "network": "wifi-high",
    "notice": "megaphone-simple",
    "office": "briefcase",
    "park": "buildings",
    "parking": "car-simple",
    "pencil": "pencil-simple",
    "people": "users-three",
    "phone": "phone",
    "pin": "map-pin",
    "place": "map-pin",
    "plus": "plus",
    "policy": "file-text",
    "power": "lightning",
    "present": "monitor-play",
    "print": "printer",
    "question": "question",
    "research": "flask",
    "right": "caret-right",
    "search": "magnifying-glass",
    "settings": "gear-six",
    "sort": "sort-ascending",
    "source": "book-open",
    "sports": "basketball",
    "sun": "sun",
    "table": "rows",
    "tenant": "storefront",
    "todo": "list-dashes",
    "training": "chalkboard-teacher",
    "up": "caret-up",
    "visit": "handshake",
    "warning": "warning",
    "water": "drop",
}
_UNKNOWN = "cube"  # an icon for a category that nobody foresaw
_HEAD = 8  # bytes that say how long the index is
_IDLE_MS = 600


class Masks:
    """The cache file: a length, an index as JSON, then every mask's bytes, one a pixel."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._masks: dict[str, bytes] = {}
        self._idle = QTimer()
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.store)
        with suppress(OSError, ValueError):
            self._read(path.read_bytes())

    def get(self, name: str, size: int) -> QImage:
        """The mask of an icon, size × size device pixels."""
        key = f"{name} {size}"
        held = self._masks.get(key)
        if held is None:
            held = self._masks[key] = _drawn(name, size)
            self._idle.start()
        return QImage(held, size, size, size, QImage.Format.Format_Alpha8)

    def store(self) -> None:
        """Write what is held beside the file, then in its place; a cache that can't be written is no loss."""
        self._idle.stop()
        sizes = json.dumps({key: len(mask) for key, mask in self._masks.items()}).encode()
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(len(sizes).to_bytes(_HEAD, "big") + sizes + b"".join(self._masks.values()))
            beside.replace(self._path)

    def _read(self, held: bytes) -> None:
        start = _HEAD + int.from_bytes(held[:_HEAD], "big")
        found: dict[str, bytes] = {}
        for key, length in json.loads(held[_HEAD:start]).items():
            mask, start = held[start : start + length], start + length
            if len(mask) == int(key.rpartition(" ")[2]) ** 2:
                found[key] = mask
        self._masks = found


def pixmap(name: str, px: int, colour_name: str = "ink", dpr: float = 1.0) -> QPixmap:
    """The icon px logical pixels wide (not scaled here: pass theme.px(…)), in a token's colour."""
    return _tinted(name, round(px * dpr), theme.colour(colour_name).name(), dpr)


def icon(name: str, colour_name: str = "ink", px: int = 18) -> QIcon:
    """For buttons; made anew when the theme changes."""
    made = QIcon()
    screen = QGuiApplication.primaryScreen()
    for dpr in {1.0, screen.devicePixelRatio() if screen else 1.0}:
        made.addPixmap(pixmap(name, px, colour_name, dpr))
        made.addPixmap(pixmap(name, px, "disabled", dpr), QIcon.Mode.Disabled)
    return made


def store() -> None:
    """Keep the masks drawn so far, without waiting for an idle moment."""
    _masks().store()


@cache
def _tinted(name: str, size: int, colour_name: str, dpr: float) -> QPixmap:
    colour = QColor(colour_name)
    mask = _masks().get(name, size)
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.drawImage(0, 0, mask)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRect(0, 0, size, size), colour)
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(dpr)
    return made


@cache
def _masks() -> Masks:
    return Masks(paths.user_cache() / f"icons-{_version()}.bin")


def _version() -> str:
    """qtawesome's version from its folder's name: importing it, or importlib.metadata, is what this module avoids."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return "none"
    for entry in Path(spec.origin).parent.parent.iterdir():
        name, dash, rest = entry.name.partition("-")
        if dash and name.lower() == "qtawesome" and rest.endswith(".dist-info"):
            return rest.removesuffix(".dist-info")
    return "unknown"


def _drawn(name: str, size: int) -> bytes:
    import qtawesome

    glyph = qtawesome.icon(f"ph.{NAMES.get(name, _UNKNOWN)}", color="black", scale_factor=1.13)
    image = glyph.pixmap(QSize(size, size), 1.0).toImage().convertToFormat(QImage.Format.Format_Alpha8)
    stride = image.bytesPerLine()
    held = bytes(image.constBits())
    return b"".join(held[row * stride : row * stride + size] for row in range(size))
