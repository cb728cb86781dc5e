"""What a person decides about payments that were recorded: once more, or one of two taken back."""

from __future__ import annotations

from fbrecon.app import public_ids
from fbrecon.app.company import Company, not_connected
from fbrecon.domain.attention import AttentionItem, AttentionKind
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import WriteKind
from fbrecon.sync.doubles import list_doubled
from fbrecon.sync.ports import Books
from fbrecon.sync.recording_again import may_be_recorded_again, order_again
from fbrecon.sync.removing import order_removal


def settle_recorded(company: Company, item: AttentionItem | None, public_id: str) -> bool:
    """A yes to an item about recorded payments, or to a payment whose record was deleted.

    Of one that stands there more than once, all but the first are taken back; one that was deleted
    is recorded again. Both are sent with the next sync, after looking once more. False where the
    yes is about something else. Raises `Refused` and `NeedsPerson`.
    """
    subject = public_id if item is None else item.finding.subject
    if not subject.startswith("pay_"):
        return False
    source_id = public_ids.split(subject)[1]
    if item is not None and item.finding.kind == AttentionKind.PAYMENT_DOUBLED:
        return _remove_extra(company, source_id)
    again = [
        intent for intent in _last_of_each(company, source_id) if may_be_recorded_again(intent)
    ]
    for intent in again:
        order_again(_books(company), company.stores, intent)
    return bool(again)


def _remove_extra(company: Company, source_id: str) -> bool:
    books, account = _books(company), company.business.account_id
    why = "A person ordered it: the payment stands in FreshBooks more than once."
    found = [d for d in list_doubled(company.stores) if d.intent.source_id == source_id]
    for doubled in found:
        for payment in doubled.extra:
            order_removal(books, company.stores, account, payment.id, why)
    return bool(found)


def _last_of_each(company: Company, source_id: str) -> list[Intent]:
    """The last generation on each invoice of a payment."""
    last: dict[str, Intent] = {}
    for intent in company.stores.outbox.list_intents([WriteKind.PAYMENT]):
        if intent.source_id == source_id:
            before = last.get(intent.key.leg)
            if before is None or before.key.generation < intent.key.generation:
                last[intent.key.leg] = intent
    return list(last.values())


def _books(company: Company) -> Books:
    books = company.find_books()
    if books is None:
        raise not_connected("FreshBooks")
    return books
