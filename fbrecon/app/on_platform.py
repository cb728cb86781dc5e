"""Where an invoice stands on the platform and why: a word for tables, sentences for the detail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fbrecon.app.company import Company
from fbrecon.domain.documents import CopyState, Invoice, InvoiceStatus, Visibility
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.overview import InvoiceRow
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.upkeep import Step, find_due
from fbrecon.sync.copy_facts import Reviewed, is_busy, review_copies_of

_READS = "fbrecon only reads while the platform's own FreshBooks link may be on."


def with_currencies(rows: Iterable[InvoiceRow], company: Company) -> list[InvoiceRow]:
    """The rows; what waits to be put there and never will be, for its currency, says so."""
    connected = company.stores.decisions.fact("platform_since") is not None
    currencies = company.doors.platform_currencies()

    def word(row: InvoiceRow) -> str:
        if row.platform != "waits":
            return row.platform
        if not connected:
            return ""
        return "waits" if row.total.currency in currencies else "currency"

    return [replace(row, platform=word(row)) for row in rows]


def tell(company: Company, invoice_id: InvoiceId) -> str:
    """Sentences about the invoice on the platform; "" while the platform is not connected."""
    invoice = company.stores.books.find_invoice(invoice_id)
    if invoice is None or company.stores.decisions.fact("platform_since") is None:
        return ""
    reviewed = review_copies_of(company.stores, invoice_id)
    live = [found for found in reviewed if found.facts.copy.state is not CopyState.ARCHIVED]
    texts = [_of_copy(found) for found in live] or [_of_none(company, invoice, reviewed)]
    if not company.rules().writes:
        texts.append(_READS)
    texts.append(_of_customer(company, invoice))
    return " ".join(text for text in texts if text)


def _of_copy(found: Reviewed) -> str:
    due, decision, copy = find_due(found.facts), found.decision, found.facts.copy
    whose = "" if found.facts.ours else " by another program or person"
    asks = ""
    if due is not None and due.minor > 0:
        asks = f"It stands there{whose} as {copy.id}, asking for {due}."
    waits = {Step.ARCHIVE: "It is replaced or archived with the next sync of invoices."}
    return " ".join(filter(None, (asks, decision.reason, waits.get(decision.step, ""))))


def _of_none(company: Company, invoice: Invoice, archived: list[Reviewed]) -> str:
    kept_out = _kept_out(invoice)
    if kept_out:
        return kept_out
    if invoice.total.currency not in company.doors.platform_currencies():
        return f"Not collected here: the platform takes no {invoice.total.currency}."
    if is_busy([found.facts for found in archived]):
        return " ".join(found.decision.reason for found in archived)
    leg = str(invoice.id)
    held = company.stores.outbox.list_intents([WriteKind.PLATFORM_INVOICE], leg=leg)
    if held and held[-1].state in (PostingState.VERIFIED, PostingState.ADOPTED):
        by_us = held[-1].remote_id in {
            i.target for i in company.stores.outbox.list_intents([WriteKind.ARCHIVE_COPY], leg=leg)
        }
        if not by_us:
            return "Its copy was archived there by hand, so it is not put there again."
    if held and held[-1].state not in (PostingState.VERIFIED, PostingState.ADOPTED):
        return f"It is not there yet: {held[-1].reason}"
    if company.stores.books.find_customer(invoice.customer_id) is None:
        return "It cannot be put there: FreshBooks does not show its customer."
    return "It is put there with the next sync of invoices." if company.rules().writes else ""


def _kept_out(invoice: Invoice) -> str:
    """Why an invoice is not to be collected on the platform; "" where it is."""
    if invoice.visibility is Visibility.DELETED:
        return "It is deleted in FreshBooks, so it is not collected."
    if invoice.visibility is Visibility.GONE:
        return "FreshBooks no longer shows it, so it is not collected."
    if invoice.visibility is Visibility.ARCHIVED:
        return "It is archived in FreshBooks, so it is not put on the platform."
    if invoice.status is InvoiceStatus.DRAFT:
        return "It is a draft: not put on the platform before it is sent."
    if invoice.status is InvoiceStatus.DISPUTED:
        return "It is disputed, so it is not collected on the platform."
    return "" if invoice.outstanding.minor > 0 else "Nothing is owed on it."


def _of_customer(company: Company, invoice: Invoice) -> str:
    """How the platform calls the customer, where that differs: it cannot be changed there."""
    for row in company.stores.customers.rows([int(invoice.customer_id)]):
        if row.differs:
            there = ", ".join(part for part in (row.platform_name, row.platform_email) if part)
            return (
                f"The platform knows its customer as {there}; customers cannot be changed there "
                "by other programs."
            )
    return ""
