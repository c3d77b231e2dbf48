"""The typeface the program brings: it has to do on a machine without one Chinese font."""

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
MAIN = "Parkdir Sans SC"
REST = "Parkdir Sans SC Rest"
FILES = {
    "ParkdirSansSC-Regular.otf": MAIN,
    "ParkdirSansSC-Bold.otf": MAIN,
    "ParkdirSansSCRest-Regular.otf": REST,
    "ParkdirSansSCRest-Bold.otf": REST,
}
# Drawn by nobody: controls, format characters, private use, unassigned; and the spaces Qt makes up itself.
UNDRAWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}


@pytest.fixture(scope="module")
def loaded(qapp: QApplication) -> Iterator[dict[str, list[str]]]:
    """The families Qt finds in each of the files."""
    assert qapp is not None
    identities = {name: QFontDatabase.addApplicationFont(str(FONTS / name)) for name in FILES}
    yield {name: QFontDatabase.applicationFontFamilies(identity) for name, identity in identities.items()}
    for identity in identities.values():
        QFontDatabase.removeApplicationFont(identity)


def face(family: str, *, bold: bool = False, pixels: int = 15) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    raw = QRawFont.fromFont(font)
    assert raw.familyName() == family
    return raw


def both(*, bold: bool = False, pixels: int = 15) -> QFont:
    font = QFont()
    font.setFamilies([MAIN, REST])
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def double_byte(encoding: str) -> set[str]:
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.add(bytes((lead, trail)).decode(encoding))
            except UnicodeDecodeError:
                continue
    return found


def hanzi(characters: set[str]) -> set[str]:
    ideographs = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")
    return {character for character in characters if unicodedata.name(character, "").startswith(ideographs)}


def lacking(characters: set[str], *families: str, bold: bool) -> list[str]:
    """Those of the characters which no file of these families draws; other fonts of the machine do not count."""
    faces = [face(family, bold=bold) for family in families]
    return sorted(one for one in characters if not any(raw.supportsCharacter(ord(one)) for raw in faces))


def test_each_file_holds_the_family_it_is_named_for(loaded: dict[str, list[str]]) -> None:
    assert loaded == {name: [family] for name, family in FILES.items()}


@pytest.mark.parametrize("family", [MAIN, REST])
def test_a_family_has_regular_and_bold_and_no_third(loaded: dict[str, list[str]], family: str) -> None:
    assert loaded
    assert sorted(QFontDatabase.styles(family)) == ["Bold", "Regular"]
    assert QFontDatabase.weight(family, "Regular") == QFont.Weight.Normal
    assert QFontDatabase.weight(family, "Bold") == QFont.Weight.Bold


@pytest.mark.parametrize(("family", "sample"), [(MAIN, "园"), (REST, "镕")])
def test_bold_is_a_face_of_its_own_and_not_smeared_regular(
    loaded: dict[str, list[str]], family: str, sample: str
) -> None:
    assert loaded
    regular, bold = face(family, pixels=200), face(family, bold=True, pixels=200)
    assert (regular.styleName(), bold.styleName()) == ("Regular", "Bold")
    assert bytes(regular.fontTable("CFF ").data()) != bytes(bold.fontTable("CFF ").data())
    paths = [raw.pathForGlyph(raw.glyphIndexesForString(sample)[0]) for raw in (regular, bold)]
    assert paths[0].elementCount() > 0
    assert paths[0] != paths[1]


@pytest.mark.parametrize("bold", [False, True])
def test_all_of_gbk_is_drawn(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    gbk = double_byte("gbk")
    assert len(hanzi(gbk)) > 20_900
    assert lacking({one for one in gbk if unicodedata.category(one) not in UNDRAWN}, MAIN, REST, bold=bold) == []


@pytest.mark.parametrize("bold", [False, True])
def test_all_of_gb2312_is_in_the_file_loaded_first(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    gb2312 = double_byte("gb2312")
    assert len(hanzi(gb2312)) == 6763
    assert lacking(gb2312, MAIN, bold=bold) == []


@pytest.mark.parametrize("bold", [False, True])
def test_what_only_another_font_of_the_machine_draws_is_found_lacking(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    assert lacking({"园", "☰"}, MAIN, REST, bold=bold) == ["☰"]


@pytest.mark.parametrize("bold", [False, True])
def test_units_marks_and_names_are_drawn(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    first = (
        "0123456789abcXYZ āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü㎡㎞㎥㎏㏄°×÷²³₂≥≤±‰№℃−≈≠≒∞①⑩⑳〔〕【】「」『』《》〈〉"
        "—–…·•‹›«»“”‘’￥¥€®©™←↑→↓✓★☆●○■□▲▼◆⚠／％（），。、；：？！〇々"
    )
    assert lacking(set(first), MAIN, bold=bold) == []
    assert lacking(set("䶮𠮷镕堃喆昇瑨"), REST, bold=bold) == []


def in_use() -> dict[str, set[str]]:
    """Every character that is drawn, by the part of the project it is found in."""
    parts = {
        "data": ROOT.glob("data/**/*.toml"),
        "catalogues": ROOT.glob("resources/locale/**/*.po"),
        "sources": ROOT.glob("src/**/*.py"),
    }
    return {
        part: {
            character
            for path in paths
            for character in path.read_text(encoding="utf-8")
            if unicodedata.category(character) not in UNDRAWN
        }
        for part, paths in parts.items()
    }


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("part", ["data", "catalogues", "sources"])
def test_every_character_in_use_is_drawn(loaded: dict[str, list[str]], part: str, bold: bool) -> None:
    assert loaded
    assert lacking(in_use()[part], MAIN, REST, bold=bold) == []


@pytest.mark.parametrize("bold", [False, True])
def test_a_line_is_laid_out_with_these_families_alone(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    layout = QTextLayout("张江 Parkdir 1,234.5 亿元 ≥85%，3㎡：镕、喆、堃、䶮、𠮷", both(bold=bold))
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {MAIN, REST}
    assert {run.rawFont().styleName() for run in runs} == {"Bold" if bold else "Regular"}
    assert all(index != 0 for run in runs for index in run.glyphIndexes())


@pytest.mark.parametrize("bold", [False, True])
def test_a_rare_character_makes_no_line_taller(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    main, rest = face(MAIN, bold=bold), face(REST, bold=bold)
    assert (main.ascent(), main.descent(), main.leading()) == (rest.ascent(), rest.descent(), rest.leading())


@pytest.mark.parametrize("bold", [False, True])
def test_figures_stand_in_columns(loaded: dict[str, list[str]], bold: bool) -> None:
    assert loaded
    font = both(bold=bold, pixels=1000)
    assert QFontInfo(font).family() == MAIN
    metrics = QFontMetricsF(font)
    pairs = {metrics.horizontalAdvance(first + second) for first in "0123456789" for second in "0123456789"}
    assert len(pairs) == 1
    assert metrics.horizontalAdvance("园区镕㎡，。") == pytest.approx(6000)


def test_the_licence_lies_beside_the_files_and_goes_into_the_wheel() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.startswith("© 2014-2021 Adobe")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "resources/fonts/OFL.txt" in project["license-files"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_its_licence_and_bears_no_foreign_name(loaded: dict[str, list[str]], name: str) -> None:
    assert loaded
    raw = face(FILES[name], bold="Bold" in name)
    text = bytes(raw.fontTable("name").data()).decode("utf-16-be", errors="replace")
    assert "SIL Open Font License, Version 1.1" in text
    assert "© 2014-2021 Adobe" in text
    assert "Noto" not in raw.familyName()
    assert "Source" not in raw.familyName()


def test_the_first_two_files_stay_small_enough_for_the_start() -> None:
    assert all((FONTS / name).stat().st_size < 3_600_000 for name, family in FILES.items() if family == MAIN)
