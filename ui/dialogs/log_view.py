"""The log of the program: to read, to copy and to save. It holds no secrets, names or sums."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from fbrecon.errors import FileError
from fbrecon.log import read_log
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import metrics, texts
from ..context import Context
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel

_SHOWN: Final = 200_000  # characters; what is saved is the whole log


class LogDialog(QDialog):
    """Reads the log when it opens."""

    def __init__(self, context: Context, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._home = home
        self.setWindowTitle(self.tr("Log"))
        self.setAccessibleName(self.tr("Log"))
        self.resize(*metrics.HELP_SIZE)
        self.banner = Banner(context.theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Log, the newest line last"))
        self.text.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(metrics.FONT_SMALL_PIXELS)
        self.text.setFont(font)
        self.copy = Button(self.tr("Copy"), theme=context.theme, icon="copy", on_click=self._copy)
        self.save = Button(
            self.tr("Save\u2026"), theme=context.theme, icon="download", on_click=self._ask_where
        )
        self.close_ = Button(self.tr("Close"), role="primary", on_click=self.accept)
        self.close_.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_3)
        layout.addWidget(PlainLabel(self.tr("Log"), role="title"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "What happened, without secrets, names or sums. Whatever still looks like a"
                    " secret is taken out once more here."
                ),
                role="muted",
                wrap=True,
            )
        )
        layout.addWidget(self.banner)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)

        def work(_token: CancelToken, _report: ProgressFn) -> str:
            return read_log(home, _SHOWN)

        context.run(work, lane="net", owner=self, then=self._show, otherwise=self.banner.tell_error)

    def _show(self, log: str) -> None:
        lines = [texts.clean(line) for line in log.splitlines()]
        self.text.setPlainText("\n".join(lines) or self.tr("The log is empty."))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.show_text(self.tr("Copied"))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the log"), "fbrecon-log.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write all of the log to a file."""
        home = self._home

        def work(_token: CancelToken, _report: ProgressFn) -> None:
            try:
                path.write_text(read_log(home), encoding="utf-8")
            except OSError as error:
                raise FileError(
                    "The log could not be saved",
                    f"{path.name}: {error.strerror or type(error).__name__}.",
                    "Choose another place.",
                ) from error

        def saved(_done: None) -> None:
            told = self.tr("Saved as {name}.").format(name=path.name)
            self.banner.tell("", told, tone="success")

        self._context.run(
            work, lane="net", owner=self, then=saved, otherwise=self.banner.tell_error
        )
