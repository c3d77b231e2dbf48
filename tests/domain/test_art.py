"""Covers as text: the same every time, well formed, calm where the words stand, and never a closed line."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from parkdir.domain.art import Cover, cover_svg, kind_of, tones

SVG = "{http://www.w3.org/2000/svg}"
SIZES = [(336, 104), (520, 100), (1376, 182), (1920, 400), (640, 360)]
DRAWN_BY_QT_AND_TYPST = {"svg", "defs", "linearGradient", "stop", "rect", "circle", "path", "g"}

each_kind = pytest.mark.parametrize("kind", list(Cover))
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@each_kind
@each_size
@pytest.mark.parametrize("printed", [False, True])
def test_a_cover_is_the_same_every_time_and_well_formed(kind: str, size: tuple[int, int], printed: bool) -> None:
    text = cover_svg(kind, *size, text_width=0.4, plain_print=printed)
    assert text == cover_svg(kind, *size, text_width=0.4, plain_print=printed)
    root = ET.fromstring(text)
    assert root.get("viewBox") == f"0 0 {size[0]} {size[1]}"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= DRAWN_BY_QT_AND_TYPST
    assert not any("style" in element.attrib or "class" in element.attrib for element in root.iter())
    assert "nan" not in text
    assert "inf" not in text


@each_size
@pytest.mark.parametrize("text_width", [0.0, 0.5])
def test_contour_lines_run_from_edge_to_edge_and_never_close_or_cross(size: tuple[int, int], text_width: float) -> None:
    width, height = size
    lines = [
        [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=C|$)", path.get("d", ""))]
        for path in ET.fromstring(cover_svg("contour", width, height, text_width=text_width)).iter(SVG + "path")
    ]
    assert len(lines) >= 8
    assert "Z" not in cover_svg("contour", width, height).upper().split("</DEFS>")[1]
    for line in lines:
        assert line[0][0] == pytest.approx(width * text_width, abs=0.1)
        assert line[-1][0] == pytest.approx(width, abs=0.1)
        assert all(here[0] < there[0] for here, there in pairwise(line))
    for upper, lower in pairwise(lines):
        assert all(above[1] < below[1] for above, below in zip(upper, lower, strict=True))


@each_kind
def test_nothing_is_drawn_where_all_is_text(kind: str) -> None:
    body = cover_svg(kind, 900, 500, text_width=1.0).split("</defs>")[1]
    assert body.count("<") == 3  # ground, scrim, the end
    assert cover_svg(kind, 900, 500, text_width=7) == cover_svg(kind, 900, 500, text_width=1)


@pytest.mark.parametrize("name", ["", "steel", "CONTOUR", "unnamed"])
def test_an_unknown_kind_is_plain(name: str) -> None:
    assert kind_of(name) is Cover.PLAIN
    assert cover_svg(name, 336, 104) == cover_svg("plain", 336, 104)
    assert tones(name) == tones("plain")


@each_kind
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_white_reads_on_both_tones(kind: str, theme: str) -> None:
    lit, deep = map(luminance, tones(kind, theme))
    assert 1.05 / (lit + 0.05) >= 4.5
    assert deep < lit


def test_the_kinds_are_told_apart_and_the_dark_theme_is_deeper() -> None:
    assert len({cover_svg(kind, 336, 104) for kind in Cover}) == len(Cover)
    assert len({tones(kind) for kind in Cover}) == len(Cover)
    for kind in Cover:
        assert all(luminance(d) < luminance(b) for d, b in zip(tones(kind, "dark"), tones(kind), strict=True))
        assert cover_svg(kind, 336, 104, theme="dark") != cover_svg(kind, 336, 104)


@each_kind
@pytest.mark.parametrize("size", [(0, 0), (1, 1), (-4, 30), (3000, 8), (60, 900)])
def test_odd_sizes_still_give_a_document(kind: str, size: tuple[int, int]) -> None:
    ET.fromstring(cover_svg(kind, *size))
    ET.fromstring(cover_svg(kind, *size, text_width=0.999))


@each_kind
def test_a_print_version_stands_on_white_in_its_own_hue(kind: str) -> None:
    text = cover_svg(kind, 640, 360, plain_print=True)
    assert text == cover_svg(kind, 640, 360, plain_print=True, theme="dark")
    body = text.split("</defs>")[1]
    assert body.startswith('<rect width="640" height="360" fill="#FFFFFF"/>')
    assert body.count("#FFFFFF") == 1
    assert tones(kind)[0] in text


@each_kind
@each_size
def test_a_cover_is_small(kind: str, size: tuple[int, int]) -> None:
    assert len(cover_svg(kind, *size)) < 100_000
