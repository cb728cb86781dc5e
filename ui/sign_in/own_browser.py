"""Signing in with the person's own browser: open the address there, paste the last one back."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fbrecon.app.sign_in import SignInAttempt, Verdict
from fbrecon.wording import said

from .. import metrics
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel


class OwnBrowser(QWidget):
    """Emits `finished(url)` once the attempt accepts the pasted address."""

    finished = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: SignInAttempt | None = None
        self.address = QLineEdit()
        self.address.setReadOnly(True)
        self.address.setProperty("role", "address")
        address_label = PlainLabel(self.tr("Address to open"))
        address_label.setBuddy(self.address)
        self.open = Button(
            self.tr("Open in my browser"),
            role="primary",
            theme=theme,
            icon="external",
            on_click=self._open,
        )
        self.copy = Button(self.tr("Copy address"), theme=theme, icon="copy", on_click=self._copy)
        self.pasted = QLineEdit()
        self.pasted.setPlaceholderText("https://")
        pasted_label = PlainLabel(self.tr("Address of the last page"))
        pasted_label.setBuddy(self.pasted)
        self.problem = PlainLabel(role="problem", wrap=True)
        self.finish = Button(self.tr("Finish signing in"), on_click=self._finish)
        self.finish.setEnabled(False)
        self.pasted.textChanged.connect(self._typed)
        self.pasted.returnPressed.connect(self._finish)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(self.finish)
        last.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(metrics.SPACE_2)
        layout.addWidget(PlainLabel(self.tr("1. Sign in with your own browser"), role="title"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "This is the safest way: fbrecon never sees what you type, and your browser"
                    " knows your saved passwords."
                ),
                role="muted",
                wrap=True,
            )
        )
        layout.addWidget(address_label)
        layout.addWidget(self.address)
        layout.addLayout(buttons)
        layout.addSpacing(metrics.SPACE_5)
        layout.addWidget(PlainLabel(self.tr("2. Paste the last address here"), role="title"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "After you allowed access, the browser shows a page that cannot be opened."
                    " That is expected. Copy its whole address from the browser's address bar."
                ),
                role="muted",
                wrap=True,
            )
        )
        layout.addWidget(pasted_label)
        layout.addWidget(self.pasted)
        layout.addWidget(self.problem)
        layout.addLayout(last)
        layout.addStretch(1)

    def begin(self, attempt: SignInAttempt) -> None:
        """Show the address of this attempt."""
        self._attempt = attempt
        self.address.setText(attempt.authorize_url)
        self.address.setCursorPosition(0)
        self.pasted.clear()
        self.problem.clear()

    def _open(self) -> None:
        if self._attempt is not None and not QDesktopServices.openUrl(
            QUrl(self._attempt.authorize_url)
        ):
            self.problem.setText(
                self.tr("No browser could be opened. Copy the address and open it yourself.")
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self.copy.show_text(self.tr("Copied"))

    def _typed(self, text: str) -> None:
        self.finish.setEnabled(bool(text.strip()))
        self.problem.clear()

    def _finish(self) -> None:
        text = self.pasted.text().strip()
        if self._attempt is None or not text:
            return
        judgement = self._attempt.judge(text)
        if judgement.verdict is Verdict.FINISH:
            self.pasted.clear()
            self.finished.emit(text)
        elif judgement.verdict is Verdict.OPEN:
            self.problem.setText(
                self.tr(
                    "This is a page on the way. Sign in and allow access first, then copy the"
                    " address of the page after that."
                )
            )
        else:
            self.problem.setText(said(judgement.reason))
