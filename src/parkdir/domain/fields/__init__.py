"""THE catalogue of fields: forms, details, comparison, filters, columns and audit labels all read it."""

from parkdir.domain.fields.district import DISTRICT as _DISTRICT
from parkdir.domain.fields.facility import FACILITIES
from parkdir.domain.fields.field import SHELF, Field
from parkdir.domain.fields.lists import LISTS
from parkdir.domain.fields.park import IDENTITY, MOVING_IN, PLACE, PREMISES, SIZE

PARK: dict[str, Field] = {f.key: f for f in (*IDENTITY, *SIZE, *PLACE, *LISTS, *PREMISES, *FACILITIES, *MOVING_IN)}
DISTRICT: dict[str, Field] = {f.key: f for f in _DISTRICT}

# the panes of a park's page in the order of real brochures; the mission's four always stand
PANES = (
    "overview", "place", "industry", "premises", "facilities", "policies", "tenants", "progress", "moving_in",
)  # fmt: skip
ALWAYS = frozenset({"industry", "facilities", "policies", "tenants"})
INTERNAL_PANES = ("sources", "todo", "history")


def get(key: str, park: str | None) -> Field:
    """The field of that key, of a park or (park None) of the district. KeyError where there is none."""
    return (DISTRICT if park is None else PARK)[key]


__all__ = ["ALWAYS", "DISTRICT", "INTERNAL_PANES", "PANES", "PARK", "SHELF", "Field", "get"]
