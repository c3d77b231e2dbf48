"""From an empty home to a directory used every day: what a hand does, and what is then on the screen and the disk."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Start
from tests.journeys.desk import Desk, wait

pytestmark = [pytest.mark.display, pytest.mark.needs("xprop")]

TITLE = "焦作市解放区专业园区名录"
TITLE_EN = "Directory of Specialised Industrial Parks, Jiefang District, Jiaozuo"


def settings(home: Path) -> dict[str, Any]:
    place = home / "data" / "settings.json"
    return dict(json.loads(place.read_text("utf-8"))) if place.exists() else {}


def remembered(home: Path, **wanted: object) -> None:
    wait(f"settings with {wanted}", lambda: wanted.items() <= settings(home).items())


def parks(db: Path) -> list[tuple[str, int]]:
    """Key and place of every park; an error where the file is not whole."""
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return list(connection.execute("SELECT key, position FROM park ORDER BY position"))


def content(desk: Desk) -> Callable[[], bytes]:
    """What lies below the bar, whatever has the focus in it."""

    def seen() -> bytes:
        picture = desk.settled()
        return picture.part(80, 110, picture.width - 80, picture.height - 110).pixels

    return seen


def open_geo(desk: Desk) -> None:
    desk.ready()
    desk.key("ctrl+f")
    desk.type("Geographic")
    desk.changes(lambda: desk.key("Return"))


def test_a_first_start_makes_the_directory_and_begins_inside(start: Start, home: Path) -> None:
    desk = start(home)
    desk.ready()
    desk.settled("first")
    assert desk.title() == f"【内部】{TITLE}"
    assert desk.has_strip()
    db = home / "data" / "parkdir.sqlite"
    assert len(parks(db)) == 10
    assert len(list((home / "data" / "backups").glob("parkdir-*-first.sqlite"))) == 1
    desk.key("F9")
    wait("the strip gone", lambda: not desk.has_strip())
    desk.settled("visitor")
    assert desk.title() == TITLE
    desk.key("F9")
    wait("the strip back", desk.has_strip)
    assert desk.title() == f"【内部】{TITLE}"
    assert desk.close() == 0
    assert (desk.told, desk.errors) == ("", "")


def test_language_theme_view_and_layout_come_at_once_and_again(start: Start, kept_home: Path) -> None:
    desk = start(kept_home)
    desk.ready()
    desk.key("ctrl+f", "Tab", "Tab")  # past the view's switch to the theme's
    light = desk.settled()
    dark = desk.changes(lambda: desk.key("space"), "dark")
    assert dark.share(0x10181F, 0x18222B) > 0.5 > light.share(0x10181F, 0x18222B)
    desk.key("Tab", "Tab", "space")
    wait("English", lambda: desk.title() == f"[Internal] {TITLE_EN}")
    desk.settled("english-dark")
    desk.key("F9")
    wait("the visitor's title", lambda: desk.title() == TITLE_EN)
    desk.key("ctrl+f", *["Tab"] * 5)  # view, theme, two languages, cards
    desk.changes(lambda: desk.key("Right"), "table")
    remembered(kept_home, language="en", theme="dark", view="visitor", layout="table")
    desk.key("ctrl+f")
    before, place = content(desk)(), desk.place()
    assert desk.close() == 0

    again = start(kept_home)
    assert again.title() == TITLE_EN
    assert not again.has_strip()
    assert again.place() == place
    again.key("ctrl+f")
    wait("the same page", lambda: content(again)() == before)
    again.settled("again")
    assert again.close() == 0
    assert again.errors == ""


def test_the_second_start_shows_the_parks_before_the_directory_can_be_read(start: Start, kept_home: Path) -> None:
    desk = start(kept_home)
    desk.ready()
    wait("the front", (kept_home / "cache" / "front-zh.json").exists)
    desk.close()
    with closing(sqlite3.connect(kept_home / "data" / "parkdir.sqlite")) as other:
        other.execute("BEGIN EXCLUSIVE")
        again = start(kept_home)
        again.ready()
        again.settled("front")
        other.rollback()
    assert again.close() in (0, 1)


def test_finding_going_back_and_forward(start: Start, kept_home: Path) -> None:
    desk = start(kept_home)
    desk.ready()
    desk.key("ctrl+f")
    whole = content(desk)()
    desk.paste("动漫")
    desk.settled("filtered")
    found = content(desk)()
    assert found != whole
    desk.changes(lambda: desk.key("Return"), "park")
    park = content(desk)()
    for back, forward in (("alt+Left", "alt+Right"), ("XF86Back", "XF86Forward")):
        desk.key(back)
        wait("the parks as they were", lambda: content(desk)() == found)
        desk.key(forward)
        wait("the park again", lambda: content(desk)() == park)
    for x, y in ((700, 700), (1000, 62), (30, 400)):  # on the page, the bar, the rail
        desk.click(x, y, 8)
        desk.leave()
        wait(f"the parks by the mouse at {x}, {y}", lambda: content(desk)() == found)
        desk.click(x, y, 9)
        desk.leave()
        wait(f"the park by the mouse at {x}, {y}", lambda: content(desk)() == park)
    desk.key("alt+Left", "ctrl+f", "Escape")
    wait("all parks after Esc", lambda: content(desk)() == whole)
    desk.type("no such park")
    desk.settled("nothing-found")
    assert content(desk)() not in (whole, found)
    assert desk.close() == 0
    assert desk.errors == ""


def test_a_figure_opens_on_click_and_is_copied_with_its_source(start: Start, kept_home: Path) -> None:
    desk = start(kept_home)
    open_geo(desk)
    desk.key("Tab", "Tab")  # the crumb, the first figure
    figure = desk.ring()
    assert figure is not None
    page = content(desk)()
    desk.changes(lambda: desk.click(*figure), "details")
    desk.leave()
    desk.key("space")  # the focus is on copying
    desk.settled("copied")
    text = desk.clipboard()
    assert text == "焦作地理信息产业园，入驻企业：80家（2022年6月，据《解放区新闻》）"
    desk.key("Escape")
    wait("the page without the sheet", lambda: content(desk)() == page)
    desk.key("ctrl+c")
    assert desk.clipboard() == text
    assert desk.close() == 0


def test_full_screen_and_text_size(start: Start, kept_home: Path) -> None:
    desk = start(kept_home)
    desk.ready()
    place, usual = desk.place(), desk.settled()
    desk.key("F11")
    wait("the whole screen", lambda: desk.place() == (0, 0, 1920, 1080))
    desk.settled("full-screen")
    desk.key("F11")
    wait("the window again", lambda: desk.place() == place)
    desk.key("F11")
    wait("the whole screen", lambda: desk.place() == (0, 0, 1920, 1080))
    desk.key("Escape")
    wait("the window after Esc", lambda: desk.place() == place)
    desk.shows(usual)
    for size in (1.15, 1.3, 1.5):
        desk.changes(lambda: desk.key("ctrl+plus"), f"text-{size}")
        remembered(kept_home, text_scale=size)
    desk.key("ctrl+plus")  # there is no larger one
    desk.changes(lambda: desk.key("ctrl+minus"))
    remembered(kept_home, text_scale=1.3)
    desk.key("ctrl+0")
    remembered(kept_home, text_scale=1.0)
    desk.shows(usual)
    desk.changes(lambda: desk.key("ctrl+minus"), "text-0.9")
    remembered(kept_home, text_scale=0.9)
    assert desk.close() == 0
    assert desk.errors == ""


def test_the_filter_by_state_and_the_order(start: Start, kept_home: Path) -> None:
    desk = start(kept_home)
    desk.ready()
    desk.key("ctrl+f", *["Tab"] * 6)  # view, theme, languages, cards, the order
    order = desk.ring()
    assert order is not None
    whole = content(desk)()
    desk.key("Tab", "Tab", "Tab")  # all, built, under construction
    chip = desk.ring()
    assert chip is not None
    desk.changes(lambda: desk.click(*chip), "under-construction")
    desk.leave()
    narrowed = content(desk)()
    assert narrowed != whole
    desk.click(*chip)
    desk.leave()
    desk.key("ctrl+f", *["Tab"] * 6)
    wait("all parks", lambda: content(desk)() == whole)
    desk.key("space")
    desk.settled("orders")
    desk.key("Down", "Down", "Return")
    desk.settled("by-name")
    assert content(desk)() != whole
    assert desk.close() == 0


def test_another_directory_view_and_language_by_option(start: Start, home: Path, shipped: Path) -> None:
    copy = home.parent / "名录 副本.sqlite"
    shutil.copy(shipped, copy)
    before = parks(copy)
    desk = start(home, "--db", str(copy), "--audience", "visitor", "--lang", "en")
    desk.ready()
    assert desk.title() == TITLE_EN
    assert not desk.has_strip()
    desk.settled("copy-english-visitor")
    assert desk.close() == 0
    assert desk.errors == ""
    assert parks(copy) == before
    assert not (home / "data" / "parkdir.sqlite").exists()
    inside = start(home, f"--db={copy}", "--audience=internal")
    assert inside.has_strip()
    assert inside.close() == 0


def test_nothing_is_lost_by_being_killed(start: Start, home: Path) -> None:
    data = home / "data"
    desk = start(home)
    desk.kill()  # while the directory is being made, or just after: whatever it has come to
    again = start(home)
    again.ready()
    assert len(parks(data / "parkdir.sqlite")) == 10
    again.key("F9")
    remembered(home, view="visitor")
    before = (data / "parkdir.sqlite").read_bytes()
    again.kill()
    third = start(home)
    third.ready()
    assert third.title() == TITLE
    assert (data / "parkdir.sqlite").read_bytes() == before
    assert third.close() == 0
    assert third.errors == ""
    assert len(parks(data / "parkdir.sqlite")) == 10
