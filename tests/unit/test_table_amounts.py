"""Sums as people write them: read exactly, decided by the column, or asked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fbrecon.errors import AskAboutFile
from fbrecon.table_files.amounts import Cell, Mark, decide_mark, read_amount
from fbrecon.table_files.problems import FieldError


def column(*texts: str, currency: str = "") -> list[Cell]:
    return [Cell(row, text, currency) for row, text in enumerate(texts, 2)]


@pytest.mark.parametrize(
    ("text", "mark", "amount"),
    [
        ("1234.56", ".", "1234.56"),
        ("1,234.56", ".", "1234.56"),
        ("1.234,56", ",", "1234.56"),
        ("1 234,56", ",", "1234.56"),
        ("1\u00a0234,56", ",", "1234.56"),
        ("1\u202f234,56", ",", "1234.56"),
        ("1'234.56", ".", "1234.56"),
        ("1’234.56", ".", "1234.56"),
        ("12,34,567.00", ".", "1234567.00"),
        ("1,234,567", ".", "1234567.00"),
        (".5", ".", "0.50"),
        ("7", ".", "7.00"),
        ("+7.10", ".", "7.10"),
        ("-7.10", ".", "-7.10"),
        ("\u22127.10", ".", "-7.10"),
        ("7.10-", ".", "-7.10"),
        ("(7.10)", ".", "-7.10"),
        ("$7.10", ".", "7.10"),
        ("-$7.10", ".", "-7.10"),
        ("$-7.10", ".", "-7.10"),
        ("($7.10)", ".", "-7.10"),
        ("$(7.10)", ".", "-7.10"),
        ("7.10 DR", ".", "-7.10"),
        ("7.10 Cr", ".", "7.10"),
        ("USD 7.10", ".", "7.10"),
        ("7.10 usd", ".", "7.10"),
        ("-0.00", ".", "0.00"),
        ("7.100", ".", "7.10"),
    ],
)
def test_a_sum_is_read_exactly(text: str, mark: Mark, amount: str) -> None:
    read = read_amount("gross", text, mark, "USD")
    assert str(read) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "--1",
        "(-1)",
        "1-2",
        "1.2.3,4",
        "12,34",
        "1,2345",
        "1,23.45",
        "0x10",
        "1e5",
        "NaN",
        "Infinity",
        "１２",
        "1 2",
        "1,234,56",
        "1,,234",
        "$",
        "(1",
        "1)",
        "٣",
        "=1+1",
        "1" * 13,
        "12.345",
        "9" * 70,
        "1.2 DR-",
        "-1 DR",
    ],
)
def test_what_is_no_sum_of_that_column_is_refused(text: str) -> None:
    with pytest.raises(FieldError):
        read_amount("gross", text, ".", "USD")


def test_a_sign_of_another_currency_is_refused() -> None:
    with pytest.raises(FieldError, match="is in EUR"):
        read_amount("gross", "€7.10", ".", "USD")
    with pytest.raises(FieldError, match="is in CAD"):
        read_amount("gross", "CAD 7.10", ".", "USD")


def test_decimals_are_those_of_the_currency() -> None:
    assert str(read_amount("gross", "1.234", ".", "KWD")) == "1.234"
    assert str(read_amount("gross", "500.00", ".", "JPY")) == "500"
    with pytest.raises(FieldError, match="more decimals than JPY"):
        read_amount("gross", "500.50", ".", "JPY")
    assert str(read_amount("gross", "1.2345", ".", "")) == "1.2345"


def test_no_sum_passes_through_a_float() -> None:
    assert read_amount("gross", "900719925474.93", ".", "USD") == Decimal("900719925474.93")


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (("1,234.56",), "."),
        (("1.234,56",), ","),
        (("12.50", "1,234"), "."),
        (("12,50", "1.234"), ","),
        (("1.234.567",), ","),
        (("1,234,567",), "."),
        (("0.125",), "."),
        (("1234.567",), "."),
        (("100", "7"), "."),
        ((), "."),
        (("rubbish", "12,50"), ","),
    ],
)
def test_the_whole_column_tells_the_decimal_mark(texts: tuple[str, ...], mark: Mark) -> None:
    assert decide_mark("gross", column(*texts)) == mark


def test_a_column_that_does_not_tell_is_asked_about() -> None:
    with pytest.raises(AskAboutFile, match=r"row 3.*comma"):
        decide_mark("gross", column("100", "1,234", "5"))
    with pytest.raises(AskAboutFile):
        decide_mark("gross", column("1.230", "4.560", currency="USD"))


def test_a_column_that_tells_both_is_asked_about() -> None:
    with pytest.raises(AskAboutFile, match="Row 2 has a decimal point, row 3 a decimal comma"):
        decide_mark("gross", column("1.50", "1,50"))


def test_a_currency_without_thousandths_tells_that_a_mark_parts_thousands() -> None:
    assert decide_mark("gross", column("1,234", currency="USD")) == "."
    assert decide_mark("gross", column("1.234", currency="EUR")) == ","
    with pytest.raises(AskAboutFile):
        decide_mark("gross", column("1.234", currency="KWD"))


def test_sums_beside_a_column_tell_where_it_does_not() -> None:
    assert decide_mark("fee", column("1,230"), column("1,50")) == ","
    assert decide_mark("fee", column("1,50"), column("1.50")) == ","
