"""What this user chose: one small JSON file beside the default database. A broken one is never fatal."""

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from parkdir import paths

log = logging.getLogger(__name__)

THEMES = ("light", "dark")
VIEWS = ("internal", "visitor")
LAYOUTS = ("cards", "table")
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)


class Settings(NamedTuple):
    """The defaults are those of the first start."""

    office_zh: str = ""
    office_en: str = ""
    logo: str = ""  # a picture's path
    text_scale: float = 1.0
    language: str = "zh"
    theme: str = "light"
    view: str = "internal"  # the view last used
    layout: str = "cards"  # of the page of parks
    data_folder: str = ""  # empty: the user's data folder
    backup_folder: str = ""  # the second place for backups
    geometry: str = ""  # the window's, as Qt saves it, in base64


_CHOICES: dict[str, tuple[Any, ...]] = {
    "text_scale": SCALES,
    "language": ("zh", "en"),
    "theme": THEMES,
    "view": VIEWS,
    "layout": LAYOUTS,
}


NAME = "parkdir.sqlite"


def database(chosen: Settings) -> Path:
    """Where the directory lies: in the folder chosen, else in the user's own."""
    return (Path(chosen.data_folder) if chosen.data_folder else paths.user_data()) / NAME


def read(path: Path) -> Settings:
    """What the file holds; what is missing or makes no sense in it is the default."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as problem:
        _set_aside(path, problem)
        return Settings()
    if not isinstance(found, dict):
        _set_aside(path, "not an object")
        return Settings()
    return Settings()._replace(**{key: value for key, value in found.items() if _makes_sense(key, value)})


def write(path: Path, settings: Settings) -> None:
    """Beside, flushed to the disk, then in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8") as file:
            json.dump(settings._asdict(), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _makes_sense(key: str, value: Any) -> bool:
    default = Settings._field_defaults.get(key)
    if key in _CHOICES:
        return value in _CHOICES[key]
    return isinstance(value, str) and isinstance(default, str)


def _set_aside(path: Path, problem: object) -> None:
    log.warning("settings could not be read and were set aside: %s", problem)
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.broken"))
