"""Which observation is shown: one rule for pages, comparison, matching, filters and exports."""

from collections.abc import Iterable

from parkdir.domain import dates
from parkdir.domain.park import Observation, Source

_STANDING = {"original": 2, "park_report": 1, "repost": 0}


def choose(observations: Iterable[Observation], sources: dict[str, Source]) -> Observation:
    """The adopted one, else the latest dated, else original before park report before repost.

    ValueError where there are none.
    """

    def rank(found: Observation) -> tuple[bool, str, int, int]:
        dated = dates.last_day(found.as_of).isoformat() if found.as_of else ""
        return found.adopted, dated, _STANDING[sources[found.source].kind], -found.position

    return max(sorted(observations, key=lambda found: found.key), key=rank)  # of equals, the first by key


def grouped(observations: Iterable[Observation]) -> dict[tuple[str, str | None], list[Observation]]:
    """By metric and basis: two bases are never one figure."""
    groups: dict[tuple[str, str | None], list[Observation]] = {}
    for found in observations:
        groups.setdefault((found.metric, found.basis), []).append(found)
    return groups
