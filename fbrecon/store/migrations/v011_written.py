"""Version 11: how often each table was written to, so that what was reckoned can be kept."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE written (
        name TEXT NOT NULL PRIMARY KEY, times INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
)
