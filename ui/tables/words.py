"""The words and tones for the states that tables and details show."""

from __future__ import annotations

from fbrecon.app.views import DepositRow

from ..language import tr


def invoice_status(status: str) -> tuple[str, str]:
    """Word and tone of an invoice's status; an unknown one shows as it is."""
    return {
        "draft": (tr("Draft"), "neutral"),
        "open": (tr("Open"), "info"),
        "partial": (tr("Partly paid"), "warning"),
        "paid": (tr("Paid"), "success"),
        "disputed": (tr("Disputed"), "danger"),
    }.get(status, (_readable(status), "neutral"))


def visibility(word: str) -> str:
    """A mark for rows that are not in use; nothing for those that are."""
    return {
        "active": "",
        "archived": tr("Archived"),
        "deleted": tr("Deleted"),
        "gone": tr("No longer shown"),
    }.get(word, _readable(word))


def on_platform(word: str) -> str:
    """Where an invoice stands on the platform, in a word; nothing where it does not belong."""
    return {
        "": "",
        "listed": tr("Listed"),
        "paid": tr("Paid"),
        "archived": tr("Archived"),
        "waits": tr("Waits"),
        "currency": tr("Not taken"),
    }.get(word, _readable(word))


def on_platform_tip(word: str) -> str:
    """The same in a sentence."""
    return {
        "listed": tr("It stands on the platform and can be paid there."),
        "paid": tr("It was paid in full through the platform; edits do not go there any more."),
        "archived": tr("Its copy was archived there by hand, so it is not collected there."),
        "waits": tr("It is put on the platform with the next sync, or waits for something."),
        "currency": tr("The platform does not take its currency: not collected there."),
    }.get(word, "")


def clearing_bucket(bucket: str) -> str:
    """Where a sum on undeposited funds belongs."""
    return {
        "not_paid_out": tr("Not paid out yet"),
        "not_entered": tr("Paid out, no entry written"),
        "other_postings": tr("Other postings on the account"),
        "unexplained": tr("Unexplained"),
    }.get(bucket, _readable(bucket))


def payment_state(state: str) -> tuple[str, str]:
    """Word and tone of a payment's state, both sides taken together."""
    return {
        "matched": (tr("Matched"), "success"),
        "posted": (tr("Posted"), "success"),
        "held": (tr("Held"), "warning"),
        "uncertain": (tr("Uncertain"), "warning"),
        "failed": (tr("Failed"), "danger"),
        "returned": (tr("Returned"), "danger"),
        "only_in_freshbooks": (tr("Books only"), "neutral"),
    }.get(state, (_readable(state), "neutral"))


def payout_state(state: str) -> tuple[str, str]:
    """Word and tone of where a payout stands on the platform."""
    return {
        "pending": (tr("Pending"), "neutral"),
        "in_transit": (tr("On its way"), "info"),
        "paid": (tr("Paid out"), "success"),
        "failed": (tr("Failed"), "danger"),
        "cancelled": (tr("Cancelled"), "neutral"),
        "unknown": (tr("Not understood"), "warning"),
    }.get(state, (_readable(state), "neutral"))


def deposit_state(state: str, *, waits: bool) -> tuple[str, str]:
    """Word and tone of how a payout stands in the ledger; `waits` if something holds it up."""
    if waits and state == "proposed":
        return tr("Waits"), "warning"
    return {
        "off": (tr("Not entered"), "neutral"),
        "proposed": (tr("Proposed"), "info"),
        "approved": (tr("Approved"), "info"),
        "posted": (tr("Entered"), "success"),
        "verified": (tr("Entered"), "success"),
        "uncertain": (tr("Uncertain"), "warning"),
    }.get(state, (_readable(state), "neutral"))


def bank_state(row: DepositRow) -> tuple[str, str]:
    """Word and tone of how a bank line stands."""
    if row.is_not_ours:
        return tr("Not ours"), "neutral"
    if row.state == "matched":
        return (tr("Matched by you") if row.by_person else tr("Matched")), "success"
    return {
        "suggested": (tr("Suggested"), "info"),
        "ambiguous": (tr("Several fit"), "warning"),
        "unmatched": (tr("Nothing fits"), "neutral"),
        "comparing": (tr("Comparing\u2026"), "neutral"),
    }.get(row.state, (_readable(row.state), "neutral"))


def bank_confidence(row: DepositRow) -> str:
    """How sure that is, in words."""
    if row.is_not_ours or row.by_person:
        return tr("You said so.")
    return {
        "matched": tr("Beyond doubt."),
        "suggested": tr("Clearly the best, but not beyond doubt."),
        "ambiguous": tr("Too close to call."),
        "unmatched": tr("Nothing comes near."),
        "comparing": tr("Being compared with what is open."),
    }.get(row.state, "")


def run_outcome(outcome: str) -> tuple[str, str]:
    """Word and tone of how a sync ended."""
    return {
        "ok": (tr("Done"), "success"),
        "partial": (tr("In part"), "warning"),
        "failed": (tr("Failed"), "danger"),
        "cancelled": (tr("Stopped"), "neutral"),
        "running": (tr("Running"), "info"),
    }.get(outcome, (_readable(outcome), "neutral"))


def run_reason(reason: str) -> str:
    """Why a sync ran."""
    return {"asked for": tr("Asked for"), "scheduled": tr("On schedule")}.get(
        reason, _readable(reason)
    )


def resource(name: str) -> str:
    """What a sync reads, in words."""
    return {
        "customers": tr("Customers"),
        "invoices": tr("Invoices"),
        "lines": tr("Invoice lines"),
        "freshbooks_payments": tr("Payments in FreshBooks"),
        "platform_payments": tr("Platform payments"),
        "payouts": tr("Payouts"),
        "accounts": tr("Ledger accounts"),
        "postings": tr("Postings of the ledger"),
    }.get(name, _readable(name))


def platform_state(state: str) -> str:
    """What became of it on the platform, in a word or two."""
    return {
        "pending": tr("under way"),
        "succeeded": tr("collected"),
        "failed": tr("failed"),
        "returned": tr("returned"),
        "disputed": tr("disputed"),
        "refunded_part": tr("refunded in part"),
        "refunded": tr("refunded"),
        "cancelled": tr("cancelled"),
        "unknown": tr("not understood"),
        "": tr("not there"),
    }.get(state, _readable(state))


def posting_state(state: str) -> str:
    """How far our own write has come, in a word or two."""
    return {
        "none": tr("nothing to write"),
        "proposed": tr("proposed, waiting for you"),
        "approved": tr("approved, sent with the next sync"),
        "sending": tr("being sent"),
        "posted": tr("posted"),
        "adopted": tr("already there, adopted"),
        "verified": tr("posted and verified"),
        "held": tr("held, waiting for you"),
        "uncertain": tr("may have arrived, being checked"),
        "refused": tr("refused by FreshBooks"),
        "discrepancy": tr("arrived, but not as written"),
        "undone": tr("undone"),
        "dropped": tr("dismissed"),
        "": tr("nothing to write"),
    }.get(state, _readable(state))


def who(word: str) -> str:
    """Who did it."""
    return {
        "person": tr("You"),
        "fbrecon": tr("fbrecon"),
        "schedule": tr("Schedule"),
        "not_recorded": tr("Not kept"),
    }.get(word, _readable(word))


def log_kind(kind: str) -> str:
    """What kind of thing was done."""
    return {
        "payment": tr("Payment"),
        "payment_removal": tr("Payment taken back"),
        "journal_entry": tr("Journal entry"),
        "expense": tr("Expense"),
        "expense_removal": tr("Expense taken back"),
        "ledger_account": tr("Ledger account"),
        "platform_customer": tr("Customer there"),
        "platform_invoice": tr("Invoice there"),
        "archive_copy": tr("Archiving there"),
        "log": tr("This log"),
        "setting": tr("Setting"),
        "accounts": tr("Accounts"),
        "connection": tr("Connection"),
        "match": tr("Match"),
        "word": tr("Word"),
        "attention": tr("Question"),
        "period": tr("Period"),
    }.get(kind, _readable(kind))


def log_state(state: str) -> tuple[str, str]:
    """Word and tone of what something became; values of settings show as they are."""
    return {
        "proposed": (tr("Proposed"), "info"),
        "approved": (tr("Approved"), "info"),
        "sending": (tr("Being sent"), "info"),
        "posted": (tr("Posted"), "success"),
        "adopted": (tr("Adopted"), "success"),
        "verified": (tr("Verified"), "success"),
        "held": (tr("Held"), "warning"),
        "uncertain": (tr("Uncertain"), "warning"),
        "refused": (tr("Refused"), "danger"),
        "discrepancy": (tr("Different"), "danger"),
        "undone": (tr("Undone"), "neutral"),
        "dropped": (tr("Dismissed"), "neutral"),
        "matched": (tr("Matched"), "success"),
    }.get(state, (_readable(state), "neutral"))


def receipt_step(what: str) -> str:
    """What a line of a receipt was."""
    return {
        "intended": tr("Intended"),
        "decided": tr("Decided"),
        "read": tr("Read"),
        "sent": tr("Sent"),
        "answered": tr("Answered"),
        "found": tr("Found"),
        "read back": tr("Read back"),
        "undone": tr("Undone"),
    }.get(what, _readable(what))


def period(word: str) -> str:
    """A period of time, as one chooses it."""
    return {
        "": tr("Any time"),
        "this_month": tr("This month"),
        "last_month": tr("Last month"),
        "this_quarter": tr("This quarter"),
        "last_quarter": tr("Last quarter"),
        "this_year": tr("This year"),
        "last_year": tr("Last year"),
        "between": tr("Between\u2026"),
    }.get(word, _readable(word))


def method(word: str) -> str:
    """How the customer paid."""
    return {
        "card": tr("Card"),
        "ach": tr("ACH"),
        "bank": tr("Bank transfer"),
        "none": tr("Marked paid"),
        "unknown": tr("Not said"),
        "": "\u2013",
    }.get(word.casefold(), word)


def kind_heading(kind: str) -> str:
    """A heading for a kind of attention item."""
    return {
        "sign_in_again": tr("Sign in again"),
        "platform_key": tr("Platform key"),
        "accounts_missing": tr("Accounts missing"),
        "sending_waits": tr("Sending waits"),
        "mode_question": tr("Mode question"),
        "payment_held": tr("Payment held"),
        "payment_waits": tr("Payment waits"),
        "payment_uncertain": tr("Payment uncertain"),
        "payment_refused": tr("Payment refused"),
        "role_too_small": tr("Role too small"),
        "payment_differs": tr("Payment differs"),
        "payment_failed_after_posting": tr("Payment failed after posting"),
        "payment_deleted": tr("Payment deleted"),
        "payment_doubled": tr("Payment doubled"),
        "payment_late": tr("Payment late"),
        "unknown_word": tr("Unknown word"),
        "row_set_aside": tr("Row set aside"),
        "write_held": tr("Write held"),
        "payout_held": tr("Payout held"),
        "books_locked": tr("Books locked"),
        "entries_not_allowed": tr("Entries not allowed"),
        "payout_waits": tr("Payout waits"),
        "payout_differs": tr("Payout differs"),
        "payout_failed": tr("Payout failed"),
        "period_changed": tr("Period changed"),
        "payout_not_at_bank": tr("Payout not at bank"),
        "mark_paid_there": tr("Mark paid there"),
        "archive_there": tr("Archive there"),
        "frozen_differs": tr("Frozen differs"),
        "asked_twice": tr("Asked twice"),
        "dismissed_differs": tr("Dismissed differs"),
        "customer_missing": tr("Customer missing"),
        "no_longer_shown": tr("No longer shown"),
    }.get(kind, _readable(kind))


def _readable(word: str) -> str:
    words = word.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
