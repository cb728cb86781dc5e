"""What is likely by chance, and what the rounds make of it."""

from __future__ import annotations

from fbrecon.domain.matching.evidence import Evidence, Judge
from fbrecon.domain.matching.rounds import run_rounds
from fbrecon.domain.matching.texts import TextKind, Texts
from fbrecon.domain.matching.weights import AmountKind, Observation, Weights
from tests.fakes.sample_entries import an_entry

SAME = Observation(AmountKind.EXACT, 1, TextKind.SILENT)


def test_round_sums_are_likely_where_many_lines_show_them() -> None:
    round_lines = [an_entry(f"r{n}", 40_000 + 2_500 * n, n) for n in range(20)]
    odd_lines = [an_entry(f"o{n}", 40_011 + 2_517 * n, n) for n in range(20)]
    round_sum, odd_sum = an_entry("x", 61_000, 5), an_entry("y", 61_013, 5)
    among_round = Judge(round_lines, [round_sum, odd_sum], Weights())
    among_odd = Judge(odd_lines, [round_sum, odd_sum], Weights())
    assert among_round.log_chance(round_sum) > among_round.log_chance(odd_sum) + 3
    assert among_odd.log_chance(round_sum) < among_round.log_chance(round_sum) - 3


def test_a_price_that_repeats_is_likely_by_chance() -> None:
    lines = [an_entry(f"l{n}", 4_911 if n < 8 else 5_003 + n, n) for n in range(16)]
    judge = Judge(lines, [], Weights())
    assert judge.log_chance(lines[0]) > judge.log_chance(lines[12]) + 2


def test_only_a_movement_that_would_have_to_be_here_gains_from_it() -> None:
    sure = [{n: Evidence(20.0, SAME)} for n in range(8)]
    doubtful = {8: Evidence(-1.0, SAME)}
    lines = [*sure, doubtful]
    inside = run_rounds(lines, ["same"] * 9, [True] * 9, Weights())
    outside = run_rounds(lines, ["same"] * 9, [True] * 8 + [False], Weights())
    assert inside.shown > 1
    assert inside.rows[8][8] > outside.rows[8][8] + 1


def test_lines_that_begin_like_those_that_show_something_gain_from_it() -> None:
    lines = [{n: Evidence(20.0 if n < 8 else -1.0, SAME)} for n in range(10)]
    beginnings = ["altpay"] * 8 + ["altpay", "check"]
    outcome = run_rounds(lines, beginnings, [False] * 10, Weights())
    assert outcome.usual == [True] * 9 + [False]
    assert outcome.rows[8][8] > outcome.rows[9][9]


def test_a_rare_name_says_more_than_a_word_of_every_line() -> None:
    common = [f"TRANSFER {name}" for name in ("ADA", "BEN", "CY", "DORA", "EVA", "FAY") * 10]
    texts = Texts([*common, "TRANSFER ZIEGLER"], [*common, "TRANSFER ZIEGLER & SONS"])
    rare = texts.compare(
        texts.of_line("TRANSFER ZIEGLER"), texts.of_expected("TRANSFER ZIEGLER & SONS")
    )
    usual = texts.compare(texts.of_line("TRANSFER ADA"), texts.of_expected("TRANSFER BEN"))
    assert rare[1] < usual[1] / 10


def test_a_word_is_a_part_of_another_only_where_the_field_ends() -> None:
    filled = [f"TRANSFER {n:06}" for n in range(60)]
    texts = Texts([*filled, "TRANSFER ZIEGLE", "ZIEGL"], ["TRANSFER ZIEGLER", "ZIEGLER"])
    cut = texts.compare(texts.of_line("TRANSFER ZIEGLE"), texts.of_expected("TRANSFER ZIEGLER"))
    whole = texts.compare(texts.of_line("ZIEGL"), texts.of_expected("ZIEGLER"))
    assert (cut[0], whole[0]) == (TextKind.CUT, TextKind.NOTHING)


def test_weights_do_not_depend_on_the_order_of_learning() -> None:
    seen = [SAME, Observation("-3", 4, TextKind.EQUAL), Observation(AmountKind.NAMED, 0, SAME.text)]
    assert Weights().learn(seen) == Weights().learn(reversed(seen))
    assert Weights().learn(seen[:1]).learn(seen[1:]) == Weights().learn(seen)
