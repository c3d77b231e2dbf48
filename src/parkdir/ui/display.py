"""Is there a display, and can Qt use it? Asked before QApplication, which would end the process without a word.

What was loaded once is taken to be there at the next start: loading it for a look costs milliseconds.
"""

import logging
import os
import sys
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from pathlib import Path

import PySide6

from parkdir import paths
from parkdir.domain.errors import MissingPart
from parkdir.i18n import _

log = logging.getLogger(__name__)

_PLUGINS = Path(PySide6.__file__).parent / "Qt" / "plugins"
_held: list[Callable[[], object]] = []
_DRAWS_ELSEWHERE = ("offscreen", "minimal", "vnc", "eglfs", "linuxfb", "vkkhrdisplay", "minimalegl")


def check(environ: MutableMapping[str, str] | None = None) -> None:
    """MissingPart in one sentence where no window can be opened."""
    env = os.environ if environ is None else environ
    if not sys.platform.startswith("linux"):
        return
    asked = env.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if asked in _DRAWS_ELSEWHERE:
        return
    wayland = _has_wayland(env) and asked != "xcb"
    if not wayland and not env.get("DISPLAY"):
        raise MissingPart(_("There is no display: neither DISPLAY nor WAYLAND_DISPLAY names one."))
    if wayland and _missing("platforms/libqwayland.so") is None:
        return
    known = paths.user_cache() / f"display-{PySide6.__version__}"
    if not known.exists():
        missing = _missing("platforms/libqxcb.so")
        if missing:
            raise MissingPart(
                _("A part of the system is missing: {library}. Install it with your system's package manager.").format(
                    library=missing
                )
            )
    if not _answers(env.get("DISPLAY", "")):
        raise MissingPart(_("The display {display} does not answer.").format(display=env.get("DISPLAY", "")))
    with suppress(OSError):
        known.parent.mkdir(parents=True, exist_ok=True)
        known.touch()


def release() -> None:
    """Let go of the line to the display. Called once Qt has its own: a server that sees its last client go starts
    anew, and would turn the next one away."""
    while _held:
        _held.pop()()


def choose_input_method(environ: MutableMapping[str, str] | None = None) -> None:
    """An input method whose plugin is not shipped would leave a user without Chinese input: ibus speaks with most."""
    env = os.environ if environ is None else environ
    wanted = env.get("QT_IM_MODULE", "")
    if not sys.platform.startswith("linux") or wanted in ("", "none", "ibus", "compose", "qtvirtualkeyboard"):
        return
    if not list((_PLUGINS / "platforminputcontexts").glob(f"lib{wanted}platforminputcontextplugin.*")):
        log.info("QT_IM_MODULE=%s has no plugin here; ibus is used", wanted)
        env["QT_IM_MODULE"] = "ibus"
        env.pop("QT_IM_MODULES", None)


def _has_wayland(env: MutableMapping[str, str]) -> bool:
    name = env.get("WAYLAND_DISPLAY")
    return bool(name) and (Path(env.get("XDG_RUNTIME_DIR", "/run")) / str(name)).exists()


def _missing(plugin: str) -> str | None:
    """The library that the plugin can't be loaded without, or None. Loading it now is what Qt does next anyway."""
    import ctypes

    path = _PLUGINS / plugin
    if not path.is_file():
        return path.name
    try:
        ctypes.CDLL(str(path))
    except OSError as problem:
        return str(problem).partition(":")[0]
    return None


def _answers(display: str) -> bool:
    """Whether an X server answers there; a local one is asked by its socket, without loading anything."""
    number = display.removeprefix("unix").removeprefix(":").partition(".")[0]
    if number.isdigit():
        import _socket

        for place in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):
            line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
            try:
                line.connect(place)
            except OSError:
                line.close()
            else:
                _held.append(line.close)
                return True
    return _connects()


def _connects() -> bool:
    """The same by X's own library: over the network, through ssh."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return False
    _held.append(lambda: xcb.xcb_disconnect(connection))
    return True
