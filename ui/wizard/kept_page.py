"""The question where FreshBooks keeps payments in another account than the chosen one."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from fbrecon.domain.ledger import Role, why_not

from .. import formats, metrics
from ..language import tr
from ..widgets.plain_label import PlainLabel
from .draft import Draft
from .step_page import StepPage


class KeptPage(StepPage):
    """Use FreshBooks' own account, or have each payout pass through the chosen one."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(tr("Where FreshBooks keeps the payments"))
        self._draft = draft
        self.explanation = PlainLabel(wrap=True)
        self.use = QRadioButton()
        self.use_note = PlainLabel(role="small", wrap=True)
        self.through = QRadioButton()
        self.through_note = PlainLabel(role="small", wrap=True)
        group = QButtonGroup(self)
        layout = self.column
        layout.addWidget(self.explanation)
        for button, note in ((self.use, self.use_note), (self.through, self.through_note)):
            group.addButton(button)
            layout.addSpacing(metrics.SPACE_3)
            layout.addWidget(button)
            layout.addWidget(note)
        layout.addStretch(1)
        group.buttonToggled.connect(self._changed)

    def initializePage(self) -> None:
        """Name the accounts as they are now."""
        seen = self._draft.find_elsewhere()
        if seen is None:
            return
        name = self._draft.names()[Role.UNDEPOSITED_FUNDS]
        own = self._draft.find_account(seen.account_id)
        problem = self.tr("It is not in the chart of accounts.")
        if own is not None:
            problem = why_not(own, Role.UNDEPOSITED_FUNDS) or ""
        self.explanation.setText(
            self.tr(
                "FreshBooks decides by itself where a payment goes, and it has put {count} into"
                " \u201c{own}\u201d, not into \u201c{chosen}\u201d. An entry has to take the money"
                " from where it is."
            ).format(
                count=formats.counted(
                    seen.payments, self.tr("{n} payment"), self.tr("{n} payments")
                ),
                own=seen.name,
                chosen=name,
            )
        )
        self.use.setText(self.tr("Use \u201c{own}\u201d instead").format(own=_plain(seen.name)))
        self.use_note.setText(
            problem
            or self.tr("The simpler way: payments stay where they are until they are paid out.")
        )
        self.use.setEnabled(not problem)
        self.through.setText(
            self.tr("Pass the money through \u201c{chosen}\u201d").format(chosen=_plain(name))
        )
        self.through_note.setText(
            self.tr("Each payout's entry first moves it there, so that you see it pass.")
        )
        if self._draft.kept == "through" or problem:
            self.through.setChecked(True)
        elif self._draft.kept == "use":
            self.use.setChecked(True)
        self._changed()

    def cleanupPage(self) -> None:
        """Going back loses nothing."""

    def isComplete(self) -> bool:
        """Whether one of the two was answered."""
        return self.use.isChecked() or self.through.isChecked()

    def _changed(self) -> None:
        self._draft.kept = (
            "use" if self.use.isChecked() else "through" if self.through.isChecked() else ""
        )
        self.completeChanged.emit()


def _plain(text: str) -> str:
    """A name in a caption: an ampersand would mark a key."""
    return text.replace("&", "&&")
