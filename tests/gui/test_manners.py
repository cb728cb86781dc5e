"""Notices, the tray, one window, a line at the foot, and closing: unobtrusive, and safe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fbrecon.app.views import CompanySummary, ConnectionState, Pause
from fbrecon.start_at_login import login_entry
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui import closing, notices
from ui.context import Context
from ui.dialogs.error_dialog import ErrorDialog
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.one_window import DoorBell, address_of, ring
from ui.pages.notices_card import NoticesCard
from ui.presence import Presence
from ui.theme import Theme
from ui.tray import NoTray, Tray
from ui.widgets.toast import Toast

from .conftest import MakeWindow, settle


class FakeNotifier:
    """Writes down what the system would show."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.count = -1
        self.paused = False

    def notify(self, title: str, text: str) -> None:
        self.told.append((title, text))

    def show_state(self, count: int, *, paused: bool) -> None:
        self.count, self.paused = count, paused


class Bench:
    """Notices over a window that nobody looks at."""

    def __init__(self, window: MainWindow) -> None:
        self.notifier = FakeNotifier()
        self.is_syncing = False
        self.is_looking = False
        self.context = window.context
        self.notices = Notices(
            window,
            lambda: window.context,
            self.notifier,
            is_syncing=lambda: self.is_syncing,
            is_looking=lambda: self.is_looking,
        )

    def see(self, **attention: int) -> list[tuple[str, str]]:
        """So many things wait in each company; what was told about it."""
        before = len(self.notifier.told)
        business = replace(sample_books.BUSINESS, name="Harbour")
        self.notices.weigh(
            [
                CompanySummary(slug, business if slug == "harbour" else None,
                               ConnectionState.CONNECTED, count)
                for slug, count in attention.items()
            ]
        )  # fmt: skip
        return self.notifier.told[before:]


@pytest.fixture
def bench(window: MainWindow) -> Bench:
    return Bench(window)


# ---- notices


def test_what_waited_before_the_start_is_not_told(bench: Bench) -> None:
    assert bench.see(harbour=3) == []
    assert bench.notifier.count == 3


def test_everything_new_is_told_in_one_notice_without_what_it_is(bench: Bench) -> None:
    bench.see(harbour=1, quayside=0)
    assert bench.see(harbour=2, quayside=3) == [("4 new things need you", "quayside, Harbour")]


def test_no_second_notice_comes_before_the_first_was_answered(bench: Bench) -> None:
    bench.see(harbour=0)
    assert len(bench.see(harbour=1)) == 1
    assert bench.see(harbour=2) == []
    assert bench.see(harbour=4) == []
    bench.notices.answered()
    assert bench.see(harbour=4) == [("3 new things need you", "Harbour")]


def test_while_a_sync_runs_nothing_is_told_and_nothing_forgotten(bench: Bench) -> None:
    bench.see(harbour=0)
    bench.is_syncing = True
    assert bench.see(harbour=2) == []
    bench.is_syncing = False
    assert bench.see(harbour=1) == [("1 new thing needs you", "Harbour")]


def test_who_looks_at_the_window_needs_no_notice(bench: Bench) -> None:
    bench.see(harbour=0)
    bench.is_looking = True
    assert bench.see(harbour=2) == []
    bench.is_looking = False
    assert bench.see(harbour=2) == []


def test_what_was_settled_and_comes_again_is_new(bench: Bench) -> None:
    bench.see(harbour=2)
    assert bench.see(harbour=0) == []
    assert bench.see(harbour=1) == [("1 new thing needs you", "Harbour")]


def test_notices_can_be_switched_off(bench: Bench) -> None:
    card = NoticesCard(bench.context)
    assert card.notices.isChecked()
    card.notices.setChecked(False)
    assert bench.context.memory.text(notices.SWITCH) == "off"
    bench.see(harbour=0)
    assert bench.see(harbour=1) == []
    card.notices.setChecked(True)
    assert len(bench.see(harbour=2)) == 1


def test_they_are_looked_for_in_all_companies(
    window: MainWindow, desk: FakeDesk, bench: Bench, qtbot: QtBot
) -> None:
    desk.join(FakeDesk(slug="pine-workshop", business=sample_books.OTHER_BUSINESS))
    bench.notices.look()
    bench.notices.look()
    settle(qtbot, window.context)
    assert len(desk.asked("list_companies")) == 1, "one look at a time"
    assert bench.notifier.count == 10


def test_without_a_tray_the_task_bar_tells(qtbot: QtBot, window: MainWindow) -> None:
    without = NoTray(window)
    without.notify("1 new thing needs you", "Harbour")
    without.show_state(3, paused=True)
    card = NoticesCard(window.context)
    assert not card.tray.isEnabled()
    assert "no tray" in card.hint.text()


# Offscreen there is no tray, and Qt says so.
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "propagateSizeHints")
def test_the_tray_says_what_it_is_asked_for(qtbot: QtBot, theme: Theme, window: MainWindow) -> None:
    tray = Tray(theme, window)
    asked: list[object] = []
    tray.opened.connect(lambda: asked.append("open"))
    tray.sync_wanted.connect(lambda: asked.append("sync"))
    tray.end_wanted.connect(lambda: asked.append("end"))
    tray.pause_wanted.connect(asked.append)
    for action in (*tray._menu.actions(), *tray._pauses.actions()):
        action.trigger()
    assert asked == ["open", "sync", None, "end", "hour", "tomorrow", "resumed"]
    tray.show_state(2, paused=False)
    assert tray._icon.toolTip() == "fbrecon \u2013 2 things need you"
    assert not tray._resume.isVisible()
    tray.show_state(0, paused=True)
    assert tray._icon.toolTip() == "fbrecon \u2013 syncing is paused"
    assert tray._resume.isVisible()
    assert not tray._pauses.menuAction().isVisible()
    tray.hide()


def test_the_tray_says_paused_only_where_every_company_rests(bench: Bench) -> None:
    def see(*pauses: Pause | None) -> bool:
        connected = ConnectionState.CONNECTED
        bench.notices.weigh(
            [
                CompanySummary(str(n), sample_books.BUSINESS, connected, 0, paused=pause)
                for n, pause in enumerate(pauses)
            ]
        )
        return bench.notifier.paused

    assert see(Pause(None), Pause(None))
    assert not see(Pause(None), None)
    assert not see()


class LaterTray:
    """A desktop whose tray is there from the third look on, or never."""

    def __init__(self, *, comes: bool) -> None:
        self.looks = 0
        self.comes = comes

    def __call__(self) -> bool:
        self.looks += 1
        return self.comes and self.looks >= 3


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "propagateSizeHints")
def test_started_hidden_it_waits_for_the_tray_and_shows_no_window(
    theme: Theme, window: MainWindow, qtbot: QtBot
) -> None:
    window.hide()
    presence = Presence(window, theme, hidden=True, is_there=LaterTray(comes=True))
    presence.begin()
    presence.look()
    assert not window.findChildren(Tray)
    presence.look()
    (tray,) = window.findChildren(Tray)
    assert not window.isVisible()
    tray.opened.emit()
    assert window.isVisible()
    settle(qtbot, window.context)
    presence.end()


def test_started_hidden_where_no_tray_comes_the_window_is_shown(
    theme: Theme, window: MainWindow, qtbot: QtBot
) -> None:
    window.hide()
    presence = Presence(window, theme, hidden=True, is_there=LaterTray(comes=False))
    presence.begin()
    for _ in range(14):
        presence.look()
    assert not window.isVisible()
    presence.look()
    assert window.isVisible()
    assert presence.tray is None
    settle(qtbot, window.context)
    presence.end()


def test_the_start_at_login_is_switched_in_settings_and_says_what_is(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    assert NoticesCard(context).login.isHidden(), "a trial does not start at login"
    entry = login_entry(platform="linux", environment={"HOME": str(tmp_path)}, command=["fbrecon"])
    card = NoticesCard(replace(context, login=entry))
    qtbot.addWidget(card)
    assert not card.login.isHidden()
    assert not card.login.isChecked()
    card.login.click()
    settle(qtbot, context)
    assert entry.is_there()
    entry.remove()  # by the desktop's own settings, say
    card.read()
    assert not card.login.isChecked()
    (tmp_path / ".config" / "autostart").rmdir()
    (tmp_path / ".config").rmdir()
    (tmp_path / ".config").write_text("in the way")
    card.login.click()
    settle(qtbot, context)
    (told,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ErrorDialog)]
    assert not card.login.isChecked()
    told.close()


def test_a_notice_leads_to_what_needs_a_person(window: MainWindow, qtbot: QtBot) -> None:
    window.hide()
    window.show_attention()
    settle(qtbot, window.context)
    assert window.isVisible()
    assert window.pages.current_page() is window.attention


# ---- one window


@pytest.fixture
def bell(tmp_path: Path, qtbot: QtBot) -> Iterator[DoorBell]:
    made = DoorBell(tmp_path)
    yield made
    made.close()


def test_a_second_start_rings_at_the_first_window(
    bell: DoorBell, tmp_path: Path, qtbot: QtBot
) -> None:
    assert bell.is_listening
    with qtbot.waitSignal(bell.rung):
        assert ring(tmp_path)
    assert not ring(tmp_path / "another home")


def test_what_a_killed_program_left_does_not_keep_the_next_from_listening(
    bell: DoorBell, tmp_path: Path
) -> None:
    bell.close()
    if sys.platform != "win32":
        Path(address_of(tmp_path)).touch()
    assert DoorBell(tmp_path).is_listening


def test_a_deep_home_has_an_address_of_its_own(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 120)
    assert len(address_of(deep)) < 100
    assert address_of(deep) != address_of(tmp_path / ("e" * 120))


# ---- a line at the foot


def test_one_line_replaces_the_other_and_takes_no_focus(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    focused = window.focusWidget()
    window.tell("One payment was approved.")
    window.tell("<b>Another</b> one was\ndismissed.")
    toasts = window.findChildren(Toast)
    assert len(toasts) == 1
    assert toasts[0].label.text() == "<b>Another</b> one was dismissed."
    assert toasts[0].accessibleName() == toasts[0].label.text()
    assert window.focusWidget() is focused
    window.resize(600, 500)
    over = toasts[0].parentWidget()
    assert over is not None
    assert over.rect().contains(toasts[0].geometry())
    toasts[0]._timer.timeout.emit()
    assert not toasts[0].isVisible()


def test_the_end_of_a_sync_is_told_where_home_is_not_in_front(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.sync_now()
    settle(qtbot, window.context)
    assert not window.toast.isVisible()
    window.show_page("invoices")
    window.sync_now()
    settle(qtbot, window.context)
    assert window.toast.label.text() == "12 invoices read, 1 payment posted."
    assert window.toast.isVisible()


def test_the_card_follows_what_was_answered_at_closing(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make_window: MakeWindow
) -> None:
    monkeypatch.setattr("ui.pages.notices_card.tray_is_there", lambda: True)
    card = NoticesCard(context)
    assert not card.tray.isChecked()
    context.memory.keep(closing.CHOICE, "tray")
    card.read()
    assert card.tray.isChecked()
    card.tray.setChecked(False)
    assert context.memory.text(closing.CHOICE) == "end"
