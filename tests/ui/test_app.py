"""The composition root: from the first frame to the end, on the shipped facts."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from parkdir import __main__ as start
from parkdir import app, i18n, paths, settings
from parkdir.settings import Settings
from parkdir.ui import ahead, theme
from parkdir.ui import session as session_module
from parkdir.ui.browse import front as front_page
from parkdir.ui.browse import front_parks
from parkdir.ui.browse.parks_head import HeadWords
from parkdir.ui.content import Content
from parkdir.ui.desk import Desk
from parkdir.ui.failure import Failures
from parkdir.ui.first import Picture
from parkdir.ui.pages import Facilities
from parkdir.ui.parts import covers as covers_module
from parkdir.ui.parts.card import ParkCard
from parkdir.ui.parts.covers import Covers
from parkdir.ui.session import Session
from parkdir.ui.trail import Place
from parkdir.ui.window import Window
from tests import filled
from tests.ui.fakes import FakeReading

INTERNAL_ONLY = ("待核实", "摘录未核", "超期", "完整度", "待补")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled.make(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path / "home"))
    i18n.use("zh")
    yield
    i18n.use("zh")
    theme.use("light", 1.0)


def begin(qtbot: QtBot, db: Path, view: str = "internal", *, inline: bool = True) -> Session:
    app.application()
    window = Window()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    made = Session(window, Desk(Settings(view=view)), app.Backing(str(db)), Failures(paths.user_log()), inline=inline)
    window.show()
    return made


def page(session: Session) -> Any:
    return session.content.shell._stack.currentWidget()


def test_the_second_start_paints_the_parks_before_the_store_is_open(qtbot: QtBot, shipped: Path) -> None:
    first = begin(qtbot, shipped)
    qtbot.waitUntil(lambda: app_front().is_file())
    first.end()
    second = begin(qtbot, shipped)
    assert second._reading is None
    directory = second.desk.directory()
    assert directory is not None
    assert len(directory.cards) == 4
    assert [card.title for card in directory.unnamed] == [f"待核实园区 {letter}" for letter in "ABCDEF"]
    page(second).park_chosen.emit("#1")  # before anything is open
    qtbot.waitUntil(lambda: second._reading is not None)
    assert second.content.trail.here == Place("park", "#1")
    assert page(second).accessibleName() == "待核实园区 B"
    second.end()


def app_front() -> Path:
    return paths.user_cache() / "front-zh.json"


def test_the_front_holds_nothing_internal(qtbot: QtBot, shipped: Path) -> None:
    session = begin(qtbot, shipped)
    qtbot.waitUntil((paths.user_cache() / "front-en.json").is_file)
    session.end()
    for language in ("zh", "en"):
        text = (paths.user_cache() / f"front-{language}.json").read_text("utf-8")
        assert not [word for word in INTERNAL_ONLY if word in text]
        payload = json.loads(text)["payload"]
        assert payload["unnamed"] == 6
        i18n.use(language)
        with filled.reading(shipped) as service:
            wanted = app.Readings(service).directory("visitor")
        shown = front_page.unpack(payload, inside=False)
        assert shown == wanted._replace(
            cards=tuple(c._replace(figures=tuple(f._replace(detail=None) for f in c.figures)) for c in wanted.cards)
        )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1920, 1200), (1440, 900), (1200, 800), (960, 700), (640, 500)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_nothing_moves_when_the_internal_view_is_filled(
    qtbot: QtBot, shipped: Path, language: str, size: tuple[int, int], scale: float
) -> None:
    app.application()
    theme.load_fonts()
    i18n.use(language)
    window = Window()
    qtbot.addWidget(window)
    window.resize(*size)
    desk = Desk(Settings(view="internal", text_scale=scale))
    with filled.reading(shipped) as service:
        reading = app.Readings(service)
        unnamed = len(reading.directory("internal").unnamed)
        kept = json.loads(json.dumps(front_page.pack(reading.directory("visitor"), unnamed, language)))
        desk.show_front(front_page.unpack(kept, inside=True))
        content = Content(window, desk, Facilities(Covers(), tuple, lambda: None))
        window.show()
        qtbot.waitExposed(window)
        before, heads = places(content), head_words(content)
        desk.serve(reading)
        qtbot.wait(1)
        assert places(content) == before
        assert len(before) == 10
        assert head_words(content) == heads
        assert "42" in next(card.accessibleDescription() for card in content.findChildren(ParkCard))


def places(content: Content) -> dict[str, QRect]:
    """Where every card is, by its title."""
    return {
        card.accessibleName(): QRect(card.mapTo(content, card.rect().topLeft()), card.size())
        for card in content.findChildren(ParkCard)
        if card.isVisible()
    }


def head_words(content: Content) -> list[str]:
    return [words.accessibleDescription() for words in content.findChildren(HeadWords)]


def test_a_click_before_the_store_is_open_shows_the_visitors_page(qtbot: QtBot, shipped: Path) -> None:
    first = begin(qtbot, shipped)
    qtbot.waitUntil((paths.user_cache() / "parks-zh.json").is_file)
    first.end()
    second = begin(qtbot, shipped)
    page(second).park_chosen.emit("jz-geo")  # before anything is open
    assert second._reading is None
    early = page(second)
    assert early.accessibleName() == "焦作地理信息产业园"
    assert not [word for words in heard(early) for word in INTERNAL_ONLY if word in words]
    second.window.grab()
    tops = [early._strip.y(), early._header.height()]
    qtbot.waitUntil(lambda: second._reading is not None)
    assert page(second) is early
    assert [word for words in heard(early) for word in INTERNAL_ONLY if word in words]
    assert [early._strip.y(), early._header.height()] == tops
    second.end()


def heard(page: QWidget) -> list[str]:
    return [f"{part.accessibleName()} {part.accessibleDescription()}" for part in (page, *page.findChildren(QWidget))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_kept_pages_of_parks_are_the_visitors(shipped: Path, language: str) -> None:
    with filled.reading(shipped) as service, i18n.using(language):
        reading = app.Readings(service)
        pages = {key: reading.park(key, "visitor") for key in filled.NAMED}
        text = json.dumps(front_parks.pack(pages, language), ensure_ascii=False)
        with pytest.raises(ValueError, match="visitors"):
            front_parks.pack({"jz-geo": reading.park("jz-geo", "internal")}, language)
    assert not [word for word in INTERNAL_ONLY if word in text]
    kept = json.loads(text)
    assert {key: front_parks.unpack(kept, key, inside=False) for key in pages} == pages
    assert front_parks.unpack(kept, "jz-unnamed-a", inside=True) is None
    kept["pages"]["jz-geo"] = ["Card", "jz-geo"]
    with pytest.raises(TypeError):
        front_parks.unpack(kept, "jz-geo", inside=False)


def test_a_large_directory_is_read_ahead_in_part(qtbot: QtBot) -> None:
    work = list(ahead.steps(FakeReading(), "en", "visitor", 1000))
    assert len(work) == 4 * ahead.MOST / ahead.BATCH
    reading = FakeReading()
    first = next(ahead.steps(reading, "en", "visitor", 1000))()
    assert set(first) == {("en", "visitor", name) for name in ("directory", "district", "park geo", "park media")}


def test_collecting_garbage_waits_until_the_start_is_over(
    qtbot: QtBot, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "PICTURE_MS", 10)
    session = begin(qtbot, shipped)
    with qtbot.waitSignal(session.settled):
        pass
    session.end()


def test_the_first_visit_of_a_park_draws_no_cover(qtbot: QtBot, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(qtbot, shipped)
    with qtbot.waitSignal(session.settled):
        pass
    qtbot.waitUntil(lambda: not session._covering.isActive())
    monkeypatch.setattr(covers_module, "draw", None)
    directory = session.desk.directory()
    assert directory is not None
    for card in (*directory.cards, *directory.unnamed):
        session.content.shell.go(Place("park", card.key))
        session.window.grab()
    session.end()


def test_an_internal_page_is_never_kept(shipped: Path) -> None:
    with filled.reading(shipped) as service:
        inside = app.Readings(service).directory("internal")
    with pytest.raises(ValueError, match="visitor"):
        front_page.pack(inside, 6, "zh")


def test_a_front_of_another_form_is_none(qtbot: QtBot, shipped: Path) -> None:
    session = begin(qtbot, shipped)
    qtbot.waitUntil(lambda: app_front().is_file())
    session.end()
    content = json.loads(app_front().read_text("utf-8"))
    content["payload"]["directory"] = ["too", "short"]
    app_front().write_text(json.dumps(content), "utf-8")
    again = begin(qtbot, shipped)
    qtbot.waitUntil(lambda: again._reading is not None)
    assert again.desk.directory() is not None
    again.end()


def test_threads_bring_the_same(qtbot: QtBot, shipped: Path) -> None:
    session = begin(qtbot, shipped, "visitor", inline=False)
    qtbot.waitUntil(lambda: session._reading is not None, timeout=5000)
    directory = session.desk.directory()
    assert directory is not None
    assert directory.shared is not None
    assert not directory.unnamed
    session.content.shell.go(Place("park", "jz-geo"))
    assert page(session).accessibleName() == "焦作地理信息产业园"
    session.end()


def test_what_can_not_be_opened_is_told_and_ends(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"this is no database at all" * 200)
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    session = begin(qtbot, bad)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(QMessageBox)))
    [box] = session.window.findChildren(QMessageBox)
    assert "bad.sqlite" in box.text()
    assert capsys.readouterr().err.strip() == box.text()
    box.close()
    qtbot.waitUntil(lambda: codes == [1])
    session.end()


def lost(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Session, list[int]]:
    """A session whose data folder is on a stick that is not there."""
    folder = str(tmp_path / "file" / "stick")
    (tmp_path / "file").write_text("no folder")
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    app.application()
    window = Window()
    qtbot.addWidget(window)
    desk = Desk(Settings(data_folder=folder), save=partial(settings.write, paths.user_data() / "settings.json"))
    backing = app.Backing(app.database(None, desk.settings))
    session = Session(window, desk, backing, Failures(paths.user_log()), inline=True)
    window.show()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    return session, codes


def answer(session: Session, words: str) -> None:
    [box] = session.window.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == words).click()


def test_a_lost_data_folder_is_left_for_the_usual_one(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped: Path
) -> None:
    paths.user_data().mkdir(parents=True)
    shutil.copy(shipped, paths.user_data() / "parkdir.sqlite")
    session, codes = lost(qtbot, tmp_path, monkeypatch)
    answer(session, i18n._("Use the usual folder"))
    qtbot.waitUntil(lambda: session._reading is not None)
    assert settings.read(paths.user_data() / "settings.json").data_folder == ""
    directory = session.desk.directory()
    assert directory is not None
    assert len(directory.cards) == 4
    assert codes == []
    session.end()


def test_a_lost_data_folder_is_left_for_another(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(shipped, other / "parkdir.sqlite")
    session, codes = lost(qtbot, tmp_path, monkeypatch)
    answer(session, i18n._("Choose another folder"))
    [dialog] = session.window.findChildren(QFileDialog)
    dialog.reject()  # and asked again
    qtbot.waitUntil(lambda: len([b for b in session.window.findChildren(QMessageBox) if b.isVisible()]) == 1)
    qtbot.waitUntil(lambda: len(session.window.findChildren(QMessageBox)) == 1)
    answer(session, i18n._("Choose another folder"))
    dialog = next(one for one in session.window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(other))
    qtbot.waitUntil(lambda: session._reading is not None)
    assert session.desk.settings.data_folder == str(other)
    assert codes == []
    session.end()


def test_a_lost_data_folder_can_be_the_end(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, codes = lost(qtbot, tmp_path, monkeypatch)
    [box] = session.window.findChildren(QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: codes == [1])
    assert session.desk.settings.data_folder
    session.end()


def test_choices_are_kept_for_the_next_start(qtbot: QtBot, shipped: Path, tmp_path: Path) -> None:
    kept: list[Settings] = []
    app.application()
    window = Window()
    qtbot.addWidget(window)
    desk = Desk(Settings(), save=kept.append)
    session = Session(window, desk, app.Backing(str(shipped)), Failures(tmp_path), inline=True)
    window.show()
    session.content.mode.show_visitor()
    session.window.close()
    session.end()
    assert kept[-1].view == "visitor"
    assert kept[-1].geometry


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ([], {}),
        (["--db", "x"], {"db": "x"}),
        (["--db=x", "--lang", "en", "--audience=visitor"], {"db": "x", "lang": "en", "audience": "visitor"}),
        (["--lang", "fr"], None),
        (["--lang"], None),
        (["list"], None),
        (["--help"], None),
        (["--json", "list"], None),
    ],
)
def test_only_the_windows_options_open_it_at_once(given: list[str], asked: dict[str, str] | None) -> None:
    assert start._window_options(given) == asked


def test_where_the_database_lies(tmp_path: Path) -> None:
    assert app.database("a.sqlite", Settings()) == "a.sqlite"
    assert app.database(None, Settings(data_folder=str(tmp_path))) == str(tmp_path / "parkdir.sqlite")
    assert app.database(None, Settings()) == str(paths.user_data() / "parkdir.sqlite")


def test_versions_are_told() -> None:
    told = dict(app.Backing("").versions())
    assert told["Python"] == sys.version.split()[0]
    assert {"Qt", "PySide6", "SQLAlchemy", "SQLite"} <= told.keys()


def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    clean["PYTHONPATH"] = str(Path(app.__file__).parent.parent)
    return subprocess.run(
        [sys.executable, *args], env=clean | env, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux asks for its display")
def test_without_a_display_one_line_and_three() -> None:
    done = run("-m", "parkdir")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    code = "import sys, parkdir.app, parkdir.ui.session; print(*sorted(sys.modules))"
    loaded = set(run("-c", code).stdout.split())
    heavy = ("sqlalchemy", "alembic", "qtawesome", "qtpy", "PySide6.QtSvg", "click", "parkdir.services", "tomllib")
    assert "parkdir.ui.shell" in loaded
    assert not [name for name in loaded if name.startswith(heavy)]


def test_a_command_imports_no_qt() -> None:
    code = "import sys, parkdir.__main__ as m; m.main(['--help']); print(*sorted(sys.modules))"
    loaded = run("-c", code).stdout
    assert "parkdir.cli.main" in loaded
    assert "PySide6" not in loaded


def test_the_tour_needs_no_display(tmp_path: Path, shipped: Path) -> None:
    done = run("-m", "parkdir", "tour", str(tmp_path), "--pages", "parks,about", "--db", str(shipped),
               PARKDIR_HOME=str(tmp_path / "home"))  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = {path.name for path in tmp_path.glob("*.png")}
    assert len(names) == 16
    assert "parks-zh-light-visitor-1440x900.png" in names
    assert "about-en-dark-internal-1440x900.png" in names


def test_a_page_that_is_not_there_is_told(tmp_path: Path, shipped: Path) -> None:
    done = run("-m", "parkdir", "tour", str(tmp_path), "--pages", "nowhere", "--db", str(shipped),
               PARKDIR_HOME=str(tmp_path / "home"))  # fmt: skip
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_next_start_shows_a_picture_first(qtbot: QtBot, shipped: Path, tmp_path: Path) -> None:
    session = begin(qtbot, shipped)
    session.window.resize(700, 600)
    picture = paths.user_cache() / "first.bin"
    qtbot.waitUntil(picture.is_file, timeout=5000)
    session.end()
    chosen = Settings(geometry=session.window.kept_geometry())
    again = app.Start(str(shipped), chosen, None, tmp_path / "settings.json")
    qtbot.addWidget(again.window)
    try:
        assert again.session is None  # nothing but the picture
        assert again.window.windowTitle() == "【内部】焦作市解放区专业园区名录"
        assert again.window.grab().toImage().pixelColor(20, 300).name() == theme.colour("rail").name()
        qtbot.waitUntil(lambda: again.session is not None and again.session._reading is not None, timeout=5000)
    finally:
        again.end()


def test_a_picture_counts_only_while_nothing_has_changed(qtbot: QtBot, shipped: Path, tmp_path: Path) -> None:
    db = tmp_path / "copy.sqlite"
    shutil.copy(shipped, db)
    window = Window()
    qtbot.addWidget(window)
    window.resize(700, 500)

    def picture(settings: Settings | None = None, view: str = "visitor") -> Picture:
        return Picture(tmp_path / "first.bin", str(db), settings or Settings(), view)

    image = QImage(700, 500, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    picture().write(window, "title", image)
    assert picture().is_kept(window)
    found = picture().read(window)
    assert found is not None
    assert found.pixelColor(3, 3).name() == "#123456"
    assert window.windowTitle() == "title"
    assert picture(Settings(theme="dark")).read(window) is None
    assert picture(view="internal").read(window) is None
    window.resize(701, 500)
    assert picture().read(window) is None
    window.resize(700, 500)
    journal = tmp_path / "copy.sqlite-journal"
    journal.write_bytes(b"hot")
    assert picture().read(window) is None
    journal.unlink()
    (tmp_path / "first.bin").write_bytes((tmp_path / "first.bin").read_bytes()[:-1])
    assert picture().read(window) is None
    picture().write(window, "title", image)
    os.utime(db, ns=(1, 1))
    assert picture().read(window) is None
