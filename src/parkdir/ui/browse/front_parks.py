"""Visitors' pages of parks as JSON and back: what a click shows before the store is open.

Nothing internal is kept. Inside, such a page is shown in the visitor's words until the store has been read; its
header has the room then that the internal one will take.
"""

from typing import Any

from parkdir.domain import brief
from parkdir.domain.brief import Page

FORM = 1  # of the payload; raise it when brief.py's pages change
KINDS: dict[str, Any] = {name: kind for name, kind in vars(brief).items() if hasattr(kind, "_fields")}
NO_WORDS = "\u00a0"


def pack(pages: dict[str, Page], language: str) -> dict[str, Any]:
    """`pages`: as the visitor's view sees them, by their keys."""
    if any(page.note for page in pages.values()):
        raise ValueError("only visitors' pages are kept")
    return {"form": FORM, "language": language, "pages": {key: _packed(page) for key, page in pages.items()}}


def unpack(payload: dict[str, Any], key: str, *, inside: bool) -> Page | None:
    """None where that park is not among them. ValueError, TypeError, KeyError where it is of another form."""
    if key not in payload["pages"]:
        return None
    page = _unpacked(payload["pages"][key])
    if not isinstance(page, Page):
        raise TypeError(type(page).__name__)
    return page._replace(note=NO_WORDS) if inside else page


def _packed(value: Any) -> Any:
    """Tuples as lists that begin with their class's name."""
    if not isinstance(value, tuple):
        return value
    return [type(value).__name__ if hasattr(value, "_fields") else "", *map(_packed, value)]


def _unpacked(raw: Any) -> Any:
    if not isinstance(raw, list):
        return raw
    name, *parts = raw
    items = tuple(map(_unpacked, parts))
    return KINDS[name](*items) if name else items
