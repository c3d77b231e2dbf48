"""Numbers and units: exact, in canonical integers that compare as the figures do."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir.domain import figures
from parkdir.domain.fields import DISTRICT, PARK

UNITS = st.sampled_from(sorted(figures.UNITS))
NUMBERS = st.decimals(min_value=0, max_value=10**12, places=4)
TINY = Decimal("1e-12")


@pytest.mark.parametrize(
    ("number", "unit", "scaled"),
    [
        ("134", "mu", 893_333_333),
        ("48.34", "mu", 322_266_667),
        ("9", "ha", 900_000_000),
        ("8.93", "ha", 893_000_000),
        ("5.3", "wan_m2", 530_000_000),
        ("53000", "m2", 530_000_000),
        ("67", "km2", 670_000_000_000),
        ("10", "yi_yuan", 10_000_000_000_000),
        ("5000", "wan_yuan", 500_000_000_000),
        ("40", "wan_people", 4_000_000_000),
        ("80", "firms", 800_000),
        ("0", "m2", 0),
        ("0.00005", "m2", 1),
        ("0.00004", "m2", 0),
        ("-134", "mu", -893_333_333),
    ],
)
def test_canonical(number: str, unit: str, scaled: int) -> None:
    assert figures.canonical(Decimal(number), unit) == scaled


def test_a_number_of_any_length_is_kept_to_the_last_digit() -> None:
    assert figures.canonical(Decimal("1" * 40), "m2") == int("1" * 40) * 10_000


def test_from_canonical() -> None:
    assert figures.from_canonical(893_333_333) == Decimal("89333.3333")


@given(NUMBERS, UNITS)
def test_canonical_is_the_nearest_integer(number: Decimal, unit: str) -> None:
    exact = Fraction(number) * figures.UNITS[unit].factor * figures.SCALE
    assert abs(figures.canonical(number, unit) - exact) <= Fraction(1, 2)


@given(NUMBERS, NUMBERS, UNITS)
def test_canonical_keeps_the_order(one: Decimal, other: Decimal, unit: str) -> None:
    low, high = sorted((one, other))
    assert figures.canonical(low, unit) <= figures.canonical(high, unit)


@given(NUMBERS, NUMBERS, UNITS)
def test_canonical_adds_up_but_for_rounding(one: Decimal, other: Decimal, unit: str) -> None:
    parts = figures.canonical(one, unit) + figures.canonical(other, unit)
    assert abs(figures.canonical(one + other, unit) - parts) <= 1


@given(NUMBERS, UNITS)
def test_four_decimals_of_a_canonical_unit_survive(number: Decimal, unit: str) -> None:
    base = next(u.key for u in figures.UNITS.values() if u.dimension == figures.UNITS[unit].dimension and u.factor == 1)
    assert figures.from_canonical(figures.canonical(number, base)) == number


@pytest.mark.parametrize(
    ("number", "source", "target", "expected"),
    [
        ("1", "ha", "mu", "15"),
        ("15", "mu", "ha", "1"),
        ("3", "mu", "m2", "2000"),
        ("1", "yi_yuan", "wan_yuan", "10000"),
        ("40", "wan_people", "people", "400000"),
        ("67", "km2", "ha", "6700"),
    ],
)
def test_conversions(number: str, source: str, target: str, expected: str) -> None:
    assert figures.convert(Decimal(number), source, target) == Decimal(expected)


@given(NUMBERS, UNITS, UNITS)
def test_there_and_back(number: Decimal, one: str, other: str) -> None:
    if figures.UNITS[one].dimension != figures.UNITS[other].dimension:
        with pytest.raises(ValueError, match=one):
            figures.convert(number, one, other)
        return
    back = figures.convert(figures.convert(number, one, other), other, one)
    assert abs(back - number) <= TINY * max(number, Decimal(1))


def test_a_unit_by_key_or_spelling() -> None:
    assert figures.unit("mu") is figures.unit("亩")
    assert figures.unit("㎡").key == "m2"
    with pytest.raises(KeyError):
        figures.unit("顷")


def test_spellings_and_catalogue_name_units_that_exist() -> None:
    assert set(figures.SPELLINGS.values()) <= set(figures.UNITS)
    for field in (*PARK.values(), *DISTRICT.values()):
        assert set(field.units) <= set(figures.UNITS), field.key


def test_every_dimension_is_one_of_its_units() -> None:
    for unit in figures.UNITS.values():
        assert figures.UNITS[unit.dimension].factor == 1, unit.key
