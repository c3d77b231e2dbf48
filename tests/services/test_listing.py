"""The documents of `list --json` and `show --json`: keys, types, nulls, order, as the design promises them."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir import i18n
from parkdir.domain import fields, figures
from parkdir.domain.audience import View
from parkdir.services import listing
from parkdir.services.directory import Directory
from tests.filled import NAMED, ORDER

TEXT, MAYBE, NUMBER, COUNT, YES = "text", "text or null", "number", "count or null", "true or false"
DATE, AREA = "date or null", "number or null"

LIST = {
    "key": TEXT, "name_zh": MAYBE, "name_en": MAYBE, "named": YES, "status": MAYBE, "completeness": COUNT,
    "as_of": DATE,
}  # fmt: skip
SHOW: dict[str, dict[str, str]] = {
    "park": {
        "key": TEXT, "name_zh": MAYBE, "name_en": MAYBE, "reported_names": "list", "named": YES, "status": MAYBE,
        "status_as_of": DATE, "address_zh": MAYBE, "completeness": COUNT, "missing": "list",
    },
    "figures": {
        "key": TEXT, "metric": TEXT, "basis": MAYBE, "value": NUMBER, "unit": TEXT, "qualifier": TEXT, "text_zh": TEXT,
        "as_of": DATE, "source": TEXT, "verification": MAYBE, "currency": MAYBE, "adopted": "true, false or null",
        "canonical": NUMBER, "canonical_unit": TEXT,
    },
    "facilities": {
        "key": TEXT, "group": TEXT, "category": TEXT, "name_zh": TEXT, "name_en": MAYBE, "count": COUNT,
        "floors": COUNT, "area_m2": AREA, "capacity_people": COUNT, "qualifier": TEXT, "as_of": DATE, "source": TEXT,
        "verification": MAYBE,
    },
    "industries": {
        "key": TEXT, "zh": TEXT, "en": MAYBE, "role": TEXT, "gbt4754": MAYBE, "as_of": DATE, "source": TEXT,
    },
    "policies": {
        "key": TEXT, "title_zh": TEXT, "document_no": MAYBE, "issuer": MAYBE, "kind": TEXT, "state": MAYBE,
        "valid_to": DATE, "publishable": YES, "as_of": DATE, "source": TEXT,
    },
    "tenants": {
        "key": TEXT, "name": TEXT, "registered_name": MAYBE, "uscc": MAYBE, "industry": MAYBE, "name_confirmed": YES,
        "as_of": DATE, "source": TEXT,
    },
    "honours": {
        "key": TEXT, "title_zh": TEXT, "issuer": MAYBE, "document_no": MAYBE, "as_of": DATE, "source": TEXT,
    },
    "milestones": {"key": TEXT, "date": TEXT, "title_zh": TEXT, "title_en": MAYBE, "source": TEXT},
    "sources": {"id": TEXT, "title": TEXT, "publisher": TEXT, "date": DATE, "url": MAYBE, "kind": TEXT},
}  # fmt: skip


def is_(value: Any, kind: str) -> bool:
    if value is None:
        return "null" in kind
    match kind.split(" or ")[0].split(",")[0]:
        case "text":
            return isinstance(value, str) and bool(value.strip())
        case "date":
            return isinstance(value, str) and bool(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value))
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "count":
            return isinstance(value, int) and not isinstance(value, bool)
        case "true":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, list)
    raise AssertionError(kind)


def wrong(row: dict[str, Any], shape: dict[str, str]) -> list[str]:
    unlike = [f"{name}: {row[name]!r} is not {kind}" for name, kind in shape.items() if not is_(row[name], kind)]
    return [*sorted(set(row) ^ set(shape)), *unlike]


def listed(directory: Directory, view: View) -> list[dict[str, Any]]:
    found = [listing.row(s) for s in directory.sights(view) if view.inside or (s.dossier.park and s.dossier.park.named)]
    return list(json.loads(json.dumps(found)))


def shown(directory: Directory, key: str, view: View) -> dict[str, Any]:
    return dict(json.loads(json.dumps(listing.document(directory.sight(key, view)))))


CASES = [(view, key) for view in View for key in (ORDER if view.inside else NAMED)]


# shapes


@pytest.mark.parametrize("view", list(View))
def test_list_has_the_promised_shape(directory: Directory, view: View) -> None:
    rows = listed(directory, view)
    assert [r["key"] for r in rows] == list(ORDER if view.inside else NAMED)
    assert [w for r in rows for w in wrong(r, LIST)] == []


@pytest.mark.parametrize(("view", "key"), CASES)
def test_show_has_the_promised_shape(directory: Directory, view: View, key: str) -> None:
    document = shown(directory, key, view)
    assert list(document) == list(SHOW)
    assert wrong(document["park"], SHOW["park"]) == []
    for name, shape in SHOW.items():
        if name != "park":
            assert isinstance(document[name], list)
            assert [w for row in document[name] for w in wrong(row, shape)] == [], name
    for gap in document["park"]["missing"]:
        assert set(gap) == {"field", "absence"}
        assert gap["field"] in fields.PARK


@pytest.mark.parametrize("view", list(View))
def test_fictional_parks_have_it_too(fictional: Directory, view: View) -> None:
    rows = listed(fictional, view)
    assert len(rows) > 50
    assert [w for r in rows for w in wrong(r, LIST)] == []
    filled_in = set()
    for key in [row["key"] for row in rows]:
        document = shown(fictional, key, view)
        assert wrong(document["park"], SHOW["park"]) == []
        for name in (name for name in SHOW if name != "park"):
            assert [w for row in document[name] for w in wrong(row, SHOW[name])] == [], name
            filled_in |= {name} if document[name] else set()
    assert filled_in >= {"figures", "facilities", "industries", "tenants", "milestones", "sources"}


def test_a_wrong_shape_is_seen() -> None:
    good = {"key": "k", "date": "2022", "title_zh": "t", "title_en": None, "source": "S1"}
    assert wrong(good, SHOW["milestones"]) == []
    assert wrong({**good, "title_zh": ""}, SHOW["milestones"])
    assert wrong({**good, "key": None}, SHOW["milestones"])
    assert wrong({**good, "extra": 1}, SHOW["milestones"])


# values


def test_list_inside(directory: Directory) -> None:
    rows = {r["key"]: r for r in listed(directory, View.INTERNAL)}
    assert rows["jz-geo"]["name_zh"] == "焦作地理信息产业园"
    assert (rows["jz-geo"]["status"], rows["jz-geo"]["as_of"]) == ("built", "2022-06")
    assert rows["jz-unnamed-a"] == {
        "key": "jz-unnamed-a", "name_zh": None, "name_en": None, "named": False, "status": "built",
        "completeness": rows["jz-unnamed-a"]["completeness"], "as_of": "2022-06",
    }  # fmt: skip
    done = {key: row["completeness"] for key, row in rows.items()}
    assert all(0 <= n <= 100 for n in done.values())
    assert max(done, key=lambda key: done[key]) == "jz-geo"
    assert len({done[key] for key in done if "unnamed" in key}) == 1
    assert rows["jz-animation"]["status"] == "under_construction"  # adopted, though a later one is recorded


@pytest.mark.parametrize("view", [View.VISITOR, View.PUBLIC])
def test_outside_nobody_is_rated(directory: Directory, view: View) -> None:
    assert {r["completeness"] for r in listed(directory, view)} == {None}
    for key in NAMED:
        document = shown(directory, key, view)
        park = document["park"]
        assert (park["completeness"], park["missing"], park["reported_names"]) == (None, [], [])
        for figure in document["figures"]:
            assert (figure["verification"], figure["currency"], figure["adopted"]) == (None, None, None)
        assert {f["verification"] for f in document["facilities"]} <= {None}


def figures_of(directory: Directory, key: str, view: View, metric: str) -> list[tuple[Any, ...]]:
    return [
        (f["value"], f["unit"], f["text_zh"], f["as_of"], f["source"], f["canonical"])
        for f in shown(directory, key, view)["figures"]
        if f["metric"] == metric
    ]


def test_inside_every_observation_the_chosen_first_outside_the_chosen(directory: Directory) -> None:
    area = [
        (9, "ha", "9公顷", "2022-06", "S1", 90000),
        (8.93, "ha", "8.93公顷", "2020-06-22", "S5", 89300),
        (134, "mu", "134亩", "2019-08", "S3", 89333.3333),
    ]
    assert figures_of(directory, "jz-geo", View.INTERNAL, "land_area") == area
    assert figures_of(directory, "jz-geo", View.VISITOR, "land_area") == area[:1]
    assert figures_of(directory, "jz-geo", View.PUBLIC, "land_area") == area[:1]
    assert figures_of(directory, "jz-geo", View.PUBLIC, "firms_signed") == []  # S3, a copy nobody has checked
    assert len(figures_of(directory, "jz-geo", View.VISITOR, "firms_signed")) == 1
    (capacity,) = (f for f in shown(directory, "jz-geo", View.INTERNAL)["figures"] if f["metric"] == "capacity_firms")
    assert (capacity["value"], capacity["qualifier"], capacity["text_zh"]) == (100, "more_than", "100余家")
    assert (capacity["verification"], capacity["currency"], capacity["adopted"]) == ("excerpted", "overdue", False)
    assert (capacity["basis"], capacity["canonical_unit"]) == (None, "firms")


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_texts_are_chinese_whatever_the_language(directory: Directory, lang: str) -> None:
    with i18n.using(lang):
        found = figures_of(directory, "jz-animation", View.VISITOR, "total_investment")
    assert found == [(10, "yi_yuan", "10亿元", "2021-10", "S4", 1_000_000_000)]


def test_of_policies_outside_no_more_than_the_reported_title(directory: Directory) -> None:
    inside = shown(directory, "jz-geo", View.INTERNAL)["policies"]
    assert [p["key"] for p in inside] == [
        "jz-geo-18-measures", "jz-geo-one-off-reward", "jz-geo-case-by-case", "jz-geo-bank-docking",
    ]  # fmt: skip
    for view in (View.VISITOR, View.PUBLIC):
        (title,) = shown(directory, "jz-geo", view)["policies"]
        assert title == {
            "key": "jz-geo-18-measures", "title_zh": "支持地理信息产业高质量发展的18条措施", "document_no": None,
            "issuer": None, "kind": "measures", "state": None, "valid_to": None, "publishable": False,
            "as_of": "2022-06", "source": "S1",
        }  # fmt: skip


def test_tenants(directory: Directory) -> None:
    assert len(shown(directory, "jz-geo", View.INTERNAL)["tenants"]) == 6
    for view in (View.VISITOR, View.PUBLIC):
        found = shown(directory, "jz-geo", view)["tenants"]
        assert [t["key"] for t in found] == ["jz-geo-zhongwei", "jz-geo-wanchuan"]
        assert [t["as_of"] for t in found] == ["2019-12-21", None]


def test_what_stands_in_a_list_is_not_missing(directory: Directory) -> None:
    missing = {gap["field"]: gap["absence"] for gap in shown(directory, "jz-geo", View.INTERNAL)["park"]["missing"]}
    assert set(missing.values()) == {"not_collected"}
    assert {"power_kva", "rent", "duty_phone", "coordinates"} <= set(missing)
    assert not {"industry", "tenants", "policies", "meeting_people", "land_area", "status", "slogan"} & set(missing)


@pytest.mark.parametrize(("view", "key"), CASES)
def test_numbers_dates_sources_and_units_hold(directory: Directory, view: View, key: str) -> None:
    document = shown(directory, key, view)
    for number in numbers(document):
        assert round(number, 4) == number
    ids = [s["id"] for s in document["sources"]]
    assert len(ids) == len(set(ids))
    named = {row["source"] for name in SHOW if name not in ("park", "sources") for row in document[name]}
    assert named <= set(ids)
    for figure in document["figures"]:
        assert figure["unit"] in fields.PARK[figure["metric"]].units
        assert figure["canonical_unit"] == figures.UNITS[figure["unit"]].dimension
    keys = [row["key"] for name in SHOW if name not in ("park", "sources") for row in document[name]]
    assert len(keys) == len(set(keys))
    assert [m["date"] for m in document["milestones"]] == sorted(m["date"] for m in document["milestones"])


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from numbers(inner)
    elif isinstance(value, int | float):
        yield value


@given(st.decimals(min_value=0, max_value=10**12, allow_nan=False))
def test_a_json_number_has_four_decimals_at_most(value: Decimal) -> None:
    found = listing.number(value)
    assert found is not None
    text = json.dumps(found)
    assert abs(Decimal(text) - value) <= Decimal("0.00005") + abs(value) * Decimal("1e-15")
    assert value != int(value) or isinstance(found, int)
    assert "." not in text or len(text.split(".")[1]) <= 4


def test_no_number_is_null() -> None:
    assert listing.number(None) is None
    assert listing.number(Decimal("0")) == 0
    assert json.dumps(listing.number(Decimal("80.0000"))) == "80"


def test_the_district_is_no_park(directory: Directory) -> None:
    sight = directory.district_sight(View.INTERNAL)
    for write in (listing.row, listing.document):
        with pytest.raises(ValueError, match="no park"):
            write(sight)
