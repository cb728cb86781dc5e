"""Text that is safe to show, and money, dates and spans as words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fbrecon.domain.money import Money
from tests.fakes.sample_books import NOW
from ui import formats, texts
from ui.tables import words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Acme\u202eDOC.exe", "AcmeDOC.exe"),
        ("a\u2066b\u2069c\u200ed\u200fe", "abcde"),
        ("bell\x07 and\x1b[31m", "bell  and [31m"),
        ("two\nlines", "two\nlines"),
        ("<b>bold</b>", "<b>bold</b>"),
    ],
)
def test_names_lose_what_could_trick_the_eye_and_nothing_else(given: str, shown: str) -> None:
    assert texts.clean(given) == shown


def test_one_line_has_no_breaks() -> None:
    assert texts.one_line(" a\r\n\n b\tc\u2028d ") == "a b cd"


def test_a_tooltip_never_becomes_markup_of_its_own() -> None:
    assert "<img" not in texts.tooltip("<img src='/etc/passwd'>")
    assert texts.tooltip("") == ""


def test_an_ampersand_in_a_name_makes_no_shortcut() -> None:
    assert texts.button("Harbour & Pine") == "Harbour && Pine"


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(123_456_789, "USD"), "1,234,567.89 USD"),
        (Money(-5, "USD"), "\u22120.05 USD"),
        (Money(1_000, "JPY"), "1,000 JPY"),
        (Money(1_234, "KWD"), "1.234 KWD"),
        (Money(999_999_999_999_999_99, "USD"), "999,999,999,999,999.99 USD"),
        (None, "\u2013"),
    ],
)
def test_money_is_exact_at_any_size(qapp: object, money: Money | None, text: str) -> None:
    assert formats.money(money) == text


@pytest.mark.parametrize(
    ("given", "shown"),
    [("1982.7333", "1,982.7333"), ("-3", "\u22123"), ("12", "12"), ("", ""), ("1 h", "1 h")],
)
def test_decimals_keep_every_digit(qapp: object, given: str, shown: str) -> None:
    assert formats.decimal(given) == shown


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (20, "in a moment"),
        (180, "in 3 min"),
        (-180, "3 min ago"),
        (-7200, "2 h ago"),
        (-26 * 3600, "1 day ago"),
        (-5 * 86400, "5 days ago"),
        (-90 * 86400, "Feb 11, 2026"),
    ],
)
def test_spans_are_short_words(qapp: object, seconds: int, words: str) -> None:
    assert formats.relative(NOW + timedelta(seconds=seconds), NOW) == words


def test_never_and_no_day_are_words_too(qapp: object) -> None:
    assert formats.relative(None, NOW) == "never"
    assert formats.day(None) == "\u2013"
    assert formats.exact(None) == ""


def test_days_are_written_so_that_nobody_swaps_day_and_month(qapp: object) -> None:
    assert formats.day(date(2026, 3, 4)) == "Mar 4, 2026"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(5, "every 5 min"), (60, "every hour"), (120, "every 2 h"), (1440, "every day")],
)
def test_periods(qapp: object, minutes: int, words: str) -> None:
    assert formats.every(minutes) == words


def test_where_an_invoice_stands_on_the_platform_has_a_word_and_a_sentence() -> None:
    for word in ("listed", "paid", "archived", "waits", "currency"):
        assert words.on_platform(word)
        assert words.on_platform_tip(word).endswith(".")
    assert words.on_platform("") == words.on_platform_tip("") == ""
