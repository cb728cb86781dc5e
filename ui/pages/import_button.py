"""The button that brings in a file; it stands on each page that files fill."""

from __future__ import annotations

from ..actions import Actions
from ..context import Context
from ..language import tr
from ..widgets.buttons import Button


def import_button(context: Context, actions: Actions) -> Button:
    """Choose a file, look at it, and import it."""
    return Button(
        tr("Import\u2026"),
        theme=context.theme,
        icon="empty",
        on_click=actions.choose_file,
    )
