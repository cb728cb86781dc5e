"""The receipt of a payment: facts, every step with its time, the link, and a file to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.app.papers import Receipt
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import said, spoken

from .. import formats, metrics, texts
from ..context import Context
from ..tables import words
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.page import line, scroll
from ..widgets.plain_label import Pill, PlainLabel
from .links import Links

_TOP = Qt.AlignmentFlag.AlignTop


class ReceiptDialog(QDialog):
    """Reads the receipt when it opens; a payment over several invoices has one for each."""

    def __init__(
        self, context: Context, links: Links, item: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._links = links
        self._item = item
        self._link = ""
        self.setWindowTitle(self.tr("Receipt"))
        self.setAccessibleName(self.tr("Receipt"))
        self.resize(*metrics.PAPER_SIZE)
        self.banner = Banner(context.theme)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, metrics.SPACE_3, 0)
        self._column.setSpacing(metrics.SPACE_4)
        self.area = scroll(self._content)
        self.visit = Button(
            self.tr("Open in FreshBooks"),
            theme=context.theme,
            icon="external",
            on_click=lambda: links.open_link(self._link),
        )
        self.visit.hide()
        self.save = Button(
            self.tr("Save as\u2026"), theme=context.theme, icon="copy", on_click=self._choose_file
        )
        self.save.setEnabled(False)
        self.close_ = Button(self.tr("Close"), role="primary", on_click=self.accept)
        self.close_.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.SPACE_2)
        buttons.addWidget(self.visit)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(self.banner)
        layout.addWidget(self.area, 1)
        layout.addLayout(buttons)
        self._read()

    def _read(self) -> None:
        desk, item = self._context.desk, self._item

        def work(_token: CancelToken, _report: ProgressFn) -> list[Receipt]:
            return desk.receipts(item)

        self._context.run(
            work, lane="db", owner=self, then=self.show_receipts, otherwise=self.banner.tell_error
        )

    def show_receipts(self, receipts: list[Receipt]) -> None:
        """Paint them one beneath the other."""
        for place, receipt in enumerate(receipts):
            if place:
                self._column.addWidget(line())
            self._add(receipt)
        self._column.addStretch(1)
        self._link = next((r.link for r in receipts if r.link), "")
        self.visit.setVisible(bool(self._link))
        self.save.setEnabled(bool(receipts))
        if len(receipts) == 1:
            self.setAccessibleName(texts.one_line(receipts[0].subject))

    def _add(self, receipt: Receipt) -> None:
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_3)
        head.addWidget(
            PlainLabel(said(receipt.subject), role="title", wrap=True, selectable=True), 1
        )
        head.addWidget(Pill(*words.log_state(receipt.state)), 0, _TOP)
        self._column.addLayout(head)
        facts = QGridLayout()
        facts.setHorizontalSpacing(metrics.SPACE_5)
        facts.setVerticalSpacing(metrics.SPACE_1)
        facts.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(self._facts(receipt)):
            facts.addWidget(PlainLabel(label, role="muted"), row, 0, _TOP)
            facts.addWidget(PlainLabel(value, wrap=True, selectable=True), row, 1)
        self._column.addLayout(facts)
        steps = QGridLayout()
        steps.setHorizontalSpacing(metrics.SPACE_4)
        steps.setVerticalSpacing(metrics.SPACE_2)
        steps.setColumnStretch(2, 1)
        for row, step in enumerate(receipt.steps):
            when = PlainLabel(formats.moment(step.at, seconds=True), role="muted")
            when.setToolTip(formats.exact(step.at))
            steps.addWidget(when, row, 0, _TOP)
            steps.addWidget(PlainLabel(words.receipt_step(step.what), role="strong"), row, 1, _TOP)
            told = said(step.text)
            if step.who:
                told += f"  \u00b7  {words.who(step.who)}"
            if step.http_status:
                told += f"  \u00b7  HTTP {step.http_status}"
            steps.addWidget(PlainLabel(told, wrap=True, selectable=True), row, 2)
        self._column.addLayout(steps)

    def _facts(self, receipt: Receipt) -> list[tuple[str, str]]:
        facts = [
            (self.tr("Customer"), receipt.customer),
            (self.tr("Invoice"), receipt.invoice_number),
            (self.tr("Amount"), formats.money(receipt.amount) if receipt.amount else ""),
            (self.tr("Date"), formats.day(receipt.paid_on) if receipt.paid_on else ""),
            (self.tr("On the platform"), receipt.platform_payment_id),
            (self.tr("In FreshBooks"), receipt.freshbooks_payment_id),
            (self.tr("Marker"), receipt.marker),
            (self.tr("Sent"), self._sent(receipt)),
        ]
        return [(label, value) for label, value in facts if value]

    def _sent(self, receipt: Receipt) -> str:
        if receipt.kind == "match":
            return self.tr("not by fbrecon")
        if not receipt.attempts:
            return self.tr("not from this company file")
        return formats.counted(receipt.attempts, self.tr("once"), self.tr("{n} times"))

    # Keeping it.

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the receipt"), f"receipt-{self._item}.html")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Page (*.html)"), self.tr("Text (*.txt)"), self.tr("JSON (*.json)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write the receipt to that file."""
        desk, item, path = self._context.desk, self._item, Path(name)
        language = spoken().code

        def work(_token: CancelToken, _report: ProgressFn) -> None:
            desk.save_receipts(item, path, language)

        self._context.run(
            work,
            lane="db",
            owner=self,
            then=lambda _done: self.banner.tell(
                self.tr("Saved"),
                self.tr("{name} is written.").format(name=path.name),
                tone="success",
            ),
            otherwise=self.banner.tell_error,
        )
