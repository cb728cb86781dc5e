"""Choosing what bank lines show: payouts to tick, and what is left between the sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from fbrecon.app.bank_sums import Gap
from fbrecon.app.views import PayoutCandidate
from fbrecon.domain.money import Money
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics, texts
from ..context import Context
from ..language import key_name, tr
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel

_PAUSE_MS: Final = 150
_ID = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PayoutChooser(QFrame):
    """`chosen(lines, payouts, difference or None)`, `left` on Escape. Space ticks a payout."""

    chosen = Signal(object, object, object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Choose a payout"))
        self._context = context
        self._lines: tuple[str, ...] = ()
        self._payouts: dict[str, PayoutCandidate] = {}
        self._compared: tuple[tuple[str, ...], Gap | None] = ((), None)
        self._asked: tuple[str, ...] = ()
        self._first = ""
        self.title = PlainLabel(role="title", wrap=True)
        self.hint = PlainLabel(role="muted", wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Sum, day or id of a payout"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Payouts, the likeliest first"))
        self.list.setWordWrap(True)
        self.list.setProperty("role", "payouts")
        self.sum = PlainLabel(wrap=True)
        self.banner = Banner(context.theme, "warning")
        self.match = Button(
            self.tr("Match"),
            role="primary",
            theme=context.theme,
            icon="check",
            on_click=self.match_now,
        )
        self.match.setToolTip(key_name("Enter"))
        self.back = Button(self.tr("Back"), on_click=self.left.emit)
        self.back.setToolTip(key_name("Esc"))
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.SPACE_2)
        buttons.addWidget(self.match)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_4, metrics.SPACE_3, metrics.SPACE_4, metrics.SPACE_3
        )
        layout.setSpacing(metrics.SPACE_3)
        for part in (self.title, self.hint, self.search):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.sum)
        layout.addWidget(self.banner)
        layout.addLayout(buttons)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.list.currentItemChanged.connect(lambda: self._compare())
        self.list.itemChanged.connect(lambda: self._compare())
        self.list.itemDoubleClicked.connect(lambda: self.match_now())
        for widget in (self.list, self.search):
            widget.installEventFilter(self)

    def open_for(self, lines: Sequence[str], title: str, name: str = "") -> None:
        """Offer payouts for these lines (public ids), which are called so; `name` comes first."""
        self._lines = tuple(lines)
        self._asked = ()
        self._first = name
        self.title.setText(title)
        self.hint.setText(
            self.tr("Choose the payout that came in these lines.")
            if len(lines) > 1
            else self.tr(
                "Enter takes one. If the line is the sum of several, tick each with Space first."
            )
        )
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.list.clear()
        self.sum.setText("")
        self.banner.hide()
        self.match.setEnabled(False)
        self._read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def picked(self) -> tuple[str, ...]:
        """Public ids of what is ticked, else of the current payout."""
        items = [self.list.item(place) for place in range(self.list.count())]
        ticked = tuple(
            str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked
        )
        current = self.list.currentItem()
        if ticked or current is None:
            return ticked
        return (str(current.data(_ID)),)

    def match_now(self) -> None:
        """Match, or say first what nothing explains; a second time matches all the same."""
        picked, (compared, gap) = self.picked(), self._compared
        if not picked or picked != compared or gap is None:
            return
        if gap.is_explained:
            self.chosen.emit(self._lines, picked, None)
        elif self._asked == picked:
            self.chosen.emit(self._lines, picked, gap.unexplained)
        else:
            self._asked = picked
            self.banner.tell(
                left_over(gap.unexplained),
                self.tr("Press Enter once more to match them all the same."),
                tone="warning",
            )

    def _read(self) -> None:
        desk, lines, text = self._context.desk, self._lines, self.search.text()

        def work(_token: CancelToken, _report: ProgressFn) -> list[PayoutCandidate]:
            return desk.bank_candidates(lines, text)

        def show(found: list[PayoutCandidate]) -> None:
            if lines == self._lines and text == self.search.text():
                self._show(found)

        self._context.run(work, lane="db", owner=self, then=show, otherwise=self.banner.tell_error)

    def _show(self, found: Sequence[PayoutCandidate]) -> None:
        """What is ticked stays, at the top, whatever is searched for."""
        ticked = [
            self._payouts[str(item.data(_ID))]
            for item in map(self.list.item, range(self.list.count()))
            if item.checkState() is Qt.CheckState.Checked
        ]
        kept = {payout.id for payout in ticked}
        listed = [*ticked, *(x for x in found if x.id not in kept)]
        self._payouts = {payout.id: payout for payout in listed}
        self.list.blockSignals(True)
        self.list.clear()
        for payout in listed:
            item = QListWidgetItem(_words(payout))
            item.setData(_ID, payout.id)
            if len(self._lines) == 1:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                checked = Qt.CheckState.Checked if payout.id in kept else Qt.CheckState.Unchecked
                item.setCheckState(checked)
            self.list.addItem(item)
        if listed:
            ids = [payout.id for payout in listed]
            first = ids.index(self._first) if self._first in ids else len(ticked)
            self.list.setCurrentRow(min(first, len(listed) - 1))
        self.list.blockSignals(False)
        if not listed:
            self.sum.setText(self.tr("No payout that is on its way or paid fits that."))
        self._compare()

    def _compare(self) -> None:
        """Ask what is left between the lines and what is picked."""
        picked, lines, desk = self.picked(), self._lines, self._context.desk
        self.banner.hide()
        self.match.setEnabled(False)
        if not picked:
            return

        def work(_token: CancelToken, _report: ProgressFn) -> Gap | None:
            return desk.compare_at_bank(lines, picked)

        def show(gap: Gap | None) -> None:
            if (lines, picked) == (self._lines, self.picked()):
                self._compared = (picked, gap)
                self._show_sum(picked, gap)

        self._context.run(work, lane="db", owner=self, then=show, otherwise=self.banner.tell_error)

    def _show_sum(self, picked: Sequence[str], gap: Gap | None) -> None:
        self.match.setEnabled(gap is not None)
        if gap is None:
            self.sum.setText(self.tr("Those cannot be compared."))
            return
        nets = [self._payouts[name].net for name in picked]
        total = sum((net.minor for net in nets[1:]), nets[0].minor)
        count = formats.counted(len(picked), self.tr("{n} payout"), self.tr("{n} payouts"))
        said = f"{count}, {formats.money(Money(total, nets[0].currency))}"
        if gap.unexplained.minor:
            left = left_over(gap.unexplained)
        elif gap.named:
            left = self.tr("The difference is exactly its {parts}.").format(
                parts=", ".join(name for name, _ in gap.named)
            )
        else:
            left = self.tr("To the cent.")
        self.sum.setText(f"{said}. {left}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter matches, Escape goes back, the arrows go from the search into the list."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENTER and watched is self.list:
            self.match_now()
        elif watched is self.search and key in (*_ENTER, Qt.Key.Key_Down):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif watched is self.list and event.text() == "/":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return super().eventFilter(watched, event)
        return True


def left_over(money: Money) -> str:
    """What nothing explains, in a sentence."""
    absolute = formats.money(Money(abs(money.minor), money.currency))
    if money.minor > 0:
        return tr("{sum} more at the bank, which nothing explains.").format(sum=absolute)
    return tr("{sum} less at the bank, which nothing explains.").format(sum=absolute)


def _words(payout: PayoutCandidate) -> str:
    head = f"{formats.money(payout.net)}  \u00b7  {formats.day(payout.arrival_on)}"
    head += f"  \u00b7  {texts.one_line(payout.platform_payout_id)}"
    taken = ""
    if payout.taken_by:
        taken = " " + tr("Another bank line shows it.")
    return f"{head}\n{texts.one_line(payout.how)}{taken}"
