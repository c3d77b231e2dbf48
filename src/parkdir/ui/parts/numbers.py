"""How a figure is set: label, big number and unit, date and source. Used by cards and by the strip."""

from typing import NamedTuple

from parkdir.domain.brief import Figure
from parkdir.ui import theme
from parkdir.ui.parts.ink import INK, SECOND, Ink, advance, line_height

WIDEST = 320  # of a label before it is broken


class Setting(NamedTuple):
    """The sizes of one place: a card's or the strip's."""

    label: int
    number: int
    unit: int
    small: int
    source: bool
    most: int  # lines of a text
    fold: int  # width at which the small lines are broken or elided


CARD = Setting(label=13, number=24, unit=13, small=12, source=False, most=2, fold=190)
DENSE = CARD._replace(most=1)
STRIP = Setting(label=13, number=34, unit=15, small=12, source=True, most=3, fold=190)
SLIM = STRIP._replace(number=24, unit=13, most=2, fold=165)


def natural_width(figure: Figure, setting: Setting) -> float:
    """What it takes to show it whole, its date and source lines folded if they are long."""
    label = min(_label_width(figure, setting), theme.px(WIDEST))
    small = max((advance(text, setting.small) for text in _small(figure, setting)), default=0.0)
    number = min(_number_width(figure, setting, setting.number), theme.px(2 * WIDEST))
    return max(label, number, min(small, theme.px(setting.fold)))


def put_figure(ink: Ink, x: float, top: float, room: float, figure: Figure, setting: Setting) -> float:
    """Sets the figure into the room; the height it took."""
    y = top
    y += _put_label(ink, x, y, room, figure, setting)
    y += _put_number(ink, x, y, room, figure, setting)
    for text in _small(figure, setting):
        y += ink.wrap(x, y, room, text, setting.small, colour=SECOND, most=setting.most)
    if figure.marks and setting.source:
        y += theme.px(6)
        y += ink.pills(x, y, room, figure.marks, 2, px=12)
    return y - top


def _small(figure: Figure, setting: Setting) -> list[str]:
    texts = [figure.dated, figure.source if setting.source else ""]
    return [text for text in texts if text]


def _label_width(figure: Figure, setting: Setting) -> float:
    label = advance(figure.label, setting.label)
    return label + advance(figure.lead, setting.label, True) + theme.px(8) if figure.lead else label


def _put_label(ink: Ink, x: float, top: float, room: float, figure: Figure, setting: Setting) -> float:
    """The date stands first, as large as the label, where the figure is overdue."""
    step, left, free = line_height(setting.label), x, room
    if figure.lead:
        taken = ink.line(x, top, room, figure.lead, setting.label, True) + theme.px(8)
        left, free = x + taken, room - taken
        if advance(figure.label, setting.label) > free:
            return step + ink.wrap(x, top + step, room, figure.label, setting.label, colour=SECOND, most=setting.most)
        ink.line(left, top, free, figure.label, setting.label, colour=SECOND)
        return step
    return ink.wrap(left, top, free, figure.label, setting.label, colour=SECOND, most=setting.most)


def _pieces(figure: Figure, setting: Setting, size: int) -> list[tuple[str, int, bool, str, float]]:
    """Text, size, weight, colour and the gap before it."""
    pieces = [
        (figure.before.strip(), setting.unit, False, INK, 0.0),
        (figure.number, size, True, INK, theme.px(4) if figure.before else 0.0),
        (figure.unit.strip(), setting.unit, False, SECOND, theme.px(4)),
    ]
    return [piece for piece in pieces if piece[0]]


def _number_width(figure: Figure, setting: Setting, size: int) -> float:
    return sum(gap + advance(text, px, bold) for text, px, bold, _colour, gap in _pieces(figure, setting, size))


def _put_number(ink: Ink, x: float, top: float, room: float, figure: Figure, setting: Setting) -> float:
    """Smaller where the room is too small, and only then wrapped as words."""
    height = line_height(setting.number, True)
    sizes = [size for size in (setting.number, 24, 18, 15) if size <= setting.number]
    size = next((size for size in sizes if _number_width(figure, setting, size) <= room), 0)
    if not size:
        text = " ".join(piece for piece in (figure.before, figure.number, figure.unit) if piece)
        return ink.wrap(x, top, room, text, 15, True)
    base = top + theme.metrics(setting.number, True).ascent()
    left = x
    for text, px, bold, colour, gap in _pieces(figure, setting, size):
        left += gap
        left += ink.line(left, base - theme.metrics(px, bold).ascent(), room, text, px, bold, colour)
    return height
