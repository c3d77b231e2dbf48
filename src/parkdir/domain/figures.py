"""Numbers of the field: units, qualifiers, canonical values. Decimal throughout, never float.

1 ha = 15 mu = 10,000 m², so 1 mu = 2000/3 m². A canonical number is an integer in 1/10,000 of the
canonical unit (m², yuan, people …), a type that SQLite and PostgreSQL both hold.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

SCALE = 10_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement. `factor` canonical units make one of it."""

    key: str
    dimension: str
    factor: Fraction
    zh: str
    en: str


def _units(dimension: str, *rows: tuple[str, int | str, str, str]) -> dict[str, Unit]:
    return {key: Unit(key, dimension, Fraction(factor), zh, en) for key, factor, zh, en in rows}


UNITS: dict[str, Unit] = {
    **_units(
        "m2",
        ("m2", 1, "平方米", "m²"),
        ("wan_m2", 10_000, "万平方米", "m²"),
        ("mu", "2000/3", "亩", "mu"),
        ("ha", 10_000, "公顷", "ha"),
        ("km2", 1_000_000, "平方公里", "km²"),
    ),
    **_units(
        "yuan",
        ("yuan", 1, "元", "CNY"),
        ("wan_yuan", 10_000, "万元", "CNY"),
        ("yi_yuan", 100_000_000, "亿元", "CNY"),
    ),
    **_units("firms", ("firms", 1, "家", "firms")),
    **_units("people", ("people", 1, "人", "people"), ("wan_people", 10_000, "万人", "people")),
    **_units("buildings", ("buildings", 1, "栋", "buildings")),
    **_units("count", ("count", 1, "个", ""), ("items", 1, "项", "")),
    **_units("percent", ("percent", 1, "%", "%")),
    **_units("ratio", ("ratio", 1, "", "")),
    **_units("kva", ("kva", 1, "千伏安", "kVA")),
    **_units("t_day", ("t_day", 1, "吨/日", "t/day")),
    **_units("mbps", ("mbps", 1, "兆比特/秒", "Mbit/s")),
    **_units("minutes", ("minutes", 1, "分钟", "minutes")),
    **_units("km", ("km", 1, "公里", "km")),
    **_units("days", ("days", 1, "天", "days")),
    **_units("m", ("m", 1, "米", "m")),
}

# The spellings in which sources and people write units.
SPELLINGS: dict[str, str] = {
    "㎡": "m2", "平方米": "m2", "平米": "m2", "m²": "m2", "万㎡": "wan_m2", "万平方米": "wan_m2", "亩": "mu",
    "公顷": "ha", "平方公里": "km2", "km²": "km2", "元": "yuan", "万元": "wan_yuan", "亿元": "yi_yuan", "家": "firms",
    "人": "people", "万人": "wan_people", "栋": "buildings", "个": "count", "项": "items", "%": "percent",
    "kVA": "kva", "千伏安": "kva", "吨/日": "t_day", "Mbps": "mbps", "分钟": "minutes", "公里": "km", "天": "days",
    "米": "m",
}  # fmt: skip

QUALIFIERS = ("exact", "about", "more_than", "near", "at_least", "at_most", "range")


def unit(text: str) -> Unit:
    """The unit of that key or spelling. KeyError where there is none."""
    return UNITS[text] if text in UNITS else UNITS[SPELLINGS[text]]


def canonical(number: Decimal, unit_key: str) -> int:
    """The number in 1/10,000 of the canonical unit, rounded half up."""
    exact = Fraction(number) * UNITS[unit_key].factor * SCALE
    size = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return size if exact >= 0 else -size


def from_canonical(scaled: int) -> Decimal:
    return Decimal(scaled) / SCALE


def convert(number: Decimal, source: str, target: str) -> Decimal:
    """The number of `source` units in `target` units. ValueError where the dimensions differ."""
    one, other = UNITS[source], UNITS[target]
    if one.dimension != other.dimension:
        raise ValueError(f"{source} is no {target}")
    exact = Fraction(number) * one.factor / other.factor
    return Decimal(exact.numerator) / Decimal(exact.denominator)
