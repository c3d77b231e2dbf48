"""Where things lie. The only module that knows a checkout from an installed copy."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _shipped(name: str) -> Path:
    """What ships with the program: beside src in a checkout, inside the package once installed."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _CHECKOUT / name


def resources() -> Path:
    return _shipped("resources")


def data() -> Path:
    return _shipped("data")


def notice() -> Path:
    """The file that names the works of others, and their licences."""
    return _shipped("NOTICE.md")


def user_data() -> Path:
    """The folder of the default database; settings.json lies beside it."""
    return _user_folder("data")


def user_cache() -> Path:
    """Derived files that may be deleted at any time."""
    return _user_folder("cache")


def user_log() -> Path:
    return _user_folder("log")


def _user_folder(kind: str) -> Path:
    override = os.environ.get("PARKDIR_HOME")
    if override:
        return Path(override) / kind
    # platformdirs is imported late: its import costs a few milliseconds of the first paint
    import platformdirs

    found = {
        "data": platformdirs.user_data_dir,
        "cache": platformdirs.user_cache_dir,
        "log": platformdirs.user_log_dir,
    }[kind]("parkdir", appauthor=False)
    return Path(found)
