"""A folder of facts is read whole, or one line says what is wrong where."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir import i18n
from parkdir.domain.errors import BadData
from parkdir.domain.park import KINDS, Absence, Facility, Observation, Park, Policy
from parkdir.exchange import facts_toml

SOURCES = """\
[[source]]
key = "S1"
title_zh = "报道"
publisher_zh = "报社"
date = "2022-06"
kind = "original"
url = "https://example.org/1"
"""
DISTRICT = """\
[district]
key = "d"
name_zh = "区"
name_en = "District"
title_zh = "名录"
title_en = "Directory"

[[observation]]
key = "d-built"
metric = "parks_built"
number = 8
unit = "count"
source = "S1"
"""
PARK = """\
[park]
key = "p"
position = 1
name_zh = "园区"
reported_names = ["旧名"]
source = "S1"

[[observation]]
key = "p-land"
metric = "land_area"
qualifier = "about"
said = "约"
number = "8.93"
unit = "公顷"
as_of = "2020-06-22"
source = "S1"
adopted = true

[[observation]]
key = "p-status"
metric = "status"
code = "built"
source = "S1"

[[observation]]
key = "p-address"
metric = "address"
text_zh = "路16号"
source = "S1"

[[observation]]
key = "p-ready"
metric = "ready_by"
date = "2027"
source = "S1"

[[observation]]
key = "p-rail"
metric = "minutes_to_rail"
basis = "driving"
qualifier = "range"
number = 20
number_high = 30
unit = "minutes"
source = "S1"

[[absence]]
key = "p-rent"
field = "rent"
cause = "asked"

[[facility]]
key = "p-hall"
group = "business"
category = "meeting"
name_zh = "礼堂"
count = 1
area_m2 = 1000
source = "S1"
"""
POLICIES = """\
[[policy]]
key = "of-park"
park = "p"
kind = "measures"
title_zh = "措施"
source = "S1"

[[policy]]
key = "of-district"
kind = "service"
title_zh = "汇编"
source = "S1"
"""
FILES = {"sources.toml": SOURCES, "district.toml": DISTRICT, "parks/p.toml": PARK, "policies.toml": POLICIES}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with i18n.using("en"):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parks").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path) -> str:
    with pytest.raises(BadData) as caught:
        facts_toml.read(folder)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_a_good_folder(folder: Path) -> None:
    found = {(type(made).__name__, made.key): made for made in facts_toml.read(folder)}
    assert len(found) == 13
    land = found["Observation", "p-land"]
    assert isinstance(land, Observation)
    assert (land.park, land.number, land.unit, land.said) == ("p", Decimal("8.93"), "ha", "约")
    assert (land.qualifier, land.verification, land.adopted, land.position) == ("about", "excerpted", True, 1)
    district = found["Observation", "d-built"]
    assert isinstance(district, Observation)
    assert (district.park, district.number) == (None, Decimal(8))
    park, hall = found["Park", "p"], found["Facility", "p-hall"]
    assert isinstance(park, Park)
    assert isinstance(hall, Facility)
    assert (park.reported_names, park.named) == (("旧名",), True)
    assert (hall.area_m2, hall.count, hall.position) == (Decimal(1000), 1, 1)
    one, other, rent = found["Policy", "of-park"], found["Policy", "of-district"], found["Absence", "p-rent"]
    assert isinstance(one, Policy)
    assert isinstance(other, Policy)
    assert isinstance(rent, Absence)
    assert (one.park, other.park, other.position, rent.park) == ("p", None, 2, "p")


def test_a_mark_in_front_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert len(facts_toml.read(folder)) == 13


# file, what stands there, what is put in its place (the wrong line ends in HERE), field, what is said
HERE = "#!"
WRONG = [
    # wrong type
    ("parks/p.toml", "position = 1", f'position = "1" {HERE}', "position", "must be a whole number"),
    ("parks/p.toml", "position = 1", f"position = true {HERE}", "position", "must be a whole number"),
    ("parks/p.toml", "position = 1", f"position = -1 {HERE}", "position", "must be a whole number"),
    ("parks/p.toml", 'name_zh = "园区"', f"name_zh = 5 {HERE}", "name_zh", "must be text in quotes"),
    ("parks/p.toml", 'name_zh = "园区"', f'name_zh = " " {HERE}', "name_zh", "must not be empty; leave the line out"),
    ("parks/p.toml", 'name_zh = "园区"', f'name_zh = "a\\u0000" {HERE}', "name_zh", "must not contain control"),
    ("parks/p.toml", 'name_zh = "园区"\n', "", "name_zh", "this field is missing"),
    ("parks/p.toml", 'name_zh = "园区"', f'named = false\nname_zh = "园区" {HERE}', "name_zh", "named = false"),
    ("parks/p.toml", 'name_zh = "园区"', f'name_zh = "园区"\ncover = "photo" {HERE}', "cover", "contour, wave, frames"),
    ("parks/p.toml", '["旧名"]', f'"旧名" {HERE}', "reported_names", "must be a list of texts in quotes"),
    ("parks/p.toml", '["旧名"]', f"[5] {HERE}", "reported_names", "must be text in quotes"),
    ("parks/p.toml", "adopted = true", f"adopted = 1 {HERE}", "adopted", "must be true or false"),
    ("parks/p.toml", '"8.93"', f"8.93 {HERE}", "number", 'write decimals in quotes, such as "5.3"'),
    ("parks/p.toml", '"8.93"', f'"8,93" {HERE}', "number", 'write decimals in quotes, such as "5.3"'),
    ("parks/p.toml", '"8.93"', f'"NaN" {HERE}', "number", 'write decimals in quotes, such as "5.3"'),
    ("parks/p.toml", '"8.93"', f"true {HERE}", "number", 'write decimals in quotes, such as "5.3"'),
    ("parks/p.toml", '"8.93"', f"-1 {HERE}", "number", 'write decimals in quotes, such as "5.3"'),
    ("parks/p.toml", '"8.93"', f"999999999999999 {HERE}", "number", "is too large to be kept"),
    ("parks/p.toml", "area_m2 = 1000", f"area_m2 = 1e3 {HERE}", "area_m2", 'write decimals in quotes, such as "5.3"'),
    # words, units, bases, metrics
    ("parks/p.toml", '"公顷"', f'"英亩" {HERE}', "unit", "“英亩” is no unit of land_area; allowed: m2, wan_m2, ha, mu"),
    ("parks/p.toml", '"公顷"', f'"km" {HERE}', "unit", "“km” is no unit of land_area; allowed: m2, wan_m2, ha, mu"),
    ("parks/p.toml", 'unit = "公顷"\n', "", "unit", "this field is missing"),
    ("parks/p.toml", '"about"', f'"circa" {HERE}', "qualifier", "allowed: exact, about, more_than, near"),
    ("parks/p.toml", '"built"', f'"done" {HERE}', "code", "“done” is not allowed here; allowed: built, partly_in_use"),
    ("parks/p.toml", 'code = "built"', f'code = "built"\nnumber = 5 {HERE}', "number", "does not go with status"),
    ("parks/p.toml", '"land_area"', f'"land" {HERE}', "metric", "of this record; allowed: land_area"),
    ("parks/p.toml", '"land_area"', f'"tenants" {HERE}', "metric", "“tenants” is no metric of this record"),
    ("district.toml", '"parks_built"', f'"land_area" {HERE}', "metric", "“land_area” is no metric of this record"),
    ("parks/p.toml", '"driving"', f'"flying" {HERE}', "basis", "allowed: driving, walking"),
    ("parks/p.toml", 'unit = "公顷"', f'unit = "公顷"\nbasis = "net" {HERE}', "basis", "this metric has no basis"),
    ("parks/p.toml", "number_high = 30", f"number_high = 20 {HERE}", "number_high", "must be larger than number"),
    ("parks/p.toml", "number_high = 30\n", "", "number_high", 'goes with qualifier = "range", and only with it'),
    ("parks/p.toml", '"asked"', f'"lost" {HERE}', "cause", "allowed: not_collected, asked, not_published"),
    ("parks/p.toml", '"rent"', f'"rents" {HERE}', "field", "“rents” is not allowed here; allowed: rent"),
    ("parks/p.toml", '"business"', f'"fun" {HERE}', "group", "allowed: business, innovation, living, utilities"),
    ("policies.toml", '"service"', f'"gift" {HERE}', "kind", "allowed: measures, reward, rent"),
    ("sources.toml", '"original"', f'"rumour" {HERE}', "kind", "allowed: original, repost, park_report"),
    ("sources.toml", '"https://example.org/1"', f'"file:///etc" {HERE}', "url", "must begin with http:// or https://"),
    # dates
    ("parks/p.toml", '"2020-06-22"', f'"2020-06-31" {HERE}', "as_of", "“2020-06-31” is no date; write \"2022\""),
    ("parks/p.toml", '"2020-06-22"', f'"2020.6" {HERE}', "as_of", "“2020.6” is no date; write \"2022\""),
    ("parks/p.toml", '"2020-06-22"', f"2020-06-22 {HERE}", "as_of", "must be text in quotes"),
    ("parks/p.toml", '"2027"', f'"soon" {HERE}', "date", "“soon” is no date; write \"2022\""),
    # what is referred to, keys
    ("parks/p.toml", 'unit = "公顷"\nas_of = "2020-06-22"\nsource = "S1"',
     f'unit = "ha"\nsource = "S7" {HERE}', "source", "unknown source “S7”; sources.toml has: S1"),
    ("policies.toml", 'park = "p"', f'park = "q" {HERE}', "park", "“q” is not allowed here; allowed: p"),
    ("parks/p.toml", '"p-status"', f'"p-land" {HERE}', "key", "“p-land” is taken already by parks/p.toml, line 9"),
    ("parks/p.toml", '"p-status"', f'"d-built" {HERE}', "key", "“d-built” is taken already by district.toml, line 9"),
    ("parks/p.toml", '"p-status"', f'"a key" {HERE}', "key", "“a key” is no key: letters, digits"),
    ("parks/p.toml", 'key = "p"', f'key = "q" {HERE}', "key", "must be the file's name, “p”"),
    ("parks/p.toml", 'code = "built"', f'code = "built"\npark = "p" {HERE}', "park", "the file says whose"),
    ("parks/p.toml", "adopted = true", f'adopted = true\nharvest = 3 {HERE}', "harvest", "unknown field; allowed: "),
    # tables
    ("parks/p.toml", "[[absence]]", f"[[source]] {HERE}\n[[absence]]", "source", "unknown table; allowed: park"),
    ("parks/p.toml", "[[absence]]", f"[absence] {HERE}", "absence", "must be written as [[absence]]"),
    ("parks/p.toml", "[park]", f"[[park]] {HERE}", "park", "must be written as [park]"),
    ("sources.toml", "[[source]]", f"stray = 1 {HERE}\n[[source]]", "stray", "unknown table; allowed: source"),
    ("district.toml", "[district]", f'[distrikt] {HERE}', "district", "this table is missing"),
    # no TOML at all
    ("parks/p.toml", '"园区"', f'"园区 {HERE}', "name_zh", "this is not TOML"),
    ("parks/p.toml", "position = 1", f"position = 1\nposition = 2 {HERE}", "position", "Cannot overwrite a value"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "field", "what"), WRONG)
def test_what_is_wrong_is_said_with_file_line_and_field(
    folder: Path, file: str, old: str, new: str, field: str, what: str
) -> None:
    text = FILES[file]
    assert text.count(old) >= 1
    changed = text.replace(old, new, 1)
    (folder / file).write_text(changed, encoding="utf-8")
    sentence = told(folder)
    marked = [number for number, line in enumerate(changed.split("\n"), 1) if line.endswith(HERE)]
    if marked and what != "this table is missing":
        assert sentence.startswith(f"{file}, line {marked[0]}, field {field}: "), sentence
    else:  # what is not there is looked for at its table
        assert sentence.startswith(f"{file}, line "), sentence
        assert f", field {field}: " in sentence, sentence
    assert what in sentence, sentence


def test_a_second_adopted_value(folder: Path) -> None:
    more = '\n[[observation]]\nkey = "p-land-2"\nmetric = "land_area"\nnumber = 9\nunit = "ha"\nsource = "S1"\n'
    (folder / "parks/p.toml").write_text(PARK + more + "adopted = true\n", encoding="utf-8")
    line = (PARK + more).count("\n") + 1
    expected = (
        f"parks/p.toml, line {line}, field adopted: land_area has an adopted value already, in parks/p.toml, line 17"
    )
    assert told(folder) == expected


def test_a_missing_file(folder: Path) -> None:
    (folder / "policies.toml").unlink()
    assert told(folder) == f"policies.toml is missing in {folder}"


def test_a_file_that_is_none(folder: Path) -> None:
    (folder / "parks/x.toml").mkdir()
    assert told(folder).startswith("parks/x.toml can't be read: ")


def test_a_file_in_another_encoding(folder: Path) -> None:
    (folder / "parks/p.toml").write_bytes(PARK.encode("gb18030"))
    assert told(folder) == "parks/p.toml, line 4: is not UTF-8; save the file as UTF-8"


def test_a_text_that_ends_too_early(folder: Path) -> None:
    (folder / "policies.toml").write_text(POLICIES + 'note_zh = """open\n\n', encoding="utf-8")
    assert told(folder).startswith("policies.toml, line 15, field note_zh: this is not TOML")


def test_a_text_nested_beyond_reading(folder: Path) -> None:
    (folder / "policies.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    assert told(folder).startswith("policies.toml, line 1")


def test_every_kind_of_record_can_be_read() -> None:
    from parkdir.exchange.facts_record import _wanted

    for table, cls in KINDS.items():
        assert _wanted(table).keys() == cls.__dataclass_fields__.keys()


junk = st.recursive(
    st.one_of(st.text(max_size=5), st.integers(), st.floats(allow_nan=False), st.booleans()),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_content_is_a_bug_of_ours(table: str, data: st.DataObject) -> None:
    """Whatever stands in a table, it is a record or a told error, never a traceback."""
    from parkdir.exchange.facts_record import Place, record
    from parkdir.exchange.toml_lines import Lines

    names = st.sampled_from(sorted(KINDS[table].__dataclass_fields__))
    values = data.draw(st.dictionaries(names, junk))
    try:
        record(values, Place("x.toml", Lines(), table, 0))
    except BadData as error:
        assert str(error).startswith("x.toml, line 1")
