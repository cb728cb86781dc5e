from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from fbrecon.domain.documents import PayoutLine, PayoutLineKind
from fbrecon.platforms.alternative_payments.payout_lines import find_lines

SIGNED = [
    {"id": "t1", "type": "payment", "amount": 100, "payment_id": "p1", "description": "Invoice 7"},
    {
        "id": "t2",
        "type": "fee",
        "amount": -3.2,
        "payment_id": "p1",
        "description": "Processing fee",
    },
    {"id": "t3", "type": "return", "amount": "-40.00", "payment_id": "p0", "description": None},
    {"id": "t4", "type": "fee", "amount": -15, "payment_id": None, "description": "Return fee"},
]
DIRECTED: list[dict[str, Any]] = [
    {
        "transaction_id": "t1",
        "kind": "payment",
        "sub_total": 100,
        "total": 102,
        "direction": "credit",
        "reference": {"payment_id": "p1"},
        "fees": [
            {"amount": 3.2, "name": "Card", "type": "FT_METHOD", "covered_by_customer": False},
            {"amount": 2, "name": "Extra", "type": "FT_METHOD", "covered_by_customer": True},
        ],
    },
    {
        "transaction_id": "t3",
        "kind": "return",
        "sub_total": 40,
        "total": 40,
        "direction": "debit",
        "reference": {"payment_id": "p0"},
        "fees": [],
    },
    {
        "transaction_id": "t4",
        "kind": "fee",
        "sub_total": 15,
        "total": 15,
        "direction": "debit",
        "reference": {"payment_id": None},
        "fees": [{"amount": 15, "type": "unspecified"}],
    },
]


def _lines(rows: list[Any]) -> tuple[PayoutLine, ...] | None:
    return find_lines([msgspec.Raw(json.dumps(row).encode()) for row in rows], {})


def _facts(lines: tuple[PayoutLine, ...] | None) -> list[tuple[str, Decimal, str | None]]:
    assert lines is not None
    return [(line.kind.value, line.amount, line.payment_id) for line in lines]


WANTED = [
    ("payment", Decimal(100), "p1"),
    ("fee", Decimal("-3.2"), "p1"),
    ("return", Decimal(-40), "p0"),
    ("fee", Decimal(-15), None),
]


def test_signed_rows_and_directed_rows_tell_the_same_composition() -> None:
    assert _facts(_lines(SIGNED)) == WANTED
    assert _facts(_lines(DIRECTED)) == WANTED


def test_a_fee_that_the_customer_covered_is_no_line() -> None:
    lines = _lines(DIRECTED[:1])
    assert lines is not None
    assert sum(line.amount for line in lines) == Decimal("96.8")


def test_each_line_has_an_id_of_its_own() -> None:
    for rows in (SIGNED, DIRECTED):
        lines = _lines(rows)
        assert lines is not None
        assert len({line.line_id for line in lines}) == len(lines)


def test_a_direction_beside_a_plain_amount_gives_the_sign() -> None:
    row = {"id": "t", "type": "refund", "amount": 40, "direction": "debit"}
    assert _facts(_lines([row])) == [("refund", Decimal(-40), None)]


def test_a_kind_that_nobody_explained_is_other_and_keeps_its_sum() -> None:
    row = {"id": "t", "type": "mystery", "amount": -4.5}
    lines = _lines([row])
    assert lines is not None
    assert (lines[0].kind, lines[0].description) == (PayoutLineKind.OTHER, "mystery")


def test_rows_like_those_of_the_list_of_payments_are_understood_when_collected() -> None:
    row = {
        "id": "p1",
        "created_at": "2026-03-01T00:00:00Z",
        "status": "succeeded",
        "payment_method": "card",
        "sub_total": 100,
        "total": 102,
        "fees": DIRECTED[0]["fees"],
    }
    assert _facts(_lines([row])) == WANTED[:2]
    assert _lines([row, {**row, "id": "p2", "status": "returned"}]) is None


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"id": "t", "amount": 4},
        {"id": "t", "type": "payment", "amount": "NaN"},
        {"id": "t", "type": "payment", "amount": 1.234},
        {**DIRECTED[0], "direction": "sideways"},
        {**DIRECTED[0], "sub_total": -100},
        [],
        None,
    ],
)
def test_one_row_of_an_unknown_shape_leaves_no_half_composition(odd: Any) -> None:
    assert _lines([*SIGNED, odd]) is None
