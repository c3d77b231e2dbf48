"""Names as the cards draw them, to be found in a picture of the screen. Run as a program where the names are shown."""

import json
import sys

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from parkdir.ui import theme

SIZES = (18, 15)  # of a card's name, of a small card's


def main(names: list[str]) -> None:
    """One line of JSON: for each name, for each size, the blue of its pixels row by row, in hexadecimal."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    theme.load_fonts()
    print(json.dumps({name: [drawn(name, px) for px in SIZES] for name in names}))


def drawn(name: str, px: int) -> list[str]:
    metrics = theme.metrics(px, True)
    image = QImage(int(metrics.horizontalAdvance(name)), int(metrics.height()), QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(px, True))
    painter.setPen(theme.colour("ink"))
    painter.drawText(QPointF(0, metrics.ascent()), name)
    painter.end()
    pixels, stride = bytes(image.constBits()), image.bytesPerLine()
    return [pixels[y * stride : y * stride + 4 * image.width() : 4].hex() for y in range(image.height())]


if __name__ == "__main__":
    main(sys.argv[1:])
