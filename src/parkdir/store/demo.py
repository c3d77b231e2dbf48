"""Fictional directories for trying and measuring: deterministic by seed, every name marked 示例.

The one documented exception to the write door: the rows go in in bulk, and one revision names seed and size.
"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from sqlalchemy import Connection, insert

from parkdir.domain.change import Revision
from parkdir.domain.fields import PARK
from parkdir.domain.fields.words import CHOICES
from parkdir.domain.park import (
    Absence,
    District,
    Industry,
    Observation,
    Park,
    Record,
    Source,
)
from parkdir.store import demo_facts as facts
from parkdir.store import demo_words as words
from parkdir.store import journal, records, tables
from parkdir.store.engine import Store

_BATCH = 5_000
_STATUS = ("built", "built", "built", "partly_in_use", "under_construction", "planned")
_CODES = {key: tuple(CHOICES[key]) for key in ("gas", "drainage", "heat") if key in PARK}
_TEXTS = tuple(key for key in words.TEXTS if key in PARK)


def fill(store: Store, *, parks: int, seed: int, tenants: int | None = None) -> Revision:
    """Fill an empty directory with that many parks, and that many tenants in all (None: a few a park)."""
    rng = Random(seed)
    with store.write() as conn:
        _write(conn, _shared(rng))
        rows: list[Record] = []
        for park in _parks(rng, parks):
            rows += _park(rng, park, few_tenants=tenants is None)
            if len(rows) > _BATCH:
                _write(conn, rows)
                rows = []
        _write(conn, rows)
        for start in range(0, tenants or 0, _BATCH):
            _write(conn, [facts.tenant(rng, n % parks, n) for n in range(start, min(start + _BATCH, tenants or 0))])
        note = f"seed={seed} parks={parks}" + ("" if tenants is None else f" tenants={tenants}")
        return journal.append(conn, (), actor="demo", kind="demo", note=note)


def _write(conn: Connection, found: list[Record]) -> None:
    by_kind: dict[str, list[records.Row]] = {kind: [] for kind in records.NAMES}
    for record in found:
        by_kind[records.kind_of(record)].append(records.row(record))
    for kind, rows in by_kind.items():
        if rows:
            conn.execute(insert(tables.metadata.tables[kind]), rows)


def _shared(rng: Random) -> list[Record]:
    """What stands above the parks: the district, the sources, policies for all."""
    found: list[Record] = [
        District(key="demo-district", name_zh="示例区", name_en="Sample District",
                 title_zh="示例区专业园区名录（示例）",
                 title_en="Directory of Specialised Industrial Parks, Sample District (sample)"),
    ]  # fmt: skip
    for n, (kind, zh, en, publisher_zh, publisher_en) in enumerate(words.SOURCES):
        found.append(
            Source(
                key=facts.source_key(n),
                title_zh=zh,
                title_en=en,
                publisher_zh=publisher_zh,
                publisher_en=publisher_en,
                date=facts.day(rng, 2019, 2025),
                kind=kind,
                url="https://example.com/demo",
            )
        )
    for metric, number, unit in (("total_area", 128, "km2"), ("population", 31, "wan_people")):
        found.append(
            Observation(
                key=f"demo-district-{metric}",
                park=None,
                metric=metric,
                number=Decimal(number),
                unit=unit,
                qualifier="about",
                said="约",
                as_of="2024",
                source=facts.source_key(0),
            )
        )
    found += [facts.policy(rng, None, n) for n in range(2)]
    return found


def _parks(rng: Random, count: int) -> Iterator[tuple[int, Park, tuple[str, str, str, str], str]]:
    """Place, park, leading industry and status. A few parks have no name yet."""
    combined = [(p, i, t) for p in words.PLACES for i in words.INDUSTRIES for t in words.TYPES]
    rng.shuffle(combined)
    unnamed = set(rng.sample(range(count), min(6, count // 10)))
    for n in range(count):
        (zh, en), industry, (type_zh, type_en, kind) = combined[n % len(combined)]
        again = n // len(combined)
        zh, en = (f"{zh}{again + 1}号", f"{en} {again + 1}") if again else (zh, en)
        named = n not in unnamed
        park = Park(
            key=facts.park_key(n), position=n + 1, named=named, cover=industry[3] if named else "plain",
            name_zh=f"{zh}{industry[0]}{type_zh}（示例）" if named else None,
            name_en=f"{en} {industry[1]} {type_en} (sample)" if named and rng.random() < 0.8 else None,
            short_name=f"{zh}{type_zh}（示例）" if named and rng.random() < 0.4 else None,
            reported_names=(f"{zh}园（示例）",) if rng.random() < 0.1 else (), source=facts.a_source(rng),
        )  # fmt: skip
        yield n, park, industry, kind


def _park(rng: Random, entry: tuple[int, Park, tuple[str, str, str, str], str], *, few_tenants: bool) -> list[Record]:
    n, park, industry, park_type = entry
    key, status = park.key, rng.choice(_STATUS)
    found: list[Record] = [park]
    found.append(facts.observation(rng, key, "status", code=status, position=0))
    if not park.named:
        return [*found, Absence(key=f"{key}-address-absent", park=key, field="address", cause="asked", as_of="2025-03")]
    found.append(facts.observation(rng, key, "park_type", code=park_type))
    found += facts.figures(rng, key, status)
    found += [
        facts.observation(rng, key, metric, code=rng.choice(codes))
        for metric, codes in _CODES.items()
        if rng.random() < 0.3
    ]
    for metric in rng.sample(_TEXTS, 3):
        zh, en = (text.format(n=rng.randint(10, 999), zh=industry[0], en=industry[1]) for text in words.TEXTS[metric])
        found.append(facts.observation(rng, key, metric, text_zh=zh, text_en=en))
    others = [other for other in words.INDUSTRIES if other != industry]
    for place, (zh, en, code, _cover) in enumerate((industry, rng.choice(others))):
        found.append(
            Industry(
                key=f"{key}-industry-{place}",
                zh=f"{zh}（示例）",
                en=f"{en} (sample)",
                gbt4754=code,
                gbt_edition="2017",
                role="lead" if place == 0 else "supporting",
                position=place,
                **facts.entry(rng, key),
            )
        )
    found += [
        facts.facility(rng, key, place) for place in sorted(rng.sample(range(len(words.FACILITIES)), rng.randint(2, 6)))
    ]
    if rng.random() < 0.5:
        found.append(facts.policy(rng, key, n))
    if few_tenants and status in ("built", "partly_in_use"):
        found += [facts.tenant(rng, n, n * 5 + place) for place in range(rng.randint(0, 4))]
    found += facts.story(rng, key, status)
    return found
