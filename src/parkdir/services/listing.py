"""The directory as JSON values: stable keys, unknown is None, display order, numbers with at most 4 decimals."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from parkdir.domain import audience, dates, figures, show
from parkdir.domain.audience import Shown, Sight
from parkdir.domain.park import Entry, Observation, Policy
from parkdir.i18n import using
from parkdir.services import wording

Json = dict[str, Any]


def number(value: Decimal | None) -> int | float | None:
    """A JSON number with at most four decimals."""
    if value is None:
        return None
    rounded = value.quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize()
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def row(sight: Sight) -> Json:
    """One park of `list`."""
    park = sight.dossier.park
    if park is None:
        raise ValueError("the district is no park")
    return {
        "key": park.key,
        "name_zh": park.name_zh,
        "name_en": park.name_en,
        "named": park.named,
        "status": sight.status.observation.code if sight.status else None,
        "completeness": sight.completeness,
        "as_of": _latest(sight),
    }


def _latest(sight: Sight) -> str | None:
    """The latest as-of of the facts shown."""
    found = [s.observation.as_of for group in sight.shown.values() for s in group]
    lists = (sight.dossier.facilities, sight.dossier.industries, sight.dossier.policies, sight.dossier.tenants,
             sight.dossier.honours, sight.dossier.layouts)  # fmt: skip
    found += [entry.as_of for listed in lists for entry in listed]
    return max((d for d in found if d), key=dates.last_day, default=None)


def document(sight: Sight) -> Json:
    """All of `show` for one park."""
    dossier, inside = sight.dossier, sight.view.inside
    used: set[str] = set()

    def entry(found: Entry, **values: Any) -> Json:
        used.add(found.source)
        return {"key": found.key, **values, "as_of": found.as_of, "source": found.source}

    def checked(found: Entry, **values: Any) -> Json:
        return entry(found, **values) | {"verification": found.verification if inside else None}

    answer: Json = {
        "park": _park(sight),
        "figures": _figures(sight, used),
        "facilities": [
            checked(f, group=f.group, category=f.category, name_zh=f.name_zh, name_en=f.name_en, count=f.count,
                    floors=f.floors, area_m2=number(f.area_m2), capacity_people=f.capacity_people,
                    qualifier=f.qualifier)
            for f in dossier.facilities
        ],
        "industries": [
            entry(i, zh=i.zh, en=i.en, role=i.role, gbt4754=i.gbt4754) for i in dossier.industries
        ],
        "policies": [entry(p, **_policy(p, full=True, sight=sight)) for p in dossier.policies]
        + [entry(p, **_policy(p, full=False, sight=sight)) for p in sight.titles],
        "tenants": [
            entry(t, name=t.name, registered_name=t.registered_name, uscc=t.uscc, industry=t.industry_zh,
                  name_confirmed=t.name_confirmed)
            for t in dossier.tenants
        ],
        "honours": [
            entry(h, title_zh=h.title_zh, issuer=h.issuer, document_no=h.document_no) for h in dossier.honours
        ],
        "milestones": [
            {"key": m.key, "date": m.date, "title_zh": m.title_zh, "title_en": m.title_en, "source": m.source}
            for m in sorted(dossier.milestones, key=lambda m: (m.date, m.position))
        ],
    }  # fmt: skip
    used |= {m.source for m in dossier.milestones}
    used |= {o.source for group in sight.shown.values() for s in group for o in (s.observation, *s.others)}
    answer["sources"] = [
        {"id": s.key, "title": s.title_zh, "publisher": s.publisher_zh, "date": s.date, "url": s.url, "kind": s.kind}
        for s in dossier.sources.values()
        if s.key in used
    ]
    return answer


def _park(sight: Sight) -> Json:
    park = sight.dossier.park
    if park is None:
        raise ValueError("the district is no park")
    address = sight.first("address")
    status = sight.status.observation if sight.status else None
    return {
        "key": park.key,
        "name_zh": park.name_zh,
        "name_en": park.name_en,
        "reported_names": list(park.reported_names) if sight.view.inside else [],
        "named": park.named,
        "status": status.code if status else None,
        "status_as_of": status.as_of if status else None,
        "address_zh": address.observation.text_zh if address else None,
        "completeness": sight.completeness,
        "missing": [{"field": m.field.key, "absence": m.cause} for m in sight.missing],
    }


def _figures(sight: Sight, used: set[str]) -> list[Json]:
    """Inside every observation of every figure, the chosen first; outside only what is chosen."""
    found = []
    for group in sight.shown.values():
        for shown in group:
            every = (shown.observation, *shown.others) if sight.view.inside else (shown.observation,)
            for observation in every:
                if observation.number is not None and observation.unit is not None:
                    used.add(observation.source)
                    found.append(_figure(observation, shown, sight))
    return found


def _figure(observation: Observation, shown: Shown, sight: Sight) -> Json:
    inside = sight.view.inside
    unit = observation.unit or ""
    exact = figures.from_canonical(figures.canonical(observation.number or Decimal(0), unit))
    with using("zh"):
        text = show.value(observation)
    return {
        "key": observation.key,
        "metric": observation.metric,
        "basis": observation.basis,
        "value": number(observation.number),
        "unit": unit,
        "qualifier": observation.qualifier,
        "text_zh": text,
        "as_of": observation.as_of,
        "source": observation.source,
        "verification": observation.verification if inside else None,
        "currency": wording.currency_of(observation, shown, sight) if inside else None,
        "adopted": observation.adopted if inside else None,
        "canonical": number(exact),
        "canonical_unit": figures.UNITS[unit].dimension,
    }


def _policy(policy: Policy, *, full: bool, sight: Sight) -> Json:
    """Outside, of a policy that may not be shown in full, no more than the title that a public source reports."""
    return {
        "title_zh": policy.title_zh,
        "document_no": policy.document_no if full else None,
        "issuer": policy.issuer if full else None,
        "kind": policy.kind,
        "state": policy.validity if full else None,
        "valid_to": policy.valid_to if full else None,
        "publishable": audience.publishable(policy, sight.today),
    }
