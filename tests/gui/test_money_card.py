"""Home's plot of money by week says in words what it shows, and is loaded when it is seen."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fbrecon.errors import FileError
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_stories import make_weeks
from ui import formats
from ui.context import Context
from ui.events import Change
from ui.pages.money_card import MoneyCard
from ui.theme import Look

from .conftest import settle


@pytest.fixture
def card(context: Context, desk: FakeDesk, qtbot: QtBot) -> MoneyCard:
    """The card over thirteen weeks in two currencies, with its plot."""
    desk.weeks = make_weeks(13)
    made = MoneyCard(context)
    qtbot.addWidget(made)
    made.resize(720, 420)
    made.read()
    made.show()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: made.plot is not None, timeout=20_000)
    return made


def hover(card: MoneyCard, place: int) -> None:
    point = card.plot.point_of(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        card.plot.mapToGlobal(point),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(card.plot.viewport(), event)


def test_the_sums_and_the_fees_share_stand_there_in_words(card: MoneyCard, desk: FakeDesk) -> None:
    usd = next(one for one in desk.weeks if one.currency == "USD")
    assert card.currency.currentText() == "USD"
    assert card.collected.text() == formats.money(usd.collected)
    assert card.paid_out.text() == formats.money(usd.paid_out)
    assert card.share.text().startswith("2.90 %")
    assert "This week so far" in card.week.text()


def test_another_currency_is_never_added_to_the_first(card: MoneyCard, desk: FakeDesk) -> None:
    cad = next(one for one in desk.weeks if one.currency == "CAD")
    card.currency.setCurrentText("CAD")
    assert card.collected.text() == formats.money(cad.collected)
    assert card.share.text() == "No payout of these weeks tells its fees."
    assert "CAD" in card.plot.accessibleDescription()


def test_the_plot_is_read_aloud_as_a_summary_and_by_week(card: MoneyCard) -> None:
    assert card.plot.accessibleName()
    summary = card.plot.accessibleDescription()
    assert card.collected.text() in summary
    assert card.paid_out.text() in summary
    card.plot.setFocus()
    for key, place in (("Home", 0), ("Right", 1), ("End", 12), ("Right", 12), ("Left", 11)):
        QApplication.sendEvent(card.plot, _key(key))
        assert card.plot.place == place
    assert card.shown is not None
    words = card.week_words(card.shown.weeks[11])
    assert card.plot.accessibleDescription() == card.week.text() == words


def _key(name: str) -> QEvent:
    key = getattr(Qt.Key, f"Key_{name}")
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_the_week_beneath_the_mouse_is_told(card: MoneyCard) -> None:
    hover(card, 3)
    assert card.plot.place == 3
    assert card.shown is not None
    assert formats.money(card.shown.weeks[3].collected) in card.week.text()
    QApplication.sendEvent(card.plot, QEvent(QEvent.Type.Leave))
    assert "This week so far" in card.week.text()
    assert card.plot.place_at(QPointF(1, 1)) == -1


def test_bars_differ_by_pattern_and_follow_the_colours_of_the_theme(card: MoneyCard) -> None:
    def brushes() -> list[tuple[Qt.BrushStyle, str]]:
        return [
            (bar.opts["brush"].style(), bar.opts["brush"].color().name()) for bar in card.plot._bars
        ]

    light = brushes()
    assert [style for style, _ in light] == [
        Qt.BrushStyle.SolidPattern,
        Qt.BrushStyle.BDiagPattern,
    ]
    card.theme.set_look(Look.DARK)
    assert [colour for _, colour in brushes()] == [
        card.theme.colours.accent,
        card.theme.colours.success,
    ]
    assert card.plot.grab().toImage().pixelColor(1, 1).name() == card.theme.colours.surface


def test_right_to_left_the_newest_week_stands_at_the_left(card: MoneyCard) -> None:
    assert card.plot.point_of(0).x() < card.plot.point_of(12).x()
    card.plot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert card.plot.point_of(0).x() > card.plot.point_of(12).x()
    card.plot.setFocus()
    QApplication.sendEvent(card.plot, _key("Home"))
    QApplication.sendEvent(card.plot, _key("Left"))
    assert card.plot.place == 1


def test_before_anything_was_collected_it_teaches_what_will_show_here(
    context: Context, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.weeks = ()
    card = MoneyCard(context)
    qtbot.addWidget(card)
    card.read()
    card.show()
    settle(qtbot, context)
    assert card.empty.isVisible()
    assert not card.said.isVisible()
    assert card.plot is None


def test_it_reads_again_when_payments_changed_and_keeps_the_currency(
    card: MoneyCard, desk: FakeDesk, context: Context, qtbot: QtBot
) -> None:
    card.currency.setCurrentText("CAD")
    found = make_weeks(13)
    desk.weeks = tuple(replace(one, collected=one.paid_out) for one in found)
    context.events.announce(Change.PAYMENTS)
    settle(qtbot, context)
    assert card.currency.currentText() == "CAD"
    assert card.collected.text() == card.paid_out.text()
    before = len(desk.asked("money_by_week"))
    context.events.announce(Change.ACCOUNTS)
    settle(qtbot, context)
    assert len(desk.asked("money_by_week")) == before


def test_without_an_answer_the_card_stays_as_it_is(
    context: Context, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["money_by_week"] = FileError("It cannot be read", "The file is locked.")
    card = MoneyCard(context)
    qtbot.addWidget(card)
    card.read()
    card.show()
    settle(qtbot, context)
    assert not card.said.isVisible()
    assert not card.empty.isVisible()


def test_sums_at_the_side_are_round_and_few(card: MoneyCard) -> None:
    steps_between = sys.modules["ui.widgets.week_plot"].steps_between
    del card
    assert steps_between(0, 11_000) == [0, 5_000, 10_000]
    assert steps_between(0, 1.1) == [0, 1]
    assert steps_between(-1_200, 4_000) == [0, 2_000, 4_000]
    assert all(len(steps_between(0, 10.0**n)) <= 6 for n in range(14))


def test_nothing_is_read_while_nobody_looks_and_once_somebody_does(
    card: MoneyCard, desk: FakeDesk, context: Context, qtbot: QtBot
) -> None:
    before = len(desk.asked("money_by_week"))
    card.hide()
    for _ in range(3):
        context.events.announce(Change.PAYMENTS)
    settle(qtbot, context)
    assert len(desk.asked("money_by_week")) == before
    card.show()
    settle(qtbot, context)
    assert len(desk.asked("money_by_week")) == before + 1
