"""The window's way in: `run(program)`. Wires Qt to the desk and nothing else."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from fbrecon.app.desk import Desk
from fbrecon.app.program_facts import ProgramFacts
from fbrecon.clock import Clock, SystemClock
from fbrecon.errors import FbreconError, FileError
from fbrecon.start_at_login import LoginEntry

from .context import Context
from .dialogs.error_dialog import show_error
from .environment import remove_dangerous_variables
from .events import Events
from .jobs import JobRunner
from .language import kept_language, use_language
from .main_window import MainWindow
from .memory import WindowMemory
from .one_window import DoorBell, ring
from .presence import Presence
from .signals import EndSignals
from .theme import Look, Theme
from .trial_control import StartsTrial, TrialControl

_AFTER_START_MS: Final = 2000
_SWITCH_SECONDS: Final = 0.0005


class WindowProgram(Protocol):
    """What the window needs of the program around it."""

    desk: Desk
    may_open_last: bool  # no company was named, so the one that was shown last may be opened
    damage: tuple[str, str] | None  # a company whose file cannot be read, and what is wrong
    clock: Clock
    facts: ProgramFacts
    trial: StartsTrial | None
    layout_file: Path | None  # where the window keeps its sizes; None to keep nothing
    allow_unsandboxed_sign_in: bool
    starts_hidden: bool  # in the tray, where there is one
    login: LoginEntry | None  # whether it starts at login; None where it should not be asked

    def start_background(self) -> None:
        """Start the timetable."""
        ...

    def stop_background(self) -> None:
        """Stop the timetable; returns at once."""
        ...

    def lock_window(self) -> bool:
        """Whether this is the only window of this user."""
        ...


def run(program: WindowProgram) -> int:
    """Show the window until it is closed. Returns the process's exit code."""
    # Before the application exists: Qt and Chromium read some of these as they start.
    remove_dangerous_variables()
    app = make_application()
    memory = WindowMemory(program.layout_file)
    use_language(app, kept_language(memory.text("language")))
    theme = Theme(app, _kept_look(memory))
    home = program.facts.home
    if not program.lock_window():
        if program.starts_hidden:
            return 0  # nobody asked to see it
        if home is not None and ring(home):
            return 0  # the window that is there comes forward
        return _say_already_open(app, theme)
    window = build_window(
        _first_desk(program, memory),
        theme=theme,
        clock=program.clock,
        memory=memory,
        facts=program.facts,
        trial=program.trial,
        login=program.login,
        allow_unsandboxed_sign_in=program.allow_unsandboxed_sign_in,
    )
    catch_faults(theme, window)
    presence = Presence(window, theme, hidden=program.starts_hidden and program.damage is None)
    presence.begin()
    before = sys.getswitchinterval()
    # Each thing that Qt asks of Python may have to wait that long while another thread reckons.
    sys.setswitchinterval(_SWITCH_SECONDS)
    QTimer.singleShot(_AFTER_START_MS, window, keep_out_of_collections)
    # The window may be hidden in the tray, and the help may be open without it.
    app.setQuitOnLastWindowClosed(False)
    window.ended.connect(app.quit)
    bell = DoorBell(home, window) if home is not None else None
    if bell is not None:
        bell.rung.connect(window.come_forward)
    signals = EndSignals(window)
    signals.asked.connect(window.end)
    program.start_background()
    if program.damage is not None:
        slug, problem = program.damage
        window.restoring.offer(slug, slug, problem)
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        gc.unfreeze()
        sys.setswitchinterval(before)
        signals.close()
        if bell is not None:
            bell.close()
        presence.end()
        program.stop_background()
        window.context.jobs.shutdown()
        memory.close()


def keep_out_of_collections() -> None:
    """What was made at the start stays; looking through it for garbage stops the window 50 ms."""
    gc.freeze()


def make_application() -> QApplication:
    """The one QApplication, ready for a web view to be opened later."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # WebEngine is imported only when the sign-in opens; it insists on this before the application.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(["fbrecon"])
    use_language(app)
    app.setApplicationName("fbrecon")
    app.setApplicationDisplayName("fbrecon")
    app.setDesktopFileName("fbrecon")
    return app


def build_window(
    desk: Desk,
    *,
    theme: Theme | None = None,
    clock: Clock | None = None,
    memory: WindowMemory | None = None,
    facts: ProgramFacts | None = None,
    trial: StartsTrial | None = None,
    login: LoginEntry | None = None,
    allow_unsandboxed_sign_in: bool = False,
) -> MainWindow:
    """The main window over a desk, not shown yet; for the program, tests and pictures."""
    context = Context(
        desk=desk,
        jobs=JobRunner(),
        events=Events(),
        theme=theme or Theme(make_application()),
        clock=clock or SystemClock(),
        memory=memory or WindowMemory(),
        facts=facts or ProgramFacts(),
        trial=TrialControl(trial) if trial is not None else None,
        login=login,
        allow_unsandboxed_sign_in=allow_unsandboxed_sign_in,
    )
    window = MainWindow(context)
    # Owned by the window, so that no worker's last reference can free it in a foreign thread.
    context.jobs.setParent(window)
    if context.trial is not None:
        context.trial.setParent(window)
    return window


def settle(jobs: JobRunner, *, within_ms: int = 10_000) -> bool:
    """Run the event loop until no job is under way; whether that came in time."""
    if not jobs.is_idle:
        loop = QEventLoop()
        jobs.idle.connect(loop.quit)
        QTimer.singleShot(within_ms, loop, loop.quit)
        loop.exec()
    QApplication.processEvents()
    return jobs.is_idle


def _first_desk(program: WindowProgram, memory: WindowMemory) -> Desk:
    """The company that was shown last, where it is still there and no other was named."""
    last = memory.text("company")
    if last and program.may_open_last:
        try:
            return program.desk.open_company(last)
        except FbreconError:
            return program.desk  # removed, moved or damaged: the menu says what became of it
    return program.desk


def _kept_look(memory: WindowMemory) -> Look:
    kept = memory.text("look")
    return Look(kept) if kept in set(Look) else Look.SYSTEM


def _say_already_open(app: QApplication, theme: Theme) -> int:
    dialog = show_error(
        theme,
        None,
        FileError(
            "fbrecon is open already",
            "Another window of fbrecon is open for this user.",
            "Use that window; it may be behind others or on another desktop.",
        ),
    )
    dialog.finished.connect(app.quit)
    app.exec()
    return 1


def catch_faults(theme: Theme, window: MainWindow) -> None:
    """Errors that nobody caught become the dialog, one at a time; the window stays open."""
    open_dialogs: list[object] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):  # the second one: see `EndSignals`
            QCoreApplication.exit(1)
            return
        if open_dialogs:
            return
        dialog = show_error(theme, window, error.with_traceback(trace), window.context.show_help)
        open_dialogs.append(dialog)
        dialog.finished.connect(open_dialogs.clear)

    sys.excepthook = hook
