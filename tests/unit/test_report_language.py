"""A report is written in its reader's language; what scripts read of it is the same for all."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl

from fbrecon.domain.money import Money
from fbrecon.reports import csv_file, xlsx_file
from fbrecon.reports.cells import for_people
from fbrecon.reports.in_language import in_language
from fbrecon.reports.pages import make_pages
from fbrecon.wording import ENGLISH, speech_of
from tests.fakes.sample_reports import HOSTILE, a_report

FRENCH = speech_of("fr")
NARROW, NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def csv_rows(language: str) -> list[dict[str, str]]:
    text = csv_file.render(a_report(), speech_of(language)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_sums_days_and_times_of_a_page_follow_the_language() -> None:
    assert for_people(Money(-123_450, "USD"), "fr") == f"\N{MINUS SIGN}1{NARROW}234,50"
    assert for_people(Money(5, "JPY"), "fr") == "5"
    assert for_people(date(2026, 3, 4), "fr") == "04/03/2026"
    moment = datetime.fromisoformat("2026-03-04T09:30:00+01:00")
    assert for_people(moment, "fr") == "04/03/2026 08:30:00"
    assert for_people(12_345, "fr") == f"12{NARROW}345"
    assert for_people("12345", "fr") == "12345"


def test_a_page_is_french_from_its_title_to_its_foot() -> None:
    pages = make_pages(a_report(), FRENCH)
    table = pages.tables[0]
    assert pages.title == "Rapprochement"
    assert [column.title for column in table.columns] == [
        "Ligne",
        "Montant",
        "Lignes",
        "Composé de",
    ]
    assert table.rows[1].cells[:2] == ("Paiements entrés", f"1{NARROW}585,05")
    opening = f"Solde d\N{RIGHT SINGLE QUOTATION MARK}ouverture, 1er{NO_BREAK}mars 2026"
    assert table.rows[0].cells[0] == opening
    assert pages.facts[0].startswith(f"Du 1er{NO_BREAK}mars 2026 au 31{NO_BREAK}mars 2026, jours")
    assert "établi 2026-04-01T09:30:00Z" in pages.footer
    assert pages.numbered.format(number=1, pages=2) == "Page 1 sur 2"


def test_a_workbook_writes_days_as_its_reader_does_and_sums_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file.render(a_report(), FRENCH)))
    assert book.sheetnames[:2] == ["Rapprochement", "État du compte"]
    head = {row[0].value: row[1] for row in book["Rapprochement"].iter_rows(min_row=3)}
    assert head["Du"].number_format == "dd/mm/yyyy"
    assert book["État du compte"].cell(3, 3).value == 1585.05


def test_scripts_find_the_same_keys_sums_and_days_in_either_language() -> None:
    english, french = csv_rows("en"), csv_rows("fr")
    assert [list(row) for row in english] == [list(row) for row in french]
    for name in ("section", "row", "key", "currency", "amount", "date", "id", "ids"):
        assert [row[name] for row in english] == [row[name] for row in french], name
    assert "Paiements entrés" in [row["line"] for row in french]


def test_what_others_wrote_is_not_translated() -> None:
    table = a_report().table("movements")
    for name in ("payments", "Fees", "paid", "no customer", *HOSTILE):
        row = replace(table.rows[0], cells={**table.rows[0].cells, "id": name, "about": name})
        report = replace(a_report(), tables=(replace(table, rows=(row,)),))
        cells = in_language(report, FRENCH).table("movements").rows[0].cells
        assert (cells["id"], cells["about"]) == (name, name)


def test_english_is_written_as_it_was_made() -> None:
    report = a_report()
    assert in_language(report, ENGLISH) is report
