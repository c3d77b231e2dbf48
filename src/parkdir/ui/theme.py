"""Colours, type and sizes in use, and the one place that puts a style sheet on a window.

Everything drawn asks here by a token's name; a change of theme or text size empties the caches, and widgets that
are repainted follow. Sizes are design pixels: `font`, `metrics` and `px` scale them by the reader's text size.
"""

import re
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

from parkdir import paths

THEMES = ("light", "dark")
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
FAMILIES = ["Parkdir Sans SC", "Parkdir Sans SC Rest"]
_MAIN = ("ParkdirSansSC-Regular.otf", "ParkdirSansSC-Bold.otf")
_REST = ("ParkdirSansSCRest-Regular.otf", "ParkdirSansSCRest-Bold.otf")

_theme = "light"
_scale = 1.0


def current() -> str:
    """One of THEMES."""
    return _theme


def scale() -> float:
    return _scale


def use(theme_name: str, text_scale: float) -> None:
    """Make them current; widgets follow when they are painted, a window's sheet by apply."""
    global _theme, _scale
    if theme_name not in THEMES:
        raise ValueError(theme_name)
    if (theme_name, text_scale) == (_theme, _scale):
        return
    if text_scale != _scale:
        font.cache_clear()
        metrics.cache_clear()
    _theme, _scale = theme_name, text_scale
    colour.cache_clear()


def apply(window: QWidget, theme_name: str, text_scale: float) -> None:
    """Make theme and text size current and dress the window; its living widgets are polished anew."""
    use(theme_name, text_scale)
    if QApplication.font() != font(15):
        QApplication.setFont(font(15))
    window.setStyleSheet(sheet())


@cache
def colour(name: str) -> QColor:
    """A token's colour; treat it as read-only."""
    return QColor(str(tokens()[_theme][name]))


@cache
def font(size: int, bold: bool = False) -> QFont:
    """The typeface at that many design pixels; only two weights exist. Treat it as read-only."""
    made = QFont(FAMILIES)
    made.setPixelSize(px(size))
    made.setBold(bold)
    return made


@cache
def metrics(size: int, bold: bool = False) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold))


def px(size: float) -> int:
    """Design pixels at the reader's text size."""
    return max(1, round(size * _scale))


def sheet() -> str:
    """resources/style.qss with its $tokens and $13px sizes filled in."""
    colours = tokens()[_theme]

    def filled(found: re.Match[str]) -> str:
        name = found[1]
        return f"{px(int(name[:-2]))}px" if name[0].isdigit() else str(colours[name])

    return re.sub(r"\$(\w+)", filled, _sheet())


def load_fonts() -> None:
    """The typeface itself, before anything is measured."""
    _load(_MAIN)


def load_rest_fonts() -> None:
    """Its rarer characters; 9 MB, so after the first paint."""
    _load(_REST)


@cache
def tokens() -> dict[str, dict[str, str | int]]:
    """resources/tokens.toml by section."""
    found: dict[str, dict[str, str | int]] = {}
    section: dict[str, str | int] = {}
    for line in (paths.resources() / "tokens.toml").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        elif " = " in line and not line.startswith("#"):
            name, _, value = line.partition(" = ")
            section[name] = value.strip('"') if value.startswith('"') else int(value)
    return found


@cache
def _sheet() -> str:
    return (paths.resources() / "style.qss").read_text("utf-8")


@cache
def _load(names: tuple[str, ...]) -> None:
    folder = paths.resources() / "fonts"
    for name in names:
        QFontDatabase.addApplicationFont(str(folder / name))
