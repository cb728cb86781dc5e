"""Version 2: the activity log, which only grows."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE activity (
        number INTEGER NOT NULL PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, run INTEGER,
        kind TEXT NOT NULL, subject TEXT NOT NULL, why TEXT NOT NULL, item TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL, remote_id TEXT NOT NULL,
        link BLOB NOT NULL, seal BLOB NOT NULL, key_id TEXT NOT NULL) STRICT""",
    "CREATE INDEX activity_by_item ON activity (item, number)",
    "CREATE INDEX activity_by_run ON activity (run) WHERE run IS NOT NULL",
    """CREATE TRIGGER activity_no_update BEFORE UPDATE ON activity
        BEGIN SELECT RAISE(ABORT, 'the activity log only grows'); END""",
    """CREATE TRIGGER activity_no_delete BEFORE DELETE ON activity
        BEGIN SELECT RAISE(ABORT, 'the activity log only grows'); END""",
)
