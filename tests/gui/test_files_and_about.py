"""Where files lie, the log without secrets, versions and licences, and details to copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from fbrecon import __version__
from fbrecon.app.program_facts import ProgramFacts, list_libraries
from fbrecon.errors import FileError, Unreachable
from fbrecon.log import read_log
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.dialogs.about import AboutDialog
from ui.dialogs.error_dialog import ErrorDialog
from ui.dialogs.log_view import LogDialog
from ui.main_window import MainWindow
from ui.widgets.banner import Banner

from .conftest import MakeWindow, settle

SECRET = "a1" * 32
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "fbrecon.log.1").write_text("2026-04-01 old line\n", encoding="utf-8")
    (logs / "fbrecon.log").write_text(
        f"2026-04-02 new line\nBearer {TOKEN} code=abc {SECRET}\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def with_home(context: Context, home: Path) -> Context:
    return replace(context, facts=ProgramFacts(home, (("SQLite", "3.99.1"),)))


def test_the_log_is_read_oldest_first_and_blotted_once_more(home: Path) -> None:
    log = read_log(home)
    assert log.index("old line") < log.index("new line")
    for secret in (SECRET, TOKEN, "abc"):
        assert secret not in log
    assert "[removed]" in log


def test_only_the_end_of_a_long_log_is_shown_from_a_whole_line_on(home: Path) -> None:
    shown = read_log(home, 60)
    assert len(shown) <= 80
    assert "old line" not in shown
    assert read_log(home / "nowhere") == ""


def test_a_log_that_cannot_be_read_says_so(home: Path) -> None:
    (home / "logs" / "fbrecon.log.2").mkdir()
    with pytest.raises(FileError, match="cannot be read"):
        read_log(home)


def test_the_log_is_shown_copied_and_saved(with_home: Context, home: Path, qtbot: QtBot) -> None:
    dialog = LogDialog(with_home, home)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, with_home)
    assert "new line" in dialog.text.toPlainText()
    dialog.copy.click()
    assert SECRET not in QGuiApplication.clipboard().text()
    assert "new line" in QGuiApplication.clipboard().text()
    dialog.save_to(home / "saved.txt")
    settle(qtbot, with_home)
    assert (home / "saved.txt").read_text(encoding="utf-8") == read_log(home)
    assert dialog.banner.message.text() == "Saved as saved.txt."
    dialog.save_to(home / "nowhere" / "saved.txt")
    settle(qtbot, with_home)
    assert dialog.banner.title.text() == "The log could not be saved"


def test_about_tells_versions_and_every_licence(with_home: Context, qtbot: QtBot) -> None:
    dialog = AboutDialog(with_home)
    qtbot.addWidget(dialog)
    dialog.show()
    lines = [dialog.libraries.item(row).text() for row in range(dialog.libraries.count())]
    assert len(lines) == len(list_libraries()) > 20
    assert any(line.startswith("pyside6-essentials") and "LGPL" in line for line in lines)
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"fbrecon {__version__}" in copied
    assert "SQLite 3.99.1" in copied
    assert "Qt 6." in copied


def test_settings_name_the_folder_and_open_it(
    window: MainWindow, make_window: MakeWindow, home: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert window.settings.files.folder.isHidden(), "it keeps no files"
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    kept = make_window(FakeDesk(), ProgramFacts(home))
    kept.show_page("settings")
    settle(qtbot, kept.context)
    assert kept.settings.files.place.text() == str(home)
    kept.settings.files.folder.click()
    assert [url.toLocalFile() for url in opened] == [str(home)]
    kept.settings.files.log.click()
    kept.settings.about.click()
    settle(qtbot, kept.context)
    assert len(kept.findChildren(LogDialog)) == len(kept.findChildren(AboutDialog)) == 1
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    kept.settings.files.folder.click()
    told = kept.findChild(ErrorDialog)
    assert told is not None
    assert str(home) in told.message.text()
    told.accept()


def test_without_a_company_there_are_no_backups(make_window: MakeWindow) -> None:
    assert not make_window(FakeDesk("fresh")).settings.files.backups.isEnabled()
    assert make_window(FakeDesk()).settings.files.backups.isEnabled()


@pytest.mark.parametrize(
    "error", [Unreachable("No answer", f"Bearer {TOKEN}", "Again."), ValueError(TOKEN)]
)
def test_the_details_of_an_error_can_be_copied_and_hold_no_secret(
    context: Context, qtbot: QtBot, error: Exception
) -> None:
    banner = Banner(context.theme)
    dialog = ErrorDialog(context.theme, error)
    for widget in (banner, dialog):
        qtbot.addWidget(widget)
    banner.tell_error(error)
    assert banner.copy is not None
    assert not banner.copy.isHidden()
    for button in (banner.copy, dialog.copy):
        button.click()
        copied = QGuiApplication.clipboard().text()
        assert f"fbrecon {__version__}" in copied
        assert type(error).__name__ in copied
        assert TOKEN not in copied
    banner.tell("All is well")
    assert banner.copy.isHidden()
