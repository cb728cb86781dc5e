"""One bank line beside the payout that it shows: sums beneath each other, the reason, the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from fbrecon.app.views import DepositRow, PayoutCandidate, PayoutLineRow
from fbrecon.wording import said

from .. import formats, metrics
from ..language import key_name, tr
from ..tables import words
from ..theme import Theme
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.page import line
from ..widgets.plain_label import ElidedLabel, Pill, PlainLabel
from .detail_frame import DetailFrame

_MOST_PARTS = 60
_LONG_NAME = 24


class BankPanel(DetailFrame):
    """Shows what it is given; the page decides what a click or a key does.

    `picked` is the public id of one of the payouts that come near, clicked in their list.
    """

    picked = Signal(str)
    parts_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("What the bank line shows"))
        self._theme = theme
        self.title = PlainLabel(role="title", selectable=True)
        self.state = Pill()
        self.head.addWidget(self.title)
        self.head.addWidget(self.state)
        self.head.addStretch(1)
        self.says = PlainLabel(role="muted", wrap=True, selectable=True)
        self.above.addWidget(self.says)
        self.question = Banner(theme, "warning")
        self.accept = Button(self.tr("Accept"), role="primary", theme=theme, icon="check")
        self.choose = Button(self.tr("Choose another\u2026"), theme=theme, icon="search")
        self.undo = Button(self.tr("Undo"), theme=theme, icon="sync")
        self.not_this = Button(self.tr("Not this payout"), role="link")
        self.not_ours = Button(self.tr("Not ours"), role="link")
        self.never_ours = Button(self.tr("Not ours, always"), role="link")
        self.parts: Button | None = None
        for button, key in (
            (self.accept, "Enter"),
            (self.choose, "C"),
            (self.undo, "U"),
            (self.not_this, "R"),
            (self.not_ours, "N"),
            (self.never_ours, "Shift+N"),
        ):
            button.setToolTip(key_name(key))
        # Three beside each other are too wide in some languages.
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.setSpacing(metrics.SPACE_2)
        second.setSpacing(metrics.SPACE_1)
        for button in (self.accept, self.choose, self.undo):
            first.addWidget(button)
        first.addStretch(1)
        second.addWidget(self.not_this)
        second.addStretch(1)
        third.setSpacing(metrics.SPACE_1)
        third.addWidget(self.not_ours)
        third.addWidget(self.never_ours)
        third.addStretch(1)
        self.keys = PlainLabel(role="small", wrap=True)
        self.keys.setText(
            self.tr("Enter accepts, C chooses, N is not ours, U undoes, ? shows all keys.")
        )
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.question)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addLayout(third)
        layout.addWidget(self.keys)
        self._body_column: QVBoxLayout | None = None

    # ---- one line

    def show_row(self, row: DepositRow) -> None:
        """The head and the buttons, at once; what it shows follows with `show_payouts`."""
        self.title.setText(formats.money(row.amount))
        self.state.show_state(*words.bank_state(row))
        said = [formats.day(row.on), row.description, row.reference, row.account]
        self.says.setText("  \u00b7  ".join(part for part in said if part))
        decided = row.by_person or row.is_not_ours
        has_one = bool(row.payouts) and not row.by_person
        self.accept.setVisible(not decided and row.state != "comparing")
        self.accept.show_text(
            self.tr("Confirm")
            if row.state == "matched"
            else self.tr("Accept")
            if has_one
            else self.tr("Choose a payout\u2026")
        )
        self.choose.setVisible(bool(row.payouts) and not row.is_not_ours)
        self.undo.setVisible(decided)
        self.not_this.setVisible(has_one)
        for button in (self.not_ours, self.never_ours):
            button.setVisible(not row.is_not_ours)

    def show_payouts(self, row: DepositRow, payouts: Sequence[PayoutCandidate]) -> None:
        """The line above its payouts, what is left between them, and the reason."""
        column = self.new_body()
        self._body_column = column
        self.parts = None
        shown = [x for x in payouts if x.id in row.payouts]
        near = [x for x in payouts if x.id not in row.payouts]
        if shown:
            column.addLayout(self._compare(row, shown))
        sure = words.bank_confidence(row)
        column.addWidget(PlainLabel(sure, role="strong", wrap=True))
        column.addWidget(PlainLabel(said(row.reason), wrap=True, selectable=True))
        if len(row.lines) > 1:
            together = self.tr("It belongs together with {n} more bank lines.").format(
                n=formats.number(len(row.lines) - 1)
            )
            column.addWidget(PlainLabel(together, wrap=True))
        if shown:
            self.parts = Button(
                self.tr("Payments and fees"),
                role="row-link",
                theme=self._theme,
                icon="chevron-down",
                on_click=self.parts_wanted.emit,
            )
            self.parts.setToolTip("D")
            of_parts = QHBoxLayout()
            of_parts.addWidget(self.parts)
            of_parts.addStretch(1)
            column.addLayout(of_parts)
        if near and not row.by_person and not row.is_not_ours:
            column.addLayout(self._near(near, first=not shown))
        column.addStretch(1)

    def show_parts(self, parts: Sequence[PayoutLineRow]) -> None:
        """What the payouts are made of, in place of the button that asked for it."""
        if self._body_column is None or self.parts is None:
            return
        self.parts.hide()
        self.parts = None
        grid = titled_grid((self.tr("Line"), self.tr("Amount")))
        place = 2
        for part in parts[:_MOST_PARTS]:
            name = part.description
            if part.invoice_number:
                name = self.tr("Invoice {number}").format(number=part.invoice_number)
            said = "  \u00b7  ".join(filter(None, (name, part.customer)))
            grid.addWidget(PlainLabel(said, wrap=True), place, 0)
            grid.addWidget(PlainLabel(formats.money(part.amount)), place, 1, RIGHT)
            place += 1
        hidden = len(parts) - _MOST_PARTS
        if hidden > 0:
            more = self.tr("and {n} more lines").format(n=formats.number(hidden))
            grid.addWidget(PlainLabel(more, role="muted"), place, 0)
        if not parts:
            none = self.tr("Nothing tells what this payout is made of.")
            grid.addWidget(PlainLabel(none, role="muted", wrap=True), place, 0)
        self._body_column.insertLayout(self._body_column.count() - 1, grid)

    def ask_about(self, sentence: str) -> None:
        """Something is left that nothing explains: a second Enter accepts it all the same."""
        self.question.tell(
            sentence,
            self.tr("Press Enter once more to match them all the same."),
            tone="warning",
        )

    # ---- several lines

    def show_several(self, rows: Sequence[DepositRow], sums: str) -> None:
        """Several lines are selected: they can be matched together, or called not ours."""
        self.title.setText(sums)
        self.state.show_state("", "neutral")
        self.says.setText(
            self.tr("{n} bank lines are selected.").format(n=formats.number(len(rows)))
        )
        self.question.hide()
        for button in (self.undo, self.not_this, self.choose, self.never_ours):
            button.hide()
        self.accept.show()
        self.accept.show_text(self.tr("Choose their payout\u2026"))
        self.not_ours.show()
        column = self.new_body()
        self._body_column = None
        text = self.tr(
            "If one payout came in several parts, choose it for all of them together."
            " N says of each that it is not ours."
        )
        column.addWidget(PlainLabel(text, wrap=True))
        column.addStretch(1)

    # ---- parts of the body

    def _compare(self, row: DepositRow, payouts: Sequence[PayoutCandidate]) -> QGridLayout:
        grid = titled_grid(("", self.tr("Day"), self.tr("Sum")))
        grid.addWidget(PlainLabel(self.tr("At the bank"), role="strong"), 2, 0)
        grid.addWidget(PlainLabel(formats.day(row.on)), 2, 1, RIGHT)
        grid.addWidget(PlainLabel(formats.money(row.amount), role="strong"), 2, 2, RIGHT)
        place = 3
        for payout in payouts:
            name = self.tr("Payout {id}").format(id=payout.platform_payout_id)
            # Names are long, and a part of one says nothing: a line of its own, above day and sum.
            if len(name) > _LONG_NAME:
                grid.addWidget(ElidedLabel(name, role="strong"), place, 0, 1, 3)
                place += 1
            else:
                label = PlainLabel(name, role="strong", wrap=True, selectable=True)
                grid.addWidget(label, place, 0)
            grid.addWidget(PlainLabel(formats.day(payout.arrival_on)), place, 1, RIGHT)
            grid.addWidget(PlainLabel(formats.money(payout.net), role="strong"), place, 2, RIGHT)
            place += 1
            made_of = _made_of(payout)
            if made_of:
                grid.addWidget(PlainLabel(made_of, role="small", wrap=True), place, 0, 1, 3)
                place += 1
        grid.addWidget(line(), place, 0, 1, 3)
        place += 1
        for name, sum_ in row.named:
            text = self.tr("Difference: its {part}").format(part=name)
            grid.addWidget(PlainLabel(text), place, 0)
            grid.addWidget(PlainLabel(formats.money(sum_)), place, 2, RIGHT)
            place += 1
        left = row.unexplained
        if left is not None and left.minor:
            pill = Pill(self.tr("Unexplained"), "danger")
            grid.addWidget(PlainLabel(self.tr("Difference"), role="strong"), place, 0)
            grid.addWidget(pill, place, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(PlainLabel(formats.money(left), role="problem"), place, 2, RIGHT)
        elif left is not None and not row.named:
            grid.addWidget(PlainLabel(self.tr("Difference")), place, 0)
            grid.addWidget(PlainLabel(self.tr("none, to the cent")), place, 1, 1, 2, RIGHT)
        return grid

    def _near(self, near: Sequence[PayoutCandidate], *, first: bool) -> QVBoxLayout:
        """The others, each with a button; where nothing is shown, they are what there is."""
        column = QVBoxLayout()
        column.setSpacing(metrics.SPACE_2)
        head = self.tr("What comes near") if first else self.tr("Others that come near")
        column.addWidget(PlainLabel(head, role="small"))
        for payout in near:
            texts = QVBoxLayout()
            texts.setSpacing(0)
            title = f"{formats.money(payout.net)}  \u00b7  {payout.platform_payout_id}"
            texts.addWidget(ElidedLabel(title))
            texts.addWidget(PlainLabel(payout.how, role="small", wrap=True))
            button = Button(self.tr("Choose"))
            button.setAccessibleName(
                self.tr("Choose payout {id}").format(id=payout.platform_payout_id)
            )
            name = payout.id
            button.clicked.connect(lambda _=False, name=name: self.picked.emit(name))
            row = QHBoxLayout()
            row.addLayout(texts, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        return column


def _made_of(payout: PayoutCandidate) -> str:
    """Its payments and fees in a line; nothing where nothing tells."""
    if payout.gross is None or not payout.gross.minor:
        return ""
    count = formats.counted(payout.payments, tr("{n} payment"), tr("{n} payments"))
    return tr("{payments}, {gross}, less {fees} of fees").format(
        payments=count, gross=formats.money(payout.gross), fees=formats.money(payout.fees)
    )
