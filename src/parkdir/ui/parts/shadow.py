"""A soft shadow, blurred once and put round any rectangle in nine pieces."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from parkdir.ui import theme

REACH = 8  # how far it is seen beyond the edge
_CORE = 16  # half of the picture's stretchable middle, corners included


@lru_cache(maxsize=8)
def _nine(colour: str, strength: float, dpr: float) -> QPixmap:
    """Round rectangles on one another, each a pixel larger and fainter: close to a blur, and exact."""
    side = 2 * (REACH + _CORE)
    image = QImage(round(side * dpr), round(side * dpr), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(dpr)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = QColor(colour)
        for step in range(REACH):
            ink.setAlphaF(strength * (step + 1) / (REACH * REACH / 2))
            painter.setBrush(ink)
            inset = step + 0.5
            painter.drawRoundedRect(QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset), 18, 18)
    return QPixmap.fromImage(image)


def draw_shadow(painter: QPainter, rect: QRectF, *, strength: float = 0.08, drop: float = 2.0) -> None:
    """The shadow of a card that fills `rect`; draw it before the card."""
    dpr = painter.device().devicePixelRatio()
    picture = _nine(theme.colour("shadow").name(), strength, dpr)
    side = picture.width()
    corner = (REACH + _CORE) * dpr - dpr
    edge = corner / dpr
    outer = rect.adjusted(-REACH, -REACH + drop, REACH, REACH + drop)
    xs = (outer.left(), outer.left() + edge, outer.right() - edge, outer.right())
    ys = (outer.top(), outer.top() + edge, outer.bottom() - edge, outer.bottom())
    us = (0.0, corner, side - corner, float(side))
    for row in range(3):
        for column in range(3):
            if row == column == 1:
                continue
            target = QRectF(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            source = QRectF(us[column], us[row], us[column + 1] - us[column], us[row + 1] - us[row])
            painter.drawPixmap(target, picture, source)
