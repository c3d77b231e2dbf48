"""What a firm asks about facilities and utilities, and the lists that answer it."""

from parkdir.domain.fields import words
from parkdir.domain.fields.field import BUILT, Field
from parkdir.i18n import N_

_PARK = N_("the park's operator")
_UTILITY = N_("the park's operator, with the supplier")


def _capacity(key: str, label: str, category: str) -> Field:
    return Field(key=key, label=label, pane="facilities", kind="records", records="facilities",
                 categories=(category,), weight=3, applies=BUILT, asked_of=_PARK)  # fmt: skip


FACILITIES = (
    _capacity("meeting_people", N_("Meeting rooms and halls"), "meeting"),
    _capacity("dining_people", N_("Dining"), "dining"),
    _capacity("lodging_people", N_("Lodging"), "lodging"),
    _capacity("parking_cars", N_("Car parking"), "parking"),
    Field(key="power_kva", label=N_("Power supply"), pane="facilities", units=("kva",), audience="visitor",
          shelf="slow", weight=3, decision=True, asked_of=_UTILITY),
    Field(key="water_t_day", label=N_("Water supply"), pane="facilities", units=("t_day",), audience="visitor",
          shelf="slow", weight=3, asked_of=_UTILITY),
    Field(key="gas", label=N_("Gas"), pane="facilities", kind="code", choices=tuple(words.YES_NO), shelf="slow",
          weight=3, asked_of=_UTILITY),
    Field(key="drainage", label=N_("Drainage"), pane="facilities", kind="code", choices=tuple(words.YES_NO),
          shelf="slow", weight=3, asked_of=_UTILITY),
    Field(key="heat", label=N_("Heat and steam"), pane="facilities", kind="code", choices=tuple(words.YES_NO),
          shelf="slow", asked_of=_UTILITY),
    Field(key="network_mbps", label=N_("Network"), pane="facilities", units=("mbps",), audience="visitor",
          shelf="slow", weight=3, asked_of=_UTILITY),
    Field(key="operating_costs", label=N_("Operating costs"), pane="facilities", kind="text", audience="visitor",
          shelf="fast", asked_of=_UTILITY),
)  # fmt: skip
