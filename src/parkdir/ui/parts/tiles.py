"""Facilities as tiles: icon, name, then the number."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from parkdir.domain.brief import Tile
from parkdir.ui import theme
from parkdir.ui.parts.drawn import Pressed
from parkdir.ui.parts.grid import Grid
from parkdir.ui.parts.ink import CHIP, CHIP_GROUND, INK, LINE, PAPER, PRIMARY, Ink, fill_box, line_height

NARROWEST, GAP = 264, 12


class TileButton(Pressed):
    """One facility. All of its words are shown: the tile grows."""

    chosen = Signal(object)

    RADIUS = 12.0

    def __init__(self) -> None:
        super().__init__()
        self._tile = Tile("", "", "")
        self.clicked.connect(self._choose)

    def show_tile(self, tile: Tile) -> None:
        self._tile = tile
        self.set_live(tile.detail is not None)
        self.setAccessibleName(f"{tile.title} {tile.text}".strip())
        words = [tile.note, *(mark.text for mark in tile.marks)]
        self.setAccessibleDescription("\n".join(word for word in words if word))
        self.forget()
        self.update()

    def copy_text(self) -> str:
        return self._tile.detail.copy_text if self._tile.detail else self.accessibleName()

    def compose(self, width: float) -> Ink:
        ink, pad, side, tile = Ink(), theme.px(16), theme.px(40), self._tile
        y = float(pad)
        ink.box(pad, y, side, side, 9, CHIP_GROUND)
        ink.icon(pad + theme.px(9), y + theme.px(9), tile.icon, 22, CHIP)
        x = pad + side + theme.px(14)
        room = width - x - pad
        words = len(ink.items)
        height = ink.wrap(x, y, room, tile.title, 15, True)
        height += ink.wrap(x, y + height, room, tile.text, 13, colour=INK)
        height += ink.small(x, y + height, room, tile.note, tile.marks)
        if height < side and not tile.marks:
            ink.lower(words, (side - height) / 2)
        ink.height = y + max(side, height) + pad
        return ink

    def height_at(self, width: int) -> int:
        least = 2 * theme.px(16) + line_height(15, True) + line_height(13)
        return max(int(least), super().height_at(width))

    def paint_ground(self, painter: QPainter) -> None:
        fill_box(painter, QRectF(self.rect()), 12, PAPER, PRIMARY if self.is_hovered() else LINE)

    def _choose(self) -> None:
        if self._tile.detail is not None:
            self.chosen.emit(self._tile.detail)


class TilesGrid(Grid):
    """The tiles of one group."""

    detail_chosen = Signal(object)

    MARGIN = BLEED = 0

    def __init__(self) -> None:
        super().__init__(NARROWEST, GAP, even=False)
        self._pool: list[TileButton] = []

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        while len(self._pool) < len(tiles):
            button = TileButton()
            button.chosen.connect(self.detail_chosen)
            self._pool.append(button)
        for button, tile in zip(self._pool, tiles, strict=False):
            button.show_tile(tile)
        self.place(self._pool[: len(tiles)])

    def _cell(self, width: int) -> tuple[int, int]:
        """Four columns, two or one: groups of any size stay in line with one another."""
        fit = (width + GAP) // (theme.px(NARROWEST) + GAP)
        columns = 4 if fit >= 4 else 2 if fit >= 2 else 1
        return (width - (columns - 1) * GAP) // columns, columns
