"""Adding a company: the businesses of the kept sign-ins that are not here yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fbrecon.app.desk import Desk
from fbrecon.app.views import SignInResult
from fbrecon.domain.business import Business
from fbrecon.errors import FbreconError, NeedsPerson
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import said

from .. import metrics
from ..context import Context
from ..sign_in.choose_business import ChooseBusiness
from ..widgets.busy import Busy
from ..widgets.buttons import Button
from ..widgets.empty_state import EmptyState


class AddCompanyDialog(QDialog):
    """`added(Desk, Business)` or `sign_in_wanted(str)`, a sentence why, come before it closes."""

    added = Signal(object, object)
    sign_in_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_adding = False
        self.setWindowTitle(self.tr("Add a company"))
        self.resize(*metrics.CHOICE_SIZE)
        self.busy = Busy(self.tr("Asking FreshBooks which businesses there are\u2026"))
        self.choose = ChooseBusiness(
            context.theme,
            title=self.tr("Which business?"),
            explanation=self.tr(
                "These businesses of your FreshBooks sign-in are not here yet. Each becomes a"
                " company of its own, kept apart from the others."
            ),
            use=self.tr("Add this company"),
        )
        self.choose.chosen.connect(self._add)
        self.trouble = EmptyState(context.theme, "alert")
        self.trouble.button.clicked.connect(self._ask)
        self.stack = QStackedWidget()
        for page in (self.busy, self.choose, self.trouble):
            self.stack.addWidget(page)
        self.other = Button(
            self.tr("Sign in as another FreshBooks person"),
            role="link",
            on_click=lambda: self._leave_for_sign_in(""),
        )
        self.cancel = Button(self.tr("Cancel"), on_click=self.reject)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_4] * 4)
        layout.setSpacing(metrics.SPACE_3)
        layout.addWidget(self.stack, 1)
        layout.addLayout(row)
        self._ask()

    def _ask(self) -> None:
        self.stack.setCurrentWidget(self.busy)
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[Business]:
            return desk.list_addable_businesses()

        self._context.run(work, lane="net", owner=self, then=self._show, otherwise=self._failed)

    def _show(self, businesses: list[Business]) -> None:
        if businesses:
            self.choose.show_businesses(tuple(businesses))
            self.stack.setCurrentWidget(self.choose)
            return
        self._leave_for_sign_in(
            self.tr(
                "There is no business left to add from a sign-in that is kept here. Sign in as"
                " the FreshBooks person of the business that you want to add."
            )
        )

    def _failed(self, error: object) -> None:
        if isinstance(error, NeedsPerson):
            self._leave_for_sign_in(said(error.message))
            return
        if isinstance(error, FbreconError):
            title, message = said(error.title), said(f"{error.message} {error.hint}".strip())
        else:
            title = self.tr("The businesses could not be listed")
            message = self.tr("Nothing was changed.")
        self.trouble.tell(title, message, button=self.tr("Try again"), icon="alert")
        self.stack.setCurrentWidget(self.trouble)

    def _leave_for_sign_in(self, note: str) -> None:
        self.sign_in_wanted.emit(note)
        self.reject()

    def _add(self, business_id: str) -> None:
        self._set_adding(True)
        self.busy.tell(self.tr("Adding the company\u2026"))
        self.stack.setCurrentWidget(self.busy)
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Desk, SignInResult]:
            fresh = desk.open_company(None)
            result = fresh.choose_business(business_id)
            return fresh.open_company(fresh.status().company), result

        self._context.run(work, lane="net", owner=self, then=self._done, otherwise=self._not_added)

    def _done(self, found: tuple[Desk, SignInResult]) -> None:
        desk, result = found
        self._set_adding(False)
        self.added.emit(desk, result.business)
        self.accept()

    def _not_added(self, error: object) -> None:
        self._set_adding(False)
        self.choose.banner.tell_error(error)
        self.stack.setCurrentWidget(self.choose)

    def _set_adding(self, adding: bool) -> None:  # noqa: FBT001 - a state, passed on
        self._is_adding = adding
        self.other.setEnabled(not adding)
        self.cancel.setEnabled(not adding)

    def done(self, result: int) -> None:
        """Close, but not in the middle of adding: the company would be there unseen."""
        if not self._is_adding:
            super().done(result)
