"""Numbered, forward-only changes of the schema. Each module is frozen once released.

A step is plain SQL and never looks at today's tables. It runs in one transaction together with
the new `user_version`, so a file is always of exactly one version.
"""

from __future__ import annotations

from fbrecon.store.migrations import (
    v001_initial,
    v002_activity,
    v003_posting,
    v004_mirror,
    v005_files,
    v006_ledger,
    v007_bank,
    v008_tables,
    v009_placing,
    v010_closings,
    v011_written,
)

STEPS: dict[int, tuple[str, ...]] = {
    1: v001_initial.STATEMENTS,
    2: v002_activity.STATEMENTS,
    3: v003_posting.STATEMENTS,
    4: v004_mirror.STATEMENTS,
    5: v005_files.STATEMENTS,
    6: v006_ledger.STATEMENTS,
    7: v007_bank.STATEMENTS,
    8: v008_tables.STATEMENTS,
    9: v009_placing.STATEMENTS,
    10: v010_closings.STATEMENTS,
    11: v011_written.STATEMENTS,
}
LATEST = max(STEPS)
