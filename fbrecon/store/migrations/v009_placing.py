"""Version 9: whose payments files tell of, for which invoices they are, and what came back."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # The platform that a file is of; empty for the one that is connected.
    "ALTER TABLE from_file ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    # A person's word for which invoice a payment of a file is for.
    """CREATE TABLE placed (
        payment_id TEXT NOT NULL PRIMARY KEY, invoice_id INTEGER NOT NULL,
        at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    # Why the others are for none that could be told, and which come near; of the last sync.
    """CREATE TABLE unplaced_file (
        payment_id TEXT NOT NULL PRIMARY KEY, reason TEXT NOT NULL,
        candidates TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    # What files say was given back of a payment: refunds, returns, disputes. Minus is won back.
    """CREATE TABLE came_back (
        payment_id TEXT NOT NULL, line_id TEXT NOT NULL, kind TEXT NOT NULL, amount TEXT NOT NULL,
        PRIMARY KEY (payment_id, line_id)) STRICT, WITHOUT ROWID""",
)
