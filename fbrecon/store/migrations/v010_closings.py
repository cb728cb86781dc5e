"""Version 10: periods that a person closed, with what was agreed, row by row."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE closed_period (
        until_on TEXT NOT NULL PRIMARY KEY, since_on TEXT, closed_at INTEGER NOT NULL,
        figures TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    # No reference to the rows themselves: they are copies, and may be read anew or go.
    """CREATE TABLE closed_row (
        until_on TEXT NOT NULL REFERENCES closed_period (until_on) ON DELETE CASCADE,
        id TEXT NOT NULL, on_date TEXT NOT NULL, currency TEXT NOT NULL,
        amount_minor INTEGER NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (until_on, id)) STRICT, WITHOUT ROWID""",
)
