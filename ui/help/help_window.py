"""The help beside the work: topics and search at the left, the page at the right.

It shows what the program brings and nothing else: no address is loaded, a web address opens in the
person's own browser after a click.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from .. import hotkeys, metrics, texts
from ..theme import Theme
from ..widgets.buttons import Button, IconButton
from .pages import FIRST, HelpPage, address, all_pages, search

_ADDRESS: Final = Qt.ItemDataRole.UserRole


class HelpText(QTextBrowser):
    """A page. `wanted(str)` is emitted with the address of a link."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "help")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Help page"))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.document().setDocumentMargin(metrics.SPACE_5)
        self.anchorClicked.connect(lambda url: self.wanted.emit(url.toString()))
        self.page: HelpPage | None = None

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is loaded, from here or from anywhere."""
        return None

    def show_page(self, page: HelpPage, section: str = "") -> None:
        """Show the page from its beginning, or from a section."""
        self.page = page
        self.document().setMarkdown(page.markdown)
        self._dress()
        found = page.find_section(section)
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)
        if found is not None:
            self._scroll_to(found.place)

    def _scroll_to(self, place: int) -> None:
        headings = [block for block in self._blocks() if block.blockFormat().headingLevel()]
        cursor = QTextCursor(headings[place])
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(headings[place]).top()
        self.verticalScrollBar().setValue(int(top) - metrics.SPACE_3)

    def _blocks(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _dress(self) -> None:
        """Sizes and distances of the window; Qt's own are those of a letter."""
        sizes = {
            1: metrics.FONT_PAGE_PIXELS,
            2: metrics.FONT_TITLE_PIXELS,
            3: metrics.FONT_PIXELS,
        }
        for block in self._blocks():
            cursor = QTextCursor(block)
            form = QTextBlockFormat(block.blockFormat())
            level = form.headingLevel()
            form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if level:
                form.setTopMargin(0 if level == 1 else metrics.SPACE_4)
                form.setBottomMargin(metrics.SPACE_2)
                words = QTextCharFormat()
                words.setProperty(QTextCharFormat.Property.FontPixelSize, sizes.get(level, 13))
                words.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 0)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(words)
            elif cursor.currentTable() is not None:
                form.setBottomMargin(0)
            elif cursor.currentList() is not None:
                form.setBottomMargin(metrics.SPACE_1)
            else:
                form.setBottomMargin(metrics.SPACE_2 + 2)
            QTextCursor(block).setBlockFormat(form)
        for table in self._tables(self.document().rootFrame()):
            shape = QTextTableFormat(table.format())
            shape.setBorder(0)
            shape.setCellSpacing(0)
            shape.setCellPadding(metrics.SPACE_2 - 2)
            shape.setTopMargin(metrics.SPACE_1)
            shape.setBottomMargin(metrics.SPACE_3)
            shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            table.setFormat(shape)
            for row in range(0, table.rows(), 2):  # every other row, the headings first
                for column in range(table.columns()):
                    cell = table.cellAt(row, column)
                    ground = QTextTableCellFormat(cell.format().toTableCellFormat())
                    ground.setBackground(self._theme.colour("sunken" if row == 0 else "hover"))
                    cell.setFormat(ground)

    def _tables(self, frame: QTextFrame) -> list[QTextTable]:
        children = frame.childFrames()
        return [child for child in children if isinstance(child, QTextTable)]


class HelpWindow(QWidget):
    """A window of its own, so that it stays beside what it explains."""

    def __init__(self, theme: Theme, open_link: Callable[[str], object]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._open_link = open_link
        self._past: list[str] = []
        self._here = address(FIRST)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=True)
        self.setWindowTitle(self.tr("Help \u2013 fbrecon"))
        self.setAccessibleName(self.tr("Help"))
        self.resize(*metrics.HELP_SIZE)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Search the help"))
        self.words.setAccessibleName(self.tr("Search the help"))
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Topics"))
        self.list.setProperty("role", "topics")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = HelpText(theme)
        self.back = IconButton(theme, "arrow-left", self.tr("Back"))
        self.back.clicked.connect(lambda: self.go_back())
        self.first = Button(
            self.tr("Contents"), role="link", on_click=lambda: self.open(address(FIRST))
        )
        top = QHBoxLayout()
        top.setSpacing(metrics.SPACE_2)
        top.addWidget(self.back)
        top.addWidget(self.first)
        top.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(metrics.SPACE_3)
        left.addLayout(top)
        left.addWidget(self.words)
        left.addWidget(self.list, 1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(metrics.NAVIGATION_WIDTH + metrics.SPACE_5)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_4] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(side)
        layout.addWidget(self.text, 1)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._open_first)
        self.list.currentItemChanged.connect(self._chosen)
        self.text.wanted.connect(self.follow)
        for keys, act in (
            (hotkeys.BACK, self.go_back),
            (hotkeys.FIND, self.words.setFocus),
            (hotkeys.CLOSE, self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        theme.changed.connect(self._show)
        self._fill()
        self._show()

    def open(self, where: str) -> None:
        """Show a page by its address, and bring the window to the front."""
        self._go(where)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def follow(self, target: str) -> None:
        """A link: another page, or a web address for the person's own browser."""
        if "://" in target:
            self._open_link(target)
        else:
            self._go(target)

    def go_back(self) -> None:
        """The page that was shown before."""
        if self._past:
            self._here = self._past.pop()
            self._show()

    def _go(self, where: str) -> None:
        if where != self._here:
            self._past.append(self._here)
            self._here = where
        self._show()

    def _show(self) -> None:
        name, _, section = self._here.partition(".md")
        page = all_pages()[name]
        self.text.show_page(page, section.removeprefix("#"))
        self.back.setEnabled(bool(self._past))
        self._mark(name)

    def _mark(self, name: str) -> None:
        if self.words.text().strip():
            return
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(_ADDRESS) == address(name):
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        words = self.words.text().strip()
        if words:
            for found in search(words):
                page, heading = found.page.title, found.section.heading
                head = page if heading == page else f"{page} \u203a {heading}"
                self._add(f"{head}\n{found.snippet}", found.address)
            if not self.list.count():
                self.list.addItem(self.tr("Nothing is found. Try another word."))
                self.list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            for page_ in all_pages().values():
                self._add(page_.title, address(page_.name))
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self._mark(self._here.partition(".md")[0])

    def _add(self, text: str, where: str) -> None:
        item = QListWidgetItem(texts.clean(text))
        item.setData(_ADDRESS, where)
        self.list.addItem(item)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        where = item.data(_ADDRESS) if item is not None else None
        if isinstance(where, str):
            self._go(where)

    def _open_first(self) -> None:
        if self.list.count() and self.words.text().strip():
            self.list.setCurrentRow(0)
            self.text.setFocus()
