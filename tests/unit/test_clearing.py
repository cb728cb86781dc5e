"""The buckets of the clearing proof: each sum in one, by its age, and together the balance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fbrecon.domain.clearing import (
    Bucket,
    ClearedEntry,
    ClearedPayment,
    ClearingProof,
    prove_clearing,
)
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId
from fbrecon.domain.money import Money, total
from fbrecon.domain.postings import Posting

TODAY = date(2026, 11, 25)
FUNDS = LedgerAccountId("funds")
B = Bucket


def paid(number: int, minor: int, days: int = 0, payout: str = "") -> ClearedPayment:
    on = TODAY - timedelta(days=days)
    held = PayoutId(payout) if payout else None
    return ClearedPayment(f"pay_{number}", BookPaymentId(number), Money(minor, "USD"), on, held)


def entered(payout: str, minor: int, days: int = 0, marker: str = "") -> ClearedEntry:
    on = TODAY - timedelta(days=days)
    return ClearedEntry(PayoutId(payout), marker or f"FBR-{payout}", Money(minor, "USD"), on)


def posted(row: int, minor: int, payment: int | None = None, marker: str = "") -> Posting:
    key = None if payment is None else BookPaymentId(payment)
    return Posting(
        row, f"e{row}", FUNDS, "Funds", Money(minor, "USD"), TODAY, "x", "Stamps", marker, key
    )


def prove(
    payments: list[ClearedPayment],
    entries: list[ClearedEntry],
    postings: list[Posting] | None = None,
) -> ClearingProof:
    (proof,) = prove_clearing(payments, entries, postings, {FUNDS}, TODAY)
    return proof


def sums(proof: ClearingProof) -> dict[str, int]:
    return {b.bucket.value: b.amount.minor for b in proof.buckets if b.count}


def rows(proof: ClearingProof, bucket: Bucket) -> list[tuple[str, int, int]]:
    return [(i.id, i.amount.minor, i.age_days) for i in proof.items if i.bucket is bucket]


def test_what_was_not_paid_out_and_what_waits_for_its_entry_stand_apart() -> None:
    proof = prove(
        [paid(1, 100, 3), paid(2, 50, 20, "po"), paid(3, 25, 9, "po"), paid(4, 900, 40, "in")],
        [entered("in", -900)],
    )
    assert rows(proof, B.NOT_PAID_OUT) == [("pay_1", 100, 3)]
    assert rows(proof, B.NOT_ENTERED) == [("out_po", 75, 20)]
    assert (proof.expected.minor, proof.proven) == (175, None)


def test_each_bucket_is_told_by_age() -> None:
    proof = prove([paid(n, n, days) for n, days in enumerate((0, 7, 8, 30, 31, 90, 91), 1)], [])
    (bucket, *_) = proof.buckets
    assert [(age.band.name, age.amount.minor, age.count) for age in bucket.ages] == [
        ("0-7", 3, 2),
        ("8-30", 7, 2),
        ("31-90", 11, 2),
        ("91+", 7, 1),
    ]
    assert bucket.oldest_on == TODAY - timedelta(days=91)


def test_a_payment_dated_ahead_is_as_good_as_new() -> None:
    (bucket, *_) = prove([paid(1, 100, -2)], []).buckets
    assert [age.count for age in bucket.ages] == [1, 0, 0, 0]


def test_money_taken_back_after_its_payout_is_owed_until_a_later_payout_takes_it() -> None:
    back = [paid(1, 0, 9, "one"), paid(2, 200, 2, "two")]
    between = prove(back, [entered("one", -100, 8)])
    assert sums(between) == {"not_paid_out": -100, "not_entered": 200}
    assert rows(between, B.NOT_PAID_OUT) == [("out_one", -100, 8)]
    after = prove(back, [entered("one", -100, 8), entered("two", -100, 1)])
    assert sums(after) == {}
    assert after.expected.is_zero


def test_a_payout_of_which_an_entry_is_missing_is_not_entered_as_a_whole() -> None:
    # 200.00 came with a charge of 15.00 of its own, and only the first of two entries is there.
    proof = prove([paid(1, 200, 2, "po")], [entered("po", -185, 1)])
    assert sums(proof) == {"not_entered": 15}


def test_an_entry_that_was_reversed_leaves_its_payout_not_entered() -> None:
    proof = prove(
        [paid(1, 100, 5, "po")], [entered("po", -100), entered("po", 100, marker="FBR-back")]
    )
    assert sums(proof) == {"not_entered": 100}


def test_what_somebody_else_posted_is_a_row_of_its_own_and_no_difference() -> None:
    proof = prove([paid(1, 100)], [], [posted(1, 100, 1), posted(2, -30)])
    assert rows(proof, B.OTHER_POSTINGS) == [("post_2", -30, 0)]
    assert proof.difference is not None
    assert proof.difference.is_zero
    assert proof.balance == Money(70, "USD")


def test_what_the_ledger_lacks_is_unexplained_to_the_cent() -> None:
    proof = prove([paid(1, 100), paid(2, 40)], [], [posted(1, 100, 1)])
    assert sums(proof)["unexplained"] == -40
    assert proof.difference == Money(-40, "USD")


@pytest.mark.parametrize("entry", [-900, -870, 0])
def test_the_buckets_are_the_balance_whatever_was_entered(entry: int) -> None:
    payments = [paid(1, 100), paid(2, 900, 2, "po"), paid(3, 0, 9, "old")]
    entries = [entered("po", entry), entered("old", -55, 8)]
    ledger = [posted(1, 100, 1), posted(2, 900, 2), posted(3, 7), posted(4, entry, None, "FBR-po")]
    proof = prove(payments, entries, ledger)
    assert total((b.amount for b in proof.buckets), "USD") == proof.balance
    assert proof.difference == proof.sum_of(B.UNEXPLAINED)
