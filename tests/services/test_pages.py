"""Pages as the three views see them, composed from the shipped facts."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parkdir import i18n
from parkdir.domain import fields
from parkdir.domain.audience import View
from parkdir.domain.brief import Card, Choice, Fact, Facts, Gaps, Notice, Page, Pane, Table
from parkdir.domain.change import insert
from parkdir.services import wording
from parkdir.services.directory import Directory
from parkdir.store import engine, journal
from tests.filled import NAMED, ORDER, UNNAMED, edit, reading, row, strings

SPOKEN = [(view, lang) for view in View for lang in i18n.LANGUAGES]
OUTSIDE = [View.VISITOR, View.PUBLIC]
HANZI = re.compile("[\u4e00-\u9fff]")


def said(page: Any) -> str:
    return "\n".join(text for _place, text in strings(page))


def pane(page: Page, key: str) -> Pane:
    return next(p for p in page.panes if p.key == key)


# every page composes


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
@pytest.mark.parametrize("key", ORDER)
def test_every_park_composes(directory: Directory, key: str, view: View, lang: str) -> None:
    if not view.inside and key in UNNAMED:
        return
    with i18n.using(lang):
        page = directory.park(key, view)
    keys = [p.key for p in page.panes]
    assert page.key == key
    assert page.title
    assert len(set(keys)) == len(keys)
    assert [k for k in keys if k in fields.PANES] == [k for k in fields.PANES if k in keys]
    assert set(keys) >= fields.ALWAYS
    assert tuple(keys[-3:]) == fields.INTERNAL_PANES if view.inside else not set(fields.INTERNAL_PANES) & set(keys)
    assert all(p.title for p in page.panes)
    assert all(p.blocks for p in page.panes if not view.inside)
    assert len({f.label for f in page.figures}) == len(page.figures)
    assert all(f.detail and f.detail.rows[0].chosen for f in page.figures)


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_every_fictional_park_composes(fictional: Directory, view: View, lang: str) -> None:
    with i18n.using(lang):
        first = fictional.directory(view)
        pages = [fictional.park(card.key, view) for card in (*first.cards, *first.unnamed)]
    assert len(pages) == (60 if view.inside else len(first.cards))
    assert all({p.key for p in page.panes} >= fields.ALWAYS for page in pages)
    assert all(p.blocks for page in pages for p in page.panes)


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_the_district_composes(directory: Directory, view: View, lang: str) -> None:
    with i18n.using(lang):
        page = directory.district(view)
    assert {"zh": "焦作市解放区", "en": "Jiefang District, Jiaozuo"}[lang] in page.title
    figures = {f.key: f.number for f in page.figures}
    assert (figures["parks_built"], figures["parks_building"]) == ("8", "2")
    assert ("total_area" in figures) is (view is not View.PUBLIC)  # S11, a copy nobody has checked
    assert all(p.blocks for p in page.panes)


@pytest.mark.parametrize("view", list(View))
def test_english_pages_speak_english_but_for_names(directory: Directory, view: View) -> None:
    with i18n.using("en"):
        page = directory.park("jz-geo", view)
        first = directory.directory(view)
    chinese = [text for text in said((page.panes, page.figures, first.rows, first.columns)).split("\n")
               if HANZI.search(text) and not re.search(r"[A-Za-z]{3}", text)]  # fmt: skip
    assert [t for t in chinese if not view.inside or ("有限" not in t and len(t) > 4)] == []


# the page of parks


@pytest.mark.parametrize(
    ("view", "lang", "sentence"),
    [
        (View.VISITOR, "zh", "解放区已建成专业园区8个、在建2个（据《解放区新闻》2022年6月）。"
         "本资料介绍其中4个；其余园区情况可由招商专员核实后另行提供。"),
        (View.PUBLIC, "zh", "全区已建成专业园区8个、在建2个（2022年6月）。本屏介绍4个，其他园区欢迎向工作人员咨询。"),
        (View.PUBLIC, "en", "Eight parks built, two under construction (June 2022). This screen presents four; "
         "please ask our staff about the others."),
    ],
)  # fmt: skip
def test_the_fixed_sentence_word_for_word(directory: Directory, view: View, lang: str, sentence: str) -> None:
    with i18n.using(lang):
        page = directory.directory(view)
    assert page.shared is not None
    assert page.shared.text == sentence
    assert page.shared.title == {"zh": "另有6个已建成专业园区", "en": "Six more built specialised parks"}[lang]


def test_the_fixed_sentence_for_visitors_in_english(directory: Directory) -> None:
    with i18n.using("en"):
        shared = directory.directory(View.VISITOR).shared
    assert shared is not None
    assert shared.text.startswith(
        "Jiefang District reported eight specialised parks built and two under construction ("
    )
    assert shared.text.endswith("details of the others can be supplied by our officer once verified.")
    assert "district newspaper" in shared.text
    assert "June 2022" in shared.text
    assert "four" in shared.text


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_outside_four_cards_and_one_for_the_others(directory: Directory, view: View, lang: str) -> None:
    with i18n.using(lang):
        page = directory.directory(view)
    assert [card.key for card in page.cards] == list(NAMED)
    assert not any(card.compact for card in page.cards)
    if view.inside:
        assert page.shared is None
        assert [card.key for card in page.unnamed] == list(UNNAMED)
        assert all(card.compact for card in page.unnamed)
        assert page.row_keys == ORDER
    else:
        assert page.shared is not None
        assert (page.unnamed, page.unnamed_title, page.todo, page.todo_title) == ((), "", (), "")
        assert page.row_keys == NAMED
        assert {card.completeness for card in page.cards} == {None}
        assert not any(figure.marks for card in page.cards for figure in card.figures)
    assert all(len(cells) == len(page.columns) for cells in page.rows)
    assert sorted(page.size_order) == sorted(page.name_order) == sorted(page.row_keys)


def test_inside_the_head_says_what_is_due(directory: Directory) -> None:
    with i18n.using("zh"):
        page = directory.directory(View.INTERNAL)
    assert page.sentence == "应录10个：已具名4个，名称待核实6个。"
    assert page.unnamed_title == "名称待核实的已建成园区（6）"
    assert [card.title for card in page.unnamed] == [f"待核实园区 {letter}" for letter in "ABCDEF"]
    assert page.todo[0] == "6个已建成园区：名称待核实"
    assert page.columns[-3:] == ("资料完整度", "核实状态", "时效")
    assert [c.parks for c in page.choices] == [8, 2]


@pytest.mark.parametrize("view", list(View))
def test_the_head_names_the_span_of_dates(directory: Directory, view: View) -> None:
    with i18n.using("zh"):
        page = directory.directory(view)
    assert page.dates == "资料时点2019年8月—2022年6月，各项以标注为准"
    if not view.inside:
        assert page.sentence == "已建成8个、在建2个（2022年6月）"


def test_the_largest_stand_first_and_the_unknown_last(directory: Directory) -> None:
    assert directory.directory(View.VISITOR).size_order == ("jz-geo", "jz-animation", "jz-media", "jz-digital")


def card(directory: Directory, key: str, view: View) -> Card:
    return next(c for c in directory.directory(view).cards if c.key == key)


@pytest.mark.parametrize(
    ("key", "inside", "outside"),
    [
        ("jz-geo", "已建成 · 2019年8月开园", "已建成 · 2019年8月开园"),
        ("jz-media", "已建成 · 2022年6月", "已建成 · 2022年6月"),
        ("jz-animation", "在建 · 2022年6月", "2021年10月开工"),
        ("jz-digital", "在建 · 2022年6月", "2022年6月：在建"),
    ],
)
def test_states_with_their_dates(directory: Directory, key: str, inside: str, outside: str) -> None:
    with i18n.using("zh"):
        marks = {view: card(directory, key, view).status for view in View}
    assert {view: mark.text for view, mark in marks.items() if mark} == {
        View.INTERNAL: inside, View.VISITOR: outside, View.PUBLIC: outside,
    }  # fmt: skip


def test_a_slow_figure_has_its_date_before_it_outside(directory: Directory) -> None:
    with i18n.using("zh"):
        firms = {view: card(directory, "jz-geo", view).figures[0] for view in View}
    assert {view: (f.lead, f.text, f.dated) for view, f in firms.items()} == {
        View.INTERNAL: ("", "80家", "2022年6月"),
        View.VISITOR: ("2022年6月", "80家", ""),
        View.PUBLIC: ("2022年6月", "80家", ""),
    }


def test_in_july_2022_nothing_was_stale(shipped: Path) -> None:
    store = engine.connect(shipped)
    then = Directory(store, today=lambda: date(2022, 7, 1))
    with i18n.using("zh"):
        figure, mark = card(then, "jz-geo", View.VISITOR).figures[0], card(then, "jz-digital", View.VISITOR).status
    assert (figure.lead, figure.dated) == ("", "2022年6月")
    assert mark is not None
    assert mark.text == "在建 · 2022年6月"
    store.close()


# the park's page


def test_conflicting_figures_are_in_a_footnote_outside_and_all_behind_the_figure(directory: Directory) -> None:
    with i18n.using("zh"):
        pages = {view: directory.park("jz-geo", view) for view in View}
    behind = {
        view: [row.text for f in page.figures if f.key == "land_area" and f.detail for row in f.detail.rows]
        for view, page in pages.items()
    }
    every = ["9公顷", "8.93公顷", "134亩"]
    assert behind == {View.INTERNAL: every, View.VISITOR: every, View.PUBLIC: ["9公顷"]}
    note = "占地面积：另有资料载为8.93公顷（2020年6月22日，据公开报道）、134亩（2019年8月，据公开报道）"
    assert [note in said(pages[view]) for view in View] == [False, True, False]


def test_48_mu_are_said_in_hectares(directory: Directory) -> None:
    with i18n.using("zh"):
        (area,) = (f for f in directory.park("jz-animation", View.VISITOR).figures if f.key == "land_area")
        whole = said(directory.park("jz-geo", View.INTERNAL))
    assert area.text == "48.34亩"
    assert area.detail is not None
    assert area.detail.footnote == "合3.22公顷"
    assert "合8.93公顷" not in whole.replace("134亩合8.93公顷", "")  # an editor's remark


def test_in_english_mu_stand_with_their_hectares_unless_a_source_gives_them(directory: Directory) -> None:
    with i18n.using("en"):
        areas = {
            key: [f.text for f in directory.park(key, View.VISITOR).figures if f.key == "land_area"]
            for key in ("jz-animation", "jz-geo")
        }
    assert areas == {"jz-animation": ["48.34 mu (3.22 ha)"], "jz-geo": ["9 ha"]}


def test_a_page_kept_overnight_knows_the_new_day(shipped: Path) -> None:
    day = [date(2023, 6, 30)]
    store = engine.connect(shipped)
    directory = Directory(store, lambda: day[0])
    leads = []
    for day[0] in (date(2023, 6, 30), date(2023, 7, 1)):
        leads.append(directory.park("jz-geo", View.VISITOR).figures[0].lead)
    store.close()
    assert [bool(lead) for lead in leads] == [False, True]


def test_panes_outside_only_where_something_stands(directory: Directory) -> None:
    keys = {key: [p.key for p in directory.park(key, View.VISITOR).panes] for key in NAMED}
    four = ["industry", "facilities", "policies", "tenants"]
    assert keys == {
        "jz-geo": ["overview", "place", *four],
        "jz-media": four,
        "jz-animation": ["overview", "place", *four, "progress"],
        "jz-digital": four,
    }


@pytest.mark.parametrize("key", NAMED)
def test_an_empty_pane_of_the_four_promises_an_answer(directory: Directory, key: str) -> None:
    with i18n.using("zh"):
        for view, words in ((View.VISITOR, "书面答复"), (View.PUBLIC, "请咨询工作人员")):
            facilities = [b.text for b in pane(directory.park(key, view), "facilities").blocks if isinstance(b, Notice)]
            assert len(facilities) == 1
            assert facilities[0].endswith(
                f"供电、供水、燃气、排水、网络：{words if view is View.PUBLIC else '会后' + words}。"
            )
        empty = pane(directory.park("jz-digital", View.VISITOR), "tenants").blocks
        assert [type(b) for b in empty] == [Notice]


def test_inside_every_empty_pane_says_what_is_missing_why_and_who_can_fill_it(directory: Directory) -> None:
    with i18n.using("zh"):
        for key in ORDER:
            page = directory.park(key, View.INTERNAL)
            gaps = [gap for p in page.panes for block in p.blocks if isinstance(block, Gaps) for gap in block.rows]
            assert gaps
            assert all(gap.label and gap.cause == "待补充" and gap.who.startswith("可由") for gap in gaps)
            assert int(pane(page, "todo").aside) == len(directory.sight(key, View.INTERNAL).missing)
            assert all(p.blocks for p in page.panes)


def test_a_park_that_a_report_saw_in_use_is_asked_for_its_firms(directory: Directory) -> None:
    (gaps,) = pane(directory.park("jz-animation", View.INTERNAL), "tenants").blocks
    assert isinstance(gaps, Gaps)
    assert directory.sight("jz-animation", View.INTERNAL).stage == "partly_in_use"


def test_inside_a_pane_that_does_not_apply_says_so(directory: Directory) -> None:
    with i18n.using("zh"):
        blocks = {view: pane(directory.park("jz-digital", view), "tenants").blocks for view in View}
    assert blocks[View.INTERNAL] == (Facts((Fact("入驻企业", "不适用"),)),)
    assert "不适用" not in said((blocks[View.VISITOR], blocks[View.PUBLIC]))


@pytest.mark.parametrize("view", OUTSIDE)
def test_policies_outside_the_sentence_and_two_titles(directory: Directory, view: View) -> None:
    with i18n.using("zh"):
        text = said(pane(directory.park("jz-geo", view), "policies"))
    assert "现行惠企政策以主管部门公开发布的正式文件为准，可向招商专员索取清单。" in text
    assert "支持地理信息产业高质量发展的18条措施" in text
    assert "《商务领域惠企政策汇编》" in text
    assert "银企" not in text
    assert "培训" not in text


def test_a_publishable_policy_stands_in_full_and_the_sentence_goes(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        edit(directory._store, "policy", "jz-geo-18-measures", document_no="焦解政〔2026〕1号", issuer="解放区政府",
             validity="in_force", review_state="passed")  # fmt: skip
        text = said(pane(directory.park("jz-geo", View.VISITOR), "policies"))
        assert "焦解政〔2026〕1号" in text
        assert "解放区为地理信息产业高质量发展出台18条支持措施" in text
        assert "可向招商专员索取清单" not in text
        edit(directory._store, "policy", "jz-geo-18-measures", valid_to="2026-11-22")
        directory.forget()
        assert "焦解政" not in said(directory.park("jz-geo", View.VISITOR))


def firms(directory: Directory, view: View) -> list[str]:
    (table,) = (b for b in pane(directory.park("jz-geo", view), "tenants").blocks if isinstance(b, Table))
    return [cells[0] for cells in table.rows]


def test_firms_by_name(directory: Directory) -> None:
    two = ["河南省中纬测绘规划信息工程有限公司", "万川（焦作）科技有限责任公司"]
    with i18n.using("zh"):
        assert firms(directory, View.INTERNAL) == [*two, "盛世光明", "大成宇辉", "迅达爆破", "海岳北斗"]
        for view in OUTSIDE:
            assert firms(directory, view) == two
            text = said(pane(directory.park("jz-geo", view), "tenants"))
            assert "具名2家／共80家（2022年6月）" in text
            assert "据公开报道" in text
        assert "具名6家／共80家（2022年6月）" in said(pane(directory.park("jz-geo", View.INTERNAL), "tenants"))


def test_a_firm_that_refuses_is_gone_at_once_and_one_that_agrees_is_there(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        edit(directory._store, "tenant", "jz-geo-zhongwei", consent="refused")
        edit(directory._store, "tenant", "jz-geo-haiyue-beidou", consent="agreed")
        assert firms(directory, View.VISITOR) == ["万川（焦作）科技有限责任公司", "海岳北斗"]
        assert len(firms(directory, View.INTERNAL)) == 6


def test_an_honour_is_in_the_header_once_it_has_issuer_and_document(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        assert all(directory.park("jz-geo", view).marks == () for view in View)
        edit(directory._store, "honour", "jz-geo-national-pilot", issuer="某部", document_no="某号")
        directory.forget()
        for view in View:
            assert [m.text for m in directory.park("jz-geo", view).marks] == ["全国地理信息产业转型升级试验园"]


def test_beside_the_title_inside_only(directory: Directory) -> None:
    with i18n.using("zh"):
        notes = {view: directory.park("jz-animation", view).note for view in View}
    assert re.fullmatch(r"报道用名：河南数字动漫产业园；资料完整度\d+%", notes[View.INTERNAL])
    assert notes[View.VISITOR] == notes[View.PUBLIC] == ""


# the district's count is an observation


def test_the_count_of_parks_comes_from_the_observation(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        edit(directory._store, "observation", "jiefang-parks-built-2022", number="9", canonical=90_000)
        directory.forget()
        page = directory.directory(View.VISITOR)
        assert page.sentence == "已建成9个、在建2个（2022年6月）"
        assert page.shared is not None
        assert page.shared.text.startswith(
            "解放区已建成专业园区9个、在建2个（据《解放区新闻》2022年6月）。本资料介绍其中4个"
        )
        assert "6" not in page.shared.title  # nine built are not two and six
        assert Choice("built", "已建成", 9) in page.choices
        assert {f.key: f.number for f in directory.district(View.VISITOR).figures}["parks_built"] == "9"
        assert directory.directory(View.INTERNAL).row_keys == ORDER


def test_a_later_count_replaces_the_earlier_in_the_sentence(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        old = row(copy, "observation", "jiefang-parks-built-2022")
        new = {**old, "key": "built-2026", "number": "11", "canonical": 110_000, "as_of": "2026-09"}
        journal.commit(directory._store, [insert("observation", new)], actor="李××", kind="edit")
        directory.forget()
        assert directory.directory(View.VISITOR).sentence == "已建成11个、在建2个（2026年9月）"


def test_without_a_count_nothing_is_counted(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        edit(directory._store, "observation", "jiefang-parks-built-2022", audience="internal")
        directory.forget()
        page = directory.directory(View.VISITOR)
        assert page.sentence == ""
        assert page.shared == Notice("其余园区情况可由招商专员核实后另行提供。")


def test_when_all_have_names_the_shared_card_is_gone(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        for letter, key in zip("甲乙丙丁戊己", UNNAMED, strict=True):
            edit(directory._store, "park", key, named=True, name_zh=f"示例{letter}园")
        directory.forget()
        page = directory.directory(View.VISITOR)
        assert page.shared is None
        assert page.row_keys == ORDER
        assert directory.directory(View.INTERNAL).sentence == "应录10个：已具名10个，名称待核实0个。"


def test_of_the_last_without_a_name_the_card_speaks_in_the_singular(copy: Path) -> None:
    with reading(copy) as directory:
        for key in UNNAMED[1:]:
            edit(directory._store, "park", key, named=True, name_zh=key)
        directory.forget()
        with i18n.using("en"):
            shared = directory.directory(View.PUBLIC).shared
        assert shared is not None
        assert shared.title == "One more built specialised park"
        assert "presents nine;" in shared.text


# history


def history(directory: Directory, key: str) -> tuple[tuple[str, ...], ...]:
    (table,) = pane(directory.park(key, View.INTERNAL), "history").blocks
    assert isinstance(table, Table)
    return table.rows


def test_the_history_pane_shows_who_changed_what_newest_first(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        assert [cells[1:3] for cells in history(directory, "jz-geo")] == [("parkdir", "首次载入")]
        edit(directory._store, "tenant", "jz-geo-zhongwei", consent="agreed", state="operating")
        directory.forget()
        newest, first = history(directory, "jz-geo")
        assert newest[1] == "李××"
        assert newest[3:] == ("试改", "1处修改")
        assert first[1] == "parkdir"
        assert len(history(directory, "jz-digital")) == 1
        journal.undo(directory._store, actor="王××")
        directory.forget()
        assert [cells[1] for cells in history(directory, "jz-geo")] == ["王××", "李××", "parkdir"]


def test_pages_are_kept_until_the_record_changes(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        before = directory.park("jz-geo", View.VISITOR), directory.directory(View.VISITOR)
        assert before == (directory.park("jz-geo", View.VISITOR), directory.directory(View.VISITOR))
        edit(directory._store, "observation", "jz-geo-firms-resident-2022", number="86", canonical=860_000)
        directory.forget()
        assert directory.park("jz-geo", View.VISITOR).figures[0].number == "86"
        assert directory.directory(View.VISITOR).cards[0].figures[0].number == "86"


# languages


def test_the_language_switches_inside_one_process(directory: Directory) -> None:
    titles = []
    for lang in ("zh", "en", "zh"):
        with i18n.using(lang):
            page = directory.park("jz-digital", View.VISITOR)
            titles.append((page.title, page.subtitle, page.status and page.status.text, page.panes[0].title))
    zh = ("数字经济产业园", "Digital Economy Industrial Park", "2022年6月：在建", "产业定位")
    en = ("Digital Economy Industrial Park", "数字经济产业园", "June 2022: Under construction", "Industry focus")
    assert titles == [zh, en, zh]


def test_english_names_say_that_they_are_translations(directory: Directory) -> None:
    with i18n.using("en"):
        for view in View:
            assert directory.directory(view).footnotes == (
                "English park names are translations not yet confirmed by the parks.",
            )
            assert directory.park("jz-geo", view).footnotes == directory.directory(view).footnotes
        assert directory.park("jz-unnamed-a", View.INTERNAL).footnotes == ()


@pytest.mark.parametrize(("lang", "number", "words"), [("zh", 8, "8"), ("en", 8, "eight"), ("en", "2", "two"),
                                                       ("en", 11, "11")])  # fmt: skip
def test_counts_inside_a_sentence(lang: str, number: int | str, words: str) -> None:
    with i18n.using(lang):
        assert wording.counted(number) == words


def test_reported_names_come_back_as_a_list(copy: Path) -> None:
    assert row(copy, "park", "jz-animation")["reported_names"] == ["河南数字动漫产业园"]
    assert json.dumps(row(copy, "park", "jz-geo")["reported_names"]) == "[]"


# what the shipped facts have not


def test_a_stale_rent_is_given_on_request_and_what_is_not_there_is_said_to_visitors(copy: Path) -> None:
    with reading(copy) as directory, i18n.using("zh"):
        old = row(copy, "observation", "jz-geo-address")
        rent = {**old, "key": "rent", "metric": "rent", "text_zh": "每平方米20元", "text_en": None, "as_of": "2026-07",
                "note_zh": None, "note_en": None, "source": "S1"}  # fmt: skip
        gas = {"key": "gas", "park": "jz-geo", "field": "gas", "cause": "none", "asked_of": None, "as_of": "2026-07",
               "due": None, "source": "S1", "note_zh": None, "note_en": None}  # fmt: skip
        drainage = {**gas, "key": "drainage", "field": "drainage", "cause": "not_published"}
        changes = [insert("observation", rent), insert("absence", gas), insert("absence", drainage)]
        journal.commit(directory._store, changes, actor="a", kind="edit")
        directory.forget()
        pages = {view: directory.park("jz-geo", view) for view in View}
    assert "每平方米20元" in said(pane(pages[View.INTERNAL], "premises"))
    (fact,) = next(b.rows for b in pane(pages[View.VISITOR], "premises").blocks if isinstance(b, Facts))
    assert fact.value == "以园区最新答复为准"
    assert fact.detail is not None
    assert (fact.detail.rows[0].text, fact.detail.rows[0].dated) == ("每平方米20元", "2026年7月")
    assert "premises" not in [p.key for p in pages[View.PUBLIC].panes]
    notices = {v: [b.text for b in pane(pages[v], "facilities").blocks if isinstance(b, Notice)] for v in OUTSIDE}
    assert notices == {
        View.VISITOR: ["燃气：未配建。", "排水：暂未公布。", "供电、供水、网络：会后书面答复。"],
        View.PUBLIC: ["供电、供水、网络：请咨询工作人员。"],
    }
