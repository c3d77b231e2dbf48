"""The first form of the tables. Frozen: never changed once shipped.

A word is a column, the first of a table its key: text unless :int, :bigint, :bool or :json says otherwise, ! where
it may not be null, >TABLE where it refers to that table's key.
"""

import re
from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = {
    "source": """
        key title_zh! title_en publisher_zh! publisher_en date kind! url note_zh note_en
    """,
    "district": """
        key name_zh! name_en! title_zh! title_en!
    """,
    "park": """
        key position:int! named:bool! name_zh name_en name_en_confirmed:bool! short_name short_name_confirmed:bool!
        reported_names:json! cover! source>source
    """,
    "observation": """
        key park>park metric! basis qualifier! said number number_high unit code date text_zh text_en as_of
        period_from period_to source!>source verification! reported_by reviewed_by adopted:bool! audience note_zh
        note_en position:int! canonical:bigint canonical_high:bigint
    """,
    "absence": """
        key park>park field! cause! asked_of as_of due source>source note_zh note_en
    """,
    "facility": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! group! category!
        name_zh! name_en count:int floors:int area_m2 capacity_people:int qualifier! said detail_zh detail_en
    """,
    "industry": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! zh! en role!
        gbt4754 gbt_edition
    """,
    "policy": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! title_zh! title_en
        kind! summary_zh summary_en document_no issuer issued_on effective_on valid_to validity review_state!
        review_no reviewed_on publicity title_reported:bool! url
    """,
    "tenant": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! name! name_en
        registered_name name_confirmed:bool! uscc industry_zh industry_en building state consent! printed:bool!
    """,
    "milestone": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! date! kind!
        title_zh! title_en
    """,
    "honour": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! title_zh! title_en
        issuer document_no granted_on
    """,
    "layout": """
        key park>park as_of source!>source verification! audience! note_zh note_en position:int! name_zh! name_en
        text_zh text_en
    """,
    "revision": """
        id:int at_utc! actor! kind! note! undoes:int>revision prev_hash! hash!
    """,
    "change": """
        id:int revision:int!>revision table_name! row_key! before:json after:json
    """,
    "meta": """
        key value!
    """,
}
_TYPES = {None: sa.String, "int": sa.Integer, "bigint": sa.BigInteger, "bool": sa.Boolean, "json": sa.JSON}
_KEYS = {"revision": "id"}
# what rows are looked up by; other references by a record's own key
_INDEXED = {"park", "source", "revision"}
_WORD = re.compile(r"(\w+)(?::(\w+))?(!)?(?:>(\w+))?")


def upgrade() -> None:
    for name, words in _TABLES.items():
        _create(name, words.split())
    op.create_index("ix_change_table_name_row_key", "change", ["table_name", "row_key"])
    op.bulk_insert(
        sa.table("meta", sa.column("key", sa.String), sa.column("value", sa.String)),
        [
            {"key": "identity", "value": uuid4().hex},
            {"key": "created_utc", "value": datetime.now(UTC).isoformat(timespec="seconds")},
        ],
    )


def _create(table: str, words: list[str]) -> None:
    columns: list[sa.Column[object]] = []
    others: list[sa.schema.Constraint] = []
    indexed = []
    for place, word in enumerate(words):
        name, kind, required, target = _WORD.fullmatch(word).groups()  # type: ignore[union-attr]
        nullable = place > 0 and not required
        if place == 0:
            others.append(sa.PrimaryKeyConstraint(name, name=f"pk_{table}"))
        columns.append(sa.Column(name, _TYPES[kind](), nullable=nullable, autoincrement=False))
        if target:
            key = f"{target}.{_KEYS.get(target, 'key')}"
            others.append(
                sa.ForeignKeyConstraint([name], [key], name=f"fk_{table}_{name}_{target}", ondelete="RESTRICT")
            )
            if name in _INDEXED:
                indexed.append(name)
    op.create_table(table, *columns, *others)
    for name in indexed:
        op.create_index(f"ix_{table}_{name}", table, [name])
