"""Dates are as precise as their source, in either language."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir import i18n
from parkdir.domain import dates

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))


def precise(day: date, parts: int) -> str:
    return day.isoformat()[: {1: 4, 2: 7, 3: 10}[parts]]


@pytest.mark.parametrize(("text", "parts"), [("2022", (2022,)), ("2022-06", (2022, 6)), ("2022-06-09", (2022, 6, 9))])
def test_parts(text: str, parts: tuple[int, ...]) -> None:
    assert dates.parts(text) == parts


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-6", "2022-06-9", "2022-13", "2022-00", "2022-02-30", "2023-02-29", "2022-06-09 ", "2022-06\n",
     "0000-01", "2022/06", "2022年6月", "２０２２", "20220609"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        dates.parts(text)


def test_a_leap_day_is_a_date() -> None:
    assert dates.parts("2024-02-29") == (2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-06", date(2022, 6, 1), date(2022, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-06-09", date(2022, 6, 9), date(2022, 6, 9)),
    ],
)
def test_the_days_that_a_date_can_mean(text: str, first: date, last: date) -> None:
    assert (dates.first_day(text), dates.last_day(text)) == (first, last)


@given(DAYS, st.integers(1, 3))
def test_a_day_lies_between_the_first_and_the_last_that_its_date_can_mean(day: date, parts: int) -> None:
    text = precise(day, parts)
    assert dates.first_day(text) <= day <= dates.last_day(text)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2022, 6, 30), 12, date(2023, 6, 30)),
        (date(2022, 1, 31), 1, date(2022, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2022, 11, 30), 1, date(2022, 12, 30)),
        (date(2022, 12, 15), 1, date(2023, 1, 15)),
        (date(2022, 3, 31), -1, date(2022, 2, 28)),
        (date(2022, 1, 5), -1, date(2021, 12, 5)),
        (date(9999, 12, 31), 60, date(9999, 12, 31)),
    ],
)
def test_months_later(day: date, months: int, then: date) -> None:
    assert dates.plus_months(day, months) == then


@given(DAYS, st.integers(0, 600))
def test_months_later_is_the_same_day_of_that_month_or_its_last(day: date, months: int) -> None:
    then = dates.plus_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == day.day or (then.day < day.day and dates.plus_months(then, 0) == then)
    assert then == dates.last_day(f"{then:%Y-%m}") or then.day == day.day


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2022", "2022年", "2022"),
        ("2022-06", "2022年6月", "June 2022"),
        ("2019-08-09", "2019年8月9日", "9 August 2019"),
        ("2021-12-31", "2021年12月31日", "31 December 2021"),
    ],
)
def test_words(text: str, zh: str, en: str) -> None:
    with i18n.using("zh"):
        assert dates.words(text) == zh
    with i18n.using("en"):
        assert dates.words(text) == en


@given(DAYS, st.integers(1, 3))
def test_words_are_no_more_precise_than_the_source(day: date, parts: int) -> None:
    with i18n.using("zh"):
        zh = dates.words(precise(day, parts))
    assert [int(n) for n in re.findall(r"\d+", zh)] == [day.year, day.month, day.day][:parts]
    assert " " not in zh
    assert not re.search(r"\D0\d", zh)


def test_a_span_goes_from_the_earliest_month_to_the_latest() -> None:
    texts = ["2021-10", "2019-08-09", "2022-06", "2019-12-21"]
    with i18n.using("zh"):
        assert dates.span_words(texts) == "2019年8月—2022年6月"
        assert dates.span_words(["2022-06-09", "2022-06"]) == "2022年6月"
        assert dates.span_words([]) == ""
    with i18n.using("en"):
        assert dates.span_words(texts) == "August 2019–June 2022"
