"""What every test stands on: no display of the user's, none of the user's files."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

DISPLAY_NEEDS = ("Xvfb", "xdotool", "openbox")

# At import: Qt and platformdirs read these once, before any fixture could run.
_home = Path(tempfile.mkdtemp(prefix="parkdir-test-"))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for name in ("HOME", "USERPROFILE"):
    os.environ[name] = str(_home)
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[name] = str(_home / name.lower())
for name in [name for name in os.environ if name.startswith("PARKDIR_") and name != "PARKDIR_TEST_ONSCREEN"]:
    del os.environ[name]
if "PARKDIR_TEST_ONSCREEN" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        on_display = item.get_closest_marker("display") is not None
        if on_display:
            item.add_marker(pytest.mark.xdist_group("display"))  # one screen, one keyboard
        elif "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("gui"))
        needed = [name for mark in item.iter_markers("needs") for name in mark.args]
        absent = [name for name in [*needed, *(DISPLAY_NEEDS if on_display else ())] if not shutil.which(name)]
        if on_display and not absent and "DISPLAY" not in os.environ:
            absent = ["a display"]
        if absent:
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(absent)}"))
