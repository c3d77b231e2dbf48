"""Icons from the cache file, and what happens when there is none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from parkdir.ui import icons, theme


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[None]:
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path))
    icons._masks.cache_clear()
    icons._tinted.cache_clear()
    yield
    icons._masks.cache_clear()
    icons._tinted.cache_clear()


def test_an_icon_has_the_tokens_colour_and_the_screens_sharpness() -> None:
    image = icons.pixmap("park", 20, "primary", 2.0).toImage()
    assert (image.width(), image.height()) == (40, 40)
    ink = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    solid = [c for c in ink if c.alpha() == 255]
    assert solid
    assert {c.name() for c in solid} == {QColor(theme.colour("primary")).name()}
    assert any(c.alpha() == 0 for c in ink)


def test_a_warm_start_does_not_import_qtawesome(monkeypatch: pytest.MonkeyPatch) -> None:
    before = icons.pixmap("search", 18).toImage()
    icons.store()
    icons._masks.cache_clear()
    icons._tinted.cache_clear()
    monkeypatch.setattr(icons, "_drawn", pytest.fail)
    assert icons.pixmap("search", 18).toImage() == before


def test_a_damaged_cache_is_drawn_anew(tmp_path: Path) -> None:
    icons.store()
    [kept] = (tmp_path / "cache").iterdir()
    assert kept.name == "icons-1.4.2.bin"
    kept.write_bytes(b"\0\0\0\0\0\0\0\xffnonsense")
    icons._masks.cache_clear()
    assert not icons.pixmap("search", 18).isNull()


def test_a_cache_that_can_not_be_written_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    icons.pixmap("search", 18)
    icons.store()


def test_every_name_is_in_the_family(qapp: object) -> None:
    import qtawesome

    charmap = Path(qtawesome.__file__).parent / "fonts" / "phosphor-charmap-1.3.0.json"
    assert set(icons.NAMES.values()) <= set(json.loads(charmap.read_text()))


def test_an_unknown_name_still_gives_an_icon() -> None:
    assert not icons.icon("no such thing").isNull()
