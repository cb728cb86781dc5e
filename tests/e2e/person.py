"""Someone at the real window: clicks and types through Qt, and waits for what comes."""

from __future__ import annotations

from typing import Any

import requests
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fbrecon.app.views import StatusView
from tests.e2e.canary import Canary
from ui.main_window import MainWindow
from ui.sign_in.dialog import SignInDialog

PATIENCE_MS = 60_000


class Person:
    """Clicks and types as a person would, and waits until what they wait for is there."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, sandbox: dict[str, Any], canary: Canary
    ) -> None:
        self.qtbot = qtbot
        self.window = window
        self.sandbox = sandbox
        self.canary = canary
        self.seen: list[StatusView] = []
        window.watch.updated.connect(self.seen.append)

    def click(self, button: QAbstractButton) -> None:
        """One click of the left button in its middle, once it can be clicked."""
        self.wait(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_into(self, widget: QWidget, text: str) -> None:
        """Click into a field and type."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QTest.keyClicks(widget, text)

    def wait(self, condition: Any) -> None:
        """Run the window until the condition holds."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def dialog(self, kind: type[QWidget]) -> Any:
        """The open dialog of that kind."""

        def found() -> QWidget | None:
            return next(
                (
                    w
                    for w in QApplication.topLevelWidgets()
                    if isinstance(w, kind) and w.isVisible()
                ),
                None,
            )

        self.wait(lambda: found() is not None)
        return found()

    def control(self, name: str, **body: Any) -> dict[str, Any]:
        """Let something happen on the platform."""
        answer = requests.post(f"{self.sandbox['controls']}/{name}", json=body, timeout=60)
        assert answer.ok, answer.text
        return dict(answer.json())

    def state(self) -> dict[str, Any]:
        """All rows of both services."""
        return dict(requests.get(f"{self.sandbox['controls']}/state", timeout=60).json())

    # ---- the web page

    def ask_page(self, dialog: SignInDialog, script: str) -> Any:
        """What a script in the page answers; None once the page is gone."""
        told: list[Any] = []
        if dialog.browser is None:
            return None
        dialog.browser.view.page().runJavaScript(script, 0, told.append)
        self.wait(lambda: bool(told) or dialog.browser is None)
        return told[0] if told else None

    def place(self, dialog: SignInDialog, element: str) -> QPoint | None:
        """Where an element of a loaded page is, None while it is not there."""
        found = self.ask_page(
            dialog,
            f"(() => {{ const e = document.getElementById('{element}');"
            " if (!e || document.readyState !== 'complete') return '';"
            " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]"
            ".map(Math.round).join(','); })()",
        )
        if not found:
            return None
        x, y = map(int, str(found).split(","))
        return QPoint(x, y)

    @staticmethod
    def page_widget(dialog: SignInDialog) -> QWidget:
        """What takes mouse and keys for the page."""
        assert dialog.browser is not None
        widget = dialog.browser.view.focusProxy()
        assert widget is not None
        return widget

    def words(self, dialog: SignInDialog) -> str:
        """What the page says."""
        told: list[str] = []
        assert dialog.browser is not None
        dialog.browser.view.page().toPlainText(told.append)
        self.wait(lambda: bool(told))
        return told[0]

    def is_told(self, dialog: SignInDialog) -> bool:
        """Whether the page says that email or password are wrong."""
        words = self.words(dialog).lower()
        return any(word in words for word in ("wrong", "incorrect", "not match", "do not"))

    def press(self, dialog: SignInDialog, element: str) -> None:
        """One click where an element is, once it stays in its place."""
        seen: list[QPoint | None] = [None]

        def settled() -> bool:
            seen.append(self.place(dialog, element))
            return seen[-1] is not None and seen[-1] == seen[-2]

        self.wait(settled)
        spot = seen[-1]
        assert spot is not None
        QTest.mouseClick(
            self.page_widget(dialog),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            spot,
        )

    def click_page(self, dialog: SignInDialog, element: str) -> None:
        """Click a button of the page, again if neither page nor dialog heard the first click."""
        self.ask_page(dialog, "window.stillThisPage = true")

        def heard() -> bool:
            told = dialog.banner.isVisible()
            return told or not self.ask_page(dialog, "window.stillThisPage === true")

        for _ in range(3):
            self.press(dialog, element)
            if self.soon(heard):
                return
        raise AssertionError(f"the page does not hear clicks on {element}")

    def type_page(self, dialog: SignInDialog, element: str, text: str) -> None:
        """Click into a field of the page and type, once the page has the focus there."""
        self.press(dialog, element)
        self.wait(lambda: self.ask_page(dialog, "document.activeElement.id") == element)
        QTest.keyClicks(self.page_widget(dialog), text)
        value = f"document.getElementById('{element}').value"
        self.wait(lambda: self.ask_page(dialog, value) == text)

    def soon(self, condition: Any) -> bool:
        """Whether the condition holds within a few seconds."""
        try:
            self.qtbot.waitUntil(condition, timeout=5_000)
        except self.qtbot.TimeoutError:
            return False
        return True
