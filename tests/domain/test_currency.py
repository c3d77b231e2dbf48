"""Whether a value is still good: the shelf life counts from the last day that its date can mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir.domain import dates
from parkdir.domain.currency import currency
from parkdir.domain.fields import SHELF

# as of, shelf, last current day, last day before it is overdue
LIVES = [
    ("2022-06-30", "static", date(2026, 8, 30), date(2027, 6, 30)),
    ("2022-06", "static", date(2026, 8, 30), date(2027, 6, 30)),
    ("2022-06-01", "static", date(2026, 8, 1), date(2027, 6, 1)),
    ("2022", "static", date(2027, 2, 28), date(2027, 12, 31)),
    ("2025-11", "slow", date(2026, 9, 30), date(2026, 11, 30)),
    ("2025-11-23", "slow", date(2026, 9, 23), date(2026, 11, 23)),
    ("2025-11-23", "state", date(2026, 9, 23), date(2026, 11, 23)),
    ("2026-08-23", "fast", date(2026, 10, 23), date(2026, 11, 23)),
    ("2026-08-31", "fast", date(2026, 10, 31), date(2026, 11, 30)),
    ("2026-05-23", "contact", date(2026, 10, 23), date(2026, 11, 23)),
]


@pytest.mark.parametrize(("as_of", "shelf", "current_to", "due_to"), LIVES)
def test_the_days_on_which_it_changes(as_of: str, shelf: str, current_to: date, due_to: date) -> None:
    day = timedelta(days=1)
    assert currency(as_of, shelf, current_to) == "current"
    assert currency(as_of, shelf, current_to + day) == "due"
    assert currency(as_of, shelf, due_to) == "due"
    assert currency(as_of, shelf, due_to + day) == "overdue"


def test_the_shelf_lives_are_those_of_the_design() -> None:
    assert SHELF == {"event": None, "static": 60, "slow": 12, "state": 12, "fast": 3, "contact": 6}


@pytest.mark.parametrize("as_of", ["1900", None, ""])
def test_events_never_age(as_of: str | None) -> None:
    assert currency(as_of, "event", date(2026, 11, 23)) == "current"


@pytest.mark.parametrize("shelf", [name for name, months in SHELF.items() if months])
def test_what_has_no_date_is_overdue(shelf: str) -> None:
    assert currency(None, shelf, date(2026, 11, 23)) == "overdue"
    assert currency("", shelf, date(2026, 11, 23)) == "overdue"


@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(0, 4000),
    st.sampled_from(sorted(SHELF)),
    st.sampled_from([4, 7, 10]),
)
def test_nothing_grows_younger_and_a_vaguer_date_never_older(
    as_of: date, today: date, later: int, shelf: str, length: int
) -> None:
    order = ["current", "due", "overdue"]
    text = as_of.isoformat()
    now, then = currency(text, shelf, today), currency(text, shelf, today + timedelta(days=later))
    assert order.index(now) <= order.index(then)
    vague = text[:length]
    assert dates.last_day(vague) >= as_of
    assert order.index(currency(vague, shelf, today)) <= order.index(now)
