"""The style sheet: shapes and spacing. `$names` are roles of `Colours` and sizes of `metrics`.

Widgets say what they are by `role` and `tone` properties; they never carry a style of their own.
"""

from __future__ import annotations

from typing import Final

STYLE_SHEET: Final = """
QMainWindow, QDialog, QWizard, QWizardPage, QWidget[role="page"] { background: $window; }
QScrollArea[role="page"], QScrollArea[role="page"] > QWidget > QWidget { background: $window; }
QScrollArea[role="plain"], QScrollArea[role="plain"] > QWidget > QWidget { background: $surface; }
QScrollArea { border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QLabel { background: transparent; color: $text; }
QLabel[role="page-title"] { font-size: ${font_page_pixels}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${font_title_pixels}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${font_small_pixels}px; }
QLabel[role="figure"] { font-size: ${font_page_pixels}px; font-weight: 600; }
QLabel[role="problem"] { color: $danger; }

QFrame[role="card"] {
    background: $surface; border: 1px solid $border; border-radius: ${radius}px;
}
QFrame[role="line"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="banner"] { border-radius: ${radius_small}px; border: 0; }
QFrame[role="banner"][tone="info"] { background: $accent_soft; }
QFrame[role="banner"][tone="success"] { background: $success_soft; }
QFrame[role="banner"][tone="warning"] { background: $warning_soft; }
QFrame[role="banner"][tone="danger"] { background: $danger_soft; }

QFrame[role="toast"] {
    background: $accent_soft; border: 1px solid $accent; border-radius: ${radius_small}px;
}
QFrame[role="toast"] QPushButton { background: transparent; border: 0; }

QLabel[role="pill"] {
    border-radius: 9px; padding: 1px ${pill_margin}px; font-size: ${font_small_pixels}px;
    font-weight: 600; min-height: 16px;
}
QLabel[role="pill"][tone="neutral"] { color: $neutral; background: $neutral_soft; }
QLabel[role="pill"][tone="info"] { color: $accent; background: $accent_soft; }
QLabel[role="pill"][tone="success"] { color: $success; background: $success_soft; }
QLabel[role="pill"][tone="warning"] { color: $warning; background: $warning_soft; }
QLabel[role="pill"][tone="danger"] { color: $danger; background: $danger_soft; }
QLabel[role="pill"][tone="solid"] { color: $accent_text; background: $accent; }

QPushButton {
    background: $surface; color: $text; border: 1px solid $control_border;
    border-radius: ${radius_small}px; padding: 0 14px; min-height: ${control_height}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; }
QPushButton:disabled { color: $muted; border-color: $border; background: $sunken; }
QPushButton[role="primary"] {
    background: $accent; color: $accent_text; border: 1px solid $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled {
    background: $sunken; color: $muted; border-color: $border;
}
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 0 6px;
    text-align: left;
}
QPushButton[role="link"]:hover { color: $accent_hover; background: $hover; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 0 5px; }
QPushButton[role="row-link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 0 6px;
    min-height: 16px;
}
QPushButton[role="row-link"]:hover { color: $accent_hover; background: $hover; }
QPushButton[role="row-link"]:focus { border: 2px solid $accent; padding: 0 5px; }
QPushButton[role="icon"] { padding: 0; min-width: ${control_height}px; }
QPushButton[role="icon"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QFrame[role="navigation"] { background: $surface; border: 0; border-right: 1px solid $border; }
QPushButton[role="navigation"] {
    background: transparent; border: 2px solid transparent; border-radius: ${radius_small}px;
    text-align: left; padding: 0 10px; min-height: 36px; color: $text;
}
QPushButton[role="navigation"]:hover { background: $hover; }
QPushButton[role="navigation"]:checked {
    background: $accent_soft; color: $accent; font-weight: 600;
}
QPushButton[role="navigation"]:focus { border: 2px solid $accent; }

QPushButton[role="company"] {
    background: transparent; border: 2px solid transparent; border-radius: ${radius_small}px;
    padding: 0; text-align: left;
}
QPushButton[role="company"]:hover { background: $hover; }
QPushButton[role="company"]:pressed { background: $sunken; }
QPushButton[role="company"]:focus { border: 2px solid $accent; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {
    background: $surface; color: $text; border: 1px solid $control_border;
    border-radius: ${radius_small}px; padding: 0 10px; min-height: ${control_height}px;
    selection-background-color: $accent; selection-color: $accent_text;
    placeholder-text-color: $muted;
}
QPlainTextEdit { padding: 6px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {
    border: 2px solid $accent; padding: 0 9px;
}
QPlainTextEdit:focus { padding: 5px 7px; }
QLineEdit:disabled, QComboBox:disabled {
    color: $muted; background: $sunken; border-color: $border;
}
QLineEdit[role="address"] { background: $sunken; border-color: $border; }
QLineEdit[invalid="true"] { border: 2px solid $danger; padding: 0 9px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url(:/icons/chevron-menu.svg); width: 16px; height: 16px;
}
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $control_border; outline: 0;
    selection-background-color: $accent; selection-color: $accent_text; padding: 4px;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QCheckBox, QRadioButton { background: transparent; color: $text; spacing: 8px; padding: 2px; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $control_border; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url(:/icons/$check_icon.svg);
}
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; background: $accent_text;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $border; background: $sunken;
}
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox:focus, QRadioButton:focus {
    border: 2px solid $accent; border-radius: ${radius_small}px; padding: 0;
}

QProgressBar {
    background: $sunken; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QTextBrowser[role="help"] {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    selection-background-color: $accent; selection-color: $accent_text;
}
QTextBrowser[role="help"]:focus { border: 1px solid $accent; }

QListWidget {
    background: $surface; color: $text; border: 1px solid $control_border; outline: 0;
    border-radius: ${radius_small}px; padding: 4px;
}
QListWidget:focus { border: 2px solid $accent; padding: 3px; }
QListWidget::item { border-radius: 4px; padding: 0 8px; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QListWidget::indicator {
    width: 16px; height: 16px; border: 1px solid $control_border; border-radius: 4px;
    background: $surface;
}
QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url(:/icons/$check_icon.svg);
}
QListWidget[role="payouts"]::item, QListWidget[role="topics"]::item { padding: 6px 8px; }
QMessageBox QLabel#qt_msgbox_label { font-size: ${font_title_pixels}px; font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: ${sentence_width}px; }

QTableView {
    background: $surface; border: 1px solid $border; border-radius: ${radius}px;
    gridline-color: transparent; outline: 0; selection-background-color: $accent_soft;
    selection-color: $text;
}
QTableView:focus { border: 1px solid $accent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
    background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border;
    padding: 0 ${cell_margin}px; min-height: 34px; font-size: ${font_small_pixels}px;
    font-weight: 600;
}
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $surface; border: 0; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $control_border; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QFrame[role="menu"] { background: $surface; border: 1px solid $control_border; }
QListWidget[role="menu"], QListWidget[role="menu"]:focus {
    background: $surface; border: 0; border-radius: 0; padding: 4px;
}
QMenu { background: $surface; color: $text; border: 1px solid $control_border; padding: 4px; }
QMenu::item { padding: 7px 20px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QToolTip {
    background: $text; color: $surface; border: 0; padding: 5px 8px;
}
"""
