"""The sandbox's payouts: what they are made of, and that the sums always add up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fbrecon.sandbox.platform_book import card_fee_cents
from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller, new_platform_invoice, platform
from tests.contract.conftest import StartSandbox


def paid(sandbox: Sandbox, caller: Caller, amount: str, **how: Any) -> str:
    currency = how.pop("currency", "USD")
    invoice = new_platform_invoice(caller, amount, currency=currency)
    return str(sandbox.control("pay", invoice=invoice["id"], **how)["payment_id"])


def transactions(caller: Caller, payout_id: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = caller.get(f"/payouts/{payout_id}/transactions")["data"]
    return rows


def summed(rows: list[dict[str, Any]]) -> Decimal:
    return sum((Decimal(row["amount"]) for row in rows), Decimal(0))


@pytest.mark.parametrize(("cents", "fee"), [(10_000, 320), (1, 30), (50, 31), (10_050, 321)])
def test_a_card_costs_two_point_nine_percent_and_thirty_cents(cents: int, fee: int) -> None:
    assert card_fee_cents(cents) == fee


def test_a_payout_is_the_signed_sum_of_its_lines(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    first = paid(sandbox, payments_platform, "100.00")
    second = paid(sandbox, payments_platform, "50.00", fee="2.00", fee_paid_by="customer")
    payout_id = sandbox.control("payout")["payout_id"]
    payout = payments_platform.get(f"/payouts/{payout_id}")
    assert (payout["sub_total"], payout["total"]) == (Decimal("150.00"), Decimal("146.80"))
    assert (payout["status"], payout["arrival_date"]) == ("succeeded", "2026-11-20")
    fees = {(fee["amount"], fee["covered_by_customer"]) for fee in payout["fees"]}
    assert fees == {(Decimal("3.20"), False), (Decimal("2.00"), True)}
    rows = transactions(payments_platform, payout_id)
    assert [(row["type"], row["amount"], row["payment_id"]) for row in rows] == [
        ("payment", Decimal("100.00"), first),
        ("fee", Decimal("-3.20"), first),
        ("payment", Decimal("50.00"), second),
    ]
    assert summed(rows) == payout["total"]


def test_only_named_payments_are_paid_out_and_none_twice(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    first = paid(sandbox, payments_platform, "100.00")
    second = paid(sandbox, payments_platform, "100.00")
    sandbox.control("payout", payment_ids=[second])
    with pytest.raises(ValueError, match="cannot be paid out"):
        sandbox.control("payout", payment_ids=[second])
    rows = transactions(payments_platform, sandbox.control("payout")["payout_id"])
    assert {row["payment_id"] for row in rows} == {first}
    with pytest.raises(ValueError, match="nothing to pay out"):
        sandbox.control("payout")


def test_a_return_after_the_payout_comes_off_the_next_one(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    returned = paid(sandbox, payments_platform, "80.00", method="ach")
    sandbox.control("payout")
    sandbox.control("return", payment_id=returned)
    paid(sandbox, payments_platform, "20.00", method="ach")
    payout_id = sandbox.control("payout")["payout_id"]
    rows = transactions(payments_platform, payout_id)
    lines = [(row["type"], row["amount"]) for row in rows]
    assert lines == [
        ("payment", Decimal("20.00")), ("return", Decimal("-80.00")), ("fee", Decimal("-15.00")),
    ]  # fmt: skip
    payout = payments_platform.get(f"/payouts/{payout_id}")
    assert (payout["sub_total"], payout["total"]) == (Decimal("-60.00"), Decimal("-75.00"))
    state = payments_platform.get("/payments", status="returned")["data"]
    assert [row["id"] for row in state] == [returned]


def test_a_return_before_the_payout_is_never_paid_out(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    returned = paid(sandbox, payments_platform, "80.00", method="ach")
    sandbox.control("return", payment_id=returned)
    with pytest.raises(ValueError, match="nothing to pay out"):
        sandbox.control("payout")


def test_a_chargeback_costs_twenty_five(sandbox: Sandbox, payments_platform: Caller) -> None:
    disputed = paid(sandbox, payments_platform, "80.00")
    sandbox.control("payout")
    sandbox.control("return", payment_id=disputed, kind="chargeback")
    rows = transactions(payments_platform, sandbox.control("payout")["payout_id"])
    assert [(row["type"], row["amount"]) for row in rows] == [
        ("chargeback", Decimal("-80.00")), ("fee", Decimal("-25.00")),
    ]  # fmt: skip


def test_refunds_stand_beside_the_payment(sandbox: Sandbox, payments_platform: Caller) -> None:
    payment_id = paid(sandbox, payments_platform, "80.00", method="ach")
    sandbox.control("refund", payment_id=payment_id, amount="30.00")
    [row] = payments_platform.get("/payments")["data"]
    assert row["status"] == "partially_refunded"
    rows = transactions(payments_platform, sandbox.control("payout")["payout_id"])
    assert [(row["type"], row["amount"]) for row in rows] == [
        ("payment", Decimal("80.00")), ("refund", Decimal("-30.00")),
    ]  # fmt: skip
    sandbox.control("refund", payment_id=payment_id)
    assert payments_platform.get("/payments")["data"][0]["status"] == "refunded"
    with pytest.raises(ValueError, match="refunded"):
        sandbox.control("refund", payment_id=payment_id)


def test_each_currency_has_a_payout_of_its_own(sandbox: Sandbox, payments_platform: Caller) -> None:
    for currency in ("USD", "CAD", "CAD"):
        paid(sandbox, payments_platform, "10.00", method="ach", currency=currency)
    made = sandbox.control("payout")
    assert len(made["payout_ids"]) == 2
    totals = [payments_platform.get(f"/payouts/{p}")["total"] for p in made["payout_ids"]]
    assert totals == [Decimal("20.00"), Decimal("10.00")]


def test_dashboard_payments_are_never_paid_out(sandbox: Sandbox, payments_platform: Caller) -> None:
    paid(sandbox, payments_platform, "10.00", dashboard=True)
    with pytest.raises(ValueError, match="nothing to pay out"):
        sandbox.control("payout")


def test_payouts_are_found_by_invoice_status_and_day(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "10.00")
    sandbox.control("pay", invoice=invoice["id"])
    first = sandbox.control("payout")["payout_id"]
    sandbox.control("advance", seconds=600)
    paid(sandbox, payments_platform, "10.00")
    second = sandbox.control("payout", status="pending", arrival_date="2026-11-24")["payout_id"]

    def found(**query: Any) -> list[str]:
        return [row["id"] for row in payments_platform.get("/payouts", params=query)["data"]]

    assert found() == [second, first]
    assert found(invoice_id=invoice["id"]) == [first]
    assert found(status="pending") == [second]
    assert found(start_date="2026-11-20", end_date="2026-11-20") == [second, first]
    assert found(start_date="2026-11-21") == []
    sandbox.control("edit", kind="platform_payout", id=second, status="failed")
    assert found(status="failed") == [second]


def test_dialect_b_tells_the_same_payout_in_payment_like_rows(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(dialect="b")
    caller = platform(sandbox)
    returned = paid(sandbox, caller, "80.00")
    sandbox.control("payout")
    sandbox.control("return", payment_id=returned)
    kept = paid(sandbox, caller, "100.00")
    covered = paid(sandbox, caller, "50.00", fee="2.00", fee_paid_by="customer")
    payout_id = sandbox.control("payout")["payout_id"]
    rows = transactions(caller, payout_id)
    told = [
        (row["kind"], row["direction"], row["sub_total"], row["total"], row["reference"])
        for row in rows
    ]
    assert told == [
        ("payment", "credit", 100, 100, {"payment_id": kept}),
        ("payment", "credit", 50, 52, {"payment_id": covered}),
        ("return", "debit", 80, 80, {"payment_id": returned}),
        ("fee", "debit", 15, 15, {"payment_id": returned}),
    ]
    net = Decimal(0)
    for row in rows:
        own = sum(fee["amount"] for fee in row["fees"] if not fee["covered_by_customer"])
        net += (row["sub_total"] if row["direction"] == "credit" else -row["sub_total"]) - own
    assert net == caller.get(f"/payouts/{payout_id}")["total"]
    caller.close()
