"""Records that name each other by id."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.matching.by_id import link_by_id

ids = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def test_ids_that_stand_once_on_both_sides_are_linked_in_the_order_of_the_left() -> None:
    links = link_by_id(["c", "a", "b"], ["a", "c", "d"])
    assert (links.both, links.twice) == (["c", "a"], [])
    assert (links.left_only, links.right_only) == (["b"], ["d"])


def test_an_id_that_stands_twice_is_a_question_never_the_first_of_two() -> None:
    links = link_by_id(["a", "b", "a"], ["a", "b", "b", "c", "c"])
    assert (links.both, links.twice) == ([], ["a", "b", "c"])


@given(ids, ids)
def test_every_id_gets_exactly_one_answer(left: list[str], right: list[str]) -> None:
    links = link_by_id(left, right)
    answers = [*links.both, *links.twice, *links.left_only, *links.right_only]
    assert sorted(answers) == sorted({*left, *right})
    lefts, rights = Counter(left), Counter(right)
    assert all(lefts[x] == rights[x] == 1 for x in links.both)
    assert all(lefts[x] > 1 or rights[x] > 1 for x in links.twice)
    assert all(lefts[x] == 1 and not rights[x] for x in links.left_only)
