"""The words and tones for the states that tables and details show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fbrecon.app.views import DepositRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("StateWords", text)


def invoice_status(status: str) -> tuple[str, str]:
    """Word and tone of an invoice's status; an unknown one shows as it is."""
    return {
        "draft": (_tr("Draft"), "neutral"),
        "open": (_tr("Open"), "info"),
        "partial": (_tr("Partly paid"), "warning"),
        "paid": (_tr("Paid"), "success"),
        "disputed": (_tr("Disputed"), "danger"),
    }.get(status, (_readable(status), "neutral"))


def visibility(word: str) -> str:
    """A mark for rows that are not in use; nothing for those that are."""
    return {
        "active": "",
        "archived": _tr("Archived"),
        "deleted": _tr("Deleted"),
        "gone": _tr("No longer shown"),
    }.get(word, _readable(word))


def on_platform(word: str) -> str:
    """Where an invoice stands on the platform, in a word; nothing where it does not belong."""
    return {
        "": "",
        "listed": _tr("Listed"),
        "paid": _tr("Paid"),
        "archived": _tr("Archived"),
        "waits": _tr("Waits"),
        "currency": _tr("Not taken"),
    }.get(word, _readable(word))


def on_platform_tip(word: str) -> str:
    """The same in a sentence."""
    return {
        "listed": _tr("It stands on the platform and can be paid there."),
        "paid": _tr("It was paid in full through the platform; edits do not go there any more."),
        "archived": _tr("Its copy was archived there by hand, so it is not collected there."),
        "waits": _tr("It is put on the platform with the next sync, or waits for something."),
        "currency": _tr("The platform does not take its currency: not collected there."),
    }.get(word, "")


def clearing_bucket(bucket: str) -> str:
    """Where a sum on undeposited funds belongs."""
    return {
        "not_paid_out": _tr("Not paid out yet"),
        "not_entered": _tr("Paid out, no entry written"),
        "other_postings": _tr("Other postings on the account"),
        "unexplained": _tr("Unexplained"),
    }.get(bucket, _readable(bucket))


def payment_state(state: str) -> tuple[str, str]:
    """Word and tone of a payment's state, both sides taken together."""
    return {
        "matched": (_tr("Matched"), "success"),
        "posted": (_tr("Posted"), "success"),
        "held": (_tr("Held"), "warning"),
        "uncertain": (_tr("Uncertain"), "warning"),
        "failed": (_tr("Failed"), "danger"),
        "returned": (_tr("Returned"), "danger"),
        "only_in_freshbooks": (_tr("Books only"), "neutral"),
    }.get(state, (_readable(state), "neutral"))


def payout_state(state: str) -> tuple[str, str]:
    """Word and tone of where a payout stands on the platform."""
    return {
        "pending": (_tr("Pending"), "neutral"),
        "in_transit": (_tr("On its way"), "info"),
        "paid": (_tr("Paid out"), "success"),
        "failed": (_tr("Failed"), "danger"),
        "cancelled": (_tr("Cancelled"), "neutral"),
        "unknown": (_tr("Not understood"), "warning"),
    }.get(state, (_readable(state), "neutral"))


def deposit_state(state: str, *, waits: bool) -> tuple[str, str]:
    """Word and tone of how a payout stands in the ledger; `waits` if something holds it up."""
    if waits and state == "proposed":
        return _tr("Waits"), "warning"
    return {
        "off": (_tr("Not entered"), "neutral"),
        "proposed": (_tr("Proposed"), "info"),
        "approved": (_tr("Approved"), "info"),
        "posted": (_tr("Entered"), "success"),
        "verified": (_tr("Entered"), "success"),
        "uncertain": (_tr("Uncertain"), "warning"),
    }.get(state, (_readable(state), "neutral"))


def bank_state(row: DepositRow) -> tuple[str, str]:
    """Word and tone of how a bank line stands."""
    if row.is_not_ours:
        return _tr("Not ours"), "neutral"
    if row.state == "matched":
        return (_tr("Matched by you") if row.by_person else _tr("Matched")), "success"
    return {
        "suggested": (_tr("Suggested"), "info"),
        "ambiguous": (_tr("Several fit"), "warning"),
        "unmatched": (_tr("Nothing fits"), "neutral"),
        "comparing": (_tr("Comparing\u2026"), "neutral"),
    }.get(row.state, (_readable(row.state), "neutral"))


def bank_confidence(row: DepositRow) -> str:
    """How sure that is, in words."""
    if row.is_not_ours or row.by_person:
        return _tr("You said so.")
    return {
        "matched": _tr("Beyond doubt."),
        "suggested": _tr("Clearly the best, but not beyond doubt."),
        "ambiguous": _tr("Too close to call."),
        "unmatched": _tr("Nothing comes near."),
        "comparing": _tr("Being compared with what is open."),
    }.get(row.state, "")


def run_outcome(outcome: str) -> tuple[str, str]:
    """Word and tone of how a sync ended."""
    return {
        "ok": (_tr("Done"), "success"),
        "partial": (_tr("In part"), "warning"),
        "failed": (_tr("Failed"), "danger"),
        "cancelled": (_tr("Stopped"), "neutral"),
        "running": (_tr("Running"), "info"),
    }.get(outcome, (_readable(outcome), "neutral"))


def run_reason(reason: str) -> str:
    """Why a sync ran."""
    return {"asked for": _tr("Asked for"), "scheduled": _tr("On schedule")}.get(
        reason, _readable(reason)
    )


def resource(name: str) -> str:
    """What a sync reads, in words."""
    return {
        "customers": _tr("Customers"),
        "invoices": _tr("Invoices"),
        "lines": _tr("Invoice lines"),
        "freshbooks_payments": _tr("Payments in FreshBooks"),
        "platform_payments": _tr("Platform payments"),
        "payouts": _tr("Payouts"),
        "accounts": _tr("Ledger accounts"),
        "postings": _tr("Postings of the ledger"),
    }.get(name, _readable(name))


def platform_state(state: str) -> str:
    """What became of it on the platform, in a word or two."""
    return {
        "pending": _tr("under way"),
        "succeeded": _tr("collected"),
        "failed": _tr("failed"),
        "returned": _tr("returned"),
        "disputed": _tr("disputed"),
        "refunded_part": _tr("refunded in part"),
        "refunded": _tr("refunded"),
        "cancelled": _tr("cancelled"),
        "unknown": _tr("not understood"),
        "": _tr("not there"),
    }.get(state, _readable(state))


def posting_state(state: str) -> str:
    """How far our own write has come, in a word or two."""
    return {
        "none": _tr("nothing to write"),
        "proposed": _tr("proposed, waiting for you"),
        "approved": _tr("approved, sent with the next sync"),
        "sending": _tr("being sent"),
        "posted": _tr("posted"),
        "adopted": _tr("already there, adopted"),
        "verified": _tr("posted and verified"),
        "held": _tr("held, waiting for you"),
        "uncertain": _tr("may have arrived, being checked"),
        "refused": _tr("refused by FreshBooks"),
        "discrepancy": _tr("arrived, but not as written"),
        "undone": _tr("undone"),
        "dropped": _tr("dismissed"),
        "": _tr("nothing to write"),
    }.get(state, _readable(state))


def who(word: str) -> str:
    """Who did it."""
    return {
        "person": _tr("You"),
        "fbrecon": _tr("fbrecon"),
        "schedule": _tr("Schedule"),
        "not_recorded": _tr("Not kept"),
    }.get(word, _readable(word))


def log_kind(kind: str) -> str:
    """What kind of thing was done."""
    return {
        "payment": _tr("Payment"),
        "payment_removal": _tr("Payment taken back"),
        "journal_entry": _tr("Journal entry"),
        "expense": _tr("Expense"),
        "expense_removal": _tr("Expense taken back"),
        "ledger_account": _tr("Ledger account"),
        "platform_customer": _tr("Customer there"),
        "platform_invoice": _tr("Invoice there"),
        "archive_copy": _tr("Archiving there"),
        "log": _tr("This log"),
        "setting": _tr("Setting"),
        "accounts": _tr("Accounts"),
        "connection": _tr("Connection"),
        "match": _tr("Match"),
        "word": _tr("Word"),
        "attention": _tr("Question"),
        "period": _tr("Period"),
    }.get(kind, _readable(kind))


def log_state(state: str) -> tuple[str, str]:
    """Word and tone of what something became; values of settings show as they are."""
    return {
        "proposed": (_tr("Proposed"), "info"),
        "approved": (_tr("Approved"), "info"),
        "sending": (_tr("Being sent"), "info"),
        "posted": (_tr("Posted"), "success"),
        "adopted": (_tr("Adopted"), "success"),
        "verified": (_tr("Verified"), "success"),
        "held": (_tr("Held"), "warning"),
        "uncertain": (_tr("Uncertain"), "warning"),
        "refused": (_tr("Refused"), "danger"),
        "discrepancy": (_tr("Different"), "danger"),
        "undone": (_tr("Undone"), "neutral"),
        "dropped": (_tr("Dismissed"), "neutral"),
        "matched": (_tr("Matched"), "success"),
    }.get(state, (_readable(state), "neutral"))


def receipt_step(what: str) -> str:
    """What a line of a receipt was."""
    return {
        "intended": _tr("Intended"),
        "decided": _tr("Decided"),
        "read": _tr("Read"),
        "sent": _tr("Sent"),
        "answered": _tr("Answered"),
        "found": _tr("Found"),
        "read back": _tr("Read back"),
        "undone": _tr("Undone"),
    }.get(what, _readable(what))


def period(word: str) -> str:
    """A period of time, as one chooses it."""
    return {
        "": _tr("Any time"),
        "this_month": _tr("This month"),
        "last_month": _tr("Last month"),
        "this_quarter": _tr("This quarter"),
        "last_quarter": _tr("Last quarter"),
        "this_year": _tr("This year"),
        "last_year": _tr("Last year"),
        "between": _tr("Between\u2026"),
    }.get(word, _readable(word))


def method(word: str) -> str:
    """How the customer paid."""
    return {
        "card": _tr("Card"),
        "ach": _tr("ACH"),
        "bank": _tr("Bank transfer"),
        "none": _tr("Marked paid"),
        "unknown": _tr("Not said"),
        "": "\u2013",
    }.get(word.casefold(), word)


def kind_heading(kind: str) -> str:
    """A heading for a kind of attention item."""
    return _readable(kind)


def _readable(word: str) -> str:
    words = word.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
