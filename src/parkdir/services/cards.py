"""The page of parks: cards, the table, the sentences over and under them."""

from decimal import Decimal

from parkdir.domain import dates, fields, show
from parkdir.domain.audience import Sight
from parkdir.domain.brief import Card, Choice, Directory, Figure, Mark, Notice
from parkdir.domain.fields import words
from parkdir.domain.figures import canonical
from parkdir.domain.park import Park
from parkdir.i18n import _, ngettext, pick
from parkdir.services import wording

_ON_CARD = 4


def compose(district: Sight, sights: list[Sight]) -> Directory:
    """The directory as the view of the sights sees it; `sights` holds every park, in official order."""
    inside = district.view.inside
    named = [s for s in sights if _park(s).named]
    unnamed = [s for s in sights if not _park(s).named]
    listed = sights if inside else named
    cards = tuple(card(s) for s in named)
    columns, rows = table(listed)
    return Directory(
        title=_("Parks") if inside else _("Specialised parks"),
        sentence=_inside_sentence(sights) if inside else counts(district),
        dates=_dates(named),
        cards=cards,
        choices=choices(district, listed),
        unnamed_title=_("Built parks whose names are to be verified ({n})").format(n=len(unnamed)) if inside else "",
        unnamed=tuple(card(s) for s in unnamed) if inside else (),
        shared=None if inside or not unnamed else shared(district, named, unnamed),
        columns=columns,
        rows=rows,
        row_keys=tuple(_park(s).key for s in listed),
        todo_title=_("To be completed") if inside else "",
        todo=_todo(named, len(unnamed)) if inside else (),
        size_order=_by_size(listed),
        name_order=tuple(_park(s).key for s in sorted(listed, key=_sort_name)),
        footnotes=footnotes([_park(s) for s in named]),
    )


def _park(sight: Sight) -> Park:
    if sight.dossier.park is None:
        raise ValueError("the district is no park")
    return sight.dossier.park


def card(sight: Sight) -> Card:
    park = _park(sight)
    title = wording.park_name(park, sight.dossier.letter)
    inside = sight.view.inside
    overdue = any(s.currency == "overdue" for group in sight.shown.values() for s in group if s.field.strip is not None)
    return Card(
        key=park.key,
        title=title,
        subtitle=wording.second_name(park) if park.named else "",
        cover=park.cover,
        status=wording.status_words(sight),
        figures=tuple(figure._replace(detail=None, marks=()) for figure in strip(sight)[:_ON_CARD]),
        chips=tuple(Mark(pick(i.zh, i.en), "chip") for i in sight.dossier.industries),
        note=_card_note(park, overdue) if inside and park.named else "",
        completeness=sight.completeness,
        compact=not park.named,
        group=(sight.status.observation.code or "") if sight.status else "",
        find=" ".join(_names(park, title)).lower(),
    )


def page_note(park: Park, sight: Sight) -> str:
    """Inside, beside the title: other names, how complete the record is."""
    if not sight.view.inside:
        return ""
    said = (
        [_("Reported as {names}").format(names=wording.joined(list(park.reported_names)))]
        if park.reported_names
        else []
    )
    if sight.completeness is not None:
        said.append(_("Completeness {n}%").format(n=sight.completeness))
    return _("; ").join(said)


def _names(park: Park, title: str) -> list[str]:
    return [title, *(n for n in (park.name_zh, park.name_en, park.short_name, *park.reported_names) if n)]


def _card_note(park: Park, overdue: bool) -> str:
    said = []
    if park.reported_names:
        said.append(_("Reported as {names}").format(names=wording.joined(list(park.reported_names))))
    if overdue:
        said.append(_("Figures overdue for renewal"))
    return _("; ").join(said)


def strip(sight: Sight) -> list[Figure]:
    """The key figures in the catalogue's order."""
    found = [s for group in sight.shown.values() for s in group if s.field.strip is not None and s.form != "on_request"]
    found.sort(key=lambda s: s.field.strip or 0)
    return [wording.figure(s, sight) for s in found if s.observation.number is not None]


def table(sights: list[Sight]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Column titles and one row a park. Outside, what has no value is an empty cell."""
    inside = bool(sights) and sights[0].view.inside
    columns = [_("Park"), _("Construction status"), _("Resident firms"), _("Land area"), _("Industry focus")]
    if inside:
        columns += [_("Completeness"), _("Verification"), _("Currency")]
    rows = [_row(s, inside) for s in sights]
    if inside:
        return tuple(columns), tuple(rows)
    # a column that only one park fills is a row of blanks to a guest
    blank = ("", _(words.NOT_APPLICABLE))
    kept = [i for i in range(len(columns)) if i < 2 or sum(row[i] not in blank for row in rows) > 1]
    return tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)


def _row(sight: Sight, inside: bool) -> tuple[str, ...]:
    park = _park(sight)
    status = wording.status_words(sight)
    name = wording.park_name(park, sight.dossier.letter)
    if inside and park.reported_names:
        name = _("{name} ({others})").format(name=name, others=wording.joined(list(park.reported_names)))
    industries = wording.joined([pick(i.zh, i.en) for i in sight.dossier.industries])
    row = [name, status.text if status else "", _cell(sight, "firms_resident"), _cell(sight, "land_area"),
           industries or _why(sight, "industry")]  # fmt: skip
    if inside:
        row += [f"{sight.completeness}%", *_checks(sight)]
    return tuple(row)


def _cell(sight: Sight, key: str) -> str:
    shown = sight.first(key)
    if shown is None:
        return _why(sight, key)
    when = shown.observation.as_of
    value = wording.value(shown)
    return _("{value} · {date}").format(value=value, date=dates.words(when)) if when else value


def _why(sight: Sight, key: str) -> str:
    """Why a cell of the table is empty. Outside nothing is said but that it can't be filled."""
    if not fields.PARK[key].applies_to(sight.stage):
        return _(words.NOT_APPLICABLE)
    return next((_(words.ABSENCE[m.cause]) for m in sight.missing if m.field.key == key), "")


def _checks(sight: Sight) -> tuple[str, str]:
    """The weakest verification and the worst currency of the park's figures."""
    shown = [s for group in sight.shown.values() for s in group]
    if not shown:
        return "", ""
    weakest = min((s.observation.verification for s in shown), key=list(words.VERIFICATION).index)
    worst = max((s.currency for s in shown), key=list(words.CURRENCY).index)
    return _(words.VERIFICATION[weakest]), _(words.CURRENCY[worst])


def choices(district: Sight, listed: list[Sight]) -> tuple[Choice, ...]:
    """The status filter. Outside the counts are the district's own observations, and a filter must split the list."""
    rows: dict[str, int] = {}
    for sight in listed:
        if sight.status and sight.status.observation.code:
            rows[sight.status.observation.code] = rows.get(sight.status.observation.code, 0) + 1
    if not district.view.inside:
        if len(rows) < 2:
            return ()
        for code, metric in (("built", "parks_built"), ("under_construction", "parks_building")):
            told = district.first(metric)
            if code in rows and told is not None and told.observation.number is not None:
                rows[code] = int(told.observation.number)
    return tuple(Choice(code, _(words.STATUS[code]), rows[code]) for code in words.STATUS if code in rows)


def _number(district: Sight, metric: str) -> str:
    told = district.first(metric)
    return show.plain(told.observation.number) if told and told.observation.number is not None else ""


def counts(district: Sight) -> str:
    """The district's own count with its date, an observation and never a count of rows; "" without one."""
    told = district.first("parks_built")
    built, building = _number(district, "parks_built"), _number(district, "parks_building")
    if told is None or not built or not building:
        return ""
    when = dates.words(told.observation.as_of) if told.observation.as_of else ""
    return _("{built} built, {building} under construction ({date})").format(built=built, building=building, date=when)


def shared(district: Sight, named: list[Sight], others: list[Sight]) -> Notice:
    """The calm card of the parks without a name, and the fixed sentence.

    How many more are built is said only where the district's dated count says so, too.
    """
    title, n = "", len(others)
    built = sum(s.status is not None and s.status.observation.code == "built" for s in named)
    if _number(district, "parks_built") == str(built + n):
        title = ngettext("One more built specialised park", "{n} more built specialised parks", n)
        title = _sentence_case(title.format(n=wording.counted(n)))
    return Notice(text=fixed_sentence(district, len(named)), title=title)


def fixed_sentence(district: Sight, named: int) -> str:
    told = district.first("parks_built")
    built, building = _number(district, "parks_built"), _number(district, "parks_building")
    if told is None or not building:
        return _("Details of further parks can be supplied by our officer once verified.")
    if district.view.value == "public":
        sentence = _("{built} parks built, {building} under construction ({date}). This screen presents {n}; "
                     "please ask our staff about the others.")  # fmt: skip
    else:
        sentence = _("Jiefang District reported {built} specialised parks built and {building} under construction "
                     "({source}, {date}). Of these, {n} are presented here; details of the others can be supplied by "
                     "our officer once verified.")  # fmt: skip
    source = pick(*_publisher(district))
    when = dates.words(told.observation.as_of) if told.observation.as_of else ""
    return _sentence_case(
        sentence.format(built=wording.counted(built), building=wording.counted(building), source=source, date=when,
                        n=wording.counted(named))
    )  # fmt: skip


def _publisher(district: Sight) -> tuple[str, str | None]:
    told = district.first("parks_built")
    source = district.dossier.sources[told.observation.source] if told else None
    return (source.publisher_zh, source.publisher_en) if source else ("", None)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside_sentence(sights: list[Sight]) -> str:
    named = sum(_park(s).named for s in sights)
    return _("{all} to be recorded: {named} named, {unnamed} with names to be verified.").format(
        all=len(sights), named=named, unnamed=len(sights) - named
    )


def _dates(named: list[Sight]) -> str:
    span = dates.span_words(wording.span(named))
    return _("Data as of {span}, each as marked").format(span=span) if span else ""


def _todo(named: list[Sight], unnamed: int) -> tuple[str, ...]:
    lines = []
    if unnamed:
        lines.append(_("{n} built parks: names to be verified").format(n=unnamed))
    for sight in named:
        asked = [m for m in sight.missing if m.field.weight > 1 or m.field.decision]
        if asked:
            labels = wording.joined([_(m.field.label) for m in asked[:3]])
            more = _(" and {n} more").format(n=len(asked) - 3) if len(asked) > 3 else ""
            name = wording.park_name(_park(sight))
            lines.append(_("{label}: {value}").format(label=name, value=labels + more))
    return tuple(lines)


def _by_size(sights: list[Sight]) -> tuple[str, ...]:
    def size(sight: Sight) -> tuple[bool, int, int]:
        shown = sight.first("land_area")
        known = shown.observation if shown else None
        area = canonical(known.number or Decimal(0), known.unit) if known and known.unit else 0
        return not area, -area, _park(sight).position

    return tuple(_park(s).key for s in sorted(sights, key=size))


def _sort_name(sight: Sight) -> tuple[bool, str, str]:
    park = _park(sight)
    return not park.named, wording.park_name(park).encode("gb18030").hex(), sight.dossier.letter


def footnotes(parks: list[Park]) -> tuple[str, ...]:
    """English names that no park has confirmed say so."""
    if any(p.named and p.name_en and not p.name_en_confirmed for p in parks):
        return (_("English park names are translations not yet confirmed by the parks."),)
    return ()
