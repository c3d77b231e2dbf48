"""The records. Plain and frozen; no screen ever holds anything else.

Every record has a key (the shipped ones their own, uuid text what users add). A `park` of None means the
district itself. Dates are as precise as their source (see dates.py). Data words come in pairs, _zh and _en.
"""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from. kind: original, repost or park_report."""

    key: str
    title_zh: str
    title_en: str | None = None
    publisher_zh: str
    publisher_en: str | None = None
    date: str | None = None
    kind: str = "original"
    url: str | None = None
    note_zh: str | None = None
    note_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """The one district of this directory."""

    key: str
    name_zh: str
    name_en: str
    title_zh: str
    title_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Park:
    """A park. Unnamed ones (named = False) carry no name; the interface calls them by a letter."""

    key: str
    position: int
    named: bool = True
    name_zh: str | None = None
    name_en: str | None = None
    name_en_confirmed: bool = False
    short_name: str | None = None
    short_name_confirmed: bool = False
    reported_names: tuple[str, ...] = ()
    cover: str = "plain"
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One value of one metric as one source gives it: a number, a code, a date or a text.

    number is in `unit`, the unit of the source; said keeps the source's own qualifying word (余, 约).
    audience None means: as the field catalogue says.
    """

    key: str
    park: str | None
    metric: str
    basis: str | None = None
    qualifier: str = "exact"
    said: str | None = None
    number: Decimal | None = None
    number_high: Decimal | None = None
    unit: str | None = None
    code: str | None = None
    date: str | None = None
    text_zh: str | None = None
    text_en: str | None = None
    as_of: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    source: str
    verification: str = "excerpted"
    reported_by: str | None = None
    reviewed_by: str | None = None
    adopted: bool = False
    audience: str | None = None
    note_zh: str | None = None
    note_en: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Why a field of the catalogue has no value."""

    key: str
    park: str | None
    field: str
    cause: str = "not_collected"
    asked_of: str | None = None
    as_of: str | None = None
    due: str | None = None
    source: str | None = None
    note_zh: str | None = None
    note_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What all listed facts of a park share: as of when, from where, how far checked, for whom."""

    key: str
    park: str | None
    as_of: str | None = None
    source: str
    verification: str = "excerpted"
    audience: str = "public"
    note_zh: str | None = None
    note_en: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility(Entry):
    """A facility. group: business, innovation, living or utilities; area in m²; one qualifier for its number."""

    group: str
    category: str
    name_zh: str
    name_en: str | None = None
    count: int | None = None
    floors: int | None = None
    area_m2: Decimal | None = None
    capacity_people: int | None = None
    qualifier: str = "exact"
    said: str | None = None
    detail_zh: str | None = None
    detail_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry(Entry):
    """An industry the park is for. role: lead or supporting."""

    zh: str
    en: str | None = None
    role: str = "lead"
    gbt4754: str | None = None
    gbt_edition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Entry):
    """A policy for firms; park None: of the whole district. title_reported: a public source prints the title."""

    title_zh: str
    title_en: str | None = None
    kind: str
    summary_zh: str | None = None
    summary_en: str | None = None
    document_no: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    effective_on: str | None = None
    valid_to: str | None = None
    validity: str | None = None
    review_state: str = "unreviewed"
    review_no: str | None = None
    reviewed_on: str | None = None
    publicity: str | None = None
    title_reported: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant(Entry):
    """A firm in the park. name is what the source prints; registered_name only where it is known.

    printed: a public source prints the full name; consent: not_asked, agreed or refused.
    """

    name: str
    name_en: str | None = None
    registered_name: str | None = None
    name_confirmed: bool = False
    uscc: str | None = None
    industry_zh: str | None = None
    industry_en: str | None = None
    building: str | None = None
    state: str | None = None
    consent: str = "not_asked"
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Entry):
    """Something that happened on a date. kind: started, opened, prepared, visited, cooperation or other."""

    date: str
    kind: str = "other"
    title_zh: str
    title_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour(Entry):
    """A title awarded. Certified only with issuer and document."""

    title_zh: str
    title_en: str | None = None
    issuer: str | None = None
    document_no: str | None = None
    granted_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout(Entry):
    """A part of the park's layout, such as one of its platforms."""

    name_zh: str
    name_en: str | None = None
    text_zh: str | None = None
    text_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that is recorded of one park, or of the district (park None), with the sources it names."""

    park: Park | None
    district: District
    sources: dict[str, Source]
    observations: tuple[Observation, ...] = ()
    absences: tuple[Absence, ...] = ()
    facilities: tuple[Facility, ...] = ()
    industries: tuple[Industry, ...] = ()
    policies: tuple[Policy, ...] = ()
    tenants: tuple[Tenant, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    honours: tuple[Honour, ...] = ()
    layouts: tuple[Layout, ...] = ()
    letter: str = field(default="")


Listed = Facility | Industry | Policy | Tenant | Milestone | Honour | Layout
Record = Source | District | Park | Observation | Absence | Listed

# table name → record class, in an order in which rows can be inserted: what is referred to comes first
KINDS: dict[str, type[Record]] = {
    "source": Source,
    "district": District,
    "park": Park,
    "observation": Observation,
    "absence": Absence,
    "facility": Facility,
    "industry": Industry,
    "policy": Policy,
    "tenant": Tenant,
    "milestone": Milestone,
    "honour": Honour,
    "layout": Layout,
}
