"""Version 7: what a person decided about bank lines: which payouts they show, and which do not."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # No reference to the payout's row: that is a copy, and may be read anew after the decision.
    """CREATE TABLE bank_pair (
        line_id TEXT NOT NULL, payout_id TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')), at INTEGER NOT NULL,
        PRIMARY KEY (line_id, payout_id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE not_ours (
        text TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
)
