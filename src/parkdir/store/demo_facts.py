"""The facts of fictional parks: figures known, in conflict or missing for a cause, facilities, tenants, a story."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

from parkdir.domain.fields import PARK
from parkdir.domain.park import (
    Absence,
    Facility,
    Honour,
    Layout,
    Milestone,
    Observation,
    Policy,
    Record,
    Tenant,
)
from parkdir.store import demo_words as words

# plausible numbers, in the unit first named in the catalogue: least, most, step
_RANGES: dict[str, tuple[int, int, int]] = {
    "firms_resident": (3, 260, 1), "capacity_firms": (50, 500, 10), "firms_signed": (5, 300, 1),
    "land_area": (8_000, 400_000, 500), "floor_area": (6_000, 600_000, 500), "office_area": (2_000, 90_000, 100),
    "office_buildings": (1, 24, 1), "total_investment": (20_000_000, 3_000_000_000, 10_000_000),
    "investment_done": (10_000_000, 900_000_000, 10_000_000), "progress": (5, 99, 1), "build_time": (180, 1200, 10),
    "available_area": (200, 40_000, 100), "leasable_total": (4_000, 200_000, 500), "power_kva": (630, 20_000, 10),
    "water_t_day": (50, 5_000, 50), "network_mbps": (100, 10_000, 100), "minutes_to_rail": (5, 60, 1),
    "minutes_to_airport": (30, 120, 5), "minutes_to_expressway": (3, 40, 1), "minutes_to_city_hall": (5, 50, 1),
}  # fmt: skip
_NUMBERS = {key: PARK[key] for key in _RANGES if key in PARK}
_SAID = {"about": "约", "more_than": "余", "near": "近", "at_least": "不少于", "at_most": "不超过"}


def figures(rng: Random, key: str, status: str) -> Iterator[Record]:
    """Some figures known, some in conflict, some missing for a cause, the rest unknown without a word."""
    for metric, field in _NUMBERS.items():
        luck = rng.random()
        if not field.applies_to(status) or luck > 0.48:
            continue
        if luck > 0.4:
            cause = rng.choice(("asked", "not_collected", "not_published", "withheld"))
            yield Absence(
                key=f"{key}-{metric}-absent", park=key, field=metric, cause=cause,
                as_of=day(rng, 2023, 2025), due="2026-12-31" if cause == "asked" else None,
                source=a_source(rng) if cause == "not_published" else None,
            )  # fmt: skip
            continue
        for place in range(2 if luck < 0.06 else 1):
            yield number(rng, key, metric, place)


def number(rng: Random, key: str, metric: str, place: int) -> Observation:
    least, most, step = _RANGES[metric]
    number = Decimal(rng.randrange(least, most + 1, step))
    unit = _NUMBERS[metric].units[0]
    if unit == "m2" and number % 10_000 == 0:
        number, unit = number / 10_000, "wan_m2"
    qualifier = rng.choice(("exact", "exact", "exact", "about", "more_than", "near", "at_least", "range"))
    bases = _NUMBERS[metric].bases
    return observation(
        rng, key, metric, number=number, unit=unit, qualifier=qualifier, said=_SAID.get(qualifier),
        number_high=number + step if qualifier == "range" else None, basis=bases[0] if bases else None,
        adopted=place == 1 and rng.random() < 0.5, position=place,
    )  # fmt: skip


def observation(rng: Random, park: str, metric: str, position: int = 0, **values: Any) -> Observation:
    return Observation(
        key=f"{park}-{metric}-{position}", park=park, metric=metric, position=position, as_of=day(rng, 2019, 2025),
        source=a_source(rng), verification=rng.choice(("excerpted", "excerpted", "by_phone", "by_document", "by_park")),
        **values,
    )  # fmt: skip


def facility(rng: Random, park: str, place: int) -> Facility:
    group, category, zh, en, capacity, area = words.FACILITIES[place]
    return Facility(
        key=f"{park}-facility-{place}", group=group, category=category, name_zh=f"{zh}（示例）",
        name_en=f"{en} (sample)",
        capacity_people=rng.randint(10, capacity) if capacity and rng.random() < 0.7 else None,
        area_m2=Decimal(rng.randint(20, area)) if area and rng.random() < 0.7 else None,
        count=rng.randint(1, 12) if rng.random() < 0.3 else None,
        floors=rng.randint(1, 20) if rng.random() < 0.1 else None,
        position=place, **entry(rng, park),
    )  # fmt: skip


def policy(rng: Random, park: str | None, n: int) -> Policy:
    kind, zh, en = rng.choice(words.POLICIES)
    year = rng.randint(2020, 2025)
    return Policy(
        key=f"{park or 'demo-district'}-policy-{n}", title_zh=f"{zh}（示例）", title_en=f"{en} (sample)", kind=kind,
        document_no=f"示例政〔{year}〕{rng.randint(1, 90)}号", issuer="示例区人民政府", issued_on=f"{year}-03-01",
        effective_on=f"{year}-04-01", valid_to=f"{year + rng.randint(1, 5)}-12-31", validity="in_force",
        review_state=rng.choice(("passed", "passed", "unreviewed", "exempt")), title_reported=rng.random() < 0.5,
        **entry(rng, park),
    )  # fmt: skip


def tenant(rng: Random, place: int, n: int) -> Tenant:
    head, tail = rng.randrange(len(words.FIRM_HEADS)), rng.randrange(len(words.FIRM_TAILS))
    zh, en, _code, _cover = rng.choice(words.INDUSTRIES)
    return Tenant(
        key=f"demo-tenant-{n}", name=f"{words.FIRM_HEADS[head]}{n + 1}{words.FIRM_TAILS[tail]}",
        name_en=f"{words.FIRM_HEADS_EN[head]} {n + 1} {words.FIRM_TAILS_EN[tail]} (sample)",
        industry_zh=zh, industry_en=en, consent=rng.choice(("not_asked", "not_asked", "agreed", "refused")),
        printed=rng.random() < 0.3, position=n, **entry(rng, park_key(place)),
    )  # fmt: skip


def story(rng: Random, key: str, status: str) -> Iterator[Record]:
    started = rng.randint(2012, 2021)
    kinds = ["started"] if status != "planned" else []
    kinds += ["opened"] if status in ("built", "partly_in_use") else []
    kinds += [kind for kind in ("cooperation", "visited") if rng.random() < 0.3]
    for place, kind in enumerate(kinds):
        zh, en = words.MILESTONES[kind]
        yield Milestone(
            key=f"{key}-milestone-{place}", date=day(rng, started + place, started + place), kind=kind, title_zh=zh,
            title_en=en, position=place, **entry(rng, key),
        )  # fmt: skip
    if rng.random() < 0.15:
        yield Honour(
            key=f"{key}-honour", title_zh="示范园区（示例）", title_en="Model park (sample)", issuer="示例省商务厅",
            document_no=f"示例商〔{started + 3}〕8号", granted_on=str(started + 3), **entry(rng, key),
        )  # fmt: skip
    if rng.random() < 0.2:
        yield Layout(
            key=f"{key}-layout", name_zh="公共服务平台（示例）", name_en="Service platform (sample)", **entry(rng, key)
        )


def entry(rng: Random, park: str | None) -> dict[str, Any]:
    return {"park": park, "as_of": day(rng, 2019, 2025), "source": a_source(rng)}


def day(rng: Random, first: int, last: int) -> str:
    """A date as precise as sources are: a day, a month or a year."""
    text = f"{rng.randint(first, last)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return text[: rng.choice((4, 7, 7, 10))]


def park_key(n: int) -> str:
    return f"demo-{n + 1:04}"


def source_key(n: int) -> str:
    return f"demo-source-{n + 1}"


def a_source(rng: Random) -> str:
    return source_key(rng.randrange(len(words.SOURCES)))
