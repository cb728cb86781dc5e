"""Deposits and payouts as the matcher compares them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from fbrecon.domain.deposits import Deposit
from fbrecon.domain.documents import Payout, PayoutLine, PayoutLineKind, PayoutState, StatedFee
from fbrecon.domain.ids import DepositId, PayoutId
from fbrecon.domain.matching.deposits import entry_of_deposit, find_entry_of_payout
from fbrecon.domain.matching.entries import Entry, NamedPart
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.matching.pairing import match_entries
from fbrecon.domain.money import Money

DAY = date(2026, 3, 6)
PAYOUT = Payout(
    PayoutId("po_77"),
    PayoutState.PAID,
    "paid",
    datetime(2026, 3, 4, 12, tzinfo=UTC),
    DAY,
    Decimal("97.10"),
    Decimal("100.00"),
    (StatedFee("card", "card", Decimal("2.90"), paid_by_customer=False),),
)
DEPOSIT = Deposit(DepositId("d1"), DAY, Money(9710, "USD"), "ALTPAY", "PO 77", "checking")


def test_a_payouts_net_is_expected_on_the_day_it_arrives_with_its_fees_named() -> None:
    assert find_entry_of_payout(PAYOUT, "USD", "Alternative Payments", "TRACE9") == Entry(
        "po_77",
        9710,
        "USD",
        DAY,
        "Alternative Payments",
        ("po_77", "TRACE9"),
        (NamedPart("fees", 290),),
    )


def test_without_an_arrival_the_day_it_was_made_stands_in() -> None:
    entry = find_entry_of_payout(replace(PAYOUT, arrival_on=None), "USD")
    assert entry is not None
    assert entry.on == date(2026, 3, 4)


@pytest.mark.parametrize(
    "state", [s for s in PayoutState if s not in (PayoutState.PAID, PayoutState.IN_TRANSIT)]
)
def test_a_payout_is_expected_at_the_bank_only_once_it_is_on_its_way(state: PayoutState) -> None:
    assert find_entry_of_payout(replace(PAYOUT, state=state), "USD") is None


def test_fees_that_the_customer_paid_are_no_difference() -> None:
    fees = (replace(PAYOUT.fees[0], paid_by_customer=True),)
    entry = find_entry_of_payout(replace(PAYOUT, fees=fees), "USD")
    assert entry is not None
    assert entry.named == ()


def test_a_banks_reference_is_part_of_the_text_but_not_twice() -> None:
    assert entry_of_deposit(DEPOSIT).text == "ALTPAY PO 77"
    assert entry_of_deposit(replace(DEPOSIT, description="ALTPAY PO 77")).text == "ALTPAY PO 77"
    assert entry_of_deposit(replace(DEPOSIT, description="")).text == "PO 77"


def test_a_deposit_meets_its_payout_net_or_gross() -> None:
    payout = find_entry_of_payout(PAYOUT, "USD")
    assert payout is not None
    for minor in (9710, 10_000):
        deposit = entry_of_deposit(replace(DEPOSIT, amount=Money(minor, "USD")))
        found = match_entries([deposit], [payout]).findings["d1"]
        assert (found.state, found.expected_ids) == (MatchState.MATCHED, ("po_77",))


def test_fees_that_stand_among_a_payouts_lines_are_named() -> None:
    lines = (
        PayoutLine("l1", PayoutLineKind.PAYMENT, Decimal("100.00"), None, "Payment"),
        PayoutLine("l2", PayoutLineKind.FEE, Decimal("-2.90"), None, "Fee"),
    )
    entry = find_entry_of_payout(replace(PAYOUT, fees=(), lines=lines), "USD")
    assert entry is not None
    assert entry.named == (NamedPart("fees", 290),)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Interest payment 02/2026", "interest payment"),
        ("RENT  Nº A7 - Ærø", "rent no ærø"),
        ("A7 2026", "a7 2026"),
        ("-- !", ""),
        ("", ""),
    ],
)
def test_what_is_not_ours_is_told_by_the_words_without_numbers(text: str, rule: str) -> None:
    assert rule_of(text) == rule
