"""The made-up desk's activity log: a few entries of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from fbrecon.app.views import ActivityRow, LogRow, TableQuery

from . import sample_books as books
from .fake_companies import FakeCompanies


def make_log() -> list[LogRow]:
    """One payment from its approval to its proof, a setting, and a copy on the platform."""
    subject = "Payment of 120.00 USD on invoice 20250002"
    steps = [
        ("fbrecon", "payment", subject, "act_7", "", "held", "FreshBooks has one like it."),
        ("person", "payment", subject, "act_7", "held", "approved", "A person approved it."),
        ("schedule", "payment", subject, "act_7", "approved", "sending", "Attempt 1 begins."),
        ("schedule", "payment", subject, "act_7", "sending", "posted", "Recorded. 201."),
        ("schedule", "payment", subject, "act_7", "posted", "verified", "Read back, as written."),
        ("person", "setting", "Auto post", "auto_post", "certain", "off", "A person set it."),
        ("fbrecon", "platform_invoice", "Invoice 20250003", "act_8", "posted", "verified", "Back."),
        ("not_recorded", "archive_copy", "Invoice 20250004", "act_9", "", "verified", "Archived."),
    ]
    return [
        LogRow(
            id=f"log_{number}",
            at=books.NOW - timedelta(minutes=60 - number),
            who=who,
            run="run_41" if who == "schedule" else "",
            kind=kind,
            subject=subject,
            item=item,
            why=why,
            before=before,
            after=after,
            remote_id="9001" if after in ("posted", "verified") else "",
            undo="yes" if kind in ("payment", "platform_invoice") else "",
        )
        for number, (who, kind, subject, item, before, after, why) in enumerate(steps, start=1)
    ]


class FakeLog(FakeCompanies):
    """The part of the fake desk that tells what was done."""

    log: list[LogRow]

    def list_activity(self, text: str = "") -> list[ActivityRow]:
        """None; the window shows the log itself."""
        del text
        return []

    def log_keys(self, query: TableQuery) -> list[int]:
        """Newest first, or oldest first; every word must be found."""
        if query.limit is None:  # the first look at a few rows goes before the first whole one
            self._ask("log_keys", query)
        words = query.text.casefold().split()
        found = [
            row
            for row in self.log
            if query.status in ("", "results", row.who)
            and all(word in f"{row.subject} {row.why} {row.item}".casefold() for word in words)
        ]
        numbers = [int(row.id.removeprefix("log_")) for row in found]
        return sorted(numbers, reverse=query.descending)

    def log_rows(self, keys: Sequence[int]) -> list[LogRow]:
        """In the order of the keys."""
        self._ask("log_rows", tuple(keys))
        by_number = {int(row.id.removeprefix("log_")): row for row in self.log}
        return [by_number[key] for key in keys]
