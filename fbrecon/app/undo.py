"""Taking back what was written: one write, all parts of a payment, or a whole run as a batch.

First everything is compared with what was written; where anything changed since, it is shown and
nothing is taken back. Then the orders go through the outbox like every write, and are carried out
at once; what a lost answer leaves open, the next sync settles.
"""

from __future__ import annotations

from fbrecon.app import public_ids
from fbrecon.app.company import Company, not_connected
from fbrecon.app.deposits import reverse_entry
from fbrecon.app.fees import remove_expense
from fbrecon.app.papers import UndoItem, UndoPlan
from fbrecon.app.posting import open_poster
from fbrecon.app.review import close_items, subject_of
from fbrecon.domain.documents import CopyState, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, PlatformInvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import SETTLED, IntentKey, PostingState, WriteKind
from fbrecon.domain.undoing import Undo, find_way_back
from fbrecon.errors import NeedsPerson, NotFound, Refused
from fbrecon.platforms.port import Platform
from fbrecon.sync.entry_writer import EntryWriter
from fbrecon.sync.expense_writer import tell_changes
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.removing import order_removal
from fbrecon.sync.reversing import is_reversal
from fbrecon.sync.upkeep import order_archive

_THERE = (*SETTLED, PostingState.DISCREPANCY)
_UNDO_KINDS = (
    WriteKind.JOURNAL_ENTRY,
    WriteKind.EXPENSE_REMOVAL,
    WriteKind.PAYMENT_REMOVAL,
    WriteKind.ARCHIVE_COPY,
)
_WHY = "A person took it back."


class UndoStopped(Refused):
    """What was written is not as it was written any more. `plan` says what changed."""

    def __init__(self, plan: UndoPlan) -> None:
        changed = [item for item in plan.items if item.changed]
        more = f" (and {len(changed) - 1} more)" if len(changed) > 1 else ""
        super().__init__(
            "Nothing was taken back: something has changed since it was written",
            f"{changed[0].subject}: {changed[0].words}{more}",
            "Put it right in FreshBooks or on the platform.",
        )
        self.plan = plan


def plan_undo(company: Company, public_id: str, cancel: CancelToken) -> UndoPlan:
    """Compare what is there now with what was written (asks the services); changes nothing.

    Raises `NotFound` for an id under which nothing was written, `NeedsPerson` while fbrecon only
    reads or a service is not connected.
    """
    intents = _find(company, public_id)
    books, platform = company.find_books(), company.find_platform()
    if books is None:
        raise not_connected("FreshBooks")
    if not company.rules().writes:
        raise NeedsPerson(
            "fbrecon only reads now",
            "Taking something back is a write, and writing is not switched on.",
            "Say that the platform's own FreshBooks link is off, then undo it.",
        )
    items = []
    for intent in intents:
        cancel.raise_if_cancelled()
        items.append(_compare(company, books, platform, intent, cancel))
    return UndoPlan(public_id, tuple(items))


def undo(company: Company, public_id: str, cancel: CancelToken, report: ProgressFn) -> UndoPlan:
    """Take it back, and say for each write where it stands afterwards.

    Raises `UndoStopped` where anything has changed, `Refused` where nothing can be taken back,
    and what the services raise; what was ordered by then is carried out by the next sync.
    """
    with company.only_writer("Something is taken back by one at a time."):
        plan = plan_undo(company, public_id, cancel)
        if any(item.changed for item in plan.items):
            raise UndoStopped(plan)
        ready = [item for item in plan.items if item.possible]
        if not ready:
            raise Refused(
                "It cannot be taken back", f"{plan.items[0].subject}: {plan.items[0].words}", ""
            )
        orders = _order(company, [item.item for item in ready])
        _carry_out(company, list(orders.values()), cancel, report)
    items = [_afterwards(company, item, orders.get(item.item)) for item in plan.items]
    close_items(company, {item.about for item in items if item.state == PostingState.UNDONE})
    return UndoPlan(public_id, tuple(items))


def _find(company: Company, public_id: str) -> list[Intent]:
    """The writes that an id stands for, the newest first, as they have to be taken back."""
    outbox, (kind, rest) = company.stores.outbox, public_ids.split(public_id)
    if kind == "att":
        return _find(company, subject_of(company, public_id))
    found: list[Intent | None]
    if kind == "act":
        found = [outbox.find_by_row(public_ids.number(public_id, "act"))]
    elif kind == "run":
        run = public_ids.number(public_id, "run")
        rows = [i.removeprefix("act_") for i in company.stores.activity.list_sent_in_run(run)]
        found = [outbox.find_by_row(int(row)) for row in rows if row.isdigit()]
    elif kind == "pay" and rest.startswith("book_"):
        found = [outbox.find_by_remote(WriteKind.PAYMENT, rest.removeprefix("book_"))]
    elif kind == "pay":
        found = [i for i in outbox.list_intents([WriteKind.PAYMENT]) if i.source_id == rest]
    elif kind == "out":
        entries = outbox.list_intents([WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE])
        found = [i for i in entries if i.target == rest and not is_reversal(i)]
    else:
        found = []
    intents = [intent for intent in found if intent is not None]
    if not intents:
        raise NotFound(
            "There is nothing to take back",
            f"Nothing was written by fbrecon under {public_id}.",
            "Copy the id from “fbrecon list activity --json”, or a run_ id from a sync.",
        )
    return sorted(intents, key=lambda intent: intent.row, reverse=True)


# ---- comparing


def _compare(
    company: Company,
    books: Books,
    platform: Platform | None,
    intent: Intent,
    cancel: CancelToken,
) -> UndoItem:
    way = find_way_back(intent.kind)
    if way.undo is Undo.NO:
        return _item(intent, way.words)
    if is_reversal(intent):
        return _item(intent, "It reverses another entry. Enter that one again by hand if need be.")
    if intent.state is PostingState.UNDONE:
        return _item(intent, "It was taken back already.")
    if intent.state not in _THERE or intent.remote_id is None:
        return _item(intent, "It is not known to be there: approve or dismiss it instead.")
    if intent.kind is WriteKind.PAYMENT:
        changed = _payment_changes(company, books, intent)
    elif intent.kind is WriteKind.JOURNAL_ENTRY:
        changed = _entry_changes(company, books, intent, cancel)
    elif intent.kind is WriteKind.EXPENSE:
        changed = _expense_changes(books, intent)
    elif platform is None:
        raise not_connected("the platform")
    else:
        changed = _copy_changes(platform, intent, cancel)
    if changed:
        return _item(intent, changed, changed=True)
    return _item(intent, way.words, possible=True)


def _payment_changes(company: Company, books: Books, intent: Intent) -> str:
    """How the payment in the books differs from what was written, as a sentence."""
    assert intent.remote_id is not None
    payment = books.find_payment(intent.remote_id)
    if payment is None:
        return f"FreshBooks does not know payment {intent.remote_id} any more."
    with company.stores.write():
        company.stores.books.save_payments([payment])
    if payment.visibility is Visibility.DELETED:
        return f"Payment {payment.id} is deleted in FreshBooks already."
    differences = list(books.payment_differences(intent.body, payment))
    if payment.visibility is not Visibility.ACTIVE:
        differences.append(f"it is {payment.visibility.value}")
    return f"Payment {payment.id}: {'; '.join(differences)}." if differences else ""


def _entry_changes(company: Company, books: Books, intent: Intent, cancel: CancelToken) -> str:
    """How the entry in the ledger differs from what was written, as a sentence."""
    if books.ledger is None:
        raise not_connected("FreshBooks")
    found = EntryWriter(books, books.ledger, company.stores).confirm(intent, cancel)
    return "" if found.equal else found.text


def _expense_changes(books: Books, intent: Intent) -> str:
    """How the expense in the books differs from what was written, as a sentence."""
    if books.ledger is None:
        raise not_connected("FreshBooks")
    return tell_changes(books.ledger, intent)


def _copy_changes(platform: Platform, intent: Intent, cancel: CancelToken) -> str:
    """How the copy on the platform differs from what was written, as a sentence."""
    copy_id = PlatformInvoiceId(intent.remote_id or "")
    copy = platform.find_invoice(copy_id)
    if copy is None or copy.state is CopyState.ARCHIVED:
        return "It is archived on the platform already."
    if copy.total != intent.amount:
        return f"The copy is over {copy.total}, not {intent.amount}."
    gone = (PlatformState.FAILED, PlatformState.CANCELLED)
    if any(p.state not in gone for p in platform.list_payments_of_invoice(copy_id, cancel)):
        return "A customer has paid on it, or is about to."
    return ""


def _item(intent: Intent, words: str, *, possible: bool = False, changed: bool = False) -> UndoItem:
    about = f"act_{intent.row}"
    if intent.kind is WriteKind.PAYMENT:
        about = f"pay_{intent.source_id}"
    return UndoItem(
        f"act_{intent.row}",
        about,
        intent.kind.value,
        intent.subject,
        intent.amount,
        intent.remote_id or "",
        intent.state.value,
        words,
        possible,
        changed,
    )


# ---- doing


def _order(company: Company, items: list[str]) -> dict[str, IntentKey]:
    """Keep all orders, durable together; the key of each by the write it is about."""
    books, stores, rules = company.find_books(), company.stores, company.rules()
    assert books is not None
    orders: dict[str, IntentKey] = {}
    with stores.write():
        for item in items:
            intent = stores.outbox.find_by_row(public_ids.number(item, "act"))
            assert intent is not None
            assert intent.remote_id is not None
            if intent.kind is WriteKind.PAYMENT:
                payment_id = BookPaymentId(int(intent.remote_id))
                order = order_removal(books, stores, rules.account, payment_id, _WHY)
            elif intent.kind is WriteKind.JOURNAL_ENTRY:
                order = reverse_entry(company, intent, _WHY)
            elif intent.kind is WriteKind.EXPENSE:
                order = remove_expense(company, intent, _WHY)
            else:
                order = order_archive(stores, rules, intent, _WHY)
            orders[item] = order.key
    return orders


def _carry_out(
    company: Company, keys: list[IntentKey], cancel: CancelToken, report: ProgressFn
) -> None:
    open_poster(company).run(_UNDO_KINDS, cancel, report, only=keys)
    for key in keys:
        order = company.stores.outbox.find(key)
        if order is not None and order.state is PostingState.HELD:
            # Something changed in the last moment. An order that stopped is none any more.
            company.stores.outbox.move(order, PostingState.DROPPED, order.reason)


def _afterwards(company: Company, item: UndoItem, order: IntentKey | None) -> UndoItem:
    """The same write as it stands now, with what became of its order."""
    now = company.stores.outbox.find_by_row(public_ids.number(item.item, "act"))
    assert now is not None
    words = item.words
    if order is not None and now.state is not PostingState.UNDONE:
        done = company.stores.outbox.find(order)
        words = words if done is None else f"{_BECAME.get(done.state, '')} {done.reason}".strip()
    return _item(now, now.reason if now.state is PostingState.UNDONE else words)


_BECAME = {
    PostingState.APPROVED: "It is done with the next sync.",
    PostingState.UNCERTAIN: "It is not certain yet; the next sync looks.",
    PostingState.DROPPED: "It was left alone.",
}
