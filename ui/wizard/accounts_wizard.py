"""The wizard "Set up accounts": the feed, three choices, what follows. Applied at the end."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget, QWizard

from fbrecon.domain.ledger import Role

from .. import metrics
from ..context import Context
from ..events import Change
from ..help.topics import topic_of
from .choice_page import ChoicePage
from .draft import Draft
from .intro_page import IntroPage
from .kept_page import KeptPage
from .review_page import ReviewPage
from .step_page import StepPage


class AccountsWizard(QWizard):
    """Accepted once the desk kept the choice; an error stays on the last page, nothing is lost."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_working = False
        self._kept: list[object] = []  # what the desk took already
        self.draft = Draft()
        self.setWindowTitle(self.tr("Set up accounts"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoDefaultButton, on=False)
        self.setOption(QWizard.WizardOption.HaveHelpButton)
        self.setButtonText(QWizard.WizardButton.HelpButton, self.tr("What is this?"))
        self.helpRequested.connect(lambda: context.show_help(topic_of(self)))
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Save accounts"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Next"))
        self.setButtonText(QWizard.WizardButton.BackButton, self.tr("Back"))
        self.resize(*metrics.WIZARD_SIZE)
        self.intro = IntroPage(context, self.draft)
        self.choices = [
            ChoicePage(
                self.draft,
                Role.UNDEPOSITED_FUNDS,
                self.tr("Where collected money waits"),
                self.tr(
                    "Between the customer's payment and the payout to your bank, the money is on"
                    " its way. Bookkeepers call this account Undeposited Funds or a clearing"
                    " account. It must not be your bank account."
                ),
            ),
            ChoicePage(
                self.draft,
                Role.BANK,
                self.tr("The bank account that payouts reach"),
                self.tr("Choose the account in FreshBooks that stands for this bank account."),
            ),
            ChoicePage(
                self.draft,
                Role.FEES,
                self.tr("Processing fees"),
                self.tr(
                    "What the platform keeps of each payment is an expense of yours. A fee that"
                    " your customer covers is not booked here."
                ),
            ),
        ]
        self.kept = KeptPage(self.draft)
        self.review = ReviewPage(context.theme, self.draft)
        self.steps: list[StepPage] = [self.intro, *self.choices, self.review]
        for page in (self.intro, *self.choices, self.kept, self.review):
            self.addPage(page)
        self.currentIdChanged.connect(self._count_steps)
        for which in (QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton):
            button = self.button(which)
            button.setProperty("role", "primary")
            button.style().unpolish(button)
            button.style().polish(button)

    def _count_steps(self, _number: int) -> None:
        """The page in front says how far this is.

        Whether there is a question in between turns out on the way. It is no step of its own, so
        that nobody who was told of five is in the second of six.
        """
        page = self.currentPage()
        if page is self.kept:
            self.kept.show_between()
        elif page in self.steps:
            page.show_step(self.steps.index(page) + 1, len(self.steps))

    def nextId(self) -> int:
        """The question where FreshBooks keeps payments is passed over where it does not arise."""
        following = super().nextId()
        if self.page(following) is self.kept and self.draft.find_elsewhere() is None:
            return following + 1
        return following

    def accept(self) -> None:
        """Apply the draft in the background; close when it was kept."""
        if self._is_working:
            return
        self._is_working = True
        self.review.set_working(True)
        desk = self._context.desk
        chosen, create = self.draft.chosen(), self.draft.created()
        settings = self.draft.settings()

        # A second try after a failed last step must not create the accounts again.
        kept = self._kept

        def apply() -> None:
            if (chosen, create) not in kept:
                desk.set_accounts(chosen, create)
                kept.append((chosen, create))
            for name, value in settings:
                desk.change_setting(name, value)

        handle = self._context.act(
            apply,
            lane="net",
            owner=self,
            change=Change.STATUS | Change.ACCOUNTS | Change.ATTENTION | Change.SETTINGS,
            otherwise=self._failed,
        )
        handle.succeeded.connect(self._close)

    def _close(self) -> None:
        self._is_working = False
        super().done(QDialog.DialogCode.Accepted)

    def _failed(self, error: object) -> None:
        self._is_working = False
        self.review.set_working(False)
        self.review.banner.tell_error(error)

    def done(self, result: int) -> None:
        """Close, but not while the accounts are being kept."""
        if not self._is_working:
            super().done(result)
