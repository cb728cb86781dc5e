"""Ctrl+C ends the window in good order, and interrupts nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.signals import EndSignals


@pytest.fixture
def signals() -> Iterator[EndSignals]:
    # A shell that starts the tests in its background has Ctrl+C ignored.
    own = signal.signal(signal.SIGINT, signal.default_int_handler)
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    signals = EndSignals()
    yield signals
    signals.close()
    assert [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)] == before
    signal.signal(signal.SIGINT, own)
    former = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(former)
    assert former == -1


class Interrupted(QWidget):
    """The signal comes while it paints."""

    painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.painted:
            signal.raise_signal(signal.SIGINT)
        painter.drawLine(0, 0, 9, 9)
        painter.end()
        self.painted += 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_event_loop_answers_a_signal_and_nothing_is_raised(
    signals: EndSignals, qtbot: QtBot, number: signal.Signals
) -> None:
    with qtbot.waitSignal(signals.asked):
        signal.raise_signal(number)


def test_what_is_painted_is_painted_to_its_end(signals: EndSignals, qtbot: QtBot) -> None:
    """An exception there leaves the painter open, and Qt ends the process for that."""
    widget = Interrupted()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(signals.asked):
        widget.grab()
    assert widget.painted


def test_a_second_ctrl_c_does_what_it_always_did(signals: EndSignals, qtbot: QtBot) -> None:
    with qtbot.waitSignal(signals.asked):
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    with qtbot.assertNotEmitted(signals.asked, wait=1):
        pass
