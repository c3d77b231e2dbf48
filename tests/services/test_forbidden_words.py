"""What no guest may read: every string of every page that the visitor's and the public view can show."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parkdir import i18n
from parkdir.domain.audience import View
from parkdir.domain.brief import Choice, Detail, Fact, Figure, Notice, Observed
from parkdir.domain.park import Dossier, Entry, Observation
from parkdir.services import listing
from parkdir.services.directory import Directory
from parkdir.store import parks
from tests.filled import NAMED, UNNAMED, reading, strings, tuples

OUTSIDE = [View.VISITOR, View.PUBLIC]
SPOKEN = [(view, lang) for view in OUTSIDE for lang in i18n.LANGUAGES]

FORBIDDEN = re.compile(
    r"第\s*\d+\s*个已建成|待补|待核实|完整度|摘录|未知|不详|暂无资料|敬请期待|N/A|一事一议|内部|一次性奖励|超期|核实状态|转载|采用值|"
    r"资料完整|不对外|未经公平|我区|本区|首家|唯一|国家级|"
    r"to be collected|excerpted|to be verified|unknown|case.by.case|internal|one-off|completeness|overdue|"
    r"second-hand|adopted|not checked|no document number|not reviewed|\bRMB\b|first-class|national-level|"
    r"(?:^|\s)[—–-](?:\s|$)|\bNone\b|\bnull\b",
    re.IGNORECASE,
)
STATES = re.compile(r"在建|已建成|部分投用|拟建|停建|\bbuilt\b|under construction|partly in use", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")


def pages(directory: Directory, view: View) -> dict[str, Any]:
    """Everything that the view can open."""
    first = directory.directory(view)
    return {
        "directory": first,
        "district": directory.district(view),
        **{card.key: directory.park(card.key, view) for card in (*first.cards, *first.unnamed)},
    }


def said(directory: Directory, view: View) -> Iterator[tuple[str, str]]:
    for name, page in pages(directory, view).items():
        yield from strings(page, name)


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
@pytest.mark.parametrize("which", ["directory", "fictional"])
def test_no_forbidden_word(which: str, view: View, lang: str, request: pytest.FixtureRequest) -> None:
    directory: Directory = request.getfixturevalue(which)
    with i18n.using(lang):
        found = [(place, text) for place, text in said(directory, view) if FORBIDDEN.search(text)]
    assert found == []


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_nor_in_the_documents_of_the_command_line(directory: Directory, view: View, lang: str) -> None:
    with i18n.using(lang):
        rows = [listing.row(s) for s in directory.sights(view) if s.dossier.park and s.dossier.park.named]
        whole = [listing.document(directory.sight(key, view)) | {"sources": []} for key in NAMED]
    assert [text for _place, text in strings([*rows, *whole]) if FORBIDDEN.search(text)] == []


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_inside_these_words_stand_so_that_the_test_can_fail(directory: Directory, lang: str) -> None:
    with i18n.using(lang):
        text = "\n".join(text for _place, text in said(directory, View.INTERNAL))
    words = {
        "zh": ["待核实园区", "完整度", "摘录未核", "待补充", "一事一议", "一次性奖励", "超期待更新", "转载"],
        "en": ["name to be verified", "Completeness", "Excerpted", "To be collected", "Case-by-case", "One-off",
               "Overdue", "Second-hand"],
    }[lang]  # fmt: skip
    assert [word for word in words if word not in text or not FORBIDDEN.search(word)] == []


@pytest.mark.parametrize(
    "bare", ["—", "占地 — 9", "N/A", "待核实园区 A", "第3个已建成", "Unknown", "case-by-case", "None"]
)
def test_the_pattern_sees_what_it_should(bare: str) -> None:
    assert FORBIDDEN.search(bare)


@pytest.mark.parametrize("fine", ["2019年8月—2022年6月", "Data as of August 2019–June 2022", "converged-media", "市政"])
def test_and_nothing_else(fine: str) -> None:
    assert not FORBIDDEN.search(fine)


# states


def undated(page: Any) -> Iterator[str]:
    """Status words without a year beside them: in the string itself, else in the figure or fact that it labels."""
    for whole in tuples(page):
        if isinstance(whole, Choice):
            continue  # a filter's word; the head of the page bears the dates
        texts = [
            text for name, text in zip(whole._fields, whole, strict=True) if isinstance(text, str) and name != "group"
        ]
        if isinstance(whole, Figure | Fact | Observed | Notice | Detail) and YEAR.search(" ".join(texts)):
            continue
        texts += [text for inner in whole if isinstance(inner, tuple) for text in flat(inner)]
        yield from (text for text in texts if STATES.search(text) and not YEAR.search(text))


def flat(value: Any) -> Iterator[str]:
    """The strings of plain tuples."""
    for inner in value if not hasattr(value, "_fields") else ():
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, tuple):
            yield from flat(inner)


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
@pytest.mark.parametrize("which", ["directory", "fictional"])
def test_no_state_without_a_year(which: str, view: View, lang: str, request: pytest.FixtureRequest) -> None:
    directory: Directory = request.getfixturevalue(which)
    with i18n.using(lang):
        every = pages(directory, view)
        found = [(name, text) for name, page in every.items() for text in undated(page)]
        stated = [text for _place, text in said(directory, view) if STATES.search(text)]
    assert found == []
    assert len(stated) > 5
    first = every["directory"]
    assert YEAR.search(first.sentence if which == "directory" else first.dates)


def test_an_undated_state_is_seen() -> None:
    assert list(undated(Fact("状态", "在建", "据《示例报》"))) == ["在建"]
    assert list(undated(((("已建成", "x"),),))) == []  # plain tuples belong to the block that holds them
    assert list(undated(Fact("状态", "在建", "2022年6月"))) == []


# what stays inside


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_no_name_that_is_not_confirmed(directory: Directory, view: View, lang: str) -> None:
    words = ["河南数字动漫产业园", "盛世光明", "大成宇辉", "迅达爆破", "海岳北斗", "Shengshi", "Dacheng", "Xunda",
             "Haiyue", "unnamed"]  # fmt: skip
    with i18n.using(lang):
        found = [(place, text) for place, text in said(directory, view) if any(word in text for word in words)]
    # the box may be asked for the reported name; it is shown nowhere
    assert {place.rpartition(".")[2] for place, _text in found} <= {"find"}


def test_unconfirmed_names_stand_inside(directory: Directory) -> None:
    with i18n.using("zh"):
        text = "\n".join(text for _place, text in said(directory, View.INTERNAL))
    for word in ("河南数字动漫产业园", "盛世光明", "大成宇辉", "迅达爆破", "海岳北斗"):
        assert word in text


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_no_amount_of_a_policy(directory: Directory, view: View, lang: str) -> None:
    amounts = re.compile(
        r"5000余?万|50 million|\b20家|20 firms|14家|14 firms|30余家|36项|36 policies|1200家|1,200 firms|授信"
    )
    with i18n.using(lang):
        assert [text for _place, text in said(directory, view) if amounts.search(text)] == []
        inside = [text for _place, text in said(directory, View.INTERNAL) if amounts.search(text)]
    assert inside


def rows_of(d: Dossier) -> tuple[Observation | Entry, ...]:
    return (*d.observations, *d.facilities, *d.policies, *d.tenants, *d.honours, *d.milestones, *d.industries)


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_no_remark_of_an_editor_and_no_number_of_a_source(
    directory: Directory, shipped: Path, view: View, lang: str
) -> None:
    with reading(shipped) as again, again._store.read() as connection:
        dossiers = [*parks.dossiers(connection), parks.district(connection)]
    notes = {
        note
        for d in dossiers
        for row in rows_of(d)
        for note in (row.note_zh, row.note_en)
        if note and row.key != "jz-geo-helipads"  # a standing legal note, for every reader
    }
    assert len(notes) > 20
    with i18n.using(lang):
        texts = [text for _place, text in said(directory, view)]
    assert [text for text in texts if any(note in text for note in notes)] == []
    assert [text for text in texts if re.search(r"\bS\d+\b", text)] == []


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_the_invented_conversion_appears_nowhere(directory: Directory, view: View, lang: str) -> None:
    with i18n.using(lang):
        assert [text for _place, text in said(directory, view) if re.search(r"135\s*(亩|mu)", text)] == []
        assert any("134" in text for _place, text in said(directory, view)) is (view is not View.PUBLIC)


def test_the_kiosk_shows_no_unchecked_copy(directory: Directory) -> None:
    """S3, S5, S9 and S11 are copies that nobody has checked; printed names of firms stay, as the views' table says."""

    def copies(view: View) -> list[str]:
        kinds = ("facilities", "industries", "milestones", "honours", "layouts")
        found = []
        for key in NAMED:
            sight = directory.sight(key, view)
            rows = [row for kind in kinds for row in getattr(sight.dossier, kind)]
            rows += [one.observation for group in sight.shown.values() for one in group]
            found += [row.key for row in rows if sight.dossier.sources[row.source].kind == "repost"]
        return found

    assert len(copies(View.VISITOR)) > 3
    assert copies(View.PUBLIC) == []


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_guests_are_named_newspapers_and_public_bodies_only(directory: Directory, lang: str) -> None:
    with i18n.using(lang):
        texts = [text for view in OUTSIDE for _place, text in said(directory, view)]
    assert not [text for text in texts if re.search("fx361|社会团体网站|website of a society|据万川", text)]
    assert [text for text in texts if "《解放区新闻》" in text or "Jiefangqu Xinwen" in text]


@pytest.mark.parametrize("view", OUTSIDE)
def test_of_the_unnamed_there_is_no_page_and_no_key(directory: Directory, view: View) -> None:
    assert set(pages(directory, view)) == {"directory", "district", *NAMED}
    assert set(pages(directory, View.INTERNAL)) == {"directory", "district", *NAMED, *UNNAMED}


@pytest.mark.parametrize(("view", "lang"), SPOKEN)
def test_chinese_has_no_space_between_digits_and_hanzi(directory: Directory, view: View, lang: str) -> None:
    if lang == "zh":
        with i18n.using(lang):
            found = [
                t for _p, t in said(directory, view) if re.search("[0-9] +[\u4e00-\u9fff]|[\u4e00-\u9fff] +[0-9]", t)
            ]
        assert found == []


@pytest.mark.parametrize(("view", "lang"), [(view, lang) for view in View for lang in i18n.LANGUAGES])
def test_no_pattern_is_left_unfilled(directory: Directory, view: View, lang: str) -> None:
    with i18n.using(lang):
        texts = [text for _place, text in said(directory, view)]
    assert [text for text in texts if re.search(r"\{\w*\}|\(\)|（）|  |^[：:；;,，、]|[：:]$", text)] == []
