"""The pages at the left, with the company's name above them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from .. import hotkeys, metrics, texts
from ..theme import Theme
from .company_button import CompanyButton
from .plain_label import Pill


class NavigationButton(QPushButton):
    """One page: an icon, its name, and a count where something waits."""

    def __init__(self, theme: Theme, icon: str, text: str, shortcut: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self._text = text
        self._shortcut = shortcut
        self._count = 0
        self._compact = False
        self.setProperty("role", "navigation")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIconSize(QSize(metrics.ICON, metrics.ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.badge = Pill(tone="solid")
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.badge.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, metrics.SPACE_2, 0)
        row.addStretch(1)
        row.addWidget(self.badge)
        theme.changed.connect(self._draw)
        self.toggled.connect(self._draw)
        self.set_compact(False)
        self._draw()

    def show_count(self, count: int) -> None:
        """A number at the right; none for zero."""
        self._count = count
        self.badge.setText("99+" if count > 99 else str(count))
        self._name()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, passed on
        """Icons only, where the window is narrow."""
        self._compact = compact
        self.setText("" if compact else f"  {texts.button(self._text)}")
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot on the icon stands for the count where there is no room for it."""
        super().paintEvent(event)
        if self._compact and self._count:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(self.width() - metrics.SPACE_3, metrics.SPACE_1, 8, 8)

    def _name(self) -> None:
        waiting = self.tr("{name}, {n} waiting").format(name=self._text, n=self._count)
        name = waiting if self._count else self._text
        self.setAccessibleName(name)
        self.setToolTip(texts.tooltip(f"{name} ({self._shortcut})"))
        self.badge.setVisible(bool(self._count) and not self._compact)
        self.update()

    def _draw(self) -> None:
        role = "accent" if self.isChecked() else "muted"
        self.setIcon(self._theme.icons.icon(self._icon_name, role))


class Navigation(QFrame):
    """`chosen(int)` is emitted with the page's place, `company_clicked()`, `help_clicked()`."""

    chosen = Signal(int)
    company_clicked = Signal()
    help_clicked = Signal()

    def __init__(
        self, theme: Theme, pages: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "navigation")
        self.setAccessibleName(self.tr("Pages"))
        self.company = CompanyButton(theme)
        self.company.clicked.connect(self.company_clicked)
        self.environment = Pill(tone="warning")
        self.environment.hide()
        badge = QHBoxLayout()
        badge.setContentsMargins(metrics.LOGO + 2 * metrics.SPACE_2 + 2, 0, 0, 0)
        badge.addWidget(self.environment)
        badge.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_3, metrics.SPACE_5 - 4, metrics.SPACE_3, metrics.SPACE_4
        )
        layout.setSpacing(metrics.SPACE_1)
        layout.addWidget(self.company)
        layout.addLayout(badge)
        layout.addSpacing(metrics.SPACE_4)
        self._compact = False
        self._group = QButtonGroup(self)
        self.buttons: list[NavigationButton] = []
        for place, (icon, text) in enumerate(pages):
            button = NavigationButton(theme, icon, text, hotkeys.PAGES[place])
            if place == len(pages) - 1:
                layout.addStretch(1)
            layout.addWidget(button)
            self._group.addButton(button, place)
            self.buttons.append(button)
        self.help = NavigationButton(theme, "question", self.tr("Help"), hotkeys.HELP)
        self.help.setCheckable(False)
        self.help.clicked.connect(self.help_clicked)
        layout.addWidget(self.help)
        self._group.idClicked.connect(self.chosen)
        self.set_compact(False)

    def show_company(self, name: str, environment: str) -> None:
        """The company, and a badge where these are not the real services."""
        self.company.show_name(name)
        label = environment[:1].upper() + environment[1:]
        self.environment.setText(texts.one_line(label))
        self.environment.setToolTip(
            self.tr("These are not the real services: nothing here touches real books.")
        )
        self._show_environment()

    def choose(self, place: int) -> None:
        """Mark a page as the one shown."""
        self.buttons[place].setChecked(True)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, passed on
        """Icons only, where the window is narrow."""
        self.company.set_compact(compact)
        self._compact = compact
        self._show_environment()
        self.setFixedWidth(
            metrics.NAVIGATION_COMPACT_WIDTH if compact else metrics.NAVIGATION_WIDTH
        )
        for button in (*self.buttons, self.help):
            button.set_compact(compact)

    def _show_environment(self) -> None:
        self.environment.setVisible(bool(self.environment.text()) and not self._compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the pages."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = (self._group.checkedId() + step) % len(self.buttons)
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(place)
