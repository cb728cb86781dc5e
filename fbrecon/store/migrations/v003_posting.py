"""Version 3: what posting needs to prove how long it waited, and which file it writes from."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # What every clock said when a write became uncertain, and when it was last looked for in vain.
    "ALTER TABLE intent ADD COLUMN uncertain_mark TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE intent ADD COLUMN negative_mark TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX intent_by_source ON intent (source)",
    # A payment that was taken back may be restored there, and taken back again.
    "DROP INDEX intent_one_remote",
    """CREATE UNIQUE INDEX intent_one_remote ON intent (kind, remote_id)
        WHERE remote_id IS NOT NULL AND kind <> 'payment_removal'""",
    # Who this file is: a copy of it is another file once either of them has sent something.
    """CREATE TABLE epoch (
        one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL,
        frozen_mark TEXT NOT NULL DEFAULT '', frozen_why TEXT NOT NULL DEFAULT '') STRICT""",
    "INSERT INTO epoch (one, id) VALUES (1, lower(hex(randomblob(16))))",
)
