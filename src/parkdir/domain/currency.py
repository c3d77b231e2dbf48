"""Whether a value is still good: its as-of date against the shelf life of its field."""

from datetime import date

from parkdir.domain import dates
from parkdir.domain.fields import SHELF


def currency(as_of: str | None, shelf: str, today: date) -> str:
    """current, due (the last sixth of the shelf life) or overdue. What has no date is overdue; events never are."""
    months = SHELF[shelf]
    if months is None:
        return "current"
    if not as_of:
        return "overdue"
    last = dates.last_day(as_of)
    if today > dates.plus_months(last, months):
        return "overdue"
    return "due" if today > dates.plus_months(last, months - max(1, months // 6)) else "current"
