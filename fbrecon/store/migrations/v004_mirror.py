"""Version 4: when the copy of the books was complete, and where a deletion is suspected."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE cursor ADD COLUMN complete_at INTEGER",
    "ALTER TABLE cursor ADD COLUMN deleted_since TEXT",
    "ALTER TABLE cursor ADD COLUMN check_after INTEGER",
    "UPDATE cursor SET complete_at = last_deep_at WHERE phase = 'live'",
    # Payments of the platform whose payer's invoices were all asked, and none knew of them.
    """CREATE TABLE unplaced (
        payment_id TEXT NOT NULL PRIMARY KEY REFERENCES platform_payment (id) ON DELETE CASCADE,
        asked_at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
)
