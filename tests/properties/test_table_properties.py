"""Tables come back as they were written, in every dialect; damaged files end in an answer."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.bank.statements import read_statement
from fbrecon.domain.deposits import StatementLine, identify
from fbrecon.domain.imports import RowProblem
from fbrecon.domain.money import Money, decimal_string
from fbrecon.errors import AskAboutFile, BadFile
from fbrecon.platforms.files.payments import read_payments
from fbrecon.platforms.files.payouts import read_payouts
from fbrecon.table_files.amounts import Cell, Mark, decide_mark, read_amount
from fbrecon.table_files.days import DayOrder, decide_order, read_day
from fbrecon.table_files.mapping import TableKind
from fbrecon.table_files.records import DELIMITERS, read_table
from fbrecon.table_files.sheet import Read, Sheet
from fbrecon.table_files.text import decode
from tests.conftest import scaled
from tests.fakes.statement_samples import DETAIL, SGML, XML, document, entry
from tests.fakes.table_samples import (
    GOCARDLESS_LINES,
    GOCARDLESS_PAYMENTS,
    SQUARE,
    STRIPE,
    built_in,
    table,
    written,
)
from tests.properties.kinds import currencies, days

COLUMNS = ("id", "date", "amount", "note")
cells = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=12
)
tricky = st.text(list("ab,;|\t\"'\r\n é€"), max_size=8)
rows = st.lists(st.tuples(cells | tricky, cells, tricky, cells | tricky), max_size=12)


@given(
    rows,
    st.sampled_from(DELIMITERS),
    st.sampled_from(['"', "'"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_any_table_in_any_dialect_reads_back_to_the_same_rows(
    rows: list[tuple[str, ...]],
    delimiter: str,
    quote: str,
    newline: str,
    always: bool,
    encoding: str,
) -> None:
    # A file in single quotation marks is known by its header's.
    always = always or quote == "'"
    text = written(
        [COLUMNS, *rows], delimiter=delimiter, quote=quote, newline=newline, always=always
    )
    found = read_table(decode(text.encode(encoding)), lambda c: c == COLUMNS, "")
    kept = [(place, row) for place, row in enumerate(rows, 2) if any(c.strip() for c in row)]
    assert [(row.number, row.cells) for row in found.rows] == kept
    assert (found.broken, found.dialect.delimiter) == ((), delimiter)


@given(rows.filter(bool), st.sampled_from(DELIMITERS))
def test_western_text_reads_back_too(rows: list[tuple[str, ...]], delimiter: str) -> None:
    western = [
        tuple(cell.encode("cp1252", "ignore").decode("cp1252") for cell in row) for row in rows
    ]
    # One letter that is no UTF-8, as any real file in this encoding has.
    text = written([COLUMNS, *western, ("é", "1", "2", "3")], delimiter=delimiter)
    found = read_table(decode(text.encode("cp1252")), lambda c: c == COLUMNS, "")
    assert [r.cells for r in found.rows] == [
        r for r in [*western, ("é", "1", "2", "3")] if any(c.strip() for c in r)
    ]


def spelled(amount: Decimal, mark: Mark, style: int) -> str:
    """A sum in one of the ways people write it; a third of the styles group by thousands."""
    sign, digits, _ = abs(amount).as_tuple()
    del sign, digits
    whole, _, part = format(abs(amount), "f").partition(".")
    group = {0: "", 1: "," if mark == "." else ".", 2: " ", 3: "'"}[style % 4]
    grouped = f"{int(whole):,}".replace(",", group) if group else whole
    text = grouped + (mark + part if part else "")
    if amount >= 0:
        return text
    return (f"-{text}", f"({text})", f"{text}-", f"{text} DR")[style // 4 % 4]


@given(
    st.lists(st.integers(-(10**11), 10**11), min_size=1, max_size=8),
    currencies,
    st.sampled_from([".", ","]),
    st.integers(0, 15),
)
def test_sums_are_read_as_they_were_written_or_asked_about(
    minors: list[int], currency: str, mark: Mark, style: int
) -> None:
    amounts = [Decimal(decimal_string(minor, currency)) for minor in minors]
    texts = [spelled(amount, mark, style) for amount in amounts]
    column = [Cell(row, text, currency) for row, text in enumerate(texts, 2)]
    try:
        decided = decide_mark("amount", column)
    except AskAboutFile:
        decided = mark  # the person says it
    if any("." in text or "," in text for text in texts):
        assert decided == mark
    assert [read_amount("amount", text, decided, currency) for text in texts] == amounts


@given(
    st.lists(days, min_size=1, max_size=10),
    st.sampled_from(DayOrder),
    st.sampled_from("/.-"),
    st.booleans(),
)
def test_days_are_read_as_they_were_written_or_asked_about(
    written_days: list[date], order: DayOrder, mark: str, padded: bool
) -> None:
    def spell(day: date) -> str:
        numbers = [day.day, day.month] if order is DayOrder.DAY_FIRST else [day.month, day.day]
        texts = [f"{n:02d}" if padded else str(n) for n in numbers]
        return mark.join([*texts, str(day.year)])

    texts = [spell(day) for day in written_days]
    try:
        decided = decide_order("date", list(enumerate(texts, 2)))
    except AskAboutFile:
        assert all(max(day.day, day.month) <= 12 for day in written_days)
        decided = order
    assert [read_day("date", text, decided).on for text in texts] == written_days


statement_lines = st.builds(
    StatementLine,
    st.dates(date(2026, 1, 1), date(2026, 1, 3)),
    st.builds(Money, st.integers(-2, 2), st.just("USD")),
    st.sampled_from(["", "a", "A ", "b"]),
    line_id=st.sampled_from(["", "", "1", "2"]),
)


@given(st.lists(statement_lines, max_size=12), st.lists(statement_lines, max_size=6))
def test_a_second_statement_over_the_same_days_adds_what_is_new(
    first: list[StatementLine], more: list[StatementLine]
) -> None:
    plain = [line for line in [*first, *more] if not line.line_id]
    known = {d.id for d in identify(line for line in first if not line.line_id)}
    again = {d.id for d in identify(plain)}
    assert known <= again
    assert len(again) == len(plain)


@given(st.lists(statement_lines, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_a_statement_changes_no_line(
    lines: list[StatementLine], chance: random.Random
) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)
    assert {d.id for d in identify(lines)} == {d.id for d in identify(shuffled)}


# ---- damaged files

Reader = Callable[[bytes], Read[object]]


def _table(name: str, kind: TableKind) -> Reader:
    mapping = built_in(name, kind)
    read = read_payments if kind is TableKind.PAYMENTS else read_payouts
    return lambda data: read(Sheet.open(data, mapping))  # type: ignore[return-value]


def _bank(data: bytes) -> Read[object]:
    return read_statement(data, built_in("plain", TableKind.BANK), "USD")  # type: ignore[return-value]


BANK_ROWS = table(
    "line_id,date,amount,currency,description,reference",
    *(f"b{n},2026-02-{n % 28 + 1:02d},{n}.50,USD,PAYOUT po_{n},R{n}" for n in range(30)),
)
PARTS = DETAIL.format(end="E1", who="Kestrel", text="INV 7") * 3
WHOLE: list[tuple[str, bytes, Reader]] = [
    ("stripe payments", table(*STRIPE), _table("stripe", TableKind.PAYMENTS)),
    ("stripe payouts", table(*STRIPE), _table("stripe", TableKind.PAYOUT_LINES)),
    ("gocardless", table(*GOCARDLESS_LINES), _table("gocardless", TableKind.PAYOUT_LINES)),
    (
        "gocardless payments",
        table(*GOCARDLESS_PAYMENTS),
        _table("gocardless", TableKind.PAYMENTS),
    ),
    ("square", table(*SQUARE, delimiter=";"), _table("square", TableKind.PAYMENTS)),
    ("bank", BANK_ROWS, _bank),
    ("old ofx", SGML, _bank),
    ("new ofx", XML, _bank),
    ("camt", document(*[entry("97.00", "CRDT", inside=PARTS)] * 5), _bank),
]
PIECES = [
    b'"', b"'", b"\n", b"\r", b",", b";", b"\x00", b"\xff", b"<", b">", b"</", b"&", b"&amp;",
    b"<!--", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"-", b"(", b"9" * 400, b"<A>" * 200,
    b"\xef\xbb\xbf",
    "١".encode(), b"1e9", b"<STMTTRN>", b"</STMTTRN>", b"<Ntry>", b"</Ntry>",
]  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file after one to four accidents."""
    content = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content) + 1)
        end = min(len(content), place + chance.choice([1, 1, 3, 40]))
        accident = chance.randrange(5)
        if accident == 0:
            content[place:end] = b""
        elif accident == 1:
            content[place:place] = chance.choice(PIECES) * chance.choice([1, 1, 1, 50])
        elif accident == 2:
            content[place:end] = bytes(chance.randrange(256) for _ in range(end - place))
        elif accident == 3:
            content[place:place] = content[place:end] * chance.choice([2, 30])
        else:
            del content[place:]
    return bytes(content)


@pytest.mark.parametrize(("name", "data", "read"), WHOLE, ids=[name for name, _, _ in WHOLE])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    name: str, data: bytes, read: Reader
) -> None:
    assert read(data).rows
    chance = random.Random(f"damaged {name}")
    for _ in range(scaled(300)):
        content = damaged(data, chance)
        try:
            found = read(content)
        except (BadFile, AskAboutFile):
            continue
        assert all(isinstance(problem, RowProblem) for problem in found.problems)
        assert all(problem.row > 0 and problem.problem for problem in found.problems)


HOSTILE: list[tuple[str, bytes, Reader]] = [
    ("quotation marks", b"date,amount\n" + b'"a\n' * 200_000, _bank),
    ("closed in the middle", b"date,amount\n" + b'"a"b\n' * 200_000, _bank),
    ("one long line", b"date,amount\n" + b"x," * 500_000, _bank),
    ("tags that never end", b"<OFX>" + b"<A" * 500_000, _bank),
    ("one tag that never ends", b"<OFX><" + b"A" * 1_000_000, _bank),
    ("deep ofx", b"<OFX>" + b"<A>" * 300_000, _bank),
    ("ofx of nothing but ends", b"<OFX>" + b"</A>" * 200_000 + b"</OFX>", _bank),
    ("cdata in ofx", b"<OFX>" + b"<A><![CDATA[" * 100_000 + b"</OFX>", _bank),
    ("entities in ofx", b"<OFX><A>" + b"&" * 1_000_000 + b"</OFX>", _bank),
    ("deep camt", b"<BkToCstmrStmt>" + b"<a>" * 300_000, _bank),
    ("wide camt", document("<x/>" * 200_000), _bank),
    ("attributes", document("<x " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>"), _bank),
    ("digits", b"date,amount\n" + b"2026-01-01," + b"9" * 30_000 + b"\n", _bank),
    ("groups", b"date,amount\n" + b'2026-01-01,"' + b"1," * 15_000 + b'"\n', _bank),
    ("spaces", b"date,amount\n" + b"2026-01-01" + b" " * 30_000 + b"x,1\n", _bank),
]


@pytest.mark.parametrize(("name", "data", "read"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
@pytest.mark.timeout(30)  # far above what it takes, far below anything worse than linear
def test_a_hostile_file_costs_no_more_than_its_size(name: str, data: bytes, read: Reader) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        found = read(data)
    except (BadFile, AskAboutFile):
        pass
    else:
        assert found.problems or not found.rows, name
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024


def test_days_far_apart_stay_apart() -> None:
    first = date(2026, 1, 1)
    lines = [
        StatementLine(first + timedelta(days=n), Money(1, "USD"), "x") for n in range(scaled(2000))
    ]
    assert len({d.id for d in identify(lines)}) == len(lines)
