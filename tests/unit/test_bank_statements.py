"""Bank statements of all kinds: tables, OFX in both forms, CAMT.053, and files that are none."""

from __future__ import annotations

from datetime import date

import pytest

from fbrecon.bank import camt, ofx
from fbrecon.bank.statements import is_table, read_statement
from fbrecon.domain.deposits import StatementLine, identify
from fbrecon.domain.money import Money
from fbrecon.errors import AskAboutFile, BadFile
from fbrecon.table_files.mapping import Mapping, TableKind
from fbrecon.table_files.sheet import Read
from tests.fakes.statement_samples import DETAIL, SGML, XML, document, entry
from tests.fakes.table_samples import built_in, table

PLAIN = built_in("plain", TableKind.BANK)


def read(data: bytes, mapping: Mapping = PLAIN, currency: str = "USD") -> Read[StatementLine]:
    return read_statement(data, mapping, currency)


def brief(found: Read[StatementLine]) -> list[tuple[str, str, str]]:
    return [(x.on.isoformat(), str(x.amount), x.description) for _, x in found.rows]


# ---- tables


def test_a_table_of_our_own_columns() -> None:
    found = read(
        table(
            "line_id,date,amount,currency,description,reference",
            "b1,2026-02-05,97.00,EUR,PAYOUT po_1,REF",
            ",2026-02-06,-12.50,,Fee,",
            ",2026-02-07,x,,,",
        )
    )
    assert brief(found) == [
        ("2026-02-05", "97.00 EUR", "PAYOUT po_1"),
        ("2026-02-06", "-12.50 USD", "Fee"),
    ]
    assert [(p.row, p.field) for p in found.problems] == [(4, "amount")]
    assert found.rows[0][1].line_id == "b1"


def test_a_bank_with_two_columns_of_sums() -> None:
    mapping = Mapping(
        "bank",
        TableKind.BANK,
        {
            "date": ("Datum",),
            "amount_in": ("Haben",),
            "amount_out": ("Soll",),
            "description": ("Text",),
        },
        values={"currency": "EUR"},
    )
    content = (
        "Datum;Text;Soll;Haben\r\n13.02.2026;Payout;;1.234,50\r\n14.02.2026;Miete;800,00;\r\n"
        "15.02.2026;Gebühr;-1,50;\r\n16.02.2026;beides;1,00;1,00\r\n17.02.2026;nichts;;\r\n"
    )
    found = read(content.encode("cp1252"), mapping, "")
    assert brief(found) == [
        ("2026-02-13", "1234.50 EUR", "Payout"),
        ("2026-02-14", "-800.00 EUR", "Miete"),
        ("2026-02-15", "-1.50 EUR", "Gebühr"),
    ]
    assert [(p.row, p.field) for p in found.problems] == [(5, "amount_out"), (6, "amount")]


def test_a_currency_that_nothing_names_is_asked_about() -> None:
    with pytest.raises(AskAboutFile, match="names no currency"):
        read(table("date,amount", "2026-02-05,97.00"), PLAIN, "")
    found = read(table("date,amount,currency", "2026-02-05,97.00,"), PLAIN, "")
    assert (found.rows, [p.field for p in found.problems]) == ((), ["currency"])


# ---- OFX


def test_the_old_form_of_ofx() -> None:
    found = read(SGML)
    assert brief(found) == [
        ("2026-02-05", "97.00 USD", "ALT PAYMENTS & CO PAYOUT po_1"),
        ("2026-02-06", "-12.50 USD", "Fee"),
        ("2026-02-07", "5.00 USD", "Payee"),
    ]
    first, third = found.rows[0][1], found.rows[2][1]
    assert (first.line_id, first.account, third.reference) == ("F1", "98-7", "77")
    assert [(p.row, p.field) for p in found.problems] == [(4, "date"), (5, "amount")]


def test_the_new_form_of_ofx() -> None:
    found = read(XML)
    assert brief(found) == [("2026-02-05", "3.00 CAD", "Zoë")]
    assert found.rows[0][1].account == "4111"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (SGML[:-40], "cut off"),
        (b"OFXHEADER:100\nDATA:OFXSGML\n", "nothing below"),
        (b"<OFX>" + b"<A>" * 50 + b"</OFX>", "nested"),
    ],
)
def test_an_ofx_file_that_is_not_whole_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(BadFile, match=why):
        read(data)


def test_too_many_lines_of_ofx_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofx, "MAX_LINES", 3)
    with pytest.raises(BadFile, match="more than 3 lines"):
        read(SGML)


# ---- CAMT.053


def test_camt_entries_are_lines_with_all_their_texts() -> None:
    parts = DETAIL.format(end="E1", who="Kestrel", text="INV 7") + DETAIL.format(
        end="NOTPROVIDED", who="Quayside", text="INV &amp; 8"
    )
    found = read(document(entry("97.00", "CRDT", inside=parts), entry("12.50", "DBIT")))
    assert brief(found) == [
        ("2026-02-05", "97.00 EUR", "INV 7 Kestrel · INV & 8 Quayside"),
        ("2026-02-05", "-12.50 EUR", ""),
    ]
    first = found.rows[0][1]
    assert (first.account, first.reference, first.line_id) == (
        "DE02120300000000202051",
        "E1",
        "R97.00",
    )


def test_what_is_not_booked_yet_is_named_and_left_out() -> None:
    found = read(document(entry("1.00", "CRDT", status="PDNG"), entry("2.00", "CRDT")))
    assert [(p.row, p.skipped) for p in found.problems] == [(1, True)]
    assert brief(found) == [("2026-02-05", "2.00 EUR", "")]


@pytest.mark.parametrize(
    ("odd", "field"),
    [
        (entry("x", "CRDT"), "amount"),
        (entry("-1.00", "CRDT"), "amount"),
        (entry("1.005", "CRDT"), "amount"),
        (entry("1.00", "SIDEWAYS"), "amount"),
        (entry("1.00", "CRDT").replace('Ccy="EUR"', ""), "amount"),
        (entry("1.00", "CRDT").replace("2026-02-05", "2026-02-30"), "date"),
        (entry("1.00", "CRDT").replace("<BookgDt>", "<Other>").replace("</BookgDt>", "</Other>"),
         "date"),
    ],
)  # fmt: skip
def test_an_odd_entry_is_a_problem_and_the_others_go_in(odd: str, field: str) -> None:
    found = read(document(odd, entry("2.00", "CRDT")))
    assert [(p.row, p.field) for p in found.problems] == [(1, field)]
    assert len(found.rows) == 1


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:/etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (document(before=LAUGHS), "document type"),
        (document(before=OUTSIDE), "document type"),
        (document(entry("1.00", "CRDT", inside="<A>" * 99 + "</A>" * 99)), "nested"),
        (document(entry("1.00", "CRDT", inside=f"<A>{'x' * 40_000}</A>")), "longer than"),
        (document(entry("1.00", "CRDT"))[:-30], "cut off"),
        (document(entry("1.00", "CRDT")).replace(b"BkToCstmrStmt", b"BkToCstmrRpt"), "another"),
        (document(entry("1.00", "CRDT", inside="&nbsp;")), "broken"),
    ],
)
def test_what_no_statement_has_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(BadFile, match=why):
        read(data)


def test_a_long_statement_is_bounded_by_its_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [entry("1.00", "CRDT") + "\n    " for _ in range(3000)]
    assert len(read(document(*entries)).rows) == 3000  # the space between entries is no text
    monkeypatch.setattr(camt, "MAX_LINES", 2)
    with pytest.raises(BadFile, match="more than 2 entries"):
        read(document(*entries))


def test_only_tables_need_a_mapping() -> None:
    assert not is_table(SGML)
    assert not is_table(XML)
    assert not is_table(document())
    assert is_table(b"date,amount\n")


# ---- which line is which


def line(minor: int, text: str = "x", line_id: str = "", day: int = 5) -> StatementLine:
    return StatementLine(date(2026, 2, day), Money(minor, "USD"), text, line_id=line_id)


def ids(*lines: StatementLine) -> list[str]:
    return [deposit.id for deposit in identify(lines)]


def test_equal_lines_are_counted_and_come_back_the_same() -> None:
    first = ids(line(1), line(1), line(2), line(1))
    assert len(set(first)) == 4
    assert ids(line(2), line(1), line(1), line(1), line(1))[1:4] == [first[0], first[1], first[3]]
    assert ids(line(1, "  X ")) == first[:1]


def test_a_banks_own_id_tells_lines_apart_where_it_is_one() -> None:
    assert len(set(ids(line(1, line_id="a"), line(1, line_id="b")))) == 2
    assert len(set(ids(line(1, line_id="a"), line(1, line_id="a")))) == 1
    reused = ids(line(1, line_id="0"), line(2, line_id="0"), line(2, line_id="0"))
    assert len(set(reused)) == 3


def test_the_text_of_a_line_with_an_id_may_change() -> None:
    assert ids(line(1, "pending", "a")) == ids(line(1, "posted", "a"))
