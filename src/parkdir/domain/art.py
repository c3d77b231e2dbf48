"""Cover art as SVG text: one quiet picture for a kind of industry, never a photograph and never a map.

Everything is drawn from the logical size alone, so that a size always gives the same text. Only what QtSvg and
typst both draw is used: paths, rects, circles, linear gradients, opacity; no mask, clip, filter or style.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

ART_VERSION = 1  # raise it when a picture changes: kept rasters carry it in their names

Point = tuple[float, float]


class Cover(StrEnum):
    """What a cover can show; a name that is not here is drawn plain."""

    CONTOUR = "contour"  # geographic information
    WAVE = "wave"  # media, culture, technology
    FRAMES = "frames"  # animation
    DOTS = "dots"  # digital economy
    PLAIN = "plain"  # the unnamed, the unknown


_TONES: dict[Cover, tuple[str, str]] = {
    Cover.CONTOUR: ("#0F6E84", "#0B4558"),
    Cover.WAVE: ("#A9432F", "#6A1D2B"),
    Cover.FRAMES: ("#6746B5", "#35216E"),
    Cover.DOTS: ("#1F5DBD", "#132F70"),
    Cover.PLAIN: ("#586B7A", "#3B4C5A"),
}
_NIGHT = (5, 9, 13)


class Sheet(NamedTuple):
    """The paper: its size, where the calm part ends, and the ink."""

    width: float
    height: float
    calm: float  # no art left of this x
    printed: bool
    colour: str  # of the ink

    @property
    def unit(self) -> float:
        """Spacings and pens grow slower than the sheet: 1 at a card's 104 px, about 2 at 400."""
        return min(2.4, max(0.7, math.sqrt(self.height / 104)))

    @property
    def full(self) -> float:
        """Where the art has reached its strength."""
        return self.calm + max(1.0, (self.width - self.calm) * 0.6)

    def fade(self, x: float) -> float:
        """How strong the art is at x; where no text stands it begins with a third."""
        share = min(1.0, max(0.0, (x - self.calm) / (self.full - self.calm)))
        floor = 0.0 if self.calm else 0.35
        return floor + (1 - floor) * share * share * (3 - 2 * share)

    def pen(self, width: float) -> str:
        return _num(width * self.unit * (0.7 if self.printed else 1.0))

    def ink(self, opacity: float) -> str:
        return _num(min(1.0, opacity * 1.5) if self.printed else opacity, 3)


def kind_of(name: str) -> Cover:
    """The kind of that name, plain for any other."""
    return Cover(name) if name in Cover.__members__.values() else Cover.PLAIN


def tones(kind: str, theme: str = "light") -> tuple[str, str]:
    """The lit and the deep end of the ground; white on either is above 4.5 : 1."""
    lit, deep = _TONES[kind_of(kind)]
    return (_at_night(lit), _at_night(deep)) if theme == "dark" else (lit, deep)


def _at_night(tone: str) -> str:
    parts = (int(tone[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(0.76 * part + 0.24 * night):02X}" for part, night in zip(parts, _NIGHT, strict=True))


def cover_svg(
    kind: str, width: int, height: int, *, theme: str = "light", text_width: float = 0.0, plain_print: bool = False
) -> str:
    """An SVG document; the left `text_width` of it (0 to 1) stays free of art, for white text."""
    w, h = float(max(1, width)), float(max(1, height))
    lit, deep = tones(kind, "light" if plain_print else theme)
    sheet = Sheet(w, h, w * min(1.0, max(0.0, text_width)), plain_print, lit if plain_print else "#FFFFFF")
    body = _DRAWN[kind_of(kind)](sheet) if sheet.calm < w else []
    ground = ["#FFFFFF"] if plain_print else ["url(#ground)", "url(#scrim)"]
    area = f'width="{_num(w)}" height="{_num(h)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {area} viewBox="0 0 {_num(w)} {_num(h)}">'
    rects = [f'<rect {area} fill="{paint}"/>' for paint in ground]
    return "".join([head, "<defs>", *_paints(sheet, lit, deep), "</defs>", *rects, *body, "</svg>"])


# ground and paints


def _paints(sheet: Sheet, lit: str, deep: str) -> Iterable[str]:
    w, h = sheet.width, sheet.height
    reach = 0.42 * w + 0.9 * h  # along a steep diagonal, so that a wide header is lit like a card
    yield _gradient("ground", (0, 0, 0.42 * reach, 0.9 * reach), [(0, lit, 1), (1, deep, 1)])
    # black, not the deep tone: a faint colour is rounded to stripes where rasters keep eight premultiplied bits
    shadow = 0.12 if sheet.calm else 0.0
    yield _gradient("scrim", (0, 0, sheet.full, 0), [(0, "#000000", shadow), (1, "#000000", 0)])
    eased = [(i / 4, sheet.fade(sheet.calm + i / 4 * (sheet.full - sheet.calm))) for i in range(5)]
    yield _gradient("ink", (sheet.calm, 0, sheet.full, 0), [(at, sheet.colour, share) for at, share in eased])


def _gradient(name: str, line: tuple[float, float, float, float], stops: Iterable[tuple[float, str, float]]) -> str:
    x1, y1, x2, y2 = map(_num, line)
    inner = "".join(
        f'<stop offset="{_num(at, 3)}" stop-color="{colour}" stop-opacity="{_num(share, 3)}"/>'
        for at, colour, share in stops
    )
    ends = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    return f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends}>{inner}</linearGradient>'


# contour: the level lines of one slope; they run from edge to edge and can neither close nor cross


def _contour(sheet: Sheet) -> list[str]:
    count = max(8, round(sheet.height / (8.2 * sheet.unit)))
    lines = [(i, _level(sheet, i / count - 0.35)) for i in range(round(count * 1.8))]
    seen = [(i, _through(points)) for i, points in lines if any(-3 < y < sheet.height + 3 for _, y in points)]
    # a path for each line and hairlines of one unit: rasters draw both several times faster
    hair, bold = ("0.7", "1") if sheet.printed else ("1", sheet.pen(1.4))
    return [_stroke(d, hair if i % 5 else bold, sheet.ink(0.4 if i % 5 else 0.72)) for i, d in seen]


def _level(sheet: Sheet, level: float) -> list[Point]:
    h = sheet.height
    steps = max(4, math.ceil((sheet.width - sheet.calm) / (0.3 * h)))
    span = (sheet.width - sheet.calm) / steps
    return [(sheet.calm + i * span, _height(i * span / h, level) * h) for i in range(steps + 1)]


def _height(x: float, level: float) -> float:
    """Where a level lies at x (both in sheet heights): hills lift it and hollows drop it, most at their own level."""
    y = level + 0.1 * math.sin(1.1 * x + 1.6 * level + 0.6)
    near = round((x - 0.9) / 1.5)
    for i in range(near - 1, near + 2):
        centre, at = 0.9 + 1.5 * i + 0.2 * math.sin(2.4 * i), 0.52 + 0.3 * math.sin(1.9 * i + 0.4)
        lift = 0.27 if i % 2 == 0 else -0.2
        y -= lift * _bell((x - centre) / 0.7) * _bell((level - at) / 0.36)
    return y


def _bell(x: float) -> float:
    return math.exp(-x * x)


# wave: a recorded voice, mirrored at its middle line


def _wave(sheet: Sheet) -> list[str]:
    pitch, middle = 6.4 * sheet.unit, sheet.height * 0.52
    bars: dict[int, list[str]] = {}
    for n in range(int((sheet.width - sheet.calm) / pitch)):
        x = sheet.calm + pitch * (n + 0.5)
        loud = _loudness((x - sheet.calm) / sheet.height) * (0.8 + 0.2 * math.sin(n * 2.3))
        half = sheet.height * (0.012 + 0.37 * loud)
        bars.setdefault(min(3, int(loud * 4)), []).append(f"M{_num(x)} {_num(middle - half)}V{_num(middle + half)}")
    return [_stroke("".join(d), sheet.pen(2.6), sheet.ink(0.38 + 0.12 * step)) for step, d in sorted(bars.items())]


def _loudness(x: float) -> float:
    """Syllables within phrases, 0 to 1."""
    phrase = 0.58 + 0.42 * math.sin(1.15 * x - 0.5)
    return phrase * (0.14 + 0.86 * math.sin(2.45 * x + 0.35 + 0.5 * math.sin(0.9 * x)) ** 2)


# frames: film strips on one swing; through the middle one bounces a ball, frame by frame


def _frames(sheet: Sheet) -> list[str]:
    tall = 0.4 * sheet.height / math.sqrt(sheet.unit)
    rows = math.ceil(0.5 * sheet.height / tall) + 1
    return [part for row in range(-rows, rows + 1) for part in _strip(sheet, row, tall)]


def _strip(sheet: Sheet, row: int, tall: float) -> Iterable[str]:
    step, h = tall * 1.62, sheet.height
    start = sheet.width - step * (0.3 + 0.37 * row % 1)
    room = start - (sheet.calm + step / 2 if sheet.calm else -step / 2)
    for n in range(max(0, math.ceil(room / step))):
        x = start - n * step
        across = (sheet.width - x) / h
        y = (0.5 + _swing(across)) * h + row * tall * 1.2
        lean = -math.degrees(math.atan((_swing(across + 0.01) - _swing(across - 0.01)) / 0.02))
        if -tall < y < h + tall:
            frame = _frame(sheet, tall, sheet.fade(x), None if row else n)
            yield f'<g transform="translate({_pair(x, y)}) rotate({_num(lean)})">{frame}</g>'


def _frame(sheet: Sheet, tall: float, strength: float, n: int | None) -> str:
    """One frame about the origin; with a number it belongs to the middle strip and shows the ball."""
    wide, (fill, pen, ink) = tall * 1.46, (0.04, 0.9, 0.26) if n is None else (0.11, 1.3, 0.7)
    size = f'x="{_num(-wide / 2)}" y="{_num(-tall / 2)}" width="{_num(wide)}" height="{_num(tall)}"'
    inside = f'fill="{sheet.colour}" fill-opacity="{_num(0 if sheet.printed else fill * strength, 3)}"'
    edge = f'stroke="{sheet.colour}" stroke-width="{sheet.pen(pen)}" stroke-opacity="{sheet.ink(ink * strength)}"'
    box = f'<rect {size} rx="{_num(tall * 0.1)}" {inside} {edge}/>'
    return box if n is None else box + "".join(_ball(sheet, tall, strength, n))


def _ball(sheet: Sheet, tall: float, strength: float, n: int) -> Iterable[str]:
    """Where the ball is, and fainter where it has just been."""
    for back, share in ((0.32, 0.16), (0.16, 0.36), (0.0, 0.95)):
        way = (-n % 5 + 0.9) / 5 - back
        x, y = (way - 0.5) * tall * 0.95, tall * (0.29 - 0.56 * abs(math.sin(way * math.pi)))
        paint = f'fill="{sheet.colour}" fill-opacity="{sheet.ink(share * strength)}"'
        yield f"<circle {_round(x, y, tall * 0.085)} {paint}/>"


def _swing(x: float) -> float:
    return 0.13 * math.sin(1.25 * x + 0.5)


# dots: a grid whose dots swell and shrink


def _dots(sheet: Sheet) -> list[str]:
    pitch = 9.6 * sheet.unit
    groups: dict[int, list[str]] = {}
    for row in range(math.ceil(sheet.height / pitch)):
        y = pitch * (row + 0.5)
        x = sheet.width - pitch * (0.5 + 0.5 * (row % 2))
        while x > sheet.calm:
            swell = _swell(x / sheet.height, y / sheet.height)
            shade = round(20 * sheet.fade(x) * (0.24 + 0.5 * swell))
            groups.setdefault(shade, []).append(f"<circle {_round(x, y, pitch * (0.06 + 0.23 * swell))}/>")
            x -= pitch
    return [
        f'<g fill="{sheet.colour}" fill-opacity="{sheet.ink(shade / 20)}">{"".join(dots)}</g>'
        for shade, dots in sorted(groups.items())
        if shade
    ]


def _swell(x: float, y: float) -> float:
    return 0.5 + 0.25 * (math.sin(2.6 * x + 2.2 * y) + math.sin(1.7 * x - 3.4 * y + 1.2))


# plain: three wide rings of light, nothing that could be read as a picture


def _plain(sheet: Sheet) -> list[str]:
    size = min(sheet.height, (sheet.width - sheet.calm) / 2.3) if sheet.calm else sheet.height
    x, y = sheet.width - 0.6 * size, sheet.height + 0.12 * size
    line = f'fill="none" stroke="{sheet.colour}" stroke-width="{sheet.pen(1)}" stroke-opacity="0.5"'
    paint = line if sheet.printed else 'fill="#DCE9F2" fill-opacity="0.05"'
    return [f"<circle {_round(x, y, radius * size)} {paint}/>" for radius in (1.65, 1.2, 0.74)]


_DRAWN: dict[Cover, Callable[[Sheet], list[str]]] = dict(
    zip(Cover, (_contour, _wave, _frames, _dots, _plain), strict=True)
)


# words of SVG


def _through(points: Sequence[Point]) -> str:
    """A smooth open path through the points (Catmull-Rom as cubic Béziers)."""
    text = ["M" + _pair(*points[0])]
    padded = [points[0], *points, points[-1]]
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first, second = _pair(bx + (cx - ax) / 6, by + (cy - ay) / 6), _pair(cx - (dx - bx) / 6, cy - (dy - by) / 6)
        text.append(f"C{first} {second} {_pair(cx, cy)}")
    return "".join(text)


def _pair(x: float, y: float) -> str:
    return f"{_num(x)} {_num(y)}"


def _stroke(d: str, width: str, opacity: str) -> str:
    pen = f'stroke="url(#ink)" stroke-width="{width}" stroke-opacity="{opacity}" stroke-linecap="round"'
    return f'<path d="{d}" fill="none" {pen}/>'


def _round(x: float, y: float, radius: float) -> str:
    return f'cx="{_num(x)}" cy="{_num(y)}" r="{_num(radius, 2)}"'


def _num(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
