"""Makes the company file that stands for this version for ever: a few rows in every table.

`python -m tests.store.seeded_file` writes `files/vNNN.db` for the newest version. Run it once for
each version, before that version is released; after that its file is never written again, since
people have files like it. The tests open every one of them.
"""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.closings import AgreedFigures, AgreedRow, ClosedPeriod
from fbrecon.domain.deposits import StatementLine, identify
from fbrecon.domain.documents import CopyState, Line, Method, PayoutLineKind, PlatformState
from fbrecon.domain.ids import (
    BookPaymentId,
    InvoiceId,
    LedgerAccountId,
    PlatformInvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.imports import CameBack, FileNote
from fbrecon.domain.ledger import Role
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.pages import OddRow
from fbrecon.domain.posting import OutcomeClass, PostingState, WriteOutcome
from fbrecon.domain.runs import Cursor, Phase
from fbrecon.store.company import CompanyStores
from fbrecon.store.migrations import LATEST
from tests.fakes.fake_clock import NOW, FakeClock
from tests.fakes.samples import (
    PLATFORM,
    a_book_payment,
    a_customer,
    a_fee,
    a_key,
    a_ledger_account,
    a_new_intent,
    a_payout,
    a_payout_line,
    a_platform_customer,
    a_platform_invoice,
    a_platform_payment,
    a_posting,
    an_invoice,
    usd,
)

FILES = Path(__file__).parent / "files"


def seed(stores: CompanyStores, clock: FakeClock) -> None:
    """A few rows in every table: a paid invoice, one that is open, and what belongs to them."""
    _seed_books(stores)
    _seed_platform(stores)
    stores.listing.refresh()
    stores.payments.refresh(PLATFORM)
    stores.file.sql("INSERT INTO invoice_due VALUES (101)")  # what follows leaves payments due
    _seed_decisions(stores, clock)
    _seed_outbox(stores, clock)
    _seed_files(stores, clock)
    _seed_period(stores, clock)
    journal = stores.journal
    day = clock.now().date()
    journal.keep_cursor(
        Cursor(
            "invoices",
            Phase.LIVE,
            1,
            date(2025, 3, 2),
            day,
            day,
            clock.now(),
            clock.now(),
            clock.now(),
            day,
            clock.now(),
        )
    )
    journal.keep_cursor(Cursor("customers", Phase.HISTORY, 4))
    journal.end_run(journal.begin_run("asked", clock.now()), "ok", clock.now(), "Done.", "{}")
    journal.begin_run("timetable", clock.now())
    journal.set_aside("invoices", [OddRow("invoices", "103", "no date")], clock.now())


def _seed_files(stores: CompanyStores, clock: FakeClock) -> None:
    line = StatementLine(date(2026, 2, 5), usd(11970), "ALT PAYMENTS PAYOUT o1", "REF 1", "98-7")
    stores.files.save_deposits(identify([line, line]))
    note = FileNote(
        "p1", "USD", "Ærø & Sønner", "INV-100", "o1", "", "as it was stated", "succeeded"
    )
    stores.files.keep_notes("payment", [note])
    stores.files.place(PlatformPaymentId("p1"), InvoiceId(100), clock.now())
    stores.files.keep_unplaced([("p2", "Two invoices have that sum.", [InvoiceId(101)])])
    back = CameBack(PlatformPaymentId("p1"), "re_1", PayoutLineKind.REFUND, Decimal(5))
    stores.files.keep_came_back([back])
    stores.files.keep_mapping("bank", "Hausbank", "{}", clock.now())
    first, second = stores.files.list_deposits()
    stores.bank.confirm([(first.id, "o1")], clock.now())
    stores.bank.reject([(second.id, "o1")], clock.now())
    stores.bank.keep_not_ours("interest payment", clock.now())


def _seed_period(stores: CompanyStores, clock: FakeClock) -> None:
    day = date(2026, 1, 31)
    figures = (AgreedFigures(usd(11970), None),)
    row = AgreedRow("out_o1", day, usd(11970), "Payout o1")
    stores.periods.close(ClosedPeriod(None, day, clock.now(), figures), [row])


def _seed_books(stores: CompanyStores) -> None:
    marker = a_key().marker
    stores.books.save_customers([a_customer(7), a_customer(8, "Ærø & Sønner", currency="JPY")])
    taxed = Line(1, "Work", "In March", "1.5", "66.6667", usd(10000), "VAT", "20")
    stores.books.save_invoices(
        [
            an_invoice(100, usd(12000), outstanding=usd(0), lines=[taxed]),
            an_invoice(101, usd(9000), outstanding=usd(4000), due_on=None),
        ]
    )
    stores.books.save_payments(
        [
            a_book_payment(500, note=f"recorded by fbrecon · {marker}", method="Credit Card"),
            a_book_payment(501, usd(5000), invoice=101),
            a_book_payment(502, usd(100), invoice=None, credit=9),
        ]
    )
    stores.ledger.save_postings([a_posting(7, usd(12000)), a_posting(8, usd(-12000))])
    stores.books.save_ledger_accounts(
        [a_ledger_account("Checking"), a_ledger_account("Fees", type="expense", number="6100")]
    )


def _seed_platform(stores: CompanyStores) -> None:
    platform = stores.platform
    platform.save_customers([a_platform_customer()])
    platform.save_invoices(
        [
            a_platform_invoice("i1", descriptions=("Work",), label="INV-100", state=CopyState.PAID),
            a_platform_invoice("i2", usd(4000)),
        ]
    )
    fees = [a_fee("3.60", by_customer=True), a_fee("0.30")]
    platform.save_payments(
        [
            a_platform_payment("p1", "123.60", fees=fees),
            a_platform_payment("p2", "40.00", method=Method.ACH, state=PlatformState.PENDING),
        ]
    )
    platform.link_payments(PlatformInvoiceId("i1"), [PlatformPaymentId("p1")])
    platform.link_payments(PlatformInvoiceId("i2"), [PlatformPaymentId("p2")])
    platform.keep_unplaced([PlatformPaymentId("p2")], NOW)
    platform.keep_copies(
        [Copy(PlatformInvoiceId("i1"), InvoiceId(100), ours=False, reason="Number and sum.")]
    )
    lines = [a_payout_line("120.00"), a_payout_line("-0.30", None, PayoutLineKind.FEE, "t2")]
    platform.save_payouts(
        [a_payout("o1", "119.70", lines=lines), a_payout("o2", "5.00", "5.00", lines=None)]
    )


def _seed_decisions(stores: CompanyStores, clock: FakeClock) -> None:
    decisions = stores.decisions
    decisions.keep_fact("business", "42")
    decisions.keep_setting("mode", "write")
    decisions.keep_roles({Role.BANK: LedgerAccountId("Checking")})
    decisions.keep_word("in_limbo", "pending", clock.now())
    match = Match(PlatformPaymentId("p1"), BookPaymentId(500), "It carries the marker.", "marker")
    decisions.keep_matches([match], clock.now())
    held = AttentionKind.PAYMENT_HELD
    gone = Finding("gone", held, "Settled", "It was held.", "")
    stays = Finding("stays", held, "Look", "It is held.", "Approve it.", "p2", "", ("approve",))
    decisions.refresh_attention([gone, stays], clock.now())
    decisions.refresh_attention([stays], clock.now())


def _seed_outbox(stores: CompanyStores, clock: FakeClock) -> None:
    outbox = stores.outbox
    sending = outbox.begin_send(outbox.add(a_new_intent(a_key("p1", "100"))))
    clock.advance(1)
    outcome = WriteOutcome(OutcomeClass.APPLIED, "201, as written", "500", 201)
    posted = outbox.end_send(sending, outcome, PostingState.POSTED, "FreshBooks has it.")
    outbox.move(posted, PostingState.VERIFIED, "Read back.")
    held = outbox.add(a_new_intent(a_key("p2", "101"), PostingState.HELD, amount=usd(4000)))
    waived = outbox.move(held, PostingState.APPROVED, "Yes.", waive="alike:501")
    lost = outbox.begin_send(waived)
    silence = WriteOutcome(OutcomeClass.AMBIGUOUS, "No answer.")
    uncertain = outbox.end_send(lost, silence, PostingState.UNCERTAIN, "No answer.")
    clock.advance(timedelta(minutes=15).total_seconds())
    outbox.count_negative_read(uncertain, "Not found.")


def write(target: Path) -> None:
    """Write the file; whole, with nothing beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "company.db"
        clock = FakeClock()
        stores = CompanyStores(path, clock)
        seed(stores, clock)
        stores.close()
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    write(FILES / f"v{LATEST:03}.db")
