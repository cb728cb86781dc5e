"""What the schedules came to, added up, and the table of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

SHOWN = (
    ("schedules", "schedules"),
    ("payments", "payments"),
    ("sends", "sends"),
    ("ambiguous", "sends without a clear answer"),
    ("ended", "times the program ended in the middle"),
    ("restored", "company files restored"),
    ("lost files", "company files lost"),
    ("moved", "moves to another computer"),
    ("turns", "turns between two computers"),
    ("clocks", "clocks set wrong"),
    ("posted", "payments posted once"),
    ("twice", "posted twice"),
    ("lost", "lost"),
    ("false posted", "called posted and not there"),
    ("held", "held for a person, with the reason"),
    ("uncertain", "left uncertain, with a person told"),
    ("payouts", "payouts"),
    ("entered", "entered in the ledger once"),
    ("entered twice", "entered twice"),
    ("not entered, with the reason", "not entered, with the reason"),
    ("fees", "payouts whose fees are expenses"),
    ("fees once", "fees recorded once"),
    ("fees twice", "fees recorded twice"),
    ("fees not recorded, with the reason", "fees not recorded, with the reason"),
    ("broken rules", "rules broken"),
)


@dataclass
class Figures:
    """Counters of many schedules, and the seeds that broke a rule."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: dict[int, str] = field(default_factory=dict)

    def add(self, other: Figures) -> None:
        """Take another's figures in."""
        self.counts.update(other.counts)
        self.broken.update(other.broken)

    def table(self) -> str:
        """One line for each figure."""
        return "\n".join(f"{title:<42}{self.counts[name]:>12,}" for name, title in SHOWN)
