"""The sign-in dialog: from the first page to the kept sign-in, and out of each trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.views import SignInResult
from fbrecon.errors import FbreconError, SignInFailed
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import said

from .. import metrics
from ..context import Context
from ..environment import SignInSandbox
from ..widgets.banner import Banner
from ..widgets.busy import Busy
from ..widgets.buttons import Button
from ..widgets.empty_state import EmptyState
from ..widgets.plain_label import PlainLabel
from .address_bar import AddressBar
from .choose_business import ChooseBusiness
from .own_browser import OwnBrowser

if TYPE_CHECKING:
    from .browser import Browser

TIME_LIMIT_MS: Final = 10 * 60 * 1000


class SignInDialog(QDialog):
    """One dialog, one attempt at a time. `signed_in(Business)` comes before it closes."""

    signed_in = Signal(object)

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        sandbox: SignInSandbox | None = None,
        time_limit_ms: int = TIME_LIMIT_MS,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._sandbox = sandbox or SignInSandbox(
            allow_unsandboxed=context.allow_unsandboxed_sign_in
        )
        self._attempt: SignInAttempt | None = None
        self._note = note  # why a sign-in is asked for, where that is not plain
        self._prefers_own = False
        self._is_finishing = False
        self.browser: Browser | None = None
        self.setWindowTitle(self.tr("Connect to FreshBooks"))
        self.resize(*metrics.SIGN_IN_SIZE)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(time_limit_ms)
        self._limit.timeout.connect(self._too_late)
        self._build()
        self._begin()

    def _build(self) -> None:
        theme = self._context.theme
        self.busy = Busy(self.tr("Opening the sign-in page\u2026"))
        self.trouble = EmptyState(theme, "alert")
        self.trouble.button.clicked.connect(self._begin)
        self.address = AddressBar(theme)
        self.banner = Banner(theme, "warning")
        self.web = QWidget()
        self._web_layout = QVBoxLayout(self.web)
        self._web_layout.setContentsMargins(0, 0, 0, 0)
        self._web_layout.setSpacing(metrics.SPACE_2)
        self._web_layout.addWidget(self.address)
        self._web_layout.addWidget(self.banner)
        self.own = OwnBrowser(theme)
        self.own.finished.connect(self._finish)
        self.choose = ChooseBusiness(theme)
        self.choose.chosen.connect(self._choose)
        self.stack = QStackedWidget()
        for page in (self.busy, self.web, self.own, self.trouble, self.choose):
            self.stack.addWidget(page)
        self.switch = Button("", role="link", on_click=self._switch)
        self.cancel = Button(self.tr("Cancel"), on_click=self.reject)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_4] * 4)
        layout.setSpacing(metrics.SPACE_3)
        if self._note:
            layout.addWidget(PlainLabel(self._note, role="muted", wrap=True))
        layout.addWidget(self.stack, 1)
        layout.addLayout(row)

    # One attempt.

    def _begin(self) -> None:
        self._close_browser()
        self._attempt = None
        self._show(self.busy)
        self.busy.tell(self.tr("Opening the sign-in page\u2026"))
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> SignInAttempt:
            return desk.begin_sign_in()

        self._context.run(
            work, lane="net", owner=self, then=self._start, otherwise=self._show_trouble
        )

    def _start(self, attempt: SignInAttempt) -> None:
        self._attempt = attempt
        self._limit.start()
        self.own.begin(attempt)
        if self._prefers_own:
            self._show(self.own)
            return
        try:
            self._sandbox.prepare(attempt.authorize_url)
            # Here and not above: it costs memory and time that no other page needs.
            from .browser import Browser
        except FbreconError as error:
            self._show_trouble(error)
            return
        except ImportError:
            self._show_trouble(
                SignInFailed(
                    "The sign-in window cannot start here",
                    "A part of the system that web pages need is missing on this computer.",
                    "Use your own browser to sign in.",
                )
            )
            return
        self.browser = Browser(attempt, self.web)
        self._web_layout.addWidget(self.browser.view, 1)
        self.browser.finished.connect(self._finish)
        self.browser.refused.connect(self._show_refusal)
        self.browser.failed.connect(self._load_failed)
        self.browser.address_changed.connect(self._show_address)
        self.banner.hide()
        self.address.show_address(QUrl(attempt.authorize_url))
        self._show(self.web)
        self.browser.open(attempt.authorize_url)
        self.browser.view.setFocus()

    def _finish(self, url: str) -> None:
        attempt = self._attempt
        if attempt is None or self._is_finishing:
            return
        self._limit.stop()
        self._close_browser()
        self._is_finishing = True
        self.busy.tell(self.tr("Finishing the sign-in with FreshBooks\u2026"))
        self._show(self.busy)
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> SignInResult:
            return desk.finish_sign_in(attempt, url)

        self._context.run(
            work, lane="net", owner=self, then=self._result, otherwise=self._show_trouble
        )

    def _result(self, result: SignInResult) -> None:
        self._is_finishing = False
        if result.business is not None:
            self.signed_in.emit(result.business)
            self.accept()
        else:
            self.choose.show_businesses(result.choose_from)
            self._show(self.choose)

    def _choose(self, business_id: str) -> None:
        self._is_finishing = True
        self.busy.tell(self.tr("Opening the business\u2026"))
        self._show(self.busy)
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> SignInResult:
            return desk.choose_business(business_id)

        self._context.run(
            work, lane="net", owner=self, then=self._result, otherwise=self._choice_failed
        )

    def _choice_failed(self, error: object) -> None:
        self._is_finishing = False
        self.choose.banner.tell_error(error)
        self._show(self.choose)

    # What can go wrong.

    def _show_trouble(self, error: object) -> None:
        self._is_finishing = False
        self._close_browser()
        if isinstance(error, FbreconError):
            title, message = said(error.title), said(f"{error.message} {error.hint}".strip())
        else:
            title = self.tr("The sign-in did not work")
            message = self.tr("Nothing was changed. Try again, or use your own browser.")
        self.trouble.tell(title, message, button=self.tr("Try again"), icon="alert")
        self._show(self.trouble)
        self.trouble.button.setFocus()

    def _load_failed(self, sentence: str) -> None:
        if not self._is_finishing:
            self._show_trouble(SignInFailed(self.tr("The sign-in page did not open"), sentence))

    def _show_refusal(self, reason: str) -> None:
        self.banner.tell(self.tr("This page was not opened"), reason, tone="warning")

    def _too_late(self) -> None:
        self._attempt = None
        self._show_trouble(
            SignInFailed(
                self.tr("This sign-in took longer than ten minutes"),
                self.tr("For your safety each attempt is good for ten minutes only."),
                self.tr("Nothing was changed. Start again when you are ready."),
            )
        )

    # The window.

    def _show_address(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            self.address.show_address(url)
            self.banner.hide()

    def _switch(self) -> None:
        self._prefers_own = not self._prefers_own
        if self._prefers_own and self._attempt is not None:
            self._close_browser()
            self._show(self.own)
        else:
            self._begin()

    def _show(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self.switch.show_text(
            self.tr("Sign in here instead")
            if self._prefers_own
            else self.tr("Use my own browser instead")
        )
        self.switch.setVisible(page is not self.choose and not self._is_finishing)
        self.cancel.setEnabled(not self._is_finishing)

    def _close_browser(self) -> None:
        if self.browser is not None:
            self.browser.close()
            self.browser.deleteLater()
            self.browser = None

    def done(self, result: int) -> None:
        """Close, but not in the middle of the exchange: its answer must be kept."""
        if self._is_finishing and result != QDialog.DialogCode.Accepted:
            return
        self._limit.stop()
        self._close_browser()
        super().done(result)
