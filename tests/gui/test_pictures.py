"""The pictures to look through are made of every page, dialog and step, and none is left out."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.pictures.sheet import Variant, draw
from ui import dialogs
from ui.main_window import PAGES
from ui.theme import Theme

from .conftest import StandingClock

# The sign-in has a browser in it, and is tried in the journeys; a form is what others are made of.
_DRAWN_ELSEWHERE = {"SignInDialog", "FormDialog"}


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The classes of dialogs that are shown."""
    names: set[str] = set()
    show = QDialog.show

    def noted(self: QDialog) -> None:
        names.add(type(self).__name__)
        show(self)

    monkeypatch.setattr(QDialog, "show", noted)
    return names


def test_every_page_and_every_dialog_is_drawn_and_stands_on_the_sheet(
    qtbot: QtBot, theme: Theme, tmp_path: Path, seen: set[str]
) -> None:
    del theme
    variant = Variant("tiny", right_to_left=True, size=(820, 640))
    index = draw(FakeDesk(), tmp_path, [variant], StandingClock())
    sheet = index.read_text(encoding="utf-8")
    pictures = sorted((tmp_path / "tiny").iterdir())
    assert f"<h1>{len(pictures)} pictures</h1>" in sheet
    for path in pictures:
        assert f'src="tiny/{path.name}"' in sheet
    names = {path.stem.partition("-light")[0] for path in pictures}
    assert set(PAGES) <= names
    assert {"wizard-1", "wizard-5", "help", "menu-companies"} <= names
    assert _all_dialogs() - seen == set(), "a dialog has no picture"
    assert QImage(str(tmp_path / "tiny" / "home-light-rtl.png")).width() == 820
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def _all_dialogs() -> set[str]:
    found: set[str] = set()
    for module in pkgutil.iter_modules(dialogs.__path__):
        loaded = import_module(f"ui.dialogs.{module.name}")
        found |= {
            name
            for name, kind in vars(loaded).items()
            if inspect.isclass(kind) and issubclass(kind, QDialog) and name.endswith("Dialog")
        }
    return found - _DRAWN_ELSEWHERE - {"QDialog", "QProgressDialog", "QFileDialog"}
