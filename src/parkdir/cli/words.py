"""A neutral page as plain text: what `show` prints."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from parkdir.domain.brief import (
    Block,
    Chips,
    Detail,
    Facts,
    Gaps,
    Heading,
    Mark,
    Notice,
    Page,
    Prose,
    Table,
    Tiles,
    Timeline,
)
from parkdir.i18n import _


def width(text: str) -> int:
    """Columns of a terminal: a hanzi takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of cells as aligned lines."""
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell + " " * (size - width(cell)) for cell, size in zip(row, sizes, strict=True)]
        yield "  ".join(cells).rstrip()


def page(found: Page) -> Iterator[str]:
    """The page's header, figures and panes, line by line."""
    yield found.title
    yield from (line for line in (found.subtitle, found.note) if line)
    yield from _marks(([found.status] if found.status else []) + list(found.marks))
    if found.figures:
        yield ""
        for figure in found.figures:
            lead = _("{date}: {state}").format(date=figure.lead, state=figure.text) if figure.lead else figure.text
            yield from _row(figure.label, lead, " · ".join(t for t in (figure.dated, figure.source) if t), figure.marks)
            yield from _others(figure.detail)
    for pane in found.panes:
        yield ""
        yield f"== {pane.title}" + (f"  {pane.aside}" if pane.aside else "")
        for block in pane.blocks:
            yield from _block(block)
    if found.footnotes:
        yield ""
        yield from found.footnotes


def _marks(marks: Iterable[Mark]) -> Iterator[str]:
    texts = [mark.text for mark in marks]
    if texts:
        yield "[" + "] [".join(texts) + "]"


def _row(label: str, value: str, note: str, marks: Iterable[Mark]) -> Iterator[str]:
    said = _("{label}: {value}").format(label=label, value=value) if label and value else label or value
    pills = "".join(f" [{mark.text}]" for mark in marks)
    yield f"  {said}" + (f"  ({note})" if note else "") + pills


def _others(detail: Detail | None) -> Iterator[str]:
    """The observations behind a value that are not the one shown: a terminal has no click."""
    for row in detail.rows if detail else ():
        if not row.chosen:
            pills = "".join(f" [{mark.text}]" for mark in row.marks)
            yield f"    {row.text}  ({row.dated} · {row.source})" + pills


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"-- {block.text}" + (f"  {block.aside}" if block.aside else "")
        case Prose():
            text, note = (block.text, block.note) if block.text else (block.note, "")
            yield from _row("", text, note, block.marks)
        case Facts():
            for fact in block.rows:
                yield from _row(fact.label, fact.value, fact.note, fact.marks)
                yield from _others(fact.detail)
        case Tiles():
            for tile in block.tiles:
                yield from _row(tile.title, tile.text, tile.note, tile.marks)
        case Chips():
            yield from _row("", _(", ").join(chip.text for chip in block.chips), block.note, ())
        case Timeline():
            for event in block.events:
                yield from _row(event.date, event.title, event.note, event.marks)
        case Table():
            yield from (f"  {line}" for line in columns([block.columns, *block.rows]))
        case Notice():
            yield from (f"  {line}" for line in (block.title, block.text) if line)
        case Gaps():
            yield f"-- {block.title}"
            for gap in block.rows:
                yield from _row(gap.label, gap.cause, gap.who, ())
