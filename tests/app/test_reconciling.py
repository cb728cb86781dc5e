"""Bank lines and payouts: what is matched by itself, what a person decides, and that it lasts."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from fbrecon.app import as_json
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import DepositRow
from fbrecon.domain.documents import PayoutState
from fbrecon.domain.overview import TableQuery
from fbrecon.errors import NotFound, Refused, WrongUsage
from tests.app.bench import Home
from tests.fakes.table_samples import table

_, PAYOUTS, BANK = ImportKind
PAYOUT_COLUMNS = "payout_id,arrival_date,net,gross,fees,currency,status,bank_reference"
BANK_COLUMNS = "line_id,date,amount,currency,description,reference"
FIRST = date(2026, 1, 5)
NETS = ["97.10", "412.35", "58.02", "1204.77", "233.90", "75.61", "640.18", "19.44"]


@pytest.fixture
def here(home: Home) -> Home:
    """A company with its books and no platform at all."""
    home.sign_in()
    return home


def bring(here: Home, kind: ImportKind, *rows: str) -> None:
    path = Path(here.folder) / "file.csv"
    path.write_bytes(table(PAYOUT_COLUMNS if kind is PAYOUTS else BANK_COLUMNS, *rows))
    result = here.desk.import_file(kind, path, Wishes())
    assert result.problems == ()


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def payout(name: str, on: date, net: str, *, status: str = "paid", reference: str = "") -> str:
    return f"{name},{on},{net},,,USD,{status},{reference}"


def seen(name: str, on: date, amount: str, text: str = "ALTPAY PAYOUT", code: str = "USD") -> str:
    return f"{name},{on},{amount},{code},{text},"


def some(here: Home) -> None:
    """Eight payouts, a week apart, each seen the day after it was expected, and the rent."""
    weeks = list(enumerate(NETS))
    bring(here, PAYOUTS, *(payout(f"po{n}", day(7 * n), net) for n, net in weeks))
    lines = [seen(f"b{n}", day(7 * n + 1), net) for n, net in weeks]
    bring(here, BANK, *lines, seen("rent", day(3), "-900.00", "RENT JANUARY 1"))


def listed(here: Home) -> list[DepositRow]:
    return here.desk.list_deposits()


def states(here: Home) -> tuple[int, int, int, int]:
    told = here.desk.reconcile()
    counts = [row.state for row in listed(here)]
    names = ("matched", "suggested", "ambiguous", "unmatched")
    assert tuple(counts.count(name) for name in names) == tuple(getattr(told, n) for n in names)
    return (told.matched, told.suggested, told.ambiguous, told.unmatched)


def the_line(here: Home, amount: str) -> DepositRow:
    (row,) = [x for x in listed(here) if x.amount.to_decimal_string() == amount]
    return row


def log(here: Home) -> list[tuple[str, str, str, str]]:
    keys = here.desk.log_keys(TableQuery("at"))
    return [
        (row.who, row.item, row.before, row.after)
        for row in here.desk.log_rows(keys)
        if row.kind == "match"
    ]


# ---- what is matched by itself


def test_what_agrees_to_the_cent_is_matched_and_both_lists_tell_it(here: Home) -> None:
    some(here)
    assert states(here) == (8, 0, 0, 1)
    row = as_json.deposit(the_line(here, "97.10"))
    assert (row["payout_id"], row["state"], row["alternatives"]) == ("out_po0", "matched", [])
    assert row["reason"].startswith("Same sum, 1 day after it was expected")
    assert 0.99 < row["confidence"] <= 1
    told = {x["id"]: x for x in map(as_json.payout, here.desk.list_payouts())}
    assert told["out_po0"]["bank_line_id"] == row["bank_line_id"]
    rent = as_json.deposit(the_line(here, "-900.00"))
    assert (rent["payout_id"], rent["state"]) == (None, "unmatched")
    assert log(here) == []


def test_nothing_is_matched_by_itself_with_an_unexplained_cent(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, payout("po9", day(70), "311.00", reference="TRACE9"))
    bring(here, BANK, seen("b9", day(71), "310.99", "ALTPAY PAYOUT TRACE9"))
    row = the_line(here, "310.99")
    assert (row.state, row.payouts) == ("suggested", ("out_po9",))
    assert "0.01 USD less, which nothing explains" in row.reason
    assert here.desk.list_payouts()[0].bank_lines == ()


def test_a_difference_that_is_exactly_the_fees_is_explained(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, f"po9,{day(70)},97.00,100.00,3.00,USD,paid,TRACE9")
    bring(here, BANK, seen("b9", day(71), "100.00", "ALTPAY PAYOUT TRACE9"))
    row = the_line(here, "100.00")
    assert (row.state, row.payouts) == ("matched", ("out_po9",))


def test_the_reference_that_a_file_states_tells_equal_payouts_apart(here: Home) -> None:
    some(here)
    pair = [payout(f"t{n}", day(80), "50.00", reference=f"TRACE{n}") for n in (1, 2)]
    lines = [seen(f"x{n}", day(81), "50.00", f"ALTPAY PAYOUT TRACE{n}") for n in (1, 2)]
    bring(here, PAYOUTS, *pair)
    bring(here, BANK, *lines)
    found = {row.description[-6:]: (row.state, row.payouts) for row in listed(here)}
    assert found["TRACE1"] == ("matched", ("out_t1",))
    assert found["TRACE2"] == ("matched", ("out_t2",))


def test_only_payouts_on_their_way_are_expected(here: Home) -> None:
    some(here)
    for n, status in enumerate(("pending", "failed", "cancelled", "unheard of")):
        bring(here, PAYOUTS, payout(f"q{n}", day(80 + n), f"5{n}.55", status=status))
        bring(here, BANK, seen(f"q{n}", day(80 + n), f"5{n}.55"))
        assert the_line(here, f"5{n}.55").state == "unmatched"
    bring(here, PAYOUTS, payout("q9", day(90), "88.13", status="in_transit"))
    bring(here, BANK, seen("q9", day(90), "88.13"))
    assert the_line(here, "88.13").payouts == ("out_q9",)


def test_a_payout_of_the_platform_is_seen_at_the_bank(connected: Home) -> None:
    _, payment = connected.paid()
    today = connected.clock.now().date()
    made = connected.platform.pay_out(payment)
    connected.sync()
    (expected,) = connected.desk.list_payouts()
    assert expected.net is not None
    assert connected.desk.reconcile().not_seen == 1
    net = expected.net.to_decimal_string()
    bring(connected, BANK, seen("b", today, net, f"ALTPAY {made.replace('_', ' ')}"))
    row = the_line(connected, net)
    assert row.payouts == (expected.id,)
    assert connected.desk.reconcile().not_seen == 0


def test_a_payout_without_a_currency_is_named_and_not_guessed(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, f"bare,{day(80)},50.00,,,,paid,")
    bring(here, BANK, seen("bare", day(80), "50.00"))
    assert here.desk.reconcile().not_compared == ("out_bare",)
    assert the_line(here, "50.00").state == "unmatched"


def test_a_second_import_and_a_second_look_change_nothing(here: Home) -> None:
    some(here)
    before = (listed(here), here.desk.list_payouts(), here.desk.reconcile())
    some(here)
    assert (listed(here), here.desk.list_payouts(), here.desk.reconcile()) == before
    here.reopen()
    assert (listed(here), here.desk.list_payouts(), here.desk.reconcile()) == before


# ---- what a person decides


def suggested(here: Home) -> DepositRow:
    """A line that is short by some bank's charge."""
    some(here)
    bring(here, PAYOUTS, payout("po9", day(70), "311.00", reference="TRACE9"))
    bring(here, BANK, seen("b9", day(71), "306.00", "ALTPAY PAYOUT TRACE9"))
    row = the_line(here, "306.00")
    assert row.state == "suggested"
    return row


def test_a_confirmed_suggestion_lasts_and_says_what_does_not_fit(here: Home) -> None:
    line = suggested(here)
    here.desk.approve(line.id)
    row = the_line(here, "306.00")
    assert (row.state, row.payouts, row.by_person) == ("matched", ("out_po9",), True)
    assert row.reason == (
        "A person confirmed it. The bank shows 5.00 USD less, which nothing explains."
    )
    assert log(here) == [("person", line.id, "suggested", "out_po9")]
    bring(here, PAYOUTS, payout("better", day(71), "306.00"))
    some(here)
    here.reopen()
    assert the_line(here, "306.00") == row
    with pytest.raises(Refused, match="confirmed before"):
        here.desk.approve(line.id)
    here.desk.dismiss(line.id)
    assert "out_po9" not in the_line(here, "306.00").payouts


def test_a_confirmed_payout_that_fails_later_stays_and_says_so(here: Home) -> None:
    line = suggested(here)
    here.desk.approve(line.id)
    failed = payout("po9", day(70), "311.00", reference="TRACE9", status=PayoutState.FAILED)
    bring(here, PAYOUTS, failed)
    row = the_line(here, "306.00")
    assert (row.state, row.payouts) == ("matched", ("out_po9",))
    assert "not expected at the bank now: it is failed" in row.reason


def test_a_dismissed_pair_is_never_offered_again(here: Home) -> None:
    line = suggested(here)
    here.desk.dismiss(line.id)
    assert the_line(here, "306.00").payouts == ()
    assert log(here) == [("person", line.id, "suggested", "")]
    bring(here, BANK, seen("later", day(90), "1.00", "COFFEE"))
    here.reopen()
    row = the_line(here, "306.00")
    assert "out_po9" not in (*row.payouts, *row.alternatives)
    here.desk.dismiss(line.id)  # nothing comes near: it shows none at all
    assert the_line(here, "306.00").left_out
    with pytest.raises(Refused, match="called not ours before"):
        here.desk.dismiss(line.id)
    here.desk.approve(line.id, "out_po9")  # a person may think again
    assert the_line(here, "306.00").payouts == ("out_po9",)


def twins(here: Home) -> tuple[DepositRow, DepositRow]:
    some(here)
    bring(here, PAYOUTS, *(payout(f"t{n}", day(80), "50.00") for n in (1, 2)))
    bring(here, BANK, *(seen(f"x{n}", day(81), "50.00") for n in (1, 2)))
    first, second = (row for row in listed(here) if row.on == day(81))
    return first, second


def test_among_twins_a_person_chooses_and_the_rest_follows(here: Home) -> None:
    first, second = twins(here)
    for row in (first, second):
        assert (row.state, row.payouts) == ("ambiguous", ())
        assert set(row.alternatives) == {"out_t1", "out_t2"}
    with pytest.raises(Refused, match="is ambiguous"):
        here.desk.approve(first.id)
    here.desk.approve(first.id, "out_t2")
    found = {row.id: row for row in listed(here)}
    assert (found[first.id].state, found[first.id].payouts) == ("matched", ("out_t2",))
    assert found[first.id].reason == "A person confirmed it."
    assert found[second.id].payouts == ("out_t1",)
    with pytest.raises(Refused, match="more than out_t2 paid"):
        here.desk.approve(second.id, "out_t2")
    here.desk.approve(first.id, "out_t1")
    assert {row.id: row.payouts for row in listed(here)}[first.id] == ("out_t1",)
    assert log(here)[-1] == ("person", first.id, "out_t2", "out_t1")


def test_one_payout_in_two_lines_can_be_chosen_for_both(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, payout("big", day(80), "800.00"))
    bring(here, BANK, seen("x", day(82), "500.00", "A"), seen("y", day(95), "300.00", "B"))
    for amount in ("500.00", "300.00"):
        here.desk.approve(the_line(here, amount).id, "out_big")
    assert the_line(here, "300.00").reason == "A person confirmed it."
    (big,) = [row for row in here.desk.list_payouts() if row.id == "out_big"]
    assert len(big.bank_lines) == 2


def test_two_payouts_in_one_line_are_decided_on_together(here: Home) -> None:
    some(here)
    bring(here, PAYOUTS, payout("a", day(80), "311.17"), payout("b", day(80), "88.46"))
    bring(here, BANK, seen("both", day(81), "399.63"))
    line = the_line(here, "399.63")
    assert (line.state, set(line.payouts)) == ("matched", {"out_a", "out_b"})

    def lines() -> dict[str, tuple[str, ...]]:
        return {row.id: row.bank_lines for row in here.desk.list_payouts()}

    assert lines()["out_a"] == lines()["out_b"] == (line.bank_line_id,)
    here.desk.approve(line.id)
    row = the_line(here, "399.63")
    assert (row.by_person, row.payouts) == (True, ("out_a", "out_b"))
    assert row.reason == "A person confirmed it."
    here.desk.dismiss(line.id)
    row = the_line(here, "399.63")
    assert not {"out_a", "out_b"} & {*row.payouts, *row.alternatives}
    assert lines()["out_a"] == ()


def test_what_cannot_belong_together_is_refused(here: Home) -> None:
    line = suggested(here)
    bring(here, PAYOUTS, f"cad,{day(70)},306.00,,,CAD,paid,")
    bring(here, PAYOUTS, payout("gone", day(70), "306.00", status="failed"))
    before = (listed(here), log(here))
    with pytest.raises(Refused, match="different currencies"):
        here.desk.approve(line.id, "out_cad")
    for name in ("out_gone", "out_nobody"):
        with pytest.raises(NotFound):
            here.desk.approve(line.id, name)
    with pytest.raises(WrongUsage):
        here.desk.approve(line.id, "pay_1")
    for decide in (here.desk.approve, here.desk.dismiss):
        with pytest.raises(NotFound):
            decide("line_nobody")
    assert (listed(here), log(here)) == before


def test_what_is_not_ours_stays_so_for_the_next_lines_with_that_text(here: Home) -> None:
    some(here)
    rent = the_line(here, "-900.00")
    here.desk.dismiss(rent.id, always=True)
    bring(here, PAYOUTS, payout("trap", day(31), "-901.00"))
    bring(here, BANK, seen("rent2", day(31), "-901.00", "Rent January 2"))
    for amount in ("-900.00", "-901.00"):
        row = the_line(here, amount)
        assert (row.state, row.payouts, row.not_ours) == ("unmatched", (), "rent january")
        assert "“rent january”" in row.reason
    assert here.desk.reconcile().not_ours == 2
    assert log(here) == [("person", rent.id, "unmatched", "not ours")]
    here.desk.approve(rent.id)
    assert here.desk.reconcile().not_ours == 0
    assert log(here)[-1] == ("person", rent.id, "not ours", "")
    assert the_line(here, "-901.00").payouts == ("out_trap",)


def test_a_line_that_is_not_ours_by_its_text_can_still_be_given_its_payout(here: Home) -> None:
    some(here)
    here.desk.dismiss(the_line(here, "-900.00").id, always=True)
    bring(here, PAYOUTS, payout("back", day(31), "-901.00"))
    bring(here, BANK, seen("rent2", day(31), "-901.00", "Rent January 2"))
    here.desk.approve(the_line(here, "-901.00").id, "out_back")
    assert the_line(here, "-901.00").payouts == ("out_back",)
    assert the_line(here, "-900.00").not_ours == "rent january"


def test_a_text_that_payouts_carry_cannot_be_called_not_ours(here: Home) -> None:
    some(here)
    bring(here, BANK, seen("odd", day(200), "5.00"), seen("bare", day(201), "6.00", ""))
    with pytest.raises(Refused, match="also stands in line_"):
        here.desk.dismiss(the_line(here, "5.00").id, always=True)
    with pytest.raises(Refused, match="no text"):
        here.desk.dismiss(the_line(here, "6.00").id, always=True)
    assert here.desk.reconcile().not_ours == 0
