"""Which observation is shown, whatever the order in which they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdir.domain.choice import choose, grouped
from parkdir.domain.park import Observation
from tests.filled import COPY, NEWSPAPER, PARK, SOURCES, observed


def land(**given: object) -> Observation:
    return observed("land_area", "9", "ha", **given)


# in each pair the first is shown
PAIRS = {
    "adopted before later": (land(adopted=True, as_of="2019", source=COPY), land(as_of="2026-11", source=NEWSPAPER)),
    "adopted before dated": (land(adopted=True), land(as_of="2026-11")),
    "later before earlier": (land(as_of="2022-06", source=COPY), land(as_of="2020-06-22", source=NEWSPAPER)),
    "dated before undated": (land(as_of="1999", source=COPY), land(source=NEWSPAPER)),
    "a month ends after its days": (land(as_of="2022-06"), land(as_of="2022-06-09")),
    "a year ends after its months": (land(as_of="2022"), land(as_of="2022-11")),
    "later of two adopted": (land(adopted=True, as_of="2022"), land(adopted=True, as_of="2021")),
    "original before park report": (land(as_of="2022", source=NEWSPAPER), land(as_of="2022", source=PARK)),
    "park report before repost": (land(as_of="2022", source=PARK), land(as_of="2022", source=COPY)),
    "original before repost": (land(as_of="2022", source=NEWSPAPER), land(as_of="2022", source=COPY)),
    "standing where none is dated": (land(source=PARK, position=9), land(source=COPY, position=1)),
    "the first of equals": (land(as_of="2022", position=1), land(as_of="2022", position=2)),
    "one of equals in one place": (land(key="a", position=1), land(key="b", position=1)),
}


@pytest.mark.parametrize("name", PAIRS)
def test_the_order_of_preference(name: str) -> None:
    shown, other = PAIRS[name]
    assert choose([shown, other], SOURCES) is shown
    assert choose([other, shown], SOURCES) is shown


def test_of_none_none_is_chosen() -> None:
    with pytest.raises(ValueError, match="empty"):
        choose([], SOURCES)


OBSERVATIONS = st.lists(
    st.builds(
        land,
        key=st.uuids().map(str),
        adopted=st.booleans(),
        as_of=st.sampled_from([None, "2021", "2022", "2022-06", "2022-06-09"]),
        source=st.sampled_from([NEWSPAPER, COPY, PARK]),
        position=st.integers(0, 2),
    ),
    min_size=1,
    max_size=6,
)


@given(OBSERVATIONS, st.randoms())
def test_the_order_in_which_they_come_does_not_matter(found: list[Observation], random: object) -> None:
    mixed = list(found)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert choose(mixed, SOURCES) is choose(found, SOURCES)


@given(OBSERVATIONS)
def test_what_is_adopted_is_shown(found: list[Observation]) -> None:
    assert choose(found, SOURCES).adopted == any(o.adopted for o in found)


@given(OBSERVATIONS)
def test_without_the_others_the_choice_stays(found: list[Observation]) -> None:
    """One rule everywhere: leaving out what is not shown changes nothing."""
    shown = choose(found, SOURCES)
    rest = [o for o in found if o is not shown]
    for left_out in rest:
        assert choose([o for o in found if o is not left_out], SOURCES) is shown


def test_two_bases_are_two_figures() -> None:
    actual, again = observed("firms_resident", "80", basis="actual"), observed("firms_resident", "86", basis="actual")
    registered, bare = observed("firms_resident", "120", basis="registered"), observed("firms_resident", "80")
    other = observed("capacity_firms", "100")
    assert grouped([actual, registered, other, again, bare]) == {
        ("firms_resident", "actual"): [actual, again],
        ("firms_resident", "registered"): [registered],
        ("capacity_firms", None): [other],
        ("firms_resident", None): [bare],
    }
