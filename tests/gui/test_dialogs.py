"""The dialogs that ask for keys check as one types and lose nothing when the answer is no."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fbrecon.errors import Refused, SecretsError
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.dialogs.app_keys import AppKeysDialog
from ui.dialogs.error_dialog import ErrorDialog, show_error
from ui.dialogs.platform_key import PlatformKeyDialog
from ui.faults import details_of

from .conftest import settle


@pytest.fixture
def app_keys(qtbot: QtBot, context: Context) -> AppKeysDialog:
    dialog = AppKeysDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(dialog: AppKeysDialog, redirect: str = "https://localhost/callback") -> None:
    dialog.client_id.edit.setText("  the-id ")
    dialog.client_secret.edit.setText("the-secret")
    dialog.redirect_uri.edit.setText(redirect)


def test_app_keys_can_be_saved_only_when_they_are_complete(app_keys: AppKeysDialog) -> None:
    assert not app_keys.save.isEnabled()
    fill(app_keys)
    assert app_keys.save.isEnabled()
    app_keys.client_id.edit.setText("")
    assert not app_keys.save.isEnabled()
    assert app_keys.client_id.problem.isHidden()


@pytest.mark.parametrize(
    ("redirect", "problem"),
    [
        ("http://localhost/callback", "begin with https"),
        ("https://localhost/callback?x=1", "must not contain"),
        ("https://localhost/callback#top", "must not contain"),
        ("https://me@localhost/callback", "must not contain"),
        ("localhost", "not a web address"),
        ("https:///callback", "not a web address"),
        ("javascript:alert(1)", "not a web address"),
    ],
)
def test_a_redirect_that_freshbooks_would_refuse_is_told_while_typing(
    app_keys: AppKeysDialog, redirect: str, problem: str
) -> None:
    fill(app_keys, redirect)
    assert problem in app_keys.redirect_uri.problem.text()
    assert not app_keys.save.isEnabled()


def test_saved_keys_are_trimmed_and_reach_the_desk(
    qtbot: QtBot, context: Context, desk: FakeDesk, app_keys: AppKeysDialog
) -> None:
    fill(app_keys)
    app_keys.save.click()
    settle(qtbot, context)
    assert desk.asked("save_app_keys") == [("the-id", "the-secret", "https://localhost/callback")]
    assert app_keys.result() == app_keys.DialogCode.Accepted


def test_a_locked_vault_is_told_inside_and_what_was_typed_stays(
    qtbot: QtBot, context: Context, desk: FakeDesk, app_keys: AppKeysDialog
) -> None:
    desk.fail["save_app_keys"] = SecretsError("The vault is locked", "No keyring answered.")
    fill(app_keys)
    app_keys.save.click()
    settle(qtbot, context)
    assert app_keys.isVisible()
    assert app_keys.banner.title.text() == "The vault is locked"
    assert app_keys.client_secret.text == "the-secret"
    assert app_keys.save.isEnabled()


def test_secrets_are_never_readable_on_the_screen(
    qtbot: QtBot, context: Context, app_keys: AppKeysDialog
) -> None:
    other = PlatformKeyDialog(context)
    qtbot.addWidget(other)
    for dialog in (app_keys, other):
        assert dialog.client_secret.edit.echoMode() is QLineEdit.EchoMode.Password


def test_a_platform_key_is_checked_and_a_shared_one_must_be_said_so(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    dialog = PlatformKeyDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.client_id.edit.setText("id")
    dialog.client_secret.edit.setText("se cret")
    assert not dialog.save.isEnabled()
    dialog.client_secret.edit.setText("secret")
    desk.fail["connect_platform"] = Refused("The key is in use", "Another company uses it.")
    dialog.save.click()
    settle(qtbot, context)
    assert dialog.banner.isVisible()
    del desk.fail["connect_platform"]
    dialog.share.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(qtbot, context)
    assert desk.asked("connect_platform")[-1] == ("id", "secret", True)
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_known_error_is_shown_and_copied_in_its_own_words(qtbot: QtBot, context: Context) -> None:
    error = Refused("FreshBooks said no", "The invoice is locked.", "Unlock it there.")
    dialog = ErrorDialog(context.theme, error)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.title.text() == "FreshBooks said no"
    assert dialog.hint.text() == "Unlock it there."
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert error.sentence in copied
    assert dialog.copy.text() == "Copied"


def test_a_fault_of_the_program_shows_and_copies_no_data() -> None:
    def fail() -> None:
        secret = "s3cret"
        raise KeyError(f"customer Juniper {secret}")

    try:
        fail()
    except KeyError as error:
        details = details_of(error)
    assert "KeyError" in details
    assert "fail line" in details
    assert "Juniper" not in details
    assert "s3cret" not in details


@pytest.mark.loud
def test_a_fault_is_logged_without_its_text(
    qtbot: QtBot, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    dialog = show_error(context.theme, None, ValueError("customer Juniper"))
    assert "ValueError" in caplog.text
    assert "Juniper" not in caplog.text
    dialog.accept()
