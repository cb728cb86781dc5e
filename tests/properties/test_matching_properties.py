"""Matching, over small crowded worlds where nearly everything looks like something else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.documents import BookPayment, Invoice, PlatformInvoice, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.copies import match_copies
from fbrecon.domain.matching.payments import NEAR_DAYS, Claim, match_payments
from fbrecon.domain.money import Money
from fbrecon.domain.posting import list_markers
from tests.fakes.samples import (
    DAY,
    MARKER,
    a_book_payment,
    a_key,
    a_platform_invoice,
    an_invoice,
    usd,
)

_NAMES = ("p1", "p2", "p3", "p4")
_INVOICES = (100, 101)
_sums = st.sampled_from([usd(5000), usd(5001), Money(5000, "CAD")])
_shifts = st.integers(-5, 5).map(lambda shift: DAY + timedelta(days=shift))
_notes = st.lists(
    st.builds(
        lambda name, leg, generation: a_key(name, str(leg), generation=generation).marker,
        st.sampled_from(_NAMES),
        st.sampled_from(_INVOICES),
        st.integers(1, 2),
    ),
    max_size=2,
).map(" ".join)
_book_payments = st.lists(
    st.builds(
        a_book_payment,
        st.integers(500, 520),
        _sums,
        invoice=st.sampled_from(_INVOICES),
        paid_on=_shifts,
        note=st.one_of(st.just(""), _notes),
        visibility=st.sampled_from(Visibility),
    ),
    max_size=8,
    unique_by=lambda payment: payment.id,
)
_claims = st.lists(
    st.builds(
        lambda name, leg, amount, day, adoptable: Claim(
            PlatformPaymentId(name),
            InvoiceId(leg),
            amount,
            day,
            tuple(a_key(name, str(leg), generation=n).marker for n in (1, 2)),
            adoptable,
        ),
        st.sampled_from(_NAMES),
        st.sampled_from(_INVOICES),
        _sums,
        _shifts,
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda claim: (claim.payment_id, claim.invoice_id),
)


def _match(
    claims: Sequence[Claim], payments: Sequence[BookPayment], known: Sequence[Match] = ()
) -> list[Match]:
    of: dict[InvoiceId, list[BookPayment]] = defaultdict(list)
    for payment in payments:
        assert payment.invoice_id is not None
        of[payment.invoice_id].append(payment)
    return match_payments(claims, of, known)


@given(_claims, _book_payments, st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_decides(
    claims: list[Claim], payments: list[BookPayment], chance: Random
) -> None:
    found = _match(claims, payments)
    chance.shuffle(claims)
    chance.shuffle(payments)
    assert Counter(_match(claims, payments)) == Counter(found)


@given(_claims, _book_payments)
def test_no_payment_in_the_books_is_matched_twice_and_no_deleted_one_at_all(
    claims: list[Claim], payments: list[BookPayment]
) -> None:
    found = _match(claims, payments)
    by_id = {payment.id: payment for payment in payments}
    assert len({match.book_payment_id for match in found}) == len(found)
    for match in found:
        assert by_id[match.book_payment_id].visibility is not Visibility.DELETED


@given(_claims, _book_payments)
def test_every_match_has_the_evidence_that_it_names(
    claims: list[Claim], payments: list[BookPayment]
) -> None:
    by_id = {payment.id: payment for payment in payments}
    by_key = {(claim.payment_id, claim.invoice_id): claim for claim in claims}
    for match in _match(claims, payments):
        booked = by_id[match.book_payment_id]
        assert booked.invoice_id is not None
        claim = by_key[match.payment_id, booked.invoice_id]
        if match.made_by == "marker":
            assert set(claim.markers) & set(list_markers(booked.note))
        else:
            assert match.made_by == "rule"
            assert claim.adoptable
            assert booked.amount == claim.amount
            assert abs((booked.paid_on - claim.paid_on).days) <= NEAR_DAYS
            assert list_markers(booked.note) == []


@given(_claims, _book_payments)
def test_matching_again_finds_nothing_new(claims: list[Claim], payments: list[BookPayment]) -> None:
    found = _match(claims, payments)
    assert _match(claims, payments, found) == []


@given(_claims, _book_payments, st.sampled_from([500, 501, 502]))
def test_what_is_known_is_never_taken_away(
    claims: list[Claim], payments: list[BookPayment], taken: int
) -> None:
    known = Match(PlatformPaymentId("elsewhere"), BookPaymentId(taken), "", "person")
    found = _match(claims, payments, [known])
    assert taken not in {match.book_payment_id for match in found}


_labels = st.sampled_from(["12", "123", "3124", "INV-12", ""])


@given(
    st.lists(
        st.builds(
            a_platform_invoice,
            st.sampled_from(["i1", "i2", "i3"]),
            st.sampled_from([usd(5000), usd(6000), Money(5000, "CAD")]),
            label=_labels,
            descriptions=st.sampled_from([(), (f"x ({MARKER})",)]),
        ),
        unique_by=lambda invoice: invoice.id,
    ),
    st.lists(
        st.builds(
            an_invoice,
            st.integers(100, 103),
            st.sampled_from([usd(5000), usd(6000)]),
            label=_labels,
            visibility=st.sampled_from(Visibility),
        ),
        unique_by=lambda invoice: invoice.id,
        max_size=4,
    ),
    st.randoms(use_true_random=False),
)
def test_a_copy_by_number_has_the_same_number_currency_and_sum_in_any_order(
    remotes: list[PlatformInvoice], books: list[Invoice], chance: Random
) -> None:
    found = match_copies(remotes, {}, {MARKER: InvoiceId(7)}, books)
    chance.shuffle(remotes)
    chance.shuffle(books)
    assert match_copies(remotes, {}, {MARKER: InvoiceId(7)}, books) == found
    by_id = {invoice.id: invoice for invoice in books}
    by_remote = {invoice.id: invoice for invoice in remotes}
    for remote_id, copy in found.items():
        remote = by_remote[remote_id]
        if copy.ours:
            assert copy.invoice_id == 7
            assert remote.descriptions
        else:
            invoice = by_id[copy.invoice_id]
            assert invoice.number == remote.number != ""
            assert invoice.total == remote.total
            assert invoice.visibility is not Visibility.DELETED
