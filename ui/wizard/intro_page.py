"""The first page: what the wizard does, whether a bank feed is in use, and reading the accounts."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton

from fbrecon.app.set_up_facts import SetUpFacts
from fbrecon.app.views import AccountsView
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import metrics, texts
from ..context import Context
from ..language import tr
from ..widgets.banner import Banner
from ..widgets.busy import Busy
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel
from .draft import Draft
from .step_page import StepPage


class IntroPage(StepPage):
    """Complete once the chart of accounts was read."""

    def __init__(self, context: Context, draft: Draft) -> None:
        super().__init__(tr("Set up accounts"))
        self._context = context
        self._draft = draft
        self._is_loading = False
        self.feed_yes = QRadioButton(self.tr("Yes, or I am not sure"))
        self.feed_no = QRadioButton(self.tr("No, bank lines are typed in or left out"))
        self.feed_yes.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.feed_yes)
        group.addButton(self.feed_no)
        self.consequence = PlainLabel(role="small", wrap=True)
        self.deposits = QCheckBox(
            self.tr("Write an entry for each payout; what is not certain waits for me")
        )
        self.fees = QCheckBox(self.tr("Record the platform's fees as expenses, filed under"))
        self.category = QComboBox()
        self.category.setAccessibleName(self.tr("Category of the fees"))
        self.banner = Banner(context.theme)
        self.retry = self.banner.add_button(Button(self.tr("Try again"), on_click=self._load))
        self.busy = Busy(self.tr("Reading the chart of accounts from FreshBooks\u2026"))
        self.busy.setMaximumHeight(110)
        layout = self.column
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Three accounts of your books take part: one where collected money waits"
                    " until the platform pays it out, the bank account it is paid into, and the"
                    " one for the platform's fees. Nothing is written before the last page."
                ),
                role="muted",
                wrap=True,
            )
        )
        layout.addSpacing(metrics.SPACE_3)
        layout.addWidget(
            PlainLabel(
                self.tr("Does FreshBooks import this bank account by itself (a bank feed)?"),
                role="strong",
                wrap=True,
            )
        )
        layout.addWidget(self.feed_yes)
        layout.addWidget(self.feed_no)
        layout.addWidget(self.consequence)
        layout.addWidget(self.deposits)
        layout.addWidget(self.fees)
        layout.addWidget(self.category)
        layout.addStretch(1)
        layout.addWidget(self.busy)
        layout.addWidget(self.banner)
        self.feed_no.toggled.connect(self._changed)
        self.deposits.toggled.connect(self._changed)
        self.fees.toggled.connect(self._changed)
        self.category.currentIndexChanged.connect(self._changed)
        self._changed()

    def initializePage(self) -> None:
        """Begin to read the accounts."""
        if self._draft.view is None and not self._is_loading:
            self._load()

    def isComplete(self) -> bool:
        """Whether the accounts were read."""
        return self._draft.view is not None

    def _load(self) -> None:
        self._is_loading = True
        self.banner.hide()
        self.busy.show()
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[AccountsView, SetUpFacts]:
            return desk.accounts(refresh=True), desk.set_up_facts(refresh=True)

        self._context.run(work, lane="net", owner=self, then=self._loaded, otherwise=self._failed)

    def _loaded(self, result: tuple[AccountsView, SetUpFacts]) -> None:
        self._is_loading = False
        self._draft.view, facts = result
        self._draft.facts = facts
        self.busy.hide()
        for found in facts.categories:
            self.category.addItem(texts.one_line(found.name), str(found.id))
        self.category.setCurrentIndex(_fitting(facts))
        self.fees.setChecked(facts.settings["record_fees"] == "on")
        entered = facts.settings["record_deposits"] == "on"
        if entered or facts.settings["bank_feed"] == "no":
            self.feed_no.setChecked(True)
            self.deposits.setChecked(entered)
        if entered:
            self._draft.kept = "through" if facts.passes_through else ""
        self._changed()
        self.completeChanged.emit()

    def _failed(self, error: object) -> None:
        self._is_loading = False
        self.busy.hide()
        self.banner.tell_error(error)

    def _changed(self) -> None:
        facts = self._draft.facts
        self._draft.has_feed = not self.feed_no.isChecked()
        may = facts is not None and facts.can_record and self.feed_no.isChecked()
        self.deposits.setVisible(may)
        self._draft.wants_deposits = may and self.deposits.isChecked()
        can_expense = (
            facts is not None and bool(facts.categories) and not self._draft.wants_deposits
        )
        chosen = self.category.currentData()
        self.fees.setVisible(can_expense)
        self.category.setVisible(can_expense and self.fees.isChecked())
        self._draft.wants_fees = can_expense and self.fees.isChecked() and chosen is not None
        self._draft.fee_category = str(chosen or "")
        if self._draft.has_feed:
            why = self.tr(
                "Then the bank line itself is the record of the payout, and you match it in"
                " FreshBooks. fbrecon writes no entry for it: the same money would be booked twice,"
                " once by the feed and once by the entry."
            )
        elif facts is not None and not facts.can_record:
            why = self.tr(
                "Then a payout is on the books only once somebody enters it. This FreshBooks plan"
                " or sign-in has no journal entries, so fbrecon cannot; it shows what each payout"
                " consists of, ready to be typed in."
            )
        else:
            why = self.tr(
                "Then the payout is on the books only if an entry is made for it. fbrecon shows"
                " what each payout consists of."
            )
        self.consequence.setText(why)


def _fitting(facts: SetUpFacts) -> int:
    """The category in use, else the one that FreshBooks has for such fees; -1 for none."""
    ids = [str(found.id) for found in facts.categories]
    if facts.settings["fee_category"] in ids:
        return ids.index(facts.settings["fee_category"])
    names = [found.name for found in facts.categories]
    return names.index("Bank Fees") if "Bank Fees" in names else -1
