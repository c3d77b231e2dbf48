"""What a park is and has: facts, layout, milestones, honours, industries, facilities, as blocks."""

from parkdir.domain import audience, dates, show
from parkdir.domain.audience import Shown, Sight
from parkdir.domain.brief import Block, Chips, Event, Fact, Facts, Heading, Mark, Prose, Tile, Tiles, Timeline
from parkdir.domain.fields import words
from parkdir.domain.park import Entry, Facility
from parkdir.i18n import _, pick
from parkdir.services import wording


def fact(shown: Shown, sight: Sight) -> Fact:
    """A row: label, value, the small line of date and source."""
    observation = shown.observation
    source = sight.dossier.sources[observation.source]
    outside = not sight.view.inside
    value, small = show.value(observation), wording.note(observation, sight)
    if shown.form == "on_request":
        value = _("as the park's latest reply says")
    elif shown.form == "dated" and observation.as_of:
        value = _("{date}: {state}").format(date=dates.words(observation.as_of), state=value)
        small = show.source_words(source, outside)
    elif equal := show.converted(observation, (observation, *shown.others)):
        value = _("{value} ({equal})").format(value=value, equal=equal)
    if shown.field.key == "status" and (mark := wording.status_words(sight, precise=True)):
        value = mark.text if outside else value
    return Fact(wording.label(shown), value, small, wording.marks(observation, sight, shown.currency),
                wording.detail(shown, sight))  # fmt: skip


def facts_of(sight: Sight, pane: str) -> list[Block]:
    rows = tuple(fact(s, sight) for group in sight.shown.values() for s in group if s.field.pane == pane)
    return [Facts(rows)] if rows else []


def overview(sight: Sight) -> list[Block]:
    blocks: list[Block] = []
    for key in ("intro", "character", "slogan"):
        if shown := sight.first(key):
            o = shown.observation
            blocks.append(Prose(show.value(o), wording.note(o, sight), wording.marks(o, sight, shown.currency)))
    rows = tuple(
        fact(s, sight)
        for key, group in sight.shown.items()
        for s in group
        if s.field.pane == "overview" and key not in ("intro", "character", "slogan") and _said_once(s, sight)
    )
    if rows:
        blocks += [Heading(_("Facts and figures")), Facts(rows)]
    blocks += _conflicts(sight)
    blocks += _layout(sight) + milestones(sight) + _honours(sight)
    return blocks


def _said_once(shown: Shown, sight: Sight) -> bool:
    """The strip holds the key figures and, outside, the header the status."""
    return shown.field.strip is None and (sight.view.inside or shown.field.key != "status")


def _conflicts(sight: Sight) -> list[Block]:
    """Outside, sources that say otherwise stand in one footnote; inside, they stand behind each figure."""
    if sight.view.inside:
        return []
    said = []
    for group in sight.shown.values():
        for shown in group:
            others = [
                _("{fact} ({source})").format(fact=show.value(o), source=wording.note(o, sight))
                for o in shown.others
                if o.number is not None
            ]
            if others:
                said.append(_("{label}: other sources give {values}").format(
                    label=wording.label(shown), values=wording.joined(others)))  # fmt: skip
    return [Prose("", _("; ").join(said))] if said else []


def _layout(sight: Sight) -> list[Block]:
    rows = tuple(
        _listed(r, pick(r.name_zh, r.name_en), pick(r.text_zh, r.text_en), sight) for r in sight.dossier.layouts
    )
    return [Heading(_("Layout")), Facts(rows)] if rows else []


def _listed(entry: Entry, title: str, said: str, sight: Sight, extra: tuple[Mark, ...] = ()) -> Fact:
    behind = wording.entry_detail(entry, title, said, sight)
    return Fact(title, said, wording.note(entry, sight), (*extra, *wording.marks(entry, sight)), behind)


def milestones(sight: Sight) -> list[Block]:
    events = tuple(
        Event(
            dates.words(m.date),
            pick(m.title_zh, m.title_en),
            wording.checked(show.source_words(sight.dossier.sources[m.source], not sight.view.inside), m, sight),
            wording.marks(m, sight),
        )
        for m in sorted(sight.dossier.milestones, key=lambda m: (m.date, m.position))
    )
    return [Heading(_("Milestones")), Timeline(events)] if events else []


def _honours(sight: Sight) -> list[Block]:
    rows = []
    for h in sight.dossier.honours:
        award = wording.joined([t for t in (h.issuer, h.document_no) if t])
        extra = () if audience.certified(h) or not sight.view.inside else (
            Mark(_("issuer and document unknown"), "caution"),)  # fmt: skip
        rows.append(_listed(h, pick(h.title_zh, h.title_en), award, sight, extra))
    return [Heading(_("Honours")), Facts(tuple(rows))] if rows else []


def industry(sight: Sight) -> list[Block]:
    blocks: list[Block] = []
    for role, title in words.INDUSTRY_ROLE.items():
        found = [i for i in sight.dossier.industries if i.role == role]
        if found:
            blocks.append(Heading(_(title)))
            for small in dict.fromkeys(wording.note(i, sight) for i in found):
                chips = tuple(Mark(pick(i.zh, i.en), "chip") for i in found if wording.note(i, sight) == small)
                blocks.append(Chips(chips, small))
    return blocks


def facilities(sight: Sight) -> list[Block]:
    blocks: list[Block] = []
    for group, title in words.FACILITY_GROUP.items():
        found = [f for f in sight.dossier.facilities if f.group == group]
        if found:
            tiles = tuple(_tile(f, sight) for f in found)
            blocks += [Heading(_(title)), Tiles(tiles)]
    rows = facts_of(sight, "facilities")
    return blocks + ([Heading(_("Utilities")), *rows] if rows else [])


def _tile(found: Facility, sight: Sight) -> Tile:
    text = show.facility(found)
    remark = pick(found.note_zh, found.note_en)
    if found.category == "helipad" and remark:  # a standing legal note, for every reader
        text = _("{text}; {more}").format(text=text, more=remark[:1].lower() + remark[1:].rstrip("。."))
    name = pick(found.name_zh, found.name_en)
    behind = wording.entry_detail(found, name, text, sight)
    return Tile(found.category, name, text, wording.note(found, sight), wording.marks(found, sight), behind)


def progress(sight: Sight) -> list[Block]:
    """What the works cost and how far they are, then what has happened on the site."""
    keys = ("total_investment", "investment_done", "progress")
    rows = tuple(fact(s, sight) for key in keys for s in sight.shown.get(key, ()))
    blocks: list[Block] = [Facts(rows)] if rows else []
    return blocks + (milestones(sight) if blocks or sight.dossier.milestones else [])


def certified_honours(sight: Sight) -> list[str]:
    """What may stand in a header: honours with issuer and document."""
    return [pick(h.title_zh, h.title_en) for h in sight.dossier.honours if audience.certified(h)]
