"""Where everything of a report stands on its pages: columns, lines, page breaks.

No row is parted by a page, save one that is longer than a page; heads stand on each page again; a
title stands with its first rows and a sum with the row above it. Lengths are points. It paints
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from fbrecon.domain.reports import RowKind
from fbrecon.reports.pages import PageRow, Pages, PageTable

TITLE, SUBTITLE, HEADING, TEXT, NOTE, CELL, STRONG = (
    "title",
    "subtitle",
    "heading",
    "text",
    "note",
    "cell",
    "strong",
)
_SUMS: Final = (RowKind.TOTAL, RowKind.SUBTOTAL)
_GAP: Final = 9.0  # between columns
_PAD: Final = 2.0  # above and below the lines of a row
_SPREAD_FROM: Final = 0.6  # a table that takes this much of the width takes all of it
_WIDE_HEAD: Final = 90.0
_WIDE_WORD: Final = 60.0
_NARROWEST: Final = 44.0  # what a column of text keeps where all is crowded
_BREAKS = re.compile(r"\s+|[^\s\-/]+[\-/]*|[\-/]+")


class Measure(Protocol):
    """How wide and how high letters are, by style."""

    def width(self, text: str, style: str) -> float:
        """The width of a text on one line."""
        ...

    def line(self, style: str) -> float:
        """The height of a line."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: `y` is the top of its line; with `at_right` x is its right edge."""

    x: float
    y: float
    text: str
    style: str
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line; `weight` is faint, strong, or head for the ground of a head."""

    x: float
    y: float
    width: float
    weight: str
    height: float = 0.0


@dataclass(slots=True)
class Page:
    """What is painted on one page, in order."""

    marks: list[Words | Rule] = field(default_factory=list)


def lay_out(pages: Pages, width: float, height: float, measure: Measure) -> list[Page]:
    """All pages of a report."""
    return _Layout(width, height, measure).set(pages)


class _Layout:
    def __init__(self, width: float, height: float, measure: Measure) -> None:
        self._width, self._height, self._measure = width, height, measure
        self._pages = [Page()]
        self._y = 0.0

    def set(self, pages: Pages) -> list[Page]:
        self._paragraph(pages.title, TITLE, after=1)
        self._paragraph(pages.subtitle, SUBTITLE, after=3)
        for fact in pages.facts:
            self._paragraph(fact, NOTE, after=0)
        self._y += 4
        for note in pages.notes:
            self._paragraph(note, TEXT, after=2)
        for table in pages.tables:
            self._table(table)
        return self._pages

    # ---- text

    def _paragraph(self, text: str, style: str, after: float) -> None:
        for line in wrap(text, self._width, style, self._measure):
            self._room(self._measure.line(style))
            self._put(Words(0, self._y, line, style))
            self._y += self._measure.line(style)
        self._y += after

    def _room(self, height: float) -> bool:
        """Begin a page where this does not fit on the one under way; whether it did."""
        if self._y + height <= self._height or not self._y:
            return False
        self._pages.append(Page())
        self._y = 0.0
        return True

    def _put(self, mark: Words | Rule) -> None:
        self._pages[-1].marks.append(mark)

    # ---- tables

    def _table(self, table: PageTable) -> None:
        heading = self._measure.line(HEADING)
        note = len(wrap(table.note, self._width, NOTE, self._measure)) if table.note else 0
        above = 14 if self._y else 0
        start = above + heading + 3 + note * self._measure.line(NOTE) + 3
        rows = _Rows(table, self._width, self._measure)
        self._room(start + (rows.head_height + rows.first_height if table.rows else 0))
        self._y += above if self._y else 0
        self._paragraph(table.title, HEADING, after=3)
        if table.note:
            self._paragraph(table.note, NOTE, after=3)
        if table.rows:
            self._head(rows)
        for place, row in enumerate(table.rows):
            self._row(rows, place, row)

    def _head(self, rows: _Rows) -> None:
        self._put(Rule(0, self._y, rows.width, "head", rows.head_height))
        self._cells(rows, rows.head, STRONG)
        self._y += rows.head_height
        rows.begin_page()

    def _row(self, rows: _Rows, place: int, row: PageRow) -> None:
        lines = rows.lines(place)
        height = rows.height_of(lines)
        with_next = height + (
            rows.height_of(rows.lines(place + 1)) if rows.is_sum(place + 1) else 0
        )
        if self._room(with_next):
            self._head(rows)
        style = CELL if row.kind in (RowKind.ROW, RowKind.DIFFERENCE) else STRONG
        most = int((self._height - self._y - 2 * _PAD) // self._measure.line(CELL))
        while max(map(len, lines)) > most:  # longer than a page: the only kind that is parted
            self._cells(rows, [cell[:most] for cell in lines], style)
            lines = [cell[most:] for cell in lines]
            self._pages.append(Page())
            self._y = 0.0
            self._head(rows)
            most = int((self._height - self._y - 2 * _PAD) // self._measure.line(CELL))
        if row.kind is RowKind.TOTAL:
            self._put(Rule(0, self._y, rows.width, "strong"))
        self._cells(rows, rows.quiet(place, lines), style)
        self._y += rows.height_of(lines)
        weight = "faint" if row.kind in (RowKind.ROW, RowKind.DIFFERENCE) else "strong"
        self._put(Rule(0, self._y, rows.width, weight))

    def _cells(self, rows: _Rows, cells: Sequence[Sequence[str]], style: str) -> None:
        height = self._measure.line(CELL)
        for column, x, width, lines in zip(
            rows.columns, rows.lefts, rows.widths, cells, strict=True
        ):
            for number, text in enumerate(lines):
                y = self._y + _PAD + number * height
                edge = x + width if column.at_right else x
                if text:
                    self._put(Words(edge, y, text, style, column.at_right))


class _Rows:
    """One table's columns with their widths, and its cells in lines."""

    def __init__(self, table: PageTable, width: float, measure: Measure) -> None:
        self.columns = table.columns
        self._rows, self._measure = table.rows, measure
        self.widths = _widths(table, width - 2 * _GAP / 2, measure)
        self.lefts = []
        x = _GAP / 2
        for own in self.widths:
            self.lefts.append(x)
            x += own + _GAP
        self.width = x - _GAP / 2
        self.head = [
            wrap(column.title, own, STRONG, measure)
            for column, own in zip(self.columns, self.widths, strict=True)
        ]
        self.head_height = self.height_of(self.head) + _PAD
        self._known: tuple[int, list[list[str]]] = (-1, [])
        self._last: list[str] = []

    @property
    def first_height(self) -> float:
        """What the first row needs, with a sum that follows."""
        second = self.height_of(self.lines(1)) if self.is_sum(1) else 0
        return self.height_of(self.lines(0)) + second if self._rows else 0

    def is_sum(self, place: int) -> bool:
        """Whether that row sums up those above it."""
        return 0 < place < len(self._rows) and self._rows[place].kind in _SUMS

    def lines(self, place: int) -> list[list[str]]:
        """The cells of a row, each in its lines."""
        if self._known[0] != place:
            row = self._rows[place]
            style = STRONG if row.kind in _SUMS else CELL
            widths = self._spread(row) if row.kind in _SUMS else self.widths
            cells = [
                wrap(text, own, style, self._measure) if column.may_wrap else [text]
                for column, own, text in zip(self.columns, widths, row.cells, strict=True)
            ]
            self._known = (place, cells)
        return self._known[1]

    def _spread(self, row: PageRow) -> list[float]:
        """The words of a sum may stand over the empty columns beside them."""
        widths = list(self.widths)
        for place in reversed(range(len(widths) - 1)):
            if not row.cells[place + 1]:
                widths[place] += _GAP + widths[place + 1]
        return widths

    def height_of(self, lines: Sequence[Sequence[str]]) -> float:
        """The height of a row with these lines."""
        return max(1, *map(len, lines)) * self._measure.line(CELL) + 2 * _PAD

    def begin_page(self) -> None:
        """On a new page everything is written again."""
        self._last = []

    def quiet(self, place: int, lines: list[list[str]]) -> list[list[str]]:
        """The lines without what stands above them already, in columns that say so."""
        row = self._rows[place]
        last, self._last = self._last, list(row.cells)
        if not last or row.kind is not RowKind.ROW:
            return lines
        return [
            [] if column.once and text == before else cell
            for column, text, before, cell in zip(self.columns, row.cells, last, lines, strict=True)
        ]


def _widths(table: PageTable, room: float, measure: Measure) -> list[float]:
    """What each column gets: numbers and days all they need, text what is left."""
    columns = table.columns
    room -= _GAP * (len(columns) - 1)
    texts = [place for place, column in enumerate(columns) if column.may_wrap]
    places = range(len(columns))
    wanted = [_natural(table, place, measure, usual=False) for place in places]
    if sum(wanted) > room:
        wanted = [_natural(table, place, measure, usual=True) for place in places]
    spare = room - sum(wanted)
    if spare < 0 and texts:
        return _squeezed(wanted, texts, room)
    if spare < room * (1 - _SPREAD_FROM) and texts:
        share = spare / len(texts)
        return [own + share if place in texts else own for place, own in enumerate(wanted)]
    return wanted


def _squeezed(wanted: list[float], texts: list[int], room: float) -> list[float]:
    """Take from the widest texts first, down to a level that all of them reach."""
    left = room - sum(own for place, own in enumerate(wanted) if place not in texts)
    level, widths = left, sorted(wanted[place] for place in texts)
    for number, own in enumerate(widths):
        level = left / (len(widths) - number)
        if own > level:
            break
        left -= own
    level = max(level, _NARROWEST)
    return [min(own, level) if place in texts else own for place, own in enumerate(wanted)]


def _natural(table: PageTable, place: int, measure: Measure, *, usual: bool) -> float:
    """The width at which no cell breaks; `usual` asks of text only that nine cells in ten do not,
    so that one long one does not squeeze the other columns.
    """
    column = table.columns[place]
    words = max(measure.width(word, STRONG) for word in column.title.split())
    cells = sorted(
        measure.width(row.cells[place], CELL if row.kind is RowKind.ROW else STRONG)
        for row in table.rows
        # The words of a sum may spill over; those of a table that begins with one are its lines.
        if row.kind not in _SUMS or not column.may_wrap or table.rows[0].kind in _SUMS
    )
    if not cells or not column.may_wrap:
        return max([words, *cells]) + 0.5
    head = min(measure.width(column.title, STRONG), _WIDE_HEAD)
    if not usual:
        return max(head, words, cells[-1]) + 0.5
    parts = {part for row in table.rows for part in _BREAKS.findall(row.cells[place])}
    unbroken = max((measure.width(part, CELL) for part in parts), default=0.0)
    return max(words, head, cells[-(-len(cells) * 9 // 10) - 1], min(unbroken, _WIDE_WORD)) + 0.5


def wrap(text: str, width: float, style: str, measure: Measure) -> list[str]:
    """The text in lines that fit: parted at blanks, after hyphens and strokes, else anywhere."""
    if measure.width(text, style) <= width:
        return [text]

    def fits(part: str) -> bool:
        return measure.width(part, style) <= width

    return list(_wrapped(text, fits))


def _wrapped(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    line = ""
    for token in _BREAKS.findall(text):
        part = " " if token.isspace() else token
        if fits((line + part).rstrip()):
            line += part
            continue
        if line.strip():
            yield line.rstrip()
        line = "" if part == " " else part
        while line and not fits(line):
            end = next((n for n in range(len(line), 1, -1) if fits(line[:n])), 1)
            yield line[:end]
            line = line[end:]
    if line.strip():
        yield line.rstrip()
