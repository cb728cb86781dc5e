"""Whatever an attention item offers, the window has a button for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fbrecon.app.views import AttentionRow
from fbrecon.domain.attention import ACTIONS, AttentionKind, Finding
from ui.main_window import MainWindow
from ui.pages.attention_card import AttentionCard

AT = datetime(2026, 4, 1, tzinfo=UTC)


def a_row(action: str, link: str) -> AttentionRow:
    return AttentionRow("att_1", "k", "Title", "Message.", "Hint.", "s", AT, link, (action,))


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_action_has_its_button(window: MainWindow, action: str) -> None:
    row = a_row(action, "https://my.freshbooks.com/")
    card = AttentionCard(window.context, window.actions_, row, AT)
    assert list(card.buttons) == [action]


def test_an_item_without_a_link_offers_to_open_none(window: MainWindow) -> None:
    card = AttentionCard(window.context, window.actions_, a_row("open_link", ""), AT)
    assert not card.buttons


def test_a_finding_cannot_offer_what_the_window_does_not_know() -> None:
    with pytest.raises(ValueError, match="dance"):
        Finding("k", AttentionKind.UNKNOWN_WORD, "t", "m", "h", actions=("dance",))
