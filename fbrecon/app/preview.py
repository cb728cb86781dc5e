"""What the next sync would write, and what the books would be afterwards: a rehearsal, told.

There is no second set of rules: the writing part of a sync runs as it is, in a transaction that is
rolled back (`fbrecon/sync/rehearsal.py`). The token stands for every fact that it was built on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from fbrecon.app.company import Company, not_connected
from fbrecon.app.deposits import clearing, entered_on, entry_plan
from fbrecon.app.fees import category_name, fee_plan
from fbrecon.app.papers import (
    BalanceChange,
    InvoiceChange,
    Preview,
    PreviewedWrite,
    Waiting,
)
from fbrecon.app.payment_names import name_payments
from fbrecon.domain.documents import Invoice, Method
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.undoing import find_way_back
from fbrecon.errors import NeedsPerson
from fbrecon.sync.engine import Services
from fbrecon.sync.rehearsal import Send, Stage, rehearse

_NOT_SENT = (
    PostingState.PROPOSED,
    PostingState.HELD,
    PostingState.UNCERTAIN,
    PostingState.REFUSED,
)
_RECKONED = "reckoned from the payments recorded in the books; not read from the ledger"
_ENTERED = "what fbrecon entered; other postings are not counted"
_UNTOUCHED = "fbrecon has written no entry to it"

ORDER = {role: place for place, role in enumerate(Role)}
METHODS: dict[Method | None, str] = {Method.CARD: "card", Method.ACH: "bank transfer (ACH)"}
Balances = dict[tuple[Role, str], tuple[Money, str]]


class PreviewChanged(NeedsPerson):
    """Something that the preview was built on is no longer so. `preview` is the new one."""

    def __init__(self, preview: Preview, kept_back: int = 0) -> None:
        super().__init__(
            f"{kept_back} of the previewed writes were kept back"
            if kept_back
            else "Nothing was written: the preview is out of date",
            "Something it was built on has changed since.",
            "Look at the new preview, then apply that one.",
        )
        self.preview = preview


def make_preview(company: Company) -> Preview:
    """Rehearse the next sync's writes. Changes nothing; raises `NeedsPerson` without FreshBooks."""
    return preview_with_sends(company)[0]


def preview_with_sends(company: Company) -> tuple[Preview, dict[str, Send]]:
    """The preview, and its sends by the key of their intent."""
    books = company.find_books()
    if books is None:
        raise not_connected("FreshBooks")
    services = Services(books, company.find_platform())
    stores, rules = company.stores, company.rules()
    frozen = stores.epoch.find_frozen()
    with stores.rehearsing():
        before = _balances(company)
        if frozen is None or frozen.since is None:
            stage = rehearse(
                services,
                stores,
                rules,
                company.clock,
                company.settle_rules(),
                entry_plan(company),
                fee_plan(company),
            )
        else:  # everything has to be read again before anything may be sent
            stage = Stage(stores)
        after = _balances(company)
        waiting = tuple(_waiting(company, stage))
        facts = [*_facts(company, stage), repr(rules), repr(waiting)]
    named = name_payments(company, [(each.subject, each.item) for each in waiting])
    waiting = tuple(
        replace(each, subject=name.text) for each, name in zip(waiting, named, strict=True)
    )
    writes = tuple(_told(company, send) for send in stage.sends)
    balances = tuple(_changes(company, before, after))
    token = hashlib.sha256(json.dumps([*facts, repr(writes), repr(balances)]).encode())
    preview = Preview(
        token.hexdigest()[:20],
        read_at(company),
        writes,
        waiting,
        balances,
        frozen.why if frozen is not None and frozen.since else _why_nothing(company, writes),
    )
    return preview, {send.intent.key.text: send for send in stage.sends}


def _facts(company: Company, stage: Stage) -> Iterator[str]:
    """Everything that a send was built on: its body, its invoice, its payment on the platform."""
    for send in stage.sends:
        intent = send.intent
        yield f"{intent.key.text} {hashlib.sha256(intent.body).hexdigest()}"
        for invoice in (send.before, send.after):
            if invoice is not None:
                yield repr(replace(invoice, updated_at=datetime.min))  # noqa: DTZ901 - any will do
        if intent.kind is WriteKind.PAYMENT:
            payment_id = PlatformPaymentId(intent.source_id)
            yield repr(company.stores.platform.find_payment(payment_id))


# ---- in a person's words


def _told(company: Company, send: Send) -> PreviewedWrite:
    intent = send.intent
    way = find_way_back(intent.kind)
    return PreviewedWrite(
        kind=intent.kind.value,
        item=_item(intent),
        subject=_subject(company, send),
        reason=send.reason,
        amount=intent.amount,
        undo=way.undo.value,
        way_back=way.words,
        invoice=_invoice_change(send.before, send.after),
    )


def _item(intent: Intent) -> str:
    if intent.kind is WriteKind.PAYMENT:
        return f"pay_{intent.source_id}"
    if intent.kind is WriteKind.PLATFORM_CUSTOMER:
        return f"cus_{intent.key.leg}"
    if intent.kind in (WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE):
        return f"out_{intent.target}"
    return f"inv_{intent.key.leg}" if intent.key.leg.isdigit() else ""


def _subject(company: Company, send: Send) -> str:
    intent, invoice = send.intent, send.before
    number = "" if invoice is None else invoice.number
    if intent.kind is WriteKind.PAYMENT:
        payment = company.stores.platform.find_payment(PlatformPaymentId(intent.source_id))
        if invoice is None or intent.on_date is None:
            return f"Record {intent.amount} on invoice {number}"
        on, customer = intent.on_date.isoformat(), invoice.customer_name
        method = METHODS.get(None if payment is None else payment.method, "other means")
        return f"Record {intent.amount} on invoice {number} of {customer}, paid {on} by {method}"
    if intent.kind is WriteKind.PAYMENT_REMOVAL:
        return f"Delete payment {intent.target} of {intent.amount} on invoice {number}"
    if intent.kind is WriteKind.PLATFORM_CUSTOMER:
        return f"Put customer {intent.subject} on the platform"
    if intent.kind is WriteKind.PLATFORM_INVOICE:
        return f"Put invoice {number} on the platform, over {intent.amount}"
    if intent.kind is WriteKind.JOURNAL_ENTRY:
        return f"Enter in the ledger: {intent.subject}"
    if intent.kind is WriteKind.EXPENSE:
        return f"Record as an expense in {category_name(company)}: {intent.subject}"
    if intent.kind is WriteKind.ARCHIVE_COPY:
        return f"Archive the copy of invoice {number} on the platform"
    return intent.subject


def _invoice_change(before: Invoice | None, after: Invoice | None) -> InvoiceChange | None:
    if before is None or after is None:
        return None
    return InvoiceChange(
        before.number,
        f"inv_{before.id}",
        before.customer_name,
        before.outstanding,
        after.outstanding,
        before.status.value,
        after.status.value,
    )


def _waiting(company: Company, stage: Stage) -> Iterator[Waiting]:
    """What needs a person or a reading first; told while the rehearsal still stands."""
    for intent in company.stores.outbox.list_intents(states=_NOT_SENT):
        yield Waiting(_item(intent), intent.subject, intent.reason)
    for found in stage.not_proposed:
        if found.needs_person:
            yield Waiting(f"pay_{found.payment_id}", f"Payment {found.payment_id}", found.reason)


def read_at(company: Company) -> datetime | None:
    """When both services were last read, None if never: the older of the two schedules."""
    journal = company.stores.journal
    times = [journal.cursor(f"schedule:{n}").last_success_at for n in ("invoices", "payments")]
    known = [time for time in times if time is not None]
    return min(known) if len(known) == len(times) else None


def _why_nothing(company: Company, writes: Iterable[PreviewedWrite]) -> str:
    if any(True for _ in writes):
        return ""
    if not company.rules().writes:
        return "fbrecon only reads while the platform's own FreshBooks link may be on."
    return "Both sides are in step: the next sync would write nothing."


# ---- balances: each source of figures gives what it knows before and after


def _balances(company: Company) -> Balances:
    """What is known of the accounts with a role, as the company file stands now."""
    found: Balances = {
        (Role.UNDEPOSITED_FUNDS, row.currency): (row.expected, _RECKONED)
        for row in clearing(company)
    }
    for currency in {currency for _, currency in found}:
        for role in (Role.BANK, Role.FEES):
            found[(role, currency)] = (Money.zero(currency), _UNTOUCHED)
    for role, amount in entered_on(company):
        found[(role, amount.currency)] = (amount, _ENTERED)
    return found


def _changes(company: Company, before: Balances, after: Balances) -> Iterator[BalanceChange]:
    names = {a.id: a.name for a in company.stores.books.list_ledger_accounts()}
    chosen = company.stores.decisions.roles()
    for role, currency in sorted({*before, *after}, key=lambda key: (key[1], ORDER[key[0]])):
        zero = Money.zero(currency)
        was, _ = before.get((role, currency), (zero, ""))
        then, basis = after.get((role, currency), (zero, _UNTOUCHED))
        account = names.get(chosen[role]) if role in chosen else None
        yield BalanceChange(
            account or f"{ROLE_LABELS[role]} (no account chosen)", role.value, was, then, basis
        )
