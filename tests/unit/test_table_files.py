"""Tables in files: encodings, dialects, headers, broken rows, bounds, mappings."""

from __future__ import annotations

import pytest

from fbrecon.errors import BadFile, WrongUsage
from fbrecon.table_files import records, text
from fbrecon.table_files.days import DayOrder
from fbrecon.table_files.mapping import Mapping, TableKind
from fbrecon.table_files.records import Table, read_table
from fbrecon.table_files.sheet import Sheet
from fbrecon.table_files.text import decode
from tests.fakes.table_samples import built_in, table

HEADER = ("date", "amount")
BANK = built_in("plain", TableKind.BANK)


def read(content: str) -> Table:
    return read_table(content, lambda cells: set(HEADER) <= set(cells), "It needs both.")


def cells(found: Table) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in found.rows]


# ---- letters


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_utf8_its_mark_and_the_western_encoding_are_read(encoding: str) -> None:
    assert decode("Zoë – €5".encode(encoding)) == "Zoë – €5"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        ("a,b".encode("utf-16"), "UTF-16"),
        ("a,b".encode("utf-16-le"), "no text"),
        ("a,b".encode("utf-32"), "UTF-32"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest", "spreadsheet"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "packed"),
        (b"a,b\x00c", "no text has"),
        (b"a,b\x81c", "neither UTF-8"),
    ],
)
def test_what_is_no_such_text_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(BadFile, match=why):
        decode(data)


def test_too_large_a_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MAX_BYTES", 10)
    with pytest.raises(BadFile, match="11 bytes"):
        decode(b"x" * 11)


# ---- rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_each_delimiter_and_line_end_is_found(delimiter: str, newline: str) -> None:
    content = table("date,amount,note", "a,1,x", "b,2,y", delimiter=delimiter, newline=newline)
    found = read(content.decode())
    assert cells(found) == [(2, ("a", "1", "x")), (3, ("b", "2", "y"))]
    assert found.dialect.delimiter == delimiter


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    found = read('date,amount\n"two\nlines",1\n\n,,\nb,2\n')
    assert cells(found) == [(2, ("two\nlines", "1")), (5, ("b", "2"))]


def test_lines_of_a_bank_before_the_header_are_passed_over() -> None:
    found = read("Account;12-34\nFrom;2026\n\ndate;amount\n1;2\n")
    assert found.header.number == 4
    assert cells(found) == [(5, ("1", "2"))]


def test_single_quotation_marks_are_a_dialect_too() -> None:
    found = read("'date';'amount'\n'it''s; so';'1'\n")
    assert cells(found) == [(2, ("it's; so", "1"))]


def test_other_characters_that_part_lines_elsewhere_stay_in_their_cell() -> None:
    found = read("date,amount\na\u2028b\x0bc\x85d,1\n")
    assert cells(found) == [(2, ("a\u2028b\x0bc\x85d", "1"))]


def test_a_header_that_is_not_there_is_told_with_what_is() -> None:
    with pytest.raises(BadFile, match=r"It needs both\. The file has Datum, Betrag"):
        read("Datum;Betrag\n1;2\n")


def test_an_unclosed_quotation_mark_swallows_one_row() -> None:
    found = read('date,amount\na,1\n"b,2\nc,3\n')
    assert cells(found) == [(2, ("a", "1")), (4, ("c", "3"))]
    assert [(p.row, p.problem) for p in found.broken] == [
        (3, "A quotation mark is opened and never closed.")
    ]


def test_a_cell_that_is_closed_in_its_middle_is_a_problem_of_its_row() -> None:
    found = read('date,amount\n"a"x,1\nb,2\n')
    assert cells(found) == [(3, ("b", "2"))]
    assert [p.row for p in found.broken] == [2]


def test_a_row_with_more_cells_than_the_header_is_a_problem() -> None:
    found = read("date,amount\na,1,5\nb,2,\nc\n")
    assert cells(found) == [(3, ("b", "2")), (4, ("c", ""))]
    assert [p.row for p in found.broken] == [2]


def test_a_file_that_ends_in_the_middle_of_a_row_is_cut_off() -> None:
    found = read("date,amount,note\na,1,x\nb,2")
    assert (cells(found), [p.row for p in found.broken]) == ([(2, ("a", "1", "x"))], [3])
    assert len(read("date,amount,note\na,1,x\nb,2\n").rows) == 2
    assert len(read("date,amount,note\na,1\nb,2,x").rows) == 2


def test_two_columns_of_one_name_are_not_chosen_between() -> None:
    with pytest.raises(BadFile, match="“amount” stands there more than once"):
        Sheet.open(b"date,amount,Amount\n1,2,3\n", BANK)
    assert Sheet.open(b"date,amount,x,x\n1,2,3,4\n", BANK).places["amount"] == 1


def test_too_many_rows_columns_and_letters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_ROWS", 3)
    with pytest.raises(BadFile, match="more than 3 rows"):
        read("date,amount\n" + "a,1\n" * 4)
    monkeypatch.setattr(records, "MAX_COLUMNS", 3)
    with pytest.raises(BadFile, match="4 columns"):
        read("date,amount,x,y\n")
    long = read("date,amount\n" + "a" * 32_001 + ",1\nb,2\n")
    assert (cells(long), [p.row for p in long.broken]) == ([(3, ("b", "2"))], [2])


def test_a_file_of_nothing_but_broken_rows_comes_to_an_end() -> None:
    found = read("date,amount\n" + '"a"x,1\n' * 20_000)
    assert found.rows == ()
    assert "left" in found.broken[-1].problem
    found = read("date,amount\n" + '"' * 1 + "a,1\n" + '"b"",2\n' * 20_000)
    assert "left" in found.broken[-1].problem


# ---- mappings


def test_columns_are_found_without_regard_to_case_and_spaces() -> None:
    mapping = Mapping(
        "mine", TableKind.BANK, {"date": ("Booking  Date",), "amount": ("Sum", "Amt")}
    )
    assert mapping.find_columns(("AMT ", "booking date", "sum")) == {"date": 1, "amount": 2}
    assert mapping.fits(("amt", "Booking Date"))
    assert not mapping.fits(("amt",))


def test_a_mapping_is_kept_and_comes_back_the_same() -> None:
    mapping = BANK.changed(
        name="mine",
        columns={"amount": "Betrag", "date": "Tag"},
        values={"currency": "EUR"},
        words={"description": {"x": "y"}},
        mark=",",
        order=DayOrder.DAY_FIRST,
    )
    assert Mapping.load("mine", TableKind.BANK, mapping.dump()) == mapping


def test_a_field_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(WrongUsage, match="“gross” is no field of bank; they are line_id, date"):
        BANK.changed(columns={"gross": "x"})


def test_what_a_mapping_says_stands_in_for_what_the_file_does_not() -> None:
    sheet = Sheet.open(b"date,amount\n1,2\n", BANK.changed(values={"currency": "USD"}))
    (row,) = sheet.rows()
    assert (row.text("currency"), row.text("reference")) == ("USD", "")
