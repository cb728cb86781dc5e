"""A table page whose current row is read whole and shown beneath, once the arrow keys rest."""

from __future__ import annotations

from typing import Any, Final, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fbrecon.domain.stories import Story
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import hotkeys
from ..actions import Actions
from ..context import Context
from ..jobs import JobHandle
from ..status_watch import StatusWatch
from .table_page import TablePage

_DETAIL_MS: Final = 120


class DetailView(Protocol):
    """Shows what was read of a row, or why it could not be read."""

    def show_detail(self, detail: Any) -> None:
        """Paint it."""
        ...

    def show_story(self, story: Story, actions: Actions) -> None:
        """Paint what happened to it, after it was painted itself."""
        ...

    def show_error(self, error: object) -> None:
        """Say why there is nothing to paint."""
        ...

    def open_in_freshbooks(self) -> None:
        """Open it there, where it can be."""
        ...


class DetailPage(TablePage):
    """Subclasses say in `ask_detail` how a row is read; it runs in the lane of the company file."""

    def __init__(
        self,
        context: Context,
        actions: Actions,
        watch: StatusWatch,
        *,
        view: DetailView,
        detail: QWidget,
        **table: Any,
    ) -> None:
        super().__init__(context, actions, watch, detail=detail, **table)
        self._shows = view
        self._key: Any | None = None
        self._job: JobHandle | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DETAIL_MS)
        self._soon.timeout.connect(self._read_detail)
        self.model.was_reset.connect(self._reread)
        shortcut = QShortcut(QKeySequence(hotkeys.OPEN_IN_FRESHBOOKS), self)
        shortcut.activated.connect(self._open_current)

    def ask_detail(self, key: Any) -> Any:
        """Read that row whole."""
        raise AssertionError(f"nobody reads the detail of {key}")

    def ask_story(self, key: Any) -> Story | None:
        """Read what happened to that row; None where it has no history."""
        raise AssertionError(f"nobody reads the story of {key}")

    def show_current(self, key: Any) -> None:
        """Read the detail of that row shortly."""
        self._key = key
        if key is None:
            self.detail.hide()
        else:
            self._soon.start()

    def read_detail_now(self) -> None:
        """Do not wait for the arrow keys to rest."""
        self._soon.stop()
        self._read_detail()

    def _open_current(self) -> None:
        if not self.detail.isHidden():
            self._shows.open_in_freshbooks()

    def _reread(self) -> None:
        if self._key is not None and not self.detail.isHidden():
            self._soon.start()

    def _read_detail(self) -> None:
        key = self._key
        if key is None:
            return
        if self._job is not None:
            self._job.cancel()
        ask, ask_story = self.ask_detail, self.ask_story

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Any, Story | None]:
            return ask(key), ask_story(key)

        def show(found: tuple[Any, Story | None]) -> None:
            if key == self._key:
                detail, story = found
                self._shows.show_detail(detail)
                if story is not None:
                    self._shows.show_story(story, self._actions)
                self.detail.show()

        def fail(error: object) -> None:
            if key == self._key:
                self._shows.show_error(error)
                self.detail.show()

        job = self.context.run(work, lane="db", owner=self, then=show, otherwise=fail)
        job.settled.connect(self._forget_job)
        self._job = job

    def _forget_job(self) -> None:
        self._job = None
