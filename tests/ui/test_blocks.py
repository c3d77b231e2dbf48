"""Every block as a widget: what it says, how it breaks, what can be selected and copied."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.domain.brief import (
    Block,
    Chips,
    Detail,
    Event,
    Fact,
    Facts,
    Gap,
    Gaps,
    Heading,
    Mark,
    Notice,
    Prose,
    Table,
    Tile,
    Tiles,
    Timeline,
)
from parkdir.ui import theme
from parkdir.ui.parts.blocks import PaneBlocks
from parkdir.ui.parts.facts import FactRow, FactsPanel
from parkdir.ui.parts.ink import CANVAS, Ink, Words, broken
from parkdir.ui.parts.listing import TablePanel
from parkdir.ui.parts.prose import Paragraph
from parkdir.ui.parts.scroll import PageArea
from parkdir.ui.parts.tiles import TileButton
from tests.ui.samples import LONG_EN, MARKUP, UNBROKEN, facilities, long_page, overview

MARK = Mark("示例", "caution")
DETAIL = Detail("示例", (), "示例（来源）")
EACH: tuple[Block, ...] = (
    Heading("示例标题", "13"),
    Prose("示例段落", "示例来源", (MARK,)),
    Facts((Fact("示例名", "示例值", "示例来源", (MARK,), DETAIL), Fact("示例二", "值"))),
    Tiles((Tile("office", "示例楼", "13栋", "2022年6月", (MARK,), DETAIL), Tile("unknown", "示例", ""))),
    Chips((MARK, Mark("示例二", "chip")), "示例来源"),
    Timeline((Event("2019年5月", "示例开工", "示例来源", (MARK,)), Event("2020年", "示例开园"))),
    Table(("示例列", "第二列"), (("一", "二"), ("三", "四")), (2, 1)),
    Notice("示例提示", "示例题"),
    Notice("示例警示", tone="caution"),
    Gaps("示例缺项", (Gap("示例项", "待补充", "示例人"), Gap("示例项二", "已询未复"))),
)


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    theme.load_fonts()
    with i18n.using("en"):
        yield
    theme.use("light", 1.0)


class PaneView(PageArea):
    """The blocks of one pane, scrolling by themselves."""

    def __init__(self) -> None:
        self.blocks = PaneBlocks()
        super().__init__(self.blocks, CANVAS)
        self.blocks.set_margins(28, 24, 28, 28)
        self.detail_chosen = self.blocks.detail_chosen

    def show_pane(self, *blocks: Block) -> None:
        self.blocks.show_blocks(blocks)


@pytest.fixture
def view(qtbot: QtBot) -> PaneView:
    view = PaneView()
    qtbot.addWidget(view)
    theme.apply(view, "light", 1.0)
    view.resize(1000, 700)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def show(view: PaneView, *blocks: Block) -> None:
    view.show_pane(*blocks)
    QApplication.processEvents()


def said(view: PaneView) -> str:
    """What a screen reader finds."""
    parts = [view.blocks, *view.blocks.findChildren(QWidget)]
    return "\n".join(f"{one.accessibleName()}\n{one.accessibleDescription()}" for one in parts if one.isVisible())


@pytest.mark.parametrize("block", EACH, ids=lambda block: type(block).__name__)
def test_each_block_is_shown_and_said(view: PaneView, block: Block) -> None:
    show(view, block)
    (part,) = view.blocks.parts()
    assert part.isVisible()
    assert part.height() > 15
    image = part.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 2
    assert "示例" in said(view)


def test_a_pane_shows_its_blocks_in_order_without_overlap(view: PaneView) -> None:
    show(view, *EACH)
    places = [part.geometry() for part in view.blocks.parts()]
    assert len(places) == len(EACH)
    for above, below in pairwise(places):
        assert below.top() >= above.bottom()


def test_pools_grow_once(view: PaneView) -> None:
    show(view, *EACH, *EACH)
    before = len(view.findChildren(QWidget))
    for blocks in (EACH, EACH[3:], (), overview("zh"), facilities("en")[:2], EACH + EACH):
        show(view, *blocks)
    assert len(view.findChildren(QWidget)) <= before + 8  # three more facts, two more tiles, their parts


def test_prose_is_selected_by_mouse_and_copied(qtbot: QtBot, view: PaneView) -> None:
    show(view, Prose("示例段落文字"))
    (part,) = view.blocks.parts()
    assert isinstance(part, Paragraph)
    QTest.mousePress(part, Qt.MouseButton.LeftButton, pos=QPoint(0, 8))
    QTest.mouseMove(part, QPoint(31, 8))
    QTest.mouseRelease(part, Qt.MouseButton.LeftButton, pos=QPoint(31, 8))
    assert part.selected() == "示例"
    QTest.keyClick(part, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "示例"
    before = part.grab().toImage()
    QTest.keyClick(part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert part.selected() == "示例段落文字"
    assert part.grab().toImage() != before


def test_prose_without_selection_is_copied_whole(qtbot: QtBot, view: PaneView) -> None:
    show(view, Prose("示例段落文字"))
    (part,) = view.blocks.parts()
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "示例段落文字"


def test_only_what_has_details_takes_the_focus_and_tells(qtbot: QtBot, view: PaneView) -> None:
    show(view, EACH[2], EACH[3])
    rows = [one for one in view.findChildren(FactRow) if one.isVisible()]
    tiles = [one for one in view.findChildren(TileButton) if one.isVisible()]
    assert [one.focusPolicy() for one in (*rows, *tiles)] == [Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus] * 2
    with qtbot.waitSignal(view.detail_chosen) as chosen:
        QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [DETAIL]
    with qtbot.waitSignal(view.detail_chosen):
        QTest.keyClick(tiles[0], Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(view.detail_chosen):
        QTest.mouseClick(tiles[1], Qt.MouseButton.LeftButton)


def test_a_row_of_a_table_is_copied(qtbot: QtBot, view: PaneView) -> None:
    show(view, EACH[6])
    (part,) = view.blocks.parts()
    assert isinstance(part, TablePanel)
    part.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part.view, Qt.Key.Key_Down)
    QTest.keyClick(part.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "三\t四"


def test_a_table_shows_all_rows_or_scrolls_by_itself(view: PaneView) -> None:
    show(view, Table(("示例",), tuple((str(n),) for n in range(8))))
    (part,) = view.blocks.parts()
    assert isinstance(part, TablePanel)
    assert part.view.verticalScrollBar().maximum() == 0
    show(view, Table(("示例",), tuple((str(n),) for n in range(2000))))
    assert part.height() < 700
    assert part.view.horizontalScrollBar().maximum() == 0


def test_the_words_of_a_row_are_broken_rather_than_cut(view: PaneView) -> None:
    view.resize(600, 500)
    show(view, Table(("示例", "二"), ((LONG_EN, "1"),), (1, 1)))
    (part,) = view.blocks.parts()
    assert isinstance(part, TablePanel)
    assert part.view.rowHeight(0) > 60


def test_markup_stays_text(view: PaneView) -> None:
    blocks: tuple[Block, ...] = (Heading(MARKUP), Prose(MARKUP), Facts((Fact(MARKUP, MARKUP),)), Notice(MARKUP))
    show(view, *blocks)
    assert said(view).count(MARKUP) >= 4
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in view.findChildren(QLabel))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [320, 838, 1368])
@pytest.mark.parametrize("scale", [0.9, 1.5])
def test_long_words_never_widen_the_page(view: PaneView, lang: str, width: int, scale: float) -> None:
    theme.apply(view, "light", scale)
    view.resize(width, 500)
    show(view, *long_page(lang).panes[0].blocks)
    assert view.blocks.minimumSizeHint().width() <= view.viewport().width()
    assert view.blocks.width() == view.viewport().width()


def test_lines_are_broken_inside_words_only_if_need_be(qapp: object) -> None:
    lines = broken(UNBROKEN, 15, False, 200)
    assert len(lines) > 1
    assert "".join(lines) == UNBROKEN
    assert broken("示例 one two", 15, False, 2000) == ("示例 one two",)
    assert broken("示例\n二", 15, False, 2000) == ("示例", "二")
    assert broken(LONG_EN, 15, False, 200, 2)[-1].endswith("...")
    assert len(broken(LONG_EN, 15, False, 200, 2)) == 2


def test_pills_that_do_not_fit_are_counted(qapp: object) -> None:
    ink = Ink()
    ink.pills(0, 0, 200, tuple(Mark(f"示例{n}") for n in range(30)), 1)
    assert ink.cut
    words = [item.text for item in ink.items if isinstance(item, Words)]
    assert words[-1].startswith("+")
    shown = len(words) - 1
    assert words[-1] == f"+{30 - shown}"


def test_arrows_skip_what_takes_no_focus(qtbot: QtBot, view: PaneView) -> None:
    tiles = tuple(Tile("office", f"示例{n}", "1", detail=DETAIL if n != 1 else None) for n in range(3))
    show(view, Tiles(tiles))
    buttons = [one for one in view.findChildren(TileButton) if one.isVisible()]
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[2].hasFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Left)
    assert buttons[0].hasFocus()
    assert buttons[0].has_ring()


def test_every_block_follows_the_theme(view: PaneView) -> None:
    show(view, *EACH)
    before = [part.grab().toImage() for part in view.blocks.parts()]
    theme.apply(view, "dark", 1.0)
    after = [part.grab().toImage() for part in view.blocks.parts()]
    same = [
        type(part).__name__ for part, old, new in zip(view.blocks.parts(), before, after, strict=True) if old == new
    ]
    assert same == []


def words_of_row(row: FactRow) -> list[Words]:
    return [item for item in row.ink_at(700).items if isinstance(item, Words)]


def test_a_fact_without_a_value_is_its_label_over_the_full_width(qapp: object) -> None:
    title = "示例：支持地理信息产业高质量发展的若干措施"
    panel = FactsPanel()
    panel.show_facts(Facts((Fact(title, "", "据示例文件"), Fact("级别", "省级"))))
    row = panel.parts()[0]
    assert isinstance(row, FactRow)
    first, note = words_of_row(row)
    assert (first.text, first.px, first.colour) == (title, 15, "ink")
    assert (note.text, note.px, note.x) == ("据示例文件", 12, first.x)
    assert row.accessibleName() == row.copy_text() == title


def test_titles_of_prose_stand_above_it(qapp: object) -> None:
    title, prose = "示例：支持地理信息产业高质量发展的若干措施", "示例：对入驻企业给予奖励，" * 4
    panel = FactsPanel()
    panel.show_facts(Facts((Fact(title, prose), Fact("示例奖励", prose))))
    for row in panel.parts():
        assert isinstance(row, FactRow)
        first, second = words_of_row(row)[:2]
        assert first.bold
        assert (first.x, first.base) < (second.x + 1, second.base)
    panel.show_facts(Facts((Fact("占地面积", prose), Fact("示例奖励", prose))))
    assert not [item for row in panel.parts() if isinstance(row, FactRow) for item in words_of_row(row) if item.bold]
