"""A park's own fields: who, where, how big, in which order the key figures stand."""

from parkdir.domain.fields import words
from parkdir.domain.fields.field import BUILDING, BUILT, Field
from parkdir.i18n import N_

_AREA = ("m2", "wan_m2", "ha", "mu")
_MONEY = ("yuan", "wan_yuan", "yi_yuan")
_PARK = N_("the park's operator")
_BUREAU = N_("the district commerce bureau")
_BUILDER = N_("the district's urban investment company")

IDENTITY = (
    Field(key="status", label=N_("Construction status"), pane="overview", kind="code", choices=tuple(words.STATUS),
          shelf="state", weight=3, asked_of=_BUREAU),
    Field(key="character", label=N_("Positioning"), pane="overview", kind="text", asked_of=_PARK),
    Field(key="origin", label=N_("Origin"), pane="overview", kind="text", asked_of=_BUILDER),
    Field(key="planning", label=N_("Planning"), pane="overview", kind="text", optional=True, asked_of=_BUILDER),
    Field(key="aim", label=N_("Aim"), pane="overview", kind="text", optional=True, asked_of=_PARK),
    Field(key="slogan", label=N_("In one line"), pane="overview", kind="text", optional=True, asked_of=_PARK),
    Field(key="intro", label=N_("Introduction"), pane="overview", kind="text", asked_of=_PARK),
    Field(key="investor_builder", label=N_("Investor and builder"), pane="overview", kind="text", asked_of=_BUREAU),
    Field(key="operator", label=N_("Operator"), pane="overview", kind="text", shelf="slow", asked_of=_BUREAU),
    Field(key="park_type", label=N_("Type of park"), pane="overview", kind="code", choices=tuple(words.PARK_TYPE),
          asked_of=_BUREAU),
    Field(key="layout", label=N_("Layout"), pane="overview", kind="records", records="layouts", asked_of=_PARK),
    Field(key="milestones", label=N_("Milestones"), pane="overview", kind="records", records="milestones",
          shelf="event", asked_of=_PARK),
    Field(key="honours", label=N_("Honours"), pane="overview", kind="records", records="honours", shelf="slow",
          asked_of=_PARK),
)  # fmt: skip

SIZE = (
    Field(key="firms_resident", label=N_("Resident firms"), pane="overview", units=("firms",),
          bases=("actual", "registered"), shelf="slow", applies=BUILT, strip=1, asked_of=_PARK),
    Field(key="capacity_firms", label=N_("Capacity (firms)"), pane="overview", units=("firms",), shelf="slow",
          applies=BUILT, strip=2, asked_of=_PARK),
    Field(key="land_area", label=N_("Land area"), pane="overview", units=_AREA, strip=3, asked_of=_BUILDER),
    Field(key="office_area", label=N_("Office area"), pane="overview", units=_AREA, strip=4, asked_of=_PARK),
    Field(key="floor_area", label=N_("Floor area"), pane="overview", units=_AREA, asked_of=_BUILDER),
    Field(key="office_buildings", label=N_("Office buildings"), pane="overview", units=("buildings",), asked_of=_PARK),
    Field(key="firms_signed", label=N_("Firms signed"), pane="overview", units=("firms",), shelf="slow",
          optional=True, asked_of=_PARK),
    Field(key="total_investment", label=N_("Planned investment"), pane="overview", units=_MONEY, strip=0,
          asked_of=_BUILDER),
    Field(key="investment_done", label=N_("Completed investment"), pane="progress", units=_MONEY, audience="visitor",
          shelf="fast", applies=BUILDING, asked_of=_BUILDER),
    Field(key="progress", label=N_("Construction progress"), pane="progress", units=("percent",), audience="visitor",
          shelf="fast", applies=BUILDING, asked_of=_BUILDER),
    Field(key="build_time", label=N_("From start to opening"), pane="overview", units=("days",), shelf="event",
          applies=BUILT, optional=True, asked_of=_BUILDER),
    Field(key="funds_obtained", label=N_("Funds obtained for resident firms"), pane="policies", units=_MONEY,
          audience="internal", shelf="slow", optional=True, asked_of=_BUREAU),
    Field(key="funds_firms", label=N_("Firms that obtained funds"), pane="policies", units=("firms",),
          audience="internal", shelf="slow", optional=True, asked_of=_BUREAU),
)  # fmt: skip

PLACE = (
    Field(key="address", label=N_("Address"), pane="place", kind="text", asked_of=_PARK),
    Field(key="coordinates", label=N_("Coordinates"), pane="place", kind="text", audience="internal",
          asked_of=_PARK),
    Field(key="street", label=N_("Sub-district"), pane="place", kind="text", asked_of=_BUREAU),
    Field(key="minutes_to_rail", label=N_("To the high-speed railway station"), pane="place", units=("minutes", "km"),
          bases=("driving", "walking"), weight=3, asked_of=_BUREAU),
    Field(key="minutes_to_airport", label=N_("To the airport"), pane="place", units=("minutes", "km"),
          bases=("driving",), asked_of=_BUREAU),
    Field(key="minutes_to_expressway", label=N_("To the expressway"), pane="place", units=("minutes", "km"),
          bases=("driving",), asked_of=_BUREAU),
    Field(key="minutes_to_city_hall", label=N_("To the city government"), pane="place", units=("minutes", "km"),
          bases=("driving",), asked_of=_BUREAU),
)  # fmt: skip

PREMISES = (
    Field(key="available_area", label=N_("Area to let"), pane="premises", units=_AREA, audience="visitor",
          shelf="fast", weight=3, decision=True, asked_of=_PARK),
    Field(key="unit_kind", label=N_("Kinds of premises"), pane="premises", kind="text", shelf="slow", weight=3,
          asked_of=_PARK),
    Field(key="rent", label=N_("Rent"), pane="premises", kind="text", audience="visitor", shelf="fast", decision=True,
          asked_of=_PARK),
    Field(key="ready_by", label=N_("Available from"), pane="premises", kind="date", audience="visitor", shelf="fast",
          weight=3, decision=True, asked_of=_PARK),
    Field(key="leasable_total", label=N_("Total lettable area"), pane="premises", units=_AREA, audience="visitor",
          shelf="slow", asked_of=_PARK),
)  # fmt: skip

MOVING_IN = (
    Field(key="entry_industries", label=N_("Admissible industries"), pane="moving_in", kind="text", shelf="slow",
          asked_of=_PARK),
    Field(key="entry_steps", label=N_("How to move in"), pane="moving_in", kind="text", shelf="slow", asked_of=_PARK),
    Field(key="services", label=N_("Services for firms"), pane="moving_in", kind="text", shelf="slow",
          asked_of=_BUREAU),
    Field(key="duty_phone", label=N_("Enquiry line"), pane="moving_in", kind="text", shelf="contact", decision=True,
          asked_of=_BUREAU),
    Field(key="office_hours", label=N_("Office hours"), pane="moving_in", kind="text", shelf="contact",
          asked_of=_BUREAU),
)  # fmt: skip
