"""When the system tells that something needs a person: seldom, in one notice, never in a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from fbrecon.app.views import CompanySummary
from fbrecon.sync.progress import CancelToken, ProgressFn

from . import formats, texts
from .context import Context
from .language import tr
from .tray import Notifier

_EVERY_MS: Final = 60_000
SWITCH: Final = "notices"  # in the window's memory: "off", else they are on


class Notices(QObject):
    """Looks at all companies now and then.

    Nothing is told while the person looks at the window, while a sync runs, or before the last
    notice was answered by opening the window. What is new by then is told together.
    """

    def __init__(
        self,
        window: QWidget,
        context: Callable[[], Context],
        notifier: Notifier,
        *,
        is_syncing: Callable[[], bool],
        is_looking: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._notifier = notifier
        self._is_syncing = is_syncing
        self._is_looking = is_looking
        self._known: dict[str, int] | None = None  # by slug; None before the first look
        self._is_reading = False
        self._waits_for_person = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and then once a minute."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Ask how many things need a person in each company."""
        if self._is_reading:
            return
        self._is_reading = True
        desk = self._context().desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[CompanySummary]:
            return desk.list_companies()

        handle = self._context().run(
            work, lane="db", owner=self._window, then=self.weigh, otherwise=lambda _error: None
        )
        handle.settled.connect(self._settled)

    def _settled(self) -> None:
        self._is_reading = False

    def answered(self) -> None:
        """The person looks at the window: a next notice may come."""
        self._waits_for_person = False

    def weigh(self, companies: list[CompanySummary]) -> None:
        """Tell what is new, if this is a moment for it."""
        counts = {company.slug: company.attention for company in companies}
        running = [company for company in companies if not company.problem]
        self._notifier.show_state(
            sum(counts.values()),
            paused=bool(running) and all(company.paused is not None for company in running),
        )
        if self._is_looking():
            self._waits_for_person = False
            self._known = counts  # it stands in the window
            return
        if self._known is None:
            self._known = counts  # from before the program was started
            return
        known = self._known
        # What was settled meanwhile may come again, and counts as new then.
        self._known = {slug: min(known.get(slug, 0), count) for slug, count in counts.items()}
        grown = [
            (company, company.attention - known.get(company.slug, 0))
            for company in companies
            if company.attention > known.get(company.slug, 0)
        ]
        if not grown or self._is_syncing() or self._waits_for_person:
            return
        self._known = counts
        if self._context().memory.text(SWITCH) == "off":
            return
        self._waits_for_person = True
        self._notifier.notify(_title(sum(more for _, more in grown)), _text(grown))


def _title(count: int) -> str:
    return formats.counted(count, tr("{n} new thing needs you"), tr("{n} new things need you"))


def _text(grown: list[tuple[CompanySummary, int]]) -> str:
    """The companies, most first; no word about what it is: others may see the screen."""
    told = sorted(grown, key=lambda one: -one[1])
    return ", ".join(
        texts.one_line(c.business.name if c.business is not None else c.slug) for c, _ in told[:4]
    ) + (" \u2026" if len(told) > 4 else "")
