"""What every test stands on: no display of the user's, none of the user's files."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

DISPLAY_NEEDS = ("Xvfb", "xdotool", "openbox", "xprop")

# At import: Qt and platformdirs read these once, before any fixture could run.
_home = Path(tempfile.mkdtemp(prefix="parkdir-test-"))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for name in ("HOME", "USERPROFILE"):
    os.environ[name] = str(_home)
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[name] = str(_home / name.lower())
# Nor the developer's switches: with PYTHONUNBUFFERED, say, what breaks when buffers are flushed would go unseen.
for name in [
    name for name in os.environ if name.startswith(("PARKDIR_", "PYTHON")) and name != "PARKDIR_TEST_ONSCREEN"
]:
    del os.environ[name]
if "PARKDIR_TEST_ONSCREEN" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# How long an example takes is the machine's affair: timings are measured by dev.py bench, never asserted.
settings.register_profile("parkdir", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("parkdir")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a program that this machine has not got is skipped, and says so."""
    for item in items:
        needed = [name for mark in item.iter_markers("needs") for name in mark.args]
        if item.get_closest_marker("display"):
            needed += DISPLAY_NEEDS
        absent = [name for name in needed if not shutil.which(name)]
        if absent:
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(absent)}"))


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """An X server of this worker's own: neither the user's screen nor another worker's windows. Its display's name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.fixture(autouse=True)
def on_its_own_screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test marked display, and whatever it starts, finds that screen by DISPLAY."""
    if request.node.get_closest_marker("display"):
        monkeypatch.setenv("DISPLAY", request.getfixturevalue("screen"))
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    elif "PARKDIR_TEST_ONSCREEN" not in os.environ:
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
