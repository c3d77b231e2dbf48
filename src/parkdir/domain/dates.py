"""Dates as precise as the source gives them: "2022", "2022-06" or "2022-06-09"."""

import calendar
import re
from datetime import date

from parkdir.i18n import _, language

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parts(text: str) -> tuple[int, ...]:
    """(year[, month[, day]]). ValueError where text is no such date or the day does not exist."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(text)
    found = tuple(int(group) for group in match.groups() if group)
    date(*(*found, 1, 1)[:3])
    return found


def first_day(text: str) -> date:
    return date(*(*parts(text), 1, 1)[:3])


def last_day(text: str) -> date:
    """The last day that the date can mean: shelf lives are counted from there."""
    found = parts(text)
    if len(found) == 3:
        return date(*found)
    year, month = found if len(found) == 2 else (found[0], 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def words(text: str) -> str:
    """2022年6月9日 or 9 June 2022, no more precise than the source."""
    found = parts(text)
    if language() == "zh":
        return "".join(f"{number}{unit}" for number, unit in zip(found, "年月日", strict=False))
    names = [str(found[0])] if len(found) == 1 else [_MONTHS[found[1] - 1], str(found[0])]
    return " ".join([str(found[2]), *names] if len(found) == 3 else names)


def span_words(texts: list[str]) -> str:
    """2019年8月—2022年6月, from the earliest to the latest month; "" without dates."""
    months = sorted({text[:7] for text in texts})
    if not months:
        return ""
    first, last = words(months[0]), words(months[-1])
    return first if first == last else _("{first}–{last}").format(first=first, last=last)
