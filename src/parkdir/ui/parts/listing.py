"""A table as a part of a page: columns by their words, rows as high as they need, a row copied with Ctrl+C."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from parkdir.domain.brief import Table
from parkdir.i18n import _
from parkdir.ui import theme
from parkdir.ui.models.words import WordsModel
from parkdir.ui.parts.ink import CANVAS, INK, LINE, PAPER, advance, broken, fill_box, line_height, shade

PAD = 14
LINES = 6
FEW = 40  # rows that are shown whole, with no scroll bar of their own
SQUEEZED = 120  # a column is at least that wide where all together are too wide
ROUND = 12
MEASURED = 200  # rows that each have the height they need; of more all have the same
SAMPLED = 40  # rows whose words decide for all
NARROWEST, WIDEST = 72, 360


class Cell(QStyledItemDelegate):
    """Words in a few lines, a hairline under them. Each sets what it paints with, and restores nothing."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, state = QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, shade("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, shade("hover"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), shade(LINE))
        bold, colour = self.look(index)
        painter.setFont(theme.font(13, bold))
        painter.setPen(shade(colour))
        step = line_height(13, bold)
        most = max(1, min(LINES, int(rect.height() // step)))
        lines = broken(str(index.data() or ""), 13, bold, rect.width() - 2 * PAD, most)
        base = rect.y() + (rect.height() - len(lines) * step) / 2 + theme.metrics(13, bold).ascent()
        for number, line in enumerate(lines):
            painter.drawText(int(rect.x()) + PAD, int(base + number * step), line)

    def look(self, index: QModelIndex | QPersistentModelIndex) -> tuple[bool, str]:
        """Weight and colour."""
        return False, INK


class WordsView(QTableView):
    """The table itself; whoever places it asks for its height."""

    def __init__(self, model: WordsModel, cell: Cell | None = None) -> None:
        super().__init__()
        self._words = model
        self._cell = cell or Cell(self)
        self._weights: tuple[int, ...] = ()
        self._laid = -1
        self.setModel(model)
        self.setItemDelegate(self._cell)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that scrolling moves its picture

    def show_weights(self, weights: Sequence[int]) -> None:
        """Relative widths of the columns; without them the words decide."""
        self._weights = tuple(weights)
        self._laid = -1

    def lay(self, width: int) -> None:
        """Columns and rows for that width."""
        if self._laid == width:
            return
        self._laid = width
        widths = self._widths(width)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.horizontalHeader().setFixedHeight(theme.px(42))
        rows = self._words.rows()
        highest = max((self._row_height(row, widths) for row in rows[:SAMPLED]), default=self._least())
        self.verticalHeader().setDefaultSectionSize(highest if len(rows) > MEASURED else self._least())
        if len(rows) <= MEASURED:
            for number, row in enumerate(rows):
                self.setRowHeight(number, self._row_height(row, widths))

    def full_height(self) -> int:
        """All rows and the heading; a bar below if the columns are wider than the view."""
        wide = sum(self.columnWidth(column) for column in range(self._words.columnCount()))
        bar = theme.px(14) if wide > self._laid else 0
        return theme.px(42) + self.verticalHeader().length() + bar

    def copy_row(self) -> None:
        """The current row, its words between tabs."""
        row = self.currentIndex().row()
        if row >= 0:
            QGuiApplication.clipboard().setText("\t".join(self._words.rows()[row]))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), shade(PAPER))
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_row()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys always have a row to stand on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._words.rowCount():
            self.setCurrentIndex(self._words.index(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy row")).triggered.connect(self.copy_row)
        menu.popup(event.globalPos())

    def _least(self) -> int:
        return ceil(line_height(13) + theme.px(22))

    def _row_height(self, row: tuple[str, ...], widths: list[int]) -> int:
        lines = max(
            (len(broken(word, 13, True, wide - 2 * PAD, LINES)) for word, wide in zip(row, widths, strict=False)),
            default=1,
        )
        return ceil(lines * line_height(13, True) + theme.px(22))

    def _widths(self, width: int) -> list[int]:
        """By weight or by words; what is over goes to all in proportion, what lacks is scrolled to."""
        columns = self._words.columns()
        if not columns:
            return []
        wanted = [self._wanted(column) for column in range(len(columns))]
        if self._weights and len(self._weights) == len(columns):
            shares = [weight * width // max(1, sum(self._weights)) for weight in self._weights]
            least = [min(want, theme.px(120)) for want in wanted]
            widths = [max(share, low) for share, low in zip(shares, least, strict=True)]
        else:
            spare = max(0, width - sum(wanted))
            widths = [want + spare * want // max(1, sum(wanted)) for want in wanted]
        over = width - sum(widths)
        if 0 < over < len(widths) + 4 or (over > 0 and not self._weights):
            widths[-1] += over
        titles = (ceil(advance(title, 13, True)) + 2 * PAD + 2 for title in columns)
        return _squeezed(widths, width, [max(theme.px(SQUEEZED), title) for title in titles])

    def _wanted(self, column: int) -> int:
        title = advance(self._words.columns()[column], 13, True)
        rows = self._words.rows()[:SAMPLED]
        words = max((advance(row[column], 13, True) for row in rows if column < len(row)), default=0.0)
        return int(max(theme.px(NARROWEST), min(max(title, words), theme.px(WIDEST)))) + 2 * PAD + 2


def _squeezed(widths: list[int], room: int, least: list[int]) -> list[int]:
    """Where all together are too wide, the widest give way first, none below its least: words can still be broken."""
    left, level = room, room
    for number, wide in enumerate(sorted(widths)):
        level = left // (len(widths) - number)
        if wide > level:
            break
        left -= wide
    else:
        return widths
    return [min(wide, max(level, low)) for wide, low in zip(widths, least, strict=True)]


class Rounding(QWidget):
    """Lies over a table and rounds its corners off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nothing but the edge: what lies under a widget is painted anew with every step it is scrolled."""
        super().resizeEvent(event)
        whole, side = self.rect(), ROUND
        edge = QRegion(whole) - QRegion(whole.adjusted(1, 1, -1, -1))
        for x in (0, whole.width() - side):
            for y in (0, whole.height() - side):
                edge += QRect(x, y, side, side)
        self.setMask(edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = QRectF(self.rect())
            path = QPainterPath()
            path.addRect(whole)
            path.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
            painter.fillPath(path, shade(CANVAS))
            painter.setPen(QPen(shade(LINE), 1))
            painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


class Listing(QWidget):
    """A table on paper with round corners. `most`: higher than that, it scrolls by itself."""

    def __init__(self, view: WordsView) -> None:
        super().__init__()
        self.view = view
        view.setParent(self)
        self._rounding = Rounding(self)
        self._most = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_most(self, height: int) -> None:
        self._most = height

    def height_at(self, width: int) -> int:
        self.view.lay(width - 2)
        full = self.view.full_height() + 2
        if not self._most or full <= self._most or self.view.model().rowCount() <= FEW:
            return full
        self.view.lay(width - 2 - self.view.verticalScrollBar().sizeHint().width())
        return self._most

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.height_at(self.width()) >= self.view.full_height() + 2
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.view.setVerticalScrollBarPolicy(always)
        self.view.setGeometry(self.rect().adjusted(1, 1, -1, -1))
        self._rounding.setGeometry(self.rect())
        self._rounding.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            fill_box(painter, QRectF(self.rect()), ROUND, PAPER)


class TablePanel(Listing):
    """A table of a pane."""

    def __init__(self) -> None:
        self._model = WordsModel()
        super().__init__(WordsView(self._model))
        self._model.setParent(self)
        self.set_most(theme.px(640))

    def show_table(self, table: Table) -> None:
        self._model.show_words(table.columns, table.rows)
        self.view.show_weights(table.widths)
        self.view.setAccessibleName(", ".join(table.columns))
