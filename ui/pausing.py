"""The words and the menu of a pause of syncing, for Home and for the tray."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from fbrecon.app.views import Pause, PauseFor

from . import formats
from .language import tr


def fill_pause_menu(menu: QMenu, pause: Callable[[PauseFor], object]) -> None:
    """For how long it may be paused."""
    for text, wanted in (
        (tr("For an hour"), PauseFor.HOUR),
        (tr("Until tomorrow"), PauseFor.TOMORROW),
        (tr("Until I resume"), PauseFor.RESUMED),
    ):
        menu.addAction(text).triggered.connect(partial(_chosen, pause, wanted))


def _chosen(pause: Callable[[PauseFor], object], wanted: PauseFor, _checked: object = None) -> None:
    pause(wanted)


def pause_in_words(pause: Pause) -> str:
    """That nothing runs on a schedule now, and until when."""
    if pause.until is None:
        return tr("Syncing is paused until you resume it")
    return tr("Syncing is paused until {when}").format(when=formats.moment(pause.until))
