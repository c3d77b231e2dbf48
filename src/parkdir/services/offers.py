"""What a firm is offered and whom it would join: policies and tenants, as blocks."""

from parkdir.domain import dates, show
from parkdir.domain.audience import Sight
from parkdir.domain.brief import Block, Fact, Facts, Heading, Mark, Notice, Table
from parkdir.domain.fields import words
from parkdir.domain.park import Policy
from parkdir.i18n import _, pick
from parkdir.services import wording
from parkdir.services.descriptions import fact, facts_of


def policies(sight: Sight, district: Sight | None) -> list[Block]:
    """Inside all, with what each lacks; outside the publishable in full, else the sentence and reported titles."""
    groups = [(_("Policies for this park"), sight)] if sight.dossier.park else []
    if district is not None:
        groups.append((_("District-wide policies and services"), district))
    if not sight.view.inside:
        return _policies_outside(groups)
    blocks: list[Block] = []
    for title, whose in groups:
        if whose.dossier.policies:
            blocks += [Heading(title), Facts(tuple(_policy_fact(p, whose) for p in whose.dossier.policies))]
    return blocks + facts_of(sight, "policies")


def _policies_outside(groups: list[tuple[str, Sight]]) -> list[Block]:
    blocks: list[Block] = []
    full = [(p, whose) for _title, whose in groups for p in whose.dossier.policies]
    if full:
        blocks.append(Facts(tuple(_policy_fact(p, whose) for p, whose in full)))
    else:
        blocks.append(Notice(_("Current policies are those published in official documents; our officer can give you "
                               "the list.")))  # fmt: skip
    for title, whose in groups:
        if whose.titles:
            rows = tuple(_title_only(p, whose) for p in whose.titles)
            blocks += [Heading(title), Facts(rows)]
    return blocks


def _title_only(policy: Policy, sight: Sight) -> Fact:
    title = pick(policy.title_zh, policy.title_en)
    return Fact(title, "", wording.note(policy, sight), detail=wording.entry_detail(policy, title, "", sight))


def _policy_fact(policy: Policy, sight: Sight) -> Fact:
    kind = _(words.POLICY_KIND[policy.kind])
    summary = pick(policy.summary_zh, policy.summary_en)
    marks = wording.marks(policy, sight)
    if sight.view.inside:
        lacks = [Mark(kind, "chip"), *marks]
        if not policy.document_no:
            lacks.append(Mark(_("no document number"), "caution"))
        if policy.review_state != "passed":
            lacks.append(Mark(_(words.REVIEW[policy.review_state]), "caution"))
        marks = tuple(lacks)
    title, standing = pick(policy.title_zh, policy.title_en), [policy.document_no, policy.issuer]
    said = _("; ").join(t for t in (wording.joined([s for s in standing if s]), summary) if t)
    return Fact(title, said, wording.note(policy, sight), marks, wording.entry_detail(policy, title, said, sight))


def tenants(sight: Sight) -> list[Block]:
    blocks: list[Block] = []
    counts = [s for key in ("firms_resident", "firms_signed") for s in sight.shown.get(key, ())]
    if counts:
        blocks.append(Facts(tuple(fact(s, sight) for s in counts)))
    rows = sight.dossier.tenants
    if rows:
        blocks += [Heading(_("Firms by name"), _named_of(sight)), _tenant_table(sight)]
    return blocks


def _named_of(sight: Sight) -> str:
    shown, n = sight.first("firms_resident"), len(sight.dossier.tenants)
    if shown is None or shown.observation.as_of is None:
        return _("{n} named").format(n=n)
    total, when = show.value(shown.observation), dates.words(shown.observation.as_of)
    return _("{n} named of {total} ({date})").format(n=n, total=total, date=when)


def _tenant_table(sight: Sight) -> Table:
    inside = sight.view.inside
    columns = [_("Firm"), _("Business"), _("Source")]
    if inside:
        columns += [_("Registered name"), _("Consent to be shown")]
    rows = []
    for t in sight.dossier.tenants:
        name = pick(t.registered_name or t.name, t.name_en)
        row = [name, pick(t.industry_zh, t.industry_en), wording.note(t, sight)]
        if inside:
            confirmed = _("confirmed") if t.name_confirmed else _("to be confirmed")
            row += [confirmed, _(words.CONSENT[t.consent])]
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows), (4, 4, 3, 2, 2) if inside else (4, 4, 3))
