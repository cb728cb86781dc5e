"""Which entries a payout calls for, and what it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from fbrecon.domain.documents import Payout, PayoutLine, PayoutLineKind, PayoutState
from fbrecon.domain.ids import LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.ledger import Role
from fbrecon.domain.money import Money
from fbrecon.domain.payout_entries import (
    BookedPayment,
    EntryKind,
    EntryRules,
    ProposedEntry,
    WaitingPayout,
    propose_entries,
)
from fbrecon.domain.posting import PostingState

K = PayoutLineKind
CLEARING, BANK, FEES = (LedgerAccountId(name) for name in ("clearing", "bank", "fees"))
REFUNDS, PETTY, OTHER = (LedgerAccountId(name) for name in ("refunds", "petty", "other"))
ARRIVED = date(2026, 11, 18)
RULES = EntryRules(
    roles={Role.UNDEPOSITED_FUNDS: CLEARING, Role.BANK: BANK, Role.FEES: FEES},
    base_currency="USD",
    post_since=date(2026, 11, 1),
    automatic=True,
    account_names={PETTY: "Petty Cash"},
)


def usd(amount: str) -> Money:
    return Money.parse(amount, "USD")


def line(kind: PayoutLineKind, amount: str, payment: str | None = None) -> PayoutLine:
    return PayoutLine(
        f"{kind.value}-{payment or 'none'}",
        kind,
        Decimal(amount),
        None if payment is None else PlatformPaymentId(payment),
        kind.value.capitalize(),
    )


def payout(*lines: PayoutLine, net: str | None = None, **changes: object) -> Payout:
    amount = sum((x.amount for x in lines), Decimal(0)) if net is None else Decimal(net)
    made = Payout(
        PayoutId("po"),
        PayoutState.PAID,
        "succeeded",
        datetime(2026, 11, 16, tzinfo=UTC),
        ARRIVED,
        amount,
        amount,
        (),
        lines,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def booked(
    payment: str, amount: str, standing: str | None = None, account: LedgerAccountId = CLEARING
) -> dict[PlatformPaymentId, BookedPayment]:
    key = PlatformPaymentId(payment)
    stands = usd(amount if standing is None else standing)
    return {key: BookedPayment(key, usd(amount), stands, account, verified=True)}


def entries(
    of: Payout, known: dict[PlatformPaymentId, BookedPayment], rules: EntryRules = RULES
) -> list[ProposedEntry]:
    found = propose_entries(of, "USD", known, rules)
    assert isinstance(found, list), found
    return found


def waiting(
    of: Payout,
    known: dict[PlatformPaymentId, BookedPayment],
    rules: EntryRules = RULES,
    currency: str | None = "USD",
) -> WaitingPayout:
    found = propose_entries(of, currency, known, rules)
    assert isinstance(found, WaitingPayout), found
    return found


def sums(*made: ProposedEntry) -> dict[LedgerAccountId, str]:
    found: dict[LedgerAccountId, Money] = {}
    for entry in made:
        for part in entry.lines:
            found[part.account_id] = found.get(part.account_id, usd("0")) + part.amount
    return {account: amount.to_decimal_string() for account, amount in found.items()}


PAID = (line(K.PAYMENT, "100", "a"), line(K.FEE, "-3", "a"))


def test_a_payout_moves_clearing_to_bank_and_fees() -> None:
    (made,) = entries(payout(*PAID), booked("a", "100"))
    assert (made.kind, made.on, made.state) == (EntryKind.PAYOUT, ARRIVED, PostingState.APPROVED)
    assert sums(made) == {BANK: "97.00", FEES: "3.00", CLEARING: "-100.00"}
    assert made.size == usd("100")


def test_a_fee_that_the_customer_covers_is_in_no_entry() -> None:
    (made,) = entries(payout(line(K.PAYMENT, "100", "a")), booked("a", "100"))
    assert sums(made) == {BANK: "100.00", CLEARING: "-100.00"}


def test_a_return_comes_off_a_later_payout_and_its_charge_is_an_entry_of_its_own() -> None:
    lines = (*PAID, line(K.RETURN, "-60", "b"), line(K.FEE, "-15", "b"))
    known = booked("a", "100") | booked("b", "60", "0")
    main, charge = entries(payout(*lines), known)
    assert sums(main) == {BANK: "22.00", FEES: "3.00", CLEARING: "-25.00"}
    assert (charge.kind, sums(charge)) == (EntryKind.FEE, {FEES: "15.00", CLEARING: "-15.00"})


def test_a_return_waits_until_its_payment_was_taken_back_in_the_books() -> None:
    lines = (*PAID, line(K.RETURN, "-60", "b"))
    told = waiting(payout(*lines), booked("a", "100") | booked("b", "60"))
    assert told.line_id == "return-b"
    assert "take it back" in told.reason


def test_the_payout_of_a_payment_that_went_back_since_is_entered_all_the_same() -> None:
    (made,) = entries(payout(*PAID), booked("a", "100", "0"))
    assert sums(made)[CLEARING] == "-100.00"


def test_a_refund_is_an_entry_on_the_account_chosen_for_refunds() -> None:
    lines = (*PAID, line(K.REFUND, "-40", "b"))
    known = booked("a", "100") | booked("b", "60")
    assert "no account is chosen for refunds" in waiting(payout(*lines), known).reason
    rules = replace(RULES, roles={**RULES.roles, Role.REFUNDS: REFUNDS})
    main, refund = entries(payout(*lines), known, rules)
    assert sums(main) == {BANK: "57.00", FEES: "3.00", CLEARING: "-60.00"}
    assert (refund.kind, sums(refund)) == (EntryKind.REFUND, {REFUNDS: "40.00", CLEARING: "-40.00"})


def test_a_refund_that_the_books_took_off_the_payment_needs_no_entry() -> None:
    lines = (*PAID, line(K.REFUND, "-40", "b"))
    (made,) = entries(payout(*lines), booked("a", "100") | booked("b", "60", "20"))
    assert sums(made) == {BANK: "57.00", FEES: "3.00", CLEARING: "-60.00"}


def test_a_negative_payout_is_taken_from_the_bank() -> None:
    (made,) = entries(payout(line(K.RETURN, "-60", "b")), booked("b", "60", "0"))
    assert sums(made) == {BANK: "-60.00", CLEARING: "60.00"}


def test_payments_on_another_account_wait_for_an_answer_and_then_pass_through() -> None:
    known = booked("a", "100", account=PETTY)
    assert "“Petty Cash”" in waiting(payout(*PAID), known).reason
    (made,) = entries(payout(*PAID), known, replace(RULES, transfers=True))
    assert sums(made) == {BANK: "97.00", FEES: "3.00", PETTY: "-100.00", CLEARING: "0.00"}
    assert [part.amount for part in made.lines if part.account_id == CLEARING] == [
        usd("100"),
        usd("-100"),
    ]


def test_a_line_of_no_payment_waits_until_an_account_is_chosen_for_it() -> None:
    lines = (*PAID, line(K.ADJUSTMENT, "-7"))
    told = waiting(payout(*lines), booked("a", "100"))
    assert (told.line_id, "belongs to no payment" in told.reason) == ("adjustment-none", True)
    rules = replace(RULES, line_accounts={"adjustment-none": OTHER})
    (made,) = entries(payout(*lines), booked("a", "100"), rules)
    assert sums(made) == {BANK: "90.00", FEES: "3.00", CLEARING: "-100.00", OTHER: "7.00"}
    assert made.state is PostingState.PROPOSED  # a person chose, so a person looks


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "not in the books"),
        (booked("a", "90"), "100.00 USD in the payout and 90.00 USD in the books"),
    ],
)
def test_a_line_that_is_no_payment_in_the_books_is_named(
    known: dict[PlatformPaymentId, BookedPayment], said: str
) -> None:
    told = waiting(payout(*PAID), known)
    assert (told.line_id, said in told.reason) == ("payment-a", True)


def test_a_payment_that_was_not_read_back_waits_by_itself() -> None:
    known = {k: replace(v, verified=False) for k, v in booked("a", "100").items()}
    assert not waiting(payout(*PAID), known).needs_person


@pytest.mark.parametrize(
    ("changes", "rules", "currency", "said"),
    [
        ({"state": PayoutState.IN_TRANSIT}, {}, "USD", "in transit"),
        ({"state": PayoutState.FAILED}, {}, "USD", "failed"),
        ({"arrival_on": None}, {}, "USD", "when it arrived"),
        ({"lines": None}, {}, "USD", "what it is made of"),
        ({"net": Decimal("96.99")}, {}, "USD", "unexplained"),
        ({}, {}, None, "currency"),
        ({}, {}, "CAD", "USD only"),
        ({}, {"locked_until": ARRIVED}, "USD", "locked"),
        ({}, {"post_since": date(2026, 11, 19)}, "USD", "before 2026-11-19"),
        ({}, {"roles": {Role.UNDEPOSITED_FUNDS: CLEARING, Role.BANK: BANK}}, "USD", "fees"),
    ],
)
def test_what_a_payout_waits_for(
    changes: dict[str, object], rules: dict[str, object], currency: str | None, said: str
) -> None:
    of = payout(*PAID, **changes)  # type: ignore[arg-type]
    made = replace(RULES, **rules)  # type: ignore[arg-type]
    assert said in waiting(of, booked("a", "100"), made, currency).reason


def test_without_leave_to_write_by_itself_it_waits_for_approval() -> None:
    (made,) = entries(payout(*PAID), booked("a", "100"), replace(RULES, automatic=False))
    assert made.state is PostingState.PROPOSED


def test_a_payout_whose_lines_cancel_out_calls_for_no_entry() -> None:
    """A payment and its return in one payout, free of charge: nothing moves on any account."""
    back = payout(line(K.PAYMENT, "100", "a"), line(K.RETURN, "-100", "a"))
    found = waiting(back, booked("a", "100", "0"))
    assert (found.needs_person, found.reason) == (False, "Its lines cancel out: nothing moves.")


def test_what_else_such_a_payout_holds_is_entered() -> None:
    back = payout(line(K.PAYMENT, "100", "a"), line(K.REFUND, "-100", "a"))
    rules = replace(RULES, roles={**RULES.roles, Role.REFUNDS: REFUNDS})
    (made,) = entries(back, booked("a", "100"), rules)
    assert (made.kind, sums(made)) == (
        EntryKind.REFUND,
        {REFUNDS: "100.00", CLEARING: "-100.00"},
    )
