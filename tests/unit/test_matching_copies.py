"""Which invoice on the platform is which in the books: remembered, then marked, then numbered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from fbrecon.domain.documents import CopyState, Invoice, PlatformInvoice, Visibility
from fbrecon.domain.ids import InvoiceId, PlatformInvoiceId
from fbrecon.domain.matching.copies import Copy, match_copies
from fbrecon.domain.money import Money
from tests.fakes.samples import MARKER, a_key, a_platform_invoice, an_invoice, usd

ELSE = a_key("other").marker
MARKED = (f"Invoice INV-100: Work ({MARKER})",)


def _copy(
    remote: PlatformInvoice,
    *,
    remembered: Mapping[str, int] | None = None,
    by_marker: Mapping[str, int] | None = None,
    books: Sequence[Invoice] = (),
) -> Copy | None:
    found = match_copies(
        [remote],
        {PlatformInvoiceId(key): InvoiceId(value) for key, value in (remembered or {}).items()},
        {key: InvoiceId(value) for key, value in (by_marker or {}).items()},
        books,
    )
    return found.get(remote.id)


def test_what_we_remember_beats_marker_and_number() -> None:
    remote = a_platform_invoice("i1", label="INV-100", descriptions=MARKED)
    found = _copy(remote, remembered={"i1": 7}, by_marker={MARKER: 8}, books=[an_invoice(100)])
    assert found == Copy(
        PlatformInvoiceId("i1"), InvoiceId(7), ours=True, reason="We put it there."
    )


def test_a_marker_beats_the_number() -> None:
    remote = a_platform_invoice("i1", label="INV-100", descriptions=("plain", *MARKED))
    found = _copy(remote, by_marker={MARKER: 8}, books=[an_invoice(100)])
    assert found is not None
    assert (found.invoice_id, found.ours) == (8, True)
    assert "marker" in found.reason


def test_number_currency_and_sum_together_tell_somebody_elses_copy() -> None:
    found = _copy(a_platform_invoice(label="INV-100"), books=[an_invoice(100)])
    assert found is not None
    assert (found.invoice_id, found.ours) == (100, False)


def test_a_marker_of_another_company_is_stronger_than_an_equal_number() -> None:
    remote = a_platform_invoice(label="INV-100", descriptions=(f"Something ({ELSE})",))
    assert _copy(remote, by_marker={MARKER: 8}, books=[an_invoice(100)]) is None


def test_the_sum_may_be_the_total_or_what_is_still_outstanding() -> None:
    half_paid = an_invoice(100, usd(12000), outstanding=usd(5000))
    for minor, is_copy in ((12000, True), (5000, True), (7000, False), (4999, False)):
        remote = a_platform_invoice(total=usd(minor), label="INV-100")
        assert (_copy(remote, books=[half_paid]) is not None) == is_copy


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("12", "3124"),
        ("3124", "12"),
        ("12", "INV-12"),
        ("INV-12", "INV-123"),
        ("INV-12", "inv-12"),
        ("0012", "12"),
        ("12", "12 "),
    ],
)
def test_a_number_counts_as_a_whole_only(there: str, here: str) -> None:
    assert _copy(a_platform_invoice(label=there), books=[an_invoice(100, label=here)]) is None


@pytest.mark.parametrize(
    "invoice",
    [
        an_invoice(100, usd(12001)),
        an_invoice(100, Money(12000, "CAD")),
        an_invoice(100, visibility=Visibility.DELETED),
    ],
    ids=["sum", "currency", "deleted"],
)
def test_the_number_alone_is_not_enough(invoice: Invoice) -> None:
    assert _copy(a_platform_invoice(label="INV-100"), books=[invoice]) is None


def test_an_empty_number_says_nothing() -> None:
    assert _copy(a_platform_invoice(label=""), books=[an_invoice(100, label="")]) is None


def test_two_invoices_of_one_number_and_sum_abstain() -> None:
    twins = [an_invoice(100, label="12"), an_invoice(101, label="12")]
    assert _copy(a_platform_invoice(label="12"), books=twins) is None


def test_a_deleted_twin_is_no_rival() -> None:
    books = [
        an_invoice(100, label="12"),
        an_invoice(101, label="12", visibility=Visibility.DELETED),
    ]
    found = _copy(a_platform_invoice(label="12"), books=books)
    assert found is not None
    assert found.invoice_id == 100


def test_an_archived_copy_is_still_a_copy() -> None:
    remote = a_platform_invoice(descriptions=MARKED, state=CopyState.ARCHIVED)
    assert _copy(remote, by_marker={MARKER: 8}) is not None


def test_what_was_made_on_the_platform_stays_there() -> None:
    assert match_copies([a_platform_invoice(label="X-1")], {}, {}, [an_invoice(100)]) == {}


def test_copy_and_replacement_both_belong_to_the_invoice() -> None:
    old = a_platform_invoice("i1", usd(12000), descriptions=MARKED, state=CopyState.ARCHIVED)
    new = a_platform_invoice("i2", usd(9000), descriptions=MARKED)
    found = match_copies([old, new], {}, {MARKER: InvoiceId(100)}, [])
    assert {key: copy.invoice_id for key, copy in found.items()} == {"i1": 100, "i2": 100}
