"""Version 6: the books' own postings, as far as the clearing proof and payout entries need them."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE posting (
        id INTEGER NOT NULL PRIMARY KEY, entry_id TEXT NOT NULL, account_id TEXT,
        account_name TEXT NOT NULL, currency TEXT NOT NULL, amount_minor INTEGER NOT NULL,
        on_date TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
        payment_id INTEGER, invoice_id INTEGER, expense_id INTEGER, marker TEXT,
        digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX posting_by_account ON posting (account_id, on_date)",
    "CREATE INDEX posting_by_payment ON posting (payment_id) WHERE payment_id IS NOT NULL",
    "CREATE INDEX posting_by_marker ON posting (marker) WHERE marker IS NOT NULL",
)
