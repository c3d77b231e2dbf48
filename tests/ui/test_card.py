"""Cards: what they say, how they are pressed, and that nothing is hidden silently."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from parkdir import i18n
from parkdir.domain.brief import Card, Figure, Mark
from parkdir.ui import theme
from parkdir.ui.parts.card import ParkCard, card_height, card_words, is_cut, paint_card
from parkdir.ui.parts.covers import Covers
from parkdir.ui.parts.grid import Grid, columns_for
from tests.ui.samples import LONG_EN, MARKUP, card, long_card, unnamed


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    theme.load_fonts()
    with i18n.using("en"):
        yield
    theme.use("light", 1.0)


@pytest.fixture(scope="module")
def covers(qapp: object) -> Covers:
    return Covers()


def shown(qtbot: QtBot, covers: Covers, value: Card, width: int = 480) -> ParkCard:
    button = ParkCard(covers)
    qtbot.addWidget(button)
    button.show_card(value)
    button.resize(width, button.height_at(width - 16) + 16)
    button.show()
    return button


def picture(value: Card, covers: Covers, width: int = 480, **look: bool) -> QImage:
    image = QImage(width + 20, card_height(value, width) + 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("canvas"))
    with QPainter(image) as painter:
        paint_card(painter, QRectF(10, 10, width, card_height(value, width)), value, covers, **look)
    return image


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose(qtbot: QtBot, covers: Covers, key: Qt.Key) -> None:
    button = shown(qtbot, covers, card("zh", "geo"))
    with qtbot.waitSignal(button.chosen) as chosen:
        QTest.keyClick(button, key)
    assert chosen.args == ["geo"]


def test_a_click_chooses_and_one_beside_the_card_does_not(qtbot: QtBot, covers: Covers) -> None:
    button = shown(qtbot, covers, card("zh", "geo"))
    with qtbot.assertNotEmitted(button.chosen):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    with qtbot.waitSignal(button.chosen):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))


def test_all_its_words_are_read_out(qtbot: QtBot, covers: Covers) -> None:
    value = card("zh", "geo", inside=True)
    button = shown(qtbot, covers, value)
    assert button.accessibleName() == value.title
    words = button.accessibleDescription()
    for expected in (value.subtitle, "已建成 · 2019年8月开园", "入驻企业 80家", "2022年6月", "应急救援", "71"):
        assert expected in words


def test_what_does_not_fit_is_told(covers: Covers) -> None:
    many = card("en", "geo")._replace(chips=tuple(Mark(f"Sample industry {n}", "chip") for n in range(30)))
    assert is_cut(many, 420)
    assert "Sample industry 29" in card_words(many)
    assert not is_cut(card("zh", "geo"), 520)


def test_a_fifth_figure_is_told(covers: Covers) -> None:
    figures = tuple(Figure(str(n), f"示例{n}", str(n), "家", dated="2022年6月") for n in range(5))
    value = card("zh", "media")._replace(figures=figures)
    assert is_cut(value, 600)
    assert "示例4 4家" in card_words(value)


def test_a_narrow_card_is_higher(covers: Covers) -> None:
    value = card("en", "geo", inside=True)
    assert card_height(value, 372) > card_height(value, 700)


def test_dense_cards_are_all_of_one_height(covers: Covers) -> None:
    cards = [card("zh", key, inside=True) for key in ("geo", "media", "anime", "data")]
    cards.append(long_card("en"))
    assert len({card_height(value, 400, dense=True) for value in cards}) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("width", [120, 200, 280, 372, 480])
@pytest.mark.parametrize("dense", [False, True])
def test_any_number_of_figures_is_laid_out(covers: Covers, lang: str, count: int, width: int, dense: bool) -> None:
    word = "示例指标" if lang == "zh" else "A figure for example"
    figures = tuple(Figure(str(n), word, f"{n}00,000", "m²", dated="2022-06") for n in range(count))
    value = card(lang, "geo")._replace(figures=figures)
    with i18n.using(lang):
        picture(value, covers, width, dense=dense)
        assert is_cut(value, width, dense=dense) or count < 5


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
@pytest.mark.parametrize("width", [280, 372, 760])
def test_nothing_is_drawn_outside(covers: Covers, lang: str, scale: float, width: int) -> None:
    theme.use("light", scale)
    values = [long_card(lang), card(lang, "geo", inside=True), *unnamed(lang)[:1]]
    for value in values:
        image = picture(value, covers, width)
        canvas = theme.colour("canvas").rgb()
        assert {image.pixel(x, image.height() // 2) for x in (0, image.width() - 1)} == {canvas}


def test_hover_and_ring_are_seen(covers: Covers) -> None:
    plain, hover, ring = (picture(card("zh", "geo"), covers, **look) for look in ({}, {"hover": True}, {"ring": True}))
    assert plain != hover
    assert plain != ring


def test_the_ring_is_for_the_keyboard(qtbot: QtBot, covers: Covers) -> None:
    button = shown(qtbot, covers, card("zh", "geo"))
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not button.has_ring()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.has_ring()


def test_markup_stays_text(qtbot: QtBot, covers: Covers) -> None:
    value = card("zh", "geo")._replace(title=MARKUP, note=MARKUP)
    button = shown(qtbot, covers, value)
    assert button.accessibleName() == MARKUP
    assert "<b>" not in button.toolTip()
    assert "&lt;b&gt;" in button.toolTip()


def test_copying_takes_the_words(qtbot: QtBot, covers: Covers) -> None:
    button = shown(qtbot, covers, card("zh", "geo"))
    with qtbot.waitSignal(button.copied) as copied:
        QTest.keyClick(button, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args is not None
    assert "80家" in copied.args[0]


def test_a_long_name_is_broken_into_two_lines_at_most(covers: Covers) -> None:
    short, long = card("en", "media"), card("en", "media")._replace(title=LONG_EN * 3)
    assert card_height(long, 372) - card_height(short, 372) <= theme.metrics(18, True).height() + 2
    assert is_cut(long, 372)


@pytest.mark.parametrize(
    ("width", "count", "columns"), [(1300, 4, 2), (1300, 6, 3), (1300, 1000, 3), (300, 9, 1), (1900, 4, 4)]
)
def test_rather_two_and_two_than_three_and_one(width: int, count: int, columns: int) -> None:
    assert columns_for(width, 372, 20, count) == columns


def test_arrows_step_through_a_grid(qtbot: QtBot, covers: Covers) -> None:
    grid = Grid(372, 20)
    qtbot.addWidget(grid)
    cards: list[QWidget] = []
    for key in ("geo", "media", "anime", "data"):
        button = ParkCard(covers)
        button.show_card(card("zh", key))
        cards.append(button)
    grid.place(cards)
    grid.resize(900, grid.height_at(900))
    grid.show()
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    for arrow, there in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Up, 0)):
        QTest.keyClick(grid.focusWidget(), arrow)
        assert cards[there].hasFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Up)
    assert cards[0].hasFocus()


def tipped(button: QWidget) -> bool:
    """Whether hovering shows its tool tip."""
    QToolTip.hideText()
    place = button.rect().center()
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, place, button.mapToGlobal(place)))
    return QToolTip.isVisible() or bool(QToolTip.text())


def test_a_tool_tip_is_shown_only_where_something_is_cut(qtbot: QtBot, covers: Covers) -> None:
    many = card("zh", "geo")._replace(chips=tuple(Mark(f"示例产业{n}", "chip") for n in range(40)))
    assert tipped(shown(qtbot, covers, many))
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert not tipped(shown(qtbot, covers, card("zh", "media"), 700))


def test_the_context_menu_copies(qtbot: QtBot, covers: Covers) -> None:
    button = shown(qtbot, covers, card("zh", "geo"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(60, 60), button.mapToGlobal(QPoint(60, 60)))
    QApplication.sendEvent(button, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(button.copied):
        menu.actions()[0].trigger()
    menu.close()
    assert "80家" in QApplication.clipboard().text()
