"""Which directory is opened: the one asked for, the one in the folder chosen, the user's own."""

from pathlib import Path

import pytest

from parkdir import paths, settings
from parkdir.services.session import opened


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def choose(**choices: str) -> None:
    paths.user_data().mkdir(parents=True, exist_ok=True)
    settings.write(paths.user_data() / "settings.json", settings.Settings(**choices))  # type: ignore[arg-type]


def test_the_users_own(home: Path) -> None:
    with opened(None) as store:
        assert store.path == home / "data" / "parkdir.sqlite"


def test_the_folder_chosen_and_the_second_place_for_backups(tmp_path: Path) -> None:
    choose(data_folder=str(tmp_path / "office"), backup_folder=str(tmp_path / "stick"))
    with opened(None) as store:
        assert store.path == tmp_path / "office" / "parkdir.sqlite"
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_the_one_asked_for_comes_first(tmp_path: Path) -> None:
    choose(data_folder=str(tmp_path / "office"))
    with opened(str(tmp_path / "a.sqlite")) as store:
        assert store.path == tmp_path / "a.sqlite"
    assert not (tmp_path / "office").exists()
