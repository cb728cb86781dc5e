"""A report on paper: whole rows, heads on each page, and every figure to be read there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fbrecon.domain.reports import Column, ColumnKind, Report, Row, RowKind, Table
from fbrecon.reports.pages import PageColumn, PageRow, Pages, PageTable, make_pages
from fbrecon.sync.progress import CancelToken, ProgressFn
from tests.fakes.sample_reports import a_report, usd
from tests.gui.conftest import settle
from ui import paper
from ui.context import Context
from ui.paper_layout import CELL, STRONG, Page, Rule, Words, lay_out, wrap


class Typewriter:
    """Each letter is 5 wide and 10 high."""

    def width(self, text: str, style: str) -> float:
        return 5.0 * len(text)

    def line(self, style: str) -> float:
        return 10.0


LETTERS = Typewriter()


def long_report(rows: int = 120) -> Report:
    columns = (
        Column("id", "Id"),
        Column("why", "Why"),
        Column("amount", "Amount", ColumnKind.MONEY),
    )
    made = [
        Row({"id": f"pay_{n}", "why": f"row {n} " + "word " * (n % 40), "amount": usd(-100 * n)})
        for n in range(rows)
    ]
    made.append(Row({"id": "Total", "amount": usd(-1)}, RowKind.TOTAL, "USD", "total"))
    return replace(a_report(), tables=(Table("long", "Long", columns, tuple(made)),))


def pdf(report: Report) -> list[str]:
    """The text of each page, read back."""
    data = paper.print_pages(make_pages(report))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return [document.getAllText(n).text() for n in range(document.pageCount())]


def words(page: Page, style: str = CELL) -> list[Words]:
    return [m for m in page.marks if isinstance(m, Words) and m.style == style]


def pages_of(*rows: PageRow, columns: tuple[PageColumn, ...] | None = None) -> Pages:
    usual = (PageColumn("Id"), PageColumn("Amount", at_right=True, may_wrap=False))
    table = PageTable("Rows", "", columns or usual, rows)
    return Pages("name", "Title", "Business", (), (), (table,), "foot")


def test_every_figure_can_be_read_back_from_the_pdf(qapp: QApplication) -> None:
    report = a_report()
    text = " ".join(" ".join(pdf(report)).split())
    for table in make_pages(report).tables:
        assert table.title in text
        for row in table.rows:
            for cell in row.cells:
                if "\uff1d" in cell:
                    continue  # not every font has the full-width signs
                assert " ".join(cell.split()) in text, (table.title, cell)
    assert "Harbour & Pine Studio" in text


def test_the_windows_lanes_can_print(context: Context, qtbot: QtBot) -> None:
    """Saving is work of a lane, which is not the thread of the window."""
    pages, made = make_pages(a_report()), list[bytes]()
    owner = QWidget()
    qtbot.addWidget(owner)

    def work(_token: CancelToken, _report: ProgressFn) -> bytes:
        return paper.print_pages(pages)

    context.run(work, lane="net", owner=owner, then=made.append)
    settle(qtbot, context)
    assert made
    assert made[0].startswith(b"%PDF")


def test_each_page_says_whose_it_is_and_how_many_there_are(qapp: QApplication) -> None:
    texts = pdf(long_report())
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert "2026-03-01 to 2026-03-31" in text
        assert "made 2026-04-01T09:30:00Z" in text


@pytest.mark.parametrize(
    ("name", "paper_name"), [("en_US", "Letter"), ("en_CA", "Letter"), ("de_DE", "A4")]
)
def test_the_country_chooses_the_paper(
    monkeypatch: pytest.MonkeyPatch, name: str, paper_name: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(name)))
    assert paper._paper().name == paper_name


def test_no_row_is_parted_and_heads_stand_on_each_page() -> None:
    made = lay_out(make_pages(long_report()), 400, 300, LETTERS)
    assert len(made) > 3
    seen: list[str] = []
    for page in made:
        heads = [m.text for m in words(page, STRONG) if m.text in ("Id", "Why", "Amount")]
        assert heads == ["Id", "Why", "Amount"]
        tops = {m.text: m.y for m in words(page)}
        ids = [text for text in tops if text.startswith("pay_")]
        seen += ids
        # As many words as the row has stand on the page that its id stands on.
        for name in ids:
            number = int(name.removeprefix("pay_"))
            own = " ".join(m.text for m in words(page) if m.x > 40).split(f"row {number} ")
            assert len(own) == 2 or number % 40 == 0
            told = own[1].split("row ")[0] if len(own) == 2 else ""
            assert told.count("word") == number % 40
        assert max(m.y + (10 if isinstance(m, Words) else m.height) for m in page.marks) <= 300
    assert seen == [f"pay_{n}" for n in range(120)]


def test_a_sum_never_stands_alone_at_the_top_of_a_page() -> None:
    for count in range(1, 60):
        rows = [PageRow((f"p{n}", "1.00")) for n in range(count)]
        total = PageRow(("Total", "9.00"), RowKind.TOTAL)
        made = lay_out(pages_of(*rows, total), 300, 200, LETTERS)
        last = [m.text for m in words(made[-1])]
        assert f"p{count - 1}" in last


def test_numbers_end_at_the_same_edge_and_are_never_broken() -> None:
    rows = [PageRow(("x" * 300, text)) for text in ("1.00", "−1,234,567.00")]
    (page, *_) = lay_out(pages_of(*rows), 300, 400, LETTERS)
    numbers = [m for m in words(page) if m.at_right]
    assert [m.text for m in numbers] == ["1.00", "−1,234,567.00"]
    assert len({m.x for m in numbers}) == 1
    assert all(m.x <= 300 for m in numbers)
    assert all(m.x + 5 * len(m.text) <= 300 for m in words(page) if not m.at_right)


def test_a_row_longer_than_a_page_is_the_only_one_that_is_parted_and_loses_nothing() -> None:
    text = " ".join(f"w{n}" for n in range(600))
    made = lay_out(pages_of(PageRow((text, "1.00"))), 120, 150, LETTERS)
    assert len(made) > 2
    found = [m.text for page in made for m in words(page) if not m.at_right]
    assert " ".join(found) == text


def test_what_stands_above_is_written_again_on_a_new_page_only() -> None:
    columns = (PageColumn("Payout", once=True), PageColumn("Amount", at_right=True))
    rows = [PageRow(("out_1", f"{n}.00")) for n in range(40)]
    made = lay_out(pages_of(*rows, columns=columns), 300, 200, LETTERS)
    assert [sum(m.text == "out_1" for m in words(page)) for page in made] == [1] * len(made)


def test_lines_part_at_blanks_and_hyphens_and_else_anywhere() -> None:
    assert wrap("one two three", 40, CELL, LETTERS) == ["one two", "three"]
    assert wrap("aaaa-bbbb-cccc", 50, CELL, LETTERS) == ["aaaa-bbbb-", "cccc"]
    assert wrap("abcdefghij", 20, CELL, LETTERS) == ["abcd", "efgh", "ij"]
    assert wrap("", 20, CELL, LETTERS) == [""]


def test_rules_stay_within_the_page() -> None:
    for page in lay_out(make_pages(long_report()), 400, 300, LETTERS):
        rules = [m for m in page.marks if isinstance(m, Rule)]
        assert rules
        assert all(m.x >= 0 and m.x + m.width <= 400.01 for m in rules)
