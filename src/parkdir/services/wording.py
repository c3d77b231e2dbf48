"""Small phrases that several pages share: names, notes, marks, figures with their details."""

from parkdir.domain import dates, show
from parkdir.domain.audience import Shown, Sight
from parkdir.domain.brief import Detail, Figure, Mark, Observed
from parkdir.domain.currency import currency
from parkdir.domain.fields import words
from parkdir.domain.park import Entry, Observation, Park, Source
from parkdir.i18n import _, language, pick


def park_name(park: Park, letter: str = "") -> str:
    """The park's name; inside, an unnamed one is called by a letter that says nothing of order or count."""
    if not park.named:
        return _("Park {letter} (name to be verified)").format(letter=letter)
    return pick(park.name_zh, park.name_en)


def second_name(park: Park) -> str:
    """The name in the other language."""
    return (park.name_en if language() == "zh" else park.name_zh) or ""


def note(entry: Entry | Observation, sight: Sight) -> str:
    """The small line under a fact: as of when, from where; inside also how far it was checked."""
    return checked(show.dated_source(_source(entry, sight), entry.as_of, not sight.view.inside), entry, sight)


def checked(text: str, entry: Entry | Observation, sight: Sight) -> str:
    """Inside, the verification state in words beside the source; a pill on every row would drown what is urgent."""
    if not sight.view.inside:
        return text
    return _("{source}; {checked}").format(source=text, checked=_(words.VERIFICATION[entry.verification]))


def _source(entry: Entry | Observation, sight: Sight) -> Source:
    return sight.dossier.sources[entry.source]


def marks(entry: Entry | Observation, sight: Sight, age: str = "current") -> tuple[Mark, ...]:
    """Inside: what asks for somebody's work, such as overdue or second-hand. Outside: nothing."""
    if not sight.view.inside:
        return ()
    found = [Mark(_(words.CURRENCY[age]), "caution")] if age != "current" else []
    if _source(entry, sight).kind == "repost":
        found.append(Mark(_(words.SECOND_HAND), "caution"))
    return tuple(found)


def currency_of(observation: Observation, shown: Shown, sight: Sight) -> str:
    """How fresh this observation is, chosen or not."""
    return currency(observation.as_of, shown.field.shelf, sight.today)


def label(shown: Shown) -> str:
    """The field's label, with the basis where the source says it."""
    text = _(shown.field.label)
    basis = shown.observation.basis
    return _("{label} ({basis})").format(label=text, basis=_(words.BASIS[basis])) if basis else text


def figure(shown: Shown, sight: Sight) -> Figure:
    """A big dated figure with everything behind it."""
    observation = shown.observation
    parts = show.measured(observation)
    source = checked(show.source_words(_source(observation, sight), not sight.view.inside), observation, sight)
    when = dates.words(observation.as_of) if observation.as_of else ""
    lead = when if shown.form == "dated" else ""
    hectares = _hectares(shown)
    return Figure(
        key=shown.field.key,
        label=label(shown),
        number=parts.number,
        unit=_("{text} ({more})").format(text=parts.unit, more=hectares) if hectares else parts.unit,
        before=parts.before,
        lead=lead,
        dated="" if lead else when,
        source=source,
        marks=marks(observation, sight, shown.currency),
        detail=detail(shown, sight),
    )


def _hectares(shown: Shown) -> str:
    """Abroad nobody knows the mu: in English its hectares stand with it, also where there is no room for more."""
    observation = shown.observation
    return show.in_hectares(observation, (observation, *shown.others)) if language() == "en" else ""


def value(shown: Shown) -> str:
    """The value in one run of words."""
    said, hectares = show.value(shown.observation), _hectares(shown)
    return _("{text} ({more})").format(text=said, more=hectares) if hectares else said


def detail(shown: Shown, sight: Sight) -> Detail:
    """All observations behind a value that this view may see, the chosen one first."""
    chosen = shown.observation
    rows = tuple(_observed(o, shown, sight) for o in (chosen, *shown.others))
    equal = show.converted(chosen, (chosen, *shown.others)) if chosen.number is not None else ""
    return Detail(label(shown), rows, _copied(label(shown), show.value(chosen), chosen, sight), equal)


def entry_detail(entry: Entry, title: str, said: str, sight: Sight) -> Detail:
    """What is behind a listed fact, such as a facility: its one source, and inside the editor's remark."""
    inside = sight.view.inside
    row = Observed(
        text=said or title,
        dated=dates.words(entry.as_of) if entry.as_of else _("date not given by the source"),
        source=_full_source(entry, sight),
        note=pick(entry.note_zh, entry.note_en) if inside else "",
        marks=(*([Mark(_(words.VERIFICATION[entry.verification]))] if inside else []), *marks(entry, sight)),
        chosen=True,
    )
    return Detail(title, (row,), _copied(title, said, entry, sight))


def _copied(title: str, said: str, found: Entry | Observation, sight: Sight) -> str:
    """For a message to somebody who does not see the page: whose figure, what, as of when, from where."""
    park, district = sight.dossier.park, sight.dossier.district
    whose = park_name(park, sight.dossier.letter) if park else pick(district.name_zh, district.name_en)
    fact = _("{label}: {value}").format(label=title, value=said) if said else title
    behind = show.dated_source(_source(found, sight), found.as_of, not sight.view.inside)
    return _("{park}, {fact} ({source})").format(park=whose, fact=fact, source=behind)


def _full_source(found: Entry | Observation, sight: Sight) -> str:
    source = _source(found, sight)
    if not sight.view.inside:
        return show.source_words(source, True)
    return _("“{title}”, {publisher}").format(
        title=pick(source.title_zh, source.title_en), publisher=pick(source.publisher_zh, source.publisher_en)
    )


def _observed(observation: Observation, shown: Shown, sight: Sight) -> Observed:
    inside = sight.view.inside
    extra = [Mark(_(words.VERIFICATION[observation.verification]))] if inside else []
    if inside and observation.adopted:
        extra.append(Mark(_("Adopted"), "good"))
    return Observed(
        text=show.value(observation),
        dated=dates.words(observation.as_of) if observation.as_of else _("date not given by the source"),
        source=_full_source(observation, sight),
        note=pick(observation.note_zh, observation.note_en) if inside else "",
        marks=(*extra, *marks(observation, sight, currency_of(observation, shown, sight))),
        chosen=observation is shown.observation,
    )


def status_words(sight: Sight, precise: bool = False) -> Mark | None:
    """The state with its date, never without; a stale state outside becomes its last event or a dated statement."""
    shown = sight.status
    if shown is None:
        return None
    state = show.value(shown.observation)
    code = shown.observation.code
    tone = "good" if code == "built" else "caution"
    when = dates.words(shown.observation.as_of) if shown.observation.as_of else _("date not given by the source")
    opened = _opening(sight)
    if code == "built" and opened:
        event = _("opened {date}").format(date=dates.words(opened if precise else opened[:7]))
        return Mark(_("{state} · {date}").format(state=state, date=event), tone)
    if shown.form == "last_event" and shown.event is not None:
        began = dates.words(shown.event.date if precise else shown.event.date[:7])
        return Mark(_("Work began {date}").format(date=began), tone)
    if shown.form == "statement" and code != "built":
        return Mark(_("{date}: {state}").format(date=when, state=state), tone)
    return Mark(_("{state} · {date}").format(state=state, date=when), tone)


def _opening(sight: Sight) -> str:
    return max((m.date for m in sight.dossier.milestones if m.kind == "opened"), default="")


def span(sights: list[Sight]) -> list[str]:
    """The as-of dates of everything that the sights show."""
    found: list[str] = []
    for sight in sights:
        shown = [s.observation.as_of for group in sight.shown.values() for s in group]
        found += [as_of for as_of in shown if as_of]
        dossier = sight.dossier
        for rows in (dossier.facilities, dossier.industries, dossier.honours, dossier.layouts):
            found += [row.as_of for row in rows if row.as_of]
    return found


_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int | str) -> str:
    """A count inside a sentence: 8 in Chinese, eight in English."""
    return _SMALL[int(number)] if language() == "en" and int(number) < len(_SMALL) else str(number)


def joined(parts: list[str]) -> str:
    """Things in a row: 供电、供水、燃气 or power, water, gas."""
    return _(", ").join(parts)
