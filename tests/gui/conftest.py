"""A window without a screen, over a made-up desk, at a time that stands still."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

import pytest

# Before Qt is imported for the first time.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Containers run the tests as root; the pages opened here are the tests' own.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fbrecon.app.program_facts import ProgramFacts
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui.app import build_window
from ui.context import Context
from ui.events import Events
from ui.jobs import JobRunner
from ui.main_window import MainWindow
from ui.memory import WindowMemory
from ui.theme import Look, Theme
from ui.trial_control import StartsTrial

QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


class StandingClock:
    """The wall clock of the sample books; the monotonic one moves when told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        """Always the same."""
        return sample_books.NOW

    def monotonic(self) -> float:
        """As last set."""
        return self.seconds


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def _one_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Look.LIGHT)


@pytest.fixture
def theme(_one_theme: Theme) -> Iterator[Theme]:
    yield _one_theme
    _one_theme.set_look(Look.LIGHT)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def context(qtbot: QtBot, theme: Theme, desk: FakeDesk, clock: StandingClock) -> Iterator[Context]:
    made = Context(
        desk=desk,
        jobs=JobRunner(),
        events=Events(),
        theme=theme,
        clock=clock,
        memory=WindowMemory(),
        allow_unsandboxed_sign_in=True,
    )
    yield made
    desk.sync_gate.set()
    made.jobs.shutdown()


class MakeWindow(Protocol):
    """Shows a window over a desk and waits until it has read everything."""

    def __call__(
        self,
        over: FakeDesk,
        facts: ProgramFacts | None = None,
        trial: StartsTrial | None = None,
    ) -> MainWindow: ...


@pytest.fixture
def make_window(qtbot: QtBot, theme: Theme, clock: StandingClock) -> Iterator[MakeWindow]:
    """Shows a window over a desk and waits until it has read everything."""
    made: list[tuple[MainWindow, FakeDesk]] = []

    def make(
        over: FakeDesk,
        facts: ProgramFacts | None = None,
        trial: StartsTrial | None = None,
    ) -> MainWindow:
        window = build_window(over, theme=theme, clock=clock, facts=facts, trial=trial)
        made.append((window, over))
        qtbot.addWidget(window)
        window.show()
        settle(qtbot, window.context)
        return window

    yield make
    for window, over in made:
        over.sync_gate.set()
        window.close()
        window.context.jobs.shutdown()


@pytest.fixture
def window(make_window: MakeWindow, desk: FakeDesk) -> MainWindow:
    return make_window(desk)


def settle(qtbot: QtBot, context: Context) -> None:
    """Wait until no job is under way and what they brought was drawn."""
    qtbot.waitUntil(lambda: context.jobs.is_idle, timeout=10_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: context.jobs.is_idle, timeout=10_000)


def parts(root: QWidget) -> list[QWidget]:
    """The widget and everything in it."""
    return [root, *root.findChildren(QWidget)]
