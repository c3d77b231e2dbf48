"""The shipped facts say what the fact sheet says: written out here by hand, so that a slip in data/ shows."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from parkdir import i18n, paths
from parkdir.domain.park import (
    KINDS,
    District,
    Facility,
    Honour,
    Industry,
    Layout,
    Milestone,
    Observation,
    Park,
    Policy,
    Record,
    Source,
    Tenant,
)
from parkdir.exchange import facts_toml

UNDATED = {"jz-geo-address", "jz-geo-wanchuan"}  # the README's S10 gives no date
PAIRS = {"zh": "en", "name": "name_en"}


@pytest.fixture(scope="module")
def shipped() -> Iterator[list[Record]]:
    with i18n.using("en"):
        yield facts_toml.read(paths.data())


def of(shipped: list[Record], kind: type[Any]) -> list[Any]:
    return [made for made in shipped if type(made) is kind]


def texts(made: Record, *, notes: bool) -> Iterator[tuple[str, str]]:
    for f in fields(made):
        value = getattr(made, f.name)
        if f.name == "url" or (f.name.startswith("note_") and not notes):
            continue
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield f.name, text


def test_ten_parks_six_without_a_name(shipped: list[Record]) -> None:
    parks = sorted(of(shipped, Park), key=lambda park: park.position)
    assert [(p.position, p.key, p.name_zh, p.cover) for p in parks] == [
        (1, "jz-geo", "焦作地理信息产业园", "contour"),
        (2, "jz-media", "焦作市融媒体中心文化科技产业园", "wave"),
        *((3 + place, f"jz-unnamed-{letter}", None, "plain") for place, letter in enumerate("abcdef")),
        (9, "jz-animation", "动漫产业园", "frames"),
        (10, "jz-digital", "数字经济产业园", "dots"),
    ]
    assert [p.key for p in parks if not p.named] == [f"jz-unnamed-{letter}" for letter in "abcdef"]
    assert not any(p.name_en_confirmed for p in parks)
    assert {p.key: p.reported_names for p in parks if p.reported_names} == {"jz-animation": ("河南数字动漫产业园",)}
    (district,) = of(shipped, District)
    assert (district.key, district.name_zh) == ("jiefang", "河南省焦作市解放区")
    assert district.title_zh == "焦作市解放区专业园区名录"
    assert district.title_en == "Directory of Specialised Industrial Parks, Jiefang District, Jiaozuo"


GEO, ANIMATION, DISTRICT = "jz-geo", "jz-animation", None
# park, metric, number, unit, qualifier, as-of, source
FIGURES = {
    (DISTRICT, "total_area", "67", "km2", "exact", "2021-03", "S11"),
    (DISTRICT, "population", "40", "wan_people", "about", "2021-03", "S11"),
    (DISTRICT, "parks_built", "8", "count", "exact", "2022-06", "S1"),
    (DISTRICT, "parks_building", "2", "count", "exact", "2022-06", "S1"),
    (DISTRICT, "firms_digital", "1200", "firms", "exact", "2023-12", "S9"),
    (DISTRICT, "policy_digest", "36", "items", "exact", "2022-06", "S2"),
    (DISTRICT, "meeting_firms", "30", "firms", "more_than", "2022-06", "S2"),
    (DISTRICT, "meeting_agreements", "14", "firms", "exact", "2022-06", "S2"),
    (DISTRICT, "meeting_credit", "5000", "wan_yuan", "more_than", "2022-06", "S2"),
    (DISTRICT, "training_firms", "30", "firms", "more_than", "2022-06", "S2"),
    (GEO, "land_area", "9", "ha", "exact", "2022-06", "S1"),
    (GEO, "land_area", "8.93", "ha", "exact", "2020-06-22", "S5"),
    (GEO, "land_area", "134", "mu", "exact", "2019-08", "S3"),
    (GEO, "office_area", "5.3", "wan_m2", "exact", "2022-06", "S1"),
    (GEO, "floor_area", "5.3", "wan_m2", "exact", "2020-06-22", "S5"),
    (GEO, "floor_area", "5.3", "wan_m2", "exact", "2019-08", "S3"),
    (GEO, "office_buildings", "13", "buildings", "exact", "2022-06", "S1"),
    (GEO, "capacity_firms", "100", "firms", "more_than", "2022-06", "S1"),
    (GEO, "firms_signed", "30", "firms", "exact", "2019-08-09", "S3"),
    (GEO, "firms_resident", "80", "firms", "exact", "2022-06", "S1"),
    (GEO, "build_time", "100", "days", "about", "2019-08-09", "S1"),
    (GEO, "build_time", "100", "days", "about", "2019-08-09", "S3"),
    (GEO, "funds_obtained", "5000", "wan_yuan", "more_than", "2022-06", "S1"),
    (GEO, "funds_firms", "20", "firms", "exact", "2022-06", "S1"),
    (ANIMATION, "land_area", "48.34", "mu", "exact", "2021-10", "S4"),
    (ANIMATION, "total_investment", "10", "yi_yuan", "exact", "2021-10", "S4"),
}


def test_every_figure_with_unit_qualifier_date_and_source(shipped: list[Record]) -> None:
    numbers = [o for o in of(shipped, Observation) if o.number is not None]
    found = {(o.park, o.metric, str(o.number), o.unit, o.qualifier, o.as_of, o.source) for o in numbers}
    assert found == FIGURES
    assert len(numbers) == len(FIGURES)
    assert all(o.said is not None for o in numbers if o.qualifier != "exact")
    assert not any(o.basis or o.number_high for o in numbers)  # no source says a basis


def test_states(shipped: list[Record]) -> None:
    found = {
        (o.park, o.code, o.as_of, o.source, o.adopted)
        for o in of(shipped, Observation)
        if o.metric == "status"
    }  # fmt: skip
    built = ["jz-geo", "jz-media", *(f"jz-unnamed-{letter}" for letter in "abcdef")]
    assert found == {
        *((park, "built", "2022-06", "S1", False) for park in built),
        ("jz-animation", "under_construction", "2022-06", "S1", True),
        ("jz-animation", "partly_in_use", "2025-05", "S8", False),
        ("jz-digital", "under_construction", "2022-06", "S1", False),
    }
    assert [o.key for o in of(shipped, Observation) if o.adopted] == ["jz-animation-status-2022"]


# park, metric, what the text must speak of, as-of, source
TEXTS = {
    (DISTRICT, "standing", "政治、经济、文化和商业中心", "2021-03", "S11"),
    (GEO, "character", "以地理信息产业为主导", "2022-06", "S1"),
    (GEO, "origin", "河南工信学院（河南工业和信息化职业学院）老校区", "2022-06", "S1"),
    (GEO, "planning", "第四代产业园", "2022-06", "S1"),
    (GEO, "aim", "中部地区", "2022-06", "S1"),
    (GEO, "investor_builder", "区城投公司", "2022-06", "S1"),
    (GEO, "address", "太行西路16号", None, "S10"),
    (ANIMATION, "investor_builder", "区城投公司", "2021-10", "S4"),
    (ANIMATION, "address", "太行路与民主路交叉口东100米（神龙水文地质旧址）", "2021-10", "S4"),
}


def test_texts(shipped: list[Record]) -> None:
    found = {(o.park, o.metric, o.as_of, o.source): o.text_zh for o in of(shipped, Observation) if o.text_zh}
    assert found.keys() == {(park, metric, as_of, source) for park, metric, _said, as_of, source in TEXTS}
    for park, metric, said, as_of, source in TEXTS:
        assert said in found[park, metric, as_of, source]


def test_nothing_but_state_and_field_of_the_parks_of_which_nothing_else_is_known(shipped: list[Record]) -> None:
    known: dict[str, list[str]] = {}
    for made in shipped:
        park = getattr(made, "park", None)
        if park is not None and park not in (GEO, ANIMATION):
            known.setdefault(park, []).append(type(made).__name__)
    assert known == {
        "jz-media": ["Observation", "Industry"],
        "jz-digital": ["Observation"],
        **{f"jz-unnamed-{letter}": ["Observation"] for letter in "abcdef"},
    }


# group, category, name, count, floors, m², people, qualifier
FACILITIES = [
    ("business", "office", "办公楼", 13, None, 53000, None, "exact"),
    ("innovation", "research", "科技创新楼", 1, 5, 3000, None, "more_than"),
    ("business", "exhibition", "地理信息科技展览馆", None, None, 1000, None, "exact"),
    ("innovation", "training", "省级产教融合实训基地", None, None, None, None, "exact"),
    ("business", "meeting", "会议室", 14, None, None, None, "exact"),
    ("business", "meeting", "大礼堂", 1, None, None, 700, "exact"),
    ("living", "dining", "餐厅", 3, None, None, 400, "exact"),
    ("living", "dining", "咖啡厅", 1, None, None, None, "exact"),
    ("living", "lodging", "公寓式酒店", None, None, None, 360, "exact"),
    ("living", "parking", "停车位", 500, None, None, None, "more_than"),
    ("business", "helipad", "直升机停机坪", 2, None, None, None, "exact"),
    ("living", "sports", "运动场地", None, None, None, None, "exact"),
]


def test_facilities(shipped: list[Record]) -> None:
    found = of(shipped, Facility)
    assert [
        (f.group, f.category, f.name_zh, f.count, f.floors, f.area_m2, f.capacity_people, f.qualifier) for f in found
    ] == FACILITIES
    assert {(f.park, f.as_of, f.source) for f in found} == {(GEO, "2022-06", "S1")}
    details = {f.name_zh: f.detail_zh for f in found if f.detail_zh}
    assert "5.3万平方米，可容纳企业100余家" in details["办公楼"]
    assert "河南数字产业创新研究院" in details["科技创新楼"]
    assert "河南理工大学、河南工信学院、焦作师专" in details["省级产教融合实训基地"]
    assert "400人就餐" in details["餐厅"]
    assert details["运动场地"] == "篮球、羽毛球、网球、乒乓球"


def test_industries(shipped: list[Record]) -> None:
    assert [(i.park, i.zh, i.as_of, i.source) for i in of(shipped, Industry)] == [
        *((ANIMATION, zh, "2021-10", "S4") for zh in ("创意动漫", "动漫和游戏制作", "网络安全游戏")),
        (ANIMATION, "动漫游戏版权交易和信息平台", "2021-10", "S4"),
        *((GEO, zh, "2022-06", "S1") for zh in ("测绘地理", "高分遥感", "地图导航")),
        *((GEO, zh, "2022-06", "S1") for zh in ("资源普查", "大数据应用", "应急救援")),
        ("jz-media", "文化科技", "2022-06", "S1"),
    ]
    assert not any(i.gbt4754 for i in of(shipped, Industry))


def test_policies(shipped: list[Record]) -> None:
    found = {p.key: p for p in of(shipped, Policy)}
    assert {(key, p.park, p.kind, p.audience, p.title_reported, p.as_of, p.source) for key, p in found.items()} == {
        ("jz-geo-18-measures", GEO, "measures", "public", True, "2022-06", "S1"),
        ("jz-geo-one-off-reward", GEO, "one_off_reward", "internal", False, "2022-06", "S1"),
        ("jz-geo-case-by-case", GEO, "case_by_case", "internal", False, "2022-06", "S1"),
        ("jz-geo-bank-docking", GEO, "finance", "public", False, "2022-06", "S1"),
        ("jiefang-policy-digest", None, "service", "public", True, "2022-06", "S2"),
        ("jiefang-bank-meeting", None, "finance", "public", False, "2022-06", "S2"),
        ("jiefang-trade-training", None, "service", "public", False, "2022-06", "S2"),
    }
    assert not any(p.document_no or p.issuer or p.issued_on or p.validity for p in found.values())
    assert "18条措施" in found["jz-geo-18-measures"].title_zh
    assert "中国农业银行、中国工商银行、解放农商银行" in found["jz-geo-bank-docking"].summary_zh


def test_tenants(shipped: list[Record]) -> None:
    short = ("盛世光明", "大成宇辉", "迅达爆破", "海岳北斗")
    full = ("河南省中纬测绘规划信息工程有限公司", "万川（焦作）科技有限责任公司")
    assert {
        (t.name, t.registered_name, t.name_confirmed, t.printed, t.as_of, t.source) for t in of(shipped, Tenant)
    } == {
        (full[0], full[0], True, True, "2019-12-21", "S6"),
        (full[1], full[1], True, True, None, "S10"),
        *((name, None, False, False, "2019-08", "S3") for name in short),
    }
    assert {t.building for t in of(shipped, Tenant)} == {"E", None}


def test_events_honours_layout(shipped: list[Record]) -> None:
    assert [(m.park, m.date, m.kind, m.source) for m in of(shipped, Milestone)] == [
        (ANIMATION, "2021-10-15", "started", "S4"),
        (GEO, "2019-01-15", "prepared", "S7"),
        (GEO, "2019-05", "started", "S1"),
        (GEO, "2019-08-09", "opened", "S1"),
        (GEO, "2019-08-09", "other", "S3"),
        (GEO, "2019-11-30", "visited", "S6"),
        (GEO, "2020-04-23", "cooperation", "S5"),
    ]
    assert [(h.title_zh, h.issuer, h.document_no, h.as_of, h.source) for h in of(shipped, Honour)] == [
        ("省级地理信息示范产业园", None, None, "2022-06", "S1"),
        ("全国地理信息产业转型升级试验园", None, None, "2022-06", "S1"),
    ]
    assert [(part.name_zh, part.as_of, part.source) for part in of(shipped, Layout)] == [
        ("产业培育平台", "2022-06", "S1"),
        ("科技创新平台", "2022-06", "S1"),
        ("应用示范平台", "2022-06", "S1"),
        ("多维服务平台", "2022-06", "S1"),
        ("场地规划", "2019-08", "S3"),
    ]


# id, kind, date, end of the address
SOURCES = [
    ("S1", "original", "2022-06", None),
    ("S2", "original", "2022-06", None),
    ("S3", "repost", "2019-08", "webdiners.com/zhuanti2019/zl70/sjkjz/201908/695650.html"),
    ("S4", "original", "2021-10", "m.163.com/dy/article/GME5ADRO0550NKHY.html"),
    ("S5", "repost", "2020-06-22", "www.victorzhang.cn/page/2020/0622/14285228.shtml"),
    ("S6", "original", "2019-12-21", "www.qjayzx.cn/h-nd-1426.html"),
    ("S7", "original", "2019-01-31", "www.fx361.cc/page/2019/0131/16267430.shtml"),
    ("S8", "original", "2025-07-15", "www.shhirun.com/index.php/home/listn/news_show/n_id/11005.html"),
    ("S9", "repost", "2024-02-21", "bx2200.com/baogao/huazhong/10613.html"),
    ("S10", "original", None, None),
    ("S11", "repost", "2021-03-13", "www.easyfang.com/a/2021/0313/01205179.html"),
]


def test_sources(shipped: list[Record]) -> None:
    found = of(shipped, Source)
    assert [(s.key, s.kind, s.date, s.url and s.url.split("://")[1]) for s in found] == SOURCES
    named = {getattr(made, "source", None) for made in shipped} - {None}
    assert named == {s.key for s in found}


def test_every_fact_has_source_and_date(shipped: list[Record]) -> None:
    undated = set()
    for made in shipped:
        if not isinstance(made, Source | District):
            assert getattr(made, "source", None), made.key
        if hasattr(made, "as_of") and made.as_of is None:
            undated.add(made.key)
    assert undated == UNDATED


def test_nothing_is_said_to_be_checked(shipped: list[Record]) -> None:
    assert {getattr(made, "verification", "excerpted") for made in shipped} == {"excerpted"}


def test_english_wherever_there_is_chinese(shipped: list[Record]) -> None:
    for made in shipped:
        names = {f.name for f in fields(made)}
        for name in names:
            other = PAIRS.get(name, name.removesuffix("_zh") + "_en" if name.endswith("_zh") else None)
            if other in names and getattr(made, name) is not None:
                assert getattr(made, str(other)), (made.key, name)


HANZI = "[\u4e00-\u9fff]"


def test_chinese_as_officials_write_it(shipped: list[Record]) -> None:
    for made in shipped:
        for name, text in texts(made, notes=True):
            if name.endswith("_zh") or name in ("zh", "name", "said"):
                assert not re.search(rf"[0-9A-Za-z] +{HANZI}|{HANZI} +[0-9A-Za-z]", text), (made.key, text)
                assert not re.search(r"\d,\d|[,;:?!()]", text), (made.key, text)
                assert "  " not in text


def test_no_invented_conversion_and_no_telephone(shipped: list[Record]) -> None:
    for made in shipped:
        for _name, text in texts(made, notes=True):
            assert "135" not in text, (made.key, text)
            assert not re.search(r"\d{7}|\d{3,4}[-—–]\d{7}|电话|手机|微信", text), (made.key, text)


# other districts' parks, guesses, and another project of the same trade
NEVER = [
    "陶三", "怀川", "示范区", "高新区", "手拉手", "动漫世界", "医药健康", "中小企业创新", "丽景", "腾云",
]  # fmt: skip


def test_parks_that_are_others_appear_nowhere(shipped: list[Record]) -> None:
    for made in shipped:
        for _name, text in texts(made, notes=True):
            assert not any(word in text for word in NEVER), (made.key, text)


CLAIMS = re.compile(
    r"首家|首个|唯一|最|国家级|我区|本区|待补|未知|不详|暂无资料|敬请期待|N/A|—|"
    r"first-class|No\. 1|national-level|unknown"
)


def test_what_visitors_may_read_claims_nothing_and_apologises_for_nothing(shipped: list[Record]) -> None:
    for made in shipped:
        inside = getattr(made, "audience", "public") == "internal"
        for _name, text in texts(made, notes=False):
            assert not CLAIMS.search(text), (made.key, text)
            assert inside or "一事一议" not in text, (made.key, text)


def test_two_sums_of_fifty_million_stay_two(shipped: list[Record]) -> None:
    found = {o.key: o for o in of(shipped, Observation) if o.metric in ("funds_obtained", "meeting_credit")}
    assert {(o.park, o.source) for o in found.values()} == {(GEO, "S1"), (None, "S2")}
    assert all("不得合并" in (o.note_zh or "") for o in found.values())


def test_the_shared_figure_is_noted_where_it_stands(shipped: list[Record]) -> None:
    shared = [o for o in of(shipped, Observation) if o.metric in ("office_area", "floor_area")]
    assert len(shared) == 3
    assert all("办公面积" in o.note_zh and "建筑面积" in o.note_zh for o in shared)


def test_positions_follow_the_files(shipped: list[Record]) -> None:
    for cls in KINDS.values():
        rows = of(shipped, cls)
        if cls is not Park and rows and hasattr(rows[0], "position"):
            for park in {row.park for row in rows}:
                places = [row.position for row in rows if row.park == park]
                assert places == sorted(places)
