"""Payments and payouts from tables: our own columns, and the exports of three processors."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from fbrecon.domain.documents import Method, PayoutLineKind, PlatformState
from fbrecon.domain.imports import ImportedPayment, ImportedPayout
from fbrecon.domain.moments import day_in
from fbrecon.platforms.files.mappings import BUILT_IN
from fbrecon.platforms.files.payments import read_payments
from fbrecon.platforms.files.payouts import read_payouts
from fbrecon.table_files.mapping import TableKind
from fbrecon.table_files.sheet import Read, Sheet
from tests.fakes.table_samples import (
    GOCARDLESS_LINES,
    GOCARDLESS_PAYMENTS,
    SQUARE,
    STRIPE,
    built_in,
    table,
)

K = TableKind
HEADER = (
    "payment_id,date,customer,invoice_number,gross,fee,fee_paid_by,net,currency,method,status,"
    "payout_id"
)


def payments(*rows: str, name: str = "plain") -> Read[ImportedPayment]:
    return read_payments(Sheet.open(table(*rows), built_in(name, K.PAYMENTS)))


def payouts(*rows: str, name: str = "plain", kind: K = K.PAYOUTS) -> Read[ImportedPayout]:
    return read_payouts(Sheet.open(table(*rows), built_in(name, kind)))


def told(read: Read[ImportedPayment] | Read[ImportedPayout]) -> list[tuple[int, str, bool]]:
    return [(p.row, p.field, p.skipped) for p in read.problems]


def test_a_payment_is_read_with_all_it_says() -> None:
    read = payments(
        HEADER,
        "p1,2026-02-03,Kestrel,INV-7,103.20,3.20,customer,100.00,USD,card,succeeded,po1",
        "p2,2026-02-04,Quayside,INV-8,50.00,1.75,merchant,48.25,USD,ach,pending,",
    )
    assert read.problems == ()
    (_, one), (_, two) = read.rows
    assert one.as_payment("America/New_York").taken_off("USD").minor == 10_000
    assert (one.on, one.state, one.method, one.payout_id) == (
        date(2026, 2, 3),
        PlatformState.SUCCEEDED,
        Method.CARD,
        "po1",
    )
    assert two.as_payment("UTC").taken_off("USD").minor == 5_000
    assert two.as_payment("UTC").merchant_fees == Decimal("1.75")
    assert (two.state, two.payout_id) == (PlatformState.PENDING, None)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Nowhere/At_all"])
def test_a_day_stays_that_day_in_every_zone(zone: str) -> None:
    read = payments("payment_id,date,gross,status", "p1,2026-03-08,1.00,succeeded")
    payment = read.rows[0][1].as_payment(zone)
    assert day_in(payment.created_at, zone) == date(2026, 3, 8)


def test_a_word_that_nobody_explained_is_unknown() -> None:
    read = payments("payment_id,date,gross,status", "p1,2026-03-08,1.00,on its way")
    assert (read.rows[0][1].state, read.rows[0][1].raw_state) == (
        PlatformState.UNKNOWN,
        "on its way",
    )


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (",2026-02-03,,,1.00,,,,USD,,succeeded,", "payment_id"),
        ("p1,,,,1.00,,,,USD,,succeeded,", "date"),
        ("p1,2026-02-30,,,1.00,,,,USD,,succeeded,", "date"),
        ("p1,2026-02-03,,,,,,,USD,,succeeded,", "gross"),
        ("p1,2026-02-03,,,one,,,,USD,,succeeded,", "gross"),
        ("p1,2026-02-03,,,0.00,,,,USD,,succeeded,", "gross"),
        ("p1,2026-02-03,,,-1.00,,,,USD,,succeeded,", "gross"),
        ("p1,2026-02-03,,,1.005,,,,USD,,succeeded,", "gross"),
        ("p1,2026-02-03,,,1.00,-0.10,,,USD,,succeeded,", "fee"),
        ("p1,2026-02-03,,,1.00,1.10,,,USD,,succeeded,", "fee"),
        ("p1,2026-02-03,,,1.00,0.10,nobody,,USD,,succeeded,", "fee_paid_by"),
        ("p1,2026-02-03,,,1.00,0.10,,0.89,USD,,succeeded,", "net"),
        ("p1,2026-02-03,,,1.00,,,,DOLLARS,,succeeded,", "currency"),
        ("p1,2026-02-03,,,1.00,,,,USD,,,", "status"),
    ],
)
def test_a_problem_names_row_and_field_and_the_other_rows_go_in(row: str, field: str) -> None:
    sound = "p9,2026-02-03,,,2.00,0.10,,1.90,USD,,succeeded,"
    read = payments(HEADER, sound, row)
    assert told(read) == [(3, field, False)]
    assert [payment.id for _, payment in read.rows] == ["p9"]


def test_rows_that_contradict_each_other_are_all_left_out() -> None:
    header = "payment_id,date,gross,status"
    read = payments(
        header,
        "p1,2026-02-03,1.00,succeeded",
        "p2,2026-02-03,1.00,succeeded",
        "p1,2026-02-03,1.01,succeeded",
        "p2,2026-02-03,1.00,succeeded",
    )
    assert told(read) == [(2, "payment_id", False), (4, "payment_id", False)]
    assert [(number, payment.id) for number, payment in read.rows] == [(3, "p2"), (5, "p2")]


def test_stripes_charges_are_payments_and_everything_else_is_named() -> None:
    read = payments(*STRIPE, name="stripe")
    assert [(p.id, p.gross, p.fee, p.currency, p.method) for _, p in read.rows] == [
        ("ch_1", Decimal("100.00"), Decimal("3.20"), "USD", Method.CARD),
        ("ch_2", Decimal("250.00"), Decimal("7.55"), "USD", Method.ACH),
        ("ch_3", Decimal("10.00"), Decimal("0.59"), "USD", Method.CARD),
    ]
    assert told(read) == [(4, "kind", True), (5, "kind", True), (6, "kind", True)]
    first = read.rows[0][1]
    assert first.at == datetime(2026, 2, 1, 23, 30, tzinfo=UTC)
    assert (first.customer, first.invoice_number, first.payout_id) == (
        "Kestrel Freight",
        "INV-7",
        "po_1",
    )


def test_stripes_payout_is_the_signed_sum_of_its_rows() -> None:
    read = payouts(*STRIPE, name="stripe", kind=K.PAYOUT_LINES)
    ((number, payout),) = read.rows
    assert (number, payout.id, payout.net, payout.gross, payout.fees) == (
        2,
        "po_1",
        Decimal("297.25"),
        Decimal("350.00"),
        Decimal("12.75"),
    )
    record = payout.as_payout("UTC")
    assert (record.gap, record.arrival_on) == (Decimal(0), date(2026, 2, 4))
    assert [(x.kind, str(x.amount), x.payment_id) for x in record.lines or ()] == [
        (PayoutLineKind.PAYMENT, "100.00", "ch_1"),
        (PayoutLineKind.FEE, "-3.20", "ch_1"),
        (PayoutLineKind.PAYMENT, "250.00", "ch_2"),
        (PayoutLineKind.FEE, "-7.55", "ch_2"),
        (PayoutLineKind.REFUND, "-40.00", "ch_0"),
        (PayoutLineKind.FEE, "-2.00", None),
    ]
    assert told(read) == [(7, "payout_id", True)]


def test_what_the_rows_do_not_explain_of_a_payout_stays_a_gap() -> None:
    rows = [row.replace("-297.25", "-300.25") for row in STRIPE]
    payout = payouts(*rows, name="stripe", kind=K.PAYOUT_LINES).rows[0][1].as_payout("UTC")
    assert (payout.net, payout.gap) == (Decimal("300.25"), Decimal("3.00"))


def test_a_payout_with_a_row_that_cannot_be_read_is_left_out_as_a_whole() -> None:
    rows = list(STRIPE)
    rows[2] = rows[2].replace("242.45", "242.44")
    read = payouts(*rows, name="stripe", kind=K.PAYOUT_LINES)
    assert read.rows == ()
    assert [(row, field) for row, field, skipped in told(read) if not skipped] == [
        (2, "payout_id"),
        (3, "net"),
        (4, "payout_id"),
        (5, "payout_id"),
        (6, "payout_id"),
    ]
    assert "Row 3 of the same payout" in read.problems[0].problem


def test_a_row_of_nobody_knows_which_payout_spoils_those_without_a_total() -> None:
    without_total = [row for row in STRIPE if ",payout," not in row]
    broken = 'po_2,"2026"x'
    read = payouts(*without_total, broken, name="stripe", kind=K.PAYOUT_LINES)
    assert read.rows == ()
    read = payouts(*STRIPE, broken, name="stripe", kind=K.PAYOUT_LINES)
    assert [payout.id for _, payout in read.rows] == ["po_1"]


def test_gocardless_fees_that_are_shown_as_taken_away_are_understood() -> None:
    read = payouts(*GOCARDLESS_LINES, name="gocardless", kind=K.PAYOUT_LINES)
    ((_, payout),) = read.rows
    assert (payout.net, payout.currency) == (Decimal("128.50"), "GBP")
    lines = payout.lines or ()
    assert sum(x.amount for x in lines) == payout.net
    assert [x.kind for x in lines if x.kind is not PayoutLineKind.FEE] == [
        PayoutLineKind.PAYMENT,
        PayoutLineKind.PAYMENT,
        PayoutLineKind.RETURN,
    ]
    positive = [GOCARDLESS_LINES[0]]
    positive += [
        row.replace(",-1.20,", ",1.20,").replace(",-0.80,", ",0.80,").replace(",0.50,", ",-0.50,")
        for row in GOCARDLESS_LINES[1:]
    ]
    assert payouts(*positive, name="gocardless", kind=K.PAYOUT_LINES).rows[0][1].lines == lines


def test_gocardless_words_become_ours_and_an_unknown_one_stays_unknown() -> None:
    read = payments(*GOCARDLESS_PAYMENTS, name="gocardless")
    assert read.problems == ()
    assert [(p.id, p.state, p.fee, p.on.isoformat()) for _, p in read.rows] == [
        ("PM1", PlatformState.SUCCEEDED, Decimal("1.20"), "2026-02-01"),
        ("PM3", PlatformState.PENDING, Decimal(0), "2026-02-03"),
        ("PM4", PlatformState.UNKNOWN, Decimal(0), "2026-02-03"),
    ]


def test_squares_negative_fees_and_dollar_signs_are_understood() -> None:
    read = payments(*SQUARE, name="square")
    assert [(p.id, str(p.gross), str(p.fee), p.on.isoformat()) for _, p in read.rows] == [
        ("P1", "100.00", "2.90", "2026-02-13"),
        ("P2", "40.00", "1.30", "2026-02-13"),
    ]
    assert told(read) == [(4, "kind", True)]
    ((_, payout),) = payouts(*SQUARE, name="square", kind=K.PAYOUT_LINES).rows
    assert (str(payout.net), payout.arrival_on) == ("125.80", date(2026, 2, 14))


def test_payouts_one_a_row() -> None:
    header = "payout_id,arrival_date,net,gross,fees,currency,status,bank_reference"
    read = payouts(
        header,
        "po1,2026-02-05,97.00,100.00,3.00,USD,paid,REF 1",
        "po2,2026-02-06,50.00,,,USD,,",
        "po3,2026-02-06,-12.00,,3.00,USD,on the way,",
        "po4,soon,1.00,,,USD,,",
        "po5,2026-02-06,1.00,,-3.00,USD,,",
    )
    found = [
        (p.id, str(p.net), str(p.gross), None if p.fees is None else str(p.fees), p.state.value)
        for _, p in read.rows
    ]
    assert found == [
        ("po1", "97.00", "100.00", "3.00", "paid"),
        ("po2", "50.00", "50.00", None, "paid"),
        ("po3", "-12.00", "-9.00", "3.00", "unknown"),
    ]
    assert told(read) == [(5, "arrival_date", False), (6, "fees", False)]
    assert read.rows[0][1].reference == "REF 1"


def test_payouts_that_contradict_each_other_are_all_left_out() -> None:
    read = payouts(
        "payout_id,arrival_date,net", "a,2026-02-05,1.00", "b,2026-02-05,1.00", "a,2026-02-05,2.00"
    )
    assert [payout.id for _, payout in read.rows] == ["b"]
    assert told(read) == [(2, "payout_id", False), (4, "payout_id", False)]


def test_the_names_of_mappings_are_told_apart_within_a_kind() -> None:
    names = [(mapping.name, mapping.kind) for mapping in BUILT_IN]
    assert len(set(names)) == len(names)
