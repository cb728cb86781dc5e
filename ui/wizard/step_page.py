"""The frame of every wizard page: which step this is, its title, and room for the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from .. import metrics
from ..widgets.plain_label import PlainLabel


class StepPage(QWizardPage):
    """Draws its own title: the wizard's would be in a size of its own. Fill `column`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.step = PlainLabel(role="small")
        self.heading = PlainLabel(title, role="page-title", wrap=True)
        self.column = QVBoxLayout()
        self.column.setSpacing(metrics.SPACE_2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_1)
        layout.addWidget(self.step)
        layout.addWidget(self.heading)
        layout.addSpacing(metrics.SPACE_2)
        layout.addLayout(self.column, 1)

    def show_step(self, place: int, count: int) -> None:
        """Say how far this is: 1 of 5."""
        self.step.setText(self.tr("Step {place} of {count}").format(place=place, count=count))

    def show_between(self) -> None:
        """Say that this is one question more, and no step."""
        self.step.setText(self.tr("One more question"))
