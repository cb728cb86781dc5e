"""The first screen: a look without any account, keys that are checked as they are typed, files."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from fbrecon.app.views import ConnectionState
from fbrecon.errors import FbreconError
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.dialogs import key_checks
from ui.dialogs.app_keys import SUGGESTED_REDIRECT, AppKeysDialog
from ui.dialogs.platform_key import PlatformKeyDialog
from ui.help.pages import all_pages
from ui.main_window import MainWindow

from .conftest import MakeWindow, settle


class FakeTrial:
    """A trial that goes as the test says."""

    def __init__(self) -> None:
        self.started = 0
        self.fail: FbreconError | None = None
        self.tell: Callable[[str], None] = print
        self.ended: Callable[[int], None] = print

    def start(self, tell: Callable[[str], None], ended: Callable[[int], None]) -> bool:
        if self.fail is not None:
            raise self.fail
        self.started += 1
        self.tell, self.ended = tell, ended
        return True


@pytest.fixture
def trial() -> FakeTrial:
    return FakeTrial()


@pytest.fixture
def fresh(make_window: MakeWindow, trial: FakeTrial) -> MainWindow:
    return make_window(FakeDesk("fresh"), None, trial)


# ---- the sandbox


def test_the_sandbox_is_tried_from_the_first_screen_once_at_a_time(
    fresh: MainWindow, trial: FakeTrial, qtbot: QtBot
) -> None:
    row = fresh.home.checklist.trial
    assert row is not None
    assert row.button.isVisible()
    assert "Nothing to sign up for" in row.label.text()
    row.button.click()
    assert not row.button.isEnabled()
    trial.tell("Signing in to FreshBooks (sandbox)…")
    qtbot.waitUntil(lambda: "Signing in" in row.label.text())
    trial.ended(0)
    qtbot.waitUntil(row.button.isEnabled)
    assert "nothing of it is left" in row.label.text()
    assert trial.started == 1


def test_a_trial_that_fails_says_why_and_can_be_tried_again(
    fresh: MainWindow, trial: FakeTrial, qtbot: QtBot
) -> None:
    row = fresh.home.checklist.trial
    assert row is not None
    trial.fail = FbreconError("The sandbox could not be started", "Python did not start.")
    row.button.click()
    assert "did not start" in row.label.text()
    assert row.button.isEnabled()
    trial.fail = None
    row.button.click()
    trial.tell("It needs four ports.")
    trial.ended(1)
    qtbot.waitUntil(row.button.isEnabled)
    assert row.label.text() == "It needs four ports."


def test_it_is_not_offered_to_who_has_connected(make_window: MakeWindow, trial: FakeTrial) -> None:
    row = make_window(FakeDesk("pending"), None, trial).home.checklist.trial
    assert row is not None
    assert row.isHidden()
    assert make_window(FakeDesk("fresh")).home.checklist.trial is None


def test_a_trial_outlives_the_window_that_started_it(fresh: MainWindow, trial: FakeTrial) -> None:
    row = fresh.home.checklist.trial
    assert row is not None
    row.button.click()
    fresh.close()
    trial.tell("Connected.")
    trial.ended(0)


def test_the_first_steps_are_explained(fresh: MainWindow) -> None:
    fresh.home.checklist.how.click()
    shown = fresh.context.help.window
    assert shown is not None
    assert shown.text.page is all_pages()["first-steps"]


# ---- files only


def test_who_has_no_key_goes_on_with_files(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk("empty")
    desk.platform = ConnectionState.NOT_CONNECTED
    window = make_window(desk)
    checklist = window.home.checklist
    assert checklist.files.isVisible()
    checklist.files.click()
    settle(qtbot, window.context)
    assert not checklist.files.isVisible()
    assert checklist.steps[2].button.isVisible(), "the accounts come next"
    assert "Ctrl+I" in window.toast.label.text()
    other = make_window(FakeDesk("fresh"))
    assert not other.home.checklist.files.isVisible(), "FreshBooks comes first"


# ---- keys


GOOD = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("text", "other", "word"),
    [
        ("a b", "", "blank"),
        ("https://my.freshbooks.com", "", "address"),
        ("'abc'", "", "quotation"),
        ("abc\u200b", "", "cannot be seen"),
        (GOOD, GOOD, "the same"),
        (GOOD, "", ""),
        ("", "", ""),
    ],
)
def test_what_cannot_be_a_key_is_said_while_typing(text: str, other: str, word: str) -> None:
    problem = key_checks.key_problem(text, other)
    assert word in problem
    assert bool(problem) is bool(word)


@pytest.mark.parametrize(
    ("text", "word"), [(GOOD, ""), (GOOD[:60], "60"), ("my-client", "0 to 9 and a to f")]
)
def test_what_looks_odd_is_said_and_not_refused(text: str, word: str) -> None:
    assert word in key_checks.freshbooks_note(text)
    assert bool(key_checks.freshbooks_note(text)) is bool(word)


def test_a_note_gives_way_to_a_problem(qtbot: QtBot, context: Context) -> None:
    dialog = AppKeysDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.redirect_uri.edit.setText(SUGGESTED_REDIRECT)
    dialog.client_secret.edit.setText("b" * 64)
    dialog.client_id.edit.setText(GOOD[:60])
    assert "60" in dialog.client_id.note.text()
    assert dialog.save.isEnabled()
    dialog.client_id.edit.setText(GOOD[:60] + " x")
    assert dialog.client_id.note.isHidden()
    assert dialog.client_id.problem.isVisible()
    assert not dialog.save.isEnabled()
    dialog.client_id.edit.setText("b" * 64)
    assert "the same" in dialog.client_secret.problem.text()


def test_what_freshbooks_asks_for_can_be_copied(
    qtbot: QtBot, context: Context, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = AppKeysDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy_scopes.click()
    assert QGuiApplication.clipboard().text().split("\n") == list(desk.needed_scopes())
    dialog.copy_redirect.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == SUGGESTED_REDIRECT
    assert key_checks.redirect_problem(copied) == ""
    assert dialog.copy_redirect.accessibleName() == "Copy the redirect URI"
    dialog.page.click()
    assert opened == ["https://my.freshbooks.com/#/developer"]


def test_on_a_low_screen_the_fields_scroll_and_the_buttons_stay(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AppKeysDialog, "room", lambda _self: 480)
    dialog = AppKeysDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= 480
    assert dialog.rect().contains(dialog.save.geometry())
    settle(qtbot, context)
    dialog.redirect_uri.edit.setFocus(Qt.FocusReason.TabFocusReason)
    dialog.area.ensureWidgetVisible(dialog.redirect_uri.edit)
    assert dialog.redirect_uri.edit.visibleRegion().boundingRect().height() > 20


def test_a_platform_key_that_was_copied_twice_is_told(qtbot: QtBot, context: Context) -> None:
    dialog = PlatformKeyDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    for field in (dialog.client_id, dialog.client_secret):
        field.edit.setText("the-same")
    assert "the same" in dialog.client_secret.problem.text()
    assert not dialog.save.isEnabled()
