"""A person names the invoice of a payment that only a file tells of."""

from __future__ import annotations

from fbrecon.app import public_ids
from fbrecon.app.company import Company, not_connected
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.documents import Invoice, PlatformPayment, PlatformState, Visibility
from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.overview import InvoiceRow, PaymentRow
from fbrecon.errors import NotFound, Refused
from fbrecon.sync.facts import gather_facts
from fbrecon.sync.record import Recorder

INVOICE = "inv_"


def name_invoice(company: Company, public_id: str, invoice_id: str) -> str:
    """Keep which invoice a payment is for, so that it waits for approval there; its public id.

    "" where an equal payment on that invoice turned out to be the same money, and was matched.

    Raises `NotFound`, `Refused`, and `NeedsPerson` where FreshBooks is not connected.
    """
    payment = _payment(company, public_id)
    invoice = _invoice(company, invoice_id)
    stores, books = company.stores, company.find_books()
    if books is None:
        raise not_connected("FreshBooks")
    rules = company.rules()
    if not rules.writes:
        raise Refused(
            "fbrecon only reads now",
            "Nothing is recorded in FreshBooks while it does.",
            "Let it write first, with “fbrecon settings mode write”, or on Home.",
        )
    told = "" if payment.told is None else payment.told.currency
    if told and told != invoice.total.currency:
        raise Refused(
            "Those two are in different currencies",
            f"The payment is in {told}, invoice {invoice.number} in {invoice.total.currency}.",
            "Name another invoice, or record it in FreshBooks by hand.",
        )
    with stores.write():
        stores.files.place(payment.id, invoice.id, company.clock.now())
        recorder = Recorder(books, stores, rules, company.clock)
        facts = gather_facts(stores, rules)
        if payment.id not in facts.placings:
            raise Refused(
                "It is recorded, under way or decided about already",
                f"Payment {payment.id} does not wait for an invoice.",
                "Look at its state in the list of payments.",
            )
        recorder.match(facts)  # an equal payment may be in the books already
        recorder.propose(facts)
        deed = Deed(
            DeedKind.MATCH,
            f"Payment {payment.id}",
            f"A person said that it is for invoice {invoice.number}.",
            f"pay_{payment.id}",
            after=f"invoice {invoice.number}",
        )
        stores.activity.append(deed)
    matched = {match.payment_id for match in stores.decisions.matches([payment.id])}
    return "" if payment.id in matched else f"pay_{payment.id}"


def left_after(payment: PaymentRow, invoice: InvoiceRow) -> Money | None:
    """What stays outstanding once that payment is on the invoice, below zero where it is too much.

    FreshBooks would turn what is too much into credit, so such a payment waits. None where the
    payment's currency is not known or is another.
    """
    amount, owed = payment.amount, invoice.outstanding
    return owed - amount if amount is not None and amount.currency == owed.currency else None


def _payment(company: Company, public_id: str) -> PlatformPayment:
    kind, rest = public_ids.split(public_id)
    if kind == "att":
        items = company.stores.decisions.list_attention()
        subjects = [i.finding.subject for i in items if f"att_{i.number}" == public_id]
        kind, rest = public_ids.split(subjects[0]) if subjects and "_" in subjects[0] else ("", "")
    payment = None
    if kind == "pay":
        payment = company.stores.platform.find_payment(PlatformPaymentId(rest))
    if payment is None:
        raise NotFound(
            "There is no such payment",
            f"Nothing here has the id {public_id}.",
            "Copy it from a list.",
        )
    if not payment.only_in_file:
        raise Refused(
            "Its invoice is not a person's to name",
            "The platform itself tells of that payment, and which invoice it is for.",
            "Record it in FreshBooks by hand; fbrecon will match it.",
        )
    if payment.state is not PlatformState.SUCCEEDED:
        word = payment.state.value.replace("_", " ")
        raise Refused(
            "It is not collected",
            f"Its file has it as {word}, so there is nothing to record.",
            "Import a newer file once it is collected.",
        )
    return payment


def _invoice(company: Company, public_id: str) -> Invoice:
    digits = public_id.removeprefix(INVOICE)
    invoice = None
    if digits.isascii() and digits.isdigit():
        invoice = company.stores.books.find_invoice(InvoiceId(int(digits)), lines=False)
    if invoice is None or invoice.visibility in (Visibility.DELETED, Visibility.GONE):
        raise NotFound(
            "There is no such invoice",
            f"FreshBooks has no invoice {public_id}, as it was read last.",
            "Copy its id from “fbrecon list invoices --json”.",
        )
    return invoice
