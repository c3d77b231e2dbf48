"""The words of a card, laid out below its cover."""

from functools import lru_cache

from parkdir.domain.brief import Card
from parkdir.i18n import _, language
from parkdir.ui import theme
from parkdir.ui.parts.ink import (
    CHIP,
    CHIP_GROUND,
    INK,
    LINE,
    PRIMARY,
    SECOND,
    Ink,
    advance,
    broken,
    line_height,
    pill_height,
    scale,
)
from parkdir.ui.parts.numbers import CARD, DENSE, natural_width, put_figure

COMPACT = 76
MOST_FIGURES = 4
NOT_READ = -1  # a completeness that is not known yet, and has its room
WIDE = 560  # a note has one line from that width on, else two


def dense_height(bar: bool) -> float:
    """Title, second name, a row of figures, a line of pills, a note, a bar."""
    height = theme.px(14) + line_height(18, True) + line_height(13)
    height += theme.px(12) + line_height(13) + line_height(24, True) + line_height(12)
    height += theme.px(12) + pill_height() + theme.px(10) + line_height(12) + theme.px(18)
    return height + (theme.px(10) + line_height(12) if bar else 0)


def completeness_words(card: Card) -> str:
    """Nothing outside, and inside nothing until it has been read."""
    if card.completeness is None or card.completeness == NOT_READ:
        return ""
    return _("Completeness {percent}%").format(percent=card.completeness)


def face(card: Card, width: int, dense: bool) -> Ink:
    """The words at that width, kept for that size of text and that language."""
    return _face(card, width, dense, scale(), language())


@lru_cache(maxsize=1024)
def _face(card: Card, width: int, dense: bool, _scale: float, _language: str) -> Ink:
    return _compact(card, width) if card.compact else _full(card, width, dense)


def _full(card: Card, width: int, dense: bool) -> Ink:
    ink, x = Ink(), theme.px(20)
    room, y = width - 2 * x, float(theme.px(14))
    taken = ink.wrap(x, y, room, card.title, 18, True, most=1 if dense else 2)
    y += taken
    if card.subtitle:
        ink.line(x, y, room, card.subtitle, 13, colour=SECOND)
        y += line_height(13)
    y = _figures(ink, x, y, room, card, dense)
    if card.chips:
        y += theme.px(12)
        y += ink.pills(x, y, room, card.chips, 1 if dense else 2)
    y = _foot(ink, x, y, room, card, dense)
    ink.height = y + theme.px(18)
    return ink


def _figures(ink: Ink, x: float, top: float, room: float, card: Card, dense: bool) -> float:
    """In one row or two; those that fit in neither are told in the tool tip."""
    if not card.figures:
        return top
    setting = DENSE if dense else CARD
    figures = card.figures[:MOST_FIGURES]
    rows = _rows([min(natural_width(figure, setting), room) for figure in figures], room, 1 if dense else 2)
    y, gap, number = top, theme.px(26), 0
    for row in rows:
        y += theme.px(12)
        left, lowest = x, y
        for width in row:
            lowest = max(lowest, y + put_figure(ink, left, y, width, figures[number], setting))
            left, number = left + width + gap, number + 1
        y = lowest
    ink.cut = ink.cut or number < len(card.figures)
    return y


def _rows(widths: list[float], room: float, most: int) -> list[list[float]]:
    """The widths of each row's cells: all in one, else in two rows that stand in line, else as they come."""
    gap, half = theme.px(26), (len(widths) + 1) // 2
    if sum(widths) + gap * (len(widths) - 1) <= room:
        return [widths]
    pairs = [max(widths[place::half]) for place in range(half)] if half > 1 else []
    if pairs and most > 1 and sum(pairs) + gap * (half - 1) <= room:
        return [pairs, pairs[: len(widths) - half]]
    rows: list[list[float]] = [[]]
    for width in widths:
        if rows[-1] and sum(rows[-1]) + gap * len(rows[-1]) + width > room:
            if len(rows) == most:
                break
            rows.append([])
        rows[-1].append(width)
    return rows


def _foot(ink: Ink, x: float, top: float, room: float, card: Card, dense: bool) -> float:
    """Inside every card has room for a note and a bar: nothing moves where they come later, or not at all."""
    y, lines = top, 1 if dense or room >= theme.px(WIDE) else 2
    if card.note or card.completeness is not None:
        y += theme.px(10)
        taken = ink.wrap(x, y, room, card.note, 12, colour=SECOND, most=lines)
        y += taken if card.completeness is None else lines * line_height(12)
    if card.completeness is not None:
        y += theme.px(10)
        _bar(ink, x, y, room, completeness_words(card), card.completeness)
        y += line_height(12)
    return y


def _bar(ink: Ink, x: float, top: float, room: float, words: str, percent: int) -> None:
    if not words:
        return
    taken = ink.line(x, top, room, words, 12, colour=SECOND) + theme.px(12)
    length, thick = room - taken, theme.px(4)
    if length < theme.px(24):
        return
    y = top + (line_height(12) - thick) / 2
    ink.box(x + taken, y, length, thick, thick / 2, LINE)
    if percent > 0:
        ink.box(x + taken, y, max(thick, length * min(100, percent) / 100), thick, thick / 2, PRIMARY)


def _compact(card: Card, width: int) -> Ink:
    """Icon, name and one small line; the state at the right."""
    ink, pad, side = Ink(), theme.px(16), theme.px(40)
    height = float(theme.px(COMPACT))
    ink.box(pad, (height - side) / 2, side, side, 9, CHIP_GROUND)
    ink.icon(pad + theme.px(10), (height - side) / 2 + theme.px(10), "building", 20, CHIP)
    x = pad + side + theme.px(12)
    pill = advance(card.status.text, 12) + theme.px(20) if card.status else 0.0
    room = float(width - x - pad)
    percent = completeness_words(card)
    small = "　".join(text for text in (card.subtitle or card.note, percent) if text)
    beside = pill and room - pill - theme.px(8) >= min(advance(card.title, 15, True), theme.px(96))
    room -= pill + theme.px(8) if beside else 0
    lines = len(broken(card.title, 15, True, room, 2))
    y = (height - lines * line_height(15, True) - (line_height(12) if small else 0)) / 2
    y += ink.wrap(x, y, room, card.title, 15, True, INK, most=2)
    ink.line(x, y, room, small, 12, colour=SECOND)
    if card.status and beside:
        ink.pill(width - pad - pill, (height - pill_height(12)) / 2, card.status, pill, 12)
    ink.cut = ink.cut or bool(card.status and not beside)
    ink.height = height
    return ink
