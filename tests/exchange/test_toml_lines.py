"""The scanner's lines are those a reader of the file would count."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from parkdir.exchange.toml_lines import Lines, field_near

TRICKY = """\
# a comment with [[observation]] and key = "x"
title = "top"

[park]
key = "a"  # key = "b"
note = \"\"\"
[[observation]]
key = "not a key"
ends with a quote\"\"\"\"
names = [
  "one", # ] not the end
  "two]",
]
after = 1

[[observation]]
'quoted key' = 'literal \\'
raw = '''
[park]
key = 2'''
inline = { key = 1, other = [1, 2] }
dotted.part = 3
last = "\\"" # "

  [[observation]]
  key = 5

[observation.extra]
key = 6
"""


def test_strings_arrays_and_comments_do_not_fool_it() -> None:
    tomllib.loads(TRICKY)
    lines = Lines.scan(TRICKY)
    expected: dict[tuple[str, int, str | None], int] = {
        ("park", 0, None): 4,
        ("park", 0, "key"): 5,
        ("park", 0, "note"): 6,
        ("park", 0, "names"): 10,
        ("park", 0, "after"): 14,
        ("observation", 0, None): 16,
        ("observation", 0, "quoted key"): 17,
        ("observation", 0, "raw"): 18,
        ("observation", 0, "inline"): 21,
        ("observation", 0, "dotted"): 22,
        ("observation", 0, "last"): 23,
        ("observation", 1, None): 25,
        ("observation", 1, "key"): 26,
        ("observation", 1, "extra"): 28,
        ("title", 0, None): 2,
    }
    assert {place: lines.of(*place) for place in expected} == expected


def test_an_unwritten_field_is_looked_for_at_its_table() -> None:
    lines = Lines.scan('\n[park]\nkey = "a"\n')
    assert lines.of("park", 0, "position") == 2
    assert lines.of("nothing") == 1


def test_a_list_written_inline_has_the_line_of_its_name() -> None:
    assert Lines.scan('\nsource = [\n {key = "a"}, {key = "b"}]\n').of("source", 1, "key") == 2


def test_the_last_line_needs_no_end() -> None:
    assert Lines.scan("[park]\nposition = 1").of("park", 0, "position") == 2


def test_windows_line_ends_count_once() -> None:
    assert Lines.scan('[park]\r\nnote = """a\r\nb"""\r\nkey = "a"\r\n').of("park", 0, "key") == 4


texts = st.text(st.sampled_from("ab[]{}=#'\"\\,.\n 亩"), max_size=20)


def _basic(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _multiline(text: str) -> str:
    return '"""\n' + text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').removesuffix('"') + '"""'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "").replace("\n", "") + "'"


def _literal_multiline(text: str) -> str:
    return "'''" + text.replace("'", "") + "'''"


values = st.one_of(
    texts.map(_basic),
    texts.map(_multiline),
    texts.map(_literal),
    texts.map(_literal_multiline),
    st.lists(texts.map(_basic)).map(lambda items: "[\n" + "".join(f"  {item}, # ]\n" for item in items) + "]"),
    st.just('{ a = 1, b = "}" }'),
    st.integers().map(str),
)


@given(st.lists(st.tuples(st.sampled_from(["park", "source"]), st.lists(values, max_size=4)), max_size=5))
def test_every_field_is_found_on_the_line_it_was_written_on(tables: list[tuple[str, list[str]]]) -> None:
    written, seen = "", {"park": 0, "source": 0}
    expected: dict[tuple[str, int, str | None], int] = {}
    for table, contents in tables:
        index = seen[table]
        seen[table] += 1
        expected[table, index, None] = written.count("\n") + 1
        written += f"[[{table}]]\n"
        for place, content in enumerate(contents):
            expected[table, index, f"f{place}"] = written.count("\n") + 1
            written += f"f{place} = {content} # end\n"
    tomllib.loads(written)
    lines = Lines.scan(written)
    assert {place: lines.of(*place) for place in expected} == expected


def test_a_broken_text_names_the_field_begun_last() -> None:
    text = '[park]\nkey = "a"\nnote = "open\n'
    assert field_near(text, 3) == "note"
    assert field_near("a = [\n 1,\n 2\n", 3) == "a"
    assert field_near("a = 1\n[park\n", 2) is None
    assert field_near("", 1) is None
