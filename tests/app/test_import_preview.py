"""What is shown of a file before it is brought in is what the import then does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fbrecon.app.import_preview import FilePreview, ReadRow
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.domain.documents import PlatformState
from fbrecon.errors import BadFile
from fbrecon.table_files.days import DayOrder
from tests.app.bench import Home
from tests.fakes.statement_samples import SGML, document, entry
from tests.fakes.table_samples import GOCARDLESS_LINES, GOCARDLESS_PAYMENTS, STRIPE, table


def look(
    here: Home, data: bytes, kind: ImportKind | None = None, wishes: Wishes | None = None
) -> FilePreview:
    path = here.folder / "file.csv"
    path.write_bytes(data)
    return here.desk.preview_file(path, kind, wishes or Wishes())


@pytest.mark.parametrize(
    ("data", "kind", "form", "mapping"),
    [
        (table(*STRIPE), ImportKind.PAYMENTS, "UTF-8, commas", "stripe"),
        (table(*GOCARDLESS_PAYMENTS), ImportKind.PAYMENTS, "UTF-8, commas", "gocardless"),
        (table(*GOCARDLESS_LINES), ImportKind.PAYOUTS, "UTF-8, commas", "gocardless"),
        (
            "date;amount;currency;description\n2026-02-05;1,50;EUR;Gebühr\n".encode("cp1252"),
            ImportKind.BANK,
            "Windows-1252, semicolons",
            "plain",
        ),
        (SGML, ImportKind.BANK, "OFX", ""),
        (document(entry("1.00", "CRDT")), ImportKind.BANK, "CAMT.053", ""),
    ],
)
def test_a_file_is_recognised_by_its_content(
    here: Home, data: bytes, kind: ImportKind, form: str, mapping: str
) -> None:
    found = look(here, data)
    assert (found.kind, found.form, found.mapping, found.problem) == (kind, form, mapping, "")
    assert found.result is not None
    assert found.result.new > 0
    assert here.desk.list_payouts() == []
    did = here.desk.import_file(kind, found.path, Wishes())
    assert (did.new, did.problems) == (found.result.new, found.result.problems)


def test_what_has_to_be_said_is_asked_by_its_name(here: Home) -> None:
    both = table("date,amount", "01/02/2026,5.00")
    assert look(here, both).asks == "currency"
    said = Wishes(values=(("currency", "USD"),))
    assert look(here, both, wishes=said).asks == "dates"
    order = Wishes(values=said.values, order=DayOrder.DAY_FIRST)
    found = look(here, both, wishes=order)
    assert (found.asks, found.problem) == ("", "")
    thousands = table("date;amount;currency", "2026-02-05;1.234;KWD")
    assert look(here, thousands).asks == "decimal"


@pytest.mark.parametrize(("order", "day"), [(DayOrder.DAY_FIRST, 1), (DayOrder.MONTH_FIRST, 2)])
def test_the_first_rows_are_shown_as_they_are_understood(
    here: Home, order: DayOrder, day: int
) -> None:
    data = table("date,amount,currency,description", "01/02/2026,-5.00,USD,coffee")
    (row,) = look(here, data, wishes=Wishes(order=order)).read
    assert row == ReadRow(2, date(2026, 3 - day, day), "coffee", Decimal("-5.00"), "USD", "")


def test_payments_and_payouts_are_shown_with_what_their_words_stand_for(here: Home) -> None:
    payments = look(here, table(*STRIPE)).read
    assert {row.state for row in payments} <= {state.value for state in PlatformState}
    assert all(row.amount and row.currency for row in payments)
    payouts = look(here, table(*GOCARDLESS_LINES)).read
    assert payouts
    assert look(here, SGML).read, "a statement that is no table has nothing else to show"


def test_a_file_of_unknown_columns_shows_them_with_what_is_missing(here: Home) -> None:
    found = look(here, table("Booked,Sum,Text", "2026-02-05,5.00,coffee"), ImportKind.BANK)
    assert found.header == ("Booked", "Sum", "Text")
    assert found.rows == (("2026-02-05", "5.00", "coffee"),)
    assert "needs the columns" in found.problem
    fields = {field.name: (field.required, field.column) for field in found.fields}
    assert fields["date"] == (True, "")
    assert fields["description"] == (False, "")
    columns = (("date", "Booked"), ("amount", "Sum"))
    wishes = Wishes("Mine", columns, (("currency", "USD"),))
    told = look(here, found.path.read_bytes(), ImportKind.BANK, wishes)
    assert told.problem == ""
    assert {f.name: f.column for f in told.fields}["amount"] == "Sum"


def test_a_file_that_is_none_is_refused(here: Home, tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        look(here, b"PK\x03\x04 a spreadsheet")
    with pytest.raises(BadFile):
        here.desk.preview_file(tmp_path / "none.csv", None, Wishes())
