"""The rules of the house that ruff, mypy and import-linter cannot say, and that those three are content.

Each rule takes the files it judges and tells what breaks it; each is also shown something that does."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import dev

TOP = Path(__file__).resolve().parent.parent
Files = Mapping[str, str]  # path → text
Rule = Callable[[Files], list[str]]


def tracked() -> dict[str, str]:
    """The texts in the repository; paths from the top."""
    # The place may belong to another user than the one who tests, as in a container.
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=TOP, capture_output=True, check=True
    )
    texts = {}
    for name in listed.stdout.decode().rstrip("\0").split("\0"):
        raw = (TOP / name).read_bytes() if (TOP / name).exists() else b""
        if b"\0" not in raw:
            texts[name] = raw.decode("utf-8")
    return texts


def sources() -> dict[str, str]:
    """The program's modules; paths from src/parkdir."""
    home = TOP / "src" / "parkdir"
    return {path.relative_to(home).as_posix(): path.read_text("utf-8") for path in home.rglob("*.py")}


def lines(files: Files, pattern: str, *, but: str = "") -> list[str]:
    """Where the pattern stands, but for the one file."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in files.items()
        if name != but
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]


def nodes(files: Files) -> Iterator[tuple[str, ast.AST]]:
    for name, text in files.items():
        for node in ast.walk(ast.parse(text)):
            yield name, node


# --- rules of the program's modules -----------------------------------------------------------------------------------


def long_modules(files: Files) -> list[str]:
    return [name for name, text in files.items() if len(text.splitlines()) > 300]


def modules_named_for_nothing(files: Files) -> list[str]:
    return [name for name in files if {"utils", "helpers", "common", "misc"} & set(name.removesuffix(".py").split("/"))]


def styles_outside_the_theme(files: Files) -> list[str]:
    return lines(files, "setStyleSheet", but="ui/theme.py")


def star_imports(files: Files) -> list[str]:
    return [
        n for n, node in nodes(files) if isinstance(node, ast.ImportFrom) and any(a.name == "*" for a in node.names)
    ]


def nested_event_loops(files: Files) -> list[str]:
    """A dialog's exec() runs a loop inside the loop: whatever is deleted meanwhile crashes on return."""
    return [
        f"{name}:{node.lineno}"
        for name, node in nodes(files)
        if isinstance(node, ast.Attribute) and node.attr in ("exec", "exec_") and name != "app.py"
    ]


def labels_that_may_read_html(files: Files) -> list[str]:
    """A bare QLabel guesses that text is HTML; only the module of plain labels knows it."""
    return [
        f"{name}:{node.lineno}"
        for name, node in nodes(files)
        if name != "ui/parts/labels.py"
        and (
            (isinstance(node, ast.ImportFrom) and any(alias.name == "QLabel" for alias in node.names))
            or (isinstance(node, ast.Attribute) and node.attr == "QLabel")
        )
    ]


def migrations_that_know_the_program(files: Files) -> list[str]:
    """A migration must do tomorrow what it does today, whatever becomes of the program."""
    found = []
    for name, node in nodes({n: t for n, t in files.items() if n.startswith("store/migrations/")}):
        if isinstance(node, ast.Import):
            known = any(alias.name.split(".")[0] == "parkdir" for alias in node.names)
        else:
            known = isinstance(node, ast.ImportFrom) and (
                node.level > 0 or (node.module or "").split(".")[0] == "parkdir"
            )
        if known:
            found.append(name)
    return found


# The write door, the derived index, the bulk of demo and the migrations; nothing else changes a row.
WRITERS = ("store/journal.py", "store/search.py", "store/demo.py", "store/migrations/")
WRITTEN_SQL = re.compile(
    r"\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\S+\s+set|delete\s+from)\b", re.IGNORECASE
)


def writing_elsewhere(files: Files) -> list[str]:
    found = []
    for name, text in files.items():
        if name.startswith(WRITERS):
            continue
        tree = ast.parse(text)
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) not in prose and writes(node):
                found.append(f"{name}:{getattr(node, 'lineno', '?')}")
    return found


def writes(node: ast.AST) -> bool:
    verbs = {"insert", "update", "delete"}
    match node:
        case ast.ImportFrom(module=str(module), names=names) if module.startswith("sqlalchemy"):
            return any(alias.name in verbs for alias in names)
        case ast.Call(func=ast.Attribute(attr=attr, value=ast.Name(id="sa" | "sqlalchemy"))):
            return attr in verbs
        case ast.Call(func=ast.Attribute(attr=attr), args=[], keywords=[]):  # table.insert(); a list's takes arguments
            return attr in verbs
        case ast.Constant(value=str(words)):
            return bool(WRITTEN_SQL.search(words))
        case ast.JoinedStr(values=parts):
            return bool(
                WRITTEN_SQL.search("".join(str(p.value) if isinstance(p, ast.Constant) else "x" for p in parts))
            )
    return False


# --- rules of everything in the repository ----------------------------------------------------------------------------


def places_of_one_machine(files: Files) -> list[str]:
    return lines(files, r"(?<![\w.~>}*)-])/(work|farm|root|opt|Users|home/\w+)/|[A-Z]:\\+Users\\|\.\./[s]hared")


def addresses_of_an_index(files: Files) -> list[str]:
    return lines(files, r"--(extra-)?[i]ndex-url|[/]simple/|[p]ypi\.org/simple|files\.[p]ythonhosted")


def door_that_is_heavy(files: Files) -> list[str]:
    """dev.py runs before anything is installed."""
    text = files["dev.py"]
    imported = {
        alias.name for _, node in nodes({"dev.py": text}) if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {node.module or "" for _, node in nodes({"dev.py": text}) if isinstance(node, ast.ImportFrom)}
    strangers = sorted(name for name in imported if name.split(".")[0] not in sys.stdlib_module_names)
    return strangers + (["dev.py is long"] if len(text.splitlines()) > 250 else [])


def notices_that_do_not_fit(files: Files) -> list[str]:
    """Each file that the notices name is there, and each font is named."""
    named = set(re.findall(r"`(resources/[^`]+)`|\((resources/[^)]+|LICENSE)\)", files["NOTICE.md"]))
    patterns = [a or b for a, b in named]
    covered = {path for pattern in patterns for path in TOP.glob(pattern)}
    fonts = {path for path in (TOP / "resources" / "fonts").iterdir() if path.suffix in (".otf", ".ttf")}
    absent = [pattern for pattern in patterns if not any(TOP.glob(pattern))]
    return absent + [str(font.relative_to(TOP)) for font in sorted(fonts - covered)] + ([] if fonts else ["no font"])


def links_that_lead_nowhere(files: Files) -> list[str]:
    """Relative links and pictures in the papers."""
    return [
        f"{name}: {target}"
        for name, text in files.items()
        if name.endswith(".md")
        for target in re.findall(r"\]\(([^)#\s]+)", text)
        if "://" not in target and not (TOP / name).parent.joinpath(target).exists()
    ]


SOURCE_RULES: list[tuple[Rule, Files]] = [
    (long_modules, {"a.py": "x = 1\n" * 301}),
    (modules_named_for_nothing, {"ui/parts/utils.py": ""}),
    (modules_named_for_nothing, {"common/park.py": ""}),
    (styles_outside_the_theme, {"ui/shell.py": "w.setStyleSheet('')"}),
    (star_imports, {"a.py": "from b import *"}),
    (nested_event_loops, {"ui/shell.py": "QDialog().exec()"}),
    (labels_that_may_read_html, {"ui/a.py": "from PySide6.QtWidgets import QFrame, QLabel"}),
    (labels_that_may_read_html, {"ui/a.py": "QtWidgets.QLabel('x')"}),
    (migrations_that_know_the_program, {"store/migrations/a.py": "from parkdir.store import tables"}),
    (migrations_that_know_the_program, {"store/migrations/a.py": "def up():\n    from .. import tables"}),
    (writing_elsewhere, {"store/a.py": "from sqlalchemy import select, update"}),
    (writing_elsewhere, {"store/a.py": "import sqlalchemy as sa\nx = sa.delete(t)"}),
    (writing_elsewhere, {"store/a.py": "conn.execute(parks.insert(), rows)"}),
    (writing_elsewhere, {"store/a.py": "conn.execute('INSERT OR REPLACE INTO park VALUES (1)')"}),
    (writing_elsewhere, {"store/a.py": "conn.execute(f'update {table} set a = 1')"}),
]
REPOSITORY_RULES: list[tuple[Rule, Files]] = [
    (places_of_one_machine, {"a.md": "see " + "/ro" + "ot/x"}),
    (places_of_one_machine, {"a.md": "open('" + "../sha" + "red/x')"}),
    (addresses_of_an_index, {"a.txt": "--index" + "-url x"}),
    (door_that_is_heavy, {"dev.py": "import pytest"}),
    (door_that_is_heavy, {"dev.py": "\n" * 251}),
    (notices_that_do_not_fit, {"NOTICE.md": "`resources/fonts/*.otf` and `resources/fonts/None.otf`"}),
    (notices_that_do_not_fit, {"NOTICE.md": "no word of fonts"}),
    (links_that_lead_nowhere, {"README.md": "[open](docs/nowhere.md)"}),
]


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _ in SOURCE_RULES), ids=lambda rule: rule.__name__)
def test_the_program_has_no(rule: Rule) -> None:
    assert rule(sources()) == []


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _ in REPOSITORY_RULES), ids=lambda rule: rule.__name__)
def test_the_repository_has_no(rule: Rule) -> None:
    assert rule(tracked()) == []


@pytest.mark.parametrize(("rule", "bad"), SOURCE_RULES + REPOSITORY_RULES)
def test_the_rule_sees_a_breach(rule: Rule, bad: Files) -> None:
    assert rule(bad)


# --- translations -----------------------------------------------------------------------------------------------------


def untranslated(catalogue: Catalog) -> list[str]:
    def done(words: object) -> bool:
        return all(words) if isinstance(words, list | tuple) else bool(words)

    return [str(message.id) for message in catalogue if message.id and (message.fuzzy or not done(message.string))]


def test_every_word_is_translated_and_the_files_are_what_extraction_makes(tmp_path: Path) -> None:
    again = shutil.copytree(dev.LOCALE, tmp_path / "locale")
    for command in dev.translation_commands(again):
        subprocess.run(command, cwd=TOP, check=True)
    made = {file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()}
    stale = [str(name) for name, content in made.items() if content != (dev.LOCALE / name).read_bytes()]
    assert stale == [], "run dev.py i18n"
    zh = dev.LOCALE / "zh" / "LC_MESSAGES"
    with (zh / "parkdir.po").open("rb") as po, (zh / "parkdir.mo").open("rb") as mo:
        catalogue, compiled = read_po(po, locale="zh"), read_mo(mo)
    assert untranslated(catalogue) == []
    assert len(compiled) == len(catalogue) > 0


def test_a_gap_in_the_translation_is_seen() -> None:
    po = 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "乙"\n\nmsgid "c"\nmsgstr "丙"\n'
    assert untranslated(read_po(BytesIO(po.encode()), locale="zh", charset="utf-8")) == ["a", "b"]


# --- the tools --------------------------------------------------------------------------------------------------------


def tool(*command: str, cwd: Path = TOP, path: str = "") -> subprocess.CompletedProcess[str]:
    place = Path(sys.executable).parent / command[0]
    env = {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1"}
    return subprocess.run([place, *command[1:]], cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["ruff format --check", "ruff check", "mypy", "lint-imports"])
def test_the_tool_is_content(command: str) -> None:
    done = tool(*command.split())
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_contract_sees_a_breach(tmp_path: Path) -> None:
    home = shutil.copytree(
        TOP / "src" / "parkdir", tmp_path / "src" / "parkdir", ignore=shutil.ignore_patterns("*.pyc")
    )
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    breaches = {
        "domain/bad.py": "def late():\n    import PySide6.QtCore, qtawesome, parkdir.store",
        "services/bad.py": "import sqlite3",
        "ui/bad.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import parkdir.services",
        "ui/kiosk/__init__.py": "import parkdir.ui.browse",
    }
    for name, text in breaches.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text, "utf-8")
    told = tool("lint-imports", cwd=tmp_path, path=str(tmp_path / "src")).stdout
    contracts = re.findall(r'^name = "(.+)"$', (TOP / "pyproject.toml").read_text("utf-8"), re.MULTILINE)[1:]
    assert len(contracts) == 6
    assert [name for name in contracts if f"{name} BROKEN" not in " ".join(told.split())] == []
