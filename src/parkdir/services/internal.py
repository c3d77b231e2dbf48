"""The panes that only the internal view has: sources, what is to be completed, changes."""

from collections.abc import Iterable
from datetime import datetime

from parkdir.domain import dates
from parkdir.domain.audience import Sight
from parkdir.domain.brief import Block, Gaps, Heading, Notice, Pane, Table
from parkdir.domain.change import Revision
from parkdir.domain.fields import words
from parkdir.domain.park import Source
from parkdir.i18n import N_, _, ngettext, pick
from parkdir.services import panes

# said in the reader's language, not in that of the first start
LOADED = N_("Filled from the shipped facts")
KINDS = {
    "load": N_("First load"),
    "edit": N_("Edit"),
    "import": N_("Import"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "demo": N_("Fictional data"),
}


def compose(sight: Sight, revisions: Iterable[Revision]) -> tuple[Pane, ...]:
    if not sight.view.inside:
        return ()
    return (_sources(sight), _todo(sight), _history(revisions))


def _sources(sight: Sight) -> Pane:
    dossier = sight.dossier
    lists = (dossier.observations, dossier.facilities, dossier.industries, dossier.policies, dossier.tenants,
             dossier.milestones, dossier.honours, dossier.layouts)  # fmt: skip
    used = {row.source for listed in lists for row in listed}
    found = sorted((s for s in dossier.sources.values() if s.key in used), key=_natural)
    rows = tuple(
        (
            s.key,
            pick(s.title_zh, s.title_en),
            pick(s.publisher_zh, s.publisher_en),
            dates.words(s.date) if s.date else _("undated"),
            _(words.SOURCE_KIND[s.kind]),
            s.url or "",
        )
        for s in found
    )
    columns = (_("No."), _("Title"), _("Publisher"), _("Date"), _("Kind"), _("Web page"))
    blocks: tuple[Block, ...] = (Table(columns, rows, (1, 5, 3, 2, 2, 4)),) if rows else (Notice(_("No source yet.")),)
    return Pane("sources", _("Sources"), blocks, str(len(rows)))


def _natural(source: Source) -> tuple[str, int, str]:
    """S2 before S10."""
    letters = source.key.rstrip("0123456789")
    return letters, int(source.key[len(letters) :] or 0), source.key


def _todo(sight: Sight) -> Pane:
    """By pane; within a pane what matching asks most stands first."""
    blocks: list[Block] = []
    for key, title in panes.TITLES.items():
        asked = sorted((m for m in sight.missing if m.field.pane == key), key=lambda m: -m.field.weight)
        if asked:
            blocks.append(Gaps(_(title), tuple(panes.gap(m) for m in asked)))
    blocks += _doubts(sight)
    if not blocks:
        blocks.append(Notice(_("Nothing is missing.")))
    return Pane("todo", _("To be completed"), tuple(blocks), str(len(sight.missing) or ""))


def _doubts(sight: Sight) -> list[Block]:
    """What is recorded but doubtful: overdue figures and observations with a note."""
    shown = [s for group in sight.shown.values() for s in group]
    overdue = [_(s.field.label) for s in shown if s.currency == "overdue"]
    noted = [
        (_(s.field.label), pick(o.note_zh, o.note_en))
        for s in shown
        for o in (s.observation, *s.others)
        if pick(o.note_zh, o.note_en)
    ]
    blocks: list[Block] = []
    if overdue:
        blocks += [Heading(_("Overdue for renewal")), Notice(_(", ").join(overdue))]
    if noted:
        blocks += [Heading(_("To be clarified")), Table((_("Field"), _("Remark")), tuple(noted), (1, 4))]
    return blocks


def _history(revisions: Iterable[Revision]) -> Pane:
    rows = tuple(
        (
            datetime.fromisoformat(r.at_utc).astimezone().strftime("%Y-%m-%d %H:%M"),
            r.actor,
            _(KINDS.get(r.kind, r.kind)),
            _(LOADED) if r.kind == "load" else r.note,
            ngettext("{n} change", "{n} changes", len(r.changes)).format(n=len(r.changes)) if r.changes else "",
        )
        for r in revisions
    )
    columns = (_("Time"), _("By"), _("Kind"), _("Note"), _("Changes"))
    blocks: tuple[Block, ...] = (
        (Table(columns, rows, (2, 2, 2, 5, 1)),) if rows else (Notice(_("No change recorded yet.")),)
    )
    return Pane("history", _("Change log"), blocks)
