"""Which bank line shows which payout, and how sure that is."""

from __future__ import annotations

import pytest

from fbrecon.domain.matching.entries import Entry, NamedPart
from fbrecon.domain.matching.findings import Finding, Matching, MatchState, Memory
from fbrecon.domain.matching.pairing import match_entries, observe
from tests.fakes.sample_entries import an_entry, many_payouts


def find(
    line: Entry | list[Entry], payout: Entry | list[Entry], memory: Memory | None = None
) -> Finding:
    """The finding for the first of these lines, among an ordinary business's other ones."""
    lines = line if isinstance(line, list) else [line]
    payouts = payout if isinstance(payout, list) else [payout]
    more_lines, more_payouts = many_payouts()
    matching = match_entries([*lines, *more_lines], [*payouts, *more_payouts], memory)
    return matching.findings[lines[0].id]


def test_same_sum_near_day_and_quoted_reference_match_by_themselves() -> None:
    found = find(
        an_entry("line", 55_512, 6, "ALTERNATIVE PAYMENTS PO9Q"),
        an_entry("payout", 55_512, 4, "Alternative Payments", references=("PO9Q",)),
    )
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("payout",))
    assert found.reason == (
        "Same sum, 2 days after it was expected, the text quotes its reference. No other fits."
    )
    assert found.difference_minor == 0


def test_a_difference_that_nothing_names_is_suggested_and_never_more() -> None:
    found = find(
        an_entry("line", 54_012, 5, "ALTERNATIVE PAYMENTS PO9Q"),
        an_entry("payout", 55_512, 4, "Alternative Payments", references=("PO9Q",)),
    )
    assert (found.state, found.expected_ids) == (MatchState.SUGGESTED, ("payout",))
    assert found.difference_minor == -1_500
    assert found.reason.startswith("15.00 USD less, which nothing explains, 1 day after")


def test_a_difference_that_is_a_named_line_to_the_cent_matches_by_itself() -> None:
    named = (NamedPart("fees", 1_640), NamedPart("reserve", 300))
    payout = an_entry("payout", 55_512, 4, "", references=("PO9Q",), named=named)
    fees = find(an_entry("line", 57_152, 5, "ALTERNATIVE PAYMENTS PO9Q"), payout)
    both = find(an_entry("line", 57_452, 5, "ALTERNATIVE PAYMENTS PO9Q"), payout)
    a_cent_off = find(an_entry("line", 57_153, 5, "ALTERNATIVE PAYMENTS PO9Q"), payout)
    assert [x.state for x in (fees, both)] == [MatchState.MATCHED] * 2
    assert fees.reason.startswith("16.40 USD more, which is exactly its fees, 1 day after")
    assert both.reason.startswith("19.40 USD more, which is exactly its fees and reserve")
    assert a_cent_off.state is not MatchState.MATCHED


def test_twins_that_nothing_tells_apart_are_left_open() -> None:
    lines = [an_entry(f"line{n}", 4_900, 5, "ALTERNATIVE PAYMENTS") for n in (1, 2)]
    payouts = [an_entry(f"payout{n}", 4_900, 4, "Alternative Payments") for n in (1, 2)]
    found = find(lines, payouts)
    assert found.state is MatchState.AMBIGUOUS
    assert found.others == 1
    assert found.reason == (
        "2 equal lines and 2 equal sums that nothing tells apart: which belongs to which is open,"
        " the total is the same."
    )


def test_equal_sums_in_number_are_never_called_unfitting() -> None:
    payouts = [an_entry(f"po{n}", 4_900, n // 50) for n in range(200)]
    lines = [an_entry(f"bl{n}", 4_900, n // 50 + 1, "ALTPAY") for n in range(200)]
    states = {x.state for x in match_entries(lines, payouts).findings.values()}
    assert states == {MatchState.AMBIGUOUS}


def test_twins_with_references_are_no_twins() -> None:
    lines = [an_entry(f"line{n}", 4_900, 5, f"ALTERNATIVE PAYMENTS PO9Q{n}") for n in (1, 2)]
    payouts = [an_entry(f"payout{n}", 4_900, 4, references=(f"PO9Q{n}",)) for n in (1, 2)]
    found = find(lines, payouts)
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("payout1",))


def test_a_reference_counts_as_a_whole_word_only() -> None:
    text = "ALTERNATIVE PAYMENTS 83124597"
    payouts = [
        an_entry("inside", 55_512, 4, references=("31245",)),
        an_entry("whole", 55_512, 4, references=("83124597",)),
    ]
    found = find(an_entry("line", 55_512, 5, text), payouts)
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("whole",))


def test_a_reference_of_several_words_is_found_in_that_order() -> None:
    payouts = [
        an_entry("right", 55_512, 4, references=("PO-77-12",)),
        an_entry("wrong", 55_512, 4, references=("PO-12-77",)),
    ]
    found = find(an_entry("line", 55_512, 5, "TRANSFER PO 77/12 CCD"), payouts)
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("right",))


def test_a_reference_cut_by_the_fields_end_still_tells_apart() -> None:
    length = 22
    lines = [
        an_entry(f"bl{n}", 4_900 + n // 2, n // 2, f"TRANSFER CCD {n * 7_919_317:09d}"[:length])
        for n in range(60)
    ]
    payouts = [
        an_entry(f"po{n}", 4_900 + n // 2, n // 2, references=(f"{n * 7_919_317:09d}-XK",))
        for n in range(60)
    ]
    matching = match_entries(lines, payouts)
    assert {x.expected_ids for x in matching.findings.values()} == {(x.id,) for x in payouts}
    assert {x.state for x in matching.findings.values()} == {MatchState.MATCHED}


def test_equal_sums_without_a_text_are_told_apart_by_days_or_left_open() -> None:
    payouts = [an_entry("early", 25_000, 2), an_entry("late", 25_000, 3)]
    found = find(an_entry("line", 25_000, 4, "ALTERNATIVE PAYMENTS"), payouts)
    assert found.state is MatchState.AMBIGUOUS
    assert found.expected_ids + found.alternatives == ("late", "early")


def test_a_sum_alone_is_not_enough_on_a_line_of_another_kind() -> None:
    """A cheque with a payout's very sum is for a person to look at."""
    cheques = [an_entry(f"cheque{n}", 7_777 + 1_313 * n, n, f"CHECK {n}") for n in range(12)]
    found = find([an_entry("line", 55_512, 5, "CHECK 99"), *cheques], an_entry("po", 55_512, 4))
    assert found.state is not MatchState.MATCHED
    assert found.expected_ids + found.alternatives == ("po",)


def test_another_currency_is_another_money() -> None:
    found = find(
        an_entry("line", 55_512, 4, "PO9Q", currency="CAD"),
        an_entry("payout", 55_512, 4, references=("PO9Q",)),
    )
    assert (found.state, found.expected_ids) == (MatchState.UNMATCHED, ())
    assert found.reason == "Nothing that was expected fits."


def test_money_out_is_not_money_in() -> None:
    found = find(an_entry("line", -55_512, 4, "PO"), an_entry("payout", 55_512, 4))
    assert found.state is MatchState.UNMATCHED


def test_a_negative_payout_is_a_debit() -> None:
    found = find(
        an_entry("line", -8_812, 5, "ALTERNATIVE PAYMENTS PO9Q"),
        an_entry("payout", -8_812, 4, references=("PO9Q",)),
    )
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("payout",))


def test_two_payouts_that_one_line_quotes_match_together() -> None:
    payouts = [
        an_entry("first", 30_001, 3, references=("PO9Q",)),
        an_entry("second", 25_511, 4, references=("PO8R",)),
    ]
    found = find(an_entry("line", 55_512, 5, "ALTERNATIVE PAYMENTS PO9Q PO8R"), payouts)
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("first", "second"))
    assert found.reason == (
        "2 payouts that go together by reference make up 555.12 USD to the cent, 1 day after it was"
        " expected. No other set does."
    )


def test_payouts_of_two_currencies_are_no_sum() -> None:
    payouts = [
        an_entry("first", 30_001, 3, references=("PO9Q",)),
        an_entry("second", 25_511, 4, references=("PO8R",), currency="CAD"),
    ]
    found = find(an_entry("line", 55_512, 5, "ALTERNATIVE PAYMENTS PO9Q PO8R"), payouts)
    assert found.state is not MatchState.MATCHED
    assert found.expected_ids != ("first", "second")


def test_all_payouts_of_a_day_in_one_line_match_together() -> None:
    payouts = [an_entry(f"payout{n}", 18_504 + n, 4, "Alternative Payments") for n in range(3)]
    found = find(an_entry("line", 55_515, 5, "ALTERNATIVE PAYMENTS"), payouts)
    assert (found.state, len(found.expected_ids)) == (MatchState.MATCHED, 3)


def test_one_payout_in_two_lines_matches_both() -> None:
    lines = [
        an_entry("part1", 40_000, 5, "ALTERNATIVE PAYMENTS PO9Q"),
        an_entry("part2", 15_512, 5, "ALTERNATIVE PAYMENTS PO9Q"),
    ]
    found = find(lines, an_entry("payout", 55_512, 4, references=("PO9Q",)))
    assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("payout",))
    assert found.line_ids == ("part2", "part1")


def test_a_sum_that_several_sets_make_up_is_open_and_says_how_many() -> None:
    minors = (10_001, 20_013, 30_000, 40_012)
    payouts = [
        an_entry(f"payout{n}", minor, n) for n, minor in zip((0, 1, 3, 2), minors, strict=True)
    ]
    lines = [an_entry("line", 50_013, 5, "ALTERNATIVE PAYMENTS")]
    found = match_entries(lines, payouts).findings["line"]
    assert found.state is MatchState.AMBIGUOUS
    assert found.expected_ids == ()
    assert found.reason == "2 different sets of payouts make up 500.13 USD."


def test_sets_that_compete_are_open_and_say_so() -> None:
    minors = (10_001, 40_012, 20_013, 30_000)
    payouts = [an_entry(f"payout{n}", minor, n) for n, minor in enumerate(minors)]
    lines = [an_entry("line", 50_013, 5, "ALTERNATIVE PAYMENTS")]
    found = match_entries(lines, payouts).findings["line"]
    assert found.state is MatchState.AMBIGUOUS
    assert found.reason.startswith("All 2 open payouts of days on end make up 500.13 USD")
    assert found.reason.endswith("It competes with 1 other set.")


def test_what_a_person_confirmed_is_out_of_the_game() -> None:
    payout = an_entry("payout", 55_512, 4, references=("PO9Q",))
    lines = [
        an_entry("line", 55_512, 5, "ALTERNATIVE PAYMENTS PO9Q"),
        an_entry("other", 99, 5, "SOMETHING"),
    ]
    memory = Memory(confirmed=frozenset({("other", "payout")}))
    found = find(lines, payout, memory)
    assert "payout" not in found.expected_ids + found.alternatives
    settled = find(lines[::-1], payout, memory)
    assert (settled.state, settled.expected_ids) == (MatchState.MATCHED, ("payout",))
    assert settled.by_person
    assert settled.reason == "A person confirmed it."


def test_what_a_person_rejected_is_not_offered_again() -> None:
    payout = an_entry("payout", 55_512, 4, references=("PO9Q",))
    line = an_entry("line", 55_512, 5, "ALTERNATIVE PAYMENTS PO9Q")
    found = find(line, payout, Memory(rejected=frozenset({("line", "payout")})))
    assert "payout" not in found.expected_ids + found.alternatives


def test_payouts_that_no_line_shows_are_named() -> None:
    lines, payouts = many_payouts(20)
    matching = match_entries(lines[1:], payouts)
    assert matching.missing == ("po0",)


def test_an_id_that_stands_twice_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="share an id"):
        match_entries([an_entry("line", 1), an_entry("line", 2)], [])


def test_nothing_at_all_is_an_answer_too() -> None:
    assert match_entries([], []).findings == {}
    assert match_entries([], [an_entry("payout", 5)]).missing == ("payout",)
    assert match_entries([an_entry("line", 5)], []).findings["line"].state is MatchState.UNMATCHED


def test_confirmed_pairs_teach_what_is_usual_here() -> None:
    """A bank that always keeps about two per cent is no surprise any more."""
    payouts = [an_entry(f"po{n}", 20_000 + 733 * n, 3 * n) for n in range(30)]
    lines = [
        an_entry(f"bl{n}", (20_000 + 733 * n) * 98 // 100, 3 * n + 9, "TRANSFER") for n in range(30)
    ]
    new = match_entries(lines[20:], payouts[20:])
    pairs = [(f"bl{n}", f"po{n}") for n in range(20)]
    taught = match_entries(lines[20:], payouts[20:], weights=observe(pairs, lines, payouts))

    assert _sum_confidence(taught) > _sum_confidence(new)


def test_what_was_confirmed_teaches_the_next_run_by_itself() -> None:
    payouts = [an_entry(f"po{n}", 20_000 + 733 * n, 3 * n) for n in range(30)]
    lines = [
        an_entry(f"bl{n}", (20_000 + 733 * n) * 98 // 100, 3 * n + 9, "TRANSFER") for n in range(30)
    ]
    memory = Memory(confirmed=frozenset((f"bl{n}", f"po{n}") for n in range(20)))
    taught = _sum_confidence(match_entries(lines, payouts, memory)) - 20
    assert taught > _sum_confidence(match_entries(lines[20:], payouts[20:])) + 5


def test_a_line_with_several_movements_teaches_nothing() -> None:
    lines, payouts = many_payouts(6)
    pairs = {("bl0", "po0"), ("bl1", "po1"), ("bl1", "po2"), ("bl3", "po4"), ("bl4", "po4")}
    assert sum(observe(pairs, lines, payouts).amounts.values()) == 1


def _sum_confidence(matching: Matching) -> float:
    right = [x for x in matching.findings.values() if x.expected_ids == (f"po{x.line_id[2:]}",)]
    return sum(x.confidence for x in right)


@pytest.mark.parametrize("count", [1, 3])
def test_beside_few_payouts_an_unlike_line_is_unmatched_and_they_are_still_named(
    count: int,
) -> None:
    """A line of another kind, some days and some per cent away, and nothing to compare with."""
    line = an_entry("line", 100_533, 12, "Acme Corp Wire")
    payouts = [
        an_entry(f"payout{n}", 104_007 + 40_000 * n, 5 + n, "", references=(f"PO{n}",))
        for n in range(count)
    ]
    found = match_entries([line], payouts).findings["line"]
    assert (found.state, found.expected_ids) == (MatchState.UNMATCHED, ())
    assert found.alternatives[:1] == ("payout0",)
    near = an_entry("line", 104_007, 12, "Acme Corp Wire")
    assert match_entries([near], payouts).findings["line"].state is not MatchState.UNMATCHED
