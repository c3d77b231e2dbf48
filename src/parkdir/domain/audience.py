"""Who sees what: the one module that decides. Services take a view; nothing above them asks again.

A dossier goes in, a Sight comes out: what this view may see, with each value's form already decided.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from parkdir.domain import dates, fields
from parkdir.domain.choice import choose, grouped
from parkdir.domain.currency import currency
from parkdir.domain.fields import Field
from parkdir.domain.park import Dossier, Entry, Honour, Milestone, Observation, Park, Policy, Tenant


class View(StrEnum):
    """internal for editing and checking, visitor for a guest's eyes, public for the kiosk."""

    INTERNAL = "internal"
    VISITOR = "visitor"
    PUBLIC = "public"

    @property
    def inside(self) -> bool:
        return self is View.INTERNAL


# what a policy must be to be shown in full outside
_NEVER_OUTSIDE = frozenset({"case_by_case", "one_off_reward"})
_REACH = {"public": 0, "visitor": 1, "internal": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A value as this view sees it.

    form: plain; dated (the date stands first, as large as the label); last_event (a stale state became the
    event `event`); statement (a stale state as a dated statement); on_request (the value only on click).
    others: the observations not chosen; outside only those that differ, for the footnote.
    """

    field: Field
    observation: Observation
    others: tuple[Observation, ...] = ()
    currency: str = "current"
    form: str = "plain"
    event: Milestone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A field without a value and the reason. known: none and not_applicable are answers, too."""

    field: Field
    cause: str
    asked_of: str | None = None
    as_of: str | None = None

    @property
    def known(self) -> bool:
        return self.cause in ("none", "not_applicable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """All that one view may see of a park (or of the district), nothing more."""

    view: View
    today: date
    dossier: Dossier
    shown: dict[str, tuple[Shown, ...]]
    missing: tuple[Missing, ...]
    to_answer: tuple[Missing, ...]  # outside: decision items that the officer answers in writing
    titles: tuple[Policy, ...]  # outside: policies of which a public source reports no more than the title
    status: Shown | None
    stage: str | None  # the status by which fields apply
    completeness: int | None

    def first(self, key: str) -> Shown | None:
        found = self.shown.get(key)
        return found[0] if found else None


def visible(park: Park, view: View) -> bool:
    """Whether the park is shown one by one. Outside, the unnamed share one card."""
    return view.inside or park.named


def publishable(policy: Policy, today: date) -> bool:
    """Shown in full outside: numbered, in force, fair-competition review passed, meant for the public."""
    begun = not policy.effective_on or dates.first_day(policy.effective_on) <= today
    in_time = begun and (not policy.valid_to or dates.last_day(policy.valid_to) >= today)
    return bool(
        policy.document_no
        and policy.validity == "in_force"
        and in_time
        and policy.review_state == "passed"
        and policy.audience != "internal"
        and policy.publicity in (None, "proactive")
        and policy.kind not in _NEVER_OUTSIDE
    )


def certified(honour: Honour) -> bool:
    """An honour without issuer and document is in no header."""
    return bool(honour.issuer and honour.document_no)


def named_outside(tenant: Tenant) -> bool:
    """Firms that consented, and full names that a public source printed, unless refused or gone."""
    if tenant.consent == "refused" or tenant.state not in (None, "operating"):
        return False
    return tenant.consent == "agreed" or (tenant.printed and tenant.name_confirmed)


def see(dossier: Dossier, view: View, today: date) -> Sight:
    """What `view` may see of the dossier, as of `today`."""
    catalogue = fields.DISTRICT if dossier.park is None else fields.PARK
    shown = _shown(dossier, view, today, catalogue)
    state = shown.get("status", (None,))[0]
    stage = _stage(dossier, state)
    missing = _missing(dossier, catalogue, stage)
    seen = dossier if view.inside else _outside(dossier, view, today)
    return Sight(
        view=view,
        today=today,
        dossier=seen,
        shown=shown,
        missing=missing if view.inside else (),
        to_answer=() if view.inside else tuple(m for m in missing if _answered(m, view)),
        titles=() if view.inside else _titles(dossier, view, today),
        status=state,
        stage=stage,
        completeness=completeness(catalogue, missing, stage) if view.inside and dossier.park else None,
    )


def _stage(dossier: Dossier, state: Shown | None) -> str | None:
    """A park that any report saw partly in use is asked for firms and for progress, whatever status is adopted."""
    if any(o.metric == "status" and o.code == "partly_in_use" for o in dossier.observations):
        return "partly_in_use"
    return state.observation.code if state else None


def completeness(catalogue: dict[str, Field], missing: tuple[Missing, ...], status: str | None) -> int:
    """Weight of the fields that apply and are known, in percent of the weight of those that apply."""
    total = sum(f.weight for f in catalogue.values() if f.applies_to(status) and not f.optional)
    unknown = sum(m.field.weight for m in missing if not m.known)
    return round(100 * (total - unknown) / total)


def _answered(missing: Missing, view: View) -> bool:
    """What a firm asks for; what is withheld leaves no trace, and a kiosk says of nothing that it is not there."""
    asks = missing.field.decision or (missing.field.pane == "facilities" and missing.field.weight > 1)
    unsaid = ["not_applicable", "withheld", *(["none", "not_published"] if view is View.PUBLIC else [])]
    return asks and missing.cause not in unsaid


def _shown(dossier: Dossier, view: View, today: date, catalogue: dict[str, Field]) -> dict[str, tuple[Shown, ...]]:
    found: dict[str, list[Shown]] = {}
    for (metric, _basis), group in grouped(dossier.observations).items():
        field = catalogue.get(metric)
        allowed = [o for o in group if field and _allowed(o, field, dossier, view)]
        if field is None or not allowed:
            continue
        one = _one(field, allowed, dossier, view, today)
        if one is not None:
            found.setdefault(metric, []).append(one)
    return {key: tuple(found[key]) for key in catalogue if key in found}


def _allowed(observation: Observation, field: Field, dossier: Dossier, view: View) -> bool:
    if view.inside:
        return True
    return _reaches(observation.audience or field.audience, view) and not _kept_off(observation, dossier, view)


def _kept_off(found: Observation | Entry, dossier: Dossier, view: View) -> bool:
    """The kiosk shows what nobody has checked only where the source is a publication of its own."""
    unchecked_copy = found.verification == "excerpted" and dossier.sources[found.source].kind == "repost"
    return view is View.PUBLIC and unchecked_copy


def _reaches(audience: str, view: View) -> bool:
    return _REACH[audience] <= (0 if view is View.PUBLIC else 1)


def _one(field: Field, group: list[Observation], dossier: Dossier, view: View, today: date) -> Shown | None:
    chosen = choose(group, dossier.sources)
    age = currency(chosen.as_of, field.shelf, today)
    others = tuple(o for o in group if o is not chosen and (view.inside or _says_otherwise(o, chosen)))
    one = Shown(field=field, observation=chosen, others=others, currency=age)
    if view.inside or age != "overdue":
        return one
    if field.shelf == "fast":
        return None if view is View.PUBLIC else replace(one, form="on_request")
    if field.shelf == "state":
        return _stale_state(one, dossier, view)
    return replace(one, form="dated") if field.shelf in ("slow", "contact") else one


def _says_otherwise(other: Observation, chosen: Observation) -> bool:
    same = (other.number, other.unit, other.code, other.date, other.text_zh)
    return other.code is None and same != (chosen.number, chosen.unit, chosen.code, chosen.date, chosen.text_zh)


def _stale_state(one: Shown, dossier: Dossier, view: View) -> Shown:
    """A stale state becomes its last event; without one, a dated statement. What is built stays built."""
    kind = {"built": "opened", "under_construction": "started"}.get(one.observation.code or "")
    events = [m for m in _entries(dossier.milestones, dossier, view) if m.kind == kind]
    if events:
        return replace(one, form="last_event", event=max(events, key=lambda m: m.date), others=())
    return replace(one, form="statement", others=())


def _missing(dossier: Dossier, catalogue: dict[str, Field], status: str | None) -> tuple[Missing, ...]:
    causes = {a.field: a for a in dossier.absences}
    answered = {o.metric for o in dossier.observations}
    found = []
    for field in catalogue.values():
        if field.optional or not field.applies_to(status) or field.key in answered or _listed(field, dossier):
            continue
        absence = causes.get(field.key)
        found.append(
            Missing(
                field=field,
                cause=absence.cause if absence else "not_collected",
                asked_of=absence.asked_of if absence else None,
                as_of=absence.as_of if absence else None,
            )
        )
    return tuple(found)


def _listed(field: Field, dossier: Dossier) -> bool:
    if field.records is None:
        return False
    rows = getattr(dossier, field.records)
    return any(not field.categories or row.category in field.categories for row in rows)


E_ = TypeVar("E_", bound=Entry)


def _entries(rows: tuple[E_, ...], dossier: Dossier, view: View) -> tuple[E_, ...]:
    return tuple(row for row in rows if _reaches(row.audience, view) and not _kept_off(row, dossier, view))


def _outside(dossier: Dossier, view: View, today: date) -> Dossier:
    return replace(
        dossier,
        absences=(),
        facilities=_entries(dossier.facilities, dossier, view),
        industries=_entries(dossier.industries, dossier, view),
        policies=tuple(p for p in dossier.policies if _reaches(p.audience, view) and publishable(p, today)),
        tenants=tuple(t for t in dossier.tenants if _reaches(t.audience, view) and named_outside(t)),
        milestones=_entries(dossier.milestones, dossier, view),
        honours=_entries(dossier.honours, dossier, view),
        layouts=_entries(dossier.layouts, dossier, view),
    )


def _titles(dossier: Dossier, view: View, today: date) -> tuple[Policy, ...]:
    reported = (p for p in dossier.policies if p.title_reported and p.kind not in _NEVER_OUTSIDE)
    return tuple(p for p in reported if _reaches(p.audience, view) and not publishable(p, today))
