"""Texts of bank lines that are no payouts, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.app.views import BankRuleRow
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics, texts
from ..context import Context
from ..events import Change
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.page import line, scroll
from ..widgets.plain_label import PlainLabel

_MOST_RULES = 300


class BankRulesDialog(QDialog):
    """Reads again after each removal; what was removed can be taken back with Ctrl+Z."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Not ours"))
        self.setAccessibleName(self.windowTitle())
        self.resize(*metrics.UNDO_SIZE)
        self.title = PlainLabel(self.tr("Bank lines that are no payouts"), role="title", wrap=True)
        self.message = PlainLabel(role="muted", wrap=True)
        self.banner = Banner(context.theme)
        self.buttons: dict[str, Button] = {}
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, metrics.SPACE_3, 0)
        self._body: QWidget | None = None
        self.area = scroll(self._content)
        close = Button(self.tr("Close"), role="primary", on_click=self.accept)
        close.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        for part in (self.title, self.message, self.banner):
            layout.addWidget(part)
        layout.addWidget(self.area, 1)
        layout.addLayout(row)
        close.setFocus()
        self._read()

    def _read(self) -> None:
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[BankRuleRow]:
            return desk.list_bank_rules()

        self._context.run(
            work, lane="db", owner=self, then=self.show_rules, otherwise=self.banner.tell_error
        )

    def show_rules(self, rules: Sequence[BankRuleRow]) -> None:
        """Each text with how many lines it leaves out."""
        self.message.setText(
            self.tr("No line with one of these texts is matched, numbers in it aside.")
            if rules
            else self.tr(
                "There are none yet. On a line such as rent or interest, Shift+N leaves out every"
                " line with that text."
            )
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_2)
        self.buttons = {}
        for rule in rules[:_MOST_RULES]:
            column.addLayout(self._row(rule))
            column.addWidget(line())
        hidden = len(rules) - _MOST_RULES
        if hidden > 0:
            more = self.tr("and {n} more").format(n=formats.number(hidden))
            column.addWidget(PlainLabel(more, role="muted"))
        column.addStretch(1)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)

    def _row(self, rule: BankRuleRow) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(rule.text, role="strong", wrap=True))
        count = formats.counted(rule.lines, self.tr("{n} line"), self.tr("{n} lines"))
        said = [count, *(formats.money(money) for money in rule.sums)]
        words.addWidget(PlainLabel("  \u00b7  ".join(said), role="small", wrap=True))
        remove = Button(
            self.tr("Remove"),
            theme=self._context.theme,
            icon="close",
            on_click=lambda: self._remove(rule.id),
        )
        remove.setAccessibleName(
            self.tr("Remove the rule for {text}").format(text=texts.one_line(rule.text))
        )
        self.buttons[rule.id] = remove
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self, rule_id: str) -> None:
        desk = self._context.desk
        self.buttons[rule_id].setEnabled(False)
        handle = self._context.act(
            lambda: desk.forget_bank_rule(rule_id),
            lane="db",
            owner=self,
            change=Change.BANK | Change.ATTENTION,
            otherwise=self.banner.tell_error,
        )
        handle.settled.connect(self._read)
