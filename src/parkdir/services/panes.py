"""A park's panes, each made of neutral blocks, for the view that the sight was made for."""

from collections.abc import Callable

from parkdir.domain import dates, fields, show
from parkdir.domain.audience import Missing, Sight
from parkdir.domain.brief import Block, Fact, Facts, Gap, Gaps, Notice, Pane
from parkdir.domain.fields import words
from parkdir.i18n import N_, _
from parkdir.services import descriptions, offers, wording

TITLES = {
    "overview": N_("Overview"),
    "place": N_("Location and transport"),
    "industry": N_("Industry focus"),
    "premises": N_("Premises"),
    "facilities": N_("Facilities"),
    "policies": N_("Policies and incentives"),
    "tenants": N_("Tenant companies"),
    "progress": N_("Construction progress"),
    "moving_in": N_("Moving in"),
    "contact": N_("Contact"),
}


def title(key: str) -> str:
    return _(TITLES[key])


def compose(sight: Sight, district: Sight | None = None) -> tuple[Pane, ...]:
    """The panes in the order of real brochures. Outside, one with nothing to show is not there, but for four."""
    found = []
    for key in fields.PANES:
        if key == "progress" and not _building(sight):
            continue
        pane = _pane(key, sight, district)
        if pane.blocks or sight.view.inside or key in fields.ALWAYS:
            found.append(pane)
    return tuple(found)


def _building(sight: Sight) -> bool:
    code = sight.status.observation.code if sight.status else None
    return code not in (None, "built") or bool(sight.first("total_investment"))


_BLOCKS: dict[str, Callable[[Sight], list[Block]]] = {
    "overview": descriptions.overview,
    "industry": descriptions.industry,
    "facilities": descriptions.facilities,
    "tenants": offers.tenants,
    "progress": descriptions.progress,
}


def _pane(key: str, sight: Sight, district: Sight | None) -> Pane:
    if key == "policies":
        blocks = offers.policies(sight, district)
    elif key in _BLOCKS:
        blocks = _BLOCKS[key](sight)
    else:
        blocks = descriptions.facts_of(sight, key)
    blocks += _promised(sight, key, bool(blocks))
    blocks += gaps(sight, key)
    if sight.view.inside and not blocks:
        blocks = _inapplicable(sight, key)
    return Pane(key, title(key), tuple(blocks), _aside(key, sight))


def _inapplicable(sight: Sight, pane: str) -> list[Block]:
    """Inside: why nothing stands here and nothing is missing, such as firms in a park that is being built."""
    apart = [f for f in fields.PARK.values() if f.pane == pane and not f.applies_to(sight.stage) and not f.optional]
    return [Facts(tuple(Fact(_(f.label), _(words.NOT_APPLICABLE)) for f in apart))] if apart else []


def _aside(key: str, sight: Sight) -> str:
    if key == "facilities" and sight.dossier.facilities:
        return str(len(sight.dossier.facilities))
    if key == "industry" and sight.dossier.industries:
        return str(len(sight.dossier.industries))
    shown = sight.first("firms_resident")
    if key == "tenants" and shown and shown.observation.as_of:
        return _("{value} ({date})").format(
            value=show.value(shown.observation), date=dates.words(shown.observation.as_of)
        )
    return ""


def _promised(sight: Sight, pane: str, filled: bool) -> list[Block]:
    """Outside: what a firm asks for and nobody knows yet is promised in writing, once, in one calm sentence."""
    if sight.view.inside or (not filled and pane not in fields.ALWAYS):
        return []
    asked = [m for m in sight.to_answer if m.field.pane == pane and m.field.records != "policies"]
    blocks = _answers(asked, sight)
    return blocks if blocks or filled else [Notice(_later(sight))]


def _answers(asked: list[Missing], sight: Sight) -> list[Block]:
    """One sentence for each kind of answer: none on site, not yet announced, to follow."""
    sentences = {"none": _("{items}: none on site."), "not_published": _("{items}: not yet announced.")}
    blocks: list[Block] = [
        Notice(sentence.format(items=_labels(found)))
        for cause, sentence in sentences.items()
        if (found := [m for m in asked if m.cause == cause])
    ]
    if later := [m for m in asked if m.cause not in sentences]:
        blocks.append(Notice(_("{items}: {reply}.").format(items=_labels(later), reply=_reply(sight))))
    return blocks


def _reply(sight: Sight) -> str:
    return _("answer to follow in writing") if sight.view.value == "visitor" else _("please ask our staff")


def _labels(missing: list[Missing]) -> str:
    """Labels in a row, in one sentence: only its first begins with a capital."""
    found = [_(m.field.label) for m in missing]
    return wording.joined([*found[:1], *(label[:1].lower() + label[1:] for label in found[1:])])


def _later(sight: Sight) -> str:
    if sight.view.value == "public":
        return _("Please ask our staff for details.")
    return _("Our officer will gladly send you the details in writing after the meeting.")


def overview_of_district(sight: Sight) -> Pane:
    """Where, how big, how many parks; outside also, in one sentence, what is answered in writing."""
    promise = _answers(list(sight.to_answer), sight)
    return Pane("overview", title("overview"), (*descriptions.overview(sight), *promise, *gaps(sight, "overview")))


def others_of_district(sight: Sight) -> list[Pane]:
    """Location, policies, contact. Outside without what is unknown, but for the promise of an answer."""
    found = []
    for key in ("place", "policies", "contact"):
        blocks = offers.policies(sight, sight) if key == "policies" else descriptions.facts_of(sight, key)
        found.append(Pane(key, title(key), tuple(blocks + gaps(sight, key))))
    return found


def gaps(sight: Sight, pane: str) -> list[Block]:
    """Inside: what is missing in this pane, why, and who can fill it."""
    rows = tuple(gap(m) for m in sight.missing if m.field.pane == pane)
    return [Gaps(_("To be completed"), rows)] if rows else []


def gap(missing: Missing) -> Gap:
    cause = _(words.ABSENCE[missing.cause])
    asked = wording.joined([t for t in (missing.asked_of, missing.as_of and dates.words(missing.as_of)) if t])
    if asked:
        cause = _("{cause} ({asked})").format(cause=cause, asked=asked)
    who = _("can be filled by {who}").format(who=_(missing.field.asked_of)) if missing.field.asked_of else ""
    return Gap(_(missing.field.label), cause, who)
