"""Combining, leaving out and taking back at the bank; and what is held in memory stays true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fbrecon.app import as_json
from fbrecon.app.bank_order import COMPARING
from fbrecon.app.views import DepositRow
from fbrecon.domain.attention import AttentionKind
from fbrecon.domain.money import Money
from fbrecon.domain.overview import TableQuery
from fbrecon.errors import NotFound, Refused, WrongUsage
from tests.app.bench import Home
from tests.app.test_reconciling import (
    BANK,
    PAYOUTS,
    bring,
    day,
    listed,
    log,
    payout,
    seen,
    some,
    suggested,
    the_line,
    twins,
)


@pytest.fixture
def here(home: Home) -> Home:
    """A company with its books and no platform at all."""
    home.sign_in()
    return home


def shown(here: Home, status: str = "", text: str = "", sort: str = "") -> list[DepositRow]:
    """The rows of the table as they are held, after nothing but keys were asked for."""
    return here.desk.bank_rows(here.desk.bank_keys(TableQuery(sort, text=text, status=status)))


def as_found(rows: list[DepositRow]) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {row.id: (row.state, row.payouts) for row in rows}


# ---- several together


def scattered(here: Home) -> DepositRow:
    """A line that is the sum of two payouts days apart, which no calendar joins."""
    some(here)
    bring(here, PAYOUTS, payout("a", day(80), "311.17"), payout("b", day(83), "88.46"))
    bring(here, PAYOUTS, payout("between", day(81), "12.00"))
    bring(here, BANK, seen("both", day(85), "399.63", "TRANSFER"))
    return the_line(here, "399.63")


def test_a_person_says_that_a_line_shows_several_payouts(here: Home) -> None:
    line = scattered(here)
    here.desk.match_lines([line.id], ["out_a", "out_b"])
    row = the_line(here, "399.63")
    assert (row.state, row.payouts, row.by_person) == ("matched", ("out_a", "out_b"), True)
    assert row.reason == "A person confirmed it."
    assert row.unexplained == Money(0, "USD")
    assert log(here)[-1][3] == "out_a, out_b"


def test_a_person_says_that_lines_show_one_payout(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, payout("big", day(80), "800.00"))
    bring(here, BANK, seen("x", day(82), "500.00", "A"), seen("y", day(95), "300.00", "B"))
    ids = [the_line(here, amount).id for amount in ("500.00", "300.00")]
    here.desk.match_lines(ids, ["out_big"])
    for amount in ("500.00", "300.00"):
        row = the_line(here, amount)
        assert (row.payouts, len(row.lines), row.reason) == (
            ("out_big",),
            2,
            "A person confirmed it.",
        )


def test_what_does_not_add_up_is_refused_until_the_person_named_the_difference(here: Home) -> None:
    line = scattered(here)
    before = (listed(here), log(here))
    with pytest.raises(Refused, match=r"88\.46 USD more, which nothing explains") as refused:
        here.desk.match_lines([line.id], ["out_a"])
    assert "--difference 88.46" in refused.value.hint
    with pytest.raises(Refused):
        here.desk.match_lines([line.id], ["out_a"], Money(8845, "USD"))
    assert (listed(here), log(here)) == before
    here.desk.match_lines([line.id], ["out_a"], Money(8846, "USD"))
    row = the_line(here, "399.63")
    assert row.unexplained == Money(8846, "USD")
    assert "88.46 USD more, which nothing explains" in row.reason


def test_fees_that_the_bank_books_apart_are_a_difference_with_a_name(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, f"a,{day(80)},97.00,100.00,3.00,USD,paid,")
    bring(here, PAYOUTS, f"b,{day(84)},48.00,50.00,2.00,USD,paid,")
    bring(here, BANK, seen("x", day(86), "150.00", "TRANSFER"))
    here.desk.match_lines([the_line(here, "150.00").id], ["out_a", "out_b"])
    row = the_line(here, "150.00")
    assert row.named == (("fees", Money(500, "USD")),)
    assert row.reason.endswith("The bank shows 5.00 USD more, exactly the fees.")


def test_what_cannot_be_combined_is_refused(here: Home) -> None:
    line = scattered(here)
    other = the_line(here, "97.10")
    bring(here, PAYOUTS, f"cad,{day(80)},1.00,,,CAD,paid,")
    with pytest.raises(WrongUsage):
        here.desk.match_lines([line.id, other.id], ["out_a", "out_b"])
    with pytest.raises(WrongUsage):
        here.desk.match_lines([line.id], [])
    with pytest.raises(Refused, match="different currencies"):
        here.desk.match_lines([line.id], ["out_a", "out_cad"])
    with pytest.raises(NotFound):
        here.desk.match_lines([line.id], ["out_a", "out_nobody"])
    here.desk.approve(other.id)
    with pytest.raises(Refused, match="Another line was confirmed"):
        here.desk.match_lines([line.id], ["out_a", "out_b", "out_po0"])


# ---- taking back


def test_every_decision_can_be_taken_back_and_the_log_keeps_both(here: Home) -> None:
    line = suggested(here)
    rent = the_line(here, "-900.00")
    before = listed(here)
    decisions: list[tuple[Callable[[], None], str]] = [
        (lambda: here.desk.approve(line.id), "A person confirmed it."),
        (lambda: here.desk.approve(line.id, "out_po1"), "A person chose its payout."),
        (lambda: here.desk.dismiss(line.id), "A person said it is not out_po9."),
        (lambda: here.desk.leave_out(line.id), "A person said it is no payout."),
        (lambda: here.desk.dismiss(rent.id, always=True), "A person said that no line with"),
    ]
    for decide, told in decisions:
        decide()
        assert listed(here) != before
        assert here.desk.take_back_decision().startswith("Taken back: ")
        assert listed(here) == before
        rows = here.desk.log_rows(here.desk.log_keys(TableQuery("at")))[-2:]
        assert [row.kind for row in rows] == ["match", "match"]
        assert rows[0].why.startswith(told)
        assert rows[1].why == "A person took the decision back."
    with pytest.raises(Refused, match="Nothing was decided"):
        here.desk.take_back_decision()


def test_decisions_are_taken_back_one_after_the_other(here: Home) -> None:
    first, second = twins(here)
    before = listed(here)
    here.desk.approve(first.id, "out_t2")
    between = listed(here)
    here.desk.approve(first.id, "out_t1")
    here.desk.take_back_decision()
    assert listed(here) == between
    here.desk.take_back_decision()
    assert listed(here) == before
    assert second.id in {row.id for row in before}


def test_a_decision_that_another_one_followed_elsewhere_stays(here: Home) -> None:
    line = suggested(here)
    here.desk.approve(line.id)
    here.desk.company.stores.bank.reject([(line.bank_line_id, "po9")], here.clock.now())
    with pytest.raises(Refused, match="Something else was decided"):
        here.desk.take_back_decision()


def test_what_was_said_of_a_line_can_be_taken_back_at_any_time(here: Home) -> None:
    line = suggested(here)
    before = listed(here)
    here.desk.leave_out(line.id)
    here.reopen()
    here.desk.reopen_line(line.id)
    assert listed(here) == before
    with pytest.raises(Refused, match="Nobody decided anything"):
        here.desk.reopen_line(line.id)
    with pytest.raises(NotFound):
        here.desk.reopen_line("line_nobody")
    here.desk.take_back_decision()
    assert the_line(here, "306.00").left_out


# ---- not ours


def test_one_line_alone_can_be_left_out(here: Home) -> None:
    some(here)
    bring(here, BANK, seen("odd", day(200), "5.00"))  # its text is that of payouts
    line = the_line(here, "5.00")
    here.desk.leave_out(line.id)
    row = as_json.deposit(the_line(here, "5.00"))
    assert (row["state"], row["left_out"], row["not_ours"]) == ("unmatched", True, None)
    assert row["reason"] == "Not ours: a person said so of this line."
    assert here.desk.reconcile().not_ours == 1
    with pytest.raises(Refused, match="not ours already"):
        here.desk.leave_out(line.id)
    here.desk.approve(line.id)
    assert here.desk.reconcile().not_ours == 0


def test_the_rules_are_listed_with_what_they_leave_out_and_can_be_removed(here: Home) -> None:
    some(here)
    bring(here, BANK, seen("rent2", day(31), "-901.00", "Rent January 2"))
    here.desk.leave_out(the_line(here, "-900.00").id, always=True)
    (rule,) = here.desk.list_bank_rules()
    assert (rule.text, rule.lines, rule.sums) == ("rent january", 2, (Money(-180100, "USD"),))
    assert as_json.bank_rule(rule)["sums"] == [{"amount": "-1801.00", "currency": "USD"}]
    with pytest.raises(NotFound):
        here.desk.forget_bank_rule("rule_0")
    here.desk.forget_bank_rule(rule.id)
    assert here.desk.list_bank_rules() == []
    assert here.desk.reconcile().not_ours == 0
    here.desk.take_back_decision()
    assert here.desk.list_bank_rules() == [rule]


# ---- a payout that fails after it was found


def items(here: Home) -> list[str]:
    kind = AttentionKind.BANK_MATCH_GONE
    return [row.message for row in here.desk.list_attention() if row.kind == kind]


def test_a_confirmed_payout_that_fails_later_needs_a_person_until_it_is_settled(
    here: Home,
) -> None:
    line = suggested(here)
    here.desk.approve(line.id)
    assert items(here) == []
    for status, count in (("failed", 1), ("paid", 0), ("failed", 1)):
        bring(here, PAYOUTS, payout("po9", day(70), "311.00", status=status))
        assert len(items(here)) == count
    assert items(here)[0] == (
        f"You matched payout po9 over 311.00 with the line of {day(71)} over 306.00 USD. "
        "Now it is failed."
    )
    here.desk.reopen_line(line.id)
    assert items(here) == []
    here.desk.take_back_decision()
    here.desk.reconcile()
    assert len(items(here)) == 1


# ---- as a table that is held


def test_what_is_open_comes_first_and_can_be_filtered_and_searched(here: Home) -> None:
    line = suggested(here)
    here.desk.leave_out(the_line(here, "-900.00").id, always=True)
    here.desk.reconcile()
    assert shown(here)[0].id == line.id
    assert [row.id for row in shown(here, "open")] == [line.id]
    assert len(shown(here, "matched")) == 8
    assert [row.not_ours for row in shown(here, "not_ours")] == ["rent january"]
    assert [row.id for row in shown(here, text="306.00")] == [line.id]
    assert [row.id for row in shown(here, text="po9")] == [line.id]
    assert len(shown(here, text="altpay")) == 9
    assert [x.on for x in shown(here, sort="date")] == sorted(x.on for x in listed(here))


def test_the_table_is_there_before_anything_was_compared(here: Home) -> None:
    suggested(here)
    here.reopen()
    assert {row.state for row in shown(here)} == {COMPARING}
    assert len(shown(here)) == 10
    here.desk.reconcile()
    assert as_found(shown(here)) == as_found(listed(here))


def test_a_decision_shows_at_once_and_what_it_touched_is_compared_again(here: Home) -> None:
    first, second = twins(here)
    here.desk.reconcile()
    here.desk.match_lines([first.id], ["out_t2"])
    held = {row.id: row for row in shown(here)}
    assert (held[first.id].state, held[first.id].payouts) == ("matched", ("out_t2",))
    assert held[first.id].by_person
    here.desk.reconcile()
    assert as_found(shown(here)) == as_found(listed(here))
    here.desk.leave_out(second.id)
    assert {row.id for row in shown(here, "not_ours")} == {second.id}
    here.desk.take_back_decision()
    assert {row.id: row.state for row in shown(here)}[second.id] == COMPARING
    here.desk.reconcile()
    assert as_found(shown(here)) == as_found(listed(here))


# ---- candidates


def test_candidates_come_nearest_first_and_say_how_near(here: Home) -> None:
    line = suggested(here)
    found = here.desk.bank_candidates([line.id])
    assert found[0].id == "out_po9"
    assert found[0].how == "5.00 USD less, 1 day after it was expected."
    assert found[0].unexplained == Money(-500, "USD")
    assert found[0].taken_by == ()
    assert {x.id: len(x.taken_by) for x in found}["out_po0"] == 1
    assert [x.id for x in here.desk.bank_candidates([line.id], "412.35")] == ["out_po1"]
    assert [x.id for x in here.desk.find_payouts(["out_po1", "out_gone"], [line.id])] == ["out_po1"]
    assert len(here.desk.bank_candidates([line.id], limit=3)) == 3


def test_only_what_leaves_no_doubt_is_accepted_at_once(here: Home) -> None:
    line = suggested(here)
    bring(here, PAYOUTS, payout("plain", day(150), "55.55"))
    bring(here, BANK, seen("plain", day(151), "55.55", "SOMETHING ELSE"))
    assert the_line(here, "55.55").state == "suggested"
    here.desk.reconcile()
    certain = here.desk.certain_lines()
    assert (certain.lines, certain.sums, certain.doubtful) == (1, (Money(5555, "USD"),), 1)
    before = listed(here)
    here.desk.match_certain(certain)
    assert the_line(here, "55.55").by_person
    assert the_line(here, "306.00").id == line.id
    assert the_line(here, "306.00").state == "suggested"
    here.desk.take_back_decision()
    assert listed(here) == before
