"""Payouts that files tell of: their parts, and what several files make of one payout together."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fbrecon.errors import WrongUsage
from tests.app.bench import Home
from tests.app.test_imports import PAYMENTS, PAYOUTS, bring, counts
from tests.fakes.table_samples import GOCARDLESS_LINES, STRIPE, table


def test_a_payout_of_a_processor_is_listed_with_its_parts(here: Home) -> None:
    bring(here, PAYMENTS, table(*STRIPE))
    result = bring(here, PAYOUTS, table(*STRIPE))
    assert (counts(result), result.mapping) == ((1, 0, 0, 1, 0), "stripe")
    (payout,) = here.desk.list_payouts()
    told = [str(sum_) for sum_ in (payout.gross, payout.fees, payout.net, payout.difference)]
    assert told == ["350.00 USD", "12.75 USD", "297.25 USD", "0.00 USD"]
    assert payout.payments == ("pay_ch_1", "pay_ch_2")


def test_a_payout_alone_is_listed_in_the_currency_of_its_file(here: Home) -> None:
    bring(here, PAYOUTS, table("payout_id,arrival_date,net,currency", "o1,2026-02-05,9.00,CAD"))
    (payout,) = here.desk.list_payouts()
    assert (str(payout.net), str(payout.difference)) == ("9.00 CAD", "0.00 CAD")


_LISTED = (
    (
        "id,amount,currency,created_at,reference,status,arrival_date,transaction_fee_debit,"
        "total_payment_amount"
    ),
    "PO1,128.50,GBP,2026-02-04,KESTREL-X1,{},2026-02-05,2.00,160.00",
)


@pytest.mark.parametrize("list_first", [True, False])
def test_a_list_of_payouts_and_their_breakdown_tell_one_payout_together(
    here: Home, list_first: bool
) -> None:
    listed_there = table(_LISTED[0], _LISTED[1].format("paid"))
    files = [listed_there, table(*GOCARDLESS_LINES)]
    for data in files if list_first else reversed(files):
        assert counts(bring(here, PAYOUTS, data))[3:] == (0, 0)
    for data in files:
        assert counts(bring(here, PAYOUTS, data)) == (0, 0, 1, 0, 0)
    (payout,) = here.desk.list_payouts()
    assert payout.payments == ("pay_PM1", "pay_PM2")
    assert (str(payout.net), str(payout.fees)) == ("128.50 GBP", "1.50 GBP")
    assert str(payout.difference) == "0.00 GBP"
    stores = here.desk.company.stores
    assert stores.files.references("payout") == {"PO1": "KESTREL-X1"}


def test_a_list_of_payouts_can_be_told_what_its_columns_and_words_are(here: Home) -> None:
    file = table("id,net,arrival_date,state,note,currency", "o1,9.00,2026-02-05,done,X-1,USD")
    columns = (("payout_id", "id"), ("status", "state"), ("bank_reference", "note"))
    words = (("status", "done", "paid"),)
    assert counts(bring(here, PAYOUTS, file, columns=columns, words=words)) == (1, 0, 0, 0, 0)
    assert here.desk.list_payouts()[0].state == "paid"
    with pytest.raises(WrongUsage, match="no field"):
        bring(here, PAYOUTS, file, columns=(("colour", "id"),))


def test_a_breakdown_says_nothing_of_how_its_payout_stands(here: Home) -> None:
    for status in ("bounced", "pending", "on the moon"):
        bring(here, PAYOUTS, table(_LISTED[0], _LISTED[1].format(status)))
        before = here.desk.list_payouts()[0].state
        bring(here, PAYOUTS, table(*GOCARDLESS_LINES))
        (payout,) = here.desk.list_payouts()
        assert (payout.state, len(payout.payments)) == (before, 2)
    bring(here, PAYOUTS, table(_LISTED[0], _LISTED[1].format("paid")))
    assert here.desk.list_payouts()[0].state == "paid"


def test_a_net_that_the_breakdown_does_not_make_up_leaves_a_gap_to_see(here: Home) -> None:
    bring(here, PAYOUTS, table(_LISTED[0], _LISTED[1].format("paid").replace("128.50", "128.00")))
    for _ in range(2):
        bring(here, PAYOUTS, table(*GOCARDLESS_LINES))
        (payout,) = here.desk.list_payouts()
        assert (str(payout.net), str(payout.difference)) == ("128.00 GBP", "-0.50 GBP")


def test_payments_that_name_their_payout_are_listed_with_it(here: Home) -> None:
    header = "payment_id,date,gross,status,payout_id,currency"
    rows = [f"p{n},2026-02-03,{n}0.00,succeeded,o1,USD" for n in (1, 2)]
    bring(here, PAYMENTS, table(header, *rows, "p3,2026-02-03,5.00,succeeded,,USD"))
    bring(here, PAYOUTS, table("payout_id,arrival_date,net,gross,fees", "o1,2026-02-05,29,30,1"))
    (payout,) = here.desk.list_payouts()
    assert payout.payments == ("pay_p1", "pay_p2")


_PAID_OUT = (
    "payment_id,date,gross,fee,status,payout_id,currency",
    "p1,2026-02-03,10.00,0.40,succeeded,o1,USD",
    "p2,2026-02-03,20.00,0.60,succeeded,o1,USD",
)
_ONE_OUT = ("payout_id,arrival_date,net,gross,fees,currency", "o1,2026-02-05,29.00,30.00,1.00,USD")


@pytest.mark.parametrize("list_first", [True, False])
def test_payments_that_name_their_payout_make_it_up_where_the_sums_agree(
    here: Home, list_first: bool
) -> None:
    files = [(PAYOUTS, table(*_ONE_OUT)), (PAYMENTS, table(*_PAID_OUT))]
    for kind, data in files if list_first else files[::-1]:
        bring(here, kind, data)
    (payout,) = here.desk.company.stores.platform.list_payouts(from_files=True)
    assert [(line.kind.value, str(line.amount)) for line in payout.lines or ()] == [
        ("payment", "10.00"),
        ("fee", "-0.40"),
        ("payment", "20.00"),
        ("fee", "-0.60"),
    ]
    for kind, data in files:
        assert counts(bring(here, kind, data))[:2] == (0, 0)


@pytest.mark.parametrize(
    "rows",
    [
        (_PAID_OUT[0], _PAID_OUT[1].replace("0.40", "0.41"), _PAID_OUT[2]),
        _PAID_OUT[:2],
        (_PAID_OUT[0], *(row.replace("USD", "CAD") for row in _PAID_OUT[1:])),
    ],
    ids=["a cent off", "one is missing", "another currency"],
)
def test_payments_that_do_not_make_up_their_payout_are_no_composition(
    here: Home, rows: tuple[str, ...]
) -> None:
    bring(here, PAYOUTS, table(*_ONE_OUT))
    bring(here, PAYMENTS, table(*rows))
    (payout,) = here.desk.company.stores.platform.list_payouts(from_files=True)
    assert payout.lines is None


def test_a_payout_of_a_file_hides_none_of_the_platforms(home: Home) -> None:
    home.connect()
    _, first = home.paid()
    home.platform.pay_out(first)
    home.sync()
    far = home.clock.now().date() + timedelta(days=20)
    bring(home, PAYOUTS, table("payout_id,arrival_date,net", f"o1,{far},9.00"))
    home.clock.advance(3600)
    _, second = home.paid()
    home.platform.pay_out(second)
    home.sync("payouts")
    assert len(home.desk.list_payouts()) == 3
