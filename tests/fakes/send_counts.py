"""What is kept outside the company files, in memory."""

from __future__ import annotations

from fbrecon.domain.sends import Sends


class MemorySendCounts:
    """Implements `fbrecon.sync.send_watch.SendCounts`."""

    def __init__(self) -> None:
        self.kept: dict[str, Sends] = {}

    def find(self, company: str) -> Sends | None:
        return self.kept.get(company)

    def keep(self, company: str, sends: Sends) -> None:
        self.kept[company] = sends
