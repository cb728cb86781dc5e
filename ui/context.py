"""What every page is given: the desk, the lanes, the theme. There is no global window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from PySide6.QtWidgets import QWidget

from fbrecon.app.desk import Desk
from fbrecon.app.program_facts import ProgramFacts
from fbrecon.clock import Clock
from fbrecon.start_at_login import LoginEntry
from fbrecon.sync.progress import CancelToken, ProgressFn

from .dialogs.error_dialog import show_error
from .events import Change, Events
from .help.opener import HelpOpener, answer_f1
from .jobs import JobHandle, JobRunner, Lane, Work
from .memory import WindowMemory
from .theme import Theme
from .trial_control import TrialControl

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a page may use."""

    desk: Desk
    jobs: JobRunner
    events: Events
    theme: Theme
    clock: Clock
    memory: WindowMemory
    allow_unsandboxed_sign_in: bool = False
    facts: ProgramFacts = field(default_factory=ProgramFacts)
    trial: TrialControl | None = None
    login: LoginEntry | None = None
    help: HelpOpener = field(default_factory=HelpOpener)

    def company_key(self, name: str) -> str:
        """Under what the window remembers something of this company alone."""
        return f"{name}/{self.desk.slug or ''}"

    def show_help(self, where: str) -> None:
        """Open the help at an address (`ui/help/topics.py`)."""
        self.help.show(self.theme, where)

    def answer_f1(self, window: QWidget) -> None:
        """F1 in that window or dialog opens the page about what has the focus."""
        answer_f1(window, self.help, self.theme)

    def over(self, desk: Desk, events: Events) -> Context:
        """The same window over another desk; what changes there is told to others."""
        return replace(self, desk=desk, events=events)

    def run(
        self,
        work: Work[T],
        *,
        lane: Lane,
        owner: QWidget,
        then: Callable[[T], object] | None = None,
        otherwise: Callable[[object], object] | None = None,
    ) -> JobHandle:
        """Run work in a lane; `otherwise` takes the error; without it a dialog shows it."""
        handle = self.jobs.submit(work, lane, owner)
        if then is not None:
            done = then
            handle.succeeded.connect(lambda result: done(cast("T", result)))
        if otherwise is None:
            theme, show_help = self.theme, self.show_help
            handle.failed.connect(lambda error: show_error(theme, owner, error, show_help))
        else:
            handle.failed.connect(otherwise)
        return handle

    def act(
        self,
        act: Callable[[], object],
        *,
        lane: Lane,
        owner: QWidget,
        change: Change,
        otherwise: Callable[[object], object] | None = None,
    ) -> JobHandle:
        """Do one thing that a person asked for, then tell the pages what may have changed."""
        events = self.events

        def work(_token: CancelToken, _report: ProgressFn) -> None:
            act()

        return self.run(
            work,
            lane=lane,
            owner=owner,
            then=lambda _done: events.announce(change),
            otherwise=otherwise,
        )
