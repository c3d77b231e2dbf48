"""The blocks of a pane as widgets, from pools that only grow: the next pane is written over this one."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from parkdir.domain.brief import (
    Block,
    Chips,
    Facts,
    Gaps,
    Heading,
    Notice,
    Prose,
    Table,
    Tiles,
    Timeline,
)
from parkdir.ui import theme
from parkdir.ui.parts.column import Column, chain
from parkdir.ui.parts.facts import FactsPanel
from parkdir.ui.parts.gaps import GapsPanel
from parkdir.ui.parts.listing import TablePanel
from parkdir.ui.parts.panels import ChipsLine, HeadingLine, NoticePanel, TimelinePanel
from parkdir.ui.parts.prose import Paragraph
from parkdir.ui.parts.tiles import TilesGrid

SECTION, AFTER_HEADING, BETWEEN = 28, 12, 16


class PaneBlocks(Column):
    """Shows blocks one under the other."""

    detail_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pools: defaultdict[str, list[QWidget]] = defaultdict(list)
        self._used: defaultdict[str, int] = defaultdict(int)

    def show_blocks(self, blocks: Sequence[Block], tail: Sequence[QWidget] = ()) -> None:
        """These blocks from now on; `tail` are parts of the page that come after them."""
        self._used.clear()
        parts: list[tuple[QWidget, int]] = []
        before: Block | None = None
        for block in blocks:
            parts.append((self._shown(block), _gap(before, block)))
            before = block
        parts += [(part, theme.px(SECTION)) for part in tail]
        self.place(parts)
        chain(self.stops())

    def stops(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        found: list[QWidget] = []
        for part in self.parts():
            if isinstance(part, FactsPanel | TilesGrid):
                found += [one for one in part.parts() if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
            elif isinstance(part, TablePanel):
                found.append(part.view)
            elif part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                found.append(part)
        return found

    def _shown(self, block: Block) -> QWidget:
        """A widget of the pool with the block in it."""
        kind = type(block).__name__
        pool, number = self._pools[kind], self._used[kind]
        self._used[kind] += 1
        if number == len(pool):
            pool.append(self._made(block))
        part = pool[number]
        _fill(part, block)
        return part

    def _made(self, block: Block) -> QWidget:
        part = _PARTS[type(block)]()
        part.setParent(self)
        if isinstance(part, FactsPanel | TilesGrid):
            part.detail_chosen.connect(self.detail_chosen)
        return part


_PARTS: dict[type, type[QWidget]] = {
    Heading: HeadingLine,
    Prose: Paragraph,
    Facts: FactsPanel,
    Tiles: TilesGrid,
    Chips: ChipsLine,
    Timeline: TimelinePanel,
    Table: TablePanel,
    Notice: NoticePanel,
    Gaps: GapsPanel,
}


def _fill(part: QWidget, block: Block) -> None:
    match part, block:
        case HeadingLine(), Heading():
            part.show_heading(block)
        case Paragraph(), Prose():
            part.show_prose(block)
        case FactsPanel(), Facts():
            part.show_facts(block)
        case TilesGrid(), Tiles():
            part.show_tiles(block.tiles)
        case ChipsLine(), Chips():
            part.show_chips(block)
        case TimelinePanel(), Timeline():
            part.show_timeline(block)
        case TablePanel(), Table():
            part.show_table(block)
        case NoticePanel(), Notice():
            part.show_notice(block)
        case GapsPanel(), Gaps():
            part.show_gaps(block)


def _gap(before: Block | None, block: Block) -> int:
    if before is None:
        return 0
    if isinstance(block, Heading):
        return theme.px(SECTION)
    return theme.px(AFTER_HEADING if isinstance(before, Heading) else BETWEEN)
