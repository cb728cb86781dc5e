"""Reconcile: a yes or a no to what each bank line shows, by single keys, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton

from fbrecon.app.views import CertainLines
from fbrecon.domain.money import Money
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, hotkeys
from ..actions import Actions
from ..context import Context
from ..dialogs.bank_rules import BankRulesDialog
from ..dialogs.keys import KeysDialog
from ..dialogs.messages import ask
from ..events import Change
from ..status_watch import StatusWatch
from ..widgets.buttons import Button
from .bank_chooser import left_over
from .bank_lines import BankLines, sum_words

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHANGED: Final = Change.BANK | Change.ATTENTION | Change.STATUS
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ReconcilePage(BankLines):
    """After each decision the next line is current; what was decided is not waited for."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        super().__init__(context, actions, watch)
        self._asked: tuple[str, Money] | None = None  # the line and difference asked about
        self._decided: list[str] = []  # keys that U comes back to, the last one at the end
        self._keys = self._list_keys()
        self.certain = Button(
            "", theme=context.theme, icon="check-circle", on_click=self._ask_certain
        )
        self.certain.setToolTip("A")
        self.certain.hide()
        self.rules = Button(self.tr("Rules\u2026"), on_click=self._show_rules)
        self.rules.setAccessibleName(self.tr("Texts that are not ours"))
        for place, button in enumerate((self.certain, self.rules)):
            self.header_actions.insertWidget(place, button)
        self.bank.counted.connect(self._show_certain)
        self._connect()

    def _connect(self) -> None:
        self.panel.accept.clicked.connect(self._accept)
        self.panel.choose.clicked.connect(self._choose)
        self.panel.undo.clicked.connect(self._undo)
        self.panel.not_this.clicked.connect(self._not_this)
        self.panel.not_ours.clicked.connect(self._not_ours)
        self.panel.never_ours.clicked.connect(self._never_ours)
        self.panel.picked.connect(self._pick)
        self.chooser.chosen.connect(self._match)
        self.chooser.left.connect(self._leave_chooser)
        self.table.doubleClicked.connect(self._accept)
        self.table.installEventFilter(self)
        self.filter.text.returnPressed.connect(self.to_table)
        self.filter.text.installEventFilter(self)

    def show_current(self, key: Any) -> None:
        """Another line is current: nothing is asked about it yet. A reading changes no line."""
        if self._asked is not None and self._asked[0] != key:
            self._asked = None
            self.panel.question.hide()
        super().show_current(key)

    def _show_certain(self) -> None:
        certain = self.bank.certain
        count = 0 if certain is None else certain.lines
        self.certain.setVisible(count > 1)
        self.certain.show_text(self.tr("Accept {n} certain\u2026").format(n=formats.number(count)))

    # ---- decisions

    def _accept(self) -> None:
        """Yes to what is shown; where nothing is, to choosing; a difference is asked about."""
        row, rows = self.row(), self.rows()
        if row is None or row.is_not_ours or row.by_person or row.state == "comparing":
            return
        if len(rows) > 1 or not row.payouts:
            self._choose()
            return
        left = row.unexplained
        if left is not None and left.minor and self._asked != (row.id, left):
            if self.shown == row.id:  # nobody says yes to what is not on the screen yet
                self._asked = (row.id, left)
                self.panel.ask_about(left_over(left))
            return
        lines = [f"line_{line_id}" for line_id in row.lines]
        self._match(lines, row.payouts, left if left is not None and left.minor else None)

    def _pick(self, name: str) -> None:
        row = self.row()
        if row is not None:
            self._choose(name)

    def _match(
        self, lines: Sequence[str], payouts: Sequence[str], difference: Money | None
    ) -> None:
        desk = self.context.desk
        self._decide(lines, lambda: desk.match_lines(lines, payouts, difference))

    def _not_this(self) -> None:
        row, desk = self.row(), self.context.desk
        if row is not None and row.payouts and not row.by_person:
            self.wanted = [row.id]  # the next best is shown for the same line
            self._run(row.id, lambda: desk.dismiss(row.id))

    def _not_ours(self) -> None:
        rows, desk = [row for row in self.rows() if not row.is_not_ours], self.context.desk

        def act() -> None:
            for row in rows:
                desk.leave_out(row.id)

        if rows:
            self._decide([row.id for row in rows], act)

    def _never_ours(self) -> None:
        row, desk = self.row(), self.context.desk
        if row is not None and not row.is_not_ours and len(self.rows()) == 1:
            self._decide([row.id], lambda: desk.leave_out(row.id, always=True))

    def _undo(self) -> None:
        """Of a line that a person decided on: forget that. Else the last decision of all."""
        row, desk = self.row(), self.context.desk
        if row is not None and (row.by_person or row.is_not_ours):
            by_text = bool(row.not_ours)
            self.wanted = [row.id]
            self._run(
                row.id,
                lambda: desk.approve(row.id) if by_text else desk.reopen_line(row.id),
            )
            return
        if self._decided:
            self.wanted = [self._decided.pop()]
        self._actions.take_back()

    def _decide(self, ids: Sequence[str], act: Callable[[], object]) -> None:
        """Do it beside the window, and go on to the next line at once."""
        self._leave_chooser()
        decided = set(ids)
        current = self.table.currentIndex().row()
        after = [*range(current + 1, self.model.rowCount()), *range(current - 1, -1, -1)]
        following = next((p for p in after[:200] if self.model.key_at(p) not in decided), None)
        self._decided.append(self.model.key_at(current) if current >= 0 else ids[0])
        if following is not None:
            self.wanted = [self.model.key_at(following)]
            self.table.go_to(following)
        self._run(ids[0], act)

    def _run(self, key: str, act: Callable[[], object]) -> None:
        self.banner.hide()

        def fail(error: object) -> None:
            self.banner.tell_error(error)
            self.wanted = [key]
            self.model.reload()

        self.context.act(act, lane="db", owner=self, change=_CHANGED, otherwise=fail)

    # ---- several at once

    def _ask_certain(self) -> None:
        desk = self.context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> CertainLines:
            return desk.certain_lines()

        self.context.run(work, lane="db", owner=self, then=self._confirm_certain)

    def _confirm_certain(self, certain: CertainLines) -> None:
        if not certain.lines:
            return
        count = formats.counted(certain.lines, self.tr("{n} bank line"), self.tr("{n} bank lines"))
        sums = ", ".join(formats.money(money) for money in certain.sums)
        text = self.tr(
            "{count}, {sums}. Each agrees to the cent with the payout that is suggested, and no"
            " other fits."
        ).format(count=count, sums=sums)
        if certain.doubtful:
            text += " " + formats.counted(
                certain.doubtful,
                self.tr("{n} other suggestion stays for you to decide."),
                self.tr("{n} other suggestions stay for you to decide."),
            )
        desk = self.context.desk
        ask(
            self,
            self.tr("Accept everything certain?"),
            text + " " + self.tr("U takes all of it back."),
            yes=self.tr("Accept {n}").format(n=formats.number(certain.lines)),
            no=self.tr("Not now"),
            then=lambda: self.context.act(
                lambda: desk.match_certain(certain), lane="db", owner=self, change=_CHANGED
            ),
        )

    def _show_rules(self) -> None:
        dialog = BankRulesDialog(self.context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # ---- choosing

    def _choose(self, name: str = "") -> None:
        rows = [row for row in self.rows() if not row.is_not_ours]
        if not rows:
            return
        title = formats.money(rows[0].amount) + "  \u00b7  " + formats.day(rows[0].on)
        if len(rows) > 1:
            title = sum_words(rows)
        self.right.setCurrentWidget(self.chooser)
        self.chooser.open_for([row.id for row in rows], title, name)

    def _leave_chooser(self) -> None:
        if self.right.currentWidget() is self.chooser:
            self.right.setCurrentWidget(self.panel)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_current_row()

    # ---- keys

    def _list_keys(self) -> list[tuple[str, str, Callable[[], object]]]:
        """The key, what it does in words, and the doing."""
        return [
            (
                hotkeys.BANK_CHOOSE,
                self.tr("chooses another payout, or several"),
                lambda: self._choose(),
            ),
            (
                hotkeys.BANK_NOT_THIS,
                self.tr("rejects this payout; the next best is shown"),
                self._not_this,
            ),
            (hotkeys.BANK_NOT_OURS, self.tr("this line is not ours"), self._not_ours),
            (
                hotkeys.BANK_NEVER_OURS,
                self.tr("no line with this text is ours"),
                self._never_ours,
            ),
            (
                hotkeys.BANK_UNDO,
                self.tr("takes back what was decided on this line, else the last decision"),
                self._undo,
            ),
            (
                hotkeys.BANK_ALL_CERTAIN,
                self.tr("accepts everything certain, after a summary"),
                self._ask_certain,
            ),
            (hotkeys.BANK_PARTS, self.tr("shows payments and fees"), self.show_parts),
            (hotkeys.BANK_SEARCH, self.tr("searches"), self.focus_search),
            (hotkeys.BANK_KEYS, self.tr("shows these keys"), self._show_keys),
        ]

    def keys_in_words(self) -> list[tuple[str, str]]:
        """All keys of this page, each with what it does."""
        return [
            ("\u2191 \u2193", self.tr("go to another line; with Shift they select several")),
            ("Enter", self.tr("accepts what is shown, or chooses where nothing is")),
            *((key, does) for key, does, _ in self._keys),
            ("Space", self.tr("while choosing: ticks a payout, where a line shows several")),
            ("Esc", self.tr("leaves the search, or choosing")),
            ("Ctrl+Z", self.tr("takes back the last decision")),
        ]

    def _show_keys(self) -> None:
        dialog = KeysDialog(self.keys_in_words(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table would search with letters; here they decide."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.table and self._take_key(event):
                return True
            if watched is self.filter.text and event.key() == Qt.Key.Key_Escape:
                self.to_table()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys where a button has the focus; Enter then presses the button."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        elif not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _MODIFIERS or self.right.currentWidget() is self.chooser:
            return False
        if event.key() in _ENTER:
            self._accept()
            return True
        pressed = QKeySequence(event.keyCombination())
        for key, _, act in self._keys:
            if pressed == QKeySequence(key) if key[-1].isalpha() else event.text() == key:
                act()
                return True
        return False
