"""The district's own fields: where, how big, how many parks, whom to call."""

from parkdir.domain.fields.field import Field
from parkdir.i18n import N_

_BUREAU = N_("the district commerce bureau")
_STATISTICS = N_("the district statistics bureau")


# what every guest asks first: an answer is promised where none is known
_ASKED = ("distance_zhengzhou", "transport", "colleges")


def _text(key: str, label: str, pane: str, shelf: str = "static") -> Field:
    return Field(key=key, label=label, pane=pane, kind="text", shelf=shelf, decision=key in _ASKED, asked_of=_BUREAU)


def _at_an_event(key: str, label: str, *units: str) -> Field:
    """A figure of something that happened once: recorded inside where it was reported, asked for by nobody."""
    return Field(key=key, label=label, pane="policies", units=units, audience="internal", shelf="event", optional=True,
                 asked_of=_BUREAU)  # fmt: skip


DISTRICT = (
    Field(key="total_area", label=N_("Total area"), pane="overview", units=("km2",), strip=1, asked_of=_STATISTICS),
    Field(
        key="population",
        label=N_("Resident population"),
        pane="overview",
        units=("wan_people", "people"),
        shelf="slow",
        strip=2,
        asked_of=_STATISTICS,
    ),
    Field(
        key="parks_built",
        label=N_("Specialised parks built"),
        pane="overview",
        units=("count",),
        shelf="slow",
        strip=3,
        asked_of=_BUREAU,
    ),
    Field(
        key="parks_building",
        label=N_("Specialised parks under construction"),
        pane="overview",
        units=("count",),
        shelf="slow",
        strip=4,
        asked_of=_BUREAU,
    ),
    _text("location", N_("Location"), "overview"),
    _text("standing", N_("Standing"), "overview"),
    _text("industry_base", N_("Industrial base"), "overview", "slow"),
    Field(
        key="firms_digital",
        label=N_("Firms in electronics, big data and cloud"),
        pane="overview",
        units=("firms",),
        audience="internal",
        shelf="slow",
        optional=True,
        asked_of=_STATISTICS,
    ),
    _text("distance_zhengzhou", N_("Distance to Zhengzhou"), "place"),
    _text("transport", N_("Transport"), "place"),
    _text("colleges", N_("Colleges and labour"), "place", "slow"),
    Field(
        key="policy_digest",
        label=N_("Policies in the commerce bureau's digest"),
        pane="policies",
        units=("items",),
        shelf="slow",
        optional=True,
        asked_of=_BUREAU,
    ),
    _at_an_event("meeting_firms", N_("Firms at the bank–enterprise meeting"), "firms"),
    _at_an_event("meeting_agreements", N_("Firms with a first credit agreement"), "firms"),
    _at_an_event("meeting_credit", N_("Credit signed at the meeting"), "yuan", "wan_yuan", "yi_yuan"),
    _at_an_event("training_firms", N_("Foreign-trade firms trained"), "firms"),
    _text("office_name", N_("Investment office"), "contact", "contact"),
    _text("office_address", N_("Address of the office"), "contact", "contact"),
    _text("office_phone", N_("Telephone of the office"), "contact", "contact"),
)
