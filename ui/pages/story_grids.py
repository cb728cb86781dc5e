"""What every detail shows of a story: both sides beside each other, and what happened when."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from fbrecon.domain.stories import Compared, Happening, Side, Story
from fbrecon.wording import said

from .. import formats, metrics
from ..actions import Actions
from ..language import tr
from ..tables import story_words, words
from ..widgets.buttons import Button
from ..widgets.page import line
from ..widgets.plain_label import Pill, PlainLabel

MOST: Final = 60  # what happened: the newest of it
_TOP: Final = Qt.AlignmentFlag.AlignTop
_TONES: Final = {Side.FRESHBOOKS: "info", Side.PLATFORM: "success"}


def sides_grid(story: Story) -> QGridLayout:
    """One row a fact; where the two sides state it differently, a word says so."""
    kind = story.item.partition("_")[0]
    grid = QGridLayout()
    grid.setHorizontalSpacing(metrics.SPACE_5)
    grid.setVerticalSpacing(metrics.SPACE_1 + 2)
    heads = (tr("Both sides"), tr("FreshBooks"), tr("Platform"))
    for column, text in enumerate(heads):
        grid.addWidget(PlainLabel(text, role="small"), 0, column)
    grid.addWidget(line(), 1, 0, 1, 4)
    for column, stretch in ((1, 2), (2, 2), (3, 1)):
        grid.setColumnStretch(column, stretch)
    for place, row in enumerate(story.compared, 2):
        _side_row(grid, place, kind, row)
    return grid


def _side_row(grid: QGridLayout, place: int, kind: str, row: Compared) -> None:
    name, told = story_words.fact(row.what), story_words.values(kind, row)
    grid.addWidget(PlainLabel(name, role="muted"), place, 0, _TOP)
    for column, (text, head) in enumerate(
        zip(told, (tr("FreshBooks"), tr("Platform")), strict=True), 1
    ):
        label = PlainLabel(text, wrap=True, selectable=True)
        label.setAccessibleName(f"{name}, {head}: {text}")
        grid.addWidget(label, place, column, _TOP)
    if row.differs:
        grid.addWidget(Pill(tr("Differs"), "warning"), place, 3, _TOP)


def timeline(story: Story, actions: Actions | None) -> QGridLayout:
    """What happened, oldest first; a write's line leads to its receipt."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(metrics.SPACE_4)
    grid.setVerticalSpacing(metrics.SPACE_2)
    grid.setColumnStretch(2, 1)
    grid.addWidget(PlainLabel(tr("What happened"), role="small"), 0, 0, 1, 3)
    grid.addWidget(line(), 1, 0, 1, 4)
    place = 2
    hidden = len(story.happenings) - MOST
    if hidden > 0:
        more = formats.counted(hidden, tr("{n} earlier step"), tr("{n} earlier steps"))
        grid.addWidget(PlainLabel(more, role="muted"), place, 0, 1, 3)
        place += 1
    shown = story.happenings[-MOST:]
    last_write = {one.item: one for one in shown if one.item.startswith("act_")}
    for one in shown:
        _step(grid, place, one, actions if last_write.get(one.item) is one else None)
        place += 1
    if not shown:
        grid.addWidget(PlainLabel(tr("Nothing yet."), role="muted"), place, 0, 1, 3)
    return grid


def _step(grid: QGridLayout, place: int, one: Happening, actions: Actions | None) -> None:
    grid.addWidget(PlainLabel(story_words.when(one), role="muted"), place, 0, _TOP)
    where = Pill(story_words.side(one.where), _TONES.get(one.where, "neutral"))
    grid.addWidget(where, place, 1, _TOP)
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(PlainLabel(story_words.happening(one), wrap=True, selectable=True))
    why = said(one.why)
    if one.who == "person":
        why = f"{words.who(one.who)}: {why}" if why else words.who(one.who)
    if why:
        told.addWidget(PlainLabel(why, role="small", wrap=True, selectable=True))
    grid.addLayout(told, place, 2)
    if actions is not None:
        item, about = one.item, story_words.happening(one)
        button = Button(tr("Receipt"), role="link", on_click=lambda: actions.show_receipt(item))
        button.setAccessibleName(tr("Receipt of {what}").format(what=about))
        grid.addWidget(button, place, 3, _TOP)
