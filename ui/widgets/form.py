"""A labelled field with an explanation and a problem line; and the dialog such fields stand in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from .. import metrics
from ..context import Context
from ..help.topics import topic_of
from .banner import Banner
from .buttons import Button
from .fit import fit_height
from .page import scroll
from .plain_label import PlainLabel


class Field(QWidget):
    """One line of text. `changed` as it is typed; the problem shows once something was typed."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        explanation: str = "",
        *,
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(explanation)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        name = PlainLabel(label, role="strong")
        name.setBuddy(self.edit)
        self.problem = PlainLabel(role="problem", wrap=True)
        self.problem.hide()
        self.note = PlainLabel(role="small", wrap=True)
        self.note.hide()
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics.SPACE_1 + 1)
        layout.addWidget(name)
        layout.addWidget(self.edit)
        if explanation:
            layout.addWidget(PlainLabel(explanation, role="small", wrap=True))
        layout.addWidget(self.problem)
        layout.addWidget(self.note)
        self.edit.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """What was typed, without blanks around it."""
        return self.edit.text().strip()

    def show_note(self, note: str) -> None:
        """Say what looks odd and may be right all the same; a problem goes before it."""
        shown = note if self.text and self.problem.isHidden() else ""
        self.note.setText(shown)
        self.note.setVisible(bool(shown))

    def show_problem(self, problem: str) -> None:
        """Say what is wrong; an empty field is not wrong yet, only unfinished."""
        shown = problem if self.text else ""
        self.problem.setText(shown)
        self.problem.setVisible(bool(shown))
        if bool(self.edit.property("invalid")) != bool(shown):
            self.edit.setProperty("invalid", bool(shown))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class FormDialog(QDialog):
    """Fields, an inline error and two buttons; while it works, the fields rest.

    Subclasses fill `fields`, connect them to `check` and override `problems` and `submit`.
    """

    def __init__(
        self, context: Context, title: str, explanation: str, save: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._is_working = False
        self.setWindowTitle(title)
        self.setMinimumWidth(metrics.DIALOG_WIDTH)
        self.banner = Banner(context.theme)
        self.body = QWidget()
        self.fields = QVBoxLayout(self.body)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(metrics.SPACE_4)
        self.save = Button(save, role="primary", on_click=self._save)
        self.save.setDefault(True)
        self.cancel = Button(self.tr("Cancel"), on_click=self.reject)
        self.help = Button(
            self.tr("What is this?"),
            role="link",
            on_click=lambda: context.show_help(topic_of(self)),
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.help)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(PlainLabel(title, role="title"))
        layout.addWidget(PlainLabel(explanation, role="muted", wrap=True))
        layout.addWidget(self.banner)
        self.area = scroll(self.body)
        layout.addWidget(self.area)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def problems(self) -> bool:
        """Show each field's problem; whether there is one, or something is missing."""
        return False

    def submit(self) -> None:
        """Start the work; ends in `accept` or `failed`."""

    def check(self) -> None:
        """After each change."""
        self.save.setEnabled(not self.problems() and not self._is_working)
        if self.isVisible():
            self._fit()

    def failed(self, error: object) -> None:
        """Show the error above the fields; nothing that was typed is lost."""
        self._set_working(False)
        self.banner.tell_error(error)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Open without empty space."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the fields need; where the screen has no room for that, they scroll."""
        width = self.width() - 2 * metrics.SPACE_5
        needed = self.fields.totalHeightForWidth(width)
        self.area.setFixedHeight(needed)
        fit_height(self)
        over = self.height() - self.room()
        if over > 0:
            self.area.setFixedHeight(max(metrics.CONTROL_HEIGHT * 3, needed - over))
            fit_height(self)

    def room(self) -> int:
        """How high the screen lets it be, its title bar aside."""
        return self.screen().availableGeometry().height() - metrics.SPACE_6

    def _save(self) -> None:
        if not self._is_working and not self.problems():
            self.banner.hide()
            self._set_working(True)
            self.submit()

    def _set_working(self, working: bool) -> None:  # noqa: FBT001 - a state, passed on
        self._is_working = working
        self.body.setEnabled(not working)
        self.cancel.setEnabled(not working)
        self.check()

    def done(self, result: int) -> None:
        """Close, but not while something is being kept."""
        if self._is_working and result != QDialog.DialogCode.Accepted:
            return
        super().done(result)
