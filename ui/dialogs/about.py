"""About fbrecon: versions, licence, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from fbrecon import __version__
from fbrecon.app.program_facts import list_libraries

from .. import metrics, texts
from ..context import Context
from ..widgets.buttons import Button
from ..widgets.icon_label import IconLabel
from ..widgets.plain_label import PlainLabel


class AboutDialog(QDialog):
    """Nothing here changes anything."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About fbrecon"))
        self.setAccessibleName(self.tr("About fbrecon"))
        self.resize(*metrics.RESTORE_SIZE)
        told = dict(context.facts.versions) | {"fbrecon": __version__, "Qt": qVersion()}
        self._versions = "\n".join(f"{name} {version}" for name, version in told.items())
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_3)
        head.addWidget(IconLabel(context.theme, "logo", "accent", metrics.ICON_LARGE))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel("fbrecon", role="page-title"))
        words.addWidget(
            PlainLabel(
                self.tr("Keeps FreshBooks and Alternative Payments in step, and shows it."),
                role="muted",
                wrap=True,
            )
        )
        head.addLayout(words, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.SPACE_5)
        grid.setVerticalSpacing(metrics.SPACE_1)
        grid.setColumnStretch(1, 1)
        for row, (name, version) in enumerate(told.items()):
            grid.addWidget(PlainLabel(name, role="muted"), row, 0)
            grid.addWidget(PlainLabel(version, selectable=True), row, 1)
        self.libraries = QListWidget()
        self.libraries.setProperty("role", "topics")
        self.libraries.setAccessibleName(self.tr("Libraries and their licences"))
        for library in list_libraries():
            self.libraries.addItem(texts.one_line(f"{library.name} \u00b7 {library.licence}"))
        self.copy = Button(
            self.tr("Copy versions"), role="link", theme=context.theme, icon="copy",
            on_click=self._copy,
        )  # fmt: skip
        self.close_ = Button(self.tr("Close"), role="primary", on_click=self.accept)
        self.close_.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addLayout(head)
        layout.addLayout(grid)
        for sentence in (
            self.tr(
                "MIT licence. It is not a product of FreshBooks or of Alternative Payments; both"
                " names belong to their owners."
            ),
            self.tr("It is made with these libraries, and thanks those who write them:"),
        ):
            layout.addWidget(PlainLabel(sentence, wrap=True))
        layout.addWidget(self.libraries, 1)
        layout.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._versions)
        self.copy.show_text(self.tr("Copied"))
