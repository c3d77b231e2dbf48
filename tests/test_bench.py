"""The bench works: each part, once, on little data. What it measures is never asserted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.figures import Goal, Line, table

TOP = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_what_happens_in_the_process_is_measured(tmp_path: Path) -> None:
    told = measured(tmp_path, "pages", "--parks", "80")
    assert "park to park, again (offscreen)" in told
    assert "page of parks, scrolled by 60 px, 80 parks (offscreen)" in told


@pytest.mark.slow
@pytest.mark.needs("Xvfb")
def test_starts_are_seen_from_outside(tmp_path: Path) -> None:
    told = measured(tmp_path, "start", "--keep", str(tmp_path))
    assert "second start: spawn to the frame that holds the names" in told
    assert {path.stem for path in tmp_path.glob("*.png")} == {"floor", "first", "last", "park"}


def measured(folder: Path, *asked: str) -> dict[str, list[float]]:
    file = folder / "bench.json"
    command = [sys.executable, str(TOP / "tests" / "bench"), *asked, "-n", "1", "--later", "0.5", "--json", str(file)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = json.loads(file.read_text("utf-8"))["lines"]
    assert all(value > 0 for line in lines for value in line["values"] if line["unit"])
    return {line["what"]: line["values"] for line in lines}


def test_a_ratio_is_taken_pair_by_pair() -> None:
    line = Line("start", "ms", (200.0, 330.0, 900.0), (100.0, 300.0, 300.0), Goal("ratio", 1.5))
    assert line.ratio == 2.0
    assert line.reached is False
    assert line._replace(floor=(200.0, 300.0, 900.0)).reached is True


def test_the_last_twentieth_decides_p95() -> None:
    values = tuple(float(n) for n in range(1, 101))
    assert Line("", "ms", values, goal=Goal("p95", 96)).reached is True
    assert Line("", "ms", values, goal=Goal("p95", 90)).reached is False
    assert "| p95 ≤ 90 |" in " ".join(table([Line("", "ms", values, goal=Goal("p95", 90))]).split())
