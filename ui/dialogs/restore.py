"""Choosing a copy of a company file: its day, what it holds, and what going back would lose."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fbrecon.domain.backups import CopyLook
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics, texts
from ..context import Context
from ..language import tr
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel

_STEPS = ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB"))


class RestoreDialog(QDialog):
    """`chosen(CopyLook)` or `removal_wanted()`; it stays open until `done_with` or `failed`."""

    chosen = Signal(object)
    removal_wanted = Signal()

    def __init__(
        self,
        context: Context,
        slug: str,
        name: str,
        problem: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._slug = slug
        self._is_working = False
        self._looks: list[CopyLook] = []
        title = self.tr("Restore {name}").format(name=texts.one_line(name))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(*metrics.RESTORE_SIZE)
        self.banner = Banner(context.theme)
        self.copies = QListWidget()
        self.copies.setProperty("role", "topics")
        self.copies.setAccessibleName(self.tr("Copies, the newest first"))
        self.copies.currentRowChanged.connect(self._show)
        self.loss = PlainLabel(wrap=True)
        self.agreed = QCheckBox(self.tr("I have read what is lost"))
        self.agreed.toggled.connect(self._check)
        self.restore = Button(self.tr("Put this copy back"), role="primary", on_click=self._choose)
        self.cancel = Button(self.tr("Cancel"), on_click=self.reject)
        self.remove = Button(
            self.tr("Remove the company instead\u2026"),
            role="link",
            on_click=self.removal_wanted.emit,
        )
        self.remove.setVisible(bool(problem))
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(PlainLabel(title, role="title", wrap=True))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "The copy takes the place of the company file. What stands there now is moved"
                    " aside, not deleted. Afterwards everything is read again, and nothing is"
                    " recorded in FreshBooks until that is done and a quarter of an hour has"
                    " passed."
                ),
                role="muted",
                wrap=True,
            )
        )
        layout.addWidget(self.banner)
        layout.addWidget(self.copies, 1)
        layout.addWidget(self.loss)
        layout.addWidget(self.agreed)
        layout.addLayout(buttons)
        if problem:
            self.banner.tell(self.tr("The company file cannot be read"), problem, tone="warning")
        self._check()
        desk = context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[CopyLook]:
            return desk.look_into_copies(slug)

        context.run(work, lane="db", owner=self, then=self.show_looks, otherwise=self.failed)

    def show_looks(self, looks: list[CopyLook]) -> None:
        """One line for each copy; the newest that can be used is chosen."""
        self._looks = looks
        self.copies.clear()
        for look in looks:
            self.copies.addItem(QListWidgetItem(_line(look)))
        usable = [place for place, look in enumerate(looks) if not look.flaw]
        if usable:
            self.copies.setCurrentRow(usable[0])
        else:
            self.loss.setText(
                self.tr(
                    "There is no copy that can be used. Connect again to fetch everything anew;"
                    " payments that were recorded before are recognised in FreshBooks."
                )
            )
        self._check()
        self.copies.setFocus()

    def failed(self, error: object) -> None:
        """Nothing was changed; another copy may be chosen."""
        self._set_working(False)
        self.banner.tell_error(error)

    def done_with(self) -> None:
        """The copy is in place."""
        self._is_working = False
        self.accept()

    def _current(self) -> CopyLook | None:
        row = self.copies.currentRow()
        return self._looks[row] if 0 <= row < len(self._looks) else None

    def _show(self, _row: int) -> None:
        look = self._current()
        self.agreed.setChecked(False)
        self.loss.setText(_loss_text(look) if look is not None else "")
        self._check()

    def _check(self) -> None:
        look = self._current()
        usable = look is not None and not look.flaw and not self._is_working
        self.agreed.setEnabled(usable)
        self.restore.setEnabled(usable and self.agreed.isChecked())

    def _choose(self) -> None:
        look = self._current()
        if look is not None and not self._is_working:
            self.banner.tell(self.tr("Putting the copy back\u2026"), tone="info")
            self._set_working(True)
            self.chosen.emit(look)

    def _set_working(self, working: bool) -> None:  # noqa: FBT001 - a state, passed on
        self._is_working = working
        for widget in (self.copies, self.cancel, self.remove):
            widget.setEnabled(not working)
        self._check()

    def done(self, result: int) -> None:
        """Close, but not while a copy is put back."""
        if not self._is_working:
            super().done(result)


def _line(look: CopyLook) -> str:
    """As in: Nov 25, 2026 18:03 · 4.2 MB · 340 invoices, 180 payments, 60 bank lines."""
    parts = [formats.moment(look.copy.made_at), _size(look.copy.size)]
    if look.flaw:
        flaw = tr("cannot be used: {flaw}")
        parts.append(flaw.format(flaw=look.flaw))
    else:
        parts.append(
            ", ".join(
                (
                    formats.counted(
                        look.counts["invoices"],
                        tr("{n} invoice"),
                        tr("{n} invoices"),
                    ),
                    formats.counted(
                        look.counts["payments"],
                        tr("{n} payment"),
                        tr("{n} payments"),
                    ),
                    formats.counted(
                        look.counts["bank_lines"],
                        tr("{n} bank line"),
                        tr("{n} bank lines"),
                    ),
                )
            )
        )
    return " \u00b7 ".join(parts)


def _loss_text(look: CopyLook) -> str:
    if look.flaw:
        return tr("Choose another copy.")
    loss = look.loss
    if loss is None:
        return tr(
            "What was decided and imported after this copy was made is lost. How much that is"
            " cannot be told, since the company file cannot be read."
        )
    if not (loss.decisions or loss.bank_lines or loss.recorded):
        return tr("Nothing is lost: nothing was decided or recorded after it was made.")
    parts = []
    if loss.decisions:
        parts.append(
            formats.counted(
                loss.decisions,
                tr("{n} decision of yours"),
                tr("{n} decisions of yours"),
            )
        )
    if loss.bank_lines:
        parts.append(
            formats.counted(
                loss.bank_lines,
                tr("{n} imported bank line"),
                tr("{n} imported bank lines"),
            )
        )
    told = []
    if parts:
        told.append(tr("Lost would be: {what}.").format(what=", ".join(parts)))
    if loss.recorded:
        told.append(
            formats.counted(
                loss.recorded,
                tr("{n} write made since is found again by its mark, not made again."),
                tr("{n} writes made since are found again by their marks, not made again."),
            )
        )
    return " ".join(told)


def _size(count: int) -> str:
    """As in 4.2 MB, by the person's locale."""
    for step, unit in _STEPS:
        if count >= step:
            tenths = (count * 10 + step // 2) // step
            return f"{formats.decimal(f'{tenths // 10}.{tenths % 10}')} {unit}"
    return tr("less than 1 KB")
