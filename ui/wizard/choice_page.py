"""One page of the wizard: which ledger account takes a role, or what a new one is called."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fbrecon.domain.ledger import DEFAULT_NAMES, ROLE_LABELS, Role
from fbrecon.wording import said

from .. import metrics
from ..widgets.plain_label import PlainLabel
from .account_picker import AccountPicker
from .draft import Choice, Draft
from .step_page import StepPage


class ChoicePage(StepPage):
    """An existing account or a new one, with the suggestion's reason."""

    def __init__(self, draft: Draft, role: Role, title: str, explanation: str) -> None:
        super().__init__(title)
        self._draft = draft
        self.role = role
        self.may_create = role in DEFAULT_NAMES
        self.use = QRadioButton(self.tr("Use an existing account"))
        self.accounts = AccountPicker(self.tr("Existing account"))
        self.reason = PlainLabel(role="small", wrap=True)
        self.create_new = QRadioButton(self.tr("Create a new account in FreshBooks"))
        self.name = QLineEdit(DEFAULT_NAMES.get(role, ""))
        self.name.setMaxLength(100)
        self.name.setAccessibleName(self.tr("Name of the new account"))
        self.bank_note = PlainLabel(
            self.tr(
                "Missing an account? Bank accounts are made in FreshBooks itself (Accounting,"
                " Chart of Accounts). Make it there, then start this wizard again."
            ),
            role="small",
            wrap=True,
        )
        self.problem = PlainLabel(role="problem", wrap=True)
        group = QButtonGroup(self)
        group.addButton(self.use)
        group.addButton(self.create_new)
        layout = self.column
        layout.addWidget(PlainLabel(explanation, role="muted", wrap=True))
        layout.addSpacing(metrics.SPACE_3)
        layout.addWidget(self.use)
        layout.addLayout(_indented(self.accounts, self.reason), 1)
        layout.addSpacing(metrics.SPACE_3)
        layout.addWidget(self.create_new)
        layout.addLayout(_indented(self.name))
        layout.addWidget(self.bank_note)
        layout.addWidget(self.problem)
        self.create_new.setVisible(self.may_create)
        self.name.setVisible(self.may_create)
        self.bank_note.setVisible(not self.may_create)
        self.use.toggled.connect(self._changed)
        self.accounts.changed.connect(self._changed)
        self.name.textChanged.connect(self._changed)
        self._is_filled = False

    def initializePage(self) -> None:
        """Fill the list, once; going back and forth keeps what was chosen."""
        if not self._is_filled:
            self._is_filled = True
            self._fill()
        self._changed()

    def cleanupPage(self) -> None:
        """Going back loses nothing."""

    def isComplete(self) -> bool:
        """Whether the choice can stand."""
        return not self._find_problem()

    def _fill(self) -> None:
        eligible = self._draft.eligible(self.role)
        view = self._draft.view
        suggestion = view.suggestions.get(self.role) if view is not None else None
        chosen = view.roles.get(self.role) if view is not None else None
        for account in eligible:
            self.accounts.add_account(account)
        ids = [account.id for account in eligible]
        wanted = chosen.id if chosen is not None else suggestion.account_id if suggestion else None
        self.accounts.choose(ids.index(wanted) if wanted in ids else -1)
        self.use.setEnabled(bool(eligible))
        self.accounts.setEnabled(bool(eligible))
        if not eligible:
            self.reason.setText(self.tr("FreshBooks has no account that could take this role."))
        use_existing = bool(eligible) and (wanted in ids or not self.may_create)
        (self.use if use_existing or not self.may_create else self.create_new).setChecked(True)

    def _changed(self) -> None:
        using = self.use.isChecked()
        account = self.accounts.chosen if using else None
        self._draft.choices[self.role] = Choice(
            account, "" if using else " ".join(self.name.text().split())
        )
        self.accounts.setEnabled(using and self.accounts.count() > 0)
        self.name.setEnabled(not using)
        self._show_reason()
        problem = self._find_problem()
        self.problem.setText(problem if account is not None or not using else "")
        self.completeChanged.emit()

    def _show_reason(self) -> None:
        view = self._draft.view
        account = self.accounts.chosen
        if view is None or account is None:
            if self.accounts.count():
                self.reason.setText("")
            return
        chosen = view.roles.get(self.role)
        suggestion = view.suggestions.get(self.role)
        if chosen is not None and chosen.id == account.id:
            self.reason.setText(self.tr("In use for this now."))
        elif suggestion is not None and suggestion.account_id == account.id:
            self.reason.setText(
                self.tr("Suggested. {reason}").format(reason=said(suggestion.reason))
            )
        else:
            self.reason.setText("")

    def _find_problem(self) -> str:
        choice = self._draft.choices[self.role]
        if self.use.isChecked():
            if choice.account is None:
                return self.tr("Choose an account.")
            other = self._draft.taken_by(self.role)
            if other is not None:
                return self.tr("This account is already chosen for {role}.").format(
                    role=said(ROLE_LABELS[other])
                )
            return ""
        if not choice.new_name:
            return self.tr("Give the new account a name.")
        view = self._draft.view
        names = {account.name.casefold() for account in view.accounts} if view else set()
        if choice.new_name.casefold() in names:
            return self.tr("FreshBooks already has an account with this name; use that one.")
        return ""


def _indented(*widgets: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(metrics.SPACE_5, 0, 0, 0)
    layout.setSpacing(metrics.SPACE_1)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
