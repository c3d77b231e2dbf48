"""Neutral pages: final words in one language for one audience, drawn by any screen, printer or terminal.

Services compose them; screens and exports only lay them out. Nothing here decides what may be seen.
Named tuples rather than dataclasses: this module is imported before the first paint, and they define five times faster.
"""

from typing import NamedTuple

TONES = ("plain", "chip", "good", "caution", "error")


class Mark(NamedTuple):
    """A small pill: a status, a verification word, an industry."""

    text: str
    tone: str = "plain"


class Observed(NamedTuple):
    """One observation in a figure's details. `chosen`: it is the one shown on the page."""

    text: str
    dated: str
    source: str
    note: str = ""
    marks: tuple[Mark, ...] = ()
    chosen: bool = False


class Detail(NamedTuple):
    """What a click on a figure opens. copy_text: the figure with its source, for the clipboard."""

    title: str
    rows: tuple[Observed, ...]
    copy_text: str
    footnote: str = ""


class Figure(NamedTuple):
    """A big dated figure: label, [before] number [unit], then the line of date and source.

    number "80", unit "家"; before holds a word that stands in front (约). Overdue slow figures carry their
    date in `lead` ("2022年6月"), shown first and as large as the label; `dated` is then only the source.
    """

    key: str
    label: str
    number: str
    unit: str
    before: str = ""
    lead: str = ""
    dated: str = ""
    source: str = ""
    marks: tuple[Mark, ...] = ()
    detail: Detail | None = None

    @property
    def text(self) -> str:
        """The figure in one run of words: 约9公顷, more than 100 firms."""
        return f"{self.before}{self.number}{self.unit}"


class Heading(NamedTuple):
    text: str
    aside: str = ""


class Prose(NamedTuple):
    """A paragraph and the small line under it (as of, source)."""

    text: str
    note: str = ""
    marks: tuple[Mark, ...] = ()


class Fact(NamedTuple):
    """A row of a list of facts: label, value, the small line of date and source."""

    label: str
    value: str
    note: str = ""
    marks: tuple[Mark, ...] = ()
    detail: Detail | None = None


class Facts(NamedTuple):
    rows: tuple[Fact, ...]


class Tile(NamedTuple):
    """A facility as a tile: name before number. icon: a category's key."""

    icon: str
    title: str
    text: str
    note: str = ""
    marks: tuple[Mark, ...] = ()
    detail: Detail | None = None


class Tiles(NamedTuple):
    tiles: tuple[Tile, ...]


class Chips(NamedTuple):
    """A line of pills with one small line under it."""

    chips: tuple[Mark, ...]
    note: str = ""


class Event(NamedTuple):
    date: str
    title: str
    note: str = ""
    marks: tuple[Mark, ...] = ()


class Timeline(NamedTuple):
    events: tuple[Event, ...]


class Table(NamedTuple):
    """Rows of words under column titles; widths are relative."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


class Notice(NamedTuple):
    """One calm sentence. tone "plain" or "caution"."""

    text: str
    title: str = ""
    tone: str = "plain"


class Gap(NamedTuple):
    """What is missing, why, and who can fill it. Internal only."""

    label: str
    cause: str
    who: str = ""


class Gaps(NamedTuple):
    title: str
    rows: tuple[Gap, ...]


Block = Heading | Prose | Facts | Tiles | Chips | Timeline | Table | Notice | Gaps


class Pane(NamedTuple):
    """A tab of a page. aside stands small beside the title: 13, 80家（2022年6月）."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    aside: str = ""


class Page(NamedTuple):
    """A park's page or the district's."""

    key: str
    title: str
    subtitle: str
    crumb: str
    cover: str
    status: Mark | None
    marks: tuple[Mark, ...]
    figures: tuple[Figure, ...]
    panes: tuple[Pane, ...]
    footnotes: tuple[str, ...] = ()
    note: str = ""  # beside the title inside: 报道用名, completeness


class Card(NamedTuple):
    """A park in the directory. compact: one of the unnamed, inside."""

    key: str
    title: str
    subtitle: str
    cover: str
    status: Mark | None
    figures: tuple[Figure, ...] = ()
    chips: tuple[Mark, ...] = ()
    note: str = ""
    completeness: int | None = None
    compact: bool = False
    group: str = ""  # filter value: the status code
    find: str = ""  # what the box filters by: all forms of the name, lower case


class Choice(NamedTuple):
    """A value of the status filter and how many parks have it."""

    key: str
    text: str
    parks: int


class Directory(NamedTuple):
    """The page of parks: heading, sentence of dates, named cards, then the unnamed or the shared card."""

    title: str
    sentence: str
    dates: str
    cards: tuple[Card, ...]
    choices: tuple[Choice, ...] = ()
    unnamed_title: str = ""
    unnamed: tuple[Card, ...] = ()
    shared: Notice | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()  # the table: one row a card, named and unnamed in official order
    row_keys: tuple[str, ...] = ()
    todo_title: str = ""
    todo: tuple[str, ...] = ()
    size_order: tuple[str, ...] = ()  # keys by land area, largest first, unknown last
    name_order: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
