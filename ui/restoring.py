"""Puts a copy of a company file back from the window: nothing may read the file meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from fbrecon.app.desk import Desk
from fbrecon.domain.backups import CopyLook
from fbrecon.sync.progress import CancelToken, ProgressFn

from . import formats
from .dialogs.restore import RestoreDialog

if TYPE_CHECKING:
    from .main_window import MainWindow


class Restoring(QObject):
    """Belongs to the main window, which outlives the pages of the company that is restored."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: RestoreDialog | None = None
        self._let_go: tuple[str, str] | None = None  # slug and name of a company to be shown again

    def offer(self, slug: str, name: str = "", problem: str = "") -> None:
        """Show the copies of a company; `problem` says what is wrong with its file."""
        if self.dialog is not None:
            return
        status = self._window.watch.status
        if not name and status is not None and status.business is not None:
            name = status.business.name  # of the company that is shown
        name = name or slug
        dialog = RestoreDialog(self._window.context, slug, name, problem, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda look: self._begin(slug, name, look))
        dialog.removal_wanted.connect(lambda: self._remove(slug, name))
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        self._window.context.answer_f1(dialog)
        dialog.open()

    def _closed(self) -> None:
        """A company that was put away for nothing comes back, if it can be opened."""
        self.dialog = None
        if self._let_go is None:
            return
        (slug, name), self._let_go = self._let_go, None
        desk = self._window.context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> Desk:
            return desk.open_company(slug)

        self._window.context.run(
            work,
            lane="db",
            owner=self._window,
            then=lambda opened: self._window.show_company(opened, name),
        )

    def _remove(self, slug: str, name: str) -> None:
        dialog = self.dialog
        assert dialog is not None
        dialog.accept()
        self._window.pages.companies.ask_removal(slug, name)

    def _begin(self, slug: str, name: str, look: CopyLook) -> None:
        """The pages of the company go first: they would ask for what is being replaced."""
        dialog = self.dialog
        assert dialog is not None
        desk = self._window.context.desk

        def find_another(_token: CancelToken, _report: ProgressFn) -> Desk:
            return desk if desk.slug != slug else desk.open_company(None)

        def put_back(following: Desk) -> None:
            if self._window.context.desk.slug == slug:
                self._let_go = (slug, name)
            self._window.let_go(slug, following)
            self._put_back(following, slug, name, look)

        self._window.context.run(
            find_another, lane="db", owner=dialog, then=put_back, otherwise=dialog.failed
        )

    def _put_back(self, following: Desk, slug: str, name: str, look: CopyLook) -> None:
        dialog = self.dialog
        assert dialog is not None

        def work(_token: CancelToken, _report: ProgressFn) -> Desk:
            following.restore_company(slug, look.copy.name)
            return following.open_company(slug)

        def done(restored: Desk) -> None:
            self._let_go = None
            dialog.done_with()
            self._window.show_company(restored, name)
            day = formats.moment(look.copy.made_at)
            told = self.tr("The copy of {day} is in place. The next sync reads everything again.")
            self._window.tell(told.format(day=day))

        self._window.context.run(work, lane="net", owner=dialog, then=done, otherwise=dialog.failed)
