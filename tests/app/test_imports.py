"""Bringing in files: what goes in once, what is left out and why, and which mapping reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fbrecon.app import as_json
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import ImportResult
from fbrecon.domain.documents import PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.overview import TableQuery
from fbrecon.errors import AskAboutFile, BadFile, FileError, NeedsPerson, WrongUsage
from fbrecon.table_files.days import DayOrder
from tests.app.bench import Home
from tests.fakes.statement_samples import SGML, document, entry
from tests.fakes.table_samples import GOCARDLESS_LINES, GOCARDLESS_PAYMENTS, SQUARE, STRIPE, table

PAYMENTS, PAYOUTS, BANK = ImportKind
PLAIN_PAYMENTS = (
    "payment_id,date,customer,invoice_number,gross,fee,currency,status",
    "p1,2026-02-03,Kestrel,INV-7,100.00,3.20,USD,succeeded",
    "p2,2026-02-04,Quayside,INV-8,50.00,1.75,USD,on its way",
)


def bring(here: Home, kind: ImportKind, data: bytes, **wishes: object) -> ImportResult:
    path = here.folder / "file.csv"
    path.write_bytes(data)
    return here.desk.import_file(kind, path, Wishes(**wishes))  # type: ignore[arg-type]


def counts(result: ImportResult) -> tuple[int, int, int, int, int]:
    assert result.seen == sum(
        (result.new, result.changed, result.unchanged, result.skipped, result.failed)
    )
    return (result.new, result.changed, result.unchanged, result.skipped, result.failed)


def listed(here: Home) -> list[tuple[str | None, str | None, str | None]]:
    keys = here.desk.payment_keys(TableQuery("date"))
    return [
        (
            row.platform_payment_id,
            row.invoice_number,
            None if row.amount is None else str(row.amount),
        )
        for row in here.desk.payment_rows(keys)
    ]


# ---- once, and once only


def test_payments_come_in_without_any_platform(here: Home) -> None:
    assert counts(bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))) == (2, 0, 0, 0, 0)
    assert listed(here) == [("p1", "INV-7", "100.00 USD"), ("p2", "INV-8", "50.00 USD")]
    known = here.desk.company.stores.platform.find_payment(PlatformPaymentId("p2"))
    assert known is not None
    assert known.state is PlatformState.UNKNOWN


def test_the_same_rows_again_change_nothing(here: Home) -> None:
    for kind, data in (
        (PAYMENTS, table(*PLAIN_PAYMENTS)),
        (PAYOUTS, table(*STRIPE)),
        (BANK, SGML),
        (BANK, document(entry("1.00", "CRDT"), entry("1.00", "CRDT", more="<X/>"))),
    ):
        first = bring(here, kind, data)
        again = bring(here, kind, data)
        assert again.unchanged == first.new + first.unchanged
        assert (again.new, again.changed) == (0, 0)
        assert again.problems == first.problems


def test_a_row_that_says_something_else_now_corrects_it(here: Home) -> None:
    bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))
    later = [row.replace("on its way", "succeeded") for row in PLAIN_PAYMENTS]
    assert counts(bring(here, PAYMENTS, table(*later))) == (0, 1, 1, 0, 0)


def test_problems_are_named_and_the_other_rows_go_in(here: Home) -> None:
    odd = (*PLAIN_PAYMENTS, "p3,soon,x,,1.00,,USD,succeeded", "p1,2026-02-03,K,,1.00,,USD,failed")
    result = bring(here, PAYMENTS, table(*odd))
    assert counts(result) == (1, 0, 0, 0, 3)
    assert [(p.row, p.field) for p in result.problems] == [
        (2, "payment_id"),
        (4, "date"),
        (5, "payment_id"),
    ]
    assert as_json.imported(result)["problems"][1] == {
        "row": 4,
        "field": "date",
        "problem": "“soon” is not a date.",
        "skipped": False,
    }


def test_twins_of_a_statement_are_two_lines(here: Home) -> None:
    rows = ("date,amount,currency,description", *["2026-02-05,5.00,USD,coffee"] * 2)
    assert counts(bring(here, BANK, table(*rows))) == (2, 0, 0, 0, 0)
    assert counts(bring(here, BANK, table(*rows, rows[1]))) == (1, 0, 2, 0, 0)
    lines = here.desk.list_deposits()
    assert [str(row.amount) for row in lines] == ["5.00 USD"] * 3
    assert len({row.id for row in lines}) == 3
    assert all(row.id == f"line_{row.bank_line_id}" for row in lines)


def test_a_dry_run_says_the_same_and_does_nothing(here: Home) -> None:
    data = table(*STRIPE)
    would = bring(here, PAYMENTS, data, dry_run=True, mapping="stripe")
    assert listed(here) == []
    did = bring(here, PAYMENTS, data, mapping="stripe")
    assert (counts(would), would.problems) == (counts(did), did.problems)
    assert (would.dry_run, did.dry_run) == (True, False)
    assert counts(bring(here, PAYMENTS, data, dry_run=True)) == (0, 0, 3, 3, 0)


def test_what_the_platform_tells_is_not_written_over(home: Home) -> None:
    home.connect()
    _, payment_id = home.paid()
    home.sync()
    before = home.desk.company.stores.platform.find_payment(PlatformPaymentId(payment_id))
    row = f"{payment_id},2026-02-03,K,,1.00,,USD,failed"
    result = bring(home, PAYMENTS, table(PLAIN_PAYMENTS[0], row))
    assert counts(result) == (0, 0, 0, 1, 0)
    assert "The platform itself tells" in result.problems[0].problem
    after = home.desk.company.stores.platform.find_payment(PlatformPaymentId(payment_id))
    assert after == before


def test_a_payment_of_a_file_is_never_posted_by_itself(home: Home) -> None:
    home.connect()
    invoice = home.books.add_invoice(10_000)
    home.sync()
    number = home.books.invoices[invoice].number
    row = f"p1,{home.clock.now().date()},Kestrel,{number},100.00,,USD,succeeded"
    bring(home, PAYMENTS, table(PLAIN_PAYMENTS[0], row))
    report = home.sync()
    assert report.postings["posted"] == 0
    assert home.books.payment_sends.bodies == []
    assert home.kinds() == ["payment_waits"]


def test_a_word_of_a_file_that_nobody_knows_is_one_question(home: Home) -> None:
    home.connect()
    rows = [f"p{n},2026-02-04,Quayside,,5{n}.00,1.75,USD,on its way" for n in range(3)]
    bring(home, PAYMENTS, table(PLAIN_PAYMENTS[0], *rows))
    home.sync()
    (item,) = home.desk.list_attention()
    assert (item.kind, item.subject) == ("unknown_word", "on its way")
    assert "3 payments" in item.message


def test_what_a_person_answered_about_a_word_holds_for_files_at_once(here: Home) -> None:
    stores = here.desk.company.stores
    bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))
    here.sync()
    (item,) = [row for row in here.desk.list_attention() if row.kind == "unknown_word"]
    here.desk.answer_word(item.id, "pending")
    payment = stores.platform.find_payment(PlatformPaymentId("p2"))
    assert payment is not None
    assert payment.state is PlatformState.PENDING
    assert counts(bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))) == (0, 0, 2, 0, 0)
    here.sync()
    assert here.kinds() == ["mode_question"]  # about the other one, which is not in the books


def test_a_word_that_a_mapping_explains_later_corrects_what_came_in(here: Home) -> None:
    bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))
    words = (("status", "On its way", "pending"),)
    assert counts(bring(here, PAYMENTS, table(*PLAIN_PAYMENTS), words=words)) == (0, 1, 1, 0, 0)


def test_a_payment_whose_word_nobody_explained_says_so(here: Home) -> None:
    bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))
    rows = here.desk.payment_rows(here.desk.payment_keys(TableQuery("date")))
    reasons = {row.platform_payment_id: row.reason for row in rows}
    assert "a word that nobody has explained yet" in reasons["p2"]
    assert reasons["p1"] == "It came from a file."


# ---- which mapping


@pytest.mark.parametrize(
    ("kind", "rows", "name"),
    [
        (PAYMENTS, PLAIN_PAYMENTS, "plain"),
        (PAYMENTS, STRIPE, "stripe"),
        (PAYMENTS, GOCARDLESS_PAYMENTS, "gocardless"),
        (PAYMENTS, SQUARE, "square"),
        (PAYOUTS, STRIPE, "stripe"),
        (PAYOUTS, GOCARDLESS_LINES, "gocardless"),
        (PAYOUTS, SQUARE, "square"),
        (PAYOUTS, ("payout_id,arrival_date,net", "o1,2026-02-05,1.00"), "plain"),
        (
            PAYOUTS,
            ("payout_id,arrival_date,kind,gross,net", "o1,2026-02-05,payment,1.00,1.00"),
            "plain",
        ),
    ],
)
def test_the_columns_tell_whose_file_it_is(
    here: Home, kind: ImportKind, rows: tuple[str, ...], name: str
) -> None:
    result = bring(here, kind, table(*rows))
    assert result.mapping == name
    assert result.new > 0


def test_a_mapping_that_a_person_made_is_kept_and_used_by_itself(here: Home) -> None:
    data = "Tag;Betrag;Text\n13.02.2026;1.234,50;Payout\n14.02.2026;-2,00;Gebühr\n".encode("cp1252")
    with pytest.raises(BadFile, match="Tag, Betrag, Text"):
        bring(here, BANK, data)
    made: dict[str, object] = {
        "mapping": "Hausbank",
        "columns": (("date", "Tag"), ("amount", "Betrag"), ("description", "Text")),
        "values": (("currency", "EUR"),),
    }
    bring(here, BANK, data, dry_run=True, **made)
    with pytest.raises(BadFile):
        bring(here, BANK, data)
    assert counts(bring(here, BANK, data, **made)) == (2, 0, 0, 0, 0)
    assert counts(bring(here, BANK, data)) == (0, 0, 2, 0, 0)
    assert [str(row.amount) for row in here.desk.list_deposits()] == ["-2.00 EUR", "1234.50 EUR"]


def test_what_a_column_does_not_tell_is_asked_and_the_answer_kept(here: Home) -> None:
    data = table("date,amount,currency", "01/02/2026,5.00,USD")
    with pytest.raises(AskAboutFile, match="either way") as asked:
        bring(here, BANK, data)
    assert asked.value.exit_code == 3
    assert here.desk.list_deposits() == []
    bring(here, BANK, data, order=DayOrder.DAY_FIRST, mapping="mine")
    assert [row.on.isoformat() for row in here.desk.list_deposits()] == ["2026-02-01"]
    assert counts(bring(here, BANK, data, mapping="mine")) == (0, 0, 1, 0, 0)


def test_a_mapping_that_is_not_there_is_told_with_those_there_are(here: Home) -> None:
    with pytest.raises(WrongUsage, match="gocardless, plain, square, stripe"):
        bring(here, PAYMENTS, table(*PLAIN_PAYMENTS), mapping="nobody")
    with pytest.raises(BadFile, match="needs the columns"):
        bring(here, PAYMENTS, table(*PLAIN_PAYMENTS), mapping="stripe")


def test_several_mappings_that_fit_are_asked_about(here: Home) -> None:
    columns = tuple((name, name) for name in ("payment_id", "date", "gross", "status"))
    bring(here, PAYMENTS, table(*PLAIN_PAYMENTS), mapping="mine", columns=columns)
    with pytest.raises(AskAboutFile, match="mine, plain"):
        bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))


def test_a_mapping_made_for_other_columns_leaves_our_own_table_alone(here: Home) -> None:
    columns = (("date", "Date"), ("amount_in", "Credit"), ("amount_out", "Debit"))
    theirs = table("Date,Debit,Credit", "02/27/2026,,5.00")
    bring(here, BANK, theirs, mapping="my bank", columns=columns, values=(("currency", "USD"),))
    plain = table("line_id,date,amount,currency", "b1,2026-02-06,7.00,USD")
    assert bring(here, BANK, plain).mapping == "plain"
    assert bring(here, BANK, theirs).mapping == "my bank"
    with pytest.raises(BadFile, match=r"bank lines needs the columns date, amount or"):
        bring(here, BANK, table("something else,altogether", "1,2"))


def test_the_currency_of_a_statement_is_that_of_the_books_where_they_have_one(here: Home) -> None:
    data = table("date,amount", "2026-02-05,5.00")
    with pytest.raises(AskAboutFile, match="names no currency"):
        bring(here, BANK, data)
    here.books.add_invoice(100)
    here.sync()
    bring(here, BANK, data)
    assert [str(row.amount) for row in here.desk.list_deposits()] == ["5.00 USD"]


# ---- files that are none


def test_a_file_that_is_not_there_or_no_file_is_told(here: Home, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BadFile, match="not there"):
            here.desk.import_file(BANK, path, Wishes())


def test_before_there_is_a_company_nothing_comes_in(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(table(*PLAIN_PAYMENTS))
    with pytest.raises(NeedsPerson):
        home.desk.import_file(PAYMENTS, path, Wishes())
    assert home.desk.list_deposits() == []


def test_an_import_that_breaks_off_leaves_nothing(
    here: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = here.desk.company.stores.files

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "keep_notes", fail)
    with pytest.raises(FileError, match="disk is full"):
        bring(here, PAYMENTS, table(*PLAIN_PAYMENTS))
    assert listed(here) == []
