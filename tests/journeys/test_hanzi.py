"""A machine without any font: the program brings its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage, QPainter, QRawFont

from parkdir import app
from parkdir.ui import theme
from tests.journeys.conftest import Start
from tests.journeys.desk import TOP, environment
from tests.journeys.walk import all_words, walking

EMPTY = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""


@pytest.fixture
def fontless(tmp_path: Path) -> dict[str, str]:
    """An environment in which the system has no font at all."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    config = tmp_path / "fonts.conf"
    config.write_text(EMPTY.format(folder=folder), "utf-8")
    return {"FONTCONFIG_FILE": str(config), "FONTCONFIG_PATH": str(folder)}


def test_every_sign_of_every_page_is_drawn(fontless: dict[str, str], shipped: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home", QT_QPA_PLATFORM="offscreen", **fontless)
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.test_hanzi", str(shipped)],
        env={**env, "PYTHONPATH": f"{TOP / 'src'}:{TOP}"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["system"] == []
    assert told["signs"] > 500
    assert told["absent"] == ""
    assert told["blank or alike"] == []


@pytest.mark.display
@pytest.mark.needs("xprop")
def test_the_window_shows_hanzi(fontless: dict[str, str], start: Start, kept_home: Path) -> None:
    """The same picture as on a machine with fonts: none of them is used."""
    desk = start(kept_home)
    desk.ready()
    usual = desk.settled("with-fonts")
    assert desk.close() == 0
    bare = start(kept_home, **fontless)
    bare.ready()
    bare.settled("without-fonts")
    bare.shows(usual)
    assert bare.close() == 0
    assert bare.errors == ""


def ink(sign: str) -> bytes:
    """The pixels of one sign."""
    picture = QImage(48, 48, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(theme.font(34))
    painter.drawText(QPoint(4, 38), sign)
    painter.end()
    return bytes(picture.constBits())


def main() -> None:
    """What this process can draw of all words, as JSON."""
    app.application()
    system = [name for name in QFontDatabase.families() if name not in ("Monospace", "Sans Serif", "Serif")]
    signs: set[str] = set()
    for language in ("zh", "en"):
        for view in ("internal", "visitor"):
            with walking(Path(sys.argv[1]), language, view) as walk:
                for stop in walk.stops():
                    walk.go(stop)
                    signs |= set("".join(all_words(walk.window)))
    signs = {sign for sign in signs if sign.isprintable() and not sign.isspace()}
    families = [QRawFont.fromFont(theme_font(name)) for name in theme.FAMILIES]
    absent = [sign for sign in signs if not any(font.supportsCharacter(ord(sign)) for font in families)]
    inked = {sign: ink(sign) for sign in sorted(signs) if "\u4e00" <= sign <= "\u9fff"}
    blank = [sign for sign, pixels in inked.items() if pixels == ink(" ")]
    alike = len(inked) - len(set(inked.values()))
    told = {
        "system": system,
        "signs": len(signs),
        "absent": "".join(sorted(absent)),
        "blank or alike": blank + ["alike"] * alike,
    }
    print(json.dumps(told, ensure_ascii=False))


def theme_font(family: str) -> QFont:
    font = QFont(family)
    assert QFontInfo(font).family() == family
    return font


if __name__ == "__main__":
    main()
