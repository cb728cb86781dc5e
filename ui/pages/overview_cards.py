"""The cards of Home that sum up: first steps, accounts, schedule and counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from fbrecon.app.views import ConnectionState, Mode, StatusView
from fbrecon.domain.ledger import ROLE_LABELS, Role
from fbrecon.wording import said

from .. import formats, metrics
from ..actions import Actions
from ..help.pages import address
from ..pausing import fill_pause_menu
from ..theme import Theme
from ..trial_control import TrialControl
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.icon_label import IconLabel
from ..widgets.plain_label import PlainLabel

_HOW: Final = address("first-steps")
NEEDED_ROLES: Final = (Role.UNDEPOSITED_FUNDS, Role.BANK, Role.FEES)


def roles_are_chosen(status: StatusView) -> bool:
    """Whether each account that the wizard asks for was chosen."""
    chosen = {choice.role for choice in status.roles if choice.account is not None}
    return chosen.issuperset(NEEDED_ROLES)


class _Step(QWidget):
    """One line of the checklist: mark, sentence, and a button on the next step to do."""

    def __init__(
        self, theme: Theme, number: int, text: str, button: str, act: Callable[[], object]
    ) -> None:
        super().__init__()
        self._number = number
        self.mark = IconLabel(theme, "circle", "muted")
        self.label = PlainLabel(text)
        self.button = Button(button, role="primary", on_click=act)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SPACE_3)
        row.addWidget(self.mark)
        row.addWidget(self.label)
        row.addStretch(1)
        row.addWidget(self.button)
        self.setMinimumHeight(metrics.CONTROL_HEIGHT + 2)

    def show_state(self, *, done: bool, is_next: bool) -> None:
        """Done, to be done now, or later."""
        self.mark.show_icon(
            "check-circle" if done else "circle",
            "success" if done else "accent" if is_next else "muted",
        )
        self.label.setProperty("role", "strong" if is_next else "muted")
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        self.button.setVisible(is_next)
        state = self.tr("done") if done else self.tr("to do")
        self.setAccessibleName(f"{self._number}. {self.label.text()}, {state}")


class TrialRow(QWidget):
    """A look without any account: made-up books in a window of their own."""

    def __init__(self, trial: TrialControl) -> None:
        super().__init__()
        self._trial = trial
        self.label = PlainLabel(role="muted", wrap=True)
        self.button = Button(self.tr("Try it with the sandbox"), on_click=trial.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, metrics.SPACE_3, 0, 0)
        row.setSpacing(metrics.SPACE_3)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        trial.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.button.setEnabled(not self._trial.is_open)
        self.label.setText(
            self._trial.says
            or self.tr(
                "Only want to look? The sandbox has made-up books and a made-up platform, on this"
                " computer only. Nothing to sign up for."
            )
        )


class ChecklistCard(Card):
    """The four steps from a fresh start to a working link; gone when they are done."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "check-circle", "")
        self.title.setText(self.tr("First steps"))
        self.steps = [
            _Step(
                theme,
                1,
                self.tr("Connect FreshBooks"),
                self.tr("Connect"),
                actions.connect_freshbooks,
            ),
            _Step(
                theme,
                2,
                self.tr("Connect the payments platform"),
                self.tr("Enter API key"),
                actions.connect_platform,
            ),
            _Step(theme, 3, self.tr("Set up accounts"), self.tr("Set up"), actions.set_up_accounts),
            _Step(
                theme,
                4,
                self.tr("Switch on writing"),
                self.tr("Answer the question"),
                actions.switch_on_writing,
            ),
        ]
        self.body.setSpacing(2)
        for step in self.steps:
            self.body.addWidget(step)
        self.files = Button(
            self.tr("No key? Use files instead"), role="link", on_click=actions.use_files
        )
        self.how = Button(
            self.tr("How this works"), role="link", on_click=lambda: actions.show_help(_HOW)
        )
        self.action_row.addWidget(self.how)
        self.action_row.addWidget(self.files)
        self._actions = actions
        self.trial = TrialRow(actions.trial) if actions.trial is not None else None
        if self.trial is not None:
            self.body.addWidget(self.trial)

    def show_status(self, status: StatusView) -> None:
        """Mark what is done; hide once only the question remains, which has its own card."""
        absent = ConnectionState.NOT_CONNECTED
        done = (
            status.freshbooks is not absent,
            status.platform is not absent or self._actions.uses_files,
            roles_are_chosen(status),
            status.mode is Mode.WRITE,
        )
        coming = done.index(False) if False in done else -1
        for place, step in enumerate(self.steps):
            step.show_state(done=done[place], is_next=place == coming)
        count = sum(done)
        self.pill.show_state(self.tr("{n} of 4 done").format(n=count), "neutral")
        self.files.setVisible(coming == 1)
        if self.trial is not None:
            self.trial.setVisible(not done[0])
        self.setVisible(not all(done[:3]))


class AccountsCard(Card):
    """Which ledger accounts were chosen."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "accounts", "")
        self.title.setText(self.tr("Accounts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.SPACE_5)
        grid.setVerticalSpacing(metrics.SPACE_2)
        grid.setColumnStretch(1, 1)
        self.names: dict[Role, PlainLabel] = {}
        for row, role in enumerate(NEEDED_ROLES):
            name = PlainLabel(wrap=True)
            grid.addWidget(PlainLabel(said(ROLE_LABELS[role]), role="muted"), row, 0)
            grid.addWidget(name, row, 1)
            self.names[role] = name
        self.body.addLayout(grid)
        self.button = Button("", on_click=actions.set_up_accounts)
        self.action_row.addWidget(self.button)

    def show_status(self, status: StatusView) -> None:
        """The chosen accounts by role."""
        chosen = {choice.role: choice.account for choice in status.roles}
        for role, label in self.names.items():
            account = chosen.get(role)
            label.setText(account.name if account is not None else self.tr("Not chosen yet"))
        complete = roles_are_chosen(status)
        self.pill.show_state(
            self.tr("Set up") if complete else self.tr("Not set up"),
            "success" if complete else "neutral",
        )
        self.button.show_text(
            self.tr("Change accounts") if complete else self.tr("Set up accounts")
        )
        connected = status.freshbooks is not ConnectionState.NOT_CONNECTED
        self.button.setEnabled(connected)
        self.button.setToolTip("" if connected else self.tr("Connect FreshBooks first."))


class ScheduleCard(Card):
    """What is read how often, when it last worked and when it is next due."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "clock", "")
        self.title.setText(self.tr("Schedule"))
        self.menu = QMenu(self)
        fill_pause_menu(self.menu, actions.pause_syncing)
        self.pause = Button(self.tr("Pause syncing\u2026"), on_click=self._open_menu)
        self.resume = Button(self.tr("Resume syncing"), on_click=actions.resume_syncing)
        self.resume.hide()
        self.action_row.addWidget(self.pause)
        self.action_row.addWidget(self.resume)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(metrics.SPACE_4)
        self._grid.setVerticalSpacing(metrics.SPACE_2 + 2)
        for column, text in enumerate(
            ("", self.tr("How often"), self.tr("Last success"), self.tr("Next run"))
        ):
            self._grid.addWidget(PlainLabel(text, role="small"), 0, column)
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self._rows: dict[str, tuple[PlainLabel, ...]] = {}

    def _open_menu(self) -> None:
        self.menu.popup(self.pause.mapToGlobal(self.pause.rect().bottomLeft()))

    def show_schedule(self, status: StatusView, now: datetime) -> None:
        """Relative words; the exact times are in the tooltips."""
        is_paused = status.paused is not None
        self.pill.show_state(self.tr("Paused") if is_paused else "", "warning")
        self.pause.setVisible(not is_paused)
        self.pause.setEnabled(status.freshbooks is not ConnectionState.NOT_CONNECTED)
        self.resume.setVisible(is_paused)
        for item in status.schedule:
            if item.key not in self._rows:
                labels = (PlainLabel(role="strong"), PlainLabel(), PlainLabel(), PlainLabel())
                row = len(self._rows) + 1
                for column, label in enumerate(labels):
                    self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                self._rows[item.key] = labels
            name, every, last, coming = self._rows[item.key]
            name.setText(item.title)
            every.setText(formats.every(item.every_minutes))
            last.setText(formats.relative(item.last_success_at, now))
            last.setToolTip(formats.exact(item.last_success_at))
            due = item.next_run_at
            if due is None:
                coming.setText(self.tr("paused") if is_paused else "\u2013")
            else:
                coming.setText(formats.relative(due, now) if due > now else self.tr("now due"))
            coming.setToolTip(formats.exact(due))


class CountsCard(Card):
    """How much the copy on this computer holds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counts", "")
        self.title.setText(self.tr("On this computer"))
        names = (
            ("invoices", self.tr("Invoices")),
            ("customers", self.tr("Customers")),
            ("lines", self.tr("Invoice lines")),
            ("freshbooks_payments", self.tr("Payments in FreshBooks")),
            ("platform_payments", self.tr("Platform payments")),
            ("payouts", self.tr("Payouts")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.SPACE_4)
        grid.setVerticalSpacing(metrics.SPACE_1)
        self.figures: dict[str, PlainLabel] = {}
        for place, (key, name) in enumerate(names):
            row, column = divmod(place, 3)
            figure = PlainLabel("0", role="figure")
            self.figures[key] = figure
            grid.addWidget(figure, 3 * row, column)
            grid.addWidget(
                PlainLabel(name, role="small", wrap=True),
                3 * row + 1,
                column,
                Qt.AlignmentFlag.AlignTop,
            )
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, metrics.SPACE_2)
        self.body.addLayout(grid)
        self.made_there = PlainLabel("", role="muted", wrap=True)
        self.made_there.hide()
        self.body.addWidget(self.made_there)

    def show_status(self, status: StatusView) -> None:
        """The counts, grouped as the locale has it, and what will never be in the books."""
        for key, label in self.figures.items():
            label.setText(formats.number(status.counts.get(key, 0)))
        invoices = status.counts.get("platform_only_invoices", 0)
        customers = status.counts.get("platform_only_customers", 0)
        self.made_there.setText(
            self.tr("Made on the platform, so not in FreshBooks: {invoices}, {customers}.").format(
                invoices=formats.counted(invoices, self.tr("{n} invoice"), self.tr("{n} invoices")),
                customers=formats.counted(
                    customers, self.tr("{n} customer"), self.tr("{n} customers")
                ),
            )
        )
        self.made_there.setVisible(bool(invoices or customers))
