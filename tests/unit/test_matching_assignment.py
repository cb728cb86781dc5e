"""Who belongs to whom, all at once, and how sure each pair is."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.matching.assignment import assign

Rows = list[dict[int, float]]


def weights_of_all(rows: Rows, others: int) -> dict[tuple[int, ...], float]:
    """Every assignment of lines to movements or to none (-1), with its weight."""
    choices = list(range(others)) + [-1] * len(rows)
    return {
        chosen: sum(row[x] for row, x in zip(rows, chosen, strict=True) if x >= 0)
        for chosen in set(permutations(choices, len(rows)))
        if all(x < 0 or x in row for row, x in zip(rows, chosen, strict=True))
    }


small = st.lists(
    st.dictionaries(st.integers(0, 3), st.integers(-30, 120).map(lambda n: n / 10)),
    min_size=1,
    max_size=4,
)


@given(small)
def test_no_assignment_is_heavier(rows: Rows) -> None:
    places = assign(rows, 4).places
    taken = [place.other for place in places if place is not None]
    assert len(set(taken)) == len(taken)
    total = sum(row[x.other] for row, x in zip(rows, places, strict=True) if x is not None)
    assert total == pytest.approx(max(weights_of_all(rows, 4).values()))


@given(small)
def test_a_margin_never_claims_more_than_the_whole_assignment_gives(rows: Rows) -> None:
    every = weights_of_all(rows, 4)
    best = max(every.values())
    for line, place in enumerate(assign(rows, 4).places):
        if place is None:
            continue
        without = max(w for chosen, w in every.items() if chosen[line] != place.other)
        assert place.margin <= best - without + 1e-6
        assert place.against >= 0.999 * 2.718281828 ** -(best - without)


def test_a_pair_is_no_surer_than_the_crossing_that_its_neighbour_would_allow() -> None:
    """Either pair beats its own runner-up by far; but both crossed weigh nearly as much."""
    rows = [{0: 20.0, 1: 12.0}, {0: 19.0, 1: 11.5}]
    first, second = assign(rows, 2).places
    assert first is not None
    assert second is not None
    assert (first.other, second.other) == (0, 1)
    assert first.margin == pytest.approx(0.5)
    assert first.probability < 0.7


def test_a_long_row_of_lines_that_each_could_move_on_is_seen_through() -> None:
    rows = [{n: 10.0, n + 1: 9.9} for n in range(30)]
    places = assign(rows, 31).places
    assert all(place is not None for place in places)
    first = places[0]
    assert first is not None
    assert first.margin == pytest.approx(0.1 * 30)


def test_weights_below_none_are_not_taken() -> None:
    assigned = assign([{0: -0.5}, {}], 1)
    assert assigned.places == [None, None]
    assert 0.3 < assigned.shows[0] < 0.5
    assert assigned.shows[1] == 0
