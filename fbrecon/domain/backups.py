"""Copies of a company file, what they hold, and what going back to one would lose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A copy of a company file; `size` in bytes, `made_at` as far as its file tells."""

    name: str
    made_at: datetime
    size: int

    @property
    def made_on(self) -> date:
        """The day it was made, on this computer's calendar."""
        return self.made_at.astimezone().date()


@dataclass(frozen=True, slots=True)
class Loss:
    """What happened in the company file after a copy was made.

    `recorded` was written to a service and is found there again; `decisions` and `bank_lines` are
    what nothing but a person can bring back.
    """

    decisions: int
    bank_lines: int
    recorded: int


@dataclass(frozen=True, slots=True)
class CopyLook:
    """A copy that was looked into.

    `counts` are its rows by name: invoices, customers, payments, bank_lines. `flaw` says why it
    cannot be used, "" where nothing speaks against it. `loss` is None where the company file
    cannot be read, so that nobody can say what would be lost.
    """

    copy: BackupCopy
    counts: dict[str, int]
    flaw: str
    loss: Loss | None


def moment_of(seconds: float) -> datetime:
    """The UTC time of a file's stamp."""
    return datetime.fromtimestamp(seconds, UTC)
