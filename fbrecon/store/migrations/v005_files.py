"""Version 5: what files said: bank lines, payments and payouts, and how such files are read."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE bank_line (
        id TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, booked_on TEXT NOT NULL,
        currency TEXT NOT NULL, amount_minor INTEGER NOT NULL, description TEXT NOT NULL,
        reference TEXT NOT NULL, digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX bank_line_by_day ON bank_line (booked_on, id)",
    # Payments and payouts that a file stated, beside their rows in the copy of the platform.
    # `written` is that row's digest as the file wrote it: another one is the platform's own.
    """CREATE TABLE from_file (
        kind TEXT NOT NULL CHECK (kind IN ('payment', 'payout')), id TEXT NOT NULL,
        currency TEXT NOT NULL, customer TEXT NOT NULL, invoice_number TEXT NOT NULL,
        payout_id TEXT NOT NULL, reference TEXT NOT NULL, written INTEGER NOT NULL,
        digest INTEGER NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE mapping (
        kind TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (kind, name)) STRICT, WITHOUT ROWID""",
)
