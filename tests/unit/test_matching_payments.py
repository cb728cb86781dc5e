"""A marker is proof; an equal payment is evidence, accepted only where it is the only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.payments import Claim, find_cut, find_lookalikes, match_payments
from fbrecon.domain.money import Money
from tests.fakes.samples import DAY, a_book_payment, a_key, usd


def _claim(
    name: str = "p1",
    invoice: int = 100,
    amount: Money | None = None,
    paid_on: date = DAY,
    *,
    adoptable: bool = True,
) -> Claim:
    markers = tuple(a_key(name, str(invoice), generation=n).marker for n in (1, 2, 3))
    return Claim(
        PlatformPaymentId(name),
        InvoiceId(invoice),
        usd(12000) if amount is None else amount,
        paid_on,
        markers,
        adoptable,
    )


def _note(name: str = "p1", invoice: int = 100, generation: int = 1) -> str:
    return f"by fbrecon · {a_key(name, str(invoice), generation=generation).marker}"


def _match(
    claims: Sequence[Claim], payments: Sequence[BookPayment], known: Sequence[Match] = ()
) -> list[tuple[str, int, str]]:
    of: dict[InvoiceId, list[BookPayment]] = defaultdict(list)
    for payment in payments:
        if payment.invoice_id is not None:
            of[payment.invoice_id].append(payment)
    found = match_payments(claims, of, known)
    return [(m.payment_id, m.book_payment_id, m.made_by) for m in found]


# ---- markers


def test_a_marker_is_proof_whatever_sum_and_date() -> None:
    odd = a_book_payment(500, usd(1), paid_on=date(2020, 1, 1), note=_note())
    assert _match([_claim(adoptable=False)], [odd]) == [("p1", 500, "marker")]


@pytest.mark.parametrize("generation", [1, 2, 3])
def test_the_marker_of_every_generation_counts(generation: int) -> None:
    payment = a_book_payment(500, note=_note(generation=generation))
    assert _match([_claim()], [payment]) == [("p1", 500, "marker")]


def test_a_marker_wins_over_an_equal_payment() -> None:
    twins = [a_book_payment(500), a_book_payment(501, note=_note())]
    assert _match([_claim()], twins) == [("p1", 501, "marker")]
    assert _match([_claim()], twins[::-1]) == [("p1", 501, "marker")]


def test_a_marker_on_a_deleted_row_never_counts() -> None:
    gone = a_book_payment(500, note=_note(), visibility=Visibility.DELETED)
    assert _match([_claim()], [gone]) == []


def test_an_archived_row_counts() -> None:
    archived = a_book_payment(500, note=_note(), visibility=Visibility.ARCHIVED)
    assert _match([_claim()], [archived]) == [("p1", 500, "marker")]


def test_a_marker_that_stands_twice_is_for_a_person() -> None:
    twice = [a_book_payment(500, note=_note()), a_book_payment(501, note=_note(generation=2))]
    assert _match([_claim()], twice) == []
    assert _match([_claim()], [*twice, a_book_payment(502)]) == []


def test_one_note_with_the_markers_of_two_payments_is_for_a_person() -> None:
    both = a_book_payment(500, note=f"{_note('p1')} {_note('p2')}")
    assert _match([_claim("p1"), _claim("p2")], [both]) == []
    assert _match([_claim("p2"), _claim("p1")], [both]) == []


def test_a_marker_with_more_letters_is_another_word() -> None:
    assert _match([_claim(adoptable=False)], [a_book_payment(note=_note() + "X")]) == []


def test_the_marker_of_another_payment_is_no_evidence_for_this_one() -> None:
    assert _match([_claim("p1")], [a_book_payment(note=_note("p2"))]) == []


def test_both_legs_of_one_payment_find_their_own_marker() -> None:
    legs = [_claim("p1", 100), _claim("p1", 101)]
    books = [
        a_book_payment(500, invoice=100, note=_note("p1", 100)),
        a_book_payment(501, invoice=101, note=_note("p1", 101)),
    ]
    assert _match(legs, books) == [("p1", 500, "marker"), ("p1", 501, "marker")]


def test_a_payment_on_two_copies_of_one_invoice_is_one_claim() -> None:
    payment = a_book_payment(500, note=_note())
    assert _match([_claim(), _claim()], [payment]) == [("p1", 500, "marker")]
    assert _match([_claim(), _claim()], [a_book_payment(500)]) == [("p1", 500, "rule")]


# ---- evidence


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "on the same day"), (1, "1 day apart"), (-3, "3 days apart"), (3, "3 days apart")],
)
def test_an_equal_payment_near_in_time_is_accepted_with_its_reason(days: int, words: str) -> None:
    payment = a_book_payment(500, paid_on=DAY + timedelta(days=days))
    [found] = match_payments([_claim()], {InvoiceId(100): [payment]}, [])
    assert found == Match(
        PlatformPaymentId("p1"),
        BookPaymentId(500),
        f"Same invoice and sum, {words}, and the only one of its kind.",
        "rule",
    )


@pytest.mark.parametrize(
    "other",
    [
        a_book_payment(invoice=101),
        a_book_payment(invoice=None, credit=9),
        a_book_payment(amount=usd(12001)),
        a_book_payment(amount=usd(11999)),
        a_book_payment(amount=Money(12000, "CAD")),
        a_book_payment(paid_on=DAY + timedelta(days=4)),
        a_book_payment(paid_on=DAY - timedelta(days=4)),
        a_book_payment(visibility=Visibility.DELETED),
        a_book_payment(note=_note("p9")),
    ],
    ids=["invoice", "credit", "more", "less", "currency", "late", "early", "deleted", "marked"],
)
def test_what_differs_in_invoice_sum_or_day_is_no_lookalike(other: BookPayment) -> None:
    assert find_lookalikes(_claim(), [other]) == []
    assert _match([_claim()], [other]) == []


def test_a_note_that_only_begins_like_a_marker_hides_no_lookalike() -> None:
    """A business may number its own invoices so; its cheque must not be recorded twice."""
    typed = a_book_payment(500, note="Cheque for FBR-1042")
    assert find_lookalikes(_claim(), [typed]) == [typed]


def test_a_payment_that_is_matched_already_is_no_lookalike() -> None:
    assert find_lookalikes(_claim(), [a_book_payment(500)], [BookPaymentId(500)]) == []


def _cut(paid: int, credit: int | None = 9_001, **changes: Any) -> BookPayment:
    payment = a_book_payment(500, usd(paid), **changes)
    return replace(payment, overpayment_id=credit)


def test_what_freshbooks_cut_may_be_the_same_money_and_is_never_settled_by_itself() -> None:
    cut = _cut(0)
    assert find_cut(_claim(), [cut]) == [cut]
    assert _match([_claim()], [cut]) == []


@pytest.mark.parametrize(
    "other",
    [
        _cut(0, credit=None),
        _cut(12_000),
        _cut(0, note=_note("p9")),
        _cut(0, paid_on=DAY + timedelta(days=4)),
        _cut(0, visibility=Visibility.DELETED),
        replace(_cut(0), amount=Money(0, "CAD")),
    ],
    ids=["no credit", "whole", "marked", "late", "deleted", "currency"],
)
def test_other_payments_were_not_cut_from_this_one(other: BookPayment) -> None:
    assert find_cut(_claim(), [other]) == []


def test_a_claim_that_would_be_posted_anyway_is_not_settled_by_evidence() -> None:
    assert _match([_claim(adoptable=False)], [a_book_payment(500)]) == []


def test_two_equal_payments_in_the_books_abstain() -> None:
    twins = [a_book_payment(500), a_book_payment(501, paid_on=DAY + timedelta(days=1))]
    assert _match([_claim()], twins) == []


def test_two_equal_payments_of_the_platform_abstain() -> None:
    claims = [_claim("p1"), _claim("p2", paid_on=DAY + timedelta(days=1))]
    assert _match(claims, [a_book_payment(500)]) == []


def test_a_rival_that_may_not_adopt_is_a_rival_all_the_same() -> None:
    claims = [_claim("p1"), _claim("p2", adoptable=False)]
    assert _match(claims, [a_book_payment(500)]) == []


def test_a_marker_takes_the_rival_away() -> None:
    claims = [_claim("p1"), _claim("p2")]
    books = [a_book_payment(500), a_book_payment(501, note=_note("p2"))]
    assert _match(claims, books) == [("p1", 500, "rule"), ("p2", 501, "marker")]
    assert _match(claims[::-1], books) == [("p2", 501, "marker"), ("p1", 500, "rule")]


def test_equal_sums_on_two_invoices_do_not_disturb_each_other() -> None:
    claims = [_claim("p1", 100), _claim("p2", 101)]
    books = [a_book_payment(500, invoice=101), a_book_payment(501, invoice=100)]
    assert _match(claims, books) == [("p1", 501, "rule"), ("p2", 500, "rule")]


# ---- what is known stays


def test_a_known_match_is_not_made_again() -> None:
    known = Match(PlatformPaymentId("p1"), BookPaymentId(500), "", "person")
    assert _match([_claim()], [a_book_payment(500), a_book_payment(501)], [known]) == []


def test_a_payment_in_the_books_is_never_matched_twice() -> None:
    known = Match(PlatformPaymentId("p0"), BookPaymentId(500), "", "person")
    assert _match([_claim("p1")], [a_book_payment(500)], [known]) == []
    assert _match([_claim("p1")], [a_book_payment(500, note=_note())], [known]) == []


def test_the_other_leg_of_a_matched_payment_is_still_open() -> None:
    known = Match(PlatformPaymentId("p1"), BookPaymentId(500), "", "marker")
    books = [
        a_book_payment(500, invoice=100, note=_note("p1", 100)),
        a_book_payment(501, invoice=101, note=_note("p1", 101)),
    ]
    assert _match([_claim("p1", 100), _claim("p1", 101)], books, [known]) == [("p1", 501, "marker")]


def test_nothing_is_found_in_nothing() -> None:
    assert _match([], [a_book_payment()]) == []
    assert _match([_claim()], []) == []


def test_a_claim_may_say_that_any_day_will_do() -> None:
    long_ago = a_book_payment(500, paid_on=DAY - timedelta(days=90))
    claim = _claim()
    assert _match([claim], [long_ago]) == []
    assert _match([replace(claim, near_days=None)], [long_ago]) == [("p1", 500, "rule")]
    assert (
        _match([replace(claim, near_days=None)], [long_ago, a_book_payment(501, paid_on=DAY)]) == []
    )
