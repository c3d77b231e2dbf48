"""The page of parks as JSON and back: what the first frame is painted from before the store is open.

Only the visitor's page is kept, and the number of parks without a name; the internal view's first frame is that
page with a plain card for each of them, and room for what is to come, until the store has been read.
"""

from typing import Any

from parkdir.domain.brief import Card, Choice, Directory, Figure, Mark, Notice
from parkdir.i18n import _
from parkdir.ui.parts.face import NOT_READ

FORM = 1  # of the payload; raise it when brief.py's cards change
NO_WORDS = "\u00a0"  # a line to be done that has not been read


def pack(visitor: Directory, unnamed: int, language: str) -> dict[str, Any]:
    """`visitor`: the directory as the visitor's view sees it."""
    if visitor.todo or visitor.unnamed or any(card.completeness is not None for card in visitor.cards):
        raise ValueError("only the visitor's page is kept")
    cards = tuple(c._replace(figures=tuple(f._replace(detail=None) for f in c.figures)) for c in visitor.cards)
    return {"form": FORM, "language": language, "unnamed": unnamed, "directory": visitor._replace(cards=cards)}


def unpack(payload: dict[str, Any], *, inside: bool) -> Directory:
    """ValueError, TypeError, KeyError where the payload is of another form."""
    raw = Directory(*payload["directory"])
    directory = raw._replace(
        cards=tuple(_card(card) for card in raw.cards),
        choices=tuple(Choice(*choice) for choice in raw.choices),
        unnamed=(),
        shared=Notice(*raw.shared) if raw.shared else None,
        columns=tuple(raw.columns),
        rows=tuple(tuple(row) for row in raw.rows),
        row_keys=tuple(raw.row_keys),
        todo=(),
        size_order=tuple(raw.size_order),
        name_order=tuple(raw.name_order),
        footnotes=tuple(raw.footnotes),
    )
    return _inside(directory, int(payload["unnamed"])) if inside else directory


def _inside(directory: Directory, unnamed: int) -> Directory:
    named = len(directory.cards)
    # a key of # and a number is the number's unnamed park, once the store is open
    cards = tuple(
        Card(f"#{n}", _("Park {letter} (name to be verified)").format(letter=chr(65 + n)), "", "plain", None,
             compact=True)
        for n in range(unnamed)
    )  # fmt: skip
    empty = ("",) * (len(directory.columns) - 1)
    todo = named + bool(unnamed)
    return directory._replace(
        cards=tuple(_named_inside(card) for card in directory.cards),
        todo_title=_("To be completed") if todo else "",
        todo=(NO_WORDS,) * todo,
        title=_("Parks"),
        sentence=_("{all} to be recorded: {named} named, {unnamed} with names to be verified.").format(
            all=named + unnamed, named=named, unnamed=unnamed
        ),
        unnamed_title=_("Built parks whose names are to be verified ({n})").format(n=unnamed) if unnamed else "",
        unnamed=cards,
        shared=None,
        rows=(*directory.rows, *((card.title, *empty) for card in cards)),
        row_keys=(*directory.row_keys, *(card.key for card in cards)),
        size_order=(*directory.size_order, *(card.key for card in cards)),
        name_order=(*directory.name_order, *(card.key for card in cards)),
    )


def _named_inside(card: Card) -> Card:
    """With room for what only the internal view shows: once it is read, nothing moves.

    Inside, an overdue figure carries its date below like any other.
    """
    figures = tuple(f._replace(lead="", dated=f.dated or f.lead) for f in card.figures)
    return card._replace(figures=figures, completeness=NOT_READ)


def _card(raw: Any) -> Card:
    card = Card(*raw)
    return card._replace(
        status=Mark(*card.status) if card.status else None,
        figures=tuple(_figure(figure) for figure in card.figures),
        chips=tuple(Mark(*mark) for mark in card.chips),
    )


def _figure(raw: Any) -> Figure:
    figure = Figure(*raw)
    return figure._replace(marks=tuple(Mark(*mark) for mark in figure.marks), detail=None)
