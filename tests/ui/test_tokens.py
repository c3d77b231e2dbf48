"""The look in numbers: readable everywhere, in both themes, and read alike by both readers."""

import re
import tomllib

import pytest
from PySide6.QtWidgets import QLabel

from parkdir import paths
from parkdir.ui import theme

# every text and the grounds it is set on
TEXT = [
    ("ink", ("paper", "canvas", "raised", "hover", "pressed", "selected", "chip_ground")),
    ("secondary", ("paper", "canvas", "raised", "hover")),
    ("primary", ("paper", "canvas", "raised")),
    ("primary_ink", ("primary", "primary_hover")),
    ("accent", ("paper", "canvas")),
    ("selected_ink", ("selected", "paper")),
    ("chip", ("chip_ground",)),
    ("good", ("good_ground", "paper")),
    ("caution", ("caution_ground", "paper", "canvas")),
    ("error", ("error_ground", "paper", "canvas")),
    ("rail_ink", ("rail", "rail_hover")),
    ("rail_active_ink", ("rail_active",)),
    ("strip_ink", ("strip_ground", "strip_line")),
    ("tip_ink", ("tip",)),
]
RING = [
    ("focus", ("paper", "canvas", "raised", "strip_ground")),
    ("primary", ("paper",)),
    ("rail_focus", ("rail", "rail_active")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(groups: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    return [(mark, ground) for mark, grounds in groups for ground in grounds]


@pytest.mark.parametrize("theme_name", theme.THEMES)
@pytest.mark.parametrize(("mark", "ground"), pairs(TEXT))
def test_text_stands_out(mark: str, ground: str, theme_name: str) -> None:
    tokens = theme.tokens()[theme_name]
    assert contrast(str(tokens[mark]), str(tokens[ground])) >= 4.5


@pytest.mark.parametrize("theme_name", theme.THEMES)
@pytest.mark.parametrize(("mark", "ground"), pairs(RING))
def test_rings_stand_out(mark: str, ground: str, theme_name: str) -> None:
    tokens = theme.tokens()[theme_name]
    assert contrast(str(tokens[mark]), str(tokens[ground])) >= 3


def test_own_reader_agrees_with_tomllib() -> None:
    text = (paths.resources() / "tokens.toml").read_text("utf-8")
    assert theme.tokens() == tomllib.loads(text)


def test_both_themes_have_the_same_names() -> None:
    assert list(theme.tokens()["light"]) == list(theme.tokens()["dark"])


def test_the_sheet_asks_only_for_what_exists() -> None:
    for name in theme.THEMES:
        theme.use(name, 1.0)
        assert "$" not in theme.sheet()
    theme.use("light", 1.0)


def test_sizes_follow_the_text_size(qapp: object) -> None:
    theme.use("light", 1.5)
    assert theme.font(12).pixelSize() == 18
    assert "font-size: 18px" in theme.sheet()
    theme.use("light", 1.0)
    assert theme.font(12).pixelSize() == 12


def test_the_sheet_names_no_colour_of_its_own() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}\b", (paths.resources() / "style.qss").read_text("utf-8"))


def test_colours_follow_the_theme(qapp: object) -> None:
    assert theme.colour("ink").name().upper() == "#16202A"
    theme.use("dark", 1.0)
    assert theme.colour("ink").name().upper() == "#E8EDF1"
    theme.use("light", 1.0)


def test_apply_dresses_a_window(qtbot: object, qapp: object) -> None:
    label = QLabel("x")
    theme.apply(label, "dark", 1.0)
    assert "#E8EDF1" in label.styleSheet()
    theme.use("light", 1.0)
    label.deleteLater()
