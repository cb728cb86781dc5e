"""The cards of Home that are about the two services, and the question about the hosted link."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from fbrecon.app.views import ConnectionState, HistoryState, Mode, StatusView
from fbrecon.sync.progress import Progress

from .. import formats
from ..actions import Actions
from ..language import tr
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.plain_label import PlainLabel


def progress_text(progress: Progress) -> str:
    """As in: Invoices: earlier years · 1,200 / 20,000 · 85 a second · about 4 min left."""
    return " \u00b7 ".join(filter(None, (how_far_text(progress), pace_text(progress))))


def how_far_text(progress: Progress) -> str:
    """As in: Invoices: earlier years · 1,200 / 20,000."""
    parts = [progress.stage]
    if progress.total:
        total = max(progress.total, progress.done)
        parts.append(f"{formats.number(progress.done)} / {formats.number(total)}")
    elif progress.done:
        parts.append(formats.number(progress.done))
    return " \u00b7 ".join(parts)


def pace_text(progress: Progress) -> str:
    """As in: 85 a second · about 4 min left; empty as long as neither is known."""
    parts = []
    if progress.rate is not None:
        rate = formats.number(max(1, round(progress.rate)))
        parts.append(tr("{n} a second").format(n=rate))
    if progress.seconds_left is not None:
        parts.append(formats.left(progress.seconds_left))
    return " \u00b7 ".join(parts)


def show_progress(bar: QProgressBar, progress: Progress | None) -> None:
    """A bar with an end where the end is known, else one that moves."""
    total = progress.total if progress is not None else None
    # A bar takes 32 bits; thousandths are enough for the eye.
    if progress is not None and total:
        bar.setRange(0, 1000)
        bar.setValue(min(1000, progress.done * 1000 // total))
    else:
        bar.setRange(0, 0)


class FreshBooksCard(Card):
    """How the books are connected, and how far the first copy has come."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "books", "FreshBooks")
        self.headline = PlainLabel(role="strong", wrap=True)
        self.text = PlainLabel(role="muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the first copy"))
        self.pace = PlainLabel(role="small", wrap=True)
        self.history = PlainLabel(role="small", wrap=True)
        for part in (self.headline, self.text, self.bar, self.pace, self.history):
            self.body.addWidget(part)
        self.button = Button("", theme=theme, icon="link", on_click=actions.connect_freshbooks)
        self.action_row.addWidget(self.button)

    def show_status(self, status: StatusView, progress: Progress | None) -> None:
        """Paint one of the four states."""
        state = status.freshbooks
        name = status.business.name if status.business is not None else ""
        pending = state is ConnectionState.PENDING
        running = status.last_run is not None and status.last_run.outcome == "running"
        self.bar.setVisible(pending and (running or progress is not None))
        pace = pace_text(progress) if pending and progress is not None else ""
        self.pace.setText(pace)
        self.pace.setVisible(bool(pace))
        self.history.setVisible(pending)
        self.button.setVisible(state in (ConnectionState.NOT_CONNECTED, ConnectionState.RECONNECT))
        self.headline.setText(name)
        self.headline.setVisible(bool(name) and state is not ConnectionState.NOT_CONNECTED)
        if state is ConnectionState.NOT_CONNECTED:
            self.pill.show_state(self.tr("Not connected"), "neutral")
            self.text.setText(
                self.tr(
                    "Sign in once in a window of this program. fbrecon then keeps a copy of your"
                    " customers, invoices and payments on this computer."
                )
            )
            self.button.show_text(self.tr("Connect to FreshBooks"))
        elif pending:
            self.pill.show_state(self.tr("First copy"), "info")
            self._show_pending(status, progress)
        elif state is ConnectionState.CONNECTED:
            self.pill.show_state(self.tr("Connected"), "success")
            self.text.setText(self.tr("The copy on this computer is complete and kept up to date."))
        else:
            self.pill.show_state(self.tr("Reconnect needed"), "warning")
            self.text.setText(
                status.freshbooks_problem or self.tr("FreshBooks no longer accepts the sign-in.")
            )
            self.button.show_text(self.tr("Reconnect"))

    def _show_pending(self, status: StatusView, progress: Progress | None) -> None:
        show_progress(self.bar, progress)
        rows = status.counts.get("invoices", 0)
        copied = formats.counted(
            rows, self.tr("{n} invoice copied so far"), self.tr("{n} invoices copied so far")
        )
        self.text.setText(copied if progress is None else how_far_text(progress))
        words = {
            HistoryState.WAITING: self.tr("waiting"),
            HistoryState.RUNNING: self.tr("being copied"),
            HistoryState.DONE: self.tr("done"),
        }
        self.history.setText(
            self.tr("Last 12 months: {recent}  \u00b7  Older history: {older}").format(
                recent=words[status.last_12_months], older=words[status.all_history]
            )
        )


class PlatformCard(Card):
    """How the payments platform is connected."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "platform", "Alternative Payments")
        self.text = PlainLabel(role="muted", wrap=True)
        self.body.addWidget(self.text)
        self.button = Button("", theme=theme, icon="key", on_click=actions.connect_platform)
        self.action_row.addWidget(self.button)

    def show_status(self, status: StatusView) -> None:
        """Paint one of the states."""
        state = status.platform
        self.button.setVisible(state is not ConnectionState.CONNECTED)
        if state is ConnectionState.CONNECTED:
            self.pill.show_state(self.tr("Connected"), "success")
            self.text.setText(
                self.tr("Collected payments are read every few minutes, open invoices every hour.")
            )
        elif state is ConnectionState.RECONNECT:
            self.pill.show_state(self.tr("Problem"), "warning")
            self.text.setText(
                status.platform_problem or self.tr("The platform no longer accepts the key.")
            )
            self.button.show_text(self.tr("Enter the key again"))
        else:
            self.pill.show_state(self.tr("Not connected"), "neutral")
            self.text.setText(
                self.tr(
                    "Enter the API key from the platform's dashboard. It is checked at once and"
                    " kept encrypted on this computer."
                )
            )
            self.button.show_text(self.tr("Enter API key"))


class WritingCard(Card):
    """The question that decides whether fbrecon may write; shown while it only reads."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "question", "")
        self.title.setText(self.tr("Is the platform's own FreshBooks link switched off?"))
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "While that link is on, fbrecon only reads, matches and proves. Two programs"
                    " that both write would book the same payment twice. Switch the link off in"
                    " the platform's dashboard under Integrations, then confirm it here."
                ),
                role="muted",
                wrap=True,
            )
        )
        self.button = Button(
            self.tr("Yes, it is switched off"),
            theme=theme,
            icon="check",
            on_click=actions.switch_on_writing,
        )
        self.action_row.addWidget(self.button)
        self.pill.show_state(self.tr("Reads only"), "info")

    def show_status(self, status: StatusView) -> None:
        """Only while it reads, and only once both services are connected."""
        connected = ConnectionState.NOT_CONNECTED not in (status.freshbooks, status.platform)
        self.setVisible(status.mode is Mode.READ and connected)
