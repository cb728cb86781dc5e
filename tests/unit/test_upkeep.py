"""What becomes of a copy on the platform when the books move on, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fbrecon.domain.documents import CopyState, InvoiceStatus, Method, PlatformState, Visibility
from fbrecon.domain.money import Money
from fbrecon.domain.upkeep import CopyFacts, Step, decide, is_under_way
from tests.fakes.samples import a_platform_invoice, a_platform_payment, an_invoice

USD = "USD"


def facts(**changes: object) -> CopyFacts:
    """An open invoice of 100.00 with its copy, nothing paid."""
    invoice = replace(
        an_invoice(),
        total=Money(10_000, USD),
        outstanding=Money(10_000, USD),
        paid=Money(0, USD),
        status=InvoiceStatus.OPEN,
        visibility=Visibility.ACTIVE,
    )
    copy = replace(a_platform_invoice(), total=Money(10_000, USD), state=CopyState.OPEN)
    usual = CopyFacts(copy, invoice, ours=True, payments=(), recorded=(), is_current=True)
    invoice_changes = {
        k: v for k, v in changes.items() if k in ("outstanding", "status", "visibility")
    }
    others = {k: v for k, v in changes.items() if k not in invoice_changes}
    found = replace(usual, **others)  # type: ignore[arg-type]
    if invoice_changes and found.invoice is not None:
        found = replace(found, invoice=replace(found.invoice, **invoice_changes))  # type: ignore[arg-type]
    return found


def paid(minor: int, state: PlatformState = PlatformState.SUCCEEDED) -> CopyFacts:
    payment = replace(
        a_platform_payment(),
        total=Decimal(minor).scaleb(-2),
        sub_total=Decimal(minor).scaleb(-2),
        fees=(),
        state=state,
        method=Method.CARD,
    )
    return facts(payments=(payment,), recorded={payment.id})


def test_a_copy_that_asks_for_what_is_outstanding_is_left() -> None:
    assert decide(facts()).step is Step.LEAVE


def test_a_changed_sum_replaces_our_copy() -> None:
    decision = decide(facts(outstanding=Money(9_000, USD)))
    assert decision.step is Step.ARCHIVE
    assert "100.00 USD" in decision.reason
    assert "90.00 USD" in decision.reason


def test_changed_lines_or_due_date_replace_our_copy() -> None:
    assert decide(facts(is_current=False)).step is Step.ARCHIVE
    assert decide(facts(is_current=None)).step is Step.LEAVE


def test_our_own_posting_replaces_nothing() -> None:
    partly = replace(paid(4_000), is_current=True)
    assert partly.invoice is not None
    settled = replace(
        partly,
        invoice=replace(
            partly.invoice, outstanding=Money(6_000, USD), status=InvoiceStatus.PARTIAL
        ),
    )
    assert decide(settled).step is Step.LEAVE


@pytest.mark.parametrize(
    "state", [PlatformState.PENDING, PlatformState.UNKNOWN, PlatformState.REFUNDED_PART]
)
def test_never_while_a_payment_is_under_way(state: PlatformState) -> None:
    moving = paid(4_000, state)
    assert moving.invoice is not None
    cheque = replace(moving.invoice, outstanding=Money(0, USD), status=InvoiceStatus.PAID)
    assert decide(replace(moving, invoice=cheque)).step is Step.LEAVE


@pytest.mark.parametrize("state", [PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART])
def test_never_while_a_collected_payment_is_not_in_the_books_yet(state: PlatformState) -> None:
    moving = replace(paid(4_000, state), recorded=())
    assert is_under_way(moving.payments, moving.recorded)
    assert decide(moving).step is Step.LEAVE


def test_what_is_in_the_books_does_not_count_as_under_way_for_being_given_back_in_part() -> None:
    moving = paid(4_000, PlatformState.REFUNDED_PART)
    assert not is_under_way(moving.payments, moving.recorded)


@pytest.mark.parametrize("state", [PlatformState.FAILED, PlatformState.RETURNED])
def test_a_payment_that_did_not_last_lowers_nothing(state: PlatformState) -> None:
    assert decide(paid(4_000, state)).step is Step.LEAVE


def test_a_cheque_in_the_books_archives_our_copy_and_asks_about_any_other() -> None:
    settled = facts(outstanding=Money(0, USD), status=InvoiceStatus.PAID)
    assert decide(settled).step is Step.ARCHIVE
    assert decide(replace(settled, ours=False)).step is Step.MARK_PAID_THERE


@pytest.mark.parametrize("status", [InvoiceStatus.DRAFT, InvoiceStatus.DISPUTED])
def test_draft_or_disputed_archives_our_copy(status: InvoiceStatus) -> None:
    assert decide(facts(status=status)).step is Step.ARCHIVE
    assert decide(facts(status=status, ours=False)).step is Step.ARCHIVE_THERE


def test_deleting_in_the_books_archives_nothing_and_asks() -> None:
    assert decide(facts(visibility=Visibility.DELETED)).step is Step.ARCHIVE_THERE
    assert decide(facts(invoice=None)).step is Step.ARCHIVE_THERE


def test_archiving_in_the_books_does_not_reach_the_platform() -> None:
    assert decide(facts(visibility=Visibility.ARCHIVED)).step is Step.LEAVE


def test_paid_in_full_through_the_platform_is_frozen() -> None:
    frozen = paid(10_000)
    assert frozen.invoice is not None
    done = replace(frozen.invoice, outstanding=Money(0, USD), status=InvoiceStatus.PAID)
    assert decide(replace(frozen, invoice=done)).step is Step.LEAVE
    edited = replace(frozen.invoice, outstanding=Money(500, USD), status=InvoiceStatus.PARTIAL)
    decision = decide(replace(frozen, invoice=edited))
    assert decision.step is Step.FROZEN_DIFFERS
    assert "5.00 USD" in decision.reason


def test_an_archived_copy_is_left() -> None:
    archived = replace(a_platform_invoice(), state=CopyState.ARCHIVED, total=Money(1, USD))
    assert decide(facts(copy=archived)).step is Step.LEAVE


def test_a_copy_that_is_not_ours_and_differs_is_asked_about() -> None:
    differs = facts(outstanding=Money(9_000, USD), ours=False)
    assert decide(differs).step is Step.ARCHIVE_THERE
