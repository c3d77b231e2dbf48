"""Neutral pages: values that can be compared, kept and walked."""

import pytest

from parkdir.domain import brief
from tests.filled import strings, tuples


def test_a_figure_in_one_run_of_words() -> None:
    assert brief.Figure("k", "占地面积", "9", "公顷", before="约").text == "约9公顷"
    assert brief.Figure("k", "Resident firms", "100", " firms", before="more than ").text == "more than 100 firms"


def test_tones_are_those_that_marks_use() -> None:
    assert brief.Mark("在建").tone in brief.TONES
    assert brief.Notice("一句").tone in brief.TONES


def test_pages_are_values() -> None:
    one, other = (
        brief.Pane("k", "概况", (brief.Heading("甲"), brief.Facts((brief.Fact("乙", "丙"),)))) for _ in range(2)
    )
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(AttributeError):
        one.title = "别的"  # type: ignore[misc]


def test_every_string_of_a_page_is_found_however_deep() -> None:
    """What the tests of forbidden words stand on."""
    detail = brief.Detail("甲", (brief.Observed("乙", "丙", "丁", marks=(brief.Mark("戊"),)),), "己")
    figure = brief.Figure("f", "l", "n", "u", detail=detail)
    pane = brief.Pane("p", "辛", (brief.Table(("壬",), (("癸",),)), brief.Chips((brief.Mark("子"),))))
    page = brief.Page("k", "t", "s", "c", "plain", brief.Mark("庚"), (), (figure,), (pane,))
    found = dict(strings(page))
    assert set("甲乙丙丁戊己庚辛壬癸子") <= set(found.values())
    assert found[".panes[0].blocks[0].rows[0][0]"] == "癸"
    assert {type(t).__name__ for t in tuples(page)} >= {
        "Page",
        "Mark",
        "Figure",
        "Detail",
        "Observed",
        "Table",
        "Chips",
    }


def test_every_block_is_a_named_tuple() -> None:
    for block in brief.Block.__args__:
        assert issubclass(block, tuple)
        assert hasattr(block, "_fields")
