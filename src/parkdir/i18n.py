"""The interface's words, from gettext catalogues, without Qt.

English is the language of the message ids; Chinese comes from resources/locale. The language is held
in a context variable, so that an export in English can be made while the window speaks Chinese.
"""

import gettext as _gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from parkdir import paths

LANGUAGES = ("zh", "en")
_language: ContextVar[str] = ContextVar("language")
_default = "zh"


@cache
def _catalogue(lang: str) -> _gettext.NullTranslations:
    if lang == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("parkdir", localedir=str(paths.resources() / "locale"), languages=[lang])


def language() -> str:
    """One of LANGUAGES."""
    return _language.get(_default)


def use(lang: str) -> None:
    """Make lang the language of the whole process, threads started later included."""
    global _default
    if lang not in LANGUAGES:
        raise ValueError(lang)
    _default = lang
    _language.set(lang)


@contextmanager
def using(lang: str) -> Iterator[None]:
    """Speak lang inside the block, in this thread only."""
    token = _language.set(lang)
    try:
        yield
    finally:
        _language.reset(token)


def wanted(remembered: str | None = None) -> str:
    """PARKDIR_LANG before the remembered choice before Chinese, whatever the system's locale says."""
    for lang in (os.environ.get("PARKDIR_LANG"), remembered):
        if lang in LANGUAGES:
            return lang
    return "zh"


def _(message: str) -> str:
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    return _catalogue(language()).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:
    """Mark a message for the catalogue without translating it yet."""
    return message


def pick(zh: str | None, en: str | None) -> str:
    """The data word of the present language; Chinese where English is missing."""
    if language() == "en" and en:
        return en
    return zh or ""
