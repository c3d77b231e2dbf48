"""What each view may see: one rule a test, each from records made for it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from parkdir.domain import fields
from parkdir.domain.audience import Sight, View, certified, completeness, named_outside, publishable, see, visible
from parkdir.domain.park import Dossier, Park
from tests.filled import (
    COPY,
    NEWSPAPER,
    PARK,
    TODAY,
    absent,
    dossier,
    facility,
    honour,
    industry,
    layout,
    milestone,
    observed,
    policy,
    state,
    tenant,
)

INTERNAL, VISITOR, PUBLIC = View.INTERNAL, View.VISITOR, View.PUBLIC
OUTSIDE = [VISITOR, PUBLIC]


def sees(view: View, *records: Any, **kind: bool) -> Sight:
    return see(dossier(*records, **kind), view, TODAY)


def form(view: View, *records: Any) -> str | None:
    """In which form the first record's metric is shown; None: not at all."""
    shown = sees(view, *records).first(records[0].metric)
    return shown.form if shown else None


# parks


@pytest.mark.parametrize(("view", "named", "unnamed"), [(INTERNAL, True, True), (VISITOR, True, False),
                                                        (PUBLIC, True, False)])  # fmt: skip
def test_outside_the_unnamed_are_not_shown_one_by_one(view: View, named: bool, unnamed: bool) -> None:
    assert visible(Park(key="p", position=1, name_zh="某园"), view) is named
    assert visible(Park(key="p", position=1, named=False), view) is unnamed


def test_only_one_view_is_inside() -> None:
    assert [view for view in View if view.inside] == [INTERNAL]


# policies


def test_a_policy_with_number_in_force_and_reviewed_is_shown_in_full_everywhere() -> None:
    whole = policy()
    for view in View:
        assert sees(view, whole).dossier.policies == (whole,)
        assert sees(view, whole).titles == ()


LACKING: dict[str, dict[str, Any]] = {
    "no number": {"document_no": None},
    "no validity": {"validity": None},
    "amended": {"validity": "amended"},
    "repealed": {"validity": "repealed"},
    "expired": {"validity": "expired"},
    "in force from tomorrow": {"effective_on": "2026-11-24"},
    "on request only": {"publicity": "on_request"},
    "not yet in force": {"validity": "not_yet"},
    "past its day": {"valid_to": "2026-11-22"},
    "past its month": {"valid_to": "2026-10"},
    "past its year": {"valid_to": "2025"},
    "not reviewed": {"review_state": "unreviewed"},
    "exempt from review": {"review_state": "exempt"},
    "out of scope": {"review_state": "out_of_scope"},
    "internal": {"audience": "internal"},
    "case by case": {"kind": "case_by_case"},
    "one-off reward": {"kind": "one_off_reward"},
}


@pytest.mark.parametrize("lack", LACKING)
def test_a_policy_that_lacks_something_is_not_shown_outside(lack: str) -> None:
    lacking = policy(**LACKING[lack])
    assert not publishable(lacking, TODAY)
    assert sees(INTERNAL, lacking).dossier.policies == (lacking,)
    for view in OUTSIDE:
        assert sees(view, lacking).dossier.policies == ()
        assert sees(view, lacking).titles == ()


@pytest.mark.parametrize("valid_to", [None, "2026-11-23", "2026-11", "2026", "2027-01-01"])
def test_a_policy_is_in_force_to_the_last_day_that_its_date_can_mean(valid_to: str | None) -> None:
    assert publishable(policy(valid_to=valid_to), TODAY)


@pytest.mark.parametrize("effective_on", [None, "2026-11-23", "2026-11", "2026"])
def test_a_policy_is_in_force_from_the_first_day_that_its_date_can_mean(effective_on: str | None) -> None:
    assert publishable(policy(effective_on=effective_on, publicity="proactive"), TODAY)


@pytest.mark.parametrize("lack", LACKING)
def test_of_a_reported_title_nothing_but_the_title_is_shown_and_never_of_what_stays_inside(lack: str) -> None:
    reported = policy(**LACKING[lack], title_reported=True)
    stays = lack in ("internal", "case by case", "one-off reward")
    assert sees(INTERNAL, reported).titles == ()
    for view in OUTSIDE:
        assert sees(view, reported).titles == (() if stays else (reported,))
        assert sees(view, reported).dossier.policies == ()


def test_a_policy_shown_in_full_is_no_title_besides() -> None:
    both = policy(title_reported=True)
    for view in OUTSIDE:
        assert (sees(view, both).dossier.policies, sees(view, both).titles) == ((both,), ())


def test_a_policy_for_talks_is_not_on_the_kiosk_by_title_either() -> None:
    full, title = policy(audience="visitor"), policy(audience="visitor", document_no=None, title_reported=True)
    talks, kiosk = sees(VISITOR, full, title), sees(PUBLIC, full, title)
    assert (talks.dossier.policies, talks.titles) == ((full,), (title,))
    assert (kiosk.dossier.policies, kiosk.titles) == ((), ())


# tenants

TENANTS: list[tuple[dict[str, Any], bool]] = [
    ({}, False),
    ({"consent": "agreed"}, True),
    ({"consent": "agreed", "state": "operating"}, True),
    ({"consent": "agreed", "state": "moved_out"}, False),
    ({"consent": "agreed", "state": "closed"}, False),
    ({"consent": "refused"}, False),
    ({"consent": "refused", "printed": True, "name_confirmed": True}, False),
    ({"printed": True, "name_confirmed": True}, True),
    ({"printed": True, "name_confirmed": True, "state": "moved_out"}, False),
    ({"printed": True}, False),
    ({"name_confirmed": True}, False),
    ({"consent": "agreed", "audience": "internal"}, False),
    ({"printed": True, "name_confirmed": True, "source": COPY}, True),
]


@pytest.mark.parametrize(("given", "outside"), TENANTS)
def test_a_firm_is_named_outside_by_consent_or_print_unless_it_refused_or_left(
    given: dict[str, Any], outside: bool
) -> None:
    firm = tenant(**given)
    assert sees(INTERNAL, firm).dossier.tenants == (firm,)
    assert named_outside(firm) is (outside or given.get("audience") == "internal")
    for view in OUTSIDE:
        assert sees(view, firm).dossier.tenants == ((firm,) if outside else ())


# honours


@pytest.mark.parametrize(
    ("given", "stands"),
    [({}, False), ({"issuer": "某厅"}, False), ({"document_no": "某号"}, False),
     ({"issuer": "某厅", "document_no": "某号"}, True)],
)  # fmt: skip
def test_an_honour_needs_issuer_and_document_for_a_header(given: dict[str, Any], stands: bool) -> None:
    assert certified(honour(**given)) is stands


# whom a record is for

LISTED: dict[str, Any] = {
    "facilities": facility,
    "industries": industry,
    "honours": honour,
    "layouts": layout,
    "policies": policy,
    "tenants": lambda **given: tenant(consent="agreed", **given),
    "milestones": lambda **given: milestone("other", "2022-06", **given),
}


@pytest.mark.parametrize("name", LISTED)
@pytest.mark.parametrize(("audience", "views"), [("public", set(View)), ("visitor", {INTERNAL, VISITOR}),
                                                 ("internal", {INTERNAL})])  # fmt: skip
def test_a_listed_fact_reaches_its_audience_and_no_further(name: str, audience: str, views: set[View]) -> None:
    record = LISTED[name](audience=audience)
    assert {v for v in View if getattr(sees(v, record).dossier, name) == (record,)} == views


@pytest.mark.parametrize("metric", sorted(fields.PARK))
def test_a_field_reaches_the_audience_that_the_catalogue_names(metric: str) -> None:
    field = fields.PARK[metric]
    if field.kind == "records":
        return
    found = observed(metric, as_of=TODAY.isoformat())
    views = {v for v in View if sees(v, found).first(metric)}
    assert views == {"public": set(View), "visitor": {INTERNAL, VISITOR}, "internal": {INTERNAL}}[field.audience]


@pytest.mark.parametrize(("audience", "views"), [("public", set(View)), ("visitor", {INTERNAL, VISITOR}),
                                                 ("internal", {INTERNAL})])  # fmt: skip
def test_an_observation_may_have_an_audience_of_its_own(audience: str, views: set[View]) -> None:
    found = observed("land_area", "9", "ha", as_of="2026", audience=audience)
    assert {v for v in View if sees(v, found).first("land_area")} == views


def test_what_is_kept_back_outside_is_neither_missing_nor_promised() -> None:
    for view in OUTSIDE:
        sight = sees(view, observed("power_kva", "800", "kva", as_of="2026-11", audience="internal"))
        assert sight.first("power_kva") is None
        assert "power_kva" not in {m.field.key for m in sight.to_answer}


# what nobody has checked


@pytest.mark.parametrize("source", [NEWSPAPER, COPY, PARK])
@pytest.mark.parametrize("verification", ["excerpted", "by_phone", "by_document", "by_park"])
def test_the_kiosk_shows_no_unchecked_copy(source: str, verification: str) -> None:
    found = observed("land_area", "9", "ha", as_of="2026", source=source, verification=verification)
    hidden = source == COPY and verification == "excerpted"
    assert {v for v in View if sees(v, found).first("land_area")} == ({INTERNAL, VISITOR} if hidden else set(View))


@pytest.mark.parametrize("name", ["facilities", "industries", "milestones", "honours", "layouts"])
def test_nor_an_unchecked_copy_of_a_listed_fact(name: str) -> None:
    copied, checked = LISTED[name](source=COPY), LISTED[name](source=COPY, verification="by_document")
    assert getattr(sees(VISITOR, copied, checked).dossier, name) == (copied, checked)
    assert getattr(sees(PUBLIC, copied, checked).dossier, name) == (checked,)


def test_the_kiosk_takes_the_next_best_where_the_best_is_an_unchecked_copy() -> None:
    copied, printed = (observed("land_area", n, "ha", as_of=d, source=s)
                       for n, d, s in (("9", "2025", COPY), ("8", "2022", NEWSPAPER)))  # fmt: skip
    shown = {view: sees(view, copied, printed).first("land_area") for view in View}
    assert {view: one.observation for view, one in shown.items() if one} == {
        INTERNAL: copied, VISITOR: copied, PUBLIC: printed,
    }  # fmt: skip
    assert [one.others for one in shown.values() if one] == [(printed,), (printed,), ()]


# sources that disagree


def test_inside_all_figures_stand_outside_those_that_say_otherwise() -> None:
    chosen = observed("land_area", "9", "ha", as_of="2022-06")
    same = observed("land_area", "9", "ha", as_of="2021")
    other = observed("land_area", "134", "mu", as_of="2019")
    records = (same, other, chosen)
    assert [o for s in sees(INTERNAL, *records).shown["land_area"] for o in (s.observation, *s.others)] == [
        chosen, same, other,
    ]  # fmt: skip
    (visitors,) = sees(VISITOR, *records).shown["land_area"]
    assert (visitors.observation, visitors.others) == (chosen, (other,))


def test_what_stays_inside_is_in_no_footnote() -> None:
    chosen = observed("land_area", "9", "ha", as_of="2022-06")
    secret = observed("land_area", "8", "ha", as_of="2021", audience="internal")
    (visitors,) = sees(VISITOR, chosen, secret).shown["land_area"]
    assert visitors.others == ()


def test_bases_stand_side_by_side() -> None:
    one = observed("firms_resident", "80", "firms", basis="actual", as_of="2026-11")
    other = observed("firms_resident", "120", "firms", basis="registered", as_of="2026-11")
    assert [s.observation for s in sees(VISITOR, one, other).shown["firms_resident"]] == [one, other]


def test_another_state_is_no_footnote_outside() -> None:
    chosen = state("built", "2026-11", adopted=True)
    other = state("partly_in_use", "2026-10")
    inside, outside = sees(INTERNAL, chosen, other).status, sees(VISITOR, chosen, other).status
    assert inside is not None
    assert inside.others == (other,)
    assert outside is not None
    assert outside.others == ()


def test_figures_stand_in_the_catalogues_order_and_strangers_nowhere() -> None:
    sight = sees(INTERNAL, observed("rent", text_zh="面议"), observed("no_such_field", "1", "count"), state("built"))
    assert list(sight.shown) == ["status", "rent"]


# stale values


@pytest.mark.parametrize(
    ("metric", "fresh", "stale", "visitor", "public"),
    [
        ("build_time", "2019", "1999", "plain", "plain"),
        ("land_area", "2022", "2019", "plain", "plain"),
        ("firms_resident", "2026-06", "2022-06", "dated", "dated"),
        ("duty_phone", "2026-11", "2026-04", "dated", "dated"),
        ("operating_costs", "2026-11", "2026-07", "on_request", None),
        ("rent", "2026-11", "2026-07", "on_request", None),
    ],
)
def test_a_stale_value_outside(metric: str, fresh: str, stale: str, visitor: str, public: str | None) -> None:
    audience = "public"  # so that the kiosk's rule is the one of staleness
    new, old = (observed(metric, "80", "firms", as_of=day, audience=audience) for day in (fresh, stale))
    assert [form(view, new) for view in View] == ["plain"] * 3
    assert [form(view, old) for view in View] == ["plain", visitor, public]


def test_what_has_no_date_is_stale() -> None:
    assert form(VISITOR, observed("firms_resident", "80", "firms")) == "dated"
    assert form(VISITOR, observed("rent", text_zh="面议")) == "on_request"
    assert form(VISITOR, state("under_construction", None)) == "statement"


def test_due_is_not_stale() -> None:
    due = observed("firms_resident", "80", "firms", as_of="2025-11")
    sight = sees(VISITOR, due)
    shown = sight.first("firms_resident")
    assert shown is not None
    assert (shown.currency, shown.form) == ("due", "plain")


# a stale state


@pytest.mark.parametrize("view", OUTSIDE)
@pytest.mark.parametrize(
    ("code", "kind"), [("built", "opened"), ("under_construction", "started")]
)  # fmt: skip
def test_a_stale_state_becomes_its_last_event(view: View, code: str, kind: str) -> None:
    first, last = milestone(kind, "2019-05"), milestone(kind, "2021-10-15")
    strange = milestone("visited", "2022-01")
    status = sees(view, state(code), last, first, strange, state("planned", "2020")).status
    assert status is not None
    assert (status.form, status.event, status.others) == ("last_event", last, ())


@pytest.mark.parametrize("view", OUTSIDE)
@pytest.mark.parametrize(
    ("code", "kind"),
    [("under_construction", "opened"), ("built", "started"), ("partly_in_use", "started"), ("planned", "started"),
     ("suspended", "opened"), ("closed", "opened")],
)  # fmt: skip
def test_without_such_an_event_it_becomes_a_dated_statement(view: View, code: str, kind: str) -> None:
    status = sees(view, state(code), milestone(kind, "2019")).status
    assert status is not None
    assert (status.form, status.event) == ("statement", None)


def test_inside_and_while_fresh_a_state_is_plain() -> None:
    began = milestone("started", "2021")
    for view, found in ((INTERNAL, state("under_construction")), (VISITOR, state("under_construction", "2026-01"))):
        status = sees(view, found, began).status
        assert status is not None
        assert (status.form, status.event) == ("plain", None)


@pytest.mark.parametrize(
    ("given", "told"),
    [({"audience": "internal"}, set()), ({"audience": "visitor"}, {VISITOR}), ({"source": COPY}, {VISITOR})],
)
def test_an_event_that_the_view_may_not_see_tells_nothing_of_the_state(given: dict[str, Any], told: set[View]) -> None:
    hidden = milestone("started", "2021-10", **given)
    events = {view: sees(view, state("under_construction"), hidden).status for view in OUTSIDE}
    assert {view for view, status in events.items() if status and status.form == "last_event"} == told


# what is missing, and why


def causes(sight: Sight) -> dict[str, str]:
    return {m.field.key: m.cause for m in sight.missing}


def test_inside_what_has_no_value_is_missing_with_its_cause() -> None:
    asked = absent("operator", "asked", asked_of="园区办", as_of="2026-10")
    none = absent("gas", "none", source=NEWSPAPER)
    sight = sees(INTERNAL, state("built"), asked, none)
    assert causes(sight)["operator"] == "asked"
    assert causes(sight)["gas"] == "none"
    assert causes(sight)["address"] == "not_collected"
    assert "status" not in causes(sight)
    (found,) = [m for m in sight.missing if m.field.key == "operator"]
    assert (found.asked_of, found.as_of, found.known) == ("园区办", "2026-10", False)


def test_what_stands_has_no_cause_even_where_one_is_recorded() -> None:
    assert "operator" not in causes(sees(INTERNAL, absent("operator", "asked"), observed("operator", text_zh="某公司")))


@pytest.mark.parametrize("cause", ["none", "not_applicable", "asked", "not_collected", "not_published", "withheld"])
def test_none_and_not_applicable_are_answers(cause: str) -> None:
    (found,) = [m for m in sees(INTERNAL, absent("gas", cause)).missing if m.field.key == "gas"]
    assert found.known is (cause in ("none", "not_applicable"))


def test_a_list_answers_its_field_and_a_category_only_its_own() -> None:
    sight = sees(INTERNAL, state("built"), facility("dining"), industry(), policy(), tenant(), honour(), layout(),
                 milestone("opened", "2019"))  # fmt: skip
    answered = {"dining_people", "industry", "policies", "tenants", "honours", "layout", "milestones"}
    assert not answered & set(causes(sight))
    assert {"meeting_people", "lodging_people", "parking_cars"} <= set(causes(sight))


def test_the_optional_and_what_does_not_apply_are_not_missing() -> None:
    built, building = causes(sees(INTERNAL, state("built"))), causes(sees(INTERNAL, state("under_construction")))
    assert "progress" in building
    assert "progress" not in built
    assert "firms_resident" in built
    assert "firms_resident" not in building
    optional = {key for key, field in fields.PARK.items() if field.optional}
    assert optional
    assert not optional & (set(built) | set(building))


def test_without_a_state_only_what_applies_to_every_park_is_asked() -> None:
    missing = causes(sees(INTERNAL))
    assert "status" in missing
    assert all(fields.PARK[key].applies is None for key in missing)


@pytest.mark.parametrize("view", OUTSIDE)
def test_outside_nothing_is_missing_nor_rated(view: View) -> None:
    sight = sees(view, state("built"), absent("operator", "asked"))
    assert (sight.missing, sight.completeness, sight.dossier.absences) == ((), None, ())


# what outside is answered in writing


def promised(view: View, *records: Any) -> set[str]:
    return {m.field.key for m in sees(view, *records).to_answer}


def test_outside_what_a_firm_asks_is_promised_and_nothing_else() -> None:
    asked = {"policies", "available_area", "rent", "ready_by", "duty_phone", "power_kva", "water_t_day", "gas",
             "drainage", "network_mbps"}  # fmt: skip
    rooms = {"meeting_people", "dining_people", "lodging_people", "parking_cars"}
    for view in OUTSIDE:
        assert promised(view, state("under_construction", "2026-11")) == asked
        assert promised(view, state("built", "2026-11")) == asked | rooms
    assert promised(INTERNAL, state("built")) == set()


@pytest.mark.parametrize(
    ("cause", "views"),
    [("not_collected", OUTSIDE), ("asked", OUTSIDE), ("not_published", [VISITOR]), ("none", [VISITOR]),
     ("not_applicable", []), ("withheld", [])],
)  # fmt: skip
def test_the_withheld_leaves_no_trace_and_the_kiosk_denies_nothing(cause: str, views: list[View]) -> None:
    assert [view for view in OUTSIDE if "gas" in promised(view, absent("gas", cause))] == views


# completeness


def test_completeness_is_known_weight_of_weight_that_applies() -> None:
    applying = [f for f in fields.PARK.values() if f.applies_to("built") and not f.optional]
    total = sum(f.weight for f in applying)
    records = [
        state("built"), observed("address", text_zh="某路"), facility("dining"), absent("gas", "none"),
        absent("heat", "not_applicable"), absent("water_t_day", "asked"), observed("slogan", text_zh="好"),
    ]  # fmt: skip
    known = 3 + 1 + 3 + 3 + 1
    assert sees(INTERNAL, *records).completeness == round(100 * known / total)


def test_completeness_of_a_catalogue_of_two() -> None:
    built = {key: fields.PARK[key] for key in ("status", "address", "progress", "slogan")}
    missing = sees(INTERNAL, state("built")).missing
    (address,) = (m for m in missing if m.field.key == "address")
    assert completeness(built, (), "built") == 100
    assert completeness(built, (address,), "built") == 75
    assert completeness(built, (replace(address, cause="none"),), "built") == 100
    assert completeness(built, (address,), "under_construction") == 80


def test_the_district_is_not_rated() -> None:
    sight = sees(INTERNAL, observed("total_area", "67", "km2", as_of="2021-03", park=None), park=False)
    assert sight.completeness is None
    assert sight.status is None
    assert "population" in causes(sight)
    assert set(sight.shown) == {"total_area"}


def test_a_sight_keeps_who_looks_and_when() -> None:
    whole: Dossier = dossier(state("built"))
    sight = see(whole, VISITOR, date(2026, 1, 2))
    assert (sight.view, sight.today) == (VISITOR, date(2026, 1, 2))
    assert sight.first("rent") is None
