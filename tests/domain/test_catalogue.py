"""The catalogue of fields: what forms, details, comparison and filters all read."""

import re

import pytest

from parkdir import i18n
from parkdir.domain import fields, figures
from parkdir.domain.fields import words
from parkdir.domain.park import Dossier
from parkdir.services import panes

EVERY = [*fields.PARK.values(), *fields.DISTRICT.values()]
HANZI = re.compile("[\u4e00-\u9fff]")
# what a sheet of needs can ask (NEEDS.toml), each a field of the catalogue
MATCHED = {
    "industry", "available_area", "unit_kind", "meeting_people", "dining_people", "lodging_people", "parking_cars",
    "power_kva", "water_t_day", "gas", "drainage", "network_mbps", "minutes_to_rail", "ready_by", "status",
}  # fmt: skip


def in_chinese(message: str) -> str:
    with i18n.using("zh"):
        return i18n._(message)


@pytest.mark.parametrize("field", EVERY, ids=lambda field: field.key)
def test_each_field_is_whole(field: fields.Field) -> None:
    assert HANZI.search(in_chinese(field.label)), field.label
    assert not HANZI.search(field.label)
    assert HANZI.search(in_chinese(field.asked_of)), field.asked_of
    assert field.shelf in fields.SHELF
    assert field.audience in words.AUDIENCE
    assert field.kind in ("number", "code", "date", "text", "records")
    assert bool(field.units) == (field.kind == "number")
    assert set(field.units) <= set(figures.UNITS)
    assert len({figures.UNITS[u].dimension for u in field.units} - {"km"}) <= 1  # a way is measured in minutes or km
    assert bool(field.choices) == (field.kind == "code")
    if field.kind == "code":
        assert set(field.choices) == set(words.CHOICES[field.key])
    assert set(field.bases) <= set(words.BASIS)
    assert (field.records is not None) == (field.kind == "records")
    if field.records:
        assert field.records in Dossier.__dataclass_fields__
    assert set(field.categories) <= set(words.FACILITY_CATEGORY)
    assert (field.applies or set()) <= set(words.STATUS)


def test_every_pane_is_known_and_stands_somewhere() -> None:
    assert {f.pane for f in fields.PARK.values()} == set(fields.PANES)
    assert {f.pane for f in fields.DISTRICT.values()} <= set(panes.TITLES)
    assert set(fields.PANES) <= set(panes.TITLES)
    assert set(fields.PANES) >= fields.ALWAYS
    assert not set(fields.INTERNAL_PANES) & set(fields.PANES)
    for title in panes.TITLES.values():
        assert HANZI.search(in_chinese(title))


def test_the_missions_four_always_stand_in_the_brochures_order() -> None:
    assert {"industry", "facilities", "policies", "tenants"} == fields.ALWAYS
    assert fields.PANES == (
        "overview", "place", "industry", "premises", "facilities", "policies", "tenants", "progress", "moving_in",
    )  # fmt: skip


def test_keys_are_unique_and_labels_of_one_pane_too() -> None:
    assert len(fields.PARK) == len({f.key for f in fields.PARK.values()})
    for catalogue in (fields.PARK, fields.DISTRICT):
        for lang in i18n.LANGUAGES:
            with i18n.using(lang):
                said = [(f.pane, i18n._(f.label)) for f in catalogue.values()]
            assert len(set(said)) == len(said), lang


def test_weight_three_is_what_match_asks() -> None:
    assert {f.key for f in fields.PARK.values() if f.weight == 3} == MATCHED
    assert {f.weight for f in EVERY} == {1, 3}


def test_places_in_the_strip_are_unique() -> None:
    for catalogue in (fields.PARK, fields.DISTRICT):
        places = [f.strip for f in catalogue.values() if f.strip is not None]
        assert len(places) == len(set(places))
        assert all(f.kind == "number" for f in catalogue.values() if f.strip is not None)


def test_what_a_firm_decides_on() -> None:
    """Area, rent, power, delivery, policies, contact (practice 6.4); of the district what every guest asks first."""
    assert {f.key for f in fields.PARK.values() if f.decision} == {
        "available_area", "rent", "power_kva", "ready_by", "policies", "duty_phone",
    }  # fmt: skip
    assert {f.key for f in fields.DISTRICT.values() if f.decision} == {
        "distance_zhengzhou", "transport", "colleges",
    }  # fmt: skip


def test_what_the_statistics_lock_is_not_in_the_catalogue_outside() -> None:
    locked = ("revenue", "tax", "funds", "meeting", "coordinates", "firms_digital", "training")
    found = [f for f in EVERY if any(f.key.startswith(word) for word in locked) and f.key != "meeting_people"]
    assert found
    assert {f.audience for f in found} == {"internal"}


def test_a_field_is_of_the_park_or_of_the_district() -> None:
    assert fields.get("status", "jz-geo").key == "status"
    assert fields.get("population", None).key == "population"
    for key, park in (("population", "jz-geo"), ("status", None)):
        with pytest.raises(KeyError):
            fields.get(key, park)


ENUMERATIONS = [name for name, value in vars(words).items() if name.isupper() and isinstance(value, dict)]


@pytest.mark.parametrize("name", [name for name in ENUMERATIONS if name != "CHOICES"])
def test_every_word_of_an_enumeration_has_chinese_of_its_own(name: str) -> None:
    listed: dict[str, str] = getattr(words, name)
    chinese = [in_chinese(message) for message in listed.values()]
    assert all(HANZI.search(word) for word in chinese), chinese
    assert len(set(chinese)) == len(chinese)
    assert len(set(listed.values())) == len(listed)


@pytest.mark.parametrize(
    ("listed", "chinese"),
    [
        (words.STATUS, ["已建成", "部分投用", "在建", "拟建", "停建", "转型退出"]),
        (words.VERIFICATION, ["摘录未核", "电话核实", "文件核实", "园区确认"]),
        (words.CURRENCY, ["有效", "临近超期", "超期待更新"]),
        (words.SOURCE_KIND, ["原始来源", "转载", "园区报送"]),
        (words.FACILITY_GROUP, ["商务配套", "科创配套", "生活配套", "市政配套"]),
        (words.AUDIENCE, ["对外公开", "洽谈提供", "内部使用"]),
        (words.INDUSTRY_ROLE, ["主导产业", "特色产业"]),
    ],
)
def test_the_fields_standard_terms(listed: dict[str, str], chinese: list[str]) -> None:
    assert [in_chinese(message) for message in listed.values()] == chinese


def test_qualifiers_are_the_units_own() -> None:
    assert tuple(words.QUALIFIER) == figures.QUALIFIERS
