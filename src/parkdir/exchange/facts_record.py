"""One TOML table to one record: types as the dataclass has them, words as the catalogue allows them.

What a table can't know (other records, other files) is checked by facts_toml.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, get_type_hints

from parkdir.domain import dates, figures
from parkdir.domain import fields as catalogue
from parkdir.domain.art import Cover
from parkdir.domain.errors import BadData
from parkdir.domain.fields import words
from parkdir.domain.park import KINDS, Absence, Observation, Park, Record
from parkdir.exchange.toml_lines import Lines
from parkdir.i18n import _

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,4})?")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LARGEST_INTEGER = 2**31 - 1  # what an integer column of PostgreSQL holds
_LARGEST_CANONICAL = 2**63 - 1
_MANY = 16

_DATES = frozenset(
    {"date", "as_of", "period_from", "period_to", "due", "issued_on", "effective_on", "valid_to", "reviewed_on"}
    | {"granted_on"}
)
# table and field, or "" and field for every table → the words allowed there
_WORDS: dict[tuple[str, str], Collection[str]] = {
    ("", "verification"): words.VERIFICATION,
    ("", "audience"): words.AUDIENCE,
    ("", "qualifier"): words.QUALIFIER,
    ("source", "kind"): words.SOURCE_KIND,
    ("park", "cover"): tuple(Cover),
    ("absence", "cause"): words.ABSENCE,
    ("facility", "group"): words.FACILITY_GROUP,
    ("facility", "category"): words.FACILITY_CATEGORY,
    ("industry", "role"): words.INDUSTRY_ROLE,
    ("policy", "kind"): words.POLICY_KIND,
    ("policy", "validity"): words.VALIDITY,
    ("policy", "review_state"): words.REVIEW,
    ("tenant", "consent"): words.CONSENT,
    ("milestone", "kind"): words.MILESTONE_KIND,
}
# kind of metric → the fields that hold its value
_HOLDERS = {"number": ("number", "unit"), "code": ("code",), "date": ("date",), "text": ("text_zh",)}
_VALUES = ("number", "number_high", "unit", "code", "date", "text_zh", "text_en")


@dataclass(frozen=True, slots=True)
class Place:
    """One table of one file: where an error is, in words."""

    file: str
    lines: Lines
    table: str
    index: int

    def line(self, field: str | None = None) -> int:
        return self.lines.of(self.table, self.index, field)

    def bad(self, field: str, what: str) -> BadData:
        return bad_line(self.file, self.line(field), field, what)


def bad_line(file: str, line: int, field: str | None, what: str) -> BadData:
    if field is None:
        return BadData(_("{file}, line {line}: {what}").format(file=file, line=line, what=what))
    return BadData(_("{file}, line {line}, field {field}: {what}").format(file=file, line=line, field=field, what=what))


def allowed(known: Iterable[str], given: str = "") -> str:
    """The words that would be right; of many, those most like the given one."""
    names = list(known)
    if len(names) <= _MANY:
        return ", ".join(names)
    return ", ".join(get_close_matches(given, names, n=5, cutoff=0)) + " …"


def quoted(value: object) -> str:
    """A value as an error repeats it: on one line and not long."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def not_allowed(value: object, known: Iterable[str]) -> str:
    return _("“{value}” is not allowed here; allowed: {allowed}").format(
        value=quoted(value), allowed=allowed(known, str(value))
    )


def record(values: Mapping[str, Any], place: Place) -> Record:
    """The record of a table. BadData at the first field that is wrong."""
    wanted = _wanted(place.table)
    read: dict[str, Any] = {}
    for name, value in values.items():
        if name not in wanted:
            raise place.bad(name, _("unknown field; allowed: {allowed}").format(allowed=allowed(wanted, name)))
        convert, _required = wanted[name]
        # TOML has no null: None is the caller's word for the district
        read[name] = None if value is None else convert(value, name, place)
    for name, (_convert, required) in wanted.items():
        if required and name not in read:
            raise place.bad(name, _missing())
    made = KINDS[place.table](**read)
    if isinstance(made, Observation):
        return _observation(made, read, place)
    if isinstance(made, Park):
        _park(made, place)
    elif isinstance(made, Absence):
        known = catalogue.DISTRICT if made.park is None else catalogue.PARK
        if made.field not in known:
            raise place.bad("field", not_allowed(made.field, known))
    return made


def _missing() -> str:
    return _("this field is missing")


Converter = Callable[[Any, str, Place], Any]


@cache
def _wanted(table: str) -> dict[str, tuple[Converter, bool]]:
    """Field → how to read it, and whether it must be there, as the dataclass says."""
    hints = get_type_hints(KINDS[table])
    return {
        f.name: (_CONVERTERS[hints[f.name]], f.default is MISSING and f.default_factory is MISSING)
        for f in fields(KINDS[table])
    }


def _text(value: Any, name: str, place: Place) -> str:
    if not isinstance(value, str):
        raise place.bad(name, _("must be text in quotes"))
    if not value.strip():
        raise place.bad(name, _("must not be empty; leave the line out where nothing is known"))
    if _CONTROL.search(value):
        raise place.bad(name, _("must not contain control characters"))
    known = _WORDS.get((place.table, name)) or _WORDS.get(("", name))
    if known and value not in known:
        raise place.bad(name, not_allowed(value, known))
    if name == "key" and not _KEY.fullmatch(value):
        raise place.bad(name, _("“{value}” is no key: letters, digits, - . _ only").format(value=quoted(value)))
    if name == "url" and not value.startswith(("http://", "https://")):
        raise place.bad(name, _("must begin with http:// or https://"))
    if name in _DATES:
        _date(value, name, place)
    return value


def _date(value: str, name: str, place: Place) -> None:
    try:
        dates.parts(value)
    except ValueError:
        what = _('“{value}” is no date; write "2022", "2022-06" or "2022-06-09"').format(value=quoted(value))
        raise place.bad(name, what) from None


def _flag(value: Any, name: str, place: Place) -> bool:
    if not isinstance(value, bool):
        raise place.bad(name, _("must be true or false"))
    return value


def _whole(value: Any, name: str, place: Place) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST_INTEGER:
        raise place.bad(name, _("must be a whole number from 0 to {largest}").format(largest=_LARGEST_INTEGER))
    return value


def _number(value: Any, name: str, place: Place) -> Decimal:
    """From a whole number or quoted text: a TOML float is binary and would not keep what the source says."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not _NUMBER.fullmatch(text):
        raise place.bad(
            name, _('must be a number, 0 or more, at most 4 decimals; write decimals in quotes, such as "5.3"')
        )
    return Decimal(text)


def _texts(value: Any, name: str, place: Place) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise place.bad(name, _("must be a list of texts in quotes"))
    return tuple(_text(item, name, place) for item in value)


_CONVERTERS: dict[Any, Converter] = {
    str: _text,
    str | None: _text,
    bool: _flag,
    int: _whole,
    int | None: _whole,
    Decimal | None: _number,
    tuple[str, ...]: _texts,
}


def _park(made: Park, place: Place) -> None:
    if made.named and made.name_zh is None:
        raise place.bad("name_zh", _missing())
    for name in ("name_zh", "name_en", "short_name"):
        if not made.named and getattr(made, name) is not None:
            raise place.bad(name, _("a park with named = false has no name"))


def _observation(made: Observation, read: dict[str, Any], place: Place) -> Observation:
    """The observation with its unit by key, once it fits what the catalogue says of its metric."""
    known = catalogue.DISTRICT if made.park is None else catalogue.PARK
    metrics = [key for key, field in known.items() if field.kind != "records"]
    if made.metric not in metrics:
        what = _("“{value}” is no metric of this record; allowed: {allowed}")
        raise place.bad("metric", what.format(value=quoted(made.metric), allowed=allowed(metrics, made.metric)))
    field = known[made.metric]
    for name in _HOLDERS[field.kind]:
        if getattr(made, name) is None:
            raise place.bad(name, _missing())
    fitting = {*_HOLDERS[field.kind], *{"number": ("number_high",), "text": ("text_en",)}.get(field.kind, ())}
    for name in _VALUES:
        if name not in fitting and getattr(made, name) is not None:
            what = _("does not go with {metric}, which takes: {allowed}")
            raise place.bad(name, what.format(metric=made.metric, allowed=", ".join(_HOLDERS[field.kind])))
    if field.kind == "code" and made.code not in field.choices:
        raise place.bad("code", not_allowed(made.code, field.choices))
    if made.basis is not None and made.basis not in field.bases:
        what = not_allowed(made.basis, field.bases) if field.bases else _("leave it out: this metric has no basis")
        raise place.bad("basis", what)
    if field.kind != "number":
        return made
    _range(made, place)
    return KINDS["observation"](**{**read, "unit": _unit(made, field.units, place)})  # type: ignore[return-value]


def _range(made: Observation, place: Place) -> None:
    if (made.qualifier == "range") != (made.number_high is not None):
        raise place.bad("number_high", _('goes with qualifier = "range", and only with it'))
    if made.number_high is not None and made.number is not None and made.number_high <= made.number:
        raise place.bad("number_high", _("must be larger than number"))


def _unit(made: Observation, units: tuple[str, ...], place: Place) -> str:
    """The key of the unit, which may be written by its key or in any known spelling."""
    try:
        unit = figures.unit(made.unit or "").key
    except KeyError:
        unit = ""
    if unit not in units:
        what = _("“{value}” is no unit of {metric}; allowed: {allowed}")
        raise place.bad("unit", what.format(value=quoted(made.unit), metric=made.metric, allowed=", ".join(units)))
    for name in ("number", "number_high"):
        number = getattr(made, name)
        if number is not None and figures.canonical(number, unit) > _LARGEST_CANONICAL:
            raise place.bad(name, _("is too large to be kept"))
    return unit
