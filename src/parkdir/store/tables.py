"""The tables: one per kind of record, in the order of its fields, and the journal's own three.

Only types that SQLite and PostgreSQL both hold. A Decimal is text as given; of observations a canonical integer in
1/10,000 of the unit's base stands beside it. Nothing cascades: what is referred to can't be removed.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, MetaData, Named, String, Table, TypedColumns

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Keyed(TypedColumns):
    key: Named[str] = Column(String, primary_key=True)


class SourceColumns(Keyed):
    title_zh: Named[str]
    title_en: Named[str | None]
    publisher_zh: Named[str]
    publisher_en: Named[str | None]
    date: Named[str | None]
    kind: Named[str]
    url: Named[str | None]
    note_zh: Named[str | None]
    note_en: Named[str | None]


class DistrictColumns(Keyed):
    name_zh: Named[str]
    name_en: Named[str]
    title_zh: Named[str]
    title_en: Named[str]


class ParkColumns(Keyed):
    position: Named[int]
    named: Named[bool]
    name_zh: Named[str | None]
    name_en: Named[str | None]
    name_en_confirmed: Named[bool]
    short_name: Named[str | None]
    short_name_confirmed: Named[bool]
    reported_names: Named[Any] = Column(JSON, nullable=False)
    cover: Named[str]
    source: Named[str | None] = Column(ForeignKey("source.key", ondelete="RESTRICT"), index=True)


class OfPark(Keyed):
    park: Named[str | None] = Column(ForeignKey("park.key", ondelete="RESTRICT"), index=True)


class ObservationColumns(OfPark):
    metric: Named[str]
    basis: Named[str | None]
    qualifier: Named[str]
    said: Named[str | None]
    number: Named[str | None]
    number_high: Named[str | None]
    unit: Named[str | None]
    code: Named[str | None]
    date: Named[str | None]
    text_zh: Named[str | None]
    text_en: Named[str | None]
    as_of: Named[str | None]
    period_from: Named[str | None]
    period_to: Named[str | None]
    source: Named[str] = Column(ForeignKey("source.key", ondelete="RESTRICT"), index=True)
    verification: Named[str]
    reported_by: Named[str | None]
    reviewed_by: Named[str | None]
    adopted: Named[bool]
    audience: Named[str | None]
    note_zh: Named[str | None]
    note_en: Named[str | None]
    position: Named[int]
    canonical: Named[int | None] = Column(BigInteger)
    canonical_high: Named[int | None] = Column(BigInteger)


class AbsenceColumns(OfPark):
    field: Named[str]
    cause: Named[str]
    asked_of: Named[str | None]
    as_of: Named[str | None]
    due: Named[str | None]
    source: Named[str | None] = Column(ForeignKey("source.key", ondelete="RESTRICT"), index=True)
    note_zh: Named[str | None]
    note_en: Named[str | None]


class EntryColumns(OfPark):
    as_of: Named[str | None]
    source: Named[str] = Column(ForeignKey("source.key", ondelete="RESTRICT"), index=True)
    verification: Named[str]
    audience: Named[str]
    note_zh: Named[str | None]
    note_en: Named[str | None]
    position: Named[int]


class FacilityColumns(EntryColumns):
    group: Named[str]
    category: Named[str]
    name_zh: Named[str]
    name_en: Named[str | None]
    count: Named[int | None]
    floors: Named[int | None]
    area_m2: Named[str | None]
    capacity_people: Named[int | None]
    qualifier: Named[str]
    said: Named[str | None]
    detail_zh: Named[str | None]
    detail_en: Named[str | None]


class IndustryColumns(EntryColumns):
    zh: Named[str]
    en: Named[str | None]
    role: Named[str]
    gbt4754: Named[str | None]
    gbt_edition: Named[str | None]


class PolicyColumns(EntryColumns):
    title_zh: Named[str]
    title_en: Named[str | None]
    kind: Named[str]
    summary_zh: Named[str | None]
    summary_en: Named[str | None]
    document_no: Named[str | None]
    issuer: Named[str | None]
    issued_on: Named[str | None]
    effective_on: Named[str | None]
    valid_to: Named[str | None]
    validity: Named[str | None]
    review_state: Named[str]
    review_no: Named[str | None]
    reviewed_on: Named[str | None]
    publicity: Named[str | None]
    title_reported: Named[bool]
    url: Named[str | None]


class TenantColumns(EntryColumns):
    name: Named[str]
    name_en: Named[str | None]
    registered_name: Named[str | None]
    name_confirmed: Named[bool]
    uscc: Named[str | None]
    industry_zh: Named[str | None]
    industry_en: Named[str | None]
    building: Named[str | None]
    state: Named[str | None]
    consent: Named[str]
    printed: Named[bool]


class MilestoneColumns(EntryColumns):
    date: Named[str]
    kind: Named[str]
    title_zh: Named[str]
    title_en: Named[str | None]


class HonourColumns(EntryColumns):
    title_zh: Named[str]
    title_en: Named[str | None]
    issuer: Named[str | None]
    document_no: Named[str | None]
    granted_on: Named[str | None]


class LayoutColumns(EntryColumns):
    name_zh: Named[str]
    name_en: Named[str | None]
    text_zh: Named[str | None]
    text_en: Named[str | None]


class RevisionColumns(TypedColumns):
    id: Named[int] = Column(primary_key=True, autoincrement=False)
    at_utc: Named[str]
    actor: Named[str]
    kind: Named[str]
    note: Named[str]
    undoes: Named[int | None] = Column(ForeignKey("revision.id", ondelete="RESTRICT"))
    prev_hash: Named[str]
    hash: Named[str]


class ChangeColumns(TypedColumns):
    id: Named[int] = Column(primary_key=True, autoincrement=False)
    revision: Named[int] = Column(ForeignKey("revision.id", ondelete="RESTRICT"), index=True)
    table_name: Named[str]
    row_key: Named[str]
    before: Named[Any] = Column(JSON(none_as_null=True), nullable=True)
    after: Named[Any] = Column(JSON(none_as_null=True), nullable=True)


class MetaColumns(TypedColumns):
    key: Named[str] = Column(String, primary_key=True)
    value: Named[str]


source = Table("source", metadata, SourceColumns)
district = Table("district", metadata, DistrictColumns)
park = Table("park", metadata, ParkColumns)
observation = Table("observation", metadata, ObservationColumns)
absence = Table("absence", metadata, AbsenceColumns)
facility = Table("facility", metadata, FacilityColumns)
industry = Table("industry", metadata, IndustryColumns)
policy = Table("policy", metadata, PolicyColumns)
tenant = Table("tenant", metadata, TenantColumns)
milestone = Table("milestone", metadata, MilestoneColumns)
honour = Table("honour", metadata, HonourColumns)
layout = Table("layout", metadata, LayoutColumns)

revision = Table("revision", metadata, RevisionColumns)
change = Table("change", metadata, ChangeColumns, Index(None, "table_name", "row_key"))
meta = Table("meta", metadata, MetaColumns)

# columns that records.py computes: no field of the record holds them
DERIVED = {"observation": ("canonical", "canonical_high")}
