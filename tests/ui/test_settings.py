"""The choices file: whole or default, never fatal."""

import json
import logging
from pathlib import Path

import pytest

from parkdir import settings
from parkdir.settings import Settings


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    chosen = Settings(office_zh="焦作市解放区商务局", text_scale=1.3, view="visitor", layout="table", theme="dark")
    settings.write(path, chosen)
    assert settings.read(path) == chosen
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_the_first_start_has_defaults(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "none.json") == Settings()
    assert Settings().view == "internal"
    assert Settings().language == "zh"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]"])
def test_a_broken_file_is_kept_aside(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert settings.read(path) == Settings()
    assert (tmp_path / "settings.json.broken").read_bytes() == content
    assert not path.exists()
    assert caplog.records


def test_values_that_make_no_sense_are_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    odd = {"theme": "pink", "text_scale": 40, "language": None, "office_zh": 3, "unknown": 1, "office_en": "Bureau"}
    path.write_text(json.dumps(odd))
    assert settings.read(path) == Settings(office_en="Bureau")


def test_a_folder_in_the_way_is_no_reason_to_stop(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    assert settings.read(path) == Settings()


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    settings.write(path, Settings(theme="dark"))

    def full(*_args: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="disk full"):
        settings.write(path, Settings(theme="light"))
    assert settings.read(path).theme == "dark"
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]
