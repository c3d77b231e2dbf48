"""Covers as pixels: white words read on them, they are drawn once, and a second start loads no QtSvg."""

import logging
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from parkdir.domain.art import Cover, cover_svg
from parkdir.ui.parts import covers as module
from parkdir.ui.parts.covers import Covers, Key, draw

SIZES = [(336, 104), (520, 100), (1376, 182), (1920, 400), (640, 360)]
THEMES = ["light", "dark"]

pytestmark = [pytest.mark.xdist_group("gui"), pytest.mark.usefixtures("qapp")]
each_kind = pytest.mark.parametrize("kind", [kind.value for kind in Cover])
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def channels(image: QImage) -> tuple[bytes, bytes, bytes, bytes]:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw = bytes(plain.constBits())
    return raw[0::4], raw[1::4], raw[2::4], raw[3::4]


def pixels(image: QImage) -> set[tuple[int, int, int]]:
    return set(zip(*channels(image)[:3], strict=True))


def contrast_of_white(pixel: tuple[int, int, int]) -> float:
    red, green, blue = ((p / 255 / 12.92) if p <= 10 else ((p / 255 + 0.055) / 1.055) ** 2.4 for p in pixel)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def rendered(text: str, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        renderer = QSvgRenderer(QByteArray(text.encode()))
        assert renderer.isValid()
        renderer.render(painter)
    return image


@each_kind
@each_size
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("text_width", [0.3, 0.5])
def test_white_words_read_on_the_text_area(kind: str, size: tuple[int, int], theme: str, text_width: float) -> None:
    image = draw(Key(kind, *size, 1.0, theme, 0.0, text_width))
    area = image.copy(0, 0, round(size[0] * text_width), size[1])
    assert min(map(contrast_of_white, pixels(area))) >= 4.5


@each_kind
def test_the_text_area_is_calm(kind: str) -> None:
    """No line, bar or dot there: neighbours differ by no more than a gradient does."""
    image = draw(Key(kind, 1376, 182, 1.0, "light", 0.0, 0.5))
    for y in range(0, 182, 7):
        row = [image.pixelColor(x, y).lightness() for x in range(686)]
        assert max(abs(here - there) for here, there in pairwise(row)) <= 2


@pytest.mark.parametrize("kind", ["contour", "wave", "frames", "dots"])
@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0, 3.0])
def test_there_is_art_beside_it(kind: str, dpr: float) -> None:
    image = draw(Key(kind, 336, 104, dpr, "light", 0.0, 0.4))
    row = [image.pixelColor(image.width() * 3 // 4, y).lightness() for y in range(image.height())]
    across = [image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width() // 2, image.width())]
    assert max(max(row) - min(row), max(across) - min(across)) > 25


@each_kind
@each_size
@pytest.mark.parametrize("text_width", [0.0, 0.4])
def test_the_print_version_takes_little_ink(kind: str, size: tuple[int, int], text_width: float) -> None:
    image = rendered(cover_svg(kind, *size, text_width=text_width, plain_print=True), *size)
    strongest = sum(255 - min(pixel) for pixel in zip(*channels(image)[:3], strict=True))
    assert 0 < strongest / (255 * size[0] * size[1]) <= 0.15


def test_a_cover_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Key] = []

    def counted(key: Key) -> QImage:
        drawn.append(key)
        return draw(key)

    monkeypatch.setattr(module, "draw", counted)
    covers = Covers()
    first = covers.pixmap("wave", 336, 104, 2.0, "dark", radius=12)
    assert covers.pixmap("wave", 336, 104, 2.0, "dark", radius=12) is first
    assert first.size() == QSize(672, 208)
    assert first.devicePixelRatio() == 2.0
    assert covers.pixmap("wave", 336, 104, 2.0, "light", radius=12) is not first
    covers.clear()
    assert covers.pixmap("wave", 336, 104, 2.0, "dark", radius=12) is not first
    assert len(drawn) == 3


def test_the_longest_unused_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 3)
    covers = Covers()
    a, b = covers.pixmap("plain", 10, 10), covers.pixmap("plain", 11, 10)
    covers.pixmap("plain", 12, 10)
    assert covers.pixmap("plain", 10, 10) is a
    covers.pixmap("plain", 13, 10)
    assert covers.pixmap("plain", 10, 10) is a
    assert covers.pixmap("plain", 11, 10) is not b


@pytest.mark.parametrize("dpr", [1.0, 2.0])
def test_the_top_corners_are_round_and_smooth(dpr: float) -> None:
    image = Covers().pixmap("contour", 336, 104, dpr, radius=12).toImage()
    right, bottom = image.width() - 1, image.height() - 1
    for corner in (QPoint(0, 0), QPoint(right, 0)):
        assert image.pixelColor(corner).alpha() == 0
    for corner in (QPoint(0, bottom), QPoint(right, bottom), QPoint(right // 2, 0)):
        assert image.pixelColor(corner).alpha() == 255
    levels = {image.pixelColor(x, y).alpha() for x in range(round(12 * dpr)) for y in range(round(12 * dpr))}
    assert len(levels) >= 8


def test_without_a_radius_it_is_opaque() -> None:
    assert not Covers().pixmap("dots", 336, 104, 1.25).hasAlpha()


@pytest.mark.parametrize("radius", [0.0, 12.0])
def test_a_kept_cover_is_the_drawn_one(tmp_path: Path, radius: float) -> None:
    first = Covers(tmp_path / "covers")
    drawn = first.pixmap("frames", 336, 104, 1.5, radius=radius)
    first.store()
    assert [path.suffix for path in (tmp_path / "covers").iterdir()] == [".raw"]
    kept = Covers(tmp_path / "covers").pixmap("frames", 336, 104, 1.5, radius=radius)
    assert kept.devicePixelRatio() == 1.5
    assert channels(kept.toImage()) == channels(drawn.toImage())


def test_files_are_written_by_themselves_when_nothing_moves(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "IDLE_MS", 5)
    covers = Covers(tmp_path)
    for width in range(300, 310):
        covers.pixmap("plain", width, 104)
    covers.pixmap("dots", 300, 104)
    assert not list(tmp_path.iterdir())
    qtbot.waitUntil(lambda: len(list(tmp_path.iterdir())) == 2)
    assert sorted(path.name.split("-")[2:4] for path in tmp_path.iterdir()) == [
        ["dots", "300x104"],
        ["plain", "309x104"],
    ]


SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["covers"])
from parkdir.ui.parts.covers import Covers
covers = Covers(Path(sys.argv[1]))
pixmap = covers.pixmap("contour", 336, 104, 2.0, "light", radius=12)
assert pixmap.width() == 672, pixmap.width()
covers.store()
print("PySide6.QtSvg" in sys.modules)
"""


def test_a_second_start_loads_no_qtsvg(tmp_path: Path) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", SECOND_START, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]


@pytest.mark.parametrize("damage", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" * 1025])
def test_a_damaged_file_is_drawn_again(tmp_path: Path, damage: bytes) -> None:
    first = Covers(tmp_path)
    first.pixmap("wave", 64, 32)
    first.store()
    (file,) = tmp_path.iterdir()
    sound = file.read_bytes()
    file.write_bytes(damage)
    second = Covers(tmp_path)
    assert second.pixmap("wave", 64, 32).size() == QSize(64, 32)
    second.store()
    assert file.read_bytes() == sound


def test_a_folder_that_cannot_be_written_is_told_in_the_log_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    covers = Covers(blocked / "covers")
    with caplog.at_level(logging.WARNING):
        assert not covers.pixmap("dots", 64, 32).isNull()
        covers.pixmap("wave", 64, 32)
        covers.store()
    assert len(caplog.records) == 1


def test_a_failed_replace_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    covers = Covers(tmp_path)
    covers.pixmap("dots", 64, 32)
    covers.store()
    assert not list(tmp_path.iterdir())


def test_old_files_are_pruned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 4)
    other = tmp_path / "other.txt"
    other.write_text("not ours")
    covers = Covers(tmp_path)
    for height in range(20, 28):
        covers.pixmap("plain", 64, height)
        covers.store()
    assert len(list(tmp_path.glob("cover-*.raw"))) == 4
    assert other.exists()


def test_a_cover_prepared_is_on_disk_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    covers = Covers(tmp_path)
    key = Covers.key("wave", 336, 104, 1.0, "dark", text_width=0.4)
    covers.prepare(key)
    assert [path.name for path in tmp_path.iterdir()] == [key.file_name]
    assert not covers._kept
    monkeypatch.setattr(module, "draw", None)
    covers.prepare(key)
    assert covers.get(key).toImage() == QImage(covers.load(key).toImage())  # type: ignore[union-attr]


def test_what_can_not_be_prepared_is_drawn_later(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    covers, key = Covers(blocked / "covers"), Covers.key("wave", 64, 32, 1.0, "light")
    covers.prepare(key)
    assert not covers.get(key).isNull()
