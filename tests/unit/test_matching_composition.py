"""What a payout is made of where the platform does not say."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.matching.composition import compose
from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.findings import MatchState
from tests.fakes.sample_entries import an_entry


def a_fortnight(days: int = 14, each_day: int = 3) -> tuple[list[Entry], list[Entry]]:
    """Some payments a day, sums that do not repeat, and a payout for each day on the next."""
    parts = [
        an_entry(f"pay{day}-{n}", 10_007 + 1_303 * day + 97 * n * n, day)
        for day in range(days)
        for n in range(each_day)
    ]
    payouts = [
        an_entry(f"po{day}", sum(x.minor for x in parts[day * each_day :][:each_day]), day + 1)
        for day in range(days)
    ]
    return payouts, parts


def test_whole_days_that_join_are_matched_by_themselves() -> None:
    found = compose(*a_fortnight())
    assert found["po5"].state is MatchState.MATCHED
    assert found["po5"].part_ids == ("pay5-0", "pay5-1", "pay5-2")
    assert found["po5"].reason == (
        "All that was settled on 2026-03-07 makes up 500.51 USD to the cent."
        " The payouts before and after it join on."
    )


def test_the_first_and_the_last_join_on_one_side_only_and_are_suggested() -> None:
    found = compose(*a_fortnight())
    assert [found[x].state for x in ("po0", "po13")] == [MatchState.SUGGESTED] * 2


def test_a_late_return_makes_its_day_smaller_and_still_fits() -> None:
    payouts, parts = a_fortnight()
    parts.append(an_entry("return", -11_500, 5))
    payouts[5] = an_entry("po5", payouts[5].minor - 11_500, 6)
    found = compose(payouts, parts)["po5"]
    assert found.state is MatchState.MATCHED
    assert "return" in found.part_ids


def test_a_cent_that_is_missing_leaves_a_payout_without_parts() -> None:
    payouts, parts = a_fortnight()
    payouts[5] = an_entry("po5", payouts[5].minor - 1, 6)
    found = compose(payouts, parts)
    assert (found["po5"].state, found["po5"].part_ids) == (MatchState.UNMATCHED, ())
    assert found["po4"].state is MatchState.SUGGESTED


def test_a_sum_never_chooses_among_many() -> None:
    parts = [an_entry(f"pay{n}", 5_000 + n, n % 5) for n in range(40)]
    found = compose([an_entry("po", 5_001 + 5_017, 6), an_entry("other", 77, 20)], parts)["po"]
    assert found.state is MatchState.UNMATCHED
    assert found.reason == "40 payments are open near its day: too many for a sum to tell."


def test_one_set_of_a_few_is_suggested_and_several_are_counted() -> None:
    parts = [
        an_entry(f"pay{n}", minor, day)
        for n, (minor, day) in enumerate([(1_001, 0), (2_002, 1), (3_005, 0), (4_006, 1)])
    ]
    others = [an_entry("x", 99, 90), an_entry("y", 98, 91)]
    one = compose([an_entry("po", 1_001 + 4_006, 2)], [*parts, *others])["po"]
    assert one.state is MatchState.AMBIGUOUS
    assert one.reason == "2 different sets of payments make up 50.07 USD."
    two = compose([an_entry("po", 1_001 + 2_002, 2)], [*parts, *others])["po"]
    assert (two.state, two.part_ids) == (MatchState.SUGGESTED, ("pay0", "pay1"))
    assert two.reason == "Of 4 open payments only this set makes up 30.03 USD."


def test_payouts_of_one_payment_each_are_paired() -> None:
    parts = [an_entry(f"pay{n}", 10_000 + 731 * n, n) for n in range(20)]
    payouts = [an_entry(f"po{n}", 10_000 + 731 * n, n + 1) for n in range(20)]
    found = compose(payouts, parts)
    assert {x.part_ids for x in found.values()} == {(f"pay{n}",) for n in range(20)}
    assert {x.state for x in found.values()} == {MatchState.MATCHED}


def test_currencies_do_not_mix() -> None:
    payouts, parts = a_fortnight()
    parts[15] = an_entry(parts[15].id, parts[15].minor, 5, currency="CAD")
    assert compose(payouts, parts)["po5"].part_ids == ()


entries = st.lists(
    st.tuples(st.sampled_from([100, 200, 300, 400, 700, -100]), st.integers(0, 9)), max_size=12
)


@given(entries, entries, st.randoms(use_true_random=False))
def test_parts_add_up_belong_to_one_payout_and_order_decides_nothing(
    totals: list[tuple[int, int]], settled: list[tuple[int, int]], random: Random
) -> None:
    payouts = [an_entry(f"po{n}", *said) for n, said in enumerate(totals)]
    parts = [an_entry(f"pay{n}", *said) for n, said in enumerate(settled)]
    found = compose(payouts, parts)
    minors = {part.id: part.minor for part in parts}
    given_away = [part for x in found.values() for part in x.part_ids]
    assert len(set(given_away)) == len(given_away)
    for payout in payouts:
        chosen = found[payout.id].part_ids
        assert not chosen or sum(minors[x] for x in chosen) == payout.minor
        assert chosen or found[payout.id].state is not MatchState.MATCHED
    random.shuffle(payouts)
    random.shuffle(parts)
    assert compose(payouts, parts) == found
