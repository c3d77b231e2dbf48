"""Values in words: Chinese as officials write it, English beside it."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir import i18n
from parkdir.domain import figures, show
from parkdir.domain.fields import words
from parkdir.domain.park import Facility, Observation, Source
from tests.filled import COPY, NEWSPAPER, PARK, SOURCES, facility, observed

HANZI = "[\u3007\u4e00-\u9fff]"
NUMBERS = st.decimals(min_value=0, max_value=9 * 10**7, places=2)
UNITS = st.sampled_from(sorted(figures.UNITS))


def said(lang: str, number: str, unit: str, qualifier: str = "exact", word: str | None = None, high: str = "") -> str:
    with i18n.using(lang):
        return show.amount(Decimal(number), unit, qualifier, word, Decimal(high) if high else None).text


# number, unit, qualifier, the source's word, upper end → Chinese, English
AMOUNTS = [
    ("80", "firms", "exact", None, "", "80家", "80 firms"),
    ("1", "firms", "exact", None, "", "1家", "1 firm"),
    ("100", "firms", "more_than", "余", "", "100余家", "more than 100 firms"),
    ("100", "firms", "more_than", "多", "", "100多家", "more than 100 firms"),
    ("100", "firms", "more_than", None, "", "100余家", "more than 100 firms"),
    ("100", "firms", "more_than", "超", "", "超100家", "more than 100 firms"),
    ("5000", "wan_yuan", "more_than", "余", "", "5000余万元", "more than CNY 50 million"),
    ("3000", "m2", "more_than", "余", "", "3000余平方米", "more than 3,000 m²"),
    ("5.3", "wan_m2", "more_than", "余", "", "超5.3万平方米", "more than 53,000 m²"),
    ("53000", "m2", "more_than", "余", "", "超5.3万平方米", "more than 53,000 m²"),
    ("50000", "m2", "more_than", "余", "", "5万余平方米", "more than 50,000 m²"),
    ("400", "people", "about", "约", "", "约400人", "about 400 people"),
    ("400", "people", "about", None, "", "约400人", "about 400 people"),
    ("40", "wan_people", "about", "约", "", "约40万人", "about 400,000 people"),
    ("100", "firms", "near", None, "", "近100家", "nearly 100 firms"),
    ("100", "firms", "at_least", None, "", "不少于100家", "at least 100 firms"),
    ("100", "firms", "at_most", None, "", "不超过100家", "at most 100 firms"),
    ("100", "firms", "exact", "整", "", "100家", "100 firms"),
    ("10", "yi_yuan", "exact", None, "", "10亿元", "CNY 1 billion"),
    ("250", "wan_yuan", "exact", None, "", "250万元", "CNY 2.5 million"),
    ("800", "yuan", "exact", None, "", "800元", "CNY 800"),
    ("48.34", "mu", "exact", None, "", "48.34亩", "48.34 mu"),
    ("134", "mu", "exact", None, "", "134亩", "134 mu"),
    ("5.3", "wan_m2", "exact", None, "", "5.3万平方米", "53,000 m²"),
    ("1000", "m2", "exact", None, "", "1000平方米", "1,000 m²"),
    ("9999", "m2", "exact", None, "", "9999平方米", "9,999 m²"),
    ("10000", "m2", "exact", None, "", "1万平方米", "10,000 m²"),
    ("12345", "m2", "exact", None, "", "1.2345万平方米", "12,345 m²"),
    ("120000000", "yuan", "exact", None, "", "1.2亿元", "CNY 120 million"),
    ("10000", "wan_yuan", "exact", None, "", "1亿元", "CNY 100 million"),
    ("12000", "wan_yuan", "exact", None, "", "1.2亿元", "CNY 120 million"),
    ("12000", "wan_yuan", "more_than", "余", "", "超1.2亿元", "more than CNY 120 million"),
    ("20000", "wan_m2", "exact", None, "", "2亿平方米", "200,000,000 m²"),
    ("67", "km2", "exact", None, "", "67平方公里", "67 km²"),
    ("36", "items", "exact", None, "", "36项", "36"),
    ("35", "percent", "exact", None, "", "35%", "35%"),
    ("1.5", "ratio", "exact", None, "", "1.5", "1.5"),
    ("1", "minutes", "exact", None, "", "1分钟", "1 minute"),
    ("100", "days", "about", "约", "", "约100天", "about 100 days"),
    ("3", "firms", "range", None, "5", "3—5家", "3–5 firms"),
    ("10", "yi_yuan", "range", None, "20", "10—20亿元", "CNY 1–2 billion"),
    ("8000", "wan_yuan", "range", None, "12000", "8000万—1.2亿元", "CNY 80–120 million"),
    ("5000", "wan_yuan", "range", None, "200000", "5000万—20亿元", "CNY 50 million–2 billion"),
    ("2", "wan_m2", "range", None, "3", "2—3万平方米", "20,000–30,000 m²"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "unit", "qualifier", "word", "high", "zh", "en"), AMOUNTS)
def test_amounts(number: str, unit: str, qualifier: str, word: str | None, high: str, zh: str, en: str) -> None:
    assert said("zh", number, unit, qualifier, word, high) == zh
    assert said("en", number, unit, qualifier, word, high) == en


@given(NUMBERS, UNITS, st.sampled_from(["exact", "about", "more_than", "near", "at_least", "at_most"]),
       st.sampled_from([None, "余", "多", "约"]))  # fmt: skip
def test_chinese_amounts_follow_the_writing_rules(number: Decimal, unit: str, qualifier: str, word: str | None) -> None:
    with i18n.using("zh"):
        text = show.amount(number, unit, qualifier, word).text
    assert " " not in text
    assert "," not in text
    assert not re.search(r"\d{5}", text.split(".")[0]), text
    assert not re.search(r"\.\d+[亿万]?[余多]", text), text
    assert not re.search("万万|亿万", text), text
    assert "E" not in text
    if qualifier == "exact":
        assert text[0].isdigit()


@given(NUMBERS, UNITS)
def test_english_amounts_lose_nothing(number: Decimal, unit: str) -> None:
    """Read back, the words are the number."""
    with i18n.using("en"):
        text = show.amount(number, unit).text
    digits = re.search(r"[\d,]+(?:\.\d+)?", text)
    assert digits is not None
    read = Decimal(digits[0].replace(",", ""))
    scale = 10**9 if "billion" in text else 10**6 if "million" in text else 1
    base = unit.removeprefix("wan_")
    if figures.UNITS[unit].dimension == "yuan":
        base = "yuan"
    assert read * scale == figures.convert(number, unit, base)


@given(NUMBERS, UNITS)
def test_chinese_amounts_lose_nothing(number: Decimal, unit: str) -> None:
    with i18n.using("zh"):
        text = show.amount(number, unit).text
    digits = re.match(r"[\d.]+", text)
    assert digits is not None
    rest = text[digits.end() :]
    scale, rest = {"亿": (10**8, rest[1:]), "万": (10**4, rest[1:])}.get(rest[:1], (1, rest))
    dimension = figures.UNITS[unit].dimension
    names = {u.zh: u for u in figures.UNITS.values() if u.dimension == dimension}
    assert Decimal(digits[0]) * scale * factor_of(names[rest]) == number * factor_of(figures.UNITS[unit])


def factor_of(unit: figures.Unit) -> Decimal:
    return Decimal(unit.factor.numerator) / Decimal(unit.factor.denominator)


def test_values_of_every_kind() -> None:
    for lang, expected in {
        "zh": ["80家", "在建", "2026年12月", "甲", "乙"],
        "en": ["80 firms", "Under construction", "December 2026", "A", "乙"],
    }.items():
        with i18n.using(lang):
            assert [
                show.value(observed("firms_resident", "80", "firms")),
                show.value(observed("status", code="under_construction")),
                show.value(observed("ready_by", date="2026-12")),
                show.value(observed("intro", text_zh="甲", text_en="A")),
                show.value(observed("intro", text_zh="乙")),
            ] == expected


def test_what_holds_no_number_has_no_parts() -> None:
    for found in (observed("intro", text_zh="甲"), observed("land_area", "9"), observed("land_area", unit="ha")):
        with pytest.raises(ValueError, match="made-"):
            show.measured(found)


def test_every_coded_word_has_chinese() -> None:
    for metric, codes in words.CHOICES.items():
        for code in codes:
            with i18n.using("zh"):
                assert re.search(HANZI, show.coded(metric, code)), (metric, code)


# converted: exact 亩 only, and only where no source gives hectares itself


def land(number: str, unit: str = "mu", qualifier: str = "exact") -> Observation:
    return observed("land_area", number, unit, qualifier=qualifier)


def test_mu_is_said_in_hectares_too() -> None:
    alone = land("48.34")
    with i18n.using("zh"):
        assert show.converted(alone, (alone,)) == "合3.22公顷"
    with i18n.using("en"):
        assert show.converted(alone, (alone,)) == "equals 3.22 ha"


@pytest.mark.parametrize(
    ("figure", "siblings"),
    [
        (land("134"), [land("8.93", "ha")]),
        (land("48.34", qualifier="about"), []),
        (land("48.34", qualifier="more_than"), []),
        (land("9", "ha"), []),
        (land("50000", "m2"), []),
        (observed("address", text_zh="某路"), []),
    ],
)
def test_no_conversion_where_it_would_be_invented(figure: Observation, siblings: list[Observation]) -> None:
    with i18n.using("zh"):
        assert show.converted(figure, (figure, *siblings)) == ""


# where from, as of when


@pytest.mark.parametrize(
    ("key", "outside", "zh", "en"),
    [
        (NEWSPAPER, True, "据《示例报》", "per Daily"),
        (NEWSPAPER, False, "据《示例报》", "per Daily"),
        (COPY, True, "据公开报道", "as reported publicly"),
        (COPY, False, "据某网站", "per 某网站"),
        (PARK, True, "园区提供", "supplied by the park"),
        (PARK, False, "园区报送", "submitted by the park"),
    ],
)
def test_source_words(key: str, outside: bool, zh: str, en: str) -> None:
    source: Source = SOURCES[key]
    with i18n.using("zh"):
        assert show.source_words(source, outside) == zh
        assert show.dated_source(source, "2022-06", outside) == f"2022年6月，{zh}"
        undated = f"{zh}，以园区确认为准" if outside else f"来源未注明日期，{zh}"
        assert show.dated_source(source, None, outside) == undated
    with i18n.using("en"):
        assert show.source_words(source, outside) == en
        assert show.dated_source(source, "2022-06", outside) == f"June 2022 · {en}"


# facilities

FACILITIES = [
    (facility(count=14), "14个", "14"),
    (facility("office", count=13), "13栋", "13 buildings"),
    (facility("research", count=1, floors=5, area_m2=Decimal(3000), qualifier="more_than", said="余"),
     "1栋（5层），3000余平方米", "1 building (5 floors), more than 3,000 m²"),
    (facility(count=1, capacity_people=700), "1个，可容纳700人", "1, for 700 people"),
    (facility("dining", count=3, capacity_people=400), "3个，可同时供400人就餐", "3, 400 diners at once"),
    (facility("lodging", capacity_people=360), "可供360人住宿", "lodging for 360 people"),
    (facility("parking", count=500, qualifier="more_than", said="余"), "500余个", "more than 500"),
    (facility("parking", count=500, qualifier="about"), "约500个", "about 500"),
    (facility(area_m2=Decimal(1000)), "1000平方米", "1,000 m²"),
    (facility(count=2, capacity_people=100, qualifier="more_than"),
     "2个，可容纳100余人", "2, for more than 100 people"),
    (facility(count=3, detail_zh="另有说明", detail_en="As said"), "另有说明", "As said"),
    (facility(count=3, detail_zh="另有说明"), "另有说明", "另有说明"),
    (facility(), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("found", "zh", "en"), FACILITIES)
def test_facilities(found: Facility, zh: str, en: str) -> None:
    with i18n.using("zh"):
        assert show.facility(found) == zh
    with i18n.using("en"):
        assert show.facility(found) == en


@pytest.mark.parametrize("write", [show.facility, lambda f: show.amount(Decimal(f.count or 0), "firms").text])
def test_no_space_between_digits_and_hanzi(write: Callable[[Facility], str]) -> None:
    with i18n.using("zh"):
        for found, _zh, _en in FACILITIES:
            assert not re.search(rf"\d +{HANZI}|{HANZI} +\d", write(found))
