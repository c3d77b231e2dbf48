"""list, show, check and demo: text and JSON, options before and after, views, languages, exit codes."""

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir import i18n, settings
from parkdir.cli import words
from parkdir.cli.main import cli
from parkdir.domain import brief
from tests.cli.conftest import Run
from tests.filled import NAMED, ORDER

FORBIDDEN = re.compile(
    r"待补|待核实园区|完整度|摘录未核|未知|不详|一事一议|一次性奖励|内部|超期|"
    r"To be collected|Excerpted|to be verified|unknown|case-by-case|one-off|Internal|Overdue|"
    r"盛世光明|大成宇辉|迅达爆破|海岳北斗|河南数字动漫|unnamed|5000余万|50 million",
    re.IGNORECASE,
)


def starts(line: str) -> set[int]:
    """The columns of the terminal in which cells begin: after two spaces or more."""
    return {words.width(line[: m.end()]) for m in re.finditer(r"  +(?=\S)", line)} | {0}


# list


def test_list_is_internal_and_aligned(run: Run, shipped: Path) -> None:
    answer = run("list", "--db", shipped)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines] == ["编号", *ORDER]
    assert lines[0].split() == ["编号", "园区", "建设状态", "资料时点", "资料完整度"]
    assert "待核实园区 A" in lines[3]
    for line in lines[1:]:
        assert starts(line) == starts(lines[0]), line
        assert line.endswith("%")
        assert line == line.rstrip()


@pytest.mark.parametrize("view", ["visitor", "public"])
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_outside_list_names_four(run: Run, shipped: Path, view: str, lang: str) -> None:
    answer = run("list", "--db", shipped, "--audience", view, "--lang", lang)
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(NAMED)
    assert len({frozenset(starts(line)) for line in lines}) == 1
    assert "%" not in answer.out
    assert not FORBIDDEN.search(answer.out)


def test_list_json(run: Run, shipped: Path) -> None:
    answer = run("list", "--json", "--db", shipped)
    rows = json.loads(answer.out)
    assert [row["key"] for row in rows] == list(ORDER)
    assert list(rows[0]) == ["key", "name_zh", "name_en", "named", "status", "completeness", "as_of"]
    assert "焦作地理信息产业园" in answer.out  # hanzi, not escapes
    outside = json.loads(run("list", "--json", "--db", shipped, "--audience", "public").out)
    assert [row["key"] for row in outside] == list(NAMED)
    assert {row["completeness"] for row in outside} == {None}


@pytest.mark.parametrize(
    ("status", "view", "keys"),
    [
        ("built", "internal", ORDER[:8]),
        ("built", "visitor", ("jz-geo", "jz-media")),
        ("under_construction", "internal", ("jz-animation", "jz-digital")),
        ("under_construction", "public", ("jz-animation", "jz-digital")),
        ("partly_in_use", "internal", ()),  # reported, not adopted
        ("planned", "visitor", ()),
    ],
)
def test_list_by_status(run: Run, shipped: Path, status: str, view: str, keys: tuple[str, ...]) -> None:
    options = ("--db", shipped, "--status", status, "--audience", view)
    assert tuple(row["key"] for row in json.loads(run("list", "--json", *options).out)) == keys
    text = run("list", *options)
    assert (text.code, text.err) == (0, "")
    assert [line.split()[0] for line in text.out.splitlines()[1:]] == list(keys)
    assert text.out


# show


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("key", ORDER)
def test_show_inside(run: Run, shipped: Path, key: str, lang: str) -> None:
    answer = run("show", key, "--db", shipped, "--lang", lang)
    assert (answer.code, answer.err) == (0, "")
    heads = [line for line in answer.out.splitlines() if line.startswith("== ")]
    assert [word.split("  ")[0][3:] for word in heads[-3:]] == {
        "zh": ["数据来源", "待补清单", "修改记录"], "en": ["Sources", "To be completed", "Change log"],
    }[lang]  # fmt: skip
    assert not re.search(r"^\s*[：:]|\{\w*\}|NamedTuple|Mark\(|[^\S\n]$", answer.out, re.MULTILINE)


@pytest.mark.parametrize("view", ["visitor", "public"])
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("key", NAMED)
def test_show_outside_says_nothing_forbidden(run: Run, shipped: Path, key: str, lang: str, view: str) -> None:
    answer = run("show", key, "--db", shipped, "--lang", lang, "--audience", view)
    assert answer.code == 0
    assert not FORBIDDEN.search(answer.out)
    document = json.loads(run("show", key, "--db", shipped, "--json", "--audience", view).out)
    document.pop("sources")  # titles are the sources' own words
    assert not FORBIDDEN.search(json.dumps(document, ensure_ascii=False))


def test_show_says_figures_with_date_and_source(run: Run, shipped: Path) -> None:
    inside = run("show", "地理", "--db", shipped).out
    outside = run("show", "地理", "--db", shipped, "--audience", "visitor").out
    assert inside.startswith("焦作地理信息产业园\nJiaozuo Geographic Information Industrial Park\n")
    assert re.search(r"^  入驻企业：80家  \(2022年6月 · 据《解放区新闻》.*\) .*\[超期待更新\]$", inside, re.MULTILINE)
    assert re.search(r"^  入驻企业：2022年6月：80家  \(据《解放区新闻》\)$", outside, re.MULTILINE)
    assert re.search(r"^  测绘地理、高分遥感、.*应急救援  \(2022年6月，据《解放区新闻》\)$", outside, re.MULTILINE)
    assert re.search(r"^\[已建成 · 2019年8月9日开园\]$", outside, re.MULTILINE)
    assert "另有资料载为8.93公顷（2020年6月22日，据公开报道）、134亩（2019年8月，据公开报道）" in outside
    assert re.search(r"^    134亩  \(2019年8月 · .*\) .*\[转载\]$", inside, re.MULTILINE)


def test_show_json_is_one_document_in_any_language(run: Run, shipped: Path) -> None:
    zh, en = (run("show", "jz-geo", "--json", "--db", shipped, "--lang", lang).out for lang in i18n.LANGUAGES)
    assert zh == en
    document: dict[str, Any] = json.loads(zh)
    assert document["park"]["key"] == "jz-geo"
    assert len(document["tenants"]) == 6
    assert zh.count("\n{") == 0


@pytest.mark.parametrize("view", ["visitor", "public"])
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_outside_an_unnamed_park_is_an_unknown_park(run: Run, shipped: Path, view: str, lang: str) -> None:
    assert run("show", "jz-unnamed-a", "--db", shipped).code == 0
    for extra in ((), ("--json",)):
        told = run("show", "jz-unnamed-a", "--db", shipped, "--audience", view, "--lang", lang, *extra).told
        assert "jz-unnamed-a" in told
        assert "unnamed" not in told.replace("jz-unnamed-a", "")
        same = run("show", "jz-nowhere-a", "--db", shipped, "--audience", view, "--lang", lang, *extra).told
        pattern = {"zh": "“{}”", "en": "“{}”"}[lang]
        head = same[: same.index(pattern.format("jz-nowhere-a"))]
        assert told.startswith(head)


# options


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_options_stand_before_and_after_the_command(run: Run, shipped: Path, lang: str) -> None:
    options = ["--db", str(shipped), "--audience", "visitor", "--lang", lang, "--json"]
    for command in (["list"], ["list", "--status", "built"], ["show", "jz-geo"], ["check"]):
        after = run(*command, *options)
        assert after.code == 0
        for place in range(0, 7, 2):
            assert run(*options[:place], *command, *options[place:]) == after
        assert run(*options[:-1], *command, options[-1]) == after


def test_what_stands_after_the_command_prevails(run: Run, shipped: Path) -> None:
    answer = run("--lang", "zh", "--audience", "internal", "list", "--db", shipped, "--lang", "en",
                 "--audience", "visitor")  # fmt: skip
    assert answer.out.startswith("Key")
    assert len(answer.out.splitlines()) == 5


@pytest.mark.parametrize(
    ("environment", "option", "first"),
    [(None, None, "编号"), ("en", None, "Key"), ("zh", None, "编号"), ("fr", None, "编号"), ("en", "zh", "编号"),
     ("zh", "en", "Key")],
)  # fmt: skip
def test_the_language(
    run: Run, shipped: Path, monkeypatch: pytest.MonkeyPatch, environment: str | None, option: str | None, first: str
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    if environment:
        monkeypatch.setenv("PARKDIR_LANG", environment)
    extra = ["--lang", option] if option else []
    assert run("list", "--db", shipped, *extra).out.split()[0] == first


@pytest.mark.parametrize(
    ("environment", "option", "first"), [(None, None, "Key"), ("zh", None, "编号"), (None, "zh", "编号")]
)
def test_the_language_last_chosen_in_the_window_is_remembered(
    run: Run, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    environment: str | None, option: str | None, first: str
) -> None:  # fmt: skip
    monkeypatch.setenv("PARKDIR_HOME", str(tmp_path))
    settings.write(tmp_path / "data" / "settings.json", settings.Settings(language="en"))
    if environment:
        monkeypatch.setenv("PARKDIR_LANG", environment)
    extra = ["--lang", option] if option else []
    assert run("list", "--db", shipped, *extra).out.split()[0] == first


def test_the_language_of_one_call_is_not_that_of_the_next(run: Run, shipped: Path) -> None:
    firsts = [run("list", "--db", shipped, *extra).out.split()[0] for extra in ([], ["--lang", "en"], [])]
    assert firsts == ["编号", "Key", "编号"]


def test_a_url_names_the_file_too(run: Run, shipped: Path) -> None:
    assert run("list", "--db", f"sqlite:///{shipped}") == run("list", "--db", shipped)


@pytest.mark.parametrize(
    "argv",
    [["nonsense"], ["list", "--nonsense"], ["list", "--status", "ruined"], ["list", "--lang", "fr"], ["show"],
     ["list", "--audience", "press"], ["show", "a", "b"], ["demo"], ["demo", "--parks", "0", "--out", "x"],
     ["demo", "--parks", "many", "--out", "x"], ["--lang", "fr"]],
)  # fmt: skip
def test_wrong_usage_is_2(run: Run, argv: list[str]) -> None:
    answer = run(*argv)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert answer.err


def test_help_and_version(run: Run) -> None:
    for argv in (["--help"], ["-h"], *([name, "--help"] for name in cli.commands)):
        answer = run(*argv)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Usage: parkdir")
    assert re.fullmatch(r"parkdir \d+\.\d+\.\d+\n", run("--version").out)


def test_alone_it_opens_the_window_with_what_was_asked(run: Run, shipped: Path) -> None:
    asked: list[dict[str, object]] = []

    def window(**given: object) -> int:
        asked.append(given)
        return 3

    answer = run("--db", shipped, "--audience", "visitor", "--lang", "en", windows={"window": window})
    assert answer == (3, "", "")
    assert asked == [{"db": str(shipped), "audience": "visitor", "lang": "en"}]


def test_tour_hands_on_what_was_asked(run: Run, shipped: Path, tmp_path: Path) -> None:
    asked: list[tuple[tuple[object, ...], dict[str, object]]] = []

    def tour(*given: object, **named: object) -> int:
        asked.append((given, named))
        return 0

    assert run("tour", tmp_path, "--pages", "parks, jz-geo", "--db", shipped, windows={"tour": tour}).code == 0
    assert asked == [((tmp_path,), {"pages": ["parks", "jz-geo"], "full": False, "db": str(shipped)})]


# check


def test_check_finds_nothing_wrong(run: Run, shipped: Path) -> None:
    before = shipped.read_bytes()
    assert run("check", "--db", shipped) == (0, run("check", "--db", shipped).out, "")
    assert run("check", "--db", shipped, "--lang", "en").out == "Nothing is wrong.\n"
    assert json.loads(run("check", "--db", shipped, "--json").out) == {"problems": []}
    assert shipped.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE revision SET note = 'another'", "1"),
        ("UPDATE change SET after = json_set(after, '$.number', '99') WHERE row_key = 'jz-geo-land-2022'", "1"),
        ("UPDATE observation SET unit = 'kva' WHERE key = 'jz-geo-land-2022'", "jz-geo-land-2022: unit kva"),
        ("UPDATE observation SET as_of = '2022-13' WHERE key = 'jz-geo-land-2022'", "2022-13 is no date"),
        ("UPDATE observation SET metric = 'nonsense' WHERE key = 'jz-geo-land-2022'", "unknown field nonsense"),
        ("UPDATE observation SET qualifier = 'maybe' WHERE key = 'jz-geo-land-2022'", "unknown qualifier maybe"),
        ("UPDATE observation SET source = 'S99' WHERE key = 'jz-geo-land-2022'", ""),
    ],
)
def test_check_tells_what_is_wrong(run: Run, copy: Path, statement: str, said: str) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        assert connection.execute(statement).rowcount
    text = run("check", "--db", copy, "--lang", "en")
    document = run("check", "--db", copy, "--lang", "en", "--json")
    assert (text.code, text.err, document.code) == (1, "", 1)
    problems = json.loads(document.out)["problems"]
    assert problems
    assert text.out.splitlines() == problems
    assert any(said in problem for problem in problems), problems


# demo


def test_demo_makes_a_directory_in_which_every_name_is_marked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "demo.sqlite"
    made = run("demo", "--parks", "12", "--seed", "7", "--out", out)
    assert (made.code, made.err) == (0, "")
    assert str(out) in made.out
    rows = json.loads(run("list", "--json", "--db", out).out)
    assert len(rows) == 12
    assert all("示例" in row["name_zh"] for row in rows if row["named"])
    assert run("check", "--db", out).code == 0
    again = json.loads(run("demo", "--parks", "12", "--seed", "7", "--out", tmp_path / "b.sqlite", "--json").out)
    assert again == {"path": str(tmp_path / "b.sqlite"), "parks": 12, "seed": 7}
    assert json.loads(run("list", "--json", "--db", tmp_path / "b.sqlite").out) == rows


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_demo_refuses_what_exists(run: Run, copy: Path, lang: str) -> None:
    before = hashlib.sha256(copy.read_bytes()).digest()
    assert str(copy) in run("demo", "--parks", "2", "--out", copy, "--lang", lang).told
    assert str(copy.parent) in run("demo", "--parks", "2", "--out", copy.parent, "--lang", lang).told
    assert hashlib.sha256(copy.read_bytes()).digest() == before
    assert list(copy.parent.iterdir()) == [copy]


# words of the terminal


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("园区", 4), ("A园", 3), ("（", 2), ("·", 1), ("m²", 2)]
)
def test_a_hanzi_takes_two_columns(text: str, columns: int) -> None:
    assert words.width(text) == columns


CELLS = st.text(st.sampled_from("ab园区（，·9"), max_size=8)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=5)))
def test_columns_are_aligned_whatever_stands_in_them(rows: list[list[str]]) -> None:
    lines = list(words.columns(rows))
    assert len(lines) == len(rows)
    at = 0
    for place in range(len(rows[0])):
        for line, row in zip(lines, rows, strict=True):
            if row[place]:
                head = next(i for i in range(len(line) + 1) if words.width(line[:i]) >= at)
                assert words.width(line[:head]) == at
                assert line[head:].startswith(row[place])
        at += max(words.width(row[place]) for row in rows) + 2


def test_every_kind_of_block_is_printed() -> None:
    mark = brief.Mark("甲")
    blocks: tuple[brief.Block, ...] = (
        brief.Heading("乙", "旁"), brief.Prose("丙", "注", (mark,)), brief.Prose("", "只注"),
        brief.Facts((brief.Fact("丁", "值", "注", (mark,)), brief.Fact("只有名", ""))),
        brief.Tiles((brief.Tile("icon", "戊", "值"),)), brief.Chips((brief.Mark("己"), brief.Mark("庚")), "注"),
        brief.Timeline((brief.Event("2022年", "辛"),)), brief.Table(("壬", "列"), (("一", "二"),)),
        brief.Notice("癸", "题"), brief.Gaps("缺", (brief.Gap("子", "因", "谁"),)),
    )  # fmt: skip
    assert {type(block) for block in blocks} == set(brief.Block.__args__)
    figure = brief.Figure("f", "数", "80", "家", lead="2022年6月", source="据报", marks=(mark,))
    page = brief.Page("k", "题", "副", "c", "plain", mark, (brief.Mark("荣"),), (figure,),
                      (brief.Pane("p", "栏", blocks, "旁"),), ("脚注",), "旁注")  # fmt: skip
    with i18n.using("zh"):
        assert list(words.page(page)) == [
            "题", "副", "旁注", "[甲] [荣]", "", "  数：2022年6月：80家  (据报) [甲]", "", "== 栏  旁", "-- 乙  旁",
            "  丙  (注) [甲]", "  只注", "  丁：值  (注) [甲]", "  只有名", "  戊：值", "  己、庚  (注)",
            "  2022年：辛", "  壬  列", "  一  二", "  题", "  癸", "-- 缺", "  子：因  (谁)", "", "脚注",
        ]  # fmt: skip
