"""The last page: what will be kept and created, and the error if that fails."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from fbrecon.app.set_up_facts import tell_set_up
from fbrecon.domain.ledger import ROLE_LABELS
from fbrecon.wording import said

from .. import metrics
from ..language import tr
from ..theme import Theme
from ..widgets.banner import Banner
from ..widgets.card import Card
from ..widgets.page import line
from ..widgets.plain_label import Pill, PlainLabel
from .draft import STEPS, Draft
from .step_page import StepPage


class ReviewPage(StepPage):
    """Shows the draft; the wizard's last button applies it."""

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(tr("Check and finish"))
        self._draft = draft
        self._is_working = False
        self.banner = Banner(theme)
        self.intro = PlainLabel(role="muted", wrap=True)
        self.card = Card(theme, "accounts", self.tr("Accounts"))
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(metrics.SPACE_5)
        self.rows.setVerticalSpacing(metrics.SPACE_2)
        self.rows.setColumnStretch(1, 1)
        self.card.body.addLayout(self.rows)
        self.deposits = PlainLabel(wrap=True, selectable=True)
        layout = self.column
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(self.intro)
        layout.addWidget(self.card)
        layout.addWidget(self.deposits)
        layout.addWidget(self.banner)
        layout.addStretch(1)

    def initializePage(self) -> None:
        """Draw the draft as it is now."""
        self.banner.hide()
        while self.rows.count():
            item = self.rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        names, created = self._draft.names(), self._draft.created()
        for place, role in enumerate(STEPS):
            name = names[role]
            is_new = str(role) in created
            row = 2 * place
            if place:
                self.rows.addWidget(line(), row - 1, 0, 1, 3)
            self.rows.addWidget(PlainLabel(said(ROLE_LABELS[role]), role="muted"), row, 0)
            self.rows.addWidget(PlainLabel(name, role="strong", wrap=True), row, 1)
            self.rows.addWidget(
                Pill(self.tr("New"), "info") if is_new else Pill(self.tr("Existing")), row, 2
            )
        self.intro.setText(
            self.tr("New accounts are created in FreshBooks now. The choice can be changed later.")
            if created
            else self.tr("Nothing is created in FreshBooks. The choice can be changed later.")
        )
        facts = self._draft.facts
        told = [] if facts is None else tell_set_up(facts, self._draft.answers())
        self.deposits.setText("\n\n".join(told))

    def set_working(self, working: bool) -> None:  # noqa: FBT001 - a state, passed on
        """Rest the last button while the desk works."""
        self._is_working = working
        if working:
            self.banner.hide()
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        """Whether the last button can be pressed."""
        return not self._is_working
