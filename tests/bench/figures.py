"""What was measured, as lines of a table and as JSON."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple


class Goal(NamedTuple):
    """`of`: which of a line's numbers must not exceed it: median, p95 or ratio."""

    of: str
    most: float


class Line(NamedTuple):
    """One thing measured: values in the unit, the floor's in the same run, pair by pair where there is one."""

    what: str
    unit: str
    values: tuple[float, ...]
    floor: tuple[float, ...] = ()
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """The median of the ratios by pair; where pairs make no sense, of the medians."""
        if not self.floor:
            return None
        if len(self.floor) == len(self.values):
            return median(a / b for a, b in zip(self.values, self.floor, strict=True))
        return median(self.values) / median(self.floor)

    @property
    def p95(self) -> float:
        """Nearest rank: of fewer than twenty values the largest."""
        return sorted(self.values)[ceil(0.95 * len(self.values)) - 1]

    @property
    def reached(self) -> bool | None:
        if self.goal is None:
            return None
        told = {"median": median(self.values), "p95": self.p95, "ratio": self.ratio}[self.goal.of]
        return told is not None and told <= self.goal.most

    def as_json(self) -> dict[str, Any]:
        return {
            **self._asdict(),
            "goal": self.goal._asdict() if self.goal else None,
            "ratio": self.ratio,
            "median": median(self.values),
            "p95": self.p95,
            "reached": self.reached,
        }


HEAD = ("what", "n", "min", "median", "p95", "max", "unit", "floor", "ratio", "goal", "reached")


def table(lines: Iterable[Line]) -> str:
    """A Markdown table."""
    rows = [HEAD, tuple("---" for _ in HEAD), *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rows[1] = tuple("-" * width for width in widths)
    padded = (" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(f"| {row} |" for row in padded)


def _cells(line: Line) -> tuple[str, ...]:
    ratio, goal, reached = line.ratio, line.goal, line.reached
    return (
        line.what,
        str(len(line.values)),
        *(_number(value) for value in (min(line.values), median(line.values), line.p95, max(line.values))),
        line.unit,
        _number(median(line.floor)) if line.floor else "",
        f"{ratio:.2f}" if ratio is not None else "",
        f"{goal.of} ≤ {goal.most:g}" if goal else "",
        "" if reached is None else "yes" if reached else "no",
    )


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def machine() -> str:
    """What the figures were measured on."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or platform.machine(),
    )
    load = "" if not hasattr(os, "getloadavg") else f"; load before {os.getloadavg()[0]:.2f}"
    return (
        f"{cpu}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; Python {platform.python_version()}, "
        f"PySide6 {version('PySide6')}, SQLAlchemy {version('SQLAlchemy')}, SQLite {sqlite3.sqlite_version}{load}"
    )


def write(path: Path, about: str, lines: Sequence[Line]) -> None:
    content = {"machine": about, "lines": [line.as_json() for line in lines]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []
