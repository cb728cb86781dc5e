"""Every page in a language that is 40 % longer, and in one that reads from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.pseudo_language import PseudoLanguage
from tests.gui.conftest import StandingClock
from ui.app import build_window, settle
from ui.main_window import PAGES, MainWindow
from ui.theme import Theme


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoLanguage(qapp)
    qapp.installTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.fixture
def strange(pseudo: None, theme: Theme, clock: StandingClock) -> Iterator[MainWindow]:
    window = build_window(FakeDesk(), theme=theme, clock=clock)
    window.resize(1240, 820)
    window.show()
    settle(window.context.jobs)
    yield window
    window.close()
    window.context.jobs.shutdown()
    window.deleteLater()


def test_no_button_is_cut_and_none_is_plain_and_the_pages_begin_at_the_right(
    strange: MainWindow,
) -> None:
    cut, plain = [], []
    for name in PAGES:
        strange.show_page(name)
        settle(strange.context.jobs)
        page = strange.pages.currentWidget()
        assert page is not None
        for button in page.findChildren(QPushButton):
            if not button.isVisible() or not button.text():
                continue
            if button.width() < button.minimumSizeHint().width():
                cut.append((name, button.text()))
            if not button.text().startswith("["):
                plain.append((name, button.text()))
    assert cut == []
    assert plain == []
    assert strange.navigation.geometry().center().x() > strange.pages.geometry().center().x()
