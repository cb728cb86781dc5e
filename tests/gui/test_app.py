"""The way in: one window, a timetable beside it, errors that nobody caught, and pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fbrecon.app.desk import Desk
from fbrecon.app.program_facts import ProgramFacts
from fbrecon.clock import Clock
from fbrecon.errors import FileError
from fbrecon.start_at_login import LoginEntry
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui import app as app_module
from ui.dialogs.error_dialog import ErrorDialog
from ui.main_window import MainWindow
from ui.memory import WindowMemory
from ui.screenshots import render_pages
from ui.theme import Theme
from ui.trial_control import StartsTrial

from .conftest import StandingClock


class FakeProgram:
    """What the command line hands to the window."""

    def __init__(self, folder: Path) -> None:
        self.desk: Desk = FakeDesk()
        self.may_open_last = True
        self.damage: tuple[str, str] | None = None
        self.clock: Clock = StandingClock()
        self.facts = ProgramFacts()
        self.trial: StartsTrial | None = None
        self.layout_file: Path | None = folder / "window.ini"
        self.allow_unsandboxed_sign_in = False
        self.starts_hidden = False
        self.login: LoginEntry | None = None
        self.is_free = True
        self.events: list[str] = []

    def start_background(self) -> None:
        self.events.append("start")

    def stop_background(self) -> None:
        self.events.append("stop")

    def lock_window(self) -> bool:
        return self.is_free


def top_level(kind: type[MainWindow | ErrorDialog]) -> MainWindow | ErrorDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FakeProgram]:
    # `run` removes variables that other tests need.
    for name in [name for name in os.environ if name.startswith("QTWEBENGINE_")]:
        monkeypatch.setenv(name, os.environ[name])
    yield FakeProgram(tmp_path)
    # A quit that was asked for twice would end the next test's event loops before they begin.
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()


def test_the_window_runs_until_it_is_closed_with_the_timetable_beside_it(
    program: FakeProgram, tmp_path: Path
) -> None:
    seen: list[str] = []

    def close() -> None:
        window = top_level(MainWindow)
        seen.append(window.windowTitle())
        window.close()

    QTimer.singleShot(400, close)
    assert app_module.run(program) == 0
    assert program.events == ["start", "stop"]
    assert sys.excepthook is sys.__excepthook__
    assert seen == ["Harbour & Pine Studio \u2013 fbrecon"]
    assert (tmp_path / "window.ini").exists()


def test_nothing_is_written_once_the_window_has_ended(tmp_path: Path) -> None:
    """A trial's home is thrown away then; a late write would bring it back."""
    folder = tmp_path / "home"
    folder.mkdir()
    memory = WindowMemory(folder / "window.ini")
    memory.keep("look", "dark")
    memory.close()
    (folder / "window.ini").unlink()
    folder.rmdir()
    memory.keep("look", "light")
    memory.close()
    del memory
    QApplication.processEvents()
    assert not folder.exists()


@pytest.mark.parametrize(
    ("last", "may_open_last", "shown"),
    [
        ("pine-workshop", True, "Pine Workshop Ltd"),
        ("pine-workshop", False, "Harbour & Pine Studio"),
        ("gone", True, "Harbour & Pine Studio"),
    ],
)
def test_the_company_that_was_shown_last_is_opened_again_unless_another_was_named(
    program: FakeProgram,
    tmp_path: Path,
    last: str,
    may_open_last: bool,
    shown: str,
) -> None:
    other = FakeDesk("pending", slug="pine-workshop", business=sample_books.OTHER_BUSINESS)
    assert isinstance(program.desk, FakeDesk)
    program.desk.join(other)
    program.may_open_last = may_open_last
    WindowMemory(tmp_path / "window.ini").keep("company", last)
    seen: list[str] = []

    def close() -> None:
        window = top_level(MainWindow)
        seen.append(window.windowTitle())
        window.close()

    QTimer.singleShot(400, close)
    assert app_module.run(program) == 0
    assert seen == [f"{shown} \u2013 fbrecon"]


def test_started_at_login_while_a_window_is_open_nothing_is_said(program: FakeProgram) -> None:
    program.is_free, program.starts_hidden = False, True
    assert app_module.run(program) == 0
    assert program.events == []
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def test_a_second_window_says_so_and_does_not_start(program: FakeProgram) -> None:
    program.is_free = False
    titles: list[str] = []

    def close() -> None:
        dialog = top_level(ErrorDialog)
        titles.append(dialog.windowTitle())
        dialog.close()

    QTimer.singleShot(200, close)
    assert app_module.run(program) == 1
    assert program.events == []
    assert titles == ["fbrecon is open already"]


def test_an_error_that_nobody_caught_becomes_the_dialog_once(
    qtbot: QtBot, window: MainWindow, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    app_module.catch_faults(theme, window)
    error = FileError("The disk is full", "Nothing more could be written.", "Make room.")
    for _ in range(3):
        sys.excepthook(FileError, error, None)
    dialogs = window.findChildren(ErrorDialog)
    assert [dialog.title.text() for dialog in dialogs] == ["The disk is full"]
    dialogs[0].accept()


def test_pictures_of_every_page_can_be_made_without_a_screen(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    paths = render_pages(FakeDesk(), tmp_path, dark=True, scale=2.0, clock=StandingClock())
    names = {path.name.partition("-dark")[0] for path in paths}
    assert {"home", "invoices", "payments", "attention", "settings", "wizard-5"} <= names
    home = QImage(str(next(path for path in paths if path.name.startswith("home"))))
    assert home.width() == 2480
    colours = {home.pixel(x, y) for x in range(0, 2480, 7) for y in range(0, 1640, 7)}
    assert len(colours) > 20


def test_importing_the_window_loads_neither_the_web_engine_nor_what_draws_plots() -> None:
    """Home is painted first; a plot is loaded when somebody sees one."""
    heavy = "{'PySide6.QtWebEngineCore', 'numpy', 'pyqtgraph'}"
    code = f"import sys, ui.app, ui.screenshots; print(bool({heavy} & set(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert answer.stdout.strip() == "False"


def test_two_hundred_thousand_void_calls_lose_no_reference_to_none() -> None:
    """PySide6 6.12.0 under Python 3.11 lost one on each void call, and aborted after some."""
    code = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for number in range(200_000):
    thing.setObjectName("x")
print(before - sys.getrefcount(None) < 1000)
"""
    answer = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert (answer.returncode, answer.stdout.strip()) == (0, "True")
