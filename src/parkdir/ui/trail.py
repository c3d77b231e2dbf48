"""Where the reader is and was: what back and forward walk along."""

from typing import NamedTuple


class Place(NamedTuple):
    """A page, which park's, which pane."""

    page: str
    park: str = ""
    pane: str = ""


class Trail:
    """A browser's history: going somewhere new forgets what lay ahead."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._scrolled: list[tuple[int, ...]] = [()]
        self._at = 0

    @property
    def here(self) -> Place:
        return self._places[self._at]

    @property
    def can_back(self) -> bool:
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        return self._at < len(self._places) - 1

    def go(self, place: Place) -> None:
        if place != self.here:
            self._places[self._at + 1 :] = [place]
            self._scrolled[self._at + 1 :] = [()]
            self._at += 1

    def leave(self, scrolled: tuple[int, ...]) -> None:
        """How far this place was scrolled, for whoever comes back to it."""
        self._scrolled[self._at] = scrolled

    @property
    def scrolled(self) -> tuple[int, ...]:
        """As it was left here; nothing where one has never left."""
        return self._scrolled[self._at]

    def amend(self, place: Place) -> None:
        """The same visit, another detail: a pane chosen is no step of its own."""
        self._places[self._at] = place

    def back(self) -> Place:
        self._at = max(0, self._at - 1)
        return self.here

    def forward(self) -> Place:
        self._at = min(len(self._places) - 1, self._at + 1)
        return self.here
