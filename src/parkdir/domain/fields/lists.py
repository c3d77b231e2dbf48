"""The mission's other lists: industries, policies, tenants."""

from parkdir.domain.fields.field import BUILT, Field
from parkdir.i18n import N_

LISTS = (
    Field(key="industry", label=N_("Industry focus"), pane="industry", kind="records", records="industries", weight=3,
          shelf="static", asked_of=N_("the park's operator")),
    Field(key="policies", label=N_("Policies and incentives"), pane="policies", kind="records", records="policies",
          shelf="slow", decision=True, asked_of=N_("the district commerce bureau")),
    Field(key="tenants", label=N_("Tenant companies"), pane="tenants", kind="records", records="tenants", shelf="slow",
          applies=BUILT, asked_of=N_("the park's operator")),
)  # fmt: skip
