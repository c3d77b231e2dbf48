"""On which line of a TOML text a table and a field stand. tomllib does not say, and an error must."""

import re
from dataclasses import dataclass, field
from typing import Self

_STRING = r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'"
_NAME = rf"(?:{_STRING}|[^\]=\"'#\n])+?"
_HEADER = re.compile(rf"(\[\[?)({_NAME})\]\]?")
_KEY = re.compile(rf"({_NAME})\s*=")
# what a value is made of, as far as finding its end needs: closing quotes may follow up to two quotes of the text
_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")|'
    + r"'''.*?'{3,5}(?!')|"
    + rf"{_STRING}|#[^\n]*|[\[{{]|[\]}}]|\n|[^\"'#\[\]{{}}\n]+|.",
    re.DOTALL,
)
_PART = re.compile(rf"{_STRING}|[^.\s]+")
_BARE_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(slots=True)
class Lines:
    """The lines of tables and fields, counted from 1. A table is its name and its place among those of that name."""

    _top: dict[str, int] = field(default_factory=dict)
    _tables: dict[tuple[str, int], int] = field(default_factory=dict)
    _fields: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def of(self, table: str, index: int = 0, name: str | None = None) -> int:
        """The line of the field; where it is not written, of its table; else of the list that holds the table."""
        if name is not None and (table, index, name) in self._fields:
            return self._fields[table, index, name]
        return self._tables.get((table, index), self._top.get(table, 1))

    @classmethod
    def scan(cls, text: str) -> Self:
        """The lines of a text that tomllib has read without complaint."""
        found = cls()
        text = text.replace("\r\n", "\n")
        here: tuple[str, int] | None = None
        position, line = 0, 1
        while position < len(text):
            if text[position] in " \t\n":
                line += text[position] == "\n"
                position += 1
                continue
            if header := _HEADER.match(text, position):
                here = found._opened(_parts(header[2]), header[1] == "[[", here, line)
                position = header.end()
            elif key := _KEY.match(text, position):
                name = _parts(key[1])[0]
                if here is None:
                    found._top.setdefault(name, line)
                else:
                    found._fields.setdefault((*here, name), line)
                position = key.end()
            end = _end_of_value(text, position)
            line += text.count("\n", position, end)
            position = end
        return found

    def _opened(
        self, parts: list[str], listed: bool, here: tuple[str, int] | None, line: int
    ) -> tuple[str, int] | None:
        """The table that a header opens; a header such as [table.field] opens a field of the table before it."""
        if len(parts) > 1:
            if here is not None and here[0] == parts[0]:
                self._fields.setdefault((*here, parts[1]), line)
            return here
        self._top.setdefault(parts[0], line)
        index = sum(name == parts[0] for name, _ in self._tables) if listed else 0
        self._tables.setdefault((parts[0], index), line)
        return parts[0], index


def field_near(text: str, line: int) -> str | None:
    """The field that a text broken at that line was about: written there, or the last one begun before."""
    for content in reversed(text.splitlines()[:line]):
        if key := _BARE_KEY.match(content):
            return key[1]
        if content.lstrip().startswith("["):
            return None
    return None


def _parts(name: str) -> list[str]:
    return [part[1:-1] if part[0] in "\"'" else part for part in _PART.findall(name)]


def _end_of_value(text: str, position: int) -> int:
    """Where the line break after the value stands that begins at `position`."""
    depth = 0
    while position < len(text):
        piece = _PIECE.match(text, position)
        if piece is None or (piece[0] == "\n" and depth == 0):
            break
        depth += (piece[0] in "[{") - (piece[0] in "]}")
        position = piece.end()
    return position
