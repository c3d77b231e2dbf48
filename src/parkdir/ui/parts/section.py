"""A section of cards."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from parkdir.domain.brief import Card
from parkdir.ui.parts.card import ParkCard
from parkdir.ui.parts.cards import Cards
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.grid import Grid

MANY = 60  # more cards than that share one painted area


class CardSection(QObject):
    """Some cards: each a button of its own, or, where they are many, one painted area."""

    chosen = Signal(str)

    def __init__(self, covers: Covers, narrowest: int, gap: int, widest: int = 0) -> None:
        super().__init__()
        self._covers = covers
        self._pool: list[ParkCard] = []
        self.grid = Grid(narrowest, gap, widest=widest)
        self.area = Cards(covers, narrowest, gap, widest)
        self.area.chosen.connect(self.chosen)
        self.part: QWidget = self.grid

    def show_cards(self, cards: Sequence[Card]) -> None:
        if len(cards) > MANY:
            self.part = self.area
            self.area.show_cards(cards)
            return
        self.part = self.grid
        while len(self._pool) < len(cards):
            button = ParkCard(self._covers)
            button.setParent(self.grid)
            button.chosen.connect(self.chosen)
            self._pool.append(button)
        for button, card in zip(self._pool, cards, strict=False):
            button.show_card(card)
        self.grid.place(self._pool[: len(cards)])

    def stops(self) -> list[QWidget]:
        return [self.area] if self.part is self.area else self.grid.parts()
