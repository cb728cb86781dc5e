"""Every distance and size of the window, in logical pixels: the only place that has them."""

from __future__ import annotations

from typing import Final

SPACE_1: Final = 4
SPACE_2: Final = 8
SPACE_3: Final = 12
SPACE_4: Final = 16
SPACE_5: Final = 24
SPACE_6: Final = 32

RADIUS: Final = 10
RADIUS_SMALL: Final = 6

ICON: Final = 20
ICON_SMALL: Final = 16
ICON_LARGE: Final = 40
LOGO: Final = 26

NAVIGATION_WIDTH: Final = 236
NAVIGATION_COMPACT_WIDTH: Final = 64
COMPACT_BELOW: Final = 860  # a window narrower than this shows icons only
ONE_COLUMN_BELOW: Final = 720  # a page narrower than this stacks its cards
PAGE_WIDTH: Final = 1120

WINDOW_SIZE: Final = (1240, 820)
WINDOW_MINIMUM: Final = (560, 420)
DIALOG_WIDTH: Final = 520
SENTENCE_WIDTH: Final = 460
SENTENCE_MINIMUM: Final = 240
CHOICE_SIZE: Final = (520, 460)
SIGN_IN_SIZE: Final = (560, 720)
WIZARD_SIZE: Final = (720, 620)
PAPER_SIZE: Final = (720, 600)
UNDO_SIZE: Final = (560, 420)
RESTORE_SIZE: Final = (560, 540)
HELP_SIZE: Final = (920, 680)

CONTROL_HEIGHT: Final = 34
DAY_WIDTH: Final = 130
DETAIL_HEIGHT: Final = 300
STRIP_HEIGHT: Final = 132
FIGURES_IN_ROW_ABOVE: Final = 640  # a card narrower than this stacks its sums
STORY_STRIP_HEIGHT: Final = 330
STRIP_ONE_ROW_ABOVE: Final = 640
BANK_PANEL_MINIMUM: Final = 372
BANK_SIDES: Final = (548, 396)  # the lines, and what the current one shows
PATIENCE_MS: Final = 250  # how long a table waits for what it would otherwise show twice
ROW_HEIGHT: Final = 36
MENU_ROW_HEIGHT: Final = 52
MENU_WIDTH: Final = 320
CELL_MARGIN: Final = 12
PILL_HEIGHT: Final = 20
PILL_MARGIN: Final = 8

FONT_PIXELS: Final = 13
FONT_SMALL_PIXELS: Final = 12
FONT_TITLE_PIXELS: Final = 15
FONT_PAGE_PIXELS: Final = 22
