"""A company file of every version that was ever released opens, and still says what it said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import apsw
import pytest

from fbrecon.domain.documents import PlatformState
from fbrecon.domain.ids import BookPaymentId, CustomerId, InvoiceId, PlatformPaymentId
from fbrecon.domain.ledger import Role
from fbrecon.domain.overview import TableQuery
from fbrecon.domain.posting import PostingState
from fbrecon.domain.runs import Phase
from fbrecon.store.all_tables import ALL
from fbrecon.store.company import CompanyStores
from fbrecon.store.migrations import LATEST, STEPS
from tests.conftest import scaled
from tests.fakes.fake_clock import NOW, FakeClock
from tests.fakes.samples import PLATFORM, a_key, usd
from tests.store.seeded_file import FILES, seed

_SCHEMA = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
)
_LOOK_ONLY = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READONLY
VERSIONS = sorted(STEPS)


def _rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = apsw.Connection(f"file:{path}?immutable=1", flags=_LOOK_ONLY)
    try:
        return list(connection.execute(statement))
    finally:
        connection.close()


@pytest.fixture(params=VERSIONS, ids=lambda version: f"v{version:03}")
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CompanyStores]:
    """A copy of that version's file, opened today."""
    path = tmp_path / "company.db"
    shutil.copy(FILES / f"v{request.param:03}.db", path)
    clock = FakeClock()
    clock.advance(3600)
    stores = CompanyStores(path, clock)
    yield stores
    stores.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_a_migration_that_is_killed_at_any_statement_can_be_gone_on_with(tmp_path: Path) -> None:
    """At each statement with FBRECON_TEST_SCALE=40, else at some."""
    stride = max(1, 40 // scaled(1))
    result = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_migrations", str(tmp_path / "x"), str(stride)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert int(result.stdout.split()[0]) >= 10


@pytest.mark.parametrize("version", VERSIONS)
def test_the_kept_file_has_rows_in_every_table_of_its_version(version: int) -> None:
    path = FILES / f"v{version:03}.db"
    assert _rows(path, "PRAGMA user_version") == [(version,)]
    for (name,) in _rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        assert _rows(path, f"SELECT COUNT(*) FROM {name}") > [(0,)], name


@pytest.mark.parametrize("version", VERSIONS)
def test_a_migration_that_was_released_is_never_changed(version: int, tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    connection = apsw.Connection(str(path))
    for step in range(1, version + 1):
        for statement in STEPS[step]:
            connection.execute(statement)
    connection.close()
    assert _rows(path, _SCHEMA) == _rows(FILES / f"v{version:03}.db", _SCHEMA)


def test_an_old_file_is_brought_to_today_and_is_sound(
    old: CompanyStores, request: pytest.FixtureRequest
) -> None:
    assert old.file.version == LATEST
    assert old.check() == []
    version = request.node.callspec.params["old"]
    names = _rows(FILES / f"v{version:03}.db", "SELECT name FROM sqlite_master")
    for table in ALL:
        is_new = (table._meta.table_name,) not in names  # a step may fill a new table, or not
        assert is_new or old.file.rows(table.select()), table


def test_an_old_file_still_knows_the_books(old: CompanyStores) -> None:
    assert old.books.row_counts() == {
        "invoices": 2,
        "lines": 2,
        "customers": 2,
        "freshbooks_payments": 3,
        "platform_payments": 2,
        "payouts": 2,
    }
    customer = old.books.find_customer(CustomerId(8))
    assert customer is not None
    assert (customer.name, customer.currency) == ("Ærø & Sønner", "JPY")
    invoice = old.books.find_invoice(InvoiceId(100))
    assert invoice is not None
    assert (invoice.number, invoice.total, invoice.outstanding) == ("INV-100", usd(12000), usd(0))
    [line] = invoice.lines
    assert (line.unit_cost, line.amount, line.tax1_percent) == ("66.6667", usd(10000), "20")
    assert [invoice.id for invoice in old.books.list_collectable()] == [101]
    [marked] = old.books.list_marked_payments()
    assert (marked.id, marked.amount) == (500, usd(12000))
    assert [account.name for account in old.books.list_ledger_accounts()] == ["Checking", "Fees"]


def test_an_old_file_still_knows_the_platform(old: CompanyStores) -> None:
    assert [customer.id for customer in old.platform.list_customers()] == ["c1"]
    assert [invoice.id for invoice in old.platform.list_invoices()] == ["i1", "i2"]
    assert old.platform.allocations() == {"p1": ("i1",), "p2": ("i2",)}
    payment = old.platform.find_payment(PlatformPaymentId("p1"))
    assert payment is not None
    assert (payment.state, payment.total) == (PlatformState.SUCCEEDED, Decimal("123.60"))
    assert payment.taken_off("USD") == usd(12000)
    newest, _ = old.platform.list_payouts()
    assert newest.lines is not None
    assert [str(line.amount) for line in newest.lines] == ["120.00", "-0.30"]


def test_an_old_file_still_knows_what_was_decided(old: CompanyStores) -> None:
    decisions = old.decisions
    assert decisions.fact("business") == "42"
    assert decisions.settings() == {"mode": "write"}
    assert decisions.roles() == {Role.BANK: "Checking"}
    assert decisions.words() == {"in_limbo": "pending"}
    assert [(m.payment_id, m.book_payment_id) for m in decisions.matches()] == [
        ("p1", BookPaymentId(500))
    ]
    [item] = decisions.list_attention()
    assert (item.finding.key, item.since, item.finding.actions) == ("stays", NOW, ("approve",))


def test_an_old_file_still_knows_what_was_sent(old: CompanyStores) -> None:
    verified, uncertain = old.outbox.list_intents()
    assert verified.key == a_key("p1", "100")
    assert verified.marker == verified.key.marker
    assert (verified.state, verified.remote_id) == (PostingState.VERIFIED, "500")
    assert [attempt.phase for attempt in old.outbox.list_attempts(verified.key)] == ["begin", "end"]
    assert (uncertain.state, uncertain.negative_reads) == (PostingState.UNCERTAIN, 1)
    assert uncertain.uncertain_since == NOW + timedelta(seconds=1)
    assert uncertain.waived == {"alike:501"}
    assert uncertain.body == b'{"payment":{"amount":"120.00"}}'


def test_an_old_file_still_knows_how_far_syncing_came(old: CompanyStores) -> None:
    assert old.journal.cursor("customers").next_page == 4
    assert old.journal.cursor("invoices").phase is Phase.LIVE
    assert old.journal.cursor("invoices").last_success_at == NOW + timedelta(seconds=901)
    run = old.journal.find_run()
    assert run is not None
    assert run.outcome == "running"
    assert [row.id for row in old.journal.list_odd()] == ["103"]


def test_an_old_file_can_be_gone_on_with(old: CompanyStores) -> None:
    uncertain = old.outbox.list_intents(states=[PostingState.UNCERTAIN])[0]
    again = old.outbox.move(uncertain, PostingState.APPROVED, "Not found twice.")
    assert old.outbox.begin_send(again).attempts == 2
    keys = old.payments.keys(PLATFORM, TableQuery("date"))
    assert sorted(row.id for row in old.payments.rows(PLATFORM, "UTC", keys)) == [
        "pay_book_501",
        "pay_book_502",
        "pay_p1",
        "pay_p2",
    ]
    assert len(old.listing.invoice_rows(old.listing.invoice_ids(TableQuery("number")))) == 2


def test_the_seed_fills_every_table_of_today(stores: CompanyStores, clock: FakeClock) -> None:
    """So that the next version's file, which this seed will make, is worth keeping."""
    seed(stores, clock)
    for table in ALL:
        assert stores.file.rows(table.select()), table
