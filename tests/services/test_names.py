"""Parks found by what people call them."""

from pathlib import Path

import pytest

from parkdir import i18n
from parkdir.domain.audience import View
from parkdir.domain.errors import Ambiguous, NotFound
from parkdir.services.directory import Directory
from tests.filled import NAMED, UNNAMED, edit, reading


@pytest.mark.parametrize(("lang", "text"), [("zh", "待核实园区 B"), ("en", "Park B (name to be verified)")])
def test_an_unnamed_park_by_what_the_lists_call_it(directory: Directory, lang: str, text: str) -> None:
    with i18n.using(lang):
        assert directory.find(text, View.INTERNAL).key == "jz-unnamed-b"
        with pytest.raises(NotFound):
            directory.find(text, View.VISITOR)


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("jz-geo", "jz-geo"),
        ("JZ-GEO", "jz-geo"),
        ("焦作地理信息产业园", "jz-geo"),
        ("  焦作地理信息产业园 ", "jz-geo"),
        ("地理", "jz-geo"),
        ("Jiaozuo Geographic Information Industrial Park", "jz-geo"),
        ("geographic", "jz-geo"),
        ("融媒体", "jz-media"),
        ("动漫产业园", "jz-animation"),  # the whole of one name, and a part of another
        ("河南数字动漫产业园", "jz-animation"),
        ("河南", "jz-animation"),
        ("digital economy", "jz-digital"),
    ],
)
def test_a_park_by_key_name_reported_name_or_part(
    directory: Directory, text: str, key: str, lang: str, view: View
) -> None:
    with i18n.using(lang):
        assert directory.find(text, view).key == key


def test_by_its_short_name(copy: Path) -> None:
    with reading(copy) as directory:
        with pytest.raises(NotFound):
            directory.find("地信园", View.INTERNAL)
        edit(directory._store, "park", "jz-geo", short_name="地信园")
        assert directory.find("地信园", View.INTERNAL).key == "jz-geo"


@pytest.mark.parametrize(
    ("text", "fits"), [("产业园", NAMED), ("数字", ("jz-animation", "jz-digital")), ("jz-", NAMED)]
)
def test_a_part_of_several_names_lists_them(directory: Directory, text: str, fits: tuple[str, ...]) -> None:
    with i18n.using("zh"), pytest.raises(Ambiguous) as caught:
        directory.find(text, View.VISITOR)
    sentence = str(caught.value)
    assert f"“{text}”" in sentence
    assert [key for key in (*NAMED, *UNNAMED) if f"{key}" in sentence] == list(fits)
    assert "焦作地理信息产业园" in sentence or "jz-geo" not in fits


def test_in_english_the_names_offered_are_english(directory: Directory) -> None:
    with i18n.using("en"), pytest.raises(Ambiguous, match=r"^“产业园” fits several parks: .*Animation Industrial Park"):
        directory.find("产业园", View.INTERNAL)


@pytest.mark.parametrize("text", ["焦作地理资讯产业园", "jz-gео", "Geografic Information"])
def test_a_slip_is_answered_with_close_names(directory: Directory, text: str) -> None:
    with i18n.using("zh"), pytest.raises(NotFound, match="焦作地理信息产业园") as caught:
        directory.find(text, View.VISITOR)
    assert str(caught.value).startswith(f"没有“{text}”") or f"“{text}”" in str(caught.value)


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "'; DROP TABLE park", "\\", "Ω"])
def test_what_resembles_nothing_is_not_found(directory: Directory, text: str) -> None:
    with pytest.raises(NotFound):
        directory.find(text, View.INTERNAL)


@pytest.mark.parametrize("key", UNNAMED)
def test_the_unnamed_are_found_inside_only_and_offered_nowhere_else(directory: Directory, key: str) -> None:
    assert directory.find(key, View.INTERNAL).key == key
    for view in (View.VISITOR, View.PUBLIC):
        for ask in (lambda view=view: directory.find(key, view), lambda view=view: directory.sight(key, view)):
            with pytest.raises(NotFound) as caught:
                ask()
            offered = str(caught.value).replace(key, "")
            assert "unnamed" not in offered
            assert "待核实" not in offered


def test_a_part_of_their_keys_lists_them_inside(directory: Directory) -> None:
    with pytest.raises(Ambiguous) as caught:
        directory.find("unnamed", View.INTERNAL)
    assert [key for key in UNNAMED if key in str(caught.value)] == list(UNNAMED)
    with pytest.raises(NotFound):
        directory.find("unnamed", View.VISITOR)


@pytest.mark.parametrize("view", list(View))
def test_no_such_key(directory: Directory, view: View) -> None:
    with i18n.using("en"), pytest.raises(NotFound, match="jz-nowhere"):
        directory.sight("jz-nowhere", view)
